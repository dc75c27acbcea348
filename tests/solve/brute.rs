//! Every plan of tiny agreements tried one by one, against the search. The two share no function but
//! the evaluation.

use crate::common::*;
use crate::random::{Sort, book};
use laa::engine::{Evaluation, Place, Problem, evaluate, is_pooled};
use laa::model::{OutcomeId, Pounds, PumpSplit};
use laa::solve::{Limits, Objective, Plan, Unfit, best};
use proptest::prelude::*;
use std::ops::ControlFlow;

/// Plans that may be tried for one agreement.
const MOST: usize = 3_000;

/// Whether a year of an outcome is over: something is recorded in it or later.
fn is_over(book: &Book, outcome: OutcomeId, year: usize) -> bool {
    let own = book.ag.indicators.iter().filter(|it| it.outcome == outcome);
    own.into_iter()
        .any(|it| it.actual.iter().skip(year).any(Option::is_some))
}

/// Whether an evaluated plan breaks a rule on money.
fn breaks(book: &Book, found: &Evaluation) -> bool {
    let pooled = |id| {
        let stream = book.ag.streams.iter().find(|it| it.id == id).unwrap();
        is_pooled(&book.sc, stream)
    };
    found
        .findings
        .iter()
        .any(|finding| match (finding.problem, finding.place) {
            (
                Problem::Unplaced { .. } | Problem::PumpOver { .. } | Problem::MinimumUnmet { .. },
                _,
            ) => true,
            (Problem::FloorUnmet { .. }, Place::Stream(stream, _)) => pooled(stream),
            (Problem::PinUnmet { stream, .. }, _) => pooled(stream),
            (Problem::PumpUnrewarded { .. }, Place::Outcome(outcome, Some(year))) => {
                !is_over(book, outcome, year)
            }
            _ => false,
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

/// The most that any plan in lumps is worth; no value where none keeps the rules, nothing at all where
/// there are too many plans to try.
fn brute(book: &Book, objective: &Objective, lump: i64) -> Option<Option<f64>> {
    let years = usize::from(book.ag.years);
    let today = evaluate(&book.ag, &book.sc);
    let open: Vec<(OutcomeId, usize)> = book
        .ag
        .outcomes
        .iter()
        .flat_map(|it| (0..years).map(move |year| (it.id, year)))
        .filter(|&(id, year)| !is_over(book, id, year))
        .collect();
    let primed: Vec<(OutcomeId, usize)> = open
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
            for &(id, year) in &open {
                plan.sc.pump.spending.set(id, year, Pounds(0));
            }
            for (&(id, year), &lumps) in primed.iter().zip(&given) {
                plan.sc.pump.spending.set(id, year, Pounds(lumps * lump));
            }
            let found = evaluate(&plan.ag, &plan.sc);
            if !breaks(&plan, &found) {
                let value = objective.value(&found);
                most = Some(most.map_or(value, |most| most.max(value)));
            }
        }
    }
    Some(most)
}

fn search(book: &Book, objective: &Objective) -> Result<Plan, Unfit> {
    let limits = Limits::default();
    best(&book.ag, &book.sc, objective, &limits, &mut |_| {
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, max_global_rejects: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// With so few pounds, whole pounds cost much; but every plan is tried.
    #[test]
    fn no_plan_of_a_few_pounds_exceeds_the_bound(book in book(POUNDS), scored in any::<bool>()) {
        let objective = if scored { attainment(&book) } else { Objective::Reward };
        let Some(most) = brute(&book, &objective, 1) else { return Err(TestCaseError::reject("too many plans")) };
        match (search(&book, &objective), most) {
            (Err(_), None) => {}
            (Ok(plan), Some(most)) => {
                prop_assert!(!breaks(&book, &plan.evaluation), "the plan breaks a rule");
                prop_assert!(plan.value <= most + 1e-9, "{} is more than any plan, {most}", plan.value);
                prop_assert!(plan.bound >= most - 1e-9, "the bound {} of {most}", plan.bound);
                let unit = if scored { 1e-6 } else { 1.0 };
                prop_assert!(!plan.proved || plan.value >= most - unit, "{} is not {most}", plan.value);
                if !breaks(&book, &book.ev()) {
                    prop_assert!(plan.value >= objective.value(&book.ev()));
                }
            }
            (found, most) => prop_assert!(false, "{:?} against {most:?}", found.map(|it| it.value)),
        }
    }

    /// Where whole thousands reach what parts of them do, the best of them is found and proved.
    #[test]
    fn the_best_of_all_plans_in_thousands_is_found(book in book(THOUSANDS), scored in any::<bool>()) {
        let objective = if scored { attainment(&book) } else { Objective::Reward };
        let Some(Some(most)) = brute(&book, &objective, 1_000) else { return Err(TestCaseError::reject("too many plans, or none")) };
        let plan = search(&book, &objective).unwrap();
        let pounds = if scored { 0.003 } else { 2.0 };
        prop_assert!(plan.value >= most - pounds, "{} is not {most}", plan.value);
        prop_assert!(plan.bound >= most - 1e-9, "the bound {} of {most}", plan.bound);
        prop_assert!(plan.gap() <= pounds, "{} is far from {}", plan.value, plan.bound);
    }
}
