//! The distribution of a sum of wagers: a quadrature over the common factor of convolutions on a grid.

use crate::odds::distribution::Distribution;
use crate::odds::factor::{Factor, Node};
use crate::odds::kernel::Kernel;
use crate::odds::wager::Wager;

/// Chance that may be left out at either end of a running sum.
const CRUMB: f64 = 1e-15;

/// How finely a distribution is computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fineness {
    /// Points of the grid of pounds, about.
    pub points: usize,
    /// Spacing of the nodes over the common factor relative to what the indicators need.
    pub spacing: f64,
}

impl Fineness {
    /// While a slider is dragged: quantiles of a large agreement to a few hundred pounds.
    pub const LIVE: Self = Self {
        points: 1_024,
        spacing: 1.0,
    };
    /// For proof: eight times as many points and three times as many nodes.
    pub const FINE: Self = Self {
        points: 8_192,
        spacing: 0.33,
    };
}

/// Wagers made ready to be added up.
pub(crate) struct Sum {
    factor: Factor,
    kernels: Vec<Kernel>,
    /// Pounds from one point of the grid to the next.
    step: f64,
    /// Pounds that are certain.
    certain: f64,
    /// Spacing of the nodes over the factor.
    spacing: f64,
}

/// A sum's distribution given the factor: chances from a first point on.
pub(crate) struct Given<'a> {
    pub(crate) node: Node,
    pub(crate) all: &'a [f64],
    pub(crate) atoms: &'a [f64],
    /// Where the first of `all` and the first of `atoms` lie on the whole grid.
    pub(crate) all_from: usize,
    pub(crate) atoms_from: usize,
}

