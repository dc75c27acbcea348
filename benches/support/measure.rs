//! Measures `evaluate` on the instances of the speed comparison and on the samples: a line of JSON for each.

use crate::instances;
use laa::engine::evaluate;
use laa::model::Workbook;
use laa::presets;
use serde_json::json;
use std::hint::black_box;

/// Milliseconds before anything is measured.
const WARMING: f64 = 300.0;
/// Samples, of which the median is told.
const SAMPLES: usize = 301;

/// Measures every workbook; `clock` tells milliseconds, a sample takes so many.
pub(crate) fn all(clock: fn() -> f64, sample: f64, print: fn(&str)) {
    let tell = |what: &str, run: &mut dyn FnMut()| tell(what, run, clock, sample, print);
    for (size, mut instance) in instances::all() {
        let mut workbook = instance.workbook();
        let edits = instance.edits.clone();
        let mut next = 0;
        tell(size, &mut || {
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
        tell(sample.title, &mut || {
            let scenario = scenarios.next().unwrap();
            black_box(evaluate(&workbook.agreement, scenario));
        });
    }
}

/// Prints the median time of one run in microseconds.
fn tell(what: &str, run: &mut dyn FnMut(), clock: fn() -> f64, sample: f64, print: fn(&str)) {
    let warm = clock();
    while clock() - warm < WARMING {
        run();
    }
    let mut times: Vec<f64> = (0..SAMPLES)
        .map(|_| {
            let (start, mut runs) = (clock(), 0_u32);
            while clock() - start < sample {
                // The clock is read seldom, as in a browser it costs as much as a short run.
                (0..8).for_each(|_| run());
                runs += 8;
            }
            (clock() - start) * 1e3 / f64::from(runs)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let line = json!({ "what": what, "median_us": times[SAMPLES / 2], "least_us": times[0] });
    print(&line.to_string());
}
