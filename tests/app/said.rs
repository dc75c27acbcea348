//! What a step does beside the workbook: what is said of it, what is open and who is asked for after it.

use crate::{after, borough, first_outcome, spent};
use laa::app::{Action, Edit, Notice, State, View, update};
use laa::model::{Entity, Entry, Label, Moment, Pounds, ScenarioId, limits};

fn noon() -> Moment {
    "2007-02-14T12:00:00Z".parse().unwrap()
}

/// The open scenario is agreed, and so locked.
fn agreed() -> State {
    let start = borough();
    let entry = Entry {
        label: Label::Agreed,
        ..start
            .workbook
            .entry(start.open)
            .cloned()
            .unwrap_or(Entry::draft(start.open))
    };
    update(&start, Action::Commit(Edit::Enter(entry)))
}

#[test]
fn what_is_refused_is_not_said_to_be_done() {
    let state = agreed();
    let edit = Edit::Spend(first_outcome(&state), 0, Pounds(1));
    let refused = update(
        &state,
        Action::CommitSaying(edit.clone(), "Taken over.".to_owned()),
    );
    assert_eq!(refused.workbook, state.workbook);
    assert!(
        refused
            .notice
            .unwrap()
            .says
            .contains("is agreed and locked")
    );
    let base = update(&state, Action::Open(state.workbook.base));
    let taken = update(&base, Action::CommitSaying(edit, "Taken over.".to_owned()));
    assert_eq!(taken.notice.unwrap().says, "Taken over.");
}

#[test]
fn what_was_said_of_a_change_is_said_no_more_after_the_next_step() {
    let start = borough();
    let edit = Edit::Spend(first_outcome(&start), 0, Pounds(1));
    let taken = update(
        &start,
        Action::CommitSaying(edit, "Undo takes it back.".to_owned()),
    );
    assert!(taken.notice.is_some());
    assert_eq!(update(&taken, Action::Undo).notice, None);
    let unkept = update(&taken, Action::Tell(Notice::lasting("Nothing is kept.")));
    assert!(update(&unkept, Action::Undo).notice.is_some());
}

/// What was refused is said until something else is done: a change, another view, another scenario.
#[test]
fn what_was_refused_is_said_no_more_once_something_else_is_done() {
    let start = borough();
    let outcome = first_outcome(&start);
    let refused = update(
        &start,
        Action::Tell(Notice::wrong("“abc” is not a number.")),
    );
    let change = || Action::Commit(Edit::Spend(outcome, 0, Pounds(1)));
    let base = start.workbook.base;
    for action in [change(), Action::Show(View::Funding), Action::Open(base)] {
        assert_eq!(update(&refused, action.clone()).notice, None, "{action:?}");
        let lasting = update(&start, Action::Tell(Notice::lasting("Nothing is kept.")));
        assert!(update(&lasting, action).notice.is_some());
    }
    // Nor after the step back and the step on again.
    let changed = update(&start, change());
    let refused = update(
        &changed,
        Action::Tell(Notice::wrong("“abc” is not a number.")),
    );
    let back = update(&refused, Action::Undo);
    assert_eq!(back.notice, None);
    // What is only typed so far leaves it where it is.
    let typed = update(
        &refused,
        Action::Preview(Edit::Spend(outcome, 0, Pounds(2))),
    );
    assert!(typed.notice.is_some());
}

/// A plan taken over into a new scenario: one step makes the copy with the plan in it, and no plan ends up in the scenario
/// it was made from, however full the workbook is.
#[test]
fn a_change_in_a_copy_leaves_the_scenario_it_was_made_from_alone() {
    let mut state = borough();
    let outcome = first_outcome(&state);
    let from = state.open;
    let held = state.workbook.scenario(from).unwrap().clone();
    let plan = || {
        Action::CommitInCopy(
            Edit::Spend(outcome, 0, Pounds(1)),
            noon(),
            "There.".to_owned(),
        )
    };
    let taken = update(&state, plan());
    assert_ne!(taken.open, from);
    assert_eq!(spent(&taken, outcome.0), Pounds(1));
    assert_eq!(taken.notice.as_ref().unwrap().says, "There.");
    assert_eq!(update(&taken, Action::Undo).workbook, state.workbook);
    while state.workbook.scenarios.len() < limits::SCENARIOS {
        state = update(
            &update(&state, Action::CopyScenario(noon())),
            Action::Open(from),
        );
    }
    let full = update(&state, plan());
    assert_eq!(full.open, from);
    assert_eq!(full.workbook.scenario(from), Some(&held));
    assert!(full.notice.unwrap().wrong);
}

#[test]
fn what_is_typed_on_into_something_that_cannot_be_leaves_no_picture_of_what_came_before() {
    let start = borough();
    let outcome = first_outcome(&start);
    let typed = after(
        &start,
        &[
            Action::Preview(Edit::Spend(outcome, 0, Pounds(4))),
            Action::Preview(Edit::Spend(outcome, 0, Pounds(-40))),
        ],
    );
    assert_eq!(typed.shown(), &start.workbook);
}

#[test]
fn a_partner_that_is_removed_is_no_longer_the_one_asked_for() {
    let start = borough();
    let partner = start.workbook.agreement.partners[0].id;
    let chosen = update(&start, Action::ForPartner(Some(partner)));
    assert_eq!(chosen.partner, Some(partner));
    let gone = update(
        &chosen,
        Action::Commit(Edit::Remove(Entity::Partner(partner))),
    );
    assert_eq!(gone.partner, None);
}

/// A counter-offer is to what is open: with a new scenario open the next thing taken begins another.
#[test]
fn a_new_scenario_has_no_counter_offer_yet() {
    let state = State {
        counter: Some(ScenarioId(1)),
        ..borough()
    };
    assert_eq!(update(&state, Action::CopyScenario(noon())).counter, None);
}
