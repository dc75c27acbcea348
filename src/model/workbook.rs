//! Workbooks: an agreement, its scenarios, the notes on both and the ledger.

use crate::model::agreement::Agreement;
use crate::model::id::{BlockId, IndicatorId, OutcomeId, PartnerId, ScenarioId, StreamId};
use crate::model::ledger::{Entry, Label};
use crate::model::money::BasisPoints;
use crate::model::scenario::Scenario;
use serde::{Deserialize, Serialize};

/// A workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workbook {
    /// Its title.
    pub title: String,
    /// The facts.
    pub agreement: Agreement,
    /// The choices, at least one.
    pub scenarios: Vec<Scenario>,
    /// The scenario that the others are compared with.
    pub base: ScenarioId,
    /// The highest id given so far in this workbook, over all kinds: ids are never reused.
    #[serde(default)]
    pub last_id: u16,
    /// How much one indicator's delivery goes with the others', for the odds.
    #[serde(default = "usual_correlation")]
    pub correlation: BasisPoints,
    /// Sources, assumptions, gaps and remarks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// What is noted of scenarios, in the order in which they were made or received; those without
    /// an entry came before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ledger: Vec<Entry>,
}

/// The correlation that stands unless another is typed.
pub const USUAL_CORRELATION: BasisPoints = BasisPoints(3_000);

/// The same, for what reads a workbook.
pub(crate) fn usual_correlation() -> BasisPoints {
    USUAL_CORRELATION
}

/// A remark on the workbook or on one thing in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What sort of remark.
    pub kind: NoteKind,
    /// What it is about; none: the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Entity>,
    /// What it says.
    pub text: String,
    /// Where it comes from: a title or an address, as text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// What sort of remark a note is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// Where a figure was published.
    Source,
    /// Something assumed.
    Assumption,
    /// Something never published, and not filled in.
    Gap,
    /// Anything else.
    #[default]
    Remark,
}

/// Anything that can be referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entity {
    /// A block.
    Block(BlockId),
    /// A partner.
    Partner(PartnerId),
    /// A stream.
    Stream(StreamId),
    /// An outcome.
    Outcome(OutcomeId),
    /// An indicator.
    Indicator(IndicatorId),
    /// A scenario.
    Scenario(ScenarioId),
}

impl Entity {
    /// What sort of thing it is.
    #[must_use]
    pub fn sort(self) -> &'static str {
        match self {
            Self::Block(_) => "block",
            Self::Partner(_) => "partner",
            Self::Stream(_) => "stream",
            Self::Outcome(_) => "outcome",
            Self::Indicator(_) => "indicator",
            Self::Scenario(_) => "scenario",
        }
    }

    /// One of its sort: `a block`, `an outcome`.
    #[must_use]
    pub fn one(self) -> String {
        let article = match self {
            Self::Outcome(_) | Self::Indicator(_) => "an",
            _ => "a",
        };
        format!("{article} {}", self.sort())
    }
}

impl Workbook {
    /// The scenario with an id.
    #[must_use]
    pub fn scenario(&self, id: ScenarioId) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == id)
    }

    /// The scenario that is shown when nobody has chosen one: the last, to be compared with the base.
    #[must_use]
    pub fn shown_first(&self) -> ScenarioId {
        let last = self.scenarios.last();
        last.map_or(self.base, |scenario| scenario.id)
    }

    /// What the ledger notes of a scenario.
    #[must_use]
    pub fn entry(&self, id: ScenarioId) -> Option<&Entry> {
        self.ledger.iter().find(|entry| entry.scenario == id)
    }

    /// Where a scenario stands.
    #[must_use]
    pub fn label(&self, id: ScenarioId) -> Label {
        self.entry(id).map_or(Label::Draft, |entry| entry.label)
    }

    /// The next id that was never used, for any kind; none when all are used up.
    pub fn fresh_id(&mut self) -> Option<u16> {
        self.last_id = self.last_id.max(self.highest_id()).checked_add(1)?;
        Some(self.last_id)
    }

    /// The highest id in use, over all kinds.
    #[must_use]
    pub fn highest_id(&self) -> u16 {
        let agreement = &self.agreement;
        let blocks = agreement.blocks.iter().map(|block| block.id.0);
        let partners = agreement.partners.iter().map(|partner| partner.id.0);
        let streams = agreement.streams.iter().map(|stream| stream.id.0);
        let outcomes = agreement.outcomes.iter().map(|outcome| outcome.id.0);
        let indicators = agreement.indicators.iter().map(|indicator| indicator.id.0);
        let scenarios = self.scenarios.iter().map(|scenario| scenario.id.0);
        blocks
            .chain(partners)
            .chain(streams)
            .chain(outcomes)
            .chain(indicators)
            .chain(scenarios)
            .max()
            .unwrap_or(0)
    }
}
