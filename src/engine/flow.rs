//! The largest flow of money from streams by year over carrying to outcomes by year.
//!
//! Money is pushed in a fixed order along shortest augmenting paths: what was placed before stays
//! placed, though another stream may come to pay for it. Locked money (pins and floors) stays with
//! its stream.

use crate::engine::reach::bit;
use std::collections::VecDeque;

/// Money of streams on its way to outcomes. Everything is in whole pounds.
pub(crate) struct Flow {
    years: usize,
    outcomes: usize,
    reach: Vec<u64>,
    /// Not yet spent, by stream and year.
    supply: Vec<i64>,
    /// Wanted and not yet placed, by outcome and year.
    wanted: Vec<i64>,
    /// Placed and free to change its stream, by stream, outcome and year.
    placed: Vec<i64>,
    /// Placed and bound to its stream.
    locked: Vec<i64>,
    /// Net carried from a year into the next, by stream and year, and the most either way.
    carried: Vec<i64>,
    most_forward: Vec<i64>,
    most_back: Vec<i64>,
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
enum Node {
    Stream(usize, usize),
    Outcome(usize, usize),
}

impl Flow {
    pub(crate) fn new(years: usize, outcomes: usize, sources: Vec<Source>) -> Self {
        let mut flow = Self {
            years,
            outcomes,
            reach: Vec::with_capacity(sources.len()),
            supply: Vec::with_capacity(sources.len() * years),
            wanted: vec![0; outcomes * years],
            placed: vec![0; sources.len() * outcomes * years],
            locked: vec![0; sources.len() * outcomes * years],
            carried: vec![0; sources.len() * years],
            most_forward: Vec::with_capacity(sources.len() * years),
            most_back: Vec::with_capacity(sources.len() * years),
        };
        for source in sources {
            flow.reach.push(source.reach);
            flow.supply.extend(source.amounts);
            flow.most_forward.extend(source.forward);
            flow.most_back.extend(source.back);
        }
        flow
    }

    /// Asks for more money for an outcome in a year.
    pub(crate) fn want(&mut self, outcome: usize, year: usize, pounds: i64) {
        self.wanted[outcome * self.years + year] += pounds.max(0);
    }

    /// What an outcome still wants in a year.
    pub(crate) fn wanted(&self, outcome: usize, year: usize) -> i64 {
        self.wanted[outcome * self.years + year]
    }

    /// What a stream pays for an outcome in a year.
    pub(crate) fn paid(&self, stream: usize, outcome: usize, year: usize) -> i64 {
        let cell = self.cell(stream, outcome, year);
        self.placed[cell] + self.locked[cell]
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
        while rest > 0 {
            let Some(path) = self.path(stream, |node| node == Node::Stream(stream, year)) else {
                break;
            };
            let pushed = self.push(&path, rest);
            self.locked[cell] += pushed;
            rest -= pushed;
        }
        pounds.max(0) - rest
    }

    /// Places as much of a stream's money as wanted money can be found for.
    pub(crate) fn place(&mut self, stream: usize) {
        self.place_directly(stream);
        while self.wanted.iter().any(|&pounds| pounds > 0) {
            let wanted = |flow: &Self, node: Node| match node {
                Node::Outcome(outcome, year) => flow.wanted(outcome, year),
                Node::Stream(..) => 0,
            };
            let Some(path) = self.path(stream, |node| wanted(self, node) > 0) else {
                return;
            };
            let most = path.last().map_or(0, |&node| wanted(self, node));
            let pushed = self.push(&path, most);
            if let Some(&Node::Outcome(outcome, year)) = path.last() {
                self.wanted[outcome * self.years + year] -= pushed;
            }
        }
    }

