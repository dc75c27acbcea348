//! How components reach the state and change it.

use crate::app::{Action, State, update};
use crate::ui::identical::Identical;
use crate::ui::pace::Pace;
use std::rc::Rc;
use yew::prelude::*;

/// The state as a property.
pub(crate) type Shared = Identical<State>;

impl Reducible for Shared {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        // The page is not drawn anew for a state that stays the same one.
        if matches!(&action, Action::Heard(heard) if heard.is_idle(self.view)) {
            return self;
        }
        Rc::new(Self(Rc::new(update(&self, action))))
    }
}

/// What every view is given: the state and nothing else.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ViewProps {
    pub(crate) state: Shared,
}

/// Where components send what a person did.
#[derive(Clone, PartialEq)]
pub(crate) struct Act(Identical<Pace>);

impl Act {
    pub(crate) fn new(make: Callback<Action>) -> Self {
        Self(Identical(Pace::new(make)))
    }

    pub(crate) fn send(&self, action: Action) {
        self.0.0.send(action);
    }

    /// Sends what follows from a key in a field that shows by itself what is typed.
    pub(crate) fn send_typed(&self, action: Action) {
        self.0.0.send_typed(action);
    }

    /// A handler that sends an action, whatever the event.
    pub(crate) fn on<E>(&self, action: impl Fn() -> Action + 'static) -> Callback<E> {
        let act = self.clone();
        Callback::from(move |_| act.send(action()))
    }

    /// The same, unless it is `refused` now. Such a button is said to be disabled and not made so: that would throw
    /// out the focus.
    pub(crate) fn unless<E>(
        &self,
        refused: bool,
        action: impl Fn() -> Action + 'static,
    ) -> Callback<E> {
        let act = self.clone();
        Callback::from(move |_| {
            if !refused {
                act.send(action());
            }
        })
    }
}

/// The place where actions go; there is one as long as the page runs.
#[hook]
pub(crate) fn use_act() -> Act {
    use_context::<Act>().unwrap_or_else(|| Act::new(Callback::noop()))
}

/// What a person takes in hand in a view, and what hears of it: the same callback as long as the view is
/// on show.
#[hook]
pub(crate) fn use_chosen<T: Copy + 'static>() -> (Option<T>, Callback<T>) {
    let chosen = use_state(|| None);
    let choose = use_callback((), {
        let chosen = chosen.setter();
        move |thing, ()| chosen.set(Some(thing))
    });
    (*chosen, choose)
}
