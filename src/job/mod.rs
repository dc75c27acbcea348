//! What crosses to a worker: questions that may take longer than a frame, and what comes back.
//!
//! Everything crosses as text, so that a worker is a function of text: [`serve`] can be called natively
//! and says the same there.

mod answer;
mod best_use;
mod drivers;
mod prices;
mod pulse;
mod pump;
mod question;
mod ranges;
mod serve;
mod share;
mod shared;
mod simulated;
mod sought;

pub use crate::solve::{Change, Goal, Input, Lock, Obstacle, Sought, Way};
pub use answer::{Answer, Progress, Reply};
pub use best_use::{Aim, BestUse, LeftBelow, NoPlan, Wish};
pub use drivers::{Against, Drivers, SAFE};
pub use prices::{Best, Gain, Prices};
pub use pump::PumpPriming;
pub use question::{Desk, Question};
pub use ranges::Ranges;
pub use serve::{GIVE_WAY, Work, serve, task};
pub use share::Run;
pub use shared::Shared;
pub use simulated::{MOST, Simulated};
pub use sought::Wanted;
