//! From values to positions: a linear scale, a band scale and round axis ticks.

use crate::chart::numeral::Format;

/// The largest value that is drawn; anything beyond is a slip of typing.
const LIMIT: f64 = 1e15;

/// The value itself where it can be drawn: not a number becomes zero, the infinite a limit.
pub fn finite(value: f64) -> f64 {
    if value.is_nan() {
        0.0
    } else {
        value.clamp(-LIMIT, LIMIT)
    }
}

/// The amount in pounds where it has a length: below half a penny, and below zero, it has none.
pub fn length(pounds: f64) -> f64 {
    if pounds < 0.005 { 0.0 } else { finite(pounds) }
}

/// The side of a picture in CSS pixels: at least `least`, at most what a page can hold.
pub fn side(wanted: f64, least: f64) -> f64 {
    finite(wanted).clamp(least, 20_000.0)
}

/// A straight-line scale from values to positions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Linear {
    domain: (f64, f64),
    range: (f64, f64),
}

impl Linear {
    /// The scale that puts the ends of `domain` on the ends of `range`.
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Linear {
        Linear {
            domain: (finite(domain.0), finite(domain.1)),
            range,
        }
    }

    /// The position of a value; everything is in the middle if the domain is one point.
    pub fn at(&self, value: f64) -> f64 {
        let (low, high) = self.domain;
        let (from, to) = self.range;
        if low == high {
            return (from + to) / 2.0;
        }
        from + (finite(value) - low) / (high - low) * (to - from)
    }

    /// The position of a value, held within the range.
    pub fn clamped(&self, value: f64) -> f64 {
        let (from, to) = self.range;
        self.at(value).clamp(from.min(to), from.max(to))
    }

    /// The value at a position; the domain's start if the range is one point.
    pub fn value(&self, position: f64) -> f64 {
        let (low, high) = self.domain;
        let (from, to) = self.range;
        if from == to {
            return low;
        }
        low + (finite(position) - from) / (to - from) * (high - low)
    }

    /// Whether a value lies within the domain.
    pub fn holds(&self, value: f64) -> bool {
        let (low, high) = self.domain;
        value >= low.min(high) && value <= low.max(high)
    }
}

/// Equal bands in a row with a gap between them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    start: f64,
    step: f64,
    width: f64,
}

impl Band {
    /// `count` bands over `range`, `gap` (0 to 1) the share of each step that stays empty.
    pub fn new(count: usize, range: (f64, f64), gap: f64) -> Band {
        let step = (range.1 - range.0) / count.max(1) as f64;
        Band {
            start: range.0,
            step,
            width: step * (1.0 - gap.clamp(0.0, 1.0)),
        }
    }

    /// Where band `index` starts.
    pub fn start(&self, index: usize) -> f64 {
        self.start + self.step * index as f64 + (self.step - self.width) / 2.0
    }

    /// The middle of band `index`.
    pub fn middle(&self, index: usize) -> f64 {
        self.start(index) + self.width / 2.0
    }

    /// The width of one band.
    pub fn width(&self) -> f64 {
        self.width
    }

    /// The distance from one band to the next.
    pub fn step(&self) -> f64 {
        self.step
    }
}

/// Round values (steps of 1, 2 or 5 times a power of ten) within the two ends, about `about` many.
pub fn ticks(low: f64, high: f64, about: usize) -> Vec<f64> {
    let (low, high) = (finite(low.min(high)), finite(low.max(high)));
    let rough = (high - low) / about.max(1) as f64;
    if rough <= 0.0 {
        return vec![low];
    }
    let found = multiples(low, high, round_step(rough));
    if found.len() > 1 {
        return found;
    }
    // One value alone tells nobody how far it is to another.
    let closer = multiples(low, high, round_step(rough / 2.0));
    match closer.len() {
        more if more <= about + 1 => closer,
        _ => found,
    }
}

/// Multiples of a step within the two ends: 64 at most.
fn multiples(low: f64, high: f64, step: f64) -> Vec<f64> {
    let (first, last) = ((low / step - 1e-9).ceil(), (high / step + 1e-9).floor());
    let mut multiples = Vec::new();
    let mut n = first;
    // Those beyond 2^53 no longer grow by one; the count bounds the loop.
    while n <= last && multiples.len() < 64 {
        multiples.push(n * step + 0.0);
        n += 1.0;
    }
    multiples
}

