//! The same problem as a mixed-integer program, for what is no transport in effective money.
//!
//! Pounds by source, outcome and year; what passes between years; and for each outcome one choice among
//! its concave runs, the place on the run written as a mean of its corners. Written so, the program
//! without its integers is exactly the concave curves of the search, which is tight. Money is counted
//! in a unit in which all of it is some thousands, worth likewise, as the solver's tolerances ask.

use crate::solve::plan::Progress;
use crate::solve::problem::Problem;
use crate::solve::runs::Runs;
use crate::solve::whole::Aim;

/// A program to be maximised.
#[derive(Debug, Default)]
pub(crate) struct Program {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    /// Pounds, and worth, in one unit of the program.
    pounds: f64,
    worth: f64,
    /// The column of what each source pays for each cell.
    paid: Vec<(usize, usize)>,
    /// The columns of the corners of each outcome.
    corners: Vec<Vec<(usize, i64)>>,
    certain_worth: f64,
}

/// An unknown between bounds; a whole one is nothing or one.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) worth: f64,
    pub(crate) least: f64,
    pub(crate) most: f64,
    pub(crate) whole: bool,
}

/// A sum of unknowns between bounds.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) terms: Vec<(usize, f64)>,
    pub(crate) least: f64,
    pub(crate) most: f64,
}

/// What all money, and all worth, comes to in a program's units.
const SIZE: f64 = 5_000.0;
/// Effective spend, in ten-thousandths of a pound, that counts as none: a hundredth of a pound.
const SLIGHT: i64 = 100;

impl Program {
    /// Writes a problem down; `most_moved` limits in pounds what is put elsewhere than today.
    pub(crate) fn new(problem: &Problem, runs: &[Runs], most_moved: Option<i64>) -> Self {
        let supply = problem.sources.iter().flat_map(|it| &it.supply);
        let money: i64 = supply.map(|it| it.abs()).sum();
        let tops = runs.iter().filter_map(|it| it.corners().last());
        let worth: f64 = tops.map(|it| it.worth.abs()).sum();
        let mut program = Self {
            pounds: (money as f64 / SIZE).max(1.0),
            worth: if worth > 0.0 { worth / SIZE } else { 1.0 },
            ..Self::default()
        };
        let placed = program.money(problem, runs, money, most_moved.is_some());
        for (outcome, runs) in runs.iter().enumerate() {
            program.outcome(problem, outcome, runs, &placed);
        }
        if let Some(most) = most_moved {
            program.moved(problem, &placed, most);
        }
        program
    }

    fn column(&mut self, worth: f64, least: f64, most: f64) -> usize {
        self.columns.push(Column {
            worth,
            least,
            most,
            whole: false,
        });
        self.columns.len() - 1
    }

    fn row(&mut self, least: f64, terms: Vec<(usize, f64)>, most: f64) {
        if !terms.is_empty() {
            self.rows.push(Row { terms, least, most });
        }
    }

    /// What each source pays for each cell, within its amounts, what may be carried, and what the cell
    /// must and may get; answers the columns that pay for each cell.
    fn money(
        &mut self,
        problem: &Problem,
        runs: &[Runs],
        money: i64,
        anywhere: bool,
    ) -> Vec<Vec<usize>> {
        let unit = self.pounds;
        let mut placed = vec![Vec::new(); problem.cells.len()];
        let most = |cell: usize| {
            let live = anywhere
                || runs[cell / problem.years].is_live(problem.certain(cell / problem.years));
            let found = &problem.cells[cell];
            if live {
                found.most.min(found.least.max(money))
            } else {
                found.least
            }
        };
        for source in &problem.sources {
            let mut before = None;
            for year in 0..problem.years {
                let mut terms = Vec::new();
                for outcome in 0..problem.outcomes {
                    let cell = outcome * problem.years + year;
                    if source.reach[year] >> outcome & 1 == 1 && most(cell) > 0 {
                        let column = self.column(0.0, 0.0, most(cell) as f64 / unit);
                        self.paid.push((column, cell));
                        placed[cell].push(column);
                        terms.push((column, 1.0));
                    }
                }
                terms.extend(before.take().map(|carried| (carried, -1.0)));
                let (forward, back) = (source.forward[year].min(money), source.back[year]);
                if forward > 0 || back > 0 {
                    let carried = self.column(0.0, -back as f64 / unit, forward as f64 / unit);
                    terms.push((carried, 1.0));
                    before = Some(carried);
                }
                self.row(f64::NEG_INFINITY, terms, source.supply[year] as f64 / unit);
            }
        }
        for (cell, columns) in placed.iter().enumerate() {
            let least = problem.cells[cell].least as f64 / unit;
            match columns[..] {
                [only] => self.columns[only].least = least,
                _ => {
                    let terms = columns.iter().map(|&it| (it, 1.0)).collect();
                    self.row(least, terms, most(cell) as f64 / unit);
                }
            }
        }
        placed
    }

