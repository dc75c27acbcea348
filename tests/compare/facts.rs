//! Facts on which two agreements differ: each is found, said with both figures, and can be taken over.

use std::rc::Rc;

use crate::tries::tries;
use laa::app::Edit;
use laa::app::edit::apply;
use laa::app::facts::{Adoption, Differing, align, facts};
use laa::codec::{code::Code, file};
use laa::model::*;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::sample;
use crate::workbooks::workbooks;

fn full() -> Workbook {
    file::read(include_str!("../fixtures/full.json")).unwrap()
}

/// Takes over every fact that differs.
fn adopted(mine: &Workbook, theirs: &Workbook) -> Workbook {
    let there = Rc::new(theirs.agreement.clone());
    let edits = facts(&mine.agreement, &theirs.agreement)
        .into_iter()
        .map(|differing| Edit::Adopt(Adoption::of(differing.fact, &there)));
    apply(mine, mine.base, &Edit::Many(edits.collect())).unwrap()
}

/// Another figure in place of a leaf, if it has one that is no name, id or risk.
fn other(at: &str, leaf: &Value) -> Vec<Value> {
    const NONE: [&str; 4] = ["id", "name", "unit", "national"];
    let last = at.rsplit('/').next().unwrap();
    if NONE.contains(&last) || at.contains("/risk/") {
        return Vec::new();
    }
    match leaf {
        Value::Bool(truth) => vec![Value::from(!truth)],
        Value::Number(number) if number.is_i64() => {
            let number = number.as_i64().unwrap();
            [1, -1, 10, -10].map(|by| Value::from(number + by)).to_vec()
        }
        Value::Number(number) => vec![Value::from(number.as_f64().unwrap() + 0.5)],
        Value::Null => vec![Value::from(3)],
        Value::String(_) => [
            "lower",
            "higher",
            "local",
            "aligned",
            "pooled",
            "statutory",
            "diminishing",
            "equal",
            "stated",
            "designated",
            "lpsa",
            "march2011",
        ]
        .map(Value::from)
        .to_vec(),
        _ => Vec::new(),
    }
    .into_iter()
    .filter(|other| other != leaf)
    .collect()
}

fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, value)| leaves(value, &format!("{at}/{name}"), found)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(place, value)| leaves(value, &format!("{at}/{place}"), found)),
        _ => found.push(at.to_owned()),
    }
}

#[test]
fn every_figure_of_an_agreement_is_a_fact_that_can_be_taken_over() {
    let mine = full();
    let value = serde_json::to_value(&mine).unwrap();
    let mut places = Vec::new();
    leaves(value.get("agreement").unwrap(), "/agreement", &mut places);
    let mut tried = 0;
    for place in &places {
        for other in other(place, value.pointer(place).unwrap()) {
            let mut changed = value.clone();
            *changed.pointer_mut(place).unwrap() = other;
            let Ok(theirs) = serde_json::from_value::<Workbook>(changed) else {
                continue;
            };
            if check(&theirs).is_err() {
                continue;
            }
            let found = facts(&mine.agreement, &theirs.agreement);
            assert!(!found.is_empty(), "{place} is no fact");
            let taken = adopted(&mine, &theirs);
            assert_eq!(facts(&taken.agreement, &theirs.agreement), [], "{place}");
            tried += 1;
        }
    }
    assert!(tried > 300, "only {tried} figures were changed");
}

fn differing(change: impl FnOnce(&mut Agreement)) -> Vec<Differing> {
    let mine = sample("An illustrative borough").agreement;
    let mut theirs = mine.clone();
    change(&mut theirs);
    facts(&mine, &theirs)
}

#[test]
fn a_fact_says_which_it_is_and_whose_figure_is_which() {
    let mine = sample("An illustrative borough").agreement;
    let found = differing(|theirs| theirs.area.population = Some(170_000));
    assert_eq!(found[0].says, "Population");
    assert_eq!(found[0].theirs, "170,000");
    let found = differing(|theirs| theirs.streams[0].amounts[1] = Amount::Stated(Pounds(5)));
    assert_eq!(
        found[0].says,
        format!("{}, amount in 2007/08", mine.streams[0].name)
    );
    assert_eq!(found[0].theirs, "£5");
    let found = differing(|theirs| theirs.indicators[0].national = None);
    assert_eq!(
        (found[0].mine.as_str(), found[0].theirs.as_str()),
        ("117", "none")
    );
    let found = differing(|theirs| theirs.rules.threshold = BasisPoints(5_500));
    assert_eq!(
        (found[0].mine.as_str(), found[0].theirs.as_str()),
        ("60%", "55%")
    );
    let found = differing(|theirs| {
        theirs.partners.push(Partner {
            id: PartnerId(9_000),
            name: "Fire service".to_owned(),
        });
    });
    assert_eq!(
        [&found[0].says, &found[0].mine, &found[0].theirs],
        ["Fire service", "not there", "there"]
    );
}

