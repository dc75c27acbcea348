//! Whole numbers in as few bytes as they need, read without trusting a single one.
//!
//! Seven bits to a byte, low ones first, the high bit set on all but the last (LEB128). A
//! number has one spelling: longer ones are refused. Signed numbers are folded so that small
//! ones of either sign are short: 0, −1, 1, −2 become 0, 1, 2, 3.

use thiserror::Error;

/// What is wrong with bytes that should have been numbers.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum Flaw {
    /// The bytes end inside a value.
    #[error("the bytes end inside a value")]
    Ended,
    /// A number is spelled with more bytes than it needs.
    #[error("a number is spelled longer than it needs to be")]
    NotMinimal,
    /// A number, count or length lies above what is allowed in its place.
    #[error("a number lies outside its range")]
    OutOfRange,
    /// Bytes are left after the last value.
    #[error("there are bytes after the last value")]
    Leftover,
    /// Text is not UTF-8, or not fit to be shown.
    #[error("a text cannot be shown")]
    Text,
    /// The figures do not fit together.
    #[error("the figures do not fit together")]
    Contradiction,
}

/// Takes values off the front of some bytes.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Begins at the first of `bytes`.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// How many bytes have not been read.
    pub const fn left(&self) -> usize {
        self.rest.len()
    }

    /// The next byte.
    pub fn byte(&mut self) -> Result<u8, Flaw> {
        let (&first, rest) = self.rest.split_first().ok_or(Flaw::Ended)?;
        self.rest = rest;
        Ok(first)
    }

    /// The next `length` bytes.
    pub fn bytes(&mut self, length: usize) -> Result<&'a [u8], Flaw> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(Flaw::Ended)?;
        self.rest = rest;
        Ok(taken)
    }

    /// The next unsigned number.
    pub fn unsigned(&mut self) -> Result<u64, Flaw> {
        let mut value: u64 = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            let placed = bits << shift;
            if placed >> shift != bits {
                return Err(Flaw::OutOfRange);
            }
            value |= placed;
            if byte & 0x80 == 0 {
                let padded = byte == 0 && shift > 0;
                return if padded {
                    Err(Flaw::NotMinimal)
                } else {
                    Ok(value)
                };
            }
        }
        Err(Flaw::OutOfRange)
    }

    /// The next signed number.
    pub fn signed(&mut self) -> Result<i64, Flaw> {
        self.unsigned().map(unfold)
    }

    /// The next unsigned number, at most `limit`.
    pub fn up_to(&mut self, limit: u64) -> Result<u64, Flaw> {
        let value = self.unsigned()?;
        if value > limit {
            Err(Flaw::OutOfRange)
        } else {
            Ok(value)
        }
    }

    /// The count of things that follow, each at least `least_bytes` long: at most `limit`, and
    /// no more than the bytes left can hold.
    pub fn count(&mut self, limit: usize, least_bytes: usize) -> Result<usize, Flaw> {
        let count = usize::try_from(self.unsigned()?).map_err(|_| Flaw::OutOfRange)?;
        if count > limit {
            return Err(Flaw::OutOfRange);
        }
        let needed = count.checked_mul(least_bytes).ok_or(Flaw::OutOfRange)?;
        if needed > self.left() {
            Err(Flaw::Ended)
        } else {
            Ok(count)
        }
    }

    /// Passes if nothing is left.
    pub const fn end(&self) -> Result<(), Flaw> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(Flaw::Leftover)
        }
    }
}

/// Puts values one after another.
#[derive(Clone, Debug, Default)]
pub struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// Begins with nothing.
    pub const fn new() -> Self {
        Self { bytes: Vec::new() }
    }

    /// Adds one byte.
    pub fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    /// Adds bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Adds an unsigned number.
    pub fn unsigned(&mut self, mut value: u64) {
        while value > 0x7f {
            self.bytes.push((value & 0x7f) as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    /// Adds a signed number.
    pub fn signed(&mut self, value: i64) {
        self.unsigned(fold(value));
    }

    /// Adds the count of what follows.
    pub fn count(&mut self, count: usize) {
        self.unsigned(count as u64);
    }

    /// How many bytes there are.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether nothing has been added.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The bytes.
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// Folds a signed number into an unsigned one, small magnitudes first.
pub const fn fold(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

/// Undoes [`fold`].
pub const fn unfold(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::{Flaw, Reader, Writer, fold};

    fn written(value: u64) -> Vec<u8> {
        let mut writer = Writer::new();
        writer.unsigned(value);
        writer.finish()
    }

    #[test]
    fn spells_known_numbers() {
        assert_eq!(written(0), [0]);
        assert_eq!(written(127), [127]);
        assert_eq!(written(128), [0x80, 1]);
        assert_eq!(written(300), [0xac, 2]);
        assert_eq!(written(u64::MAX).len(), 10);
        assert_eq!([0, -1, 1, -2].map(fold), [0, 1, 2, 3]);
    }

    #[test]
    fn comes_back_at_every_edge() {
        for bit in 0..64 {
            for value in [
                (1_u64 << bit) - 1,
                1 << bit,
                (1_u64 << bit) | 1,
                u64::MAX >> bit,
            ] {
                assert_eq!(Reader::new(&written(value)).unsigned(), Ok(value));
                let signed = value as i64;
                let mut writer = Writer::new();
                writer.signed(signed);
                assert_eq!(Reader::new(&writer.finish()).signed(), Ok(signed));
            }
        }
    }

    #[test]
    fn refuses_second_spellings_and_overflow() {
        assert_eq!(Reader::new(&[0x80, 0]).unsigned(), Err(Flaw::NotMinimal));
        assert_eq!(
            Reader::new(&[0xff, 0x80, 0]).unsigned(),
            Err(Flaw::NotMinimal)
        );
        let over = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2];
        assert_eq!(Reader::new(&over).unsigned(), Err(Flaw::OutOfRange));
        assert_eq!(Reader::new(&[0xff; 11]).unsigned(), Err(Flaw::OutOfRange));
        assert_eq!(Reader::new(&[0x80]).unsigned(), Err(Flaw::Ended));
    }

    #[test]
    fn checks_a_count_against_the_bytes_left() {
        let mut writer = Writer::new();
        writer.count(3);
        writer.bytes(&[0; 6]);
        let bytes = writer.finish();
        assert_eq!(Reader::new(&bytes).count(3, 2), Ok(3));
        assert_eq!(Reader::new(&bytes).count(2, 2), Err(Flaw::OutOfRange));
        assert_eq!(Reader::new(&bytes).count(3, 3), Err(Flaw::Ended));
        assert_eq!(
            Reader::new(&bytes).count(3, usize::MAX),
            Err(Flaw::OutOfRange)
        );
    }

    #[test]
    fn notices_what_is_left() {
        let mut reader = Reader::new(&[1, 2]);
        reader.unsigned().unwrap();
        assert_eq!(reader.end(), Err(Flaw::Leftover));
        assert_eq!(reader.bytes(2), Err(Flaw::Ended));
        assert_eq!(reader.byte(), Ok(2));
        assert_eq!(reader.end(), Ok(()));
    }
}
