//! The distribution of one wager on a grid of pounds, given the common factor.
//!
//! What is paid is cut into bins that cross no point of the grid. Each bin's chance sits at its exact
//! conditional mean, split linearly over the two nearest points, so that the mean is kept; where a sum
//! is paid flat, the chance is an atom and is told apart from what is spread.

use crate::odds::factor::Factor;
use crate::odds::noisy::Noisy;
use crate::odds::normal;
use crate::odds::pert::Pert;
use crate::odds::places::Places;
use crate::odds::wager::{Piece, Wager};

/// Parts of the range of delivery that a bin may span: two Gauss points resolve each.
const PARTS: f64 = 12.0;
/// How near to a point of the grid counts as on it, in steps.
const NEAR: f64 = 1e-7;
/// Where the two points of Gauss and Legendre lie between 0 and 1.
const GAUSS: [f64; 2] = [0.211_324_865_405_187_1, 0.788_675_134_594_812_9];

/// Parts of a pound that flat sums are counted in: a part of the average under one cliff is no whole number of pence.
pub(crate) const PARTS_OF_A_POUND: f64 = 10_000.0;

/// A wager made ready for a grid.
pub(crate) struct Kernel {
    /// The lowest point of the grid that it reaches, counted from £0.
    pub(crate) first: i64,
    /// Points that it reaches.
    pub(crate) points: usize,
    flats: Flats,
    kind: Kind,
}

enum Kind {
    Delivered(Vec<Bin>),
    Noisy(Noisy),
}

/// A stretch of shares whose pay lies between two points of the grid.
#[derive(Clone, Copy)]
struct Bin {
    /// The lower of the two points, counted from the first.
    point: usize,
    /// How far between the two its pay starts.
    part: f64,
    /// How much further it goes; nothing where it is flat.
    rise: f64,
    /// Places of its end and of its Gauss points.
    end: f64,
    inner: [f64; 2],
    /// Which of the flat sums it pays.
    flat: Option<usize>,
}

/// What some cuts pay flat.
pub(crate) struct Flats {
    /// The sums in parts of a pound, ascending.
    pub(crate) sums: Vec<i64>,
    /// How far from points of the grid any of them lies: the variance of where one is held, in steps squared. Nothing where all
    /// lie on points.
    off: f64,
    /// Whether nothing else that is paid is more.
    most: bool,
    /// The most that is paid at all, in steps from £0.
    top: f64,
}

impl Flats {
    pub(crate) fn of<'a>(cuts: impl Iterator<Item = &'a Cut>) -> Self {
        let (mut sums, mut off) = (Vec::new(), 0.0_f64);
        let [mut flat, mut rising] = [f64::NEG_INFINITY; 2];
        for cut in cuts {
            let at = cut.point as f64 + cut.part;
            match cut.flat {
                Some(sum) => {
                    sums.push(sum);
                    off = off.max(cut.part * (1.0 - cut.part));
                    flat = flat.max(at);
                }
                None => rising = rising.max(at).max(at + cut.rise),
            }
        }
        sums.sort_unstable();
        sums.dedup();
        let most = flat >= rising - NEAR;
        let top = flat.max(rising);
        Self {
            sums,
            off,
            most,
            top,
        }
    }
}

impl Kernel {
    /// Makes a wager ready for a grid of a step in pounds, at places that may be known already.
    pub(crate) fn new(
        places: Option<Places>,
        wager: &Wager<'_>,
        step: f64,
        factor: &Factor,
    ) -> Self {
        match wager.pert {
            Some(pert) if !wager.noisy => Self::delivered(wager, &pert, step),
            _ => {
                let places = places.unwrap_or_else(|| Places::of(wager, factor));
                let (noisy, flats) = Noisy::new(wager, step, places);
                Self {
                    first: noisy.first,
                    points: noisy.points,
                    flats,
                    kind: Kind::Noisy(noisy),
                }
            }
        }
    }

