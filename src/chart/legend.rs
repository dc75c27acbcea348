//! The key of a picture: small samples with their meaning, wrapped to the width.

use crate::chart::label::{SMALL, fit, text_width};
use crate::chart::scene::{Anchor, Mark, Point};

/// Height of one line of a key.
pub const LINE: f64 = 20.0;

/// What is shown before a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// A filled square.
    Square,
    /// A circle.
    Dot,
    /// A short line.
    Line,
}

/// One entry of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The form of the sample.
    pub sample: Sample,
    /// Class names of the sample.
    pub class: String,
    /// What it stands for.
    pub text: String,
}

impl Entry {
    /// An entry with its sample.
    pub fn new(sample: Sample, class: impl Into<String>, text: impl Into<String>) -> Entry {
        Entry {
            sample,
            class: class.into(),
            text: text.into(),
        }
    }
}

/// The marks of a key from its upper left corner, and the height that it takes.
pub fn legend(entries: &[Entry], corner: Point, width: f64) -> (Mark, f64) {
    let (left, top) = corner;
    let (mut x, mut row) = (left, 0);
    let mut marks = Vec::new();
    for entry in entries {
        let text = fit(&entry.text, SMALL, width - 16.0);
        let room = 16.0 + text_width(&text, SMALL);
        if x > left && x + room > left + width {
            (x, row) = (left, row + 1);
        }
        let middle = top + LINE * f64::from(row) + LINE / 2.0;
        marks.push(sample(entry, (x, middle)));
        marks.push(Mark::text(
            "small soft",
            (x + 16.0, middle + 4.0),
            Anchor::Start,
            text,
        ));
        x += room + 16.0;
    }
    let height = if entries.is_empty() {
        0.0
    } else {
        LINE * f64::from(row + 1)
    };
    (Mark::group("legend", marks), height)
}

fn sample(entry: &Entry, (x, y): Point) -> Mark {
    match entry.sample {
        Sample::Square => Mark::rect(&entry.class, (x, y - 5.0), 10.0, 10.0).rounded(2.0),
        Sample::Dot => Mark::circle(&entry.class, (x + 5.0, y), 4.5),
        Sample::Line => Mark::line(&entry.class, (x, y), (x + 11.0, y)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::laws::assert_within;
    use crate::chart::scene::Scene;

    #[test]
    fn a_key_wraps_and_stays_within_its_width() {
        let entry = |text: &str| Entry::new(Sample::Square, "bar block-1", text);
        let entries: Vec<Entry> = [
            "Children and Young People",
            "Safer",
            "Economic Development and Enterprise of all kinds",
        ]
        .map(entry)
        .into();
        let (marks, height) = legend(&entries, (0.0, 0.0), 300.0);
        assert_eq!(height, 2.0 * LINE);
        assert_within(&Scene {
            width: 300.0,
            height,
            marks: vec![marks],
        });
        assert_eq!(legend(&[], (0.0, 0.0), 240.0).1, 0.0);
    }
}
