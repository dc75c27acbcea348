//! Where rewarded indicators may end under their delivery risks, as shares of the stretch.

use crate::app::lookup::Lookup;
use crate::app::show::share;
use crate::app::state::State;
use crate::engine::IndicatorResult;
use crate::model::{Decimal, Indicator, IndicatorId};
use crate::odds::fan;

/// Between which shares of its stretch each indicator ends eight times in ten in the open scenario; those whose end is
/// certain are left out.
#[must_use]
pub fn reach(state: &State) -> Vec<(IndicatorId, (f64, f64))> {
    let names = Lookup(&state.shown().agreement);
    let result = state.result(state.open);
    let found = result.into_iter().flat_map(|result| &result.indicators);
    found
        .filter(|found| found.rewarded)
        .filter_map(|found| Some((found.id, between(names.indicator(found.id)?, found)?)))
        .collect()
}

fn between(indicator: &Indicator, found: &IndicatorResult) -> Option<(f64, f64)> {
    indicator.risk?;
    let score = found.score?;
    let now = found.value.last().copied().flatten()?;
    let end = fan(indicator, found).years.pop().flatten()?;
    let toward = indicator.better.sign() as f64;
    let unit = Decimal::ONE as f64;
    let at = |value: f64| {
        let beyond = toward * (value * unit - now.millionths() as f64);
        share(score) + beyond / score.aim as f64
    };
    let (low, high) = (at(end.worse), at(end.better));
    // What is narrower than a dot says nothing.
    (high - low > 0.005).then_some((low, high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::show::answered::answered;
    use crate::app::show::chances::open_odds;
    use crate::presets;
    use std::rc::Rc;

    fn illustration() -> State {
        let workbook = presets::illustration();
        let open = workbook.shown_first();
        answered(&State::open(Rc::new(workbook), open, 1))
    }

    #[test]
    fn a_range_lies_about_the_cliff_where_the_odds_are_about_even() {
        let state = illustration();
        let found = reach(&state);
        assert!(found.len() > 10);
        let odds = open_odds(&state).0.unwrap();
        for (id, (low, high)) in found {
            let odds = odds.indicators.iter().find(|odds| odds.id == id).unwrap();
            assert!(low < high);
            match odds.threshold {
                likely if likely > 0.9 + 1e-6 => assert!(low >= 0.6, "{low}"),
                unlikely if unlikely < 0.1 - 1e-6 => assert!(high < 0.6, "{high}"),
                _ => assert!(low <= 0.6 && high >= 0.6, "{low} to {high}"),
            }
        }
    }

    #[test]
    fn what_is_certain_has_no_range() {
        let mut workbook = presets::illustration();
        for indicator in &mut workbook.agreement.indicators {
            indicator.risk = None;
        }
        let base = workbook.base;
        assert_eq!(reach(&State::open(Rc::new(workbook), base, 1)), []);
    }
}
