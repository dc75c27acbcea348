//! The odds of the open scenario, as far as they are worked out, and what they say.

use crate::app::desks::{Wait, Word, word};
use crate::app::state::State;
use crate::job::{Answer, Desk, Ranges};
use crate::odds::{Odds, Range};
use crate::text::{chance, money};

/// Whether any indicator has a delivery risk.
#[must_use]
pub fn uncertain(state: &State) -> bool {
    let mut indicators = state.shown().agreement.indicators.iter();
    indicators.any(|indicator| indicator.risk.is_some())
}

/// Between what the payments and the shares of the open scenario lie: the answer to what is on screen, as
/// far as it has come, and how one waits for it.
#[must_use]
pub fn ranges(state: &State) -> (Option<&Ranges>, Wait) {
    let word = word(state, Desk::Ranges);
    let wait = word.wait();
    let found = match word {
        Word::Current(Answer::Ranges(found)) | Word::SoFar(Answer::Ranges(found), _) => {
            Some(&**found)
        }
        _ => None,
    };
    (found, wait)
}

/// Eight times in ten it lies between these; nothing where that is one sum.
#[must_use]
pub fn between(range: Range) -> Option<String> {
    let [low, high] = [range.p10, range.p90].map(|sum| money::short(money::of_odds(sum)));
    (low != high).then(|| format!("{low} to {high}"))
}

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
pub(crate) fn chance_that(chance: f64, what: &str) -> String {
    match chance::percent(chance).as_str() {
        "certain" => format!("It is certain that {what}"),
        "none" => format!("There is no chance that {what}"),
        percent => format!("{percent} chance that {what}"),
    }
}
