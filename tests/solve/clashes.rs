//! When nothing keeps every rule: which rules clash, by how much, and what frees them.

use crate::common::*;
use laa::model::{OutcomeId, Pounds, Relaxation, SetUp, StreamId};
use laa::solve::{Clash, Limits, Lock, Objective, Rule, Unfit, best};
use std::ops::ControlFlow;

fn unfit(book: &Book, limits: &Limits) -> Unfit {
    best(&book.ag, &book.sc, &Objective::Reward, limits, &mut |_| {
        ControlFlow::Continue(())
    })
    .unwrap_err()
}

fn clash(rules: &[Rule], short: i64) -> Clash {
    Clash {
        rules: rules.to_vec(),
        short: Some(Pounds(short)),
    }
}

/// Two blocks in one year: £50,000 for children, £90,000 for health, one outcome each.
fn two() -> (Book, [StreamId; 2], [OutcomeId; 2]) {
    let mut book = Book::new(1);
    let blocks = [book.bl(), book.bl()];
    let streams = [book.st(blocks[0], &[50_000]), book.st(blocks[1], &[90_000])];
    let outcomes = [book.oc(blocks[0]), book.oc(blocks[1])];
    (book, streams, outcomes)
}

#[test]
fn a_minimum_beyond_its_block_names_the_fence_that_holds_the_money() {
    let (mut book, [poor, rich], [children, _]) = two();
    book.o(children).minimum = vec![gbp(80_000)];
    let found = unfit(&book, &Limits::default());
    let rules = [
        Rule::Minimum(children, 0),
        Rule::Amount(poor, 0),
        Rule::Fence(rich),
    ];
    assert_eq!(found.clashes, [clash(&rules, 30_000)]);
    let health = book.ag.blocks[1].id;
    assert_eq!(
        found.frees,
        [Relaxation::LiftBlock(health), Relaxation::LiftStream(rich)]
    );
    // £30,000 less is enough, and a pound more is not.
    book.o(children).minimum = vec![gbp(50_000)];
    let limits = Limits::default();
    assert!(
        best(&book.ag, &book.sc, &Objective::Reward, &limits, &mut |_| {
            ControlFlow::Continue(())
        })
        .is_ok()
    );
}

#[test]
fn a_minimum_names_the_other_that_takes_its_money() {
    let (mut book, [poor, _], [children, _]) = two();
    let block = book.ag.blocks[0].id;
    let schools = book.oc(block);
    book.o(children).minimum = vec![gbp(40_000)];
    book.o(schools).minimum = vec![gbp(30_000)];
    book.sc.setup = SetUp::RingFencedBlocks;
    let found = unfit(&book, &Limits::default());
    assert_eq!(found.clashes.len(), 1);
    assert_eq!(found.clashes[0].short, Some(gbp(20_000)));
    for rule in [
        Rule::Minimum(children, 0),
        Rule::Minimum(schools, 0),
        Rule::Amount(poor, 0),
    ] {
        assert!(found.clashes[0].rules.contains(&rule), "{rule:?}");
    }
}

/// All £50,000 of the block stay with the children, and £20,000 of them are owed to schools: that is what is named.
#[test]
fn what_stays_names_the_floor_that_takes_its_money() {
    let (mut book, [poor, rich], [children, _]) = two();
    let block = book.ag.blocks[0].id;
    let schools = book.oc(block);
    book.floor(poor, schools, 20_000);
    book.spend(children, &[50_000]);
    let limits = Limits {
        locks: vec![Lock::Outcome(children)],
        ..Limits::default()
    };
    let rules = [
        Rule::Stays(children, 0),
        Rule::Amount(poor, 0),
        Rule::Floor(poor, schools, 0),
        Rule::Fence(rich),
    ];
    assert_eq!(unfit(&book, &limits).clashes, [clash(&rules, 20_000)]);
}

#[test]
fn floors_and_pins_beyond_a_stream_or_its_reach_are_named() {
    let (mut book, [poor, rich], [children, health]) = two();
    book.floor(poor, children, 30_000);
    book.sc.pins.clear();
    book.pin(rich, children, 0, 10_000);
    let found = unfit(&book, &Limits::default());
    let pin = Rule::Pin(rich, children, 0);
    assert_eq!(found.clashes, [clash(&[pin, Rule::Fence(rich)], 10_000)]);

    book.sc.pins.clear();
    book.floor(rich, health, 100_000);
    let found = unfit(&book, &Limits::default());
    let rules = [Rule::Amount(rich, 0), Rule::Floor(rich, health, 0)];
    assert_eq!(found.clashes, [clash(&rules, 10_000)]);
    let drop = Relaxation::DropFloor {
        stream: rich,
        outcome: health,
    };
    assert_eq!(found.frees, [drop]);
}

#[test]
fn a_threshold_that_no_money_reaches_is_named() {
    let (mut book, _, [children, _]) = two();
    let id = book.ki(children, "0", "100");
    book.k(id).response = Some(straight(200_000));
    let limits = Limits {
        must: vec![id],
        ..Limits::default()
    };
    let rules = vec![Rule::Must(id)];
    assert_eq!(
        unfit(&book, &limits).clashes,
        [Clash { rules, short: None }]
    );
}

/// £30,000 of the stream are pinned on the children's outcome, whose money stays: so much less is left for the schools.
#[test]
fn a_minimum_names_what_stays_though_a_pin_binds_it() {
    let (mut book, [poor, _], [children, _]) = two();
    let block = book.ag.blocks[0].id;
    let schools = book.oc(block);
    book.pin(poor, children, 0, 30_000);
    book.spend(children, &[30_000]);
    book.o(schools).minimum = vec![gbp(40_000)];
    let limits = Limits {
        locks: vec![Lock::Outcome(children)],
        ..Limits::default()
    };
    let found = unfit(&book, &limits);
    assert_eq!(found.clashes.len(), 1);
    assert_eq!(found.clashes[0].short, Some(gbp(20_000)));
    let rules = &found.clashes[0].rules;
    assert!(rules.contains(&Rule::Stays(children, 0)), "{rules:?}");
}

/// All £50,000 of the block are locked, and pay for the children: the schools' minimum fails on the lock alone.
#[test]
fn a_minimum_names_the_lock_that_holds_its_money() {
    let (mut book, [poor, rich], [children, _]) = two();
    let schools = book.oc(book.ag.blocks[0].id);
    book.spend(children, &[50_000]);
    book.o(schools).minimum = vec![gbp(20_000)];
    let limits = Limits {
        locks: vec![Lock::Stream(poor), Lock::Stream(rich)],
        ..Limits::default()
    };
    let rules = [Rule::Minimum(schools, 0), Rule::Locked(poor)];
    assert_eq!(unfit(&book, &limits).clashes, [clash(&rules, 20_000)]);
}
