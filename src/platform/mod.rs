//! What the browser offers, behind plain functions.

pub mod panic;