    /// One run of an outcome, and a mean of its corners that its effective spend reaches.
    fn outcome(&mut self, problem: &Problem, outcome: usize, runs: &Runs, placed: &[Vec<usize>]) {
        let certain = problem.certain(outcome);
        let corners = runs.corners();
        self.corners.push(Vec::new());
        let first = corners.first().map_or(0.0, |it| it.worth);
        self.certain_worth += first;
        if corners.len() < 2 && corners.iter().all(|it| it.at <= certain) {
            return;
        }
        let unit = self.pounds;
        let mut reached = Vec::new();
        let mut least = 0.0;
        for year in 0..problem.years {
            let cell = problem.cell(outcome, year);
            let weight = cell.weight as f64 / 10_000.0;
            if cell.is_open() && weight > 0.0 {
                let columns = &placed[outcome * problem.years + year];
                reached.extend(columns.iter().map(|&it| (it, weight)));
                least += weight * cell.least as f64 / unit;
            }
        }
        let mut choice = Vec::new();
        for run in 0..runs.count() {
            let own = corners.iter().filter(|it| it.run == run);
            let mut mean = Vec::new();
            for corner in own {
                let worth = (corner.worth - first) / self.worth;
                let column = self.column(worth, 0.0, 1.0);
                mean.push((column, 1.0));
                self.corners[outcome].push((column, corner.at));
                let spent = corner.at - certain;
                if spent > SLIGHT {
                    reached.push((column, -(spent as f64 / 10_000.0) / unit));
                }
            }
            if runs.count() == 1 {
                self.row(1.0, mean, 1.0);
                break;
            }
            self.columns.push(Column {
                worth: 0.0,
                least: 0.0,
                most: 1.0,
                whole: true,
            });
            let taken = self.columns.len() - 1;
            choice.push((taken, 1.0));
            mean.push((taken, -1.0));
            self.row(0.0, mean, 0.0);
        }
        self.row(1.0, choice, 1.0);
        self.row(least, reached, f64::INFINITY);
    }

    /// Holds what is put where it is not today, and what is taken away, to a limit. Money that is idle today
    /// may stay where it is; the program, which places none that is idle, may take it away beside the limit.
    fn moved(&mut self, problem: &Problem, placed: &[Vec<usize>], most: i64) {
        let unit = self.pounds;
        let (mut put, mut taken) = (Vec::new(), Vec::new());
        let mut idle = 0;
        for (cell, columns) in problem.cells.iter().zip(placed) {
            let today = cell.free_today();
            idle += cell.idle_today();
            let (more, less) = (
                self.column(0.0, 0.0, f64::INFINITY),
                self.column(0.0, 0.0, f64::INFINITY),
            );
            let mut terms: Vec<(usize, f64)> = columns.iter().map(|&it| (it, 1.0)).collect();
            terms.extend([(more, -1.0), (less, 1.0)]);
            self.row(today as f64 / unit, terms, today as f64 / unit);
            put.push((more, 1.0));
            taken.push((less, 1.0));
        }
        self.row(f64::NEG_INFINITY, put, most as f64 / unit);
        self.row(f64::NEG_INFINITY, taken, (most + idle) as f64 / unit);
    }

    /// Progress in the measure of the objective.
    pub(crate) fn unscaled(&self, progress: Progress) -> Progress {
        Progress {
            best: self.value(progress.best),
            bound: self.value(progress.bound),
            ..progress
        }
    }

    /// A worth of the program in the measure of the objective.
    pub(crate) fn value(&self, worth: f64) -> f64 {
        self.certain_worth + worth * self.worth
    }

    /// The plan that values stand for.
    pub(crate) fn aim(&self, problem: &Problem, values: &[f64]) -> Aim {
        let mut aim = Aim {
            cells: vec![0.0; problem.cells.len()],
            spent: Vec::with_capacity(problem.outcomes),
        };
        for &(column, cell) in &self.paid {
            aim.cells[cell] += values[column] * self.pounds;
        }
        for (outcome, corners) in self.corners.iter().enumerate() {
            let whole = corners
                .iter()
                .find(|(column, _)| values[*column] > 1.0 - 1e-6);
            let mean = || {
                let parts = corners.iter();
                parts
                    .map(|&(column, at)| values[column] * at as f64)
                    .sum::<f64>() as i64
            };
            aim.spent.push(match whole {
                Some(&(_, at)) => at,
                None if corners.is_empty() => problem.certain(outcome),
                None => mean(),
            });
        }
        aim
    }
}
