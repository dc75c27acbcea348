//! Whether an evaluated scenario keeps every rule that a plan has to keep.

use crate::engine::{Evaluation, Finding, Place, Problem as Breach, evaluate};
use crate::model::{
    Agreement, Amount, BasisPoints, Control, Fence, FenceChoice, Grid, Origin, OutcomeId, Pounds,
    Scenario, Stream, StreamId,
};
use crate::solve::gone::free_id;
use crate::solve::plan::Limits;
use crate::solve::problem::Problem;

/// Whether an evaluated scenario is one that a plan may be: every pound is paid, pump-priming keeps to
/// its grant and to outcomes that bear reward, pins, floors and minimums are met, what stays is as
/// it was, and indicators reach what they must. What owners do with aligned streams is a fact that no plan
/// changes; nor does one change what is broken already by money that stays, as long as it makes that no worse.
pub(crate) fn keeps_rules(
    (agreement, plan): (&Agreement, &Scenario),
    found: &Evaluation,
    today: &Evaluation,
    problem: &Problem,
    limits: &Limits,
) -> bool {
    let mut cells = problem.cells.iter();
    let kept = found.outcomes.iter().flat_map(|it| &it.years).all(|year| {
        cells.next().is_some_and(|cell| {
            let pooled = !cell.pooled_stays || year.pooled.0 == cell.today;
            let pump = !cell.pump_stays || year.pump.0 == cell.pump_today;
            pooled && pump
        })
    });
    let threshold = plan.rules_in(agreement).threshold;
    let reached = limits.must.iter().all(|id| {
        let indicator = found.indicators.iter().find(|it| it.id == *id);
        let score = indicator.and_then(|it| it.score);
        score.is_some_and(|score| score.reaches(threshold))
    });
    let mut findings = found.findings.iter();
    kept && reached
        && (all_pooled_stays(problem) || is_paid(agreement, plan, found, problem))
        && !findings.any(|it| breaks(it, found, today, problem))
        && limits
            .most_moved
            .is_none_or(|most| moved(found, today).is_some_and(|moved| moved <= most.0))
}

/// Whether no plan may move any pooled money, so that who pays for it, and who is owed it, is no question.
fn all_pooled_stays(problem: &Problem) -> bool {
    problem.cells.iter().all(|it| it.pooled_stays)
}

/// Whether all money is paid but what may go unpaid of money that stays.
fn is_paid(agreement: &Agreement, plan: &Scenario, found: &Evaluation, problem: &Problem) -> bool {
    let owed = unplaced(found);
    if owed == Pounds(0) || owed > problem.unpaid.iter().copied().sum() {
        return owed == Pounds(0);
    }
    let (agreement, plan) = with_unpaid(agreement, plan, found, problem);
    unplaced(&evaluate(&agreement, &plan)) == Pounds(0)
}

/// The same with what may go unpaid in each year as a stream that reaches only what stays in it.
fn with_unpaid(
    agreement: &Agreement,
    plan: &Scenario,
    found: &Evaluation,
    problem: &Problem,
) -> (Agreement, Scenario) {
    let (mut agreement, mut plan) = (agreement.clone(), plan.clone());
    let unpaid = problem.unpaid.iter().enumerate();
    for (year, &pounds) in unpaid.filter(|(_, pounds)| pounds.0 > 0) {
        let id = free_id(&agreement);
        let outcomes = found.outcomes.iter().enumerate();
        let stays = outcomes.filter(|(place, _)| problem.cell(*place, year).stays());
        let named: Vec<OutcomeId> = stays.map(|(_, it)| it.id).collect();
        // A stream that names no outcome goes to all of them.
        if named.is_empty() {
            continue;
        }
        let mut amounts = vec![Amount::Stated(Pounds(0)); problem.years];
        amounts[year] = Amount::Stated(pounds);
        agreement.streams.push(Stream {
            id,
            name: String::new(),
            origin: Origin::Grant,
            home: None,
            control: Control::Pooled,
            partner: None,
            amounts,
            floors: Vec::new(),
            named,
            carry_forward: BasisPoints(0),
            bring_forward: BasisPoints(0),
            spending: Grid::default(),
        });
        plan.fences.push(FenceChoice {
            stream: id,
            fence: Fence::Stream,
        });
    }
    (agreement, plan)
}

