//! What a plan carries as typed pump-priming where a rule splits it today: taken over, it earns what it says.

use crate::common::*;
use crate::primers::{go, question, two};
use laa::model::{PumpGrant, PumpSplit, Scenario};
use laa::solve::{Limits, Lock, Money, best_from, margins, more_pump, pump_worth};

/// The reward in pounds of a book with the spending and the typed pump-priming of a plan, as a page takes it over.
fn taken(book: &Book, plan: &Scenario) -> f64 {
    let mut book = book.clone();
    book.sc.spending = plan.spending.clone();
    book.sc.pump.split = PumpSplit::Typed;
    book.sc.pump.spending = plan.pump.spending.clone();
    book.ev().reward.0 as f64 / 100.0
}

/// £80,000 and £60,000 of pooled money, and £20,000 each of pump-priming, bring both in full: no split is better than
/// equal shares.
#[test]
fn a_best_split_that_a_rule_makes_already_is_typed_in_pounds() {
    let (mut book, work, health) = two();
    book.spend(work, &[80_000]);
    book.spend(health, &[60_000]);
    book.sc.pump.split = PumpSplit::Equal;
    let limits = Limits::default();
    let asked = question(&book, &limits);
    let best = pump_worth(&asked, &mut go).unwrap().best;
    assert_eq!(best.value, 100_000.0);
    assert_eq!(taken(&book, &best.scenario), 100_000.0);
    assert_eq!(best.scenario.pump.split, PumpSplit::Typed);
    let pump = &best.scenario.pump.spending;
    let each = (pump.get(work, 0), pump.get(health, 0));
    assert_eq!(each, (gbp(20_000), gbp(20_000)));
    // £10,000 more go nowhere: there is nothing to be earned, nor has any outcome less than before.
    let more = more_pump(&asked, &best, gbp(10_000), &mut go).unwrap();
    assert_eq!((more.earns, more.goes), (0.0, vec![]));
}

/// With £20,000 each of pump-priming that stay, £40,000 each of pooled money bring Work to its cliff and Health to three
/// quarters.
#[test]
fn locked_pump_priming_is_typed_as_a_rule_splits_it() {
    let (mut book, work, health) = two();
    book.sc.pump.split = PumpSplit::Equal;
    // What was typed before the rule was chosen counts for nothing.
    book.sc.pump.spending.set(work, 0, gbp(7_000));
    let limits = Limits {
        locks: vec![Lock::Pump],
        ..Limits::default()
    };
    let plan = best_from(&question(&book, &limits), &[], &mut go).unwrap();
    assert_eq!(plan.value, 67_500.0);
    assert_eq!(taken(&book, &plan.scenario), 67_500.0);
    let pump = &plan.scenario.pump.spending;
    let each = (pump.get(work, 0), pump.get(health, 0));
    assert_eq!(each, (gbp(20_000), gbp(20_000)));
}

/// Work, which alone bears reward, stood at 20 of 100 after a year in which half of the grant was spent.
fn recorded(grant: i64, full: i64) -> Book {
    let mut book = Book::new(2);
    let block = book.bl();
    let work = book.oc(block);
    let id = book.ki(work, "0", "100");
    book.k(id).response = Some(straight(full));
    book.k(id).actual = vec![Some(v("20")), None];
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(grant));
    book.ag.rules.pump.by_year_end = vec![pc(50), pc(100)];
    book.sc.pump.split = PumpSplit::Equal;
    book
}

/// Of £140,000 in place of £40,000 the £20,000 of the year that is over stay: £120,000 of £200,000 bring 60 more of 100.
#[test]
fn more_pump_priming_rewrites_no_year_that_is_over() {
    let book = recorded(40_000, 200_000);
    let limits = Limits::default();
    let asked = question(&book, &limits);
    let best = pump_worth(&asked, &mut go).unwrap().best;
    assert_eq!(best.value, 0.0);
    let more = more_pump(&asked, &best, gbp(100_000), &mut go).unwrap();
    let work = book.ag.outcomes[0].id;
    assert_eq!(
        (more.earns, more.goes),
        (80_000.0, vec![(work, gbp(100_000))])
    );
}

/// £40,000 bring 40 more of 100, £10,000 more another 10: none of them fell to the year that is over.
#[test]
fn the_next_pump_priming_is_all_for_years_to_come() {
    let book = recorded(80_000, 100_000);
    let limits = Limits::default();
    let asked = question(&book, &limits);
    let plan = best_from(&asked, &[], &mut go).unwrap();
    assert_eq!(plan.value, 60_000.0);
    let found = margins(&asked, &plan, &mut go);
    let pump = found.iter().find(|it| it.place == Money::Pump).unwrap();
    // £30,000 leave 50 of 100, below the cliff.
    assert_eq!((pump.more, pump.less), (10_000.0, Some(60_000.0)));
}
