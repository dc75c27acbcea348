//! The marks of a trajectory, from the stretch at the back to the labels in front.

use crate::chart::figure::Role;
use crate::chart::label::{DROP, SIZE, SMALL, fit, spread, text_width};
use crate::chart::numeral::percent;
use crate::chart::scale::finite;
use crate::chart::scene::{Anchor, Mark, Point};
use crate::chart::trajectory::fan::bands;
use crate::chart::trajectory::window::Window;
use crate::chart::trajectory::{Projection, Size, Trajectory, last};

/// A year and a value.
type Value = (usize, f64);

pub(super) fn marks(trajectory: &Trajectory, window: &Window) -> Vec<Mark> {
    let mut marks = axes(trajectory, window);
    marks.extend(stretch(trajectory, window));
    let start = trajectory
        .baseline
        .filter(|&(year, _)| year < trajectory.years.len());
    let known = values(&trajectory.actual, trajectory).last();
    marks.extend(bands(trajectory, window, known.or(start)));
    let lines = [
        ("without", trajectory.without.clone()),
        ("with", trajectory.with.clone()),
        ("cliff", trajectory.cliff()),
    ];
    for (class, series) in lines {
        let class = format!("line {class}");
        marks.extend(
            runs(&series, start, window, trajectory)
                .iter()
                .map(|run| Mark::polyline(&class, run)),
        );
    }
    marks.extend(
        values(&trajectory.with, trajectory).map(|value| milestone(value, trajectory, window)),
    );
    marks.extend(zones(trajectory, window));
    if let Some((year, value)) = start {
        let title = format!(
            "Baseline {}: {}",
            trajectory.years[year],
            trajectory.text(value)
        );
        marks.push(Mark::circle("baseline", window.place(year, value), 4.0).titled(title));
    }
    marks.extend(
        runs(&trajectory.actual, start, window, trajectory)
            .iter()
            .map(|run| Mark::polyline("line actual", run)),
    );
    for scenario in ordered(&trajectory.projections) {
        marks.extend(projection(scenario, trajectory, window, start));
    }
    marks.extend(
        values(&trajectory.actual, trajectory).map(|value| actual(value, trajectory, window)),
    );
    marks.extend(labels(trajectory, window));
    marks
}

/// The open scenario last, so that it is drawn in front.
fn ordered(projections: &[Projection]) -> Vec<&Projection> {
    let mut ordered: Vec<&Projection> = projections.iter().collect();
    ordered.sort_by_key(|scenario| scenario.role == Role::Open);
    ordered
}

fn values(series: &[Option<f64>], trajectory: &Trajectory) -> impl Iterator<Item = Value> {
    let values: Vec<Value> = series
        .iter()
        .take(trajectory.years.len())
        .enumerate()
        .filter_map(|(year, value)| value.map(|value| (year, finite(value))))
        .collect();
    values.into_iter()
}

/// The unbroken runs of a series, the first of them led in from `start` if that is earlier.
fn runs(
    series: &[Option<f64>],
    start: Option<Value>,
    window: &Window,
    trajectory: &Trajectory,
) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    let mut before: Option<usize> = None;
    for (year, value) in values(series, trajectory) {
        let place = window.place(year, value);
        match (before, runs.last_mut()) {
            (Some(last), Some(run)) if last + 1 == year => run.push(place),
            (None, _) => {
                let lead = start
                    .filter(|&(at, _)| at < year)
                    .map(|(at, value)| window.place(at, value));
                runs.push(lead.into_iter().chain([place]).collect());
            }
            _ => runs.push(vec![place]),
        }
        before = Some(year);
    }
    runs.retain(|run| run.len() > 1);
    runs
}

fn axes(trajectory: &Trajectory, window: &Window) -> Vec<Mark> {
    let (left, _, right, bottom) = window.area;
    let mut marks = Vec::new();
    for (value, word) in &window.ticks {
        let y = window.level(*value);
        marks.push(Mark::line("grid", (left, y), (right + 4.0, y)));
        let word = fit(word, SMALL, left - 8.0);
        marks.push(Mark::text(
            "small soft",
            (left - 8.0, y + 4.0),
            Anchor::End,
            word,
        ));
    }
    marks.push(Mark::line("axis", (left, bottom), (right + 4.0, bottom)));
    let years = trajectory.years.len();
    let step = (right - left) / years.saturating_sub(1).max(1) as f64;
    let widest = trajectory
        .years
        .iter()
        .map(|year| text_width(year, SMALL))
        .fold(0.0, f64::max);
    let every = trajectory.size == Size::Large && widest + 8.0 <= step;
    for (i, year) in trajectory.years.iter().enumerate() {
        let edge = i == 0 || (i + 1 == years && widest + 8.0 <= right - left);
        if every || edge {
            let year = fit(year, SMALL, window.width);
            let half = text_width(&year, SMALL) / 2.0;
            let x = window.year(i).clamp(half, (window.width - half).max(half));
            marks.push(Mark::text(
                "small soft",
                (x, bottom + 17.0),
                Anchor::Middle,
                year,
            ));
        }
    }
    marks
}

