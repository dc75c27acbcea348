//! The names and amounts beside the nodes of a flow.

use crate::chart::flow::layout::Placed;
use crate::chart::flow::{HEAD, NODE};
use crate::chart::label::{DROP, SIZE, fit, spread, text_width};
use crate::chart::numeral::Format;
use crate::chart::scene::{Anchor, Mark};

/// Distance from one line to the next.
pub(super) const LINE: f64 = 17.0;
/// No label has more lines.
const MOST: usize = 3;

pub(super) fn both(node: &Placed, format: Format) -> String {
    format!("{} {}", node.name, format(node.pounds))
}

pub(super) fn labels(
    placed: &[&Placed],
    (x, side, room): (f64, Anchor, f64),
    height: f64,
    format: Format,
) -> Vec<Mark> {
    let wanted: Vec<f64> = placed
        .iter()
        .map(|node| node.top + node.height / 2.0)
        .collect();
    let ends = (HEAD, height);
    let middles = spread(&wanted, LINE, (ends.0 + LINE / 2.0, ends.1 - LINE / 2.0));
    let x = if side == Anchor::End {
        x - 6.0
    } else {
        x + NODE + 6.0
    };
    let mut marks = Vec::new();
    for (at, (node, &middle)) in placed.iter().zip(&middles).enumerate() {
        let others = middles.iter().enumerate().filter(|&(other, _)| other != at);
        let nearest = others.map(|(_, other)| (other - middle).abs());
        let edge = 2.0 * (middle - ends.0).min(ends.1 - middle);
        let free = nearest.fold(edge, f64::min);
        let most = (((free + 0.01) / LINE) as usize).clamp(1, MOST);
        let lines = lines(node, room, most, format);
        let first = middle - LINE * 0.5 * (lines.len() as f64 - 1.0);
        for (place, line) in lines.into_iter().enumerate() {
            let base = first + LINE * place as f64 + DROP;
            let mark = Mark::text("halo", (x, base), side, line)
                .titled(format!("{}: {}", node.name, format(node.pounds)))
                .keyed(&node.key);
            marks.push(mark);
        }
    }
    marks
}

/// A name with its amount in at most so many lines. Where both do not fit, the name is cut; where there is one line for
/// it, the amount is left to the tooltip and the table.
fn lines(node: &Placed, room: f64, most: usize, format: Format) -> Vec<String> {
    let amount = format(node.pounds);
    let mut lines: Vec<String> = Vec::new();
    for word in node.name.split(' ').chain([amount.as_str()]) {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), SIZE) <= room + 0.01 => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let fits = |line: &String| text_width(line, SIZE) <= room + 0.01;
    if lines.len() <= most && lines.iter().all(fits) {
        return lines;
    }
    let name = fit(&node.name, SIZE, room);
    match most > 1 && fits(&amount) {
        true => vec![name, amount],
        false => vec![name],
    }
}
