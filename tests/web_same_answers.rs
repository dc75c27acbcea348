//! Odds, draws and best plans, natively and in the browser: identical bits.
//!
//! The files in `fixtures/same` were written natively; this suite runs on both targets and compares with it. To write it anew after
//! a change of the arithmetic: `BLESS=1 cargo test --test web_same_answers`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../benches/support/instance.rs"]
#[allow(dead_code, reason = "edits of the allocation are another suite's")]
mod instance;

use instance::Instance;
use laa::codec::file;
use laa::model::{Scenario, Workbook};
use laa::odds::{Fineness, Simulation, odds};
use laa::solve::{Limits, Objective, best};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::ops::ControlFlow;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_browser);

/// Two blocks and a part of one.
const DRAWS: u32 = 2_500;
const SEED: u64 = 2_006;

/// The fixture, the samples and an instance of which every target is at risk, each with its name.
fn workbooks() -> Vec<(&'static str, Workbook)> {
    let fixture = file::read(include_str!("fixtures/full.json")).unwrap();
    let small = Instance::read(include_str!("fixtures/speed/small.json")).at_risk();
    let samples = laa::presets::all().iter();
    let samples = samples.map(|sample| (sample.title, (sample.workbook)()));
    [("fixture", fixture), ("small", small)]
        .into_iter()
        .chain(samples)
        .collect()
}

/// A few characters that change with any bit of what was found: numbers are written so that each has its own text.
fn digest(found: &impl Serialize) -> String {
    let text = serde_json::to_string(found).unwrap();
    let bytes = Sha256::digest(text);
    bytes.iter().take(8).map(|it| format!("{it:02x}")).collect()
}

fn odds_line(workbook: &Workbook, scenario: &Scenario) -> String {
    let (agreement, correlation) = (&workbook.agreement, workbook.correlation);
    let found = odds(agreement, scenario, correlation, Fineness::LIVE);
    let range = found.reward.range();
    let bits = digest(&found);
    format!(
        "mean {}, P10 {}, P90 {}; {bits}",
        found.mean, range.p10, range.p90
    )
}

fn drawn_line(workbook: &Workbook, scenario: &Scenario) -> String {
    let (agreement, correlation) = (&workbook.agreement, workbook.correlation);
    let simulation = Simulation::new(agreement, scenario, correlation, SEED, DRAWS);
    let drawn = simulation.run(0..simulation.blocks(), |_| true).unwrap();
    let sum: f64 = drawn.totals.iter().sum();
    format!("sum {sum}; {}", digest(&drawn))
}

fn plan_line(workbook: &Workbook, scenario: &Scenario) -> String {
    let limits = Limits {
        nodes: 200,
        ..Limits::default()
    };
    let watch = &mut |_| ControlFlow::Continue(());
    let agreement = &workbook.agreement;
    let found = best(agreement, scenario, &Objective::Reward, &limits, watch);
    match found {
        Ok(plan) => format!(
            "value {}, bound {}, cases {}; {}",
            plan.value,
            plan.bound,
            plan.nodes,
            digest(&plan.evaluation)
        ),
        Err(unfit) => format!("{unfit:?}"),
    }
}

fn agree(kind: &str, line: fn(&Workbook, &Scenario) -> String, expected: &str) {
    let mut results = String::new();
    for (name, workbook) in workbooks() {
        for scenario in &workbook.scenarios {
            let line = line(&workbook, scenario);
            results.push_str(&format!("{name}, {}: {line}\n", scenario.name));
        }
    }
    #[cfg(not(target_arch = "wasm32"))]
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(format!("tests/fixtures/same/{kind}.txt"), &results).unwrap();
    }
    assert_eq!(results, expected, "{kind}");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn odds_are_the_same_bits_on_every_machine() {
    agree("odds", odds_line, include_str!("fixtures/same/odds.txt"));
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn draws_are_the_same_bits_on_every_machine() {
    agree("draws", drawn_line, include_str!("fixtures/same/draws.txt"));
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn best_plans_are_the_same_bits_on_every_machine() {
    agree("plans", plan_line, include_str!("fixtures/same/plans.txt"));
}
