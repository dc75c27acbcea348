//! How fine a grid of pounds wagers need, and where its points lie.

use crate::odds::factor::Factor;
use crate::odds::noisy::Noisy;
use crate::odds::places::Places;
use crate::odds::wager::{Piece, Wager, ends};

/// Chance of so many standard deviations either way is all of it, and more.
const ALL: f64 = 40.0;
/// Points that the sums take at most, in points that they are to take about.
const MOST: f64 = 2.0;
/// The least step that sums are counted in, in the largest of them.
const LEAST: f64 = 1e-12;

/// The least and the most that a wager pays, and the sums that it pays flat.
pub(crate) struct Span {
    low: f64,
    high: f64,
    flat: Vec<f64>,
    /// How far apart the sums are that it is computed for.
    reach: f64,
    /// Where it is computed, if chance has a part in it.
    pub(crate) places: Option<Places>,
}

impl Span {
    pub(crate) fn of(wager: &Wager<'_>, factor: &Factor) -> Self {
        let (pieces, between) = match &wager.pert {
            Some(pert) if !wager.noisy => (wager.over_shares(pert), Vec::new()),
            Some(pert) => {
                let over_chance = [pert.worst(), pert.best()]
                    .into_iter()
                    .flat_map(|share| wager.over_chance(share, ALL));
                // What is flat at the worst and at the best, as the difference of two scenarios may be, may be
                // anything between them.
                (over_chance.collect(), wager.over_shares(pert))
            }
            None => (wager.over_chance(1.0, ALL), Vec::new()),
        };
        let flat = |piece: &&Piece| piece.slope == 0.0;
        let flat = pieces
            .iter()
            .filter(flat)
            .map(|piece| piece.value)
            .collect();
        let (low, high) = ends(pieces.into_iter().chain(between));
        let places = (wager.noisy && wager.pert.is_some()).then(|| Places::of(wager, factor));
        let reach = places.as_ref().map_or(high - low, |places| {
            let (least, most) = Noisy::reach(wager, places);
            most - least
        });
        Self {
            low,
            high,
            flat,
            reach,
            places,
        }
    }
}

/// A step of the grid such that about so many points cover the sums, and flat sums lie on or near
/// points where they can: chance split between two points widens the distribution.
///
/// However wide of what they span the sums reach, they take little more than [`MOST`] times as many points.
pub(crate) fn step(spans: &[Span], points: usize) -> f64 {
    let sum = |of: fn(&Span) -> f64| spans.iter().map(of).sum::<f64>();
    let whole = sum(|span| span.high - span.low).max(sum(|span| span.reach) / MOST);
    if whole <= 0.0 {
        return 1.0;
    }
    let off = |count: usize| {
        let step = whole / count as f64;
        let parts = spans.iter().flat_map(|span| &span.flat).map(|flat| {
            let at = flat / step;
            let part = at - libm::floor(at);
            part * (1.0 - part)
        });
        parts.sum::<f64>()
    };
    let mut best = (off(points), points);
    for count in points * 7 / 8..points * 9 / 8 {
        let off = off(count);
        if off + 1e-6 < best.0 {
            best = (off, count);
        }
    }
    let largest = sum(|span| span.low.abs().max(span.high.abs()));
    (whole / best.1 as f64).max(LEAST * largest)
}
