//! What was decided on the other side's differences holds as long as the same two scenarios are compared.

use crate::borough;
use laa::app::{Action, Edit, State, update};
use laa::model::{Moment, ScenarioId, SetUp};

/// The borough with one difference left on purpose, between the base and the open scenario.
fn left() -> State {
    let state = borough();
    assert_ne!(state.open, state.workbook.base);
    update(&state, Action::Leave(vec![Edit::SetUp(SetUp::SinglePot)]))
}

#[test]
fn opening_what_is_open_forgets_nothing_and_opening_another_does() {
    let state = left();
    let same = update(&state, Action::Open(state.open));
    assert_eq!(same.left.len(), 1);
    let base = state.workbook.base;
    let there_and_back = update(
        &update(&state, Action::Open(base)),
        Action::Open(state.open),
    );
    assert!(there_and_back.left.is_empty());
}

#[test]
fn where_the_open_scenario_is_removed_the_base_is_not_compared_with_itself() {
    // As it is where an offer came in while the base was open: against the base, with the offer open.
    let base = borough().workbook.base;
    let copied = update(&borough(), Action::CopyScenario(Moment::of_millis(0)));
    let offer = copied.open;
    let against = update(&copied, Action::Against(Some(base)));
    let decided = update(&against, Action::Leave(vec![Edit::SetUp(SetUp::SinglePot)]));
    assert_eq!((decided.against, decided.left.len()), (Some(base), 1));
    let removed = update(&decided, Action::RemoveScenario(offer));
    assert_eq!((removed.open, removed.against), (base, None));
    assert!(removed.left.is_empty(), "others are on show now");
}

#[test]
fn where_the_other_side_is_removed_what_was_decided_on_it_is_forgotten() {
    let copied = update(&borough(), Action::CopyScenario(Moment::of_millis(0)));
    let third: ScenarioId = copied.workbook.scenarios[1].id;
    let against = update(&copied, Action::Against(Some(third)));
    let decided = update(&against, Action::Leave(vec![Edit::SetUp(SetUp::SinglePot)]));
    let removed = update(&decided, Action::RemoveScenario(third));
    assert_eq!((removed.open, removed.against), (copied.open, None));
    assert!(removed.left.is_empty());
}
