//! What is pasted, and what is copied.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event};

/// The text of a paste.
pub(crate) fn pasted(event: &Event) -> Option<String> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    data.get_data("text/plain").ok()
}
