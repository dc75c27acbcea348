//! What effective spend does to an indicator.

use crate::model::{Decimal, Response};

/// The improvement that effective spend brings, in the indicator's units: linear between the points of
/// its response, flat beyond them, rounded down to a millionth so that nothing is credited before it
/// is reached. `effective` is in ten-thousandths of a pound, `stretch` is the agreement's.
pub(crate) fn improvement(
    response: Option<&Response>,
    stretch: Option<Decimal>,
    effective: i64,
) -> Decimal {
    let (Some(response), Some(stretch)) = (response, stretch) else {
        return Decimal::default();
    };
    let stretch = i128::from(stretch.millionths().max(0));
    let points: Vec<(i128, i128)> = response
        .points()
        .iter()
        .map(|point| {
            (
                i128::from(point.pounds.0) * 10_000,
                i128::from(point.share.0),
            )
        })
        .collect();
    let spent = i128::from(effective);
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
        return Decimal::default();
    };
    if spent <= first.0 {
        return Decimal::saturating(stretch * first.1 / 10_000);
    }
    let between = points.windows(2).find(|pair| spent < pair[1].0);
    let Some(&[from, to]) = between.and_then(|pair| <&[(i128, i128); 2]>::try_from(pair).ok())
    else {
        return Decimal::saturating(stretch * last.1 / 10_000);
    };
    let run = to.0 - from.0;
    let share = from.1 * run + (to.1 - from.1) * (spent - from.0);
    Decimal::saturating(stretch * share / (run * 10_000))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use crate::model::{BasisPoints, Pounds, ResponsePoint, Shape};
    use proptest::prelude::*;

    fn units(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn points(points: &[(i64, u32)]) -> Response {
        let point = |&(pounds, share)| ResponsePoint {
            pounds: Pounds(pounds),
            share: BasisPoints(share),
        };
        Response::Points(points.iter().map(point).collect())
    }

    #[test]
    fn a_straight_response_brings_half_the_stretch_for_half_the_cost() {
        let response = Response::Cost {
            full: Pounds(200_000),
            shape: Shape::Straight,
        };
        let at = |pounds: i64| improvement(Some(&response), Some(units("15")), pounds * 10_000);
        assert_eq!(at(0), units("0"));
        assert_eq!(at(100_000), units("7.5"));
        assert_eq!(at(500_000), units("15"));
    }

    #[test]
    fn a_response_is_flat_beyond_its_ends_and_never_rounded_up() {
        let response = points(&[(100, 1_000), (400, 20_000)]);
        let at = |pounds: i64| improvement(Some(&response), Some(units("1")), pounds * 10_000);
        assert_eq!(at(50), units("0.1"));
        assert_eq!(at(200), units("0.733333"));
        assert_eq!(at(900), units("2"));
    }

    #[test]
    fn nothing_is_improved_where_no_money_helps_or_no_stretch_is_agreed() {
        let response = points(&[(0, 0), (1, 10_000)]);
        assert_eq!(improvement(None, Some(units("5")), 10_000), units("0"));
        assert_eq!(improvement(Some(&response), None, 10_000), units("0"));
        assert_eq!(
            improvement(Some(&response), Some(units("-5")), 10_000),
            units("0")
        );
    }

    proptest! {
        #[test]
        fn more_money_never_does_less(
            steps in proptest::collection::vec((1_i64..1_000_000, 0_u32..5_000), 2..=6),
            stretch in 0_i64..1_000_000_000, spent in 0_i64..10_000_000, more in 0_i64..1_000_000,
        ) {
            let mut at = (0, 0);
            let rising: Vec<_> = steps.iter().map(|&(run, rise)| { at = (at.0 + run, at.1 + rise); at }).collect();
            let response = points(&rising);
            let stretch = Some(Decimal::from_millionths(stretch).unwrap());
            let less = improvement(Some(&response), stretch, spent * 10_000);
            prop_assert!(improvement(Some(&response), stretch, (spent + more) * 10_000) >= less);
        }
    }
}
