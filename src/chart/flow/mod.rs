//! Where money comes from and where it ends: streams to blocks to outcomes to partners.

mod labels;
mod layout;
#[cfg(test)]
mod tests;

use crate::chart::figure::{Figure, Table, count, list};
use crate::chart::flow::labels::{LINE, both, labels};
use crate::chart::flow::layout::{Placed, Ribbon, arrange};
use crate::chart::label::{SIZE, SMALL, fit, text_width};
use crate::chart::numeral::Format;
use crate::chart::scale::{length, side};
use crate::chart::scene::{Anchor, Mark, Scene, Step};

/// Room above the columns for their names.
const HEAD: f64 = 24.0;
/// Width of a node.
const NODE: f64 = 12.0;

/// The key of the node for money that is not used, which is none of its column's kind.
pub const NOT_USED: &str = "not-used";
/// The key of the node for money that nobody is named for, which is none of its column's kind.
pub const NOBODY: &str = "nobody";

/// What the picture shows.
#[derive(Debug, Clone)]
pub struct Flow {
    /// Width in CSS pixels, at least 640.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// From left to right; money flows from each column to the next.
    pub columns: Vec<Column>,
    /// The flows.
    pub links: Vec<Link>,
    /// Nodes below this share of their column are drawn as one.
    pub least: f64,
    /// The text of an amount.
    pub format: Format,
}

/// Things of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The noun for one of them, "stream".
    pub noun: String,
    /// In the order in which they stand.
    pub nodes: Vec<Node>,
}

/// One place that money comes from or goes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What the node stands for when it is pointed at.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The class of its block.
    pub class: &'static str,
}

/// Money from a node to one in the next column; what points nowhere is left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The column that it leaves.
    pub column: usize,
    /// Position of the node that it leaves.
    pub from: usize,
    /// Position of the node that it reaches.
    pub to: usize,
    /// Pounds; a negative amount does not flow.
    pub pounds: f64,
}

/// The columns with ribbons between them.
pub fn draw(flow: &Flow) -> Figure {
    let width = side(flow.width, 640.0);
    let height = side(flow.height, 160.0);
    let last = flow.columns.len().saturating_sub(1);
    let most = ((height - HEAD) / LINE).floor() as usize;
    let (placed, ribbons) = arrange(flow, (HEAD, height), most.max(2));

    let (before, after) = if last > 0 {
        (margin(0, &placed, flow), margin(last, &placed, flow))
    } else {
        (0.0, 0.0)
    };
    // No label stands between the first two columns: they are nearer to each other.
    let near = 0.7;
    let pitch = (width - before - after - NODE) / (last.max(1) as f64 - 1.0 + near);
    let left = |column: usize| match column {
        0 => before,
        _ => before + pitch * (column as f64 - 1.0 + near),
    };
    let mut marks: Vec<Mark> = ribbons
        .iter()
        .map(|ribbon| {
            let ends = (left(ribbon.column) + NODE, left(ribbon.column + 1));
            band(ribbon, &placed, ends, flow.format)
        })
        .collect();
    for (i, column) in flow.columns.iter().enumerate() {
        let (side, room) = match i {
            0 if last > 0 => (Anchor::End, before - 8.0),
            _ if i == last => (Anchor::Start, width - left(i) - NODE - 8.0),
            _ => (Anchor::Start, pitch - NODE - 12.0),
        };
        let name = plural(&column.noun);
        let x = if side == Anchor::End {
            left(i) + NODE
        } else {
            left(i)
        };
        let title = fit(&name, SMALL, room.max(0.0));
        marks.push(Mark::text("small soft", (x, 13.0), side, title));
        let placed: Vec<&Placed> = placed.iter().filter(|node| node.column == i).collect();
        marks.extend(nodes(&placed, left(i), flow.format));
        marks.extend(labels(&placed, (left(i), side, room), height, flow.format));
    }
    if ribbons.is_empty() {
        marks.push(Mark::text(
            "soft",
            (width / 2.0, height / 2.0),
            Anchor::Middle,
            "Nothing flows yet",
        ));
    }
    Figure {
        title: title(&flow.columns),
        summary: summary(flow),
        scene: Scene {
            width,
            height,
            marks: vec![Mark::group("flow", marks)],
        }
        .into(),
        table: table(flow),
    }
}

/// The room that the labels of an outer column take, within bounds.
fn margin(column: usize, placed: &[Placed], flow: &Flow) -> f64 {
    let width = side(flow.width, 640.0);
    let own = placed.iter().filter(|node| node.column == column);
    let labels = own.map(|node| text_width(&both(node, flow.format), SIZE));
    labels.fold(60.0, f64::max).min(width * 0.22) + 8.0
}

