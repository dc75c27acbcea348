//! What drives the reward: shares of its variance, and assumptions moved between low and high.

use crate::common::*;
use crate::integral::{integral, near, normal_density};
use crate::risky::{risky, simple};
use crate::tries::tries;
use laa::model::IndicatorId;
use laa::odds::{
    Assumption, Bar, Fineness, Leeway, Measure, Pert, VarianceShares, gist, tornado,
    variance_shares,
};
use proptest::prelude::*;

fn shares(book: &Book, correlation: u32) -> VarianceShares {
    variance_shares(&book.ag, &book.sc, pc(correlation)).unwrap()
}

const COARSE: Fineness = Fineness {
    points: 192,
    spacing: 1.0,
};

fn bars(book: &Book, measure: Measure) -> Vec<Bar> {
    tornado(
        &book.ag,
        &book.sc,
        pc(30),
        &Leeway::default(),
        measure,
        COARSE,
        &mut || (),
    )
}

#[track_caller]
fn bar(bars: &[Bar], assumption: Assumption, indicator: Option<IndicatorId>) -> (f64, f64) {
    let bar = bars
        .iter()
        .find(|bar| (bar.assumption, bar.indicator) == (assumption, indicator))
        .unwrap();
    (bar.low, bar.high)
}

#[test]
fn without_correlation_each_indicator_has_its_own_variance() {
    let (book, ids) = simple(&[[30, 70, 110], [0, 60, 150], [80, 90, 95]]);
    let found = shares(&book, 0);
    near(found.common, 0.0, 1e-12);
    let alone = |id: IndicatorId| {
        let mut book = book.clone();
        for &other in ids.iter().filter(|&&other| other != id) {
            book.k(other).risk = None;
        }
        book.odds(0).reward.variance()
    };
    let alone: Vec<f64> = ids.iter().map(|&id| alone(id)).collect();
    let whole: f64 = alone.iter().sum();
    for ((id, share), alone) in found.indicators.iter().zip(&alone) {
        near(*share, alone / whole, 1e-3);
        assert!(ids.contains(id));
    }
    near(found.deviation / whole.sqrt(), 1.0, 1e-3);
}

/// One of two has its end recorded: whatever is assumed otherwise, it stays there (DESIGN, section 5).
#[test]
fn nothing_that_is_assumed_moves_what_is_recorded() {
    let (mut book, ids) = simple(&[[30, 70, 110], [0, 60, 150]]);
    let years = book.ag.year_count();
    let recorded = book.k(ids[0]);
    recorded.actual = vec![None; years];
    recorded.actual[years - 1] = Some(v("58"));
    let found = bars(&book, Measure::Mean);
    for kind in [
        Assumption::Response,
        Assumption::Cost,
        Assumption::Without,
        Assumption::Delivery,
    ] {
        let (low, high) = bar(&found, kind, Some(ids[0]));
        near(low, high, 1e-9);
    }
    let (low, high) = bar(&found, Assumption::Without, Some(ids[1]));
    assert!(high > low + 1.0);
}

#[test]
fn the_share_of_what_is_common_is_the_variance_of_the_mean_it_leaves() {
    // One indicator: given the factor, two copies have correlation ρ. The variance of the mean is the covariance of two such
    // copies, and what is left is the indicator's own.
    let (book, _) = simple(&[[30, 70, 110]]);
    let pert = Pert::new(0.3, 0.7, 1.1).unwrap();
    let pays = |z: f64| {
        let score = pert.at(z);
        if score < 0.6 { 0.0 } else { score.min(1.0) }
    };
    // Each integral is taken on either side of the jump.
    let over = |f: &dyn Fn(f64) -> f64, jump: f64| {
        let dense = |z: f64| f(z) * normal_density(z);
        integral(&dense, -7.0, jump, 1e-5) + integral(&dense, jump, 7.0, 1e-5)
    };
    let cliff = pert.place(0.6);
    let mean = over(&pays, cliff);
    let covariance = |rho: f64| {
        let own = (1.0 - rho * rho).sqrt();
        let copy = |z: f64| over(&|e| pays(rho * z + own * e), (cliff - rho * z) / own);
        over(&|z| (pays(z) - mean) * copy(z), cliff)
    };
    let variance = over(&|z| (pays(z) - mean) * (pays(z) - mean), cliff);
    let found = shares(&book, 30);
    near(found.common, covariance(0.3) / variance, 2e-4);
    near(
        found.indicators[0].1,
        1.0 - covariance(0.3) / variance,
        2e-4,
    );
}

