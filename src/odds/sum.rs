//! The distribution of a sum of wagers: a quadrature over the common factor of convolutions on a grid.

use crate::odds::distribution::Distribution;
use crate::odds::factor::{Factor, Node};
use crate::odds::grid::{Span, step};
use crate::odds::kernel::Kernel;
use crate::odds::running::Running;
use crate::odds::ties::ties;
use crate::odds::wager::Wager;

/// The widest spacing of nodes over the factor, and the spacing that resolves a sum relative to what
/// is the indicators' own in it.
const WIDEST: f64 = 0.55;
const RESOLVED: f64 = 2.0;
/// The variance that a point spread over its step has, and the most that a sum held at the two points next to it has, in steps
/// squared.
const SPREAD: f64 = 1.0 / 12.0;
const HELD: f64 = 0.25;
/// The most chance that may be seen to lie so near to nothing that the grid does not tell to which side. It is no promise: a
/// counted chance was once found 1.2 points off.
const UNCLEAR: f64 = 0.0025;

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

/// Whether flat sums about some sum are told apart from it, or stand where the grid has them.
enum Told {
    Apart,
    Grid,
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

impl Sum {
    /// Makes wagers ready.
    pub(crate) fn new(wagers: &[Wager<'_>], factor: Factor, fineness: Fineness) -> Self {
        let certain = wagers.iter().filter_map(Wager::certain).sum();
        let open: Vec<&Wager<'_>> = wagers
            .iter()
            .filter(|wager| wager.certain().is_none())
            .collect();
        let spans: Vec<Span> = open.iter().map(|wager| Span::of(wager, &factor)).collect();
        let step = step(&spans, fineness.points);
        let kernels: Vec<Kernel> = open
            .iter()
            .zip(spans)
            .map(|(wager, span)| Kernel::new(span.places, wager, step, &factor))
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
    fn start(&self) -> f64 {
        let first: i64 = self.kernels.iter().map(|kernel| kernel.first).sum();
        self.certain + first as f64 * self.step
    }

    /// The distribution of the sum.
    pub(crate) fn distribution(&self) -> Distribution {
        let points = self.points();
        let widest = self.kernels.iter().map(|kernel| kernel.points).max();
        let widest = widest.unwrap_or(0);
        let (mut chances, mut lumps) = (vec![0.0; points], vec![0.0; points]);
        let (mut own, mut own_lumps) = (vec![0.0; widest], vec![0.0; widest]);
        let (mut all, mut atoms) = (Running::new(points), Running::new(points));
        for node in Factor::nodes(self.spacing) {
            all.restart();
            atoms.restart();
            for kernel in &self.kernels {
                let own = &mut own[..kernel.points];
                let own_lumps = &mut own_lumps[..kernel.points];
                kernel.given(&self.factor, node.value, own, own_lumps);
                all.convolve(own);
                atoms.convolve(own_lumps);
            }
            all.add_to(&mut chances, node.weight);
            atoms.add_to(&mut lumps, node.weight);
        }
        let found = Distribution::new(self.start(), self.step, chances, lumps);
        if self.on_grid() && self.tops_out() {
            return found;
        }
        let off = self.kernels.iter().map(Kernel::off).sum();
        found.with_lumps_off(off, self.whole())
    }

    /// Whether every flat sum lies on the grid.
    fn on_grid(&self) -> bool {
        self.kernels.iter().all(|kernel| kernel.off() == 0.0)
    }

    /// Whether the most that all can come to is paid flat.
    fn tops_out(&self) -> bool {
        self.kernels.iter().all(Kernel::tops_out)
    }

    /// The most that all can come to, in pounds, with its chance: none where one of them only runs up to it.
    fn whole(&self) -> (f64, f64) {
        let most = self.kernels.iter().map(|kernel| kernel.most(self.step));
        let most = self.certain + most.sum::<f64>();
        if !self.tops_out() {
            return (most, 0.0);
        }
        let given = |node: &Node| -> f64 {
            let last = |kernel: &Kernel| {
                let chances = kernel.flat_chances(&self.factor, node.value);
                chances.last().copied().unwrap_or(0.0)
            };
            node.weight * self.kernels.iter().map(last).product::<f64>()
        };
        let nodes = Factor::nodes(self.spacing);
        (most, nodes.iter().map(given).sum())
    }

    /// The same where it matters whether the sum is exactly so many pounds: flat sums a little less or more are told apart.
    pub(crate) fn about(&self, pounds: f64) -> Distribution {
        self.told(pounds).0
    }

    /// The same about nothing; none where too much lies so near to it that the grid does not tell to which side.
    pub(crate) fn difference(&self) -> Option<Distribution> {
        let (found, told) = self.told(0.0);
        let off = self.step * libm::sqrt(SPREAD + HELD * self.spreading() as f64);
        let lumped = match told {
            Told::Apart => 0.0,
            Told::Grid => found.lumped(off),
        };
        (found.heaped(off) + lumped <= UNCLEAR).then_some(found)
    }

    fn told(&self, pounds: f64) -> (Distribution, Told) {
        let found = self.distribution();
        if self.on_grid() {
            return (found, Told::Apart);
        }
        let nodes = Factor::nodes(self.spacing);
        let from = self.certain - pounds;
        match ties(from, &self.kernels, self.step, &self.factor, &nodes) {
            Some(ties) => (found.with_ties(pounds, &ties), Told::Apart),
            None => (found, Told::Grid),
        }
    }

    /// Wagers that come to more than one sum.
    fn spreading(&self) -> usize {
        let kernels = self.kernels.iter();
        kernels.filter(|kernel| kernel.points > 1).count()
    }
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
