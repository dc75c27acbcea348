//! What each difference is worth: alone, if it is left, and as a share that adds up.

use std::rc::Rc;

use crate::tries::tries;
use laa::app::compare::{Comparison, Side, Worth, compare};
use laa::app::facts::align;
use laa::app::moves::Kind;
use laa::engine::{evaluate, reward, takings};
use laa::model::*;
use proptest::prelude::*;

use crate::support::sample;
use crate::workbooks::workbooks;

fn sides(change: impl FnOnce(&mut Scenario, &mut Agreement)) -> (Side, Side) {
    let workbook = sample("An illustrative borough");
    let from = Side::of(&workbook, &workbook.scenarios[0]);
    let mut to = from.clone();
    change(&mut to.scenario, Rc::make_mut(&mut to.agreement));
    (from, to)
}

fn shares_paid(found: &Comparison) -> Pence {
    found.groups.iter().map(|group| group.paid.share).sum()
}

fn shares(found: &Comparison) -> Pence {
    found.groups.iter().map(|group| group.worth.share).sum()
}

/// Moves pounds of one year between outcomes by their places.
fn give(scenario: &mut Scenario, agreement: &Agreement, from: usize, to: usize, pounds: i64) {
    let (from, to) = (agreement.outcomes[from].id, agreement.outcomes[to].id);
    let grid = &mut scenario.spending;
    grid.set(from, 0, grid.get(from, 0) - Pounds(pounds));
    grid.set(to, 0, grid.get(to, 0) + Pounds(pounds));
}

#[test]
fn one_change_is_worth_the_whole_difference_in_every_column() {
    let (from, to) = sides(|offer, agreement| give(offer, agreement, 2, 7, 100_000));
    let found = compare(&from, &to);
    assert_eq!(found.groups.len(), 1);
    let worth = found.groups[0].worth;
    assert_eq!(found.difference, to.reward() - from.reward());
    assert_ne!(found.difference, Pence(0));
    assert_eq!(
        [worth.alone, worth.lost, worth.share],
        [found.difference; 3]
    );
}

/// The agreement ends in 2008/09. The second instalment, half of the reward, falls due in 2010/11 and is
/// halved: three quarters of what is earned are paid.
#[test]
fn a_rule_that_earns_nothing_takes_a_quarter_of_what_is_paid() {
    let (from, to) = sides(|offer, agreement| {
        offer.rules = Some(Rules {
            payment: PaymentRule::March2011,
            ..agreement.rules.clone()
        });
    });
    let found = compare(&from, &to);
    let earned = from.reward();
    assert_eq!((found.difference, found.groups.len()), (Pence(0), 1));
    assert_eq!(found.groups[0].worth, Worth::default());
    let Worth { alone, lost, share } = found.groups[0].paid;
    assert_eq!([alone, lost, share], [found.paid; 3]);
    let quarter = Pence(-earned.0 / 4);
    assert!((found.paid - quarter).0.abs() <= 1, "{:?}", found.paid);
}

/// Of more changes than are priced one by one, what changes the payments most is among those that are.
#[test]
fn a_rule_that_changes_only_payments_is_not_priced_with_the_rest() {
    let (from, to) = sides(|offer, agreement| {
        for to in 0..12 {
            give(offer, agreement, 14, to, 10_000);
        }
        offer.rules = Some(Rules {
            payment: PaymentRule::March2011,
            ..agreement.rules.clone()
        });
    });
    let found = compare(&from, &to);
    assert!(found.changes.len() > 10, "{}", found.changes.len());
    let rule = found.changes.len() - 1;
    assert_eq!(found.changes[rule].kind, Kind::Rule);
    assert!(found.groups.iter().any(|group| group.changes == [rule]));
    assert_eq!(shares_paid(&found), found.paid);
}

#[test]
fn a_change_that_moves_nothing_is_worth_nothing() {
    let (from, to) = sides(|offer, agreement| {
        give(offer, agreement, 2, 7, 100_000);
        offer.freedoms.push(Freedom {
            relaxation: Relaxation::LiftBlock(agreement.blocks[0].id),
            standing: Standing::Asked,
        });
    });
    let found = compare(&from, &to);
    let asked = found
        .groups
        .iter()
        .find(|group| found.changes[group.changes[0]].kind == Kind::Freedom);
    assert_eq!(asked.unwrap().worth, Default::default());
}

