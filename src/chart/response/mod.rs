//! What more money brings: the share of the stretch against effective spend, with the cliff.

mod marks;
mod plot;

use crate::chart::figure::{Figure, Role, Table, list};
use crate::chart::numeral::{Format, percent, score};
use crate::chart::response::marks::{axes, curve, points, zones};
use crate::chart::response::plot::size;
use crate::chart::scale::finite;
use crate::chart::scene::{Mark, Scene};

pub use crate::chart::response::plot::{Plot, plot};

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
    /// That share in words, as it is said elsewhere of the scenario: "58%".
    pub reached: String,
}

/// Whether the bends of the line can be taken hold of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handles {
    /// The line is only shown.
    Hidden,
    /// Each bend is a mark with the key `bend-0`, `bend-1` and so on, in the order given.
    Shown,
}

impl Response {
    /// What stands beside a dot: "58%, £420k".
    fn label(&self, dot: &Dot) -> String {
        format!("{}, {}", dot.reached, (self.format)(dot.pounds))
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
    marks.extend(points(response, &plot));
    if response.handles == Handles::Shown {
        marks.extend(response.points.iter().enumerate().map(|(i, bend)| {
            let title = format!(
                "{}: {}",
                (response.format)(bend.pounds),
                score(bend.score, response.threshold)
            );
            Mark::circle("handle", plot.place(bend.pounds, bend.score), 6.0)
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
        }
        .into(),
        table: table(response),
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
        .map(|dot| format!("{} under {}", response.label(dot), dot.name))
        .collect();
    let stands = if dots.is_empty() {
        String::new()
    } else {
        format!("; now it stands at {}", list(&dots))
    };
    format!("{}: {cliff}{stands}.", response.name)
}

fn table(response: &Response) -> Table {
    let head = ["Point", "Effective spend", "Share of the stretch"];
    let mut table = Table::new(format!("{}: response to money", response.name), &head);
    for (i, bend) in response.points.iter().enumerate() {
        let reached = score(bend.score, response.threshold);
        let cells = vec![(response.format)(bend.pounds), reached];
        table.push(&format!("Point {}", i + 1), cells);
    }
    for dot in &response.dots {
        let cells = vec![(response.format)(dot.pounds), dot.reached.clone()];
        table.push(&dot.name, cells);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::label::{SIZE, text_width};
    use crate::chart::laws::{all, assert_figure, assert_within};
    use crate::chart::scene::{Anchor, Shape};
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
                    reached: percent(score),
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
            "Into work: 60% is reached at £400k; now it stands at 40%, £300k under open."
        );
        assert_eq!(all(&figure.scene, "drop").len(), 1);
        assert_figure(&figure, 3);
    }

    #[test]
    fn picture_table_and_sentence_say_the_same_of_a_scenario() {
        let mut short = response(
            &[(0.0, 0.0), (500e3, 1.0)],
            &[(Role::Open, 499_800.0, 0.9996)],
        );
        short.dots[0].reached = "99%".to_owned();
        let figure = draw(&short);
        let Shape::Text { text, .. } = &all(&figure.scene, "halo")[0].shape else {
            panic!("a label is a text")
        };
        assert_eq!(text, "99%, £500k");
        assert!(figure.summary.contains("99%, £500k under open"));
        assert_eq!(figure.table.rows[2].cells, ["£500k", "99%"]);
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

    /// Fails where the labels of two dots lie over one another.
    #[track_caller]
    fn assert_labels_apart(figure: &Figure) {
        let boxes: Vec<(f64, f64, f64)> = all(&figure.scene, "halo")
            .iter()
            .filter_map(|mark| match &mark.shape {
                Shape::Text { at, anchor, text } => {
                    let width = text_width(text, SIZE);
                    let left = if *anchor == Anchor::End {
                        at.0 - width
                    } else {
                        at.0
                    };
                    Some((left, left + width, at.1))
                }
                _ => None,
            })
            .collect();
        for (i, one) in boxes.iter().enumerate() {
            for other in &boxes[..i] {
                let beside = one.1 <= other.0 || other.1 <= one.0;
                let above = (one.2 - other.2).abs() >= SIZE;
                assert!(beside || above, "{one:?} lies over {other:?}");
            }
        }
    }

    #[test]
    fn labels_of_near_dots_keep_apart_and_clear_of_the_line() {
        // 58% and 73% of a stretch, each at the right of the picture: both labels stand above the line to the left.
        let mut near = response(
            &[(0.0, 0.0), (2.45e6, 1.0)],
            &[(Role::Base, 1.43e6, 0.58), (Role::Open, 1.79e6, 0.73)],
        );
        let figure = draw(&near);
        assert_labels_apart(&figure);
        let (plot, labels) = (plot(&near), all(&figure.scene, "halo"));
        for (dot, mark) in near.dots.iter().zip(labels) {
            let Shape::Text { at, .. } = mark.shape else {
                panic!("a label is a text")
            };
            assert!(at.1 < plot.y.at(dot.score), "{at:?}");
        }
        // The same again, so near that the upper one has to make room.
        near.dots[1] = Dot {
            pounds: 1.45e6,
            score: 0.59,
            ..near.dots[1].clone()
        };
        assert_labels_apart(&draw(&near));
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
                dot.reached = "58%".to_owned();
            }
            let figure = draw(&response);
            assert_within(&figure.scene);
            assert_labels_apart(&figure);
            assert_figure(&figure, points.len() + 2);
        }
    }
}
