//! Shares in words and from words: `60%`, `12.5%`.

use crate::model::BasisPoints;
use crate::text::MINUS;
use crate::text::number::{Unread, grouped, read as read_number};

/// A share with as many places as it needs: `60%`, `2.5%`, `0.01%`, `1,016%`.
#[must_use]
pub fn exact(share: BasisPoints) -> String {
    let typed = typed(share);
    let places = typed.split_once('.').map_or("", |(_, places)| places);
    let point = if places.is_empty() { "" } else { "." };
    format!("{}{point}{places}%", grouped(u64::from(share.0 / 100)))
}

/// A score in basis points, rounded down, as a percentage without places: `84%`, `−12%`. It is the nearest one
/// that stands on the same side of the threshold and of all of the stretch: what falls short of 60% never reads 60%.
#[must_use]
pub fn whole(basis_points: i64, threshold: BasisPoints) -> String {
    let shown = on_its_side(
        basis_points,
        (basis_points + 50).div_euclid(100) * 100,
        100,
        threshold,
    ) / 100;
    format!("{}{}%", sign(shown), grouped(shown.unsigned_abs()))
}

/// A score in basis points as a percentage with as many places as it needs, at most two: `91.79%`. `nearest` is the
/// nearest one, which does not count where it stands on the other side of the threshold or of all of the stretch.
#[must_use]
pub fn score(basis_points: i64, nearest: i64, threshold: BasisPoints) -> String {
    let shown = on_its_side(basis_points, nearest, 1, threshold);
    let size = u32::try_from(shown.unsigned_abs()).unwrap_or(u32::MAX);
    format!("{}{}", sign(shown), exact(BasisPoints(size)))
}

fn sign(shown: i64) -> String {
    if shown < 0 {
        MINUS.to_string()
    } else {
        String::new()
    }
}

/// What is shown of a score: `nearest`, or a step from it where that stands on the other side of a limit.
fn on_its_side(score: i64, nearest: i64, step: i64, threshold: BasisPoints) -> i64 {
    let across = |limit: BasisPoints| (score < limit.0.into()) != (nearest < limit.0.into());
    if !across(threshold) && !across(BasisPoints::WHOLE) {
        nearest
    } else if nearest > score {
        nearest - step
    } else {
        nearest + step
    }
}

/// The share of a field that is typed into, without its sign.
#[must_use]
pub fn typed(share: BasisPoints) -> String {
    let (whole, part) = (share.0 / 100, share.0 % 100);
    let text = format!("{whole}.{part:02}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Reads a percentage up to a limit; nothing typed is nothing.
///
/// # Errors
/// What is wrong with the text.
pub fn read(text: &str, most: BasisPoints) -> Result<BasisPoints, Unread> {
    let value = match read_number(text) {
        Err(Unread::TooLarge) => return Err(Unread::NoShare(most)),
        value => value?.unwrap_or_default(),
    };
    if value.millionths() < 0 {
        return Err(Unread::NoShare(most));
    }
    if value.millionths() % 10_000 != 0 {
        return Err(Unread::NoBasisPoints);
    }
    u32::try_from(value.millionths() / 10_000)
        .ok()
        .filter(|&share| share <= most.0)
        .map(BasisPoints)
        .ok_or(Unread::NoShare(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_written_and_read_without_loss() {
        for (points, text) in [
            (6_000, "60"),
            (250, "2.5"),
            (1, "0.01"),
            (0, "0"),
            (10_000, "100"),
        ] {
            assert_eq!(typed(BasisPoints(points)), text);
            assert_eq!(read(text, BasisPoints::WHOLE), Ok(BasisPoints(points)));
        }
        assert_eq!(read("", BasisPoints::WHOLE), Ok(BasisPoints(0)));
    }

    #[test]
    fn what_is_no_share_is_told_the_bounds_of_one() {
        let says = |text, most| read(text, most).map_err(Unread::says);
        let bounds = Err("Type a percentage from 0 to 100.".to_owned());
        for text in ["101", "200", "-1%", "999999999999999"] {
            assert_eq!(says(text, BasisPoints::WHOLE), bounds, "{text}");
        }
        let wider = Err("Type a percentage from 0 to 200.".to_owned());
        assert_eq!(says("201", BasisPoints(20_000)), wider);
        let fine = Err("That is more than two decimal places. Type fewer.".to_owned());
        assert_eq!(says("12.345", BasisPoints::WHOLE), fine);
    }

    #[test]
    fn a_score_just_short_of_the_cliff_does_not_read_as_sixty() {
        let said = |points| whole(points, BasisPoints(6_000));
        assert_eq!(said(5_999), "59%");
        assert_eq!(said(6_000), "60%");
        assert_eq!(said(9_999), "99%");
        assert_eq!(whole(6_240, BasisPoints(6_240)), "63%");
        assert_eq!(whole(6_239, BasisPoints(6_240)), "62%");
    }

    #[test]
    fn elsewhere_a_score_reads_as_the_nearest_percentage() {
        let said = |points| whole(points, BasisPoints(6_000));
        assert_eq!(said(9_178), "92%");
        assert_eq!(said(9_149), "91%");
        assert_eq!(said(123_456), "1,235%");
        assert_eq!(said(-1_250), "−12%");
        assert_eq!(said(-1_251), "−13%");
        assert_eq!(said(-50), "0%");
    }

    #[test]
    fn a_score_to_two_places_stands_on_its_side_too() {
        let said = |points, nearest| score(points, nearest, BasisPoints(6_000));
        assert_eq!(said(9_142, 9_143), "91.43%");
        assert_eq!(said(5_999, 6_000), "59.99%");
        assert_eq!(said(9_999, 10_000), "99.99%");
        assert_eq!(said(-1, 0), "0%");
    }
}
