//! The distribution of a sum of pounds: chances on an even grid, its lumps told apart from what is spread.

mod cliff;
mod heaped;
mod known;

use crate::odds::columns::{Columns, END};
use serde::{Deserialize, Serialize};

/// Pounds that rounding may take from a sum that is known to the penny.
pub(crate) const ROUNDED: f64 = 1e-6;
/// Pounds that are £0 to the penny.
pub(crate) const PENNY: f64 = 0.005;

/// Standard deviations within which nearly every lump lies of the sum that it stands for.
const BLUR: f64 = 2.5;

/// A distribution of pounds.
///
/// The chance of a point that is no lump is spread evenly over half a step on either side of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Distribution {
    start: f64,
    step: f64,
    /// Chance by point, lumps included.
    chances: Vec<f64>,
    /// The part of it that sits at the point itself.
    lumps: Vec<f64>,
    /// Chance of exactly £0 beside the grid: what a cliff on the whole takes.
    nothing: f64,
    /// Pounds by which lumps may lie off the sums that they stand for, nearly always.
    #[serde(default)]
    blur: f64,
    /// The least sum on the grid.
    least: f64,
    /// Lumps about £0, or about a cliff, that are known to the penny, beside the grid: sums in pounds, ascending, with their
    /// chances.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    beside: Vec<(f64, f64)>,
    /// The most that it comes to in pounds with the chance of that, where it may lie off the grid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    whole: Option<(f64, f64)>,
}

/// The sums up to which 10%, 50% and 90% of the chance lie, in pounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// Nine times in ten it is at least this.
    pub p10: f64,
    /// Half of the time it is at least this, and half of the time at most.
    pub p50: f64,
    /// Nine times in ten it is at most this.
    pub p90: f64,
}

impl Range {
    /// The same of something that never falls as the sum grows.
    pub(crate) fn map(self, f: impl Fn(f64) -> f64) -> Self {
        Self {
            p10: f(self.p10),
            p50: f(self.p50),
            p90: f(self.p90),
        }
    }
}

impl Distribution {
    /// Chances from a first point on; none is negative, and lumps are a part of all.
    pub(crate) fn new(start: f64, step: f64, chances: Vec<f64>, lumps: Vec<f64>) -> Self {
        let whole: f64 = chances.iter().sum();
        let scale = |chances: Vec<f64>| chances.into_iter().map(|chance| chance / whole).collect();
        Self {
            start,
            step,
            chances: scale(chances),
            lumps: scale(lumps),
            nothing: 0.0,
            blur: 0.0,
            least: start,
            beside: Vec::new(),
            whole: None,
        }
    }

    /// The same where what it is made of lies off the grid: flat sums, with the variance of where their sum is held, in steps
    /// squared, and the most that it comes to, with its chance.
    pub(crate) fn with_lumps_off(mut self, off: f64, whole: (f64, f64)) -> Self {
        if off > 0.0 {
            self.blur = self.step * (1.0 + BLUR * libm::sqrt(off));
        }
        self.whole = Some(whole);
        self
    }

    /// The chances of more than nothing, of nothing, and of less.
    pub(crate) fn about_nothing(&self) -> (f64, f64, f64) {
        let near = self.near_nothing();
        let (mut above, mut level) = (0.0, self.nothing);
        for point in 0..self.chances.len() {
            let (low, high, spread) = self.spread(point);
            let (here, lump) = (self.at(point), self.lumps[point]);
            if here.abs() < near {
                level += lump;
            } else if here > 0.0 {
                above += lump;
            }
            if high > low {
                above += spread * (high / (high - low)).clamp(0.0, 1.0);
            }
        }
        for &(at, lump) in &self.beside {
            if at == 0.0 {
                level += lump;
            } else if at > 0.0 {
                above += lump;
            }
        }
        (above, level, (1.0 - above - level).max(0.0))
    }

    /// The chance of nothing.
    #[must_use]
    pub fn nothing(&self) -> f64 {
        self.about_nothing().1
    }

