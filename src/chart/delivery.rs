//! Which share of its improvement may be delivered: a hill over the shares, with its worst, likely and best point.

use crate::chart::figure::{Figure, Table};
use crate::chart::label::{SMALL, text_width};
use crate::chart::numeral::percent;
use crate::chart::scale::{Linear, finite, side};
use crate::chart::scene::{Anchor, Mark, Point, Scene};

/// Height in CSS pixels.
pub const HEIGHT: f64 = 68.0;
const TOP: f64 = 4.0;
const FOOT: f64 = 24.0;
/// Room at either side: half a handle.
const EDGE: f64 = 10.0;

/// What the picture shows; shares of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Delivery {
    /// Width in CSS pixels.
    pub width: f64,
    /// The indicator.
    pub name: String,
    /// The class of its block.
    pub class: &'static str,
    /// Shares with how likely they are, from the least to the most; empty where one share is certain.
    pub hill: Vec<(f64, f64)>,
    /// The worst, the likely and the best share.
    pub points: [f64; 3],
    /// Between these it lies eight times in ten.
    pub between: (f64, f64),
    /// The share at the right end.
    pub most: f64,
}

/// Names of the three points.
pub const NAMES: [&str; 3] = ["Worst", "Likely", "Best"];

/// Where shares stand in a picture of some width.
#[must_use]
pub fn scale(width: f64, most: f64) -> Linear {
    let width = side(width, 80.0);
    Linear::new((0.0, most), (EDGE, width - EDGE))
}

/// How far down the three points stand.
#[must_use]
pub fn level() -> f64 {
    HEIGHT - FOOT
}

/// The hill with its axis.
pub fn draw(delivery: &Delivery) -> Figure {
    let width = side(delivery.width, 80.0);
    let x = scale(width, delivery.most);
    let foot = level();
    let highest = delivery
        .hill
        .iter()
        .map(|point| finite(point.1))
        .fold(0.0, f64::max)
        .max(1e-9);
    let y = Linear::new((0.0, highest), (foot, TOP));
    let mut marks = Vec::new();
    let projected = x.clamped(1.0);
    marks.push(Mark::line("projected", (projected, TOP), (projected, foot)));
    let ends = [delivery.points[0], delivery.points[2]].map(|share| (x.clamped(share), foot));
    if delivery.hill.is_empty() {
        let at = x.clamped(delivery.points[1]);
        marks.push(Mark::line("sure", (at, TOP), (at, foot)));
    } else {
        let hill = delivery.hill.iter();
        let tops = hill.map(|&(share, height)| (x.clamped(share), y.clamped(height)));
        let outline: Vec<Point> = [ends[0]].into_iter().chain(tops).chain([ends[1]]).collect();
        marks.push(Mark::polygon("hill", &outline));
    }
    marks.push(Mark::line("axis", (EDGE, foot), (width - EDGE, foot)));
    let mut free = 0.0;
    for share in [0.0, 1.0, 2.0] {
        let word = percent(share);
        let half = text_width(&word, SMALL) / 2.0;
        let at = x.clamped(share).clamp(half, width - half);
        if x.holds(share) && at - half >= free {
            let place = (at, HEIGHT - 4.0);
            marks.push(Mark::text("small soft", place, Anchor::Middle, word));
            free = at + half + 6.0;
        }
    }
    Figure {
        title: format!("{}: how much may be delivered", delivery.name),
        summary: summary(delivery),
        scene: Scene {
            width,
            height: HEIGHT,
            marks: vec![Mark::group(&format!("delivery {}", delivery.class), marks)],
        }
        .into(),
        table: table(delivery),
    }
}

fn summary(delivery: &Delivery) -> String {
    let [worst, likely, best] = delivery.points.map(|share| percent(finite(share)));
    if delivery.hill.is_empty() {
        return format!(
            "{}: {likely} of its improvement is delivered.",
            delivery.name
        );
    }
    let (low, high) = delivery.between;
    format!(
        "{}: at worst {worst} of its improvement, likely {likely}, at best {best}; eight times in ten between {} and {}.",
        delivery.name,
        percent(finite(low)),
        percent(finite(high))
    )
}

fn table(delivery: &Delivery) -> Table {
    let mut table = Table::new(
        format!("{}: how much may be delivered", delivery.name),
        &["Point", "Share of its improvement"],
    );
    for (name, share) in NAMES.iter().zip(delivery.points) {
        table.push(name, vec![percent(finite(share))]);
    }
    let (low, high) = delivery.between;
    let ends = [
        ("One time in ten less than", low),
        ("One time in ten more than", high),
    ];
    for (name, share) in ends {
        table.push(name, vec![percent(finite(share))]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::laws::{all, assert_figure, assert_legible, assert_within};
    use crate::chart::sample;
    use proptest::prelude::*;

    #[test]
    fn a_share_that_is_certain_is_an_upright_line() {
        let mut sure = sample::delivery();
        (sure.hill, sure.points, sure.between) = (Vec::new(), [0.8; 3], (0.8, 0.8));
        let figure = draw(&sure);
        assert_eq!(all(&figure.scene, "sure").len(), 1);
        assert!(all(&figure.scene, "hill").is_empty());
        assert_eq!(
            figure.summary,
            "People helped into work: 80% of its improvement is delivered."
        );
    }

    #[test]
    fn a_place_can_be_read_as_a_share() {
        let x = scale(200.0, 2.0);
        assert_eq!(
            (x.value(10.0), x.value(100.0), x.value(190.0)),
            (0.0, 1.0, 2.0)
        );
    }

    proptest! {
        #[test]
        fn any_delivery_stays_within(
            width in any::<f64>(),
            hill in prop::collection::vec((any::<f64>(), any::<f64>()), 0..7),
            points in prop::array::uniform3(any::<f64>()),
            most in any::<f64>(),
        ) {
            let figure = draw(&Delivery { width, hill, points, most, ..sample::delivery() });
            assert_within(&figure.scene);
            assert_legible(&figure.scene);
            assert_figure(&figure, 5);
        }
    }
}
