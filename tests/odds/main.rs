//! The odds against published formulas, closed forms, reference integrals and a simulation.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../../benches/support/instance.rs"]
#[allow(dead_code, reason = "edits of the allocation are another suite's")]
mod instance;
#[path = "../engine/random.rs"]
mod random;

mod bounded;
mod choosing;
mod drivers;
mod foundations;
mod instances;
mod integral;
mod laws;
mod one;
mod pair;
mod ranges;
mod risky;
mod simulated;
mod small;
mod together;
#[path = "../support/tries.rs"]
mod tries;
mod two;
