//! The shapes of the outside world: the link, the scenario code and the file.
//!
//! A link is built from the inside out. [`link`] chooses what goes, [`body`] packs it,
//! [`envelope`] says how long it is, [`text`] spells it in one of two alphabets. Reading goes
//! the other way and begins with [`tolerant`], which finds the link in whatever text a mail
//! program made of it. What can come of it is data ([`outcome`]) until [`say`] puts it into a
//! sentence. [`code`] is the seven characters that two people read aloud; [`file`](mod@file) is
//! the workbook as JSON; [`qr`] is a link as a picture.

pub mod base32;
pub mod body;
pub mod code;
pub mod digest;
pub mod envelope;
mod figures;
pub mod file;
pub mod link;
pub mod outcome;
pub mod qr;
pub mod say;
pub mod text;
pub mod tolerant;
pub mod unwrap;
pub mod varint;
