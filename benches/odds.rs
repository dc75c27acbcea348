//! How long the odds take on this machine, and how far off they are: a line of JSON for each instance.
#![allow(
    clippy::unwrap_used,
    reason = "a fixture that cannot be read fails the measurement"
)]

#[path = "support/instance.rs"]
#[allow(
    dead_code,
    reason = "edits of the allocation are another measurement's"
)]
mod instance;

use instance::Instance;
use laa::odds::{Fineness, Simulation, gather, odds};
use serde_json::json;
use std::hint::black_box;
use std::time::Instant;

/// Runs of which the median is told.
const RUNS: usize = 31;
/// Draws of the simulation.
const DRAWS: u32 = 100_000;

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
        let workbook = Instance::read(text).at_risk();
        let (agreement, scenario) = (&workbook.agreement, &workbook.scenarios[0]);
        let of = |fineness| odds(agreement, scenario, workbook.correlation, fineness);
        let refined = of(Fineness::FINE).reward.range();
        let off = |p10: f64, p50: f64, p90: f64| {
            let apart = [p10 - refined.p10, p50 - refined.p50, p90 - refined.p90];
            apart.map(f64::abs).into_iter().fold(0.0, f64::max)
        };
        let found = of(Fineness::LIVE).reward.range();
        println!(
            "{}",
            json!({
                "what": "odds", "size": size, "median_ms": median(|| { black_box(of(Fineness::LIVE)); }),
                "furthest_quantile_off": off(found.p10, found.p50, found.p90),
            })
        );
        let draw = |seed| {
            let correlation = workbook.correlation;
            let simulation = Simulation::new(agreement, scenario, correlation, seed, DRAWS);
            let drawn = simulation.run(0..simulation.blocks(), |_| true);
            gather(drawn.into_iter().collect()).unwrap()
        };
        let drawn = draw(1);
        println!(
            "{}",
            json!({
                "what": "simulation", "size": size, "draws": DRAWS,
                "median_ms": median(|| { black_box(draw(1)); }),
                "furthest_quantile_off": off(drawn.p10.value, drawn.p50.value, drawn.p90.value),
            })
        );
    }
}

/// The median time of one run in milliseconds.
fn median(mut run: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}
