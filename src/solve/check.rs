//! Whether an evaluated scenario keeps every rule that a plan has to keep.

use crate::engine::{Evaluation, Finding, Place, Problem};
use crate::model::{OutcomeId, StreamId};
use crate::solve::plan::{Limits, Lock};

/// Whether an evaluated scenario is one that a plan may be: every pound is paid, pump-priming keeps to
/// its grant and to outcomes that bear reward, pins, floors and minimums are met, and what is locked is
/// as it was. What owners do with aligned streams is a fact that no plan changes.
#[must_use]
pub fn keeps_rules(found: &Evaluation, today: &Evaluation, limits: &Limits) -> bool {
    found.findings.iter().all(|it| !breaks(it, found, limits))
        && limits.locks.iter().all(|lock| is_kept(*lock, found, today))
        && limits
            .most_moved
            .is_none_or(|most| moved(found, today).is_some_and(|moved| moved <= most.0))
}

fn breaks(finding: &Finding, found: &Evaluation, limits: &Limits) -> bool {
    let pooled = |id: StreamId| found.streams.iter().any(|it| it.id == id && it.pooled);
    match (finding.problem, finding.place) {
        (Problem::FloorUnmet { .. }, Place::Stream(stream, _)) => pooled(stream),
        (Problem::PinUnmet { stream, .. }, _) => pooled(stream),
        (Problem::PumpUnrewarded { .. }, Place::Outcome(outcome, Some(year))) => {
            !limits.locks.iter().any(|lock| match *lock {
                Lock::Outcome(id) => id == outcome,
                Lock::Cell(id, at) => (id, at) == (outcome, year),
                Lock::Pump => true,
                Lock::Stream(_) => false,
            })
        }
        (problem, _) => matches!(
            problem,
            Problem::Unplaced { .. } | Problem::PumpOver { .. } | Problem::MinimumUnmet { .. }
        ),
    }
}

fn is_kept(lock: Lock, found: &Evaluation, today: &Evaluation) -> bool {
    let money = |of: &Evaluation, id: OutcomeId| {
        let outcome = of.outcomes.iter().find(|it| it.id == id);
        outcome.map_or(Vec::new(), |it| {
            let years = it.years.iter();
            years.map(|year| (year.pooled, year.pump)).collect()
        })
    };
    match lock {
        Lock::Outcome(id) => money(found, id) == money(today, id),
        Lock::Cell(id, year) => money(found, id).get(year) == money(today, id).get(year),
        Lock::Stream(_) => true,
        Lock::Pump => found
            .outcomes
            .iter()
            .zip(&today.outcomes)
            .all(|(one, other)| {
                let years = one.years.iter().zip(&other.years);
                years.into_iter().all(|(one, other)| one.pump == other.pump)
            }),
    }
}

/// Pounds put where they are not today, or taken away, whichever is more; none where the two have not
/// the same outcomes.
#[must_use]
pub fn moved(found: &Evaluation, today: &Evaluation) -> Option<i64> {
    let (mut put, mut taken) = (0, 0);
    if found.outcomes.len() != today.outcomes.len() {
        return None;
    }
    for (one, other) in found.outcomes.iter().zip(&today.outcomes) {
        for (now, was) in one.years.iter().zip(&other.years) {
            for more in [now.pooled.0 - was.pooled.0, now.pump.0 - was.pump.0] {
                put += more.max(0);
                taken += (-more).max(0);
            }
        }
    }
    Some(put.max(taken))
}
