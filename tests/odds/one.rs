//! One indicator against adaptive quadrature.

use crate::common::*;
use crate::integral::{integral, near, normal_above, normal_density, pert_density};
use crate::risky::simple;
use laa::model::{OutcomeSplit, Pot};
use laa::odds::{Factor, Pert};

/// Chances and mean of a score `s`, paid from 60% to 100%, by quadrature over its density.
fn by_quadrature([worst, likely, best]: [f64; 3], from: f64) -> (f64, f64, f64) {
    let over = |f: &dyn Fn(f64) -> f64, low: f64, high: f64| {
        let (low, high) = (low.clamp(worst, best), high.clamp(worst, best));
        integral(
            &|s| f(s) * pert_density(worst, likely, best, s),
            low,
            high,
            1e-12,
        )
    };
    let full = over(&|_| 1.0, 1.0, 2.0);
    (
        over(&|_| 1.0, from, 2.0),
        full,
        over(&|s| s, from, 1.0) + full,
    )
}

#[test]
fn chances_and_mean_of_one_indicator() {
    for shares in [
        [30, 70, 110],
        [0, 60, 150],
        [55, 65, 130],
        [20, 110, 140],
        [70, 80, 95],
    ] {
        let (book, _) = simple(&[shares]);
        let found = book.odds(30);
        let (reached, full, mean) = by_quadrature(shares.map(|it| f64::from(it) / 100.0), 0.6);
        near(found.indicators[0].threshold, reached, 1e-9);
        near(found.indicators[0].full, full, 1e-9);
        near(found.mean, 100_000.0 * mean, 1e-4);
        near(found.reward.mean(), found.mean, 1.0);
    }
}

#[test]
fn its_reward_has_two_lumps_and_what_lies_between() {
    let (book, _) = simple(&[[30, 70, 130]]);
    let reward = book.odds(30).reward;
    let above = |score: f64| by_quadrature([0.3, 0.7, 1.3], score).0;
    // Four parts in 10^8 of the common factor lie beyond its nodes.
    for score in [0.601, 0.65, 0.72, 0.9, 0.999] {
        near(reward.at_least(100_000.0 * score), above(score), 1e-4);
    }
    near(reward.at_least(1.0), above(0.6), 1e-8);
    near(reward.at_least(59_000.0), above(0.6), 1e-8);
    near(reward.at_least(100_000.0), above(1.0), 1e-8);
    near(1.0 - reward.at_least(0.01), 1.0 - above(0.6), 1e-8);
    assert_eq!(reward.quantile(0.1), 0.0);
    assert_eq!(reward.quantile(0.999), 100_000.0);
}

#[test]
fn a_quantile_of_one_indicator_is_the_quantile_of_its_delivery() {
    let (book, _) = simple(&[[62, 80, 99]]);
    let reward = book.odds(0).reward;
    for share in [0.1, 0.5, 0.9] {
        let quantile = reward.quantile(share);
        near(
            by_quadrature([0.62, 0.8, 0.99], quantile / 100_000.0).0,
            1.0 - share,
            1e-4,
        );
    }
}

#[test]
fn noise_widens_the_end_value() {
    for noise in [2.0, 15.0, 60.0] {
        let (mut book, ids) = simple(&[[30, 70, 110]]);
        book.risk(ids[0], [30, 70, 110], &noise.to_string());
        let found = book.odds(30);
        let sigma = noise / 100.0;
        let over = |f: &dyn Fn(f64) -> f64| {
            integral(&|s| f(s) * pert_density(0.3, 0.7, 1.1, s), 0.3, 1.1, 1e-12)
        };
        let above = |score: f64| over(&|s| normal_above((score - s) / sigma));
        near(found.indicators[0].threshold, above(0.6), 1e-8);
        near(found.indicators[0].full, above(1.0), 1e-8);
        // The mean pay is 60% at the threshold and what each further step adds.
        let mean = 0.6 * above(0.6) + integral(&above, 0.6, 1.0, 1e-10);
        near(found.mean, 100_000.0 * mean, 1e-3);
        near(found.reward.mean(), found.mean, 1.0);
        for score in [0.62, 0.75, 0.95] {
            near(found.reward.at_least(100_000.0 * score), above(score), 1e-4);
        }
    }
}

