//! Whether a plan keeps the rules, told from its evaluation alone and by trying: for the search to be held against.

use crate::common::*;
use laa::engine::{Evaluation, Finding, Place, Problem, evaluate, is_pooled};
use laa::model::{BasisPoints, IndicatorId, OutcomeId, Pounds};
use laa::solve::{Limits, Lock};

/// Whether a year of an outcome is over: something is recorded in it or later.
pub(crate) fn is_over(book: &Book, outcome: OutcomeId, year: usize) -> bool {
    let own = book.ag.indicators.iter().filter(|it| it.outcome == outcome);
    own.into_iter()
        .any(|it| it.actual.iter().skip(year).any(Option::is_some))
}

/// What of the money of an outcome in a year no plan may move: its pooled money, and its pump-priming.
pub(crate) fn stays(book: &Book, limits: &Limits, outcome: OutcomeId, year: usize) -> (bool, bool) {
    let both = is_over(book, outcome, year)
        || limits.locks.contains(&Lock::Outcome(outcome))
        || limits.locks.contains(&Lock::Cell(outcome, year));
    let all = |lock: Lock| limits.locks.contains(&lock);
    (both || all(Lock::Pooled), both || all(Lock::Pump))
}

/// Whether an evaluated plan breaks a rule on money that it could keep: what money that stays breaks today is not
/// held against it, as long as it is no worse.
pub(crate) fn breaks(book: &Book, limits: &Limits, found: &Evaluation, today: &Evaluation) -> bool {
    let pooled = |id| {
        let stream = book.ag.streams.iter().find(|it| it.id == id).unwrap();
        is_pooled(&book.sc, stream)
    };
    let pooled_stays = |outcome, year| stays(book, limits, outcome, year).0;
    let same = |one: &Finding, other: &Finding| match (one.problem, other.problem) {
        (
            Problem::FloorUnmet { outcome, pounds },
            Problem::FloorUnmet {
                outcome: other,
                pounds: less,
            },
        ) => outcome == other && pounds <= less,
        (
            Problem::PinUnmet { stream, pounds },
            Problem::PinUnmet {
                stream: other,
                pounds: less,
            },
        ) => stream == other && pounds <= less,
        (Problem::MinimumUnmet { pounds }, Problem::MinimumUnmet { pounds: less }) => {
            pounds <= less
        }
        _ => false,
    };
    let no_worse = |it: &Finding| {
        let mut today = today.findings.iter();
        today.any(|other| other.place == it.place && same(it, other))
    };
    let primed: Vec<i64> = found.pump.by_year_end.iter().map(|it| it.0).collect();
    found
        .findings
        .iter()
        .any(|finding| match (finding.problem, finding.place) {
            (Problem::FloorUnmet { outcome, .. }, Place::Stream(stream, Some(year))) => {
                pooled(stream) && !(pooled_stays(outcome, year) && no_worse(finding))
            }
            (Problem::PinUnmet { stream, .. }, Place::Outcome(outcome, Some(year))) => {
                pooled(stream) && !(pooled_stays(outcome, year) && no_worse(finding))
            }
            (Problem::MinimumUnmet { .. }, Place::Outcome(outcome, Some(year))) => {
                !(pooled_stays(outcome, year) && no_worse(finding))
            }
            (Problem::PumpUnrewarded { .. }, Place::Outcome(outcome, Some(year))) => {
                !stays(book, limits, outcome, year).1
            }
            (Problem::PumpOver { pounds }, Place::Pump(by)) => {
                let money = today.outcomes.iter().flat_map(|it| {
                    let years = it.years.iter().enumerate().take(by + 1);
                    years.map(|(year, money)| (it.id, year, money.pump.0))
                });
                let held = money.filter(|&(id, year, _)| stays(book, limits, id, year).1);
                let held: i64 = held.map(|it| it.2).sum();
                pounds.0 > (held - primed[by]).max(0)
            }
            _ => false,
        })
}

/// Typed money that nobody pays.
pub(crate) fn unplaced(found: &Evaluation) -> i64 {
    let pounds = found.findings.iter().map(|it| match it.problem {
        Problem::Unplaced { pounds, .. } => pounds.0,
        _ => 0,
    });
    pounds.sum()
}

/// What nobody could pay in each year of money that stays, if no outcome asked for any other.
pub(crate) fn unpayable(book: &Book, limits: &Limits) -> Vec<i64> {
    if let Some(unpaid) = &limits.unpaid {
        return unpaid.iter().map(|it| it.0).collect();
    }
    let today = evaluate(&book.ag, &book.sc);
    let mut alone = book.clone();
    for (id, year, ..) in money(&today) {
        if !stays(book, limits, id, year).0 {
            alone.sc.spending.set(id, year, Pounds(0));
        }
    }
    let found = evaluate(&alone.ag, &alone.sc);
    let mut years = vec![0; usize::from(book.ag.years)];
    for finding in &found.findings {
        if let (Problem::Unplaced { pounds, .. }, Place::Outcome(_, Some(year))) =
            (finding.problem, finding.place)
        {
            years[year] += pounds.0;
        }
    }
    years
}

/// What is missing to floors and pins.
pub(crate) fn unmet(found: &Evaluation) -> i64 {
    let pounds = found.findings.iter().map(|it| match it.problem {
        Problem::FloorUnmet { pounds, .. } | Problem::PinUnmet { pounds, .. } => pounds.0,
        _ => 0,
    });
    pounds.sum()
}

