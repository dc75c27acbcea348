//! Each figure is checked by taking the way over and evaluating what comes of it.

use crate::app::show::answered::ordered;
use crate::app::show::seek::{Choice, Found, Free, Wrong, asked, choices, found};
use crate::app::{Action, Edit, State, View, update};
use crate::job::{Desk, Question};
use crate::model::{Pence, Pounds, PumpSplit};
use crate::presets;
use std::rc::Rc;

const POOLED: Free = Free {
    pooled: true,
    pump: false,
    stretch: false,
    outcome: None,
};

fn state() -> State {
    let workbook = Rc::new(presets::illustration());
    let open = workbook.scenarios.last().unwrap().id;
    let state = State::open(workbook, open, 1);
    update(&state, Action::Show(View::GoalSeek))
}

fn reward(state: &State) -> Pence {
    state.result(state.open).unwrap().reward
}

fn choice(state: &State, name: &str) -> Choice {
    let found = choices(state).into_iter().find(|it| it.name == name);
    found.unwrap_or_else(|| panic!("nothing is called {name}"))
}

fn sought(state: &State, name: &str, at_least: &str, free: Free) -> (State, Found) {
    let question = asked(state, &choice(state, name), at_least, free).unwrap();
    let state = ordered(state, question);
    let found = found(&state);
    (state, found)
}

/// `£1,492,310.25` as one types it: whole pounds above it.
fn above(sum: Pence, pounds: i64) -> String {
    (sum.0 / 100 + pounds).to_string()
}

#[test]
fn the_cheapest_change_reaches_the_reward_and_a_pound_less_does_not() {
    let state = state();
    let goal = above(reward(&state), 20_000);
    let (state, found) = sought(&state, "the reward in all", &goal, POOLED);
    assert!(
        found
            .says
            .as_ref()
            .unwrap()
            .contains(&found.first[0].changes[0])
    );
    let taken = update(&state, Action::Commit(found.first[0].edit.clone()));
    assert!(reward(&taken).0 >= goal.parse::<i64>().unwrap() * 100);
    let Edit::Many(edits) = &found.first[0].edit else {
        panic!("one step");
    };
    let [Edit::Spend(outcome, year, pounds)] = edits[..] else {
        panic!("one change");
    };
    let less = Edit::Spend(outcome, year, pounds - Pounds(1));
    assert!(reward(&update(&state, Action::Commit(less))).0 < goal.parse::<i64>().unwrap() * 100);
}

#[test]
fn what_can_be_paid_stands_before_what_cannot() {
    let state = state();
    let goal = above(reward(&state), 20_000);
    let (_, found) = sought(&state, "the reward in all", &goal, POOLED);
    let rows = found.first.iter().chain(&found.dearer);
    let paid: Vec<bool> = rows
        .map(|row| row.affordable == "the money is there")
        .collect();
    assert!(paid.contains(&true) && paid.contains(&false), "{paid:?}");
    assert!(paid.is_sorted_by_key(|paid| !paid), "{paid:?}");
    assert!(found.first.len() <= 8);
}

#[test]
fn where_more_money_is_wanted_than_there_is_the_way_to_move_it_is_told() {
    let state = state();
    let says = |at_least: String| {
        let (_, found) = sought(&state, "the reward in all", &at_least, POOLED);
        found.says.unwrap()
    };
    let near = says(above(reward(&state), 20_000));
    assert!(near.ends_with(": the money is there."), "{near}");
    let pot = state.result(state.open).unwrap().pot;
    let far = says(above(pot, -1_000_000));
    assert!(
        far.ends_with(
            " more than there is to spend on it. Moving the money there is may be enough: see Best use."
        ),
        "{far}"
    );
}

