//! Choosing a stretch: what each level is worth, and which one is as safe as asked.

use crate::engine::evaluate;
use crate::model::{Agreement, Decimal, Indicator, IndicatorId, Scenario};
use crate::odds::normal;
use crate::odds::stake::{Stake, Stakes};
use serde::Serialize;

/// A stretch level with its odds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LevelOdds {
    /// The value with the stretch in the last year.
    pub level: Decimal,
    /// The chance that the score reaches the threshold.
    pub threshold: f64,
    /// The chance that the whole level is reached.
    pub full: f64,
    /// What the indicator earns on average in pounds; under one cliff on the average, what it adds
    /// before that.
    pub mean: f64,
}

/// An indicator with its stake, its target and the way from where it is measured to that, in millionths.
struct Aim<'a> {
    indicator: &'a Indicator,
    stake: Stake,
    threshold: f64,
    target: i64,
    aim: i64,
    toward: i64,
}

impl<'a> Aim<'a> {
    fn of(agreement: &'a Agreement, scenario: &Scenario, id: IndicatorId) -> Option<Self> {
        let found = evaluate(agreement, scenario);
        let stakes = Stakes::of(agreement, scenario, &found);
        let result = found.indicators.iter().find(|result| result.id == id)?;
        let aim = result.score?.aim;
        let indicator = agreement.indicators.iter().find(|it| it.id == id)?;
        Some(Self {
            indicator,
            target: result.with.last().copied().flatten()?.millionths(),
            aim,
            toward: indicator.better.sign(),
            threshold: stakes.threshold,
            stake: stakes.each.into_iter().find(|stake| stake.id == id)?,
        })
    }

    /// The odds at another level; none where the level asks for nothing.
    fn at(&self, level: Decimal) -> Option<LevelOdds> {
        let aim = self.aim + self.toward * (level.millionths() - self.target);
        if aim <= 0 {
            return None;
        }
        let mut stake = self.stake.clone();
        stake.score = stake.score.measured(0.0, aim as f64 / self.aim as f64);
        stake.settle();
        let prospect = stake.prospect();
        Some(LevelOdds {
            level,
            threshold: prospect.at_least(self.threshold),
            full: prospect.at_least(1.0),
            mean: stake.mean(),
        })
    }
}

/// The odds of an indicator at each of some stretch levels; levels that ask for nothing are left out.
/// Money delivers the same units whatever is asked.
#[must_use]
pub fn stretch_levels(
    agreement: &Agreement,
    scenario: &Scenario,
    id: IndicatorId,
    levels: &[Decimal],
) -> Vec<LevelOdds> {
    let Some(aim) = Aim::of(agreement, scenario, id) else {
        return Vec::new();
    };
    levels.iter().filter_map(|&level| aim.at(level)).collect()
}

/// The furthest stretch level, in the decimal places of the indicator, whose threshold is reached with
/// at least a chance between 0 and 1. None where no level is as safe as that, or nothing can earn.
#[must_use]
pub fn safe_stretch(
    agreement: &Agreement,
    scenario: &Scenario,
    id: IndicatorId,
    chance: f64,
) -> Option<LevelOdds> {
    let aim = Aim::of(agreement, scenario, id)?;
    if !(chance > 0.0 && chance < 1.0) || aim.threshold <= 0.0 {
        return None;
    }
    let place = normal::quantile(1.0 - chance, chance);
    // The score that is reached with this chance becomes the threshold of the level looked for.
    let score = aim.stake.prospect().at(place);
    let way = score / aim.threshold * aim.aim as f64;
    let step = Decimal::step(aim.indicator.decimals).millionths();
    let from = aim.target - aim.toward * aim.aim;
    let exact = from as f64 + aim.toward as f64 * way;
    // Rounded away from what is asked, then a step or two if rounding still asks too much.
    let steps = libm::floor(aim.toward as f64 * exact / step as f64) as i64;
    (-1..=1).rev().find_map(|more| {
        let level = Decimal::saturating(i128::from(aim.toward * (steps + more) * step));
        aim.at(level).filter(|found| found.threshold >= chance)
    })
}
