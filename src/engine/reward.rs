//! What an indicator earns by itself: its score, its cliff and its reward.
//!
//! Isle of Wight LPSA, schedule 4: the enhancement is measured from what is expected *without* the
//! agreement, nothing is paid below 60% of it, and over-achievement earns no more than 100%.

use crate::engine::evaluation::{Cliff, RewardBasis, Score};
use crate::model::{BasisPoints, Decimal, Pence};

impl Score {
    /// The way from one value to another that a third has gone; none where the aim is not better.
    /// `toward` is 1 where higher is better, otherwise −1.
    pub(crate) fn between(
        toward: i64,
        from: Decimal,
        to: Decimal,
        value: Decimal,
        basis: RewardBasis,
    ) -> Option<Self> {
        let aim = toward * (to.millionths() - from.millionths());
        let gained = toward * (value.millionths() - from.millionths());
        (aim > 0).then_some(Self { gained, aim, basis })
    }

    /// Whether the score reaches a threshold; exactly reaching it counts.
    #[must_use]
    pub fn reaches(&self, threshold: BasisPoints) -> bool {
        i128::from(self.gained) * 10_000 >= i128::from(self.aim) * i128::from(threshold.0)
    }

    /// The least gain that reaches a threshold of the aim, in the measure of both.
    pub(crate) fn least_gain(&self, threshold: BasisPoints) -> i128 {
        // An aim and a threshold are positive, so that what is added rounds up.
        (i128::from(self.aim) * i128::from(threshold.0) + 9_999) / 10_000
    }

    /// The score in basis points, rounded down so that 59.999% never reads as 60%.
    #[must_use]
    pub fn basis_points(&self) -> i64 {
        let exact = (i128::from(self.gained) * 10_000).div_euclid(i128::from(self.aim));
        exact.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64
    }

    /// What a potential pays: nothing below the threshold, then in proportion up to all of it, half a
    /// penny up.
    #[must_use]
    pub fn pays(&self, threshold: BasisPoints, potential: Pence) -> Pence {
        if !self.reaches(threshold) {
            return Pence(0);
        }
        let (gained, aim) = (i128::from(self.gained.min(self.aim)), i128::from(self.aim));
        Pence(((i128::from(potential.0) * gained * 2 + aim) / (aim * 2)) as i64)
    }
}

/// Where the reward of an indicator begins, and what hangs on it.
pub(crate) fn cliff(
    score: Score,
    threshold: BasisPoints,
    potential: Pence,
    from: Decimal,
    toward: i64,
) -> Cliff {
    let needed = score.least_gain(threshold);
    let at = Decimal::saturating(i128::from(from.millionths()) + i128::from(toward) * needed);
    let margin = Decimal::saturating(i128::from(score.gained) - needed);
    let just = Score {
        gained: needed as i64,
        ..score
    };
    let above = score.reaches(threshold);
    Cliff {
        at,
        margin,
        wins: if above {
            Pence(0)
        } else {
            just.pays(threshold, potential)
        },
        loses: if above {
            score.pays(threshold, potential)
        } else {
            Pence(0)
        },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    const SIXTY: BasisPoints = BasisPoints(6_000);

    fn score(from: &str, to: &str, value: &str) -> Score {
        let [from, to, value] = [from, to, value].map(|text| text.parse::<Decimal>().unwrap());
        let toward = if to > from { 1 } else { -1 };
        Score::between(toward, from, to, value, RewardBasis::Without).unwrap()
    }

    #[test]
    fn exactly_sixty_per_cent_pays_whatever_the_decimals() {
        for (from, to, value) in [
            ("0.40", "0.55", "0.49"),
            ("40", "55", "49"),
            ("0.55", "0.40", "0.46"),
            ("7.3", "2.3", "4.3"),
            ("18.83", "18.955", "18.905"),
            ("-1", "1", "0.2"),
        ] {
            assert!(score(from, to, value).reaches(SIXTY), "{from} {to} {value}");
        }
        assert!(!score("0.40", "0.55", "0.489999").reaches(SIXTY));
        assert!(!score("0.55", "0.40", "0.460001").reaches(SIXTY));
    }

    #[test]
    fn a_score_that_falls_just_short_never_reads_as_the_threshold() {
        assert_eq!(score("0", "1", "0.599999").basis_points(), 5_999);
        assert_eq!(score("0", "3", "1").basis_points(), 3_333);
        assert_eq!(score("0", "3", "-1").basis_points(), -3_334);
    }

    #[test]
    fn the_least_gain_reaches_the_threshold_and_one_less_does_not() {
        for aim in [1, 3, 7, 10_001, 999_999_937] {
            for threshold in [1, 3_333, 6_000, 10_000].map(BasisPoints) {
                let with = |gained| Score {
                    gained,
                    aim,
                    basis: RewardBasis::Without,
                };
                let least = with(0).least_gain(threshold) as i64;
                assert!(with(least).reaches(threshold), "{threshold:?} of {aim}");
                assert!(
                    !with(least - 1).reaches(threshold),
                    "{threshold:?} of {aim}"
                );
            }
        }
    }

    #[test]
    fn the_cliff_of_home_care_is_at_524_4() {
        // Bath & North East Somerset, 6 December 2006, Appendix A: without 486, with 550, actual 518.
        let found = cliff(
            score("486", "550", "518"),
            SIXTY,
            Pence(14_908_150),
            "486".parse().unwrap(),
            1,
        );
        assert_eq!(found.at.to_string(), "524.4");
        assert_eq!(found.margin.to_string(), "-6.4");
        assert_eq!((found.wins, found.loses), (Pence(8_944_890), Pence(0)));
    }

    proptest! {
        #[test]
        fn improving_a_value_never_lowers_the_reward(
            aim in 1_i64..1_000_000,
            gained in -1_000_000_i64..3_000_000, better in 0_i64..1_000_000,
            potential in 0_i64..1_000_000_000, threshold in 1_u32..=10_000,
        ) {
            let before = Score { gained, aim, basis: RewardBasis::Without };
            let after = Score { gained: gained + better, ..before };
            let pays = |score: Score| score.pays(BasisPoints(threshold), Pence(potential));
            prop_assert!(pays(after) >= pays(before));
            prop_assert!(pays(after) <= Pence(potential));
        }
    }
}
