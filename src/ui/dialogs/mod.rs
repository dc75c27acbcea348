//! Dialogs: the library and what else can be opened, pasting, sending, and the scenario codes.

mod code;
mod copy;
mod dialog;
mod library;
mod open;
mod paste;
mod save;

pub(crate) use code::Codes;
pub(crate) use copy::CopyLink;
pub(crate) use dialog::{Dialog, use_close};
pub(crate) use open::Open;
pub(crate) use paste::Paste;
pub(crate) use save::save;
