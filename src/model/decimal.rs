//! Values of indicators: exact decimals with up to six places.

use crate::model::limits;
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A decimal number, held exactly as a count of millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

/// Why a text or a number is no value of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// It has something other than digits, one point and a leading sign.
    #[error("not a number")]
    NotANumber,
    /// It has more than six digits after the point.
    #[error("more than six decimal places")]
    TooFine,
    /// It lies beyond a thousand million either side of zero.
    #[error("too large")]
    TooLarge,
}

impl Decimal {
    /// One unit, in millionths.
    pub const ONE: i64 = 1_000_000;
    /// Places that a value can have.
    pub const PLACES: u8 = 6;

    /// The value of so many millionths.
    ///
    /// # Errors
    /// [`DecimalError::TooLarge`] beyond [`limits::VALUE`].
    pub fn from_millionths(millionths: i64) -> Result<Self, DecimalError> {
        if millionths.unsigned_abs() > limits::VALUE as u64 * Self::ONE as u64 {
            return Err(DecimalError::TooLarge);
        }
        Ok(Self(millionths))
    }

    /// The nearest value that can be held, for results of arithmetic.
    #[must_use]
    pub fn saturating(millionths: i128) -> Self {
        let limit = i128::from(limits::VALUE) * i128::from(Self::ONE);
        Self(millionths.clamp(-limit, limit) as i64)
    }

    /// The value as a count of millionths.
    #[must_use]
    pub fn millionths(self) -> i64 {
        self.0
    }

    /// One in the last of so many decimal places: the step by which an indicator is reported.
    #[must_use]
    pub fn step(places: u8) -> Self {
        Self(10_i64.pow(u32::from(Self::PLACES - places.min(Self::PLACES))))
    }

    /// The decimal places that this value needs.
    #[must_use]
    pub fn places(self) -> u8 {
        let mut rest = self.0;
        let mut places = Self::PLACES;
        while places > 0 && rest % 10 == 0 {
            rest /= 10;
            places -= 1;
        }
        places
    }
}

impl fmt::Display for Decimal {
    /// The shortest exact form, with a hyphen for a minus: `18.955`, `-0.5`, `12`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        let (whole, part) = (size / Self::ONE as u64, size % Self::ONE as u64);
        let places = self.places();
        if places == 0 {
            return write!(f, "{sign}{whole}");
        }
        let digits = part / 10_u64.pow(u32::from(Self::PLACES - places));
        write!(
            f,
            "{sign}{whole}.{digits:0width$}",
            width = usize::from(places)
        )
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    /// Reads digits with at most one point and a leading `-` or `+`.
    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !plain(whole) || !plain(part) || (whole.is_empty() && part.is_empty()) {
            return Err(DecimalError::NotANumber);
        }
        let part = part.trim_end_matches('0');
        if part.len() > usize::from(Self::PLACES) {
            return Err(DecimalError::TooFine);
        }
        let whole = whole.trim_start_matches('0');
        if whole.len() > 10 {
            return Err(DecimalError::TooLarge);
        }
        let number = |digits: &str| {
            digits
                .bytes()
                .fold(0_i64, |n, d| n * 10 + i64::from(d - b'0'))
        };
        let fine = number(part) * 10_i64.pow(u32::from(Self::PLACES) - part.len() as u32);
        let size = number(whole) * Self::ONE + fine;
        Self::from_millionths(if negative { -size } else { size })
    }
}

impl Serialize for Decimal {
    /// A JSON number: a whole one as an integer, otherwise the nearest float, whose shortest form
    /// is the decimal itself because it has at most fifteen digits.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % Self::ONE == 0 {
            serializer.serialize_i64(self.0 / Self::ONE)
        } else {
            serializer.serialize_f64(self.0 as f64 / Self::ONE as f64)
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Decimal;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number with at most six decimal places")
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Decimal, E> {
                number
                    .checked_mul(Decimal::ONE)
                    .ok_or(DecimalError::TooLarge)
                    .and_then(Decimal::from_millionths)
                    .map_err(E::custom)
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Decimal, E> {
                self.visit_i64(i64::try_from(number).map_err(E::custom)?)
            }
            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Decimal, E> {
                format!("{number}").parse().map_err(E::custom)
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_are_read_exactly_or_refused() {
        assert_eq!(
            "18.955".parse::<Decimal>().unwrap().millionths(),
            18_955_000
        );
        assert_eq!("-.5".parse::<Decimal>().unwrap().to_string(), "-0.5");
        assert_eq!("007.10".parse::<Decimal>().unwrap().to_string(), "7.1");
        for wrong in ["", ".", "-", "1e3", "1,000", "NaN", "1.2.3", "--1", "٣"] {
            assert_eq!(
                wrong.parse::<Decimal>(),
                Err(DecimalError::NotANumber),
                "{wrong}"
            );
        }
        assert_eq!("0.1234567".parse::<Decimal>(), Err(DecimalError::TooFine));
        assert_eq!(
            "1000000000.1".parse::<Decimal>(),
            Err(DecimalError::TooLarge)
        );
        assert_eq!(
            "99999999999".parse::<Decimal>(),
            Err(DecimalError::TooLarge)
        );
    }

    #[test]
    fn a_step_is_one_in_the_last_place() {
        assert_eq!(Decimal::step(0).to_string(), "1");
        assert_eq!(Decimal::step(3).to_string(), "0.001");
    }

    proptest! {
        #[test]
        fn text_and_json_carry_every_value_exactly(millionths in -1_000_000_000_000_000_i64..=1_000_000_000_000_000) {
            let value = Decimal::from_millionths(millionths).unwrap();
            prop_assert_eq!(value.to_string().parse::<Decimal>().unwrap(), value);
            let json = serde_json::to_string(&value).unwrap();
            prop_assert_eq!(serde_json::from_str::<Decimal>(&json).unwrap(), value);
        }
    }
}
