//! Whether a grid is fine enough to tell what is a little less than £0 from what is a little more.

use crate::odds::distribution::Distribution;
use crate::odds::normal;

/// The mean over both sides of the chance to lie on the other, where the density is one everywhere, in standard deviations.
const EVEN: f64 = 0.398_942_280_401_432_7 / 4.0;
/// What lies this near to £0, in standard deviations, may be less or more; what lies as far again twice over tells how likely
/// that would be by itself.
const NEAR: f64 = 2.0;
const FAR: f64 = 6.0;

impl Distribution {
    /// About how much of what is spread is held on the wrong side of £0, where the deviation in pounds is given of where it is
    /// held from where it belongs.
    ///
    /// Where it lies evenly about £0, as much is held on either side that belongs on the other. What counts is how much more
    /// there is of that on one side, and how much more on both than lies further from £0.
    pub(crate) fn heaped(&self, deviation: f64) -> f64 {
        let (mut less, mut more, mut beyond) = (0.0, 0.0, 0.0);
        for point in 0..self.chances.len() {
            let (_, _, spread) = self.spread(point);
            // Half of it on either side of its point.
            for pounds in [-0.25, 0.25].map(|part| self.at(point) + part * self.step) {
                let far = pounds.abs() / deviation;
                let side = if pounds < 0.0 { &mut less } else { &mut more };
                *side += 0.5 * spread * normal::above(far);
                if (NEAR..FAR).contains(&far) {
                    beyond += 0.5 * spread;
                }
            }
        }
        (more - less).abs() + (less + more - EVEN * beyond).max(0.0)
    }

    /// The chance of all lumps that may as well be on the other side of £0.
    pub(crate) fn lumped(&self, deviation: f64) -> f64 {
        let lumps = self.lumps.iter().enumerate();
        let near = lumps.filter(|(point, _)| self.at(*point).abs() <= NEAR * deviation);
        near.map(|(_, lump)| lump).sum()
    }
}
