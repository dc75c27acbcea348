//! Flows are drawn within their picture, can be read, and are counted as what they are.

use super::*;
use crate::chart::figure::block_class;
use crate::chart::laws::{all, assert_figure, assert_legible, assert_within, texts};
use crate::chart::scene::Shape;
use proptest::prelude::*;

fn pounds(value: f64) -> String {
    format!("£{value}")
}

fn flow(sizes: &[usize], links: &[(usize, usize, usize, f64)]) -> Flow {
    let nouns = ["stream", "block", "outcome", "partner"];
    let columns = sizes.iter().zip(nouns).map(|(&size, noun)| Column {
        noun: noun.to_owned(),
        nodes: (0..size)
            .map(|i| Node {
                key: format!("{noun}-{i}"),
                name: format!("{noun} {i}"),
                class: block_class(i),
            })
            .collect(),
    });
    let links = links.iter().map(|&(column, from, to, pounds)| Link {
        column,
        from,
        to,
        pounds,
    });
    Flow {
        width: 900.0,
        height: 420.0,
        columns: columns.collect(),
        links: links.collect(),
        least: 0.01,
        format: pounds,
    }
}

#[test]
fn two_streams_into_one_block() {
    let figure = draw(&flow(&[2, 1], &[(0, 0, 0, 300.0), (0, 1, 0, 100.0)]));
    assert_eq!(all(&figure.scene, "ribbon").len(), 2);
    assert!(texts(&figure.scene).contains(&"stream 0 £300".to_owned()));
    assert_eq!(figure.title, "From streams to blocks");
    assert_eq!(
        figure.summary,
        "£400 flows from 2 streams to 1 block; the largest stream is stream 0 with £300."
    );
    assert_figure(&figure, 2);
}

#[test]
fn what_is_not_used_is_no_block() {
    let links = [(0, 0, 0, 300.0), (0, 1, 1, 100.0), (1, 0, 0, 300.0)];
    let mut flow = flow(&[2, 2, 1], &links);
    flow.columns[1].nodes[1].key = NOT_USED.to_owned();
    assert_eq!(
        draw(&flow).summary,
        "£300 flows from 1 stream to 1 block and 1 outcome, £100 is not used; the largest stream is stream 0 with £300."
    );
    flow.links.retain(|link| link.to == 1);
    assert_eq!(draw(&flow).summary, "£100 from 1 stream is not used.");
}

/// £195 goes to one outcome for which no partner is named.
#[test]
fn that_nobody_is_named_is_said_and_not_counted() {
    let links = [(0, 0, 0, 195.0), (1, 0, 0, 195.0), (2, 0, 0, 195.0)];
    let mut flow = flow(&[1, 1, 1, 1], &links);
    flow.columns[3].nodes[0].key = NOBODY.to_owned();
    assert_eq!(
        draw(&flow).summary,
        "£195 flows from 1 stream to 1 block and 1 outcome; no partner is named; the largest stream is stream 0 with £195."
    );
}

#[test]
fn every_node_has_its_sum_where_there_is_room_below_its_name() {
    let links = [
        (0, 0, 0, 350e3),
        (0, 1, 1, 520e3),
        (0, 1, 2, 80e3),
        (1, 0, 0, 350e3),
        (1, 1, 1, 520e3),
        (2, 0, 0, 350e3),
        (2, 1, 1, 520e3),
    ];
    let mut flow = flow(&[2, 3, 2, 2], &links);
    flow.width = 1130.0;
    for (column, node, name) in [
        (0, 0, "Children's Fund"),
        (0, 1, "Building Safer Communities"),
        (1, 0, "Children and Young People"),
        (1, 1, "Safer and Stronger Communities"),
        (
            2,
            0,
            "Fewer young people out of work, education or training of any kind at all",
        ),
        (3, 0, "Council"),
        (3, 1, "Police"),
    ] {
        flow.columns[column].nodes[node].name = name.to_owned();
    }
    let figure = draw(&flow);
    let said = texts(&figure.scene);
    let sums = said.iter().filter(|text| text.contains('£')).count();
    assert_eq!(sums, 9, "{said:?}");
    assert!(!said.iter().any(|text| text.ends_with('…')), "{said:?}");
    assert_legible(&figure.scene);
    assert_within(&figure.scene);
}

#[test]
fn two_hundred_streams_stay_readable() {
    let links: Vec<_> = (0..200).map(|i| (0, i, i % 4, (i * i) as f64)).collect();
    let figure = draw(&flow(&[200, 4], &links));
    let labels: Vec<f64> = all(&figure.scene, "halo")
        .into_iter()
        .filter_map(|mark| match mark.shape {
            Shape::Text {
                at,
                anchor: Anchor::End,
                ..
            } => Some(at.1),
            _ => None,
        })
        .collect();
    // 396 units of height hold 23 lines of 17: 22 streams and one line for the rest.
    assert_eq!(labels.len(), 23);
    assert_legible(&figure.scene);
    assert!(
        labels
            .windows(2)
            .all(|pair| pair[1] - pair[0] >= LINE - 1e-6)
    );
    assert_within(&figure.scene);
    assert_figure(&figure, 200);
}

#[test]
fn nothing_to_flow_is_said() {
    for empty in [
        flow(&[], &[]),
        flow(&[2, 2], &[]),
        flow(&[1, 1], &[(0, 0, 9, 5.0), (7, 0, 0, 5.0)]),
    ] {
        let figure = draw(&empty);
        assert!(texts(&figure.scene).contains(&"Nothing flows yet".to_owned()));
        assert_within(&figure.scene);
    }
    assert_eq!(draw(&flow(&[], &[])).summary, "No money flows yet.");
}

proptest! {
    #[test]
    fn any_flow_stays_within(
        size in (any::<f64>(), any::<f64>()),
        links in prop::collection::vec((0usize..4, 0usize..30, 0usize..8, any::<f64>()), 0..80),
    ) {
        let mut flow = flow(&[30, 4, 8, 5], &links);
        (flow.width, flow.height) = size;
        flow.format = |_| "£1.2m".to_owned();
        assert_within(&draw(&flow).scene);
    }
}
