//! The largest flow of money from streams by year over carrying to outcomes by year.
//!
//! Money is pushed in a fixed order along shortest augmenting paths: what was placed before stays
//! placed, though another stream may come to pay for it. Locked money (pins and floors) stays with
//! its stream.

use crate::engine::reach::{bit, bits};
use crate::engine::search::{Goal, Search};

/// Money of streams on its way to outcomes. Everything is in whole pounds.
pub(crate) struct Flow {
    pub(crate) years: usize,
    outcomes: usize,
    pub(crate) reach: Vec<u64>,
    /// Not yet spent, by stream and year.
    pub(crate) supply: Vec<i64>,
    /// Wanted and not yet placed, by outcome and year.
    wanted: Vec<i64>,
    /// Outcomes that want money still, a bit for each, by year.
    pub(crate) wanting: Vec<u64>,
    /// Outcomes for which free money is placed, a bit for each, by year.
    pub(crate) paid_for: Vec<u64>,
    /// Streams with free money placed, a bit for each in words of 64, by outcome and year.
    pub(crate) payers: Vec<u64>,
    /// Words of 64 that hold a bit for each stream.
    pub(crate) words: usize,
    /// Placed and free to change its stream, by stream, outcome and year.
    placed: Vec<i64>,
    /// Placed and bound to its stream.
    locked: Vec<i64>,
    /// Net carried from a year into the next, by stream and year, and the most either way.
    carried: Vec<i64>,
    most_forward: Vec<i64>,
    most_back: Vec<i64>,
    /// Whether any stream may carry at all.
    pub(crate) carries: bool,
    search: Search,
}

/// What one stream brings into the flow.
pub(crate) struct Source {
    pub(crate) reach: u64,
    pub(crate) amounts: Vec<i64>,
    /// The most that may pass from each year into the next.
    pub(crate) forward: Vec<i64>,
    /// The most that may be brought back into each year from the next.
    pub(crate) back: Vec<i64>,
}

/// A step on the way from a stream's money to an outcome that wants it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Node {
    Stream(usize, usize),
    Outcome(usize, usize),
}

impl Flow {
    pub(crate) fn new(years: usize, outcomes: usize, sources: Vec<Source>) -> Self {
        let words = sources.len().div_ceil(64);
        let mut flow = Self {
            years,
            outcomes,
            reach: Vec::with_capacity(sources.len()),
            supply: Vec::with_capacity(sources.len() * years),
            wanted: vec![0; outcomes * years],
            wanting: vec![0; years],
            paid_for: vec![0; years],
            payers: vec![0; outcomes * years * words],
            words,
            placed: vec![0; sources.len() * outcomes * years],
            locked: vec![0; sources.len() * outcomes * years],
            carried: vec![0; sources.len() * years],
            most_forward: Vec::with_capacity(sources.len() * years),
            most_back: Vec::with_capacity(sources.len() * years),
            carries: false,
            search: Search::default(),
        };
        for source in sources {
            flow.reach.push(source.reach);
            flow.supply.extend(source.amounts);
            flow.most_forward.extend(source.forward);
            flow.most_back.extend(source.back);
        }
        let carried = flow.most_forward.iter().chain(&flow.most_back);
        flow.carries = carried.into_iter().any(|&most| most > 0);
        flow
    }

    /// Asks for more money for an outcome in a year.
    pub(crate) fn want(&mut self, outcome: usize, year: usize, pounds: i64) {
        self.change_wanted(outcome, year, pounds.max(0));
    }

    fn change_wanted(&mut self, outcome: usize, year: usize, pounds: i64) {
        let wanted = &mut self.wanted[outcome * self.years + year];
        *wanted += pounds;
        mark(&mut self.wanting[year], outcome, *wanted > 0);
    }

    /// Changes what a stream pays freely for an outcome in a year.
    fn change_placed(&mut self, stream: usize, outcome: usize, year: usize, pounds: i64) {
        let cell = self.cell(stream, outcome, year);
        self.placed[cell] += pounds;
        let first = (outcome * self.years + year) * self.words;
        let payers = &mut self.payers[first..first + self.words];
        mark(&mut payers[stream / 64], stream % 64, self.placed[cell] > 0);
        let any = payers.iter().any(|&word| word != 0);
        mark(&mut self.paid_for[year], outcome, any);
    }

    /// What an outcome still wants in a year.
    pub(crate) fn wanted(&self, outcome: usize, year: usize) -> i64 {
        self.wanted[outcome * self.years + year]
    }

