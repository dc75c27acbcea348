//! What freedoms, fences and more money are worth where some money stays: nothing is forgiven twice, and no lock moves.

use crate::common::*;
use crate::primers::{apart, go, question};
use laa::model::{Amount, OutcomeId, Relaxation, SetUp, StreamId};
use laa::solve::{Limits, Lock, Money, Nothing, Price, best_from, margins, price};

/// What relaxing a rule is worth.
fn worth(book: &Book, limits: &Limits, relaxed: Relaxation) -> Price {
    let asked = question(book, limits);
    let base = best_from(&asked, &[], &mut go).unwrap();
    price(&asked, &base, &[relaxed], &mut go).unwrap()
}

/// What £10,000 more of a stream in the first year earn, beside what there is.
fn more(book: &Book, limits: &Limits, stream: StreamId) -> (f64, f64) {
    let asked = question(book, limits);
    let base = best_from(&asked, &[], &mut go).unwrap();
    let margins = margins(&asked, &base, &mut go);
    let first = margins
        .iter()
        .find(|it| it.year == 0 && it.place == Money::Stream(stream));
    (base.value, first.unwrap().more)
}

/// £10,000 of the first year pay for what stays with Health in it, and nobody for the £10,000 that stay with Arts in the
/// second. Carried on, they would pay for Arts in place of Health, but not for both: nothing is left for Work.
#[test]
fn what_is_owed_is_forgiven_in_one_year_only() {
    let mut book = Book::new(2);
    let block = book.bl();
    let stream = book.st(block, &[10_000, 0]);
    let [arts, health, work] = [(); 3].map(|()| book.oc(block));
    book.o(arts).rewarded = false;
    let ids = [arts, health, work].map(|outcome| book.ki(outcome, "0", "100"));
    book.k(ids[0]).actual = vec![Some(v("0")), Some(v("0"))];
    book.k(ids[1]).actual = vec![Some(v("0")), None];
    book.k(ids[2]).response = Some(straight(10_000));
    book.spend(arts, &[0, 10_000]);
    book.spend(health, &[10_000, 0]);
    let share = pc(100);
    let carried = worth(
        &book,
        &Limits::default(),
        Relaxation::CarryForward { stream, share },
    );
    assert_eq!(
        (carried.gain, carried.nothing),
        (0.0, Some(Nothing::NoBetterPlace))
    );
}

/// Two streams of £20,000 pay the £40,000 of Work, one of them locked, whichever pays first. £10,000 more of the other
/// bring all £50,000.
#[test]
fn a_lock_keeps_what_a_stream_pays_where_another_has_more() {
    for order in [[0, 1], [1, 0]] {
        let mut book = Book::new(1);
        let block = book.bl();
        let streams = [book.st(block, &[20_000]), book.st(block, &[20_000])];
        let [free, locked] = order.map(|place| streams[place]);
        let work = book.oc(block);
        let id = book.ki(work, "0", "100");
        book.k(id).response = Some(straight(50_000));
        book.spend(work, &[40_000]);
        let limits = Limits {
            locks: vec![Lock::Stream(locked)],
            ..Limits::default()
        };
        assert_eq!(more(&book, &limits, free), (80_000.0, 20_000.0));
        // More of the locked one is left, as whatever it has beyond what it pays.
        assert_eq!(more(&book, &limits, locked), (80_000.0, 0.0));
    }
}

/// Work can only be given money in the second year, into which one of two streams may be carried: its £20,000 bring two
/// thirds, and £10,000 more the rest. The other cannot pay for anything.
#[test]
fn a_stream_whose_carrying_is_granted_is_like_none_that_cannot_carry() {
    let mut book = Book::new(2);
    let block = book.bl();
    let (stays, carried) = (book.st(block, &[20_000, 0]), book.st(block, &[20_000, 0]));
    book.grant(Relaxation::CarryForward {
        stream: carried,
        share: pc(100),
    });
    let work = book.oc(block);
    book.o(work).capacity = vec![Some(gbp(0)), None];
    let id = book.ki(work, "0", "100");
    book.k(id).response = Some(straight(30_000));
    let limits = Limits::default();
    let told = [stays, carried].map(|stream| more(&book, &limits, stream).1.round());
    assert_eq!(told, [0.0, 33_333.0]);
}

