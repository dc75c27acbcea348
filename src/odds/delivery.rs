//! A table of an indicator's delivery, for drawing.

use crate::odds::pert::Pert;

/// The table runs this far on either side of nothing; 2 draws in 10^9 lie beyond.
const REACH: f64 = 6.0;
/// Exact shares in it, and steps between two of them that are read off a cubic.
const KNOTS: usize = 96;
const FINER: usize = 16;

/// Shares by their place among standard normals, read off straight lines; off by less than a
/// 50,000th of the way from worst to best.
pub(crate) struct Delivery(Vec<f64>);

impl Delivery {
    pub(crate) fn new(pert: Option<Pert>) -> Self {
        let Some(pert) = pert else {
            return Self(vec![1.0; KNOTS * FINER + 2]);
        };
        let step = 2.0 * REACH / KNOTS as f64;
        // One knot more at either end, for the cubic.
        let knots: Vec<f64> = (0..KNOTS + 3)
            .map(|knot| pert.at(-REACH + step * (knot as f64 - 1.0)))
            .collect();
        let mut shares = Vec::with_capacity(KNOTS * FINER + 2);
        for four in knots.windows(4) {
            for fine in 0..FINER {
                shares.push(cubic(four, fine as f64 / FINER as f64));
            }
        }
        let last = knots[KNOTS + 1];
        shares.truncate(KNOTS * FINER);
        shares.extend([last, last]);
        Self(shares)
    }

    /// The share at a place.
    pub(crate) fn at(&self, place: f64) -> f64 {
        const STEPS: f64 = (KNOTS * FINER) as f64;
        let at = ((place + REACH) * (0.5 * STEPS / REACH)).clamp(0.0, STEPS);
        let low = at as i32 as usize;
        let (from, to) = (self.0[low], self.0[low + 1]);
        from + (at - low as f64) * (to - from)
    }
}

/// The cubic through four even points, between the second and the third.
fn cubic(four: &[f64], part: f64) -> f64 {
    let [a, b, c, d] = [four[0], four[1], four[2], four[3]];
    let t = part;
    let (down, up) = (t - 1.0, t + 1.0);
    let far = t - 2.0;
    -a * t * down * far / 6.0 + b * up * down * far / 2.0 - c * up * t * far / 2.0
        + d * up * t * down / 6.0
}
