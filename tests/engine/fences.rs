//! Fences and reach, pins, floors and minimums: which stream pays for what.

use crate::common::*;
use laa::engine::{Place, Problem};
use laa::model::{BlockId, Fence, Origin, OutcomeId, Relaxation, SetUp, StreamId};

/// Two blocks with a stream of £100 and an outcome each, one year.
struct Two {
    book: Book,
    blocks: [BlockId; 2],
    streams: [StreamId; 2],
    outcomes: [OutcomeId; 2],
}

fn two() -> Two {
    let mut book = Book::new(1);
    let blocks = [book.bl(), book.bl()];
    let streams = blocks.map(|block| book.st(block, &[100]));
    let outcomes = blocks.map(|block| book.oc(block));
    Two {
        book,
        blocks,
        streams,
        outcomes,
    }
}

#[test]
fn a_ring_fence_holds_money_in_its_block_and_a_single_pot_does_not() {
    let Two {
        mut book,
        blocks,
        streams,
        outcomes,
    } = two();
    book.spend(outcomes[0], &[140]);
    book.spend(outcomes[1], &[45]);
    let found = book.ev();
    let place = Place::Outcome(outcomes[0], Some(0));
    // £40 has no stream that may pay it: the fence of the second block holds £55.
    assert_eq!(
        at(&found, place),
        [Problem::Unplaced {
            pounds: gbp(40),
            held: gbp(55),
            block: Some(blocks[1])
        }]
    );
    assert_eq!(found.over, gbp(40));

    book.sc.setup = SetUp::SinglePot;
    let found = book.ev();
    assert_eq!(found.over, gbp(0));
    assert_eq!(paid(&found, streams[1], outcomes[0]), [40]);
    assert_eq!(paid(&found, streams[1], outcomes[1]), [45]);
    assert_eq!(kept(&found, streams[1]), [(0, 15)]);
}

#[test]
fn reach_by_fence() {
    let Two {
        mut book,
        blocks,
        streams,
        outcomes,
    } = two();
    let served = book.oc(blocks[1]);
    book.o(served).serves.push(blocks[0]);
    let named = book.oc(blocks[1]);
    book.s(streams[0]).named.push(named);
    let cross = book.st(None, &[10]);
    let reach = |book: &mut Book, stream, fence| {
        book.fence(stream, fence);
        st(&book.ev(), stream).reach.clone()
    };
    let [own, other] = outcomes;
    let every = vec![own, other, served, named];
    assert_eq!(reach(&mut book, streams[0], Fence::Stream), [named]);
    assert_eq!(
        reach(&mut book, streams[0], Fence::Block),
        [own, served, named]
    );
    assert_eq!(reach(&mut book, streams[0], Fence::Agreement), every);
    assert_eq!(reach(&mut book, streams[0], Fence::None), every);
    // None named: wherever its block reaches; no home: everywhere.
    assert_eq!(
        reach(&mut book, streams[1], Fence::Stream),
        [other, served, named]
    );
    assert_eq!(reach(&mut book, cross, Fence::Stream), every);
    assert_eq!(reach(&mut book, cross, Fence::Block), every);
}

#[test]
fn a_set_up_puts_its_fence_on_grants_and_leaves_local_money_free() {
    let Two {
        mut book, streams, ..
    } = two();
    book.s(streams[1]).origin = Origin::Local;
    for (setup, fence) in [
        (SetUp::SeparateStreams, Fence::Stream),
        (SetUp::RingFencedBlocks, Fence::Block),
        (SetUp::SinglePot, Fence::Agreement),
        (SetUp::AreaBasedGrant, Fence::None),
    ] {
        book.sc.setup = setup;
        let found = book.ev();
        assert_eq!(st(&found, streams[0]).fence, fence);
        assert_eq!(st(&found, streams[1]).fence, Fence::Agreement);
    }
    book.fence(streams[1], Fence::Stream);
    assert_eq!(st(&book.ev(), streams[1]).fence, Fence::Stream);
}

#[test]
fn a_granted_freedom_lifts_a_fence_to_the_agreement_and_never_lowers_one() {
    let Two {
        mut book,
        blocks,
        streams,
        ..
    } = two();
    book.sc.setup = SetUp::SeparateStreams;
    book.grant(Relaxation::LiftBlock(blocks[0]));
    let found = book.ev();
    assert_eq!(st(&found, streams[0]).fence, Fence::Agreement);
    assert_eq!(st(&found, streams[1]).fence, Fence::Stream);
    book.grant(Relaxation::LiftStream(streams[1]));
    assert_eq!(st(&book.ev(), streams[1]).fence, Fence::Agreement);
    book.sc.setup = SetUp::AreaBasedGrant;
    assert_eq!(st(&book.ev(), streams[0]).fence, Fence::None);
}

