//! How a sum of pounds is spread: its chances as columns, its lumps upright, and where 10, 50 and 90% of it lie.

mod columns;

use crate::chart::figure::{Figure, Table};
use crate::chart::label::{SMALL, text_width};
use crate::chart::legend::{Entry, Sample, legend};
use crate::chart::numeral::{Format, percent};
use crate::chart::scale::{Linear, finite, side, told};
use crate::chart::scene::{Anchor, Mark, Scene};
use crate::chart::spread::columns::Columns;
use std::collections::BTreeSet;

const HEIGHT: f64 = 230.0;
const TOP: f64 = 44.0;
const FOOT: f64 = 26.0;

/// What the picture shows.
#[derive(Debug, Clone)]
pub struct Spread {
    /// Width in CSS pixels.
    pub width: f64,
    /// What is spread.
    pub title: String,
    /// What the picture says, in a sentence.
    pub summary: String,
    /// Pounds with their chances, from the least to the most.
    pub points: Vec<(f64, f64)>,
    /// Sums that are marked.
    pub marks: Vec<Marked>,
    /// Sums from here on are shown as reached.
    pub from: Option<f64>,
    /// Where the sums are differences: the chance of none, which stands upon a line of its own.
    pub same: Option<f64>,
    /// The text of an amount.
    pub format: Format,
}

/// A sum that is marked.
#[derive(Debug, Clone, PartialEq)]
pub struct Marked {
    /// The sum in pounds.
    pub sum: f64,
    /// What it is called.
    pub name: String,
    /// The chance of at least as much.
    pub at_least: f64,
}

/// The columns with their marks.
pub fn draw(spread: &Spread) -> Figure {
    let width = side(spread.width, 240.0);
    let columns = Columns::of(&spread.points, (width / 6.0) as usize);
    let x = Linear::new((columns.start, columns.end()), (8.0, width - 8.0));
    let most = columns
        .chances
        .iter()
        .copied()
        .fold(spread.same.map_or(0.0, finite), f64::max)
        .max(1e-9);
    let foot = HEIGHT - FOOT;
    // The root keeps what is spread thin visible beside a lump.
    let y = Linear::new((0.0, most.sqrt()), (foot, TOP));
    let mut marks = Vec::new();
    let mut classes = BTreeSet::new();
    for (place, &chance) in columns.chances.iter().enumerate() {
        if chance <= 0.0 {
            continue;
        }
        let from = columns.start + columns.step * place as f64;
        let reached = spread
            .from
            .is_none_or(|least| from + columns.step * 0.5 >= least);
        let class = class(reached, columns.is_lump(place));
        classes.insert(class);
        let top = y.at(chance.sqrt());
        let wide = (x.at(from + columns.step) - x.at(from) - 1.0).max(1.0);
        let said = columns.says(place, spread);
        marks.push(Mark::rect(class, (x.at(from), top), wide, foot - top).titled(said));
    }
    if let Some(chance) = spread.same.filter(|_| x.holds(0.0)) {
        marks.extend(same(chance, x.at(0.0), (y.at(finite(chance).sqrt()), foot)));
    }
    marks.push(Mark::line("axis", (8.0, foot), (width - 8.0, foot)));
    let mut free = 0.0;
    for (tick, word) in told(columns.start, columns.end(), 5, spread.format) {
        let word = match spread.same {
            Some(_) if tick == 0.0 => "same".to_owned(),
            _ => word,
        };
        let half = text_width(&word, SMALL) / 2.0;
        let at = x.at(tick).clamp(half, width - half);
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
    marks.extend(named(spread, &x, width, foot));
    let (key, high) = legend(&entries(spread, &classes), (8.0, HEIGHT), width - 16.0);
    marks.push(key);
    Figure {
        title: spread.title.clone(),
        summary: spread.summary.clone(),
        scene: Scene {
            width,
            height: HEIGHT + high,
            marks: vec![Mark::group("odds", marks)],
        }
        .into(),
        table: table(spread, &columns),
    }
}

fn class(reached: bool, lump: bool) -> &'static str {
    match (reached, lump) {
        (true, true) => "spread lump",
        (true, false) => "spread",
        (false, true) => "spread lump short",
        (false, false) => "spread short",
    }
}