    fn delivered(wager: &Wager<'_>, pert: &Pert, step: f64) -> Self {
        let widest = (pert.best() - pert.worst()) / PARTS;
        let cuts: Vec<Cut> = wager
            .over_shares(pert)
            .iter()
            .flat_map(|piece| cut(piece, step, widest))
            .collect();
        let first = cuts.iter().map(|cut| cut.point).min().unwrap_or(0);
        let last = cuts.iter().map(Cut::last).max().unwrap_or(0);
        let flats = Flats::of(cuts.iter());
        let bin = |cut: &Cut| Bin {
            flat: cut.flat.and_then(|sum| flats.sums.binary_search(&sum).ok()),
            point: (cut.point - first) as usize,
            part: cut.part,
            rise: cut.rise,
            end: pert.place(cut.to),
            inner: GAUSS.map(|at| {
                if cut.rise == 0.0 {
                    0.0
                } else {
                    pert.place(cut.from + at * (cut.to - cut.from))
                }
            }),
        };
        let bins = cuts.iter().map(bin).collect();
        Self {
            first,
            points: (last - first) as usize + 1,
            kind: Kind::Delivered(bins),
            flats,
        }
    }

    /// The mean and the mean square of the point, given the factor; the mean is counted from £0.
    pub(crate) fn moments(&self, factor: &Factor, value: f64) -> (f64, f64) {
        let (mut all, mut atoms) = (vec![0.0; self.points], vec![0.0; self.points]);
        self.given(factor, value, &mut all, &mut atoms);
        let (mut mean, mut square) = (0.0, 0.0);
        for (point, chance) in all.iter().enumerate() {
            let at = (self.first + point as i64) as f64;
            mean += chance * at;
            square += chance * at * at;
        }
        (mean, square)
    }

    /// The sums that it pays flat, in parts of a pound, ascending.
    pub(crate) fn flats(&self) -> &[i64] {
        &self.flats.sums
    }

    /// How far from points of the grid any of its flat sums lies: the variance of where one is held, in steps squared.
    pub(crate) fn off(&self) -> f64 {
        self.flats.off
    }

    /// The chances of the sums that it pays flat, given the factor.
    pub(crate) fn flat_chances(&self, factor: &Factor, value: f64) -> Vec<f64> {
        let mut chances = vec![0.0; self.flats.sums.len()];
        let bins = match &self.kind {
            Kind::Delivered(bins) => bins,
            Kind::Noisy(noisy) => {
                noisy.flat_chances(factor, value, &mut chances);
                return chances;
            }
        };
        let above = |place: f64| normal::above((place - factor.common * value) / factor.own);
        for (at, bin) in bins.iter().enumerate() {
            let Some(flat) = bin.flat else { continue };
            let before = at.checked_sub(1).map_or(1.0, |at| above(bins[at].end));
            chances[flat] += (before - above(bin.end)).max(0.0);
        }
        chances
    }

    /// The most that it pays in pounds, on a grid of a step.
    pub(crate) fn most(&self, step: f64) -> f64 {
        match self.flats.sums.last() {
            Some(&sum) if self.flats.most => sum as f64 / PARTS_OF_A_POUND,
            _ => self.flats.top * step,
        }
    }

    /// Whether the most that it pays is paid flat, and not only run up to.
    pub(crate) fn tops_out(&self) -> bool {
        self.flats.most
    }

    /// The variance in steps squared, whatever the factor.
    pub(crate) fn variance(&self) -> f64 {
        let alone = Factor {
            common: 0.0,
            own: 1.0,
        };
        let (mean, square) = self.moments(&alone, 0.0);
        (square - mean * mean).max(0.0)
    }

