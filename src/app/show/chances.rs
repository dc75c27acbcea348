//! The odds of the open scenario, as far as they are worked out, and what they say.

use crate::app::desks::{Wait, Word};
use crate::app::show::standing::nothing_scored;
use crate::app::show::wanted::word;
use crate::app::state::State;
use crate::job::{Answer, Desk, Ranges};
use crate::model::Pence;
use crate::odds::{Distribution, Odds, Range};
use crate::text::{self, chance, money};

/// Whether any indicator has a delivery risk.
#[must_use]
pub fn uncertain(state: &State) -> bool {
    let mut indicators = state.shown().agreement.indicators.iter();
    indicators.any(|indicator| indicator.risk.is_some())
}

/// Whether the open scenario has one cliff, on the average of all its indicators.
#[must_use]
pub fn on_average(state: &State) -> bool {
    let agreement = &state.shown().agreement;
    let open = state.scenario();
    open.is_some_and(|scenario| scenario.rules_in(agreement).has_one_cliff())
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

/// The odds of the open scenario, and how one waits for them; none where no delivery risk is set, as what
/// nobody has thought about is not certain.
#[must_use]
pub fn open_odds(state: &State) -> (Option<Odds>, Wait) {
    if !uncertain(state) {
        return (None, Wait::Over);
    }
    let word = word(state, Desk::Odds);
    let open = match word.answer() {
        Some(Answer::Odds(answer)) => answer.iter().find(|(id, _)| *id == state.open),
        _ => None,
    };
    (open.map(|(_, odds)| odds.clone()), word.wait())
}

/// What is said in place of odds where no delivery risk is set.
const NO_ODDS: &str = "No delivery risk is stated, so no odds are given: set them under Risk.";

/// What is likely of the open scenario, and how likely its average reaches the cliff on it, or why that is not said; and how
/// one waits for it. Of what cannot be scored no odds are given.
#[must_use]
pub fn outlook(state: &State) -> (Option<String>, Wait) {
    let result = state.result(state.open);
    if result.is_some_and(|result| nothing_scored(result)) {
        return (None, Wait::Over);
    }
    if !uncertain(state) {
        return (Some(NO_ODDS.to_owned()), Wait::Over);
    }
    let (odds, wait) = open_odds(state);
    let says = odds.map(|odds| {
        let average = average(state).map_or_else(String::new, |says| format!(" {says}."));
        likely(state, &odds) + &average
    });
    (says, wait)
}

/// What is likely, in a sentence. A cliff, or all of the pot, may hold more than the tenths that are spoken of: then the chance
/// is said that it has.
#[must_use]
pub fn likely(state: &State, odds: &Odds) -> String {
    let reward = &odds.reward;
    let pot = state.result(state.open).map(|result| result.pot);
    let says = |share: f64, words: &str, before: &str, after: &str| {
        let sum = reward.quantile(share);
        let has = reward.reaches(sum);
        let usual = (has - (1.0 - share)).abs() < NEAR;
        let words = if usual {
            words.to_owned()
        } else {
            chance_of(has)
        };
        let earned = money::of_odds(sum);
        let says = money::headline(earned);
        if pot == Some(earned) {
            format!("{words} all of the pot, {says}")
        } else {
            format!("{words} {before}{says}{after}")
        }
    };
    let pounds = |share: f64| money::headline(money::of_odds(reward.quantile(share)));
    let at_least = if certainly(reward) { "" } else { "at least " };
    let even = || says(0.5, "an even chance of", "", " or more");
    let nothing = reward.nothing();
    let none = chance_of(nothing);
    let sentence = if chance::percent(nothing) == "certain" {
        "it is certain that nothing is earned.".to_owned()
    } else if nothing >= 0.8 {
        format!("{none} nothing.")
    } else if nothing >= 0.5 {
        let high = says(0.8, "2 in 10 chance of", "at least ", "");
        format!("{none} nothing, {high}.")
    } else if nothing >= 0.2 {
        format!("{none} nothing, {}.", even())
    } else if pounds(0.2) == pounds(0.5) {
        format!("{}.", says(0.5, "an even chance of", at_least, ""))
    } else {
        format!(
            "{}, {}.",
            says(0.2, "8 in 10 chance of", at_least, ""),
            even()
        )
    };
    text::capital(&sentence)
}

/// Whether it is certain to be one sum, to the figures that are said.
pub(crate) fn certainly(reward: &Distribution) -> bool {
    let pounds = |share: f64| money::headline(money::of_odds(reward.quantile(share)));
    let least = reward.reaches(reward.quantile(0.1));
    chance::percent(least) == "certain" && pounds(0.1) == pounds(1.0)
}

/// A chance before what it is a chance of.
pub(crate) fn chance_of(chance: f64) -> String {
    match chance::percent(chance).as_str() {
        "certain" => "certainly".to_owned(),
        "none" => "no chance of".to_owned(),
        percent => format!("{percent} chance of"),
    }
}

/// How far a chance may lie from the words for it.
const NEAR: f64 = 0.015;

/// How likely the average of the open scenario is to reach its cliff, without a full stop; none where no cliff is on it, where
/// nothing hangs on that, or before it is worked out.
#[must_use]
pub fn average(state: &State) -> Option<String> {
    let result = state.result(state.open)?;
    let any = result.indicators.iter().any(|found| found.rewarded);
    let hangs = any && result.pot > Pence(0);
    let reached = open_odds(state).0?.average.filter(|_| hangs)?;
    Some(chance_that(reached, "the average reaches its cliff"))
}

/// The chance that something happens, as the beginning of a sentence.
pub(crate) fn chance_that(chance: f64, what: &str) -> String {
    match chance::percent(chance).as_str() {
        "certain" => format!("It is certain that {what}"),
        "none" => format!("There is no chance that {what}"),
        percent => format!("{} chance that {what}", text::capital(percent)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::show::answered::answered;
    use crate::app::show::cliffs::groups;
    use crate::model::Workbook;
    use crate::presets;
    use std::rc::Rc;

    /// The illustration as it opens for its maker, or as a link brings it, which leaves the risks out.
    fn found(risks: bool) -> State {
        let mut workbook: Workbook = presets::illustration();
        if !risks {
            for indicator in &mut workbook.agreement.indicators {
                indicator.risk = None;
            }
        }
        let base = workbook.base;
        answered(&State::open(Rc::new(workbook), base, 1))
    }

    /// What stands below what each indicator reaches and has at stake.
    fn below(state: &State) -> Vec<(String, String)> {
        let rows = groups(state, 200.0)
            .into_iter()
            .flat_map(|group| group.rows);
        rows.map(|row| (row.likely, row.in_full)).collect()
    }

    #[test]
    fn where_no_delivery_risk_is_stated_no_odds_are_given() {
        let state = found(false);
        let says = "No delivery risk is stated, so no odds are given: set them under Risk.";
        assert_eq!(outlook(&state), (Some(says.to_owned()), Wait::Over));
        let rows = below(&state);
        assert!(!rows.is_empty());
        for row in rows {
            assert_eq!(row, (String::new(), String::new()));
        }
    }

    #[test]
    fn where_delivery_risks_are_stated_the_odds_are_given() {
        let state = found(true);
        let (says, wait) = outlook(&state);
        assert!(says.unwrap().starts_with("8 in 10 chance of at least £"));
        assert_eq!(wait, Wait::Over);
        assert!(
            below(&state)
                .iter()
                .any(|(likely, _)| likely.ends_with(" likely"))
        );
    }
}
