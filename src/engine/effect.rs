//! What effective spend does to an indicator: an assumption of those who typed the response, and so is the straight
//! line between its points.

use crate::model::{Decimal, Response, ResponsePoint};

/// What effective spend does to one indicator: linear between the points of its response, flat beyond
/// them, rounded down to a millionth so that nothing is credited before it is reached.
pub(crate) struct Effect {
    points: Vec<ResponsePoint>,
    /// The agreement's stretch in millionths of the indicator's unit.
    stretch: i128,
}

impl Effect {
    /// The effect on an indicator with a response and an agreed stretch; without either there is none.
    pub(crate) fn of(response: Option<&Response>, stretch: Option<Decimal>) -> Self {
        Self {
            points: response.map(Response::points).unwrap_or_default(),
            stretch: stretch.map_or(0, |stretch| i128::from(stretch.millionths().max(0))),
        }
    }

    /// The improvement in the indicator's units for effective spend in ten-thousandths of a pound.
    pub(crate) fn improvement(&self, effective: i64) -> Decimal {
        let spent = i128::from(effective);
        let pounds = |point: &ResponsePoint| i128::from(point.pounds.0) * 10_000;
        let share = |point: &ResponsePoint| i128::from(point.share.0);
        let ahead = self.points.iter().position(|point| spent < pounds(point));
        let (from, to) = match (ahead, self.points.last()) {
            (_, None) => return Decimal::default(),
            (Some(0), _) => {
                return Decimal::saturating(self.stretch * share(&self.points[0]) / 10_000);
            }
            (None, Some(last)) => return Decimal::saturating(self.stretch * share(last) / 10_000),
            (Some(ahead), _) => (&self.points[ahead - 1], &self.points[ahead]),
        };
        let run = pounds(to) - pounds(from);
        let share = share(from) * run + (share(to) - share(from)) * (spent - pounds(from));
        Decimal::saturating(self.stretch * share / (run * 10_000))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BasisPoints, Pounds, Shape};
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
        let at = |pounds: i64| {
            Effect::of(Some(&response), Some(units("15"))).improvement(pounds * 10_000)
        };
        assert_eq!(at(0), units("0"));
        assert_eq!(at(100_000), units("7.5"));
        assert_eq!(at(500_000), units("15"));
    }

    #[test]
    fn a_response_is_flat_beyond_its_ends_and_never_rounded_up() {
        let response = points(&[(100, 1_000), (400, 20_000)]);
        let at = |pounds: i64| {
            Effect::of(Some(&response), Some(units("1"))).improvement(pounds * 10_000)
        };
        assert_eq!(at(50), units("0.1"));
        assert_eq!(at(200), units("0.733333"));
        assert_eq!(at(900), units("2"));
    }

    #[test]
    fn nothing_is_improved_where_no_money_helps_or_no_stretch_is_agreed() {
        let response = points(&[(0, 0), (1, 10_000)]);
        assert_eq!(
            Effect::of(None, Some(units("5"))).improvement(10_000),
            units("0")
        );
        assert_eq!(
            Effect::of(Some(&response), None).improvement(10_000),
            units("0")
        );
        assert_eq!(
            Effect::of(Some(&response), Some(units("-5"))).improvement(10_000),
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
            let less = Effect::of(Some(&response), stretch).improvement(spent * 10_000);
            prop_assert!(Effect::of(Some(&response), stretch).improvement((spent + more) * 10_000) >= less);
        }
    }
}
