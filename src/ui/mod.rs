//! What a person sees: Yew components, with no arithmetic in them.

mod aim;
mod context;
mod desks;
mod dialogs;
mod figures;
mod first;
mod frame;
mod identical;
mod inputs;
mod keeping;
mod opening;
mod pace;
mod pages;
mod parts;
mod reach;
mod record;
mod root;
mod shortcuts;
mod start;
mod unfolding;

use root::App;
pub use start::start;
