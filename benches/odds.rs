//! How long the odds take on this machine, and what they say: `computed`, `refined` or `drawn ROUND`, a line of JSON each.
#![allow(
    clippy::unwrap_used,
    reason = "a fixture that cannot be read fails the measurement"
)]

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

use std::sync::LazyLock;
use std::time::Instant;

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

fn main() {
    let clock = || START.elapsed().as_secs_f64() * 1_000.0;
    let print = |line: &str| println!("{line}");
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["computed", ..] => chances::computed(clock, print),
        ["refined", ..] => chances::refined(print),
        ["drawn", round, ..] => chances::drawn(round.parse().unwrap_or(0), clock, print),
        _ => {}
    }
}
