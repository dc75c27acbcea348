//! Choosing the stretch, dropping outcomes, and what an outcome earns against what is spent on it.

use crate::common::*;
use crate::integral::near;
use crate::risky::{risky, simple};
use crate::tries::tries;
use laa::model::{Decimal, IndicatorId, Preset, Stretch};
use laa::odds::{Curve, Fineness, dropping, expected_curve, odds, safe_stretch, stretch_levels};
use proptest::prelude::*;
use proptest::sample::Index;

/// The same agreement with another stretch level.
fn stretched(book: &Book, indicator: IndicatorId, level: Decimal) -> Book {
    let mut book = book.clone();
    book.sc.stretches.retain(|it| it.indicator != indicator);
    book.sc.stretches.push(Stretch { indicator, level });
    book
}

#[test]
fn the_odds_at_a_level_are_those_of_the_scenario_that_asks_for_it() {
    let (mut book, ids) = simple(&[[30, 70, 110], [45, 60, 140]]);
    book.risk(ids[1], [45, 60, 140], "5");
    for id in ids {
        let levels = ["20", "60", "85", "130", "0", "-5"].map(v);
        let found = stretch_levels(&book.ag, &book.sc, id, &levels);
        assert_eq!(found.len(), 4, "two levels ask for nothing");
        for found in found {
            let odds = stretched(&book, id, found.level).odds(30);
            let indicator = odds.indicators.iter().find(|it| it.id == id).unwrap();
            near(found.threshold, indicator.threshold, 1e-9);
            near(found.full, indicator.full, 1e-9);
            near(found.mean, indicator.mean, 1e-3);
        }
    }
}

#[test]
fn a_safe_stretch_is_the_furthest_that_is_safe() {
    let (mut book, ids) = simple(&[[30, 70, 110], [45, 60, 140]]);
    book.risk(ids[1], [45, 60, 140], "5");
    for &id in &ids {
        for chance in [0.5, 0.8, 0.95] {
            let found = safe_stretch(&book.ag, &book.sc, id, chance).unwrap();
            let one_more = Decimal::from_millionths(found.level.millionths() + 1_000_000).unwrap();
            let beyond = stretch_levels(&book.ag, &book.sc, id, &[one_more]);
            assert!(found.threshold >= chance && beyond[0].threshold < chance);
        }
    }
}

#[test]
fn a_safe_stretch_of_an_indicator_that_should_fall_lies_below() {
    let mut book = Book::new(1);
    let block = book.bl();
    let outcome = book.oc(block);
    let id = book.ki(outcome, "50.0", "30.0");
    book.k(id).decimals = 1;
    book.k(id).response = Some(points(&[(0, 100), (1, 100)]));
    book.risk(id, [50, 80, 110], "0");
    // Even odds: delivery of 80% takes it to 34; 16 are 60% of 26.7.
    let found = safe_stretch(&book.ag, &book.sc, id, 0.5).unwrap();
    assert_eq!(found.level, v("23.4"));
}

#[test]
fn nothing_is_safe_where_nothing_comes() {
    let (mut book, ids) = simple(&[[0, 0, 0]]);
    assert_eq!(safe_stretch(&book.ag, &book.sc, ids[0], 0.5), None);
    book.k(ids[0]).kind = laa::model::Kind::Local;
    assert_eq!(safe_stretch(&book.ag, &book.sc, ids[0], 0.5), None);
}

#[test]
fn dropping_the_worst_of_three_makes_the_rest_safer() {
    let (book, ids) = simple(&[[62, 80, 99], [70, 90, 99], [0, 10, 20]]);
    let found = dropping(&book.ag, &book.sc, pc(30), Fineness::LIVE, &mut || ());
    let whole = book.odds(30);
    assert_eq!(found.len(), 3);
    let hopeless = book
        .ag
        .indicators
        .iter()
        .find(|it| it.id == ids[2])
        .unwrap();
    let dropped = found
        .iter()
        .find(|it| it.outcome == hopeless.outcome)
        .unwrap();
    near(dropped.mean, 1.5 * whole.mean, 0.01);
    assert!(dropped.p10 > whole.reward.quantile(0.1));
}

/// What a curve says of a spend.
fn read(curve: &Curve, pounds: f64) -> f64 {
    let after = curve.points.iter().position(|point| point.0 > pounds);
    let Some(after) = after else {
        return curve.points.last().unwrap().1;
    };
    let (from, to) = (curve.points[after - 1], curve.points[after]);
    from.1 + (to.1 - from.1) * (pounds - from.0) / (to.0 - from.0)
}

