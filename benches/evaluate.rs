//! How long `evaluate` takes on this machine: a line of JSON for each workbook.
#![allow(
    clippy::unwrap_used,
    reason = "a fixture that cannot be read fails the measurement"
)]

#[path = "support/instance.rs"]
mod instance;
#[path = "support/instances.rs"]
mod instances;
#[path = "support/measure.rs"]
mod measure;

use std::sync::LazyLock;
use std::time::Instant;

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// The length of one sample in milliseconds: shorter than the slices in which a busy machine hands out its time.
const SAMPLE: f64 = 1.0;

fn main() {
    let clock = || START.elapsed().as_secs_f64() * 1_000.0;
    measure::all(clock, SAMPLE, |line| println!("{line}"));
}
