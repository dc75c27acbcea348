//! What-if modelling of Local Area Agreements.

pub mod app;
pub mod chart;
pub mod codec;
pub mod engine;
pub mod library;
pub mod model;
#[cfg(target_arch = "wasm32")]
pub mod platform;
pub mod presets;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
