//! The views.

mod agreement;
mod allocation;
mod aside;
mod best;
mod compare;
mod faring;
mod fences;
mod findings;
mod funding;
mod goal_seek;
mod indicators;
mod pins;
mod position;
mod pump;
mod report;
mod reward;
mod risk;
mod said;
mod wish;

pub(crate) use agreement::Agreement;
pub(crate) use allocation::Allocation;
pub(crate) use aside::Aside;
pub(crate) use best::Best;
pub(crate) use compare::Compare;
pub(crate) use funding::Funding;
pub(crate) use goal_seek::GoalSeek;
pub(crate) use indicators::Indicators;
pub(crate) use position::Position;
pub(crate) use pump::PumpPriming;
pub(crate) use report::Report;
pub(crate) use reward::Reward;
pub(crate) use risk::Risk;
