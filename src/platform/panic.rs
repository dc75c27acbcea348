//! What happens when the program meets a defect in itself: a plain message, with the saved work untouched.

use std::panic::PanicHookInfo;

use crate::platform::element::show_instead;

/// Writes the defect to the console and shows the message `#crash` of `index.html` in place of the page;
/// the program's panic hook.
///
/// The program cannot go on after a panic, and an open modal dialog would cover the message,
/// so the application is hidden. The message is static text: it needs no working program.
pub fn report(info: &PanicHookInfo<'_>) {
    web_sys::console::error_1(&info.to_string().into());
    show_instead("crash");
}
