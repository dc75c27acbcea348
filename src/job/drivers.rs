//! What drives the odds of a scenario, what could be done about it, and how it fares against the others.

use crate::job::answer::Answer;
use crate::job::pulse::Pulse;
use crate::job::ranges::against;
use crate::model::{Decimal, IndicatorId, Scenario, ScenarioId, Workbook};
use crate::odds::{
    Bar, Columns, Dropped, Fineness, Gist, Leeway, Measure, VarianceShares, dropping, gist, odds,
    safe_stretch, tornado, variance_shares,
};
use serde::{Deserialize, Serialize};

/// The chance at which a stretch counts as safe.
pub const SAFE: f64 = 0.8;

/// The scenario against another one in the same world.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Against {
    /// The other one.
    pub other: ScenarioId,
    /// The chance that this one earns more.
    pub ahead: f64,
    /// The chance that both earn the same.
    pub level: f64,
    /// What this one earns more on average, in pounds.
    pub mean: f64,
    /// The sums that 10, 50 and 90% of the difference lie below, each with the chance of at least as much.
    pub marks: [(f64, f64); 3],
    /// How it is spread, but for the chance that both earn the same.
    pub columns: Columns,
    /// The largest standard error of the chances, where they were drawn.
    pub error: Option<f64>,
}

/// What drives the odds. Lists grow while they are worked out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Drivers {
    /// Against every other scenario.
    pub against: Vec<Against>,
    /// Shares of the variance; none where nothing is uncertain.
    pub shares: Option<VarianceShares>,
    /// How far each assumption moves the mean, the widest first.
    pub bars: Vec<Bar>,
    /// The figures worth a sentence.
    pub gist: Option<Gist>,
    /// The mean and P10 of the reward as it is, to compare what is dropped with.
    pub now: Option<(f64, f64)>,
    /// What dropping each outcome does.
    pub dropped: Vec<Dropped>,
    /// The stretch level of each indicator that reaches its threshold at the chance of [`SAFE`]; none where none does. No
    /// indicator is listed where the one cliff is on the average: none is safe by itself.
    pub safe: Vec<(IndicatorId, Option<Decimal>)>,
}

/// Works out what drives a scenario, and tells it as it comes.
pub(crate) fn drivers(workbook: &Workbook, scenario: &Scenario, pulse: &mut Pulse<'_>) -> Drivers {
    let (agreement, correlation) = (&workbook.agreement, workbook.correlation);
    let mut found = Drivers::default();
    let others = workbook.scenarios.iter();
    for other in others.filter(|other| other.id != scenario.id) {
        found.against.push(against(workbook, scenario, other));
        pulse.step();
    }
    tell(pulse, &found);
    let shares = variance_shares(agreement, scenario, correlation);
    let now = odds(agreement, scenario, correlation, Fineness::LIVE);
    let leeway = Leeway::default();
    found.bars = tornado(
        agreement,
        scenario,
        correlation,
        &leeway,
        Measure::Mean,
        Fineness::LIVE,
        &mut || pulse.step(),
    );
    found.now = Some((now.mean, now.reward.quantile(0.1)));
    found.gist = gist(&now, shares.as_ref(), &found.bars);
    found.shares = shares;
    tell(pulse, &found);
    found.dropped = dropping(
        agreement,
        scenario,
        correlation,
        Fineness::LIVE,
        &mut || pulse.step(),
    );
    tell(pulse, &found);
    let mut safe = |id| {
        pulse.step();
        safe_stretch(agreement, scenario, id, SAFE).map(|level| level.level)
    };
    if now.average.is_none() {
        let indicators = now.indicators.iter();
        found.safe = indicators.map(|it| (it.id, safe(it.id))).collect();
    }
    found
}

fn tell(pulse: &mut Pulse<'_>, found: &Drivers) {
    pulse.found(Answer::Drivers(Box::new(found.clone())));
}
