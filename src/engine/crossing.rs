//! What money stands between an indicator and its cliff: how little more crosses it, how little less falls.

use crate::engine::case::Case;
use crate::engine::effect::Effect;
use crate::engine::evaluation::{Evaluation, OutcomeYear, Score};
use crate::engine::path::agreed_stretch;
use crate::model::{Agreement, BasisPoints, IndicatorId, Outcome, Pence, Pounds, Scenario, limits};

/// A sum in one year that carries an indicator over its cliff, or back under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// The year in which the least money does it.
    pub year: usize,
    /// Pounds more where the indicator is short of its cliff, pounds less where it is above.
    pub pounds: Pounds,
    /// What crossing wins, or falling loses.
    pub reward: Pence,
}

/// The least sum in one year that takes an indicator across its own cliff, within what its outcome can
/// spend well; none where it has no cliff, where no money helps, or where its end is recorded.
#[must_use]
pub fn crossing(
    agreement: &Agreement,
    scenario: &Scenario,
    result: &Evaluation,
    id: IndicatorId,
) -> Option<Crossing> {
    let case = Case::new(agreement, scenario);
    let indicator = case
        .indicators
        .iter()
        .find(|indicator| indicator.id == id)?;
    let found = result
        .indicators
        .iter()
        .find(|indicator| indicator.id == id)?;
    let outcome = case
        .outcome(indicator.outcome)
        .map(|index| case.outcomes[index])?;
    let years = &result
        .outcomes
        .iter()
        .find(|other| other.id == outcome.id)?
        .years;
    let short = found.cliff?.wins > Pence(0);
    let reward = if short {
        found.cliff?.wins
    } else {
        found.cliff?.loses
    };
    if reward == Pence(0) {
        return None;
    }
    let open = indicator.last_actual().map_or(0, |year| year + 1)..case.years;
    let stretch = agreed_stretch(agreement, indicator);
    let effect = Effect::of(indicator.response.as_ref(), stretch);
    let effective = years.last().map_or(0, |year| year.effective);
    let step = Step {
        outcome,
        years,
        end: case.end(),
        threshold: case.rules.threshold,
        score: found.score?,
        effective,
        gained: effect.improvement(effective).millionths(),
        effect,
    };
    let found = open
        .filter_map(|year| Some((step.least(year, short)?, year)))
        .min()?;
    Some(Crossing {
        year: found.1,
        pounds: found.0,
        reward,
    })
}

/// One indicator with the money of its outcome.
struct Step<'a> {
    outcome: &'a Outcome,
    years: &'a [OutcomeYear],
    end: usize,
    threshold: BasisPoints,
    score: Score,
    effect: Effect,
    /// Effective spend as it is, in ten-thousandths of a pound, and what it brings in millionths of a unit.
    effective: i64,
    gained: i64,
}

impl Step<'_> {
    /// The least change in a year that takes the indicator to the other side of its cliff.
    fn least(&self, year: usize, more: bool) -> Option<Pounds> {
        let spent = self.years.get(year)?;
        let room = if more {
            self.outcome
                .capacity(year)
                .map_or(Pounds(limits::POUNDS), |most| most - spent.total())
        } else {
            spent.pooled
        };
        let (mut low, mut high) = (0, room.0);
        if high <= 0 || !self.crosses(year, high, more) {
            return None;
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.crosses(year, middle, more) {
                high = middle;
            } else {
                low = middle;
            }
        }
        Some(Pounds(high))
    }

    /// Whether so many pounds more or less in a year take the indicator across.
    fn crosses(&self, year: usize, pounds: i64, more: bool) -> bool {
        let Some(spent) = self.years.get(year) else {
            return false;
        };
        let changed = if more {
            spent.total().0 + pounds
        } else {
            spent.total().0 - pounds
        };
        let well = |pounds: i64| {
            self.outcome
                .capacity(year)
                .map_or(pounds, |most| pounds.min(most.0))
        };
        let by = (well(changed) - well(spent.total().0))
            * i64::from(self.outcome.lag(self.end - year).0);
        let changed = self.effect.improvement(self.effective.saturating_add(by));
        let score = Score {
            gained: self.score.gained + (changed.millionths() - self.gained),
            ..self.score
        };
        score.reaches(self.threshold) == more
    }
}
