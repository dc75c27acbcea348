//! No dead input: every leaf of a workbook that uses every feature moves some output when it alone changes.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use laa::engine::evaluate;
use laa::model::{Workbook, check};
use serde_json::{Value, json};

/// Inputs that no result depends on, each with its reason. `*` stands for a place in a list.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("/title", "a name"),
    ("/agreement/area/name", "a name"),
    ("/agreement/blocks/*/name", "a name"),
    ("/agreement/partners/*/name", "a name"),
    ("/agreement/streams/*/name", "a name"),
    ("/agreement/outcomes/*/name", "a name"),
    ("/agreement/indicators/*/name", "a name"),
    ("/agreement/indicators/*/unit", "a name"),
    ("/agreement/indicators/*/national", "a name by number"),
    ("/agreement/rules/sharing/top_slices/*/name", "a name"),
    ("/scenarios/*/name", "a name"),
    (
        "/agreement/blocks/*/id",
        "an identity, which cannot change alone",
    ),
    (
        "/agreement/partners/*/id",
        "an identity, which cannot change alone",
    ),
    (
        "/agreement/streams/*/id",
        "an identity, which cannot change alone",
    ),
    (
        "/agreement/outcomes/*/id",
        "an identity, which cannot change alone",
    ),
    (
        "/agreement/indicators/*/id",
        "an identity, which cannot change alone",
    ),
    ("/scenarios/0/id", "the base is named by it"),
    ("/scenarios/1/id", "the ledger names it"),
    ("/scenarios/2/id", "the ledger names it"),
    ("/scenarios/3/id", "the ledger names it"),
    ("/last_id", "bookkeeping of identities"),
    ("/base", "chooses what is compared, which is not evaluation"),
    ("/notes/*/kind", "a remark"),
    ("/notes/*/about/stream", "a remark"),
    ("/notes/*/text", "a remark"),
    ("/notes/*/source", "a remark"),
    ("/ledger/*/scenario", "a record of the negotiation"),
    ("/ledger/*/label", "a record of the negotiation"),
    ("/ledger/*/author", "a record of the negotiation"),
    ("/ledger/*/at", "a record of the negotiation"),
    ("/ledger/*/note", "a record of the negotiation"),
    ("/ledger/*/answers", "a record of the negotiation"),
    ("/ledger/*/code", "a record of the negotiation"),
    (
        "/correlation",
        "for the odds, which evaluation does not compute",
    ),
    ("/agreement/indicators/*/risk/worst", "for the odds"),
    ("/agreement/indicators/*/risk/likely", "for the odds"),
    ("/agreement/indicators/*/risk/best", "for the odds"),
    ("/agreement/indicators/*/risk/noise", "for the odds"),
    (
        "/agreement/streams/*/amounts/*/high",
        "a range counts at its low end; the high end is shown",
    ),
    // Single leaves that their surroundings put out of use.
    (
        "/agreement/outcomes/4/weight",
        "this outcome bears no reward, so it has no share of the pot",
    ),
    (
        "/agreement/outcomes/5/weight",
        "this outcome bears no reward, so it has no share of the pot",
    ),
    (
        "/agreement/indicators/2/weight",
        "designated indicators count equally",
    ),
    (
        "/agreement/indicators/4/weight",
        "designated indicators count equally",
    ),
    (
        "/agreement/indicators/5/weight",
        "this indicator is statutory and earns nothing",
    ),
    (
        "/agreement/indicators/6/weight",
        "this indicator is local and earns nothing",
    ),
    (
        "/agreement/indicators/5/decimals",
        "one more unit is worth nothing where nothing is earned",
    ),
    (
        "/agreement/indicators/6/decimals",
        "one more unit is worth nothing where nothing is earned",
    ),
    (
        "/scenarios/1/freedoms/6/relaxation/lift-stream",
        "a freedom that is only asked does not count",
    ),
    (
        "/scenarios/1/freedoms/7/relaxation/lift-block",
        "a freedom that was refused does not count",
    ),
    (
        "/scenarios/2/rules/split",
        "one cliff on the average has no split over outcomes",
    ),
];

fn full() -> Value {
    let text = include_str!("fixtures/full.json");
    let workbook = laa::codec::file::read(text).unwrap();
    serde_json::to_value(workbook).unwrap()
}

/// Everything that evaluation says of a workbook; none where the workbook does not hold together.
fn outputs(value: &Value) -> Option<Vec<Value>> {
    let workbook: Workbook = serde_json::from_value(value.clone()).ok()?;
    check(&workbook).ok()?;
    let evaluate =
        |scenario| serde_json::to_value(evaluate(&workbook.agreement, scenario)).unwrap();
    Some(workbook.scenarios.iter().map(evaluate).collect())
}

