//! The engine against published figures, examples worked by hand, and laws that hold for every agreement.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../common/mod.rs"]
mod common;

mod bath;
mod carrying;
mod claims;
mod crossing;
mod designated;
mod effect;
mod fences;
mod findings;
mod largest;
mod laws;
mod payment;
mod published;
mod pump;
mod random;
mod sharing;
#[path = "../support/tries.rs"]
mod tries;
