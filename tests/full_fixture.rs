//! The full fixture is full: it makes every choice, and uses every name of the file format that the README gives.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;

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