#[test]
fn names_order_and_delivery_risks_are_no_facts() {
    let found = differing(|theirs| {
        theirs.area.name = "Elsewhere".to_owned();
        theirs.streams.reverse();
        theirs.outcomes.reverse();
        theirs.outcomes[0].name = "Another word for it".to_owned();
        theirs.indicators[0].risk = None;
    });
    assert_eq!(found, []);
}

/// The same agreement typed a second time, in another order and so under other ids.
#[test]
fn things_under_other_ids_are_found_by_their_names() {
    let mine = sample("An illustrative borough");
    let other = |workbook: &Workbook| {
        let mut value = serde_json::to_value(workbook).unwrap();
        renumber(&mut value, "");
        serde_json::from_value::<Workbook>(value).unwrap()
    };
    let mut theirs = other(&mine);
    theirs.notes.clear();
    assert_eq!(check(&theirs), Ok(()));
    let aligned = align(&mine, &theirs).unwrap();
    assert!(aligned.kin);
    assert_eq!(facts(&mine.agreement, &aligned.workbook.agreement), []);
    let (own, there) = (&mine.scenarios[1], &aligned.workbook.scenarios[1]);
    assert_eq!(own.spending, there.spending);
    assert_eq!(
        Code::of(&mine.agreement, own),
        Code::of(&mine.agreement, there)
    );
}

/// Gives every thing but scenarios the id 500 − id.
fn renumber(value: &mut Value, key: &str) {
    const IDS: [&str; 13] = [
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
    ];
    match value {
        Value::Object(fields) => {
            let scenario = fields.contains_key("setup");
            let fields = fields.iter_mut();
            fields
                .filter(|(key, _)| !scenario || *key != "id")
                .for_each(|(key, value)| renumber(value, key));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| renumber(value, key)),
        Value::Number(number) if IDS.contains(&key) => {
            *value = Value::from(500 - number.as_i64().unwrap());
        }
        _ => {}
    }
}

#[test]
fn another_area_is_another_agreement() {
    let (borough, bath) = (
        sample("An illustrative borough"),
        sample("Bath & North East Somerset"),
    );
    assert!(!align(&borough, &bath).unwrap().kin);
}

#[test]
fn a_workbook_without_an_areas_name_is_known_by_the_names_of_its_things() {
    let theirs = sample("An illustrative borough");
    let mut mine = theirs.clone();
    mine.agreement.area.name = String::new();
    assert!(align(&mine, &theirs).unwrap().kin);
    for stream in &mut mine.agreement.streams {
        stream.name = format!("Something else {}", stream.id.0);
    }
    for outcome in &mut mine.agreement.outcomes {
        outcome.name = format!("Something else {}", outcome.id.0);
    }
    for indicator in &mut mine.agreement.indicators {
        indicator.name = format!("Something else {}", indicator.id.0);
        indicator.national = None;
    }
    assert!(!align(&mine, &theirs).unwrap().kin);
    let empty = Agreement {
        streams: Vec::new(),
        outcomes: Vec::new(),
        indicators: Vec::new(),
        ..mine.agreement.clone()
    };
    let blank = Workbook {
        agreement: empty,
        ..mine
    };
    assert!(
        !align(&blank, &theirs).unwrap().kin,
        "nothing is in common with nothing"
    );
}

proptest! {
    #![proptest_config(tries(60))]

    /// Whatever two agreements have in common, all facts together lead from one to the other.
    #[test]
    fn all_facts_taken_over_leave_none(mine in workbooks(), theirs in workbooks()) {
        let aligned = align(&mine, &theirs).unwrap().workbook;
        prop_assert_eq!(check(&aligned), Ok(()));
        let code = |workbook: &Workbook| Code::of(&workbook.agreement, &workbook.scenarios[0]);
        prop_assert_eq!(code(&aligned), code(&theirs));
        let taken = adopted(&mine, &aligned);
        prop_assert_eq!(facts(&taken.agreement, &aligned.agreement), []);
    }
}
