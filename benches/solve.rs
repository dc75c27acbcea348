//! How long the best plan, and the prices of rules, take on this machine: `own`, `microlp` or `prices`, a line of JSON each.
//!
//! With `write FOLDER` the programs for other solvers are written there.
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

use program::Program;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Instant;

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

fn main() {
    let clock = || START.elapsed().as_secs_f64() * 1_000.0;
    let print = |line: &str| println!("{line}");
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["own", ..] => plans::own(clock, print),
        ["microlp", ..] => plans::microlp(clock, print),
        ["prices", ..] => prices::all(clock, print),
        ["write", folder, ..] => write(Path::new(folder)),
        _ => {}
    }
}

/// Writes every program into a folder, by the name of what it is about.
fn write(folder: &Path) {
    for (size, instance) in instances::all() {
        for (name, _, single_pot) in plans::SETUPS {
            let program = Program::new(&instance, single_pot);
            let file = folder.join(format!("{size}, {name}.json"));
            fs::write(file, serde_json::to_string(&program).unwrap()).unwrap();
        }
    }
}
