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

/// The choices that the fixture has to make, by place.
const CHOICES: &[(&str, &[&str])] = &[
    ("/agreement/streams/*/origin", &["grant", "local"]),
    ("/agreement/streams/*/control", &["pooled", "aligned"]),
    ("/agreement/streams/*/amounts/*", &["low", "null"]),
    ("/agreement/outcomes/*/capacity/*", &["null"]),
    ("/agreement/outcomes/*/rewarded", &["false"]),
    ("/agreement/indicators/*/better", &["higher", "lower"]),
    (
        "/agreement/indicators/*/kind",
        &["stretch", "designated", "statutory", "local"],
    ),
    ("/agreement/indicators/*/actual/*", &["null"]),
    ("/agreement/indicators/*/without/*", &["null"]),
    ("/agreement/indicators/*/with/*", &["null"]),
    ("/agreement/indicators/*/response", &["cost", "points"]),
    (
        "/agreement/indicators/*/response/cost/shape",
        &["straight", "diminishing", "slow-start"],
    ),
    ("/agreement/rules/preset", &["stretch"]),
    ("/scenarios/*/rules/preset", &["lpsa", "designated"]),
    ("/scenarios/*/rules/pot", &["rate", "stated"]),
    ("/scenarios/*/rules/split", &["equal", "stated"]),
    (
        "/scenarios/*/rules/payment",
        &["two-instalments", "march2011"],
    ),
    ("/agreement/rules/sharing/to", &["delivery"]),
    ("/scenarios/*/rules/sharing/to", &["equal", "typed"]),
    ("/scenarios/*/rules/pump/grant", &["formula", "stated"]),
    ("/scenarios/*/rules/pump/to", &["delivery", "typed"]),
    (
        "/scenarios/*/setup",
        &[
            "separate-streams",
            "ring-fenced-blocks",
            "single-pot",
            "area-based-grant",
        ],
    ),
    (
        "/scenarios/*/fences/*/fence",
        &["stream", "block", "agreement", "none"],
    ),
    (
        "/scenarios/*/freedoms/*/relaxation",
        &[
            "lift-stream",
            "lift-block",
            "drop-floor",
            "carry-forward",
            "bring-forward",
            "pool",
        ],
    ),
    (
        "/scenarios/*/freedoms/*/standing",
        &["asked", "granted", "refused"],
    ),
    ("/scenarios/*/pump/split", &["typed", "equal", "indicators"]),
    ("/notes/*/kind", &["source", "assumption", "gap", "remark"]),
    (
        "/ledger/*/label",
        &["draft", "offered", "received", "agreed"],
    ),
];

/// Where the things are that a row of README's table is about.
const ROWS: &[(&str, &str)] = &[
    ("`agreement`", "/agreement"),
    ("a stream", "/agreement/streams/*"),
    ("an outcome", "/agreement/outcomes/*"),
    ("an indicator", "/agreement/indicators/*"),
    ("a response", "/agreement/indicators/*/response"),
    ("`rules`", "/agreement/rules"),
    ("`rules`", "/scenarios/*/rules"),
    ("a scenario", "/scenarios/*"),
    ("a relaxation", "/scenarios/*/freedoms/*/relaxation"),
    ("beside them", ""),
    ("an entry of the ledger", "/ledger/*"),
];

/// The fixture as it is typed, with nothing filled in.
fn typed() -> Value {
    serde_json::from_str(include_str!("fixtures/full.json")).unwrap()
}

/// Everything at an address. `*` stands for every place in a list.
fn all_at<'a>(value: &'a Value, address: &str) -> Vec<&'a Value> {
    let step = |held: Vec<&'a Value>, part: &str| -> Vec<&'a Value> {
        let inside = held.into_iter().map(|value| match (part, value) {
            ("*", Value::Array(items)) => items.iter().collect(),
            _ => value.get(part).into_iter().collect::<Vec<_>>(),
        });
        inside.flatten().collect()
    };
    address.split('/').skip(1).fold(vec![value], step)
}

/// What a value says at its own place: the names of its fields, or itself.
fn says(value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => fields.keys().cloned().collect(),
        Value::String(word) => vec![word.clone()],
        other => vec![other.to_string()],
    }
}

/// What a value says at its own place and anywhere inside.
fn all_words(value: &Value) -> Vec<String> {
    let inside: Vec<&Value> = match value {
        Value::Object(fields) => fields.values().collect(),
        Value::Array(items) => return items.iter().flat_map(all_words).collect(),
        _ => Vec::new(),
    };
    let mut words = says(value);
    words.extend(inside.into_iter().flat_map(all_words));
    words
}

/// The names in the code of a text: `{ "full": POUNDS }` has one.
fn names(text: &str) -> Vec<&str> {
    let code = text.split('`').skip(1).step_by(2);
    let words =
        code.flat_map(|code| code.split(|c: char| !c.is_alphanumeric() && !"_-".contains(c)));
    words
        .filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase()))
        .collect()
}

#[test]
fn the_fixture_makes_every_choice() {
    let workbook = typed();
    for (address, choices) in CHOICES {
        let made: Vec<String> = all_at(&workbook, address)
            .into_iter()
            .flat_map(says)
            .collect();
        for choice in *choices {
            assert!(
                made.iter().any(|made| made == choice),
                "{address}: {choice}"
            );
        }
    }
}

#[test]
fn the_fixture_uses_everything_that_the_readme_names() {
    let workbook = typed();
    let readme = include_str!("../README.md");
    let (_, table) = readme.split_once("| where | entries").unwrap();
    let (_, rows) = table.split_once("| --- | --- |\n").unwrap();
    let mut asked = 0;
    for row in rows.lines().take_while(|line| line.starts_with('|')) {
        let (_, row) = row.split_once("| ").unwrap();
        let (about, entries) = row.split_once(" | ").unwrap();
        let places = ROWS.iter().filter(|(row, _)| *row == about);
        let used: Vec<String> = places
            .flat_map(|(_, address)| all_at(&workbook, address))
            .flat_map(all_words)
            .collect();
        for name in names(entries) {
            assert!(used.iter().any(|used| used == name), "{about}: {name}");
            asked += 1;
        }
    }
    assert!(asked > 100, "only {asked} names");
}
