//! How the reward adds up: each indicator's earnings on top of the last, and what the cliff took.

use crate::chart::figure::{Figure, Table, count};
use crate::chart::label::{DROP, SIZE, SMALL, fit, text_width};
use crate::chart::legend::{Entry, LINE, Sample, legend};
use crate::chart::scale::{Linear, finite, length, side};
use crate::chart::scene::{Anchor, Mark, Scene};

const ROW: f64 = 22.0;
const HEAD: f64 = 28.0;
const TOTAL: f64 = 34.0;

/// What the rows show.
#[derive(Debug, Clone, PartialEq)]
pub struct Waterfall {
    /// Width in CSS pixels.
    pub width: f64,
    /// The outcomes in order.
    pub groups: Vec<Group>,
    /// The reward earned, in words.
    pub earned_label: String,
    /// The whole pot, in words.
    pub potential_label: String,
    /// What is lost under the cliff, in words.
    pub lost_label: String,
}

/// One outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The outcome.
    pub name: String,
    /// The class of its block.
    pub class: &'static str,
    /// What it earns, in words.
    pub label: String,
    /// Its rewarded indicators.
    pub rows: Vec<Row>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What the row stands for when it is pointed at.
    pub key: String,
    /// The indicator.
    pub name: String,
    /// Whether its score pays.
    pub standing: Standing,
    /// Its score in words, "58%".
    pub score: String,
    /// Pounds that it could earn.
    pub potential: f64,
    /// Pounds that it earns.
    pub earned: f64,
    /// The potential in words.
    pub potential_label: String,
    /// The earnings in words.
    pub earned_label: String,
    /// Earnings up to and with this indicator, in words.
    pub running_label: String,
}

/// Where an indicator's score stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// At or above the cliff.
    Pays,
    /// Under the cliff: the potential is lost.
    Under,
    /// Without a score.
    Unscored,
}

struct Columns {
    name: f64,
    bars: Linear,
    end: f64,
    earned: f64,
    running: Option<f64>,
}

/// The rows from the first indicator down to the total.
pub fn draw(waterfall: &Waterfall) -> Figure {
    let width = side(waterfall.width, 320.0);
    let columns = columns(waterfall, width);
    let mut marks = head(&columns);
    let (mut y, mut running) = (LINE, 0.0);
    for group in &waterfall.groups {
        marks.push(heading(group, &columns, y));
        y += HEAD;
        for row in &group.rows {
            marks.push(line(row, group.class, (&columns, width), (y, running)));
            running += finite(row.earned);
            y += ROW;
        }
    }
    marks.push(total(waterfall, &columns, (y, running)));
    y += TOTAL;
    let (key, height) = legend(&entries(), (0.0, y + 6.0), width);
    marks.push(key);
    Figure {
        title: "Reward by indicator".to_owned(),
        summary: summary(waterfall),
        scene: Scene {
            width,
            height: y + 6.0 + height,
            marks: vec![Mark::group("waterfall", marks)],
        },
        table: table(&waterfall.groups),
    }
}

fn columns(waterfall: &Waterfall, width: f64) -> Columns {
    let rows = || waterfall.groups.iter().flat_map(|group| &group.rows);
    let texts = rows().flat_map(|row| [&row.earned_label, &row.running_label]);
    let amounts = texts
        .chain([&waterfall.earned_label])
        .map(|text| text_width(text, SIZE) * 1.08);
    let amount = amounts.fold(46.0, f64::max).min(110.0) + 12.0;
    let running = (width >= 560.0).then_some(width);
    let earned = if running.is_some() {
        width - amount
    } else {
        width
    };
    let name = (width * 0.36).min(320.0);
    let end = (earned - amount).max(name + 20.0);

    let (mut low, mut high, mut at) = (0.0_f64, 0.0_f64, 0.0);
    let mut pot = 0.0;
    for row in rows() {
        pot += length(row.potential);
        high = high
            .max(at + length(row.potential))
            .max(at + finite(row.earned));
        at += finite(row.earned);
        low = low.min(at);
    }
    let high = high.max(pot);
    let domain = if low == high { (0.0, 1.0) } else { (low, high) };
    Columns {
        name,
        bars: Linear::new(domain, (name + 12.0, end)),
        end,
        earned,
        running,
    }
}

fn head(columns: &Columns) -> Vec<Mark> {
    let mut marks = vec![
        Mark::text("small soft", (0.0, 13.0), Anchor::Start, "Indicator"),
        Mark::text("small soft", (columns.name, 13.0), Anchor::End, "Score"),
        Mark::text("small soft", (columns.earned, 13.0), Anchor::End, "Earned"),
    ];
    if let Some(x) = columns.running {
        marks.push(Mark::text("small soft", (x, 13.0), Anchor::End, "So far"));
    }
    marks
}

