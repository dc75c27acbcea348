//! What one stream owes to outcomes by year, and what it pays them.

use crate::engine::{Bounds, Case, Paid};
use crate::model::StreamId;
use std::collections::BTreeMap;

/// Pounds by outcome, in the order by id, and year.
pub(crate) type ByPlace = BTreeMap<(usize, usize), i64>;

/// What a stream must pay, by outcome and year: the larger of its floor and its pins.
pub(crate) fn bound(case: &Case<'_>, bounds: &Bounds, stream: StreamId) -> ByPlace {
    let mut bound = ByPlace::new();
    let pins = case.scenario.pins.iter().filter(|pin| pin.stream == stream);
    for pin in pins {
        let year = usize::from(pin.year);
        if let Some(outcome) = case.outcome(pin.outcome).filter(|_| year < case.years) {
            *bound.entry((outcome, year)).or_default() += pin.pounds.0;
        }
    }
    let floors = bounds.floors.iter().map(|it| (it.outcome, it.pounds.0));
    for (outcome, pounds) in floors {
        if let Some(outcome) = case.outcome(outcome) {
            for year in 0..case.years {
                let held = bound.entry((outcome, year)).or_default();
                *held = (*held).max(pounds);
            }
        }
    }
    bound
}

/// What a stream pays of what streams pay, by outcome and year.
pub(crate) fn paid(case: &Case<'_>, stream: StreamId, paid: &[Paid]) -> ByPlace {
    let own = paid.iter().filter(|part| part.stream == stream);
    let placed = own.filter_map(|part| {
        let outcome = case.outcome(part.outcome)?;
        Some(((outcome, part.year), part.pounds.0))
    });
    placed.collect()
}