#[test]
fn what_a_rule_splits_is_typed_as_it_was_when_a_way_changes_one_part_of_it() {
    let state = update(&state(), Action::Commit(Edit::SplitPump(PumpSplit::Equal)));
    let pump = Free {
        pooled: false,
        pump: true,
        ..POOLED
    };
    let goal = above(reward(&state), 1_000);
    let (state, found) = sought(&state, "the reward in all", &goal, pump);
    let taken = update(&state, Action::Commit(found.first[0].edit.clone()));
    assert!(reward(&taken).0 >= goal.parse::<i64>().unwrap() * 100);
    assert_eq!(taken.scenario().unwrap().pump.split, PumpSplit::Typed);
    let undone = update(&taken, Action::Undo);
    assert_eq!(undone.workbook, state.workbook, "it is one step");
}

#[test]
fn a_result_that_is_there_already_says_so_and_one_out_of_reach_too() {
    let state = state();
    let (_, found) = sought(&state, "the reward in all", "1", POOLED);
    assert_eq!(found.says.unwrap(), "£1 of reward is reached as it is.");
    let pot = state.result(state.open).unwrap().pot;
    let (_, found) = sought(&state, "the reward in all", &above(pot, 1), POOLED);
    assert!(
        found
            .says
            .unwrap()
            .ends_with("is out of reach of what may change.")
    );
    assert!(found.first.is_empty() && found.together.is_none());
    let named: Vec<&String> = found.obstacles.iter().map(|row| &row.0).collect();
    let outcomes = state.shown().agreement.outcomes.len();
    assert!(
        named.len() > 1 && named.len() <= outcomes + 1,
        "one row for each outcome: {named:?}"
    );
    assert_eq!(named.last().unwrap().as_str(), "Everything else");
}

#[test]
fn what_cannot_be_asked_is_said_at_its_field() {
    let state = state();
    let reward = choice(&state, "the reward in all");
    let at = |text: &str| match asked(&state, &reward, text, POOLED) {
        Err(Wrong::AtLeast(says)) => says,
        other => panic!("{other:?}"),
    };
    assert!(at(" ").starts_with("Type what it should be at least: it is £"));
    assert!(at("a lot").starts_with("This is not a number."));
    let nothing = Free {
        pooled: false,
        ..POOLED
    };
    let wrong = asked(&state, &reward, "1,000,000", nothing).unwrap_err();
    let says = "Tick at least one thing that may change.".to_owned();
    assert_eq!(wrong, Wrong::Free(says));
}

#[test]
fn other_figures_make_what_was_found_old() {
    let state = state();
    let goal = above(reward(&state), 20_000);
    let (state, found) = sought(&state, "the reward in all", &goal, POOLED);
    assert!(!found.old);
    let outcome = state.shown().agreement.outcomes[0].id;
    let changed = Edit::Spend(outcome, 0, Pounds(1));
    let state = update(&state, Action::Commit(changed));
    assert!(super::found(&state).old);
    let wanted = |goal: &str| asked(&state, &choice(&state, "the reward in all"), goal, POOLED);
    assert!(!state.desks.asked_another(&wanted(&goal).unwrap()));
    let more = above(reward(&state), 30_000);
    assert!(state.desks.asked_another(&wanted(&more).unwrap()));
    // Asked, it is no other, answered or not; put away, nothing is.
    let asks = update(&state, Action::Order(wanted(&more).unwrap()));
    assert!(!asks.desks.asked_another(&wanted(&more).unwrap()));
    let says = super::found(&asks).says;
    assert_eq!(
        says,
        super::found(&state).says,
        "the answer is still that to the first"
    );
    let stopped = update(&asks, Action::PutAway(Desk::Seek));
    assert!(!stopped.desks.asked_another(&wanted(&goal).unwrap()));
}

