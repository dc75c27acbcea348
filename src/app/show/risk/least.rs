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

/// The chance that the open scenario earns at least a sum: until one is chosen, what it earns on projected values. The last
/// place is all of the pot, to the penny.
#[must_use]
pub fn at_least(state: &State, chosen: Option<i64>) -> AtLeast {
    let result = state.result(state.open);
    let [pot, projected] = result.map_or([Pence(0); 2], |result| [result.pot, result.reward]);
    let most = (pot.0 / POUND).max(1);
    let step = (most / PLACES).max(1);
    let last = most - most % step;
    let pence = match chosen {
        None => projected,
        Some(pounds) if pounds >= last => pot,
        Some(pounds) => Pence(pounds.max(0) * POUND),
    };
    let (odds, _) = open_odds(state);
    let sum = pence.0 as f64 / POUND as f64;
    let chance = odds.map(|odds| chance::percent(odds.reward.reaches(sum)));
    AtLeast {
        sum: (pence.0 / POUND).clamp(0, most),
        most,
        step,
        says: money::headline(pence),
        chance: chance.unwrap_or_default(),
    }
}
