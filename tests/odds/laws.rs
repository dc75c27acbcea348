//! Laws that hold for every agreement at risk.

use crate::integral::near;
use crate::risky::{risky, simple, threshold};
use crate::tries::tries;
use laa::model::{Decimal, Pounds, Preset};
use proptest::prelude::*;
use proptest::sample::Index;

#[test]
fn without_correlation_variances_add_and_chances_multiply() {
    let risks = [[30, 70, 110], [0, 60, 150], [55, 65, 130], [40, 60, 80]];
    let (book, ids) = simple(&risks);
    let found = book.odds(0);
    let alone = ids.iter().map(|&id| {
        let mut book = book.clone();
        for &other in ids.iter().filter(|&&other| other != id) {
            book.k(other).risk = None;
        }
        book.odds(0).reward.variance()
    });
    let sum: f64 = alone.sum();
    near(found.reward.variance() / sum, 1.0, 1e-4);
    let nothing: f64 = found
        .indicators
        .iter()
        .map(|it| 1.0 - it.threshold)
        .product();
    near(1.0 - found.reward.at_least(1.0), nothing, 1e-9);
}

proptest! {
    #![proptest_config(tries(60))]

    #[test]
    fn more_money_never_lowers_a_chance((mut book, correlation) in risky(), which in any::<Index>(), more in 1_i64..50) {
        book.ag.indicators.iter_mut().for_each(|it| it.actual.clear());
        let before = book.rough(correlation);
        let outcome = which.get(&book.ag.outcomes).id;
        let end = usize::from(book.ag.years) - 1;
        let typed = book.sc.spending.get(outcome, end);
        book.sc.spending.set(outcome, end, typed + Pounds(more));
        let after = book.rough(correlation);
        for (before, after) in before.indicators.iter().zip(&after.indicators) {
            prop_assert!(after.threshold >= before.threshold - 1e-9, "{before:?} {after:?}");
            prop_assert!(after.full >= before.full - 1e-9, "{before:?} {after:?}");
            prop_assert!(after.mean >= before.mean - 1e-6 * before.most, "{before:?} {after:?}");
        }
    }

    #[test]
    fn a_lower_threshold_never_lowers_the_mean((mut book, correlation) in risky(), high in 1_u32..=100, low in 1_u32..=100) {
        let (low, high) = (low.min(high), low.max(high));
        threshold(&mut book, high);
        let strict = book.rough(correlation);
        threshold(&mut book, low);
        let mild = book.rough(correlation);
        let slack = if book.ag.rules.preset == Preset::Designated { strict.reward.step() } else { 0.01 };
        prop_assert!(mild.mean >= strict.mean - slack, "{} {}", mild.mean, strict.mean);
        for (mild, strict) in mild.indicators.iter().zip(&strict.indicators) {
            prop_assert!(mild.threshold >= strict.threshold - 1e-9);
        }
    }

    #[test]
    fn delivery_fixed_at_all_of_it_is_the_evaluation((mut book, correlation) in risky()) {
        let ids: Vec<_> = book.ag.indicators.iter().map(|it| it.id).collect();
        for id in ids {
            book.risk(id, [100; 3], "0");
        }
        let reward = book.ev().reward.0 as f64 / 100.0;
        let found = book.rough(correlation);
        prop_assert!((found.mean - reward).abs() < 0.006);
        let range = found.reward.range();
        prop_assert!((range.p10 - reward).abs() < 0.006 && (range.p90 - reward).abs() < 0.006);
        prop_assert!(found.reward.variance() < 1e-3);
    }

    #[test]
    fn a_recorded_end_year_leaves_no_risk((mut book, correlation) in risky(), recorded in -20_i64..80) {
        let end = usize::from(book.ag.years) - 1;
        for indicator in &mut book.ag.indicators {
            indicator.actual.resize(end + 1, None);
            indicator.actual[end] = Some(Decimal::from_millionths(recorded * 1_000_000).unwrap());
        }
        let found = book.rough(correlation);
        let reward = book.ev().reward.0 as f64 / 100.0;
        prop_assert!((found.mean - reward).abs() < 0.006);
        prop_assert!(found.reward.variance() < 1e-3);
        for indicator in &found.indicators {
            prop_assert!(indicator.threshold == 0.0 || indicator.threshold == 1.0);
        }
    }

    #[test]
    fn a_distribution_is_whole_and_keeps_the_mean((book, correlation) in risky()) {
        let found = book.rough(correlation);
        let whole: f64 = found.reward.points().map(|(_, chance)| chance).sum();
        prop_assert!((whole - 1.0).abs() < 1e-9);
        prop_assert!(found.reward.points().all(|(_, chance)| chance >= 0.0));
        let most: f64 = found.indicators.iter().map(|it| it.most).sum();
        let slack = 0.02 * found.reward.step() + 3e-5 * most;
        prop_assert!((found.reward.mean() - found.mean).abs() < slack, "{} {}", found.reward.mean(), found.mean);
        let quantiles: Vec<f64> = (0..=20).map(|it| found.reward.quantile(f64::from(it) / 20.0)).collect();
        prop_assert!(quantiles.windows(2).all(|pair| pair[0] <= pair[1]));
    }
}
