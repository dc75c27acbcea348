//! What money that stays breaks already is no reason to find nothing: no plan could change it.

use crate::common::*;
use crate::primers::{apart, go, question, two};
use laa::engine::Problem;
use laa::job::{Answer, Question as Asked, Reply, serve, task};
use laa::model::{Control, Pounds, PumpGrant, Relaxation, SetUp};
use laa::solve::{
    Clash, Limits, Lock, Nothing, Objective, Plan, PumpWorth, Rule, Unfit, best, margins, price,
    pump_curve, pump_worth, setups,
};

fn pump(book: &Book) -> Result<PumpWorth, Unfit> {
    pump_worth(&question(book, &Limits::default()), &mut go)
}

fn plan(book: &Book, locks: &[Lock]) -> Result<Plan, Unfit> {
    let limits = Limits {
        locks: locks.to_vec(),
        ..Limits::default()
    };
    best(&book.ag, &book.sc, &Objective::Reward, &limits, &mut go)
}

/// What is still broken in a plan.
fn broken(plan: &Plan) -> Vec<Problem> {
    let problems = plan.evaluation.findings.iter().map(|it| it.problem);
    let broken = problems.filter(|it| {
        matches!(
            it,
            Problem::Unplaced { .. }
                | Problem::PumpOver { .. }
                | Problem::FloorUnmet { .. }
                | Problem::PinUnmet { .. }
                | Problem::MinimumUnmet { .. }
        )
    });
    broken.collect()
}

/// £9,999 and £18,000 of pump-priming bring both over their cliffs, and the other £12,001 go to Health: it has
/// £60,001 of £80,000.
#[test]
fn a_pound_too_many_of_pooled_money_keeps_nobody_from_splitting_pump_priming() {
    let (mut book, work, ..) = two();
    book.spend(work, &[50_001]);
    let best = pump(&book).unwrap().best;
    assert_eq!(best.value, 30_000.0 + 37_500.63);
    assert!(best.proved);
    assert_eq!(best.evaluation.over, gbp(1));
    // The page is told as much.
    let mut answer = None;
    serve(
        &task(&Asked::Pump(book.sc.id), &book.workbook()),
        &mut |reply| {
            if let Reply::Done(done) = reply {
                answer = Some(done.clone());
            }
        },
    );
    let Some(Answer::Pump(Ok(found))) = answer else {
        panic!("{answer:?}");
    };
    assert_eq!(found.best, best.value);
    assert_eq!(found.curve.first().map(|it| it.pounds), Some(gbp(0)));
}

/// £5,000 more are pinned on Work than it has, Health is owed £35,000 of the stream, and must get £90,000.
#[test]
fn what_pooled_money_leaves_unmet_keeps_nobody_from_splitting_pump_priming() {
    let (mut book, work, health) = two();
    let stream = book.ag.streams[0].id;
    book.pin(stream, work, 0, 55_000);
    book.floor(stream, health, 35_000);
    book.o(health).minimum = vec![gbp(90_000)];
    let best = pump(&book).unwrap().best;
    assert_eq!(best.value, 67_500.0);
    // £60,000 of £90,000 reach Health: no worse than today.
    let pounds = |of: fn(&Problem) -> Option<Pounds>| broken(&best).iter().find_map(of);
    assert_eq!(
        pounds(|it| match it {
            Problem::MinimumUnmet { pounds } => Some(*pounds),
            _ => None,
        }),
        Some(gbp(30_000))
    );
    assert_eq!(broken(&best).len(), 3);
    // What no other split changes is none of the rules that clash where nothing fits: both cannot be brought over.
    let must = book.ag.indicators.iter().map(|it| it.id).collect();
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(20_000));
    let limits = Limits {
        must,
        ..Limits::default()
    };
    let Err(unfit) = pump_worth(&question(&book, &limits), &mut go) else {
        panic!("£28,000 are needed");
    };
    let rules = limits.must.iter().map(|&it| Rule::Must(it)).collect();
    assert_eq!(unfit.clashes, [Clash { rules, short: None }]);
}