/// The £10,000 that stay with Work are pinned to a stream that its fence keeps from them, so that they bring all of Health.
/// Without the fence they are Work's.
#[test]
fn a_fence_without_which_less_is_earned_says_so() {
    let (mut book, stream, work, _, limits) = apart();
    book.pin(stream, work, 0, 10_000);
    let lifted = worth(&book, &limits, Relaxation::LiftStream(stream));
    assert_eq!((lifted.gain, lifted.plan.value), (0.0, 0.0));
    assert_eq!(lifted.nothing, Some(Nothing::Less));
}

/// The owner of a stream spent its £10,000 on Arts in a year that is over: they are gone, and pooling it brings Work none.
#[test]
fn what_an_owner_spent_in_a_year_that_is_over_is_not_pooled() {
    let mut book = Book::new(2);
    let block = book.bl();
    let stream = book.st(block, &[10_000, 0]);
    let (arts, work) = (book.oc(block), book.oc(block));
    let recorded = book.ki(arts, "0", "100");
    book.k(recorded).actual = vec![Some(v("10")), None];
    book.align(stream, arts, &[10_000]);
    let id = book.ki(work, "0", "100");
    book.k(id).response = Some(straight(10_000));
    let pooled = worth(&book, &Limits::default(), Relaxation::Pool(stream));
    assert_eq!(pooled.gain, 0.0);
    // What is to be spent in the year to come is.
    book.s(stream).amounts = [0, 10_000].map(|sum| Amount::Stated(gbp(sum))).to_vec();
    book.align(stream, arts, &[0, 10_000]);
    let pooled = worth(&book, &Limits::default(), Relaxation::Pool(stream));
    assert_eq!(pooled.gain, 50_000.0);
}

/// Arts in one block, on which the owner of a stream of the other spent £10,000 in the first year, which is over, and Work
/// in the other, which is not.
fn gone(amount: Amount) -> (Book, StreamId, OutcomeId) {
    let mut book = Book::new(2);
    book.sc.setup = SetUp::RingFencedBlocks;
    let blocks = [book.bl(), book.bl()];
    let stream = book.st(blocks[1], &[0, 0]);
    book.s(stream).amounts = vec![amount, Amount::Stated(gbp(0))];
    let (arts, work) = (book.oc(blocks[0]), book.oc(blocks[1]));
    let recorded = book.ki(arts, "0", "100");
    book.k(recorded).actual = vec![Some(v("10")), None];
    book.align(stream, arts, &[10_000]);
    let id = book.ki(work, "0", "100");
    book.k(id).response = Some(straight(10_000));
    (book, stream, work)
}

#[test]
fn what_an_owner_spent_beyond_the_fence_of_a_stream_is_not_pooled() {
    let (mut book, stream, work) = gone(Amount::Stated(gbp(10_000)));
    let pooled = worth(&book, &Limits::default(), Relaxation::Pool(stream));
    assert_eq!((pooled.gain, pooled.nothing), (0.0, Some(Nothing::NoMoney)));
    // Nor does it keep a minimum.
    book.o(work).minimum = vec![gbp(10_000)];
    let limits = Limits::default();
    let unfit = best_from(&question(&book, &limits), &[], &mut go).unwrap_err();
    assert_eq!(unfit.frees, []);
}

/// The owner spent more than the stream is known to have: the rest is no debt of the £10,000 that bring all of Work.
#[test]
fn what_an_owner_spent_is_owed_by_no_other_stream() {
    for amount in [Amount::Stated(gbp(8_000)), Amount::NotStated] {
        let (mut book, stream, _) = gone(amount);
        book.st(None, &[10_000, 0]);
        let pooled = worth(&book, &Limits::default(), Relaxation::Pool(stream));
        assert_eq!(pooled.plan.value, 50_000.0);
    }
}
