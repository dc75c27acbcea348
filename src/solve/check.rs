//! Whether an evaluated scenario keeps every rule that a plan has to keep.

use crate::engine::{Evaluation, Finding, Place, Problem as Breach};
use crate::model::{BasisPoints, StreamId};
use crate::solve::plan::{Limits, Lock};
use crate::solve::problem::Problem;

/// Whether an evaluated scenario is one that a plan may be: every pound is paid, pump-priming keeps to
/// its grant and to outcomes that bear reward, pins, floors and minimums are met, what is locked is as
/// it was, and indicators reach what they must. What owners do with aligned streams is a fact that no plan changes.
pub(crate) fn keeps_rules(
    found: &Evaluation,
    today: &Evaluation,
    problem: &Problem,
    limits: &Limits,
    threshold: BasisPoints,
) -> bool {
    let pump_locked = limits.locks.contains(&Lock::Pump);
    let pooled_locked = limits.locks.contains(&Lock::Pooled);
    let mut cells = problem.cells.iter();
    let kept = found.outcomes.iter().flat_map(|it| &it.years).all(|year| {
        cells.next().is_some_and(|cell| {
            let pooled = !(cell.locked || pooled_locked) || year.pooled.0 == cell.today;
            let pump = !(cell.locked || pump_locked) || year.pump.0 == cell.pump_today;
            pooled && pump
        })
    });
    let reached = limits.must.iter().all(|id| {
        let indicator = found.indicators.iter().find(|it| it.id == *id);
        let score = indicator.and_then(|it| it.score);
        score.is_some_and(|score| score.reaches(threshold))
    });
    kept && reached
        && found.findings.iter().all(|it| !breaks(it, found, problem))
        && limits
            .most_moved
            .is_none_or(|most| moved(found, today).is_some_and(|moved| moved <= most.0))
}

fn breaks(finding: &Finding, found: &Evaluation, problem: &Problem) -> bool {
    let pooled = |id: StreamId| found.streams.iter().any(|it| it.id == id && it.pooled);
    match (finding.problem, finding.place) {
        (Breach::FloorUnmet { .. }, Place::Stream(stream, _)) => pooled(stream),
        (Breach::PinUnmet { stream, .. }, _) => pooled(stream),
        (Breach::PumpUnrewarded { .. }, Place::Outcome(id, Some(year))) => {
            let place = found.outcomes.iter().position(|it| it.id == id);
            !place.is_some_and(|place| problem.cell(place, year).locked)
        }
        (problem, _) => matches!(
            problem,
            Breach::Unplaced { .. } | Breach::PumpOver { .. } | Breach::MinimumUnmet { .. }
        ),
    }
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