#[test]
fn a_certain_reward_jumps_at_its_cliff() {
    let (mut book, ids) = simple(&[[100; 3]]);
    book.k(ids[0]).response = Some(straight(10_000));
    let outcome = book.k(ids[0]).outcome;
    let curve = expected_curve(&book.ag, &book.sc, outcome, 1.0).unwrap();
    let jump = curve
        .points
        .windows(2)
        .find(|pair| pair[1].1 > pair[0].1 + 1.0);
    let jump = jump.unwrap();
    near(jump[0].0, 6_000.0, 1e-6);
    near(jump[1].0, 6_000.0, 1e-6);
    near(jump[0].1, 0.0, 1e-9);
    near(jump[1].1, 60_000.0, 1e-3);
    assert!(curve.points.len() <= 6, "{:?}", curve.points);
}

#[test]
fn a_curve_is_within_its_error_of_the_odds() {
    let mut book = Book::new(1);
    let block = book.bl();
    let outcome = book.oc(block);
    let other = book.oc(block);
    for (outcome, shares, noise) in [
        (outcome, [30, 70, 110], "0"),
        (outcome, [80, 100, 130], "4"),
        (outcome, [100; 3], "0"),
        (other, [30, 70, 110], "0"),
    ] {
        let id = book.ki(outcome, "0", "100");
        book.k(id).response = Some(points(&[(1_000, 0), (20_000, 70), (60_000, 140)]));
        book.risk(id, shares, noise);
    }
    let curve = expected_curve(&book.ag, &book.sc, outcome, 1.0).unwrap();
    assert_eq!(curve.error, 1.0);
    assert!(
        curve
            .points
            .windows(2)
            .all(|pair| pair[0].0 <= pair[1].0 && pair[0].1 <= pair[1].1 + 1e-6)
    );
    let indicators: Vec<IndicatorId> = book
        .ag
        .indicators
        .iter()
        .filter(|it| it.outcome == outcome)
        .map(|it| it.id)
        .collect();
    for pounds in (0..70_000).step_by(977) {
        book.spend(outcome, &[pounds]);
        let fineness = Fineness {
            points: 8,
            spacing: 4.0,
        };
        let found = odds(&book.ag, &book.sc, pc(30), fineness);
        let own = found
            .indicators
            .iter()
            .filter(|it| indicators.contains(&it.id));
        let mean: f64 = own.map(|it| it.mean).sum();
        near(read(&curve, pounds as f64), mean, 1.0);
    }
    assert!(curve.points.len() < 600, "{}", curve.points.len());
}

#[test]
fn under_one_cliff_on_the_average_an_outcome_has_no_curve_of_its_own() {
    let (mut book, ids) = simple(&[[30, 70, 110]]);
    let outcome = book.k(ids[0]).outcome;
    assert!(expected_curve(&book.ag, &book.sc, outcome, 1.0).is_some());
    book.ag.rules.preset = Preset::Designated;
    assert_eq!(expected_curve(&book.ag, &book.sc, outcome, 1.0), None);
}

proptest! {
    #![proptest_config(tries(20))]

    #[test]
    fn a_curve_passes_through_the_spend_of_the_scenario((mut book, _) in risky(), which in any::<Index>()) {
        book.ag.rules.preset = Preset::Stretch;
        let outcome = which.get(&book.ag.outcomes).id;
        let curve = expected_curve(&book.ag, &book.sc, outcome, 1.0);
        prop_assume!(curve.is_some());
        let found = book.ev();
        let years = &found.outcomes.iter().find(|it| it.id == outcome).unwrap().years;
        let pounds = years.last().unwrap().effective as f64 / 10_000.0;
        let odds = book.rough(0);
        let mean: f64 = odds.indicators.iter().filter(|it| it.outcome == outcome).map(|it| it.mean).sum();
        // At a jump the curve has two rewards, and a millionth of a unit decides.
        let curve = curve.unwrap();
        let jumps = curve.points.windows(2).any(|it| it[1].0 - it[0].0 < 1e-6 && (it[0].0 - pounds).abs() < 1e-3);
        prop_assume!(!jumps);
        prop_assert!((read(&curve, pounds) - mean).abs() < 1.1, "{} {}", read(&curve, pounds), mean);
    }
}