fn heading(group: &Group, columns: &Columns, y: f64) -> Mark {
    let baseline = y + HEAD - 9.0;
    let chip = format!("bar {}", group.class);
    let name = fit(&group.name, SIZE * 1.08, columns.end - 18.0);
    Mark::group(
        "outcome",
        vec![
            Mark::rect(&chip, (0.0, baseline - 9.5), 10.0, 10.0).rounded(2.0),
            Mark::text("strong", (18.0, baseline), Anchor::Start, name).titled(&group.name),
            Mark::text(
                "soft",
                (columns.earned, baseline),
                Anchor::End,
                &group.label,
            ),
        ],
    )
}

fn line(
    row: &Row,
    class: &str,
    (columns, width): (&Columns, f64),
    (y, running): (f64, f64),
) -> Mark {
    let baseline = y + ROW / 2.0 + DROP;
    let (top, tall) = (y + 4.0, ROW - 8.0);
    let start = columns.bars.at(running);
    let end = columns.bars.at(running + finite(row.earned));
    let full = columns
        .bars
        .at(running + length(row.potential).max(finite(row.earned)));
    let score = match row.standing {
        Standing::Pays => "small soft",
        Standing::Under => "small under",
        Standing::Unscored => "small soft",
    };
    let room = columns.name - text_width(&row.score, SMALL) - 10.0;
    let title = format!(
        "{}: {} of {}",
        row.name, row.earned_label, row.potential_label
    );
    let rest = match row.standing {
        Standing::Pays => "short",
        Standing::Under => "lost",
        Standing::Unscored => "short",
    };
    let mut marks = vec![
        Mark::line("rule", (0.0, y), (width, y)),
        Mark::text(
            "",
            (0.0, baseline),
            Anchor::Start,
            fit(&row.name, SIZE, room),
        )
        .titled(&row.name),
        Mark::text(score, (columns.name, baseline), Anchor::End, &row.score),
        Mark::rect(rest, (start.max(end), top), full - start.max(end), tall).titled(&title),
        Mark::rect(
            &format!("bar {class}"),
            (start.min(end), top),
            (end - start).abs(),
            tall,
        )
        .titled(title),
        Mark::line("step", (end, y + 4.0), (end, y + ROW + 4.0)),
    ];
    if row.standing == Standing::Under {
        marks.extend(lost(row, (start, full), columns, baseline));
    }
    let amount = if row.standing == Standing::Under {
        "under strong"
    } else {
        ""
    };
    marks.push(Mark::text(
        amount,
        (columns.earned, baseline),
        Anchor::End,
        &row.earned_label,
    ));
    if let Some(x) = columns.running {
        marks.push(Mark::text(
            "soft",
            (x, baseline),
            Anchor::End,
            &row.running_label,
        ));
    }
    Mark::group("row", marks).keyed(&row.key)
}

/// What the cliff took, beside its bar on whichever side has room.
fn lost(row: &Row, (start, full): (f64, f64), columns: &Columns, baseline: f64) -> Option<Mark> {
    let text = format!("{} lost", row.potential_label);
    let room = text_width(&text, SMALL) + 6.0;
    if full + room <= columns.end {
        Some(Mark::text(
            "small under",
            (full + 6.0, baseline),
            Anchor::Start,
            text,
        ))
    } else if start - room >= columns.name + 12.0 {
        Some(Mark::text(
            "small under",
            (start - 6.0, baseline),
            Anchor::End,
            text,
        ))
    } else {
        None
    }
}

fn total(waterfall: &Waterfall, columns: &Columns, (y, running): (f64, f64)) -> Mark {
    let rows = || waterfall.groups.iter().flat_map(|group| &group.rows);
    let lost: f64 = rows()
        .filter(|row| row.standing == Standing::Under)
        .map(|row| length(row.potential))
        .sum();
    let pot: f64 = rows().map(|row| length(row.potential)).sum();
    let (zero, end) = (columns.bars.at(0.0), columns.bars.at(running));
    let cliff = columns.bars.at(running + lost).max(end);
    let full = columns.bars.at(pot).max(cliff);
    let baseline = y + TOTAL / 2.0 + DROP;
    let right = columns.running.unwrap_or(columns.earned);
    let (top, tall) = (y + 7.0, TOTAL - 14.0);
    Mark::group(
        "sum",
        vec![
            Mark::line("axis", (0.0, y), (right, y)),
            Mark::text("strong", (0.0, baseline), Anchor::Start, "Total"),
            Mark::rect("earned", (zero.min(end), top), (end - zero).abs(), tall)
                .titled(&waterfall.earned_label),
            Mark::rect("lost", (end, top), cliff - end, tall).titled(&waterfall.lost_label),
            Mark::rect("short", (cliff, top), full - cliff, tall),
            Mark::text(
                "strong",
                (columns.earned, baseline),
                Anchor::End,
                &waterfall.earned_label,
            ),
        ],
    )
}

fn entries() -> [Entry; 4] {
    [
        Entry::new(
            Sample::Square,
            "bar cross",
            "Earned, in the colour of the block",
        ),
        Entry::new(Sample::Square, "short", "Short of the full stretch"),
        Entry::new(Sample::Square, "lost", "Lost under the cliff"),
        Entry::new(Sample::Square, "earned", "Total"),
    ]
}

