//! The best allocation of an instance as a mixed-integer program, for the solvers that the search is measured beside.
//!
//! Of the formulations tried this one serves them best. Each outcome has one reward function, cut into
//! concave runs with a binary each, so that the program without its integers is the concave envelope;
//! streams that may pay for the same outcomes are one source a year. Everything is in thousands of pounds.

use crate::instance::Instance;
use crate::rewards::runs;
use serde::Serialize;

/// Pounds in one unit of a program.
pub(crate) const UNIT: f64 = 1_000.0;

/// A program to be maximised.
#[derive(Default, Serialize)]
pub(crate) struct Program {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
}

/// An unknown between bounds; a whole one is nothing or one.
#[derive(Serialize)]
pub(crate) struct Column {
    pub(crate) worth: f64,
    pub(crate) most: f64,
    pub(crate) whole: bool,
}

/// A sum of unknowns between bounds, where it has them.
#[derive(Serialize)]
pub(crate) struct Row {
    pub(crate) least: Option<f64>,
    pub(crate) terms: Vec<(usize, f64)>,
    pub(crate) most: Option<f64>,
}

/// Pooled streams that may pay for the same outcomes.
struct Source {
    home: Option<u16>,
    amount: Vec<i64>,
}

impl Program {
    /// Writes down what is to be decided; as a single pot every stream may pay for every outcome.
    pub(crate) fn new(instance: &Instance, single_pot: bool) -> Self {
        let mut program = Self::default();
        let years = instance.weights.len();
        let sources = sources(instance, single_pot);
        let fixed = |outcome: usize, year: usize| -> i64 {
            let streams = instance.streams.iter().zip(&instance.alloc);
            let aligned = streams.filter(|(stream, _)| !stream.pooled);
            aligned.map(|(_, alloc)| alloc[outcome][year]).sum()
        };
        // The columns that pay for each outcome in each year, and by source.
        let mut pays = vec![vec![Vec::new(); years]; instance.outcomes.len()];
        for source in &sources {
            let mut spent = vec![Vec::new(); years];
            for (place, outcome) in instance.outcomes.iter().enumerate() {
                if source.home.is_some_and(|home| home != outcome.block) {
                    continue;
                }
                let years = pays[place].iter_mut().zip(&mut spent);
                for (year, (pays, spent)) in years.enumerate() {
                    let room = outcome.capacity[year] - fixed(place, year);
                    let column = program.column(0.0, room as f64 / UNIT, false);
                    pays.push(column);
                    spent.push((column, 1.0));
                }
            }
            for (terms, &amount) in spent.into_iter().zip(&source.amount) {
                program.row(None, terms, Some(amount as f64 / UNIT));
            }
        }
        for (place, outcome) in instance.outcomes.iter().enumerate() {
            let (mut certain, mut least, mut most) = (0.0, 0.0, 0.0);
            let mut effect = Vec::new();
            for (year, columns) in pays[place].iter().enumerate() {
                let (fixed, weight) = (fixed(place, year), instance.weights[year]);
                let low = (outcome.minimum[year] - fixed).max(0) as f64;
                let high = (outcome.capacity[year] - fixed) as f64;
                let terms = columns.iter().map(|&it| (it, 1.0)).collect();
                program.row(Some(low / UNIT), terms, Some(high / UNIT));
                effect.extend(columns.iter().map(|&it| (it, weight)));
                certain += weight * fixed as f64;
                least += weight * low;
                most += weight * high;
            }
            let runs = runs(instance, place, certain + least, certain + most);
            program.reward(&runs, effect, certain);
        }
        program
    }

    /// One run of an outcome, and a mean of its corners that the effective spend reaches.
    fn reward(&mut self, runs: &[Vec<(f64, f64)>], mut effect: Vec<(usize, f64)>, certain: f64) {
        if matches!(runs, [only] if matches!(only[..], [(_, worth)] if worth == 0.0)) {
            return;
        }
        let mut choice = Vec::new();
        for run in runs {
            if let [(at, worth)] = run[..] {
                let taken = self.column(worth / UNIT, 1.0, true);
                choice.push((taken, 1.0));
                effect.push((taken, -at / UNIT));
                continue;
            }
            let taken = self.column(0.0, 1.0, true);
            choice.push((taken, 1.0));
            let mut mean = Vec::new();
            for &(at, worth) in run {
                let corner = self.column(worth / UNIT, 1.0, false);
                effect.push((corner, -at / UNIT));
                mean.push((corner, 1.0));
            }
            mean.push((taken, -1.0));
            self.row(Some(0.0), mean, Some(0.0));
        }
        self.row(Some(1.0), choice, Some(1.0));
        self.row(Some(-certain / UNIT), effect, None);
    }

    fn column(&mut self, worth: f64, most: f64, whole: bool) -> usize {
        self.columns.push(Column { worth, most, whole });
        self.columns.len() - 1
    }

    fn row(&mut self, least: Option<f64>, terms: Vec<(usize, f64)>, most: Option<f64>) {
        if !terms.is_empty() {
            self.rows.push(Row { least, terms, most });
        }
    }
}

fn sources(instance: &Instance, single_pot: bool) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for stream in instance.streams.iter().filter(|stream| stream.pooled) {
        let home = stream.home.filter(|_| !single_pot);
        match sources.iter_mut().find(|it| it.home == home) {
            Some(source) => {
                let both = source.amount.iter_mut().zip(&stream.amount);
                both.for_each(|(all, more)| *all += more);
            }
            None => sources.push(Source {
                home,
                amount: stream.amount.clone(),
            }),
        }
    }
    sources
}
