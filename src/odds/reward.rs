//! The odds of a scenario: how likely each indicator's threshold, how the reward is distributed.

use crate::engine::evaluate;
use crate::model::{Agreement, BasisPoints, IndicatorId, OutcomeId, Scenario};
use crate::odds::distribution::Distribution;
use crate::odds::factor::Factor;
use crate::odds::stake::{Stake, Stakes};
use crate::odds::sum::{Fineness, Sum};
use crate::odds::wager::Wager;
use serde::{Deserialize, Serialize};

/// The odds of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Odds {
    /// How the reward is distributed.
    pub reward: Distribution,
    /// The mean reward in pounds: in closed form where each indicator has its own cliff, to a few
    /// hundredths of a step of the grid where there is one cliff on the average.
    pub mean: f64,
    /// The chance that the average reaches its threshold, where the rule has one cliff on it.
    pub average: Option<f64>,
    /// Indicators that can earn, in the order by id.
    pub indicators: Vec<IndicatorOdds>,
}

/// The odds of one indicator.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndicatorOdds {
    /// The indicator.
    pub id: IndicatorId,
    /// Its outcome.
    pub outcome: OutcomeId,
    /// The chance that its score reaches the threshold.
    pub threshold: f64,
    /// The chance that it reaches the full stretch.
    pub full: f64,
    /// What it earns on average in pounds; under one cliff on the average, what it adds before that.
    pub mean: f64,
    /// The most that it can earn, in pounds.
    pub most: f64,
}

/// Computes the odds of a scenario. Nothing is drawn: the same figures give the same bits everywhere.
#[must_use]
pub fn odds(
    agreement: &Agreement,
    scenario: &Scenario,
    correlation: BasisPoints,
    fineness: Fineness,
) -> Odds {
    let found = evaluate(agreement, scenario);
    let stakes = Stakes::of(agreement, scenario, &found);
    of_stakes(&stakes, Factor::new(correlation), fineness)
}

/// The odds of stakes.
pub(crate) fn of_stakes(stakes: &Stakes, factor: Factor, fineness: Fineness) -> Odds {
    let wagers: Vec<Wager<'_>> = stakes.each.iter().map(Wager::reward).collect();
    let sum = Sum::new(&wagers, factor, fineness);
    let indicators: Vec<IndicatorOdds> = stakes
        .each
        .iter()
        .map(|stake| of_stake(stake, stakes.threshold))
        .collect();
    match stakes.cliff {
        None => Odds {
            reward: sum.distribution(),
            // From nothing on: the sum of no floats would be a negative zero.
            mean: indicators.iter().fold(0.0, |sum, it| sum + it.mean),
            average: None,
            indicators,
        },
        Some(cliff) => {
            let sum = sum.about(cliff);
            let reached = sum.at_least(cliff);
            let (reward, mean) = sum.with_cliff(cliff);
            Odds {
                reward,
                mean,
                average: Some(reached),
                indicators,
            }
        }
    }
}

fn of_stake(stake: &Stake, threshold: f64) -> IndicatorOdds {
    let prospect = stake.prospect();
    IndicatorOdds {
        id: stake.id,
        outcome: stake.outcome,
        threshold: prospect.at_least(threshold),
        full: prospect.at_least(1.0),
        mean: stake.mean(),
        most: stake.most,
    }
}
