//! What is being typed: a field's own text until it is committed or given up.

use crate::app::{Action, Edit};
use crate::ui::context::{Act, use_act};
use crate::ui::identical::Identical;
use std::cell::RefCell;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Reads the text of a field: the edit that it means, or what is wrong with it.
pub(crate) type Read = Callback<String, Result<Edit, String>>;

/// The draft of one field.
#[derive(Clone, PartialEq)]
pub(crate) struct Draft {
    /// The browser shows each key by itself: for that alone nothing is drawn anew.
    text: Identical<RefCell<Option<String>>>,
    /// Whether the field is drawn as one with a draft.
    open: UseStateHandle<bool>,
    wrong: UseStateHandle<Option<String>>,
    read: Read,
    act: Act,
}

/// Keeps the draft of a field. Every text that can be read is previewed; nothing is committed yet.
#[hook]
pub(crate) fn use_draft(read: &Read) -> Draft {
    let text = use_mut_ref(|| None);
    let open = use_state_eq(|| false);
    let wrong = use_state(|| None);
    Draft {
        text: Identical(text),
        open,
        wrong,
        read: read.clone(),
        act: use_act(),
    }
}

impl Draft {
    /// The text to show: the draft, or what is committed.
    pub(crate) fn shown(&self, committed: &AttrValue) -> AttrValue {
        let text = self.text.borrow().clone();
        text.map_or_else(|| committed.clone(), AttrValue::from)
    }

    /// What is wrong with the draft.
    pub(crate) fn wrong(&self) -> Option<AttrValue> {
        (*self.wrong).clone().map(AttrValue::from)
    }

    /// Takes what was typed and previews it.
    pub(crate) fn on_input(&self) -> Callback<InputEvent> {
        let draft = self.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                draft.take(input.value());
            }
        })
    }

    /// Takes a text as the draft and previews it.
    pub(crate) fn take(&self, text: String) {
        match self.read.emit(text.clone()) {
            Ok(edit) => {
                self.act.send_typed(Action::Preview(edit));
                self.say(None);
            }
            Err(wrong) => {
                self.act.send_typed(Action::Cancel);
                self.say(Some(wrong));
            }
        }
        self.put(Some(text));
    }

    /// Commits the draft, if there is one that can be read; otherwise it stays with what is wrong,
    /// and the answer is false.
    pub(crate) fn commit(&self) -> bool {
        let Some(text) = self.text.borrow().clone() else {
            return true;
        };
        match self.read.emit(text) {
            Ok(edit) => {
                self.act.send(Action::Commit(edit));
                self.forget();
                true
            }
            Err(wrong) => {
                self.act.send(Action::Cancel);
                self.say(Some(wrong));
                false
            }
        }
    }

    /// Gives the draft up: the field shows again what is committed.
    pub(crate) fn drop(&self) {
        if self.is_open() {
            self.act.send(Action::Cancel);
        }
        self.forget();
    }

    /// Forgets what was typed, where something else has come to stand there.
    pub(crate) fn forget(&self) {
        self.put(None);
        self.say(None);
    }

    /// Whether something is being typed.
    pub(crate) fn is_open(&self) -> bool {
        self.text.borrow().is_some()
    }

    fn say(&self, wrong: Option<String>) {
        if *self.wrong != wrong {
            self.wrong.set(wrong);
        }
    }

    fn put(&self, text: Option<String>) {
        self.open.set(text.is_some());
        self.text.replace(text);
    }
}
