//! The money of a stream in one year, in words and from words: `600,000`, `600,000–1,200,000`, empty.

use crate::model::{Amount, Pounds};
use crate::text::money;
use crate::text::number::Unread;

/// Why a text is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnreadAmount {
    /// One of its sums cannot be read.
    Sum(Unread),
    /// The high end of a range stands before its low end.
    Backwards,
}

impl UnreadAmount {
    /// What to say beside the field, and what to do.
    #[must_use]
    pub fn says(self) -> String {
        match self {
            Self::Sum(wrong) => wrong.says(),
            Self::Backwards => {
                "The low end of a range comes first. Type 600,000 to 1,200,000.".to_owned()
            }
        }
    }
}

/// The text of a field that is typed into; empty where the amount was never stated.
#[must_use]
pub fn typed(amount: Amount) -> String {
    match amount {
        Amount::Stated(pounds) => money::typed(pounds),
        Amount::Range { low, high } => format!("{}–{}", money::typed(low), money::typed(high)),
        Amount::NotStated => String::new(),
    }
}

/// A sum with what it may rise to, where that is more: `£1.8m`, `£1.8m (up to £4m)`.
#[must_use]
pub fn up_to(
    counted: Pounds,
    at_most: Pounds,
    format: fn(crate::model::Pence) -> String,
) -> String {
    let start = format(counted.pence());
    if at_most > counted {
        format!("{start} (up to {})", format(at_most.pence()))
    } else {
        start
    }
}

/// Reads an amount: pounds, a range as `600,000–1,200,000`, `600k to 1.2m` or `1-2m`, and nothing,
/// `not stated` or `n/a` for one that was never stated.
///
/// # Errors
/// What is wrong with the text.
pub fn read(text: &str) -> Result<Amount, UnreadAmount> {
    let plain = text.trim().to_lowercase();
    if matches!(
        plain.as_str(),
        "" | "not stated" | "n/a" | "not known" | "?"
    ) {
        return Ok(Amount::NotStated);
    }
    let sum = |text: &str| money::read(text).map_err(UnreadAmount::Sum);
    let Some((low, high)) = ends(&plain) else {
        return sum(&plain).map(Amount::Stated);
    };
    let high_pounds = sum(high)?;
    let low_pounds = in_unit_of(high, low).map_or_else(|| sum(low), |low| sum(&low))?;
    match low_pounds.cmp(&high_pounds) {
        std::cmp::Ordering::Less => Ok(Amount::Range {
            low: low_pounds,
            high: high_pounds,
        }),
        std::cmp::Ordering::Equal => Ok(Amount::Stated(low_pounds)),
        std::cmp::Ordering::Greater => Err(UnreadAmount::Backwards),
    }
}

/// The two ends of a range; none where the text is no range.
fn ends(text: &str) -> Option<(&str, &str)> {
    [" to ", "–", "—", "-"]
        .into_iter()
        .filter_map(|between| text.split_once(between))
        .map(|(low, high)| (low.trim(), high.trim()))
        .find(|(low, high)| !low.is_empty() && !high.is_empty())
}

/// The low end in the unit of the high one: in `1–2m` both are millions, in `600,000–1.2m` they are not.
fn in_unit_of(high: &str, low: &str) -> Option<String> {
    let unit = ["bn", "m", "k"]
        .into_iter()
        .find(|unit| high.ends_with(unit))?;
    let bare = low.ends_with(|end: char| end.is_ascii_digit());
    let small = low
        .split('.')
        .next()
        .is_some_and(|whole| whole.trim_start_matches('£').len() <= 3);
    (bare && small).then(|| format!("{low}{unit}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn range(low: i64, high: i64) -> Amount {
        Amount::Range {
            low: Pounds(low),
            high: Pounds(high),
        }
    }

    #[test]
    fn a_range_is_read_however_it_is_typed() {
        for text in [
            "600,000–1,200,000",
            "£600,000 - £1,200,000",
            "600k to 1.2m",
            "600,000—1.2M",
        ] {
            assert_eq!(read(text), Ok(range(600_000, 1_200_000)), "{text}");
        }
        assert_eq!(read("1–2m"), Ok(range(1_000_000, 2_000_000)));
        assert_eq!(read("1.5-2.25m"), Ok(range(1_500_000, 2_250_000)));
        assert_eq!(read("5–5"), Ok(Amount::Stated(Pounds(5))));
    }

    #[test]
    fn nothing_typed_is_not_stated_and_a_nought_is_nothing() {
        assert_eq!(read("  "), Ok(Amount::NotStated));
        assert_eq!(read("Not stated"), Ok(Amount::NotStated));
        assert_eq!(read("0"), Ok(Amount::Stated(Pounds(0))));
        assert_eq!(read("-"), Ok(Amount::Stated(Pounds(0))));
        assert_eq!(typed(Amount::NotStated), "");
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        assert_eq!(read("abc"), Err(UnreadAmount::Sum(Unread::NotASum)));
        assert_eq!(read("2m–1m"), Err(UnreadAmount::Backwards));
        assert_eq!(read("-5"), Err(UnreadAmount::Sum(Unread::Negative)));
        assert_eq!(read("5 to tea"), Err(UnreadAmount::Sum(Unread::NotASum)));
    }

    #[test]
    fn a_sum_says_what_it_may_rise_to_only_where_that_is_more() {
        assert_eq!(
            up_to(Pounds(2_750_000), Pounds(4_750_000), money::short),
            "£2.75m (up to £4.75m)"
        );
        assert_eq!(up_to(Pounds(950), Pounds(950), money::short), "£950");
    }

    proptest! {
        #[test]
        fn what_is_shown_in_a_field_is_read_back(low in 0_i64..50_000_000_000, more in 1_i64..50_000_000_000) {
            let range = range(low, low + more);
            prop_assert_eq!(read(&typed(range)), Ok(range));
            prop_assert_eq!(read(&typed(Amount::Stated(Pounds(low)))), Ok(Amount::Stated(Pounds(low))));
        }

        #[test]
        fn nothing_typed_or_pasted_stops_the_reader(text in "\\PC*") {
            let _ = read(&text);
        }
    }
}
