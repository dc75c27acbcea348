//! What becomes of a workbook that arrives by link, as text or as a file: it overwrites nothing.
//!
//! It is about the same agreement as the one on screen if both areas have the same name (or one has
//! none) and at least half of the streams, outcomes and indicators are found in it, by id or by
//! name. If no fact differs either, its scenarios join the workbook on screen as received; if some
//! do, it is set beside it, since facts are settled before offers, and is kept as a workbook of its
//! own. Any other agreement opens as a workbook of its own.

use crate::app::edit::{Edit, apply};
use crate::app::facts::{Differing, align, facts};
use crate::app::ledger;
use crate::app::shelf;
use crate::app::state::{Beside, Notice, State};
use crate::app::store::Store;
use crate::app::update::Action;
use crate::app::view::View;
use crate::chart::figure::count;
use crate::codec::code::Code;
use crate::codec::link::Received;
use crate::codec::{file, say};
use crate::model::{Entity, Entry, Label, Moment, Note, Scenario, ScenarioId, Workbook, limits};
use crate::presets;
use std::rc::Rc;

/// What to do with what a link brought at a moment, with a workbook on screen.
#[must_use]
pub fn receive(store: &impl Store, state: &State, received: &Received, at: Moment) -> Vec<Action> {
    arrive(
        store,
        state,
        &received.workbook,
        &say::opening(received),
        at,
    )
}

/// What to do with the text of a file at a moment, with a workbook on screen; an unreadable one is
/// said.
///
/// A file with a ledger is the record of one side, not an offer, and opens on its own; so does any
/// file where nothing but an untouched sample is on screen.
#[must_use]
pub fn from_file(store: &impl Store, state: &State, text: &str, at: Moment) -> Vec<Action> {
    let workbook = match file::read(text) {
        Ok(workbook) => workbook,
        Err(error) => return vec![Action::Tell(Notice::wrong(file::refusal(&error)))],
    };
    let sample = |sample: &presets::Sample| {
        sample.title == state.workbook.title && (sample.workbook)() == *state.workbook
    };
    let says = format!("“{}” is open.", workbook.title);
    if workbook.ledger.is_empty() && !presets::all().iter().any(sample) {
        return arrive(store, state, &workbook, &says, at);
    }
    // To be compared with the base.
    let open = workbook
        .scenarios
        .last()
        .map_or(workbook.base, |last| last.id);
    beside(store, state, Rc::new(workbook), open, &says)
}

/// What to do with a workbook that came from the other side at a moment; `opened` says how it came.
///
/// Scenarios whose figures are here already are opened where they are.
#[must_use]
pub fn arrive(
    store: &impl Store,
    state: &State,
    theirs: &Workbook,
    opened: &str,
    at: Moment,
) -> Vec<Action> {
    let mine = &state.workbook;
    let Some(aligned) = align(mine, theirs).filter(|aligned| aligned.kin) else {
        return alone(store, state, theirs, opened, at);
    };
    let differing = facts(&mine.agreement, &aligned.workbook.agreement);
    if !differing.is_empty() {
        return set_beside(store, state, theirs, &differing, opened, at);
    }
    let Some((join, open)) = join(mine, &aligned.workbook, at) else {
        return alone(store, state, theirs, opened, at);
    };
    let name = |workbook: &Workbook| {
        workbook
            .scenario(open)
            .map_or_else(String::new, |scenario| scenario.name.clone())
    };
    let against = Action::Against(Some(state.open).filter(|&mine| mine != open));
    if join.is_empty() {
        let says = format!(
            "{opened} Its figures are here already, as “{}”.",
            name(mine)
        );
        let mut actions = vec![against, Action::Open(open)];
        // What is on screen already needs no comparison with itself.
        actions.extend((open != state.open).then_some(Action::Show(View::Compare)));
        actions.push(Action::Tell(Notice::fact(says)));
        return actions;
    }
    match apply(mine, state.open, &Edit::Many(join.clone())) {
        Ok(joined) => {
            let says = format!(
                "{opened} It is on the agreement that was open and stands beside your scenarios \
                 as “{}”. Undo takes it away.",
                name(&joined)
            );
            vec![
                Action::Commit(Edit::Many(join)),
                against,
                Action::Open(open),
                Action::Show(View::Compare),
                Action::Tell(Notice::fact(says)),
            ]
        }
        // The workbook on screen has no room for another scenario.
        Err(_) => alone(store, state, theirs, opened, at),
    }
}

