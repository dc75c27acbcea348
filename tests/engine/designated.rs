//! The rule of 2008–11, an assumption: one cliff on the average of the designated indicators.

use crate::common::*;
use laa::engine::RewardBasis;
use laa::model::{Baseline, IndicatorId, Kind, Preset};

/// Ten designated indicators from a baseline of 0 to 100, with what was recorded.
fn ten(recorded: [&str; 10]) -> (Book, Vec<IndicatorId>) {
    let mut book = Book::new(3);
    book.ag.first_year = 2008;
    book.ag.rules.preset = Preset::Designated;
    let block = book.bl();
    let outcome = book.oc(block);
    let ids = recorded.map(|actual| {
        let id = book.rec(outcome, "50", "100", actual);
        book.k(id).kind = Kind::Designated;
        book.k(id).baseline = Some(Baseline {
            year: 2007,
            value: v("0"),
        });
        id
    });
    (book, ids.to_vec())
}

#[test]
fn the_average_of_ten_is_paid_from_the_baseline() {
    // Nine at 100 (one of them at 250, held at 100) and one at 30 from a baseline of 0: 93% of £100,000.
    let (book, ids) = ten([
        "250", "100", "100", "100", "100", "100", "100", "100", "100", "30",
    ]);
    let found = book.ev();
    assert_eq!(found.average.unwrap().basis_points(), 9_300);
    assert_eq!(found.reward, p(93_000));
    assert_eq!(ki(&found, ids[0]).reward, p(10_000));
    assert_eq!(ki(&found, ids[9]).reward, p(3_000));
    assert_eq!(
        ki(&found, ids[9]).next_unit,
        p(100),
        "a hundredth of a tenth"
    );
    assert_eq!(
        ki(&found, ids[9]).cliff,
        None,
        "no indicator has a cliff of its own"
    );
}

#[test]
fn below_sixty_per_cent_on_average_nothing_is_paid_and_one_unit_wins_it_all() {
    let (book, ids) = ten([
        "100", "100", "100", "100", "100", "99", "0", "0", "0", "-40",
    ]);
    let found = book.ev();
    assert_eq!(found.average.unwrap().basis_points(), 5_990);
    assert_eq!(found.reward, p(0));
    assert_eq!(ki(&found, ids[5]).next_unit, p(60_000));
    assert_eq!(ki(&found, ids[0]).next_unit, p(0), "it is held at 100%");
}

#[test]
fn an_average_of_exactly_sixty_pays() {
    let (book, _) = ten(["60"; 10]);
    assert_eq!(book.ev().reward, p(60_000));
}

#[test]
fn only_designated_indicators_of_outcomes_that_bear_reward_count() {
    let (mut book, ids) = ten(["80"; 10]);
    let block = book.ag.blocks[0].id;
    let other = book.oc(block);
    book.k(ids[0]).kind = Kind::Statutory;
    book.k(ids[1]).kind = Kind::Stretch;
    book.k(ids[2]).kind = Kind::Local;
    book.k(ids[3]).outcome = other;
    book.sc.dropped.push(other);
    for id in &ids[..4] {
        book.k(*id).actual[2] = Some(v("0"));
    }
    let found = book.ev();
    assert_eq!(found.average.unwrap().basis_points(), 8_000);
    assert_eq!(found.reward, p(80_000));
    // A sixth each; two of the £100,000's odd pence go to the lower ids.
    assert_eq!(ki(&found, ids[4]).potential.0, 1_666_667);
    assert_eq!(ki(&found, ids[9]).potential.0, 1_666_666);
}

#[test]
fn an_indicator_without_a_baseline_counts_as_nothing_and_is_said() {
    let (mut book, ids) = ten(["100"; 10]);
    book.k(ids[2]).baseline = None;
    let found = book.ev();
    assert_eq!(found.reward, p(90_000));
    let place = laa::engine::Place::Indicator(ids[2], None);
    assert_eq!(
        at(&found, place),
        [laa::engine::Problem::NoTarget {
            from: RewardBasis::Baseline
        }]
    );
}
