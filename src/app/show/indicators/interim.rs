//! Whether an indicator meets its interim level, and what that pays on account.

use crate::app::lookup::Lookup;
use crate::app::show::indicators::result_of;
use crate::app::state::State;
use crate::model::{Agreement, IndicatorId, Pence};
use crate::text::{money, number};

const WHAT_FOR: &str =
    "Met in its year, it pays a fifth of the indicator’s part of the pot on account.";

/// The year of an interim level until another is chosen, 0 being the first: the last but one, as what it pays on
/// account is paid in the last.
#[must_use]
pub fn usual_interim_year(agreement: &Agreement) -> u8 {
    agreement.years.saturating_sub(2)
}

/// What the interim level of an indicator does in the open scenario, in a sentence; empty where it
/// can do nothing.
#[must_use]
pub fn interim(state: &State, id: IndicatorId) -> String {
    let agreement = &state.shown().agreement;
    let Some((indicator, result)) = Lookup(agreement)
        .indicator(id)
        .zip(result_of(state, state.open, id))
    else {
        return String::new();
    };
    if result.potential == Pence(0) {
        return String::new();
    }
    let Some(interim) = indicator.interim else {
        return WHAT_FOR.to_owned();
    };
    let year = agreement.year_name(usize::from(interim.year));
    let at = |path: &[Option<_>]| path.get(usize::from(interim.year)).copied().flatten();
    let Some(value) = at(&result.value) else {
        return format!("{WHAT_FOR} Nothing is known for {year} yet.");
    };
    let known = if at(&indicator.actual).is_some() {
        "recorded"
    } else {
        "projected"
    };
    let value = number::typed(value, indicator.decimals);
    if result.advance > Pence(0) {
        format!(
            "Met: {value} is {known} for {year}, so {} is paid on account.",
            money::whole(result.advance)
        )
    } else {
        format!("Not met: {value} is {known} for {year}, so nothing is paid on account.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Decimal, Interim, Pot, Pounds, Workbook};
    use crate::presets;
    use std::rc::Rc;

    /// Bath with a pot of £1,200 over twelve outcomes, so £100 for the first, whose interim level is 50.
    fn says(change: impl Fn(&mut Workbook)) -> String {
        let mut workbook = (presets::all()[1].workbook)();
        workbook.agreement.rules.pot = Pot::Stated(Pounds(1_200));
        workbook.agreement.indicators[0].interim = Some(Interim {
            year: 1,
            level: "50".parse().unwrap(),
        });
        change(&mut workbook);
        let workbook = Rc::new(workbook);
        let state = State::open(Rc::clone(&workbook), workbook.base, 0);
        interim(&state, IndicatorId(1))
    }

    fn recorded(workbook: &mut Workbook, value: &str) {
        workbook.agreement.indicators[0].actual[1] = Some(value.parse::<Decimal>().unwrap());
    }

    #[test]
    fn a_level_that_is_met_says_what_is_paid() {
        assert_eq!(
            says(|workbook| recorded(workbook, "50")),
            "Met: 50 is recorded for 2004/05, so £20 is paid on account."
        );
        assert_eq!(
            says(|workbook| recorded(workbook, "49")),
            "Not met: 49 is recorded for 2004/05, so nothing is paid on account."
        );
    }

    #[test]
    fn without_a_level_it_says_what_one_would_do() {
        assert_eq!(
            says(|workbook| workbook.agreement.indicators[0].interim = None),
            WHAT_FOR
        );
    }

    #[test]
    fn what_bears_no_reward_says_nothing() {
        assert_eq!(
            says(|workbook| workbook.agreement.outcomes[0].rewarded = false),
            ""
        );
    }
}
