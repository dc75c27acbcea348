//! The scenario code follows every figure and nothing else.

use std::collections::BTreeSet;

use crate::tries::tries;
use laa::codec::code::Code;
use laa::engine::evaluate;
use laa::model::{Pin, Pounds, TopSlice, Workbook, check};
use laa::presets;
use proptest::prelude::*;
use serde_json::Value;

use crate::workbooks::{workbook, workbooks};

fn code(workbook: &Workbook) -> Code {
    Code::of(&workbook.agreement, &workbook.scenarios[0])
}

/// Changes entries of a workbook as a file has it; `key` is that of the list or the object.
fn edit(value: &mut Value, key: &str, change: &mut impl FnMut(&str, &mut Value)) {
    match value {
        Value::Object(entries) => {
            entries
                .iter_mut()
                .for_each(|(key, entry)| edit(entry, key, change));
        }
        Value::Array(entries) => entries
            .iter_mut()
            .for_each(|entry| edit(entry, key, change)),
        _ => {}
    }
    change(key, value);
}

fn edited(workbook: &Workbook, mut change: impl FnMut(&str, &mut Value)) -> Workbook {
    let mut value = serde_json::to_value(workbook).unwrap();
    edit(&mut value, "", &mut change);
    serde_json::from_value(value).unwrap()
}

const IDS: [&str; 16] = [
    "id",
    "outcome",
    "stream",
    "block",
    "home",
    "partner",
    "indicator",
    "serves",
    "named",
    "dropped",
    "lift-stream",
    "lift-block",
    "pool",
    "base",
    "scenario",
    "about",
];

proptest! {
    #![proptest_config(tries(100))]

    #[test]
    fn names_order_and_ids_leave_it(workbook in workbooks()) {
        let held = code(&workbook);
        let renamed = edited(&workbook, |key, value| {
            if ["name", "title", "unit"].contains(&key) {
                *value = Value::from("x");
            }
        });
        prop_assert_eq!(code(&renamed), held.clone());
        let renumbered = edited(&workbook, |key, value| {
            if let (true, Some(id)) = (IDS.contains(&key), value.as_u64()) {
                *value = Value::from(id ^ 0x7ff);
            }
        });
        prop_assert_eq!(check(&renumbered), Ok(()));
        prop_assert_eq!(code(&renumbered), held.clone());
        // Top-slices stay in their order: the first of them is served first.
        const LISTS: [&str; 15] = [
            "blocks", "partners", "streams", "outcomes", "indicators", "floors", "named",
            "serves", "delivery", "fences", "freedoms", "pins", "stretches", "dropped",
            "typed",
        ];
        let reordered = edited(&workbook, |key, value| {
            if let (true, Value::Array(entries)) = (LISTS.contains(&key), value) {
                entries.reverse();
            }
        });
        prop_assert_eq!(code(&reordered), held);
    }
}

/// Where less arrives than both are to have, the first gets more.
#[test]
fn the_order_in_which_sums_are_taken_off_first_is_a_figure() {
    let mut workbook = presets::illustration();
    let slice = |pounds| TopSlice {
        name: "Fund".to_owned(),
        pounds: Pounds(pounds),
    };
    workbook.agreement.rules.sharing.top_slices = vec![slice(50_000), slice(30_000)];
    let first = code(&workbook);
    workbook.agreement.rules.sharing.top_slices.reverse();
    assert_ne!(code(&workbook), first);
}

/// What is no figure: names, ids, risks, and what belongs to the workbook alone.
fn is_figure(path: &[String]) -> bool {
    let last = path.last().map_or("", String::as_str);
    let outside = ["risk", "notes", "correlation", "last_id"];
    !IDS.contains(&last)
        && !["name", "title", "unit"].contains(&last)
        && !path.iter().any(|key| outside.contains(&key.as_str()))
}

