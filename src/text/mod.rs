//! Numbers as people write and read them: money, shares and values, in British English.

pub mod amount;
pub mod chance;
pub mod money;
pub mod name;
pub mod number;
pub mod share;
pub mod unit;

/// A text that begins a sentence.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// The minus sign, as long as a plus.
pub(crate) const MINUS: char = '−';
