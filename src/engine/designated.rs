//! The rule of 2008–11: one cliff on the average of the designated indicators.
//!
//! An assumption, and marked as one on screen: what was found says only that all designated
//! indicators are aggregated in the last year and that nothing is paid below 60%.

use crate::engine::evaluation::{RewardBasis, Score};
use crate::model::{BasisPoints, Pence, split};

/// The whole, as the engine holds an average: in units of a million millionths.
const WHOLE: i64 = 1_000_000_000_000_000_000;

/// What the designated indicators earn together.
pub(crate) struct Together {
    pub(crate) average: Score,
    pub(crate) total: Pence,
    /// What each contributes, in the order given.
    pub(crate) parts: Vec<Pence>,
}

/// A score held between nothing and the whole, in units of [`WHOLE`], rounded up.
fn held(score: Option<Score>) -> i64 {
    score.map_or(0, |score| {
        let gained = i128::from(score.gained.clamp(0, score.aim));
        let aim = i128::from(score.aim);
        ((gained * i128::from(WHOLE) + aim - 1) / aim) as i64
    })
}

/// Averages scores and pays out of the maximum. An indicator without a score counts as nothing.
///
/// Each score is rounded up by less than one part in 10^18, so that an average of exactly 60% pays and half a
/// penny is rounded up, whatever fractions they are made of.
pub(crate) fn together(
    scores: &[Option<Score>],
    threshold: BasisPoints,
    maximum: Pence,
) -> Together {
    let count = scores.len().max(1) as i128;
    let held: Vec<i64> = scores.iter().map(|&score| held(score)).collect();
    let sum: i128 = held.iter().map(|&score| i128::from(score)).sum();
    let needed = i128::from(WHOLE) / 10_000 * i128::from(threshold.0) * count;
    let reached = !scores.is_empty() && sum >= needed;
    let average = Score {
        gained: (sum / count) as i64,
        aim: WHOLE,
        basis: RewardBasis::Average,
    };
    let total = if reached {
        let whole = i128::from(WHOLE) * count;
        Pence(((i128::from(maximum.0) * sum * 2 + whole) / (whole * 2)) as i64)
    } else {
        Pence(0)
    };
    let weights: Vec<u64> = held.iter().map(|&score| score as u64).collect();
    let parts = split(total.0, &weights).into_iter().map(Pence).collect();
    Together {
        average,
        total,
        parts,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIXTY: BasisPoints = BasisPoints(6_000);

    fn score(gained: i64, aim: i64) -> Option<Score> {
        Some(Score {
            gained,
            aim,
            basis: RewardBasis::Baseline,
        })
    }

    #[test]
    fn a_failure_costs_its_part_of_the_average_and_not_its_own_cliff() {
        let found = together(
            &[score(1, 1), score(1, 1), score(1, 2), score(3, 2)],
            SIXTY,
            Pence(40_000),
        );
        assert_eq!(found.average.basis_points(), 8_750);
        assert_eq!(found.total, Pence(35_000));
        assert_eq!(
            found.parts,
            [Pence(10_000), Pence(10_000), Pence(5_000), Pence(10_000)]
        );
    }

    #[test]
    fn an_average_of_exactly_sixty_per_cent_pays() {
        let thirds = [score(1, 3), score(2, 3), score(8, 10)];
        let found = together(&thirds, SIXTY, Pence(300));
        assert_eq!(
            (found.average.basis_points(), found.total),
            (6_000, Pence(180))
        );
        let short = together(
            &[score(1, 3), score(2, 3), score(799_999, 1_000_000)],
            SIXTY,
            Pence(300),
        );
        assert_eq!(short.total, Pence(0));
        assert_eq!(short.parts, [Pence(0); 3]);
    }

    #[test]
    fn half_a_penny_is_rounded_up() {
        // A third and 263 in 300 are 121 in 200 on average: 60.5p of a pound.
        let found = together(&[score(1, 3), score(263, 300)], SIXTY, Pence(100));
        assert_eq!(found.total, Pence(61));
    }

    #[test]
    fn scores_below_nothing_and_missing_ones_count_as_nothing() {
        let found = together(
            &[score(-5, 1), None, score(1, 1)],
            BasisPoints(3_000),
            Pence(900),
        );
        assert_eq!(
            (found.average.basis_points(), found.total),
            (3_333, Pence(300))
        );
        assert_eq!(together(&[], SIXTY, Pence(900)).total, Pence(0));
    }
}