fn nodes(placed: &[&Placed], x: f64, format: Format) -> Vec<Mark> {
    let node = |node: &&Placed| {
        let title = format!("{}: {}", node.name, format(node.pounds));
        Mark::rect(
            &format!("bar {}", node.class),
            (x, node.top),
            NODE,
            node.height,
        )
        .titled(title)
        .keyed(&node.key)
    };
    placed.iter().map(node).collect()
}

fn band(ribbon: &Ribbon, placed: &[Placed], (x0, x1): (f64, f64), format: Format) -> Mark {
    let (from, to) = (&placed[ribbon.from], &placed[ribbon.to]);
    let (y0, y1, thick) = (ribbon.leaves, ribbon.reaches, ribbon.thickness);
    let middle = (x0 + x1) / 2.0;
    let steps = vec![
        Step::Move((x0, y0)),
        Step::Curve((middle, y0), (middle, y1), (x1, y1)),
        Step::Line((x1, y1 + thick)),
        Step::Curve((middle, y1 + thick), (middle, y0 + thick), (x0, y0 + thick)),
        Step::Close,
    ];
    let title = format!("{} → {}: {}", from.name, to.name, format(ribbon.pounds));
    let key = match (from.key.as_str(), to.key.as_str()) {
        ("", _) | (_, "") => String::new(),
        (from, to) => format!("{from}→{to}"),
    };
    Mark::path(&format!("ribbon {}", from.class), steps)
        .titled(title)
        .keyed(key)
}

fn plural(noun: &str) -> String {
    let mut letters = noun.chars();
    letters.next().map_or(String::new(), |first| {
        format!("{}{}s", first.to_uppercase(), letters.as_str())
    })
}

fn title(columns: &[Column]) -> String {
    match columns {
        [first, .., last] => format!("From {}s to {}s", first.noun, last.noun),
        _ => "Flow of money".to_owned(),
    }
}

fn summary(flow: &Flow) -> String {
    let unused = |link: &&Link| {
        let reached = flow.columns.get(1).and_then(|it| it.nodes.get(link.to));
        reached.is_some_and(|node| node.key == NOT_USED)
    };
    let first = || {
        let links = flow.links.iter();
        links.filter(|link| link.column == 0 && length(link.pounds) > 0.0)
    };
    let total: f64 = first().map(|link| length(link.pounds)).sum();
    let left: f64 = first().filter(unused).map(|link| length(link.pounds)).sum();
    let (Some(sources), true) = (flow.columns.first(), total > 0.0) else {
        return "No money flows yet.".to_owned();
    };
    let mut given = vec![0.0; sources.nodes.len()];
    for link in first() {
        if let Some(sum) = given.get_mut(link.from) {
            *sum += length(link.pounds);
        }
    }
    if left == total {
        let holding = given.iter().filter(|&&sum| sum > 0.0).count();
        let from = count(holding, &sources.noun);
        return format!("{} from {from} is not used.", (flow.format)(total));
    }
    let mut flowing: Vec<usize> = first()
        .filter(|link| !unused(link))
        .map(|link| link.from)
        .collect();
    flowing.sort_unstable();
    flowing.dedup();
    let own = |column: &Column| {
        let own = |node: &&Node| node.key != NOT_USED && node.key != NOBODY;
        column.nodes.iter().filter(own).count()
    };
    let (none, some): (Vec<&Column>, Vec<&Column>) = flow
        .columns
        .iter()
        .skip(1)
        .partition(|column| own(column) == 0);
    let ways = some.iter().map(|column| count(own(column), &column.noun));
    let ways: Vec<String> = ways.collect();
    let none = none
        .iter()
        .map(|column| format!("; no {} is named", column.noun));
    let none: String = none.collect();
    let largest = given
        .iter()
        .zip(&sources.nodes)
        .max_by(|a, b| a.0.total_cmp(b.0));
    let largest = largest.map_or(String::new(), |(pounds, node)| {
        format!(
            "; the largest {} is {} with {}",
            sources.noun,
            node.name,
            (flow.format)(*pounds)
        )
    });
    let rest = match left > 0.0 {
        true => format!(", {} is not used", (flow.format)(left)),
        false => String::new(),
    };
    format!(
        "{} flows from {} to {}{rest}{none}{largest}.",
        (flow.format)(total - left),
        count(flowing.len(), &sources.noun),
        list(&ways)
    )
}

fn table(flow: &Flow) -> Table {
    let mut table = Table::new("Flows of money", &["From", "To", "Amount"]).worded();
    let name =
        |column: usize, node: usize| flow.columns.get(column).and_then(|c| c.nodes.get(node));
    for link in &flow.links {
        if let (Some(from), Some(to)) =
            (name(link.column, link.from), name(link.column + 1, link.to))
        {
            table.push(
                &from.name,
                vec![to.name.clone(), (flow.format)(link.pounds)],
            );
        }
    }
    table
}