/// Such values with their words, no two of them the same: fewer where that takes it, at last the middle alone.
pub fn told(low: f64, high: f64, about: usize, format: Format) -> Vec<(f64, String)> {
    let worded = |ticks: Vec<f64>| -> Vec<(f64, String)> {
        ticks.into_iter().map(|tick| (tick, format(tick))).collect()
    };
    let apart = |told: &Vec<(f64, String)>| {
        !told.is_empty() && told.windows(2).all(|pair| pair[0].1 != pair[1].1)
    };
    let fewer = (2..=about)
        .rev()
        .map(|about| worded(ticks(low, high, about)));
    fewer
        .into_iter()
        .find(apart)
        .unwrap_or_else(|| worded(vec![0.5 * finite(low) + 0.5 * finite(high)]))
}

/// The smallest round step that is not below `rough`, for a positive `rough`.
fn round_step(rough: f64) -> f64 {
    let mut power = 1.0;
    while power > rough && power > 1e-12 {
        power /= 10.0;
    }
    while power * 10.0 <= rough {
        power *= 10.0;
    }
    let round = [1.0, 2.0, 5.0].into_iter().map(|n| n * power);
    round
        .into_iter()
        .find(|&step| step >= rough * (1.0 - 1e-9))
        .unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_value_half_way_stands_half_way() {
        let scale = Linear::new((0.0, 1.2), (8.0, 312.0));
        assert_eq!(scale.at(0.6), 160.0);
        assert_eq!(scale.clamped(3.0), 312.0);
        assert_eq!(scale.value(160.0), 0.6);
    }

    #[test]
    fn one_value_alone_stands_in_the_middle() {
        assert_eq!(Linear::new((7.0, 7.0), (0.0, 100.0)).at(7.0), 50.0);
    }

    #[test]
    fn four_bands_share_the_room() {
        let band = Band::new(4, (0.0, 400.0), 0.5);
        assert_eq!(
            (band.start(0), band.width(), band.middle(3)),
            (25.0, 50.0, 350.0)
        );
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(ticks(0.0, 1.2, 4), vec![0.0, 0.5, 1.0]);
        assert_eq!(ticks(-150.0, 420.0, 5), vec![0.0, 200.0, 400.0]);
        assert_eq!(ticks(5.0, 5.0, 5), vec![5.0]);
        assert_eq!(ticks(355.0, 480.0, 2), vec![400.0, 450.0]);
        assert_eq!(ticks(0.0, 3_577_956.0, 4), vec![0.0, 1e6, 2e6, 3e6]);
    }

    #[test]
    fn no_two_ticks_say_the_same() {
        let millions: Format = |pounds| format!("£{:.2}m", pounds / 1e6);
        let said = |low, high| -> Vec<String> {
            let told = told(low, high, 4, millions);
            told.into_iter().map(|tick| tick.1).collect()
        };
        assert_eq!(said(6_190_999.5, 6_191_000.5), ["£6.19m"]);
        assert_eq!(
            told(6_190_999.5, 6_191_000.5, 4, millions)[0].0,
            6_191_000.0
        );
        assert_eq!(
            said(6_180_000.0, 6_200_000.0),
            ["£6.18m", "£6.19m", "£6.20m"]
        );
        assert_eq!(said(0.0, 3e6), ["£0.00m", "£1.00m", "£2.00m", "£3.00m"]);
    }

    proptest! {
        #[test]
        fn ticks_rise_within_their_ends(low in -1e9..1e9f64, span in 1e-3..1e9f64, about in 1usize..9) {
            let found = ticks(low, low + span, about);
            let slack = span * 1e-6;
            prop_assert!(found.len() <= about + 1);
            prop_assert!(found.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(found.iter().all(|&t| t >= low - slack && t <= low + span + slack));
        }

        #[test]
        fn a_scale_is_monotone_and_total(a in any::<f64>(), b in any::<f64>(), v in any::<f64>()) {
            let scale = Linear::new((a, b), (0.0, 300.0));
            prop_assert!((0.0..=300.0).contains(&scale.clamped(v)));
        }
    }
}
