//! What indicators have in common: a one-factor Gaussian copula.
//!
//! The place of an indicator's delivery among standard normals is `√ρ·F + √(1−ρ)·e`, with one `F` for
//! all and one `e` for each, independent standard normals (Vasicek, *Risk*, December 2002; Li, *Journal
//! of Fixed Income* 9, 2000). Given `F` the indicators are independent.

use crate::model::BasisPoints;
use crate::odds::normal;

/// Correlations above this are reckoned as this: beyond it nothing is left to the single indicator and
/// a quadrature over what is common cannot resolve what remains.
const MOST: f64 = 0.99;
/// The quadrature over the factor runs this far on either side of nothing; 4 parts in 10^8 lie beyond.
const REACH: f64 = 5.5;
/// The finest spacing of its nodes.
const FINEST: f64 = 0.01;

/// How strongly indicators hang on what they have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// The loading of the common factor, √ρ.
    pub common: f64,
    /// The loading of what is an indicator's own, √(1−ρ).
    pub own: f64,
}

/// A value of the factor with its weight in a quadrature.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// The value.
    pub value: f64,
    /// Its weight; the weights of a quadrature add up to 1.
    pub weight: f64,
}

impl Factor {
    /// The loadings of a correlation, held at 99%.
    #[must_use]
    pub fn new(correlation: BasisPoints) -> Self {
        let correlation = (f64::from(correlation.0) / 10_000.0).min(MOST);
        Self {
            common: libm::sqrt(correlation),
            own: libm::sqrt(1.0 - correlation),
        }
    }

    /// The chance of a place above a point, given the factor.
    #[must_use]
    pub fn above(&self, place: f64, factor: f64) -> f64 {
        normal::above((place - self.common * factor) / self.own)
    }

    /// Nodes of a quadrature over a standard normal, about a spacing apart: the trapezium rule, whose
    /// error for smooth functions falls faster than any power of the spacing.
    #[must_use]
    pub fn nodes(spacing: f64) -> Vec<Node> {
        let half = libm::ceil(REACH / spacing.max(FINEST)) as i32;
        let step = REACH / f64::from(half);
        let mut nodes: Vec<Node> = (-half..=half)
            .map(|place| {
                let value = f64::from(place) * step;
                let weight = normal::density(value);
                Node { value, weight }
            })
            .collect();
        let whole: f64 = nodes.iter().map(|node| node.weight).sum();
        nodes.iter_mut().for_each(|node| node.weight /= whole);
        nodes
    }
}