    /// Writes the chances of the points, given the factor, all of them and the atoms among them.
    pub(crate) fn given(&self, factor: &Factor, value: f64, all: &mut [f64], atoms: &mut [f64]) {
        all.fill(0.0);
        atoms.fill(0.0);
        let bins = match &self.kind {
            Kind::Delivered(bins) => bins,
            Kind::Noisy(noisy) => return noisy.given(factor, value, all, atoms),
        };
        let shift = factor.common * value;
        let scale = 1.0 / factor.own;
        let above = |place: f64| normal::above((place - shift) * scale);
        let mut before = 1.0;
        for bin in bins {
            let after = above(bin.end);
            // Rounding may leave a chance of nothing a little below it.
            let chance = (before - after).max(0.0);
            let moved = if bin.rise == 0.0 {
                bin.part * chance
            } else {
                let inner = 0.5 * (above(bin.inner[0]) + above(bin.inner[1]));
                bin.part * chance + bin.rise * (inner - after)
            };
            let moved = moved.clamp(0.0, chance);
            all[bin.point] += chance - moved;
            if moved > 0.0 {
                all[bin.point + 1] += moved;
            }
            if bin.rise == 0.0 {
                atoms[bin.point] += chance - moved;
                if moved > 0.0 {
                    atoms[bin.point + 1] += moved;
                }
            }
            before = after;
            if before < 1e-17 {
                break;
            }
        }
    }
}

/// A part of a piece whose value lies between two points of the grid.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// The lower of the two points, counted from £0.
    pub(crate) point: i64,
    /// How far between the two it starts.
    pub(crate) part: f64,
    /// How much further it goes by its end.
    pub(crate) rise: f64,
    /// The sum in parts of a pound, where it is flat.
    pub(crate) flat: Option<i64>,
}

impl Cut {
    /// The upper of its two points, or the lower where it sits on that.
    fn last(&self) -> i64 {
        let on = self.rise == 0.0 && self.part == 0.0;
        if on { self.point } else { self.point + 1 }
    }
}

/// Cuts a piece where its value crosses the grid, and so that no part is wider than a limit.
pub(crate) fn cut(piece: &Piece, step: f64, widest: f64) -> Vec<Cut> {
    let start = piece.value / step;
    if piece.slope == 0.0 {
        let nearest = libm::round(start);
        let on = (start - nearest).abs() < NEAR;
        let point = if on { nearest } else { libm::floor(start) };
        return vec![Cut {
            from: piece.from,
            to: piece.to,
            point: point as i64,
            part: if on { 0.0 } else { start - point },
            rise: 0.0,
            flat: Some(libm::round(PARTS_OF_A_POUND * piece.value) as i64),
        }];
    }
    let slope = piece.slope / step;
    let run = piece.to - piece.from;
    let end = start + slope * run;
    let (low, high) = (start.min(end), start.max(end));
    // An end that rounding puts beside a point is on it: a sliver beyond would stretch the grid by a step.
    let mut at: Vec<f64> = (libm::floor(low + NEAR) as i64 + 1
        ..=libm::ceil(high - NEAR) as i64 - 1)
        .map(|point| piece.from + (point as f64 - start) / slope)
        .collect();
    let parts = libm::ceil(run / widest).max(1.0) as i32;
    at.extend((1..parts).map(|part| piece.from + run * f64::from(part) / f64::from(parts)));
    at.retain(|&at| at > piece.from && at < piece.to);
    at.push(piece.to);
    at.sort_by(f64::total_cmp);
    let mut from = piece.from;
    let mut cuts = Vec::with_capacity(at.len());
    for to in at {
        if to <= from {
            continue;
        }
        let value = start + slope * (from - piece.from);
        let point = libm::floor(value + 0.5 * slope * (to - from));
        cuts.push(Cut {
            from,
            to,
            point: point as i64,
            part: value - point,
            rise: slope * (to - from),
            flat: None,
        });
        from = to;
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is paid flat where £40 are paid below a share, and from £0 to so many pounds above it; a step is £58.
    fn flats(end: f64) -> Flats {
        let piece = |from: f64, value, slope| Piece {
            from,
            to: from + 0.5,
            value,
            slope,
        };
        let pieces = [piece(0.0, 40.0, 0.0), piece(0.5, 0.0, 2.0 * end)];
        let cuts: Vec<Cut> = pieces.iter().flat_map(|it| cut(it, 58.0, 0.1)).collect();
        Flats::of(cuts.iter())
    }

    #[test]
    fn what_is_paid_flat_is_the_most_unless_more_is_paid_within_the_same_step() {
        assert_eq!(flats(40.0).sums, [400_000]);
        assert!(flats(39.0).most && flats(40.0).most);
        assert!(!flats(50.0).most);
    }
}