    /// What a stream pays: outcome, year and pounds, by outcome and then by year.
    pub(crate) fn paid(&self, stream: usize) -> impl Iterator<Item = (usize, usize, i64)> {
        let cells = self.cell(stream, 0, 0)..self.cell(stream + 1, 0, 0);
        let both = self.placed[cells.clone()].iter().zip(&self.locked[cells]);
        let sums = both.map(|(placed, locked)| placed + locked).enumerate();
        sums.filter(|&(_, pounds)| pounds > 0)
            .map(|(cell, pounds)| (cell / self.years, cell % self.years, pounds))
    }

    fn cell(&self, stream: usize, outcome: usize, year: usize) -> usize {
        (stream * self.outcomes + outcome) * self.years + year
    }

    /// Binds money of a stream to an outcome in a year, up to what is there; returns what was bound.
    pub(crate) fn lock(&mut self, stream: usize, outcome: usize, year: usize, pounds: i64) -> i64 {
        if self.reach[stream] & bit(outcome) == 0 {
            return 0;
        }
        let cell = self.cell(stream, outcome, year);
        let mut rest = pounds.max(0);
        while rest > 0 && self.seek(stream, Goal::OwnYear(year)) {
            let pushed = self.push(rest);
            self.locked[cell] += pushed;
            rest -= pushed;
        }
        pounds.max(0) - rest
    }

    /// Places as much of a stream's money as wanted money can be found for.
    pub(crate) fn place(&mut self, stream: usize) {
        self.place_directly(stream);
        while self.wanting.iter().any(|&outcomes| outcomes != 0) && self.seek(stream, Goal::Wanted)
        {
            let Some(&Node::Outcome(outcome, year)) = self.search.way.last() else {
                return;
            };
            let pushed = self.push(self.wanted(outcome, year));
            self.change_wanted(outcome, year, -pushed);
        }
    }

    /// The shortest ways of all: a stream's own year straight to what wants it.
    fn place_directly(&mut self, stream: usize) {
        for year in 0..self.years {
            let source = stream * self.years + year;
            for outcome in bits(self.reach[stream] & self.wanting[year]) {
                let pounds = self.supply[source].min(self.wanted(outcome, year));
                if pounds > 0 {
                    self.supply[source] -= pounds;
                    self.change_placed(stream, outcome, year, pounds);
                    self.change_wanted(outcome, year, -pounds);
                }
            }
        }
    }

    /// Looks for a way for money that a stream has left.
    fn seek(&mut self, stream: usize, goal: Goal) -> bool {
        let mut search = std::mem::take(&mut self.search);
        let found = search.find(self, stream, goal);
        self.search = search;
        found
    }

    /// How much more can go from a node to the next.
    pub(crate) fn room(&self, from: Node, to: Node) -> i64 {
        match (from, to) {
            (Node::Stream(..), Node::Outcome(..)) => i64::MAX,
            (Node::Outcome(outcome, year), Node::Stream(stream, _)) => {
                self.placed[self.cell(stream, outcome, year)]
            }
            (Node::Stream(stream, year), Node::Stream(_, other)) => {
                let edge = stream * self.years + year.min(other);
                if other > year {
                    self.most_forward[edge] - self.carried[edge]
                } else {
                    self.carried[edge] + self.most_back[edge]
                }
            }
            (Node::Outcome(..), Node::Outcome(..)) => 0,
        }
    }

    /// Sends as much along the way that was found as it and its source allow, up to a limit; returns
    /// what was sent.
    fn push(&mut self, most: i64) -> i64 {
        let way = std::mem::take(&mut self.search.way);
        let Some(&Node::Stream(stream, year)) = way.first() else {
            return 0;
        };
        let source = stream * self.years + year;
        let room = way.windows(2).map(|step| self.room(step[0], step[1]));
        let pounds = room.fold(most.min(self.supply[source]), i64::min);
        self.supply[source] -= pounds;
        for step in way.windows(2) {
            match (step[0], step[1]) {
                (Node::Stream(stream, year), Node::Outcome(outcome, _)) => {
                    self.change_placed(stream, outcome, year, pounds);
                }
                (Node::Outcome(outcome, year), Node::Stream(stream, _)) => {
                    self.change_placed(stream, outcome, year, -pounds);
                }
                (Node::Stream(stream, year), Node::Stream(_, other)) => {
                    let edge = stream * self.years + year.min(other);
                    self.carried[edge] += if other > year { pounds } else { -pounds };
                }
                (Node::Outcome(..), Node::Outcome(..)) => {}
            }
        }
        self.search.way = way;
        pounds
    }
}

/// Sets or clears the bit of a place.
fn mark(word: &mut u64, place: usize, set: bool) {
    if set {
        *word |= bit(place);
    } else {
        *word &= !bit(place);
    }
}
