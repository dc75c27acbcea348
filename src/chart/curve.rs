//! What more brings: one line of pounds over another quantity, its jumps upright, with points that are named.

use crate::chart::figure::{Figure, Table};
use crate::chart::label::{SMALL, text_width};
use crate::chart::numeral::Format;
use crate::chart::scale::{Linear, finite, side, told};
use crate::chart::scene::{Anchor, Mark, Point, Scene};

const HEIGHT: f64 = 220.0;
const TOP: f64 = 16.0;
const FOOT: f64 = 40.0;

/// Where the lines begin, how wide the picture is, and where its foot is.
type Room = (f64, f64, f64);

/// What the picture shows.
#[derive(Debug, Clone)]
pub struct Curve {
    /// Width in CSS pixels.
    pub width: f64,
    /// What the picture is about.
    pub title: String,
    /// What it says, in a sentence.
    pub summary: String,
    /// What is counted along the foot, and up the side.
    pub names: (String, String),
    /// Where the line bends, from left to right; two points at one place are a jump.
    pub points: Vec<(f64, f64)>,
    /// Points with a name.
    pub dots: Vec<Dot>,
    /// The texts of amounts along the foot and up the side.
    pub formats: (Format, Format),
}

/// A point with a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// Where it is.
    pub at: (f64, f64),
    /// What it is.
    pub name: String,
}

/// The line with its axes.
pub fn draw(curve: &Curve) -> Figure {
    let width = side(curve.width, 200.0);
    let all = || {
        curve
            .points
            .iter()
            .copied()
            .chain(curve.dots.iter().map(|dot| dot.at))
    };
    let most = |of: fn((f64, f64)) -> f64| {
        let values = all().map(of).map(finite);
        values.fold(f64::NEG_INFINITY, f64::max)
    };
    let least = |of: fn((f64, f64)) -> f64| {
        let values = all().map(of).map(finite);
        values.fold(f64::INFINITY, f64::min)
    };
    let some = all().next().is_some();
    let span = |of: fn((f64, f64)) -> f64, room: f64| {
        let (low, high) = if some {
            (least(of), most(of))
        } else {
            (0.0, 1.0)
        };
        let room = room * (high - low);
        if high > low {
            (low - room, high + room)
        } else {
            (low - 0.5, high + 0.5)
        }
    };
    let (across, up) = (span(|at| at.0, 0.0), span(|at| at.1, 0.08));
    // Less than a penny up and down is no difference: the level has one amount.
    let level = some && most(|at| at.1) - least(|at| at.1) < 0.005;
    let side_ticks = if level {
        let at = least(|at| at.1);
        vec![(at, (curve.formats.1)(at))]
    } else {
        told(up.0, up.1, 4, curve.formats.1)
    };
    let left = side_ticks
        .iter()
        .map(|(_, word)| text_width(word, SMALL))
        .fold(0.0, f64::max)
        .min(width / 3.0)
        + 8.0;
    let x = Linear::new(across, (left, width - 12.0));
    let y = Linear::new(up, (HEIGHT - FOOT, TOP));
    let mut marks = Vec::new();
    for (tick, word) in &side_ticks {
        let at = y.at(*tick);
        if y.holds(*tick) {
            marks.push(Mark::line("grid", (left, at), (width - 12.0, at)));
            marks.push(Mark::text(
                "small soft",
                (left - 8.0, at + 4.0),
                Anchor::End,
                word,
            ));
        }
    }
    let foot = HEIGHT - FOOT;
    marks.push(Mark::line("axis", (left, foot), (width - 12.0, foot)));
    let mut free = left - 1.0;
    for (tick, word) in told(across.0, across.1, 5, curve.formats.0) {
        let half = text_width(&word, SMALL) / 2.0;
        let at = x.at(tick).clamp(left + half, width - half);
        if x.holds(tick) && at - half > free {
            marks.push(Mark::text(
                "small soft",
                (at, foot + 16.0),
                Anchor::Middle,
                word,
            ));
            free = at + half + 10.0;
        }
    }
    let middle = (left + width - 12.0) / 2.0;
    marks.push(Mark::text(
        "small soft",
        (middle, foot + 32.0),
        Anchor::Middle,
        &curve.names.0,
    ));
    let line: Vec<(f64, f64)> = curve
        .points
        .iter()
        .map(|&(at, worth)| (x.at(finite(at)), y.at(finite(worth))))
        .collect();
    if line.len() > 1 {
        marks.push(Mark::polyline("curve", &line));
    }
    for dot in &curve.dots {
        let at = (x.clamped(dot.at.0), y.clamped(dot.at.1));
        let said = format!(
            "{}: {}, {}",
            dot.name,
            (curve.formats.0)(dot.at.0),
            (curve.formats.1)(dot.at.1)
        );
        marks.push(Mark::circle("dot open", at, 5.0).titled(said));
    }
    marks.extend(names(curve, &line, (&x, &y), (left, width, foot)));
    Figure {
        title: curve.title.clone(),
        summary: curve.summary.clone(),
        scene: Scene {
            width,
            height: HEIGHT,
            marks: vec![Mark::group("more", marks)],
        }
        .into(),
        table: table(curve),
    }
}

