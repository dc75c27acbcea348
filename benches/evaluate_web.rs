//! How long `evaluate` takes in a browser: a line of JSON for each workbook, in its console.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    reason = "a fixture that cannot be read fails the measurement"
)]

#[path = "support/browser.rs"]
mod browser;
#[path = "support/instance.rs"]
mod instance;
#[path = "support/instances.rs"]
mod instances;
#[path = "support/measure.rs"]
mod measure;

use browser::{clock, print};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The length of one sample in milliseconds: a browser's clock is too coarse for less.
const SAMPLE: f64 = 4.0;

#[wasm_bindgen_test]
fn measure() {
    measure::all(clock, SAMPLE, print);
}
