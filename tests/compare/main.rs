//! Two sides of a negotiation compared: every difference found, worded, priced, taken and taken back.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../links/choices.rs"]
mod choices;
mod differences;
mod facts;
mod prices;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/tries.rs"]
mod tries;
#[allow(
    dead_code,
    reason = "made for the tests of links, of which these use a part"
)]
#[path = "../links/workbooks.rs"]
mod workbooks;
