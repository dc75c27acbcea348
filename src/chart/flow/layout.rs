//! Which nodes of a flow are drawn and where: small ones merged, ribbons as thick as their pounds.

use std::collections::BTreeMap;

use crate::chart::figure::count;
use crate::chart::flow::labels::LINE;
use crate::chart::flow::{Column, Flow, Link};
use crate::chart::scale::length;

/// The least and the largest room between two nodes of a column.
const GAPS: (f64, f64) = (6.0, 44.0);

/// A column with no more nodes than this is drawn whole, however small they are.
const FEW: usize = 8;

/// A node with its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    pub(super) column: usize,
    pub(super) key: String,
    pub(super) name: String,
    pub(super) class: &'static str,
    /// What goes in or what goes out, whichever is more.
    pub(super) pounds: f64,
    pub(super) top: f64,
    pub(super) height: f64,
}

/// A flow with its place; `from` and `to` count the placed nodes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ribbon {
    pub(super) column: usize,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) pounds: f64,
    pub(super) leaves: f64,
    pub(super) reaches: f64,
    pub(super) thickness: f64,
}

/// Places every column between `top` and `bottom`, no column with more than `most` nodes.
pub(super) fn arrange(
    flow: &Flow,
    (top, bottom): (f64, f64),
    most: usize,
) -> (Vec<Placed>, Vec<Ribbon>) {
    let sums = sums(flow);
    let mut placed = Vec::new();
    let mut home = BTreeMap::new();
    for (i, column) in flow.columns.iter().enumerate() {
        let pounds = worth(i, column.nodes.len(), &sums);
        place_column(
            (i, column),
            &pounds,
            (flow.least, most),
            &mut placed,
            &mut home,
        );
    }
    let mut merged: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (&(column, from, to), &pounds) in &sums {
        *merged
            .entry((home[&(column, from)], home[&(column + 1, to)]))
            .or_default() += pounds;
    }
    let scale = stack(&mut placed, flow.columns.len(), (top, bottom));
    let ribbons = ribbons(&merged, &placed, scale);
    (placed, ribbons)
}

/// The pounds of each pair of nodes that exists.
fn sums(flow: &Flow) -> BTreeMap<(usize, usize, usize), f64> {
    let has = |column: usize, node: usize| {
        flow.columns
            .get(column)
            .is_some_and(|c| node < c.nodes.len())
    };
    let real = |link: &&Link| {
        length(link.pounds) > 0.0
            && has(link.column, link.from)
            && has(link.column.saturating_add(1), link.to)
    };
    let mut sums = BTreeMap::new();
    for link in flow.links.iter().filter(real) {
        *sums.entry((link.column, link.from, link.to)).or_default() += length(link.pounds);
    }
    sums
}

fn worth(column: usize, nodes: usize, sums: &BTreeMap<(usize, usize, usize), f64>) -> Vec<f64> {
    let (mut comes, mut goes) = (vec![0.0; nodes], vec![0.0; nodes]);
    for (&(at, from, to), pounds) in sums {
        if at == column {
            goes[from] += pounds;
        }
        if at + 1 == column {
            comes[to] += pounds;
        }
    }
    comes
        .into_iter()
        .zip(goes)
        .map(|(a, b): (f64, f64)| a.max(b))
        .collect()
}

/// Adds the nodes of a column that money touches, the smallest as one node at its end.
fn place_column(
    (index, column): (usize, &Column),
    pounds: &[f64],
    (least, most): (f64, usize),
    placed: &mut Vec<Placed>,
    home: &mut BTreeMap<(usize, usize), usize>,
) {
    let total: f64 = pounds.iter().sum();
    let mut ranked: Vec<usize> = (0..pounds.len()).filter(|&i| pounds[i] > 0.0).collect();
    ranked.sort_by(|&a, &b| pounds[b].total_cmp(&pounds[a]).then(a.cmp(&b)));
    let large = ranked
        .iter()
        .filter(|&&i| pounds[i] >= least * total)
        .count();
    let kept = large.max(FEW.min(ranked.len()));
    // The merged node takes a line too, and merging only one would hide its name for nothing.
    let kept = if ranked.len() <= (kept + 1).min(most) {
        ranked.len()
    } else {
        kept.min(most - 1)
    };
    let (mut shown, rest) = (ranked[..kept].to_vec(), &ranked[kept..]);
    shown.sort_unstable();
    for i in shown {
        let node = &column.nodes[i];
        home.insert((index, i), placed.len());
        placed.push(Placed {
            column: index,
            key: node.key.clone(),
            name: node.name.clone(),
            class: node.class,
            pounds: pounds[i],
            top: 0.0,
            height: 0.0,
        });
    }
    if let Some(&first) = rest.first() {
        let class = column.nodes[first].class;
        let alike = rest.iter().all(|&i| column.nodes[i].class == class);
        home.extend(rest.iter().map(|&i| ((index, i), placed.len())));
        placed.push(Placed {
            column: index,
            key: String::new(),
            name: count(rest.len(), &format!("smaller {}", column.noun)),
            class: if alike { class } else { "rest" },
            pounds: rest.iter().map(|&i| pounds[i]).sum(),
            top: 0.0,
            height: 0.0,
        });
    }
}

