//! How likely is at least a sum that a slider holds?

use crate::app::show::chances::open_odds;
use crate::app::state::State;
use crate::model::Pence;
use crate::text::{chance, money};

/// Places of the slider over the pot.
const PLACES: i64 = 400;
/// Pence to a pound.
const POUND: i64 = 100;

/// A sum on the slider and its chance, in whole pounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtLeast {
    /// The sum, from nothing to [`most`](Self::most).
    pub sum: i64,
    /// The end of the slider.
    pub most: i64,
    /// Pounds from one place to the next.
    pub step: i64,
    /// The sum in words.
    pub says: String,
    /// Its chance in words; nothing before it is worked out.
    pub chance: String,
}

/// The chance that the open scenario earns at least a sum: until one is chosen, what it earns on projected values.
#[must_use]
pub fn at_least(state: &State, chosen: Option<i64>) -> AtLeast {
    let result = state.result(state.open);
    let pounds = |pence: Option<Pence>| pence.map_or(0, |pence| pence.0 / POUND);
    let most = pounds(result.map(|result| result.pot)).max(1);
    let projected = pounds(result.map(|result| result.reward));
    let sum = chosen.unwrap_or(projected).clamp(0, most);
    let (odds, _) = open_odds(state);
    let chance = odds.map(|odds| chance::percent(odds.reward.reaches(sum as f64)));
    AtLeast {
        sum,
        most,
        step: (most / PLACES).max(1),
        says: money::headline(Pence(sum * POUND)),
        chance: chance.unwrap_or_default(),
    }
}
