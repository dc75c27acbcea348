//! From an agreement and a scenario to everything that follows: who pays, what is achieved, what is earned.
//!
//! [`evaluate`] is one pure function in integers. It keeps every figure on the way to a result, so that
//! any of them can be explained. It never refuses: what is wrong with a scenario is a [`Finding`].

mod case;
mod crossing;
mod designated;
mod effect;
mod evaluate;
mod evaluation;
mod finding;
mod flow;
mod limits;
mod parties;
mod path;
mod paying;
mod payments;
mod potential;
mod pump;
mod reach;
mod reward;
mod search;
mod spend;
mod unpaid;

pub(crate) use case::Case;
pub use crossing::{Crossing, crossing};
pub use evaluate::{evaluate, reward, takings};
pub use evaluation::{
    Cliff, Evaluation, IndicatorResult, OutcomeResult, OutcomeYear, Paid, PartnerResult,
    PartnerYear, PaymentYear, PumpResult, RewardBasis, Score, Sharer, StreamResult, StreamYear,
    Takings,
};
pub use finding::{Finding, Place, Problem};
pub use path::{agreed_stretch, final_with, read_off};
pub(crate) use payments::{CUT_CAPITAL, CUT_YEAR, ON_ACCOUNT};
pub use payments::{Due, brought, instalments, on_account};
pub(crate) use reach::Bounds;
pub use reach::{fence_in_force, is_pooled, reach};