/// Gives every node its place and returns the length of a pound: the largest at which the nodes of every column have room,
/// and each has its label beside it.
fn stack(placed: &mut [Placed], columns: usize, (top, bottom): (f64, f64)) -> f64 {
    let room = bottom - top;
    let all: Vec<Vec<f64>> = (0..columns).map(|column| pounds(placed, column)).collect();
    let mut scale = f64::INFINITY;
    for own in &all {
        let total: f64 = own.iter().sum();
        if total > 0.0 {
            let least = GAPS.0.min(room / (2.0 * own.len() as f64));
            let needed = |scale: f64| Gaps::of(own, scale, room).together(least) + total * scale;
            scale = scale.min(largest((0.0, room / total), |scale| needed(scale) <= room));
        }
    }
    for (column, own) in all.iter().enumerate() {
        let gaps = Gaps::of(own, scale, room);
        let spare = (room - own.iter().sum::<f64>() * scale).max(0.0);
        let gap = largest((0.0, GAPS.1), |gap| gaps.together(gap) <= spare);
        let mut y = top + (spare - gaps.together(gap)).max(0.0) / 2.0 + gaps.first;
        let mut between = gaps.between.iter();
        for node in placed.iter_mut().filter(|node| node.column == column) {
            (node.top, node.height) = (y, node.pounds * scale);
            y += node.height + between.next().map_or(0.0, |least| least.max(gap));
        }
    }
    scale
}

fn pounds(placed: &[Placed], column: usize) -> Vec<f64> {
    let own = placed.iter().filter(|node| node.column == column);
    own.map(|node| node.pounds).collect()
}

/// The least room about the nodes of a column for labels that stand in the middle of each, a line apart.
struct Gaps {
    first: f64,
    between: Vec<f64>,
    last: f64,
}

impl Gaps {
    fn of(pounds: &[f64], scale: f64, room: f64) -> Self {
        let line = LINE.min(room / pounds.len().max(1) as f64);
        let beside = |pounds: f64| (line - pounds * scale).max(0.0) / 2.0;
        let end = |node: Option<&f64>| node.map_or(0.0, |&pounds| beside(pounds));
        let pairs = pounds.windows(2);
        let between = pairs.map(|pair| (line - (pair[0] + pair[1]) * scale / 2.0).max(0.0));
        Self {
            first: end(pounds.first()),
            between: between.collect(),
            last: end(pounds.last()),
        }
    }

    /// The room that they take where none between two nodes is less than `gap`.
    fn together(&self, gap: f64) -> f64 {
        let between = self.between.iter().map(|least| least.max(gap));
        self.first + between.sum::<f64>() + self.last
    }
}

