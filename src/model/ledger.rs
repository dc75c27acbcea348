//! The ledger of a negotiation: when each scenario was made or received, by whom, and where it stands.

use crate::model::id::ScenarioId;
use crate::model::moment::Moment;
use serde::{Deserialize, Serialize};

/// What is noted of one scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Where it stands.
    #[serde(default)]
    pub label: Label,
    /// Who made it, or from whom it came.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// When it was made or received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// A remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The scenario that it answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<ScenarioId>,
    /// Its code when it was offered, received or agreed; empty before.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
}

/// Where a scenario stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// Still being worked on.
    #[default]
    Draft,
    /// Sent to the other side.
    Offered,
    /// Come from the other side.
    Received,
    /// Agreed: locked until it is unlocked on purpose.
    Agreed,
}

impl Entry {
    /// An entry of which nothing is known yet.
    #[must_use]
    pub fn draft(scenario: ScenarioId) -> Self {
        Self {
            scenario,
            label: Label::Draft,
            author: String::new(),
            at: None,
            note: String::new(),
            answers: None,
            code: String::new(),
        }
    }
}