/// Five alike, each between 95 and 99% of its stretch: what is paid rises evenly, so that the shares are those of what is
/// delivered, however little is still open.
#[test]
fn the_shares_are_as_exact_where_little_is_still_open() {
    let (book, _) = simple(&[[95, 97, 99]; 5]);
    let pert = Pert::new(0.95, 0.97, 0.99).unwrap();
    let over = |f: &dyn Fn(f64) -> f64| integral(&|z| f(z) * normal_density(z), -7.0, 7.0, 1e-9);
    let off = |z: f64| 100.0 * (pert.at(z) - 0.97);
    let own = (1.0_f64 - 0.3 * 0.3).sqrt();
    let shared = over(&|z| off(z) * over(&|e| off(0.3 * z + own * e)));
    let whole = over(&|z| off(z) * off(z));
    let common = 5.0 * shared / (5.0 * shared + whole - shared);
    let found = shares(&book, 30);
    near(found.common, common, 5e-4);
    for (_, own) in found.indicators {
        near(own, (1.0 - common) / 5.0, 1e-4);
    }
}

#[test]
fn where_nothing_is_uncertain_there_is_nothing_to_share_out() {
    let (book, _) = simple(&[[80; 3]]);
    assert_eq!(variance_shares(&book.ag, &book.sc, pc(30)), None);
}

#[test]
fn a_response_that_brings_a_fifth_less_takes_a_fifth_of_a_certain_score() {
    let (mut book, ids) = simple(&[[100; 3], [30, 70, 110]]);
    book.k(ids[0]).response = Some(points(&[(0, 90), (1, 90)]));
    let found = bars(&book, Measure::Mean);
    let uncertain = book.odds(30).indicators[1].mean;
    let (low, high) = bar(&found, Assumption::Response, Some(ids[0]));
    near(low, 50_000.0 * 0.72 + uncertain, 1e-6);
    near(high, 50_000.0 + uncertain, 1e-6);
    // A tenth of the stretch worse or better without an agreement.
    let (low, high) = bar(&found, Assumption::Without, Some(ids[0]));
    near(low, 50_000.0 * 0.8 + uncertain, 1e-6);
    near(high, 50_000.0 + uncertain, 1e-6);
}

#[test]
fn a_bar_is_the_mean_under_the_changed_assumption() {
    let (mut book, ids) = simple(&[[30, 70, 110], [45, 60, 140]]);
    for &id in &ids {
        book.k(id).response = Some(straight(1_000));
        let outcome = book.k(id).outcome;
        book.spend(outcome, &[900]);
    }
    let found = bars(&book, Measure::Mean);
    let with = |cost: i64| {
        let mut book = book.clone();
        book.k(ids[0]).response = Some(straight(cost));
        book.odds(30).mean
    };
    let (low, high) = bar(&found, Assumption::Cost, Some(ids[0]));
    near(low, with(1_200), 1e-6);
    near(high, with(800), 1e-6);
    let delivered = |z: f64| {
        let mut book = book.clone();
        let share = (Pert::new(0.3, 0.7, 1.1).unwrap().at(z) * 10_000.0).round() as u32;
        let risk = book.k(ids[0]).risk.as_mut().unwrap();
        [risk.worst, risk.likely, risk.best] = [laa::model::BasisPoints(share); 3];
        book.odds(30).mean
    };
    let (low, high) = bar(&found, Assumption::Delivery, Some(ids[0]));
    near(low, delivered(-1.281_551_565_544_600_4), 5.0);
    near(high, delivered(1.281_551_565_544_600_4), 5.0);
}

