//! The least pump-priming that earns what it takes, where cliffs lie close together or a little money goes far.

use crate::common::*;
use crate::primers::{go, question};
use crate::tries::tries;
use laa::model::{BasisPoints, OutcomeSplit, Pot, PumpGrant};
use laa::solve::{Limits, Primed, break_even, covered, pump_curve, pump_worth};
use proptest::prelude::*;

/// Outcomes with their weights, the pounds of their full stretch and what is spent on them, and a pot.
fn book(pot: i64, rows: &[(u32, i64, i64)]) -> Book {
    let mut book = Book::new(1);
    let block = book.bl();
    let spent = rows.iter().map(|row| row.2).sum();
    book.st(block, &[spent]);
    for &(weight, full, spent) in rows {
        let outcome = book.oc(block);
        book.o(outcome).weight = weight;
        let id = book.ki(outcome, "0", "100");
        book.k(id).response = Some(straight(full));
        book.spend(outcome, &[spent]);
    }
    book.ag.rules.pot = Pot::Stated(gbp(pot));
    book.ag.rules.split = OutcomeSplit::Stated;
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(100_000));
    book.ag.rules.pump.by_year_end = vec![BasisPoints::WHOLE];
    book
}

/// The curve in so many steps as the page draws it, and the least sum that earns what it takes.
fn curve(book: &Book, most: i64) -> (Vec<Primed>, Option<i64>) {
    let limits = Limits::default();
    let asked = question(book, &limits);
    let without = pump_worth(&asked, &mut go).unwrap().without;
    let curve = pump_curve(&asked, gbp(most), 24, &mut go).unwrap();
    // A larger sum may always be split as a smaller one.
    assert!(curve.windows(2).all(|it| it[0].worth <= it[1].worth));
    let least = break_even(&asked, &curve, without, &mut go).unwrap();
    (curve, least.map(|it| it.0))
}

fn jumps(curve: &[Primed]) -> Vec<i64> {
    let jumps = curve.iter().filter(|it| it.worth > it.below + 100.0);
    jumps.map(|it| it.pounds.0).collect()
}

/// Work is £2,000 short of a cliff that is worth £36,000, Health £5,000 of one worth £120,000: both lie in the first step of
/// £8,333, and so does the sum of £7,000 that crosses both.
#[test]
fn two_cliffs_in_one_step_are_both_found() {
    let book = book(260_000, &[(3, 100_000, 58_000), (10, 100_000, 55_000)]);
    let (curve, least) = curve(&book, 200_000);
    assert_eq!(least, Some(2_000));
    assert_eq!(jumps(&curve), [2_000, 5_000, 7_000]);
}

/// £3,000 of £5,000 earn £60,000, and each of the other £2,000 another £20: more by far than any step of £8,333 does
/// elsewhere.
#[test]
fn what_little_money_goes_far_hides_no_cliff() {
    let book = book(100_000, &[(1, 5_000, 0)]);
    let (curve, least) = curve(&book, 200_000);
    assert_eq!(least, Some(3_000));
    assert_eq!(jumps(&curve), [3_000]);
}

/// Nothing is earned beyond the £100,000 of the pot: of a grant of £200,000 half would earn what it costs, of £80,000 all.
#[test]
fn the_most_that_earns_what_it_costs_is_found_up_to_the_grant() {
    let book = book(100_000, &[(1, 5_000, 0)]);
    let (curve, _) = curve(&book, 200_000);
    let limits = Limits::default();
    let asked = question(&book, &limits);
    let most = |grant| covered(&asked, &curve, (0.0, gbp(grant)), &mut go).unwrap();
    assert_eq!(most(200_000), Some(gbp(100_000)));
    assert_eq!(most(80_000), Some(gbp(80_000)));
}

/// Work is £20,000 short of its cliff, Health £42,000: the first pounds of a step of £62,500 earn nothing.
#[test]
fn no_sum_earns_what_a_line_to_a_later_one_promises() {
    let book = book(100_000, &[(1, 100_000, 40_000), (1, 100_000, 18_000)]);
    let (curve, least) = curve(&book, 1_500_000);
    assert_eq!(least, Some(20_000));
    assert_eq!(jumps(&curve), [20_000, 62_000]);
}

/// Work is £12,000 short of a cliff, Health £6,000 of one that alone is worth £7,800: they lie in the first two steps of
/// £8,333, in which a pound earns more than another as soon as Work is over its own.
#[test]
fn a_later_cliff_hides_none_before_it() {
    let book = book(39_001, &[(4, 24_000, 2_400), (2, 60_000, 30_000)]);
    assert_eq!(curve(&book, 200_000).1, Some(6_000));
}

/// Every pound of the £2,000 that Work still can use earns £1.50, less than a step of £8,333 takes.
#[test]
fn where_the_first_pounds_alone_earn_themselves_it_is_the_first() {
    let book = book(150_000, &[(1, 100_000, 98_000)]);
    assert_eq!(curve(&book, 200_000).1, Some(1));
}

proptest! {
    #![proptest_config(tries(30))]

    /// In steps of £300, against one of every £12. A pound is what rounding may make up.
    #[test]
    fn a_sum_that_is_told_earns_itself_and_no_smaller_one_does(
        pot in 200..8_000_i64, rows in prop::collection::vec((1..4_u32, 200..2_400_i64, 0..2_000_i64), 1..4),
    ) {
        let mut book = book(pot, &rows);
        let (told, tried) = {
            let limits = Limits::default();
            let asked = question(&book, &limits);
            let without = pump_worth(&asked, &mut go).unwrap().without;
            let curve = |steps| pump_curve(&asked, gbp(2_400), steps, &mut go).unwrap();
            let told = break_even(&asked, &curve(8), without, &mut go).unwrap();
            let over = |it: &Primed| (it.pounds, it.worth - without - it.pounds.0 as f64);
            (told, curve(200).iter().map(over).collect::<Vec<_>>())
        };
        let least = told.unwrap_or(gbp(i64::MAX));
        let smaller = tried.iter().find(|it| it.0 < least && it.1 >= 1.0);
        prop_assert_eq!(smaller, None);
        if let Some(told) = told {
            book.ag.rules.pump.grant = PumpGrant::Stated(told);
            let limits = Limits::default();
            let found = pump_worth(&question(&book, &limits), &mut go).unwrap();
            prop_assert!(found.best.value - found.without >= told.0 as f64 - 0.001);
        }
    }
}
