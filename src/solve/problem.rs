//! What there is to decide: money by source and year, and the cells of outcome and year that take it.
//!
//! What is decided already is taken off first: pins, floors, the spending of aligned streams, what is
//! locked, and the years of an outcome that its recorded values show to be over.

use crate::engine::{Bounds, Case, Evaluation};
use crate::model::{Agreement, BasisPoints, Pounds, Scenario, StreamId};
use crate::solve::plan::{Limits, Lock};
use std::collections::BTreeMap;

/// A bit for each outcome; an agreement has at most 64 of them.
pub(crate) type Outcomes = u64;

/// More money than there is.
pub(crate) const PLENTY: i64 = 1 << 49;

/// The money to be placed and where it may go. Everything is in whole pounds, outcomes in the order by
/// id, cells by outcome and then by year.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) years: usize,
    pub(crate) outcomes: usize,
    pub(crate) sources: Vec<Source>,
    pub(crate) cells: Vec<Cell>,
}

/// Money that may go to the same places: pooled streams, or pump-priming.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) pump: bool,
    /// The streams in it.
    pub(crate) streams: Vec<StreamId>,
    /// The outcomes that it may still pay for, by year.
    pub(crate) reach: Vec<Outcomes>,
    /// What is left to place by year; less than nothing where what is bound needs carrying.
    pub(crate) supply: Vec<i64>,
    /// The most that may pass from each year into the next, and be brought back from it.
    pub(crate) forward: Vec<i64>,
    pub(crate) back: Vec<i64>,
}

/// An outcome in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Pooled money bound to it.
    pub(crate) bound: i64,
    /// Pump-priming bound to it.
    pub(crate) pump: i64,
    /// Money of owners of aligned streams.
    pub(crate) aligned: i64,
    /// What must still be placed in it, and the most that may be.
    pub(crate) least: i64,
    pub(crate) most: i64,
    /// What of a pound works by the end, in ten-thousandths.
    pub(crate) weight: i64,
    /// What can be spent well in it, from every source.
    pub(crate) capacity: i64,
    /// Whether it stays as it is today.
    pub(crate) locked: bool,
    /// What is typed for it today from the pool.
    pub(crate) today: i64,
    pub(crate) pump_today: i64,
}

impl Source {
    /// Whether any of it may change its year.
    pub(crate) fn carries(&self) -> bool {
        self.forward.iter().chain(&self.back).any(|&most| most > 0)
    }

    /// Brings forward all that may be; what is not to be is then carried back again.
    pub(crate) fn bring_forward(&mut self) {
        for year in 1..self.supply.len() {
            let pounds = std::mem::take(&mut self.back[year - 1]);
            self.supply[year - 1] += pounds;
            self.supply[year] -= pounds;
            self.forward[year - 1] += pounds;
        }
    }
}

impl Cell {
    /// What is certain to be spent, with what must be placed.
    fn certain(&self) -> i64 {
        self.bound + self.pump + self.aligned + self.least
    }

    /// What is not bound of the money that it has today.
    pub(crate) fn free_today(&self) -> i64 {
        self.today + self.pump_today - self.bound - self.pump
    }

    /// What it has today beyond what can be spent well: it works for nothing, and may stay.
    pub(crate) fn idle_today(&self) -> i64 {
        (self.free_today() - self.most).max(0)
    }

    /// Whether money can be added beyond what must be placed.
    pub(crate) fn is_open(&self) -> bool {
        self.most > self.least
    }
}