/// The addresses of all leaves: numbers, words, truths and what is not stated.
fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                leaves(value, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                leaves(value, &format!("{at}/{place}"), found);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

/// Other values that a leaf might have.
fn others(leaf: &Value) -> Vec<Value> {
    const WORDS: &[&str] = &[
        "higher",
        "lower",
        "stretch",
        "designated",
        "statutory",
        "local",
        "grant",
        "pooled",
        "aligned",
        "straight",
        "diminishing",
        "slow-start",
        "separate-streams",
        "ring-fenced-blocks",
        "single-pot",
        "area-based-grant",
        "stream",
        "block",
        "agreement",
        "none",
        "asked",
        "granted",
        "refused",
        "typed",
        "equal",
        "indicators",
        "stated",
        "two-instalments",
        "march2011",
        "delivery",
        "lpsa",
        "formula",
    ];
    match leaf {
        Value::Bool(truth) => vec![json!(!truth)],
        Value::Null => vec![json!(1), json!(900)],
        Value::Number(number) => {
            let number = number.as_f64().unwrap();
            let near = [1.0, -1.0, 5.0, 500.0, 20_000.0, 1_000_000.0].map(|by| number + by);
            let far = [number * 2.0, (number / 2.0).floor(), 0.0];
            let whole = |number: f64| {
                if number.fract() == 0.0 {
                    json!(number as i64)
                } else {
                    json!(number)
                }
            };
            let mut all: Vec<Value> = near.into_iter().chain(far).map(whole).collect();
            // Every identity of the fixture, for what refers to one.
            all.extend((1..60).map(|id| json!(id)));
            all.push(json!(9_999));
            all.push(json!((number * 10.0 + 1.0).round() / 10.0));
            all
        }
        Value::String(_) => {
            let shapes = [json!({ "stated": 1_000 }), json!({ "typed": [] })];
            WORDS.iter().map(|word| json!(word)).chain(shapes).collect()
        }
        _ => Vec::new(),
    }
    .into_iter()
    .filter(|other| other != leaf)
    .collect()
}

fn exception(leaf: &str) -> Option<usize> {
    let matches = |pattern: &str| {
        let (mut pattern, mut leaf) = (pattern.split('/'), leaf.split('/'));
        loop {
            match (pattern.next(), leaf.next()) {
                (None, None) => return true,
                (Some(part), Some(name)) if part == "*" || part == name => {}
                _ => return false,
            }
        }
    };
    EXCEPTIONS.iter().position(|&(pattern, _)| matches(pattern))
}

#[test]
fn every_input_moves_an_output_or_is_excepted_with_a_reason() {
    let workbook = full();
    let before = outputs(&workbook).unwrap();
    let mut found = Vec::new();
    leaves(&workbook, "", &mut found);
    let mut used = vec![false; EXCEPTIONS.len()];
    let mut dead = Vec::new();
    for leaf in &found {
        let moves = |other: Value| {
            let mut changed = workbook.clone();
            *changed.pointer_mut(leaf).unwrap() = other;
            outputs(&changed).is_some_and(|after| after != before)
        };
        match exception(leaf) {
            Some(index) => used[index] = true,
            None if others(workbook.pointer(leaf).unwrap())
                .into_iter()
                .any(moves) => {}
            None => dead.push(leaf),
        }
    }
    assert!(dead.is_empty(), "{dead:#?}");
    let idle = EXCEPTIONS.iter().zip(used).filter(|(_, used)| !used);
    assert_eq!(
        idle.map(|(exception, _)| exception).next(),
        None,
        "an exception for nothing"
    );
    assert!(found.len() > 400, "only {} leaves", found.len());
}

#[test]
fn the_exceptions_really_move_nothing() {
    let workbook = full();
    let before = outputs(&workbook).unwrap();
    let mut found = Vec::new();
    leaves(&workbook, "", &mut found);
    for leaf in found
        .iter()
        .filter(|leaf| exception(leaf).is_some() && !leaf.ends_with("/id"))
    {
        for other in others(workbook.pointer(leaf).unwrap()).into_iter().take(12) {
            let mut changed = workbook.clone();
            *changed.pointer_mut(leaf).unwrap() = other;
            if let Some(after) = outputs(&changed) {
                assert_eq!(after, before, "{leaf} is no exception");
            }
        }
    }
}
