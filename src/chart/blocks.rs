//! Where the money goes: one stacked bar for each scenario, parted by block.

use crate::chart::figure::{Figure, Role, Table};
use crate::chart::label::{DROP, SIZE, SMALL, fit, text_width};
use crate::chart::legend::{Entry, Sample, legend};
use crate::chart::scale::{length, side};
use crate::chart::scene::{Anchor, Mark, Point, Scene};

const CAPTION: f64 = 20.0;
const BAR: f64 = 30.0;
const GAP: f64 = 12.0;

/// What the bars show.
#[derive(Debug, Clone, PartialEq)]
pub struct Blocks {
    /// Width in CSS pixels.
    pub width: f64,
    /// One bar for each scenario, all on one scale.
    pub bars: Vec<Bar>,
}

/// The money of one scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The scenario.
    pub name: String,
    /// Its place among the scenarios on screen.
    pub role: Role,
    /// The sum of its segments in words.
    pub label: String,
    /// Its parts in the order of the blocks.
    pub segments: Vec<Segment>,
}

/// The money of one block.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// The block.
    pub name: String,
    /// The block's class.
    pub class: &'static str,
    /// Pounds; a negative amount has no length.
    pub pounds: f64,
    /// The amount in words.
    pub label: String,
}

impl Bar {
    fn total(&self) -> f64 {
        self.segments
            .iter()
            .map(|segment| length(segment.pounds))
            .sum()
    }
}

/// One bar under another, with a key of the blocks.
pub fn draw(blocks: &Blocks) -> Figure {
    let width = side(blocks.width, 120.0);
    let most = blocks.bars.iter().map(Bar::total).fold(0.0, f64::max);
    let scale = if most > 0.0 { width / most } else { 0.0 };

    let mut marks = Vec::new();
    let mut y = 0.0;
    for bar in &blocks.bars {
        marks.push(row(bar, (width, scale), y));
        y += CAPTION + BAR + GAP;
    }
    let (key, height) = legend(&entries(&blocks.bars), (0.0, y), width);
    marks.push(key);
    Figure {
        title: "Where the money goes".to_owned(),
        summary: summary(&blocks.bars),
        scene: Scene {
            width,
            height: (y + height).max(BAR),
            marks: vec![Mark::group("blocks", marks)],
        }
        .into(),
        table: table(&blocks.bars),
    }
}

fn row(bar: &Bar, (width, scale): (f64, f64), top: f64) -> Mark {
    let baseline = top + CAPTION - 6.0;
    let room = width - text_width(&bar.label, SIZE) - 12.0;
    let name = fit(&bar.name, SMALL, room.max(0.0));
    let mut marks = vec![
        Mark::text("small soft", (0.0, baseline), Anchor::Start, name).titled(&bar.name),
        Mark::text(
            "strong",
            (width, baseline),
            Anchor::End,
            fit(&bar.label, SIZE, width),
        ),
        Mark::rect("track", (0.0, top + CAPTION), width, BAR),
    ];
    let mut x = 0.0;
    for segment in &bar.segments {
        let wide = length(segment.pounds) * scale;
        marks.extend(part(segment, (x, top + CAPTION), wide));
        x += wide;
    }
    Mark::group(&format!("stack {}", bar.role.class()), marks)
}

fn part(segment: &Segment, (x, y): Point, width: f64) -> Vec<Mark> {
    let title = format!("{}: {}", segment.name, segment.label);
    let mut marks =
        vec![Mark::rect(&format!("bar {}", segment.class), (x, y), width, BAR).titled(&title)];
    if text_width(&segment.label, SIZE) * 1.08 + 14.0 <= width {
        let at = (x + 8.0, y + BAR / 2.0 + DROP);
        marks.push(
            Mark::text(
                &format!("inside strong {}", segment.class),
                at,
                Anchor::Start,
                &segment.label,
            )
            .titled(title),
        );
    }
    marks
}

