//! From a scenario to the best use of its money, and to what each rule on money costs.
//!
//! [`best()`] places pooled streams and pump-priming for an [`Objective`] under every rule on money, in
//! whole pounds. Its plan is checked and valued by [`evaluate`](crate::engine::evaluate), with which
//! the search shares no arithmetic of money, and comes with a bound that no plan exceeds.
//!
//! Where a year's money works alike for every outcome and none changes its year, the bound is the optimum
//! itself, by a method of its own. Money that is carried, pump-priming that waits among it, is first taken
//! to lose nothing; money that may be brought forward is first brought forward wholly, and carried back
//! where that is better: a bound that is the optimum unless carrying is what the best plan needs. That,
//! lag profiles that differ, later money that works better and a limit on what may be moved break the
//! structure; there a mixed-integer program gives plan and bound. Either way a plan is *proved* when its value, as evaluated,
//! comes within £1 or one part in 100,000 of the bound. Under the one cliff of 2008–11 the average is
//! searched and the cliff applied to plan and bound, so that a bound may stay just above the cliff and the
//! best plan just below: then it is the best found. Where the search is in floats, its plan is exact
//! all the same: it is evaluated anew.
//!
//! A year of an outcome up to the last one with a recorded value is over: its money stays as it is. What money
//! that stays breaks today, locked money among it, no plan can mend: it is held against none that makes it no worse.

mod best;
mod check;
mod clash;
mod even;
mod explain;
mod gone;
mod linear;
mod network;
mod objective;
mod owed;
mod plan;
mod price;
mod primed;
mod problem;
mod program;
mod runs;
mod search;
mod seek;
mod shape;
mod spared;
mod sums;
mod task;
mod typed;
mod unpaid;
mod whole;
mod worth;

pub use best::{best, best_from};
pub use check::moved;
pub use clash::{Clash, Rule, Unfit};
pub use even::{break_even, covered};
pub use explain::{
    Binding, BroughtOver, GivenUp, Margin, Money, STEP, bindings, given_up, margins,
};
pub use objective::{Curve, CurvePoint, Objective};
pub use plan::{Limits, Lock, Origin, Plan, Progress, Question, Watch};
pub use price::{Nothing, Price, asked, fences, price, setups, with_granted};
pub use primed::{More, Primed, PumpWorth, more_pump, near_misses, outcome_curve, pump_worth};
pub use seek::{Change, Goal, Input, Obstacle, Sought, Way, seek};
pub use sums::{Held, pump_curve, pump_held};
