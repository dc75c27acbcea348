//! Links over whole workbooks: they come back, they are canonical, they fit, and nothing harms the reader.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod budgets;
mod choices;
mod codes;
mod golden;
mod hostile;
mod rename;
mod round_trip;
#[path = "../support/tries.rs"]
mod tries;
mod workbooks;