/// The names beside the points, above or below, to the right or to the left: where no other name stands and, if there is
/// such a place, no line runs; left out where none is free.
fn names(
    curve: &Curve,
    line: &[Point],
    (x, y): (&Linear, &Linear),
    (left, width, foot): Room,
) -> Vec<Mark> {
    const AWAY: f64 = 9.0;
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    let mut marks = Vec::new();
    for dot in &curve.dots {
        let (at, level) = (x.clamped(dot.at.0), y.clamped(dot.at.1));
        let wide = text_width(&dot.name, SMALL);
        let free = |&(start, base): &Point| {
            let apart = |&(from, to, other): &(f64, f64, f64)| {
                start + wide <= from || to <= start || (base - other).abs() >= SMALL + 2.0
            };
            let across = start >= left && start + wide <= width - 12.0;
            across && base >= SMALL && base <= foot - 4.0 && taken.iter().all(apart)
        };
        let clear = |&&(start, base): &&Point| {
            let (low, high) = ((start, base - SMALL), (start + wide, base + 3.0));
            !line.windows(2).any(|part| crosses(part, low, high))
        };
        let levels = [level - AWAY, level + AWAY + SMALL];
        let places = [at + AWAY, at - AWAY - wide].map(|start| levels.map(|base| (start, base)));
        let places: Vec<Point> = places.into_iter().flatten().filter(free).collect();
        let Some(&(start, base)) = places.iter().find(clear).or(places.first()) else {
            continue;
        };
        taken.push((start, start + wide, base));
        marks.push(Mark::text(
            "small halo",
            (start, base),
            Anchor::Start,
            &dot.name,
        ));
    }
    marks
}

/// The place of a picture that is still being worked out: as large as it will be, and empty.
pub fn awaited(title: &str, width: f64) -> Figure {
    Figure {
        title: title.to_owned(),
        summary: "Working it out: the reward at every sum of pump-priming from nothing to more than the grant, each split \
                  as well as it can be, and where a cliff is crossed."
            .to_owned(),
        scene: Scene {
            width: side(width, 200.0),
            height: HEIGHT,
            marks: Vec::new(),
        }
        .into(),
        table: Table::new(title.to_owned(), &[]),
    }
}

/// Whether a straight part of a line runs through the box between two corners.
fn crosses(part: &[Point], low: Point, high: Point) -> bool {
    let &[from, to] = part else {
        return false;
    };
    // The share of the part that lies within the box across, then of that what does so upright.
    let within = |(first, last): (f64, f64), start: f64, end: f64, low: f64, high: f64| {
        if start == end {
            return (start > low && start < high).then_some((first, last));
        }
        let (one, other) = (
            (low - start) / (end - start),
            (high - start) / (end - start),
        );
        let kept = (first.max(one.min(other)), last.min(one.max(other)));
        (kept.0 < kept.1).then_some(kept)
    };
    within((0.0, 1.0), from.0, to.0, low.0, high.0)
        .and_then(|kept| within(kept, from.1, to.1, low.1, high.1))
        .is_some()
}

