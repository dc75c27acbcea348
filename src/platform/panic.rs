//! What happens when the program meets a defect in itself: a plain message, with the saved work untouched.

use std::panic::PanicHookInfo;

use crate::platform::element::by_id;

/// Writes the defect to the console and shows the message; the program's panic hook.
pub fn report(info: &PanicHookInfo<'_>) {
    web_sys::console::error_1(&info.to_string().into());
    show_message();
}

/// Shows the message `#crash` of `index.html` in place of the page.
///
/// The program cannot go on after a panic, and an open modal dialog would cover the message,
/// so the application is hidden. The message is static text: it needs no working program.
pub fn show_message() {
    // Both fail only for an invalid attribute name.
    if let Some(app) = by_id("app") {
        let _ = app.set_attribute("hidden", "");
    }
    if let Some(crash) = by_id("crash") {
        let _ = crash.remove_attribute("hidden");
    }
}
