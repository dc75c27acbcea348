//! What more money brings: the share of the stretch against effective spend, with the cliff.

use crate::chart::figure::{Figure, Role, Table, list};
use crate::chart::label::{DROP, SIZE, SMALL, fit, text_width};
use crate::chart::numeral::{Format, percent};
use crate::chart::scale::{Linear, finite, length, side, ticks};
use crate::chart::scene::{Anchor, Mark, Point, Scene};

/// The share of the stretch that is always in view.
const END: f64 = 1.2;
const TOP: f64 = 8.0;
const FOOT: f64 = 40.0;

/// What the picture shows.
#[derive(Debug, Clone)]
pub struct Response {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// The indicator.
    pub name: String,
    /// The class of its block.
    pub class: &'static str,
    /// Where the line bends.
    pub points: Vec<Bend>,
    /// The share of the stretch at which the reward starts.
    pub threshold: f64,
    /// Where each scenario stands today.
    pub dots: Vec<Dot>,
    /// Whether the bends can be taken hold of.
    pub handles: Handles,
    /// The spend at the right end; `None` finds one. A drag keeps what it started with.
    pub most: Option<f64>,
    /// The text of an amount of money.
    pub format: Format,
}

/// A point of the line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bend {
    /// Effective spend in pounds.
    pub pounds: f64,
    /// The share of the stretch that it delivers.
    pub score: f64,
}

/// Where one scenario stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// The scenario.
    pub name: String,
    /// Its place among the scenarios on screen.
    pub role: Role,
    /// Its effective spend in pounds.
    pub pounds: f64,
    /// The share of the stretch that it reaches.
    pub score: f64,
    /// What stands beside the dot, "58%, £420k".
    pub label: String,
}

/// Whether the bends of the line can be taken hold of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handles {
    /// The line is only shown.
    Hidden,
    /// Each bend is a mark with the key `bend-0`, `bend-1` and so on, in the order given.
    Shown,
}

/// The scales of a drawn response: pounds to x, share of the stretch to y.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plot {
    /// Effective spend in pounds, left to right.
    pub x: Linear,
    /// Share of the stretch, upwards.
    pub y: Linear,
    area: (Point, Point),
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

/// The line with its cliff and the dots of the scenarios.
pub fn draw(response: &Response) -> Figure {
    let plot = plot(response);
    let (width, height) = size(response);
    let mut bends: Vec<Bend> = response.points.clone();
    bends.sort_by(|a, b| finite(a.pounds).total_cmp(&finite(b.pounds)));
    let crossing = crossing(&bends, response.threshold);

    let mut marks = zones(response.threshold, &plot);
    marks.extend(axes(response, &plot, height, crossing));
    marks.extend(curve(&bends, response.class, &plot));
    marks.extend(response.dots.iter().flat_map(|dot| point(dot, &plot)));
    if response.handles == Handles::Shown {
        marks.extend(response.points.iter().enumerate().map(|(i, bend)| {
            let title = format!(
                "{}: {}",
                (response.format)(bend.pounds),
                percent(bend.score)
            );
            Mark::circle("handle", plot.place(bend.pounds, bend.score), 7.0)
                .titled(title)
                .keyed(format!("bend-{i}"))
        }));
    }
    Figure {
        title: format!("{}: response to money", response.name),
        summary: summary(response, crossing),
        scene: Scene {
            width,
            height,
            marks: vec![Mark::group("response", marks)],
        },
        table: table(response),
    }
}

fn size(response: &Response) -> (f64, f64) {
    (side(response.width, 160.0), side(response.height, 120.0))
}

impl Plot {
    fn place(&self, pounds: f64, score: f64) -> Point {
        (self.x.clamped(pounds), self.y.clamped(score))
    }
}

/// The least spend at which the line reaches the threshold, if it does.
fn crossing(bends: &[Bend], threshold: f64) -> Option<f64> {
    let first = bends.first()?;
    if first.score >= threshold {
        return Some(0.0);
    }
    bends
        .windows(2)
        .find(|pair| pair[0].score < threshold && pair[1].score >= threshold)
        .map(|pair| {
            let share = (threshold - pair[0].score) / (pair[1].score - pair[0].score);
            finite(pair[0].pounds + share * (pair[1].pounds - pair[0].pounds))
        })
}

