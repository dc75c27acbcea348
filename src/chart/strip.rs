//! One indicator against its cliff: where each scenario's score stands between nothing and 120%.

use crate::chart::figure::{Figure, Role, Table, list};
use crate::chart::label::{SMALL, text_width};
use crate::chart::numeral::percent;
use crate::chart::scale::{Linear, finite, side};
use crate::chart::scene::{Anchor, Mark, Scene};

/// The share of the stretch at the right end.
const END: f64 = 1.2;
/// Room beside the track for the arrow of a score beyond its end.
const SIDE: f64 = 10.0;
const HEIGHT: f64 = 30.0;
const MIDDLE: f64 = HEIGHT / 2.0;

/// What the strip shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Strip {
    /// Width in CSS pixels.
    pub width: f64,
    /// The indicator.
    pub name: String,
    /// The share of the stretch at which the reward starts.
    pub threshold: f64,
    /// One dot for each scenario.
    pub dots: Vec<Dot>,
    /// Between which shares of the stretch the open scenario ends eight times in ten, where that is known.
    pub range: Option<(f64, f64)>,
}

/// The score of one scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// The scenario.
    pub name: String,
    /// Its place among the scenarios on screen.
    pub role: Role,
    /// The share of the stretch that it reaches; `None` where there is no score.
    pub score: Option<f64>,
    /// The score in words, "83%" or "no score".
    pub text: String,
}

/// The strip of one indicator.
pub fn draw(strip: &Strip) -> Figure {
    let scale = scale(strip.width);
    let mut marks = zones(strip.threshold, &scale);
    marks.extend(shift(&strip.dots, &scale));
    marks.extend(strip.range.map(|(low, high)| {
        let place = |share| (scale.clamped(share), MIDDLE);
        Mark::line("range", place(low), place(high))
    }));
    // The ring of the base is wider than the open scenario's dot: equal scores show both.
    for role in [Role::Other, Role::Base, Role::Open] {
        let dots = strip.dots.iter().filter(|dot| dot.role == role);
        marks.extend(dots.filter_map(|dot| mark(dot, &scale)));
    }

    let scores: Vec<String> = strip
        .dots
        .iter()
        .map(|dot| format!("{} {}", dot.name, dot.text))
        .collect();
    let reached = if scores.is_empty() {
        "no scenario to show".to_owned()
    } else {
        list(&scores)
    };
    let threshold = percent(strip.threshold);
    let mut table = Table::new(
        format!("{}: share of the stretch", strip.name),
        &["Scenario", "Share of the stretch"],
    );
    for dot in &strip.dots {
        table.push(&dot.name, vec![dot.text.clone()]);
    }
    Figure {
        title: format!("{} against the {threshold} cliff", strip.name),
        summary: format!(
            "{}: {reached}; the reward starts at {threshold} of the stretch.{}",
            strip.name,
            strip.range.map_or_else(String::new, |(low, high)| {
                let (low, high) = (percent(low), percent(high));
                let open = strip.dots.iter().find(|dot| dot.role == Role::Open);
                let under = open
                    .filter(|_| strip.dots.len() > 1)
                    .map_or_else(String::new, |open| format!(" under {}", open.name));
                format!(" 8 times in 10 it ends between {low} and {high}{under}.")
            })
        ),
        scene: scene(strip.width, marks).into(),
        table,
    }
}

/// The scale of a column of strips, to stand once above them: none, the cliff, the full stretch.
pub fn axis(width: f64, threshold: f64) -> Scene {
    let (scale, width) = (scale(width), side(width, 4.0 * SIDE));
    let mut marks = Vec::new();
    let mut taken: Vec<(f64, f64)> = Vec::new();
    // The cliff comes first: on a narrow strip it is the one that stays.
    for (share, class) in [
        (threshold, "small cliff-text"),
        (0.0, "small soft"),
        (1.0, "small soft"),
    ] {
        let (text, x) = (percent(share), scale.clamped(share));
        let half = text_width(&text, SMALL) / 2.0;
        let x = x.clamp(half, (width - half).max(half));
        if taken
            .iter()
            .all(|&(from, to)| x + half + 4.0 <= from || x - half - 4.0 >= to)
        {
            marks.push(Mark::text(class, (x, 12.0), Anchor::Middle, text));
            taken.push((x - half, x + half));
        }
    }
    Scene {
        width,
        height: 18.0,
        marks: vec![Mark::group("strip", marks)],
    }
}

fn scale(width: f64) -> Linear {
    Linear::new((0.0, END), (SIDE, side(width, 4.0 * SIDE) - SIDE))
}

fn scene(width: f64, marks: Vec<Mark>) -> Scene {
    let width = side(width, 4.0 * SIDE);
    Scene {
        width,
        height: HEIGHT,
        marks: vec![Mark::group("strip", marks)],
    }
}

fn zones(threshold: f64, scale: &Linear) -> Vec<Mark> {
    let ends = [
        0.0,
        finite(threshold).clamp(0.0, END),
        1.0_f64.max(finite(threshold).clamp(0.0, END)),
        END,
    ];
    let names = ["nil", "pays", "full"];
    let mut marks: Vec<Mark> = names
        .iter()
        .zip(ends.windows(2))
        .map(|(name, pair)| {
            let (from, to) = (scale.at(pair[0]), scale.at(pair[1]));
            Mark::rect(
                &format!("zone {name}"),
                (from, MIDDLE - 5.0),
                to - from,
                10.0,
            )
        })
        .collect();
    let x = scale.clamped(threshold);
    marks.push(Mark::line("cliff", (x, 3.0), (x, HEIGHT - 3.0)));
    marks
}

