//! What an outcome's effective spend is worth: the objective as straight pieces and jumps.
//!
//! Pieces start and end where the engine's own arithmetic does: the effective spend at which a score
//! reaches its threshold is found in integers, so that a plan which reaches it is paid by
//! [`evaluate`](crate::engine::evaluate). In between the curve runs at most a ten-thousandth of a
//! pound's worth above what the engine pays, never below it by more than half a penny an indicator.

use crate::engine::{Evaluation, IndicatorResult, agreed_stretch};
use crate::model::{Agreement, Indicator, IndicatorId, Pence, ResponsePoint, Rules};
use crate::solve::objective::Objective;

/// A place on a curve: effective spend in ten-thousandths of a pound, the worth just below it and at it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Step {
    pub(crate) at: i64,
    pub(crate) below: f64,
    pub(crate) worth: f64,
}

/// What counts for the objective, before money decides.
pub(crate) struct Worths<'a> {
    agreement: &'a Agreement,
    rules: &'a Rules,
    today: &'a Evaluation,
    objective: &'a Objective,
}

/// How the score of one indicator becomes worth.
enum Pays {
    /// Nothing below a gain in millionths, in proportion from there up to the whole.
    FromCliff { gain: i128, whole: f64 },
    /// In proportion between nothing and the whole.
    Evenly { whole: f64 },
}

/// One indicator as a function of effective spend.
struct Answer {
    points: Vec<ResponsePoint>,
    /// The agreement's stretch in millionths, none where money moves nothing any more.
    stretch: i128,
    /// What is gained when money improves nothing, in millionths.
    start: i128,
    aim: i128,
    pays: Pays,
}

impl<'a> Worths<'a> {
    pub(crate) fn new(
        agreement: &'a Agreement,
        rules: &'a Rules,
        today: &'a Evaluation,
        objective: &'a Objective,
    ) -> Self {
        Self {
            agreement,
            rules,
            today,
            objective,
        }
    }

    /// The curve of an outcome over effective spend from one amount to another.
    pub(crate) fn steps(&self, outcome: usize, from: i64, to: i64) -> Vec<Step> {
        let id = self.today.outcomes[outcome].id;
        if let Objective::Curves { curves, .. } = self.objective {
            let curve = curves.iter().find(|curve| curve.outcome == id);
            let worth = |at| curve.map_or(0.0, |curve| curve.worth(at));
            let points = curve.map(|curve| curve.points.as_slice());
            let bends = points.unwrap_or_default().iter();
            let bends = bends.map(|point| point.effective).collect();
            return steps(bends, from, to, |at| {
                let left = points.unwrap_or_default();
                let first = left.iter().find(|point| point.effective == at);
                Step {
                    at,
                    below: first.map_or_else(|| worth(at), |point| point.worth),
                    worth: worth(at),
                }
            });
        }
        let own = self.today.indicators.iter().filter(|it| it.outcome == id);
        let answers: Vec<Answer> = own.filter_map(|it| self.answer(it)).collect();
        let bends = answers.iter().flat_map(Answer::bends).collect();
        let jumps: Vec<Option<i64>> = answers.iter().map(Answer::jump).collect();
        steps(bends, from, to, |at| {
            let mut step = Step {
                at,
                below: 0.0,
                worth: 0.0,
            };
            for (answer, &jump) in answers.iter().zip(&jumps) {
                let worth = answer.worth(at);
                let jump = jump.unwrap_or(i64::MAX);
                step.below += if at > jump { worth } else { 0.0 };
                step.worth += if at >= jump { worth } else { 0.0 };
            }
            step
        })
    }

    /// The least effective spend of an outcome at which an indicator of it reaches its threshold; more
    /// than there is where it never does. None where it is another outcome's.
    pub(crate) fn needed(&self, outcome: usize, indicator: IndicatorId) -> Option<i64> {
        let mut results = self.today.indicators.iter();
        let result = results.find(|it| it.id == indicator)?;
        if result.outcome != self.today.outcomes[outcome].id {
            return None;
        }
        let answer = self.answer_with(result, Pays::Evenly { whole: 0.0 });
        let gain = result.score.map(|it| it.least_gain(self.rules.threshold));
        let reaches = answer.zip(gain).and_then(|(it, gain)| it.reaches(gain));
        Some(reaches.unwrap_or(i64::MAX))
    }

    /// How an indicator answers to money, if it counts for the objective.
    fn answer(&self, result: &IndicatorResult) -> Option<Answer> {
        let score = result.score?;
        let pays = match self.objective {
            Objective::Reward if !result.rewarded => return None,
            Objective::Reward if self.rules.has_one_cliff() => {
                let rewarded = self.today.indicators.iter().filter(|it| it.rewarded);
                let pot = pounds(self.today.pot);
                Pays::Evenly {
                    whole: pot / rewarded.count().max(1) as f64,
                }
            }
            Objective::Reward => Pays::FromCliff {
                gain: score.least_gain(self.rules.threshold),
                whole: pounds(result.potential),
            },
            Objective::Attainment(weights) => {
                let all: f64 = weights.iter().map(|&(_, weight)| f64::from(weight)).sum();
                let own = weights.iter().find(|&&(id, _)| id == result.id)?.1;
                Pays::Evenly {
                    whole: f64::from(own) / all.max(1.0),
                }
            }
            Objective::Curves { .. } => return None,
        };
        self.answer_with(result, pays)
    }