#[test]
fn chance_too_small_to_be_resolved_moves_no_chance_by_more_than_1_in_500() {
    let (mut book, ids) = simple(&[[0, 100, 150]]);
    book.risk(ids[0], [0, 100, 150], "0.01");
    let pert = Pert::new(0.0, 1.0, 1.5).unwrap();
    for threshold in 50..=100 {
        crate::risky::threshold(&mut book, threshold);
        let reached = pert.at_least(f64::from(threshold) / 100.0);
        near(book.odds(30).indicators[0].threshold, reached, 2e-3);
    }
}

#[test]
fn chance_alone_is_a_normal() {
    let (mut book, ids) = simple(&[[100; 3]]);
    book.risk(ids[0], [70; 3], "20");
    let found = book.odds(30);
    near(found.indicators[0].threshold, normal_above(-0.5), 1e-12);
    near(found.indicators[0].full, normal_above(1.5), 1e-12);
    near(found.reward.at_least(80_000.0), normal_above(0.5), 1e-4);
}

#[test]
fn a_recorded_year_leaves_only_what_is_still_to_come_at_risk() {
    // Two years; money brings 40 by the first and 100 by the second. 50 was recorded in the first:
    // the end is 50 + 60 s, and its score reaches 60% where s reaches a sixth.
    let (mut book, ids) = simple(&[[0, 10, 40]]);
    book.ag.years = 2;
    let outcome = book.k(ids[0]).outcome;
    book.o(outcome).lag = vec![pc(40), pc(100)];
    book.k(ids[0]).without = vec![Some(v("0")); 2];
    book.k(ids[0]).with = vec![None, Some(v("100"))];
    book.k(ids[0]).response = Some(straight(1_000));
    book.k(ids[0]).actual = vec![Some(v("50"))];
    book.spend(outcome, &[1_000, 0]);
    let found = book.odds(30);
    let reached = integral(&|s| pert_density(0.0, 0.1, 0.4, s), 1.0 / 6.0, 0.4, 1e-12);
    near(found.indicators[0].threshold, reached, 1e-9);
}

/// A third of the pot at risk, and two thirds that are certain to be earned in full: all of the pot is earned as often
/// as the one at risk is, though neither sum lies on the grid.
#[test]
fn the_whole_pot_is_earned_as_often_as_all_that_is_at_risk_is() {
    for weights in [[1, 2], [2, 5]] {
        let (mut book, ids) = simple(&[[30, 100, 120], [100, 110, 120]]);
        book.ag.rules.pot = Pot::Stated(gbp(1_000_000));
        book.ag.rules.split = OutcomeSplit::Stated;
        for (id, weight) in ids.iter().zip(weights) {
            let outcome = book.k(*id).outcome;
            book.o(outcome).weight = weight;
        }
        let odds = book.odds(30);
        let full = odds.indicators[0].full;
        assert!((0.2..0.6).contains(&full), "{full}");
        near(odds.reward.reaches(1_000_000.0), full, 1e-3);
        // What comes next below it is a long way off.
        near(
            odds.reward.reaches(1_002_000.0 + 5.0 * odds.reward.step()),
            0.0,
            1e-9,
        );
    }
}

/// Five targets that are each likely to be met in full: that all are is as likely as that each is.
#[test]
fn lumps_that_lie_off_the_grid_one_by_one_are_found_together() {
    let (mut book, ids) = simple(&[[100, 110, 120]; 5]);
    book.ag.rules.pot = Pot::Stated(gbp(1_000_000));
    book.ag.rules.split = OutcomeSplit::Stated;
    for (place, id) in ids.iter().enumerate() {
        let outcome = book.k(*id).outcome;
        book.o(outcome).weight = [577_350, 707_107, 846_154, 923_077, 618_034][place];
        book.risk(*id, [10, 130, 150], "0");
    }
    let odds = book.odds(0);
    let all: f64 = odds.indicators.iter().map(|it| it.full).product();
    near(odds.reward.reaches(1_000_000.0), all, 0.02 * all);
}

