//! What becomes of a workbook that arrives by link: it overwrites nothing.

use crate::app::edit::{Edit, apply};
use crate::app::shelf;
use crate::app::state::{Notice, State};
use crate::app::store::Store;
use crate::app::update::Action;
use crate::codec::code::Code;
use crate::codec::link::Received;
use crate::codec::say;
use crate::model::{Agreement, Entity, Note, Scenario, ScenarioId, Workbook, limits, order};
use std::rc::Rc;

/// What to do with what a link brought, with a workbook on screen.
///
/// Scenarios on the same agreement join the workbook on screen; those whose figures it has
/// already are opened there. Another agreement opens as a workbook of its own beside it.
#[must_use]
pub fn receive(store: &impl Store, state: &State, received: &Received) -> Vec<Action> {
    let opened = say::opening(received);
    let theirs = &received.workbook;
    if !same_agreement(&state.workbook.agreement, &theirs.agreement) {
        return alone(store, state, received);
    }
    let Some((join, open)) = join(&state.workbook, theirs) else {
        return alone(store, state, received);
    };
    let name = |workbook: &Workbook| {
        workbook
            .scenario(open)
            .map_or_else(String::new, |scenario| scenario.name.clone())
    };
    if join.is_empty() {
        let says = format!(
            "{opened} Its figures are here already, as “{}”.",
            name(&state.workbook)
        );
        return vec![Action::Open(open), Action::Tell(Notice::fact(says))];
    }
    match apply(&state.workbook, state.open, &Edit::Many(join.clone())) {
        Ok(joined) => {
            let says = format!(
                "{opened} It is on the agreement that was open and stands beside your scenarios \
                 as “{}”. Undo takes it away.",
                name(&joined)
            );
            vec![
                Action::Commit(Edit::Many(join)),
                Action::Open(open),
                Action::Tell(Notice::fact(says)),
            ]
        }
        // The workbook on screen has no room for another scenario.
        Err(_) => alone(store, state, received),
    }
}

fn alone(store: &impl Store, state: &State, received: &Received) -> Vec<Action> {
    let workbook = Rc::new(received.workbook.clone());
    let open = workbook
        .scenarios
        .first()
        .map_or(workbook.base, |scenario| scenario.id);
    beside(store, state, workbook, open, &say::opening(received))
}

/// Opens a workbook beside the one on screen, or where an equal one is kept already.
///
/// `says` is what happened; where the one on screen is found is said after it.
#[must_use]
pub fn beside(
    store: &impl Store,
    state: &State,
    workbook: Rc<Workbook>,
    open: ScenarioId,
    says: &str,
) -> Vec<Action> {
    // What is on screen may have changed since it was last kept under its number.
    let document = shelf::same(store, &workbook)
        .filter(|&number| number != state.document || workbook == state.workbook)
        .unwrap_or_else(|| shelf::fresh(store, state.document));
    let before = &state.workbook.title;
    let says = if document == state.document {
        says.to_owned()
    } else {
        format!("{says} “{before}” is untouched: choose Open to go back to it.")
    };
    vec![Action::Adopt {
        workbook,
        open,
        document,
        notice: Some(Notice::fact(says)),
    }]
}

/// The edits that bring their scenarios and notes into a workbook, and the scenario to open there.
fn join(mine: &Workbook, theirs: &Workbook) -> Option<(Vec<Edit>, ScenarioId)> {
    let mut joined = mine.clone();
    let mut edits = Vec::new();
    let mut places = Vec::new();
    for scenario in &theirs.scenarios {
        let code = Code::of(&theirs.agreement, scenario);
        let here = joined
            .scenarios
            .iter()
            .find(|held| Code::of(&joined.agreement, held) == code);
        let place = match here {
            Some(held) => held.id,
            None => {
                let arrived = Scenario {
                    id: ScenarioId(joined.fresh_id()?),
                    name: received_name(&joined, &scenario.name),
                    ..scenario.clone()
                };
                joined.scenarios.push(arrived.clone());
                let id = arrived.id;
                edits.push(Edit::Scenario(arrived));
                id
            }
        };
        places.push((scenario.id, place));
    }
    let notes = join_notes(&mine.notes, &theirs.notes, &places);
    if notes != mine.notes {
        edits.push(Edit::Notes(notes));
    }
    Some((edits, places.first()?.1))
}

