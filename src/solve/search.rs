//! The best effective spends by outcome: steepest pounds first, then branch and bound on runs.
//!
//! In effective money every year is a transport from sources to outcomes, so the spends that can be
//! reached form a polymatroid, over which taking the steepest piece first, as far as an augmenting way
//! allows, is exact for concave curves (Federgruen and Groenevelt, *The greedy procedure for resource
//! allocation problems*, Operations Research 34, 1986). Cliffs make curves that are not concave: each
//! outcome's curve is a choice among concave runs, and a case fixes between which runs an outcome may
//! be. The concave curve over the runs still open bounds what a case can be worth.

use crate::solve::network::{Network, Placed};
use crate::solve::plan::{Progress, Watch};
use crate::solve::runs::Runs;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// What a search found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// The best placing, and what it is worth.
    pub(crate) placed: Option<Placed>,
    pub(crate) worth: f64,
    /// The placing that the first case led to: the greedy plan.
    pub(crate) greedy: Option<Placed>,
    pub(crate) greedy_worth: f64,
    /// What no placing exceeds.
    pub(crate) bound: f64,
    pub(crate) nodes: u64,
    pub(crate) stopped: bool,
}

/// Between which runs each outcome may be.
#[derive(Clone, Debug)]
struct Case {
    low: Vec<u8>,
    high: Vec<u8>,
    bound: f64,
    /// The outcome to be decided next, and the run that parts its two cases.
    outcome: usize,
    run: u8,
}

/// A straight piece of a concave curve.
#[derive(Clone, Copy)]
struct Piece {
    outcome: u16,
    run: u8,
    /// Whether it leads from one run to another.
    leaps: bool,
    length: i64,
    slope: f64,
}

impl PartialEq for Case {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Case {}

impl PartialOrd for Case {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Case {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bound.total_cmp(&other.bound)
    }
}

/// Cases apart by less than this part of their worth are not told apart.
const CLOSE: f64 = 1e-9;
/// Cases between two reports of progress.
const REPORT: u64 = 16;

/// Searches for the best placing.
pub(crate) struct Search<'a> {
    network: Network,
    runs: &'a mut [Runs],
    certain: &'a [i64],
    /// How money is placed before anything beyond what must be.
    start: Placed,
    pieces: Vec<Piece>,
    spent: Vec<i64>,
    full: Vec<bool>,
    found: Found,
    /// What has to be exceeded: something at least as good is known already.
    known: f64,
    /// Cases looked at when progress was told last.
    told: u64,
}

impl<'a> Search<'a> {
    /// A search from a network in effective money that has placed what it must.
    pub(crate) fn new(
        network: Network,
        runs: &'a mut [Runs],
        certain: &'a [i64],
        known: f64,
    ) -> Self {
        let mut start = Placed::default();
        network.keep(&mut start);
        Self {
            spent: certain.to_vec(),
            full: vec![false; certain.len()],
            found: Found {
                worth: f64::NEG_INFINITY,
                ..Found::default()
            },
            pieces: Vec::new(),
            network,
            runs,
            certain,
            start,
            known,
            told: 0,
        }
    }

