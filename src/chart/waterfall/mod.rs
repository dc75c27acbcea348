//! How the reward adds up: each indicator's earnings on top of the last, and what the cliff took.

mod rows;

use crate::chart::figure::{Figure, Table, count};
use crate::chart::legend::{Entry, LINE, Sample, legend};
use crate::chart::scale::{finite, side};
use crate::chart::scene::{Mark, Scene};
use crate::chart::waterfall::rows::{HEAD, ROW, TOTAL, columns, head, heading, line, step, total};

/// What the rows show.
#[derive(Debug, Clone, PartialEq)]
pub struct Waterfall {
    /// Width in CSS pixels, at least 480.
    pub width: f64,
    /// The outcomes in order.
    pub groups: Vec<Group>,
    /// The reward earned, in words.
    pub earned_label: String,
    /// The whole pot, in words.
    pub potential_label: String,
    /// What is lost under the cliff, in words.
    pub lost_label: String,
    /// Which indicators cannot be scored and what hangs on them, without a full stop; none where each can be.
    pub unscored: Option<String>,
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

/// The rows from the first indicator down to the total.
pub fn draw(waterfall: &Waterfall) -> Figure {
    let width = side(waterfall.width, 480.0);
    let columns = columns(waterfall, width);
    let mut marks = head(&columns);
    let (mut y, mut running) = (LINE, 0.0);
    let (mut foot, mut headings) = (None, Vec::new());
    for group in &waterfall.groups {
        headings.push(heading(group, &columns, y));
        y += HEAD;
        for row in &group.rows {
            marks.extend(foot.map(|foot| step(&columns, running, (foot, y + 4.0))));
            marks.push(line(row, group.class, (&columns, width), (y, running)));
            running += finite(row.earned);
            y += ROW;
            foot = Some(y - 4.0);
        }
    }
    marks.extend(foot.map(|foot| step(&columns, running, (foot, y + 7.0))));
    marks.extend(headings);
    marks.push(total(waterfall, &columns, (y, running)));
    y += TOTAL;
    let (key, height) = legend(&entries(waterfall), (0.0, y + 6.0), width);
    marks.push(key);
    Figure {
        title: "Reward by indicator".to_owned(),
        summary: summary(waterfall),
        scene: Scene {
            width,
            height: y + 6.0 + height,
            marks: vec![Mark::group("waterfall", marks)],
        }
        .into(),
        table: table(&waterfall.groups),
    }
}

fn entries(waterfall: &Waterfall) -> Vec<Entry> {
    let mut entries = vec![
        Entry::new(
            Sample::Square,
            "bar cross",
            "Earned, in the colour of the block",
        ),
        Entry::new(Sample::Square, "short", "Short of the full stretch"),
        Entry::new(Sample::Square, "lost", "Lost under the cliff"),
        Entry::new(Sample::Square, "earned", "Total"),
    ];
    if waterfall.unscored.is_some() {
        entries.insert(
            3,
            Entry::new(Sample::Square, "unscored", "Cannot be scored"),
        );
    }
    entries
}

fn summary(waterfall: &Waterfall) -> String {
    let rows = || waterfall.groups.iter().flat_map(|group| &group.rows);
    let of = |standing| rows().filter(|row| row.standing == standing).count();
    if rows().next().is_none() {
        return "No indicator bears reward.".to_owned();
    }
    let earned = format!(
        "{} of a possible {} is earned",
        waterfall.earned_label, waterfall.potential_label
    );
    let (number, lost) = (rows().count(), &waterfall.lost_label);
    let (under, unscored) = (of(Standing::Under), of(Standing::Unscored));
    let all = count(number, "indicator");
    let says = match (under, number) {
        _ if unscored == number => String::new(),
        (0, 1) => "; the indicator is not under its cliff".to_owned(),
        (0, _) if unscored > 0 => match number - unscored {
            1 => format!("; 1 of {all} reaches its cliff"),
            above => format!("; {above} of {all} reach their cliffs"),
        },
        (0, _) => format!("; none of {all} is under its cliff"),
        (_, 1) => format!("; the indicator is under its cliff and loses {lost}"),
        (1, _) => format!("; 1 of {all} is under its cliff and loses {lost}"),
        (under, _) => format!("; {under} of {all} are under their cliffs and lose {lost}"),
    };
    let unscored = waterfall.unscored.as_ref();
    let unscored = unscored.map_or_else(String::new, |says| format!(" {says}."));
    format!("{earned}{says}.{unscored}")
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
    let mut table = Table::new("Reward by indicator", &head).worded();
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
    use crate::chart::laws::{all, assert_figure, assert_legible, assert_within, texts};
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
            unscored: None,
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
            "£150 of a possible £300 is earned; 1 of 3 indicators is under its cliff and loses £100."
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
        assert_legible(&figure.scene);
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
