//! Values of indicators in words and from words: `1,150`, `18.955`, `−0.5`.

use crate::model::decimal::DecimalError;
use crate::model::{BasisPoints, Decimal};
use crate::text::{MINUS, share};

/// Why a text is no number that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is not a number.
    NotANumber,
    /// It is not a sum of money.
    NotASum,
    /// It has commas or gaps that group no thousands: it may be a list.
    Ungrouped,
    /// It has a part of a whole where only wholes count.
    NotWhole,
    /// It is below nothing where that means nothing.
    Negative,
    /// It has pence where only whole pounds count.
    PartOfAPound,
    /// It has more than six decimal places.
    TooFine,
    /// It is larger than can be held.
    TooLarge,
    /// It is more than a count may be.
    MoreThan(u32),
    /// It is no percentage that a share may be, up to the largest.
    NoShare(BasisPoints),
    /// It is a percentage with more than two decimal places.
    NoBasisPoints,
}

impl Unread {
    /// What to say beside the field, and what to do.
    #[must_use]
    pub fn says(self) -> String {
        let says = match self {
            Self::NotANumber => "This is not a number. Type digits, such as 1,250 or 12.5.",
            Self::NotASum => "This is not a number. Type digits, such as 1,250 or 1.2m.",
            Self::Ungrouped => {
                "Type one number. Commas only group thousands, as in 1,250,000; a full stop comes before decimals."
            }
            Self::NotWhole => "Only whole numbers count here. Leave out what follows the point.",
            Self::Negative => "This cannot be less than nothing. Type 0 or more.",
            Self::PartOfAPound => "Money is in whole pounds here. Leave the pence out.",
            Self::TooFine => "That is more than six decimal places. Type fewer.",
            Self::NoBasisPoints => "That is more than two decimal places. Type fewer.",
            Self::TooLarge => "That is larger than this page can hold. Type a smaller number.",
            Self::MoreThan(most) => {
                return format!("Type a whole number from 0 to {}.", grouped(most.into()));
            }
            Self::NoShare(most) => {
                return format!("Type a percentage from 0 to {}.", share::typed(most));
            }
        };
        says.to_owned()
    }
}

/// Digits in groups of three: `1,234,567`.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A value with at least so many decimal places, more where it needs them, up to `most`.
#[must_use]
pub fn value(value: Decimal, places: u8) -> String {
    let shown = value
        .places()
        .clamp(places.min(Decimal::PLACES), Decimal::PLACES);
    rounded(value, shown)
}

/// A value rounded to so many decimal places, half away from nothing.
#[must_use]
pub fn rounded(value: Decimal, places: u8) -> String {
    let step = Decimal::step(places).millionths().unsigned_abs();
    let size = (value.millionths().unsigned_abs() + step / 2) / step * step;
    let sign = if value.millionths() < 0 && size > 0 {
        MINUS.to_string()
    } else {
        String::new()
    };
    let (whole, part) = (size / Decimal::ONE as u64, size % Decimal::ONE as u64);
    let width = usize::from(places.min(Decimal::PLACES));
    if width == 0 {
        return format!("{sign}{}", grouped(whole));
    }
    let digits = format!("{part:06}");
    format!("{sign}{}.{}", grouped(whole), &digits[..width])
}

/// A distance to a cliff in one place more than the indicator has: never shown as more than there is
/// above it, nor as less than there is missing. `0.4 above`, `6.4 short`, `exactly on it`.
#[must_use]
pub fn margin(margin: Decimal, places: u8) -> String {
    let shown = (places + 1).min(Decimal::PLACES);
    let step = Decimal::step(shown).millionths();
    let floor = margin.millionths().div_euclid(step) * step;
    let size = value(Decimal::saturating(i128::from(floor.abs())), places);
    match margin.millionths() {
        0 => "exactly on it".to_owned(),
        above if above > 0 && floor == 0 => "just above".to_owned(),
        above if above > 0 => format!("{size} above"),
        _ => format!("{size} short"),
    }
}

