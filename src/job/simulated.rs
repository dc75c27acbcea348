//! The seeded simulation that stands beside the computed odds.

use crate::job::answer::Progress;
use crate::model::{Scenario, Workbook};
use crate::odds::{Drawn, Estimate, Simulation, gather};
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

/// A simulation that is being drawn, run by run.
pub(crate) struct Drawing {
    simulation: Simulation,
    blocks: Range<u32>,
    next: u32,
    runs: Vec<Drawn>,
}

impl Drawing {
    /// Makes ready to draw some blocks of a scenario's simulation, or all of them.
    pub(crate) fn new(
        workbook: &Workbook,
        scenario: &Scenario,
        (draws, seed): (u32, u64),
        blocks: Option<&Range<u32>>,
    ) -> Self {
        let (agreement, correlation) = (&workbook.agreement, workbook.correlation);
        let draws = draws.clamp(1, MOST);
        let simulation = Simulation::new(agreement, scenario, correlation, seed, draws);
        let all = 0..simulation.blocks();
        let blocks = blocks.map_or(all.clone(), |some| some.start..some.end.min(all.end));
        Self {
            simulation,
            next: blocks.start,
            blocks,
            runs: Vec::new(),
        }
    }

    /// How far it is, while there is a run to be drawn.
    pub(crate) fn progress(&self) -> Option<Progress> {
        (self.next < self.blocks.end).then(|| Progress {
            done: u64::from(self.next - self.blocks.start),
            of: u64::from(self.blocks.end - self.blocks.start),
        })
    }

    /// Draws the next run.
    pub(crate) fn step(&mut self) {
        let end = self.blocks.end.min(self.next + RUN);
        self.runs
            .extend(self.simulation.run(self.next..end, |_| true));
        self.next = end;
    }

    /// What was drawn.
    pub(crate) fn runs(self) -> Vec<Drawn> {
        self.runs
    }
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