fn zones(threshold: f64, plot: &Plot) -> Vec<Mark> {
    let ((left, top), (right, bottom)) = plot.area;
    let cliff = plot.y.clamped(threshold);
    let full = plot.y.clamped(1.0).min(cliff);
    let zone =
        |class: &str, from: f64, to: f64| Mark::rect(class, (left, from), right - left, to - from);
    vec![
        zone("zone nil", cliff, bottom),
        zone("zone pays", full, cliff),
        zone("zone full", top, full),
        Mark::line("cliff", (left, cliff), (right, cliff)),
    ]
}

fn axes(response: &Response, plot: &Plot, height: f64, crossing: Option<f64>) -> Vec<Mark> {
    let ((left, _), (right, bottom)) = plot.area;
    let mut marks = vec![Mark::line("axis", (left, bottom), (right, bottom))];
    let shares = [
        (0.0, "small soft"),
        (1.0, "small soft"),
        (response.threshold, "small cliff-text"),
    ];
    for (share, class) in shares {
        let at = (left - 6.0, plot.y.clamped(share) + 4.0);
        marks.push(Mark::text(
            class,
            at,
            Anchor::End,
            fit(&percent(share), SMALL, left - 6.0),
        ));
    }
    let crossing = crossing.filter(|&at| at > 0.0 && plot.x.holds(at));
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let mut note = |pounds: f64, class: &str| {
        let text = fit(&(response.format)(pounds), SMALL, right - left);
        let half = text_width(&text, SMALL) / 2.0;
        let x = plot.x.clamped(pounds).clamp(half, right + 10.0 - half);
        let free = taken
            .iter()
            .all(|&(from, to)| x + half + 8.0 <= from || x - half - 8.0 >= to);
        taken.push((x - half, x + half));
        free.then(|| Mark::text(class, (x, bottom + 15.0), Anchor::Middle, text))
    };
    if let Some(at) = crossing {
        let (x, y) = plot.place(at, response.threshold);
        marks.push(Mark::line("drop", (x, y), (x, bottom)));
        marks.extend(note(at, "small cliff-text"));
    }
    let most = plot.x.value(right);
    for tick in ticks(0.0, most, 3) {
        marks.extend(note(tick, "small soft"));
    }
    let words = fit("effective spend", SMALL, right - left);
    marks.push(Mark::text(
        "small soft",
        (right, height - 6.0),
        Anchor::End,
        words,
    ));
    marks
}

/// The line itself, flat before its first point and after its last.
fn curve(bends: &[Bend], class: &str, plot: &Plot) -> Vec<Mark> {
    let (Some(first), Some(last)) = (bends.first(), bends.last()) else {
        return Vec::new();
    };
    let ((left, _), (right, _)) = plot.area;
    let (start, end) = (
        plot.place(first.pounds, first.score),
        plot.place(last.pounds, last.score),
    );
    let points: Vec<Point> = bends
        .iter()
        .map(|bend| plot.place(bend.pounds, bend.score))
        .collect();
    vec![
        Mark::line(&format!("flat {class}"), (left, start.1), start),
        Mark::line(&format!("flat {class}"), end, (right, end.1)),
        Mark::polyline(&format!("curve {class}"), &points),
    ]
}

fn point(dot: &Dot, plot: &Plot) -> [Mark; 2] {
    let (x, y) = plot.place(dot.pounds, dot.score);
    let ((left, top), (right, bottom)) = plot.area;
    let role = dot.role.class();
    let radius = if dot.role == Role::Open { 5.0 } else { 6.5 };
    let label = fit(&dot.label, SIZE, right - left);
    let room = text_width(&label, SIZE) * 1.08;
    let (anchor, at) = if x + 10.0 + room <= right {
        (Anchor::Start, x + 10.0)
    } else {
        (Anchor::End, x - 10.0)
    };
    let at = if anchor == Anchor::End {
        at.max(left + room)
    } else {
        at
    };
    // The open scenario speaks below its dot, others above theirs: two dots seldom collide.
    let below = if dot.role == Role::Open {
        y + 18.0
    } else {
        y - 10.0
    };
    let baseline = below.clamp(top + 12.0, bottom - 6.0) + DROP - 4.0;
    let class = if dot.role == Role::Open {
        "strong halo"
    } else {
        "soft halo"
    };
    let title = format!("{}: {}", dot.name, dot.label);
    [
        Mark::circle(&format!("dot {role}"), (x, y), radius).titled(title),
        Mark::text(class, (at, baseline), anchor, label),
    ]
}

