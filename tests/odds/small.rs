//! Two scenarios that differ by a few pounds: less than a step of the grid.

use crate::common::*;
use crate::integral::{integral, near, normal_above, normal_density};
use crate::risky::simple;
use laa::model::{OutcomeSplit, Pot, Scenario};
use laa::odds::{Comparison, Factor, Fineness, Pert, compare};

/// An agreement with a pot of £100,000 where £100,000 bring all that is asked of each outcome, and twice as much twice that;
/// and the scenario that spends other sums.
fn moved(risks: &[[u32; 3]], spent: &[i64]) -> (Book, Scenario) {
    let (mut book, ids) = simple(risks);
    let block = book.ag.blocks[0].id;
    book.st(block, &[1_000_000]);
    for &id in &ids {
        book.k(id).response = Some(points(&[(0, 0), (200_000, 200)]));
        let outcome = book.k(id).outcome;
        book.spend(outcome, &[100_000]);
    }
    let mut second = book.clone();
    for (&id, &spent) in ids.iter().zip(spent) {
        let outcome = second.k(id).outcome;
        second.spend(outcome, &[spent]);
    }
    (book, second.sc)
}

/// How the other scenario fares against the agreement's own.
fn against(book: &Book, other: &Scenario, correlation: u32) -> Comparison {
    book.ev();
    compare(&book.ag, other, &book.sc, pc(correlation), Fineness::LIVE)
}

#[test]
fn a_little_money_moved_from_one_to_another_pays_as_often_as_it_does() {
    let pert = Pert::new(0.5, 0.85, 0.95).unwrap();
    for (taken, given) in [(100, 200), (20, 40), (50, 40)] {
        let risks = [[50, 85, 95]; 2];
        let (book, other) = moved(&risks, &[100_000 - taken, 100_000 + given]);
        let found = against(&book, &other, 30);
        // It is ahead where the second reaches its cliff and gains more than the first, if that reaches its own, loses.
        let needed = |first: f64| match first {
            failed if failed < 0.6 => 0.6,
            first => (first * taken as f64 / given as f64).max(0.6),
        };
        let given =
            |z: f64| normal_above((pert.place(needed(pert.at(z))) - 0.3 * z) / 0.91_f64.sqrt());
        let ahead = integral(&|z| given(z) * normal_density(z), -8.0, 8.0, 1e-6);
        near(found.ahead, ahead, 0.004);
        assert!(found.error.is_some_and(|error| error < 0.003), "{found:?}");
    }
}

#[test]
fn what_a_little_money_moved_brings_lies_within_a_few_pounds() {
    let (book, other) = moved(&[[50, 85, 95]; 2], &[99_900, 100_200]);
    let found = against(&book, &other, 30);
    // £100 times what the second delivers, less £50 times what the first does.
    let [low, high] = [0.1, 0.9].map(|share| found.difference.quantile(share));
    assert!(low > 29.0 && low < 40.0, "{low}");
    assert!(high > 40.0 && high < 51.0, "{high}");
    let columns = found.difference.columns();
    let less = (-columns.start / columns.width).round() as usize;
    let more: f64 = columns.chances[less..].iter().sum();
    near(more, found.ahead, 1e-9);
    // The average is no draw: a cliff that is missed costs thousands.
    let mean =
        |scenario: &Scenario| laa::odds::odds(&book.ag, scenario, pc(30), Fineness::LIVE).mean;
    near(found.mean, mean(&other) - mean(&book.sc), 1e-6);
}

/// An equal split of £1m between some outcomes against weights of their own within 6% of each other.
fn unequal(count: u32) -> Comparison {
    let (mut book, _) = simple(&vec![[50, 125, 130]; count as usize]);
    book.ag.rules.pot = Pot::Stated(gbp(1_000_000));
    for (place, outcome) in (0..count).zip(&mut book.ag.outcomes) {
        outcome.weight = 9_400 + 97 * place + 13 * (place * place % 7);
    }
    let mut second = book.sc.clone();
    let mut rules = book.ag.rules.clone();
    rules.split = OutcomeSplit::Stated;
    second.rules = Some(rules);
    let back = against(&book, &second, 60);
    let found = compare(&book.ag, &book.sc, &second, pc(60), Fineness::LIVE);
    near(found.ahead, back.behind, 1e-9);
    found
}

#[test]
fn many_unlike_stakes_are_level_where_all_are_earned_in_full() {
    let pert = Pert::new(0.5, 1.25, 1.3).unwrap();
    let factor = Factor::new(pc(60));
    for count in [13, 20] {
        let found = unequal(count);
        let all = |z: f64| factor.above(pert.place(1.0), z).powi(count as i32) * normal_density(z);
        let level = integral(&all, -8.0, 8.0, 1e-8);
        near(found.level, level, 0.006);
        near(found.ahead, 0.5 * (1.0 - level), 0.03);
        assert!(found.error.is_some(), "{count}");
    }
}
