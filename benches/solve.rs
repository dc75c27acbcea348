//! How long the best plan takes to find on this machine: a line of JSON for each workbook and set-up.
#![allow(
    clippy::unwrap_used,
    reason = "a fixture that cannot be read fails the measurement"
)]

#[allow(dead_code, reason = "its edits are for what measures recalculation")]
#[path = "support/instance.rs"]
mod instance;

use instance::Instance;
use laa::model::{SetUp, Workbook};
use laa::presets;
use laa::solve::{Limits, Objective, best};
use serde_json::json;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// How long one workbook is measured.
const LONG: Duration = Duration::from_millis(1_500);

fn main() {
    for (size, text) in [
        ("small", include_str!("../tests/fixtures/speed/small.json")),
        (
            "medium",
            include_str!("../tests/fixtures/speed/medium.json"),
        ),
        (
            "national",
            include_str!("../tests/fixtures/speed/national.json"),
        ),
    ] {
        tell(size, Instance::read(text).workbook());
    }
    for sample in presets::all() {
        tell(sample.title, (sample.workbook)());
    }
}

/// Prints the median time of one search in milliseconds, ring-fenced and as a single pot.
fn tell(what: &str, mut workbook: Workbook) {
    for setup in [SetUp::RingFencedBlocks, SetUp::SinglePot] {
        workbook.scenarios[0].setup = setup;
        let run = || {
            best(
                &workbook.agreement,
                &workbook.scenarios[0],
                &Objective::Reward,
                &Limits::default(),
                &mut |_| ControlFlow::Continue(()),
            )
        };
        let plan = run();
        let mut times = Vec::new();
        let start = Instant::now();
        while start.elapsed() < LONG {
            let one = Instant::now();
            black_box(run().is_ok());
            times.push(one.elapsed().as_secs_f64() * 1e3);
        }
        times.sort_by(f64::total_cmp);
        println!(
            "{}",
            json!({
                "what": what,
                "setup": setup,
                "median_ms": times[times.len() / 2],
                "least_ms": times[0],
                "value": plan.as_ref().ok().map(|plan| plan.value),
                "bound": plan.as_ref().ok().map(|plan| plan.bound),
                "nodes": plan.as_ref().ok().map(|plan| plan.nodes),
            })
        );
    }
}