/// What the looks of the columns mean. A difference has its line between less and more, and needs no key.
fn entries(spread: &Spread, classes: &BTreeSet<&str>) -> Vec<Entry> {
    let (Some(from), None) = (spread.from, spread.same) else {
        return Vec::new();
    };
    let from = (spread.format)(from);
    let all = [
        (class(true, false), format!("{from} or more")),
        (class(false, false), format!("less than {from}")),
    ];
    let drawn = all.into_iter().filter(|(class, _)| classes.contains(class));
    let lump = [true, false].map(|reached| class(reached, true));
    let lump = lump.into_iter().find(|class| classes.contains(class));
    let lump = lump.map(|class| (class, "one sum that cliffs make likely".to_owned()));
    let drawn = drawn.chain(lump);
    drawn
        .map(|(class, text)| Entry::new(Sample::Square, class, text))
        .collect()
}

/// The line of no difference, and its chance as a column upon it.
fn same(chance: f64, at: f64, (top, foot): (f64, f64)) -> Vec<Mark> {
    const WIDE: f64 = 5.0;
    let line = Mark::line("zero", (at, TOP - 8.0), (at, foot));
    let corner = (at - 0.5 * WIDE, top);
    let column = Mark::rect("spread same", corner, WIDE, foot - top);
    let column = (chance > 0.0).then(|| column.titled(format!("the same: {}", percent(chance))));
    std::iter::once(line).chain(column).collect()
}

/// Lines at the marked sums, their names in two rows where they are close.
fn named(spread: &Spread, x: &Linear, width: f64, foot: f64) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut ends = [f64::NEG_INFINITY; 2];
    for Marked { sum, name, .. } in &spread.marks {
        let at = x.clamped(*sum);
        let half = text_width(name, SMALL) / 2.0;
        let middle = at.clamp(half, width - half);
        let row = usize::from(middle - half < ends[0] + 6.0);
        let level = 12.0 + 15.0 * row as f64;
        marks.push(Mark::line("quantile", (at, level + 4.0), (at, foot)));
        if row == 0 || middle - half >= ends[1] + 6.0 {
            marks.push(Mark::text("small", (middle, level), Anchor::Middle, name));
            ends[row] = middle + half;
        }
    }
    marks
}

