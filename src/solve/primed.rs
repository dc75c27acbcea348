//! What pump-priming is worth: by how much of it there is, where it goes, and when it is paid back.

use crate::engine::{Crossing, Evaluation, crossing, evaluate};
use crate::model::{
    Agreement, Grid, IndicatorId, OutcomeId, Pence, Pounds, PumpGrant, PumpSplit, Scenario,
};
use crate::solve::best::best_from;
use crate::solve::clash::Unfit;
use crate::solve::plan::{Limits, Lock, Plan, Question, Watch};
use crate::solve::problem::Problem;
use crate::solve::runs::{Corner, Runs};
use crate::solve::typed::typed;
use crate::solve::worth::Worths;
use serde::{Deserialize, Serialize};

/// The worth of a sum of pump-priming, pooled money as it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Primed {
    /// Pounds of pump-priming.
    pub pounds: Pounds,
    /// What a pound less is worth, where the last pound crosses a cliff; otherwise the same as `worth`.
    pub below: f64,
    /// What it is worth altogether, other money included.
    pub worth: f64,
}

/// What more pump-priming earns, and where it goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct More {
    /// Pounds more.
    pub pounds: Pounds,
    /// What they earn.
    pub earns: f64,
    /// By how much the pump-priming of each outcome changes, where it does.
    pub goes: Vec<(OutcomeId, Pounds)>,
}

/// The whole grant at its best.
#[derive(Clone, Debug)]
pub struct PumpWorth {
    /// The best split.
    pub best: Plan,
    /// The worth of each rule of splitting and of what is typed, as they stand, and by how much each is not affordable.
    pub splits: Vec<(PumpSplit, f64, Pounds)>,
    /// What there is without any pump-priming.
    pub without: f64,
    /// What each pound of the best split earns; none where no pound is spent.
    pub per_pound: Option<f64>,
    /// The financial year, by its first calendar year, in which the reward gained has paid back what was
    /// spent; none where it never does.
    pub paid_back: Option<u16>,
}

/// What the grant is worth when it is split as well as can be, pooled money as it is.
///
/// # Errors
/// [`Unfit`] where it cannot keep a minimum that it keeps today, or bring over what must be.
pub fn pump_worth(question: &Question<'_>, watch: &mut Watch<'_>) -> Result<PumpWorth, Unfit> {
    let best = with_grant(question, None, None, watch)?;
    let none = unprimed(question.scenario);
    let before = evaluate(question.agreement, &none);
    let without = question.objective.value(&before);
    let splits = [PumpSplit::Typed, PumpSplit::Equal, PumpSplit::Indicators];
    let splits = splits.map(|split| {
        let mut own = question.scenario.clone();
        own.pump.split = split;
        let found = evaluate(question.agreement, &own);
        (split, question.objective.value(&found), found.over)
    });
    let spent: Pounds = best.evaluation.pump.spent.iter().copied().sum();
    Ok(PumpWorth {
        splits: splits.to_vec(),
        per_pound: (spent.0 > 0).then(|| (best.value - without) / spent.0 as f64),
        paid_back: paid_back(&best.evaluation, &before, spent.pence()),
        best,
        without,
    })
}

/// What so much more pump-priming than the grant earns, and where it goes, against the grant at its best.
///
/// # Errors
/// As [`pump_worth`].
pub fn more_pump(
    question: &Question<'_>,
    best: &Plan,
    pounds: Pounds,
    watch: &mut Watch<'_>,
) -> Result<More, Unfit> {
    let grant = best.evaluation.pump.grant + pounds;
    let plan = with_grant(question, Some(grant), Some(&best.scenario), watch)?;
    let total = |grid: &Grid, id: OutcomeId| -> Pounds {
        let own = grid.cells().filter(|cell| cell.0 == id);
        own.map(|cell| cell.2).sum()
    };
    let outcomes = plan.evaluation.outcomes.iter();
    let goes = outcomes.map(|outcome| {
        let (now, then) = (&best.scenario.pump.spending, &plan.scenario.pump.spending);
        (outcome.id, total(then, outcome.id) - total(now, outcome.id))
    });
    Ok(More {
        pounds,
        earns: (plan.value - best.value).max(0.0),
        goes: goes.filter(|(_, change)| change.0 != 0).collect(),
    })
}