fn summary(response: &Response, crossing: Option<f64>) -> String {
    let threshold = percent(response.threshold);
    let cliff = match crossing {
        Some(pounds) if pounds > 0.0 => {
            format!("{threshold} is reached at {}", (response.format)(pounds))
        }
        Some(_) => format!("{threshold} is reached without any spending"),
        None if response.points.is_empty() => "no response to money is stated".to_owned(),
        None => format!("no spending reaches {threshold}"),
    };
    let dots: Vec<String> = response
        .dots
        .iter()
        .map(|dot| format!("{} stands at {}", dot.name, dot.label))
        .collect();
    let stands = if dots.is_empty() {
        String::new()
    } else {
        format!("; {}", list(&dots))
    };
    format!("{}: {cliff}{stands}.", response.name)
}

fn table(response: &Response) -> Table {
    let head = ["Point", "Effective spend", "Share of the stretch"];
    let mut table = Table::new(format!("{}: response to money", response.name), &head);
    for (i, bend) in response.points.iter().enumerate() {
        let cells = vec![(response.format)(bend.pounds), percent(bend.score)];
        table.push(&format!("Point {}", i + 1), cells);
    }
    for dot in &response.dots {
        table.push(
            &dot.name,
            vec![(response.format)(dot.pounds), percent(dot.score)],
        );
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::laws::{all, assert_figure, assert_within};
    use proptest::prelude::*;

    fn pounds(value: f64) -> String {
        format!("£{:.0}k", value / 1000.0)
    }

    fn response(points: &[(f64, f64)], dots: &[(Role, f64, f64)]) -> Response {
        Response {
            width: 320.0,
            height: 200.0,
            name: "Into work".to_owned(),
            class: "block-4",
            points: points
                .iter()
                .map(|&(pounds, score)| Bend { pounds, score })
                .collect(),
            threshold: 0.6,
            dots: dots
                .iter()
                .map(|&(role, pounds, score)| Dot {
                    name: role.class().to_owned(),
                    role,
                    pounds,
                    score,
                    label: percent(score),
                })
                .collect(),
            handles: Handles::Shown,
            most: None,
            format: pounds,
        }
    }

    #[test]
    fn the_crossing_lies_on_the_line() {
        // From 20% at £200k to 100% at £600k: 60% is half way, at £400k.
        let figure = draw(&response(
            &[(200e3, 0.2), (600e3, 1.0)],
            &[(Role::Open, 300e3, 0.4)],
        ));
        assert_eq!(
            figure.summary,
            "Into work: 60% is reached at £400k; open stands at 40%."
        );
        assert_eq!(all(&figure.scene, "drop").len(), 1);
        assert_figure(&figure, 3);
    }

    #[test]
    fn handles_have_the_keys_of_their_points() {
        let figure = draw(&response(&[(5.0, 0.9), (1.0, 0.1)], &[]));
        let keys: Vec<_> = all(&figure.scene, "handle")
            .into_iter()
            .filter_map(|mark| mark.key)
            .collect();
        assert_eq!(keys, ["bend-0", "bend-1"]);
    }

    #[test]
    fn a_pointer_can_be_read_as_pounds() {
        let mut response = response(&[(0.0, 0.0), (500e3, 1.0)], &[]);
        response.most = Some(800e3);
        let plot = plot(&response);
        assert_eq!(plot.x.value(310.0), 800e3);
        assert!((plot.y.value(plot.y.at(0.6)) - 0.6).abs() < 1e-12);
    }

    #[test]
    fn a_line_that_never_pays_is_said() {
        let flat = response(&[(0.0, 0.1), (500e3, 0.1)], &[]);
        assert_eq!(draw(&flat).summary, "Into work: no spending reaches 60%.");
        assert_eq!(
            draw(&response(&[], &[])).summary,
            "Into work: no response to money is stated."
        );
    }

    proptest! {
        #[test]
        fn any_response_stays_within(
            size in (any::<f64>(), any::<f64>()),
            points in prop::collection::vec((any::<f64>(), any::<f64>()), 0..7),
            dot in (any::<f64>(), any::<f64>()),
        ) {
            let mut response = response(&points, &[(Role::Open, dot.0, dot.1), (Role::Base, dot.1, dot.0)]);
            (response.width, response.height) = size;
            response.format = |_| "£420k".to_owned();
            for dot in &mut response.dots {
                dot.label = "58%, £420k".to_owned();
            }
            let figure = draw(&response);
            assert_within(&figure.scene);
            assert_figure(&figure, points.len() + 2);
        }
    }
}