    /// The same as columns on either side of £0; what is exactly £0 stands in none.
    #[must_use]
    pub fn columns(&self) -> Columns {
        let near = self.near_nothing();
        let ends = [END, 1.0 - END].map(|share| self.quantile(share));
        let mut columns = Columns::about_nothing(ends, self.about_nothing());
        for point in 0..self.chances.len() {
            let (low, high, spread) = self.spread(point);
            columns.spread(low, high, spread);
            let here = self.at(point);
            if here.abs() >= near {
                columns.add(here, self.lumps[point]);
            }
        }
        for &(at, lump) in self.beside.iter().filter(|(at, _)| *at != 0.0) {
            columns.add(at, lump);
        }
        columns
    }

    /// Sums nearer to £0 than this are £0.
    fn near_nothing(&self) -> f64 {
        1e-6 * self.step
    }

    /// Sums below another one by no more than this are that sum: what rounding may take from it, and how near to a point
    /// of the grid a flat sum counts as on it.
    fn near(&self, pounds: f64) -> f64 {
        (1e-9 * pounds.abs()).max(self.near_nothing())
    }

    /// Every point that has a chance, in pounds, with it, from the least to the most; lumps included. Those beside the grid
    /// stand at the next point of it.
    pub fn points(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        let mut grid = self.chances.clone();
        let last = grid.len().saturating_sub(1);
        for &(at, lump) in &self.beside {
            let next = libm::ceil((at - self.start - self.near(at)) / self.step).max(0.0) as usize;
            if let Some(chance) = grid.get_mut(next.min(last)) {
                *chance += lump;
            }
        }
        let grid = grid.into_iter().enumerate();
        let grid = grid.map(|(point, chance)| (self.at(point), chance));
        let nothing = [(0.0, self.nothing)].into_iter();
        nothing.chain(grid).filter(|it| it.1 > 0.0)
    }

    /// Sums in pounds with their chances: £0, those beside the grid, and the points of the grid.
    fn sums(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        let grid = self.chances.iter().enumerate();
        let grid = grid.map(|(point, &chance)| (self.at(point), chance));
        let nothing = [(0.0, self.nothing)].into_iter();
        nothing.chain(self.beside.iter().copied()).chain(grid)
    }

    /// Pounds between two points.
    #[must_use]
    pub fn step(&self) -> f64 {
        self.step
    }

    fn at(&self, point: usize) -> f64 {
        self.start + self.step * point as f64
    }

    /// What is spread of a point's chance: from where, to where, and how much. Neighbours meet exactly.
    fn spread(&self, point: usize) -> (f64, f64, f64) {
        let edge = |half: f64| self.start + self.step * (point as f64 + half);
        let low = edge(if point == 0 { 0.0 } else { -0.5 });
        let last = point + 1 == self.chances.len();
        let high = edge(if last { 0.0 } else { 0.5 });
        let chance = (self.chances[point] - self.lumps[point]).max(0.0);
        (low.max(self.least).min(high), high, chance)
    }

