//! What each indicator weighs for the aim of attainment.

use crate::app::lookup::Lookup;
use crate::app::state::State;
use crate::model::IndicatorId;
use crate::text::number;

/// The greatest weight of an indicator.
const MOST_WEIGHT: u32 = 1_000;

/// Indicators that may be weighted for the aim of attainment: those that bear reward, by name.
#[must_use]
pub fn weighted(state: &State) -> Vec<(IndicatorId, String)> {
    let names = Lookup(&state.shown().agreement);
    let found = state.result(state.open);
    let indicators = found.into_iter().flat_map(|result| &result.indicators);
    indicators
        .filter(|found| found.rewarded)
        .map(|found| (found.id, names.indicator_name(found.id).to_owned()))
        .collect()
}

/// The weight of every indicator for the aim of attainment: what is typed, else 1.
///
/// # Errors
/// The indicator whose weight cannot be read or that no indicator weighs anything, and why.
pub fn weights(
    state: &State,
    typed: &[(IndicatorId, String)],
) -> Result<Vec<(IndicatorId, u32)>, (IndicatorId, String)> {
    let weigh = |(id, _): (IndicatorId, String)| {
        let text = typed.iter().find(|typed| typed.0 == id);
        let text = text.map_or("", |typed| typed.1.as_str());
        let weight = number::read_count(text, MOST_WEIGHT);
        let weight = weight.map_err(|unread| (id, unread.says()))?;
        Ok((id, weight.unwrap_or(1)))
    };
    let weights: Vec<(IndicatorId, u32)> = weighted(state)
        .into_iter()
        .map(weigh)
        .collect::<Result<_, _>>()?;
    match weights.first() {
        Some(&(first, 0)) if weights.iter().all(|weight| weight.1 == 0) => Err((
            first,
            "Give at least one indicator a weight above 0.".to_owned(),
        )),
        _ => Ok(weights),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ScenarioId;
    use crate::presets;
    use std::rc::Rc;

    #[test]
    fn weights_are_read_and_what_is_wrong_is_said_at_its_indicator() {
        let state = State::open(Rc::new(presets::illustration()), ScenarioId(2), 1);
        let rows = weighted(&state);
        let (first, second) = (rows[0].0, rows[1].0);
        let typed = |id: IndicatorId, text: &str| vec![(id, text.to_owned())];
        assert!(
            weights(&state, &[])
                .unwrap()
                .iter()
                .all(|weight| weight.1 == 1)
        );
        let read = weights(&state, &typed(second, "3")).unwrap();
        assert_eq!(read[..2], [(first, 1), (second, 3)]);
        for text in ["-1", "1.5", "many", "1001"] {
            let (id, says) = weights(&state, &typed(second, text)).unwrap_err();
            assert!(id == second && says.ends_with('.'), "{text}: {says}");
        }
        let none: Vec<(IndicatorId, String)> =
            rows.iter().map(|row| (row.0, "0".to_owned())).collect();
        let says = "Give at least one indicator a weight above 0.".to_owned();
        assert_eq!(weights(&state, &none), Err((first, says)));
    }
}
