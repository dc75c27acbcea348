//! The pace of a slow machine: what is typed is on screen at once, and what follows from it a frame later.

use crate::app::Action;
use crate::platform::clock;
use crate::platform::soon::Soon;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// So many milliseconds of ours leave the browser time to lay out and paint within the frame.
const QUICK: u64 = 6;

/// What once took longer than so many milliseconds is not remembered as longer.
const LONGEST: u64 = 4 * QUICK;

/// Where what a person does goes on its way to the state.
pub(crate) struct Pace {
    make: Callback<Action>,
    /// How many milliseconds it takes to work out and draw what follows from typing: what it took last, or nearly what
    /// was said before where that is more. Some keys change little, and Yew now and then draws later than it is looked for.
    takes: Cell<u64>,
    /// What was typed and is not worked out yet.
    waiting: RefCell<Option<Waiting>>,
}

struct Waiting {
    typed: Action,
    soon: Soon,
}

impl Pace {
    /// Sends on to `make`.
    pub(crate) fn new(make: Callback<Action>) -> Rc<Self> {
        Rc::new(Self {
            make,
            takes: Cell::new(0),
            waiting: RefCell::default(),
        })
    }

    /// Sends an action on. It finds worked out what was typed before it, unless that makes no difference: news of
    /// workers leave it waiting, and what takes its place drops it.
    pub(crate) fn send(&self, action: Action) {
        if !matches!(action, Action::Heard(_)) {
            let before = self.waiting.take();
            let replaced = matches!(
                action,
                Action::Preview(_) | Action::Cancel | Action::Commit(_)
            );
            if let Some(Waiting { typed, .. }) = before.filter(|_| !replaced) {
                self.make.emit(typed);
            }
        }
        self.make.emit(action);
    }

    /// Sends on what follows from a key in a field that shows by itself what is typed: at once, or after the next frame
    /// where that takes long here. Of what is typed meanwhile the last counts.
    pub(crate) fn send_typed(self: &Rc<Self>, typed: Action) {
        match self.waiting.take() {
            Some(Waiting { soon, .. }) => self.waiting.replace(Some(Waiting { typed, soon })),
            None if self.takes.get() > QUICK => self.waiting.replace(Some(self.wait(typed))),
            None => {
                self.draw(typed);
                None
            }
        };
    }

    fn wait(self: &Rc<Self>, typed: Action) -> Waiting {
        let pace = Rc::clone(self);
        let soon = Soon::new(move || {
            let waiting = pace.waiting.take();
            if let Some(Waiting { typed, .. }) = waiting {
                pace.draw(typed);
            }
        });
        Waiting { typed, soon }
    }

    /// Makes what was typed, and takes the time until Yew has drawn it.
    fn draw(self: &Rc<Self>, typed: Action) {
        let begun = clock::now();
        self.make.emit(typed);
        let pace = Rc::clone(self);
        spawn_local(async move {
            let took = clock::now().saturating_sub(begun);
            let before = (pace.takes.get() * 7 / 8).min(LONGEST);
            pace.takes.set(took.max(before));
        });
    }
}
