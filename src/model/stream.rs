//! Streams: money by year, where it comes from and where it may go.

use crate::model::grid::Grid;
use crate::model::id::{BlockId, OutcomeId, PartnerId, StreamId};
use crate::model::money::{BasisPoints, Pounds};
use serde::{Deserialize, Serialize};

/// A stream of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stream {
    /// Its id.
    pub id: StreamId,
    /// Its name.
    pub name: String,
    /// Government grant or local contribution.
    #[serde(default)]
    pub origin: Origin,
    /// Home block; none where it cuts across blocks, as the Neighbourhood Renewal Fund does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<BlockId>,
    /// Pooled, or aligned and kept by its owner.
    #[serde(default)]
    pub control: Control,
    /// The partner that brings it: who is paid the grant, keeps the aligned money or contributes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<PartnerId>,
    /// Pounds by year.
    pub amounts: Vec<Amount>,
    /// Pounds a year that must reach a named outcome.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub floors: Vec<Floor>,
    /// Where it may go when fenced alone; empty: wherever its block reaches.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named: Vec<OutcomeId>,
    /// Share of a year's amount that may be carried into the next year.
    #[serde(default, skip_serializing_if = "none")]
    pub carry_forward: BasisPoints,
    /// Share of a year's amount that may be brought forward into the year before.
    #[serde(default, skip_serializing_if = "none")]
    pub bring_forward: BasisPoints,
    /// What its owner spends by outcome and year, where it is aligned.
    #[serde(default, skip_serializing_if = "no_cells")]
    pub spending: Grid,
}

fn none(share: &BasisPoints) -> bool {
    share.0 == 0
}

fn no_cells(grid: &Grid) -> bool {
    *grid == Grid::default()
}

/// Where a stream comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// A grant of central government.
    #[default]
    Grant,
    /// Put in locally: by the council, a partner or an earlier reward grant.
    Local,
}

/// Who decides on a stream.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Control {
    /// It enters the common fund.
    #[default]
    Pooled,
    /// Its owner keeps it and points it at the outcomes.
    Aligned,
}

/// The money of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Amount {
    /// A stated sum in pounds.
    Stated(Pounds),
    /// A sum expected to lie in a range: counted at its low end, as no more is promised.
    Range {
        /// The low end in pounds, which counts.
        low: Pounds,
        /// The high end in pounds, which is shown.
        high: Pounds,
    },
    /// Never stated: counted as nothing and said to be missing. `null` in a file.
    NotStated,
}

impl Amount {
    /// What counts in every sum.
    #[must_use]
    pub fn counted(self) -> Pounds {
        match self {
            Self::Stated(pounds) => pounds,
            Self::Range { low, .. } => low,
            Self::NotStated => Pounds(0),
        }
    }

    /// What it may rise to.
    #[must_use]
    pub fn at_most(self) -> Pounds {
        match self {
            Self::Range { high, .. } => high,
            other => other.counted(),
        }
    }
}

/// Pounds a year of a stream that must reach a named outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floor {
    /// The outcome that must be reached.
    pub outcome: OutcomeId,
    /// Pounds in every year.
    pub pounds: Pounds,
}

impl Stream {
    /// The amount of a year; years without one are not stated.
    #[must_use]
    pub fn amount(&self, year: usize) -> Amount {
        self.amounts.get(year).copied().unwrap_or(Amount::NotStated)
    }
}