/// Pounds that are typed and that nobody pays.
fn unplaced(found: &Evaluation) -> Pounds {
    let pounds = found.findings.iter().map(|it| match it.problem {
        Breach::Unplaced { pounds, .. } => pounds,
        _ => Pounds(0),
    });
    pounds.sum()
}

/// Whether a finding is a rule that is broken, and by more than money that stays breaks it already.
fn breaks(finding: &Finding, found: &Evaluation, today: &Evaluation, problem: &Problem) -> bool {
    let cell = |id: OutcomeId, year: usize| {
        let place = found.outcomes.iter().position(|it| it.id == id);
        let place = place.filter(|_| year < problem.years)?;
        Some(problem.cell(place, year))
    };
    let pooled = |id: StreamId| found.streams.iter().any(|it| it.id == id && it.pooled);
    let pooled_stays = |id, year| cell(id, year).is_some_and(|it| it.pooled_stays);
    let worse = |pounds: Pounds| pounds > short_today(finding, today);
    match (finding.problem, finding.place) {
        (Breach::FloorUnmet { outcome, pounds }, Place::Stream(stream, Some(year))) => {
            let stays = pooled_stays(outcome, year) && !worse(pounds);
            pooled(stream) && !stays && !all_pooled_stays(problem)
        }
        (Breach::PinUnmet { stream, pounds }, Place::Outcome(outcome, Some(year))) => {
            let stays = pooled_stays(outcome, year) && !worse(pounds);
            pooled(stream) && !stays && !all_pooled_stays(problem)
        }
        (Breach::MinimumUnmet { pounds }, Place::Outcome(outcome, Some(year))) => {
            worse(pounds) || !pooled_stays(outcome, year)
        }
        (Breach::PumpUnrewarded { .. }, Place::Outcome(outcome, Some(year))) => {
            !cell(outcome, year).is_some_and(|it| it.pump_stays)
        }
        (Breach::PumpOver { pounds }, Place::Pump(year)) => pounds.0 > problem.pump_over[year],
        _ => false,
    }
}

/// By how many pounds a floor, a pin or a minimum is not met today.
fn short_today(finding: &Finding, today: &Evaluation) -> Pounds {
    let same = today.findings.iter().filter(|it| it.place == finding.place);
    let short = same.filter_map(|it| match (finding.problem, it.problem) {
        (
            Breach::FloorUnmet { outcome, .. },
            Breach::FloorUnmet {
                outcome: other,
                pounds,
            },
        ) => (outcome == other).then_some(pounds),
        (
            Breach::PinUnmet { stream, .. },
            Breach::PinUnmet {
                stream: other,
                pounds,
            },
        ) => (stream == other).then_some(pounds),
        (Breach::MinimumUnmet { .. }, Breach::MinimumUnmet { pounds }) => Some(pounds),
        _ => None,
    });
    short.max().unwrap_or_default()
}

/// Pounds put where they are not today, or taken away, whichever is more, by outcome and year from all
/// sources together; none where the two have not the same outcomes.
#[must_use]
pub fn moved(found: &Evaluation, today: &Evaluation) -> Option<i64> {
    let (mut put, mut taken) = (0, 0);
    if found.outcomes.len() != today.outcomes.len() {
        return None;
    }
    for (one, other) in found.outcomes.iter().zip(&today.outcomes) {
        for (now, was) in one.years.iter().zip(&other.years) {
            let more = now.total().0 - was.total().0;
            put += more.max(0);
            taken += (-more).max(0);
        }
    }
    Some(put.max(taken))
}
