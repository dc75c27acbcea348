//! What the reward's spread comes from: first-order shares of its variance.
//!
//! Inputs are the common factor and, for each indicator, what is its own. The share of an input is the
//! variance of the mean reward given that input alone, over the whole variance (Sobol', *Mathematical
//! Modelling and Computational Experiments* 1, 1993). What is left is the rest: what the common factor and
//! the indicators do together, and the chance in small counts. Under one cliff on the average these are
//! shares of the average's variance, before the cliff.

use crate::engine::evaluate;
use crate::model::{Agreement, BasisPoints, IndicatorId, Scenario};
use crate::odds::factor::{Factor, Node};
use crate::odds::kernel::Kernel;
use crate::odds::stake::Stakes;
use crate::odds::wager::Wager;
use serde::{Deserialize, Serialize};

/// Points over what one indicator may earn.
const POINTS: f64 = 96.0;
/// The widest spacing of nodes.
const WIDEST: f64 = 0.25;
/// The least loading of what is common that is resolved here: a correlation of a quarter of 1%.
const LEAST: f64 = 0.05;

/// Shares of the variance, each between 0 and 1; with the rest they add up to 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VarianceShares {
    /// The standard deviation of what is shared out, in pounds.
    pub deviation: f64,
    /// The share of the common factor.
    pub common: f64,
    /// The share of each indicator's own part, in the order by id.
    pub indicators: Vec<(IndicatorId, f64)>,
    /// What they do together, and chance.
    pub rest: f64,
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
        if wager.certain().is_some() || stake.most <= 0.0 {
            own.push((stake.id, 0.0));
            continue;
        }
        let step = stake.most / POINTS;
        let kernel = Kernel::new(&wager, step, &factor);
        let mut variance = 0.0;
        for (node, sum) in over_common.iter().zip(&mut means) {
            let (mean, square) = kernel.moments(&factor, node.value);
            *sum += step * mean;
            variance += node.weight * step * step * (square - mean * mean).max(0.0);
        }
        within += variance;
        own.push((stake.id, of_own(&wager, step, &factor).min(variance)));
    }
    let common = spread(&over_common, &means);
    let whole = common + within;
    if whole <= 0.0 {
        return None;
    }
    let indicators: Vec<(IndicatorId, f64)> =
        own.into_iter().map(|(id, own)| (id, own / whole)).collect();
    let shared: f64 = indicators.iter().map(|(_, share)| share).sum();
    Some(VarianceShares {
        deviation: libm::sqrt(whole),
        common: common / whole,
        rest: (1.0 - common / whole - shared).max(0.0),
        indicators,
    })
}

/// The variance of the mean given what is an indicator's own: with the roles of the two turned it is
/// what the common factor was before. All variance, where nothing is common and nothing chance.
fn of_own(wager: &Wager<'_>, step: f64, factor: &Factor) -> f64 {
    if factor.common <= 0.0 && !wager.noisy {
        return f64::INFINITY;
    }
    let turned = factor.turned(LEAST);
    let kernel = Kernel::new(wager, step, &turned);
    let nodes = Factor::nodes(WIDEST.min(turned.own));
    let means: Vec<f64> = nodes
        .iter()
        .map(|node| step * kernel.moments(&turned, node.value).0)
        .collect();
    spread(&nodes, &means)
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