/// Sets a workbook about the same agreement with other facts beside the one on screen.
fn set_beside(
    store: &impl Store,
    state: &State,
    theirs: &Workbook,
    differing: &[Differing],
    opened: &str,
    at: Moment,
) -> Vec<Action> {
    let open = first(theirs);
    let first = differing.first().map_or("", |fact| fact.says.as_str());
    let count = count(differing.len(), "fact");
    let put = match shelf::alike(store, theirs) {
        Some((number, _)) => Ok(number),
        None => shelf::put(store, &noted(theirs, at), open, at.millis(), state.document),
    };
    let kept = match put {
        Ok(_) => "It is kept as a workbook of its own too.",
        Err(error) => shelf::refusal(error),
    };
    let says = format!(
        "{opened} It is about the agreement that is open, but {count} in it differ{}, beginning \
         with “{first}”: settle the facts first. Nothing of yours has changed. {kept}",
        if differing.len() == 1 { "s" } else { "" }
    );
    vec![
        Action::Beside(Some(Beside::new(Rc::new(theirs.clone()), open))),
        Action::Show(View::Compare),
        Action::Tell(Notice::fact(says)),
    ]
}

/// Sets a kept workbook beside the one on screen, to be compared.
///
/// # Errors
/// Why it cannot be, in a sentence.
pub fn compare_with(store: &impl Store, number: u32) -> Result<Action, String> {
    let taken = shelf::take(store, number).map_err(|error| shelf::missing(&error))?;
    let workbook = Rc::new(taken.workbook);
    Ok(Action::Beside(Some(Beside::new(workbook, taken.open))))
}

/// The scenario that a link opens.
fn first(workbook: &Workbook) -> ScenarioId {
    let first = workbook.scenarios.first();
    first.map_or(workbook.base, |scenario| scenario.id)
}

/// What a link brought at a moment, in a browser that keeps nothing, under a number.
#[must_use]
pub fn opened(received: &Received, at: Moment, document: u32) -> State {
    let workbook = noted(&received.workbook, at);
    let mut state = State::open(Rc::new(workbook), first(&received.workbook), document);
    let opening = say::opening(received);
    state.notice = Some(Notice::fact(theirs_said(&opening, &received.workbook)));
    state
}

/// What is said where only what the other side sent is on screen: whose it is, and how it is answered.
fn theirs_said(opened: &str, theirs: &Workbook) -> String {
    let whose = match theirs.scenarios.as_slice() {
        [one] => format!(
            "“{}” is the sender’s, under the name that they gave it",
            one.name
        ),
        _ => "The scenarios are the sender’s, under the names that they gave them".to_owned(),
    };
    format!(
        "{opened} {whose}. To answer, choose “+ New scenario”, change that one and send it back with “Copy link”."
    )
}

/// Their workbook with every scenario noted as received.
fn noted(theirs: &Workbook, at: Moment) -> Workbook {
    let entries = theirs.scenarios.iter().map(|scenario| {
        let code = Code::of(&theirs.agreement, scenario);
        entry(scenario.id, &code, at, None)
    });
    Workbook {
        ledger: entries.collect(),
        ..theirs.clone()
    }
}

fn entry(scenario: ScenarioId, code: &Code, at: Moment, answers: Option<ScenarioId>) -> Entry {
    Entry {
        label: Label::Received,
        at: Some(at),
        answers,
        code: code.as_str().to_owned(),
        ..Entry::draft(scenario)
    }
}

/// Opens what arrived on its own, or where it is kept already, whatever is noted of it there.
fn alone(
    store: &impl Store,
    state: &State,
    theirs: &Workbook,
    opened: &str,
    at: Moment,
) -> Vec<Action> {
    let kept = shelf::alike(store, theirs).map(|(_, taken)| taken.workbook);
    let (workbook, says) = match kept {
        Some(kept) => (kept, opened.to_owned()),
        None => (noted(theirs, at), theirs_said(opened, theirs)),
    };
    beside(store, state, Rc::new(workbook), first(theirs), &says)
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
fn join(mine: &Workbook, theirs: &Workbook, at: Moment) -> Option<(Vec<Edit>, ScenarioId)> {
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
                let answers = ledger::last_offer(mine);
                edits.push(Edit::Enter(entry(id, &code, at, answers)));
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

#[cfg(test)]
mod tests;
