//! The odds of the open scenario, as far as they are worked out, and what they say.

use crate::app::desks::{Wait, Word, shown, word};
use crate::app::state::State;
use crate::job::{Against, Answer, Desk, Question, Ranges};
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

/// How the open scenario fares against another, in a sentence.
#[must_use]
pub fn fares(state: &State, pair: &Against) -> Option<String> {
    let open = &state.scenario()?.name;
    let other = &state.shown().scenario(pair.other)?.name;
    let same = match pair.level {
        level if level > 0.005 => {
            format!(", {} that both earn the same", chance::percent(level))
        }
        _ => String::new(),
    };
    let error = pair.error.map_or_else(String::new, |error| {
        format!(" (drawn, give or take {:.1} points)", 100.0 * error)
    });
    Some(format!(
        "{}{same}; on average {}.{error}",
        chance_that(pair.ahead, &format!("{open} earns more than {other}")),
        money::difference(money::of_odds(pair.mean))
    ))
}

/// How the open scenario fares against the one that Compare sets beside it, and how one waits for it; no
/// wait where nothing of it is asked: without delivery risks, or against another workbook.
#[must_use]
pub fn against(state: &State) -> (Option<String>, Option<Wait>) {
    let mut shown = shown(state).into_iter();
    if !shown.any(|asked| matches!(asked.question, Question::Against(..))) {
        return (None, None);
    }
    let word = word(state, Desk::Ranges);
    let wait = word.wait();
    let says = match word.answer() {
        Some(Answer::Against(pair)) => fares(state, pair),
        _ => None,
    };
    (says, Some(wait))
}

/// The chance that something happens, as the beginning of a sentence.
fn chance_that(chance: f64, what: &str) -> String {
    match chance::percent(chance).as_str() {
        "certain" => format!("It is certain that {what}"),
        "none" => format!("There is no chance that {what}"),
        percent => format!("{percent} chance that {what}"),
    }
}
