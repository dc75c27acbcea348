//! The worker's side: hears tasks, works on one after the other, shares what several can
//! do, says what it finds.

use crate::job::{Reply, serve};
use crate::platform::crew::Crew;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for tasks as long as the worker lives, and says that it does.
///
/// A defect ends the worker, of which its page hears.
pub fn listen() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
    }));
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let say = {
        let scope = scope.clone();
        // A page that has gone hears nothing.
        move |reply: &Reply| drop(scope.post_message(&JsValue::from(reply.write())))
    };
    let work = {
        let say = say.clone();
        let crew = Crew::new(say.clone());
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let task = event.data().as_string().unwrap_or_default();
            if !crew.work(&task) {
                serve(&task, &mut |reply| say(reply));
            }
        })
    };
    scope.set_onmessage(Some(work.as_ref().unchecked_ref()));
    work.forget();
    say(&Reply::Ready);
}
