//! When the reward is paid: one column for each year, capital and revenue stacked, repayments below.

mod range;

pub use range::Range;

use crate::chart::figure::{Figure, Table, list};
use crate::chart::label::{SIZE, SMALL, fit, text_width};
use crate::chart::legend::{Entry, Sample, legend};
use crate::chart::numeral::Format;
use crate::chart::payments::range::whisker;
use crate::chart::scale::{Band, Linear, finite, side, ticks};
use crate::chart::scene::{Anchor, Mark, Scene};

/// Height of the picture without its key.
const HEIGHT: f64 = 220.0;
const TOP: f64 = 22.0;
const FOOT: f64 = 22.0;

/// What the columns show.
#[derive(Debug, Clone)]
pub struct Payments {
    /// Width in CSS pixels.
    pub width: f64,
    /// The years in order.
    pub years: Vec<Year>,
    /// The text of an amount on the axis.
    pub format: Format,
}

/// What is paid in one financial year; a negative amount is repaid.
#[derive(Debug, Clone, PartialEq)]
pub struct Year {
    /// The financial year, "2009/10".
    pub name: String,
    /// Pounds of capital.
    pub capital: f64,
    /// Pounds of revenue.
    pub revenue: f64,
    /// The capital in words.
    pub capital_label: String,
    /// The revenue in words.
    pub revenue_label: String,
    /// Both together in words.
    pub label: String,
    /// Between what it lies eight times in ten, where that is known.
    pub range: Option<Range>,
}

