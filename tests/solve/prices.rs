//! What a fence costs and what a freedom is worth, and the laws that both keep.

use crate::brute::brute;
use crate::common::*;
use crate::instance::Instance;
use crate::kept::unpayable;
use crate::random::{Sort, book};
use crate::tries::tries;
use laa::engine::Problem;
use laa::model::{Amount, Pounds, Relaxation, SetUp, StreamId};
use laa::solve::{
    Limits, Nothing, Objective, Plan, Price, Question, Unfit, best, fences, price, setups,
};
use proptest::prelude::*;
use proptest::sample::Index;
use std::ops::ControlFlow;

fn plan(book: &Book) -> Result<Plan, Unfit> {
    let limits = Limits::default();
    best(&book.ag, &book.sc, &Objective::Reward, &limits, &mut |_| {
        ControlFlow::Continue(())
    })
}

fn worth(book: &Book, relaxed: &[Relaxation]) -> Price {
    let base = plan(book).unwrap();
    let question = Question {
        agreement: &book.ag,
        scenario: &book.sc,
        objective: &Objective::Reward,
        limits: &Limits::default(),
    };
    price(
        &question,
        &base,
        relaxed,
        &mut |_| ControlFlow::Continue(()),
    )
    .unwrap()
}

/// Two blocks with £40,000 and £100,000; one outcome each, both with a full stretch for £80,000 and half
/// of the pot of £100,000.
fn fenced() -> (Book, StreamId, StreamId) {
    let mut book = Book::new(1);
    let blocks = [book.bl(), book.bl()];
    let poor = book.st(blocks[0], &[40_000]);
    let rich = book.st(blocks[1], &[100_000]);
    for block in blocks {
        let outcome = book.oc(block);
        let id = book.ki(outcome, "0", "100");
        book.k(id).response = Some(straight(80_000));
    }
    (book, poor, rich)
}

#[test]
fn lifting_the_fence_of_the_rich_block_is_worth_what_its_spare_money_earns() {
    let (book, poor, rich) = fenced();
    // Behind fences the rich block earns its £50,000 and the poor one, at half its stretch, nothing.
    assert_eq!(plan(&book).unwrap().value, 50_000.0);
    // £20,000 more bring the poor block to 75% of its stretch.
    let lifted = worth(&book, &[Relaxation::LiftStream(rich)]);
    assert_eq!(
        (lifted.gain, lifted.at_most.round(), lifted.nothing),
        (37_500.0, 37_500.0, None)
    );
    // The poor block's money earns nothing elsewhere: the other stretch is full.
    let lifted = worth(&book, &[Relaxation::LiftStream(poor)]);
    assert_eq!(
        (lifted.gain, lifted.nothing),
        (0.0, Some(Nothing::NoBetterPlace))
    );
    let blocks = fences(&book.ag, &book.sc);
    assert_eq!(blocks.len(), 4);
    assert_eq!(worth(&book, &blocks).gain, 37_500.0);
}

#[test]
fn a_freedom_that_is_worth_nothing_says_why() {
    let (mut book, poor, rich) = fenced();
    let mut reasons = Vec::new();
    book.s(rich).amounts = vec![Amount::Stated(gbp(0))];
    reasons.push(worth(&book, &[Relaxation::LiftStream(rich)]).nothing);
    book.sc.setup = SetUp::SinglePot;
    reasons.push(worth(&book, &[Relaxation::LiftStream(poor)]).nothing);
    book.sc.setup = SetUp::RingFencedBlocks;
    book.s(rich).amounts = vec![Amount::Stated(gbp(80_000))];
    book.s(poor).amounts = vec![Amount::Stated(gbp(90_000))];
    reasons.push(worth(&book, &[Relaxation::LiftStream(poor)]).nothing);
    let expected = [Nothing::NoMoney, Nothing::Free, Nothing::AllReached].map(Some);
    assert_eq!(reasons, expected);
}

