//! The desks behind the page: what is wanted of them goes there, what they say comes back.

use crate::app::desks::wanted;
use crate::app::{Action, State};
use crate::job::Desk;
use crate::platform::bridge::Bridge;
use crate::ui::context::{Act, Shared};
use crate::ui::parts::Parts;
use yew::prelude::*;

/// The ways to the desks in the order of [`Desk::ALL`], none before something is wanted of one.
pub(crate) type Desks = Vec<Bridge>;

/// Asks the desks for what is to be worked out, after every drawing, once the parts are here.
#[hook]
pub(crate) fn use_desks(state: &Shared, act: &Act, parts: Option<Parts>) {
    let desks = use_mut_ref(Desks::new);
    let (state, act) = (state.clone(), act.clone());
    use_effect(move || {
        if let Some(parts) = parts {
            (parts.ask)(&mut desks.borrow_mut(), &state, &act);
        }
    });
}

/// Says to every desk what is wanted of it now.
pub(crate) fn ask(desks: &mut Desks, state: &State, act: &Act) {
    let wanted = wanted(state);
    if desks.is_empty() {
        desks.extend(Desk::ALL.iter().map(|_| {
            let act = act.clone();
            Bridge::new(move |heard| act.send(Action::Heard(heard)))
        }));
    }
    for (desk, bridge) in Desk::ALL.iter().zip(desks.iter()) {
        let asked = wanted.iter().find(|asked| asked.question.desk() == *desk);
        bridge.want(asked.cloned());
    }
}