/// £15,000 of pump-priming keep Health's minimum of £45,000 today. They are not taken from it, so that what is less is
/// no question.
#[test]
fn a_minimum_that_pump_priming_keeps_is_kept() {
    let (mut book, _, health) = two();
    book.o(health).minimum = vec![gbp(45_000)];
    book.sc.pump.spending.set(health, 0, gbp(15_000));
    let limits = Limits::default();
    let curve = pump_curve(&question(&book, &limits), gbp(40_000), 4, &mut go).unwrap();
    assert_eq!(curve[0].pounds, gbp(15_000));
    // £10,000 of £25,000 would bring Work over, but earn more with Health; £18,000 bring Health to its own cliff.
    let earns = |book: &Book| pump(book).unwrap().best.value;
    for (grant, value) in [(25_000, 34_375.0), (18_000, 30_000.0), (17_999, 0.0)] {
        book.ag.rules.pump.grant = PumpGrant::Stated(gbp(grant));
        assert_eq!(earns(&book), value, "{grant}");
    }
    // Without the minimum £17,999 would bring Work over.
    book.o(health).minimum.clear();
    assert_eq!(earns(&book), 33_999.5);
    // £14,000 cannot keep it, and that is what is told.
    book.o(health).minimum = vec![gbp(45_000)];
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(14_000));
    let clash = Clash {
        rules: vec![Rule::Minimum(health, 0), Rule::Pump(0)],
        short: Some(gbp(1_000)),
    };
    assert_eq!(pump(&book).unwrap_err().clashes, [clash]);
}

/// The first year of Work is over: £60,000 were spent where £50,000 could be paid, of £75,000 that it must get, and
/// £12,000 of pump-priming where £10,000 had arrived.
#[test]
fn what_was_broken_in_a_year_that_is_over_leaves_the_years_to_come() {
    let mut book = Book::new(2);
    let block = book.bl();
    book.st(block, &[50_000, 50_000]);
    let (work, health) = (book.oc(block), book.oc(block));
    for (outcome, full) in [(work, 144_000), (health, 50_000)] {
        let id = book.ki(outcome, "0", "100");
        book.k(id).response = Some(straight(full));
    }
    let jobs = book.ag.indicators[0].id;
    book.k(jobs).actual = vec![Some(v("50")), None];
    book.spend(work, &[60_000, 0]);
    book.o(work).minimum = vec![gbp(75_000)];
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(20_000));
    book.ag.rules.pump.by_year_end = vec![pc(50), pc(100)];
    book.sc.pump.spending.set(work, 0, gbp(12_000));
    let plan = plan(&book, &[]).unwrap();
    // £72,000 brought half of Work and £14,400 more bring it to its cliff; the other £43,600 earn as much with Health.
    assert_eq!(plan.value, 30_000.0 + 43_600.0);
    assert_eq!(plan.evaluation.over, gbp(12_000));
    assert_eq!(broken(&plan).len(), 3);
    assert!(plan.proved);
    let money = |id| plan.scenario.spending.get(id, 1).0 + plan.scenario.pump.spending.get(id, 1).0;
    assert_eq!((money(work), money(health)), (14_400, 43_600));
    assert_eq!(plan.scenario.spending.get(work, 0), gbp(60_000));
}

