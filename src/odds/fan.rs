//! Where an indicator's value may go, year by year: a fan about its trajectory.

use crate::engine::{IndicatorResult, evaluate};
use crate::model::{Agreement, Indicator, IndicatorId, Scenario};
use crate::odds::chance::Prospect;
use crate::odds::course::{Course, Line};
use crate::odds::normal;
use serde::Serialize;

/// Millionths to a unit of an indicator.
const MILLION: f64 = 1_000_000.0;

/// An indicator's values by year of the agreement, in its own units.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fan {
    /// The indicator.
    pub id: IndicatorId,
    /// By year; none where no value can be said.
    pub years: Vec<Option<FanYear>>,
}

/// The values of one year. All are the same where the year is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct FanYear {
    /// One time in ten it is worse.
    pub worse: f64,
    /// One time in four it is worse.
    pub rather_worse: f64,
    /// It is as often worse as better.
    pub middle: f64,
    /// One time in four it is better.
    pub rather_better: f64,
    /// One time in ten it is better.
    pub better: f64,
}

/// Fans about the trajectories of all indicators, in the order by id. Money spent is taken as certain.
#[must_use]
pub fn fans(agreement: &Agreement, scenario: &Scenario) -> Vec<Fan> {
    let found = evaluate(agreement, scenario);
    let one = |result: &IndicatorResult| {
        let mut indicators = agreement.indicators.iter();
        let indicator = indicators.find(|indicator| indicator.id == result.id)?;
        Some(fan(indicator, result))
    };
    found.indicators.iter().filter_map(one).collect()
}

/// The fan about the trajectory of one indicator with its result.
#[must_use]
pub fn fan(indicator: &Indicator, result: &IndicatorResult) -> Fan {
    let (tenth, quarter) = (normal::quantile(0.1, 0.9), normal::quantile(0.25, 0.75));
    let course = Course::of(indicator, result);
    let year = |line: &Option<Line>| {
        let prospect = Prospect::new((*line)?, course.pert);
        let at = |z: f64| course.toward * prospect.at(z) / MILLION;
        Some(FanYear {
            worse: at(tenth),
            rather_worse: at(quarter),
            middle: at(0.0),
            rather_better: at(-quarter),
            better: at(-tenth),
        })
    };
    Fan {
        id: indicator.id,
        years: course.years.iter().map(year).collect(),
    }
}
