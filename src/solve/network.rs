//! Money on its way from sources to cells, and the shortest way to get more of it to where it is wanted.
//!
//! A cell that gets more takes it from a source with money left, or from another cell, which then is
//! served by another source, or whose outcome moves the same effect into another year. What an outcome
//! has altogether is never lowered by giving to another.

use crate::solve::problem::Outcomes;
use crate::solve::shape::Shape;

/// How money is placed now.
#[derive(Clone, Debug)]
pub(crate) struct Network {
    shape: Shape,
    /// Left to place, by source and year.
    left: Vec<i64>,
    /// Placed, by source, outcome and year.
    flow: Vec<i64>,
    /// Outcomes for which anything is placed, by source and year.
    pays: Vec<Outcomes>,
    /// Placed in all, by outcome and year.
    cell: Vec<i64>,
    /// Net carried into the next year, by source and year.
    carried: Vec<i64>,
    /// Whether the search at hand may carry.
    may_carry: bool,
    queue: Vec<u32>,
    before: Vec<u32>,
    /// When a node was met last.
    met: Vec<u32>,
    search: u32,
    /// When a node was last found to get nothing more. What cannot be reached from a node cannot later,
    /// as money only goes on to where it was found.
    spent: Vec<u32>,
    placing: u32,
}

/// What of a placing has to be kept to return to it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Placed {
    left: Vec<i64>,
    flow: Vec<i64>,
    pays: Vec<Outcomes>,
    cell: Vec<i64>,
    carried: Vec<i64>,
}

const START: u32 = u32::MAX;

impl Network {
    pub(crate) fn new(shape: Shape) -> Self {
        let pots = shape.sources * shape.years;
        let cells = shape.outcomes * shape.years;
        let nodes = pots + cells + shape.outcomes;
        Self {
            left: shape.supply.clone(),
            flow: vec![0; pots * shape.outcomes],
            pays: vec![0; pots],
            cell: vec![0; cells],
            carried: vec![0; pots],
            may_carry: false,
            queue: Vec::with_capacity(nodes),
            before: vec![START; nodes],
            met: vec![0; nodes],
            search: 0,
            spent: vec![0; nodes],
            placing: 1,
            shape,
        }
    }

    /// Places what cells must get and carries for what sources are bound to pay; answers how much of
    /// either cannot be had, by source and year and by outcome and year.
    pub(crate) fn place_least(&mut self) -> (Vec<i64>, Vec<i64>) {
        let mut unpaid = vec![0; self.left.len()];
        for (pot, unpaid) in unpaid.iter_mut().enumerate() {
            let wanted = (-self.left[pot]).max(0);
            self.left[pot] += wanted;
            *unpaid = wanted - self.pull(pot as u32, wanted);
        }
        let mut unmet = self.shape.least.clone();
        for (cell, unmet) in unmet.iter_mut().enumerate() {
            let (outcome, year) = (cell / self.shape.years, cell % self.shape.years);
            *unmet -= self.push_cell(outcome, year, *unmet);
        }
        (unpaid, unmet)
    }

    /// Gives an outcome more in whichever years it can have it; answers how much it got.
    pub(crate) fn push(&mut self, outcome: usize, wanted: i64) -> i64 {
        let hub = self.left.len() + self.cell.len() + outcome;
        if self.spent[hub] == self.placing {
            return 0;
        }
        let mut rest = wanted;
        for year in 0..self.shape.years {
            if rest == 0 {
                return wanted;
            }
            rest -= self.push_directly(outcome, year, rest);
        }
        wanted - rest + self.pull(hub as u32, rest)
    }

    /// Lets a cell have more than it may have had.
    pub(crate) fn widen(&mut self, cell: usize, by: i64) {
        self.shape.most[cell] += by;
    }

    /// Gives an outcome more in one year; answers how much it got.
    pub(crate) fn push_cell(&mut self, outcome: usize, year: usize, wanted: i64) -> i64 {
        let cell = outcome * self.shape.years + year;
        let wanted = wanted.min(self.shape.most[cell] - self.cell[cell]).max(0);
        let direct = self.push_directly(outcome, year, wanted);
        let node = (self.left.len() + cell) as u32;
        let more = self.pull(node, wanted - direct);
        self.cell[cell] += more;
        direct + more
    }

