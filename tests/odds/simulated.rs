//! The simulation beside the computed odds, and what makes it the same for everyone.

use crate::common::*;
use crate::instance::Instance;
use crate::risky::{risky, simple};
use crate::tries::tries;
use laa::model::{Agreement, Preset, Scenario};
use laa::odds::{BLOCK, Drawn, Estimate, Fineness, Gathered, Odds, Simulation, gather, odds};
use proptest::prelude::*;

fn draw(agreement: &Agreement, scenario: &Scenario, correlation: u32, draws: u32) -> Gathered {
    let simulation = Simulation::new(agreement, scenario, pc(correlation), 2006, draws);
    let drawn = simulation.run(0..simulation.blocks(), |_| true).unwrap();
    gather(vec![drawn]).unwrap()
}

/// Whether a computed figure lies within so many standard errors of a drawn one, with some slack.
fn agrees(what: &str, computed: f64, drawn: Estimate, errors: f64, slack: f64) {
    let apart = (computed - drawn.value).abs();
    assert!(
        apart <= errors * drawn.error + slack,
        "{what}: computed {computed}, drawn {drawn:?}"
    );
}

/// A quantile agrees if the draws below it are as many as its share says, give or take; a lump at it
/// may hold that share.
fn quantile_agrees(share: f64, found: &Odds, drawn: &Gathered) {
    let at = found.reward.quantile(share);
    let slack = 1.01 * found.reward.step();
    let (above, below) = (drawn.at_least(at + slack), drawn.at_least(at - slack));
    let error = (share * (1.0 - share) / f64::from(drawn.draws)).sqrt();
    assert!(
        1.0 - above.value >= share - 4.0 * error && 1.0 - below.value <= share + 4.0 * error,
        "P{}: {at}, drawn {} to {}",
        share * 100.0,
        1.0 - below.value,
        1.0 - above.value
    );
}

#[test]
fn the_largest_instance_agrees() {
    let workbook = Instance::read(include_str!("../fixtures/speed/national.json")).at_risk();
    let (agreement, scenario) = (&workbook.agreement, &workbook.scenarios[0]);
    let found = odds(agreement, scenario, workbook.correlation, Fineness::LIVE);
    let drawn = draw(agreement, scenario, 30, 60_000);
    agrees("mean", found.mean, drawn.mean, 4.0, 0.0);
    let range = found.reward.range();
    agrees("P10", range.p10, drawn.p10, 4.0, 0.0);
    agrees("P50", range.p50, drawn.p50, 4.0, 0.0);
    agrees("P90", range.p90, drawn.p90, 4.0, 0.0);
    for (at, indicator) in found.indicators.iter().enumerate() {
        agrees(
            "threshold",
            indicator.threshold,
            drawn.threshold[at],
            4.5,
            0.0,
        );
        agrees("full", indicator.full, drawn.full[at], 4.5, 0.0);
    }
}

#[test]
fn any_number_of_workers_gives_the_same_bits() {
    let (book, _) = simple(&[[30, 70, 110], [45, 60, 140]]);
    let simulation = Simulation::new(&book.ag, &book.sc, pc(30), 7, 5_000);
    assert_eq!(simulation.blocks(), 5);
    let whole = gather(vec![simulation.run(0..5, |_| true).unwrap()]);
    // Three workers, each with its own copy, done in another order.
    let part = |blocks| {
        let own = Simulation::new(&book.ag, &book.sc, pc(30), 7, 5_000);
        own.run(blocks, |_| true).unwrap()
    };
    let parts: Vec<Drawn> = vec![part(3..5), part(0..1), part(1..3)];
    assert_eq!(gather(parts), whole);
    assert_eq!(whole.unwrap().draws, 5_000);
}

#[test]
fn another_seed_gives_other_draws_and_more_draws_keep_the_first() {
    let (book, _) = simple(&[[30, 70, 110]]);
    let totals = |seed, draws| {
        let simulation = Simulation::new(&book.ag, &book.sc, pc(30), seed, draws);
        simulation
            .run(0..simulation.blocks(), |_| true)
            .unwrap()
            .totals
    };
    let first = totals(1, BLOCK);
    assert_ne!(first, totals(2, BLOCK));
    assert_eq!(first, totals(1, 3 * BLOCK)[..BLOCK as usize]);
}

#[test]
fn it_stops_when_told_to() {
    let (book, _) = simple(&[[30, 70, 110]]);
    let simulation = Simulation::new(&book.ag, &book.sc, pc(30), 1, 10 * BLOCK);
    let mut asked = 0;
    let drawn = simulation.run(0..10, |_| {
        asked += 1;
        asked <= 3
    });
    assert_eq!((drawn, asked), (None, 4));
}

#[test]
fn the_bits_of_a_draw_are_fixed() {
    // A first draw that differs on another machine or in a browser would be another simulation.
    let (book, _) = simple(&[[30, 70, 110]]);
    let simulation = Simulation::new(&book.ag, &book.sc, pc(30), 2006, 4);
    let drawn = simulation.run(0..1, |_| true).unwrap();
    let again = simulation.run(0..1, |_| true).unwrap();
    assert_eq!(drawn, again);
    assert!(
        drawn
            .totals
            .iter()
            .all(|&total| total == 0.0 || total >= 60_000.0)
    );
}

proptest! {
    #![proptest_config(tries(25))]

    #[test]
    fn random_agreements_lie_within_four_standard_errors((mut book, correlation) in risky()) {
        // With nothing at stake there is nothing to compare.
        prop_assume!(!book.ag.indicators.is_empty());
        book.ag.rules.pot = laa::model::Pot::Stated(gbp(100_000));
        let found = odds(&book.ag, &book.sc, pc(correlation), Fineness { points: 512, spacing: 1.0 });
        let drawn = draw(&book.ag, &book.sc, correlation, 20_000);
        // What is never drawn has no standard error: a reward rarer than one draw is let pass.
        let rare = 100_000.0 / 20_000.0;
        let slack = if book.ag.rules.preset == Preset::Designated { 0.1 * found.reward.step() } else { 0.0 };
        let slack = slack + rare;
        agrees("mean", found.mean, drawn.mean, 4.5, slack);
        for (at, indicator) in found.indicators.iter().enumerate() {
            agrees("threshold", indicator.threshold, drawn.threshold[at], 4.5, 1e-4);
            agrees("full", indicator.full, drawn.full[at], 4.5, 1e-4);
        }
        for share in [0.1, 0.5, 0.9] {
            quantile_agrees(share, &found, &drawn);
        }
    }
}
