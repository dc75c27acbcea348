//! Dialogs: the library and what else can be opened, pasting, sending, the scenario codes, and help.

mod code;
mod copy;
mod dialog;
mod help;
mod library;
mod open;
mod paste;
mod save;

pub(crate) use code::Codes;
pub(crate) use copy::CopyLink;
pub(crate) use dialog::{Dialog, use_close};
pub(crate) use help::Help;
pub(crate) use open::Open;
pub(crate) use paste::Paste;
pub(crate) use save::save;
