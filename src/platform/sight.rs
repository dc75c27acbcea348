//! Whether an element is in sight.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Watches an element until it is dropped.
pub struct Watch {
    observer: IntersectionObserver,
    _hear: Closure<dyn FnMut(Array)>,
}

impl Watch {
    /// Says at first, and whenever that changes, whether any of an element is in sight; none where the browser
    /// cannot say.
    pub fn new(element: &Element, mut say: impl FnMut(bool) + 'static) -> Option<Self> {
        let hear = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            if let Ok(entry) = entries.pop().dyn_into::<IntersectionObserverEntry>() {
                say(entry.is_intersecting());
            }
        });
        let observer = IntersectionObserver::new(hear.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _hear: hear,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
