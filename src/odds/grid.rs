//! How fine a grid of pounds wagers need, and where its points lie.

use crate::odds::wager::Wager;

/// The least and the most that a wager pays, and the sums that it pays flat.
pub(crate) struct Span {
    low: f64,
    high: f64,
    flat: Vec<f64>,
}

impl Span {
    pub(crate) fn of(wager: &Wager<'_>) -> Self {
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
pub(crate) fn step(spans: &[Span], points: usize) -> f64 {
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
