//! What a plan leaves alone: locks, money that may not move far, indicators that must be reached, years
//! that are over.

use crate::common::*;
use laa::model::{Amount, OutcomeId, Pounds, PumpGrant, StreamId};
use laa::solve::{Limits, Lock, Objective, Origin, Plan, Progress, Unfit, best, moved};
use std::ops::ControlFlow;

/// Two outcomes of one block share £100,000 in one year. Half the pot of £100,000 hangs on each: Work
/// pays from £60,000 on, Health from £48,000 on, each up to its full stretch. Today all goes to Work.
fn two() -> (Book, OutcomeId, OutcomeId, StreamId) {
    let mut book = Book::new(1);
    let block = book.bl();
    let stream = book.st(block, &[100_000]);
    let (work, health) = (book.oc(block), book.oc(block));
    let jobs = book.ki(work, "0", "100");
    book.k(jobs).response = Some(straight(100_000));
    let smokers = book.ki(health, "0", "100");
    book.k(smokers).response = Some(straight(80_000));
    book.spend(work, &[100_000]);
    (book, work, health, stream)
}

fn plan(book: &Book, limits: &Limits) -> Result<Plan, Unfit> {
    best(&book.ag, &book.sc, &Objective::Reward, limits, &mut |_| {
        ControlFlow::Continue(())
    })
}

fn spent(plan: &Plan, outcome: OutcomeId) -> i64 {
    plan.scenario.spending.get(outcome, 0).0
}

#[test]
fn what_falls_short_of_both_cliffs_goes_to_one() {
    let (mut book, work, health, _) = two();
    book.spend(work, &[55_000]);
    book.spend(health, &[45_000]);
    assert_eq!(book.ev().reward, p(0));
    // Either £100,000 for Work or £80,000 for Health earn half the pot; both cliffs are out of reach.
    let plan = plan(&book, &Limits::default()).unwrap();
    assert!(spent(&plan, health) == 80_000 || spent(&plan, work) == 100_000);
    assert_eq!(plan.value, 50_000.0);
    assert!(plan.proved);
}

#[test]
fn what_was_typed_stays_where_nothing_is_worth_more() {
    let (book, work, _, _) = two();
    let plan = plan(&book, &Limits::default()).unwrap();
    assert_eq!((spent(&plan, work), plan.origin), (100_000, Origin::Typed));
}

#[test]
fn a_locked_outcome_cell_or_stream_stays_as_it_is() {
    let (mut book, work, health, stream) = two();
    book.spend(work, &[60_000]);
    book.spend(health, &[10_000]);
    for lock in [Lock::Outcome(work), Lock::Cell(work, 0)] {
        let limits = Limits {
            locks: vec![lock],
            ..Limits::default()
        };
        let plan = plan(&book, &limits).unwrap();
        assert_eq!(spent(&plan, work), 60_000);
        // 60% of £50,000; Health stays short of £48,000.
        assert_eq!(plan.value, 30_000.0);
    }
    let limits = Limits {
        locks: vec![Lock::Stream(stream)],
        ..Limits::default()
    };
    assert_eq!(
        plan(&book, &limits).unwrap().scenario.spending,
        book.sc.spending
    );
}

#[test]
fn no_more_is_moved_than_may_be() {
    let (book, work, health, _) = two();
    for (most, value) in [(0, 50_000.0), (50_000, 50_000.0), (80_000, 50_000.0)] {
        let limits = Limits {
            most_moved: Some(Pounds(most)),
            ..Limits::default()
        };
        let plan = plan(&book, &limits).unwrap();
        assert_eq!(plan.value, value);
        assert!(plan.proved);
    }
    // With £79,000 at Work, moving £21,000 gives it its full reward.
    let mut book = book;
    book.spend(work, &[79_000]);
    book.spend(health, &[21_000]);
    for (most, value) in [(0, 39_500.0), (1_000, 40_000.0), (21_000, 50_000.0)] {
        let limits = Limits {
            most_moved: Some(Pounds(most)),
            ..Limits::default()
        };
        let plan = plan(&book, &limits).unwrap();
        assert_eq!(plan.value, value, "moving £{most}");
        let today = book.ev();
        assert!(moved(&plan.evaluation, &today).unwrap() <= most);
        assert!(plan.proved);
    }
}