    /// Runs to the end, or until the limit of cases or the watcher stops it.
    pub(crate) fn run(mut self, nodes: u64, watch: &mut Watch<'_>) -> Found {
        let low = vec![0; self.runs.len()];
        let high = self.runs.iter().map(|runs| runs.count() - 1).collect();
        let root = self.look(low, high);
        self.found.greedy = self.found.placed.clone();
        self.found.greedy_worth = self.found.worth;
        let mut open: BinaryHeap<Case> = BinaryHeap::new();
        let mut diving = root;
        while let Some(case) = diving.take().or_else(|| open.pop()) {
            if self.is_done(case.bound) {
                // A dive that ends leaves cases that may be better; the best of the others does not.
                if open.peek().is_none_or(|other| self.is_done(other.bound)) {
                    break;
                }
                continue;
            }
            self.found.bound = open
                .peek()
                .map_or(case.bound, |it| it.bound.max(case.bound));
            if self.found.nodes >= nodes || self.tell(watch) {
                self.found.stopped = true;
                return self.found;
            }
            let (mut below, mut above) = (case.high.clone(), case.low.clone());
            below[case.outcome] = case.run - 1;
            above[case.outcome] = case.run;
            let one = self.look(case.low, below);
            let other = self.look(above, case.high);
            let (best, rest) = match (one, other) {
                (Some(one), Some(other)) if one.bound < other.bound => (Some(other), Some(one)),
                (Some(one), other) => (Some(one), other),
                (None, other) => (other, None),
            };
            open.extend(rest);
            diving = best;
        }
        self.found.bound = self.found.worth.max(self.known);
        self.found
    }

    fn is_done(&self, bound: f64) -> bool {
        let best = self.found.worth.max(self.known);
        bound <= best + best.abs() * CLOSE
    }

    /// Tells the progress where it is time to; answers whether the search is to stop.
    fn tell(&mut self, watch: &mut Watch<'_>) -> bool {
        if self.found.nodes < self.told + REPORT {
            return false;
        }
        self.told = self.found.nodes;
        let progress = Progress {
            nodes: self.found.nodes,
            best: self.found.worth.max(self.known),
            bound: self.found.bound,
        };
        watch(progress).is_break()
    }

    /// Looks at a case: what it may be worth, what a plan for it is worth, and how to part it. Nothing
    /// where it holds no plan, or none better than what is known.
    fn look(&mut self, low: Vec<u8>, high: Vec<u8>) -> Option<Case> {
        self.found.nodes += 1;
        self.network.return_to(&self.start);
        self.pieces.clear();
        self.full.fill(false);
        let mut bound = 0.0;
        for outcome in 0..self.runs.len() {
            let hull = self.runs[outcome].hull(low[outcome], high[outcome]);
            let needed = (hull[0].at - self.certain[outcome]).max(0);
            if needed > 0 && self.network.push(outcome, needed) < needed {
                return None;
            }
            self.spent[outcome] = self.certain[outcome] + needed;
            bound += hull[0].worth;
            self.pieces.extend(hull.windows(2).map(|pair| Piece {
                outcome: outcome as u16,
                run: pair[1].run,
                leaps: pair[1].run != pair[0].run,
                length: pair[1].at - pair[0].at,
                slope: (pair[1].worth - pair[0].worth) / (pair[1].at - pair[0].at) as f64,
            }));
        }
        self.pieces
            .sort_by(|one, other| other.slope.total_cmp(&one.slope));
        let (mut lost, mut parts) = (0.0, None);
        for piece in &self.pieces {
            let outcome = usize::from(piece.outcome);
            if self.full[outcome] {
                continue;
            }
            let got = self.network.push(outcome, piece.length);
            let before = self.spent[outcome];
            self.spent[outcome] += got;
            bound += got as f64 * piece.slope;
            if got < piece.length {
                self.full[outcome] = true;
                if piece.leaps && got > 0 {
                    let runs = &self.runs[outcome];
                    let promised = runs.worth(before) + got as f64 * piece.slope;
                    let loss = promised - runs.worth(before + got);
                    if loss > lost {
                        (lost, parts) = (loss, Some((outcome, piece.run)));
                    }
                }
            }
        }
        let runs = self.runs.iter().zip(&self.spent);
        let worth: f64 = runs.map(|(runs, &spent)| runs.worth(spent)).sum();
        if worth > self.found.worth {
            self.found.worth = worth;
            self.network.keep(self.found.placed.get_or_insert_default());
        }
        let (outcome, run) = parts?;
        (!self.is_done(bound)).then_some(Case {
            low,
            high,
            bound,
            outcome,
            run,
        })
    }
}
