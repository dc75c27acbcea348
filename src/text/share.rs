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

/// Basis points as a percentage without places, rounded towards nothing, so that what falls short of
/// 60% never reads 60%: `83%`, `−12%`.
#[must_use]
pub fn whole(basis_points: i64) -> String {
    let sign = if basis_points <= -100 {
        MINUS.to_string()
    } else {
        String::new()
    };
    format!("{sign}{}%", grouped(basis_points.unsigned_abs() / 100))
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
    let Some(value) = read_number(text)? else {
        return Ok(BasisPoints(0));
    };
    if value.millionths() < 0 {
        return Err(Unread::Negative);
    }
    if value.millionths() % 10_000 != 0 {
        return Err(Unread::TooFine);
    }
    let share = u32::try_from(value.millionths() / 10_000).map_err(|_| Unread::TooLarge)?;
    if share > most.0 {
        Err(Unread::TooLarge)
    } else {
        Ok(BasisPoints(share))
    }
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
        assert_eq!(read("12.345", BasisPoints::WHOLE), Err(Unread::TooFine));
        assert_eq!(read("101", BasisPoints::WHOLE), Err(Unread::TooLarge));
        assert_eq!(read("-1%", BasisPoints::WHOLE), Err(Unread::Negative));
    }

    #[test]
    fn a_score_just_short_of_the_cliff_does_not_read_as_sixty() {
        assert_eq!(whole(5_999), "59%");
        assert_eq!(whole(6_000), "60%");
        assert_eq!(whole(-1_250), "−12%");
        assert_eq!(whole(-50), "0%");
    }
}
