//! What is said where a cliff, or all of the pot, holds what lies between.

use crate::answered;
use crate::common::{Book, gbp, points, v};
use laa::app::show::chances::outlook;
use laa::app::show::risk::{headline, spread};
use laa::app::{State, View, update};
use laa::library::risks::Measure;
use laa::model::{Baseline, IndicatorId, Kind, Pot, Preset, Workbook};
use laa::odds::Pert;
use std::rc::Rc;

/// A pot of £1m for some indicators of a kind, each from 0 to 100, of which so many per cent are projected.
pub(crate) fn alike(count: usize, kind: Measure, projected: u32) -> (Book, Vec<IndicatorId>) {
    let mut book = Book::new(1);
    book.ag.rules.pot = Pot::Stated(gbp(1_000_000));
    let block = book.bl();
    let ids = (0..count).map(|_| {
        let outcome = book.oc(block);
        let id = book.ki(outcome, "0", "100");
        let indicator = book.k(id);
        indicator.response = Some(points(&[(0, projected), (1, projected)]));
        indicator.risk = Some(kind.risk());
        id
    });
    let ids = ids.collect();
    (book, ids)
}

/// The same under the rule of 2008 to 2011: one cliff, on the average.
pub(crate) fn together(count: usize, kind: Measure, projected: u32) -> (Book, Vec<IndicatorId>) {
    let (mut book, ids) = alike(count, kind, projected);
    book.ag.rules.preset = Preset::Designated;
    for &id in &ids {
        let indicator = book.k(id);
        indicator.kind = Kind::Designated;
        indicator.baseline = Some(Baseline {
            year: 2005,
            value: v("0"),
        });
    }
    (book, ids)
}

/// Its state in a view, with every desk answered.
pub(crate) fn shown(book: &Book, view: View) -> State {
    let workbook: Workbook = book.workbook();
    let open = workbook.base;
    let state = State::open(Rc::new(workbook), open, 0);
    answered(&update(&state, laa::app::Action::Show(view)))
}

#[test]
fn that_nothing_is_earned_is_said_where_it_is_more_likely_than_not() {
    let (book, _) = together(10, Measure::Survey, 70);
    let state = shown(&book, View::Risk);
    let says = "62% chance of nothing, 2 in 10 chance of at least £648,100.";
    assert_eq!(headline(&state).0, says);
    let average = "38% chance that the average reaches its cliff.";
    assert_eq!(outlook(&state).0.unwrap(), format!("{says} {average}"));
    let summary = spread(&state, 720.0, 0).0.unwrap().summary;
    let says = "62% chance of nothing, nine times in ten at most £684,600; the middle is £0.";
    assert_eq!(summary, says);
}

#[test]
fn that_nothing_is_earned_is_said_where_it_is_likelier_than_one_time_in_five() {
    let (book, _) = together(10, Measure::Survey, 80);
    let state = shown(&book, View::Risk);
    let says = "30% chance of nothing, an even chance of £655,400 or more.";
    assert_eq!(headline(&state).0, says);
}

#[test]
fn all_of_the_pot_is_at_most_what_is_earned_and_not_exceeded() {
    let (book, _) = alike(3, Measure::Controlled, 100);
    let state = shown(&book, View::Risk);
    let found = spread(&state, 720.0, 0).0.unwrap();
    let says = "Nine times in ten at least £892,200, nine times in ten at most £1m; the middle is £961,500.";
    assert_eq!(found.summary, says);
}

#[test]
fn a_sum_that_is_likelier_than_four_in_five_is_said_with_its_chance() {
    // Nearly all is delivered, and more than is asked for.
    let (book, _) = alike(1, Measure::Controlled, 135);
    let state = shown(&book, View::Risk);
    let says = "Over 99% chance of all of the pot, £1m.";
    assert_eq!(headline(&state).0, says);
    let summary = spread(&state, 720.0, 0).0.unwrap().summary;
    assert_eq!(summary, "Nine times in ten at least £1m.");
    // Half of the pot is recorded, and the other half hangs on a cliff that is reached two times in three.
    let (mut book, ids) = alike(2, Measure::Survey, 80);
    book.k(ids[0]).actual = vec![Some(v("100"))];
    let state = shown(&book, View::Risk);
    let says = "Certainly at least £500,000, an even chance of £829,800 or more.";
    assert_eq!(headline(&state).0, says);
}

#[test]
fn that_all_of_the_pot_is_earned_is_said_where_it_is_as_likely_as_not() {
    let says = |projected: u32| {
        let (book, _) = alike(1, Measure::Controlled, projected);
        headline(&shown(&book, View::Risk)).0
    };
    let pert = Pert::new(0.7, 1.0, 1.15).unwrap();
    let all = |share: f64| {
        format!(
            "{:.0}% chance of all of the pot, £1m.",
            100.0 * pert.at_least(share)
        )
    };
    // More is projected than is asked for.
    let low = "8 in 10 chance of at least £990,700";
    assert_eq!(says(110), format!("{low}, {}", all(1.0 / 1.1)));
    assert_eq!(says(115), all(1.0 / 1.15));
}

#[test]
fn what_is_recorded_is_certain_and_no_more_is_said_of_it() {
    let (mut book, ids) = alike(2, Measure::Survey, 80);
    for (id, value) in ids.into_iter().zip(["100", "0"]) {
        book.k(id).actual = vec![Some(v(value))];
    }
    let state = shown(&book, View::Risk);
    assert_eq!(headline(&state).0, "Certainly £500,000.");
    let summary = spread(&state, 720.0, 0).0.unwrap().summary;
    assert_eq!(summary, "Certainly £500,000.");
}
