//! One search: the problem, the curves, the plans found so far and what bounds them.

use crate::engine::{Evaluation, evaluate};
use crate::model::{Agreement, OutcomeId, Rules, Scenario};
use crate::solve::check::keeps_rules;
use crate::solve::clash::{Unfit, unfit};
use crate::solve::linear;
use crate::solve::network::Network;
use crate::solve::objective::Objective;
use crate::solve::plan::{Limits, Origin, Plan, Progress, Question, Watch, exceeds, is_proved};
use crate::solve::problem::{Problem, Source};
use crate::solve::program::Program;
use crate::solve::runs::Runs;
use crate::solve::search::Search;
use crate::solve::shape::Shape;
use crate::solve::typed::typed;
use crate::solve::whole::{Aim, Rest, scenario as planned, whole};
use crate::solve::worth::Worths;

/// Half a penny for each indicator: what rounding its reward may add.
const ROUNDING: f64 = 0.005;

/// One search with what it has found.
pub(crate) struct Task<'a> {
    agreement: &'a Agreement,
    scenario: &'a Scenario,
    objective: &'a Objective,
    limits: &'a Limits,
    today: &'a Evaluation,
    ids: Vec<OutcomeId>,
    problem: Problem,
    runs: Vec<Runs>,
    /// Whether every outcome can reach what it must.
    possible: bool,
    best: Option<(Scenario, Evaluation, f64, Origin)>,
    bound: f64,
    nodes: u64,
    stopped: bool,
    /// Whether anything that keeps the rules in parts of a pound was found.
    fits_in_parts: bool,
}

impl<'a> Task<'a> {
    pub(crate) fn new(question: &Question<'a>, today: &'a Evaluation) -> Self {
        let Question {
            agreement,
            scenario,
            objective,
            limits,
        } = *question;
        let problem = Problem::new(agreement, scenario, limits, today);
        let rules = scenario.rules_in(agreement);
        let worths = Worths::new(agreement, rules, today, objective);
        let mut possible = true;
        let runs = (0..problem.outcomes).map(|outcome| {
            let (certain, to) = (problem.certain(outcome), problem.at_most(outcome));
            let must = limits.must.iter();
            let must = must.filter_map(|&it| worths.needed(outcome, it)).max();
            let from = must.unwrap_or(certain).max(certain);
            possible &= from <= to;
            Runs::new(&worths.steps(outcome, from, to.max(from)))
        });
        let runs: Vec<Runs> = runs.collect();
        // Until a search knows better, every outcome may be worth the most that its curve ever is.
        let tops = runs.iter().filter_map(|it| it.corners().last());
        let bound = tops.map(|it| it.worth).sum::<f64>() + rounding(objective, today);
        Self {
            runs,
            possible,
            ids: today.outcomes.iter().map(|it| it.id).collect(),
            agreement,
            scenario,
            objective,
            limits,
            today,
            problem,
            best: None,
            bound,
            nodes: 0,
            stopped: false,
            fits_in_parts: false,
        }
    }

    /// Takes what was typed as the first plan, where it keeps the rules.
    pub(crate) fn offer_typed(&mut self) {
        self.take(self.scenario.clone(), self.today.clone(), Origin::Typed);
    }

    /// Takes a scenario as the best where it keeps the rules and is worth more than what is known.
    pub(crate) fn offer(&mut self, plan: Scenario, origin: Origin) {
        let found = evaluate(self.agreement, &plan);
        self.take(plan, found, origin);
    }

    fn take(&mut self, plan: Scenario, found: Evaluation, origin: Origin) {
        if !keeps_rules(
            (self.agreement, &plan),
            &found,
            self.today,
            &self.problem,
            self.limits,
        ) {
            return;
        }
        let value = self.objective.value(&found);
        if self.best.as_ref().is_none_or(|best| value > best.2) {
            self.best = Some((plan, found, value, origin));
        }
    }

