//! What evaluation returns: every result with the figures that led to it.

use crate::engine::finding::Finding;
use crate::engine::payments::paid_in_all;
use crate::model::{
    Decimal, Fence, IndicatorId, OutcomeId, PartnerId, Pence, Pounds, ScenarioId, StreamId,
};
use serde::{Deserialize, Serialize};
use std::ops::{Neg, Sub};

/// Everything that follows from a scenario. Lists are ordered by id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evaluation {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Streams with what they pay and keep.
    pub streams: Vec<StreamResult>,
    /// Which stream pays what.
    pub paid: Vec<Paid>,
    /// Outcomes with their spending.
    pub outcomes: Vec<OutcomeResult>,
    /// Indicators with their values and rewards.
    pub indicators: Vec<IndicatorResult>,
    /// Pump-priming.
    pub pump: PumpResult,
    /// The most that can be earned.
    pub pot: Pence,
    /// What is earned.
    pub reward: Pence,
    /// How the total was reached where there is one cliff on the average.
    pub average: Option<Score>,
    /// Payments by year, from the year of payments on account to the last instalment.
    pub payments: Vec<PaymentYear>,
    /// Partners, then what belongs to none of them.
    pub partners: Vec<PartnerResult>,
    /// What is wrong or worth knowing, in the order of the agreement's ids.
    pub findings: Vec<Finding>,
    /// By how much the scenario is not affordable; nothing where it is.
    pub over: Pounds,
}

impl Evaluation {
    /// What is earned, and what is paid in all.
    #[must_use]
    pub fn takings(&self) -> Takings {
        Takings {
            earned: self.reward,
            paid: paid_in_all(&self.payments),
        }
    }
}

/// What is earned, and what is paid in all: less where the payment rule cuts it, more where it cuts what is to be paid
/// back of an advance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Takings {
    /// Earned.
    pub earned: Pence,
    /// Paid.
    pub paid: Pence,
}

impl Takings {
    /// Whether as much is paid as is earned.
    #[must_use]
    pub fn in_full(self) -> bool {
        self.earned == self.paid
    }
}

impl Sub for Takings {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            earned: self.earned - other.earned,
            paid: self.paid - other.paid,
        }
    }
}

impl Neg for Takings {
    type Output = Self;

    fn neg(self) -> Self {
        Self {
            earned: -self.earned,
            paid: -self.paid,
        }
    }
}

/// A stream with its fence in force and its years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StreamResult {
    /// The stream.
    pub id: StreamId,
    /// Whether its money is in the common fund.
    pub pooled: bool,
    /// The fence in force on it.
    pub fence: Fence,
    /// The outcomes that it may pay for.
    pub reach: Vec<OutcomeId>,
    /// Its years.
    pub years: Vec<StreamYear>,
}

/// One year of a stream.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct StreamYear {
    /// What arrives.
    pub amount: Pounds,
    /// What is spent of it in this year.
    pub paid: Pounds,
    /// What is carried into the next year; negative where the next year's is brought forward.
    pub carried: Pounds,
    /// What is left at the end of the year and cannot be carried.
    pub left: Pounds,
}

/// What a stream pays for an outcome in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Paid {
    /// The stream.
    pub stream: StreamId,
    /// The outcome.
    pub outcome: OutcomeId,
    /// The year: 0 is the first.
    pub year: usize,
    /// Pounds.
    pub pounds: Pounds,
}

/// An outcome with its spending and its part of the pot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutcomeResult {
    /// The outcome.
    pub id: OutcomeId,
    /// Whether it bears reward in this scenario.
    pub rewarded: bool,
    /// Its part of the pot.
    pub potential: Pence,
    /// What its indicators earn.
    pub reward: Pence,
    /// Its years.
    pub years: Vec<OutcomeYear>,
}

/// One year of an outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OutcomeYear {
    /// Typed for it from the pool.
    pub pooled: Pounds,
    /// Spent on it by owners of aligned streams.
    pub aligned: Pounds,
    /// Pump-priming.
    pub pump: Pounds,
    /// Typed from the pool and paid by no stream.
    pub unplaced: Pounds,
    /// Effective spend by the end of the year, in ten-thousandths of a pound.
    pub effective: i64,
}

