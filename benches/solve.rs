//! How long the best plan, and forty prices, take to find on this machine: a line of JSON each.
#![allow(
    clippy::unwrap_used,
    reason = "a fixture that cannot be read fails the measurement"
)]

#[allow(dead_code, reason = "its edits are for what measures recalculation")]
#[path = "support/instance.rs"]
mod instance;

use instance::Instance;
use laa::model::{BasisPoints, Relaxation, SetUp, Workbook};
use laa::presets;
use laa::solve::{Limits, Objective, Question, best, fences, price};
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
        prices(size, &Instance::read(text).workbook());
    }
    for sample in presets::all() {
        tell(sample.title, (sample.workbook)());
        prices(sample.title, &(sample.workbook)());
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

/// Prints how long the prices of all fences and floors take together, and those of carrying, one by one.
fn prices(what: &str, workbook: &Workbook) {
    let question = Question {
        agreement: &workbook.agreement,
        scenario: &workbook.scenarios[0],
        objective: &Objective::Reward,
        limits: &Limits::default(),
    };
    let mut watch = |_| ControlFlow::Continue(());
    let Ok(base) = best(
        question.agreement,
        question.scenario,
        question.objective,
        question.limits,
        &mut watch,
    ) else {
        return;
    };
    let mut rules = fences(question.agreement, question.scenario);
    for stream in &workbook.agreement.streams {
        rules.extend(stream.floors.iter().map(|floor| Relaxation::DropFloor {
            stream: stream.id,
            outcome: floor.outcome,
        }));
        rules.push(Relaxation::Pool(stream.id));
    }
    let share = BasisPoints(500);
    let carrying = workbook.agreement.streams.iter().flat_map(|it| {
        let stream = it.id;
        [
            Relaxation::CarryForward { stream, share },
            Relaxation::BringForward { stream, share },
        ]
    });
    for (sort, rules) in [("money", rules), ("carrying", carrying.collect())] {
        let start = Instant::now();
        let mut gains = 0.0;
        let mut proved = 0;
        for rule in &rules {
            if let Ok(found) = price(&question, &base, &[*rule], &mut watch) {
                gains += found.gain;
                proved += u32::from(found.plan.proved);
            }
        }
        println!(
            "{}",
            json!({
                "what": what,
                "prices": sort,
                "count": rules.len(),
                "proved": proved,
                "together_ms": start.elapsed().as_secs_f64() * 1e3,
                "gains": gains,
            })
        );
    }
}
