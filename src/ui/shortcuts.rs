//! Keys that work everywhere: Ctrl+Z takes a step back, Ctrl+Shift+Z or Ctrl+Y makes it again.

use crate::app::Action;
use crate::ui::context::Act;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// Listens as long as the page runs. In a field whose text was changed and not yet committed the
/// browser's own undo is left alone.
#[hook]
pub(crate) fn use_shortcuts(act: &Act) {
    let act = act.clone();
    use_effect_with((), move |()| {
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                if let Some(action) = meant(event).filter(|_| !is_typing(event)) {
                    event.prevent_default();
                    act.send(action);
                }
            })
        });
        move || drop(listener)
    });
}

fn meant(event: &KeyboardEvent) -> Option<Action> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Action::Undo),
        ("z", true) | ("y", false) => Some(Action::Redo),
        _ => None,
    }
}

/// Whether the event comes from a text that is being changed: a text area, or a field marked as a draft.
fn is_typing(event: &KeyboardEvent) -> bool {
    let Some(target) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
    else {
        return false;
    };
    let is_draft = target
        .dyn_ref::<HtmlInputElement>()
        .is_some_and(|input| input.has_attribute("data-draft"));
    is_draft || target.tag_name().eq_ignore_ascii_case("textarea")
}
