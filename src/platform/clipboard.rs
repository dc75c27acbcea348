//! What is pasted, and what is copied.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, Event, HtmlDocument, HtmlTextAreaElement};

/// The text of a paste.
pub(crate) fn pasted(event: &Event) -> Option<String> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    data.get_data("text/plain").ok()
}

/// Makes a text what a copy event copies, unless something on the page is selected; whether it does.
pub(crate) fn put(event: &Event, text: &str) -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    let selected = selection.is_some_and(|selection| !selection.is_collapsed());
    let data = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data);
    data.filter(|_| !selected)
        .is_some_and(|data| data.set_data("text/plain", text).is_ok())
}

/// Copies the text of a field; false if the browser refuses, with the text selected to be copied
/// by hand.
pub(crate) async fn copy(field: &HtmlTextAreaElement) -> bool {
    if write(&field.value()).await {
        return true;
    }
    field.select();
    let document = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

async fn write(text: &str) -> bool {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else {
        return false;
    };
    // Browsers offer no clipboard to pages that came without encryption.
    let offered = Reflect::get(&navigator, &"clipboard".into());
    if !offered.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .is_ok()
}
