//! Money in words and from words: `£17,890`, `£2.46m`, `£584,400`, `+£412k`.

use crate::model::{Pence, Pounds, limits};
use crate::text::MINUS;
use crate::text::number::{Unread, grouped, ungrouped};

/// Whole pounds: `£1,234,567`, `−£40`.
#[must_use]
pub fn pounds(sum: Pounds) -> String {
    let sign = if sum.0 < 0 {
        MINUS.to_string()
    } else {
        String::new()
    };
    format!("{sign}£{}", grouped(sum.0.unsigned_abs()))
}

/// Pence as whole pounds, half a pound up: `£17,890`.
#[must_use]
pub fn whole(sum: Pence) -> String {
    pounds(nearest(sum))
}

/// Pounds and pence: `£17,889.78`.
#[must_use]
pub fn exact(sum: Pence) -> String {
    let sign = if sum.0 < 0 {
        MINUS.to_string()
    } else {
        String::new()
    };
    let size = sum.0.unsigned_abs();
    format!("{sign}£{}.{:02}", grouped(size / 100), size % 100)
}

/// Four significant figures, for a headline: `£584,400`, `£2.085m`.
#[must_use]
pub fn headline(sum: Pence) -> String {
    significant(sum, 4, 1_000_000)
}

/// Two sums as headlines, or to the pound where they would read the same.
#[must_use]
pub fn apart(one: Pence, other: Pence) -> [String; 2] {
    let both = [one, other];
    let short = both.map(headline);
    if short[0] == short[1] {
        both.map(whole)
    } else {
        short
    }
}

/// Three significant figures, for a table or a picture: `£2.46m`, `£412k`, `£950`.
#[must_use]
pub fn short(sum: Pence) -> String {
    significant(sum, 3, 10_000)
}

/// A difference with its sign: `+£412k`, `−£96k`; `same` where there is none to the pound.
#[must_use]
pub fn difference(sum: Pence) -> String {
    match nearest(sum).0 {
        0 => "same".to_owned(),
        above if above > 0 => format!("+{}", short(sum)),
        _ => short(sum),
    }
}

/// A difference among others, with its sign where it has one: `+£412k`, `−£96k`, `£0`.
#[must_use]
pub fn signed(sum: Pence) -> String {
    match nearest(sum).0 {
        0 => "£0".to_owned(),
        _ => difference(sum),
    }
}

/// The same text, in which no line ends between a sign and its sum.
#[must_use]
pub fn unbroken(text: &str) -> String {
    let joined = text.replace("+£", "+\u{2060}£");
    joined.replace(&format!("{MINUS}£"), &format!("{MINUS}\u{2060}£"))
}

/// A difference in whole pounds with its sign; `same` where there is none to the pound.
#[must_use]
pub fn exact_difference(sum: Pence) -> String {
    match nearest(sum).0 {
        0 => "same".to_owned(),
        above if above > 0 => format!("+{}", whole(sum)),
        _ => whole(sum),
    }
}

/// Pounds of the odds to the nearest penny.
#[must_use]
pub fn of_odds(pounds: f64) -> Pence {
    Pence((pounds * 100.0).round() as i64)
}

/// Parts of one sum in as few figures as add up to it as a headline says it: `£2.485m` twice where `£2.49m` twice would
/// not be `£4.97m`.
#[must_use]
pub fn parts(sums: &[Pence]) -> Vec<String> {
    type Say = (fn(Pence) -> String, fn(Pence) -> Pence);
    const SAYS: [Say; 3] = [
        (short, |sum| to_figures(sum, 3)),
        (headline, |sum| to_figures(sum, 4)),
        (whole, |sum| nearest(sum).pence()),
    ];
    let total = headline(sums.iter().copied().sum());
    let adds_up =
        |said: fn(Pence) -> Pence| headline(sums.iter().map(|&sum| said(sum)).sum()) == total;
    let say = SAYS.iter().find(|(_, said)| adds_up(*said));
    let say = say.map_or(exact as fn(Pence) -> String, |(say, _)| *say);
    sums.iter().map(|&sum| say(sum)).collect()
}

