//! How components reach the state and change it.

use crate::app::{Action, Edit, State, update};
use crate::platform::element;
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
pub(crate) struct Act(Identical<Ways>);

/// The way to the state, and the way back; neither where there is no page.
struct Ways {
    pace: Rc<Pace>,
    state: Option<UseReducerHandle<Shared>>,
}

impl Act {
    pub(crate) fn new(state: Option<UseReducerHandle<Shared>>) -> Self {
        let make = state.as_ref().map(|state| state.dispatcher().to_callback());
        let pace = Pace::new(make.unwrap_or_else(Callback::noop));
        Self(Identical(Rc::new(Ways { pace, state })))
    }

    pub(crate) fn send(&self, action: Action) {
        self.0.pace.send(action);
    }

    /// The state as it is now, which may not be drawn yet; none where there is no page.
    pub(crate) fn now(&self) -> Option<Shared> {
        // A handle keeps every state that it was asked for; another one is dropped with them.
        let state = self.0.state.clone()?;
        Some(Shared::clone(&state))
    }

    /// The edit that a choice by its place means, of the state as it is when it is made.
    pub(crate) fn choosing(
        &self,
        choice: impl Fn(&State, usize) -> Option<Edit> + 'static,
    ) -> Callback<usize, Option<Edit>> {
        let act = self.clone();
        Callback::from(move |index| choice(&*act.now()?, index))
    }

    /// The edit that the text of a field means, of the state as it is when it is read.
    pub(crate) fn reading(
        &self,
        read: impl Fn(&State, &str) -> Result<Edit, String> + 'static,
    ) -> Callback<String, Result<Edit, String>> {
        let act = self.clone();
        Callback::from(move |text: String| {
            let state = act.now();
            state.map_or_else(|| Ok(Edit::none()), |state| read(&state, &text))
        })
    }

    /// Sends what follows from a key in a field that shows by itself what is typed.
    pub(crate) fn send_typed(&self, action: Action) {
        self.0.pace.send_typed(action);
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
    use_context::<Act>().unwrap_or_else(|| Act::new(None))
}

/// The id of what stands beside a sheet: all that there is to the row that is in hand.
pub(crate) const AT_HAND: &str = "at-hand";

/// Takes a row of a sheet in hand and goes to what there is to it, where that stands below the sheet.
#[hook]
pub(crate) fn use_going_to<T: 'static>(choose: &Callback<T>) -> Callback<T> {
    use_callback(choose.clone(), |thing, choose| {
        choose.emit(thing);
        element::go_down_to(AT_HAND);
    })
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