/// The worth of one outcome over the pump-priming that goes to it alone, up to the grant, spent as early
/// as it arrives and can be spent well: the bends of the curve, its jumps among them.
#[must_use]
pub fn outcome_curve(question: &Question<'_>, outcome: OutcomeId) -> Vec<Primed> {
    let none = unprimed(question.scenario);
    let today = evaluate(question.agreement, &none);
    let mut limits = Limits::default();
    limits.locks.push(Lock::Pooled);
    let problem = Problem::new(question.agreement, &none, &limits, &today);
    let place = today.outcomes.iter().position(|it| it.id == outcome);
    let pump = problem.sources.iter().find(|it| it.pump);
    let (Some(place), Some(pump)) = (place, pump) else {
        return Vec::new();
    };
    // The pounds and the weight of each year that takes any, in the order in which they are spent.
    let (mut waiting, mut parts) = (0, Vec::new());
    for year in 0..problem.years {
        waiting += pump.supply[year];
        if pump.reach[year] >> place & 1 == 1 {
            let cell = problem.cell(place, year);
            let taken = waiting.min(cell.most);
            waiting -= taken;
            parts.push((taken, cell.weight));
        }
    }
    let certain = problem.certain(place);
    let most = certain
        + parts
            .iter()
            .map(|(pounds, weight)| pounds * weight)
            .sum::<i64>();
    let runs = curve_of(question, &none, &today, place, (certain, most));
    let mut curve: Vec<Primed> = Vec::new();
    let mut before: Option<Corner> = None;
    for &corner in runs.corners() {
        let pounds = Pounds(needed(&parts, corner.at - certain));
        // A run that starts anew is reached by a jump from where the one before ends.
        let leaps = before.filter(|before| before.run != corner.run);
        match curve.last_mut().filter(|last| last.pounds == pounds) {
            Some(last) => last.worth = corner.worth,
            None => curve.push(Primed {
                pounds,
                below: leaps.map_or(corner.worth, |before| before.worth),
                worth: corner.worth,
            }),
        }
        before = Some(corner);
    }
    curve
}

/// The pounds that bring an effect, spent in the order of years with their pounds and weights.
fn needed(parts: &[(i64, i64)], effect: i64) -> i64 {
    let (mut rest, mut sum) = (effect, 0);
    for &(pounds, weight) in parts.iter().filter(|part| part.1 > 0) {
        if rest <= pounds * weight {
            return sum + (rest.max(0) + weight - 1) / weight;
        }
        rest -= pounds * weight;
        sum += pounds;
    }
    sum
}

/// The curve of an outcome between two effective spends.
pub(crate) fn curve_of(
    question: &Question<'_>,
    scenario: &Scenario,
    today: &Evaluation,
    outcome: usize,
    (from, to): (i64, i64),
) -> Runs {
    let rules = scenario.rules_in(question.agreement);
    let worths = Worths::new(question.agreement, rules, today, question.objective);
    Runs::new(&worths.steps(outcome, from, to))
}

/// The best split of the grant, or of another sum, pooled money as it is; never below a split that is known.
pub(crate) fn with_grant(
    question: &Question<'_>,
    grant: Option<Pounds>,
    known: Option<&Scenario>,
    watch: &mut Watch<'_>,
) -> Result<Plan, Unfit> {
    let scenario = match grant {
        Some(grant) => granted(question, grant),
        None => question.scenario.clone(),
    };
    let limits = pooled_as_it_is(question.limits);
    let own = Question {
        scenario: &scenario,
        limits: &limits,
        ..*question
    };
    best_from(&own, known.as_slice(), watch)
}

/// The scenario with another sum as its grant, of which no year that is over gets another part than it had.
pub(crate) fn granted(question: &Question<'_>, grant: Pounds) -> Scenario {
    let today = evaluate(question.agreement, question.scenario);
    let mut scenario = typed(question.scenario.clone(), &today);
    let rules = scenario
        .rules
        .get_or_insert_with(|| question.agreement.rules.clone());
    rules.pump.grant = PumpGrant::Stated(grant);
    scenario
}

/// Limits under which only pump-priming moves.
pub(crate) fn pooled_as_it_is(limits: &Limits) -> Limits {
    let mut limits = limits.clone();
    limits.locks.retain(|lock| *lock != Lock::Pump);
    limits.locks.push(Lock::Pooled);
    limits
}

/// A scenario without any pump-priming.
fn unprimed(scenario: &Scenario) -> Scenario {
    let mut none = scenario.clone();
    none.pump.split = PumpSplit::Typed;
    none.pump.spending = Grid::default();
    none
}

/// The first financial year by which the reward of one scenario over another covers a sum.
fn paid_back(with: &Evaluation, without: &Evaluation, spent: Pence) -> Option<u16> {
    let mut gained = Pence(0);
    with.payments.iter().find_map(|payment| {
        let mut others = without.payments.iter();
        let other = others.find(|other| other.year == payment.year);
        gained += payment.total() - other.map_or(Pence(0), |other| other.total());
        (spent > Pence(0) && gained >= spent).then_some(payment.year)
    })
}

/// Indicators below their own cliff in an evaluated scenario, with the least money in one year that
/// takes each over, the nearest first.
#[must_use]
pub fn near_misses(
    agreement: &Agreement,
    scenario: &Scenario,
    found: &Evaluation,
) -> Vec<(IndicatorId, Crossing)> {
    let below = found.indicators.iter();
    let below = below.filter(|it| it.cliff.is_some_and(|cliff| cliff.wins > Pence(0)));
    let mut misses: Vec<(IndicatorId, Crossing)> = below
        .filter_map(|it| Some((it.id, crossing(agreement, scenario, found, it.id)?)))
        .collect();
    misses.sort_by_key(|(id, crossing)| (crossing.pounds, *id));
    misses
}
