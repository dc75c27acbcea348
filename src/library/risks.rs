//! Starting values of delivery risk by kind of measure: assumptions, to be replaced by what is known.
//!
//! No source of the scheme states any. They say what officers told each other: surveys move with their sample
//! and the mood, counts of rare events move by chance, and what a service counts itself comes near the plan.

use crate::model::{BasisPoints, Decimal, DeliveryRisk};

/// A kind of measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Asked of a sample of residents.
    Survey,
    /// Counted, and so rare or so open to the world that chance decides much.
    Chance,
    /// Counted, and in the hands of the partners.
    Controlled,
}

impl Measure {
    /// Every kind, the least certain first.
    pub const ALL: [Self; 3] = [Self::Survey, Self::Chance, Self::Controlled];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Survey => "a survey",
            Self::Chance => "a rare count",
            Self::Controlled => "a steady count",
        }
    }

    /// The usual risk: worst, likely and best share of the improvement that is delivered.
    #[must_use]
    pub fn risk(self) -> DeliveryRisk {
        let (worst, likely, best) = match self {
            Self::Survey => (2_000, 8_500, 13_000),
            Self::Chance => (4_500, 9_500, 12_500),
            Self::Controlled => (7_000, 10_000, 11_500),
        };
        DeliveryRisk {
            worst: BasisPoints(worst),
            likely: BasisPoints(likely),
            best: BasisPoints(best),
            noise: Decimal::default(),
        }
    }
}
