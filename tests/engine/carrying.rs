//! Money carried into the next year and brought forward from it.

use crate::common::*;
use laa::engine::{Place, Problem};
use laa::model::{Relaxation, StreamId};

/// One stream, one outcome, and what is typed for it by year.
fn one(amounts: &[i64], typed: &[i64]) -> (Book, StreamId, laa::model::OutcomeId) {
    let mut book = Book::new(amounts.len() as u8);
    let block = book.bl();
    let stream = book.st(block, amounts);
    let outcome = book.oc(block);
    book.spend(outcome, typed);
    (book, stream, outcome)
}

#[test]
fn five_lost_and_ten_over() {
    let (mut book, stream, outcome) = one(&[100, 100], &[90, 115]);
    book.s(stream).carry_forward = pc(5);
    let found = book.ev();
    assert_eq!(paid(&found, stream, outcome), [90, 105]);
    assert_eq!(kept(&found, stream), [(5, 5), (0, 0)]);
    assert_eq!(unplaced(&found, outcome), [0, 10]);
    assert_eq!(
        at(&found, Place::Stream(stream, Some(0))),
        [Problem::Left { pounds: gbp(5) }]
    );
    assert_eq!(found.over, gbp(10));
}

#[test]
fn without_carrying_a_year_keeps_to_itself() {
    let (book, stream, outcome) = one(&[100, 100], &[90, 115]);
    let found = book.ev();
    assert_eq!(kept(&found, stream), [(0, 10), (0, 0)]);
    assert_eq!(unplaced(&found, outcome), [0, 15]);
}

#[test]
fn money_travels_over_several_years_within_each_year_s_limit() {
    let (mut book, stream, outcome) = one(&[100, 100, 100], &[80, 95, 125]);
    book.s(stream).carry_forward = pc(20);
    let found = book.ev();
    // 20 carried, then 25 of which only 20 may go on: 5 lost, and the last year is 5 short.
    assert_eq!(kept(&found, stream), [(20, 0), (20, 5), (0, 0)]);
    assert_eq!(unplaced(&found, outcome), [0, 0, 5]);
}

#[test]
fn money_is_brought_forward_and_missed_later() {
    let (mut book, stream, outcome) = one(&[100, 100, 100], &[115, 110, 80]);
    book.s(stream).bring_forward = pc(20);
    let found = book.ev();
    // 15 from year 2; year 2 then spends 110 of 85 and brings the 20 it may from year 3: 5 short.
    assert_eq!(unplaced(&found, outcome), [0, 5, 0]);
    assert_eq!(paid(&found, stream, outcome), [115, 105, 80]);
    assert_eq!(kept(&found, stream), [(-15, 0), (-20, 0), (0, 0)]);
}

#[test]
fn the_limit_of_bringing_forward_is_a_share_of_the_year_it_is_brought_from() {
    let (mut book, stream, outcome) = one(&[100, 999], &[300, 0]);
    book.s(stream).bring_forward = pc(10);
    let found = book.ev();
    // A tenth of £999, rounded down to a pound.
    assert_eq!(paid(&found, stream, outcome), [199, 0]);
    assert_eq!(found.over, gbp(101));
}

#[test]
fn the_limit_of_carrying_is_a_share_of_the_year_it_is_carried_from_rounded_down() {
    let (mut book, stream, outcome) = one(&[59, 500], &[0, 600]);
    book.s(stream).carry_forward = pc(10);
    let found = book.ev();
    assert_eq!(paid(&found, stream, outcome), [0, 505]);
    assert_eq!(kept(&found, stream), [(5, 54), (0, 0)]);
}

#[test]
fn nothing_comes_from_or_goes_beyond_the_agreement() {
    let (mut book, stream, _) = one(&[100], &[50]);
    book.s(stream).carry_forward = pc(100);
    book.s(stream).bring_forward = pc(100);
    assert_eq!(kept(&book.ev(), stream), [(0, 50)]);
}

#[test]
fn granted_freedoms_widen_what_a_stream_may_carry_and_never_narrow_it() {
    let (mut book, stream, outcome) = one(&[100, 100], &[70, 130]);
    book.s(stream).carry_forward = pc(5);
    let share = pc(20);
    book.grant(Relaxation::CarryForward { stream, share });
    assert_eq!(unplaced(&book.ev(), outcome), [0, 10]);
    book.grant(Relaxation::CarryForward {
        stream,
        share: pc(1),
    });
    assert_eq!(unplaced(&book.ev(), outcome), [0, 10]);

    let (mut book, stream, outcome) = one(&[100, 100], &[130, 70]);
    book.grant(Relaxation::BringForward { stream, share });
    assert_eq!(unplaced(&book.ev(), outcome), [10, 0]);
}

#[test]
fn a_freedom_that_is_only_asked_or_refused_counts_for_nothing() {
    for standing in [laa::model::Standing::Asked, laa::model::Standing::Refused] {
        let (mut book, stream, outcome) = one(&[100, 100], &[70, 130]);
        let share = pc(20);
        book.ask(Relaxation::CarryForward { stream, share }, standing);
        assert_eq!(unplaced(&book.ev(), outcome), [0, 30]);
    }
}

#[test]
fn a_pin_and_a_floor_are_met_with_carried_money_too() {
    let (mut book, stream, outcome) = one(&[100, 100], &[60, 140]);
    book.s(stream).carry_forward = pc(40);
    book.pin(stream, outcome, 1, 120);
    book.floor(stream, outcome, 60);
    let found = book.ev();
    assert_eq!(paid(&found, stream, outcome), [60, 140]);
    assert_eq!(found.findings, []);
}
