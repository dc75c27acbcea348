//! The instances of the speed comparison against their published optima.

use crate::instance::Instance;
use laa::model::SetUp;
use laa::solve::{Limits, Objective, best};
use serde_json::Value;
use std::ops::ControlFlow;

/// The bound is the published optimum, and the plan in whole pounds is worth at least the published one.
fn reaches(size: &str, text: &str, setup: SetUp) {
    let expected: Value =
        serde_json::from_str(include_str!("../fixtures/speed/expected.json")).unwrap();
    let mode = if setup == SetUp::SinglePot {
        "single"
    } else {
        "ring"
    };
    let expected = &expected[size]["optimise"][mode];
    let optimum = expected["objective"].as_f64().unwrap();
    let whole = expected["whole_pounds_reached"].as_f64().unwrap();
    let mut workbook = Instance::read(text).workbook();
    workbook.scenarios[0].setup = setup;
    let plan = best(
        &workbook.agreement,
        &workbook.scenarios[0],
        &Objective::Reward,
        &Limits::default(),
        &mut |_| ControlFlow::Continue(()),
    )
    .unwrap();
    assert!(
        (plan.bound - optimum).abs() <= optimum / 1e6,
        "bound {} of {optimum}",
        plan.bound
    );
    assert!(plan.value >= whole - 1.0, "value {} of {whole}", plan.value);
    assert!(plan.value <= plan.bound && plan.proved);
    assert_eq!(plan.evaluation.over.0, 0);
    assert_eq!(plan.value, plan.evaluation.reward.0 as f64 / 100.0);
}

#[test]
fn small_is_solved_behind_fences_and_as_one_pot() {
    let text = include_str!("../fixtures/speed/small.json");
    reaches("small", text, SetUp::RingFencedBlocks);
    reaches("small", text, SetUp::SinglePot);
}

#[test]
fn medium_is_solved_behind_fences_and_as_one_pot() {
    let text = include_str!("../fixtures/speed/medium.json");
    reaches("medium", text, SetUp::RingFencedBlocks);
    reaches("medium", text, SetUp::SinglePot);
}

#[test]
fn national_is_solved_behind_fences_and_as_one_pot() {
    let text = include_str!("../fixtures/speed/national.json");
    reaches("national", text, SetUp::RingFencedBlocks);
    reaches("national", text, SetUp::SinglePot);
}
