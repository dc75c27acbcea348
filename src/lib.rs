//! What-if modelling of Local Area Agreements.

pub mod library;
pub mod model;
