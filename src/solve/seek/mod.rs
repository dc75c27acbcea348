//! What would it take? The least change of what is freed at which a stated result is just reached.

use crate::engine::{Evaluation, Sharer, evaluate, final_with};
use crate::model::{
    Agreement, BasisPoints, Decimal, Grid, IndicatorId, OutcomeId, PartnerId, Pence, Pounds,
    Preset, Scenario, Stretch, limits,
};
use crate::solve::typed::typed;
use serde::{Deserialize, Serialize};

mod together;

/// A result to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Goal {
    /// At least so much reward in all.
    Reward(Pence),
    /// At least this score of an indicator.
    Score(IndicatorId, BasisPoints),
    /// At least so much of the reward for a partner, over all years of payment.
    Share(PartnerId, Pence),
}

/// What the search may change: money is only added, a stretch only lowered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Input {
    /// Pooled money of an outcome in a year.
    Spending(OutcomeId, usize),
    /// Pump-priming of an outcome in a year.
    Pump(OutcomeId, usize),
    /// The final stretch level of an indicator.
    Stretch(IndicatorId),
}

/// One change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Pounds more of pooled money for an outcome in a year.
    Spending(OutcomeId, usize, Pounds),
    /// Pounds more of pump-priming for an outcome in a year.
    Pump(OutcomeId, usize, Pounds),
    /// A new final stretch level.
    Level(IndicatorId, Decimal),
}

/// A way to the goal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Way {
    /// What changes.
    pub changes: Vec<Change>,
    /// Pounds more in all.
    pub costs: Pounds,
    /// By how much more than today the scenario is then not affordable.
    pub over: Pounds,
    /// The scenario.
    pub scenario: Scenario,
}

/// Why one input alone does not reach the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Obstacle {
    /// Its year is over: a value of the outcome is recorded in it or later.
    Over,
    /// The outcome gets all that can be spent well on it in that year.
    Full,
    /// Its outcome bears no reward, and pump-priming goes only to outcomes that do.
    Unrewarded,
    /// Nothing of it changes the result.
    NoEffect,
    /// At its limit the result comes to no more than this: pence, or basis points of a score.
    Short(i64),
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sought {
    /// Whether the goal is reached as it is.
    pub reached: bool,
    /// Ways by one input each: affordable ones first, then the cheapest.
    pub alone: Vec<Way>,
    /// A way by several inputs, none of whose parts can be spared, where no single one is enough: those
    /// that move the result most for their money first, then those that move it only beside others.
    pub together: Option<Way>,
    /// What stands in the way of each input that alone is not enough.
    pub obstacles: Vec<(Input, Obstacle)>,
}

/// Looks for the least changes at which a goal is just reached; tells how many steps are done, of two for each input.
#[must_use]
pub fn seek(
    agreement: &Agreement,
    scenario: &Scenario,
    goal: Goal,
    inputs: &[Input],
    tell: &mut dyn FnMut(usize),
) -> Sought {
    let seeker = Seeker {
        agreement,
        goal,
        today: evaluate(agreement, scenario),
    };
    let mut sought = Sought {
        reached: seeker.measure(&seeker.today) >= seeker.target(),
        alone: Vec::new(),
        together: None,
        obstacles: Vec::new(),
    };
    if sought.reached {
        return sought;
    }
    let mut partial: Vec<(f64, Input)> = Vec::new();
    let mut beside_others = Vec::new();
    for (done, &input) in inputs.iter().enumerate() {
        tell(done);
        match seeker.alone(scenario, input) {
            Ok(way) => sought.alone.push(way),
            Err(obstacle) => {
                match obstacle {
                    Obstacle::Short(at_most) => {
                        partial.push((seeker.rate(scenario, input, at_most), input));
                    }
                    Obstacle::NoEffect => beside_others.push(input),
                    Obstacle::Over | Obstacle::Full | Obstacle::Unrewarded => {}
                }
                sought.obstacles.push((input, obstacle));
            }
        }
    }
    sought.alone.sort_by_key(|way| (way.over, way.costs));
    if sought.alone.is_empty() {
        partial.sort_by(|one, other| other.0.total_cmp(&one.0));
        let mut order: Vec<Input> = partial.into_iter().map(|(_, input)| input).collect();
        order.extend(beside_others);
        let mut told = |done| tell(inputs.len() + done);
        sought.together = seeker.together(scenario, &order, &mut told);
    }
    sought
}

struct Seeker<'a> {
    agreement: &'a Agreement,
    goal: Goal,
    today: Evaluation,
}

