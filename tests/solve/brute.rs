//! Every plan of tiny agreements tried one by one, against the search. The two share no function but
//! the evaluation.

use crate::common::*;
use crate::random::{Sort, book};
use laa::engine::{Evaluation, Finding, Place, Problem, evaluate, is_pooled};
use laa::model::{BasisPoints, IndicatorId, OutcomeId, Pounds, PumpSplit, Scenario};
use laa::solve::{Limits, Lock, Objective, Plan, Unfit, best};
use proptest::prelude::*;
use proptest::sample::Index;
use std::ops::ControlFlow;

/// Plans that may be tried for one agreement.
const MOST: usize = 3_000;

/// Whether a year of an outcome is over: something is recorded in it or later.
fn is_over(book: &Book, outcome: OutcomeId, year: usize) -> bool {
    let own = book.ag.indicators.iter().filter(|it| it.outcome == outcome);
    own.into_iter()
        .any(|it| it.actual.iter().skip(year).any(Option::is_some))
}

/// What of the money of an outcome in a year no plan may move: its pooled money, and its pump-priming.
fn stays(book: &Book, limits: &Limits, outcome: OutcomeId, year: usize) -> (bool, bool) {
    let both = is_over(book, outcome, year)
        || limits.locks.contains(&Lock::Outcome(outcome))
        || limits.locks.contains(&Lock::Cell(outcome, year));
    let all = |lock: Lock| limits.locks.contains(&lock);
    (both || all(Lock::Pooled), both || all(Lock::Pump))
}