    /// The shortest paths of all: a stream's own year straight to what wants it.
    fn place_directly(&mut self, stream: usize) {
        for year in 0..self.years {
            for outcome in 0..self.outcomes {
                let supply = self.supply[stream * self.years + year];
                let pounds = supply.min(self.wanted(outcome, year));
                if pounds > 0 && self.reach[stream] & bit(outcome) != 0 {
                    let cell = self.cell(stream, outcome, year);
                    self.placed[cell] += pounds;
                    self.supply[stream * self.years + year] -= pounds;
                    self.wanted[outcome * self.years + year] -= pounds;
                }
            }
        }
    }

    /// The shortest path from money that a stream has left to a node that is sought.
    fn path(&self, stream: usize, sought: impl Fn(Node) -> bool) -> Option<Vec<Node>> {
        let streams = self.reach.len();
        let index = |node: Node| match node {
            Node::Stream(stream, year) => stream * self.years + year,
            Node::Outcome(outcome, year) => (streams + outcome) * self.years + year,
        };
        let mut from: Vec<Option<Node>> = vec![None; (streams + self.outcomes) * self.years];
        let mut queue = VecDeque::new();
        for year in 0..self.years {
            if self.supply[stream * self.years + year] > 0 {
                let start = Node::Stream(stream, year);
                from[index(start)] = Some(start);
                queue.push_back(start);
            }
        }
        while let Some(node) = queue.pop_front() {
            if sought(node) {
                let mut path = vec![node];
                let mut at = node;
                while let Some(before) = from[index(at)].filter(|&before| before != at) {
                    path.push(before);
                    at = before;
                }
                path.reverse();
                return Some(path);
            }
            self.neighbours(node, |next| {
                let slot = &mut from[index(next)];
                if slot.is_none() {
                    *slot = Some(node);
                    queue.push_back(next);
                }
            });
        }
        None
    }

    /// Visits the nodes to which money can go on from a node.
    fn neighbours(&self, node: Node, mut visit: impl FnMut(Node)) {
        match node {
            Node::Stream(stream, year) => {
                for outcome in 0..self.outcomes {
                    if self.reach[stream] & bit(outcome) != 0 {
                        visit(Node::Outcome(outcome, year));
                    }
                }
                let next = Node::Stream(stream, year + 1);
                if year + 1 < self.years && self.room(node, next) > 0 {
                    visit(next);
                }
                if year > 0 && self.room(node, Node::Stream(stream, year - 1)) > 0 {
                    visit(Node::Stream(stream, year - 1));
                }
            }
            Node::Outcome(outcome, year) => {
                for stream in 0..self.reach.len() {
                    if self.placed[self.cell(stream, outcome, year)] > 0 {
                        visit(Node::Stream(stream, year));
                    }
                }
            }
        }
    }

    /// How much more can go from a node to the next.
    fn room(&self, from: Node, to: Node) -> i64 {
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

    /// Sends as much as the path and its source allow, up to a limit; returns what was sent.
    fn push(&mut self, path: &[Node], most: i64) -> i64 {
        let Some(&Node::Stream(stream, year)) = path.first() else {
            return 0;
        };
        let source = stream * self.years + year;
        let room = path.windows(2).map(|step| self.room(step[0], step[1]));
        let pounds = room.fold(most.min(self.supply[source]), i64::min);
        self.supply[source] -= pounds;
        for step in path.windows(2) {
            match (step[0], step[1]) {
                (Node::Stream(stream, year), Node::Outcome(outcome, _)) => {
                    let cell = self.cell(stream, outcome, year);
                    self.placed[cell] += pounds;
                }
                (Node::Outcome(outcome, year), Node::Stream(stream, _)) => {
                    let cell = self.cell(stream, outcome, year);
                    self.placed[cell] -= pounds;
                }
                (Node::Stream(stream, year), Node::Stream(_, other)) => {
                    let edge = stream * self.years + year.min(other);
                    self.carried[edge] += if other > year { pounds } else { -pounds };
                }
                (Node::Outcome(..), Node::Outcome(..)) => {}
            }
        }
        pounds
    }
}
