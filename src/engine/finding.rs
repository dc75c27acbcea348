//! What is wrong with a scenario, or worth knowing: data with a place, an amount and a year.

use crate::engine::evaluation::RewardBasis;
use crate::model::{BlockId, Decimal, IndicatorId, OutcomeId, Pounds, StreamId};
use serde::Serialize;

/// One finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Where it belongs.
    pub place: Place,
    /// What it is.
    pub problem: Problem,
}

/// The cell or thing beside which a finding is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The agreement as a whole.
    Agreement,
    /// A stream, in one year if there is one.
    Stream(StreamId, Option<usize>),
    /// An outcome, in one year if there is one.
    Outcome(OutcomeId, Option<usize>),
    /// An indicator, in one year if there is one.
    Indicator(IndicatorId, Option<usize>),
    /// Pump-priming, in one year.
    Pump(usize),
}

/// What a finding says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    /// Typed money that no stream may pay.
    Unplaced {
        /// Pounds that cannot be placed.
        pounds: Pounds,
        /// Pounds left over in that year that fences keep away from here.
        held: Pounds,
        /// The block whose fence holds most of them.
        block: Option<BlockId>,
    },
    /// An owner spends more of an aligned stream than it has.
    AlignedOver {
        /// Pounds too many.
        pounds: Pounds,
    },
    /// More pump-priming is spent by a year-end than has arrived.
    PumpOver {
        /// Pounds too many.
        pounds: Pounds,
    },
    /// Pump-priming goes to an outcome that bears no reward.
    PumpUnrewarded {
        /// Pounds.
        pounds: Pounds,
    },
    /// Money of a stream must reach an outcome and does not.
    FloorUnmet {
        /// The outcome that it must reach.
        outcome: OutcomeId,
        /// Pounds short.
        pounds: Pounds,
    },
    /// An outcome gets less than it must.
    MinimumUnmet {
        /// Pounds short.
        pounds: Pounds,
    },
    /// A pinned stream does not pay all that is pinned.
    PinUnmet {
        /// The stream.
        stream: StreamId,
        /// Pounds that it does not pay.
        pounds: Pounds,
    },
    /// More is spent than can be spent well.
    CapacityOver {
        /// Pounds beyond it.
        pounds: Pounds,
    },
    /// Money is left that cannot be carried.
    Left {
        /// Pounds.
        pounds: Pounds,
    },
    /// The amount of a stream was never stated.
    NotStated,
    /// Shares of delivery do not add up to the whole.
    DeliveryShares,
    /// The target is not on the better side of what is expected without.
    WithNotBetter,
    /// No milestone is stated for a year.
    NoMilestone,
    /// Nothing can be scored: the end value with or what the score is measured from is not stated, or the target is no
    /// better than the baseline that it is measured from.
    NoTarget {
        /// What the score is measured from.
        from: RewardBasis,
    },
    /// Falls short of its cliff by little: within a tenth of the stretch.
    JustShort {
        /// Units short.
        units: Decimal,
    },
    /// A reward pot depends on a net budget requirement that is not stated.
    NoNetBudget,
    /// A pump-priming grant depends on a population that is not stated.
    NoPopulation,
    /// More than 35 designated indicators.
    TooManyDesignated {
        /// How many there are.
        found: usize,
    },
    /// More than 16 statutory indicators.
    TooManyStatutory {
        /// How many there are.
        found: usize,
    },
}

impl Problem {
    /// Whether it makes a scenario unaffordable.
    #[must_use]
    pub fn is_money(&self) -> bool {
        matches!(
            self,
            Self::Unplaced { .. } | Self::AlignedOver { .. } | Self::PumpOver { .. }
        )
    }
}
