//! What is at stake in a scenario: each rewarded indicator's score and what it may earn.

use crate::engine::{Evaluation, IndicatorResult, Score, on_account};
use crate::model::{Agreement, BasisPoints, Indicator, IndicatorId, OutcomeId, Scenario};
use crate::odds::course::{Course, Line};
use crate::odds::pert::Pert;

/// Pence to a pound.
const PENCE: f64 = 100.0;
/// Chance beyond this many standard deviations counts as none: 1 part in 10^16.
const AT_BEST: f64 = 8.3;
/// What rounding may take from a score.
const ROUNDED: f64 = 1e-12;

/// A scenario as a set of stakes under its rule.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stakes {
    /// One for each rewarded indicator that can earn, in the order by id.
    pub(crate) each: Vec<Stake>,
    /// The cliff on the sum of all, in pounds, where the rule has one.
    pub(crate) cliff: Option<f64>,
    /// The score that each must reach, whether or not a cliff hangs on it.
    pub(crate) threshold: f64,
}

/// One indicator's stake.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stake {
    pub(crate) id: IndicatorId,
    pub(crate) outcome: OutcomeId,
    /// The most that it earns, in pounds.
    pub(crate) most: f64,
    /// The score from which it earns; nothing where the cliff is on the sum.
    pub(crate) from: f64,
    /// Its score, 1 being the whole stretch.
    pub(crate) score: Line,
    pub(crate) pert: Option<Pert>,
    /// Whether its value at the end is recorded: nothing that is assumed moves it any more.
    pub(crate) recorded: bool,
    /// The improvement still to come where all or a certain share of it is delivered, in the score.
    pub(crate) ahead: f64,
    /// What it earns where nothing is uncertain, in pounds.
    pub(crate) certain: Option<f64>,
    /// What is paid on account, where an interim level was set.
    pub(crate) advance: Option<Advance>,
}

/// A payment on account.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Advance {
    /// How far the interim value lies beyond the interim level, toward better.
    pub(crate) margin: Line,
    /// Pounds that are paid where it does.
    pub(crate) pounds: f64,
}

impl Stake {
    /// Pounds that a score earns. One that misses the threshold by a rounding error reaches it, as the engine has it.
    pub(crate) fn earns(&self, score: f64) -> f64 {
        if score < self.from - ROUNDED {
            0.0
        } else {
            self.most * score.clamp(0.0, 1.0)
        }
    }

    /// Pounds earned for a delivered share and a draw of chance.
    pub(crate) fn pays(&self, share: f64, chance: f64) -> f64 {
        self.certain
            .unwrap_or_else(|| self.earns(self.score.at(share, chance)))
    }

    /// Pounds paid on account for a delivered share and a draw of chance.
    pub(crate) fn advances(&self, share: f64, chance: f64) -> f64 {
        match self.advance {
            Some(advance) if advance.margin.at(share, chance) >= 0.0 => advance.pounds,
            _ => 0.0,
        }
    }

    /// Says what it earns where nothing is uncertain any more.
    pub(crate) fn settle(&mut self) {
        let open = self.score.gain > 0.0 || self.score.noise > 0.0;
        self.certain = (!open).then(|| self.earns(self.score.base));
    }

    /// The least and the most that it earns, whatever is delivered and whatever chance does.
    fn ends(&self) -> [f64; 2] {
        let [worst, best] = self
            .pert
            .map_or([1.0; 2], |pert| [pert.worst(), pert.best()]);
        [self.pays(worst, -AT_BEST), self.pays(best, AT_BEST)]
    }

    /// Whether chance has a part in it.
    pub(crate) fn is_noisy(&self) -> bool {
        self.score.noise > 0.0
    }
}

fn share(points: BasisPoints) -> f64 {
    f64::from(points.0) / 10_000.0
}

impl Stakes {
    /// Whether anything may be paid on account.
    pub(crate) fn any_advance(&self) -> bool {
        self.each.iter().any(|stake| stake.advance.is_some())
    }

    /// Whether a sum of all reaches the cliff, or there is none.
    fn reaches(&self, sum: f64) -> bool {
        self.cliff.is_none_or(|cliff| sum >= cliff * (1.0 - 1e-12))
    }