impl Sum {
    /// Makes wagers ready.
    pub(crate) fn new(wagers: &[Wager<'_>], factor: Factor, fineness: Fineness) -> Self {
        let certain = wagers.iter().filter_map(Wager::certain).sum();
        let open: Vec<&Wager<'_>> = wagers
            .iter()
            .filter(|wager| wager.certain().is_none())
            .collect();
        let spans: Vec<Span> = open.iter().map(|wager| Span::of(wager)).collect();
        let step = step(&spans, fineness.points);
        let kernels: Vec<Kernel> = open
            .iter()
            .map(|wager| Kernel::new(wager, step, &factor))
            .collect();
        let spacing = fineness.spacing * spacing(&kernels, &factor);
        Self {
            factor,
            kernels,
            step,
            certain,
            spacing,
        }
    }

    /// Points of the whole grid.
    fn points(&self) -> usize {
        let more = self.kernels.iter().map(|kernel| kernel.points - 1);
        more.sum::<usize>() + 1
    }

    /// Pounds at the first point of the whole grid.
    pub(crate) fn start(&self) -> f64 {
        let first: i64 = self.kernels.iter().map(|kernel| kernel.first).sum();
        self.certain + first as f64 * self.step
    }

    /// The distribution of the sum.
    pub(crate) fn distribution(&self) -> Distribution {
        let points = self.points();
        let (mut all, mut atoms) = (vec![0.0; points], vec![0.0; points]);
        self.each(|given| {
            add(&mut all, given.all_from, given.all, given.node.weight);
            add(&mut atoms, given.atoms_from, given.atoms, given.node.weight);
        });
        Distribution::new(self.start(), self.step, all, atoms)
    }

    /// Goes through the nodes of the factor, from low to high.
    pub(crate) fn each(&self, mut tell: impl FnMut(Given<'_>)) {
        let points = self.points();
        let widest = self.kernels.iter().map(|kernel| kernel.points).max();
        let mut own = [
            vec![0.0; widest.unwrap_or(0)],
            vec![0.0; widest.unwrap_or(0)],
        ];
        let mut all = Running::new(points);
        let mut atoms = Running::new(points);
        for node in Factor::nodes(self.spacing) {
            all.restart();
            atoms.restart();
            for kernel in &self.kernels {
                let [of_all, of_atoms] = &mut own;
                let (of_all, of_atoms) =
                    (&mut of_all[..kernel.points], &mut of_atoms[..kernel.points]);
                kernel.given(&self.factor, node.value, of_all, of_atoms);
                all.convolve(of_all);
                atoms.convolve(of_atoms);
            }
            tell(Given {
                node,
                all: all.now(),
                atoms: atoms.now(),
                all_from: all.from,
                atoms_from: atoms.from,
            });
        }
    }
}

fn add(to: &mut [f64], from: usize, part: &[f64], weight: f64) {
    for (to, part) in to[from..].iter_mut().zip(part) {
        *to += weight * part;
    }
}

/// A running sum: chances on a stretch of the grid, outside which there are only crumbs.
struct Running {
    now: Vec<f64>,
    next: Vec<f64>,
    from: usize,
    len: usize,
}

impl Running {
    fn new(points: usize) -> Self {
        Self {
            now: vec![0.0; points],
            next: vec![0.0; points],
            from: 0,
            len: 0,
        }
    }

    fn now(&self) -> &[f64] {
        &self.now[self.from..self.from + self.len]
    }

    /// Nothing added yet: the whole chance at the first point.
    fn restart(&mut self) {
        self.now[0] = 1.0;
        self.from = 0;
        self.len = 1;
    }

    /// Adds one more part with its chances by points.
    fn convolve(&mut self, part: &[f64]) {
        if self.len == 0 {
            return;
        }
        let now = &self.now[self.from..self.from + self.len];
        let first = part.iter().position(|&chance| chance > 0.0).unwrap_or(0);
        let last = part.iter().rposition(|&chance| chance > 0.0);
        let Some(last) = last else {
            self.len = 0;
            return;
        };
        let from = self.from + first;
        let len = self.len + last - first;
        let next = &mut self.next[from..from + len];
        next.fill(0.0);
        for (shift, &chance) in part[first..=last].iter().enumerate() {
            if chance > 0.0 {
                for (to, from) in next[shift..].iter_mut().zip(now) {
                    *to += chance * from;
                }
            }
        }
        std::mem::swap(&mut self.now, &mut self.next);
        (self.from, self.len) = (from, len);
        self.trim();
    }

    /// Leaves the crumbs at both ends out.
    fn trim(&mut self) {
        let mut crumbs = 0.0;
        while self.len > 0 && crumbs + self.now[self.from] < CRUMB {
            crumbs += self.now[self.from];
            self.from += 1;
            self.len -= 1;
        }
        crumbs = 0.0;
        while self.len > 0 && crumbs + self.now[self.from + self.len - 1] < CRUMB {
            crumbs += self.now[self.from + self.len - 1];
            self.len -= 1;
        }
    }
}

/// The least and the most that a wager pays, and the sums that it pays flat.
struct Span {
    low: f64,
    high: f64,
    flat: Vec<f64>,
}

impl Span {
    fn of(wager: &Wager<'_>) -> Self {
        let pieces = match &wager.pert {
            Some(pert) if !wager.noisy => wager.over_shares(pert),
            Some(pert) => [pert.worst(), pert.best()]
                .iter()
                .flat_map(|&share| wager.over_chance(share, 40.0))
                .collect(),
            None => wager.over_chance(1.0, 40.0),
        };
        let ends = pieces.iter().flat_map(|piece| {
            [
                piece.value,
                piece.value + piece.slope * (piece.to - piece.from),
            ]
        });
        let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), end| {
            (low.min(end), high.max(end))
        });
        let flat = pieces.iter().filter(|piece| piece.slope == 0.0);
        Self {
            low,
            high,
            flat: flat.map(|piece| piece.value).collect(),
        }
    }
}

/// A step of the grid such that about so many points cover the sums, and flat sums lie on or near
/// points where they can: chance split between two points widens the distribution.
fn step(spans: &[Span], points: usize) -> f64 {
    let whole: f64 = spans.iter().map(|span| span.high - span.low).sum();
    if whole <= 0.0 {
        return 1.0;
    }
    let off = |count: usize| {
        let step = whole / count as f64;
        let parts = spans.iter().flat_map(|span| &span.flat).map(|flat| {
            let at = flat / step;
            let part = at - libm::floor(at);
            part * (1.0 - part)
        });
        parts.sum::<f64>()
    };
    let mut best = (off(points), points);
    for count in points * 7 / 8..points * 9 / 8 {
        let off = off(count);
        if off + 1e-6 < best.0 {
            best = (off, count);
        }
    }
    whole / best.1 as f64
}

/// How far nodes over the factor may lie apart: what is common must move the sum by no more from one
/// to the next than what is the indicators' own spreads it.
fn spacing(kernels: &[Kernel], factor: &Factor) -> f64 {
    let (mut sum, mut squares) = (0.0, 0.0);
    for kernel in kernels {
        let variance = kernel.variance();
        sum += libm::sqrt(variance);
        squares += variance;
    }
    let moved = factor.common * sum;
    if moved <= 0.0 {
        return WIDEST;
    }
    (RESOLVED * factor.own * libm::sqrt(squares) / moved).min(WIDEST)
}

/// The widest spacing of nodes, and the spacing that resolves a sum relative to its own spread.
const WIDEST: f64 = 0.55;
const RESOLVED: f64 = 2.0;
