//! The views.

mod agreement;
mod allocation;
mod compare;
mod findings;
mod funding;
mod indicators;
mod pins;
mod position;
mod report;
mod reward;

pub(crate) use agreement::Agreement;
pub(crate) use allocation::Allocation;
pub(crate) use compare::Compare;
pub(crate) use funding::Funding;
pub(crate) use indicators::Indicators;
pub(crate) use position::Position;
pub(crate) use report::Report;
pub(crate) use reward::Reward;
