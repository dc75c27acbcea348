//! What is said where the borough's stretch indicators are put under the rules of 2008–11, for which none is designated?

use crate::borough;
use laa::app::show::cliffs::groups;
use laa::app::show::position::headline;
use laa::app::show::reward::{missing, scheme};
use laa::app::{Action, Edit, State, update};
use laa::model::OutcomeId;

fn designated() -> State {
    let state = borough();
    update(&state, Action::Commit(scheme(&state, 2).unwrap()))
}

#[test]
fn what_is_not_designated_is_not_said_to_be_dropped_or_under_a_cliff() {
    let told = |state: &State| -> Vec<(&str, String)> {
        let groups = groups(state, 200.0).into_iter();
        let rows = groups.flat_map(|group| group.rows);
        rows.map(|row| (row.tone, row.margin)).collect()
    };
    let state = designated();
    let says =
        "One cliff on the average of all designated indicators, an assumption: none is designated.";
    assert_eq!(headline(&state).unwrap().below, says);
    let all = told(&state);
    assert_eq!(all.len(), 15);
    let not = ("same", "not designated".to_owned());
    assert!(all.iter().all(|row| *row == not), "{all:?}");
    let dropped = update(&state, Action::Commit(Edit::Drop(OutcomeId(1), true)));
    assert_eq!(told(&dropped)[0], ("same", "dropped".to_owned()));
}

/// That pooled money was never published says nothing of it.
#[test]
fn that_none_is_designated_is_not_laid_to_what_was_not_published() {
    let found = missing(&designated()).unwrap();
    assert!(found.says.contains("none is designated"));
    assert_eq!(found.gaps, []);
}