#[test]
fn correlation_moves_what_is_safe_and_not_what_is_expected() {
    let (book, _) = simple(&[[62, 80, 99]; 6]);
    let (low, high) = bar(&bars(&book, Measure::Mean), Assumption::Correlation, None);
    assert_eq!(low, high);
    let (low, high) = bar(&bars(&book, Measure::P10), Assumption::Correlation, None);
    near(low, book.rough(0).reward.quantile(0.1), 1e-6);
    near(high, book.rough(60).reward.quantile(0.1), 1e-6);
    assert!(low > high, "more in common, wider spread");
}

#[test]
fn the_widest_bar_comes_first() {
    let (book, _) = simple(&[[30, 70, 110], [45, 60, 140]]);
    let found = bars(&book, Measure::Mean);
    assert_eq!(found.len(), 4 * 3 + 1);
    let widths: Vec<f64> = found.iter().map(|bar| (bar.high - bar.low).abs()).collect();
    assert!(widths.windows(2).all(|pair| pair[0] >= pair[1]));
}

#[test]
fn the_gist_names_what_deserves_a_sentence() {
    // The first is a toss-up over its cliff, the second nearly safe, the third certain.
    let (book, ids) = simple(&[[30, 60, 90], [62, 90, 110], [100; 3]]);
    let found = book.rough(30);
    let of_variance = variance_shares(&book.ag, &book.sc, pc(30));
    let bars = bars(&book, Measure::Mean);
    let gist = gist(&found, of_variance.as_ref(), &bars).unwrap();
    assert_eq!(gist.few, [ids[0]]);
    let cliff = gist.cliff.unwrap();
    assert_eq!(cliff.id, ids[0]);
    near(cliff.chance, 0.5, 1e-9);
    assert!(cliff.earns > 0.6 / 3.0 * 100_000.0 && cliff.earns < 0.9 / 3.0 * 100_000.0);
    assert_eq!(gist.assumption.unwrap().indicator, Some(ids[0]));
    assert_eq!(gist.common, of_variance.unwrap().common);
}

/// A fifth of the pot hangs on what the first delivers, the rest on the chance in a small count.
#[test]
fn the_chance_in_a_small_count_is_its_indicators_own() {
    let (mut book, ids) = simple(&[[30, 70, 110], [90, 100, 105]]);
    book.risk(ids[1], [90, 100, 105], "40");
    book.ag.rules.split = laa::model::OutcomeSplit::Stated;
    for (outcome, weight) in book.ag.outcomes.iter_mut().zip([20, 80]) {
        outcome.weight = weight;
    }
    let found = shares(&book, 30);
    let own = [found.indicators[0].1, found.indicators[1].1];
    near(found.common + own[0] + own[1], 1.0, 1e-12);
    near(own[1], 0.93, 0.02);
    let gist = gist(&book.rough(30), Some(&found), &[]).unwrap();
    assert_eq!(gist.few, [ids[1]]);
}

#[test]
fn there_is_no_gist_where_nothing_is_uncertain() {
    let (book, _) = simple(&[[80; 3]]);
    assert_eq!(gist(&book.rough(30), None, &[]), None);
}

proptest! {
    #![proptest_config(tries(25))]

    #[test]
    fn shares_of_the_variance_add_to_the_whole((book, correlation) in risky()) {
        let found = variance_shares(&book.ag, &book.sc, pc(correlation));
        prop_assume!(found.is_some());
        let found = found.unwrap();
        let own: f64 = found.indicators.iter().map(|(_, share)| share).sum();
        prop_assert!((found.common + own - 1.0).abs() < 1e-9, "{:?}", found);
        prop_assert!(found.common >= 0.0);
        prop_assert!(found.indicators.iter().all(|(_, share)| *share >= 0.0));
    }
}
