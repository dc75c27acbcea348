//! What does a typed cell stand for, and which change does a text in it mean?

use crate::app::edit::Edit;
use crate::app::measure::{Bend, Series};
use crate::app::state::State;
use crate::model::{
    BasisPoints, Grid, IndicatorId, OutcomeId, Pin, Pounds, Scenario, ScenarioId, StreamId, limits,
    split,
};
use crate::text::{amount, money, number, share};

/// What a cell stands for in the workbook. Years and points count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Money for an outcome in a year.
    Spend(Money, OutcomeId, usize),
    /// Money of an aligned stream for an outcome in a year.
    Align(StreamId, OutcomeId, usize),
    /// Money that one stream must pay for an outcome in a year.
    Pin(StreamId, OutcomeId, usize),
    /// The amount of a stream in a year.
    Amount(StreamId, usize),
    /// What an outcome must get in a year.
    Minimum(OutcomeId, usize),
    /// What can be spent well on an outcome in a year.
    Capacity(OutcomeId, usize),
    /// The value of an indicator in a year.
    Level(IndicatorId, Series, usize),
    /// The pounds of a point of a response.
    BendPounds(IndicatorId, usize),
    /// The share of the stretch that a point of a response brings.
    BendShare(IndicatorId, usize),
}

/// Which money is typed for outcomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Money {
    /// What is pooled.
    #[default]
    Pooled,
    /// Pump-priming.
    Pump,
}

impl Money {
    /// The change that places pounds of this money.
    #[must_use]
    pub fn spend(self, outcome: OutcomeId, year: usize, pounds: Pounds) -> Edit {
        match self {
            Self::Pooled => Edit::Spend(outcome, year, pounds),
            Self::Pump => Edit::Prime(outcome, year, pounds),
        }
    }

    /// What is typed of it in a scenario.
    #[must_use]
    pub fn typed(self, scenario: &Scenario) -> &Grid {
        match self {
            Self::Pooled => &scenario.spending,
            Self::Pump => &scenario.pump.spending,
        }
    }

    /// What a scenario has of this money for an outcome in a year: pooled money as it is typed, pump-priming as it is
    /// typed or split by a rule.
    #[must_use]
    pub fn had(self, state: &State, by: ScenarioId, outcome: OutcomeId, year: usize) -> Pounds {
        if self == Self::Pooled {
            let scenario = state.shown().scenario(by);
            return scenario.map_or(Pounds(0), |by| by.spending.get(outcome, year));
        }
        let result = state.result(by).map(|result| &result.outcomes);
        let mut outcomes = result.into_iter().flatten();
        let found = outcomes.find(|other| other.id == outcome);
        let found = found.and_then(|outcome| outcome.years.get(year));
        found.map_or(Pounds(0), |year| year.pump)
    }
}

impl Slot {
    /// The change that a text means.
    ///
    /// # Errors
    /// What is wrong with the text, and what to type.
    pub fn read(self, text: &str) -> Result<Edit, String> {
        let pounds = || money::read(text).map_err(|wrong| wrong.says());
        Ok(match self {
            Self::Spend(money, outcome, year) => money.spend(outcome, year, pounds()?),
            Self::Align(stream, outcome, year) => Edit::Align(stream, outcome, year, pounds()?),
            Self::Pin(stream, outcome, year) => Edit::Pin(Pin {
                stream,
                outcome,
                year: year as u8,
                pounds: pounds()?,
            }),
            Self::Amount(stream, year) => {
                let amount = amount::read(text).map_err(|wrong| wrong.says())?;
                Edit::Amount(stream, year, amount)
            }
            Self::Minimum(outcome, year) => Edit::Minimum(outcome, year, pounds()?),
            Self::Capacity(outcome, year) => {
                let limited = !text.trim().is_empty();
                let pounds = pounds()?;
                Edit::Capacity(outcome, year, limited.then_some(pounds))
            }
            Self::Level(indicator, series, year) => {
                let value = number::read(text).map_err(|wrong| wrong.says())?;
                Edit::Level(indicator, series, year, value)
            }
            Self::BendPounds(indicator, point) => {
                Edit::Bend(indicator, point, Bend::Pounds(pounds()?))
            }
            Self::BendShare(indicator, point) => {
                let most = BasisPoints(limits::RESPONSE_SHARE);
                let share = share::read(text, most).map_err(|wrong| wrong.says())?;
                Edit::Bend(indicator, point, Bend::Share(share))
            }
        })
    }
}

