//! Numbers as people write and read them: money, shares and values, in British English.

pub mod amount;
pub mod chance;
pub mod money;
pub mod name;
pub mod number;
pub mod share;
pub mod unit;

/// The minus sign, as long as a plus.
pub(crate) const MINUS: char = '−';