fn entries(bars: &[Bar]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for segment in bars.iter().flat_map(|bar| &bar.segments) {
        let entry = Entry::new(
            Sample::Square,
            format!("bar {}", segment.class),
            &segment.name,
        );
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    entries
}

fn summary(bars: &[Bar]) -> String {
    let parts: Vec<String> = bars
        .iter()
        .map(|bar| {
            let largest = bar.segments.iter().filter(|segment| segment.pounds > 0.0);
            match largest.max_by(|a, b| a.pounds.total_cmp(&b.pounds)) {
                Some(part) => {
                    let parts = bar.segments.iter().filter(|part| part.pounds > 0.0);
                    let where_to = if parts.count() == 1 {
                        "all of it".to_owned()
                    } else {
                        format!("the largest part ({})", part.label)
                    };
                    format!("{}: {}, {where_to} in {}", bar.name, bar.label, part.name)
                }
                None => format!("{}: nothing yet", bar.name),
            }
        })
        .collect();
    if parts.is_empty() {
        "There is no scenario to show.".to_owned()
    } else {
        format!("{}.", parts.join("; "))
    }
}

fn table(bars: &[Bar]) -> Table {
    let mut table = Table::new(
        "Money by scenario and block",
        &["Scenario", "Block", "Amount"],
    )
    .worded();
    for bar in bars {
        for segment in &bar.segments {
            table.push(&bar.name, vec![segment.name.clone(), segment.label.clone()]);
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::figure::block_class;
    use crate::chart::laws::{all, assert_figure, assert_within, texts};
    use crate::chart::scene::Shape;
    use proptest::prelude::*;

    fn bar(name: &str, pounds: &[f64]) -> Bar {
        let segments = pounds.iter().enumerate().map(|(i, &pounds)| Segment {
            name: format!("Block {}", i + 1),
            class: block_class(i),
            pounds,
            label: format!("£{pounds}k"),
        });
        let label = format!("£{}k", pounds.iter().sum::<f64>());
        Bar {
            name: name.to_owned(),
            role: Role::Open,
            label,
            segments: segments.collect(),
        }
    }

    fn widths(figure: &Figure) -> Vec<f64> {
        let bars = all(&figure.scene, "stack")
            .into_iter()
            .flat_map(|group| match group.shape {
                Shape::Group(marks) => marks,
                _ => Vec::new(),
            });
        let width = |mark: Mark| match mark.shape {
            Shape::Rect { width, .. } if mark.class.starts_with("bar") => Some(width),
            _ => None,
        };
        bars.filter_map(width).collect()
    }

    #[test]
    fn segments_are_as_long_as_their_share_of_the_longest_bar() {
        let figure = draw(&Blocks {
            width: 400.0,
            bars: vec![bar("Base", &[100.0, 300.0]), bar("Pot", &[150.0, 50.0])],
        });
        assert_eq!(widths(&figure), vec![100.0, 300.0, 150.0, 50.0]);
        assert_eq!(
            figure.summary,
            "Base: £400k, the largest part (£300k) in Block 2; Pot: £200k, the largest part (£150k) in Block 1."
        );
        assert_figure(&figure, 4);
    }

    #[test]
    fn a_label_that_does_not_fit_drops_out() {
        let figure = draw(&Blocks {
            width: 400.0,
            bars: vec![bar("Base", &[10.0, 390.0])],
        });
        assert!(texts(&figure.scene).contains(&"£390k".to_owned()));
        assert!(!texts(&figure.scene).contains(&"£10k".to_owned()));
    }

    #[test]
    fn nothing_placed_is_an_empty_track() {
        let figure = draw(&Blocks {
            width: 400.0,
            bars: vec![bar("Base", &[0.0, -5.0])],
        });
        assert_eq!(widths(&figure), vec![0.0, 0.0]);
        assert_eq!(figure.summary, "Base: nothing yet.");
        assert_figure(
            &draw(&Blocks {
                width: 400.0,
                bars: vec![],
            }),
            0,
        );
    }

    proptest! {
        #[test]
        fn the_longest_bar_fills_the_width(pounds in prop::collection::vec(0.0..1e9f64, 1..9), width in any::<f64>()) {
            prop_assume!(pounds.iter().sum::<f64>() > 1.0);
            let figure = draw(&Blocks { width, bars: vec![bar("Base", &pounds)] });
            assert_within(&figure.scene);
            let total: f64 = widths(&figure).iter().sum();
            prop_assert!((total - figure.scene.width).abs() <= figure.scene.width * 1e-9);
        }
    }
}
