//! Which years and values a trajectory shows, and where they stand.

use crate::chart::label::{SMALL, text_width};
use crate::chart::numeral::{decimal, places};
use crate::chart::scale::{Linear, finite, side, ticks};
use crate::chart::scene::Point;
use crate::chart::trajectory::{Size, Trajectory, last};

/// The scales of a trajectory and the room around them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Window {
    pub(super) width: f64,
    pub(super) height: f64,
    /// Left, top, right and bottom of the lines' area.
    pub(super) area: (f64, f64, f64, f64),
    pub(super) ticks: Vec<(f64, String)>,
    x: Linear,
    y: Linear,
    alone: bool,
}

impl Window {
    pub(super) fn of(trajectory: &Trajectory) -> Window {
        let width = trajectory.width;
        let (width, height, ends) = match trajectory.size {
            Size::Small => (side(width, 140.0), 112.0, small_labels(trajectory)),
            Size::Large => {
                let width = side(width, 300.0);
                (width, 320.0, (width * 0.32).min(190.0))
            }
        };
        let (low, high) = values(trajectory);
        let ticks = axis(trajectory, (low, high));
        let words = ticks.iter().map(|(_, word)| text_width(word, SMALL));
        let left = match trajectory.size {
            Size::Small => 8.0,
            Size::Large => words.fold(0.0, f64::max).min(width / 3.0) + 14.0,
        };
        let (right, top, bottom) = ((width - ends - 14.0).max(left + 20.0), 12.0, height - 26.0);
        let last = trajectory.years.len().saturating_sub(1);
        Window {
            width,
            height,
            area: (left, top, right, bottom),
            ticks,
            x: Linear::new((0.0, last as f64), (left + 4.0, right)),
            y: Linear::new((low, high), (bottom, top)),
            alone: trajectory.years.len() < 2,
        }
    }

    /// The place of a value; one beyond the window stands at its edge.
    pub(super) fn place(&self, year: usize, value: f64) -> Point {
        (self.year(year), self.y.clamped(value))
    }

    pub(super) fn holds(&self, value: f64) -> bool {
        self.y.holds(value)
    }

    pub(super) fn level(&self, value: f64) -> f64 {
        self.y.clamped(value)
    }

    pub(super) fn year(&self, year: usize) -> f64 {
        if self.alone {
            (self.area.0 + self.area.2) / 2.0
        } else {
            self.x.clamped(year as f64)
        }
    }
}

/// The room that the end values of a small picture take.
fn small_labels(trajectory: &Trajectory) -> f64 {
    let ends = trajectory
        .projections
        .iter()
        .map(|scenario| last(&scenario.values));
    let ends = ends.chain([last(&trajectory.with)]).flatten();
    let widths = ends.map(|value| text_width(&trajectory.text(value), SMALL) * 1.08);
    widths.fold(24.0, f64::max).min(64.0) + 8.0
}

/// The values in view: all of the agreement's, others as far as they leave these readable.
fn values(trajectory: &Trajectory) -> (f64, f64) {
    let series = |series: &[Option<f64>]| -> Vec<f64> {
        series
            .iter()
            .take(trajectory.years.len())
            .flatten()
            .map(|&value| finite(value))
            .collect()
    };
    let mut agreed = series(&trajectory.without);
    agreed.extend(series(&trajectory.with));
    agreed.extend(trajectory.baseline.map(|(_, value)| finite(value)));
    let mut found = series(&trajectory.actual);
    found.extend(
        trajectory
            .projections
            .iter()
            .flat_map(|scenario| series(&scenario.values)),
    );
    let fan = trajectory.fan.iter().take(trajectory.years.len()).flatten();
    found.extend(fan.flat_map(|year| [year.wide.0, year.wide.1]).map(finite));
    if agreed.is_empty() {
        agreed = std::mem::take(&mut found);
    }

    let low = agreed.iter().copied().fold(f64::INFINITY, f64::min);
    let high = agreed.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if agreed.is_empty() {
        return (0.0, 1.0);
    }
    // Where nothing is to be stretched, the values themselves say how far others may lie.
    let reach = if high > low {
        high - low
    } else {
        high.abs().max(1.0)
    };
    let (floor, ceiling) = (low - reach, high + reach);
    let within = found.into_iter().map(|value| value.clamp(floor, ceiling));
    let (mut low, mut high) = within.fold((low, high), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    if low == high {
        let half = (high.abs() * 0.05).max(0.5);
        (low, high) = (low - half, high + half);
    }
    let pad = (high - low) * 0.06;
    (low - pad, high + pad)
}

fn axis(trajectory: &Trajectory, (low, high): (f64, f64)) -> Vec<(f64, String)> {
    if trajectory.size == Size::Small || trajectory.years.is_empty() {
        return Vec::new();
    }
    let marked = ticks(low, high, 5);
    let step = marked.get(1).map_or(0.0, |second| second - marked[0]);
    let places = places(step).max(if step > 0.0 { 0 } else { trajectory.decimals });
    marked
        .into_iter()
        .map(|tick| (tick, decimal(tick, places)))
        .collect()
}
