//! What is wrong once it is known who pays: floors and pins unmet, money that nobody pays or needs.

use crate::engine::case::Case;
use crate::engine::evaluation::{Paid, StreamYear};
use crate::engine::finding::{Finding, Place, Problem};
use crate::engine::paying::Paying;
use crate::engine::reach::{Bounds, bit};
use crate::engine::spend::Spending;
use crate::model::{Amount, BlockId, OutcomeId, Pin, Pounds, Stream, StreamId, order};
use std::collections::BTreeMap;

/// Findings by stream and year, then by outcome and year, then on pins.
pub(crate) fn unpaid(
    case: &Case<'_>,
    bounds: &[Bounds],
    spending: &Spending,
    paying: &Paying,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, stream) in case.streams.iter().enumerate() {
        of_stream(case, stream, &bounds[index], index, paying, &mut findings);
    }
    for (outcome, years) in spending.years.iter().enumerate() {
        for (year, money) in years.iter().enumerate() {
            let pounds = money.unplaced;
            if pounds.0 > 0 {
                let (held, block) = held_elsewhere(case, bounds, paying, outcome, year);
                findings.push(Finding {
                    place: Place::Outcome(case.outcomes[outcome].id, Some(year)),
                    problem: Problem::Unplaced {
                        pounds,
                        held,
                        block,
                    },
                });
            }
        }
    }
    let mut pins: Vec<&Pin> = case.scenario.pins.iter().collect();
    order::by_key(&mut pins, |pin| (pin.outcome, pin.year, pin.stream));
    for pin in pins {
        let year = usize::from(pin.year);
        let paid = paid_by(&paying.paid, pin.stream, pin.outcome, year);
        if paid < pin.pounds {
            findings.push(Finding {
                place: Place::Outcome(pin.outcome, Some(year)),
                problem: Problem::PinUnmet {
                    stream: pin.stream,
                    pounds: pin.pounds - paid,
                },
            });
        }
    }
    findings
}

fn of_stream(
    case: &Case<'_>,
    stream: &Stream,
    bounds: &Bounds,
    index: usize,
    paying: &Paying,
    findings: &mut Vec<Finding>,
) {
    for year in 0..case.years {
        let place = Place::Stream(stream.id, Some(year));
        let mut find = |problem| findings.push(Finding { place, problem });
        let found = paying.streams[index].years[year];
        if stream.amount(year) == Amount::NotStated {
            find(Problem::NotStated);
        }
        if bounds.pooled && found.left.0 > 0 {
            find(Problem::Left { pounds: found.left });
        }
        if !bounds.pooled && found.paid > found.amount {
            find(Problem::AlignedOver {
                pounds: found.paid - found.amount,
            });
        }
        for floor in &bounds.floors {
            let outcome = floor.outcome;
            let paid = paid_by(&paying.paid, stream.id, outcome, year);
            if paid < floor.pounds {
                find(Problem::FloorUnmet {
                    outcome,
                    pounds: floor.pounds - paid,
                });
            }
        }
    }
}

/// What a stream pays for an outcome in a year; `paid` is in the order of the three.
fn paid_by(paid: &[Paid], stream: StreamId, outcome: OutcomeId, year: usize) -> Pounds {
    let at = paid.binary_search_by_key(&(stream, outcome, year), |part| {
        (part.stream, part.outcome, part.year)
    });
    at.map_or(Pounds(0), |at| paid[at].pounds)
}

/// Money that may not go to an outcome and that nobody needs, of a year: that of the block that holds most, or, where
/// no block holds any, all of it.
fn held_elsewhere(
    case: &Case<'_>,
    bounds: &[Bounds],
    paying: &Paying,
    outcome: usize,
    year: usize,
) -> (Pounds, Option<BlockId>) {
    let mut total = Pounds(0);
    let mut by_block: BTreeMap<BlockId, Pounds> = BTreeMap::new();
    for (index, stream) in case.streams.iter().enumerate() {
        let held = idle(&paying.streams[index].years[year..]);
        if bounds[index].pooled && bounds[index].reach & bit(outcome) == 0 && held.0 > 0 {
            total += held;
            if let Some(home) = stream.home {
                *by_block.entry(home).or_default() += held;
            }
        }
    }
    let most = by_block
        .into_iter()
        .max_by_key(|&(block, held)| (held, std::cmp::Reverse(block)));
    most.map_or((total, None), |(block, held)| (held, Some(block)))
}

/// What could be spent more of a stream in the first of these years and leave all else paid: what is left, and of what
/// is carried the part that is not spent later either.
fn idle(years: &[StreamYear]) -> Pounds {
    years.iter().rev().fold(Pounds(0), |later, year| {
        (year.left + year.carried.min(later)).or_nothing()
    })
}
