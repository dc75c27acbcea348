//! By how much may the end value of a small count be off by chance alone?

use crate::app::edit::Edit;
use crate::app::lookup::Lookup;
use crate::app::show::risk::{risk_of, rows};
use crate::app::state::State;
use crate::model::{Decimal, DeliveryRisk, IndicatorId};
use crate::text::number;

/// The chance of one indicator with a delivery risk.
#[derive(Clone, Debug, PartialEq)]
pub struct NoiseRow {
    /// The indicator.
    pub id: IndicatorId,
    /// Its name.
    pub name: String,
    /// What it is counted in.
    pub unit: String,
    /// The standard deviation of its end value as it stands in its field; nothing where there is none.
    pub typed: String,
}

/// The indicators at risk in the open scenario, each with its noise.
#[must_use]
pub fn noises(state: &State) -> Vec<NoiseRow> {
    let names = Lookup(&state.shown().agreement);
    let row = |id: IndicatorId, name: String| {
        let indicator = names.indicator(id)?;
        let risk = indicator.risk?;
        Some(NoiseRow {
            id,
            name,
            unit: indicator.unit.clone(),
            typed: match risk.noise.millionths() {
                0 => String::new(),
                _ => number::typed(risk.noise, indicator.decimals),
            },
        })
    };
    rows(state)
        .into_iter()
        .filter_map(|it| row(it.id, it.name))
        .collect()
}

/// Reads the standard deviation of an indicator at risk; nothing typed is none.
///
/// # Errors
/// What is wrong with it, in a sentence.
pub fn read_noise(state: &State, id: IndicatorId, text: &str) -> Result<Edit, String> {
    let typed = number::read(text).map_err(|wrong| wrong.says())?;
    let noise = typed.unwrap_or_default();
    if noise < Decimal::default() {
        return Err(
            "Type how far off the end value may be, as a number above 0, or leave it empty.".into(),
        );
    }
    let risk = risk_of(state, id).map(|risk| DeliveryRisk { noise, ..risk });
    Ok(risk.map_or_else(Edit::none, |risk| Edit::Risk(id, Some(risk))))
}
