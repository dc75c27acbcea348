//! The instances of the speed comparison, as this program evaluates them, against their published results.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../benches/support/instance.rs"]
mod instance;

use instance::Instance;
use laa::engine::evaluate;
use laa::model::{Workbook, check};
use serde_json::Value;

/// Results of an evaluation against the published ones: effective spend to a ten-thousandth of a pound,
/// values to a millionth, money to what a millionth of a unit is worth.
fn agrees(workbook: &Workbook, expected: &Value) {
    assert_eq!(check(workbook), Ok(()));
    let found = evaluate(&workbook.agreement, &workbook.scenarios[0]);
    let near = |what: &str, place: usize, mine: f64, within: f64| {
        let theirs = match place {
            usize::MAX => expected[what].as_f64().unwrap(),
            place => expected[what][place].as_f64().unwrap(),
        };
        let apart = (mine - theirs).abs();
        assert!(
            apart <= within,
            "{what} {place}: {mine}, published {theirs}"
        );
    };
    for (place, outcome) in found.outcomes.iter().enumerate() {
        near(
            "E",
            place,
            outcome.years[2].effective as f64 / 10_000.0,
            0.000_1,
        );
    }
    let mut slack = 0.0;
    for (place, indicator) in found.indicators.iter().enumerate() {
        let value = indicator.value[2].unwrap().millionths() as f64 / 1_000_000.0;
        near("value", place, value, 0.000_001_1);
        // What a millionth of a unit is worth, and half a penny.
        let millionth = indicator.potential.0 as f64 / indicator.score.unwrap().aim as f64;
        let within = (millionth + 0.501) / 100.0;
        near("reward", place, indicator.reward.0 as f64 / 100.0, within);
        slack += within;
    }
    let total = found.reward.0 as f64 / 100.0;
    near("total", usize::MAX, total, slack);
}

fn instance(size: &str, text: &str) {
    let expected: Value =
        serde_json::from_str(include_str!("fixtures/speed/expected.json")).unwrap();
    let recalc = &expected[size]["recalc"];
    let mut instance = Instance::read(text);
    let mut workbook = instance.workbook();
    assert_eq!(
        evaluate(&workbook.agreement, &workbook.scenarios[0]).over.0,
        0
    );
    agrees(&workbook, &recalc["start"]);

    // The plain recalculation knows no capacity.
    workbook
        .agreement
        .outcomes
        .iter_mut()
        .for_each(|it| it.capacity.clear());
    for edit in instance.edits.clone() {
        instance.edit(edit, &mut workbook.scenarios[0].spending);
    }
    agrees(&workbook, &recalc["after_edits"]);
}

#[test]
fn small_agrees() {
    instance("small", include_str!("fixtures/speed/small.json"));
}

#[test]
fn medium_agrees() {
    instance("medium", include_str!("fixtures/speed/medium.json"));
}

#[test]
fn national_agrees() {
    instance("national", include_str!("fixtures/speed/national.json"));
}
