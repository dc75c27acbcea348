//! How a figure is worked out: its rule, its source, its inputs and the steps to redo it by hand.
//!
//! No result is reckoned anew here. Every one is the engine's, and so are the figures that the engine kept on
//! the way to it; a step repeats no more than one sum or quotient of them, as a calculator would.

mod partner;
mod path;
mod payment;
mod pot;
mod purse;
mod reward;
mod score;
pub mod source;
mod words;

use crate::app::lookup::Lookup;
use crate::app::purse::Purse;
use crate::app::state::State;
use crate::engine::{Evaluation, IndicatorResult, OutcomeResult, Sharer};
use crate::model::{Agreement, Indicator, IndicatorId, Outcome, OutcomeId, Rules, Scenario};
use source::Source;

pub(crate) use partner::sharer_name;
pub(crate) use reward::pays;
pub(crate) use words::percentage;

/// A computed figure of the open scenario. Years count from 0, the first of the agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// What is earned in all.
    Reward,
    /// What the open scenario earns beyond the base.
    Gain,
    /// The most that can be earned.
    Pot,
    /// What of the pot is lost under cliffs.
    Lost,
    /// What falls short of the full stretch above the cliffs.
    Short,
    /// The part of the pot that hangs on an outcome.
    OutcomePotential(OutcomeId),
    /// What the indicators of an outcome earn.
    OutcomeReward(OutcomeId),
    /// The part of the pot that hangs on an indicator.
    Potential(IndicatorId),
    /// What an indicator earns.
    IndicatorReward(IndicatorId),
    /// What an indicator earns beyond the base.
    IndicatorGain(IndicatorId),
    /// What share of its stretch an indicator reaches.
    Score(IndicatorId),
    /// Where an indicator's cliff is, and what hangs on it.
    Cliff(IndicatorId),
    /// What one more unit of an indicator is worth.
    NextUnit(IndicatorId),
    /// The value of an indicator in a year.
    Value(IndicatorId, usize),
    /// What of the money for an outcome works by the end of a year.
    Effective(OutcomeId, usize),
    /// A payment of the reward, by its place in the list of payments.
    Payment(usize),
    /// What a partner brings in a year, or in all.
    Brings(Sharer, Brought, Option<usize>),
    /// What a partner spends as a deliverer in a year, or in all.
    Spends(Sharer, Option<usize>),
    /// What a partner gets of the pump-priming in a year, or in all.
    Primed(Sharer, Option<usize>),
    /// What a partner gets of the reward.
    PartnerShare(Sharer),
    /// The pump-priming grant.
    PumpGrant,
    /// What is left in a pot in a year.
    Left(Purse, usize),
    /// By how much a scenario is not affordable.
    Over,
}

/// How money is brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brought {
    /// A grant that goes into the pool.
    Pooled,
    /// A grant that its owner keeps and aligns.
    Aligned,
    /// A local contribution.
    Local,
}

/// How a figure is worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Working {
    /// What the figure is.
    pub title: String,
    /// The figure.
    pub result: String,
    /// The rule in words.
    pub rule: String,
    /// Where the rule comes from.
    pub source: Source,
    /// What else it rests on here.
    pub also: Vec<Source>,
    /// What goes in, by name.
    pub inputs: Vec<(String, String)>,
    /// The way from there to the figure, a sum to a line.
    pub steps: Vec<String>,
}

impl Working {
    fn new(
        title: impl Into<String>,
        result: impl Into<String>,
        rule: impl Into<String>,
        source: Source,
    ) -> Self {
        Self {
            title: title.into(),
            result: result.into(),
            rule: rule.into(),
            source,
            also: Vec::new(),
            inputs: Vec::new(),
            steps: Vec::new(),
        }
    }

    /// Names a further source, once.
    fn resting_on(mut self, source: Source) -> Self {
        if !self.also.contains(&source) {
            self.also.push(source);
        }
        self
    }

    fn input(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.inputs.push((name.into(), value.into()));
        self
    }