/// The pot of £1m by stated weights.
fn weighed(risks: &[[u32; 3]], weights: &[u32]) -> Book {
    let (mut book, _) = simple(risks);
    book.ag.rules.pot = Pot::Stated(gbp(1_000_000));
    book.ag.rules.split = OutcomeSplit::Stated;
    for (outcome, &weight) in book.ag.outcomes.iter_mut().zip(weights) {
        outcome.weight = weight;
    }
    book
}

/// The integral over what all have in common of something that hangs on it.
fn over_common(f: impl Fn(f64) -> f64) -> f64 {
    integral(&|z| f(z) * normal_density(z), -8.0, 8.0, 1e-9)
}

/// Ten unlike stakes, of which the least that one earns is some £30,000: £2,500 are earned unless all fail.
#[test]
fn that_all_fail_is_no_part_of_the_chance_of_a_small_sum() {
    let weights = [
        577_350, 707_107, 846_154, 923_077, 618_034, 313_131, 777_777, 555_123, 412_345, 998_877,
    ];
    let odds = weighed(&[[0, 30, 120]; 10], &weights).odds(30);
    let (pert, factor) = (Pert::new(0.0, 0.3, 1.2).unwrap(), Factor::new(pc(30)));
    let fail = |z: f64| (1.0 - factor.above(pert.place(0.6), z)).powi(10);
    for pounds in [1.0, 1_000.0, 2_500.0, 15_000.0] {
        near(odds.reward.reaches(pounds), 1.0 - over_common(fail), 1e-3);
    }
    near(odds.reward.reaches(0.0), 1.0, 1e-9);
}

/// Three large stakes that are mostly earned in full, and a small one that hardly ever is: all of the pot takes the small one
/// as well, however small it is.
#[test]
fn the_whole_pot_takes_the_smallest_stake_as_well() {
    let large = Pert::new(0.5, 1.2, 1.5).unwrap();
    let small = Pert::new(0.3, 0.8, 1.05).unwrap();
    let factor = Factor::new(pc(30));
    let all =
        |z: f64| factor.above(large.place(1.0), z).powi(3) * factor.above(small.place(1.0), z);
    for stake in [16_000, 4_000, 500] {
        let risks = [
            [50, 120, 150],
            [50, 120, 150],
            [50, 120, 150],
            [30, 80, 105],
        ];
        let odds = weighed(&risks, &[333_333, 333_333, 333_334 - stake, stake]).odds(30);
        let chance = over_common(all);
        near(odds.reward.reaches(1_000_000.0), chance, 1e-5);
        assert_eq!(odds.reward.reaches(1_000_001.0), 0.0);
        assert_eq!(odds.reward.quantile(1.0 - 0.9 * chance), 1_000_000.0);
        assert!(odds.reward.quantile(1.0 - 1.1 * chance) <= 1_000_000.0);
    }
}

/// The target is 11 and 15 is recorded: three fifths of a target of 25, of 35 a little less than half.
#[test]
fn a_result_of_exactly_three_fifths_of_another_level_earns_three_fifths() {
    let (mut book, ids) = simple(&[[100; 3]]);
    book.k(ids[0]).with = vec![Some(v("11"))];
    book.k(ids[0]).actual = vec![Some(v("15"))];
    let levels = laa::odds::stretch_levels(&book.ag, &book.sc, ids[0], &[v("25"), v("35")]);
    let found: Vec<(f64, f64)> = levels.iter().map(|it| (it.threshold, it.mean)).collect();
    assert_eq!(found[0].0, 1.0);
    near(found[0].1, 60_000.0, 1e-6);
    assert_eq!(found[1], (0.0, 0.0));
}
