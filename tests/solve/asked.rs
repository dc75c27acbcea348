//! What a worker answers when it is asked for the best use of money, for what pump-priming is worth and for what a
//! result takes, on agreements small enough to be reckoned by hand.

use crate::common::*;
use laa::job::{
    Aim, Answer, BestUse, Goal, Input, LeftBelow, Lock, Progress, PumpPriming, Question, Reply,
    Wanted, Wish, serve, task,
};
use laa::model::{IndicatorId, OutcomeId, Pence, PumpGrant};

/// Work has £50,000 of the £100,000 that bring its full stretch, Health £30,000 of £120,000. Half of the pot of
/// £100,000 hangs on each, from 60% on. There are £100,000, of which £20,000 are left.
fn two() -> (Book, [OutcomeId; 2], [IndicatorId; 2]) {
    let mut book = Book::new(1);
    let block = book.bl();
    book.st(block, &[100_000]);
    let outcomes = [book.oc(block), book.oc(block)];
    let money = [(100_000, 50_000), (120_000, 30_000)];
    let indicators = [0, 1].map(|place| {
        let (full, spent) = money[place];
        let id = book.ki(outcomes[place], "0", "100");
        book.k(id).response = Some(straight(full));
        book.spend(outcomes[place], &[spent]);
        id
    });
    (book, outcomes, indicators)
}

/// How far the worker said that it was, and its answer.
fn said(book: &Book, question: &Question) -> (Vec<(u64, u64)>, Answer) {
    let (mut steps, mut answer) = (Vec::new(), None);
    serve(
        &task(question, &book.workbook()),
        &mut |reply| match reply {
            Reply::Progress(Progress { done, of }) => steps.push((*done, *of)),
            Reply::Done(done) => answer = Some(done.clone()),
            _ => {}
        },
    );
    (steps, answer.unwrap())
}

fn best(book: &Book, wish: Wish) -> BestUse {
    match said(book, &Question::Best(wish)).1 {
        Answer::Best(best) => *best.unwrap(),
        other => panic!("{other:?}"),
    }
}

fn wish(book: &Book) -> Wish {
    Wish {
        scenario: book.sc.id,
        aim: Aim::Reward,
        locks: Vec::new(),
        most_moved: None,
    }
}

fn pump(book: &Book) -> PumpPriming {
    match said(book, &Question::Pump(book.sc.id)).1 {
        Answer::Pump(found) => *found.unwrap(),
        other => panic!("{other:?}"),
    }
}

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 1.0
}

/// All £100,000 for Work bring all that hangs on it, £50,000, and leave Health below its cliff, at which it would earn
/// £30,000. All for Health would bring five sixths of £50,000: bringing it over costs a sixth.
#[test]
fn the_best_plan_comes_with_what_it_leaves_below_the_cliff_and_what_that_costs() {
    let (book, [work, _], [_, healthier]) = two();
    let best = best(&book, wish(&book));
    assert!(best.proved && best.explained);
    assert!(near(best.value, 50_000.0), "{}", best.value);
    assert_eq!(best.scenario.spending.get(work, 0), gbp(100_000));
    let [
        LeftBelow {
            indicator,
            wins,
            costs,
            never,
        },
    ] = best.left_below[..]
    else {
        panic!("{:?}", best.left_below);
    };
    assert_eq!((indicator, wins, never), (healthier, p(30_000), false));
    assert!(near(costs.unwrap(), 50_000.0 / 6.0), "{costs:?}");
}

/// £10,000 more bring Work to its cliff and £30,000; no other £10,000 bring anything.
#[test]
fn no_more_is_moved_than_one_says() {
    let (book, [work, _], _) = two();
    let best = best(
        &book,
        Wish {
            most_moved: Some(gbp(10_000)),
            ..wish(&book)
        },
    );
    assert!(near(best.value, 30_000.0), "{}", best.value);
    assert_eq!(best.scenario.spending.get(work, 0), gbp(60_000));
}

/// With its money where it is, Work earns nothing, and what is left brings Health to five twelfths: nothing either.
#[test]
fn what_is_locked_is_not_moved() {
    let (book, [work, _], _) = two();
    let best = best(
        &book,
        Wish {
            locks: vec![Lock::Outcome(work)],
            ..wish(&book)
        },
    );
    assert!(near(best.value, 0.0), "{}", best.value);
    assert_eq!(best.scenario.spending.get(work, 0), gbp(50_000));
}