/// A sum to so many significant figures of its whole pounds.
fn to_figures(sum: Pence, figures: u32) -> Pence {
    let size = round(
        nearest(Pence(sum.0.saturating_abs())).0.unsigned_abs(),
        figures,
    );
    let pounds = i64::try_from(size).unwrap_or(i64::MAX / 100);
    Pounds(pounds * sum.0.signum()).pence()
}

/// Whole pounds to so many significant figures, half of the last one up.
fn round(pounds: u64, figures: u32) -> u64 {
    let digits = pounds.checked_ilog10().map_or(1, |log| log + 1);
    let unit = 10_u64.pow(digits.saturating_sub(figures));
    (pounds + unit / 2) / unit * unit
}

/// The pounds of a field that is typed into: digits in groups and nothing else.
#[must_use]
pub fn typed(sum: Pounds) -> String {
    let sign = if sum.0 < 0 { "-" } else { "" };
    format!("{sign}{}", grouped(sum.0.unsigned_abs()))
}

/// Reads pounds as people type or paste them: `1234`, `£1,234`, `1.2m`, `34k`. Nothing typed is nothing.
///
/// # Errors
/// What is wrong with the text.
pub fn read(text: &str) -> Result<Pounds, Unread> {
    let lower = ungrouped(text, '£')?.to_lowercase();
    if lower.is_empty() || lower == "-" {
        return Ok(Pounds(0));
    }
    let (digits, unit) = [("bn", 9_u32), ("m", 6), ("k", 3)]
        .into_iter()
        .find_map(|(suffix, zeros)| Some((lower.strip_suffix(suffix)?, zeros)))
        .unwrap_or((&lower, 0));
    if digits.starts_with('-') || (digits.starts_with('(') && digits.ends_with(')')) {
        return Err(Unread::Negative);
    }
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_plain(whole) || !is_plain(part) || (whole.is_empty() && part.is_empty()) {
        return Err(Unread::NotASum);
    }
    let part = part.trim_end_matches('0');
    if part.len() > unit as usize {
        return Err(Unread::PartOfAPound);
    }
    let all = format!("{whole}{part}{}", "0".repeat(unit as usize - part.len()));
    let all = all.trim_start_matches('0');
    if all.len() > 15 {
        return Err(Unread::TooLarge);
    }
    let sum = all
        .bytes()
        .fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    if sum > limits::POUNDS {
        return Err(Unread::TooLarge);
    }
    Ok(Pounds(sum))
}

/// Pence to the nearest pound, half a pound up.
#[must_use]
pub fn nearest(sum: Pence) -> Pounds {
    Pounds((sum.0 + 50).div_euclid(100))
}

