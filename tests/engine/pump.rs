//! Pump-priming: how much it is, when it may be spent, and where it goes.

use crate::common::*;
use laa::engine::{Place, Problem};
use laa::model::{PumpGrant, PumpSplit};

/// An agreement with the grant of the formula for a population.
fn primed(years: u8, population: u32) -> Book {
    let mut book = Book::new(years);
    book.ag.rules.pump.grant = PumpGrant::Formula;
    book.ag.area.population = Some(population);
    book
}

#[test]
fn three_invented_populations_by_hand() {
    // £750,000 and £1 each; 30%, 65% and all of it by the year-ends, rounded down to a pound.
    for (population, grant, by) in [
        (0, 750_000, [225_000, 487_500, 750_000]),
        (100_001, 850_001, [255_000, 552_500, 850_001]),
        (1_234_567, 1_984_567, [595_370, 1_289_968, 1_984_567]),
    ] {
        let pump = primed(3, population).ev().pump;
        assert_eq!(pump.grant, gbp(grant));
        assert_eq!(pump.by_year_end, by.map(gbp));
    }
}

#[test]
fn a_stated_grant_needs_no_population() {
    let mut book = Book::new(3);
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(1_000));
    assert_eq!(book.ev().pump.by_year_end, [300, 650, 1_000].map(gbp));
    book.ag.rules.pump.grant = PumpGrant::Formula;
    let found = book.ev();
    assert_eq!(found.pump.grant, gbp(0));
    assert_eq!(at(&found, Place::Agreement), [Problem::NoPopulation]);
}

#[test]
fn the_last_year_has_all_of_it_unless_less_is_set_for_it() {
    assert_eq!(
        primed(2, 0).ev().pump.by_year_end,
        [225_000, 750_000].map(gbp)
    );
    assert_eq!(
        primed(4, 0).ev().pump.by_year_end,
        [225_000, 487_500, 750_000, 750_000].map(gbp)
    );
    let mut book = primed(3, 0);
    book.ag.rules.pump.by_year_end = vec![pc(0), pc(40), pc(98)];
    assert_eq!(book.ev().pump.by_year_end, [0, 300_000, 735_000].map(gbp));
}

#[test]
fn money_ahead_of_the_grant_is_said_with_its_worst_amount() {
    let mut book = primed(3, 0);
    let block = book.bl();
    let outcome = book.oc(block);
    for (year, pounds) in [225_001, 300_000, 0].into_iter().enumerate() {
        book.sc.pump.spending.set(outcome, year, gbp(pounds));
    }
    let found = book.ev();
    assert_eq!(
        at(&found, Place::Pump(0)),
        [Problem::PumpOver { pounds: gbp(1) }]
    );
    assert_eq!(
        at(&found, Place::Pump(1)),
        [Problem::PumpOver {
            pounds: gbp(37_501)
        }]
    );
    assert_eq!(at(&found, Place::Pump(2)), []);
    assert_eq!(found.over, gbp(37_501));
}

#[test]
fn it_is_split_over_outcomes_that_bear_reward() {
    let mut book = primed(3, 0);
    let block = book.bl();
    let [one, two, three] = [(); 3].map(|()| book.oc(block));
    book.ki(one, "0", "1");
    book.ki(one, "0", "1");
    book.ki(two, "0", "1");
    book.o(three).rewarded = false;
    let by_outcome = |book: &Book| -> Vec<Vec<i64>> {
        let found = book.ev().outcomes;
        let years =
            |it: &laa::engine::OutcomeResult| it.years.iter().map(|year| year.pump.0).collect();
        found.iter().map(years).collect()
    };
    book.sc.pump.split = PumpSplit::Equal;
    assert_eq!(
        by_outcome(&book),
        [
            [112_500, 131_250, 131_250],
            [112_500, 131_250, 131_250],
            [0, 0, 0]
        ]
    );
    book.sc.pump.split = PumpSplit::Indicators;
    assert_eq!(
        by_outcome(&book),
        [
            [150_000, 175_000, 175_000],
            [75_000, 87_500, 87_500],
            [0, 0, 0]
        ]
    );
}

#[test]
fn typed_pump_priming_on_an_outcome_without_reward_is_said() {
    let mut book = primed(3, 0);
    let block = book.bl();
    let outcome = book.oc(block);
    book.sc.dropped.push(outcome);
    book.sc.pump.spending.set(outcome, 1, gbp(500));
    assert_eq!(
        at(&book.ev(), Place::Outcome(outcome, Some(1))),
        [Problem::PumpUnrewarded { pounds: gbp(500) }]
    );
}
