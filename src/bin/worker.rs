//! The worker: works out what takes longer than a frame, beside the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    laa::platform::worker::listen();
}

/// A worker runs in a browser only; other targets build this so that `cargo test` builds every binary.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
