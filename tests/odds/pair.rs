//! Two scenarios in the same world.

use crate::common::*;
use crate::instance::Instance;
use crate::integral::near;
use crate::risky::{risky, simple};
use crate::tries::tries;
use laa::model::{Baseline, IndicatorId, Kind, Preset, Scenario, Stretch};
use laa::odds::{Comparison, Difference, Distribution, Fineness, Pert, compare, compare_drawn};
use proptest::prelude::*;
use proptest::sample::Index;

/// The difference where it is counted on a grid.
#[track_caller]
fn counted(found: &Comparison) -> &Distribution {
    match &found.difference {
        Difference::Counted(counted) | Difference::Less(counted) => counted,
        Difference::Drawn(_) => panic!("it is drawn"),
    }
}

/// The standard error of the mean of what is drawn.
fn drawn_error(found: &Comparison) -> f64 {
    let sums: Vec<f64> = (0..1_000)
        .map(|at| found.difference.quantile((f64::from(at) + 0.5) / 1_000.0))
        .collect();
    let mean = sums.iter().sum::<f64>() / 1_000.0;
    let square = |sum: &f64| (sum - mean) * (sum - mean) / 1_000.0;
    sums.iter().map(square).sum::<f64>().sqrt() / 256.0
}

fn of(book: &Book, other: &Scenario, correlation: u32) -> Comparison {
    compare(&book.ag, &book.sc, other, pc(correlation), Fineness::LIVE)
}

/// The scenario of a book with another level asked of one of its indicators.
fn asking(book: &Book, indicator: IndicatorId, level: i64) -> Scenario {
    let level = v(&level.to_string());
    let mut asking = book.sc.clone();
    asking.stretches.push(Stretch { indicator, level });
    asking
}

#[test]
fn a_scenario_is_level_with_itself() {
    let (book, _) = simple(&[[30, 70, 110], [45, 60, 140]]);
    let found = of(&book, &book.sc, 30);
    assert_eq!((found.ahead, found.behind, found.mean), (0.0, 0.0, 0.0));
    near(found.level, 1.0, 1e-12);
    assert_eq!(found.difference.quantile(0.9), 0.0);
}

#[test]
fn a_lower_stretch_is_never_behind_and_level_where_both_fail_or_both_are_full() {
    // Delivery s of 100 units: the first asks for 100 (60 pay), the second for 80 (48 pay).
    let (book, ids) = simple(&[[30, 70, 110]]);
    let second = asking(&book, ids[0], 80);
    let found = of(&book, &second, 30);
    let pert = Pert::new(0.3, 0.7, 1.1).unwrap();
    near(found.ahead, 0.0, 1e-12);
    near(
        found.level,
        1.0 - pert.at_least(0.48) + pert.at_least(1.0),
        1e-7,
    );
    // Between 48 and 60 the first earns nothing and the second s / 0.8.
    let lost = |low: f64, high: f64| pert.mean_between(low, high) / 0.8;
    let both =
        lost(0.48, 0.8) + pert.at_least(0.8) - pert.at_least(1.0) - pert.mean_between(0.6, 1.0);
    near(found.mean, -100_000.0 * both, 1e-3);
    near(counted(&found).mean(), found.mean, 1.0);
    let chance = pert.at_least(0.5) - pert.at_least(0.6);
    near(1.0 - found.difference.at_least(-62_500.0), chance, 1e-4);
}

