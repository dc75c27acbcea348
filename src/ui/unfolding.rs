//! Folded parts of the page: what stands in one is drawn only while it is unfolded.

use web_sys::Element;
use yew::prelude::*;

/// Whether a `details` element is unfolded, and what hears of it as its `ontoggle`.
#[hook]
pub(crate) fn use_unfolded() -> (bool, Callback<Event>) {
    let unfolded = use_state(|| false);
    let on_toggle = use_callback((), {
        let unfolded = unfolded.setter();
        move |event: Event, ()| {
            if let Some(details) = event.target_dyn_into::<Element>() {
                unfolded.set(details.has_attribute("open"));
            }
        }
    });
    (*unfolded, on_toggle)
}
