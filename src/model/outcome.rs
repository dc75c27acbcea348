//! Outcomes: the priorities that money is spent on.

use crate::model::id::{BlockId, OutcomeId, PartnerId};
use crate::model::money::{BasisPoints, Pounds};
use serde::{Deserialize, Serialize};

/// An outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Its id.
    pub id: OutcomeId,
    /// Its name.
    pub name: String,
    /// Its primary block.
    pub block: BlockId,
    /// Further blocks that it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub serves: Vec<BlockId>,
    /// Who delivers it, with shares of what is spent on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delivery: Vec<PartnerShare>,
    /// Pounds a year that it must get from any source, by year; empty: none. It is mandatory where there is one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub minimum: Vec<Pounds>,
    /// Pounds a year that can be spent well, by year; empty: no limit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capacity: Vec<Option<Pounds>>,
    /// Share of money that works in the year it is spent, a year later, and so on; the last holds on.
    #[serde(default = "usual_lag")]
    pub lag: Vec<BasisPoints>,
    /// Whether its indicators can earn reward.
    #[serde(default = "yes")]
    pub rewarded: bool,
    /// Its share of the pot relative to the others, where shares are stated.
    #[serde(default = "one")]
    pub weight: u32,
}

/// What one partner has of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerShare {
    /// The partner.
    pub partner: PartnerId,
    /// Its share of the whole.
    pub share: BasisPoints,
}

/// Half of the money works at once, four fifths a year later, all of it after that: an assumption.
#[must_use]
pub fn usual_lag() -> Vec<BasisPoints> {
    vec![BasisPoints(5_000), BasisPoints(8_000), BasisPoints::WHOLE]
}

fn yes() -> bool {
    true
}

fn one() -> u32 {
    1
}

impl Outcome {
    /// Pounds that it must get in a year.
    #[must_use]
    pub fn minimum(&self, year: usize) -> Pounds {
        self.minimum.get(year).copied().unwrap_or_default()
    }

    /// Pounds that it can spend well in a year; none where there is no limit.
    #[must_use]
    pub fn capacity(&self, year: usize) -> Option<Pounds> {
        self.capacity.get(year).copied().flatten()
    }

    /// Share of money that works so many years after it was spent.
    #[must_use]
    pub fn lag(&self, years_after: usize) -> BasisPoints {
        let held = self.lag.get(years_after).or(self.lag.last());
        held.copied().unwrap_or(BasisPoints::WHOLE)
    }

    /// Whether the outcome belongs to a block, as its primary one or as one that it serves.
    #[must_use]
    pub fn is_in(&self, block: BlockId) -> bool {
        self.block == block || self.serves.contains(&block)
    }
}