#[test]
fn bringing_money_forward_is_worth_what_works_longer() {
    let mut book = Book::new(2);
    let block = book.bl();
    let stream = book.st(block, &[40_000, 40_000]);
    let outcome = book.oc(block);
    book.o(outcome).lag = vec![pc(50), pc(100)];
    let id = book.ki(outcome, "0", "100");
    book.k(id).response = Some(straight(100_000));
    // £40,000 and half of £40,000 make 60% of the stretch; brought forward, all of it works: 80%.
    assert_eq!(plan(&book).unwrap().value, 60_000.0);
    let share = pc(100);
    let brought = worth(&book, &[Relaxation::BringForward { stream, share }]);
    assert_eq!(brought.gain, 20_000.0);
    assert!(brought.plan.proved);
    let carried = worth(&book, &[Relaxation::CarryForward { stream, share }]);
    assert_eq!(
        (carried.gain, carried.nothing),
        (0.0, Some(Nothing::NoBetterPlace))
    );
}

#[test]
fn every_fence_of_the_national_instance_has_its_price() {
    let text = include_str!("../fixtures/speed/national.json");
    let workbook = Instance::read(text).workbook();
    let (agreement, scenario) = (&workbook.agreement, &workbook.scenarios[0]);
    let (objective, limits) = (Objective::Reward, Limits::default());
    let mut watch = |_| ControlFlow::Continue(());
    let question = Question {
        agreement,
        scenario,
        objective: &objective,
        limits: &limits,
    };
    let base = best(agreement, scenario, &objective, &limits, &mut watch).unwrap();
    let fences = fences(agreement, scenario);
    let all = price(&question, &base, &fences, &mut watch).unwrap();
    assert!(all.gain > 60_000.0);
    for fence in fences {
        let one = price(&question, &base, &[fence], &mut watch).unwrap();
        assert!(
            one.plan.proved && (0.0..=all.gain + 1.0).contains(&one.gain),
            "{fence:?}"
        );
    }
    let setups = setups(&question, &mut watch);
    let values: Vec<f64> = setups
        .iter()
        .map(|(_, plan)| plan.as_ref().unwrap().value)
        .collect();
    assert!(values.is_sorted(), "{values:?}");
    assert!((values[2] - all.plan.value).abs() < 60.0);
}

const THOUSANDS: Sort = Sort {
    lump: 1_000,
    plain: false,
};

const POUND: Sort = Sort {
    lump: 1,
    plain: false,
};

/// Whether a plan leaves no pin and no floor unmet, as it may where the money stays.
fn keeps_all(plan: &Plan) -> bool {
    let mut findings = plan.evaluation.findings.iter();
    !findings.any(|it| {
        matches!(
            it.problem,
            Problem::PinUnmet { .. } | Problem::FloorUnmet { .. }
        )
    })
}

/// A freedom against every plan with it.
fn gains_no_more(book: &Book, base: &Plan, relaxed: Relaxation) -> Result<(), TestCaseError> {
    let found = worth(book, &[relaxed]);
    let mut freed = book.clone();
    freed.grant(relaxed);
    let then = Limits::default();
    let now = unpayable(book, &then).into_iter().map(Pounds).collect();
    let now = Limits {
        unpaid: Some(now),
        ..Limits::default()
    };
    let tried = [now, then].map(|limits| brute(&freed, &Objective::Reward, &limits, 1));
    let [Some(now), Some(then)] = tried else {
        return Err(TestCaseError::reject("too many plans"));
    };
    let most = now.into_iter().chain(then).fold(base.value, f64::max);
    let value = found.plan.value;
    prop_assert!(
        value <= most + 1e-9,
        "{value} is more than any plan, {most}"
    );
    prop_assert!(found.gain <= most - base.value + 1e-9);
    Ok(())
}

/// What whole pounds may cost one of two plans and not the other.
const POUNDS: f64 = 3.0;

