//! What all the draws of a simulation say together, each figure with its standard error.

use crate::odds::simulation::Drawn;
use serde::{Deserialize, Serialize};

/// A figure estimated from draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
}

/// What was drawn, with standard errors.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gathered {
    /// Draws.
    pub draws: u32,
    /// The mean reward in pounds.
    pub mean: Estimate,
    /// P10, P50 and P90 of the reward in pounds.
    pub p10: Estimate,
    /// The median.
    pub p50: Estimate,
    /// Nine times in ten it is less.
    pub p90: Estimate,
    /// By indicator, the chance of its threshold.
    pub threshold: Vec<Estimate>,
    /// By indicator, the chance of its full stretch.
    pub full: Vec<Estimate>,
    /// All rewards in ascending order.
    totals: Vec<f64>,
}

/// Puts the parts of a simulation together, in whatever order they come. None where there is none,
/// or where they are of different simulations.
#[must_use]
pub fn gather(mut parts: Vec<Drawn>) -> Option<Gathered> {
    parts.sort_by_key(|part| part.first);
    let indicators = parts.first()?.reached.len();
    if parts.iter().any(|part| part.reached.len() != indicators) {
        return None;
    }
    let mut totals: Vec<f64> = parts
        .iter()
        .flat_map(|part| &part.totals)
        .copied()
        .collect();
    if totals.is_empty() {
        return None;
    }
    let mean = mean(&totals);
    totals.sort_unstable_by(f64::total_cmp);
    let count = |reached: &dyn Fn(&Drawn) -> u32| {
        let sum: u32 = parts.iter().map(reached).sum();
        chance(sum, totals.len())
    };
    let each = |of: fn((u32, u32)) -> u32| {
        (0..indicators)
            .map(|at| count(&|part| of(part.reached[at])))
            .collect()
    };
    Some(Gathered {
        draws: totals.len() as u32,
        mean,
        p10: quantile(&totals, 0.1),
        p50: quantile(&totals, 0.5),
        p90: quantile(&totals, 0.9),
        threshold: each(|reached| reached.0),
        full: each(|reached| reached.1),
        totals,
    })
}

impl Gathered {
    /// The chance of at least a sum.
    #[must_use]
    pub fn at_least(&self, pounds: f64) -> Estimate {
        let below = self.totals.partition_point(|&total| total < pounds);
        chance((self.totals.len() - below) as u32, self.totals.len())
    }
}

fn mean(totals: &[f64]) -> Estimate {
    let count = totals.len() as f64;
    let mean = totals.iter().sum::<f64>() / count;
    let squares: f64 = totals
        .iter()
        .map(|total| (total - mean) * (total - mean))
        .sum();
    Estimate {
        value: mean,
        error: libm::sqrt(squares / (count - 1.0).max(1.0) / count),
    }
}

/// A chance; where it never or always came true, the error is what one draw would have made.
fn chance(reached: u32, draws: usize) -> Estimate {
    let draws = draws as f64;
    let value = f64::from(reached) / draws;
    let spread = (value * (1.0 - value)).max(1.0 / draws);
    Estimate {
        value,
        error: libm::sqrt(spread / draws),
    }
}

/// A quantile between the two nearest draws. Its error is half the way between the draws that lie a
/// standard error of its rank on either side (Woodruff, *JASA* 47, 1952).
fn quantile(totals: &[f64], share: f64) -> Estimate {
    let last = (totals.len() - 1) as f64;
    let at = |rank: f64| {
        let rank = rank.clamp(0.0, last);
        let low = rank as usize;
        let (from, to) = (totals[low], totals[(low + 1).min(totals.len() - 1)]);
        from + (rank - low as f64) * (to - from)
    };
    let rank = share * last;
    let apart = libm::sqrt(share * (1.0 - share) * (last + 1.0));
    Estimate {
        value: at(rank),
        error: 0.5 * (at(rank + apart) - at(rank - apart)),
    }
}