/// The value of a field that is typed into.
#[must_use]
pub fn typed(number: Decimal, places: u8) -> String {
    value(number, places).replace(MINUS, "-")
}

/// Reads a value; nothing typed is none.
///
/// # Errors
/// What is wrong with the text.
pub fn read(text: &str) -> Result<Option<Decimal>, Unread> {
    let plain = ungrouped(text, '%')?;
    if plain.is_empty() {
        return Ok(None);
    }
    plain.parse().map(Some).map_err(|wrong| match wrong {
        DecimalError::NotANumber => Unread::NotANumber,
        DecimalError::TooFine => Unread::TooFine,
        DecimalError::TooLarge => Unread::TooLarge,
    })
}

/// What groups thousands; the gaps are those that a spreadsheet uses, as gaps that are typed stand between figures.
const GROUPING: [char; 5] = [',', '_', '\u{a0}', '\u{2009}', '\u{202f}'];

/// A number as it is typed or pasted, without what groups its thousands, gaps around it, and a sign of its unit. Where
/// its figures are parted in any other way it is refused: joined, they would be another number.
pub(crate) fn ungrouped(text: &str, unit: char) -> Result<String, Unread> {
    let text: String = text
        .chars()
        .filter(|&c| c != '\u{200b}')
        .map(|c| if matches!(c, '−' | '–') { '-' } else { c })
        .collect();
    let around = |text: &str| -> String {
        let kept = text.chars().filter(|&c| !c.is_whitespace() && c != unit);
        kept.collect()
    };
    let digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (text.find(digit), text.rfind(digit)) else {
        return Ok(around(&text));
    };
    let (before, figures, after) = (&text[..first], &text[first..=last], &text[last + 1..]);
    // Where the point stands before the first figure, all of them are decimals.
    let whole = match before.contains('.') {
        true => "",
        false => figures.split('.').next().unwrap_or(figures),
    };
    let mark = whole.chars().find(|&c| !digit(c));
    let bare = match mark.filter(|mark| GROUPING.contains(mark)) {
        Some(mark) => thousands(whole, mark).ok_or(Unread::Ungrouped)?,
        None => whole.to_owned(),
    };
    let bare = bare + &figures[whole.len()..];
    let parted = |c: char| c.is_whitespace() || GROUPING.contains(&c);
    if bare.contains(parted) || before.contains(',') || after.contains(',') {
        return Err(Unread::Ungrouped);
    }
    Ok(around(before) + &bare + &around(after))
}

/// Figures in groups of three between marks, without the marks; none where they are in other groups.
fn thousands(whole: &str, mark: char) -> Option<String> {
    let groups: Vec<&str> = whole.split(mark).collect();
    let (first, rest) = groups.split_first()?;
    // Nobody groups thousands after a nought: the comma of `0,500` stands before decimals.
    let begins = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let fits = begins && rest.iter().all(|group| group.len() == 3);
    fits.then(|| groups.concat())
}