impl Problem {
    /// Takes off what is decided already and merges streams that reach the same places.
    pub(crate) fn new(
        agreement: &Agreement,
        scenario: &Scenario,
        limits: &Limits,
        today: &Evaluation,
    ) -> Self {
        let case = Case::new(agreement, scenario);
        let mut problem = Self {
            years: case.years,
            outcomes: case.outcomes.len(),
            sources: Vec::new(),
            cells: cells(&case, limits, today),
        };
        let pooled_locked = limits.locks.contains(&Lock::Pooled);
        if pooled_locked {
            problem.cells.iter_mut().for_each(|it| it.bound = it.today);
        } else {
            problem.streams(&case, limits, today);
        }
        for (place, outcome) in case.outcomes.iter().enumerate() {
            for year in 0..problem.years {
                let cell = &mut problem.cells[place * case.years + year];
                let certain = cell.bound + cell.pump + cell.aligned;
                if cell.locked {
                    cell.least = (cell.today - cell.bound).max(0);
                    cell.most = cell.least;
                } else if pooled_locked {
                    cell.most = (cell.capacity - certain).max(0);
                } else {
                    cell.least = (outcome.minimum(year).0 - certain).max(0);
                    cell.most = cell.least.max(cell.capacity - certain);
                }
            }
        }
        problem.pump(&case, limits, today);
        problem
    }

    pub(crate) fn cell(&self, outcome: usize, year: usize) -> &Cell {
        &self.cells[outcome * self.years + year]
    }

    /// Effective spend that is certain, in ten-thousandths of a pound.
    pub(crate) fn certain(&self, outcome: usize) -> i64 {
        let years = 0..self.years;
        let cells = years.map(|year| self.cell(outcome, year));
        cells
            .map(|it| it.weight * it.certain().min(it.capacity))
            .sum()
    }

    /// The most effective spend that an outcome can get if nobody else gets any.
    pub(crate) fn at_most(&self, outcome: usize) -> i64 {
        let all: i64 = self.sources.iter().flat_map(|it| &it.supply).sum();
        let years = 0..self.years;
        let cells = years.map(|year| self.cell(outcome, year));
        let more = cells.map(|it| it.weight * (it.most - it.least).min(all.max(0)));
        self.certain(outcome) + more.sum::<i64>()
    }

    fn streams(&mut self, case: &Case<'_>, limits: &Limits, today: &Evaluation) {
        for stream in &case.streams {
            let bounds = Bounds::of(case, stream);
            if !bounds.pooled {
                continue;
            }
            let locked = limits.locks.contains(&Lock::Stream(stream.id));
            let bound = bound(case, &bounds, stream.id, locked.then_some(today));
            let amount = |year| stream.amount(year).counted();
            let mut supply: Vec<i64> = (0..case.years).map(|year| amount(year).0).collect();
            for (&(outcome, year), &pounds) in &bound {
                supply[year] -= pounds;
                self.cells[outcome * case.years + year].bound += pounds;
            }
            if locked {
                supply.iter_mut().for_each(|left| *left = (*left).min(0));
            }
            let last = case.years.saturating_sub(1);
            let carried = |share: BasisPoints, of: usize, year: usize| match year < last {
                true => share.of_pounds(amount(of)).0,
                false => 0,
            };
            let years = || 0..case.years;
            let forward = years().map(|year| carried(bounds.carry_forward, year, year));
            let back = years().map(|year| carried(bounds.bring_forward, year + 1, year));
            self.add(Source {
                pump: false,
                streams: vec![stream.id],
                reach: vec![bounds.reach; case.years],
                supply,
                forward: forward.collect(),
                back: back.collect(),
            });
        }
    }

    /// Adds a source, to another that reaches the same places where neither carries.
    fn add(&mut self, source: Source) {
        let same = self.sources.iter_mut().find(|other| {
            let alike = other.pump == source.pump && other.reach == source.reach;
            alike && !other.carries() && !source.carries()
        });
        // Merging would hide that one of them is bound to pay more than it has.
        let short = source.supply.iter().any(|&left| left < 0);
        match same.filter(|other| !short && other.supply.iter().all(|&left| left >= 0)) {
            Some(other) => {
                other.streams.extend(source.streams);
                let both = other.supply.iter_mut().zip(source.supply);
                both.for_each(|(mine, its)| *mine += its);
            }
            None => self.sources.push(source),
        }
    }