proptest! {
    #![proptest_config(tries(150))]

    #[test]
    fn more_money_or_a_wider_set_up_never_makes_the_best_worse(mut book in book(THOUSANDS), which in any::<Index>(), more in 0_i64..3_000) {
        let Ok(before) = plan(&book) else { return Err(TestCaseError::reject("nothing fits")) };
        let question = Question { agreement: &book.ag, scenario: &book.sc, objective: &Objective::Reward, limits: &Limits::default() };
        let mut own = setups(&question, &mut |_| ControlFlow::Continue(()));
        // A narrower one may owe money that stays to nobody, or not as its pins and floors say.
        own.retain(|(setup, plan)| setup.fence() >= book.sc.setup.fence() && plan.as_ref().is_ok_and(keeps_all));
        let values: Vec<f64> = own.iter().map(|(_, plan)| plan.as_ref().unwrap().value).collect();
        prop_assert!(values.is_sorted(), "{:?}", values);
        let stream = which.index(book.ag.streams.len());
        let amounts = &mut book.ag.streams[stream].amounts;
        amounts.iter_mut().for_each(|it| *it = Amount::Stated(it.counted() + Pounds(more)));
        let after = plan(&book).unwrap();
        prop_assert!(after.value >= before.value - POUNDS, "{} after {}", after.value, before.value);
    }

    /// What stays unpaid without the freedom stays so with it, or else what would then: nothing beyond either is forgiven.
    #[test]
    fn no_freedom_is_worth_more_than_the_best_of_all_plans_with_it(book in book(POUND), which in any::<Index>(), kind in 0..5_usize) {
        let Ok(base) = plan(&book) else { return Err(TestCaseError::reject("nothing fits")) };
        let stream = &book.ag.streams[which.index(book.ag.streams.len())];
        let id = stream.id;
        let relaxed = match kind {
            0 => Some(Relaxation::LiftStream(id)),
            1 => Some(Relaxation::CarryForward { stream: id, share: pc(100) }),
            2 => Some(Relaxation::BringForward { stream: id, share: pc(100) }),
            3 => stream.home.map(Relaxation::LiftBlock),
            _ => stream.floors.first().map(|it| Relaxation::DropFloor { stream: id, outcome: it.outcome }),
        };
        let Some(relaxed) = relaxed else { return Err(TestCaseError::reject("nothing to relax")) };
        gains_no_more(&book, &base, relaxed)?;
    }

    /// The same where nearly all money stays: of three outcomes in two years one is over and one in its first year, and the
    /// money of the one stream may change its year.
    #[test]
    fn no_carrying_forgives_what_stays_in_two_years(
        amounts in [0..3_i64, 0..3], spent in [[0..3_i64, 0..3], [0..3, 0..3], [0..3, 0..3]], turned in 0..3_usize, forward in any::<bool>(),
    ) {
        let mut book = Book::new(2);
        let block = book.bl();
        let stream = book.st(block, &amounts);
        for (place, spent) in spent.iter().enumerate() {
            let outcome = book.oc(block);
            let id = book.ki(outcome, "0", "100");
            book.k(id).response = Some(straight(1));
            let recorded = [vec![Some(v("0")); 2], vec![Some(v("0")), None], vec![None; 2]];
            book.k(id).actual = recorded[(place + turned) % 3].clone();
            book.spend(outcome, spent);
        }
        let share = pc(100);
        let relaxed = match forward {
            true => Relaxation::CarryForward { stream, share },
            false => Relaxation::BringForward { stream, share },
        };
        let Ok(base) = plan(&book) else { return Err(TestCaseError::reject("nothing fits")) };
        gains_no_more(&book, &base, relaxed)?;
    }

    #[test]
    fn no_freedom_makes_the_best_worse(book in book(THOUSANDS), which in any::<Index>(), share in 1_u32..=100) {
        let Ok(base) = plan(&book) else { return Err(TestCaseError::reject("nothing fits")) };
        let stream = &book.ag.streams[which.index(book.ag.streams.len())];
        let id = stream.id;
        let mut relaxed = vec![
            Relaxation::LiftStream(id),
            Relaxation::CarryForward { stream: id, share: pc(share) },
            Relaxation::BringForward { stream: id, share: pc(share) },
        ];
        relaxed.extend(stream.home.map(Relaxation::LiftBlock));
        relaxed.extend(stream.floors.iter().map(|it| Relaxation::DropFloor { stream: id, outcome: it.outcome }));
        let mut most = 0.0_f64;
        for one in &relaxed {
            let found = worth(&book, &[*one]);
            most = most.max(found.gain);
        }
        let all = worth(&book, &relaxed);
        // What a fence keeps from money that stays may clash with the rest where it is lifted.
        prop_assert!(!keeps_all(&base) || (all.nothing != Some(Nothing::Clash) && all.gain >= most - POUNDS));
    }
}