    pub(crate) fn search(&mut self, watch: &mut Watch<'_>) {
        let mut base = Network::new(Shape::in_pounds(&self.problem));
        let (unpaid, unmet) = base.place_least();
        if !self.possible || unpaid.iter().chain(&unmet).any(|&short| short > 0) {
            return;
        }
        let (weights, same) = self.weights();
        let alike = same && self.limits.most_moved.is_none();
        if self.limits.most_moved.is_none() {
            let bound = self.search_greedily(&weights, alike, watch);
            if let Some(bound) = bound.filter(|_| alike) {
                self.bound = self.bound.min(bound + self.rounding());
            }
        }
        if self.limits.most_moved.is_some() {
            self.offer_nearest();
        }
        // Money that waits is taken to work as if it did not: a bound, and only then a loose one.
        let loose = !alike || self.problem.sources.iter().any(Source::carries);
        if !self.stopped && loose && !self.is_done() {
            self.search_program(watch);
        }
    }

    /// Tells the watcher of a search that nothing has stopped that it is over: a short one has told nothing else.
    pub(crate) fn tell_end(&self, watch: &mut Watch<'_>) {
        if self.stopped {
            return;
        }
        let best = self.best.as_ref().map_or(f64::NEG_INFINITY, |best| best.2);
        // There is nothing left to be stopped.
        let _ = watch(Progress {
            nodes: self.nodes,
            best,
            bound: self.cliff(self.bound).max(best),
        });
    }

    /// Whether the best so far is proved to be the best.
    fn is_done(&self) -> bool {
        let best = self.best.as_ref();
        best.is_some_and(|best| is_proved(best.2, self.cliff(self.bound), self.objective.unit()))
    }

    /// Whether there is one cliff on the average of all indicators.
    fn has_one_cliff(&self) -> bool {
        self.rules().has_one_cliff() && *self.objective == Objective::Reward
    }

    fn rules(&self) -> &Rules {
        self.scenario.rules_in(self.agreement)
    }

    /// The bound after the one cliff on the average of designated indicators, where there is one.
    fn cliff(&self, bound: f64) -> f64 {
        let threshold = f64::from(self.rules().threshold.0) / 10_000.0;
        let pot = self.today.pot.0 as f64 / 100.0;
        if self.has_one_cliff() && bound < pot * threshold * (1.0 - 1e-9) {
            0.0
        } else {
            bound
        }
    }

    fn search_program(&mut self, watch: &mut Watch<'_>) {
        let most = self.limits.most_moved.map(|it| it.0);
        // A few pounds for rounding, where what may be moved is limited.
        let slack = 2 * self.problem.cells.len() as i64;
        let tries = [most, most.map(|most| (most - slack).max(0))];
        for (attempt, &most) in tries.iter().enumerate() {
            if attempt > 0 && (tries[0] == most || self.is_done()) {
                break;
            }
            let program = Program::new(&self.problem, &self.runs, most);
            let Some(solved) = linear::solve(&program, self.limits.nodes, watch) else {
                break;
            };
            self.nodes += solved.nodes;
            self.stopped |= solved.stopped;
            if attempt == 0 {
                // The solver holds rows to its tolerance, which may be worth a little.
                let bound = program.value(solved.bound);
                self.bound = self.bound.min(bound + bound.abs() * 1e-7 + self.rounding());
            }
            if let Some(values) = solved.values {
                self.fits_in_parts = true;
                let aim = program.aim(&self.problem, &values);
                let rest = match most {
                    Some(_) => Rest::Stays,
                    None => Rest::Spent,
                };
                self.offer_whole(&aim, rest, Origin::Search);
            }
        }
    }

    /// Takes the plan nearest to today that places what it must.
    fn offer_nearest(&mut self) {
        let outcomes = 0..self.problem.outcomes;
        let aim = Aim {
            cells: vec![0.0; self.problem.cells.len()],
            spent: outcomes.map(|it| self.problem.certain(it)).collect(),
        };
        self.offer_whole(&aim, Rest::Stays, Origin::Greedy);
    }

    fn rounding(&self) -> f64 {
        rounding(self.objective, self.today)
    }

    fn offer_whole(&mut self, aim: &Aim, rest: Rest, origin: Origin) {
        let network = whole(&self.problem, &self.runs, aim, rest);
        let plan = planned(
            self.scenario,
            &self.problem,
            self.limits,
            &self.ids,
            &network,
        );
        self.offer(plan, origin);
    }

