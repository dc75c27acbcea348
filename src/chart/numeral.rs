//! Plain text of the numbers that charts print themselves: percentages and decimals.

use crate::chart::scale::finite;

/// Turns the value of an axis tick into its text.
pub type Format = fn(f64) -> String;

/// A share as a percentage, with one decimal where it is not whole: 0.6 is "60%".
pub fn percent(share: f64) -> String {
    let tenths = (finite(share) * 1000.0).round();
    let places = if tenths % 10.0 == 0.0 { 0 } else { 1 };
    format!("{}%", decimal(tenths / 10.0, places))
}

/// A score as a percentage on its side of the threshold and of all of the stretch: 0.59996 is "59.9%", 0.9996 is
/// "99.9%".
pub fn score(share: f64, threshold: f64) -> String {
    let share = finite(share);
    let nearest = (share * 1000.0).round() / 1000.0;
    let across = |limit: f64| (share < limit) != (nearest < limit);
    percent(match across(threshold) || across(1.0) {
        true if nearest > share => nearest - 0.001,
        true => nearest + 0.001,
        false => nearest,
    })
}

/// A value with a stated number of decimals, thousands parted by commas.
pub fn decimal(value: f64, places: u8) -> String {
    let text = format!("{:.*}", usize::from(places), finite(value).abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    if value < 0.0 && text.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        out.push('−');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// How many decimals tell values apart that lie `step` apart, at most 6.
pub fn places(step: f64) -> u8 {
    let mut scaled = finite(step).abs();
    for places in 0..6 {
        if scaled == 0.0 || scaled > 0.999 {
            return places;
        }
        scaled *= 10.0;
    }
    6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_whole_where_they_can_be() {
        assert_eq!(percent(0.6), "60%");
        assert_eq!(percent(0.596), "59.6%");
        assert_eq!(percent(-0.125), "−12.5%");
    }

    #[test]
    fn a_score_never_reads_across_the_threshold_or_the_whole_stretch() {
        assert_eq!(score(0.59996, 0.6), "59.9%");
        assert_eq!(score(0.6, 0.6), "60%");
        assert_eq!(score(0.9996, 0.6), "99.9%");
        assert_eq!(score(1.0, 0.6), "100%");
        assert_eq!(score(1.0004, 0.6), "100%");
        assert_eq!(score(0.6004, 0.6004), "60.1%");
    }

    #[test]
    fn thousands_are_parted() {
        assert_eq!(decimal(9564.0, 0), "9,564");
        assert_eq!(decimal(-1234567.891, 2), "−1,234,567.89");
        assert_eq!(decimal(-0.001, 2), "0.00");
        assert_eq!(decimal(999.0, 0), "999");
    }

    #[test]
    fn axis_ticks_have_the_decimals_of_their_step() {
        assert_eq!(
            [places(5.0), places(0.5), places(0.02), places(0.0)],
            [0, 1, 2, 0]
        );
    }
}
