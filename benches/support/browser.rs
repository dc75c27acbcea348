//! The clock and the console of a browser.

use wasm_bindgen_test::console_log;

/// Milliseconds since the page was opened.
pub(crate) fn clock() -> f64 {
    let window = web_sys::window().unwrap();
    window.performance().unwrap().now()
}

/// Prints a line in the console.
pub(crate) fn print(line: &str) {
    console_log!("{line}");
}
