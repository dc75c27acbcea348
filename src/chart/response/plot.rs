//! Where pounds and scores stand in a response to money.

use crate::chart::label::{SMALL, text_width};
use crate::chart::response::Response;
use crate::chart::scale::{Linear, finite, length, side};
use crate::chart::scene::Point;

/// The share of the stretch that is always in view.
const END: f64 = 1.2;
/// Room above the lines.
const TOP: f64 = 8.0;
/// Room below for amounts and the name of the axis.
const FOOT: f64 = 40.0;

/// The scales of a drawn response: pounds to x, share of the stretch to y.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plot {
    /// Effective spend in pounds, left to right.
    pub x: Linear,
    /// Share of the stretch, upwards.
    pub y: Linear,
    /// Upper left and lower right corner of the lines' area.
    pub(super) area: (Point, Point),
}

/// The scales that `draw` uses, so that a pointer's position can be read as pounds and score.
pub fn plot(response: &Response) -> Plot {
    let (width, height) = size(response);
    let spends = response
        .points
        .iter()
        .map(|bend| bend.pounds)
        .chain(response.dots.iter().map(|dot| dot.pounds));
    let found = spends.map(length).fold(0.0, f64::max) * 1.1;
    let most = response
        .most
        .map(length)
        .filter(|&most| most > 0.0)
        .unwrap_or(found);
    let most = if most > 0.0 { most } else { 1.0 };
    let scores = response
        .points
        .iter()
        .map(|bend| bend.score)
        .chain(response.dots.iter().map(|dot| dot.score));
    let highest = scores.map(finite).fold(END, f64::max).min(2.0);
    let left = text_width("100%", SMALL) + 8.0;
    let (right, bottom) = (width - 10.0, height - FOOT);
    Plot {
        x: Linear::new((0.0, most), (left, right)),
        y: Linear::new((0.0, highest), (bottom, TOP)),
        area: ((left, TOP), (right, bottom)),
    }
}

/// Width and height that the picture really takes.
pub(super) fn size(response: &Response) -> (f64, f64) {
    (side(response.width, 160.0), side(response.height, 120.0))
}

impl Plot {
    /// The spend at the right end, in pounds.
    pub fn most(&self) -> f64 {
        self.x.value(self.area.1.0)
    }

    /// The position nearest to a given one within the lines' area.
    pub fn within(&self, (x, y): Point) -> Point {
        let ((left, top), (right, bottom)) = self.area;
        (x.clamp(left, right), y.clamp(top, bottom))
    }

    /// The place of a point, held within the area.
    pub(super) fn place(&self, pounds: f64, score: f64) -> Point {
        (self.x.clamped(pounds), self.y.clamped(score))
    }
}
