//! What-if modelling of Local Area Agreements.

pub mod codec;
pub mod engine;
pub mod library;
pub mod model;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod ui;
