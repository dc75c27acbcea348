//! What-if modelling of Local Area Agreements.

pub mod model;
