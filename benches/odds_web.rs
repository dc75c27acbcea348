//! How long the odds take in a browser, and what they say: a line of JSON each, in its console.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    reason = "a fixture that cannot be read fails the measurement"
)]

#[path = "support/browser.rs"]
mod browser;
#[path = "support/chances.rs"]
mod chances;
#[path = "support/instance.rs"]
#[allow(
    dead_code,
    reason = "edits of the allocation are another measurement's"
)]
mod instance;
#[path = "support/instances.rs"]
mod instances;
#[path = "support/timed.rs"]
mod timed;

use browser::{clock, print};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn computed() {
    chances::computed(clock, print);
}

#[wasm_bindgen_test]
fn drawn() {
    // The draws are those of the native program, round by round: here only the time is new.
    chances::drawn(0, clock, print);
}