/// Children have £20,000 of the £30,000 that a floor owes them, and £5,000 of a pin of £15,000 beyond its fence.
#[test]
fn a_floor_that_a_lock_leaves_unmet_stays_unmet() {
    let mut book = Book::new(1);
    let blocks = [book.bl(), book.bl()];
    let (poor, rich) = (book.st(blocks[0], &[50_000]), book.st(blocks[1], &[90_000]));
    let (children, schools) = (book.oc(blocks[0]), book.oc(blocks[0]));
    let id = book.ki(schools, "0", "100");
    book.k(id).response = Some(straight(30_000));
    book.floor(poor, children, 30_000);
    book.pin(rich, children, 0, 15_000);
    book.spend(children, &[20_000]);
    let plan = plan(&book, &[Lock::Outcome(children)]).unwrap();
    // What is left of the stream, £30,000, brings all of Schools, on which half the pot hangs.
    assert_eq!(plan.scenario.spending.get(children, 0), gbp(20_000));
    assert_eq!((plan.value, plan.proved), (50_000.0, true));
    let told = broken(&plan);
    let floor = Problem::FloorUnmet {
        outcome: children,
        pounds: gbp(10_000),
    };
    assert!(told.len() == 2 && told.contains(&floor), "{told:?}");
    // Where the children are free, the floor is to be met and the pin cannot be.
    assert!(self::plan(&book, &[]).is_err());
}

/// More pump-priming was typed for Health than there is: with all of it locked, pooled money is placed all the same.
#[test]
fn pump_priming_that_is_locked_beyond_its_grant_leaves_pooled_money_to_be_placed() {
    let (mut book, work, health) = two();
    book.sc.pump.spending.set(health, 0, gbp(50_000));
    let plan = plan(&book, &[Lock::Pump]).unwrap();
    // £60,000 bring Work to its cliff; a pound more earns 50p there and 62.5p with Health, at £70,000 of £80,000.
    assert_eq!(plan.value, 30_000.0 + 43_750.0);
    assert_eq!(plan.scenario.spending.get(work, 0), gbp(60_000));
    let over = Problem::PumpOver {
        pounds: gbp(10_000),
    };
    assert_eq!(broken(&plan), [over]);
}

/// £10,000 stay with Work, which no stream of its block could pay; all £10,000 of the other go to Health, which must get
/// them. Lifting that fence takes nothing from Health to pay for Work.
#[test]
fn a_lifted_fence_pays_for_nothing_that_stays_unpaid_today() {
    let (mut book, stream, _, health, limits) = apart();
    book.o(health).minimum = vec![gbp(10_000)];
    let asked = question(&book, &limits);
    let base = plan(&book, &limits.locks).unwrap();
    assert_eq!((base.value, base.evaluation.over), (50_000.0, gbp(10_000)));
    let lifted = price(&asked, &base, &[Relaxation::LiftStream(stream)], &mut go).unwrap();
    assert_eq!((lifted.gain, lifted.plan.value), (0.0, 50_000.0));
    for (setup, best) in setups(&asked, &mut go) {
        assert_eq!(best.unwrap().value, 50_000.0, "{setup:?}");
    }
}

/// The £10,000 that stay with Work are pinned to a stream that its fence keeps from them, and Health must get as much of
/// it. Without the fence pin and minimum cannot both be kept.
#[test]
fn a_fence_that_keeps_rules_apart_costs_nothing() {
    let (mut book, stream, work, health, limits) = apart();
    book.o(health).minimum = vec![gbp(10_000)];
    book.pin(stream, work, 0, 10_000);
    let base = plan(&book, &limits.locks).unwrap();
    let asked = question(&book, &limits);
    let lifted = price(&asked, &base, &[Relaxation::LiftStream(stream)], &mut go).unwrap();
    assert_eq!((lifted.gain, lifted.at_most), (0.0, 0.0));
    assert_eq!(lifted.nothing, Some(Nothing::Clash));
    assert_eq!(lifted.plan.value, 50_000.0);
    let found: Vec<Option<f64>> = setups(&asked, &mut go)
        .into_iter()
        .map(|(_, plan)| plan.ok().map(|plan| plan.value))
        .collect();
    assert_eq!(found, [Some(50_000.0), Some(50_000.0), None, None]);
}

