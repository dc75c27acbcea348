//! The rows of a waterfall: where each stands and what is drawn in it.

use crate::chart::label::{DROP, SIZE, SMALL, fit, text_width};
use crate::chart::scale::{Linear, finite, length};
use crate::chart::scene::{Anchor, Mark};
use crate::chart::waterfall::{Group, Row, Standing, Waterfall};

/// Height of an indicator's row.
pub(super) const ROW: f64 = 22.0;
pub(super) const HEAD: f64 = 28.0;
pub(super) const TOTAL: f64 = 34.0;

/// Where the columns stand: names up to `name`, bars up to `end`, then the amounts.
pub(super) struct Columns {
    name: f64,
    bars: Linear,
    end: f64,
    earned: f64,
    running: Option<f64>,
}

pub(super) fn columns(waterfall: &Waterfall, width: f64) -> Columns {
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
    let name = (width * 0.38).min(340.0);
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

pub(super) fn head(columns: &Columns) -> Vec<Mark> {
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

pub(super) fn heading(group: &Group, columns: &Columns, y: f64) -> Mark {
    let baseline = y + HEAD - 9.0;
    let chip = format!("bar {}", group.class);
    let name = fit(&group.name, SIZE * 1.08, columns.end - 18.0);
    Mark::group(
        "outcome",
        vec![
            Mark::rect(&chip, (0.0, baseline - 9.5), 10.0, 10.0).rounded(2.0),
            Mark::text("strong halo", (18.0, baseline), Anchor::Start, name).titled(&group.name),
            Mark::text(
                "soft",
                (columns.earned, baseline),
                Anchor::End,
                &group.label,
            ),
        ],
    )
}

pub(super) fn line(
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
        Standing::Unscored => "unscored",
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

/// From the foot of one bar to the head of the next, over a heading where one stands between.
pub(super) fn step(columns: &Columns, running: f64, (from, to): (f64, f64)) -> Mark {
    let x = columns.bars.at(running);
    Mark::line("step", (x, from), (x, to))
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

pub(super) fn total(waterfall: &Waterfall, columns: &Columns, (y, running): (f64, f64)) -> Mark {
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
    let pot_label = format!("of {}", waterfall.potential_label);
    let pot_label = fit(&pot_label, SIZE, columns.name - 52.0);
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
            Mark::text("soft", (columns.name, baseline), Anchor::End, pot_label),
        ],
    )
}
