//! What crosses to a worker: questions that may take longer than a frame, and what comes back.
//!
//! Everything crosses as text, so that a worker is a function of text: [`serve`] can be called natively
//! and says the same there.

mod answer;
mod question;
mod serve;

pub use answer::{Answer, Progress, Reply};
pub use question::{Desk, Question};
pub use serve::{serve, task};