#[test]
fn five_pounds_less_are_not_the_same_however_much_hangs_on_something_else() {
    // The first indicator always reaches its stretch. The second scenario has a pot of £10 less, and asks for 80 of the
    // second indicator where the first asks for 100: up to £37,500 less, of which a step of the grid is more than £30.
    let (mut book, ids) = simple(&[[100, 150, 200], [30, 70, 110]]);
    book.ag.rules.pot = laa::model::Pot::Stated(gbp(100_000));
    let mut second = asking(&book, ids[1], 80);
    let mut rules = book.ag.rules.clone();
    rules.pot = laa::model::Pot::Stated(gbp(99_990));
    second.rules = Some(rules);
    let found = of(&book, &second, 30);
    assert!(counted(&found).step() > 30.0, "{}", counted(&found).step());
    // Where both fail below 48 the first earns £5 more, where both are full from 100 on £10 more.
    let pert = Pert::new(0.3, 0.7, 1.1).unwrap();
    let between = pert.at_least(0.48) - pert.at_least(0.9998);
    near(found.level, 0.0, 1e-9);
    near(found.behind, between, 1e-3);
    near(found.ahead, 1.0 - between, 1e-3);
    let columns = found.difference.columns();
    let less = (-columns.start / columns.width).round() as usize;
    let more: f64 = columns.chances[less..].iter().sum();
    near(more, found.ahead, 1e-9);
    // The same the other way about.
    let back = compare(&book.ag, &second, &book.sc, pc(30), Fineness::LIVE);
    near(back.level, 0.0, 1e-9);
    near(back.behind, found.ahead, 1e-9);
}

/// Three indicators of £40,000 each, of which the first two always reach their stretch. The second scenario gives £15 more
/// for the first, £20 less for the second and £5 more for the third, of which it asks for 80 instead of 100.
fn up_and_down(third: [u32; 3]) -> (Book, Scenario) {
    let (mut book, ids) = simple(&[[100, 150, 200], [100, 150, 200], third]);
    book.ag.rules.pot = laa::model::Pot::Stated(gbp(120_000));
    for (outcome, weight) in book.ag.outcomes.iter_mut().zip([8_003, 7_996, 8_001]) {
        outcome.weight = weight;
    }
    let mut second = asking(&book, ids[2], 80);
    let mut rules = book.ag.rules.clone();
    rules.split = laa::model::OutcomeSplit::Stated;
    second.rules = Some(rules);
    (book, second)
}

/// The chances on either side of nothing as the columns have them.
fn sides(found: &Comparison) -> (f64, f64) {
    let columns = found.difference.columns();
    let less = (-columns.start / columns.width).round().max(0.0) as usize;
    let (below, above) = columns.chances.split_at(less.min(columns.chances.len()));
    (below.iter().sum(), above.iter().sum())
}

#[test]
fn a_few_pounds_up_and_a_few_down_are_added_up_before_they_are_told_from_nothing() {
    let (book, second) = up_and_down([30, 70, 110]);
    let found = of(&book, &second, 30);
    assert!(counted(&found).step() > 25.0);
    // Where both fail below 48 the first earns £5 more; where both are full from 100 on the three differences add up to
    // nothing; between, the second earns more.
    let pert = Pert::new(0.3, 0.7, 1.1).unwrap();
    let (ahead, level) = (1.0 - pert.at_least(0.48), pert.at_least(1.0));
    near(found.level, level, 1e-6);
    // What runs up to £0 is spread over a step of the grid.
    near(found.ahead, ahead, 2e-4);
    near(found.behind, 1.0 - ahead - level, 2e-4);
    let (below, above) = sides(&found);
    near(below, found.behind, 1e-9);
    near(above, found.ahead, 1e-9);
    near(counted(&found).mean(), found.mean, 0.1);
    // The sums that some of the chance lies below say the same.
    let difference = &found.difference;
    near(difference.at_least(0.0), found.ahead + level, 1e-6);
    let within = 1.0 - found.ahead - 0.5 * level;
    assert!(difference.quantile(within).abs() < 1e-9);
    let most = difference.quantile(1.0 - 0.5 * ahead);
    near(most, 5.0, 1e-6);
    near(difference.at_least(most), ahead, 2e-4);
    let back = compare(&book.ag, &second, &book.sc, pc(30), Fineness::LIVE);
    near(back.behind, found.ahead, 1e-9);
    let least = back.difference.quantile(0.5 * ahead);
    near(least, -5.0, 1e-6);
    near(back.difference.at_least(least), 1.0, 2e-4);
    near(back.difference.at_least(0.0), 1.0 - back.behind, 1e-6);
}