impl Year {
    fn parts(&self) -> [(&'static str, f64, &str); 2] {
        [
            ("revenue", finite(self.revenue), &self.revenue_label),
            ("capital", finite(self.capital), &self.capital_label),
        ]
    }

    fn reach(&self, sign: f64) -> f64 {
        self.parts()
            .iter()
            .map(|part| (part.1 * sign).max(0.0))
            .sum::<f64>()
            * sign
    }

    /// How far the column and its range reach below and above nothing.
    fn span(&self) -> (f64, f64) {
        let (low, high) = (self.reach(-1.0), self.reach(1.0));
        match &self.range {
            None => (low, high),
            Some(range) => (low.min(finite(range.low)), high.max(finite(range.high))),
        }
    }
}

/// The columns with their axis and key.
pub fn draw(payments: &Payments) -> Figure {
    let width = side(payments.width, 64.0 * (payments.years.len() + 1) as f64);
    let low = payments
        .years
        .iter()
        .map(|year| year.span().0)
        .fold(0.0, f64::min);
    let high = payments
        .years
        .iter()
        .map(|year| year.span().1)
        .fold(0.0, f64::max);
    let high = if high == low { 1.0 } else { high };
    let foot = HEIGHT - FOOT;
    // A repaid total stands below its column.
    let bottom = if low < 0.0 { foot - 16.0 } else { foot };
    let y = Linear::new((low, high), (bottom, TOP));

    let marked = if payments.years.is_empty() {
        Vec::new()
    } else {
        ticks(low, high, 4)
    };
    let words: Vec<String> = marked.iter().map(|&tick| (payments.format)(tick)).collect();
    let left = words
        .iter()
        .map(|word| text_width(word, SMALL))
        .fold(0.0, f64::max)
        .min(width / 3.0)
        + 8.0;

    let mut marks = Vec::new();
    for (tick, word) in marked.iter().zip(&words) {
        let at = y.at(*tick);
        let class = if *tick == 0.0 { "axis" } else { "grid" };
        marks.push(Mark::line(class, (left, at), (width, at)));
        let word = fit(word, SMALL, left - 8.0);
        marks.push(Mark::text(
            "small soft",
            (left - 8.0, at + 4.0),
            Anchor::End,
            word,
        ));
    }
    let band = Band::new(payments.years.len(), (left, width), 0.4);
    for (i, year) in payments.years.iter().enumerate() {
        marks.push(column(
            year,
            (band.middle(i), band.width().min(84.0), band.step()),
            (&y, foot),
        ));
    }
    let mut entries = vec![
        Entry::new(Sample::Square, "pay capital", "Capital"),
        Entry::new(Sample::Square, "pay revenue", "Revenue"),
    ];
    if payments.years.iter().any(|year| year.range.is_some()) {
        entries.push(Entry::new(Sample::Line, "range", "8 times in 10"));
    }
    let (key, height) = legend(&entries, (left, HEIGHT), width - left);
    marks.push(key);
    Figure {
        title: "Payments by year".to_owned(),
        summary: summary(&payments.years),
        scene: Scene {
            width,
            height: HEIGHT + height,
            marks: vec![Mark::group("payments", marks)],
        }
        .into(),
        table: table(&payments.years),
    }
}

fn column(year: &Year, (middle, wide, step): (f64, f64, f64), (y, foot): (&Linear, f64)) -> Mark {
    let mut marks = Vec::new();
    let (mut above, mut below) = (0.0, 0.0);
    for (class, pounds, label) in year.parts() {
        let start = if pounds < 0.0 { &mut below } else { &mut above };
        let (from, to) = (y.at(*start), y.at(*start + pounds));
        *start += pounds;
        let (top, tall) = (from.min(to), (from - to).abs());
        let title = format!("{}, {class}: {label}", year.name);
        marks.push(
            Mark::rect(
                &format!("pay {class}"),
                (middle - wide / 2.0, top),
                wide,
                tall,
            )
            .titled(title),
        );
        if tall >= 20.0 && text_width(label, SMALL) + 8.0 <= wide {
            let at = (middle, top + tall / 2.0 + 4.0);
            marks.push(Mark::text(
                &format!("small inside {class}"),
                at,
                Anchor::Middle,
                label,
            ));
        }
    }
    marks.extend(whisker(year, middle, wide, y));
    let (lowest, highest) = year.span();
    let at = if above > 0.0 || below == 0.0 {
        y.clamped(highest) - 6.0
    } else {
        y.clamped(lowest) + 15.0
    };
    // Half an amount would be another amount: one that does not fit is left to the table.
    if text_width(&year.label, SIZE) * 1.08 <= step {
        marks.push(Mark::text(
            "strong",
            (middle, at),
            Anchor::Middle,
            &year.label,
        ));
    }
    let name = fit(&year.name, SMALL, step);
    marks.push(Mark::text(
        "small soft",
        (middle, foot + 16.0),
        Anchor::Middle,
        name,
    ));
    Mark::group("year", marks)
}

fn summary(years: &[Year]) -> String {
    let mut says = paid(years);
    let ranges: Vec<String> = years
        .iter()
        .filter_map(|year| Some(format!("{} in {}", year.range.as_ref()?.label, year.name)))
        .collect();
    if !ranges.is_empty() {
        says.push_str(&format!(" Eight times in ten: {}.", list(&ranges)));
    }
    says
}

fn paid(years: &[Year]) -> String {
    let said = |sign: f64| -> Vec<String> {
        let years = years.iter().filter(|year| year.reach(sign) != 0.0);
        years
            .map(|year| {
                let sum = year.label.trim_start_matches(['−', '-']);
                format!("{sum} in {}", year.name)
            })
            .collect()
    };
    match (said(1.0).as_slice(), said(-1.0).as_slice()) {
        ([], []) => "No reward is paid in any year.".to_owned(),
        (paid, []) => format!("Paid: {}.", list(paid)),
        ([], repaid) => format!("Repaid: {}.", list(repaid)),
        (paid, repaid) => format!("Paid: {}. Repaid: {}.", list(paid), list(repaid)),
    }
}

fn table(years: &[Year]) -> Table {
    let ranged = years.iter().any(|year| year.range.is_some());
    let mut head = vec!["Year", "Capital", "Revenue", "Total"];
    if ranged {
        head.push("8 times in 10");
    }
    let mut table = Table::new("Payments by financial year", &head);
    for year in years {
        let mut cells = vec![
            year.capital_label.clone(),
            year.revenue_label.clone(),
            year.label.clone(),
        ];
        if ranged {
            let range = year.range.as_ref().map(|range| range.label.clone());
            cells.push(range.unwrap_or_else(|| "–".to_owned()));
        }
        table.push(&year.name, cells);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::laws::{all, assert_figure, assert_within};
    use crate::chart::scene::Shape;
    use proptest::prelude::*;

    fn pounds(value: f64) -> String {
        let sign = if value < 0.0 { "−" } else { "" };
        format!("{sign}£{}", value.abs())
    }

    fn payments(years: &[(f64, f64)]) -> Payments {
        let years = years
            .iter()
            .enumerate()
            .map(|(i, &(capital, revenue))| Year {
                name: format!("{}/{:02}", 2008 + i, 9 + i),
                capital,
                revenue,
                capital_label: pounds(capital),
                revenue_label: pounds(revenue),
                label: pounds(capital + revenue),
                range: None,
            });
        Payments {
            width: 400.0,
            years: years.collect(),
            format: pounds,
        }
    }

    fn boxes(figure: &Figure, class: &str) -> Vec<(f64, f64)> {
        let found = all(&figure.scene, class)
            .into_iter()
            .filter_map(|mark| match mark.shape {
                Shape::Rect { y, height, .. } if mark.title.is_some() => Some((y, height)),
                _ => None,
            });
        found.collect()
    }

    #[test]
    fn capital_stands_on_revenue() {
        let figure = draw(&payments(&[(50.0, 50.0), (25.0, 25.0)]));
        let (capital, revenue) = (boxes(&figure, "pay capital"), boxes(&figure, "pay revenue"));
        assert_eq!(capital[0].0 + capital[0].1, revenue[0].0);
        assert_eq!(capital[0].1, revenue[0].1);
        assert_eq!(capital[0].1, 2.0 * capital[1].1);
        assert_eq!(figure.summary, "Paid: £100 in 2008/09 and £50 in 2009/10.");
        assert_figure(&figure, 2);
    }

    #[test]
    fn what_is_repaid_hangs_below_the_axis() {
        // DESIGN.md section 3: potential £100, entitlement £0, interim met: 20, −20, 0.
        let figure = draw(&payments(&[(10.0, 10.0), (-10.0, -10.0), (0.0, 0.0)]));
        let revenue = boxes(&figure, "pay revenue");
        assert_eq!(revenue[0].0 + revenue[0].1, revenue[1].0);
        assert_eq!(
            figure.summary,
            "Paid: £20 in 2008/09. Repaid: £20 in 2009/10."
        );
        assert_within(&figure.scene);
        assert_figure(&figure, 3);
    }

    #[test]
    fn nothing_paid_is_said() {
        assert_eq!(
            draw(&payments(&[])).summary,
            "No reward is paid in any year."
        );
        assert_within(&draw(&payments(&[(0.0, 0.0)])).scene);
    }

    #[test]
    fn a_range_is_drawn_said_and_in_the_table_and_the_total_stands_above_it() {
        let mut payments = payments(&[(0.0, 0.0), (50.0, 50.0)]);
        let without = draw(&payments);
        assert!(all(&without.scene, "range").is_empty());
        payments.years[1].range = Some(Range {
            low: 60.0,
            high: 120.0,
            label: "£60 to £120".to_owned(),
        });
        let figure = draw(&payments);
        // A line, two caps, and the sample of the key.
        assert_eq!(all(&figure.scene, "range").len(), 4);
        assert_eq!(
            figure.summary,
            "Paid: £100 in 2009/10. Eight times in ten: £60 to £120 in 2009/10."
        );
        assert_eq!(figure.table.rows[0].cells[3], "–");
        assert_eq!(figure.table.rows[1].cells[3], "£60 to £120");
        assert_figure(&figure, 2);
        assert_within(&figure.scene);
        let top = all(&figure.scene, "range")
            .into_iter()
            .filter_map(|mark| match mark.shape {
                Shape::Line { from, to } => Some(from.1.min(to.1)),
                _ => None,
            });
        let total = all(&figure.scene, "strong")
            .into_iter()
            .find_map(|mark| match mark.shape {
                Shape::Text { at, text, .. } if text == "£100" => Some(at.1),
                _ => None,
            });
        assert!(total < top.reduce(f64::min));
    }

    proptest! {
        #[test]
        fn columns_stay_within(width in any::<f64>(), years in prop::collection::vec((any::<f64>(), any::<f64>()), 0..8), range in (any::<f64>(), any::<f64>())) {
            let mut payments = payments(&years);
            if let Some(year) = payments.years.first_mut() {
                year.range = Some(Range { low: range.0, high: range.1, label: "£1".to_owned() });
            }
            payments.width = width;
            payments.format = |_| "£1".to_owned();
            let figure = draw(&payments);
            assert_within(&figure.scene);
            prop_assert_eq!(figure.table.rows.len(), years.len());
        }
    }
}
