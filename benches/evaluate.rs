//! How long `evaluate` takes on this machine: a line of JSON for each workbook.
#![allow(
    clippy::unwrap_used,
    reason = "a fixture that cannot be read fails the measurement"
)]

#[path = "support/instance.rs"]
mod instance;

use instance::Instance;
use laa::engine::evaluate;
use laa::model::Workbook;
use laa::presets;
use serde_json::json;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Before anything is measured.
const WARMING: Duration = Duration::from_millis(300);
/// Samples, of which the median is told.
const SAMPLES: usize = 301;
/// The length of one sample: shorter than the slices in which a busy machine hands out its time.
const SAMPLE: Duration = Duration::from_millis(1);

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
        let mut instance = Instance::read(text);
        let mut workbook = instance.workbook();
        let edits = instance.edits.clone();
        let mut next = 0;
        tell(size, || {
            let edit = edits[next % edits.len()];
            next += 1;
            let Workbook {
                agreement,
                scenarios,
                ..
            } = &mut workbook;
            instance.edit(edit, &mut scenarios[0].spending);
            black_box(evaluate(agreement, &scenarios[0]));
        });
    }
    for sample in presets::all() {
        let workbook = (sample.workbook)();
        let mut scenarios = workbook.scenarios.iter().cycle();
        tell(sample.title, || {
            let scenario = scenarios.next().unwrap();
            black_box(evaluate(&workbook.agreement, scenario));
        });
    }
}

/// Prints the median time of one run in microseconds.
fn tell(what: &str, mut run: impl FnMut()) {
    let warm = Instant::now();
    while warm.elapsed() < WARMING {
        run();
    }
    let mut times: Vec<f64> = (0..SAMPLES)
        .map(|_| {
            let (start, mut runs) = (Instant::now(), 0_u32);
            while start.elapsed() < SAMPLE {
                run();
                runs += 1;
            }
            start.elapsed().as_secs_f64() * 1e6 / f64::from(runs)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!(
        "{}",
        json!({ "what": what, "median_us": times[SAMPLES / 2], "least_us": times[0] })
    );
}
