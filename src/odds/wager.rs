//! A sum of pounds that hangs on one indicator: linear in the delivered share between marks, with jumps.

use crate::odds::course::Line;
use crate::odds::pert::Pert;
use crate::odds::stake::Stake;

/// A line and the level at which what is paid bends or jumps.
pub(crate) type Mark = (Line, f64);

/// Pounds that hang on the share an indicator delivers and, where it is noisy, on chance.
pub(crate) struct Wager<'a> {
    /// How the share is distributed; none where it is certain.
    pub(crate) pert: Option<Pert>,
    /// Whether chance has a part in it.
    pub(crate) noisy: bool,
    /// Where what is paid may bend or jump.
    pub(crate) marks: Vec<Mark>,
    /// Pounds for a share and a draw of chance.
    pub(crate) pays: Box<dyn Fn(f64, f64) -> f64 + 'a>,
}

impl<'a> Wager<'a> {
    /// The reward of a stake.
    pub(crate) fn reward(stake: &'a Stake) -> Self {
        Self::part(stake, 1.0)
    }

    /// A part of the reward of a stake.
    pub(crate) fn part(stake: &'a Stake, part: f64) -> Self {
        Self {
            pert: stake.pert,
            noisy: stake.is_noisy(),
            marks: marks(stake),
            pays: Box::new(move |share, chance| part * stake.pays(share, chance)),
        }
    }

    /// Something that hangs on what a stake earns and on what is paid on account of it, linear in both
    /// but for a bend where the two are equal.
    pub(crate) fn settled(stake: &'a Stake, pays: impl Fn(f64, f64) -> f64 + 'a) -> Self {
        let mut marks = marks(stake);
        if let Some(advance) = stake.advance {
            marks.push((advance.margin, 0.0));
            marks.push((stake.score, advance.pounds / stake.most));
        }
        Self {
            pert: stake.pert,
            noisy: stake.is_noisy(),
            marks,
            pays: Box::new(move |share, chance| {
                pays(stake.pays(share, chance), stake.advances(share, chance))
            }),
        }
    }

    /// The sum where nothing moves it.
    pub(crate) fn certain(&self) -> Option<f64> {
        let moved = |(line, _): &Mark| line.gain > 0.0 || line.noise > 0.0;
        (!self.marks.iter().any(moved)).then(|| (self.pays)(1.0, 0.0))
    }

    /// The linear pieces over the share from worst to best, chance left out.
    pub(crate) fn over_shares(&self, pert: &Pert) -> Vec<Piece> {
        let at = |&(line, level): &Mark| (level - line.base) / line.gain;
        let breaks = self
            .marks
            .iter()
            .filter(|(line, _)| line.gain > 0.0)
            .map(at);
        pieces(pert.worst(), pert.best(), breaks.collect(), |share| {
            (self.pays)(share, 0.0)
        })
    }

    /// The linear pieces over chance, for a share.
    pub(crate) fn over_chance(&self, share: f64, reach: f64) -> Vec<Piece> {
        let at = |&(line, level): &Mark| (level - line.base - line.gain * share) / line.noise;
        let breaks = self
            .marks
            .iter()
            .filter(|(line, _)| line.noise > 0.0)
            .map(at);
        pieces(-reach, reach, breaks.collect(), |chance| {
            (self.pays)(share, chance)
        })
    }
}

/// Where the reward of a stake bends or jumps.
pub(crate) fn marks(stake: &Stake) -> Vec<Mark> {
    vec![(stake.score, stake.from), (stake.score, 1.0)]
}

/// A stretch on which a function is linear.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// The value at the start.
    pub(crate) value: f64,
    pub(crate) slope: f64,
}

/// The least and the most of the values at either end of pieces.
pub(crate) fn ends(pieces: impl IntoIterator<Item = Piece>) -> (f64, f64) {
    let ends = pieces.into_iter().flat_map(|piece| {
        [
            piece.value,
            piece.value + piece.slope * (piece.to - piece.from),
        ]
    });
    ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), end| {
        (low.min(end), high.max(end))
    })
}

/// Cuts a range at breaks between which a function is linear; it is read inside each piece, so that
/// it does not matter to which side a jump belongs.
fn pieces(from: f64, to: f64, mut breaks: Vec<f64>, f: impl Fn(f64) -> f64) -> Vec<Piece> {
    breaks.retain(|&at| at > from && at < to);
    breaks.push(to);
    breaks.sort_by(f64::total_cmp);
    let mut pieces: Vec<Piece> = Vec::with_capacity(breaks.len());
    let mut start = from;
    for end in breaks {
        let run = end - start;
        if run <= 0.0 {
            continue;
        }
        let (early, late) = (start + 0.25 * run, start + 0.75 * run);
        let (low, high) = (f(early), f(late));
        let slope = (high - low) / (late - early);
        pieces.push(Piece {
            from: start,
            to: end,
            value: low - slope * (early - start),
            slope,
        });
        start = end;
    }
    pieces
}
