//! How far each assumption moves the reward between its low and its high.

use crate::engine::evaluate;
use crate::model::{Agreement, BasisPoints, Indicator, IndicatorId, Pounds, Response, Scenario};
use crate::odds::factor::Factor;
use crate::odds::normal;
use crate::odds::reward::of_stakes;
use crate::odds::stake::{Stake, Stakes};
use crate::odds::sum::Fineness;
use serde::{Deserialize, Serialize};

/// An assumption that may prove wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assumption {
    /// What effective spend brings.
    Response,
    /// What the response costs.
    Cost,
    /// Where the indicator would go with no agreement.
    Without,
    /// How much is delivered: one time in ten less, one time in ten more.
    Delivery,
    /// How much indicators have in common.
    Correlation,
}

/// How far assumptions may be out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leeway {
    /// Part by which a response may bring less or more.
    pub response: BasisPoints,
    /// Part by which it may cost more or less.
    pub cost: BasisPoints,
    /// Part of the stretch by which the end without an agreement may be worse or better.
    pub without: BasisPoints,
    /// The lowest and the highest correlation.
    pub correlation: (BasisPoints, BasisPoints),
}

impl Default for Leeway {
    /// Starting values, to be replaced by what is known: a fifth either way for what money brings and
    /// costs, a tenth of the stretch for the path, a correlation from nothing to 60%.
    fn default() -> Self {
        Self {
            response: BasisPoints(2_000),
            cost: BasisPoints(2_000),
            without: BasisPoints(1_000),
            correlation: (BasisPoints(0), BasisPoints(6_000)),
        }
    }
}

/// Which figure of the reward is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// The mean. Correlation moves it only under one cliff on the average.
    Mean,
    /// What is reached nine times in ten.
    P10,
}

/// A bar of the tornado, in pounds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// What is assumed.
    pub assumption: Assumption,
    /// Of which indicator; none: of all of them at once.
    pub indicator: Option<IndicatorId>,
    /// The figure at the end that does harm; of the correlation, at its lowest.
    pub low: f64,
    /// The figure at the other end.
    pub high: f64,
}

/// Either end of an assumption.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Low,
    High,
}

impl End {
    /// A part taken off or added.
    fn of(self, part: BasisPoints) -> f64 {
        let part = f64::from(part.0) / 10_000.0;
        match self {
            Self::Low => -part,
            Self::High => part,
        }
    }
}

/// Moves each assumption alone, then each kind for all indicators at once; the widest bar first. Calls `tell` before
/// each end of a bar.
#[must_use]
pub fn tornado(
    agreement: &Agreement,
    scenario: &Scenario,
    correlation: BasisPoints,
    leeway: &Leeway,
    measure: Measure,
    fineness: Fineness,
    tell: &mut dyn FnMut(),
) -> Vec<Bar> {
    let now = read(agreement, scenario);
    let dearer = [End::Low, End::High].map(|end| {
        let changed = priced(agreement, 1.0 - end.of(leeway.cost));
        read(&changed, scenario)
    });
    let mut reckon = |stakes: &Stakes, correlation: BasisPoints| {
        tell();
        match measure {
            Measure::Mean if stakes.cliff.is_none() => stakes.each.iter().map(Stake::mean).sum(),
            Measure::Mean => of_stakes(stakes, Factor::new(correlation), fineness).mean,
            Measure::P10 => {
                let odds = of_stakes(stakes, Factor::new(correlation), fineness);
                odds.reward.quantile(0.1)
            }
        }
    };
    let mut moved = |assumption: Assumption, only: Option<IndicatorId>, end: End| {
        let mut stakes = now.clone();
        for stake in &mut stakes.each {
            if only.is_some_and(|only| only != stake.id) {
                continue;
            }
            let changed = match assumption {
                Assumption::Response => stake.moved(0.0, 1.0 + end.of(leeway.response)),
                Assumption::Without => stake.moved(end.of(leeway.without), 1.0),
                Assumption::Delivery => stake.fixed(end),
                Assumption::Cost => {
                    let dearer = &dearer[usize::from(end == End::High)];
                    let same = dearer.each.iter().find(|other| other.id == stake.id);
                    same.cloned().unwrap_or_else(|| stake.clone())
                }
                Assumption::Correlation => stake.clone(),
            };
            *stake = changed;
        }
        reckon(&stakes, correlation)
    };
    let kinds = [
        Assumption::Response,
        Assumption::Cost,
        Assumption::Without,
        Assumption::Delivery,
    ];
    let ids = now.each.iter().map(|stake| Some(stake.id));
    let mut bars: Vec<Bar> = ids
        .chain([None])
        .flat_map(|indicator| kinds.map(|assumption| (assumption, indicator)))
        .map(|(assumption, indicator)| Bar {
            assumption,
            indicator,
            low: moved(assumption, indicator, End::Low),
            high: moved(assumption, indicator, End::High),
        })
        .collect();
    bars.push(Bar {
        assumption: Assumption::Correlation,
        indicator: None,
        low: reckon(&now, leeway.correlation.0),
        high: reckon(&now, leeway.correlation.1),
    });
    let width = |bar: &Bar| (bar.high - bar.low).abs();
    bars.sort_by(|a, b| {
        let wider = width(b).total_cmp(&width(a));
        wider.then((a.assumption, a.indicator).cmp(&(b.assumption, b.indicator)))
    });
    bars
}

fn read(agreement: &Agreement, scenario: &Scenario) -> Stakes {
    Stakes::of(agreement, scenario, &evaluate(agreement, scenario))
}

/// The agreement where every response costs so many times as much.
fn priced(agreement: &Agreement, times: f64) -> Agreement {
    let dearer = |pounds: Pounds| Pounds(libm::round(pounds.0 as f64 * times) as i64);
    let mut changed = agreement.clone();
    let responses = changed.indicators.iter_mut();
    for response in responses.filter_map(|it: &mut Indicator| it.response.as_mut()) {
        match response {
            Response::Cost { full, .. } => *full = dearer(*full),
            Response::Points(points) => {
                let points = points.iter_mut();
                points.for_each(|point| point.pounds = dearer(point.pounds));
            }
        }
    }
    changed
}

impl Stake {
    /// The stake where its end lies so much further on and its improvement to come is so many times
    /// as large, both in parts of the stretch.
    fn moved(&self, further: f64, times: f64) -> Self {
        let mut moved = self.clone();
        if self.recorded {
            return moved;
        }
        moved.score.base += further;
        if self.pert.is_some() {
            moved.score.gain *= times;
        } else {
            moved.score.base += (times - 1.0) * self.ahead;
        }
        moved.settle();
        moved
    }

    /// The stake where delivery is fixed, one time in ten below that or above it.
    fn fixed(&self, end: End) -> Self {
        let tenth = normal::quantile(0.1, 0.9);
        let place = if end == End::Low { tenth } else { -tenth };
        let mut fixed = self.clone();
        if let Some(pert) = fixed.pert.take() {
            fixed.score.base += fixed.score.gain * pert.at(place);
            fixed.score.gain = 0.0;
        }
        fixed.settle();
        fixed
    }
}
