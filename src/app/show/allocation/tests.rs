//! Allocation says what is still to be placed of which money, and where no amount is stated.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::*;
use crate::app::{Action, Edit, update};
use crate::model::{PumpGrant, Workbook};
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
