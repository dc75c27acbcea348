//! Asks before the page is left, or loaded anew, with work that is kept nowhere.

use crate::platform::storage;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;

thread_local! {
    static EAR: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// From now on asks, in the browser's own words, as long as something could not be stored.
pub fn ask() {
    let Some(window) = web_sys::window() else {
        return;
    };
    EAR.with_borrow_mut(|ear| {
        ear.get_or_insert_with(|| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "beforeunload", options, |event| {
                if storage::lacks_room() {
                    event.prevent_default();
                    // What older browsers go by.
                    if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                        event.set_return_value("unkept");
                    }
                }
            })
        });
    });
}
