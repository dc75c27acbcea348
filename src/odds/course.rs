//! How much of an indicator's value hangs on delivery, year by year.

use crate::engine::IndicatorResult;
use crate::model::{DeliveryRisk, Indicator};
use crate::odds::pert::Pert;

/// Something that grows with the share that is delivered and with chance: `base + gain·s + noise·e`,
/// `e` a standard normal of the indicator's own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Line {
    /// What it is where nothing is delivered.
    pub(crate) base: f64,
    /// What the whole improvement still to come adds; never negative.
    pub(crate) gain: f64,
    /// The standard deviation of what chance adds.
    pub(crate) noise: f64,
}

impl Line {
    /// Its value for a delivered share and a draw of chance.
    pub(crate) fn at(&self, share: f64, chance: f64) -> f64 {
        self.base + self.gain * share + self.noise * chance
    }

    /// The same in units of which so many make one of the present ones, less a start.
    pub(crate) fn measured(&self, from: f64, unit: f64) -> Self {
        Self {
            base: (self.base - from) / unit,
            gain: self.gain / unit,
            noise: self.noise / unit,
        }
    }
}

/// An indicator's delivery: its distribution, and the years' values as lines, toward better.
#[derive(Clone, Debug)]
pub(crate) struct Course {
    /// 1 where higher is better, otherwise −1.
    pub(crate) toward: f64,
    /// How the share is distributed; none where it is certain.
    pub(crate) pert: Option<Pert>,
    /// The value of each year in millionths times `toward`; none where it cannot be said.
    pub(crate) years: Vec<Option<Line>>,
    /// Improvement still to come at the end, in millionths.
    pub(crate) ahead: i64,
    /// Share that is delivered where it is certain, in basis points.
    pub(crate) certain: u32,
}

impl Course {
    /// Reads an indicator with its evaluation.
    ///
    /// Risk multiplies only improvement still to come: what has come by the last recorded year stays.
    /// Chance touches the end value alone, until that is recorded.
    pub(crate) fn of(indicator: &Indicator, result: &IndicatorResult) -> Self {
        let toward = indicator.better.sign() as f64;
        let end = result.value.len().saturating_sub(1);
        let ahead = |year: usize| {
            let recorded = (0..=year)
                .rev()
                .find(|&year| indicator.actual(year).is_some());
            let at = |year: usize| result.improvement.get(year).map_or(0, |it| it.millionths());
            match recorded {
                Some(recorded) => at(year) - at(recorded),
                None => at(year),
            }
        };
        let risk = indicator.risk;
        let pert = risk
            .as_ref()
            .and_then(Pert::of)
            .filter(|_| (0..=end).any(|year| ahead(year) > 0));
        let certain = match risk {
            Some(DeliveryRisk { worst, best, .. }) if worst == best => worst.0,
            _ => 10_000,
        };
        let line = |year: usize| {
            let whole = toward * (*result.value.get(year)?)?.millionths() as f64;
            let to_come = ahead(year) as f64;
            let chance = risk.map_or(0.0, |risk| risk.noise.millionths() as f64);
            let touched = year == end && indicator.actual(year).is_none();
            let noise = if touched { chance } else { 0.0 };
            let base = whole - to_come;
            Some(match pert {
                Some(_) => Line {
                    base,
                    gain: to_come,
                    noise,
                },
                None => Line {
                    base: base + to_come * f64::from(certain) / 10_000.0,
                    gain: 0.0,
                    noise,
                },
            })
        };
        Self {
            toward,
            pert,
            years: (0..=end).map(line).collect(),
            ahead: ahead(end),
            certain,
        }
    }

    /// The end value as a line.
    pub(crate) fn end(&self) -> Option<Line> {
        self.years.last().copied().flatten()
    }
}
