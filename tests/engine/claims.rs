//! Which money is spoken for? Pins, floors, mandatory outcomes and minimums.

use crate::common::*;
use crate::fences::{Two, two};
use laa::engine::{Place, Problem};
use laa::model::{Fence, Relaxation, SetUp};

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

/// Where an outcome is given less than the floors of two streams ask for, the stream that may go nowhere else meets its
/// own first: whichever has the lower id, the money of the other pays what only it may pay.
#[test]
fn of_two_floors_on_one_outcome_the_narrower_stream_meets_its_own_first() {
    for wide_first in [true, false] {
        let mut book = Book::new(1);
        let block = book.bl();
        let [one, two] = [book.oc(block), book.oc(block)];
        let (wide, narrow) = if wide_first {
            (book.st(block, &[100]), book.st(block, &[80]))
        } else {
            let narrow = book.st(block, &[80]);
            (book.st(block, &[100]), narrow)
        };
        book.fence(narrow, Fence::Stream);
        book.s(narrow).named = vec![one];
        book.floor(wide, one, 60);
        book.floor(narrow, one, 50);
        book.spend(one, &[80]);
        book.spend(two, &[70]);
        let found = book.ev();
        assert_eq!(paid(&found, narrow, one), [50]);
        assert_eq!(paid(&found, wide, one), [30]);
        assert_eq!(paid(&found, wide, two), [70]);
        assert_eq!(found.over, gbp(0));
    }
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
