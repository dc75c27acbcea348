//! What is said where the borough's stretch indicators are put under the rules of 2008–11, for which none is designated?

use crate::borough;
use laa::app::show::cliffs::groups;
use laa::app::show::position::headline;
use laa::app::show::reward::{missing, outcomes, parts, pot, rules, scheme};
use laa::app::{Action, Edit, State, update};
use laa::model::{BasisPoints, OutcomeId, Pence, Pot};

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

/// 2.5% of £258.4m.
#[test]
fn the_maximum_that_is_paid_out_of_stands_in_its_field_with_its_source() {
    let state = designated();
    let found = rules(&state).unwrap();
    assert_eq!(found.pot.as_deref(), Some("6,460,000"));
    let says = "Until another maximum is typed it is 2.5% of the net budget requirement, the share stated under Agreement.";
    assert!(found.assumed.unwrap().ends_with(says));
    let typed = update(&state, Action::Commit(pot(&state, "2m").unwrap()));
    let found = rules(&typed).unwrap();
    assert_eq!(found.pot.as_deref(), Some("2,000,000"));
    assert!(
        found
            .assumed
            .unwrap()
            .ends_with("no such reward was ever paid.")
    );
    // The share that the scenario took over stays its own when the agreement states another.
    let mut agreed = state.workbook.agreement.rules.clone();
    agreed.pot = Pot::Rate(BasisPoints(300));
    let other = update(&state, Action::Commit(Edit::Rules(agreed)));
    let says = "Until another maximum is typed it is 2.5% of the net budget requirement.";
    assert!(rules(&other).unwrap().assumed.unwrap().ends_with(says));
}

#[test]
fn without_a_budget_the_maximum_has_to_be_typed() {
    let mut workbook = crate::support::sample("An illustrative borough");
    workbook.agreement.area.net_budget = None;
    let state = crate::opened(workbook);
    let state = update(&state, Action::Commit(scheme(&state, 2).unwrap()));
    let found = rules(&state).unwrap();
    assert_eq!(found.pot.as_deref(), Some(""));
    assert!(
        found
            .assumed
            .unwrap()
            .ends_with("The maximum has to be typed.")
    );
}

#[test]
fn where_none_is_designated_the_parts_of_the_pot_are_nothing_of_it() {
    let state = designated();
    let rows = outcomes(&state);
    assert!(rows.iter().all(|row| row.potential == Pence(0)));
    assert_eq!(parts(&state, &rows), (Pence(0), Some(Pence(646_000_000))));
    let before = borough();
    assert_eq!(
        parts(&before, &outcomes(&before)),
        (Pence(646_000_000), None)
    );
}

/// That pooled money was never published says nothing of it.
#[test]
fn that_none_is_designated_is_not_laid_to_what_was_not_published() {
    let found = missing(&designated()).unwrap();
    assert!(found.says.contains("none is designated"));
    assert_eq!(found.gaps, []);
}
