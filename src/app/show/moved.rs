//! What moved from the base, as Position and Report list it.

use crate::app::moves::moves;
use crate::app::show::{over, paid};
use crate::engine::Takings;
use crate::model::{Pence, ScenarioId, Workbook};
use crate::text::money;

/// Changes against the base, the largest first, and what they make together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moved {
    /// The changes.
    pub rows: Vec<Row>,
    /// What they make together beyond the sum of the parts; none where that is nothing.
    pub together: Option<Row>,
}

/// A change, with its worth alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What was done, as a sentence without a full stop.
    pub says: String,
    /// What is earned more with it alone, and that with its sign.
    pub worth: (Pence, String),
    /// What is paid more with it alone, with its text, where that is another sum.
    pub paid: Option<(Pence, String)>,
    /// That it cannot be paid alone, and by how much.
    pub over: Option<String>,
}

/// What a scenario changes against the base of its workbook.
#[must_use]
pub fn moved(workbook: &Workbook, id: ScenarioId) -> Moved {
    let found = moves(workbook, id);
    let row = |says: String, worth: Takings| Row {
        says,
        worth: (worth.earned, money::difference(worth.earned)),
        paid: paid::note(worth),
        over: None,
    };
    let together = "Together, beyond the sum of the parts".to_owned();
    Moved {
        together: paid::is_seen(found.together).then(|| row(together, found.together)),
        rows: found
            .moves
            .into_iter()
            .map(|change| Row {
                over: over(change.over).map(|over| format!("alone it is {over}")),
                ..row(change.says, change.worth)
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::show::compare::{compared, view};
    use crate::app::{Action, State, update};
    use crate::presets;
    use std::rc::Rc;

    fn single_pot() -> State {
        let workbook = Rc::new((presets::all()[0].workbook)());
        State::open(workbook, ScenarioId(2), 1)
    }

    /// Money that crosses a fence of the base cannot be paid without the single pot.
    #[test]
    fn a_change_that_cannot_be_paid_alone_says_what_compare_says_of_it() {
        let state = single_pot();
        let found = moved(state.shown(), state.open);
        let compare = view(&state, &compared(&state, None).unwrap());
        let rows = compare.sections.iter().flat_map(|section| &section.rows);
        let notes: Vec<_> = rows.map(|row| (&row.says, &row.alone_note)).collect();
        assert_eq!(found.rows.len(), notes.len());
        for row in &found.rows {
            assert!(notes.contains(&(&row.says, &row.over)), "{row:?}");
        }
        let noted = found.rows.iter().filter(|row| row.over.is_some());
        assert!(noted.count() > 0);
    }

    /// A quarter of £3.717m is not paid when the rule alone is made in the base.
    #[test]
    fn a_rule_that_only_cuts_payments_is_among_the_largest() {
        let state = single_pot();
        let rule = crate::app::show::reward::payment_rule(&state, 1).unwrap();
        let march = update(&state, Action::Commit(rule));
        let first = &moved(march.shown(), march.open).rows[0];
        assert!(first.says.starts_with("Reward rules: payment"), "{first:?}");
        assert_eq!(first.worth.1, "same");
        let says = first.paid.as_ref().map(|paid| paid.1.as_str());
        assert_eq!(says, Some("paid −£929k"));
    }
}