    /// From sources that reach a cell and have money left in its year.
    fn push_directly(&mut self, outcome: usize, year: usize, wanted: i64) -> i64 {
        let years = self.shape.years;
        let cell = outcome * years + year;
        let wanted = wanted.min(self.shape.most[cell] - self.cell[cell]).max(0);
        let mut rest = wanted;
        for source in 0..self.shape.sources {
            let pot = source * years + year;
            let sum = self.left[pot].min(rest);
            if sum > 0 && self.shape.reach[pot] >> outcome & 1 == 1 {
                self.left[pot] -= sum;
                self.change(pot, outcome, sum);
                rest -= sum;
            }
        }
        self.cell[cell] += wanted - rest;
        wanted - rest
    }

    fn change(&mut self, pot: usize, outcome: usize, sum: i64) {
        let flow = &mut self.flow[pot * self.shape.outcomes + outcome];
        *flow += sum;
        if *flow > 0 {
            self.pays[pot] |= 1 << outcome;
        } else {
            self.pays[pot] &= !(1 << outcome);
        }
    }

    /// Gets money to a node along shortest ways until it has enough or there is no way left.
    fn pull(&mut self, node: u32, wanted: i64) -> i64 {
        let mut rest = wanted;
        // Only what cannot be had otherwise is carried.
        for may_carry in [false, true] {
            self.may_carry = may_carry;
            while rest > 0 && (self.shape.carries || !may_carry) {
                let Some(end) = self.seek(node) else {
                    if may_carry == self.shape.carries {
                        let met = self.queue.iter();
                        met.for_each(|&node| self.spent[node as usize] = self.placing);
                    }
                    break;
                };
                rest -= self.send(end, rest);
            }
        }
        wanted - rest
    }

    /// Looks for the nearest source with money left that can give to a node, one way or another.
    fn seek(&mut self, node: u32) -> Option<u32> {
        let (pots, cells, years) = (self.left.len(), self.cell.len(), self.shape.years);
        self.search += 1;
        self.queue.clear();
        self.meet(node, START);
        let mut next = 0;
        while next < self.queue.len() {
            let node = self.queue[next];
            let at = node as usize;
            next += 1;
            if at < pots {
                if self.left[at] > 0 {
                    return Some(node);
                }
                self.leave_pot(at);
            } else if at < pots + cells {
                let cell = at - pots;
                let (outcome, year) = (cell / years, cell % years);
                for source in 0..self.shape.sources {
                    let pot = source * years + year;
                    if self.shape.reach[pot] >> outcome & 1 == 1 {
                        self.meet(pot as u32, node);
                    }
                }
                if self.shape.shifts && self.cell[cell] > self.shape.least[cell] {
                    self.meet((pots + cells + outcome) as u32, node);
                }
            } else {
                let outcome = at - pots - cells;
                for year in 0..years {
                    let cell = outcome * years + year;
                    if self.shape.most[cell] > self.cell[cell] {
                        self.meet((pots + cell) as u32, node);
                    }
                }
            }
        }
        None
    }

    /// What a source without money left could free: another year's money, or what it pays now.
    fn leave_pot(&mut self, pot: usize) {
        let (pots, years) = (self.left.len(), self.shape.years);
        let year = pot % years;
        if year > 0 && self.may_carry && self.shape.forward[pot - 1] > self.carried[pot - 1] {
            self.meet(pot as u32 - 1, pot as u32);
        }
        if year + 1 < years && self.may_carry && self.carried[pot] + self.shape.back[pot] > 0 {
            self.meet(pot as u32 + 1, pot as u32);
        }
        let mut paid = self.pays[pot];
        while paid != 0 {
            let outcome = paid.trailing_zeros() as usize;
            paid &= paid - 1;
            self.meet((pots + outcome * years + year) as u32, pot as u32);
        }
    }

