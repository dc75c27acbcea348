//! The seeded simulation that stands beside the computed odds.

use crate::job::answer::Progress;
use crate::model::{Scenario, Workbook};
use crate::odds::{Estimate, Simulation, gather};
use serde::{Deserialize, Serialize};

/// Draws that may be asked for.
pub const MOST: u32 = 1_000_000;

/// Blocks of draws between two words on how far it is.
const BLOCKS: u32 = 16;

/// What was drawn, each figure with its standard error.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Simulated {
    /// Draws.
    pub draws: u32,
    /// The seed that the draws follow from.
    pub seed: u64,
    /// The mean reward in pounds.
    pub mean: Estimate,
    /// One time in ten it is less.
    pub p10: Estimate,
    /// It is as often less as more.
    pub p50: Estimate,
    /// One time in ten it is more.
    pub p90: Estimate,
}

/// Draws a scenario, and tells how far it is. The result does not depend on how the draws are parted, so that
/// one worker or several give the same bits.
pub(crate) fn simulated(
    workbook: &Workbook,
    scenario: &Scenario,
    (draws, seed): (u32, u64),
    tell: &mut dyn FnMut(Progress),
) -> Option<Simulated> {
    let draws = draws.clamp(1, MOST);
    let (agreement, correlation) = (&workbook.agreement, workbook.correlation);
    let simulation = Simulation::new(agreement, scenario, correlation, seed, draws);
    let blocks = simulation.blocks();
    let mut parts = Vec::new();
    for first in (0..blocks).step_by(BLOCKS as usize) {
        tell(Progress {
            done: u64::from(first),
            of: u64::from(blocks),
        });
        parts.extend(simulation.run(first..first + BLOCKS, |_| true));
    }
    let all = gather(parts)?;
    Some(Simulated {
        draws,
        seed,
        mean: all.mean,
        p10: all.p10,
        p50: all.p50,
        p90: all.p90,
    })
}