fn table(curve: &Curve) -> Table {
    let mut table = Table::new(curve.title.clone(), &[&curve.names.0, &curve.names.1]);
    for dot in &curve.dots {
        let name = format!("{} ({})", (curve.formats.0)(dot.at.0), dot.name);
        table.push(&name, vec![(curve.formats.1)(dot.at.1)]);
    }
    for &(at, worth) in &curve.points {
        table.push(&(curve.formats.0)(at), vec![(curve.formats.1)(worth)]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::laws::{all, assert_figure, assert_legible, assert_within, texts};
    use crate::chart::sample;
    use crate::chart::scene::Shape;
    use proptest::prelude::*;

    #[test]
    fn what_is_awaited_takes_the_place_of_what_comes() {
        let curve = sample::curve();
        let (awaited, drawn) = (awaited(&curve.title, curve.width), draw(&curve));
        assert_eq!(awaited.title, drawn.title);
        assert_eq!(awaited.scene.width, drawn.scene.width);
        assert_eq!(awaited.scene.height, drawn.scene.height);
    }

    #[test]
    fn a_jump_stands_upright_and_named_points_come_first_in_the_table() {
        let figure = draw(&sample::curve());
        assert_eq!(all(&figure.scene, "dot").len(), 2);
        let words = texts(&figure.scene);
        assert!(words.contains(&"best".to_owned()) && words.contains(&"here".to_owned()));
        let headers: Vec<&str> = figure
            .table
            .rows
            .iter()
            .map(|row| row.header.as_str())
            .collect();
        assert_eq!(
            headers,
            [
                "£180k (best)",
                "£60k (here)",
                "£0k",
                "£120k",
                "£120k",
                "£180k",
                "£300k"
            ]
        );
    }

    #[test]
    fn names_close_to_one_another_stand_above_and_below() {
        let mut curve = sample::curve();
        curve.dots[1].at = curve.dots[0].at;
        let figure = draw(&curve);
        assert_legible(&figure.scene);
        let levels: Vec<f64> = all(&figure.scene, "halo")
            .into_iter()
            .filter_map(|mark| match mark.shape {
                Shape::Text { at, .. } => Some(at.1),
                _ => None,
            })
            .collect();
        assert_eq!(levels.len(), 2);
        assert!(levels[1] > levels[0] + SMALL);
    }

    #[test]
    fn no_line_runs_through_a_name_that_has_another_place() {
        let mut curve = sample::curve();
        curve.points = vec![(0.0, 0.0), (1e5, 4e4), (3e5, 9e4)];
        curve.dots = ["in force", "safe"]
            .map(|name| Dot {
                at: (1e5, 4e4),
                name: name.to_owned(),
            })
            .to_vec();
        let figure = draw(&curve);
        assert_legible(&figure.scene);
        let names: Vec<(Point, f64)> = all(&figure.scene, "halo")
            .into_iter()
            .filter_map(|mark| match mark.shape {
                Shape::Text { at, text, .. } => Some((at, text_width(&text, SMALL))),
                _ => None,
            })
            .collect();
        let [dot] = &all(&figure.scene, "dot")[..1] else {
            panic!("no dot");
        };
        let Shape::Circle { centre, .. } = dot.shape else {
            panic!("no circle");
        };
        // The line rises from the left: what is free is below to the right and above to the left.
        let [(below, _), (above, wide)] = names[..] else {
            panic!("{names:?}");
        };
        assert!(below.0 > centre.0 && below.1 > centre.1, "{below:?}");
        assert!(above.0 + wide < centre.0 && above.1 < centre.1, "{above:?}");
    }

    #[test]
    fn a_line_that_stays_level_has_one_amount_at_its_side() {
        let mut curve = sample::curve();
        curve.points = vec![(0.0, 6.191e6), (3e5, 6.191e6)];
        curve.dots.clear();
        curve.formats.1 = |pounds| format!("£{:.2}m", pounds / 1e6);
        let said = texts(&draw(&curve).scene);
        let at_side: Vec<&String> = said.iter().filter(|text| text.ends_with('m')).collect();
        assert_eq!(at_side, ["£6.19m"]);
    }

    #[test]
    fn where_all_sums_are_nothing_one_line_says_so() {
        let mut curve = sample::curve();
        curve.points = vec![(0.0, 0.0), (3e5, 0.0)];
        curve.dots.clear();
        curve.formats.1 = |pounds| format!("{pounds:.0} pounds");
        let said = texts(&draw(&curve).scene);
        let at_side: Vec<&String> = said.iter().filter(|it| it.ends_with(" pounds")).collect();
        assert_eq!(at_side, ["0 pounds"]);
    }

    proptest! {
        #[test]
        fn any_curve_stays_within(
            width in any::<f64>(),
            points in prop::collection::vec((any::<f64>(), any::<f64>()), 0..7),
            dots in prop::array::uniform2((any::<f64>(), any::<f64>())),
        ) {
            let mut curve = Curve { width, points, ..sample::curve() };
            (curve.dots[0].at, curve.dots[1].at) = (dots[0], dots[1]);
            curve.formats = (|_| "£420k".to_owned(), |_| "£420k".to_owned());
            let figure = draw(&curve);
            assert_within(&figure.scene);
            assert_legible(&figure.scene);
            assert_figure(&figure, curve.points.len() + 2);
        }
    }
}
