//! The best plan for a scenario: search, round to whole pounds, evaluate, keep the best of what is valid.

use crate::engine::{Evaluation, evaluate};
use crate::model::{Agreement, OutcomeId, Scenario};
use crate::solve::check::keeps_rules;
use crate::solve::network::{Network, Shape};
use crate::solve::objective::Objective;
use crate::solve::plan::{Limits, Origin, Plan, Watch, is_proved};
use crate::solve::problem::Problem;
use crate::solve::runs::Runs;
use crate::solve::search::{Found, Search};
use crate::solve::whole::{Aim, scenario as planned, whole};
use crate::solve::worth::Worths;

/// Nothing keeps all the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfit;

/// Half a penny for each indicator: what rounding its reward may add.
const ROUNDING: f64 = 0.005;

/// The best use of a scenario's pooled money and pump-priming.
///
/// # Errors
/// [`Unfit`] where nothing keeps every rule.
pub fn best(
    agreement: &Agreement,
    scenario: &Scenario,
    objective: &Objective,
    limits: &Limits,
    watch: &mut Watch<'_>,
) -> Result<Plan, Unfit> {
    best_from(agreement, scenario, objective, limits, &[], watch)
}

/// As [`best`], never below plans already known, as far as they keep the rules of this scenario. Only
/// their spending and pump-priming count.
///
/// # Errors
/// As [`best`].
pub fn best_from(
    agreement: &Agreement,
    scenario: &Scenario,
    objective: &Objective,
    limits: &Limits,
    known: &[&Scenario],
    watch: &mut Watch<'_>,
) -> Result<Plan, Unfit> {
    let today = evaluate(agreement, scenario);
    let mut task = Task::new(agreement, scenario, objective, limits, &today);
    task.offer(scenario.clone(), Origin::Typed);
    for plan in known {
        let own = Scenario {
            spending: plan.spending.clone(),
            pump: plan.pump.clone(),
            ..scenario.clone()
        };
        task.offer(own, Origin::Given);
    }
    task.search(watch);
    task.answer()
}

/// One search with what it has found.
struct Task<'a> {
    agreement: &'a Agreement,
    scenario: &'a Scenario,
    objective: &'a Objective,
    limits: &'a Limits,
    today: &'a Evaluation,
    ids: Vec<OutcomeId>,
    problem: Problem,
    runs: Vec<Runs>,
    best: Option<(Scenario, Evaluation, f64, Origin)>,
    bound: f64,
    nodes: u64,
    stopped: bool,
}

impl<'a> Task<'a> {
    fn new(
        agreement: &'a Agreement,
        scenario: &'a Scenario,
        objective: &'a Objective,
        limits: &'a Limits,
        today: &'a Evaluation,
    ) -> Self {
        let problem = Problem::new(agreement, scenario, limits, today);
        let rules = scenario.rules.as_ref().unwrap_or(&agreement.rules);
        let worths = Worths::new(agreement, rules, today, objective);
        let runs = (0..problem.outcomes).map(|outcome| {
            let (from, to) = (problem.certain(outcome), problem.at_most(outcome));
            Runs::new(&worths.steps(outcome, from, to))
        });
        Self {
            runs: runs.collect(),
            ids: today.outcomes.iter().map(|it| it.id).collect(),
            agreement,
            scenario,
            objective,
            limits,
            today,
            problem,
            best: None,
            bound: f64::INFINITY,
            nodes: 0,
            stopped: false,
        }
    }

    /// Takes a scenario as the best where it keeps the rules and is worth more than what is known.
    fn offer(&mut self, plan: Scenario, origin: Origin) {
        let found = evaluate(self.agreement, &plan);
        if !keeps_rules(&found, self.today, self.limits) {
            return;
        }
        let value = self.objective.value(&found);
        if self.best.as_ref().is_none_or(|best| value > best.2) {
            self.best = Some((plan, found, value, origin));
        }
    }

    fn search(&mut self, watch: &mut Watch<'_>) {
        let mut base = Network::new(Shape::in_pounds(&self.problem));
        let (unpaid, unmet) = base.place_least();
        if unpaid.iter().chain(&unmet).any(|&short| short > 0) {
            return;
        }
        if let Some(weights) = self.weights() {
            self.search_greedily(&weights, watch);
        }
    }

    /// What of a pound works by the end, by year, where it is the same for all outcomes that money can
    /// still make worth more.
    fn weights(&self) -> Option<Vec<i64>> {
        let mut weights = vec![None; self.problem.years];
        for (at, cell) in self.problem.cells.iter().enumerate() {
            let (outcome, year) = (at / self.problem.years, at % self.problem.years);
            if cell.is_open() && self.is_live(outcome) {
                let weight = weights[year].get_or_insert(cell.weight);
                if *weight != cell.weight {
                    return None;
                }
            }
        }
        Some(weights.into_iter().map(Option::unwrap_or_default).collect())
    }

    /// Whether money can make an outcome worth more.
    fn is_live(&self, outcome: usize) -> bool {
        self.runs[outcome].corners().len() > 1
    }

    fn search_greedily(&mut self, weights: &[i64], watch: &mut Watch<'_>) {
        let live: Vec<bool> = (0..self.problem.outcomes)
            .map(|it| self.is_live(it))
            .collect();
        let shape = Shape::in_effect(&self.problem, weights, &live);
        let mut network = Network::new(shape);
        network.place_least();
        let certain: Vec<i64> = (0..self.problem.outcomes)
            .map(|it| self.problem.certain(it))
            .collect();
        let search = Search::new(network.clone(), &mut self.runs, &certain, f64::NEG_INFINITY);
        let found = search.run(self.limits.nodes, watch);
        self.nodes += found.nodes;
        self.stopped |= found.stopped;
        let rewarded = self
            .today
            .indicators
            .iter()
            .filter(|it| it.rewarded)
            .count();
        self.bound = found.bound + ROUNDING * self.objective.unit() * rewarded as f64;
        self.round(&mut network, weights, &certain, &found);
    }

    /// Rounds what a search found, and its greedy plan.
    fn round(&mut self, network: &mut Network, weights: &[i64], certain: &[i64], found: &Found) {
        for (placed, origin) in [
            (&found.placed, Origin::Search),
            (&found.greedy, Origin::Greedy),
        ] {
            network.return_to(placed);
            let aim = self.aim(network, weights, certain);
            let plan = whole(&self.problem, &self.runs, &aim);
            let plan = planned(self.scenario, &self.problem, self.limits, &self.ids, &plan);
            self.offer(plan, origin);
        }
    }

    /// A placing in effective money as pounds by cell.
    fn aim(&self, network: &Network, weights: &[i64], certain: &[i64]) -> Aim {
        let mut aim = Aim {
            cells: Vec::with_capacity(self.problem.cells.len()),
            spent: certain.to_vec(),
        };
        for (at, cell) in self.problem.cells.iter().enumerate() {
            let (outcome, year) = (at / self.problem.years, at % self.problem.years);
            let least = cell.least * weights[year];
            let more = network.placed(outcome, year) - least;
            aim.spent[outcome] += more;
            let pounds = more as f64 / weights[year].max(1) as f64;
            aim.cells.push(cell.least as f64 + pounds);
        }
        aim
    }

    fn answer(self) -> Result<Plan, Unfit> {
        let (scenario, evaluation, value, origin) = self.best.ok_or(Unfit)?;
        let bound = self.bound.max(value);
        Ok(Plan {
            scenario,
            evaluation,
            value,
            bound,
            proved: is_proved(value, bound, self.objective.unit()),
            nodes: self.nodes,
            stopped: self.stopped,
            origin,
        })
    }
}
