//! Does the message of a crash take the place of the page?

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use laa::platform::element::show_instead;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn insert(id: &str, html: &str) -> Element {
    let body = document().query_selector("body").unwrap().unwrap();
    body.insert_adjacent_html("beforeend", html).unwrap();
    document().get_element_by_id(id).unwrap()
}

#[wasm_bindgen_test]
fn a_crash_hides_the_page_and_shows_its_message() {
    // Without the two elements it does nothing, and above all it does not panic again.
    show_instead("crash");
    let app = insert("app", "<div id=app>figures</div>");
    let crash = insert("crash", "<div id=crash hidden>Something went wrong</div>");
    show_instead("crash");
    assert!(app.has_attribute("hidden"));
    assert!(!crash.has_attribute("hidden"));
}
