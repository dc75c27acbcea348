//! The scenario code: seven characters that two people read aloud to know that they see the same figures.
//!
//! It is the version of the figures form, then 30 bits of SHA-256 over the figures of the
//! agreement and of one scenario. Names, order and ids are not figures: two workbooks in which
//! everything has other names, stands in another order and bears other ids have the same code.
//! Delivery risks stay out too, since a link leaves them behind unless they are asked for.
//! It detects accidents and is no signature.

use std::fmt;

use crate::codec::base32;
use crate::codec::digest;
use crate::codec::figures;
use crate::codec::varint::Writer;
use crate::model::{Agreement, Scenario};

/// The version of the figures form; it changes only if what counts as a figure does. The order of the figures and the
/// numbers that stand for choices (`figures/numbers.rs`) are frozen with it.
const FORM: u8 = 1;

/// A scenario code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(String);

impl Code {
    /// The code of a scenario of an agreement.
    pub fn of(agreement: &Agreement, scenario: &Scenario) -> Self {
        let mut writer = Writer::new();
        figures::write(&mut writer, agreement, scenario);
        Self(format!("{FORM}{}", digest::six(&writer.finish())))
    }

    /// The code in a text that holds nothing else: `17QF-2KD`, `17qf2kd`, `1 7QF2KD`.
    ///
    /// `None` if the text is no code; misreadings such as `O` for `0` are taken as meant.
    pub fn parse(text: &str) -> Option<Self> {
        let kept = text
            .chars()
            .filter(|held| !held.is_whitespace() && !"-\u{2010}\u{2011}\u{2013}".contains(*held));
        let mut code = String::new();
        for character in kept {
            let value = base32::value(u8::try_from(character).ok()?)?;
            code.push(base32::character(u32::from(value)));
        }
        (code.len() == 1 + digest::LENGTH).then_some(Self(code))
    }

    /// The seven characters without a hyphen.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    /// In two groups, as it is read aloud: `17QF-2KD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = self.0.split_at(4);
        write!(f, "{first}-{second}")
    }
}
