//! The shapes of the outside world: the link, the scenario code and the file.
//!
//! A link is built from the inside out: sections make a body ([`varint`]), the body goes into
//! an envelope ([`envelope`]), the envelope is spelled in one of two alphabets ([`text`]).
//! Reading goes the other way and begins with [`tolerant`], which finds the link in whatever
//! text a mail program made of it. What can come of it is data ([`outcome`]) until [`say`]
//! puts it into a sentence.

pub mod base32;
pub mod digest;
pub mod envelope;
pub mod outcome;
pub mod say;
pub mod text;
pub mod tolerant;
pub mod unwrap;
pub mod varint;