    /// What of a pound works by the end, by year, as the mean over outcomes that money can still make
    /// worth more, and whether it is the same for all of them and no more a year later for money that may
    /// change its year. Money of a year in which nothing takes it can only wait, and is worth what it is
    /// worth a year later.
    fn weights(&self) -> (Vec<i64>, bool) {
        let mut same = true;
        let mut weights = vec![0; self.problem.years];
        let mut next = 0;
        for year in (0..self.problem.years).rev() {
            let live = (0..self.problem.outcomes).filter(|&it| self.is_live(it));
            let cells = live.map(|it| self.problem.cell(it, year));
            let open = cells.filter(|it| it.is_open());
            let own: Vec<i64> = open.map(|it| it.weight).collect();
            same &= own.windows(2).all(|pair| pair[0] == pair[1]);
            let sum = own.iter().sum::<i64>();
            let weight = sum.checked_div(own.len() as i64).unwrap_or(next);
            let mut sources = self.problem.sources.iter();
            same &= weight >= next || !sources.any(|it| it.forward[year] > 0 || it.back[year] > 0);
            next = weight;
            weights[year] = weight;
        }
        (weights, same)
    }

    /// Whether money can make an outcome worth more.
    fn is_live(&self, outcome: usize) -> bool {
        self.runs[outcome].is_live(self.problem.certain(outcome))
    }

    /// Searches in effective money, where all that may be brought forward is, and what is carried loses
    /// nothing; answers with the bound, or none where what must be placed needs more.
    fn search_greedily(
        &mut self,
        weights: &[i64],
        exact: bool,
        watch: &mut Watch<'_>,
    ) -> Option<f64> {
        let outcomes = 0..self.problem.outcomes;
        let live: Vec<bool> = outcomes.clone().map(|it| self.is_live(it)).collect();
        let certain: Vec<i64> = outcomes.map(|it| self.problem.certain(it)).collect();
        let mut problem = self.problem.clone();
        problem.sources.iter_mut().for_each(Source::bring_forward);
        let mut network = Network::new(Shape::in_effect(&problem, weights, &live));
        let (unpaid, unmet) = network.place_least();
        if unpaid.iter().chain(&unmet).any(|&short| short > 0) {
            return None;
        }
        let best = self
            .best
            .as_ref()
            .filter(|_| exact && !self.has_one_cliff());
        let known = best.map_or(f64::NEG_INFINITY, |best| best.2);
        let search = Search::new(network.clone(), &mut self.runs, &certain, known);
        let found = search.run(self.limits.nodes, watch);
        self.nodes += found.nodes;
        self.stopped |= found.stopped;
        let placed = [
            (&found.placed, found.worth, Origin::Search),
            (&found.greedy, found.greedy_worth, Origin::Greedy),
        ];
        for (placed, worth, origin) in placed {
            // A plan for parts of a pound is worth no less than its whole pounds.
            let best = self
                .best
                .as_ref()
                .filter(|_| exact && !self.has_one_cliff());
            if let (Some(placed), true) = (placed, best.is_none_or(|best| worth > best.2)) {
                network.return_to(placed);
                let aim = self.aim(&network, weights, &certain);
                self.offer_whole(&aim, Rest::Spent, origin);
            }
        }
        Some(found.bound)
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

    pub(crate) fn answer(self) -> Result<Plan, Unfit> {
        let bound = self.cliff(self.bound);
        let Some((scenario, evaluation, value, origin)) = self.best else {
            let (agreement, scenario) = (self.agreement, self.scenario);
            return Err(unfit(
                agreement,
                scenario,
                self.limits,
                self.today,
                self.stopped || self.fits_in_parts,
            ));
        };
        let unit = self.objective.unit();
        let proved = is_proved(value, bound, unit);
        // What is worth more than any plan can be is none that the search could have found: one of the two is wrong.
        debug_assert!(
            !exceeds(value, bound, unit),
            "a plan of {value} exceeds the bound of {bound}"
        );
        // What is taken over is typed, whatever splits it: what is typed under a rule may be older than its split.
        Ok(Plan {
            scenario: typed(scenario, &evaluation),
            evaluation,
            value,
            bound: bound.max(value),
            proved: proved && !exceeds(value, bound, unit),
            nodes: self.nodes,
            stopped: self.stopped,
            origin,
        })
    }
}

/// What the curves may lie below what they stand for: rewards are rounded to the penny.
fn rounding(objective: &Objective, today: &Evaluation) -> f64 {
    let rewarded = today.indicators.iter().filter(|it| it.rewarded);
    match objective {
        Objective::Reward => ROUNDING * rewarded.count() as f64,
        Objective::Attainment(_) => 1e-9,
        Objective::Curves { slack, .. } => *slack,
    }
}
