//! A difference as columns of a round width, of which none lies on both sides of £0.

use serde::{Deserialize, Serialize};

/// Columns that there are at most.
const MOST: f64 = 48.0;

/// What is less likely than this at either end stands in the outermost column.
pub(crate) const END: f64 = 1e-4;

/// A chance no larger than this is what rounding leaves of none.
const NONE: f64 = 1e-12;

/// A difference as columns. What is exactly £0 stands in none of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Columns {
    /// Where the first one begins, in pounds: a whole number of widths from £0.
    pub start: f64,
    /// How wide each one is, in pounds: 1, 2 or 5 times a power of ten.
    pub width: f64,
    /// The chance of each.
    pub chances: Vec<f64>,
}

impl Columns {
    /// Columns without a chance that hold what lies between two sums, and either side of £0 that has any: the chances of
    /// more than nothing, of nothing, and of less are given.
    pub(crate) fn about_nothing([low, high]: [f64; 2], (above, _, below): (f64, f64, f64)) -> Self {
        // However unlikely, less than nothing never stands among what is more.
        let low = if below > NONE { low.min(-1.0) } else { low };
        let high = if above > NONE { high.max(1.0) } else { high };
        Self::between(low, high)
    }

    /// Columns without a chance that hold what lies between two sums.
    fn between(low: f64, high: f64) -> Self {
        let width = round((high - low) / MOST);
        let first = libm::floor(low / width + NEAR);
        let end = libm::ceil(high / width - NEAR).max(first + 1.0);
        Self {
            start: first * width,
            width,
            chances: vec![0.0; (end - first) as usize],
        }
    }

    /// The same of so much less in place of more.
    pub(crate) fn turned(mut self) -> Self {
        let end = self.start + self.width * self.chances.len() as f64;
        self.start = 0.0 - end;
        self.chances.reverse();
        self
    }

    /// Adds the chance of one sum that is not £0. Where columns meet, it stands in the one further from £0.
    pub(crate) fn add(&mut self, pounds: f64, chance: f64) {
        let away = libm::floor(pounds.abs() / self.width + NEAR);
        self.put(if pounds < 0.0 { -away - 1.0 } else { away }, chance);
    }

    /// Adds a chance that is spread evenly between two sums.
    pub(crate) fn spread(&mut self, low: f64, high: f64, chance: f64) {
        // Nothing beyond either end is told apart, and a stretch of what is likely may reach far beyond them.
        let end = self.start + self.width * self.chances.len() as f64;
        let mut column = libm::floor(low.max(self.start) / self.width);
        let mut from = low;
        while chance > 0.0 && from < high {
            let next = (column + 1.0) * self.width;
            let to = if next >= end { high } else { next.min(high) };
            self.put(column, chance * (to - from).max(0.0) / (high - low));
            from = to;
            column += 1.0;
        }
    }

    /// Adds to the column that begins so many widths from £0, or to the outermost one.
    fn put(&mut self, column: f64, chance: f64) {
        let place = column - libm::round(self.start / self.width);
        let last = self.chances.len().saturating_sub(1);
        if let Some(held) = self.chances.get_mut((place.max(0.0) as usize).min(last)) {
            *held += chance;
        }
    }
}

/// A sum this near to where two columns meet, in widths, is there.
const NEAR: f64 = 1e-9;

/// The least of 1, 2 and 5 times a power of ten that is no less, and at least £1.
fn round(least: f64) -> f64 {
    let mut unit = 1.0;
    while 5.0 * unit < least {
        unit *= 10.0;
    }
    let steps = [unit, 2.0 * unit, 5.0 * unit];
    let enough = steps.into_iter().find(|&step| step >= least);
    enough.unwrap_or(unit)
}