    /// Pump-priming: what arrives by each year-end and is not bound, for outcomes that bear reward.
    fn pump(&mut self, case: &Case<'_>, limits: &Limits, today: &Evaluation) {
        let mut by_now: Vec<i64> = today.pump.by_year_end.iter().map(|it| it.0).collect();
        let mut bound = 0;
        for (year, by_now) in by_now.iter_mut().enumerate() {
            bound += (0..self.outcomes)
                .map(|outcome| self.cell(outcome, year).pump)
                .sum::<i64>();
            *by_now -= bound;
        }
        for year in (1..by_now.len()).rev() {
            by_now[year - 1] = by_now[year - 1].min(by_now[year]);
        }
        let before = std::iter::once(0).chain(by_now.iter().copied());
        let supply: Vec<i64> = by_now
            .iter()
            .zip(before)
            .map(|(now, was)| now - was)
            .collect();
        let short = supply.iter().any(|&left| left < 0);
        let all_locked = limits.locks.contains(&Lock::Pump);
        let open = |year: usize| {
            let bears = |place: &usize| case.bears_reward(case.outcomes[*place]);
            let takes = |place: &usize| !self.cell(*place, year).locked && !all_locked;
            let places = (0..self.outcomes).filter(bears).filter(takes);
            places.fold(0, |reach, place| reach | 1 << place)
        };
        let source = Source {
            pump: true,
            streams: Vec::new(),
            reach: (0..self.years).map(open).collect(),
            forward: (0..self.years)
                .map(|year| if year + 1 < self.years { PLENTY } else { 0 })
                .collect(),
            back: vec![0; self.years],
            supply,
        };
        let any = source.supply.iter().any(|&left| left > 0);
        if short || any && source.reach.iter().any(|&reach| reach != 0) {
            self.sources.push(source);
        }
    }
}

/// The cells before anything is bound to them by streams.
fn cells(case: &Case<'_>, limits: &Limits, today: &Evaluation) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(case.outcomes.len() * case.years);
    let pump_locked = limits.locks.contains(&Lock::Pump);
    for (outcome, found) in case.outcomes.iter().zip(&today.outcomes) {
        let recorded = case
            .indicators
            .iter()
            .filter(|it| it.outcome == outcome.id)
            .filter_map(|it| it.last_actual())
            .max();
        for (year, money) in found.years.iter().enumerate() {
            let over = recorded.is_some_and(|last| year <= last);
            let locked = over
                || limits.locks.iter().any(|lock| match *lock {
                    Lock::Outcome(id) => id == outcome.id,
                    Lock::Cell(id, at) => id == outcome.id && at == year,
                    Lock::Stream(_) | Lock::Pump | Lock::Pooled => false,
                });
            cells.push(Cell {
                pump: if locked || pump_locked {
                    money.pump.0
                } else {
                    0
                },
                aligned: money.aligned.0,
                weight: i64::from(outcome.lag(case.end() - year).0),
                capacity: outcome.capacity(year).map_or(PLENTY, |most: Pounds| most.0),
                locked,
                today: money.pooled.0,
                pump_today: money.pump.0,
                ..Cell::default()
            });
        }
    }
    cells
}

/// What a stream must pay, by outcome and year: the larger of its floor and its pins, and where it is
/// locked also what it pays today.
fn bound(
    case: &Case<'_>,
    bounds: &Bounds,
    stream: StreamId,
    locked: Option<&Evaluation>,
) -> BTreeMap<(usize, usize), i64> {
    let mut bound: BTreeMap<(usize, usize), i64> = BTreeMap::new();
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
    let paid = locked
        .map(|today| today.paid.as_slice())
        .unwrap_or_default();
    for part in paid.iter().filter(|part| part.stream == stream) {
        if let Some(outcome) = case.outcome(part.outcome) {
            let held = bound.entry((outcome, part.year)).or_default();
            *held = (*held).max(part.pounds.0);
        }
    }
    bound
}