/// The area between what was expected and what was agreed.
fn stretch(trajectory: &Trajectory, window: &Window) -> Option<Mark> {
    let pairs = trajectory
        .without
        .iter()
        .zip(&trajectory.with)
        .take(trajectory.years.len())
        .enumerate();
    let both: Vec<(usize, f64, f64)> = pairs
        .filter_map(|(year, (a, b))| Some((year, (*a)?, (*b)?)))
        .collect();
    let first = both.first()?.0;
    let lead = trajectory.baseline.filter(|&(year, _)| year < first);
    let mut outline: Vec<Point> = lead
        .map(|(year, value)| window.place(year, value))
        .into_iter()
        .collect();
    outline.extend(both.iter().map(|&(year, _, with)| window.place(year, with)));
    outline.extend(
        both.iter()
            .rev()
            .map(|&(year, without, _)| window.place(year, without)),
    );
    Some(Mark::polygon("stretch", &outline))
}

fn milestone(value: Value, trajectory: &Trajectory, window: &Window) -> Mark {
    let (x, y) = window.place(value.0, value.1);
    let title = format!(
        "Milestone {}: {}",
        trajectory.years[value.0],
        trajectory.text(value.1)
    );
    let points = [(x, y - 4.0), (x + 4.0, y), (x, y + 4.0), (x - 4.0, y)];
    Mark::polygon("milestone", &points).titled(title)
}

/// The zones of the strip, standing at the end year: nothing is paid short of the cliff.
fn zones(trajectory: &Trajectory, window: &Window) -> Vec<Mark> {
    let (Some(without), Some(with)) = (last(&trajectory.without), last(&trajectory.with)) else {
        return Vec::new();
    };
    let (from, to) = (finite(without), finite(with));
    let cliff = window.level(from + (to - from) * finite(trajectory.threshold));
    let x = window.area.2 + 9.0;
    let zone = |class: &str, a: f64, b: f64| Mark::rect(class, (x, a.min(b)), 5.0, (a - b).abs());
    vec![
        zone("zone nil", window.level(from), cliff),
        zone("zone pays", cliff, window.level(to)),
        Mark::line("cliff", (x - 2.0, cliff), (x + 7.0, cliff)),
    ]
}

fn actual(value: Value, trajectory: &Trajectory, window: &Window) -> Mark {
    let title = format!(
        "Recorded {}: {}",
        trajectory.years[value.0],
        trajectory.text(value.1)
    );
    end("recorded", value, window).titled(title)
}

fn projection(
    scenario: &Projection,
    trajectory: &Trajectory,
    window: &Window,
    start: Option<Value>,
) -> Vec<Mark> {
    let known = values(&trajectory.actual, trajectory).last();
    let mut series = scenario.values.clone();
    if let Some((year, _)) = known {
        series
            .iter_mut()
            .take(year + 1)
            .for_each(|value| *value = None);
    }
    let role = scenario.role.class();
    let class = format!("line projection {role}");
    let mut marks: Vec<Mark> = runs(&series, known.or(start), window, trajectory)
        .iter()
        .map(|run| Mark::polyline(&class, run))
        .collect();
    if let Some(value) = values(&series, trajectory).last() {
        let title = format!(
            "{} {}: {}",
            scenario.name,
            trajectory.years[value.0],
            trajectory.text(value.1)
        );
        marks.push(end(&format!("dot {role}"), value, window).titled(title));
    }
    marks
}

/// A dot at a value, or an arrow at the edge of the window that it lies beyond.
fn end(class: &str, value: Value, window: &Window) -> Mark {
    let (x, y) = window.place(value.0, value.1);
    if window.holds(value.1) {
        return Mark::circle(
            class,
            (x, y),
            if class.contains("base") { 5.0 } else { 4.0 },
        );
    }
    let outward = if y <= window.area.1 { -1.0 } else { 1.0 };
    let points = [(x - 5.0, y), (x, y + outward * 9.0), (x + 5.0, y)];
    Mark::polygon(&format!("{class} beyond"), &points)
}

/// What stands at the right of each line, kept apart.
fn labels(trajectory: &Trajectory, window: &Window) -> Vec<Mark> {
    let large = trajectory.size == Size::Large;
    let mut wanted: Vec<(f64, &str, String)> = Vec::new();
    let mut add = |value: Option<f64>, class: &'static str, name: &str| {
        if let Some(value) = value {
            let text = trajectory.text(value);
            let text = if large {
                format!("{text} {name}")
            } else {
                text
            };
            wanted.push((window.level(value), class, text));
        }
    };
    add(last(&trajectory.with), "small soft", "with");
    if large {
        add(last(&trajectory.without), "small soft", "without");
    }
    for scenario in &trajectory.projections {
        match scenario.role {
            Role::Open => add(last(&scenario.values), "small strong", &scenario.name),
            _ if large => add(last(&scenario.values), "small", &scenario.name),
            _ => {}
        }
    }
    if let Some(cliff) = last(&trajectory.cliff()).filter(|_| large) {
        let name = percent(trajectory.threshold);
        let text = format!("{} cliff ({name})", trajectory.cliff_text(cliff));
        wanted.push((window.level(cliff), "small cliff-text", text));
    }
    let (_, top, right, bottom) = window.area;
    let levels: Vec<f64> = wanted.iter().map(|label| label.0).collect();
    let placed = spread(&levels, SIZE + 2.0, (top, bottom));
    let (x, room) = (right + 20.0, window.width - right - 20.0);
    let label = |((_, class, text), y): ((f64, &str, String), f64)| {
        let shown = fit(&text, SMALL, room);
        // Half a number would be another number.
        let whole = large || shown == text;
        whole.then(|| Mark::text(class, (x, y + DROP), Anchor::Start, shown).titled(text))
    };
    wanted.into_iter().zip(placed).filter_map(label).collect()
}
