//! Elements of the page, found and focused.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The element with this id, if the page has one.
pub(crate) fn by_id(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// Moves the focus to the first element that a selector finds; false where there is none.
pub(crate) fn focus(selector: &str) -> bool {
    let found = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector(selector).ok().flatten())
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    found.is_some_and(|element| element.focus().is_ok())
}
