//! Indicators: measures of an outcome, their paths and their response to money.

use crate::model::decimal::Decimal;
use crate::model::id::{IndicatorId, OutcomeId};
use crate::model::money::{BasisPoints, Pounds};
use serde::{Deserialize, Serialize};

/// An indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its id.
    pub id: IndicatorId,
    /// The outcome that it measures.
    pub outcome: OutcomeId,
    /// Its name.
    pub name: String,
    /// Its number in the national indicator set of 2008.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub national: Option<u16>,
    /// What it is counted in: `%`, `per 1,000`, `offences`.
    #[serde(default)]
    pub unit: String,
    /// Decimal places in which it is reported; one more unit is one in the last place.
    #[serde(default)]
    pub decimals: u8,
    /// Which way is better: stated, never guessed.
    pub better: Better,
    /// Where it stood before the agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// Expected with no agreement, by year.
    #[serde(default)]
    pub without: Vec<Option<Decimal>>,
    /// Agreed with the stretch, by year: the milestones, the last of them the target.
    #[serde(default)]
    pub with: Vec<Option<Decimal>>,
    /// Recorded, by year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actual: Vec<Option<Decimal>>,
    /// How it counts in the agreement.
    #[serde(default)]
    pub kind: Kind,
    /// Its share of its outcome's reward relative to the others.
    #[serde(default = "one")]
    pub weight: u32,
    /// What money does to it; none: no money helps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Response>,
    /// How much of its improvement may be delivered, for the odds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<DeliveryRisk>,
    /// A level that earns a payment on account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interim: Option<Interim>,
}

fn one() -> u32 {
    1
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// A higher value is better.
    Higher,
    /// A lower value is better.
    Lower,
}

impl Better {
    /// The sign of better: 1 where higher is better, otherwise −1.
    #[must_use]
    pub fn sign(self) -> i64 {
        match self {
            Self::Higher => 1,
            Self::Lower => -1,
        }
    }
}

/// How an indicator counts in the agreement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Earns reward under LPSA and the stretch rules of 2005–08.
    #[default]
    Stretch,
    /// Designated in an agreement of 2008–11: earns its reward, at most 35.
    Designated,
    /// Statutory for education and early years: at most 16.
    Statutory,
    /// Local: watched, earns nothing.
    Local,
}

/// Where an indicator stood before the agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The financial year, by its first calendar year.
    pub year: u16,
    /// The value.
    pub value: Decimal,
}

/// The improvement that money brings, in shares of the agreement's stretch.
///
/// Money delivers units: negotiating another stretch moves the target, not what money delivers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// The cost of the full stretch, and the shape of the way there.
    Cost {
        /// Effective pounds by the last year that bring the full stretch.
        full: Pounds,
        /// How the way there goes.
        #[serde(default)]
        shape: Shape,
    },
    /// Two to six points, flat beyond the ends.
    Points(Vec<ResponsePoint>),
}

/// How a response runs between nothing and the full stretch: assumptions, each of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// Every pound brings the same.
    #[default]
    Straight,
    /// The first pounds bring the most.
    Diminishing,
    /// Little happens until the work is under way.
    SlowStart,
}

/// A point of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponsePoint {
    /// Effective spend in pounds.
    pub pounds: Pounds,
    /// Share of the agreement's stretch that it brings, up to 200%.
    pub share: BasisPoints,
}

impl Response {
    /// The points through which the improvement runs.
    #[must_use]
    pub fn points(&self) -> Vec<ResponsePoint> {
        let (full, shape) = match self {
            Self::Points(points) => return points.clone(),
            Self::Cost { full, shape } => (*full, shape),
        };
        let bends: &[(u32, u32)] = match shape {
            Shape::Straight => &[(0, 0), (10_000, 10_000)],
            Shape::Diminishing => &[(0, 0), (2_500, 4_000), (5_000, 7_000), (10_000, 10_000)],
            Shape::SlowStart => &[(0, 0), (4_000, 1_500), (7_000, 6_000), (10_000, 10_000)],
        };
        let points = bends.iter().map(|&(of_cost, of_stretch)| ResponsePoint {
            pounds: BasisPoints(of_cost).of_pounds(full),
            share: BasisPoints(of_stretch),
        });
        let mut points: Vec<ResponsePoint> = points.collect();
        // Of a few pounds a part is nothing, and nothing brings nothing.
        points.dedup_by_key(|point| point.pounds);
        points
    }
}

/// Worst, likely and best share of an indicator's improvement that is delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeliveryRisk {
    /// The worst that is thinkable.
    pub worst: BasisPoints,
    /// The likely share.
    pub likely: BasisPoints,
    /// The best that is thinkable, up to 200%.
    pub best: BasisPoints,
    /// Standard deviation of the end value from chance alone, for small counts.
    #[serde(default)]
    pub noise: Decimal,
}

/// A level that, once met in its year, earns a fifth of the potential on account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interim {
    /// The year of the agreement: 0 is the first.
    pub year: u8,
    /// The level to be met.
    pub level: Decimal,
}

impl Indicator {
    /// The value recorded in a year.
    #[must_use]
    pub fn actual(&self, year: usize) -> Option<Decimal> {
        self.actual.get(year).copied().flatten()
    }

    /// The last year with a recorded value.
    #[must_use]
    pub fn last_actual(&self) -> Option<usize> {
        self.actual.iter().rposition(Option::is_some)
    }

    /// The stated milestone of a year.
    #[must_use]
    pub fn with(&self, year: usize) -> Option<Decimal> {
        self.with.get(year).copied().flatten()
    }

    /// The stated value without an agreement in a year.
    #[must_use]
    pub fn without(&self, year: usize) -> Option<Decimal> {
        self.without.get(year).copied().flatten()
    }
}
