//! Between what a payment lies: a line over its column.

use crate::chart::payments::Year;
use crate::chart::scale::Linear;
use crate::chart::scene::Mark;

/// Between what a payment lies eight times in ten.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// One time in ten it is less, in pounds.
    pub low: f64,
    /// One time in ten it is more, in pounds.
    pub high: f64,
    /// Both in words.
    pub label: String,
}

/// The range of a payment: a line with a cap at either end.
pub(super) fn whisker(year: &Year, middle: f64, wide: f64, y: &Linear) -> Vec<Mark> {
    let Some(range) = &year.range else {
        return Vec::new();
    };
    let (low, high) = (y.clamped(range.low), y.clamped(range.high));
    let half = (wide / 6.0).min(6.0);
    let title = format!("{}, 8 times in 10: {}", year.name, range.label);
    let cap = |at: f64| Mark::line("range", (middle - half, at), (middle + half, at));
    vec![
        Mark::line("under-range", (middle, low), (middle, high)),
        Mark::line("range", (middle, low), (middle, high)).titled(title),
        cap(low),
        cap(high),
    ]
}
