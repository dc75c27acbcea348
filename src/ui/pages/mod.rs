//! The views.

mod allocation;
mod findings;
mod pins;
mod position;

pub(crate) use allocation::Allocation;
pub(crate) use position::Position;
