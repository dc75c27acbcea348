//! A plan in whole pounds from one in parts of a pound, without falling short of what it aims at.
//!
//! The best plans stand exactly on cliffs, where a pound less loses a reward. So outcomes are served in
//! the order of what falling short by a pound a year would lose them: each gets its cells rounded down,
//! then single pounds until it reaches its aim. The last of them bears what whole pounds cost.

use crate::model::{Grid, Pounds, PumpPlan, PumpSplit, Scenario};
use crate::solve::network::{Network, Placed};
use crate::solve::plan::{Limits, Lock};
use crate::solve::problem::Problem;
use crate::solve::runs::Runs;
use crate::solve::shape::Shape;

/// What a plan aims at before it is rounded.
#[derive(Clone, Debug, Default)]
pub(crate) struct Aim {
    /// Placed pounds, by outcome and year.
    pub(crate) cells: Vec<f64>,
    /// Effective spend by outcome, in ten-thousandths of a pound.
    pub(crate) spent: Vec<i64>,
}

/// What happens with money that an aim leaves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rest {
    /// It goes where it earns most, then where it is today.
    Spent,
    /// It goes where it is today: what may be moved is limited.
    Stays,
}

/// Places an aim in whole pounds; what is left then goes where it earns most, or where it is today.
pub(crate) fn whole(problem: &Problem, runs: &[Runs], aim: &Aim, rest: Rest) -> Network {
    let mut whole = Whole {
        network: Network::new(Shape::in_pounds(problem)),
        problem,
        runs,
    };
    whole.network.place_least();
    let mut order: Vec<usize> = (0..problem.outcomes).collect();
    let loses: Vec<f64> = order
        .iter()
        .map(|&it| whole.loses(it, aim.spent[it]))
        .collect();
    order.sort_by(|&one, &other| loses[other].total_cmp(&loses[one]));
    for outcome in order {
        for year in 0..problem.years {
            let cell = outcome * problem.years + year;
            let pounds = (aim.cells[cell] + 1e-6).floor() as i64;
            let more = pounds - whole.network.placed(outcome, year);
            whole.network.push_cell(outcome, year, more);
        }
        whole.top_up(outcome, aim.spent[outcome]);
    }
    match rest {
        Rest::Spent => whole.spend_rest(),
        Rest::Stays => whole.let_idle_stay(),
    }
    whole.back_to_today();
    whole.network
}

/// The plan of a network in pounds as a scenario.
pub(crate) fn scenario(
    scenario: &Scenario,
    problem: &Problem,
    limits: &Limits,
    ids: &[crate::model::OutcomeId],
    network: &Network,
) -> Scenario {
    let mut spending = Grid::default();
    let mut pump = Grid::default();
    for (outcome, &id) in ids.iter().enumerate() {
        for year in 0..problem.years {
            let cell = problem.cell(outcome, year);
            let (mut pooled, mut primed) = (cell.bound, cell.pump);
            for (place, source) in problem.sources.iter().enumerate() {
                let paid = network.paid(place, outcome, year);
                *(if source.pump {
                    &mut primed
                } else {
                    &mut pooled
                }) += paid;
            }
            spending.set(id, year, Pounds(pooled));
            pump.set(id, year, Pounds(primed));
        }
    }
    let plan = match limits.locks.contains(&Lock::Pump) {
        true => scenario.pump.clone(),
        false => PumpPlan {
            split: PumpSplit::Typed,
            spending: pump,
        },
    };
    Scenario {
        spending,
        pump: plan,
        ..scenario.clone()
    }
}

struct Whole<'a> {
    network: Network,
    problem: &'a Problem,
    runs: &'a [Runs],
}

impl Whole<'_> {
    /// Effective spend as placed.
    fn spent(&self, outcome: usize) -> i64 {
        let more = (0..self.problem.years).map(|year| {
            let cell = self.problem.cell(outcome, year);
            (self.network.placed(outcome, year) - cell.least) * cell.weight
        });
        self.problem.certain(outcome) + more.sum::<i64>()
    }

    /// What an outcome loses that falls short of its aim by a pound a year; everything, where it must
    /// reach it.
    fn loses(&self, outcome: usize, aim: i64) -> f64 {
        let years = 0..self.problem.years;
        let pound: i64 = years
            .map(|year| self.problem.cell(outcome, year).weight)
            .sum();
        let runs = &self.runs[outcome];
        let first = runs.corners().first().map_or(0, |it| it.at);
        if first > self.problem.certain(outcome) {
            return f64::INFINITY;
        }
        runs.worth(aim) - runs.worth(aim - pound)
    }

    /// Adds single pounds until an effective spend is reached or no more can be had.
    fn top_up(&mut self, outcome: usize, aim: i64) {
        loop {
            let short = aim - self.spent(outcome);
            if short <= 0 {
                return;
            }
            let weight = |year: &usize| self.problem.cell(outcome, *year).weight;
            let mut years: Vec<usize> = (0..self.problem.years).collect();
            years.retain(|year| weight(year) > 0);
            // The year in which one pound is enough and the least is wasted, otherwise the heaviest.
            years.sort_by_key(|year| (weight(year) < short, (weight(year) - short).abs()));
            let pounds = |year: usize| (short / weight(&year)).max(1);
            let mut pushed = years
                .into_iter()
                .map(|year| self.network.push_cell(outcome, year, pounds(year)));
            if !pushed.any(|pounds| pounds > 0) {
                return;
            }
        }
    }

    /// Spends what is left on the corners that give most for what they take.
    fn spend_rest(&mut self) {
        let mut tried = vec![false; self.problem.outcomes];
        let mut kept = Placed::default();
        while let Some((outcome, corner)) = self.next_corner(&tried) {
            self.network.keep(&mut kept);
            let before = self.runs[outcome].worth(self.spent(outcome));
            self.top_up(outcome, corner);
            if self.spent(outcome) < corner {
                tried[outcome] = true;
                if self.runs[outcome].worth(self.spent(outcome)) <= before {
                    self.network.return_to(&kept);
                }
            }
        }
    }

    /// The corner ahead of an outcome that gives most for each pound.
    fn next_corner(&self, tried: &[bool]) -> Option<(usize, i64)> {
        let mut best = (0.0, None);
        for outcome in (0..tried.len()).filter(|&it| !tried[it]) {
            let (runs, spent) = (&self.runs[outcome], self.spent(outcome));
            let worth = runs.worth(spent);
            for corner in runs.corners().iter().filter(|it| it.at > spent) {
                let rate = (corner.worth - worth) / (corner.at - spent) as f64;
                if rate > best.0 {
                    best = (rate, Some((outcome, corner.at)));
                }
            }
        }
        best.1
    }

    /// Makes room for money that is idle where it is today.
    fn let_idle_stay(&mut self) {
        for (at, cell) in self.problem.cells.iter().enumerate() {
            self.network.widen(at, cell.idle_today());
        }
    }

    /// What nothing is earned with stays where it is today, as far as it may.
    fn back_to_today(&mut self) {
        for outcome in 0..self.problem.outcomes {
            for year in 0..self.problem.years {
                let cell = self.problem.cell(outcome, year);
                let more = cell.free_today() - self.network.placed(outcome, year);
                self.network.push_cell(outcome, year, more);
            }
        }
    }
}
