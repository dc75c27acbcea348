//! What a plan is to be best at, and what an evaluated scenario is worth by it.

use crate::engine::{Evaluation, Score};
use crate::model::{IndicatorId, OutcomeId};

/// What a plan is to be best at.
#[derive(Clone, Debug, PartialEq)]
pub enum Objective {
    /// The reward on projected values, in pounds.
    Reward,
    /// The mean of scores held between 0 and 100%, by weights of indicators; indicators without a
    /// weight do not count. In shares of one.
    Attainment(Vec<(IndicatorId, u32)>),
    /// Worth by outcome, read off curves over effective spend by the end: expected reward among others.
    Curves {
        /// A curve for each outcome that is worth anything, at most one each.
        curves: Vec<Curve>,
        /// How far the curves together may lie below what they stand for; added to the bound.
        slack: f64,
    },
}

/// The worth of one outcome over its effective spend: straight between points, flat beyond them.
///
/// Points go up in effective spend and must never go down in worth. Two points at one effective spend are
/// a jump, of which the second counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The outcome.
    pub outcome: OutcomeId,
    /// Its points.
    pub points: Vec<CurvePoint>,
}

/// A point of a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Effective spend by the end of the agreement, in ten-thousandths of a pound.
    pub effective: i64,
    /// What it is worth.
    pub worth: f64,
}

impl Curve {
    /// The worth of an effective spend.
    #[must_use]
    pub fn worth(&self, effective: i64) -> f64 {
        let reached = |point: &CurvePoint| point.effective <= effective;
        let after = self.points.partition_point(reached);
        let before = after.checked_sub(1).map(|place| self.points[place]);
        match (before, self.points.get(after)) {
            (None, None) => 0.0,
            (Some(only), None) => only.worth,
            (None, Some(only)) => only.worth,
            (Some(from), Some(to)) => {
                let gone = (effective - from.effective) as f64;
                from.worth + (to.worth - from.worth) * gone / (to.effective - from.effective) as f64
            }
        }
    }
}

impl Objective {
    /// What an evaluated scenario is worth.
    #[must_use]
    pub fn value(&self, evaluation: &Evaluation) -> f64 {
        match self {
            Self::Reward => evaluation.reward.0 as f64 / 100.0,
            Self::Attainment(weights) => {
                let whole: f64 = weights.iter().map(|&(_, weight)| f64::from(weight)).sum();
                let parts = weights.iter().map(|&(id, weight)| {
                    let mut indicators = evaluation.indicators.iter();
                    let score = indicators.find(|it| it.id == id).and_then(|it| it.score);
                    score.map_or(0.0, held) * f64::from(weight)
                });
                parts.sum::<f64>() / whole.max(1.0)
            }
            Self::Curves { curves, .. } => {
                let worth = curves.iter().map(|curve| {
                    let mut outcomes = evaluation.outcomes.iter();
                    let years = outcomes
                        .find(|it| it.id == curve.outcome)
                        .map(|it| &it.years);
                    let last = years.and_then(|years| years.last());
                    curve.worth(last.map_or(0, |year| year.effective))
                });
                worth.sum()
            }
        }
    }

    /// Less than this is no difference: a pound of reward, a millionth of attainment.
    pub(crate) fn unit(&self) -> f64 {
        match self {
            Self::Attainment(_) => 1e-6,
            Self::Reward | Self::Curves { .. } => 1.0,
        }
    }
}

/// A score held between nothing and the whole.
fn held(score: Score) -> f64 {
    score.gained.clamp(0, score.aim) as f64 / score.aim as f64
}
