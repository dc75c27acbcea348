//! The facts that both sides of the table share.

use crate::model::id::{BlockId, PartnerId};
use crate::model::indicator::Indicator;
use crate::model::money::Pounds;
use crate::model::outcome::Outcome;
use crate::model::rules::Rules;
use crate::model::stream::Stream;
use crate::model::year::financial_year;
use serde::{Deserialize, Serialize};

/// An agreement: area, years, blocks, partners, streams, outcomes, indicators and reward rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// The area that it covers.
    pub area: Area,
    /// Its first financial year, by the first calendar year: 2006 is 2006/07.
    pub first_year: u16,
    /// Number of years, 1 to 6.
    #[serde(default = "three")]
    pub years: u8,
    /// Blocks in their order on screen.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// Partners in their order on screen.
    #[serde(default)]
    pub partners: Vec<Partner>,
    /// Streams of money.
    #[serde(default)]
    pub streams: Vec<Stream>,
    /// Outcomes that the money is spent on.
    #[serde(default)]
    pub outcomes: Vec<Outcome>,
    /// Indicators that measure the outcomes.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// How reward and pump-priming are reckoned.
    #[serde(default)]
    pub rules: Rules,
}

fn three() -> u8 {
    3
}

/// An area with the two figures on which its grants depend.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Name of the council or area.
    pub name: String,
    /// People who live there; pump-priming pays £1 for each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<u32>,
    /// Net budget requirement in pounds a year; the reward pot is a share of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net_budget: Option<Pounds>,
}

/// One of the groups into which streams and outcomes fall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Its id.
    pub id: BlockId,
    /// Its name.
    pub name: String,
}

/// A body that brings money, delivers, or shares in the reward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// Its name.
    pub name: String,
}

impl Agreement {
    /// Number of years as a count.
    #[must_use]
    pub fn year_count(&self) -> usize {
        usize::from(self.years)
    }

    /// The name of the year with this index: 0 is the first year.
    #[must_use]
    pub fn year_name(&self, index: usize) -> String {
        financial_year(self.first_year.saturating_add(index as u16))
    }

    /// The span of the agreement as it is said aloud: `2006–09`.
    #[must_use]
    pub fn span(&self) -> String {
        let end = u32::from(self.first_year) + u32::from(self.years);
        format!("{}–{:02}", self.first_year, end % 100)
    }
}