/// What a place of a slider means.
#[derive(Clone, Debug, PartialEq)]
pub enum Slide {
    /// Pounds of an outcome over all years, which keep their proportions.
    Spending {
        /// Which money.
        money: Money,
        /// The outcome.
        outcome: OutcomeId,
        /// The weight of each year.
        weights: Vec<u64>,
    },
    /// How much indicators have in common, in basis points.
    Correlation,
}

impl Slide {
    /// The slider of an outcome with what is committed in each year; in equal parts where that is nothing.
    #[must_use]
    pub fn spending(money: Money, outcome: OutcomeId, committed: &[Pounds]) -> Self {
        let nothing = committed.iter().all(|pounds| pounds.0 == 0);
        let weight = |pounds: &Pounds| if nothing { 1 } else { pounds.0.unsigned_abs() };
        Self::Spending {
            money,
            outcome,
            weights: committed.iter().map(weight).collect(),
        }
    }

    /// From one place of the slider to the next.
    #[must_use]
    pub fn step(&self) -> i64 {
        match self {
            Self::Spending { .. } => 1_000,
            Self::Correlation => 500,
        }
    }

    /// The change that a place of the slider means, in whole steps.
    #[must_use]
    pub fn edit(&self, place: i64) -> Edit {
        let steps = place / self.step();
        match self {
            Self::Spending {
                money,
                outcome,
                weights,
            } => {
                let parts = split(steps, weights).into_iter().enumerate();
                let edit = |(year, part)| money.spend(*outcome, year, Pounds(part * self.step()));
                Edit::Many(parts.map(edit).collect())
            }
            Self::Correlation => {
                let points = u32::try_from(steps * self.step()).unwrap_or(0);
                Edit::Correlation(BasisPoints(points))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Action, update};
    use crate::model::PumpSplit;
    use crate::presets;
    use std::rc::Rc;

    const OUTCOME: OutcomeId = OutcomeId(3);

    #[test]
    fn an_empty_capacity_is_no_limit_and_an_empty_minimum_is_nothing() {
        let slot = Slot::Capacity(OUTCOME, 1);
        assert_eq!(slot.read(" "), Ok(Edit::Capacity(OUTCOME, 1, None)));
        let limit = Some(Pounds(2_000));
        assert_eq!(slot.read("2k"), Ok(Edit::Capacity(OUTCOME, 1, limit)));
        let none = Edit::Minimum(OUTCOME, 1, Pounds(0));
        assert_eq!(Slot::Minimum(OUTCOME, 1).read(""), Ok(none));
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let spend = Slot::Spend(Money::Pump, OUTCOME, 0);
        assert!(spend.read("much").is_err());
        let share = Slot::BendShare(IndicatorId(1), 0).read("201");
        assert_eq!(share, Err("Type a percentage from 0 to 200.".to_owned()));
    }

    /// What a rule splits equally is there to be copied, though nothing of it is typed.
    #[test]
    fn pump_priming_that_a_rule_splits_is_had_as_it_is_split() {
        let workbook = Rc::new(presets::illustration());
        let (id, base) = (workbook.agreement.outcomes[0].id, workbook.base);
        let state = State::open(workbook, base, 1);
        let state = update(&state, Action::Commit(Edit::SplitPump(PumpSplit::Equal)));
        let grant = state.result(base).unwrap().pump.grant;
        let parts = state.workbook.agreement.outcomes.iter();
        let parts: Vec<Pounds> = parts
            .flat_map(|outcome| (0..3).map(|year| Money::Pump.had(&state, base, outcome.id, year)))
            .collect();
        assert_eq!(parts.iter().copied().sum::<Pounds>(), grant);
        assert!(parts[0] > Pounds(0) && grant > Pounds(0));
        let pooled = state.scenario().unwrap().spending.get(id, 0);
        assert_eq!(Money::Pooled.had(&state, base, id, 0), pooled);
    }

    #[test]
    fn a_slider_keeps_the_proportions_of_the_years() {
        let committed = [Pounds(10_000), Pounds(30_000)];
        let slide = Slide::spending(Money::Pooled, OUTCOME, &committed);
        let spend = |year, pounds| Edit::Spend(OUTCOME, year, Pounds(pounds));
        let moved = Edit::Many(vec![spend(0, 20_000), spend(1, 60_000)]);
        assert_eq!(slide.edit(80_999), moved);
        let even = Slide::spending(Money::Pooled, OUTCOME, &[Pounds(0), Pounds(0)]);
        let moved = Edit::Many(vec![spend(0, 40_000), spend(1, 40_000)]);
        assert_eq!(even.edit(80_000), moved);
    }
}
