//! Lumps about a sum of which more is known than a grid can hold.

use crate::odds::distribution::Distribution;
use crate::odds::ties::{Side, Ties};

impl Distribution {
    /// The same with what is known of flat sums about so many pounds.
    pub(crate) fn with_ties(self, pounds: f64, ties: &Ties) -> Self {
        self.moved(-pounds)
            .with_ties_about_nothing(ties)
            .moved(pounds)
    }

    /// The same, so many pounds more.
    pub(super) fn moved(mut self, pounds: f64) -> Self {
        self.start += pounds;
        self.least += pounds;
        for (at, _) in &mut self.beside {
            *at += pounds;
        }
        self
    }

    /// On the grid each of them is a lump at the points next to it, in part on the wrong side of £0. Lumps nearest to £0
    /// are taken off the grid until none is, and until the mean is what it was.
    fn with_ties_about_nothing(mut self, ties: &Ties) -> Self {
        let mean = self.lumps_mean();
        let nearest = |side: &Side| side.near().map_or(self.step, f64::abs);
        let (less, more) = (-nearest(&ties.less), nearest(&ties.more));
        let near = self.near_nothing();
        self.take(f64::MAX, |at| f64::from(u8::from(at.abs() < near)));
        for (sign, side) in [(-1.0, &ties.less), (1.0, &ties.more)] {
            let wrong = self.lumps_on(sign) - side.chance;
            self.take(wrong, |at| f64::from(u8::from(sign * at > 0.0)));
        }
        let told = |lumps: &Self| {
            let less = (less, ties.less.chance - lumps.lumps_on(-1.0));
            let more = (more, ties.more.chance - lumps.lumps_on(1.0));
            [less, (0.0, ties.level), more].map(|(at, chance)| (at, chance.max(0.0)))
        };
        let off =
            self.lumps_mean() - mean + told(&self).map(|(at, lump)| at * lump).iter().sum::<f64>();
        if off > 0.0 {
            self.take(off, |at| (at - more).max(0.0));
        } else {
            self.take(-off, |at| (less - at).max(0.0));
        }
        self.beside = told(&self)
            .into_iter()
            .filter(|lump| lump.1 > 0.0)
            .collect();
        self
    }

    /// Takes lumps off the grid, those nearest to £0 first, until they weigh so much.
    fn take(&mut self, mut weight: f64, weigh: impl Fn(f64) -> f64) {
        let middle = (-self.start / self.step).max(0.0) as usize;
        let middle = (middle + 1).min(self.lumps.len());
        let (below, above) = ((0..middle).rev(), middle..self.lumps.len());
        for point in below.chain(above) {
            let each = weigh(self.at(point));
            if weight <= 0.0 || each <= 0.0 {
                continue;
            }
            let taken = self.lumps[point].min(weight / each);
            weight -= taken * each;
            self.lumps[point] -= taken;
            self.chances[point] = (self.chances[point] - taken).max(0.0);
        }
    }

    /// The chance of the lumps on one side of £0.
    fn lumps_on(&self, sign: f64) -> f64 {
        let near = self.near_nothing();
        let on = |(point, _): &(usize, &f64)| sign * self.at(*point) >= near;
        self.lumps
            .iter()
            .enumerate()
            .filter(on)
            .map(|(_, lump)| lump)
            .sum()
    }

    /// The mean of the lumps, times their chance.
    fn lumps_mean(&self) -> f64 {
        let lumps = self.lumps.iter().enumerate();
        lumps.map(|(point, lump)| lump * self.at(point)).sum()
    }
}