#[test]
fn the_two_scenarios_of_the_borough_are_told_apart_in_ten_groups_at_most() {
    let workbook = sample("An illustrative borough");
    let side = |at: usize| Side::of(&workbook, &workbook.scenarios[at]);
    let found = compare(&side(0), &side(1));
    assert!(found.groups.len() <= 10, "{}", found.groups.len());
    assert_eq!(shares(&found), found.difference);
    let mut listed: Vec<usize> = found
        .groups
        .iter()
        .flat_map(|group| group.changes.clone())
        .collect();
    listed.sort_unstable();
    assert_eq!(
        listed,
        (0..found.changes.len()).collect::<Vec<_>>(),
        "each change once"
    );
    if found.changes.len() > 10 {
        assert_eq!(found.groups.len(), 10);
        assert_eq!(found.groups[9].changes.len(), found.changes.len() - 9);
    }
}

/// Facts and choices that meet: a stream that only they have, and money of theirs that it pays.
#[test]
fn facts_are_priced_beside_choices() {
    let (from, to) = sides(|offer, agreement| {
        agreement.rules.threshold = BasisPoints(5_000);
        agreement.area.net_budget = agreement
            .area
            .net_budget
            .map(|pounds| pounds + Pounds(1_000_000));
        let extra = Stream {
            id: StreamId(9_000),
            name: "A grant that only they know".to_owned(),
            ..agreement.streams[0].clone()
        };
        agreement.streams.push(extra);
        offer.pins.push(Pin {
            stream: StreamId(9_000),
            outcome: agreement.outcomes[0].id,
            year: 0,
            pounds: Pounds(1_000),
        });
        give(offer, agreement, 2, 7, 100_000);
    });
    let found = compare(&from, &to);
    let says: Vec<&str> = found
        .changes
        .iter()
        .map(|change| change.says.as_str())
        .collect();
    assert!(
        says.contains(&"A grant that only they know: not there → there"),
        "{says:?}"
    );
    assert!(says.contains(&"Threshold: 60% → 50%"), "{says:?}");
    let pinned = says
        .iter()
        .any(|says| says.contains("of A grant that only they know pinned to"));
    assert!(pinned, "{says:?}");
    assert_eq!(found.changes[0].kind, Kind::Fact, "facts come first");
    assert_eq!(shares(&found), found.difference);
    assert_eq!(found.difference, to.reward() - from.reward());
}

proptest! {
    #![proptest_config(tries(150))]

    #[test]
    fn the_reward_alone_is_that_of_the_whole_evaluation(workbook in workbooks()) {
        for scenario in &workbook.scenarios {
            let whole = evaluate(&workbook.agreement, scenario);
            prop_assert_eq!(reward(&workbook.agreement, scenario), whole.reward);
            prop_assert_eq!(takings(&workbook.agreement, scenario), whole.takings());
        }
    }

    /// Whatever separates two scenarios: the column adds up, and each change is in one group.
    #[test]
    fn shares_add_up_between_any_two_scenarios(workbook in workbooks()) {
        let (first, last) = (&workbook.scenarios[0], &workbook.scenarios[workbook.scenarios.len() - 1]);
        let found = compare(&Side::of(&workbook, first), &Side::of(&workbook, last));
        prop_assert_eq!(shares(&found), found.difference);
        prop_assert_eq!(shares_paid(&found), found.paid);
        prop_assert!(found.groups.len() <= 10);
        let mut listed: Vec<usize> = found.groups.iter().flat_map(|group| group.changes.clone()).collect();
        listed.sort_unstable();
        prop_assert_eq!(listed, (0..found.changes.len()).collect::<Vec<_>>());
    }
}

proptest! {
    #![proptest_config(tries(25))]

    /// However little two workbooks have in common, facts and choices together lead from one to
    /// the other, or the column would not add up.
    #[test]
    fn shares_add_up_between_any_two_workbooks(mine in workbooks(), theirs in workbooks()) {
        let aligned = align(&mine, &theirs).unwrap().workbook;
        let from = Side::of(&mine, &mine.scenarios[0]);
        let to = Side::of(&aligned, &aligned.scenarios[0]);
        prop_assert_eq!(to.reward(), reward(&theirs.agreement, &theirs.scenarios[0]));
        let found = compare(&from, &to);
        prop_assert_eq!(found.difference, to.reward() - from.reward());
        prop_assert_eq!(shares(&found), found.difference);
    }
}
