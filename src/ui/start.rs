//! Puts the application into the page.

use crate::app::shelf;
use crate::platform::storage::Browser;
use crate::platform::{element, panic};
use crate::ui::App;
use crate::ui::context::ViewProps;
use crate::ui::identical::Identical;
use crate::ui::{first, parts};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Mounts [`App`] in the element `#app` of `index.html`, in place of the notice that stands there while loading.
///
/// Where the browser keeps workbooks, what reads them is waited for. A page without that element is not
/// ours: it is left alone, and the console says so.
pub fn start() {
    yew::set_custom_panic_hook(Box::new(panic::report));
    let Some(host) = element::by_id("app") else {
        web_sys::console::error_1(&"index.html has no element with the id app".into());
        return;
    };
    spawn_local(async move {
        let state = if shelf::any(&Browser) {
            match parts::fetch().await {
                Ok(parts) => (parts.start)(),
                Err(_) => return element::show_instead("no-start"),
            }
        } else {
            first::start()
        };
        let state = Identical(Rc::new(state));
        yew::Renderer::<App>::with_root_and_props(host, ViewProps { state }).render();
    });
}
