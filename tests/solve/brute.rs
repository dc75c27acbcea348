//! Every plan of tiny agreements tried one by one, against the search. The two share no function but
//! the evaluation.

use crate::common::*;
use crate::kept::{breaks, is_paid, pays_as_today, stays, unpayable, ways, within};
use crate::random::{Sort, book};
use crate::tries::tries;
use laa::engine::{Place, Problem, evaluate, is_pooled};
use laa::model::{OutcomeId, Pounds, PumpSplit, Scenario};
use laa::solve::{Limits, Lock, Objective, Plan, Unfit, best};
use proptest::prelude::*;
use proptest::sample::Index;
use std::ops::ControlFlow;

/// Plans that may be tried for one agreement.
const MOST: usize = 3_000;

/// The most that any plan in lumps is worth; no value where none keeps the rules, nothing at all where
/// there are too many plans to try.
pub(crate) fn brute(
    book: &Book,
    objective: &Objective,
    limits: &Limits,
    lump: i64,
) -> Option<Option<f64>> {
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
                && !breaks(&plan, limits, &found, &today)
                && pays_as_today(&plan, limits, &today);
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
                    && pays_as_today(&book, limits, &today)
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
    #![proptest_config(tries(200))]

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

    /// With a stream that pays what it pays today and nothing else, its pins and floors among it.
    #[test]
    fn no_plan_with_a_locked_stream_exceeds_the_bound(mut book in book(POUNDS), scored in any::<bool>(), which in any::<Index>()) {
        book.ag.indicators.iter_mut().for_each(|it| it.actual.clear());
        let stream = which.get(&book.ag.streams).id;
        let owes = book.ev().findings.iter().any(|it| match (it.problem, it.place) {
            (Problem::PinUnmet { stream: id, .. }, _) => id == stream,
            (Problem::FloorUnmet { .. }, Place::Stream(id, _)) => id == stream,
            _ => false,
        });
        if owes { return Err(TestCaseError::reject("more is owed than is paid")) }
        let limits = Limits { locks: vec![Lock::Stream(stream)], ..Limits::default() };
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
