//! Allocation says what is still to be placed of which money, and where no amount is stated.

use super::*;
use crate::app::purse::Purse;
use crate::app::slot::Money;
use crate::app::{Action, Edit, update};
use crate::model::{Amount, BasisPoints, Grid, PumpGrant, ScenarioId, Workbook};
use crate::presets;
use std::rc::Rc;

/// The illustration's single pot.
fn borough() -> State {
    let workbook = Rc::new(presets::illustration());
    let open = workbook.scenarios[1].id;
    State::open(workbook, open, 0)
}

#[test]
fn what_is_to_be_placed_is_what_the_pots_have_left_and_pump_priming_is_said_apart() {
    let state = borough();
    let pots = pots(&state);
    let pot = |purse| pots.iter().find(|pot| pot.purse == purse).unwrap();
    assert_eq!(pot(Purse::Single).left, Pounds(105_000));
    assert_eq!(pot(Purse::Pump).left, Pounds(400));
    assert_eq!(to_place(&state), [Pounds(105_000), Pounds(400)]);
    assert_eq!(
        earns(&state),
        "It earns £4.727m, £1.01m more than the base. £400 of pump-priming is to be placed too."
    );
    // Once the pooled money is placed, only pump-priming is left.
    let outcome = state.workbook.agreement.outcomes[0].id;
    let spending = &state.scenario().unwrap().spending;
    let place = pot(Purse::Single).by_year.iter().enumerate();
    let place = place.map(|(year, &left)| {
        let spent = spending.get(outcome, year);
        Edit::Spend(outcome, year, spent + left.or_nothing())
    });
    let placed = update(&state, Action::Commit(Edit::Many(place.collect())));
    assert_eq!(to_place(&placed), [Pounds(0), Pounds(400)]);
    assert!(!earns(&placed).contains("pump-priming"));
}

/// £100,000 a year of which 5% may be carried, and nothing spent: £5,000 go over, £95,000 are lost, and £100,000 in the last.
#[test]
fn of_what_is_left_it_is_said_what_is_carried_over() {
    let mut workbook = presets::illustration();
    workbook.agreement.streams.truncate(1);
    let stream = &mut workbook.agreement.streams[0];
    stream.amounts = vec![Amount::Stated(Pounds(100_000)); 3];
    stream.carry_forward = BasisPoints(500);
    stream.floors.clear();
    let open = &mut workbook.scenarios[1];
    open.spending = Grid::default();
    let open = open.id;
    let pots = pots(&State::open(Rc::new(workbook), open, 0));
    let pot = pots.iter().find(|pot| pot.purse == Purse::Single).unwrap();
    assert_eq!(pot.by_year, [100_000, 105_000, 105_000].map(Pounds));
    let says = Some("£5,000 of it carried over".to_owned());
    assert_eq!(
        [0, 1, 2].map(|year| pot.carries(year)),
        [says.clone(), says, None]
    );
    let all = Pot {
        by_year: vec![Pounds(5_000)],
        ..pot.clone()
    };
    assert_eq!(all.carries(0), Some("all of it carried over".to_owned()));
}

/// The money of an outcome goes to another one: what would bring its indicator back over the cliff is spent.
#[test]
fn money_that_would_cross_a_cliff_is_said_not_to_be_there_where_it_is_spent() {
    let state = borough();
    let under = |state: &State| {
        let mut outcomes = state.workbook.agreement.outcomes.iter();
        outcomes.find_map(|outcome| {
            let (found, hint) = nearest(state, outcome.id)?;
            (hint.tone == UNDER).then_some((outcome.id, found, hint))
        })
    };
    let from = state.workbook.agreement.outcomes[0].id;
    let to = state.workbook.agreement.outcomes[3].id;
    let spent = |state: &State, id, year| state.scenario().unwrap().spending.get(id, year);
    let free = update(&state, Action::Commit(Edit::Spend(from, 0, Pounds(0))));
    let (outcome, _, hint) = under(&free).unwrap();
    assert_eq!(outcome, from);
    assert_eq!(hint_in_full(&free, from), Some(hint.says));
    let both = spent(&state, from, 0) + spent(&state, to, 0);
    let placed = update(&free, Action::Commit(Edit::Spend(to, 0, both)));
    let (_, found, hint) = under(&placed).unwrap();
    let left = pots(&placed)[0].by_year[found.year];
    assert!(left < found.pounds);
    let left = money::short(left.pence());
    let says = hint.says.trim_end_matches('.');
    assert_eq!(
        hint_in_full(&placed, from),
        Some(format!("{says}, but only {left} of it is there."))
    );
    assert!(earns(&placed).ends_with(&format!(", but only {left} of it is there.")));
}