    fn meet(&mut self, node: u32, before: u32) {
        let at = node as usize;
        if self.met[at] != self.search && self.spent[at] != self.placing {
            self.met[at] = self.search;
            self.before[at] = before;
            self.queue.push(node);
        }
    }

    /// How much can go from a node's neighbour to it, on the way just found.
    fn room(&self, node: u32, from: u32) -> i64 {
        let (pots, cells) = (self.left.len(), self.cell.len());
        let (node, from) = (node as usize, from as usize);
        if node < pots {
            if from < node {
                self.shape.forward[from] - self.carried[from]
            } else if from < pots {
                self.carried[node] + self.shape.back[node]
            } else {
                self.flow[node * self.shape.outcomes + (from - pots) / self.shape.years]
            }
        } else if node < pots + cells {
            if from < pots {
                i64::MAX
            } else {
                self.cell[node - pots] - self.shape.least[node - pots]
            }
        } else {
            self.shape.most[from - pots] - self.cell[from - pots]
        }
    }

    /// Sends money along the way that was found; answers how much.
    fn send(&mut self, end: u32, most: i64) -> i64 {
        let (pots, cells) = (self.left.len(), self.cell.len());
        let mut sum = most.min(self.left[end as usize]);
        let mut at = end;
        while self.before[at as usize] != START {
            sum = sum.min(self.room(self.before[at as usize], at));
            at = self.before[at as usize];
        }
        self.left[end as usize] -= sum;
        let mut at = end;
        while self.before[at as usize] != START {
            let node = self.before[at as usize];
            let (to, from) = (node as usize, at as usize);
            if to < pots {
                if from < to {
                    self.carried[from] += sum;
                } else if from < pots {
                    self.carried[to] -= sum;
                } else {
                    self.change(to, (from - pots) / self.shape.years, -sum);
                }
            } else if to < pots + cells {
                if from < pots {
                    self.change(from, (to - pots) / self.shape.years, sum);
                } else {
                    self.cell[to - pots] -= sum;
                }
            } else {
                self.cell[from - pots] += sum;
            }
            at = node;
        }
        sum
    }

    /// What is placed for an outcome in a year.
    pub(crate) fn placed(&self, outcome: usize, year: usize) -> i64 {
        self.cell[outcome * self.shape.years + year]
    }

    /// What a source pays for an outcome in a year.
    pub(crate) fn paid(&self, source: usize, outcome: usize, year: usize) -> i64 {
        self.flow[(source * self.shape.years + year) * self.shape.outcomes + outcome]
    }

    /// What a source has left in a year.
    pub(crate) fn left(&self, source: usize, year: usize) -> i64 {
        self.left[source * self.shape.years + year]
    }

    /// The sources by year and the cells whose money could come to a cell, one way or another.
    pub(crate) fn could_give(&mut self, outcome: usize, year: usize) -> (Vec<usize>, Vec<usize>) {
        let pots = self.left.len();
        self.may_carry = true;
        self.placing += 1;
        self.seek((pots + outcome * self.shape.years + year) as u32);
        let met = self.queue.iter().map(|&node| node as usize);
        let (sources, mut cells): (Vec<usize>, Vec<usize>) = met.partition(|&node| node < pots);
        cells.iter_mut().for_each(|cell| *cell -= pots);
        (sources, cells)
    }

    /// Keeps how money is placed.
    pub(crate) fn keep(&self, placed: &mut Placed) {
        placed.left.clone_from(&self.left);
        placed.flow.clone_from(&self.flow);
        placed.pays.clone_from(&self.pays);
        placed.cell.clone_from(&self.cell);
        placed.carried.clone_from(&self.carried);
    }

    /// Goes back to how money was placed.
    pub(crate) fn return_to(&mut self, placed: &Placed) {
        self.placing += 1;
        self.left.copy_from_slice(&placed.left);
        self.flow.copy_from_slice(&placed.flow);
        self.pays.copy_from_slice(&placed.pays);
        self.cell.copy_from_slice(&placed.cell);
        self.carried.copy_from_slice(&placed.carried);
    }
}
