//! Scenarios: one side's choices about an agreement.

use crate::model::agreement::Agreement;
use crate::model::decimal::Decimal;
use crate::model::grid::Grid;
use crate::model::id::{BlockId, IndicatorId, OutcomeId, ScenarioId, StreamId};
use crate::model::money::{BasisPoints, Pounds};
use crate::model::rules::Rules;
use serde::{Deserialize, Serialize};

/// A scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its id.
    pub id: ScenarioId,
    /// Its name.
    pub name: String,
    /// The preset of fences.
    #[serde(default)]
    pub setup: SetUp,
    /// Fences typed for single streams over the preset.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fences: Vec<FenceChoice>,
    /// Relaxations put to government; only granted ones count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub freedoms: Vec<Freedom>,
    /// Pooled pounds by outcome and year.
    #[serde(default)]
    pub spending: Grid,
    /// Pooled money that one stream must pay.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pins: Vec<Pin>,
    /// Pump-priming by outcome and year.
    #[serde(default)]
    pub pump: PumpPlan,
    /// Final stretch levels other than the agreement's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stretches: Vec<Stretch>,
    /// Outcomes taken out of the reward.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<OutcomeId>,
    /// Reward rules other than the agreement's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Rules>,
}

/// How far the money of a stream reaches; reach only ever widens in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fence {
    /// Its named outcomes; where none is named, wherever its block reaches.
    Stream,
    /// Its named outcomes and those of its home block; every outcome, if cross-cutting.
    Block,
    /// Every outcome.
    Agreement,
    /// Every outcome, and its floors fall.
    None,
}

/// A preset of fences on the pooled grants.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum SetUp {
    /// Every grant keeps to its own named outcomes.
    SeparateStreams,
    /// Every grant keeps to its block.
    #[default]
    RingFencedBlocks,
    /// One pot for the agreement; mandatory outcomes and floors hold.
    SinglePot,
    /// As Area Based Grant from 2008: floors fall too.
    AreaBasedGrant,
}

impl SetUp {
    /// The fence that the preset puts on a pooled grant.
    #[must_use]
    pub fn fence(self) -> Fence {
        match self {
            Self::SeparateStreams => Fence::Stream,
            Self::RingFencedBlocks => Fence::Block,
            Self::SinglePot => Fence::Agreement,
            Self::AreaBasedGrant => Fence::None,
        }
    }
}

/// A fence typed for one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FenceChoice {
    /// The stream.
    pub stream: StreamId,
    /// Its fence, whatever the preset says.
    pub fence: Fence,
}

/// A relaxation and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Freedom {
    /// What is relaxed.
    pub relaxation: Relaxation,
    /// Asked, granted or refused.
    pub standing: Standing,
}

/// One relaxation of a rule on money.
///
/// The compiler asks for a new one nearly everywhere. It does not where relaxations are offered or compared as wholes:
/// what a granted one does (`Bounds::of` and `is_pooled` in `engine/reach.rs`), offering it (`asks` in
/// `app/show/funding/freedom.rs`), trying it where rules clash (`relaxations` in `solve/clash.rs`), pricing it unasked
/// (`fences` in `solve/price.rs`), dropping it with the block or outcome that it names (`app/remove.rs`), its place in
/// links (`RELAXED` in `codec/body/scenarios.rs`), and the table of the file format with `tests/fixtures/full.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relaxation {
    /// Lift the fence of a stream, so that it reaches the whole agreement.
    LiftStream(StreamId),
    /// Lift the fence of a block: of every stream homed there.
    LiftBlock(BlockId),
    /// Drop the floor of a stream for an outcome.
    DropFloor {
        /// The stream.
        stream: StreamId,
        /// The outcome that the floor names.
        outcome: OutcomeId,
    },
    /// Allow a stream to carry this share of a year's amount into the next year.
    CarryForward {
        /// The stream.
        stream: StreamId,
        /// The share allowed.
        share: BasisPoints,
    },
    /// Allow a stream to bring this share of a year's amount forward into the year before.
    BringForward {
        /// The stream.
        stream: StreamId,
        /// The share allowed.
        share: BasisPoints,
    },
    /// Pool an aligned stream.
    Pool(StreamId),
}

/// Where a freedom stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Asked for.
    #[default]
    Asked,
    /// Granted: it counts.
    Granted,
    /// Refused.
    Refused,
}

/// Money of one stream that must go to one outcome in one year; part of what is typed there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// The stream that pays.
    pub stream: StreamId,
    /// The outcome that is paid for.
    pub outcome: OutcomeId,
    /// The year of the agreement: 0 is the first.
    pub year: u8,
    /// Pounds.
    pub pounds: Pounds,
}

/// How pump-priming is planned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PumpPlan {
    /// Typed, or split by a rule.
    pub split: PumpSplit,
    /// Typed pounds by outcome and year; used where the split is typed.
    pub spending: Grid,
}

/// How pump-priming is split over the outcomes that bear reward.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PumpSplit {
    /// As typed.
    #[default]
    Typed,
    /// Each outcome the same.
    Equal,
    /// By number of rewarded indicators.
    Indicators,
}

/// A final stretch level other than the agreement's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Its value with the stretch in the last year.
    pub level: Decimal,
}

impl Scenario {
    /// A scenario with no choice made yet.
    #[must_use]
    pub fn new(id: ScenarioId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            setup: SetUp::default(),
            fences: Vec::new(),
            freedoms: Vec::new(),
            spending: Grid::default(),
            pins: Vec::new(),
            pump: PumpPlan::default(),
            stretches: Vec::new(),
            dropped: Vec::new(),
            rules: None,
        }
    }

    /// The reward rules in force: its own, or those of the agreement.
    #[must_use]
    pub fn rules_in<'a>(&'a self, agreement: &'a Agreement) -> &'a Rules {
        self.rules.as_ref().unwrap_or(&agreement.rules)
    }

    /// The relaxations that were granted.
    pub fn granted(&self) -> impl Iterator<Item = Relaxation> + '_ {
        self.freedoms
            .iter()
            .filter(|freedom| freedom.standing == Standing::Granted)
            .map(|freedom| freedom.relaxation)
    }
}