#[test]
fn the_narrowest_reach_pays_first_then_the_lower_id() {
    let mut book = Book::new(1);
    let block = book.bl();
    let wide = book.st(None, &[100]);
    let [lower, higher] = [book.st(block, &[30]), book.st(block, &[30])];
    let outcome = book.oc(block);
    let other = book.bl();
    book.oc(other);
    book.spend(outcome, &[40]);
    let found = book.ev();
    assert_eq!(paid(&found, lower, outcome), [30]);
    assert_eq!(paid(&found, higher, outcome), [10]);
    assert_eq!(paid(&found, wide, outcome), [0]);
}

#[test]
fn money_gives_way_where_another_outcome_could_not_be_paid_otherwise() {
    // The narrow stream pays the first outcome it meets, and gives it to the wide one when the
    // second outcome has no other payer.
    let mut book = Book::new(1);
    let block = book.bl();
    let [one, two, three] = [(); 3].map(|()| book.oc(block));
    let narrow = book.st(block, &[50]);
    let wide = book.st(block, &[50]);
    book.s(narrow).named = vec![one, two];
    book.s(wide).named = vec![one, three, two];
    book.s(wide).named.pop();
    book.sc.setup = SetUp::SeparateStreams;
    book.spend(one, &[50]);
    book.spend(two, &[50]);
    let found = book.ev();
    assert_eq!(found.over, gbp(0));
    assert_eq!(paid(&found, narrow, two), [50]);
    assert_eq!(paid(&found, wide, one), [50]);
}

#[test]
fn a_pin_makes_one_stream_pay() {
    let mut book = Book::new(1);
    let block = book.bl();
    let [first, second] = [book.st(block, &[100]), book.st(block, &[100])];
    let outcome = book.oc(block);
    book.spend(outcome, &[80]);
    assert_eq!(paid(&book.ev(), second, outcome), [0]);
    book.pin(second, outcome, 0, 70);
    let found = book.ev();
    assert_eq!(paid(&found, first, outcome), [10]);
    assert_eq!(paid(&found, second, outcome), [70]);
    assert_eq!(at(&found, Place::Outcome(outcome, Some(0))), []);
}

#[test]
fn a_pin_holds_only_what_is_typed_there_and_what_its_stream_may_pay() {
    let Two {
        mut book,
        streams,
        outcomes,
        ..
    } = two();
    book.spend(outcomes[0], &[80]);
    book.pin(streams[0], outcomes[0], 0, 90);
    book.pin(streams[1], outcomes[0], 0, 5);
    let found = book.ev();
    assert_eq!(
        at(&found, Place::Outcome(outcomes[0], Some(0))),
        [
            Problem::PinUnmet {
                stream: streams[0],
                pounds: gbp(10)
            },
            Problem::PinUnmet {
                stream: streams[1],
                pounds: gbp(5)
            },
        ]
    );
    assert_eq!(found.over, gbp(0));
}

#[test]
fn a_floor_takes_its_money_before_others_do_and_pins_count_toward_it() {
    let mut book = Book::new(1);
    let block = book.bl();
    let [first, second] = [book.st(block, &[100]), book.st(block, &[100])];
    let [one, two] = [book.oc(block), book.oc(block)];
    book.spend(one, &[60]);
    book.spend(two, &[60]);
    book.floor(second, one, 30);
    let found = book.ev();
    assert_eq!(
        (paid(&found, first, one), paid(&found, second, one)),
        (vec![30], vec![30])
    );
    book.pin(second, one, 0, 20);
    let found = book.ev();
    assert_eq!(paid(&found, second, one), [30]);
    assert_eq!(
        at(&found, Place::Stream(second, Some(0))),
        [Problem::Left { pounds: gbp(70) }]
    );
}

#[test]
fn a_floor_beyond_what_is_typed_is_short_and_falls_with_the_fence_or_by_a_freedom() {
    let Two {
        mut book,
        streams,
        outcomes,
        ..
    } = two();
    book.spend(outcomes[0], &[60]);
    book.floor(streams[0], outcomes[0], 75);
    let short = Problem::FloorUnmet {
        outcome: outcomes[0],
        pounds: gbp(15),
    };
    let left = Problem::Left { pounds: gbp(40) };
    let place = Place::Stream(streams[0], Some(0));
    assert_eq!(at(&book.ev(), place), [left, short]);
    book.sc.setup = SetUp::SinglePot;
    assert_eq!(at(&book.ev(), place), [left, short]);
    book.sc.setup = SetUp::AreaBasedGrant;
    assert_eq!(at(&book.ev(), place), [left]);
    book.sc.setup = SetUp::RingFencedBlocks;
    let drop = Relaxation::DropFloor {
        stream: streams[0],
        outcome: outcomes[0],
    };
    book.grant(drop);
    assert_eq!(at(&book.ev(), place), [left]);
}

#[test]
fn mandatory_outcomes_are_paid_before_others() {
    // £100 for two outcomes that want £80 each; the second must get £70.
    let mut book = Book::new(1);
    let block = book.bl();
    let stream = book.st(block, &[100]);
    let [one, two] = [book.oc(block), book.oc(block)];
    book.spend(one, &[80]);
    book.spend(two, &[80]);
    assert_eq!(unplaced(&book.ev(), two), [60]);
    book.o(two).minimum = vec![gbp(70)];
    let found = book.ev();
    assert_eq!(paid(&found, stream, two), [70]);
    assert_eq!(
        (unplaced(&found, one), unplaced(&found, two)),
        (vec![50], vec![10])
    );
}

