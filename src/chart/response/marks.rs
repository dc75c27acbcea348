//! The marks of a response to money: zones, axes, line and dots.

use crate::chart::figure::Role;
use crate::chart::label::{SIZE, SMALL, fit, spread, text_width};
use crate::chart::numeral::percent;
use crate::chart::response::plot::Plot;
use crate::chart::response::{Bend, Dot, Response};
use crate::chart::scale::ticks;
use crate::chart::scene::{Anchor, Mark, Point};

/// How far apart the baselines of two labels are.
const LINE: f64 = SIZE + 2.0;

pub(super) fn zones(threshold: f64, plot: &Plot) -> Vec<Mark> {
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

pub(super) fn axes(
    response: &Response,
    plot: &Plot,
    height: f64,
    crossing: Option<f64>,
) -> Vec<Mark> {
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
        if !free {
            return None;
        }
        taken.push((x - half, x + half));
        Some(Mark::text(class, (x, bottom + 15.0), Anchor::Middle, text))
    };
    if let Some(at) = crossing {
        let (x, y) = plot.place(at, response.threshold);
        marks.push(Mark::line("drop", (x, y), (x, bottom)));
        marks.extend(note(at, "small cliff-text"));
    }
    let most = plot.x.value(right);
    // The line of 0% starts at no spending: its label says so already.
    for tick in ticks(0.0, most, 5).into_iter().skip(1) {
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
pub(super) fn curve(bends: &[Bend], class: &str, plot: &Plot) -> Vec<Mark> {
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

/// Where the scenarios stand, with what is said of each.
pub(super) fn points(response: &Response, plot: &Plot) -> Vec<Mark> {
    let dots = &response.dots;
    let circles = dots.iter().map(|dot| {
        let radius = if dot.role == Role::Open { 5.0 } else { 6.5 };
        let class = format!("dot {}", dot.role.class());
        let title = format!("{}: {}", dot.name, response.label(dot));
        Mark::circle(&class, plot.place(dot.pounds, dot.score), radius).titled(title)
    });
    let labels: Vec<Label> = dots
        .iter()
        .map(|dot| label(dot, response.label(dot), plot))
        .collect();
    let levels = apart(&labels, plot);
    let texts = labels
        .into_iter()
        .zip(levels)
        .map(|(label, level)| Mark::text(label.class, (label.x, level), label.anchor, label.text));
    circles.chain(texts).collect()
}

/// What stands beside a dot.
struct Label {
    text: String,
    class: &'static str,
    anchor: Anchor,
    x: f64,
    /// From where to where it reaches.
    span: (f64, f64),
    /// Where its baseline stands if no other label is near.
    level: f64,
}

fn label(dot: &Dot, text: String, plot: &Plot) -> Label {
    let (x, y) = plot.place(dot.pounds, dot.score);
    let ((left, _), (right, _)) = plot.area;
    let open = dot.role == Role::Open;
    let text = fit(&text, SIZE, right - left - 10.0);
    let room = text_width(&text, SIZE) * 1.08;
    let (fits_right, fits_left) = (x + 10.0 + room <= right, x - 10.0 - room >= left);
    // The line rises: below to the right and above to the left of a dot are free of it.
    let (anchor, x, from, level) = if (open && fits_right) || !fits_left {
        let x = (x + 10.0).min(right - room).max(left);
        (Anchor::Start, x, x, y + 18.0)
    } else {
        (Anchor::End, x - 10.0, x - 10.0 - room, y - 8.0)
    };
    Label {
        text,
        class: if open { "strong halo" } else { "soft halo" },
        anchor,
        x,
        span: (from, from + room),
        level,
    }
}

/// The baselines of labels that do not lie over one another: those to the left make room upwards.
fn apart(labels: &[Label], plot: &Plot) -> Vec<f64> {
    let ((_, top), (_, bottom)) = plot.area;
    let (highest, lowest) = (top + 12.0, bottom - 6.0);
    let levels: Vec<f64> = labels
        .iter()
        .map(|label| label.level.clamp(highest, lowest))
        .collect();
    let meet = |one: usize, other: usize| {
        let ((from, to), (start, end)) = (labels[one].span, labels[other].span);
        from < end && start < to && (levels[one] - levels[other]).abs() < LINE
    };
    let mut pairs = (0..labels.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
    if !pairs.any(|(one, other)| meet(one, other)) {
        return levels;
    }
    if labels.iter().any(|label| label.anchor == Anchor::Start) {
        return spread(&levels, LINE, (highest, lowest));
    }
    let upwards: Vec<f64> = levels.iter().map(|level| -level).collect();
    let placed = spread(&upwards, LINE, (-lowest, -highest));
    placed.iter().map(|level| -level).collect()
}