/// The way from the base's score to that of the open scenario.
fn shift(dots: &[Dot], scale: &Linear) -> Option<Mark> {
    let score = |role| {
        dots.iter()
            .find(|dot| dot.role == role)
            .and_then(|dot| dot.score)
    };
    let (from, to) = (score(Role::Base)?, score(Role::Open)?);
    let class = if to >= from { "shift up" } else { "shift down" };
    Some(Mark::line(
        class,
        (scale.clamped(from), MIDDLE),
        (scale.clamped(to), MIDDLE),
    ))
}

fn mark(dot: &Dot, scale: &Linear) -> Option<Mark> {
    let score = dot.score?;
    let x = scale.clamped(score);
    let role = dot.role.class();
    let outward = if score < 0.0 { -1.0 } else { 1.0 };
    let mark = if scale.holds(score) {
        let radius = if dot.role == Role::Open { 4.0 } else { 6.0 };
        Mark::circle(&format!("dot {role}"), (x, MIDDLE), radius)
    } else {
        let tip = (x + outward * 9.0, MIDDLE);
        let base = x - outward;
        let points = [(base, MIDDLE - 6.0), tip, (base, MIDDLE + 6.0)];
        Mark::polygon(&format!("dot {role}"), &points)
    };
    Some(mark.titled(format!("{}: {}", dot.name, dot.text)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at once")]
    use super::*;
    use crate::chart::laws::{all, assert_figure, assert_within};
    use crate::chart::scene::Shape;
    use proptest::prelude::*;

    fn strip(scores: &[(Role, Option<f64>)]) -> Strip {
        let dots = scores.iter().map(|&(role, score)| Dot {
            name: role.class().to_owned(),
            role,
            score,
            text: score.map_or("no score".to_owned(), percent),
        });
        Strip {
            width: 320.0,
            name: "Fear of crime".to_owned(),
            threshold: 0.6,
            dots: dots.collect(),
            range: None,
        }
    }

    #[test]
    fn the_cliff_stands_half_way_to_120_per_cent() {
        let figure = draw(&strip(&[(Role::Open, Some(0.6))]));
        let circle = all(&figure.scene, "dot open").pop().unwrap();
        assert_eq!(
            circle.shape,
            Shape::Circle {
                centre: (160.0, 15.0),
                radius: 4.0
            }
        );
        let cliff = all(&figure.scene, "cliff").pop().unwrap();
        assert_eq!(
            cliff.shape,
            Shape::Line {
                from: (160.0, 3.0),
                to: (160.0, 27.0)
            }
        );
    }

    #[test]
    fn the_zones_fill_the_track() {
        let figure = draw(&strip(&[]));
        let widths = all(&figure.scene, "zone")
            .into_iter()
            .map(|mark| match mark.shape {
                Shape::Rect { width, .. } => width,
                _ => 0.0,
            });
        assert_eq!(
            widths
                .map(|w| (w * 10.0).round() / 10.0)
                .collect::<Vec<_>>(),
            vec![150.0, 100.0, 50.0]
        );
    }

    #[test]
    fn scores_beyond_the_ends_are_arrows_at_the_ends() {
        let figure = draw(&strip(&[(Role::Base, Some(-0.4)), (Role::Open, Some(7.0))]));
        let arrows = all(&figure.scene, "dot");
        assert!(
            arrows
                .iter()
                .all(|mark| matches!(mark.shape, Shape::Path(_)))
        );
        assert_eq!(arrows[1].title.as_deref(), Some("open: 700%"));
        assert_within(&figure.scene);
    }

    #[test]
    fn a_range_is_drawn_and_said_and_stays_on_the_track() {
        let mut strip = strip(&[(Role::Open, Some(0.66))]);
        strip.range = Some((0.452, 1.6));
        let figure = draw(&strip);
        let range = all(&figure.scene, "range").pop().unwrap();
        let Shape::Line { from, to } = range.shape else {
            panic!("a range is a line");
        };
        assert!(
            (from.0 - 123.0).abs() < 1e-9 && to.0 == 310.0,
            "{from:?} {to:?}"
        );
        assert!(
            figure
                .summary
                .ends_with(" 8 times in 10 it ends between 45.2% and 160%.")
        );
        assert_within(&figure.scene);
    }

    #[test]
    fn beside_another_scenario_the_range_says_whose_it_is() {
        let mut strip = strip(&[(Role::Base, Some(0.5)), (Role::Open, Some(0.66))]);
        strip.range = Some((0.452, 1.6));
        let says = " 8 times in 10 it ends between 45.2% and 160% under open.";
        assert!(draw(&strip).summary.ends_with(says));
    }

    #[test]
    fn no_score_is_said_and_not_drawn() {
        let figure = draw(&strip(&[(Role::Open, None)]));
        assert!(all(&figure.scene, "dot").is_empty());
        assert_eq!(figure.table.rows[0].cells, ["no score"]);
        assert_eq!(
            figure.summary,
            "Fear of crime: open no score; the reward starts at 60% of the stretch."
        );
    }

    #[test]
    fn the_axis_drops_what_does_not_fit() {
        assert_eq!(all(&axis(320.0, 0.6), "small").len(), 3);
        assert_eq!(all(&axis(60.0, 0.6), "small").len(), 1);
        assert_within(&axis(60.0, 0.6));
    }

    proptest! {
        #[test]
        fn a_strip_is_total(width in any::<f64>(), threshold in any::<f64>(), score in any::<f64>()) {
            let mut strip = strip(&[(Role::Base, Some(score)), (Role::Open, Some(0.9))]);
            strip.width = width;
            strip.threshold = threshold;
            let figure = draw(&strip);
            assert_within(&figure.scene);
            assert_figure(&figure, 2);
        }
    }
}
