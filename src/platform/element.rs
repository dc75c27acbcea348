//! Elements of the page, found and focused.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlTextAreaElement, PointerEvent};

/// The element with this id, if the page has one.
pub(crate) fn by_id(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// The first element that a selector finds.
pub(crate) fn find(selector: &str) -> Option<Element> {
    let document = web_sys::window()?.document()?;
    document.query_selector(selector).ok().flatten()
}

/// Shows a message that stands hidden in `index.html`, in place of the application.
pub fn show_instead(message: &str) {
    // Both fail only for an invalid attribute name.
    if let Some(app) = by_id("app") {
        let _ = app.set_attribute("hidden", "");
    }
    if let Some(message) = by_id(message) {
        let _ = message.remove_attribute("hidden");
    }
}

/// Asks the browser to print the page.
pub(crate) fn print() {
    // A browser that cannot print has nothing to say about it either.
    let _ = web_sys::window().map(|window| window.print());
}

/// Calls `hear` whenever the page is about to be printed, as long as what is returned is kept.
pub(crate) fn before_print(hear: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "beforeprint", move |_| hear()))
}

/// Moves the focus to the first element that a selector finds; false where there is none.
pub(crate) fn focus(selector: &str) -> bool {
    let found = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    found.is_some_and(|element| element.focus().is_ok())
}

/// Goes to the element with this id where it lies below what is in sight: its top comes there, and it gets the focus.
pub(crate) fn go_down_to(id: &str) {
    let found = by_id(id).and_then(|found| found.dyn_into::<HtmlElement>().ok());
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    let (Some(found), Some(height)) = (found, height) else {
        return;
    };
    if found.get_bounding_client_rect().top() > height {
        found.scroll_into_view();
        // A browser that refuses the focus has shown it all the same.
        let _ = found.focus();
    }
}

/// Whether the element with this id has the focus.
pub(crate) fn has_focus(id: &str) -> bool {
    by_id(id).is_some_and(|found| found.matches(":focus").unwrap_or(false))
}

/// Moves the focus to a text area and selects what stands in it, to be typed over.
pub(crate) fn select_text(id: &str) {
    let area = by_id(id).and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(area) = area {
        // A browser that refuses the focus leaves it where it was.
        let _ = area.focus();
        area.select();
    }
}

/// Opens a dialog over the page, or closes it. A browser that refuses leaves it as it is.
pub(crate) fn open_dialog(id: &str, open: bool) {
    let Some(dialog) = by_id(id).and_then(|found| found.dyn_into::<HtmlDialogElement>().ok())
    else {
        return;
    };
    if open && !dialog.open() {
        let _ = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}

/// Where a pointer is in the picture inside an element, in the picture's own units: `width` is its
/// whole width. None where there is no picture.
pub(crate) fn in_picture(host: &Element, event: &PointerEvent, width: f64) -> Option<(f64, f64)> {
    let picture = host.query_selector("svg").ok().flatten()?;
    let place = picture.get_bounding_client_rect();
    let scale = (place.width() > 0.0).then(|| width / place.width())?;
    let x = (f64::from(event.client_x()) - place.left()) * scale;
    let y = (f64::from(event.client_y()) - place.top()) * scale;
    Some((x, y))
}
