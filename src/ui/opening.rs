//! What the page opens on, and what it opens when the address changes.

use crate::app::received::{self, beside, receive};
use crate::app::shelf;
use crate::app::{Action, Notice, State, View, update};
use crate::codec::link;
use crate::codec::outcome::LinkError;
use crate::codec::say;
use crate::model::{Moment, ScenarioId, Workbook};
use crate::platform::clock;
use crate::platform::location;
use crate::platform::storage::Browser;
use crate::presets::{self, Sample};
use std::rc::Rc;

/// What an address asks for.
enum Asked {
    /// Nothing: the start page.
    Nothing,
    /// A view.
    View(View),
    /// What a link brought.
    Link(Box<link::Received>),
    /// A link that does not open.
    Damaged(LinkError),
}

/// The state that the page starts in: what this tab had on screen before it was reloaded; else what
/// the address brings, beside what was on screen last; else that alone; else the first sample.
pub(crate) fn start() -> State {
    let shown = location::entry().and_then(|entry| {
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
    match (asked(), kept) {
        (Asked::Link(received), Some(state)) => {
            act(state.clone(), receive(&Browser, &state, &received, now()))
        }
        (Asked::Link(received), None) => received::opened(&received, now(), fresh(0)),
        (Asked::Damaged(error), Some(state)) => {
            let says = format!("{} Your own work is on screen.", say::refusal(&error));
            update(&state, Action::Tell(Notice::wrong(says)))
        }
        (Asked::Damaged(error), None) => {
            let says = format!("{} Here is an illustration instead.", say::refusal(&error));
            act(illustration(), vec![Action::Tell(Notice::wrong(says))])
        }
        (Asked::View(view), kept) => {
            let state = kept.unwrap_or_else(illustration);
            update(&state, Action::Show(view))
        }
        (Asked::Nothing, kept) => kept.unwrap_or_else(illustration),
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
        last(&workbook),
        &says,
    )
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

fn asked() -> Asked {
    let fragment = location::fragment();
    match (link::read(&location::address()), View::at(&fragment)) {
        (Ok(received), _) => Asked::Link(Box::new(received)),
        (Err(_), Some(view)) => Asked::View(view),
        (Err(LinkError::NoLink), None) if fragment.is_empty() => Asked::Nothing,
        (Err(error), None) => Asked::Damaged(error),
    }
}

fn illustration() -> State {
    let workbook = Rc::new((presets::all()[0].workbook)());
    let open = last(&workbook);
    State::open(workbook, open, fresh(0))
}

/// The scenario that a newly opened workbook shows: the last, to be compared with the base.
fn last(workbook: &Workbook) -> ScenarioId {
    let last = workbook.scenarios.last();
    last.map_or(workbook.base, |scenario| scenario.id)
}

fn now() -> Moment {
    Moment::of_millis(clock::now())
}

fn fresh(on_screen: u32) -> u32 {
    shelf::fresh(&Browser, on_screen)
}

fn act(state: State, actions: Vec<Action>) -> State {
    actions
        .into_iter()
        .fold(state, |state, action| update(&state, action))
}
