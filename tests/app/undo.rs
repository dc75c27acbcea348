//! Every change is a step to take back and to make again, in a workbook that is opened again too.

use crate::support::sample;
use crate::{after, borough, first_outcome, spent};
use laa::app::{Action, Edit, update};
use laa::model::{Entity, Moment, Pounds, SetUp, Workbook};
use std::rc::Rc;

#[test]
fn every_commit_is_one_step_and_undo_brings_back_figures_and_results() {
    let start = borough();
    let outcome = first_outcome(&start);
    let edits = [
        Edit::Spend(outcome, 0, Pounds(1)),
        Edit::Drop(outcome, true),
        Edit::SetUp(SetUp::AreaBasedGrant),
    ];
    let commits: Vec<Action> = edits.into_iter().map(Action::Commit).collect();
    let changed = after(&start, &commits);
    let back = after(
        &changed,
        &[Action::Undo, Action::Undo, Action::Undo, Action::Undo],
    );
    assert_eq!(back.workbook, start.workbook);
    assert_eq!(back.results, start.results);
    let again = after(&back, &[Action::Redo, Action::Redo, Action::Redo]);
    assert_eq!(again.workbook, changed.workbook);
    assert_eq!(again.results, changed.results);
}

#[test]
fn committing_what_is_there_already_is_no_step() {
    let start = borough();
    let outcome = first_outcome(&start);
    let same = Edit::Spend(outcome, 0, spent(&start, outcome.0));
    assert!(!update(&start, Action::Commit(same)).history.can_undo());
}

#[test]
fn reset_goes_back_to_what_was_opened_and_can_be_undone() {
    let start = borough();
    let outcome = first_outcome(&start);
    let changed = update(&start, Action::Commit(Edit::Spend(outcome, 0, Pounds(1))));
    let reset = update(&changed, Action::Reset);
    assert_eq!(reset.workbook, start.workbook);
    assert_eq!(update(&reset, Action::Undo).workbook, changed.workbook);
}

#[test]
fn a_workbook_that_is_opened_again_can_be_undone_as_before() {
    let start = borough();
    let outcome = first_outcome(&start);
    let spend = Action::Commit(Edit::Spend(outcome, 0, Pounds(1)));
    let changed = update(&start, spend);
    let adopt = |workbook: &Rc<Workbook>, document| Action::Adopt {
        workbook: Rc::clone(workbook),
        open: start.open,
        document,
        notice: None,
    };
    let elsewhere = update(&changed, adopt(&Rc::new(sample("Shropshire")), 1));
    assert!(!elsewhere.history.can_undo());
    let back = update(&elsewhere, adopt(&changed.workbook, changed.document));
    assert_eq!(update(&back, Action::Undo).workbook, start.workbook);
    // As another window has left it, its steps would lead to what never was.
    let other = update(&elsewhere, adopt(&start.workbook, changed.document));
    assert!(!other.history.can_undo());
}

#[test]
fn a_step_by_which_a_scenario_came_or_went_leads_to_where_one_was() {
    let start = borough();
    let [base, other] = [0, 1].map(|place| start.workbook.scenarios[place].id);
    assert_eq!(start.workbook.base, base);
    let there = update(&start, Action::Open(other));
    let copied = update(&there, Action::CopyScenario(Moment::of_millis(0)));
    let back = update(&copied, Action::Undo);
    assert_eq!(back.open, other);
    assert_eq!(update(&back, Action::Redo).open, copied.open);
    let removed = update(&there, Action::RemoveScenario(other));
    assert_eq!(removed.open, base);
    assert_eq!(update(&removed, Action::Undo).open, other);
    // A step that changes figures or an order leaves open what is.
    let moved = update(
        &there,
        Action::Commit(Edit::Move(Entity::Scenario(other), -1)),
    );
    let away = update(&moved, Action::Open(base));
    assert_eq!(update(&away, Action::Undo).open, base);
    let changed = update(&there, Action::Commit(Edit::SetUp(SetUp::AreaBasedGrant)));
    let away = update(&changed, Action::Open(base));
    assert_eq!(update(&away, Action::Undo).open, base);
}