#[test]
fn an_indicator_that_must_be_reached_is_reached_or_nothing_fits() {
    let (mut book, work, health, _) = two();
    let jobs = book.ag.indicators[0].id;
    let limits = Limits {
        must: vec![jobs],
        ..Limits::default()
    };
    book.spend(work, &[0]);
    let found = plan(&book, &limits).unwrap();
    // £60,000 are bound to Work and the other £40,000 earn most there too.
    assert_eq!((spent(&found, work), spent(&found, health)), (100_000, 0));
    let both = Limits {
        must: vec![jobs, book.ag.indicators[1].id],
        ..Limits::default()
    };
    assert!(plan(&book, &both).is_err());
}

#[test]
fn a_year_with_a_recorded_value_is_over_for_its_outcome() {
    let mut book = Book::new(2);
    let block = book.bl();
    book.st(block, &[50_000, 50_000]);
    let (work, health) = (book.oc(block), book.oc(block));
    for outcome in [work, health] {
        let id = book.ki(outcome, "0", "100");
        book.k(id).response = Some(straight(50_000));
    }
    book.spend(work, &[20_000, 0]);
    let jobs = book.ag.indicators[0].id;
    book.k(jobs).actual = vec![Some(v("50")), None];
    let plan = plan(&book, &Limits::default()).unwrap();
    let money = |id| {
        (0..2)
            .map(|year| plan.scenario.spending.get(id, year).0)
            .collect::<Vec<_>>()
    };
    // Health takes what Work left in the first year; Work gets the 50 units it lacks for £25,000.
    assert_eq!(money(work)[0], 20_000);
    assert_eq!(plan.value, 100_000.0);
    assert_eq!(plan.evaluation.over, Pounds(0));
}

#[test]
fn a_watcher_or_the_limit_of_work_stops_the_search_with_the_best_so_far() {
    let text = include_str!("../fixtures/speed/national.json");
    let workbook = crate::instance::Instance::read(text).workbook();
    let run = |nodes: u64, answer: ControlFlow<()>| {
        let mut seen: Vec<Progress> = Vec::new();
        let limits = Limits {
            nodes,
            ..Limits::default()
        };
        let (agreement, scenario) = (&workbook.agreement, &workbook.scenarios[0]);
        let plan = best(
            agreement,
            scenario,
            &Objective::Reward,
            &limits,
            &mut |it| {
                seen.push(it);
                answer
            },
        );
        (plan.unwrap(), seen)
    };
    let (all, seen) = run(20_000, ControlFlow::Continue(()));
    assert!(!all.stopped && seen.iter().all(|it| it.best <= it.bound));
    // It is told after every sixteen cases, not with each, and at its end.
    let told: Vec<u64> = seen.iter().map(|it| it.nodes).collect();
    assert_eq!(
        told.len() as u64,
        all.nodes / 16 + 1,
        "{told:?} of {}",
        all.nodes
    );
    assert!(told.iter().all(|&cases| cases >= 16));
    let (few, _) = run(3, ControlFlow::Continue(()));
    let (broken, seen) = run(20_000, ControlFlow::Break(()));
    assert_eq!(seen.len(), 1);
    for stopped in [few, broken] {
        assert!(stopped.stopped && stopped.nodes < all.nodes);
        assert!(stopped.value <= all.value && all.bound <= stopped.bound + 0.01);
    }
}

/// £120,000 stand at Work, which can spend £100,000 well. With only £10,000 to be moved, not all that is idle can be
/// taken away; what is may go to Health, and what no plan exceeds is a number all the same.
#[test]
fn what_cannot_be_spent_well_stays_as_far_as_it_may_not_be_moved() {
    let (mut book, work, health, stream) = two();
    book.o(work).capacity = vec![Some(gbp(100_000))];
    let limits = Limits {
        most_moved: Some(Pounds(10_000)),
        ..Limits::default()
    };
    // Work earns its £50,000 and Health, far from £48,000, nothing.
    // With £10,000 more, Health has £50,000 of £80,000 and earns £31,250.
    for (typed, moved, value) in [(0, 0, 50_000.0), (40_000, 10_000, 81_250.0)] {
        book.s(stream).amounts = vec![Amount::Stated(gbp(120_000 + typed))];
        book.spend(work, &[120_000]);
        book.spend(health, &[typed]);
        let plan = plan(&book, &limits).unwrap();
        assert_eq!((spent(&plan, work), plan.value), (120_000 - moved, value));
        assert!(
            (plan.bound - value).abs() < 0.02 && plan.proved,
            "{}",
            plan.bound
        );
    }
}

