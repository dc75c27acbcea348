//! What is spent on each outcome in each year, from every source, and what of it works by when.
//!
//! An assumption: no document says how much can be spent well, or how soon it works.

use crate::engine::case::Case;
use crate::engine::evaluation::OutcomeYear;
use crate::engine::reach::is_pooled;
use crate::model::{Grid, Pounds};

/// Spending by outcome and year, outcomes in the order by id.
pub(crate) struct Spending {
    pub(crate) years: Vec<Vec<OutcomeYear>>,
}

impl Spending {
    /// Gathers typed, aligned and pump-priming money.
    pub(crate) fn gather(case: &Case<'_>, pump: &Grid) -> Self {
        let mut years = vec![vec![OutcomeYear::default(); case.years]; case.outcomes.len()];
        let mut add = |grid: &Grid, source: fn(&mut OutcomeYear) -> &mut Pounds| {
            for (outcome, year, pounds) in case.cells(grid) {
                *source(&mut years[outcome][year]) += pounds;
            }
        };
        add(&case.scenario.spending, |money| &mut money.pooled);
        add(pump, |money| &mut money.pump);
        for stream in case
            .streams
            .iter()
            .filter(|stream| !is_pooled(case.scenario, stream))
        {
            add(&stream.spending, |money| &mut money.aligned);
        }
        for (index, outcome) in case.outcomes.iter().enumerate() {
            for by in 0..case.years {
                years[index][by].effective = (0..=by)
                    .map(|at| {
                        let spent = years[index][at].total();
                        let well = outcome.capacity(at).map_or(spent, |most| spent.min(most));
                        well.0 * i64::from(outcome.lag(by - at).0)
                    })
                    .sum();
            }
        }
        Self { years }
    }
}
