//! Keys that work everywhere: Ctrl+Z takes a step back, Ctrl+Shift+Z or Ctrl+Y makes it again. In a meeting Page Down and
//! Page Up, which remote controls send, step through the views, with Shift through the scenarios.

use crate::app::Action;
use crate::ui::context::Act;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// Listens as long as the page runs. In a field whose text was changed and not yet committed the
/// browser's own undo is left alone.
#[hook]
pub(crate) fn use_shortcuts(act: &Act, meeting: bool) {
    let act = act.clone();
    use_effect_with(meeting, move |&meeting| {
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                let stepped = step(event).filter(|_| meeting);
                if let Some(action) = meant(event).or(stepped).filter(|_| !is_typing(event)) {
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
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Action::Undo),
        ("z", true) | ("y", false) => Some(Action::Redo),
        _ => None,
    }
}

fn step(event: &KeyboardEvent) -> Option<Action> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let by = match event.key().as_str() {
        "PageDown" => 1,
        "PageUp" => -1,
        _ => return None,
    };
    Some(match event.shift_key() {
        true => Action::StepScenario(by),
        false => Action::StepView(by),
    })
}

/// Whether the event comes from a text that is being changed: a field marked as a draft, or a text area
/// that does not say whether it is one.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target();
    let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    match target.get_attribute("data-draft") {
        Some(draft) => draft == "true",
        None => target.tag_name().eq_ignore_ascii_case("textarea"),
    }
}
