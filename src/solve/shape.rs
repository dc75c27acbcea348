//! What money may do on its way: sources, cells and their limits in one unit.

use crate::solve::problem::{Outcomes, Problem, Source};

/// What money may do: sources, cells and their limits, in one unit in which a year's money is worth the
/// same to every outcome.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub(crate) sources: usize,
    pub(crate) outcomes: usize,
    pub(crate) years: usize,
    /// By source and year.
    pub(crate) reach: Vec<Outcomes>,
    pub(crate) supply: Vec<i64>,
    pub(crate) forward: Vec<i64>,
    pub(crate) back: Vec<i64>,
    /// By outcome and year.
    pub(crate) least: Vec<i64>,
    pub(crate) most: Vec<i64>,
    /// Whether an outcome may move its money into another year.
    pub(crate) shifts: bool,
    /// Whether any source may carry.
    pub(crate) carries: bool,
}

impl Shape {
    /// The network in pounds, where nothing moves between years but what is carried.
    pub(crate) fn in_pounds(problem: &Problem) -> Self {
        Self::new(problem, &vec![1; problem.years], false)
    }

    /// The network in effective money, a year's pound weighing the same for every outcome. Outcomes that
    /// are worth nothing get no more than they must.
    pub(crate) fn in_effect(problem: &Problem, weights: &[i64], live: &[bool]) -> Self {
        let mut shape = Self::new(problem, weights, true);
        for (cell, most) in shape.most.iter_mut().enumerate() {
            if !live[cell / problem.years] {
                *most = shape.least[cell];
            }
        }
        shape
    }

    fn new(problem: &Problem, weights: &[i64], shifts: bool) -> Self {
        let by_source = |of: fn(&Source) -> &Vec<i64>| -> Vec<i64> {
            let sources = problem.sources.iter();
            let weighed = sources.flat_map(|it| of(it).iter().zip(weights));
            weighed.map(|(sum, weight)| sum * weight).collect()
        };
        let weight = |cell: usize| weights[cell % problem.years];
        let cells = problem.cells.iter().enumerate();
        Self {
            sources: problem.sources.len(),
            outcomes: problem.outcomes,
            years: problem.years,
            reach: problem
                .sources
                .iter()
                .flat_map(|it| it.reach.clone())
                .collect(),
            supply: by_source(|it| &it.supply),
            forward: by_source(|it| &it.forward),
            back: by_source(|it| &it.back),
            least: cells
                .clone()
                .map(|(at, it)| it.least * weight(at))
                .collect(),
            most: cells.map(|(at, it)| it.most * weight(at)).collect(),
            shifts,
            carries: problem.sources.iter().any(Source::carries),
        }
    }
}
