//! What there is to decide: money by source and year, and the cells of outcome and year that take it.
//!
//! What is decided already is taken off first: pins, floors, the spending of aligned streams, what is
//! locked, and the years of an outcome that its recorded values show to be over.

use crate::engine::{Bounds, Case, Evaluation};
use crate::model::{Agreement, BasisPoints, Pounds, Scenario, StreamId};
use crate::solve::owed::{bound, paid};
use crate::solve::plan::{Limits, Lock};

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
    /// Pounds by year of money that stays which may go unpaid.
    pub(crate) unpaid: Vec<Pounds>,
    /// By how much pump-priming that stays exceeds what has arrived, by year-end.
    pub(crate) pump_over: Vec<i64>,
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
    /// Whether its pooled money stays as it is today, and its pump-priming.
    pub(crate) pooled_stays: bool,
    pub(crate) pump_stays: bool,
    /// What is typed for it today from the pool.
    pub(crate) today: i64,
    pub(crate) pump_today: i64,
}

impl Source {
    /// Whether any of it may change its year.
    pub(crate) fn carries(&self) -> bool {
        self.forward.iter().chain(&self.back).any(|&most| most > 0)
    }

    /// Whether it may pay for anything yet.
    fn reaches(&self) -> bool {
        self.reach.iter().any(|&reach| reach != 0)
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

    /// Whether all of it stays as it is today.
    pub(crate) fn stays(&self) -> bool {
        self.pooled_stays && self.pump_stays
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
            unpaid: Vec::new(),
            pump_over: Vec::new(),
        };
        if limits.locks.contains(&Lock::Pooled) {
            problem.cells.iter_mut().for_each(|it| it.bound = it.today);
        } else {
            problem.streams(&case, limits, today, |_| true);
        }
        for (place, outcome) in case.outcomes.iter().enumerate() {
            for year in 0..problem.years {
                let cell = &mut problem.cells[place * case.years + year];
                let certain = cell.bound + cell.pump + cell.aligned;
                if cell.stays() {
                    cell.least = cell.today - cell.bound;
                    cell.most = cell.least;
                } else {
                    let mut minimum = outcome.minimum(year).0;
                    if cell.pooled_stays {
                        // What pooled money leaves unmet is no business of pump-priming.
                        minimum = minimum.min(cell.today + cell.pump_today + cell.aligned);
                    }
                    cell.least = (minimum - certain).max(0);
                    cell.most = cell.least.max(cell.capacity - certain);
                }
            }
        }
        problem.leave_unpaid(&case, limits, today);
        problem.pump(&case, today);
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
        let sources = self.sources.iter().filter(|it| it.reaches());
        let all: i64 = sources.flat_map(|it| &it.supply).sum();
        let years = 0..self.years;
        let cells = years.map(|year| self.cell(outcome, year));
        let more = cells.map(|it| it.weight * (it.most - it.least).min(all.max(0)));
        self.certain(outcome) + more.sum::<i64>()
    }

    /// Adds what streams have beyond what they are bound to pay in cells that bind.
    pub(crate) fn streams(
        &mut self,
        case: &Case<'_>,
        limits: &Limits,
        today: &Evaluation,
        binds: impl Fn(&Cell) -> bool,
    ) {
        for stream in &case.streams {
            let bounds = Bounds::of(case, stream);
            if !bounds.pooled {
                continue;
            }
            let locked = limits.locks.contains(&Lock::Stream(stream.id));
            let said = limits.pays.iter().find(|it| locked && it.0 == stream.id);
            let paid = paid(case, stream.id, said.map_or(&today.paid, |it| &it.1));
            let mut bound = bound(case, &bounds, stream.id);
            if locked {
                for (&place, &pounds) in &paid {
                    let held = bound.entry(place).or_default();
                    *held = (*held).max(pounds);
                }
            }
            let amount = |year| stream.amount(year).counted();
            let mut supply: Vec<i64> = (0..case.years).map(|year| amount(year).0).collect();
            for (&(outcome, year), &pounds) in &bound {
                let cell = &mut self.cells[outcome * case.years + year];
                // Where pooled money stays, pins and floors are met as far as they are today.
                let most = paid.get(&(outcome, year)).copied().unwrap_or(0);
                let pounds = if cell.pooled_stays {
                    // What is locked may be more than today leaves to it beside others.
                    pounds.min(most).min(cell.today - cell.bound)
                } else {
                    pounds
                };
                if binds(cell) {
                    supply[year] -= pounds;
                    cell.bound += pounds;
                }
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
                // What a locked stream has left pays for nothing more, but may be carried to where it pays.
                reach: vec![if locked { 0 } else { bounds.reach }; case.years],
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
    fn pump(&mut self, case: &Case<'_>, today: &Evaluation) {
        let mut by_now: Vec<i64> = today.pump.by_year_end.iter().map(|it| it.0).collect();
        let mut bound = 0;
        for (year, by_now) in by_now.iter_mut().enumerate() {
            bound += (0..self.outcomes)
                .map(|outcome| self.cell(outcome, year).pump)
                .sum::<i64>();
            *by_now -= bound;
            // What stays and is too much already leaves nothing, and keeps no other year from its own.
            self.pump_over.push((-*by_now).max(0));
            *by_now = (*by_now).max(0);
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
        let open = |year: usize| {
            let bears = |place: &usize| case.bears_reward(case.outcomes[*place]);
            let takes = |place: &usize| !self.cell(*place, year).pump_stays;
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
        if any && source.reaches() {
            self.sources.push(source);
        }
    }
}

/// The cells before anything is bound to them by streams.
pub(crate) fn cells(case: &Case<'_>, limits: &Limits, today: &Evaluation) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(case.outcomes.len() * case.years);
    let all_pump = limits.locks.contains(&Lock::Pump);
    let all_pooled = limits.locks.contains(&Lock::Pooled);
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
                pump: if locked || all_pump { money.pump.0 } else { 0 },
                aligned: money.aligned.0,
                weight: i64::from(outcome.lag(case.end() - year).0),
                capacity: outcome.capacity(year).map_or(PLENTY, |most: Pounds| most.0),
                pooled_stays: locked || all_pooled,
                pump_stays: locked || all_pump,
                today: money.pooled.0,
                pump_today: money.pump.0,
                ..Cell::default()
            });
        }
    }
    cells
}