    /// The mean in pounds.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.sums().map(|(at, chance)| chance * at).sum()
    }

    /// The variance in pounds squared.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let mean = self.mean();
        let square = |(at, chance): (f64, f64)| chance * (at - mean) * (at - mean);
        self.sums().map(square).sum()
    }

    /// The sum below which a share of the chance lies.
    #[must_use]
    pub fn quantile(&self, share: f64) -> f64 {
        match self.whole {
            Some((most, chance)) if share > 1.0 - chance => most,
            Some((most, _)) => self.quantile_below(share).min(most),
            None => self.quantile_below(share),
        }
    }

    /// The same where it is not the most that it comes to.
    fn quantile_below(&self, share: f64) -> f64 {
        let mut share = share;
        for &(at, lump) in &self.beside {
            let nothing = if at > 0.0 { self.nothing } else { 0.0 };
            let on_grid = self.chances.iter().sum::<f64>();
            let below = nothing + on_grid - self.at_least_on_grid(at, self.near(at));
            if share <= below {
                break;
            }
            if share <= below + lump {
                return at;
            }
            share -= lump;
        }
        self.quantile_on_grid(share)
    }

    /// The sum below which so much of the chance on the grid lies.
    fn quantile_on_grid(&self, share: f64) -> f64 {
        let mut rest = share - self.nothing;
        if rest <= 0.0 && self.nothing > 0.0 {
            return 0.0;
        }
        let mut last = self.start;
        for point in 0..self.chances.len() {
            let (low, high, spread) = self.spread(point);
            let (here, lump) = (self.at(point), self.lumps[point].min(self.chances[point]));
            if spread + lump <= 0.0 {
                continue;
            }
            // Spread chance below the point, then its lump, then spread chance above it.
            let below = spread * (here - low).max(0.0) / (high - low).max(f64::MIN_POSITIVE);
            if rest < below {
                return (low + (here - low) * (rest / below).max(0.0)).min(here);
            }
            let here = here.max(low);
            rest -= below;
            if rest <= lump {
                return here;
            }
            rest -= lump;
            let above = spread - below;
            if rest < above {
                return (here + (high - here) * (rest / above)).min(high);
            }
            rest -= above;
            last = if above > 0.0 { high } else { here };
        }
        last
    }

    /// P10, P50 and P90.
    #[must_use]
    pub fn range(&self) -> Range {
        Range {
            p10: self.quantile(0.1),
            p50: self.quantile(0.5),
            p90: self.quantile(0.9),
        }
    }

    /// The chance of the most that it comes to, where a sum is that, and of none where it is beyond.
    fn of_most(&self, pounds: f64) -> Option<f64> {
        let (most, chance) = self.whole?;
        match pounds - most {
            beyond if beyond > PENNY => Some(0.0),
            near if near >= -PENNY => Some(chance),
            _ => None,
        }
    }

    /// The chance of at least a sum: never less than that of the most that it comes to, and none beyond that.
    #[must_use]
    pub fn at_least(&self, pounds: f64) -> f64 {
        if let Some(chance) = self.of_most(pounds) {
            return chance;
        }
        let whole = self.whole.map_or(0.0, |(_, chance)| chance);
        let nothing = if pounds <= 0.0 { self.nothing } else { 0.0 };
        let on_grid = self.at_least_on_grid(pounds, self.near(pounds));
        let all = on_grid + nothing + self.beside_from(pounds);
        all.max(whole).min(1.0)
    }

    /// The chance of at least a sum that may be a lump itself, as what is earned in full is: lumps below it by no more than
    /// they may lie off count, but for the least of all, which lies on the grid.
    #[must_use]
    pub fn reaches(&self, pounds: f64) -> f64 {
        if let Some(chance) = self.of_most(pounds) {
            return chance;
        }
        let nothing = if pounds <= 0.0 { self.nothing } else { 0.0 };
        let near = self.near(pounds);
        let below = self.start < pounds - near && self.start >= pounds - self.blur;
        let least = self.lumps.first().filter(|_| below).copied();
        let on_grid = self.at_least_on_grid(pounds, self.blur.max(near));
        (on_grid - least.unwrap_or(0.0) + nothing + self.beside_from(pounds)).min(1.0)
    }

    /// The chance of what is beside the grid and at least a sum.
    fn beside_from(&self, pounds: f64) -> f64 {
        let beside = self.beside.iter().filter(|(at, _)| *at >= pounds - ROUNDED);
        beside.map(|(_, lump)| lump).sum()
    }

    /// The part of it that is on the grid; lumps that lie below it by less than `near` count.
    fn at_least_on_grid(&self, pounds: f64, near: f64) -> f64 {
        let point = |point: usize| {
            let (low, high, spread) = self.spread(point);
            let part = if high > low {
                ((high - pounds) / (high - low)).clamp(0.0, 1.0)
            } else {
                f64::from(u8::from(high >= pounds - near))
            };
            let lump = if self.at(point) >= pounds - near {
                self.lumps[point]
            } else {
                0.0
            };
            spread * part + lump
        };
        (0..self.chances.len()).map(point).sum()
    }
}