/// Reads a whole number from nothing up to a limit.
///
/// # Errors
/// What is wrong with the text.
pub fn read_count(text: &str, most: u32) -> Result<Option<u32>, Unread> {
    let value = match read(text) {
        Err(Unread::TooLarge) => return Err(Unread::MoreThan(most)),
        Err(Unread::TooFine) => return Err(Unread::NotWhole),
        value => value?,
    };
    let Some(value) = value else {
        return Ok(None);
    };
    if value.millionths() < 0 {
        return Err(Unread::Negative);
    }
    if value.places() > 0 {
        return Err(Unread::NotWhole);
    }
    let count = value.millionths() / Decimal::ONE;
    u32::try_from(count)
        .ok()
        .filter(|&count| count <= most)
        .map(Some)
        .ok_or(Unread::MoreThan(most))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_value_keeps_its_places_and_shows_more_where_it_needs_them() {
        assert_eq!(value(decimal("1150"), 0), "1,150");
        assert_eq!(value(decimal("8.5"), 2), "8.50");
        assert_eq!(value(decimal("524.4"), 0), "524.4");
        assert_eq!(value(decimal("-6.4"), 0), "−6.4");
    }

    #[test]
    fn rounding_is_half_away_from_nothing_and_never_leaves_a_lone_minus() {
        assert_eq!(rounded(decimal("0.25"), 1), "0.3");
        assert_eq!(rounded(decimal("-0.04"), 1), "0.0");
        assert_eq!(rounded(decimal("999.96"), 1), "1,000.0");
    }

    #[test]
    fn a_distance_to_a_cliff_is_never_flattered() {
        assert_eq!(margin(decimal("-1"), 0), "1 short");
        assert_eq!(margin(decimal("-6.4"), 0), "6.4 short");
        assert_eq!(margin(decimal("57.239583"), 0), "57.2 above");
        assert_eq!(margin(decimal("-0.00001"), 1), "0.01 short");
        assert_eq!(margin(decimal("0.00001"), 1), "just above");
        assert_eq!(margin(decimal("0"), 1), "exactly on it");
    }

    #[test]
    fn counts_are_whole_and_bounded() {
        assert_eq!(read_count("176,912", 200_000), Ok(Some(176_912)));
        assert_eq!(read_count("", 10), Ok(None));
        assert_eq!(read_count("11", 10), Err(Unread::MoreThan(10)));
        assert_eq!(read_count("-1", 10), Err(Unread::Negative));
        assert_eq!(read_count("1.5", 10), Err(Unread::NotWhole));
    }

    #[test]
    fn a_list_is_no_number() {
        for text in [
            "12,5",
            "1,25",
            "1,2500",
            "1,,250",
            "30, 20, 100",
            "300, 200",
            "300 200 100",
            "30\t20",
            "1,250 300",
            "1.250,5",
            ".5,000",
            "1,",
            ",250",
            "1,250,",
            "1250,000",
            "0,500",
            "-0,125",
            "012,500",
        ] {
            assert_eq!(read(text), Err(Unread::Ungrouped), "{text:?}");
        }
        let says = Unread::Ungrouped.says();
        assert!(says.starts_with("Type one number. Commas only group thousands"));
    }

    #[test]
    fn a_spreadsheet_pastes_numbers_in_its_own_dress() {
        for (text, number) in [
            (" 1,250 ", "1250"),
            ("1,250,000.50", "1250000.5"),
            ("−1,250", "-1250"),
            ("1\u{a0}250\u{a0}000", "1250000"),
            ("12\u{202f}500", "12500"),
            ("12.50 %", "12.5"),
            ("999,999", "999999"),
            (".5", "0.5"),
        ] {
            assert_eq!(read(text), Ok(Some(decimal(number))), "{text:?}");
        }
    }

    #[test]
    fn what_is_refused_is_told_its_own_bounds() {
        let says = |text, most| read_count(text, most).map_err(Unread::says);
        let most = "Type a whole number from 0 to 100,000,000.".to_owned();
        assert_eq!(says("100,000,001", 100_000_000), Err(most.clone()));
        assert_eq!(says("99,999,999,999", 100_000_000), Err(most));
        let part = "Only whole numbers count here. Leave out what follows the point.".to_owned();
        assert_eq!(says("1200.5", 100_000_000), Err(part.clone()));
        assert_eq!(says("1200.0000005", 100_000_000), Err(part));
        // A count and a value know no “m” for a million: it is not held up as an example.
        assert!(says("1.2m", 10).is_err_and(|says| !says.contains("1.2m")));
    }

    proptest! {
        #[test]
        fn what_is_shown_in_a_field_is_read_back(millionths in -1_000_000_000_000_i64..1_000_000_000_000, places in 0_u8..=6) {
            let value = Decimal::from_millionths(millionths).unwrap();
            prop_assert_eq!(read(&typed(value, places)), Ok(Some(value)));
        }

        #[test]
        fn nothing_typed_or_pasted_stops_the_reader(text in "\\PC*") {
            let _ = read(&text);
        }
    }
}