    fn answer_with(&self, result: &IndicatorResult, pays: Pays) -> Option<Answer> {
        let mut found = self.agreement.indicators.iter();
        let indicator: &Indicator = found.find(|it| it.id == result.id)?;
        let score = result.score?;
        let aim = i128::from(score.aim);
        let end = self.agreement.year_count().checked_sub(1)?;
        let recorded = indicator.actual(end).is_some();
        let improved = result.improvement.get(end)?.millionths();
        let moved = if recorded { 0 } else { improved };
        let stretch = agreed_stretch(self.agreement, indicator).map_or(0, |it| it.millionths());
        Some(Answer {
            points: indicator
                .response
                .as_ref()
                .map(|it| it.points())
                .unwrap_or_default(),
            stretch: if recorded {
                0
            } else {
                i128::from(stretch.max(0))
            },
            start: i128::from(score.gained) - i128::from(moved),
            aim,
            pays,
        })
    }
}

/// The places of a curve between two amounts: its ends and every bend between them.
fn steps(mut bends: Vec<i64>, from: i64, to: i64, at: impl Fn(i64) -> Step) -> Vec<Step> {
    bends.retain(|&bend| from < bend && bend < to);
    bends.extend([from, to]);
    bends.sort_unstable();
    bends.dedup();
    bends.into_iter().map(at).collect()
}

fn pounds(pence: Pence) -> f64 {
    pence.0 as f64 / 100.0
}

impl Answer {
    /// Where the curve bends: the points of the response, where the score leaves nothing and where it
    /// is full, and the jump.
    fn bends(&self) -> Vec<i64> {
        let mut bends: Vec<i64> = self.points.iter().map(|it| it.pounds.0 * 10_000).collect();
        let early = |gain| self.reaches(gain).map(|at: i64| at.saturating_sub(1));
        bends.extend(
            [early(self.aim), early(0), self.jump()]
                .into_iter()
                .flatten(),
        );
        bends
    }

    /// The least effective spend from which anything is paid.
    fn jump(&self) -> Option<i64> {
        match self.pays {
            Pays::FromCliff { gain, .. } => self.reaches(gain),
            Pays::Evenly { .. } => Some(i64::MIN),
        }
    }

    /// What an effective spend is worth, the cliff apart. A ten-thousandth of a pound counts in advance,
    /// so that a curve which bends between two of them never runs below the engine.
    fn worth(&self, at: i64) -> f64 {
        let (Pays::FromCliff { whole, .. } | Pays::Evenly { whole }) = self.pays;
        let gained = self.start as f64 + self.stretch as f64 * self.share(at.saturating_add(1));
        let held = (gained / self.aim as f64).clamp(0.0, 1.0);
        // What is full a ten-thousandth of a pound later counts as full.
        if held > 1.0 - 1e-9 {
            whole
        } else {
            whole * held
        }
    }

    /// The share of the stretch that an effective spend brings.
    fn share(&self, at: i64) -> f64 {
        let of = |point: &ResponsePoint| f64::from(point.share.0) / 10_000.0;
        let place = |point: &ResponsePoint| point.pounds.0 * 10_000;
        let after = self.points.partition_point(|point| place(point) <= at);
        let before = after.checked_sub(1).map(|it| &self.points[it]);
        match (before, self.points.get(after)) {
            (None, None) => 0.0,
            (Some(only), None) | (None, Some(only)) => of(only),
            (Some(from), Some(to)) => {
                let gone = (at - place(from)) as f64 / (place(to) - place(from)) as f64;
                of(from) + (of(to) - of(from)) * gone
            }
        }
    }

    /// The least effective spend at which the engine sees so many millionths gained; none if never.
    fn reaches(&self, gain: i128) -> Option<i64> {
        let needed = gain - self.start;
        let first = self.points.first().map_or(0, |it| i128::from(it.share.0));
        if needed <= self.stretch * first / 10_000 {
            return Some(i64::MIN);
        }
        self.points.windows(2).find_map(|pair| {
            let (from, to) = (i128::from(pair[0].share.0), i128::from(pair[1].share.0));
            if self.stretch * to / 10_000 < needed {
                return None;
            }
            let start = i128::from(pair[0].pounds.0) * 10_000;
            let run = i128::from(pair[1].pounds.0) * 10_000 - start;
            // stretch · (from · run + (to − from) · gone) / (run · 10,000), rounded down, is enough.
            let share = ceil(needed * run * 10_000, self.stretch);
            let gone = ceil(share - from * run, to - from);
            i64::try_from(start + gone).ok()
        })
    }
}

/// A quotient of integers rounded up; the divisor is positive.
fn ceil(of: i128, by: i128) -> i128 {
    -((-of).div_euclid(by.max(1)))
}
