//! The page: starts the Yew application in the browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    laa::ui::start();
}

/// The page runs in a browser only; other targets build this so that `cargo test` builds every binary.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