/// The places of all single entries, as keys and numbers.
fn leaves(value: &Value, path: &mut Vec<String>, all: &mut Vec<(String, Vec<String>)>) {
    let pointer = |path: &[String]| path.iter().map(|key| format!("/{key}")).collect::<String>();
    match value {
        Value::Object(entries) => {
            for (key, entry) in entries {
                path.push(key.clone());
                leaves(entry, path, all);
                path.pop();
            }
        }
        Value::Array(entries) => {
            for (at, entry) in entries.iter().enumerate() {
                path.push(at.to_string());
                leaves(entry, path, all);
                path.pop();
            }
        }
        _ => {
            let keys = path.iter().filter(|key| key.parse::<usize>().is_err());
            all.push((pointer(path), keys.cloned().collect()));
        }
    }
}

/// Other values that might stand in the same place.
fn others(value: &Value) -> Vec<Value> {
    const WORDS: [&str; 24] = [
        "grant",
        "local",
        "pooled",
        "aligned",
        "separate-streams",
        "single-pot",
        "stream",
        "agreement",
        "asked",
        "granted",
        "typed",
        "equal",
        "indicators",
        "lpsa",
        "designated",
        "stretch",
        "stated",
        "two-instalments",
        "march2011",
        "delivery",
        "straight",
        "diminishing",
        "higher",
        "lower",
    ];
    match value {
        Value::Number(number) => match number.as_i64() {
            Some(whole) => vec![Value::from(whole + 1), Value::from(whole - 1)],
            None => vec![Value::from(number.as_f64().unwrap_or_default() + 1.0)],
        },
        Value::Bool(held) => vec![Value::from(!held)],
        Value::String(_) => WORDS.map(Value::from).to_vec(),
        _ => vec![Value::from(7)],
    }
}

/// Whether it is what may be spent of pump-priming by the end of an agreement for more years than this one has: by its
/// last year's end that is all.
fn is_cut_short(file: &Value, pointer: &str) -> bool {
    let years = file["agreement"]["years"].as_u64().unwrap() as usize;
    pointer
        .rsplit_once("/by_year_end/")
        .is_some_and(|(pump, year)| {
            let stated = file
                .pointer(&format!("{pump}/by_year_end"))
                .and_then(Value::as_array);
            stated.unwrap().len() > years && year.parse::<usize>().unwrap() + 1 >= years
        })
}

/// Workbooks of one scenario without notes, always the same ones for a seed.
fn singles(seed: u32) -> impl Iterator<Item = Workbook> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        let draw = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state >> 8
        };
        let numbers: Vec<u32> = std::iter::repeat_with(draw).take(900).collect();
        let mut workbook = workbook(&numbers);
        workbook.scenarios.truncate(1);
        workbook.base = workbook.scenarios[0].id;
        workbook.notes.clear();
        workbook
    })
}

#[test]
fn every_figure_changes_it() {
    let mut seen = BTreeSet::new();
    for workbook in singles(7).take(12) {
        let held = code(&workbook);
        let file = serde_json::to_value(&workbook).unwrap();
        let mut all = Vec::new();
        leaves(&file, &mut Vec::new(), &mut all);
        for (pointer, keys) in all {
            // A set-up is seen in the fences of the streams that have none of their own.
            let fences = workbook.scenarios[0].fences.len();
            let unseen = keys.last().is_some_and(|key| key == "setup")
                && fences == workbook.agreement.streams.len();
            if !is_figure(&keys) || unseen || is_cut_short(&file, &pointer) {
                continue;
            }
            let place = file.pointer(&pointer).unwrap();
            for other in others(place).into_iter().filter(|other| other != place) {
                let mut changed = file.clone();
                *changed.pointer_mut(&pointer).unwrap() = other;
                let Ok(changed) = serde_json::from_value::<Workbook>(changed) else {
                    continue;
                };
                if check(&changed).is_ok() && changed != workbook {
                    assert_ne!(code(&changed), held, "{pointer} makes no difference");
                    seen.insert(keys.join("."));
                    break;
                }
            }
        }
    }
    for figure in [
        "agreement.area.population",
        "agreement.streams.amounts",
        "agreement.streams.floors.pounds",
        "agreement.outcomes.lag",
        "agreement.indicators.without",
        "agreement.rules.threshold",
        "agreement.rules.pump.by_year_end",
        "scenarios.spending.pounds",
        "scenarios.pump.spending.pounds",
        "scenarios.pins.pounds",
        "scenarios.stretches.level",
        "scenarios.rules.threshold",
        "scenarios.setup",
        "scenarios.freedoms.standing",
    ] {
        assert!(seen.contains(figure), "{figure} was never tried: {seen:?}");
    }
}

