//! What the browser offers, behind plain functions.

pub mod clipboard;
pub mod element;
pub mod panic;