fn table(spread: &Spread, columns: &Columns) -> Table {
    const ROWS: usize = 20;
    let what = spread.same.map_or("Sum", |_| "Difference");
    let mut table = Table::new(
        spread.title.clone(),
        &[what, "Chance", "Chance of at least as much"],
    );
    for mark in &spread.marks {
        table.push(&mark.name, vec![String::new(), percent(mark.at_least)]);
    }
    let same = spread.same.map(finite).filter(|chance| *chance > 0.0);
    let mut rest = columns.chances.iter().sum::<f64>() + same.unwrap_or(0.0);
    let mut row = |name: String, chance: f64| {
        let cells = vec![percent(chance), percent(rest.clamp(0.0, 1.0))];
        table.push(&name, cells);
        rest -= chance;
    };
    let less = spread.same.map_or(0, |_| columns.below_nothing());
    let (below, above) = columns.chances.split_at(less);
    let stride = columns.chances.len().div_ceil(ROWS);
    // No row holds both less and more than nothing, nor nothing itself.
    let (first, below) = below.split_at(less % stride);
    let below = std::iter::once(first).chain(below.chunks(stride));
    let below = below.filter(|held| !held.is_empty()).map(Some);
    let all = below.chain([None]).chain(above.chunks(stride).map(Some));
    let mut from = columns.start;
    for held in all {
        if let Some(held) = held {
            row(format!("from {}", (spread.format)(from)), held.iter().sum());
            from += columns.step * held.len() as f64;
        } else if let Some(same) = same {
            row("the same".to_owned(), same);
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::laws::{all, assert_legible, assert_within, texts};
    use crate::chart::sample;
    use proptest::prelude::*;

    #[test]
    fn a_lump_is_told_from_what_is_spread_and_what_is_reached_from_what_is_not() {
        let figure = draw(&sample::spread());
        // Nothing at all has a tenth of the chance, and £600k is not reached by it. No part of the hill beside it is a
        // lump, high as it is. Samples in the key have no title.
        let drawn = |class: &str| -> Vec<String> {
            let marks = all(&figure.scene, class).into_iter();
            marks.filter_map(|mark| mark.title).collect()
        };
        assert_eq!(drawn("lump"), ["£0k: 10%"]);
        assert_eq!(drawn("lump short").len(), 1);
        assert_eq!((drawn("spread").len(), drawn("short").len()), (41, 24));
        let said = texts(&figure.scene);
        for meaning in [
            "£600k or more",
            "less than £600k",
            "one sum that cliffs make likely",
        ] {
            assert!(
                said.iter().any(|text| text == meaning),
                "{meaning}: {said:?}"
            );
        }
        assert_legible(&figure.scene);
        assert_within(&figure.scene);
        assert_eq!(figure.table.rows[0].cells, ["", "90%"]);
        assert_eq!(figure.table.rows[3].cells, ["10%", "100%"]);
    }

    #[test]
    fn a_lump_says_its_very_sum_and_what_lies_close_to_it() {
        // In steps of £10k, of which a column holds several: a tenth at nothing, a fifth at £2.5m and a tenth at £5m.
        let mut points: Vec<(f64, f64)> = (1..500)
            .map(|step| (1e4 * f64::from(step), 0.6 / 499.0))
            .collect();
        points.insert(0, (0.0, 0.1));
        points[250].1 += 0.2;
        points.push((5e6, 0.1));
        let spread = Spread {
            points,
            from: None,
            ..sample::spread()
        };
        let figure = draw(&spread);
        let said: Vec<String> = all(&figure.scene, "lump")
            .into_iter()
            .filter_map(|mark| mark.title)
            .collect();
        assert_eq!(said.len(), 3, "{said:?}");
        for (says, begins) in said
            .iter()
            .zip(["£0k: 10%", "£2.50m: 20.1%", "£5.00m: 10%"])
        {
            assert!(says.starts_with(begins), "{says}");
        }
        assert!(said[0].ends_with("% with sums close to it"), "{}", said[0]);
    }

    #[test]
    fn a_difference_stands_on_either_side_of_the_same() {
        let figure = draw(&sample::difference());
        assert_eq!(all(&figure.scene, "zero").len(), 1);
        assert_eq!(all(&figure.scene, "spread same").len(), 1);
        let short = all(&figure.scene, "short");
        assert_eq!(short.len(), 8);
        let about = |mark: &Mark| {
            let title = mark.title.as_deref();
            title.is_some_and(|says| says.starts_with("about −£"))
        };
        assert!(short.iter().all(about), "{short:?}");
        let rows = |from: usize| &figure.table.rows[from..];
        let heads: Vec<&str> = rows(3).iter().map(|row| row.header.as_str()).collect();
        assert_eq!(heads.len(), 17);
        assert_eq!([heads[0], heads[4]], ["from −£40k", "the same"]);
        assert_eq!(heads[5], "from £0k");
        let first = &rows(3)[0].cells;
        assert_eq!(first[1], "100%");
        let all: f64 = rows(3)
            .iter()
            .map(|row| {
                row.cells[0]
                    .trim_end_matches('%')
                    .parse::<f64>()
                    .unwrap_or(0.0)
            })
            .sum();
        assert!((all - 100.0).abs() < 1.0, "{all}");
    }

    #[test]
    fn a_mark_at_the_left_end_has_its_name_too() {
        let mut spread = sample::difference();
        spread.marks[0].sum = -4e4;
        spread.marks[0].name = "−£40k".to_owned();
        let said = texts(&draw(&spread).scene);
        for name in ["−£40k", "£36k", "£75k"] {
            assert!(said.iter().any(|text| text == name), "{name}: {said:?}");
        }
    }

    proptest! {
        #[test]
        fn any_spread_stays_within(
            width in any::<f64>(),
            points in prop::collection::vec((any::<f64>(), 0.0..1.0_f64), 0..7),
            marks in prop::collection::vec(any::<f64>(), 0..4),
        ) {
            let mut spread = Spread { width, points, ..sample::spread() };
            spread.marks = marks
                .into_iter()
                .map(|sum| Marked { sum, name: "P10 £460k".to_owned(), at_least: 0.9 })
                .collect();
            spread.format = |_| "£420k".to_owned();
            let figure = draw(&spread);
            assert_within(&figure.scene);
            assert_legible(&figure.scene);
        }
    }
}