#[test]
fn what_is_hardly_ever_more_is_not_drawn_as_less_nor_the_other_way_about() {
    // Both fail less than one time in 10,000, and neither is ever full.
    let (book, second) = up_and_down([47, 80, 99]);
    let there = of(&book, &second, 30);
    let back = compare(&book.ag, &second, &book.sc, pc(30), Fineness::LIVE);
    assert!(there.ahead > 1e-8 && there.ahead < 1e-4, "{}", there.ahead);
    let (below, above) = sides(&there);
    near(above, there.ahead, 1e-12);
    near(below, there.behind, 1e-12);
    let (below, above) = sides(&back);
    near(below, back.behind, 1e-12);
    near(above, back.ahead, 1e-12);
}

#[test]
fn the_same_luck_serves_both() {
    // The second asks for 101 where the first asks for 100. Had each its own luck, the second would
    // be ahead nearly every other time.
    let (book, ids) = simple(&[[30, 70, 110]]);
    let second = asking(&book, ids[0], 101);
    let found = of(&book, &second, 0);
    near(found.behind, 0.0, 1e-12);
    assert!(found.ahead > 0.5);
}

#[test]
fn a_difference_stands_in_columns_of_a_round_width_on_either_side_of_nothing() {
    // The first earns nothing below 60, the second below 48: between, the second is ahead by 60 to 75
    // thousand; above, the second is ahead by a quarter of s until it is full at 80.
    let (book, ids) = simple(&[[30, 70, 110]]);
    let second = asking(&book, ids[0], 80);
    let found = of(&book, &second, 30);
    let columns = found.difference.columns();
    // £75,000 in 48 columns at most: £2,000 each.
    assert_eq!((columns.start, columns.width), (-76_000.0, 2_000.0));
    let held = |from: f64, to: f64| -> f64 {
        let begins = |place: usize| columns.start + columns.width * place as f64;
        let chances = columns.chances.iter().enumerate();
        let within = chances.filter(|&(place, _)| begins(place) >= from && begins(place) < to);
        within.map(|(_, chance)| chance).sum()
    };
    let pert = Pert::new(0.3, 0.7, 1.1).unwrap();
    let between = |low: f64, high: f64| pert.at_least(low) - pert.at_least(high);
    // What jumps at £60,000 is spread over a step of the grid.
    near(held(-76_000.0, -60_000.0), between(0.48, 0.6), 5e-4);
    near(held(-58_000.0, -22_000.0), 0.0, 1e-9);
    near(held(-60_000.0, 0.0), between(0.6, 1.0), 5e-4);
    // The same the other way about.
    let back = compare(&book.ag, &second, &book.sc, pc(30), Fineness::LIVE);
    let mirrored = back.difference.columns();
    let count = columns.chances.len();
    assert_eq!(mirrored.start, 0.0);
    assert_eq!(mirrored.chances.len(), count);
    for (one, other) in columns.chances.iter().zip(mirrored.chances.iter().rev()) {
        near(*one, *other, 1e-9);
    }
}

#[test]
fn a_lump_stands_in_the_column_that_holds_it_on_either_side_of_nothing() {
    // One indicator for all of £93,000 against two for half of it each. Evenly about 80: one time in five
    // below 60, where nothing is paid, and as often above 100, where all is.
    let (mut book, _) = simple(&[[20, 80, 140]; 3]);
    book.ag.rules.pot = laa::model::Pot::Stated(gbp(93_000));
    let outcomes: Vec<_> = book.ag.outcomes.iter().map(|it| it.id).collect();
    let mut second = book.sc.clone();
    second.dropped.push(outcomes[0]);
    book.sc.dropped.extend(&outcomes[1..]);
    let [there, back] = [
        of(&book, &second, 0),
        compare(&book.ag, &second, &book.sc, pc(0), Fineness::LIVE),
    ];
    let [one, other] = [&there, &back].map(|it| it.difference.columns());
    assert_eq!((one.start, one.width), (-95_000.0, 5_000.0));
    // £46,500 less: the one fails, of the two one fails and one pays all.
    let pert = Pert::new(0.2, 0.8, 1.4).unwrap();
    let (full, fails) = (pert.at_least(1.0), 1.0 - pert.at_least(0.6));
    let lump = 2.0 * full * fails * fails;
    let at = |pounds: f64| one.chances[((pounds - one.start) / one.width) as usize];
    assert!(at(-49_999.0) > lump, "{one:?}");
    for (one, other) in one.chances.iter().rev().zip(&other.chances) {
        near(*one, *other, 1e-9);
    }
}

