//! What is wrong or worth knowing, each with its place, amount and year.

use crate::common::*;
use laa::engine::{Place, Problem, RewardBasis};
use laa::model::{Better, Kind, Rules};

#[test]
fn a_sound_scenario_has_nothing_to_say() {
    let mut book = Book::new(2);
    let block = book.bl();
    book.st(block, &[100, 100]);
    let outcome = book.oc(block);
    let indicator = book.rec(outcome, "0", "10", "9");
    book.k(indicator).with[0] = Some(v("5"));
    book.spend(outcome, &[100, 100]);
    assert_eq!(book.ev().findings, []);
}

#[test]
fn years_without_a_milestone_and_targets_on_the_wrong_side() {
    let mut book = Book::new(3);
    let block = book.bl();
    let outcome = book.oc(block);
    let missing = book.rec(outcome, "0", "10", "9");
    let worse = book.rec(outcome, "10", "10", "9");
    book.k(worse).with = ["11", "9", "10"].map(|text| Some(v(text))).to_vec();
    book.k(worse).better = Better::Higher;
    let found = book.ev();
    let here = |id, year| at(&found, Place::Indicator(id, year));
    assert_eq!(here(missing, Some(0)), [Problem::NoMilestone]);
    assert_eq!(here(missing, Some(1)), [Problem::NoMilestone]);
    assert_eq!(here(missing, Some(2)), []);
    assert_eq!(here(worse, Some(0)), []);
    assert_eq!(here(worse, Some(1)), [Problem::WithNotBetter]);
    assert_eq!(here(worse, Some(2)), [Problem::WithNotBetter]);
    assert_eq!(here(worse, None), [], "said once, in its year");
}

#[test]
fn an_indicator_that_cannot_be_scored_is_said() {
    let mut book = Book::new(3);
    let block = book.bl();
    let outcome = book.oc(block);
    let indicator = book.rec(outcome, "0", "10", "9");
    book.k(indicator).without = vec![Some(v("0"))];
    let found = book.ev();
    assert_eq!(
        at(&found, Place::Indicator(indicator, None)),
        [Problem::NoTarget {
            from: RewardBasis::Without
        }]
    );
    assert_eq!(found.reward, p(0));
    book.k(indicator).kind = Kind::Local;
    assert_eq!(at(&book.ev(), Place::Indicator(indicator, None)), []);
}

#[test]
fn just_short_is_within_a_tenth_of_the_stretch() {
    for (actual, short) in [
        ("50", Some("10")),
        ("59", Some("1")),
        ("49", None),
        ("60", None),
    ] {
        let mut book = Book::new(3);
        let block = book.bl();
        let outcome = book.oc(block);
        let indicator = book.rec(outcome, "0", "100", actual);
        let expect = short.map(|units| Problem::JustShort { units: v(units) });
        let found = at(&book.ev(), Place::Indicator(indicator, None));
        assert_eq!(found, Vec::from_iter(expect), "{actual}");
    }
}

#[test]
fn an_agreement_holds_at_most_35_designated_and_16_statutory_indicators() {
    let mut book = Book::new(3);
    let block = book.bl();
    let outcome = book.oc(block);
    for number in 0..51 {
        let id = book.ki(outcome, "0", "1");
        book.k(id).kind = if number < 35 {
            Kind::Designated
        } else {
            Kind::Statutory
        };
    }
    assert_eq!(at(&book.ev(), Place::Agreement), []);
    for kind in [Kind::Designated, Kind::Statutory] {
        let id = book.ki(outcome, "0", "1");
        book.k(id).kind = kind;
    }
    assert_eq!(
        at(&book.ev(), Place::Agreement),
        [
            Problem::TooManyDesignated { found: 36 },
            Problem::TooManyStatutory { found: 17 }
        ]
    );
}

#[test]
fn a_pot_that_depends_on_an_unstated_budget_is_said() {
    let mut book = Book::new(3);
    book.ag.rules.pot = Rules::default().pot;
    let found = book.ev();
    assert_eq!(found.pot, p(0));
    assert_eq!(
        found.findings,
        [finding(Place::Agreement, Problem::NoNetBudget)]
    );
}

#[test]
fn the_block_that_holds_most_of_what_is_left_is_named() {
    let mut book = Book::new(1);
    let blocks = [(); 3].map(|()| book.bl());
    book.st(blocks[1], &[30]);
    book.st(blocks[1], &[25]);
    book.st(blocks[2], &[40]);
    let outcome = book.oc(blocks[0]);
    book.spend(outcome, &[7]);
    assert_eq!(
        at(&book.ev(), Place::Outcome(outcome, Some(0))),
        [Problem::Unplaced {
            pounds: gbp(7),
            held: gbp(55),
            block: Some(blocks[1])
        }]
    );
}

#[test]
fn a_fence_holds_only_what_is_not_spent_behind_it_in_a_later_year() {
    let mut book = Book::new(2);
    let blocks = [(); 2].map(|()| book.bl());
    let stream = book.st(blocks[1], &[100, 100]);
    book.s(stream).carry_forward = pc(100);
    let [poor, rich] = blocks.map(|block| book.oc(block));
    book.spend(poor, &[60]);
    // Of the £100 carried, £70 are spent a year later; £30 are nobody's.
    book.spend(rich, &[0, 170]);
    assert_eq!(
        at(&book.ev(), Place::Outcome(poor, Some(0))),
        [Problem::Unplaced {
            pounds: gbp(60),
            held: gbp(30),
            block: Some(blocks[1])
        }]
    );
}

#[test]
fn not_affordable_adds_up_what_no_stream_pays_and_what_owners_and_pump_priming_lack() {
    let mut book = Book::new(1);
    let block = book.bl();
    let aligned = book.st(block, &[10]);
    let outcome = book.oc(block);
    book.align(aligned, outcome, &[13]);
    book.spend(outcome, &[5]);
    book.sc.pump.spending.set(outcome, 0, gbp(2));
    assert_eq!(book.ev().over, gbp(3 + 5 + 2));
    assert!(
        book.ev()
            .findings
            .iter()
            .any(|finding| finding.problem.is_money())
    );
}
