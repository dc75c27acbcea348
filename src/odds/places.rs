//! A quadrature over the place of an indicator's delivery among standard normals.

use crate::odds::factor::Factor;
use crate::odds::normal;
use crate::odds::pert::Pert;
use crate::odds::wager::{Mark, Wager};

/// The nodes run this far on either side of nothing, whatever the factor.
const REACH: f64 = 9.0;
/// The widest spacing.
const WIDEST: f64 = 0.125;
/// The most nodes.
const MOST: f64 = 2_048.0;
/// Weights below this are left out.
const LEAST: f64 = 1e-17;

/// Nodes with the share that is delivered at each.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    /// The first node.
    start: f64,
    /// Nothing where delivery is certain: then there is one node.
    step: f64,
    pub(crate) shares: Vec<f64>,
}

impl Places {
    /// Nodes near enough to each other that chance smooths what lies between them. Chance with less than about a 500th of
    /// the spread of delivery is not resolved: a chance may be wrong by half of what one node bears, 1 in 500.
    ///
    /// Where chance has no part in one of several marks, that mark lies half way between two nodes.
    pub(crate) fn new(pert: Option<&Pert>, marks: &[Mark], own: f64) -> Self {
        let Some(pert) = pert else {
            return Self {
                start: 0.0,
                step: 0.0,
                shares: vec![1.0],
            };
        };
        // No share moves faster than this with its place.
        let steepest = (-32..32)
            .map(|at| f64::from(at) * 0.125)
            .map(|at| (pert.at(at + 0.125) - pert.at(at)) / 0.125)
            .fold(0.0, f64::max);
        let finest = marks
            .iter()
            .map(|(line, _)| line)
            .filter(|line| line.noise > 0.0 && line.gain > 0.0)
            .map(|line| 0.9 * line.noise / (line.gain * steepest))
            .fold(WIDEST.min(0.9 * own), f64::min);
        let half = libm::ceil(REACH / finest).min(MOST / 2.0);
        let step = REACH / half;
        let count = 2 * half as usize + 1;
        let quiet = marks
            .iter()
            .find(|(line, _)| line.noise == 0.0 && line.gain > 0.0);
        let shift = quiet.map_or(0.0, |&(line, level)| {
            let place = pert.place((level - line.base) / line.gain);
            let at = (place + REACH) / step - 0.5;
            step * (at - libm::floor(at))
        });
        let start = shift - REACH;
        Self {
            start,
            step,
            shares: (0..count)
                .map(|node| pert.at(start + step * node as f64))
                .collect(),
        }
    }

    /// Nodes for a wager.
    pub(crate) fn of(wager: &Wager<'_>, factor: &Factor) -> Self {
        Self::new(wager.pert.as_ref(), &wager.marks, factor.own)
    }

    /// Nodes with their weights, given the factor; the weights have a common divisor.
    pub(crate) fn weights(
        &self,
        factor: &Factor,
        value: f64,
    ) -> impl Iterator<Item = (usize, f64)> + '_ {
        let (shift, scale) = (factor.common * value, 1.0 / factor.own);
        let near = REACH * factor.own;
        let (low, high) = if self.step > 0.0 {
            let last = (self.shares.len() - 1) as f64;
            let at = |place: f64| ((place - self.start) / self.step).clamp(0.0, last);
            (at(shift - near) as usize, at(shift + near) as usize)
        } else {
            (0, 0)
        };
        (low..=high).filter_map(move |node| {
            if self.step == 0.0 {
                return Some((node, 1.0));
            }
            let place = self.start + self.step * node as f64;
            let weight = normal::density((place - shift) * scale);
            (weight > LEAST).then_some((node, weight))
        })
    }
}
