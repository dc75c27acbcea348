//! Questions, and the desk that each is put to.

use crate::model::ScenarioId;
use serde::{Deserialize, Serialize};

/// Something to be worked out of a workbook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// How likely the rewards of these scenarios are.
    Odds(Vec<ScenarioId>),
}

/// Where a worker answers one question after the other. A new question takes the place of the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desk {
    /// The odds, which follow every figure.
    Odds,
}

impl Desk {
    /// Every desk.
    pub const ALL: [Self; 1] = [Self::Odds];
}

impl Question {
    /// The desk that answers it.
    #[must_use]
    pub fn desk(&self) -> Desk {
        match self {
            Self::Odds(_) => Desk::Odds,
        }
    }
}