/// Whether everything is paid once so much, and no more, is forgiven by year of money that stays: every way to forgive it
/// in lumps is tried. Money that is bound to a place is none of it.
pub(crate) fn is_paid(
    plan: &Book,
    limits: &Limits,
    found: &Evaluation,
    (spared, lump): (&[i64], i64),
) -> bool {
    let owed = unplaced(found);
    let all_stay = money(found)
        .iter()
        .all(|it| stays(plan, limits, it.0, it.1).0);
    if owed == 0 || all_stay || owed > spared.iter().sum() {
        return owed == 0 || all_stay;
    }
    let locked: Vec<(OutcomeId, usize, i64)> = money(found)
        .into_iter()
        .filter(|it| it.2 > 0 && stays(plan, limits, it.0, it.1).0)
        .map(|it| (it.0, it.1, it.2))
        .collect();
    ways(locked.len(), owed / lump).into_iter().any(|forgiven| {
        let forgiven: Vec<i64> = forgiven.into_iter().map(|lumps| lumps * lump).collect();
        let by_cell = || locked.iter().zip(&forgiven);
        let by_year = |year| by_cell().filter(move |(cell, _)| cell.1 == year);
        let mut years = spared.iter().enumerate();
        let within = years.all(|(year, &most)| by_year(year).map(|it| it.1).sum::<i64>() <= most);
        let typed = by_cell().all(|(cell, &less)| less <= cell.2);
        if !within || !typed || forgiven.iter().sum::<i64>() != owed {
            return false;
        }
        let mut less = plan.clone();
        for (&(id, year, pounds), &forgiven) in by_cell() {
            less.sc.spending.set(id, year, Pounds(pounds - forgiven));
        }
        let less = evaluate(&less.ag, &less.sc);
        unplaced(&less) == 0 && unmet(&less) <= unmet(found)
    })
}

/// Whether everything can be paid with locked streams paying what they pay today and nothing else, where no money stays
/// and no locked stream owes more than it pays.
pub(crate) fn pays_as_today(plan: &Book, limits: &Limits, today: &Evaluation) -> bool {
    let mut rest = plan.clone();
    for lock in &limits.locks {
        let Lock::Stream(id) = *lock else { continue };
        // What an owner does with an aligned stream is no part of a plan.
        if !is_pooled(&plan.sc, rest.s(id)) {
            continue;
        }
        for part in today.paid.iter().filter(|it| it.stream == id) {
            let left = rest.sc.spending.get(part.outcome, part.year) - part.pounds;
            if left < Pounds(0) {
                return false;
            }
            rest.sc.spending.set(part.outcome, part.year, left);
        }
        rest.sc.pins.retain(|it| it.stream != id);
        rest.s(id).amounts.clear();
        rest.s(id).floors.clear();
        // What an outcome gets at least is a question about all of its money.
        for outcome in &mut rest.ag.outcomes {
            outcome.minimum.clear();
        }
    }
    let found = evaluate(&rest.ag, &rest.sc);
    limits.locks.iter().all(|it| !matches!(it, Lock::Stream(_)))
        || unplaced(&found) == 0 && !breaks(&rest, limits, &found, today)
}

/// Every way to give up to so many lumps to so many places.
pub(crate) fn ways(places: usize, lumps: i64) -> Vec<Vec<i64>> {
    if places == 0 {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for first in 0..=lumps {
        for mut rest in ways(places - 1, lumps - first) {
            rest.insert(0, first);
            all.push(rest);
        }
    }
    all
}

/// Pooled money and pump-priming by outcome and year.
pub(crate) fn money(found: &Evaluation) -> Vec<(OutcomeId, usize, i64, i64)> {
    let outcomes = found.outcomes.iter();
    let cells = outcomes.flat_map(|it| {
        let years = it.years.iter().enumerate();
        years.map(|(year, money)| (it.id, year, money.pooled.0, money.pump.0))
    });
    cells.collect()
}

/// Whether a plan keeps what it must beside the rules on money.
pub(crate) fn within(
    limits: &Limits,
    found: &Evaluation,
    today: &Evaluation,
    threshold: BasisPoints,
) -> bool {
    let (now, was) = (money(found), money(today));
    let kept = |lock: &Lock| {
        now.iter().zip(&was).all(|(now, was)| match *lock {
            Lock::Outcome(id) => now.0 != id || now == was,
            Lock::Cell(id, year) => (now.0, now.1) != (id, year) || now == was,
            Lock::Pump => now.3 == was.3,
            Lock::Pooled => now.2 == was.2,
            // Who pays is not told by what is spent: `pays_as_today` tries it.
            Lock::Stream(_) => true,
        })
    };
    let more = now
        .iter()
        .zip(&was)
        .map(|(now, was)| now.2 + now.3 - was.2 - was.3);
    let put: i64 = more.clone().map(|it| it.max(0)).sum();
    let taken: i64 = more.map(|it| (-it).max(0)).sum();
    let reached = |id: &IndicatorId| {
        let indicator = found.indicators.iter().find(|it| it.id == *id);
        indicator
            .and_then(|it| it.score)
            .is_some_and(|it| it.reaches(threshold))
    };
    limits.locks.iter().all(kept)
        && limits
            .most_moved
            .is_none_or(|most| put.max(taken) <= most.0)
        && limits.must.iter().all(reached)
}
