//! Why a plan is what it is: what binds, what the next pounds earn, what was given up.

use crate::common::*;
use crate::primers::question;
use laa::model::{OutcomeSplit, Pounds, PumpGrant};
use laa::solve::{Limits, Money, Plan, Question, Rule, best_from, bindings, given_up, margins};
use std::ops::ControlFlow;

fn plan(question: &Question<'_>) -> Plan {
    best_from(question, &[], &mut |_| ControlFlow::Continue(())).unwrap()
}

#[test]
fn ten_thousand_pounds_more_are_worth_what_they_earn_where_they_may_go() {
    // Half of the pot of £100,000 hangs on each block. £40,000 of £80,000 are short of the one cliff by
    // £8,000; the other block has £100,000 for a stretch of £95,000.
    let mut book = Book::new(1);
    let blocks = [book.bl(), book.bl()];
    let (poor, rich) = (
        book.st(blocks[0], &[40_000]),
        book.st(blocks[1], &[100_000]),
    );
    for (block, full) in blocks.into_iter().zip([80_000, 95_000]) {
        let outcome = book.oc(block);
        let id = book.ki(outcome, "0", "100");
        book.k(id).response = Some(straight(full));
    }
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(5_000));
    let limits = Limits::default();
    let question = question(&book, &limits);
    let plan = plan(&question);
    assert_eq!(plan.value, 50_000.0);
    let found = margins(&question, &plan, &mut |_| ControlFlow::Continue(()));
    let told: Vec<(Money, f64, Option<f64>)> = found
        .iter()
        .map(|it| (it.place, it.more, it.less))
        .collect();
    let expected = [
        // £50,000 and £5,000 pump-priming bring 55 of 80: 68.75% of £50,000.
        (Money::Stream(poor), 34_375.0, Some(0.0)),
        // £90,000 and £5,000 pump-priming still bring the full stretch.
        (Money::Stream(rich), 0.0, Some(0.0)),
        // £55,000 in the poor block again.
        (Money::Pump, 34_375.0, Some(0.0)),
    ];
    assert_eq!(told, expected);
}

/// Two streams reach the same outcome: £50,000 that a floor sends to Schools whatever happens, and £80,000 that are free.
/// That nothing fits with £10,000 less of the first says nothing of the second.
#[test]
fn what_binds_one_stream_is_told_of_none_that_reaches_the_same() {
    let mut book = Book::new(1);
    let block = book.bl();
    let (bound, free) = (book.st(block, &[50_000]), book.st(block, &[80_000]));
    let (schools, work) = (book.oc(block), book.oc(block));
    book.o(schools).rewarded = false;
    book.floor(bound, schools, 50_000);
    let id = book.ki(work, "0", "100");
    book.k(id).response = Some(straight(100_000));
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(0));
    let limits = Limits::default();
    let question = question(&book, &limits);
    let plan = plan(&question);
    let found = margins(&question, &plan, &mut |_| ControlFlow::Continue(()));
    let less = |place| {
        found
            .iter()
            .find(|it| it.place == Money::Stream(place))
            .unwrap()
            .less
    };
    assert_eq!(less(bound), None);
    // £70,000 in place of £80,000 bring 70% of the pot of £100,000.
    assert_eq!(less(free), Some(10_000.0));
}

#[test]
fn a_minimum_and_a_capacity_that_cost_reward_are_named_with_their_price() {
    let mut book = Book::new(1);
    let block = book.bl();
    let stream = book.st(block, &[100_000]);
    let (schools, work) = (book.oc(block), book.oc(block));
    book.o(schools).rewarded = false;
    book.o(schools).minimum = vec![gbp(45_000)];
    book.floor(stream, schools, 20_000);
    let id = book.ki(work, "0", "100");
    book.k(id).response = Some(straight(100_000));
    let limits = Limits::default();
    let asked = question(&book, &limits);
    let found = plan(&asked);
    assert_eq!(found.value, 0.0);
    let binds = bindings(&asked, &found, &mut |_| ControlFlow::Continue(()));
    // £10,000 less for schools make £65,000 for Work: 65% of the pot. The floor lies below the minimum.
    let told: Vec<(Rule, f64)> = binds.iter().map(|it| (it.rule, it.gain)).collect();
    assert_eq!(told, [(Rule::Minimum(schools, 0), 65_000.0)]);

    book.o(schools).minimum.clear();
    book.o(work).capacity = vec![Some(gbp(70_000))];
    let asked = question(&book, &limits);
    let found = plan(&asked);
    assert_eq!(found.value, 70_000.0);
    let binds = bindings(&asked, &found, &mut |_| ControlFlow::Continue(()));
    let told: Vec<(Rule, f64)> = binds.iter().map(|it| (it.rule, it.gain)).collect();
    assert_eq!(told, [(Rule::Capacity(work, 0), 10_000.0)]);
}

#[test]
fn an_indicator_left_below_its_cliff_says_what_bringing_it_over_takes() {
    // Three quarters of the pot hang on Work, with a full stretch for £100,000, the rest on Health, with
    // one for £80,000; there are £100,000.
    let mut book = Book::new(1);
    let block = book.bl();
    book.st(block, &[100_000]);
    let (work, health) = (book.oc(block), book.oc(block));
    book.o(work).weight = 3;
    book.ag.rules.split = OutcomeSplit::Stated;
    let jobs = book.ki(work, "0", "100");
    book.k(jobs).response = Some(straight(100_000));
    let smokers = book.ki(health, "0", "100");
    book.k(smokers).response = Some(straight(80_000));
    let limits = Limits::default();
    let asked = question(&book, &limits);
    let found = plan(&asked);
    assert_eq!(found.value, 75_000.0);
    let given = given_up(&asked, &found, &mut |_| ControlFlow::Continue(()));
    assert_eq!(given.len(), 1);
    assert_eq!((given[0].indicator, given[0].wins), (smokers, p(15_000)));
    // On top of the plan, £48,000 more would do; within the money, Work falls under its own cliff.
    assert_eq!(given[0].crossing.unwrap().pounds, Pounds(48_000));
    let over = given[0].brought_over.as_ref().unwrap();
    assert_eq!((over.plan.value, over.costs), (25_000.0, 50_000.0));
    assert!(over.moves >= Pounds(80_000));

    // Where there is less than £48,000 nothing brings it over.
    book.s(laa::model::StreamId(2)).amounts = vec![laa::model::Amount::Stated(gbp(47_999))];
    let asked = question(&book, &limits);
    let found = plan(&asked);
    let given = given_up(&asked, &found, &mut |_| ControlFlow::Continue(()));
    let stands: Vec<Rule> = given[1].brought_over.as_ref().unwrap_err().clashes[0]
        .rules
        .clone();
    assert_eq!(stands, [Rule::Must(smokers)]);
}
