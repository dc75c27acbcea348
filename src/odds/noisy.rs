//! The distribution on a grid of a wager in which chance has a part, given the common factor.
//!
//! The place of delivery is a quadrature (trapezium rule); at each of its nodes the pay is a function of
//! chance alone, whose distribution on the grid is in closed form.

use crate::odds::factor::Factor;
use crate::odds::kernel::{Cut, Flats, cut};
use crate::odds::normal;
use crate::odds::places::Places;
use crate::odds::wager::{Wager, ends};

/// Chance beyond this many standard deviations is left out: 1 part in 10^16.
const REACH: f64 = 8.3;

/// A noisy wager made ready for a grid.
pub(crate) struct Noisy {
    pub(crate) first: i64,
    pub(crate) points: usize,
    places: Places,
    /// Chances by node and point: all of them, then the atoms.
    all: Vec<f64>,
    atoms: Vec<f64>,
    /// Chances by node and flat sum.
    flat: Vec<f64>,
}

/// Chance that belongs to a point at a node.
struct Entry {
    node: usize,
    point: i64,
    chance: f64,
    atom: bool,
}

impl Noisy {
    /// The least and the most that a wager pays at its places.
    pub(crate) fn reach(wager: &Wager<'_>, places: &Places) -> (f64, f64) {
        let shares = places.shares.iter();
        ends(shares.flat_map(|&share| wager.over_chance(share, REACH)))
    }

    /// Makes a wager ready for a grid; with what it pays flat.
    pub(crate) fn new(wager: &Wager<'_>, step: f64, places: Places) -> (Self, Flats) {
        let mut entries = Vec::new();
        let mut cuts: Vec<(usize, Cut, f64)> = Vec::new();
        for (node, &share) in places.shares.iter().enumerate() {
            for piece in wager.over_chance(share, REACH) {
                for cut in cut(&piece, step, f64::INFINITY) {
                    let chance = normal::above(cut.from) - normal::above(cut.to);
                    if chance < 1e-17 {
                        continue;
                    }
                    // The mean of chance beyond the start of the cut, times its chance.
                    let beyond =
                        normal::density(cut.from) - normal::density(cut.to) - cut.from * chance;
                    let moved = cut.part * chance + cut.rise / (cut.to - cut.from) * beyond;
                    let moved = moved.clamp(0.0, chance);
                    let atom = cut.rise == 0.0;
                    cuts.push((node, cut, chance));
                    let parts = [(cut.point, chance - moved), (cut.point + 1, moved)];
                    for (point, chance) in parts.into_iter().filter(|part| part.1 > 0.0) {
                        entries.push(Entry {
                            node,
                            point,
                            chance,
                            atom,
                        });
                    }
                }
            }
        }
        let first = entries.iter().map(|entry| entry.point).min().unwrap_or(0);
        let last = entries.iter().map(|entry| entry.point).max().unwrap_or(0);
        let points = (last - first) as usize + 1;
        let mut all = vec![0.0; places.shares.len() * points];
        let mut atoms = all.clone();
        for entry in entries {
            let at = entry.node * points + (entry.point - first) as usize;
            all[at] += entry.chance;
            if entry.atom {
                atoms[at] += entry.chance;
            }
        }
        let flats = Flats::of(cuts.iter().map(|(_, cut, _)| cut));
        let sums = &flats.sums;
        let mut flat = vec![0.0; places.shares.len() * sums.len()];
        for (node, cut, chance) in cuts {
            let place = cut.flat.and_then(|sum| sums.binary_search(&sum).ok());
            if let Some(place) = place {
                flat[node * sums.len() + place] += chance;
            }
        }
        let noisy = Self {
            first,
            points,
            places,
            all,
            atoms,
            flat,
        };
        (noisy, flats)
    }

    /// Adds the chances of the flat sums, given the factor.
    pub(crate) fn flat_chances(&self, factor: &Factor, value: f64, chances: &mut [f64]) {
        let weights = || self.places.weights(factor, value);
        let whole: f64 = weights().map(|(_, weight)| weight).sum();
        for (node, weight) in weights() {
            let own = &self.flat[node * chances.len()..];
            for (to, from) in chances.iter_mut().zip(own) {
                *to += weight / whole * from;
            }
        }
    }

    /// Adds the chances of the points, given the factor.
    pub(crate) fn given(&self, factor: &Factor, value: f64, all: &mut [f64], atoms: &mut [f64]) {
        let whole: f64 = self
            .places
            .weights(factor, value)
            .map(|(_, weight)| weight)
            .sum();
        for (node, weight) in self.places.weights(factor, value) {
            let weight = weight / whole;
            let row = node * self.points..(node + 1) * self.points;
            let (from_all, from_atoms) = (&self.all[row.clone()], &self.atoms[row]);
            for (to, from) in all.iter_mut().zip(from_all) {
                *to += weight * from;
            }
            for (to, from) in atoms.iter_mut().zip(from_atoms) {
                *to += weight * from;
            }
        }
    }
}
