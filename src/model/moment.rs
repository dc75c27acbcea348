//! Moments: a date and a time of day, as they are noted and written.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A moment in universal time, to the second, between 1970 and 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Moment(u64);

/// A text is no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a moment is written 2007-02-14T10:30:00Z, between 1970 and 2199")]
pub struct MomentError;

const DAY: u64 = 86_400;
/// Seconds from the start of 1970 to the end of 2199.
const END: u64 = 84_006 * DAY;
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

impl Moment {
    /// The moment so many milliseconds after the start of 1970, held within its bounds.
    #[must_use]
    pub fn of_millis(millis: u64) -> Self {
        Self((millis / 1_000).min(END - 1))
    }

    /// Milliseconds since the start of 1970.
    #[must_use]
    pub fn millis(self) -> u64 {
        self.0 * 1_000
    }

    /// The day as it is written in a list: `14 Feb 2007`.
    #[must_use]
    pub fn day(self) -> String {
        let (year, month, day) = self.date();
        let month = MONTHS.get(month as usize - 1).copied().unwrap_or_default();
        format!("{day} {month} {year}")
    }

    /// Year, month and day (after Howard Hinnant's `civil_from_days`).
    fn date(self) -> (u64, u64, u64) {
        // Counted from 1 March of the year 0, so that a leap day ends its year.
        let days = self.0 / DAY + 719_468;
        let (era, of_era) = (days / 146_097, days % 146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (era * 400 + year + u64::from(month <= 2), month, day)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        let second = self.0 % DAY;
        let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
        )
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, MomentError> {
        let shape = |(at, byte): (usize, u8)| match b"0000-00-00T00:00:00Z".get(at) {
            Some(b'0') => byte.is_ascii_digit(),
            expected => expected == Some(&byte),
        };
        if text.len() != 20 || !text.bytes().enumerate().all(shape) {
            return Err(MomentError);
        }
        let part = |range: std::ops::Range<usize>| -> u64 {
            text.get(range)
                .and_then(|digits| digits.parse().ok())
                .unwrap_or(0)
        };
        let (year, month, day) = (part(0..4), part(5..7), part(8..10));
        let (hour, minute, second) = (part(11..13), part(14..16), part(17..19));
        if !(1970..2200).contains(&year) || !(1..13).contains(&month) || day == 0 {
            return Err(MomentError);
        }
        // The inverse of `date`, counted from March too.
        let from_march = year - u64::from(month <= 2);
        let month = (month + 9) % 12;
        let of_era = from_march % 400;
        let days = from_march / 400 * 146_097 + of_era * 365 + of_era / 4 - of_era / 100
            + (153 * month + 2) / 5
            + day
            - 1
            - 719_468;
        let moment = Self(days * DAY + hour * 3_600 + minute * 60 + second);
        // What does not come back as it was typed is no date or no time of day.
        if moment.0 < END && moment.to_string() == text {
            Ok(moment)
        } else {
            Err(MomentError)
        }
    }
}

impl TryFrom<String> for Moment {
    type Error = MomentError;

    fn try_from(text: String) -> Result<Self, MomentError> {
        text.parse()
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_moments_are_written_as_the_calendar_has_them() {
        // 1,171,449,000 seconds after 1970 it was half past ten on Valentine's day of 2007.
        let offer = Moment::of_millis(1_171_449_000_999);
        assert_eq!(offer.to_string(), "2007-02-14T10:30:00Z");
        assert_eq!(offer.day(), "14 Feb 2007");
        assert_eq!(Moment::of_millis(0).to_string(), "1970-01-01T00:00:00Z");
        let leap: Moment = "2000-02-29T23:59:59Z".parse().unwrap();
        assert_eq!(leap.day(), "29 Feb 2000");
        assert_eq!(
            Moment::of_millis(u64::MAX).to_string(),
            "2199-12-31T23:59:59Z"
        );
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for wrong in [
            "",
            "2007-02-14",
            "2007-02-14 10:30:00Z",
            "2007-02-30T00:00:00Z",
            "2007-13-01T00:00:00Z",
            "2007-00-01T00:00:00Z",
            "2007-01-00T00:00:00Z",
            "2007-01-01T24:00:00Z",
            "2007-01-01T00:60:00Z",
            "1969-12-31T23:59:59Z",
            "2200-01-01T00:00:00Z",
            "2007-02-14T10:30:00+",
            "2100-02-29T00:00:00Z",
        ] {
            assert_eq!(wrong.parse::<Moment>(), Err(MomentError), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn every_second_comes_back(second in 0..END) {
            let moment = Moment(second);
            prop_assert_eq!(moment.to_string().parse::<Moment>(), Ok(moment));
        }
    }
}