fn summary(waterfall: &Waterfall) -> String {
    let rows = || waterfall.groups.iter().flat_map(|group| &group.rows);
    let under = rows().filter(|row| row.standing == Standing::Under).count();
    if rows().next().is_none() {
        return "No indicator bears reward.".to_owned();
    }
    let earned = format!(
        "{} of a possible {} is earned",
        waterfall.earned_label, waterfall.potential_label
    );
    let all = count(rows().count(), "indicator");
    match under {
        0 => format!("{earned}; of {all} none is under its cliff."),
        1 => format!(
            "{earned}; of {all} 1 is under its cliff, which loses {}.",
            waterfall.lost_label
        ),
        n => format!(
            "{earned}; of {all} {n} are under their cliffs, which loses {}.",
            waterfall.lost_label
        ),
    }
}

fn table(groups: &[Group]) -> Table {
    let head = [
        "Indicator",
        "Outcome",
        "Score",
        "Potential",
        "Earned",
        "Lost under the cliff",
        "So far",
    ];
    let mut table = Table::new("Reward by indicator", &head);
    for group in groups {
        for row in &group.rows {
            let lost = if row.standing == Standing::Under {
                row.potential_label.clone()
            } else {
                "–".to_owned()
            };
            let cells = [
                &group.name,
                &row.score,
                &row.potential_label,
                &row.earned_label,
                &lost,
                &row.running_label,
            ];
            table.push(&row.name, cells.map(String::from).into());
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

    fn row(potential: f64, earned: f64) -> Row {
        let standing = if earned == 0.0 {
            Standing::Under
        } else {
            Standing::Pays
        };
        Row {
            key: "k".to_owned(),
            name: "Care leavers with five good GCSEs at the end of the year in which they turned sixteen".to_owned(),
            standing,
            score: "58%".to_owned(),
            potential,
            earned,
            potential_label: format!("£{potential:.0}"),
            earned_label: format!("£{earned:.0}"),
            running_label: "£1.20m".to_owned(),
        }
    }

    fn waterfall(width: f64, rows: Vec<Row>) -> Waterfall {
        let group = Group {
            name: "Leaving care".to_owned(),
            class: block_class(0),
            label: "£1".to_owned(),
            rows,
        };
        Waterfall {
            width,
            groups: vec![group],
            earned_label: "£150".to_owned(),
            potential_label: "£300".to_owned(),
            lost_label: "£100".to_owned(),
        }
    }

    fn spans(figure: &Figure, class: &str) -> Vec<(f64, f64)> {
        let found = all(&figure.scene, class)
            .into_iter()
            .filter_map(|mark| match mark.shape {
                Shape::Rect { x, width, .. } if mark.title.is_some() => Some((x, x + width)),
                _ => None,
            });
        found.collect()
    }

    #[test]
    fn each_bar_starts_where_the_last_ended() {
        let figure = draw(&waterfall(
            800.0,
            vec![row(100.0, 80.0), row(100.0, 0.0), row(100.0, 70.0)],
        ));
        let bars = spans(&figure, "bar");
        assert!(
            bars.windows(2)
                .all(|pair| (pair[0].1 - pair[1].0).abs() < 1e-9)
        );
        let total = spans(&figure, "earned")[0];
        assert_eq!((total.0, total.1), (bars[0].0, bars[2].1));
        assert_eq!(spans(&figure, "lost").len(), 2);
        assert!(texts(&figure.scene).contains(&"£100 lost".to_owned()));
        assert_eq!(
            figure.summary,
            "£150 of a possible £300 is earned; of 3 indicators 1 is under its cliff, which loses £100."
        );
        assert_figure(&figure, 3);
    }

    #[test]
    fn sixty_indicators_have_sixty_readable_rows() {
        let figure = draw(&waterfall(
            640.0,
            (0..60).map(|_| row(50.0, 40.0)).collect(),
        ));
        assert_eq!(all(&figure.scene, "row").len(), 60);
        assert!(figure.scene.height >= 60.0 * ROW);
        assert_within(&figure.scene);
        assert_figure(&figure, 60);
    }

    #[test]
    fn nothing_rewarded_is_said() {
        let mut none = waterfall(640.0, vec![]);
        none.groups.clear();
        assert_eq!(draw(&none).summary, "No indicator bears reward.");
        assert_within(&draw(&none).scene);
    }

    proptest! {
        #[test]
        fn rows_stay_within(width in any::<f64>(), pounds in prop::collection::vec((any::<f64>(), any::<f64>()), 0..20)) {
            let rows = pounds.iter().map(|&(potential, earned)| Row {
                potential,
                earned,
                potential_label: "£1".to_owned(),
                earned_label: "£2".to_owned(),
                ..row(1.0, 1.0)
            });
            assert_within(&draw(&waterfall(width, rows.collect())).scene);
        }
    }
}
