//! Measures the odds and the simulation on the instances of the speed comparison: a line of JSON for each.

use crate::instances;
use crate::timed::{Clock, median};
use laa::odds::{Fineness, Simulation, gather, odds};
use serde_json::json;
use std::hint::black_box;

/// Draws of the simulation, as of every program that draws.
const DRAWS: u32 = 100_000;
/// Seeds under which it is told what the draws say.
const SEEDS: u64 = 7;

/// The full distribution at the fineness of a dragged slider.
pub(crate) fn computed(clock: Clock, print: fn(&str)) {
    told(Fineness::LIVE, Some(clock), print);
}

/// The refined answers, by which all others are judged.
#[allow(dead_code, reason = "they are the same in a browser")]
pub(crate) fn refined(print: fn(&str)) {
    told(Fineness::FINE, None, print);
}

fn told(fineness: Fineness, clock: Option<Clock>, print: fn(&str)) {
    for (size, instance) in instances::all() {
        let workbook = instance.at_risk();
        let (agreement, scenario) = (&workbook.agreement, &workbook.scenarios[0]);
        let run = || odds(agreement, scenario, workbook.correlation, fineness);
        let found = run().reward.range();
        let ms = clock.map(|clock| {
            median(clock, || {
                black_box(run());
            })
        });
        let range = [found.p10, found.p50, found.p90];
        print(&json!({ "what": size, "ms": ms, "ranges": [range] }).to_string());
    }
}

/// The seeded simulation, with what it says under seeds that differ from round to round.
pub(crate) fn drawn(round: u64, clock: Clock, print: fn(&str)) {
    for (size, instance) in instances::all() {
        let workbook = instance.at_risk();
        let (agreement, scenario) = (&workbook.agreement, &workbook.scenarios[0]);
        let run = |seed| {
            let correlation = workbook.correlation;
            let simulation = Simulation::new(agreement, scenario, correlation, seed, DRAWS);
            let drawn = simulation.run(0..simulation.blocks(), |_| true);
            gather(drawn.into_iter().collect()).unwrap()
        };
        let seeds = round * SEEDS..(round + 1) * SEEDS;
        let ranges: Vec<[f64; 3]> = seeds
            .map(|seed| {
                let found = run(seed);
                [found.p10, found.p50, found.p90].map(|it| it.value)
            })
            .collect();
        let ms = median(clock, || {
            black_box(run(1));
        });
        print(&json!({ "what": size, "ms": ms, "ranges": ranges }).to_string());
    }
}