/// Where delivery is certain, what is earned on average is what is earned.
#[test]
fn without_risk_the_reward_on_average_is_the_reward() {
    let (book, ..) = two();
    let best = best(
        &book,
        Wish {
            aim: Aim::Expected,
            ..wish(&book)
        },
    );
    assert!(near(best.value, 50_000.0), "{}", best.value);
    // Each of two curves is followed to within 50p: that much more may be possible.
    let slack = best.bound - best.value;
    assert!((1.0..1.1).contains(&slack), "{slack}");
}

/// The plan comes first, then what it leaves below the cliff, and last why it is as it is: what today's money earns,
/// nothing here, is told with each.
#[test]
fn the_best_plan_is_told_before_it_is_explained() {
    let (book, ..) = two();
    let mut told = Vec::new();
    serve(
        &task(&Question::Best(wish(&book)), &book.workbook()),
        &mut |reply| {
            if let Reply::SoFar(Answer::Best(Ok(best))) | Reply::Done(Answer::Best(Ok(best))) =
                reply
            {
                told.push(BestUse::clone(best));
            }
        },
    );
    for best in &told {
        assert_eq!((best.wish.clone(), best.today), (wish(&book), 0.0));
        assert!(near(best.value, 50_000.0) && near(best.bound, 50_000.0) && best.proved);
        assert_eq!(best.scenario, told[0].scenario);
    }
    let come: Vec<_> = told
        .iter()
        .map(|best| (best.left_below.len(), best.margins.len(), best.explained))
        .collect();
    assert_eq!(
        come,
        [(0, 0, false), (1, 0, false), (1, 0, false), (1, 1, true)]
    );
}

/// £40,000 of pump-priming: £10,000 bring Work over its cliff, which earns £30,000; more than that pays for itself
/// until £80,000, twice the larger of the grant and £100,000 being as far as one looks.
#[test]
fn pump_priming_is_followed_to_twice_what_one_may_ask_about() {
    let (mut book, ..) = two();
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(40_000));
    book.ag.rules.pump.by_year_end = vec![pc(100)];
    let found = pump(&book);
    assert_eq!(found.curve.last().unwrap().pounds, gbp(200_000));
    assert_eq!(found.break_even, Some(gbp(10_000)));
    let more: Vec<i64> = found.more.iter().map(|more| more.pounds.0).collect();
    assert_eq!(more, [10_000, 50_000, 100_000]);
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(150_000));
    assert_eq!(pump(&book).curve.last().unwrap().pounds, gbp(300_000));
}

/// The first year is over: only money of the second can bring what is missing.
#[test]
fn a_near_miss_says_in_which_year_its_money_is_missing() {
    let mut book = Book::new(2);
    let block = book.bl();
    book.st(block, &[100_000, 100_000]);
    let outcome = book.oc(block);
    let id = book.ki(outcome, "0", "100");
    book.k(id).response = Some(straight(100_000));
    book.k(id).actual = vec![Some(v("0")), None];
    book.spend(outcome, &[0, 50_000]);
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(10_000));
    let near = pump(&book).near;
    assert_eq!(near, [(id, gbp(10_000), 1)]);
}

/// Neither outcome alone brings £60,000: each is looked at alone, then both together, then each is
/// spared in turn, and then each made up for by the other.
#[test]
fn a_search_tells_its_steps_of_two_for_each_thing_that_may_change() {
    let (book, [work, health], _) = two();
    let (steps, answer) = said(
        &book,
        &wanted(
            &book,
            p(60_000),
            vec![Input::Spending(work, 0), Input::Spending(health, 0)],
        ),
    );
    let Answer::Seek(found) = answer else {
        panic!("{answer:?}");
    };
    assert!(found.alone.is_empty() && found.together.is_some());
    assert_eq!(steps[..4], [(0, 4), (1, 4), (2, 4), (3, 4)]);
    assert_eq!(steps[4..], [(4, 4); 4]);
}

fn wanted(book: &Book, reward: Pence, free: Vec<Input>) -> Question {
    Question::Seek(Wanted {
        scenario: book.sc.id,
        goal: Goal::Reward(reward),
        free,
    })
}