    fn inputs(mut self, inputs: impl IntoIterator<Item = (String, String)>) -> Self {
        self.inputs.extend(inputs);
        self
    }

    fn step(mut self, says: impl Into<String>) -> Self {
        self.steps.push(says.into());
        self
    }

    fn steps(mut self, steps: impl IntoIterator<Item = String>) -> Self {
        self.steps.extend(steps);
        self
    }
}

/// What workings are drawn from: a scenario with its results, and the base it is compared with.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The facts.
    pub agreement: &'a Agreement,
    /// The choices.
    pub scenario: &'a Scenario,
    /// What follows from them.
    pub result: &'a Evaluation,
    /// The base with its results.
    pub base: Option<(&'a Scenario, &'a Evaluation)>,
}

impl<'a> Ground<'a> {
    /// The open scenario on show and its base.
    #[must_use]
    pub fn of(state: &'a State) -> Option<Self> {
        let scenario = state.scenario()?;
        let base = state.base();
        Some(Self {
            agreement: &state.shown().agreement,
            scenario,
            result: state.result(scenario.id)?,
            base: base.and_then(|base| Some((base, state.result(base.id)?.as_ref()))),
        })
    }

    fn names(&self) -> Lookup<'a> {
        Lookup(self.agreement)
    }

    fn rules(&self) -> &'a Rules {
        self.scenario.rules_in(self.agreement)
    }

    fn one_cliff(&self) -> bool {
        self.rules().has_one_cliff()
    }

    fn end(&self) -> usize {
        self.agreement.year_count().saturating_sub(1)
    }

    fn year(&self, index: usize) -> String {
        self.agreement.year_name(index)
    }

    fn indicator(&self, id: IndicatorId) -> Option<(&'a Indicator, &'a IndicatorResult)> {
        let result = self.result.indicators.iter().find(|found| found.id == id);
        self.names().indicator(id).zip(result)
    }

    fn outcome(&self, id: OutcomeId) -> Option<(&'a Outcome, &'a OutcomeResult)> {
        let result = self.result.outcomes.iter().find(|found| found.id == id);
        self.names().outcome(id).zip(result)
    }

    fn rewarded(&self) -> impl Iterator<Item = &'a IndicatorResult> {
        let indicators = self.result.indicators.iter();
        indicators.filter(|indicator| indicator.rewarded)
    }
}

/// How a figure is worked out; none where there is no such figure.
#[must_use]
pub fn working(ground: &Ground<'_>, figure: Figure) -> Option<Working> {
    match figure {
        Figure::Reward => Some(reward::total(ground)),
        Figure::Gain => reward::gain(ground),
        Figure::Pot => Some(pot::pot(ground)),
        Figure::Lost => Some(reward::lost(ground)),
        Figure::Short => Some(reward::short(ground)),
        Figure::OutcomePotential(id) => pot::of_outcome(ground, id),
        Figure::OutcomeReward(id) => reward::of_outcome(ground, id),
        Figure::Potential(id) => pot::of_indicator(ground, id),
        Figure::IndicatorReward(id) => reward::of_indicator(ground, id),
        Figure::IndicatorGain(id) => reward::gain_of_indicator(ground, id),
        Figure::Score(id) => score::score(ground, id),
        Figure::Cliff(id) => score::cliff(ground, id),
        Figure::NextUnit(id) => score::next_unit(ground, id),
        Figure::Value(id, year) => path::value(ground, id, year),
        Figure::Effective(id, year) => path::effective(ground, id, year),
        Figure::Payment(index) => payment::payment(ground, index),
        Figure::Brings(sharer, kind, year) => partner::brings(ground, sharer, kind, year),
        Figure::Spends(sharer, year) => partner::spends(ground, sharer, year),
        Figure::Primed(sharer, year) => partner::primed(ground, sharer, year),
        Figure::PartnerShare(sharer) => partner::share(ground, sharer),
        Figure::PumpGrant => Some(purse::grant(ground)),
        Figure::Left(purse, year) => purse::left(ground, purse, year),
        Figure::Over => Some(purse::over(ground)),
    }
}
