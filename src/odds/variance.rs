//! What the reward's spread comes from: shares of its variance.
//!
//! Given the common factor the indicators are independent, so that the variance of the reward is that of its mean given the
//! factor, which is the share of what all have in common, and the mean of each indicator's variance given the factor: what it
//! delivers by its own luck, and the chance in a small count. Under one cliff on the average these are shares of the
//! average's variance, before the cliff.

use crate::engine::evaluate;
use crate::model::{Agreement, BasisPoints, IndicatorId, Scenario};
use crate::odds::factor::{Factor, Node};
use crate::odds::grid::{self, Span};
use crate::odds::kernel::Kernel;
use crate::odds::stake::Stakes;
use crate::odds::wager::Wager;
use serde::{Deserialize, Serialize};
use std::slice;

/// Points over what is open of one indicator, about: chance split between two of them widens what it earns.
const POINTS: usize = 96;
/// The widest spacing of nodes.
const WIDEST: f64 = 0.25;

/// Shares of the variance, each between 0 and 1; they add up to 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VarianceShares {
    /// The standard deviation of what is shared out, in pounds.
    pub deviation: f64,
    /// The share of the common factor.
    pub common: f64,
    /// The share of each indicator's own luck and chance, in the order by id.
    pub indicators: Vec<(IndicatorId, f64)>,
}

/// Shares of the variance of the reward; none where nothing is uncertain.
#[must_use]
pub fn variance_shares(
    agreement: &Agreement,
    scenario: &Scenario,
    correlation: BasisPoints,
) -> Option<VarianceShares> {
    let found = evaluate(agreement, scenario);
    let stakes = Stakes::of(agreement, scenario, &found);
    let factor = Factor::new(correlation);
    let over_common = Factor::nodes(WIDEST.min(factor.own));
    let mut means = vec![0.0; over_common.len()];
    let (mut within, mut own) = (0.0, Vec::new());
    for stake in &stakes.each {
        let wager = Wager::reward(stake);
        if wager.certain().is_some() {
            own.push((stake.id, 0.0));
            continue;
        }
        let span = Span::of(&wager, &factor);
        let step = grid::step(slice::from_ref(&span), POINTS);
        let kernel = Kernel::new(span.places, &wager, step, &factor);
        let mut variance = 0.0;
        for (node, sum) in over_common.iter().zip(&mut means) {
            let (mean, square) = kernel.moments(&factor, node.value);
            *sum += step * mean;
            variance += node.weight * step * step * (square - mean * mean).max(0.0);
        }
        within += variance;
        own.push((stake.id, variance));
    }
    let common = spread(&over_common, &means);
    let whole = common + within;
    if whole <= 0.0 {
        return None;
    }
    let indicators: Vec<(IndicatorId, f64)> =
        own.into_iter().map(|(id, own)| (id, own / whole)).collect();
    Some(VarianceShares {
        deviation: libm::sqrt(whole),
        common: common / whole,
        indicators,
    })
}

/// The variance of values over nodes.
fn spread(nodes: &[Node], values: &[f64]) -> f64 {
    let over = |f: &dyn Fn(f64) -> f64| {
        let terms = nodes.iter().zip(values);
        terms
            .map(|(node, &value)| node.weight * f(value))
            .sum::<f64>()
    };
    let mean = over(&|value| value);
    over(&|value| (value - mean) * (value - mean))
}
