//! What is spent on each outcome in each year, from every source, and what of it works by when.

use crate::engine::case::Case;
use crate::engine::evaluation::OutcomeYear;
use crate::engine::reach::is_pooled;
use crate::model::{OutcomeId, Pounds};

/// Spending by outcome and year, outcomes in the order by id.
pub(crate) struct Spending {
    pub(crate) years: Vec<Vec<OutcomeYear>>,
}

impl Spending {
    /// Gathers typed, aligned and pump-priming money.
    pub(crate) fn gather(case: &Case<'_>, pump: impl Fn(OutcomeId, usize) -> Pounds) -> Self {
        let aligned: Vec<_> = case
            .streams
            .iter()
            .filter(|stream| !is_pooled(case.scenario, stream))
            .collect();
        let year = |outcome: OutcomeId, year: usize| OutcomeYear {
            pooled: case.scenario.spending.get(outcome, year).or_nothing(),
            aligned: aligned
                .iter()
                .map(|stream| stream.spending.get(outcome, year))
                .sum(),
            pump: pump(outcome, year),
            ..OutcomeYear::default()
        };
        let mut years: Vec<Vec<OutcomeYear>> = case
            .outcomes
            .iter()
            .map(|outcome| {
                (0..case.years)
                    .map(|index| year(outcome.id, index))
                    .collect()
            })
            .collect();
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
