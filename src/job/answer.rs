//! What a worker says: how far it is, what it has found so far, what it has found.

use crate::job::{Against, BestUse, Drivers, NoPlan, Prices, PumpPriming, Ranges, Run, Simulated};
use crate::model::ScenarioId;
use crate::odds::Odds;
use crate::solve::{Sought, Unfit};
use serde::{Deserialize, Serialize};

/// What was asked for; each answers the question of its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// The odds of each scenario, in the order asked.
    Odds(Vec<(ScenarioId, Odds)>),
    /// What drives the odds.
    Drivers(Box<Drivers>),
    /// Between what payments and shares lie.
    Ranges(Box<Ranges>),
    /// How one scenario fares against another.
    Against(Against),
    /// What was drawn.
    Simulation(Simulated),
    /// What one of several workers drew, run by run.
    Draws(Vec<Run>),
    /// The prices of fences and freedoms; or why nothing fits with every rule in force.
    Prices(Result<Prices, Unfit>),
    /// The best plan; or why there is none.
    Best(Result<Box<BestUse>, NoPlan>),
    /// What pump-priming is worth; or why nothing fits.
    Pump(Result<Box<PumpPriming>, Unfit>),
    /// What a result would take.
    Seek(Box<Sought>),
}

/// How much of a question is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Parts that are done.
    pub done: u64,
    /// Parts that there are at most.
    pub of: u64,
}

/// What a worker says to a task. The last word is [`Done`](Self::Done) or [`Refused`](Self::Refused).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// It listens; said once, before any task.
    Ready,
    /// It is at work, and there is no saying how far.
    AtWork,
    /// It is at work, and so far.
    Progress(Progress),
    /// What it has found up to now.
    SoFar(Answer),
    /// The answer.
    Done(Answer),
    /// Why there is no answer, as a sentence.
    Refused(String),
}

impl Reply {
    /// As it crosses.
    #[must_use]
    pub fn write(&self) -> String {
        // Nothing in a reply can fail to be written: no map has keys that are no text.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what has crossed; nothing that is no reply.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}
