//! The shortest way on which money of a stream can still get to where it is sought.

use crate::engine::flow::{Flow, Node};
use crate::engine::reach::{bit, bits};

/// What a way leads to.
#[derive(Clone, Copy)]
pub(crate) enum Goal {
    /// Any outcome that wants money in any year.
    Wanted,
    /// A year of the stream itself.
    OwnYear(usize),
}

/// The nodes met by a search, kept from one search to the next so that their room is used again.
#[derive(Default)]
pub(crate) struct Search {
    /// Nodes in the order in which they were met, each with the place of the one before it.
    met: Vec<(Node, usize)>,
    /// Outcomes not met yet, a bit for each, by year.
    outcomes: Vec<u64>,
    /// Streams not met yet, a bit for each in words of 64, by year.
    streams: Vec<u64>,
    /// The way that was found, from the stream's money on.
    pub(crate) way: Vec<Node>,
}

impl Search {
    /// Finds the shortest way from money that a stream has left; of equally short ones, the one by the
    /// earlier year and the lower id. Answers whether there is one.
    pub(crate) fn find(&mut self, flow: &Flow, stream: usize, goal: Goal) -> bool {
        self.met.clear();
        self.outcomes.clear();
        self.outcomes.resize(flow.years, u64::MAX);
        self.streams.clear();
        self.streams.resize(flow.years * flow.words, u64::MAX);
        for year in 0..flow.years {
            // Where nothing is carried no money leaves its year.
            let pointless =
                matches!(goal, Goal::Wanted) && !flow.carries && flow.wanting[year] == 0;
            if flow.supply[stream * flow.years + year] > 0 && !pointless {
                self.meet(flow, Node::Stream(stream, year), self.met.len());
            }
        }
        let mut next = 0;
        while let Some(&(node, _)) = self.met.get(next) {
            let found = match (node, goal) {
                (Node::Outcome(outcome, year), Goal::Wanted) => {
                    flow.wanting[year] & bit(outcome) != 0
                }
                (Node::Stream(of, year), Goal::OwnYear(sought)) => of == stream && year == sought,
                _ => false,
            };
            if found {
                self.trace(next);
                return true;
            }
            self.go_on(flow, node, next);
            next += 1;
        }
        false
    }

    /// Meets every node to which money can go on from one.
    fn go_on(&mut self, flow: &Flow, node: Node, place: usize) {
        match node {
            Node::Stream(stream, year) => {
                let useful = flow.wanting[year] | flow.paid_for[year];
                let reached = flow.reach[stream] & self.outcomes[year] & useful;
                self.outcomes[year] &= !reached;
                for outcome in bits(reached) {
                    self.met.push((Node::Outcome(outcome, year), place));
                }
                let around = [
                    Some(year + 1).filter(|&next| next < flow.years),
                    year.checked_sub(1),
                ];
                for other in around.into_iter().flatten() {
                    let other = Node::Stream(stream, other);
                    if flow.room(node, other) > 0 {
                        self.meet(flow, other, place);
                    }
                }
            }
            Node::Outcome(outcome, year) => {
                let first = (outcome * flow.years + year) * flow.words;
                for word in 0..flow.words {
                    let fresh = self.streams[year * flow.words + word];
                    for stream in bits(flow.payers[first + word] & fresh) {
                        self.meet(flow, Node::Stream(word * 64 + stream, year), place);
                    }
                }
            }
        }
    }

    /// Meets a year of a stream, unless it was met before.
    fn meet(&mut self, flow: &Flow, node: Node, before: usize) {
        if let Node::Stream(stream, year) = node {
            let word = &mut self.streams[year * flow.words + stream / 64];
            if *word & bit(stream % 64) != 0 {
                *word &= !bit(stream % 64);
                self.met.push((node, before));
            }
        }
    }

    /// Writes down the way to a node; a node that comes before itself is where the way begins.
    fn trace(&mut self, mut place: usize) {
        self.way.clear();
        loop {
            let (node, before) = self.met[place];
            self.way.push(node);
            if before == place {
                break;
            }
            place = before;
        }
        self.way.reverse();
    }
}
