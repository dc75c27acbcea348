//! What dropping each outcome does to the reward.

use crate::model::{Agreement, BasisPoints, OutcomeId, Scenario};
use crate::odds::reward::odds;
use crate::odds::sum::Fineness;
use serde::{Deserialize, Serialize};

/// The reward without one outcome, the pot shared out over the others, in pounds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dropped {
    /// The outcome.
    pub outcome: OutcomeId,
    /// The mean reward.
    pub mean: f64,
    /// What is reached nine times in ten.
    pub p10: f64,
}

/// Drops each outcome that bears reward, one at a time. Calls `tell` after each.
#[must_use]
pub fn dropping(
    agreement: &Agreement,
    scenario: &Scenario,
    correlation: BasisPoints,
    fineness: Fineness,
    tell: &mut dyn FnMut(),
) -> Vec<Dropped> {
    let mut outcomes: Vec<OutcomeId> = agreement
        .outcomes
        .iter()
        .filter(|outcome| outcome.rewarded && !scenario.dropped.contains(&outcome.id))
        .map(|outcome| outcome.id)
        .collect();
    outcomes.sort_unstable();
    let dropped = |outcome| {
        let mut scenario = scenario.clone();
        scenario.dropped.push(outcome);
        let found = odds(agreement, &scenario, correlation, fineness);
        tell();
        Dropped {
            outcome,
            mean: found.mean,
            p10: found.reward.quantile(0.1),
        }
    };
    outcomes.into_iter().map(dropped).collect()
}