/// So many significant figures; below `plain` pounds as a whole number, above in k or m.
fn significant(sum: Pence, figures: u32, plain: u64) -> String {
    let sign = if sum.0 < 0 {
        MINUS.to_string()
    } else {
        String::new()
    };
    let exact = nearest(Pence(sum.0.saturating_abs())).0.unsigned_abs();
    let rounded = round(exact, figures);
    if rounded < plain {
        return format!("{sign}£{}", grouped(rounded));
    }
    let (scale, name) = if rounded < 1_000_000 {
        (1_000, "k")
    } else {
        (1_000_000, "m")
    };
    let (whole, part) = (rounded / scale, rounded % scale);
    let width = scale.ilog10() as usize;
    let shown = format!("{part:0width$}");
    let whole_digits = whole.checked_ilog10().map_or(1, |log| log as usize + 1);
    let places = (figures as usize).saturating_sub(whole_digits);
    let part = &shown[..places.min(width)];
    let part = part.trim_end_matches('0');
    let point = if part.is_empty() { "" } else { "." };
    format!("{sign}£{}{point}{part}{name}", grouped(whole))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pence(pounds: i64) -> Pence {
        Pounds(pounds).pence()
    }

    #[test]
    fn a_headline_has_four_significant_figures() {
        assert_eq!(headline(Pence(58_439_948)), "£584,400");
        assert_eq!(headline(pence(2_085_000)), "£2.085m");
        assert_eq!(headline(pence(3_577_956)), "£3.578m");
        assert_eq!(headline(Pence(0)), "£0");
        assert_eq!(headline(pence(999_960)), "£1m");
    }

    #[test]
    fn a_table_has_three() {
        assert_eq!(short(pence(2_460_000)), "£2.46m");
        assert_eq!(short(pence(412_300)), "£412k");
        assert_eq!(short(pence(17_890)), "£17.9k");
        assert_eq!(short(pence(9_994)), "£9,990");
        assert_eq!(short(pence(999_600)), "£1m");
        assert_eq!(short(pence(-96_000)), "−£96k");
        assert_eq!(short(pence(12_345_678_901)), "£12,300m");
        assert_eq!(difference(pence(412_000)), "+£412k");
        assert_eq!(difference(Pence(0)), "same");
    }

    /// Dropping an outcome can leave the others a penny more: no sum that is shown differs.
    #[test]
    fn a_difference_of_pence_is_none() {
        for penny in [Pence(1), Pence(-1), Pence(49)] {
            assert_eq!(difference(penny), "same");
            assert_eq!(exact_difference(penny), "same");
        }
        assert_eq!(exact_difference(Pence(50)), "+£1");
        assert_eq!(difference(Pence(-100)), "−£1");
    }

    #[test]
    fn pence_are_rounded_half_up_only_when_shown() {
        assert_eq!(whole(Pence(1_788_978)), "£17,890");
        assert_eq!(exact(Pence(1_788_978)), "£17,889.78");
        assert_eq!(exact(Pence(-5)), "−£0.05");
    }

    #[test]
    fn parts_add_up_to_the_whole_as_it_is_said() {
        let said =
            |pounds: &[i64]| parts(&pounds.iter().map(|&sum| pence(sum)).collect::<Vec<_>>());
        assert_eq!(headline(pence(4_970_000)), "£4.97m");
        assert_eq!(said(&[2_485_000, 2_485_000]), ["£2.485m", "£2.485m"]);
        assert_eq!(said(&[2_460_000, 1_230_000]), ["£2.46m", "£1.23m"]);
        assert_eq!(
            said(&[12_344_444, 12_344_444]),
            ["£12,344,444", "£12,344,444"]
        );
        assert_eq!(said(&[412_000, -96_000]), ["£412k", "−£96k"]);
        assert_eq!(parts(&[Pence(50), Pence(50)]), ["£0.50", "£0.50"]);
        assert!(parts(&[]).is_empty());
    }

    #[test]
    fn money_is_read_as_people_type_it() {
        for (text, sum) in [
            ("1234", 1_234),
            (" £1,234 ", 1_234),
            ("1.25m", 1_250_000),
            ("1,250.5k", 1_250_500),
            ("1_000", 1_000),
            ("£1,250,000.00", 1_250_000),
            (" £\u{a0}1,250 ", 1_250),
            ("£-   ", 0),
            ("2 m", 2_000_000),
            ("34K", 34_000),
            ("", 0),
            ("-", 0),
            ("1.00", 1),
            ("100bn", 100_000_000_000),
        ] {
            assert_eq!(read(text), Ok(Pounds(sum)), "{text}");
        }
        for (text, wrong) in [
            ("abc", Unread::NotASum),
            ("1e9", Unread::NotASum),
            ("-5", Unread::Negative),
            ("(500)", Unread::Negative),
            ("(1,500)", Unread::Negative),
            ("12,5", Unread::Ungrouped),
            ("0,500m", Unread::Ungrouped),
            ("£1,2,3", Unread::Ungrouped),
            ("30, 20, 100", Unread::Ungrouped),
            ("£300 £200", Unread::Ungrouped),
            ("0.5", Unread::PartOfAPound),
            ("101bn", Unread::TooLarge),
            ("99999999999999999999999", Unread::TooLarge),
            (".", Unread::NotASum),
        ] {
            assert_eq!(read(text), Err(wrong), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_in_a_field_is_read_back(sum in 0_i64..=100_000_000_000) {
            prop_assert_eq!(read(&typed(Pounds(sum))), Ok(Pounds(sum)));
            prop_assert_eq!(read(&pounds(Pounds(sum))), Ok(Pounds(sum)));
        }

        #[test]
        fn nothing_typed_or_pasted_stops_the_reader(text in "\\PC*") {
            let _ = read(&text);
        }
    }
}