#[test]
fn targets_that_are_made_easier_cost_no_money_and_the_sentence_says_it_once() {
    let state = state();
    let targets = Free {
        pooled: false,
        stretch: true,
        ..POOLED
    };
    let goal = above(reward(&state), 300_000);
    let (state, found) = sought(&state, "the reward in all", &goal, targets);
    let says = found.says.unwrap();
    assert!(says.starts_with("No single change is enough. "), "{says}");
    assert!(says.ends_with(" changes together and no money."), "{says}");
    let together = found.together.unwrap();
    let named = |change: &String| change.starts_with("a target of ");
    assert!(together.changes.len() > 1 && together.changes.iter().all(named));
    let taken = update(&state, Action::Commit(together.edit));
    assert!(reward(&taken).0 >= goal.parse::<i64>().unwrap() * 100);
}

/// £5m of the borough's single pot: with pump-priming free too there is one way more to go, and no reason for more
/// changes or for one of a pound.
#[test]
fn what_may_be_changed_more_takes_no_more_changes() {
    let state = state();
    let both = Free {
        pump: true,
        ..POOLED
    };
    let goal = "5000000";
    let changes = |free| {
        let (_, found) = sought(&state, "the reward in all", goal, free);
        found.together.unwrap()
    };
    let (one, more) = (changes(POOLED), changes(both));
    assert!(more.changes.len() <= one.changes.len(), "{one:?} {more:?}");
    let few = |change: &&String| change.contains("£1 ");
    assert_eq!(more.changes.iter().find(few), None);
}

#[test]
fn one_outcome_alone_is_changed_with_its_own_indicators() {
    let state = state();
    let outcome = state.shown().agreement.outcomes[0].id;
    let all = Free {
        pump: true,
        stretch: true,
        outcome: Some(outcome),
        ..POOLED
    };
    let reward = choice(&state, "the reward in all");
    let Question::Seek(wanted) = asked(&state, &reward, "1", all).unwrap() else {
        panic!("another question");
    };
    let own = state.shown().agreement.indicators.iter();
    let own = own.filter(|it| it.outcome == outcome).count();
    assert_eq!(wanted.free.len(), 3 + 3 + own);
}

#[test]
fn what_was_found_is_of_the_scenario_that_was_asked_about() {
    let state = state();
    let goal = above(reward(&state), 20_000);
    let (state, _) = sought(&state, "the reward in all", &goal, POOLED);
    let base = state.workbook.base;
    assert!(super::found(&update(&state, Action::Open(base))).old);
}

#[test]
fn the_years_of_pump_priming_share_a_row_with_the_most_that_comes_of_it() {
    let state = state();
    let pot = state.result(state.open).unwrap().pot;
    let pump = Free {
        pooled: false,
        pump: true,
        ..POOLED
    };
    let (_, found) = sought(&state, "the reward in all", &above(pot, 1), pump);
    let mut named: Vec<&String> = found.obstacles.iter().map(|row| &row.0).collect();
    let rows = named.len();
    named.sort();
    named.dedup();
    assert_eq!(named.len(), rows, "{named:?}");
}

/// The first year of an outcome is over, and more in the others is nothing to the score of an indicator of another.
#[test]
fn no_outcome_is_called_over_of_which_one_year_is() {
    let mut workbook = presets::illustration();
    let open = workbook.scenarios.last().unwrap().id;
    let agreement = &mut workbook.agreement;
    let first = &agreement.indicators[0];
    let (name, outcome) = (first.name.clone(), first.outcome);
    let mut others = agreement.indicators.iter_mut();
    let other = others.find(|it| it.outcome != outcome).unwrap();
    other.actual = vec![other.without[0], None, None];
    let (other, last) = (other.outcome, "200");
    let free = Free {
        outcome: Some(other),
        ..POOLED
    };
    let state = State::open(Rc::new(workbook), open, 1);
    let state = update(&state, Action::Show(View::GoalSeek));
    let name = format!("the score of {name}");
    let (_, found) = sought(&state, &name, last, free);
    let nothing = [("All that may change", "makes no difference")];
    let nothing = nothing.map(|(one, other)| (one.to_owned(), other.to_owned()));
    assert_eq!(found.obstacles, nothing);
}
