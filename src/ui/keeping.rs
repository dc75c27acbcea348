//! Keeps the workbook on screen in this browser and its link in the address bar.

use crate::app::keeper::Keeper;
use crate::app::{Action, Notice, State, View};
use crate::codec::link::{self, Band, What};
use crate::model::{ScenarioId, Workbook};
use crate::platform::location::{self, Entry, Step};
use crate::platform::soon::Soon;
use crate::ui::context::{Act, Shared};
use crate::ui::identical::Identical;
use crate::ui::parts::{self, Parts};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A workbook that is the same as long as nothing is committed.
pub(crate) type Committed = Identical<Workbook>;

/// What stood in the address bar at the last change.
struct Carried {
    /// The workbook as it was opened.
    opened: Committed,
    workbook: Committed,
    open: ScenarioId,
}

/// Keeps every committed change, carries it in the address bar and hears of addresses typed there.
/// What changes before the parts are here is kept once they are; where only the view or the open scenario is
/// another, that is shown first.
#[hook]
pub(crate) fn use_keeping(state: &Shared, act: &Act, parts: Option<Parts>) {
    let now = Identical(Rc::clone(&state.workbook));
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();

    let keeper = use_mut_ref(Keeper::default);
    let kept = use_mut_ref(|| None::<(bool, u32, Committed)>);
    let content = (parts.is_some(), state.document, now.clone());
    use_effect_with((content, state.open, state.view), {
        let (state, act) = (state.clone(), act.clone());
        move |(content, ..): &((bool, u32, Committed), ScenarioId, View)| {
            let before = kept.borrow_mut().replace(content.clone());
            let keep = move || {
                let left = parts.and_then(|parts| (parts.keep)(&mut keeper.borrow_mut(), &state));
                left.into_iter().for_each(|action| act.send(action));
            };
            let soon = if before.as_ref() == Some(content) {
                Some(Soon::new(keep))
            } else {
                keep();
                None
            };
            move || drop(soon)
        }
    });

    let carried = use_mut_ref(|| None::<Carried>);
    use_effect_with((state.document, now, state.open), {
        let state = state.clone();
        move |(_, workbook, open): &(u32, Committed, ScenarioId)| {
            let before = carried.borrow_mut().replace(Carried {
                opened: Identical(Rc::clone(&state.opened)),
                workbook: workbook.clone(),
                open: *open,
            });
            let soon = if before.is_some() {
                let step = step(before.as_ref(), &state);
                location::carry(Some(fragment(&state)), entry(&state), step);
                None
            } else {
                // What the page started with stays in the bar until something is changed or opened.
                let now = entry(&state);
                Some(Soon::new(move || location::carry(None, now, Step::Replace)))
            };
            move || drop(soon)
        }
    });

    use_effect_with((), {
        let act = act.clone();
        move |()| {
            let heard = location::hear(move || {
                let (latest, act) = (latest.clone(), act.clone());
                spawn_local(async move {
                    let Ok(parts) = parts::fetch().await else {
                        return act.send(Action::Tell(Notice::wrong(parts::MISSING)));
                    };
                    let state = latest.borrow().clone();
                    let actions = (parts.turn)(&state);
                    let stays = !actions.is_empty() && actions.iter().all(|it| stays(it, &state));
                    actions.into_iter().for_each(|action| act.send(action));
                    if stays {
                        location::carry(Some(fragment(&state)), entry(&state), Step::Replace);
                    }
                });
            });
            move || drop(heard)
        }
    });
}

/// Whether the same scenario of the same workbook is open after an action that an address asked for. Nothing else writes
/// its link then, and the bar holds that of another, or of how it was.
fn stays(action: &Action, state: &State) -> bool {
    match action {
        Action::Show(_) => true,
        Action::Open(id) => *id == state.open || state.workbook.scenario(*id).is_none(),
        _ => false,
    }
}

/// Opening a workbook or a scenario is a step to go back from; changing one is not, nor is going on under another number,
/// nor arriving at what the entry on show says.
fn step(before: Option<&Carried>, state: &Shared) -> Step {
    let opened = before.is_some_and(|before| {
        !Rc::ptr_eq(&before.opened.0, &state.opened)
            || before.open != state.open && Rc::ptr_eq(&before.workbook.0, &state.workbook)
    });
    let elsewhere = location::entry().is_some_and(|there| there != entry(state));
    if opened && elsewhere {
        Step::Push
    } else {
        Step::Replace
    }
}

fn entry(state: &Shared) -> Entry {
    Entry {
        document: state.document,
        open: state.open.0,
    }
}

/// The link of the agreement and the open scenario; nothing where that is too long for an address.
fn fragment(state: &Shared) -> String {
    let before = location::before_fragment().len();
    link::write(&state.workbook, state.open, &What::default())
        .ok()
        .filter(|link| link.band(before) < Band::FileOnly)
        .map(|link| link.text)
        .unwrap_or_default()
}
