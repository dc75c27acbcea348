//! What can come of reading a link, as data.

use thiserror::Error;

use crate::codec::varint::Flaw;

/// The longest link text that is read, in characters from the `k` on.
pub const LONGEST_LINK: usize = 8_192;

/// The longest text in which a link is looked for, in characters: a mail with its history.
pub const LONGEST_PASTE: usize = 65_536;

/// Why a text did not open. Characters are counted from the `k1` on.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum LinkError {
    /// The text holds nothing that looks like a link of ours.
    #[error("no link in the text")]
    NoLink,
    /// The text is longer than is read at all.
    #[error("{characters} characters, at most {limit} are read")]
    TooLong {
        /// How many characters came.
        characters: usize,
        /// How many are read.
        limit: usize,
    },
    /// The end is missing.
    #[error("cut short after {arrived} characters")]
    CutShort {
        /// How many characters arrived.
        arrived: usize,
        /// How many there were; `None` if too few arrived to tell.
        expected: Option<usize>,
    },
    /// The check does not match: some character is another than was sent.
    #[error("altered on the way")]
    Altered {
        /// Whether all letters came in one case, which tells what happened.
        case_lost: bool,
    },
    /// Made by a later version of this page, in a way that this version cannot read.
    #[error("made with a newer version: {0:?}")]
    Newer(Ahead),
    /// The check matches and yet the contents do not hold: no version of this page wrote it.
    #[error("not written by this program, section {section:?}: {flaw}")]
    Unsound {
        /// The tag of the section where that showed; `None` if outside of all.
        section: Option<u64>,
        /// What is wrong there.
        flaw: Flaw,
    },
}

/// What a newer version did that this one does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// The digit after the `k`.
    Text,
    /// A bit in the flags of the envelope.
    Envelope,
    /// The schema of the body, by its number.
    Schema(u64),
    /// The rules of the scheme, by their number.
    Rules(u64),
    /// A section that must be understood, by its tag.
    Section(u64),
}

impl From<Flaw> for LinkError {
    fn from(flaw: Flaw) -> Self {
        Self::Unsound {
            section: None,
            flaw,
        }
    }
}
