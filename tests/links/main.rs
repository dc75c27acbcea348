//! Links over whole workbooks: they come back, they are canonical, and they fit.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod budgets;
mod rename;
