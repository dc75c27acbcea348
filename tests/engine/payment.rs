//! Potentials, rewards and payments to the penny.

use crate::common::*;
use laa::model::{Better, Interim, OutcomeSplit, PaymentRule, Pence, Pot, Preset, Stretch};

#[test]
fn exactly_sixty_per_cent_pays_whatever_the_decimals_and_direction() {
    // The first of them is 59.99999999999998% in floating point.
    for (without, with, pays, fails) in [
        ("0.40", "0.55", "0.49", "0.48"),
        ("0.55", "0.40", "0.46", "0.47"),
        ("40", "55", "49", "48"),
        ("7.3", "2.3", "4.3", "4.4"),
        ("0.1", "0.4", "0.28", "0.27"),
        ("1.1", "0.1", "0.5", "0.500001"),
        ("-5", "5", "1", "0.999999"),
        ("999999999", "1000000000", "999999999.6", "999999999.599999"),
    ] {
        for (actual, reward) in [(pays, p(60_000)), (fails, p(0))] {
            for preset in [Preset::Lpsa, Preset::Stretch] {
                let mut book = Book::new(3);
                book.ag.rules.preset = preset;
                let block = book.bl();
                let outcome = book.oc(block);
                book.rec(outcome, without, with, actual);
                assert_eq!(book.ev().reward, reward, "{without} {with} {actual}");
            }
        }
    }
}

#[test]
fn a_target_that_is_no_better_than_without_earns_nothing() {
    for (with, actual) in [("50", "60"), ("40", "10"), ("40", "90")] {
        let mut book = Book::new(3);
        let block = book.bl();
        let outcome = book.oc(block);
        let indicator = book.rec(outcome, "50", with, actual);
        book.k(indicator).better = Better::Higher;
        let found = book.ev();
        assert_eq!((ki(&found, indicator).score, found.reward), (None, p(0)));
    }
}

#[test]
fn over_achievement_offsets_nothing() {
    let mut book = Book::new(3);
    let block = book.bl();
    let outcome = book.oc(block);
    book.rec(outcome, "0", "10", "1000");
    book.rec(outcome, "0", "10", "5");
    assert_eq!(book.ev().reward, p(50_000));
}

#[test]
fn odd_pence_of_the_pot_go_to_the_largest_remainder_and_then_to_the_lower_id() {
    let mut book = Book::new(3);
    book.ag.rules.pot = Pot::Stated(gbp(100));
    let block = book.bl();
    let outcomes = [(); 3].map(|()| book.oc(block));
    let parts =
        |book: &Book| -> Vec<i64> { book.ev().outcomes.iter().map(|it| it.potential.0).collect() };
    assert_eq!(parts(&book), [3_334, 3_333, 3_333]);
    book.ag.rules.split = OutcomeSplit::Stated;
    book.o(outcomes[2]).weight = 4;
    assert_eq!(parts(&book), [1_667, 1_667, 6_666]);
    book.sc.dropped.push(outcomes[0]);
    assert_eq!(parts(&book), [0, 2_000, 8_000]);
    book.o(outcomes[1]).rewarded = false;
    assert_eq!(parts(&book), [0, 0, 10_000]);
}

#[test]
fn a_reward_is_rounded_half_up_to_the_penny() {
    // 60% of 333 pence is 199.8; 70% of 5 pence is 3.5.
    for (pot, share, actual, reward) in [(10, 333, "6", 200), (1, 5, "7", 4)] {
        let mut book = Book::new(3);
        book.ag.rules.pot = Pot::Stated(gbp(pot));
        let block = book.bl();
        let outcome = book.oc(block);
        let indicator = book.rec(outcome, "0", "10", actual);
        book.k(indicator).weight = share;
        let rest = book.ki(outcome, "0", "10");
        book.k(rest).weight = pot as u32 * 100 - share;
        let found = book.ev();
        assert_eq!(ki(&found, indicator).potential.0, i64::from(share));
        assert_eq!(found.reward.0, reward);
    }
}

#[test]
fn the_odd_penny_goes_to_the_first_instalment_and_to_revenue() {
    let mut book = Book::new(3);
    book.ag.rules.pot = Pot::Stated(gbp(1));
    let block = book.bl();
    let outcome = book.oc(block);
    book.rec(outcome, "0", "100", "93");
    let found = book.ev();
    assert_eq!(found.reward.0, 93);
    let paid: Vec<_> = found
        .payments
        .iter()
        .map(|it| (it.capital.0, it.revenue.0))
        .collect();
    assert_eq!(paid, [(0, 0), (23, 24), (23, 23)]);
}

#[test]
fn advances_are_a_fifth_of_the_potential_of_each_indicator_that_met_its_interim_level() {
    // Potentials £60,000 and £40,000; the first earns nothing, the second all; both met.
    let mut book = Book::new(3);
    let block = book.bl();
    let outcome = book.oc(block);
    let failed = book.rec(outcome, "0", "10", "0");
    let passed = book.rec(outcome, "0", "10", "10");
    book.k(failed).weight = 3;
    book.k(passed).weight = 2;
    for id in [failed, passed] {
        book.k(id).actual[1] = Some(v("5"));
        book.k(id).interim = Some(Interim {
            year: 1,
            level: v("5"),
        });
    }
    // On account 12,000 + 8,000; then half of 32,000 less the excess of 12,000; then half of 32,000.
    assert_eq!(
        payments(&book.ev()),
        [(2008, 20_000), (2009, 4_000), (2010, 16_000)]
    );
}

#[test]
fn in_march_2011_only_what_is_due_from_2010_on_is_halved() {
    let paid = |first_year| {
        let mut book = Book::new(3);
        book.ag.first_year = first_year;
        book.ag.rules.payment = PaymentRule::March2011;
        let block = book.bl();
        let outcome = book.oc(block);
        book.rec(outcome, "0", "1", "1");
        let found = book.ev();
        assert_eq!(found.reward, p(100_000), "what is earned does not change");
        payments(&found)
    };
    assert_eq!(paid(2005), [(2007, 0), (2008, 50_000), (2009, 50_000)]);
    assert_eq!(paid(2006), [(2008, 0), (2009, 50_000), (2010, 25_000)]);
    assert_eq!(paid(2007), [(2009, 0), (2010, 50_000)]);
    assert_eq!(paid(2008), [(2010, 50_000)]);
}

#[test]
fn an_unusual_threshold_moves_the_cliff() {
    let mut book = Book::new(3);
    let block = book.bl();
    let outcome = book.oc(block);
    let indicator = book.rec(outcome, "0", "100", "74");
    book.ag.rules.threshold = pc(75);
    let found = book.ev();
    assert_eq!(found.reward, p(0));
    assert_eq!(ki(&found, indicator).cliff.unwrap().wins, p(75_000));
    book.k(indicator).actual[2] = Some(v("90"));
    let cliff = ki(&book.ev(), indicator).cliff.unwrap();
    assert_eq!(
        (cliff.margin, cliff.wins, cliff.loses),
        (v("15"), p(0), p(90_000))
    );
}

#[test]
fn a_scenario_may_have_rules_of_its_own() {
    let mut book = Book::new(3);
    let block = book.bl();
    let outcome = book.oc(block);
    let indicator = book.rec(outcome, "0", "100", "74");
    let mut rules = book.ag.rules.clone();
    rules.pot = Pot::Stated(gbp(200));
    book.sc.rules = Some(rules);
    assert_eq!(book.ev().reward, p(148));
    book.sc.stretches.push(Stretch {
        indicator,
        level: v("148"),
    });
    assert_eq!(book.ev().reward, Pence(0));
}
