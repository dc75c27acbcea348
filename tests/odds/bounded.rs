//! A distribution takes as much room as it is asked to be fine, whatever the figures.

use crate::common::*;
use crate::integral::near;
use crate::risky::simple;
use crate::tries::tries;
use laa::model::{Pot, Scenario, Stretch};
use laa::odds::{Difference, Fineness, Pert, compare};
use proptest::prelude::*;

/// Points of the grid of a difference, those that nothing falls on included; none where it is drawn.
fn cells(difference: &Difference) -> Option<usize> {
    let Difference::Counted(counted) = difference else {
        return None;
    };
    let written = serde_json::to_value(counted).unwrap();
    Some(written["chances"].as_array().unwrap().len())
}

/// The scenario of a book that asks for another level of its first indicator.
fn asking(book: &Book, level: i64) -> Scenario {
    let mut second = book.sc.clone();
    second.stretches.push(Stretch {
        indicator: book.ag.indicators[0].id,
        level: v(&level.to_string()),
    });
    second
}

/// Delivery s of 100 units, 0 to 150%, and one unit of noise: the first asks for 100 (60 pay), the second
/// for 80 (48 pay). Where nothing is delivered neither earns, where all is both earn everything. Between 48 and 60 the
/// first earns nothing and the second s / 0.8 of the pot.
#[test]
fn a_difference_that_is_nothing_at_worst_and_at_best_and_large_between_takes_no_more_room() {
    for pot in [100_000, 100_000_000_000] {
        let (mut book, ids) = simple(&[[0, 100, 150]]);
        book.risk(ids[0], [0, 100, 150], "1");
        book.ag.rules.pot = Pot::Stated(gbp(pot));
        let second = asking(&book, 80);
        let found = compare(&book.ag, &book.sc, &second, pc(30), Fineness::LIVE);
        let cells = cells(&found.difference).unwrap();
        assert!((900..1_300).contains(&cells), "{cells}");
        let pert = Pert::new(0.0, 1.0, 1.5).unwrap();
        near(found.ahead, 0.0, 1e-3);
        near(found.behind, pert.at_least(0.48) - pert.at_least(1.0), 1e-3);
        let lost = |low: f64, high: f64| pert.mean_between(low, high) / 0.8;
        let both =
            lost(0.48, 0.8) + pert.at_least(0.8) - pert.at_least(1.0) - pert.mean_between(0.6, 1.0);
        let pot = pot as f64;
        near(found.mean / pot, -both, 1e-4);
        let Difference::Counted(counted) = &found.difference else {
            panic!("it is drawn");
        };
        near(counted.mean() / pot, -both, 1e-3);
    }
}

/// Delivery s of 0 to 100%, most likely nothing: at least 90%, where the first scenario starts to earn, with a chance of
/// (1 − 0.9)⁵. The second has dropped it. What both earn alike is so likely that columns are a pound wide, and the
/// difference, one time in 100,000, lies between £90bn and £100bn.
#[test]
fn a_difference_that_is_hardly_ever_there_and_then_of_billions_is_put_in_columns_at_once() {
    let (mut book, _) = simple(&[[0, 0, 100]]);
    book.ag.rules.pot = Pot::Stated(gbp(100_000_000_000));
    crate::risky::threshold(&mut book, 90);
    let mut second = book.sc.clone();
    second.dropped.push(book.ag.outcomes[0].id);
    let found = compare(&book.ag, &book.sc, &second, pc(30), Fineness::LIVE);
    let columns = found.difference.columns();
    assert_eq!((columns.width, columns.chances.len()), (1.0, 1));
    near(columns.chances[0], 1e-5, 1e-9);
}

const COARSE: Fineness = Fineness {
    points: 64,
    spacing: 1.0,
};

/// Noises from none to one in which everything else is lost.
const NOISES: [&str; 6] = ["0", "0.000001", "0.01", "1", "1000", "1000000"];

proptest! {
    #![proptest_config(tries(200))]

    #[test]
    fn no_figures_take_more_room(
        shares in proptest::collection::vec(0_u32..=200, 3),
        noise in 0_usize..6,
        pot in prop_oneof![1_i64..10, 1_000_i64..10_000_000, Just(100_000_000_000)],
        spent in proptest::collection::vec(0_i64..2_000, 2),
        threshold in 0_u32..=100,
        level in 1_i64..1_000,
    ) {
        let mut shares = shares;
        shares.sort_unstable();
        let (mut book, ids) = simple(&[[30, 70, 110], [0, 0, 0]]);
        book.k(ids[0]).response = Some(straight(1_000));
        book.risk(ids[0], [shares[0], shares[1], shares[2]], NOISES[noise]);
        book.ag.rules.pot = Pot::Stated(gbp(pot));
        crate::risky::threshold(&mut book, threshold);
        let block = book.ag.blocks[0].id;
        book.st(block, &[10_000]);
        let outcome = book.k(ids[0]).outcome;
        book.spend(outcome, &spent[..1]);
        let mut second = book.clone();
        second.spend(outcome, &spent[1..]);
        let second = asking(&second, level);
        for (one, other) in [(&book.sc, &second), (&second, &book.sc)] {
            let found = compare(&book.ag, one, other, pc(30), COARSE);
            // Twice as many as asked for at most, an eighth more to lie well, and two for each indicator.
            // What is drawn takes up none, and is no case.
            let cells = cells(&found.difference);
            prop_assume!(cells.is_some());
            let cells = cells.unwrap();
            prop_assert!(cells <= 2 * 64 + 64 / 4 + 2 * 2 + 1, "{cells}");
        }
    }
}
