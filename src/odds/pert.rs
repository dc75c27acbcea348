//! The share of an improvement that is delivered: worst, likely and best as a PERT distribution.
//!
//! A beta distribution stretched over worst to best, its mean `(worst + 4·likely + best) / 6`
//! (Malcolm, Roseboom, Clark & Fazar, *Operations Research* 7, 1959; the 4 is the usual λ).

use crate::model::DeliveryRisk;
use crate::odds::beta::Beta;

/// How much more the likely share weighs than either end.
const LAMBDA: f64 = 4.0;

/// A PERT distribution over shares, 1 being the whole improvement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pert {
    worst: f64,
    span: f64,
    shape: Beta,
}

impl Pert {
    /// The distribution through three shares in ascending order; none where worst and best are the same.
    #[must_use]
    pub fn new(worst: f64, likely: f64, best: f64) -> Option<Self> {
        let span = best - worst;
        (span > 0.0).then(|| Self {
            worst,
            span,
            shape: Beta::new(
                1.0 + LAMBDA * (likely - worst) / span,
                1.0 + LAMBDA * (best - likely) / span,
            ),
        })
    }

    /// The distribution of a stated risk; none where its delivery is certain.
    #[must_use]
    pub fn of(risk: &DeliveryRisk) -> Option<Self> {
        let share = |points: u32| f64::from(points) / 10_000.0;
        Self::new(
            share(risk.worst.0),
            share(risk.likely.0),
            share(risk.best.0),
        )
    }

    /// The worst share.
    #[must_use]
    pub fn worst(&self) -> f64 {
        self.worst
    }

    /// The best share.
    #[must_use]
    pub fn best(&self) -> f64 {
        self.worst + self.span
    }

    /// The mean share.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.worst + self.span * self.shape.mean()
    }

    /// The variance of the share.
    #[must_use]
    pub fn variance(&self) -> f64 {
        self.span * self.span * self.shape.variance()
    }

    /// A share as a part of the way from worst to best.
    fn part(&self, share: f64) -> f64 {
        (share - self.worst) / self.span
    }

    /// The chance of at least a share.
    #[must_use]
    pub fn at_least(&self, share: f64) -> f64 {
        self.shape.tails(self.part(share)).1
    }

    /// The mean over the shares between two, times their chance.
    #[must_use]
    pub fn mean_between(&self, low: f64, high: f64) -> f64 {
        let (low, high) = (self.part(low), self.part(high));
        let chance = self.shape.tails(high).0 - self.shape.tails(low).0;
        let within = self.shape.mean_below(high) - self.shape.mean_below(low);
        self.worst * chance + self.span * within
    }

    /// The share at the place of a standard normal.
    #[must_use]
    pub fn at(&self, z: f64) -> f64 {
        self.worst + self.span * self.shape.at(z)
    }

    /// The place of a share among standard normals, [`END`](crate::odds::normal::END) beyond the ends.
    #[must_use]
    pub fn place(&self, share: f64) -> f64 {
        self.shape.place(self.part(share))
    }
}
