//! What a person sees: Yew components, with no arithmetic in them.

mod context;
mod dialogs;
mod figures;
mod frame;
mod inputs;
mod keeping;
mod opening;
mod pages;
mod root;
mod shortcuts;
mod start;

pub use root::App;
pub use start::start;