impl OutcomeYear {
    /// Spending from every source.
    #[must_use]
    pub fn total(&self) -> Pounds {
        self.pooled + self.aligned + self.pump
    }
}

/// An indicator with its value by year and its reward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IndicatorResult {
    /// The indicator.
    pub id: IndicatorId,
    /// The outcome that it measures.
    pub outcome: OutcomeId,
    /// Whether it can earn reward in this scenario.
    pub rewarded: bool,
    /// Expected with no agreement, by year, stated or on the line between stated years.
    pub without: Vec<Option<Decimal>>,
    /// The target path in this scenario, by year.
    pub with: Vec<Option<Decimal>>,
    /// What money improves it by, by year, in its own units; never negative.
    pub improvement: Vec<Decimal>,
    /// Its value by year: recorded, or projected.
    pub value: Vec<Option<Decimal>>,
    /// How far it goes from start to target at the end; none where it cannot be said.
    pub score: Option<Score>,
    /// The part of the pot that hangs on it.
    pub potential: Pence,
    /// What it earns.
    pub reward: Pence,
    /// What the whole reward gains when its end value is better by one in its last decimal place.
    pub next_unit: Pence,
    /// Where its own cliff is; none where there is none.
    pub cliff: Option<Cliff>,
    /// A fifth of the potential, where the interim level was met.
    pub advance: Pence,
}

/// A share as an exact ratio: what was gained over what was to be gained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Score {
    /// What was gained, in millionths of a unit (or of the whole, for an average).
    pub gained: i64,
    /// What was to be gained, in the same measure; positive.
    pub aim: i64,
    /// Where it is measured from.
    pub basis: RewardBasis,
}

/// Where a score is measured from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RewardBasis {
    /// From the value expected without an agreement.
    Without,
    /// From the baseline, held between 0 and 100%.
    Baseline,
    /// The mean of the scores of the designated indicators.
    Average,
}

/// An indicator's cliff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Cliff {
    /// The value at which reward begins.
    pub at: Decimal,
    /// Units above it; negative where short of it. Toward better counts as above.
    pub margin: Decimal,
    /// What crossing wins where the indicator is short of it, otherwise nothing.
    pub wins: Pence,
    /// What falling under loses where the indicator is above it, otherwise nothing.
    pub loses: Pence,
}

/// The pump-priming grant and its plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PumpResult {
    /// The grant.
    pub grant: Pounds,
    /// What may be spent by each year-end.
    pub by_year_end: Vec<Pounds>,
    /// What is spent in each year.
    pub spent: Vec<Pounds>,
}

/// What is paid in one financial year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PaymentYear {
    /// The financial year, by its first calendar year.
    pub year: u16,
    /// Capital.
    pub capital: Pence,
    /// Revenue.
    pub revenue: Pence,
}

impl PaymentYear {
    /// Capital and revenue together.
    #[must_use]
    pub fn total(&self) -> Pence {
        self.capital + self.revenue
    }
}

/// Who a share belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sharer {
    /// A partner.
    Partner(PartnerId),
    /// A top-slice of the reward, by its place in the list.
    TopSlice(usize),
    /// The part of the reward that is held for bids.
    Bids,
    /// Nobody: no partner is named.
    Unassigned,
}

/// What one partner brings, spends and gets. The rows of a result add up to the agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartnerResult {
    /// Whose row it is.
    pub sharer: Sharer,
    /// Money by year of the agreement.
    pub years: Vec<PartnerYear>,
    /// Share of the reward, year by year as it is paid.
    pub reward: Vec<Pence>,
}

/// A partner's money in one year of the agreement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PartnerYear {
    /// Grants that it brings into the pool.
    pub pooled: Pounds,
    /// Grants that it keeps and aligns.
    pub aligned: Pounds,
    /// Local contributions.
    pub local: Pounds,
    /// What it spends as a deliverer, pump-priming apart.
    pub spent: Pounds,
    /// Pump-priming that it gets.
    pub pump: Pounds,
}