#[test]
fn a_sure_difference_is_one_column_and_none_stands_in_none() {
    let (book, ids) = simple(&[[100, 100, 100]]);
    let mut second = book.sc.clone();
    second.dropped.push(book.ag.outcomes[0].id);
    let found = of(&book, &second, 0);
    let columns = found.difference.columns();
    let whole = columns.chances.iter().sum::<f64>();
    near(whole, 1.0, 1e-12);
    assert_eq!(columns.chances.iter().filter(|it| **it > 0.0).count(), 1);
    assert_eq!(ids.len(), 1);
    let level = of(&book, &book.sc, 0).difference.columns();
    assert!(
        level.chances.iter().all(|chance| *chance == 0.0),
        "{level:?}"
    );
}

#[test]
fn what_runs_up_from_nothing_is_never_less_than_nothing() {
    // No threshold, and nothing but chance in a small count: it earns as often as not. The second scenario has dropped it.
    for pot in [33_333, 100_000, 987_654] {
        let (mut book, ids) = simple(&[[50, 90, 110]]);
        crate::risky::threshold(&mut book, 0);
        book.ag.rules.pot = laa::model::Pot::Stated(gbp(pot));
        book.k(ids[0]).response = Some(points(&[(0, 0), (1, 0)]));
        book.risk(ids[0], [50, 90, 110], "1");
        let mut second = book.sc.clone();
        second.dropped.push(book.ag.outcomes[0].id);
        let found = of(&book, &second, 30);
        near(found.ahead, 0.5, 1e-9);
        near(found.behind, 0.0, 1e-12);
        let back = compare(&book.ag, &second, &book.sc, pc(30), Fineness::LIVE);
        near(back.ahead, 0.0, 1e-12);
    }
}

#[test]
fn dropping_an_outcome_of_the_largest_instance_agrees_with_draws() {
    let workbook = Instance::read(include_str!("../fixtures/speed/national.json")).at_risk();
    let first = &workbook.scenarios[0];
    let mut second = first.clone();
    let earning = workbook.agreement.outcomes.iter().find(|it| it.rewarded);
    second.dropped.push(earning.unwrap().id);
    let agreement = &workbook.agreement;
    let found = compare(agreement, first, &second, pc(30), Fineness::LIVE);
    let drawn = compare_drawn(agreement, first, &second, pc(30));
    near(found.ahead, drawn.ahead, 4.0 * drawn.error.unwrap());
    near(found.level, drawn.level, 4.0 * drawn.error.unwrap());
    near(counted(&found).mean(), found.mean, 1.0);
    let spread = drawn_error(&drawn);
    near(found.mean, drawn.mean, 4.0 * spread);
}

#[test]
fn with_one_cliff_on_the_average_the_difference_is_drawn_and_its_error_said() {
    let (mut book, ids) = simple(&[[20, 60, 130], [30, 70, 110]]);
    book.ag.rules.preset = Preset::Designated;
    for id in ids {
        book.k(id).kind = Kind::Designated;
        book.k(id).baseline = Some(Baseline {
            year: 2005,
            value: v("0"),
        });
    }
    let second = asking(&book, book.ag.indicators[0].id, 80);
    let found = of(&book, &second, 30);
    let error = found.error.unwrap();
    assert!(error > 0.0 && error < 0.002);
    let alone = [&book.sc, &second]
        .map(|scenario| laa::odds::odds(&book.ag, scenario, pc(30), Fineness::LIVE).mean);
    let spread = drawn_error(&found);
    near(found.mean, alone[0] - alone[1], 4.0 * spread);
    near(found.ahead, 0.0, 1e-12);
}

