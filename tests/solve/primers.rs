//! Books that several tests begin with, and how a question about them is put.

use crate::common::*;
use laa::model::{BasisPoints, OutcomeId, PumpGrant, StreamId};
use laa::solve::{Limits, Lock, Objective, Progress, Question};
use std::ops::ControlFlow;

/// Two outcomes with half of the pot of £100,000 each. Work has £50,000 of the £100,000 that bring its full
/// stretch, Health £30,000 of £80,000; both pay from 60% on. £40,000 of pump-priming, all at once.
pub(crate) fn two() -> (Book, OutcomeId, OutcomeId) {
    let mut book = Book::new(1);
    let block = book.bl();
    book.st(block, &[80_000]);
    let (work, health) = (book.oc(block), book.oc(block));
    for (outcome, full, typed) in [(work, 100_000, 50_000), (health, 80_000, 30_000)] {
        let id = book.ki(outcome, "0", "100");
        book.k(id).response = Some(straight(full));
        book.spend(outcome, &[typed]);
    }
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(40_000));
    book.ag.rules.pump.by_year_end = vec![BasisPoints::WHOLE];
    (book, work, health)
}

/// £10,000 stay with Work, which no stream of its block could pay. The £10,000 of the other block's stream bring all of
/// Health, on which half of the pot of £100,000 hangs.
pub(crate) fn apart() -> (Book, StreamId, OutcomeId, OutcomeId, Limits) {
    let mut book = Book::new(1);
    let blocks = [book.bl(), book.bl()];
    let stream = book.st(blocks[1], &[10_000]);
    let (work, health) = (book.oc(blocks[0]), book.oc(blocks[1]));
    let id = book.ki(health, "0", "100");
    book.k(id).response = Some(straight(10_000));
    book.spend(work, &[10_000]);
    let limits = Limits {
        locks: vec![Lock::Outcome(work)],
        ..Limits::default()
    };
    (book, stream, work, health, limits)
}

/// What the reward of a book can be at most, within limits.
pub(crate) fn question<'a>(book: &'a Book, limits: &'a Limits) -> Question<'a> {
    Question {
        agreement: &book.ag,
        scenario: &book.sc,
        objective: &Objective::Reward,
        limits,
    }
}

/// Watches a search and never stops it.
pub(crate) fn go(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}