impl Seeker<'_> {
    fn target(&self) -> i64 {
        match self.goal {
            Goal::Reward(pence) | Goal::Share(_, pence) => pence.0,
            Goal::Score(_, score) => i64::from(score.0),
        }
    }

    fn measure(&self, found: &Evaluation) -> i64 {
        match self.goal {
            Goal::Reward(_) => found.reward.0,
            Goal::Score(id, _) => {
                let indicator = found.indicators.iter().find(|it| it.id == id);
                let score = indicator.and_then(|it| it.score);
                score.map_or(i64::MIN, |score| score.basis_points())
            }
            Goal::Share(id, _) => {
                let mut rows = found.partners.iter();
                let row = rows.find(|it| it.sharer == Sharer::Partner(id));
                row.map_or(0, |row| row.reward.iter().map(|pence| pence.0).sum())
            }
        }
    }

    fn measured(&self, scenario: &Scenario) -> i64 {
        self.measure(&evaluate(self.agreement, scenario))
    }

    /// How far an input can go: pounds, or steps of a level.
    fn room(&self, scenario: &Scenario, input: Input) -> Result<i64, Obstacle> {
        let (outcome, year) = match input {
            Input::Spending(outcome, year) | Input::Pump(outcome, year) => (outcome, year),
            Input::Stretch(id) => {
                let (steps, _) = self.steps(scenario, id).ok_or(Obstacle::NoEffect)?;
                return if steps > 0 {
                    Ok(steps)
                } else {
                    Err(Obstacle::NoEffect)
                };
            }
        };
        let own = self.agreement.indicators.iter();
        let mut own = own.filter(|it| it.outcome == outcome);
        if own.any(|it| it.last_actual().is_some_and(|last| year <= last)) {
            return Err(Obstacle::Over);
        }
        let mut outcomes = self.agreement.outcomes.iter();
        let outcome = outcomes.find(|it| it.id == outcome);
        let outcome = outcome.ok_or(Obstacle::NoEffect)?;
        let now = evaluate(self.agreement, scenario);
        let result = now.outcomes.iter().find(|it| it.id == outcome.id);
        let result = result.ok_or(Obstacle::NoEffect)?;
        let spent = result.years.get(year).ok_or(Obstacle::NoEffect)?;
        if matches!(input, Input::Pump(..)) && !result.rewarded {
            return Err(Obstacle::Unrewarded);
        }
        let room = match outcome.capacity(year) {
            Some(most) => (most - spent.total()).0,
            None => limits::POUNDS - spent.total().0,
        };
        if room > 0 {
            Ok(room)
        } else {
            Err(Obstacle::Full)
        }
    }

    /// The steps by which a level can be lowered before nothing is left of what a score is measured on, and one step.
    fn steps(&self, scenario: &Scenario, id: IndicatorId) -> Option<(i64, i64)> {
        let mut indicators = self.agreement.indicators.iter();
        let indicator = indicators.find(|it| it.id == id)?;
        let end = self.agreement.year_count().checked_sub(1)?;
        let level = final_with(self.agreement, scenario, indicator)?;
        let rules = scenario.rules_in(self.agreement);
        let from = match rules.preset {
            Preset::Lpsa | Preset::Stretch => indicator.without(end)?,
            Preset::Designated => indicator.baseline?.value,
        };
        let step = Decimal::step(indicator.decimals).millionths();
        let apart = indicator.better.sign() * (level.millionths() - from.millionths());
        Some(((apart - 1).max(0) / step, step))
    }

    /// The scenario with an input moved by so many pounds or steps.
    fn moved(&self, scenario: &Scenario, input: Input, by: i64) -> Scenario {
        let mut moved = scenario.clone();
        let add = |grid: &mut Grid, outcome, year| {
            grid.set(outcome, year, grid.get(outcome, year) + Pounds(by));
        };
        match input {
            Input::Spending(outcome, year) => add(&mut moved.spending, outcome, year),
            Input::Pump(outcome, year) => {
                moved = typed(moved, &self.today);
                add(&mut moved.pump.spending, outcome, year);
            }
            Input::Stretch(id) => {
                if let Some(level) = self.level(scenario, id, by) {
                    moved.stretches.retain(|it| it.indicator != id);
                    let indicator = id;
                    moved.stretches.push(Stretch { indicator, level });
                }
            }
        }
        moved
    }

    fn level(&self, scenario: &Scenario, id: IndicatorId, by: i64) -> Option<Decimal> {
        let mut indicators = self.agreement.indicators.iter();
        let indicator = indicators.find(|it| it.id == id)?;
        let (_, step) = self.steps(scenario, id)?;
        let level = final_with(self.agreement, scenario, indicator)?;
        let lowered =
            i128::from(level.millionths()) - i128::from(indicator.better.sign() * by * step);
        Some(Decimal::saturating(lowered))
    }

    /// The least move of an input, up to a limit, after which the goal is reached.
    fn least(&self, scenario: &Scenario, input: Input, most: i64) -> i64 {
        let (mut low, mut high) = (0, most);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.measured(&self.moved(scenario, input, middle)) >= self.target() {
                high = middle;
            } else {
                low = middle;
            }
        }
        high
    }

    fn alone(&self, scenario: &Scenario, input: Input) -> Result<Way, Obstacle> {
        let room = self.room(scenario, input)?;
        let at_most = self.measured(&self.moved(scenario, input, room));
        if at_most >= self.target() {
            let by = self.least(scenario, input, room);
            return Ok(self.way(scenario, &[(input, by)]));
        }
        if at_most <= self.measure(&self.today) {
            return Err(Obstacle::NoEffect);
        }
        Err(Obstacle::Short(at_most))
    }

    fn way(&self, scenario: &Scenario, moves: &[(Input, i64)]) -> Way {
        let mut changed = scenario.clone();
        let mut changes = Vec::new();
        let mut costs = Pounds(0);
        for &(input, by) in moves.iter().filter(|(_, by)| *by > 0) {
            let next = self.moved(&changed, input, by);
            let money = Pounds(by);
            match input {
                Input::Spending(outcome, year) => {
                    costs += money;
                    changes.push(Change::Spending(outcome, year, money));
                }
                Input::Pump(outcome, year) => {
                    costs += money;
                    changes.push(Change::Pump(outcome, year, money));
                }
                Input::Stretch(id) => {
                    let level = self.level(&changed, id, by);
                    changes.extend(level.map(|level| Change::Level(id, level)));
                }
            }
            changed = next;
        }
        let over = evaluate(self.agreement, &changed).over - self.today.over;
        Way {
            changes,
            costs,
            over: over.or_nothing(),
            scenario: changed,
        }
    }
}
