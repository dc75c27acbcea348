//! The odds of the open scenario, as far as they are worked out, and what they say.

use crate::app::desks::{Wait, word};
use crate::app::state::State;
use crate::job::{Answer, Desk};
use crate::odds::Odds;
use crate::text::{chance, money};

/// The odds of the open scenario, and how one waits for them.
#[must_use]
pub fn open_odds(state: &State) -> (Option<Odds>, Wait) {
    let word = word(state, Desk::Odds);
    let open = match word.answer() {
        Some(Answer::Odds(answer)) => answer.iter().find(|(id, _)| *id == state.open),
        _ => None,
    };
    (open.map(|(_, odds)| odds.clone()), word.wait())
}

/// What is likely, in a sentence.
#[must_use]
pub fn likely(odds: &Odds) -> String {
    let pounds = |pounds: f64| money::headline(money::of_odds(pounds));
    format!(
        "8 in 10 chance of at least {}, an even chance of {} or more.",
        pounds(odds.reward.quantile(0.2)),
        pounds(odds.reward.quantile(0.5)),
    )
}

/// The chance that something happens, as the beginning of a sentence.
#[must_use]
pub fn chance_that(chance: f64, what: &str) -> String {
    match chance::percent(chance).as_str() {
        "certain" => format!("It is certain that {what}"),
        "none" => format!("There is no chance that {what}"),
        percent => format!("{percent} chance that {what}"),
    }
}
