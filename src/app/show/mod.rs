//! What the views show: sentences, rows and pictures made from results, ready to be drawn.

pub mod allocation;
pub mod position;

use crate::engine::Score;
use crate::model::{Agreement, Scenario};

/// A score as a share for a picture.
#[must_use]
pub fn share(score: Score) -> f64 {
    score.gained as f64 / score.aim as f64
}

/// The threshold in force in a scenario, as a share for a picture.
#[must_use]
pub fn threshold(agreement: &Agreement, scenario: &Scenario) -> f64 {
    let rules = scenario.rules.as_ref().unwrap_or(&agreement.rules);
    f64::from(rules.threshold.0) / 10_000.0
}