proptest! {
    #![proptest_config(tries(12))]

    #[test]
    fn random_pairs_agree_with_draws((mut book, correlation) in risky(), which in any::<Index>(), level in 1_i64..60) {
        prop_assume!(!book.ag.indicators.is_empty());
        book.ag.rules.preset = Preset::Stretch;
        book.ag.rules.pot = laa::model::Pot::Stated(gbp(100_000));
        let mut second = asking(&book, which.get(&book.ag.indicators).id, level);
        second.dropped.clear();
        let found = of(&book, &second, correlation);
        let drawn = compare_drawn(&book.ag, &book.sc, &second, pc(correlation));
        let errors = 4.5 * drawn.error.unwrap();
        prop_assert!((found.ahead - drawn.ahead).abs() < errors + 2e-4, "{} {}", found.ahead, drawn.ahead);
        prop_assert!((found.behind - drawn.behind).abs() < errors + 2e-4, "{} {}", found.behind, drawn.behind);
        // By what is counted: draws do not know of what is too rare for them. Half a dozen that come by chance are £10.
        let spread = match &found.difference {
            Difference::Counted(counted) | Difference::Less(counted) => counted.variance().sqrt() / 256.0,
            Difference::Drawn(_) => 0.0,
        };
        prop_assert!((found.mean - drawn.mean).abs() < 4.5 * spread + 10.0, "{} {}", found.mean, drawn.mean);
    }

    #[test]
    fn columns_hold_all_of_a_difference_and_swapping_both_mirrors_it((mut book, correlation) in risky(), which in any::<Index>(), level in 1_i64..60, at in -1.0..1.0_f64) {
        prop_assume!(!book.ag.indicators.is_empty());
        book.ag.rules.pot = laa::model::Pot::Stated(gbp(100_000));
        let second = asking(&book, which.get(&book.ag.indicators).id, level);
        let found = of(&book, &second, correlation);
        let swapped = compare(&book.ag, &second, &book.sc, pc(correlation), Fineness::LIVE);
        // Draws stand on a grid, which chances are no finer than.
        let exact = if found.error.is_some() { 2e-3 } else { 1e-8 };
        prop_assert!((found.ahead - swapped.behind).abs() < exact, "{} {}", found.ahead, swapped.behind);
        prop_assert!((found.mean + swapped.mean).abs() < 1e-3);
        // Where no lump is: an odd sum.
        let sum = 100_000.0 * at + 0.123_456;
        let both = found.difference.at_least(sum) + swapped.difference.at_least(-sum);
        // Sums are told apart to the penny.
        let penny = found.difference.at_least(sum - 0.01) - found.difference.at_least(sum + 0.01);
        prop_assert!((both - 1.0).abs() < exact + penny, "{both}");
        let columns = found.difference.columns();
        let less = (-columns.start / columns.width).round().max(0.0) as usize;
        let (below, above) = columns.chances.split_at(less.min(columns.chances.len()));
        let [below, above] = [below, above].map(|held| held.iter().sum::<f64>());
        prop_assert!((below - found.behind).abs() < exact, "{below} {}", found.behind);
        prop_assert!((above - found.ahead).abs() < exact, "{above} {}", found.ahead);
        prop_assert!((below + above + found.level - 1.0).abs() < exact);
        let beyond = match &found.difference {
            Difference::Counted(counted) | Difference::Less(counted) => 0.02 * counted.step(),
            Difference::Drawn(_) => 0.0,
        };
        let beyond = beyond.max(0.01);
        for least in [0.9, 0.5, 0.1] {
            let sum = found.difference.quantile(1.0 - least);
            prop_assert!(found.difference.at_least(sum) >= least - 1e-6);
            prop_assert!(found.difference.at_least(sum + beyond) <= least + 1e-2);
        }
    }
}
