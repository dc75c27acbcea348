//! What the browser offers, behind plain functions.

pub mod bridge;
pub mod clipboard;
pub mod clock;
mod crew;
pub mod element;
pub mod files;
pub mod leaving;
pub mod location;
pub mod panic;
pub mod sight;
pub mod soon;
pub mod storage;
pub mod worker;
