//! Puts the application into the page.

use crate::platform::{element, panic};
use crate::ui::App;

/// Mounts [`App`] in the element `#app` of `index.html`, in place of the notice that stands there while loading.
///
/// A page without that element is not ours: it is left alone, and the console says so.
pub fn start() {
    yew::set_custom_panic_hook(Box::new(panic::report));
    match element::by_id("app") {
        Some(host) => {
            yew::Renderer::<App>::with_root(host).render();
        }
        None => web_sys::console::error_1(&"index.html has no element with the id app".into()),
    }
}
