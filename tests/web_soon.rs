//! Is what can wait done once the next frame is on screen, all of it in one, and not if nobody waits for it any more?

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use js_sys::Promise;
use laa::platform::soon::Soon;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Waits until the next frame begins.
async fn next_frame() {
    let frame = Promise::new(&mut |resolve, _| {
        let window = web_sys::window().unwrap();
        window.request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
}

#[wasm_bindgen_test]
async fn what_waits_is_done_in_its_order_once_a_frame_is_on_screen() {
    let done = Rc::new(RefCell::new(Vec::new()));
    let soon = |name: &'static str| {
        let done = Rc::clone(&done);
        Soon::new(move || done.borrow_mut().push(name))
    };
    let (_first, dropped, _second) = (soon("first"), soon("dropped"), soon("second"));
    next_frame().await;
    assert!(done.borrow().is_empty(), "the frame is not on screen yet");
    drop(dropped);
    next_frame().await;
    assert_eq!(*done.borrow(), ["first", "second"]);
    // What begins to wait now waits for frames of its own.
    let _third = soon("third");
    next_frame().await;
    assert_eq!(done.borrow().len(), 2);
    next_frame().await;
    assert_eq!(*done.borrow(), ["first", "second", "third"]);
}
