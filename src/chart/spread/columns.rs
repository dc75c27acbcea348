//! The columns of a spread, and which of them are lumps.

use crate::chart::numeral::percent;
use crate::chart::scale::finite;
use crate::chart::spread::Spread;

/// A column is this share of the whole at least to count as a lump, and so many times either of its neighbours.
const LUMP: f64 = 0.02;
const ABOVE: f64 = 1.5;
/// Where a column stands for so many sums at least, one that has half of its chance is a lump beside any neighbour.
const MANY: f64 = 4.0;
/// The finest step between sums, as a share of the largest.
const FINEST: f64 = 1e-9;

/// Columns of a spread: where each starts, how wide all are, their chances, and the likeliest sum of each with its own.
pub(super) struct Columns {
    pub(super) start: f64,
    pub(super) step: f64,
    /// How many steps between sums a column holds.
    each: f64,
    pub(super) chances: Vec<f64>,
    likeliest: Vec<(f64, f64)>,
}

impl Columns {
    /// At most `most` columns over all points, each as wide as some whole steps between them, so that none has
    /// more points than its neighbour by accident.
    pub(super) fn of(points: &[(f64, f64)], most: usize) -> Self {
        let sums = points.iter().map(|point| finite(point.0));
        let low = sums.clone().reduce(f64::min).unwrap_or(0.0);
        let high = sums.reduce(f64::max).unwrap_or(1.0);
        let between = points.windows(2).map(|pair| finite(pair[1].0 - pair[0].0));
        let step = between
            .filter(|step| *step > 0.0)
            .fold(f64::INFINITY, f64::min);
        let step = if step.is_finite() { step } else { 1.0 };
        // Columns can be told apart only where their width is no rounding error of where they start.
        let step = step.max(FINEST * low.abs().max(high.abs()).max(1.0));
        let steps = ((high - low) / step).round().max(1.0);
        let each = (steps / most.max(1) as f64).ceil().max(1.0);
        let count = ((steps / each).ceil() as usize).min(most.max(1)) + 1;
        let mut chances = vec![0.0; count];
        let mut likeliest = vec![(0.0, 0.0); count];
        for &(pounds, chance) in points {
            let place = ((finite(pounds) - low) / step).round() / each;
            let place = (place.max(0.0) as usize).min(count - 1);
            chances[place] += finite(chance);
            if finite(chance) > likeliest[place].1 {
                likeliest[place] = (pounds, finite(chance));
            }
        }
        Self {
            start: low - 0.5 * step,
            step: step * each,
            each,
            chances,
            likeliest,
        }
    }

    /// Whether a column stands for one sum that is likely by itself, and not for a part of what is spread.
    pub(super) fn is_lump(&self, place: usize) -> bool {
        let chance = self.chances[place];
        let at = |place: Option<usize>| place.and_then(|place| self.chances.get(place));
        let beside = [at(place.checked_sub(1)), at(Some(place + 1))];
        let most = beside.into_iter().flatten().copied().fold(0.0, f64::max);
        let own = self.each >= MANY && self.likeliest[place].1 >= 0.5 * chance;
        chance >= LUMP && (own || chance >= ABOVE * most)
    }

    /// What a column says when it is pointed at: the very sum where it is one. What is known of differences is columns
    /// already.
    pub(super) fn says(&self, place: usize, Spread { same, format, .. }: &Spread) -> String {
        let (chance, (sum, own)) = (percent(self.chances[place]), self.likeliest[place]);
        if same.is_some() || !self.is_lump(place) || own < 0.5 * self.chances[place] {
            let middle = self.start + self.step * (place as f64 + 0.5);
            return format!("about {}: {chance}", format(middle));
        }
        match (format(sum), percent(own)) {
            (sum, own) if own == chance => format!("{sum}: {own}"),
            (sum, own) => format!("{sum}: {own}, {chance} with sums close to it"),
        }
    }

    /// How many of them begin below nothing.
    pub(super) fn below_nothing(&self) -> usize {
        let below = (-self.start / self.step).round().max(0.0);
        (below as usize).min(self.chances.len())
    }

    pub(super) fn end(&self) -> f64 {
        self.start + self.step * self.chances.len() as f64
    }
}
