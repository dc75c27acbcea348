//! The desks behind the page: what is wanted of them goes there, what they say comes back.

use crate::app::show::wanted::wanted;
use crate::app::{Action, State};
use crate::job::Desk;
use crate::model::Workbook;
use crate::platform::bridge::Bridge;
use crate::ui::context::{Act, Shared};
use crate::ui::parts::Parts;
use std::rc::Rc;
use yew::prelude::*;

/// The ways to the desks.
#[derive(Default)]
pub(crate) struct Desks {
    /// In the order of [`Desk::ALL`]; none before something is wanted of one.
    bridges: Vec<Bridge>,
    /// What was being typed when they were asked last.
    typed: Option<Rc<Workbook>>,
    /// The workbook that was opened last, as it was then.
    opened: Option<Rc<Workbook>>,
}

/// Asks the desks for what is to be worked out, after every drawing, once the parts are here.
#[hook]
pub(crate) fn use_desks(state: &Shared, act: &Act, parts: Option<Parts>) {
    let desks = use_mut_ref(Desks::default);
    let (state, act) = (state.clone(), act.clone());
    use_effect(move || {
        if let Some(parts) = parts {
            (parts.ask)(&mut desks.borrow_mut(), &state, &act);
        }
    });
}

/// Says to every desk what is wanted of it now, and to give way where something has been typed.
pub(crate) fn ask(desks: &mut Desks, state: &State, act: &Act) {
    let wanted = wanted(state);
    let Desks {
        bridges,
        typed,
        opened,
    } = desks;
    if !opened
        .as_ref()
        .is_some_and(|last| Rc::ptr_eq(last, &state.opened))
    {
        // What a worker still says of the workbook before would stand under the names of this one.
        bridges.clear();
        *opened = Some(Rc::clone(&state.opened));
    }
    if bridges.is_empty() {
        bridges.extend(Desk::ALL.iter().map(|_| {
            let act = act.clone();
            Bridge::new(move |heard| act.send(Action::Heard(heard)))
        }));
    }
    let now = state.preview.as_ref();
    let typing = now.is_some_and(|now| !typed.as_ref().is_some_and(|last| Rc::ptr_eq(last, now)));
    *typed = now.cloned();
    for (desk, bridge) in Desk::ALL.iter().zip(bridges.iter()) {
        if typing {
            bridge.give_way();
        }
        let asked = wanted.iter().find(|asked| asked.question.desk() == *desk);
        bridge.want(asked.cloned());
    }
}
