//! The best use of the money: against published optima, against brute force, and laws.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../../benches/support/instance.rs"]
#[allow(dead_code, reason = "its edits are for what measures recalculation")]
mod instance;

mod asked;
mod brute;
mod clashes;
mod even;
mod explain;
mod freed;
mod kept;
mod limits;
mod objectives;
mod prices;
mod primed;
mod primers;
mod random;
mod seek;
mod speed;
mod stays;
#[path = "../support/tries.rs"]
mod tries;
mod typed;