/// Whether an evaluated plan breaks a rule on money that it could keep: what money that stays breaks today is not
/// held against it, as long as it is no worse.
fn breaks(book: &Book, limits: &Limits, found: &Evaluation, today: &Evaluation) -> bool {
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
fn unplaced(found: &Evaluation) -> i64 {
    let pounds = found.findings.iter().map(|it| match it.problem {
        Problem::Unplaced { pounds, .. } => pounds.0,
        _ => 0,
    });
    pounds.sum()
}

/// What nobody could pay in each year of money that stays, if no outcome asked for any other.
fn unpayable(book: &Book, limits: &Limits) -> Vec<i64> {
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
fn unmet(found: &Evaluation) -> i64 {
    let pounds = found.findings.iter().map(|it| match it.problem {
        Problem::FloorUnmet { pounds, .. } | Problem::PinUnmet { pounds, .. } => pounds.0,
        _ => 0,
    });
    pounds.sum()
}

/// Whether everything is paid once so much, and no more, is forgiven by year of money that stays: every way to forgive it
/// in lumps is tried. Money that is bound to a place is none of it.
fn is_paid(
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

/// Every way to give up to so many lumps to so many places.
fn ways(places: usize, lumps: i64) -> Vec<Vec<i64>> {
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
fn money(found: &Evaluation) -> Vec<(OutcomeId, usize, i64, i64)> {
    let outcomes = found.outcomes.iter();
    let cells = outcomes.flat_map(|it| {
        let years = it.years.iter().enumerate();
        years.map(|(year, money)| (it.id, year, money.pooled.0, money.pump.0))
    });
    cells.collect()
}

/// Whether a plan keeps what it must beside the rules on money.
fn within(limits: &Limits, found: &Evaluation, today: &Evaluation, threshold: BasisPoints) -> bool {
    let (now, was) = (money(found), money(today));
    let kept = |lock: &Lock| {
        now.iter().zip(&was).all(|(now, was)| match *lock {
            Lock::Outcome(id) => now.0 != id || now == was,
            Lock::Cell(id, year) => (now.0, now.1) != (id, year) || now == was,
            Lock::Pump => now.3 == was.3,
            Lock::Pooled => now.2 == was.2,
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

/// The most that any plan in lumps is worth; no value where none keeps the rules, nothing at all where
/// there are too many plans to try.
fn brute(book: &Book, objective: &Objective, limits: &Limits, lump: i64) -> Option<Option<f64>> {
    let years = usize::from(book.ag.years);
    let today = evaluate(&book.ag, &book.sc);
    let places = || {
        let outcomes = book.ag.outcomes.iter();
        outcomes.flat_map(|it| (0..years).map(move |year| (it.id, year)))
    };
    let open: Vec<(OutcomeId, usize)> = places()
        .filter(|&(id, year)| !stays(book, limits, id, year).0)
        .collect();
    let unprimed: Vec<(OutcomeId, usize)> = places()
        .filter(|&(id, year)| !stays(book, limits, id, year).1)
        .collect();
    let primed: Vec<(OutcomeId, usize)> = unprimed
        .iter()
        .copied()
        .filter(|&(id, _)| today.outcomes.iter().any(|it| it.id == id && it.rewarded))
        .collect();
    let pooled = book.ag.streams.iter().filter(|it| is_pooled(&book.sc, it));
    let money: i64 = pooled
        .flat_map(|it| &it.amounts)
        .map(|it| it.counted().0)
        .sum();
    let grant = today.pump.grant.0;
    let count = |places: usize, lumps: i64| -> f64 {
        (1..=places as i64)
            .map(|it| (lumps + it) as f64 / it as f64)
            .product()
    };
    if count(open.len(), money / lump) * count(primed.len(), grant / lump) > MOST as f64 {
        return None;
    }
    let mut most: Option<f64> = None;
    let spared = unpayable(book, limits);
    let mut plan = book.clone();
    plan.sc.pump.split = PumpSplit::Typed;
    for outcome in &today.outcomes {
        for (year, money) in outcome.years.iter().enumerate() {
            plan.sc.pump.spending.set(outcome.id, year, money.pump);
        }
    }
    for spent in ways(open.len(), money / lump) {
        for (&(id, year), &lumps) in open.iter().zip(&spent) {
            plan.sc.spending.set(id, year, Pounds(lumps * lump));
        }
        for given in ways(primed.len(), grant / lump) {
            for &(id, year) in &unprimed {
                plan.sc.pump.spending.set(id, year, Pounds(0));
            }
            for (&(id, year), &lumps) in primed.iter().zip(&given) {
                plan.sc.pump.spending.set(id, year, Pounds(lumps * lump));
            }
            let found = evaluate(&plan.ag, &plan.sc);
            let threshold = plan.ag.rules.threshold;
            let kept = is_paid(&plan, limits, &found, (&spared, lump))
                && !breaks(&plan, limits, &found, &today);
            if kept && within(limits, &found, &today, threshold) {
                let value = objective.value(&found);
                most = Some(most.map_or(value, |most| most.max(value)));
            }
        }
    }
    Some(most)
}

fn search(book: &Book, objective: &Objective, limits: &Limits) -> Result<Plan, Unfit> {
    best(&book.ag, &book.sc, objective, limits, &mut |_| {
        ControlFlow::Continue(())
    })
}

/// The mean of scores, each indicator by its own weight.
fn attainment(book: &Book) -> Objective {
    let indicators = book.ag.indicators.iter();
    Objective::Attainment(indicators.map(|it| (it.id, it.weight)).collect())
}

const POUNDS: Sort = Sort {
    lump: 1,
    plain: false,
};
const THOUSANDS: Sort = Sort {
    lump: 1_000,
    plain: true,
};

/// A bound is a number that neither the plan nor any other is worth more than.
fn bounds(plan: &Plan, most: f64) -> Result<(), TestCaseError> {
    let bound = plan.bound;
    prop_assert!(bound.is_finite(), "{bound} cannot be told");
    prop_assert!(bound >= plan.value, "{bound} of {}", plan.value);
    prop_assert!(bound >= most - 1e-9, "the bound {bound} of {most}");
    Ok(())
}

/// The search against every plan: the plan is one of them, the bound exceeds all of them, and what is
/// called proved is the best of them.
fn agrees(book: &Book, scored: bool, limits: &Limits) -> Result<(), TestCaseError> {
    let objective = if scored {
        attainment(book)
    } else {
        Objective::Reward
    };
    let Some(most) = brute(book, &objective, limits, 1) else {
        return Err(TestCaseError::reject("too many plans"));
    };
    let today = book.ev();
    match (search(book, &objective, limits), most) {
        (Err(_), None) => {}
        (Ok(plan), Some(most)) => {
            let threshold = book.ag.rules.threshold;
            let spared = unpayable(book, limits);
            let kept = |scenario: &Scenario, found| {
                let mut book = book.clone();
                book.sc = scenario.clone();
                let paid = is_paid(&book, limits, found, (&spared, 1));
                paid && !breaks(&book, limits, found, &today)
            };
            prop_assert!(
                kept(&plan.scenario, &plan.evaluation),
                "the plan breaks a rule"
            );
            prop_assert!(within(limits, &plan.evaluation, &today, threshold));
            prop_assert!(
                plan.value <= most + 1e-9,
                "{} is more than any plan, {most}",
                plan.value
            );
            bounds(&plan, most)?;
            let unit = if scored { 1e-6 } else { 1.0 };
            let best = !plan.proved || plan.value >= most - unit - most * 1e-5;
            prop_assert!(best, "{} is not {most}", plan.value);
            if kept(&book.sc, &today) && within(limits, &today, &today, threshold) {
                prop_assert!(plan.value >= objective.value(&today));
            }
        }
        (found, most) => {
            prop_assert!(false, "{:?} against {most:?}", found.map(|it| it.value));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, max_global_rejects: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// With so few pounds, whole pounds cost much; but every plan is tried.
    #[test]
    fn no_plan_of_a_few_pounds_exceeds_the_bound(book in book(POUNDS), scored in any::<bool>()) {
        agrees(&book, scored, &Limits::default())?;
    }

    /// Money that may be brought forward has a bound of its own.
    #[test]
    fn no_plan_that_brings_money_forward_exceeds_the_bound(mut book in book(POUNDS), scored in any::<bool>(), quarters in 1_u32..=4) {
        for stream in &mut book.ag.streams {
            stream.bring_forward = pc(25 * quarters);
        }
        agrees(&book, scored, &Limits::default())?;
    }

    /// With locks, a limit on what may be moved, or an indicator that must be reached.
    #[test]
    fn no_plan_within_limits_exceeds_the_bound(
        book in book(POUNDS), scored in any::<bool>(), sort in 0..6_u8, which in any::<Index>(), year in 0..2_usize,
        most in 0..5_i64,
    ) {
        let outcome = which.get(&book.ag.outcomes).id;
        let mut limits = Limits::default();
        match sort {
            0 => limits.locks.push(Lock::Outcome(outcome)),
            1 => limits.locks.push(Lock::Cell(outcome, year)),
            2 => limits.locks.push(Lock::Pump),
            3 => limits.locks.push(Lock::Pooled),
            4 => limits.most_moved = Some(Pounds(most)),
            _ => limits.must.push(which.get(&book.ag.indicators).id),
        }
        agrees(&book, scored, &limits)?;
    }

    /// With so much that may go unpaid of money that stays, whoever could pay it.
    #[test]
    fn no_plan_that_leaves_money_unpaid_exceeds_the_bound(
        book in book(POUNDS), which in any::<Index>(), year in prop::option::of(0..2_usize), unpaid in [0..3_i64, 0..3_i64],
    ) {
        let outcome = which.get(&book.ag.outcomes).id;
        let lock = year.map_or(Lock::Outcome(outcome), |year| Lock::Cell(outcome, year));
        let unpaid = unpaid.into_iter().take(book.ag.years.into()).map(Pounds).collect();
        let limits = Limits { locks: vec![lock], unpaid: Some(unpaid), ..Limits::default() };
        agrees(&book, false, &limits)?;
    }

    /// A search that is stopped after a few cases, with a limit on what may be moved or without.
    #[test]
    fn no_plan_exceeds_the_bound_of_a_search_that_was_stopped(
        book in book(POUNDS), scored in any::<bool>(), nodes in 0..4_u64, most in prop::option::of(0..5_i64),
    ) {
        let objective = if scored { attainment(&book) } else { Objective::Reward };
        let limits = Limits { nodes, most_moved: most.map(Pounds), ..Limits::default() };
        let Some(most) = brute(&book, &objective, &limits, 1) else { return Err(TestCaseError::reject("too many plans")) };
        if let Ok(plan) = search(&book, &objective, &limits) {
            bounds(&plan, most.unwrap_or(f64::NEG_INFINITY))?;
        }
    }

    /// Where whole thousands reach what parts of them do, the best of them is found and proved.
    #[test]
    fn the_best_of_all_plans_in_thousands_is_found(book in book(THOUSANDS), scored in any::<bool>()) {
        let objective = if scored { attainment(&book) } else { Objective::Reward };
        let limits = Limits::default();
        let Some(Some(most)) = brute(&book, &objective, &limits, 1_000) else { return Err(TestCaseError::reject("too many plans, or none")) };
        let plan = search(&book, &objective, &limits).unwrap();
        let pounds = if scored { 0.003 } else { 2.0 };
        prop_assert!(plan.value >= most - pounds, "{} is not {most}", plan.value);
        prop_assert!(plan.bound >= most - 1e-9, "the bound {} of {most}", plan.bound);
        prop_assert!(plan.gap() <= pounds, "{} is far from {}", plan.value, plan.bound);
    }
}