    /// What is paid for a sum of all: nothing below the cliff, if there is one.
    pub(crate) fn paid(&self, sum: f64) -> f64 {
        if self.reaches(sum) { sum } else { 0.0 }
    }

    /// The least and the most that all of them come to before the cliff, in pounds.
    fn ends(&self) -> [f64; 2] {
        let each = self.each.iter().map(Stake::ends);
        // From nothing on: the sum of no floats would be a negative zero.
        each.fold([0.0; 2], |[least, most], [worst, best]| {
            [least + worst, most + best]
        })
    }

    /// What all of them are paid in pounds, where that is the same whatever is delivered and whatever chance does.
    pub(crate) fn certain(&self) -> Option<f64> {
        let [least, most] = self.ends().map(|sum| self.paid(sum));
        (least >= most).then_some(least)
    }

    /// The same without a cliff that is sure to be reached, and without stakes that are sure to be paid nothing.
    pub(crate) fn within_reach(mut self) -> Self {
        let [least, most] = self.ends();
        if self.paid(most) <= 0.0 {
            (self.each, self.cliff) = (Vec::new(), None);
        } else if self.reaches(least) {
            self.cliff = None;
        }
        self
    }

    /// Reads a scenario with its evaluation.
    pub(crate) fn of(agreement: &Agreement, scenario: &Scenario, found: &Evaluation) -> Self {
        let rules = scenario.rules_in(agreement);
        let threshold = share(rules.threshold);
        let pot = found.pot.0 as f64 / PENCE;
        let rewarded = || found.indicators.iter().filter(|result| result.rewarded);
        let together = rules.has_one_cliff();
        let part = pot / rewarded().count().max(1) as f64;
        let each = rewarded().filter_map(|result| {
            let indicator = agreement
                .indicators
                .iter()
                .find(|indicator| indicator.id == result.id)?;
            let most = if together {
                part
            } else {
                result.potential.0 as f64 / PENCE
            };
            let own = (!together).then_some(rules.threshold);
            stake(indicator, result, most, own)
        });
        Self {
            each: each.collect(),
            cliff: together.then_some(threshold * pot),
            threshold,
        }
    }
}

/// The stake of an indicator, with its own cliff where it has one; none where it has no score.
fn stake(
    indicator: &Indicator,
    result: &IndicatorResult,
    most: f64,
    own: Option<BasisPoints>,
) -> Option<Stake> {
    let score = result.score?;
    let course = Course::of(indicator, result);
    let end = course.end()?;
    let at_full = end.base + end.gain;
    let aim = score.aim as f64;
    // To the unit as the engine has it: the improvement to come is rounded down.
    let ahead = match course.pert {
        Some(_) => course.ahead,
        None => (i128::from(course.ahead) * i128::from(course.certain) / 10_000) as i64,
    };
    let full = score.gained - course.ahead + ahead;
    let mut line = end.measured(at_full - full as f64, aim);
    if course.pert.is_some() && line.gain == 0.0 && line.noise == 0.0 {
        line.base = full as f64 / aim;
    }
    let unmoved = line.gain == 0.0 && line.noise == 0.0;
    let certain = unmoved.then(|| {
        let score = Score {
            gained: full,
            ..score
        };
        match own {
            Some(threshold) => score.pays(threshold, result.potential).0 as f64 / PENCE,
            None => most * (full.clamp(0, score.aim) as f64 / aim),
        }
    });
    Some(Stake {
        id: result.id,
        outcome: result.outcome,
        most,
        from: own.map_or(0.0, share),
        score: line,
        pert: course.pert,
        recorded: indicator.last_actual() == course.years.len().checked_sub(1),
        ahead: ahead as f64 / aim,
        certain,
        advance: advance(indicator, result, &course).filter(|_| own.is_some()),
    })
}

/// What may be paid on account for an indicator.
fn advance(indicator: &Indicator, result: &IndicatorResult, course: &Course) -> Option<Advance> {
    let interim = indicator.interim?;
    let line = course
        .years
        .get(usize::from(interim.year))
        .copied()
        .flatten()?;
    let level = course.toward * interim.level.millionths() as f64;
    Some(Advance {
        margin: line.measured(level, 1_000_000.0),
        pounds: on_account(result.potential).0 as f64 / PENCE,
    })
}
