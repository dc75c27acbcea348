//! Which stream may pay for what? Fences and reach, the order of payers, aligned money.

use crate::common::*;
use laa::engine::{Place, Problem};
use laa::model::{BlockId, Fence, Origin, OutcomeId, Relaxation, SetUp, StreamId};

/// Two blocks with a stream of £100 and an outcome each, one year.
pub(crate) struct Two {
    pub(crate) book: Book,
    pub(crate) blocks: [BlockId; 2],
    pub(crate) streams: [StreamId; 2],
    pub(crate) outcomes: [OutcomeId; 2],
}

pub(crate) fn two() -> Two {
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
