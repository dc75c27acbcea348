//! Questions, and the desk that each is put to.

use crate::job::best_use::Wish;
use crate::job::sought::Wanted;
use crate::model::ScenarioId;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Something to be worked out of a workbook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// How likely the rewards of these scenarios are.
    Odds(Vec<ScenarioId>),
    /// What drives the odds of a scenario, and how it fares against the others.
    Drivers(ScenarioId),
    /// Between what the payments and the shares of a scenario lie.
    Ranges(ScenarioId),
    /// How a scenario, the first, fares against another.
    Against(ScenarioId, ScenarioId),
    /// A simulation of a scenario beside its computed odds.
    Simulation {
        /// The scenario.
        scenario: ScenarioId,
        /// Draws, a million at most.
        draws: u32,
        /// What the draws follow from.
        seed: u64,
    },
    /// A run of blocks of a simulation, for one of the workers that share it.
    Draws {
        /// The scenario.
        scenario: ScenarioId,
        /// Draws of the whole simulation.
        draws: u32,
        /// What the draws follow from.
        seed: u64,
        /// The blocks of this worker.
        blocks: Range<u32>,
    },
    /// What each fence costs a scenario, and what each freedom that it asks for is worth.
    Prices(ScenarioId),
    /// The best use of a scenario's money.
    Best(Wish),
    /// What pump-priming is worth in a scenario.
    Pump(ScenarioId),
    /// What it would take to reach a result.
    Seek(Wanted),
}

/// Where a worker answers one question after the other. A new question takes the place of the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desk {
    /// The odds, which follow every figure.
    Odds,
    /// What drives the odds.
    Drivers,
    /// Ranges of payments and shares, and one scenario against another.
    Ranges,
    /// The simulation, when it is asked for.
    Simulation,
    /// The prices of fences and freedoms.
    Prices,
    /// The best use of the money, worked out when it is asked for.
    Best,
    /// The worth of pump-priming.
    Pump,
    /// What a result would take, worked out when it is asked for.
    Seek,
}

impl Desk {
    /// Every desk.
    pub const ALL: [Self; 8] = [
        Self::Odds,
        Self::Drivers,
        Self::Ranges,
        Self::Simulation,
        Self::Prices,
        Self::Best,
        Self::Pump,
        Self::Seek,
    ];
}

impl Question {
    /// The desk that answers it.
    #[must_use]
    pub fn desk(&self) -> Desk {
        match self {
            Self::Odds(_) => Desk::Odds,
            Self::Drivers(_) => Desk::Drivers,
            Self::Ranges(_) | Self::Against(..) => Desk::Ranges,
            Self::Simulation { .. } | Self::Draws { .. } => Desk::Simulation,
            Self::Prices(_) => Desk::Prices,
            Self::Best(_) => Desk::Best,
            Self::Pump(_) => Desk::Pump,
            Self::Seek(_) => Desk::Seek,
        }
    }
}
