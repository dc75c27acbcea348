//! The seeded simulation that stands beside the computed odds.

use crate::job::answer::Progress;
use crate::model::{Scenario, Workbook};
use crate::odds::{BLOCK, Drawn, Estimate, Simulation, gather};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Draws that may be asked for.
pub const MOST: u32 = 1_000_000;

/// Blocks of draws between two words on how far it is: some 40 ms.
pub(crate) const RUN: u32 = 64;

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

/// Draws a scenario, and tells how far it is.
pub(crate) fn simulated(
    workbook: &Workbook,
    scenario: &Scenario,
    (draws, seed): (u32, u64),
    tell: &mut dyn FnMut(Progress),
) -> Option<Simulated> {
    let all = 0..draws.div_ceil(BLOCK);
    summed(
        (draws, seed),
        drawn(workbook, scenario, (draws, seed), &all, tell),
    )
}

/// Draws some blocks of a simulation, run by run, and tells how far it is.
pub(crate) fn drawn(
    workbook: &Workbook,
    scenario: &Scenario,
    (draws, seed): (u32, u64),
    blocks: &Range<u32>,
    tell: &mut dyn FnMut(Progress),
) -> Vec<Drawn> {
    let (agreement, correlation) = (&workbook.agreement, workbook.correlation);
    let simulation = Simulation::new(agreement, scenario, correlation, seed, draws.clamp(1, MOST));
    let end = blocks.end.min(simulation.blocks());
    let mut runs = Vec::new();
    for first in (blocks.start..end).step_by(RUN as usize) {
        tell(Progress {
            done: u64::from(first - blocks.start),
            of: u64::from(end - blocks.start),
        });
        runs.extend(simulation.run(first..end.min(first + RUN), |_| true));
    }
    runs
}

/// What all runs of a simulation say together, whoever drew them: one worker or several give the same bits.
pub(crate) fn summed((draws, seed): (u32, u64), runs: Vec<Drawn>) -> Option<Simulated> {
    let all = gather(runs)?;
    Some(Simulated {
        draws: draws.clamp(1, MOST),
        seed,
        mean: all.mean,
        p10: all.p10,
        p50: all.p50,
        p90: all.p90,
    })
}