/// £10,000 of a year of Work that is over could be paid by nobody. With the fence of the other block lifted they can, but
/// nobody else gets what is then forgiven: £10,000 more than there is in the next year earn nothing.
#[test]
fn what_may_go_unpaid_where_money_stays_pays_for_nothing_else() {
    let mut book = Book::new(2);
    let blocks = [book.bl(), book.bl()];
    book.st(blocks[0], &[0, 50_000]);
    let other = book.st(blocks[1], &[10_000, 0]);
    let work = book.oc(blocks[0]);
    let id = book.ki(work, "0", "100");
    book.k(id).response = Some(straight(80_000));
    book.k(id).actual = vec![Some(v("12.5")), None];
    book.spend(work, &[10_000, 60_000]);
    let limits = Limits::default();
    let asked = question(&book, &limits);
    let base = plan(&book, &[]).unwrap();
    let spent = base.scenario.spending.get(work, 1);
    assert_eq!((spent, base.evaluation.over), (gbp(50_000), gbp(10_000)));
    let lifted = [Relaxation::LiftStream(other)];
    let priced = price(&asked, &base, &lifted, &mut go).unwrap();
    assert_eq!((priced.gain, priced.plan.value), (0.0, base.value));
    for (setup, best) in setups(&asked, &mut go) {
        assert_eq!(best.unwrap().value, base.value, "{setup:?}");
    }
    // The same of an aligned stream of the first block that has money in that year alone.
    book.s(other).home = Some(blocks[0]);
    book.s(other).control = Control::Aligned;
    let pooled = [Relaxation::Pool(other)];
    let base = plan(&book, &[]).unwrap();
    let priced = price(&question(&book, &limits), &base, &pooled, &mut go).unwrap();
    assert_eq!((priced.gain, priced.plan.value), (0.0, base.value));
}

/// A single pot pays £10,000 that stay with Work from the money of another block, which no narrower set-up could do. Each
/// is worth what is found when it is switched to.
#[test]
fn a_narrower_set_up_is_worth_what_switching_to_it_finds() {
    let mut book = Book::new(1);
    let blocks = [book.bl(), book.bl()];
    book.st(blocks[1], &[10_000]);
    let (work, health) = (book.oc(blocks[0]), book.oc(blocks[1]));
    let id = book.ki(health, "0", "100");
    book.k(id).response = Some(straight(10_000));
    book.spend(work, &[10_000]);
    book.sc.setup = SetUp::SinglePot;
    let limits = Limits {
        locks: vec![Lock::Outcome(work)],
        ..Limits::default()
    };
    let found = setups(&question(&book, &limits), &mut go);
    let found: Vec<f64> = found.into_iter().map(|it| it.1.unwrap().value).collect();
    assert_eq!(found, [50_000.0, 50_000.0, 0.0, 0.0]);
    book.sc.setup = SetUp::RingFencedBlocks;
    assert_eq!(plan(&book, &limits.locks).unwrap().value, found[1]);
}

/// £10,000 of what stays with Work are unpaid. £10,000 more of the stream that could pay them are asked about: they bring
/// all of Schools, as they would where a fence is lifted.
#[test]
fn more_money_pays_for_nothing_that_stays_unpaid_today() {
    let mut book = Book::new(1);
    let block = book.bl();
    book.st(block, &[20_000]);
    let (work, schools) = (book.oc(block), book.oc(block));
    let id = book.ki(schools, "0", "100");
    book.k(id).response = Some(straight(10_000));
    book.spend(work, &[30_000]);
    let limits = Limits {
        locks: vec![Lock::Outcome(work)],
        ..Limits::default()
    };
    let base = plan(&book, &limits.locks).unwrap();
    let margins = margins(&question(&book, &limits), &base, &mut go);
    let told: Vec<_> = margins.iter().map(|it| (it.more, it.less)).collect();
    // With £10,000 less another £10,000 of what stays are unpaid, which changes nothing else.
    assert_eq!(told[0], (50_000.0, Some(0.0)));
}
