//! What the page opens on where the browser keeps workbooks, and what it opens when the address changes.

use crate::app::received::{self, beside, receive};
use crate::app::room;
use crate::app::shelf;
use crate::app::show::library;
use crate::app::{Action, Notice, State, View, update};
use crate::codec::say;
use crate::model::{Moment, ScenarioId};
use crate::platform::clock;
use crate::platform::location;
use crate::platform::storage::{Browser, StorageAlone};
use crate::presets::{self, Sample};
use crate::ui::first::{self, Asked, asked};
use std::rc::Rc;

/// The state that the page starts in: what this tab had on screen before it was reloaded; else what
/// the address brings, beside what was on screen last; else that alone; else as on a first visit.
pub(crate) fn start() -> State {
    let shown = location::left().and_then(|entry| {
        let state = shelf::take(&Browser, entry.document).ok()?;
        let state = state.state(entry.document);
        Some(update(&state, Action::Open(ScenarioId(entry.open))))
    });
    if let Some(state) = shown {
        return state;
    }
    let kept = shelf::all(&Browser).into_iter().find_map(|kept| {
        let taken = shelf::take(&Browser, kept.number).ok()?;
        Some(taken.state(kept.number))
    });
    let Some(state) = kept else {
        return first::start();
    };
    match asked() {
        Asked::Link(received) => {
            let actions = receive(&Browser, &state, &received, now());
            actions
                .into_iter()
                .fold(state, |state, action| update(&state, action))
        }
        Asked::Damaged(error) => {
            let says = format!("{} Your own work is on screen.", say::refusal(&error));
            update(&state, Action::Tell(Notice::wrong(says)))
        }
        Asked::View(view) => update(&state, Action::Show(view)),
        Asked::Nothing => state,
    }
}

/// What a first visit begins with, unless the address asks for something.
pub(crate) fn welcome() -> Option<Action> {
    match asked() {
        Asked::Nothing => room::welcome(&StorageAlone),
        Asked::Link(_) | Asked::Damaged(_) | Asked::View(_) => None,
    }
}

/// What to do now that the address is another.
pub(crate) fn turn(state: &State) -> Vec<Action> {
    if let Some(entry) = location::entry() {
        let open = ScenarioId(entry.open);
        if entry.document == state.document {
            return vec![Action::Open(open)];
        }
        if let Ok(taken) = shelf::take(&Browser, entry.document) {
            return vec![
                Action::Adopt {
                    open: taken.open,
                    workbook: Rc::new(taken.workbook),
                    document: entry.document,
                    notice: None,
                },
                Action::Open(open),
            ];
        }
    }
    match asked() {
        Asked::Nothing => Vec::new(),
        Asked::View(view) => vec![Action::Show(view)],
        Asked::Link(received) => receive(&Browser, state, &received, now()),
        Asked::Damaged(error) => {
            let says = format!("{} What was open stays open.", say::refusal(&error));
            vec![Action::Tell(Notice::wrong(says))]
        }
    }
}

/// Opens a sample beside what is on screen.
pub(crate) fn sample(state: &State, sample: &Sample) -> Vec<Action> {
    let workbook = Rc::new((sample.workbook)());
    let says = format!("“{}” is open.", sample.title);
    beside(
        &Browser,
        state,
        Rc::clone(&workbook),
        workbook.shown_first(),
        &says,
    )
}

/// Begins an agreement beside what is on screen, where its parts are typed.
pub(crate) fn blank(state: &State) -> Vec<Action> {
    let workbook = Rc::new(presets::blank());
    let says = "A new agreement with the four blocks of the guidance. Type its figures, its streams and outcomes here.";
    let open = workbook.base;
    let mut actions = beside(&Browser, state, workbook, open, says);
    actions.insert(0, Action::Show(View::Agreement));
    actions
}

/// Opens the text of a file; an unreadable one is said.
pub(crate) fn from_file(state: &State, text: &str) -> Vec<Action> {
    received::from_file(&Browser, state, text, now())
}

/// Opens a workbook kept in this browser.
pub(crate) fn kept(state: &State, number: u32) -> Vec<Action> {
    match shelf::take(&Browser, number) {
        Ok(taken) => {
            let says = format!(
                "“{}” is open. “{}” is kept: choose Open to go back to it.",
                taken.workbook.title, state.workbook.title
            );
            vec![Action::Adopt {
                open: taken.open,
                workbook: Rc::new(taken.workbook),
                document: number,
                notice: Some(Notice::fact(says)),
            }]
        }
        Err(error) => vec![Action::Tell(Notice::wrong(shelf::missing(&error)))],
    }
}

/// Sets a workbook kept in this browser beside the one on screen and shows the two compared.
pub(crate) fn compared(number: u32, title: &str) -> Vec<Action> {
    match received::compare_with(&Browser, number) {
        Ok(beside) => vec![
            beside,
            Action::Show(View::Compare),
            Action::Tell(Notice::fact(library::compared(title))),
        ],
        Err(says) => vec![Action::Tell(Notice::wrong(says))],
    }
}

fn now() -> Moment {
    Moment::of_millis(clock::now())
}