/// The largest value within two ends that fits, where all below it do: to a part in 2^40 of the way.
fn largest((mut low, mut high): (f64, f64), fits: impl Fn(f64) -> bool) -> f64 {
    if fits(high) {
        return high;
    }
    for _ in 0..40 {
        let middle = (low + high) / 2.0;
        if fits(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

/// Ribbons leave and reach their nodes in the order of the nodes at their other end.
fn ribbons(merged: &BTreeMap<(usize, usize), f64>, placed: &[Placed], scale: f64) -> Vec<Ribbon> {
    let mut leaving: Vec<f64> = placed.iter().map(|node| node.top).collect();
    let mut reaching = leaving.clone();
    let mut list = Vec::new();
    for (&(from, to), &pounds) in merged {
        let thickness = pounds * scale;
        list.push(Ribbon {
            column: placed[from].column,
            from,
            to,
            pounds,
            leaves: leaving[from],
            reaches: reaching[to],
            thickness,
        });
        leaving[from] += thickness;
        reaching[to] += thickness;
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::flow::Node;
    use proptest::prelude::*;

    fn flow(sizes: &[usize], links: &[(usize, usize, usize, f64)]) -> Flow {
        let node = |i: usize| Node {
            key: i.to_string(),
            name: format!("n{i}"),
            class: "cross",
        };
        let column = |&size: &usize| Column {
            noun: "stream".to_owned(),
            nodes: (0..size).map(node).collect(),
        };
        let links = links.iter().map(|&(column, from, to, pounds)| Link {
            column,
            from,
            to,
            pounds,
        });
        Flow {
            width: 900.0,
            height: 400.0,
            columns: sizes.iter().map(column).collect(),
            links: links.collect(),
            least: 0.02,
            format: |_| String::new(),
        }
    }

    #[test]
    fn a_pound_has_one_length_everywhere() {
        // 400 pounds in two nodes leave 400 − 6 units: a pound is 0.985 long.
        let (placed, ribbons) = arrange(
            &flow(&[2, 1], &[(0, 0, 0, 300.0), (0, 1, 0, 100.0)]),
            (0.0, 400.0),
            20,
        );
        let near = |found: [f64; 2], right: [f64; 2]| {
            let close = found
                .iter()
                .zip(right)
                .all(|(found, right)| (found - right).abs() < 1e-6);
            assert!(close, "{found:?} and not {right:?}");
        };
        near([placed[0].top, placed[0].height], [0.0, 295.5]);
        near([placed[1].top, placed[1].height], [301.5, 98.5]);
        near([placed[2].top, placed[2].height], [3.0, 394.0]);
        near([ribbons[1].leaves, ribbons[1].reaches], [301.5, 298.5]);
        near([ribbons[1].thickness, ribbons[0].thickness], [98.5, 295.5]);
    }

    /// Many small nodes beside each other: the label of each stands beside it, and no two on one line.
    #[test]
    fn every_node_has_room_for_its_label_beside_it() {
        let pounds = [300.0, 1.0, 2.0, 1.0, 200.0, 3.0, 1.0, 90.0, 1.0];
        let links: Vec<_> = pounds
            .iter()
            .enumerate()
            .map(|(at, &sum)| (0, at, 0, sum))
            .collect();
        let mut flow = flow(&[9, 1], &links);
        flow.least = 0.0;
        let (placed, _) = arrange(&flow, (20.0, 420.0), 20);
        let own: Vec<&Placed> = placed.iter().filter(|node| node.column == 0).collect();
        assert_eq!(own.len(), 9);
        let middle = |node: &&Placed| node.top + node.height / 2.0;
        let middles: Vec<f64> = own.iter().map(middle).collect();
        assert!(
            middles
                .windows(2)
                .all(|pair| pair[1] - pair[0] > LINE - 1e-6),
            "{middles:?}"
        );
        assert!(middles[0] > 20.0 + LINE / 2.0 - 1e-6 && middles[8] < 420.0 - LINE / 2.0 + 1e-6);
        assert!(own[8].top + own[8].height <= 420.0);
    }

    #[test]
    fn small_nodes_become_one_at_the_end() {
        let mut links = vec![(0, 0, 0, 1.0), (0, 1, 0, 2.0)];
        links.extend((2..10).map(|i| (0, i, 0, 100.0)));
        let (placed, ribbons) = arrange(&flow(&[10, 1], &links), (0.0, 400.0), 20);
        let names: Vec<&str> = placed.iter().map(|node| node.name.as_str()).collect();
        assert_eq!(names[..2], ["n2", "n3"]);
        assert_eq!(names[7..], ["n9", "2 smaller streams", "n0"]);
        assert_eq!((placed[8].pounds, ribbons.len()), (3.0, 9));
    }

    #[test]
    fn one_small_node_keeps_its_name() {
        let mut links = vec![(0, 0, 0, 1.0)];
        links.extend((1..12).map(|i| (0, i, 0, 100.0)));
        let (placed, _) = arrange(&flow(&[12, 1], &links), (0.0, 400.0), 20);
        assert_eq!(placed[0].name, "n0");
    }

    proptest! {
        #[test]
        fn ribbons_add_up_to_their_nodes(
            links in prop::collection::vec((0usize..2, 0usize..12, 0usize..4, 0.01..1e7f64), 1..60),
        ) {
            let links: Vec<_> = links.into_iter().map(|(c, f, t, p)| (c, if c == 1 { f % 4 } else { f }, t, p)).collect();
            let (placed, ribbons) = arrange(&flow(&[12, 4, 4], &links), (20.0, 420.0), 8);
            let sum = |pick: fn(&Ribbon) -> usize, node: usize| -> f64 {
                ribbons.iter().filter(|r| pick(r) == node).map(|r| r.thickness).sum()
            };
            for (i, node) in placed.iter().enumerate() {
                let thick = sum(|r| r.from, i).max(sum(|r| r.to, i));
                prop_assert!((thick - node.height).abs() < 1e-6);
                prop_assert!(node.top >= 20.0 - 1e-6 && node.top + node.height <= 420.0 + 1e-6);
            }
            for column in 0..3 {
                let own: Vec<&Placed> = placed.iter().filter(|node| node.column == column).collect();
                prop_assert!(own.len() <= 8);
                prop_assert!(own.windows(2).all(|pair| pair[0].top + pair[0].height <= pair[1].top + 1e-6));
            }
            let drawn: f64 = ribbons.iter().map(|r| r.pounds).sum();
            let given: f64 = links.iter().map(|link| link.3).sum();
            prop_assert!((drawn - given).abs() <= given * 1e-9);
        }
    }
}
