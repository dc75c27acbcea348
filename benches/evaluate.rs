//! How long `evaluate` takes on this machine, natively or in a browser: a line of JSON for each workbook.
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

/// Milliseconds before anything is measured.
const WARMING: f64 = 300.0;
/// Samples, of which the median is told.
const SAMPLES: usize = 301;
/// The length of one sample in milliseconds: shorter than the slices in which a busy machine hands out its
/// time. A browser's clock is too coarse for less than a few.
const SAMPLE: f64 = if cfg!(target_arch = "wasm32") {
    4.0
} else {
    1.0
};

#[cfg(not(target_arch = "wasm32"))]
mod here {
    use std::sync::LazyLock;
    use std::time::Instant;

    static START: LazyLock<Instant> = LazyLock::new(Instant::now);

    /// Milliseconds since the start.
    pub(super) fn now() -> f64 {
        START.elapsed().as_secs_f64() * 1_000.0
    }

    pub(super) fn print(line: &str) {
        println!("{line}");
    }
}

#[cfg(target_arch = "wasm32")]
mod here {
    use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

    wasm_bindgen_test_configure!(run_in_browser);

    /// Milliseconds since the start.
    pub(super) fn now() -> f64 {
        let window = web_sys::window().unwrap();
        window.performance().unwrap().now()
    }

    pub(super) fn print(line: &str) {
        console_log!("{line}");
    }

    #[wasm_bindgen_test]
    fn measure() {
        super::measure();
    }
}

fn main() {
    // In a browser the runner of its tests calls it.
    if cfg!(not(target_arch = "wasm32")) {
        measure();
    }
}

fn measure() {
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
    let warm = here::now();
    while here::now() - warm < WARMING {
        run();
    }
    let mut times: Vec<f64> = (0..SAMPLES)
        .map(|_| {
            let (start, mut runs) = (here::now(), 0_u32);
            while here::now() - start < SAMPLE {
                // The clock is read seldom, as in a browser it costs as much as a short run.
                (0..8).for_each(|_| run());
                runs += 8;
            }
            (here::now() - start) * 1e3 / f64::from(runs)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    here::print(
        &json!({ "what": what, "median_us": times[SAMPLES / 2], "least_us": times[0] }).to_string(),
    );
}