#[test]
fn streams_whose_amounts_are_not_stated_are_said_to_have_none_and_make_no_pot() {
    let mut workbook = Workbook::clone(&borough().workbook);
    for stream in &mut workbook.agreement.streams {
        stream.amounts.fill(Amount::NotStated);
    }
    workbook.agreement.rules.pump.grant = PumpGrant::Stated(Pounds(0));
    let open = workbook.base;
    let state = State::open(Rc::new(workbook), open, 0);
    assert_eq!(pots(&state), []);
    let says = earns(&state);
    assert!(
        says.contains(". No amount of its streams is stated."),
        "{says}"
    );
}

#[test]
fn what_is_spread_evenly_adds_up_with_odd_pounds_in_the_earlier_years() {
    let (state, outcome, year) = typed_in_the_last_year();
    let years = |state: &State| by_year(state, outcome, state.open);
    let even = filled(&state, Money::Pooled, Some(outcome), Fill::Evenly);
    assert_eq!(years(&committed(&state, even)), [67, 67, 66]);
    let first = filled(&state, Money::Pooled, Some(outcome), Fill::First);
    assert_eq!(years(&committed(&state, first)), [0, 0, 0]);
    assert_eq!(year, 2);
}

#[test]
fn one_outcome_or_all_are_filled_with_nothing_or_with_what_another_scenario_has() {
    let (state, outcome, _) = typed_in_the_last_year();
    let base = state.workbook.base;
    assert_ne!(state.open, base);
    let all = state.workbook.agreement.outcomes.iter();
    let all: Vec<OutcomeId> = all.map(|outcome| outcome.id).collect();
    let from = |only| filled(&state, Money::Pooled, only, Fill::From(base));
    let one = committed(&state, from(Some(outcome)));
    for &id in &all {
        let whose = if id == outcome { base } else { state.open };
        assert_eq!(by_year(&one, id, state.open), by_year(&state, id, whose));
    }
    let copied = committed(&state, from(None));
    let nothing = committed(&state, filled(&state, Money::Pooled, None, Fill::Nothing));
    for id in all {
        assert_eq!(by_year(&copied, id, state.open), by_year(&state, id, base));
        assert_eq!(by_year(&nothing, id, state.open), [0, 0, 0]);
    }
}

/// The borough with £200 in the third year for an outcome, and nothing before.
fn typed_in_the_last_year() -> (State, OutcomeId, usize) {
    let state = borough();
    let (outcome, year) = (state.workbook.agreement.outcomes[0].id, 2);
    let cleared = filled(&state, Money::Pooled, Some(outcome), Fill::Nothing);
    let typed = Edit::Spend(outcome, year, Pounds(200));
    (
        committed(&state, Edit::Many(vec![cleared, typed])),
        outcome,
        year,
    )
}

fn committed(state: &State, edit: Edit) -> State {
    update(state, Action::Commit(edit))
}

fn by_year(state: &State, outcome: OutcomeId, scenario: ScenarioId) -> Vec<i64> {
    let scenario = state.workbook.scenario(scenario).unwrap();
    let year = |year| scenario.spending.get(outcome, year).0;
    (0..3).map(year).collect()
}

#[test]
fn a_slider_has_room_beyond_the_largest_sum_and_where_nothing_is_typed() {
    assert_eq!(slider_end(Pounds(400_000)), Pounds(600_000));
    assert_eq!(slider_end(Pounds(0)), Pounds(100_000));
}
