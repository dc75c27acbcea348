//! What it would take to reach a result.

use crate::job::answer::Progress;
use crate::job::pulse::Pulse;
use crate::model::{Scenario, ScenarioId, Workbook};
use crate::solve::{Goal, Input, Sought, seek};
use serde::{Deserialize, Serialize};

/// A result to be reached, and what may be changed for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wanted {
    /// The scenario to be changed.
    pub scenario: ScenarioId,
    /// The result.
    pub goal: Goal,
    /// What may be changed.
    pub free: Vec<Input>,
}

/// Looks for what it would take, and tells how far the search is.
pub(crate) fn sought(
    workbook: &Workbook,
    scenario: &Scenario,
    wanted: &Wanted,
    pulse: &mut Pulse<'_>,
) -> Sought {
    let of = 2 * wanted.free.len() as u64;
    let mut told = |done: usize| {
        pulse.far(Progress {
            done: done as u64,
            of,
        });
    };
    seek(
        &workbook.agreement,
        scenario,
        wanted.goal,
        &wanted.free,
        &mut told,
    )
}