/// Money works at once for Health and a year late for Work, so that a search in steps has no bound of its own to
/// leave when it is stopped: no plan earns more than the whole pot.
#[test]
fn a_search_that_is_stopped_early_is_bounded_by_what_there_is_to_earn() {
    let mut book = Book::new(2);
    let block = book.bl();
    book.st(block, &[35_000, 35_000]);
    for lag in [[100, 100], [50, 100]] {
        for full in [70_000, 80_000, 90_000] {
            let outcome = book.oc(block);
            book.o(outcome).lag = lag.map(pc).to_vec();
            let id = book.ki(outcome, "0", "100");
            book.k(id).response = Some(straight(full));
        }
    }
    let limits = Limits {
        nodes: 1,
        ..Limits::default()
    };
    let plan = plan(&book, &limits).unwrap();
    assert!(plan.stopped && !plan.proved);
    // Half a penny for each of six indicators is what rounding may add.
    assert!((plan.bound - 100_000.0).abs() <= 0.031, "{}", plan.bound);
}

/// A locked stream carries its £10,000 into the second year, in which they pay a part of Work's £50,000. What is left of the
/// other's £50,000 in that year brings Work to its cliff.
#[test]
fn a_locked_stream_pays_what_it_carries() {
    let mut book = Book::new(2);
    let block = book.bl();
    let (locked, _) = (book.st(block, &[10_000, 0]), book.st(block, &[0, 50_000]));
    book.s(locked).carry_forward = pc(100);
    let work = book.oc(block);
    let id = book.ki(work, "0", "100");
    book.k(id).response = Some(straight(100_000));
    book.spend(work, &[0, 50_000]);
    book.pin(locked, work, 1, 10_000);
    let limits = Limits {
        locks: vec![Lock::Stream(locked)],
        ..Limits::default()
    };
    let plan = plan(&book, &limits).unwrap();
    assert_eq!(plan.scenario.spending.get(work, 1), gbp(60_000));
    assert_eq!((plan.value, plan.proved), (60_000.0, true));
}

/// Nothing goes to Health in the second year, to Work in the first, which is over, and a pound works for Work as a whole
/// and for Health by 80%. £8,000 of the £20,000 of pump-priming bring 64% of Health, £12,000 that wait bring Work over.
#[test]
fn money_that_waits_may_work_better_later() {
    let mut book = Book::new(2);
    let block = book.bl();
    let (work, health) = (book.oc(block), book.oc(block));
    for (outcome, full) in [(work, 20_000), (health, 10_000)] {
        let id = book.ki(outcome, "0", "100");
        book.k(id).response = Some(straight(full));
    }
    let jobs = book.ag.indicators[0].id;
    book.k(jobs).actual = vec![Some(v("0")), None];
    book.o(health).lag = vec![pc(50), pc(80)];
    book.o(health).capacity = vec![None, Some(gbp(0))];
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(20_000));
    book.ag.rules.pump.by_year_end = vec![pc(100), pc(100)];
    let plan = plan(&book, &Limits::default()).unwrap();
    assert_eq!(plan.value, 32_000.0 + 30_000.0);
    assert!(plan.proved);
}

/// Health must get £1 in each year, Work has £1 in the second and needs another in the first to be brought over: £2 are
/// moved. The search aims at parts of a pound, which come to more in whole ones, and does not say that no plan does.
#[test]
fn what_fits_in_parts_of_a_pound_is_not_called_impossible() {
    let mut book = Book::new(2);
    let block = book.bl();
    let (health, work) = (book.oc(block), book.oc(block));
    let stream = book.st(block, &[2, 4]);
    book.floor(stream, health, 1);
    for outcome in [health, work] {
        book.o(outcome).lag = vec![pc(50), pc(80)];
    }
    let jobs = book.ki(work, "20", "10");
    book.k(jobs).response = Some(points(&[(0, 30), (1, 60), (2, 70), (3, 100)]));
    let smokers = book.ki(health, "20", "10");
    book.k(smokers).response = Some(points(&[(0, 0), (1, 20), (3, 120)]));
    let other = book.ki(health, "20", "10");
    book.k(other).response = Some(points(&[(1, 0), (2, 100)]));
    book.spend(work, &[0, 1]);
    book.sc.pump.spending.set(health, 1, gbp(1));
    let aim = Objective::Attainment([jobs, smokers, other].map(|it| (it, 1)).to_vec());
    let limits = Limits {
        must: vec![jobs],
        most_moved: Some(gbp(2)),
        ..Limits::default()
    };
    let mut go = |_| ControlFlow::Continue(());
    match best(&book.ag, &book.sc, &aim, &limits, &mut go) {
        Ok(plan) => assert!(plan.proved),
        Err(unfit) => assert_eq!(unfit.clashes, []),
    }
}