/// My notes, then theirs that I do not have, about the scenarios where they now stand.
fn join_notes(mine: &[Note], theirs: &[Note], places: &[(ScenarioId, ScenarioId)]) -> Vec<Note> {
    let mut notes = mine.to_vec();
    for note in theirs {
        let mut note = note.clone();
        if let Some(Entity::Scenario(id)) = note.about {
            let place = places.iter().find(|(from, _)| *from == id);
            note.about = place.map(|(_, to)| Entity::Scenario(*to));
        }
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

/// "Name (received)", cut to what a name may take, with a number where that name is taken.
fn received_name(workbook: &Workbook, name: &str) -> String {
    let taken = |name: &str| workbook.scenarios.iter().any(|held| held.name == name);
    let mut number = 1_u32;
    loop {
        let mark = match number {
            1 => " (received)".to_owned(),
            further => format!(" (received {further})"),
        };
        let room = limits::NAME_BYTES - mark.len();
        let cut = (0..=room.min(name.len()))
            .rev()
            .find(|&at| name.is_char_boundary(at));
        let candidate = format!("{}{mark}", name[..cut.unwrap_or(0)].trim_end());
        if !taken(&candidate) {
            return candidate;
        }
        number += 1;
    }
}

/// Whether two agreements have the same figures under the same ids, whatever things are called and
/// in whatever order they stand. Delivery risks are no figures: a link leaves them behind.
fn same_agreement(one: &Agreement, other: &Agreement) -> bool {
    figures(one) == figures(other)
}

fn figures(agreement: &Agreement) -> Agreement {
    let mut bare = agreement.clone();
    bare.area.name.clear();
    bare.blocks.iter_mut().for_each(|block| block.name.clear());
    order::by_key(&mut bare.blocks, |block| block.id);
    bare.partners
        .iter_mut()
        .for_each(|partner| partner.name.clear());
    order::by_key(&mut bare.partners, |partner| partner.id);
    bare.streams
        .iter_mut()
        .for_each(|stream| stream.name.clear());
    order::by_key(&mut bare.streams, |stream| stream.id);
    bare.outcomes
        .iter_mut()
        .for_each(|outcome| outcome.name.clear());
    order::by_key(&mut bare.outcomes, |outcome| outcome.id);
    for indicator in &mut bare.indicators {
        indicator.name.clear();
        indicator.unit.clear();
        indicator.risk = None;
    }
    order::by_key(&mut bare.indicators, |indicator| indicator.id);
    for slice in &mut bare.rules.sharing.top_slices {
        slice.name.clear();
    }
    bare
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use crate::app::store::stand_in::Shelf;
    use crate::app::update;
    use crate::codec::link::{self, OwnWords, What};
    use crate::model::{OutcomeId, Pounds};
    use crate::presets;

    fn borough() -> State {
        let workbook = Rc::new((presets::all()[0].workbook)());
        State::open(workbook, ScenarioId(2), 1)
    }

    fn sent(state: &State, what: &What) -> Received {
        link::read(&link::write(&state.workbook, state.open, what).unwrap().text).unwrap()
    }

    fn arrive(state: &State, received: &Received) -> State {
        let actions = receive(&Shelf::default(), state, received);
        actions
            .into_iter()
            .fold(state.clone(), |state, action| update(&state, action))
    }

    fn names(state: &State) -> Vec<&str> {
        let scenarios = state.workbook.scenarios.iter();
        scenarios.map(|scenario| scenario.name.as_str()).collect()
    }

    #[test]
    fn an_offer_on_the_same_agreement_joins_as_received_and_undo_takes_it_away() {
        let ours = borough();
        let moved = Edit::Spend(OutcomeId(1), 0, Pounds(2_400_000));
        let theirs = update(&ours, Action::Commit(moved));
        let after = arrive(&ours, &sent(&theirs, &What::default()));
        assert_eq!(after.document, 1);
        assert_eq!(
            names(&after),
            ["Ring-fenced blocks", "Single pot", "Single pot (received)"]
        );
        let open = after.scenario().unwrap();
        assert_eq!(open.name, "Single pot (received)");
        assert_eq!(
            open.spending.get(OutcomeId(1), 0),
            Pounds(2_400_000),
            "their figure"
        );
        assert_eq!(after.workbook.scenarios[..2], ours.workbook.scenarios[..]);
        let undone = update(&after, Action::Undo);
        assert_eq!(undone.workbook.scenarios, ours.workbook.scenarios);
        let twice = arrive(&after, &sent(&theirs, &What::default()));
        assert_eq!(names(&twice).len(), 3, "the same offer again adds nothing");
    }

    #[test]
    fn figures_that_are_here_are_only_opened() {
        let mut ours = borough();
        ours.open = ScenarioId(1);
        let after = arrive(&borough(), &sent(&ours, &What::default()));
        assert_eq!(after.workbook, ours.workbook);
        assert_eq!(after.open, ScenarioId(1));
        assert!(!after.history.can_undo());
    }

    #[test]
    fn numbers_only_are_known_for_the_same_agreement() {
        let what = What {
            words: OwnWords::Left,
            ..What::default()
        };
        let after = arrive(&borough(), &sent(&borough(), &what));
        assert_eq!(names(&after), ["Ring-fenced blocks", "Single pot"]);
    }

    #[test]
    fn another_agreement_opens_beside() {
        let ours = borough();
        let longer = update(&ours, Action::Commit(Edit::Years(4)));
        let after = arrive(&ours, &sent(&longer, &What::default()));
        assert_eq!(after.document, 2);
        assert_eq!(names(&after), ["Single pot"]);
        let says = after.notice.unwrap().says;
        assert!(says.contains("is untouched"), "{says}");
    }

    #[test]
    fn what_is_on_screen_is_never_replaced_by_what_was_kept_of_it() {
        let shelf = Shelf::default();
        let ours = borough();
        let times = shelf::Times {
            now: 1,
            changed: 1,
            known: None,
        };
        shelf::keep(&shelf, &ours, times).unwrap();
        let renamed = Edit::RenameScenario(ScenarioId(2), "Ours".to_owned());
        let changed = update(&ours, Action::Commit(renamed));
        let opened = |state: &State| {
            let sample = Rc::clone(&ours.workbook);
            match beside(&shelf, state, sample, ScenarioId(2), "Opened.").as_slice() {
                [Action::Adopt { document, .. }] => *document,
                _ => 0,
            }
        };
        assert_eq!(opened(&ours), 1);
        assert_eq!(opened(&changed), 2);
    }

    #[test]
    fn a_received_name_is_its_own_and_fits() {
        let mut workbook = (presets::all()[0].workbook)();
        assert_eq!(received_name(&workbook, "Ours"), "Ours (received)");
        workbook.scenarios[0].name = "Ours (received)".to_owned();
        assert_eq!(received_name(&workbook, "Ours"), "Ours (received 2)");
        // 26 letters of three bytes are 78; 23 of them (69 bytes) leave room for the 11 bytes of the mark.
        let long = received_name(&workbook, &"\u{20ac}".repeat(26));
        assert_eq!(long, format!("{} (received)", "\u{20ac}".repeat(23)));
    }
}
