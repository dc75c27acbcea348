//! What pump-priming is worth: by how it is split, by how much of it there is, and where a little more crosses a cliff.

use crate::engine::evaluate;
use crate::job::answer::Answer;
use crate::job::pulse::Pulse;
use crate::model::{IndicatorId, OutcomeId, Pounds, PumpSplit, Scenario, Workbook};
use crate::solve::{
    Held, Limits, More, Objective, Primed, Question, Unfit, break_even, covered, more_pump,
    near_misses, outcome_curve, pump_curve, pump_held, pump_worth,
};
use serde::{Deserialize, Serialize};

/// Steps of the curve up to twice the grant.
const STEPS: u32 = 24;

/// How much more is asked about.
const MORE: [Pounds; 3] = [Pounds(10_000), Pounds(50_000), Pounds(100_000)];

/// The worth of the pump-priming grant, pooled money as it is. Lists grow while they are worked out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PumpPriming {
    /// The reward by each rule of splitting and as typed, in pounds, and by how much each is not affordable.
    pub splits: Vec<(PumpSplit, f64, Pounds)>,
    /// The reward at the best split.
    pub best: f64,
    /// By how much money that stays is not affordable at the best split.
    pub over: Pounds,
    /// The scenario with that split, typed.
    pub scenario: Scenario,
    /// The reward without any.
    pub without: f64,
    /// What each pound of the best split earns; none where no pound is spent.
    pub per_pound: Option<f64>,
    /// The financial year, by its first calendar year, in which it is paid back; none where it never is.
    pub paid_back: Option<u16>,
    /// What more of it earns, and where it goes.
    pub more: Vec<More>,
    /// Indicators just below their cliffs, with the least money in one year that takes each over and that year.
    pub near: Vec<(IndicatorId, Pounds, usize)>,
    /// What of it stays whatever the grant is.
    pub held: Held,
    /// The reward against the pump-priming of each outcome alone.
    pub outcomes: Vec<(OutcomeId, Vec<Primed>)>,
    /// Whether no grant covers what is spent of it for good by a year-end at which nothing has arrived.
    pub uncovered: bool,
    /// The reward against pump-priming in total.
    pub curve: Vec<Primed>,
    /// The least sum that earns what it takes; none where no sum does.
    pub break_even: Option<Pounds>,
    /// The most of the grant that earns what it takes, where the whole is never paid back; none where no sum is known to.
    pub covered: Option<Pounds>,
}

/// Works out what the grant of a scenario is worth, and tells it as it comes.
pub(crate) fn pump_priming(
    workbook: &Workbook,
    scenario: &Scenario,
    pulse: &mut Pulse<'_>,
) -> Result<PumpPriming, Unfit> {
    let agreement = &workbook.agreement;
    let limits = Limits::default();
    let question = Question {
        agreement,
        scenario,
        objective: &Objective::Reward,
        limits: &limits,
    };
    let worth = pump_worth(&question, &mut pulse.watch())?;
    let today = evaluate(agreement, scenario);
    let near = near_misses(agreement, scenario, &today);
    let mut found = PumpPriming {
        splits: worth.splits,
        best: worth.best.value,
        over: worth.best.evaluation.over,
        scenario: worth.best.scenario.clone(),
        without: worth.without,
        per_pound: worth.per_pound,
        paid_back: worth.paid_back,
        more: Vec::new(),
        near: near
            .into_iter()
            .map(|(id, crossing)| (id, crossing.pounds, crossing.year))
            .collect(),
        held: pump_held(&question),
        outcomes: Vec::new(),
        uncovered: false,
        curve: Vec::new(),
        break_even: None,
        covered: None,
    };
    tell(pulse, &found);
    for pounds in MORE {
        let more = more_pump(&question, &worth.best, pounds, &mut pulse.watch())?;
        found.more.push(more);
    }
    tell(pulse, &found);
    found.outcomes = agreement
        .outcomes
        .iter()
        .map(|outcome| {
            pulse.step();
            (outcome.id, outcome_curve(&question, outcome.id))
        })
        .filter(|(_, curve)| curve.len() > 1)
        .collect();
    tell(pulse, &found);
    let most = Pounds(2 * today.pump.grant.0.max(MORE[2].0));
    found.curve = pump_curve(&question, most, STEPS, &mut pulse.watch())?;
    found.uncovered = found.curve.is_empty();
    found.break_even = break_even(&question, &found.curve, found.without, &mut pulse.watch())?;
    if found.paid_back.is_none() {
        let whole = (found.without, today.pump.grant);
        found.covered = covered(&question, &found.curve, whole, &mut pulse.watch())?;
    }
    Ok(found)
}

fn tell(pulse: &mut Pulse<'_>, found: &PumpPriming) {
    pulse.found(Answer::Pump(Ok(Box::new(found.clone()))));
}
