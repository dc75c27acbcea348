//! Who pays: pooled money typed by outcome and year, traced to the streams that may pay it.
//!
//! Pins come first, then floors, then minimums, then the rest; within floors the narrowest reach, then the lower id; within
//! each of the last two the earlier year before that. An assumption: no document prescribes an order.

use crate::engine::case::Case;
use crate::engine::evaluation::{Paid, StreamResult, StreamYear};
use crate::engine::finding::Finding;
use crate::engine::flow::{Flow, Source};
use crate::engine::reach::{Bounds, bits};
use crate::engine::spend::Spending;
use crate::engine::unpaid::unpaid;
use crate::model::{BasisPoints, Pounds, Stream, order};
use std::collections::BTreeMap;

/// Who pays what, what is left, and what cannot be placed.
pub(crate) struct Paying {
    pub(crate) streams: Vec<StreamResult>,
    pub(crate) paid: Vec<Paid>,
    pub(crate) findings: Vec<Finding>,
}

/// Traces every typed pound to a stream and records in `spending` what no stream may pay.
pub(crate) fn pay(case: &Case<'_>, spending: &mut Spending) -> Paying {
    let bounds: Vec<Bounds> = case
        .streams
        .iter()
        .map(|stream| Bounds::of(case, stream))
        .collect();
    let flow = place(case, &bounds, spending);
    let mut paying = Paying {
        streams: Vec::with_capacity(bounds.len()),
        paid: Vec::new(),
        findings: Vec::new(),
    };
    for (index, stream) in case.streams.iter().enumerate() {
        let first = paying.paid.len();
        let mut pay = |(outcome, year, pounds): (usize, usize, Pounds)| {
            paying.paid.push(Paid {
                stream: stream.id,
                outcome: case.outcomes[outcome].id,
                year,
                pounds,
            });
        };
        if bounds[index].pooled {
            let paid = flow.paid(index);
            paid.map(|(outcome, year, pounds)| (outcome, year, Pounds(pounds)))
                .for_each(&mut pay);
        } else {
            let paid = case.cells(&stream.spending);
            paid.filter(|(_, _, pounds)| pounds.0 > 0)
                .for_each(&mut pay);
        }
        let mut paid = vec![Pounds(0); case.years];
        for part in &paying.paid[first..] {
            paid[part.year] += part.pounds;
        }
        let reach = bits(bounds[index].reach).filter_map(|outcome| case.outcomes.get(outcome));
        paying.streams.push(StreamResult {
            id: stream.id,
            pooled: bounds[index].pooled,
            fence: bounds[index].fence,
            reach: reach.map(|outcome| outcome.id).collect(),
            years: if bounds[index].pooled {
                pooled_years(case, stream, &bounds[index], &paid)
            } else {
                aligned_years(stream, &paid)
            },
        });
    }
    for (outcome, year) in cells(case) {
        spending.years[outcome][year].unplaced = Pounds(flow.wanted(outcome, year));
    }
    paying.findings = unpaid(case, &bounds, spending, &paying);
    paying
}

fn cells(case: &Case<'_>) -> impl Iterator<Item = (usize, usize)> + use<> {
    let years = case.years;
    (0..case.outcomes.len()).flat_map(move |outcome| (0..years).map(move |year| (outcome, year)))
}

