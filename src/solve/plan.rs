//! What is asked of a search and what it answers: limits, locks, progress and the plan.

use crate::engine::{Evaluation, Paid};
use crate::model::{Agreement, IndicatorId, OutcomeId, Pounds, Scenario, StreamId};
use crate::solve::objective::Objective;
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;

/// Everything that a search is about.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The facts.
    pub agreement: &'a Agreement,
    /// The choices, with what is spent today.
    pub scenario: &'a Scenario,
    /// What a plan is to be best at.
    pub objective: &'a Objective,
    /// What a plan must leave as it is, and how much work it may take.
    pub limits: &'a Limits,
}

/// What a plan must leave as it is today, and how much work may go into finding it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Cases that may be looked at before the search stops with a gap. Work, never time, so that every
    /// machine finds the same plan.
    pub nodes: u64,
    /// What stays as it is today.
    pub locks: Vec<Lock>,
    /// The most that may be put where it is not today, and the most that may be taken away, each. What is
    /// spent today beyond what can be spent well may stay.
    pub most_moved: Option<Pounds>,
    /// Indicators that must reach the threshold of their own stretch.
    pub must: Vec<IndicatorId>,
    /// Pounds by year of money that stays which may go unpaid. Where none is said, what no stream could pay of it
    /// whatever else is left out.
    pub unpaid: Option<Vec<Pounds>>,
    /// What locked streams pay where it is not what they pay today: when more of another stream is asked about, who pays
    /// today is another question.
    pub pays: Vec<(StreamId, Vec<Paid>)>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            nodes: 20_000,
            locks: Vec::new(),
            most_moved: None,
            must: Vec::new(),
            unpaid: None,
            pays: Vec::new(),
        }
    }
}

/// Money that a plan leaves where it is today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lock {
    /// Pooled money and pump-priming of an outcome in every year.
    Outcome(OutcomeId),
    /// Pooled money and pump-priming of an outcome in one year: 0 is the first.
    Cell(OutcomeId, usize),
    /// What a stream pays today, and what it leaves.
    Stream(StreamId),
    /// All pump-priming, as it is split today.
    Pump,
    /// All pooled money, whether it can be paid and what it leaves unmet or not: only pump-priming moves.
    Pooled,
}

/// How far a search has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Cases looked at so far.
    pub nodes: u64,
    /// The best found so far, before it is rounded to whole pounds.
    pub best: f64,
    /// What no plan exceeds.
    pub bound: f64,
}

/// Told the progress now and then and at the end of each search; its answer may stop the search, which then returns the
/// best so far.
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// An allocation in whole pounds, as the engine evaluates it.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The scenario with the plan's pooled pounds and, typed, its pump-priming.
    pub scenario: Scenario,
    /// The plan as the engine sees it.
    pub evaluation: Evaluation,
    /// What the plan is worth in the objective's measure, read off its evaluation.
    pub value: f64,
    /// What no plan exceeds, in whole pounds or in parts of one.
    pub bound: f64,
    /// Whether the value comes within £1, or one part in 100,000, of the bound: what whole pounds cost.
    pub proved: bool,
    /// Cases looked at.
    pub nodes: u64,
    /// Whether the limit of work or the watcher ended the search.
    pub stopped: bool,
    /// Where the plan came from.
    pub origin: Origin,
}

/// Where a plan came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The search.
    Search,
    /// The steepest pounds first, without looking further.
    Greedy,
    /// What was typed, which nothing found improves on.
    Typed,
    /// A plan for other rules that was handed in to start from.
    Given,
}

impl Plan {
    /// What may still be missing to the best there is: the bound less the value.
    #[must_use]
    pub fn gap(&self) -> f64 {
        (self.bound - self.value).max(0.0)
    }
}

/// Whether a value comes so close to its bound that only whole pounds keep them apart.
pub(crate) fn is_proved(value: f64, bound: f64, unit: f64) -> bool {
    bound.is_finite() && bound - value <= unit.max(bound.abs() * 1e-5)
}

/// Whether a value lies above its bound by more than what whole pounds, or the digits of a search, explain.
pub(crate) fn exceeds(value: f64, bound: f64, unit: f64) -> bool {
    value - bound > unit.max(bound.abs() * 1e-5)
}