/// The places of all lists.
fn lists(value: &Value, path: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(entries) => entries
            .iter()
            .for_each(|(key, entry)| lists(entry, &format!("{path}/{key}"), all)),
        Value::Array(entries) => {
            all.push(path.to_owned());
            entries
                .iter()
                .enumerate()
                .for_each(|(at, entry)| lists(entry, &format!("{path}/{at}"), all));
        }
        _ => {}
    }
}

/// A fence typed on one stream, a pin, a freedom, an outcome that is served: what a list has no more changes the code
/// wherever it changes what is worked out.
#[test]
fn what_is_left_out_and_makes_a_difference_changes_it() {
    let mut tried = BTreeSet::new();
    for workbook in (0..40).flat_map(|seed| singles(seed).take(1)) {
        let file = serde_json::to_value(&workbook).unwrap();
        let mut all = Vec::new();
        lists(&file, "", &mut all);
        for pointer in all {
            for at in 0..file
                .pointer(&pointer)
                .and_then(Value::as_array)
                .unwrap()
                .len()
            {
                let mut without = file.clone();
                let list = without.pointer_mut(&pointer).and_then(Value::as_array_mut);
                list.unwrap().remove(at);
                let Ok(without) = serde_json::from_value::<Workbook>(without) else {
                    continue;
                };
                let worked_out =
                    |workbook: &Workbook| evaluate(&workbook.agreement, &workbook.scenarios[0]);
                if check(&without).is_ok() && worked_out(&without) != worked_out(&workbook) {
                    assert_ne!(code(&without), code(&workbook), "{pointer}/{at}");
                    tried.extend(pointer.rsplit('/').next().map(str::to_owned));
                }
            }
        }
    }
    for list in [
        "fences",
        "freedoms",
        "named",
        "serves",
        "dropped",
        "stretches",
    ] {
        assert!(tried.contains(list), "{list} was never tried: {tried:?}");
    }
}

#[test]
fn a_pin_of_nothing_is_no_figure() {
    let mut drawn = (0..40).flat_map(singles);
    let whole =
        |it: &Workbook| !it.agreement.streams.is_empty() && !it.agreement.outcomes.is_empty();
    let mut workbook = drawn.find(whole).unwrap();
    workbook.scenarios[0].pins.clear();
    let before = code(&workbook);
    let (stream, outcome) = (
        workbook.agreement.streams[0].id,
        workbook.agreement.outcomes[0].id,
    );
    for (pounds, same) in [(0, true), (1, false)] {
        let pounds = Pounds(pounds);
        let year = 0;
        workbook.scenarios[0].pins = vec![Pin {
            stream,
            outcome,
            year,
            pounds,
        }];
        assert_eq!(code(&workbook) == before, same, "{pounds:?}");
    }
}

#[test]
fn is_read_as_it_is_spoken() {
    let code = code(&workbook(&[]));
    let text = code.to_string();
    assert_eq!(text.len(), 8);
    assert!(text.starts_with('1') && text.as_bytes()[4] == b'-');
    for spoken in [
        text.clone(),
        text.to_lowercase(),
        text.replace('-', " "),
        format!(" {} ", code.as_str()),
    ] {
        assert_eq!(Code::parse(&spoken), Some(code.clone()), "{spoken}");
    }
    assert_eq!(Code::parse("17QF-2K"), None);
    assert_eq!(Code::parse("17QF-2KU"), None);
    assert_eq!(Code::parse("The code is 17QF-2KD"), None);
}