/// Runs the flow in its fixed order.
fn place(case: &Case<'_>, bounds: &[Bounds], spending: &Spending) -> Flow {
    let sources = case
        .streams
        .iter()
        .zip(bounds)
        .map(|(stream, bound)| source(case, stream, bound));
    let mut flow = Flow::new(case.years, case.outcomes.len(), sources.collect());
    let mut rest: Vec<Vec<i64>> = spending
        .years
        .iter()
        .map(|years| years.iter().map(|year| year.pooled.0).collect())
        .collect();
    let mut bound: BTreeMap<(usize, usize, usize), i64> = BTreeMap::new();
    let mut pins: Vec<(usize, usize, usize, i64)> = case
        .scenario
        .pins
        .iter()
        .filter_map(|pin| {
            let stream = case
                .streams
                .binary_search_by_key(&pin.stream, |stream| stream.id)
                .ok()?;
            let outcome = case.outcome(pin.outcome)?;
            Some((stream, usize::from(pin.year), outcome, pin.pounds.0))
        })
        .collect();
    order::by_key(&mut pins, |pin| *pin);
    for (stream, year, outcome, pounds) in pins {
        if year < case.years && bounds[stream].pooled {
            let pounds = flow.lock(stream, outcome, year, pounds.min(rest[outcome][year]));
            rest[outcome][year] -= pounds;
            *bound.entry((stream, outcome, year)).or_default() += pounds;
        }
    }
    let mut narrowest: Vec<usize> = (0..bounds.len())
        .filter(|&stream| bounds[stream].pooled)
        .collect();
    order::by_key(&mut narrowest, |&stream| {
        (bounds[stream].reach.count_ones(), case.streams[stream].id)
    });
    // Where an outcome is given less than its floors ask for, what could go elsewhere gives way.
    for &stream in &narrowest {
        let floors = &bounds[stream].floors;
        for (year, floor) in
            (0..case.years).flat_map(|year| floors.iter().map(move |floor| (year, floor)))
        {
            let Some(outcome) = case.outcome(floor.outcome) else {
                continue;
            };
            let pinned = bound.get(&(stream, outcome, year)).copied().unwrap_or(0);
            let pounds = (floor.pounds.0 - pinned).min(rest[outcome][year]);
            rest[outcome][year] -= flow.lock(stream, outcome, year, pounds);
        }
    }
    // Carrying is reckoned from year to year, so earlier years are served before later ones.
    for year in 0..case.years {
        for (outcome, rest) in rest.iter_mut().enumerate() {
            let cell = &spending.years[outcome][year];
            let placed = cell.pooled.0 - rest[year];
            let others = cell.aligned.0 + cell.pump.0 + placed;
            let short = case.outcomes[outcome].minimum(year).0 - others;
            let first = short.clamp(0, rest[year]);
            flow.want(outcome, year, first);
            rest[year] -= first;
        }
        narrowest.iter().for_each(|&stream| flow.place(stream));
    }
    for year in 0..case.years {
        for (outcome, rest) in rest.iter().enumerate() {
            flow.want(outcome, year, rest[year]);
        }
        narrowest.iter().for_each(|&stream| flow.place(stream));
    }
    flow
}

fn source(case: &Case<'_>, stream: &Stream, bounds: &Bounds) -> Source {
    let amount = |year| stream.amount(year).counted();
    let share = |share: BasisPoints, year| {
        if year < case.years {
            share.of_pounds(amount(year)).0
        } else {
            0
        }
    };
    let pooled = |pounds: i64| if bounds.pooled { pounds } else { 0 };
    Source {
        reach: bounds.reach,
        amounts: (0..case.years).map(|year| pooled(amount(year).0)).collect(),
        forward: (0..case.years)
            .map(|year| pooled(share(bounds.carry_forward, year)))
            .collect(),
        back: (0..case.years)
            .map(|year| pooled(share(bounds.bring_forward, year + 1)))
            .collect(),
    }
}

/// The years of a pooled stream, carried from one into the next: what is over the limit is lost.
fn pooled_years(
    case: &Case<'_>,
    stream: &Stream,
    bounds: &Bounds,
    paid: &[Pounds],
) -> Vec<StreamYear> {
    let mut held = Pounds(0);
    let year = |(year, &paid): (usize, &Pounds)| {
        let amount = stream.amount(year).counted();
        let rest = held + amount - paid;
        let most = if year < case.end() {
            bounds.carry_forward.of_pounds(amount)
        } else {
            Pounds(0)
        };
        held = rest.min(most);
        StreamYear {
            amount,
            paid,
            carried: held,
            left: rest - held,
        }
    };
    paid.iter().enumerate().map(year).collect()
}

/// The years of an aligned stream: what its owner spends, and what is left with the owner.
fn aligned_years(stream: &Stream, paid: &[Pounds]) -> Vec<StreamYear> {
    let year = |(year, &paid): (usize, &Pounds)| {
        let amount = stream.amount(year).counted();
        StreamYear {
            amount,
            paid,
            carried: Pounds(0),
            left: (amount - paid).or_nothing(),
        }
    };
    paid.iter().enumerate().map(year).collect()
}