#[test]
fn what_aligned_money_and_pump_priming_meet_of_a_minimum_takes_no_precedence() {
    // As above, but £30 of the £70 come from elsewhere: only £40 go before the first outcome.
    let mut book = Book::new(1);
    let block = book.bl();
    let stream = book.st(block, &[100]);
    let aligned = book.st(block, &[10]);
    let [one, two] = [book.oc(block), book.oc(block)];
    book.align(aligned, two, &[10]);
    book.ag.rules.pump.grant = laa::model::PumpGrant::Stated(gbp(20));
    book.sc.pump.spending.set(two, 0, gbp(20));
    book.spend(one, &[80]);
    book.spend(two, &[80]);
    book.o(two).minimum = vec![gbp(70)];
    let found = book.ev();
    assert_eq!(paid(&found, stream, one), [60]);
    assert_eq!(paid(&found, stream, two), [40]);
}

#[test]
fn pins_that_want_the_same_money_are_served_by_year_and_outcome_in_whatever_order_they_were_typed()
{
    let mut book = Book::new(2);
    let block = book.bl();
    let stream = book.st(block, &[50, 50]);
    book.s(stream).bring_forward = pc(100);
    let [one, two] = [book.oc(block), book.oc(block)];
    book.spend(one, &[40, 40]);
    book.spend(two, &[40, 40]);
    book.pin(stream, two, 1, 40);
    book.pin(stream, two, 0, 40);
    book.pin(stream, one, 0, 40);
    let found = book.ev();
    assert_eq!(paid(&found, stream, one), [40, 0]);
    assert_eq!(paid(&found, stream, two), [40, 20]);
    book.sc.pins.reverse();
    assert_eq!(book.ev(), found);
}

#[test]
fn a_minimum_counts_money_from_every_source_and_holds_in_a_single_pot() {
    let Two {
        mut book,
        blocks,
        outcomes,
        ..
    } = two();
    let aligned = book.st(blocks[0], &[30]);
    book.align(aligned, outcomes[0], &[30]);
    book.ag.rules.pump.grant = laa::model::PumpGrant::Stated(gbp(20));
    book.sc.pump.spending.set(outcomes[0], 0, gbp(20));
    book.spend(outcomes[0], &[25]);
    book.o(outcomes[0]).minimum = vec![gbp(80)];
    for setup in [
        SetUp::RingFencedBlocks,
        SetUp::SinglePot,
        SetUp::AreaBasedGrant,
    ] {
        book.sc.setup = setup;
        let place = Place::Outcome(outcomes[0], Some(0));
        assert_eq!(
            at(&book.ev(), place),
            [Problem::MinimumUnmet { pounds: gbp(5) }]
        );
    }
    book.spend(outcomes[0], &[30]);
    assert_eq!(at(&book.ev(), Place::Outcome(outcomes[0], Some(0))), []);
}

#[test]
fn an_aligned_stream_stays_with_its_owner_until_its_pooling_is_granted() {
    let Two {
        mut book,
        streams,
        outcomes,
        ..
    } = two();
    book.align(streams[0], outcomes[0], &[110]);
    book.spend(outcomes[0], &[20]);
    let found = book.ev();
    assert!(!st(&found, streams[0]).pooled);
    assert_eq!(paid(&found, streams[0], outcomes[0]), [110]);
    assert_eq!(
        unplaced(&found, outcomes[0]),
        [20],
        "the pool may not use it"
    );
    let place = Place::Stream(streams[0], Some(0));
    assert_eq!(
        at(&found, place),
        [Problem::AlignedOver { pounds: gbp(10) }]
    );
    assert_eq!(found.over, gbp(30));
    assert_eq!(found.outcomes[0].years[0].total(), gbp(130));

    book.grant(Relaxation::Pool(streams[0]));
    let found = book.ev();
    assert!(st(&found, streams[0]).pooled);
    assert_eq!(
        paid(&found, streams[0], outcomes[0]),
        [20],
        "only typed money counts"
    );
    assert_eq!(found.outcomes[0].years[0].total(), gbp(20));
    assert_eq!(at(&found, place), [Problem::Left { pounds: gbp(80) }]);
}

#[test]
fn an_amount_in_a_range_counts_at_its_low_end_and_one_not_stated_as_nothing() {
    let Two {
        mut book,
        streams,
        outcomes,
        ..
    } = two();
    book.s(streams[0]).amounts[0] = laa::model::Amount::Range {
        low: gbp(40),
        high: gbp(90),
    };
    book.s(streams[1]).amounts[0] = laa::model::Amount::NotStated;
    book.spend(outcomes[0], &[50]);
    let found = book.ev();
    assert_eq!(unplaced(&found, outcomes[0]), [10]);
    assert_eq!(
        at(&found, Place::Stream(streams[1], Some(0))),
        [Problem::NotStated]
    );
}
