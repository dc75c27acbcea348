//! What fills many cells of the sheet at once.

use crate::app::edit::Edit;
use crate::app::slot::Money;
use crate::app::state::State;
use crate::model::{Grid, OutcomeId, Pounds, ScenarioId, split};

/// What every year of an outcome is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The amount of the first year.
    First,
    /// The same total, spread evenly.
    Evenly,
    /// What another scenario has.
    From(ScenarioId),
    /// Nothing.
    Nothing,
}

/// The edit that fills an outcome, or every outcome, in the open scenario as it is committed.
#[must_use]
pub fn filled(state: &State, money: Money, only: Option<OutcomeId>, fill: Fill) -> Edit {
    let agreement = &state.workbook.agreement;
    let Some(open) = state.workbook.scenario(state.open) else {
        return Edit::none();
    };
    let (now, years) = (money.typed(open), agreement.year_count());
    let outcomes = agreement.outcomes.iter().map(|outcome| outcome.id);
    let outcomes = outcomes.filter(|id| only.is_none_or(|only| only == *id));
    let cells = outcomes.flat_map(|outcome| {
        let pounds: Vec<Pounds> = match fill {
            Fill::First => vec![now.get(outcome, 0); years],
            Fill::Evenly => spread_evenly(now, outcome, years),
            Fill::From(other) => (0..years)
                .map(|year| money.had(state, other, outcome, year))
                .collect(),
            Fill::Nothing => vec![Pounds(0); years],
        };
        let cells = pounds.into_iter().enumerate();
        cells.map(move |(year, pounds)| money.spend(outcome, year, pounds))
    });
    Edit::Many(cells.collect())
}

/// What is typed for an outcome over some years, spread evenly over them: the same total, odd pounds to
/// the earlier years.
fn spread_evenly(typed: &Grid, outcome: OutcomeId, years: usize) -> Vec<Pounds> {
    let total: Pounds = (0..years).map(|year| typed.get(outcome, year)).sum();
    let parts = split(total.0, &vec![1; years]);
    parts.into_iter().map(Pounds).collect()
}
