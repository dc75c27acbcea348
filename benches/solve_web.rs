//! How long the best plan, and the prices of rules, take in a browser: a line of JSON each, in its console.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    reason = "a fixture that cannot be read fails the measurement"
)]

#[path = "support/browser.rs"]
mod browser;
#[path = "support/instance.rs"]
#[allow(
    dead_code,
    reason = "edits of the allocation are another measurement's"
)]
mod instance;
#[path = "support/instances.rs"]
mod instances;
#[path = "support/linear.rs"]
mod linear;
#[path = "support/plans.rs"]
mod plans;
#[path = "support/prices.rs"]
mod prices;
#[path = "support/program.rs"]
mod program;
#[path = "support/rewards.rs"]
mod rewards;
#[path = "support/timed.rs"]
mod timed;

use browser::{clock, print};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn own() {
    plans::own(clock, print);
}

#[wasm_bindgen_test]
fn microlp() {
    plans::microlp(clock, print);
}

#[wasm_bindgen_test]
fn prices() {
    prices::all(clock, print);
}
