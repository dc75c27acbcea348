//! What pump-priming is worth: by how much of it there is, where it goes, when it is paid back.

use crate::common::*;
use crate::primers::{go, question, two};
use laa::model::{Amount, Pot, Pounds, PumpGrant, PumpSplit};
use laa::solve::{
    Limits, Primed, break_even, more_pump, near_misses, outcome_curve, pump_curve, pump_worth,
};

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 0.01
}

#[test]
fn an_outcome_earns_nothing_until_pump_priming_crosses_its_cliff() {
    let (book, work, health) = two();
    let limits = Limits::default();
    let curve = |outcome| outcome_curve(&question(&book, &limits), outcome);
    let expected = [
        (0, 0.0, 0.0),
        (10_000, 0.0, 30_000.0),
        (40_000, 45_000.0, 45_000.0),
    ];
    let same = |found: &[Primed], expected: &[(i64, f64, f64)]| {
        found.len() == expected.len()
            && found.iter().zip(expected).all(|(found, expected)| {
                found.pounds.0 == expected.0
                    && near(found.below, expected.1)
                    && near(found.worth, expected.2)
            })
    };
    assert!(same(&curve(work), &expected), "{:?}", curve(work));
    let expected = [
        (0, 0.0, 0.0),
        (18_000, 0.0, 30_000.0),
        (40_000, 43_750.0, 43_750.0),
    ];
    assert!(same(&curve(health), &expected), "{:?}", curve(health));
}

#[test]
fn the_grant_at_its_best_crosses_both_cliffs() {
    let (book, work, health) = two();
    let limits = Limits::default();
    let found = pump_worth(&question(&book, &limits), &mut go).unwrap();
    // £10,000 and £18,000 cross the cliffs; the other £12,000 earn 62.5p a pound at Health, 50p at Work.
    assert_eq!(found.best.value, 60_000.0 + 7_500.0);
    assert_eq!(found.best.scenario.pump.spending.get(work, 0), gbp(10_000));
    assert_eq!(
        found.best.scenario.pump.spending.get(health, 0),
        gbp(30_000)
    );
    assert_eq!(found.best.scenario.spending, book.sc.spending);
    assert_eq!(
        (found.without, found.per_pound),
        (0.0, Some(67_500.0 / 40_000.0))
    );
    // Equal shares of £20,000: 70% of Work, 62.5% of Health.
    let equal = PumpSplit::Equal;
    assert!(
        found.splits.contains(&(equal, 66_250.0, gbp(0)))
            && found.splits.contains(&(PumpSplit::Typed, 0.0, gbp(0)))
    );
    // £33,750 in 2007/08 do not cover £40,000; with as much in 2008/09 they do.
    assert_eq!(found.paid_back, Some(2008));
}

#[test]
fn the_curve_of_the_whole_grant_shows_the_pound_that_crosses() {
    let (book, ..) = two();
    let limits = Limits::default();
    let asked = question(&book, &limits);
    let curve = pump_curve(&asked, gbp(40_000), 8, &mut go).unwrap();
    let jumps: Vec<i64> = curve
        .iter()
        .filter(|it| it.worth > it.below + 1.0)
        .map(|it| it.pounds.0)
        .collect();
    // £10,000 stand on the grid themselves: the step before them ends at the cliff.
    assert_eq!(jumps, [10_000, 28_000]);
    assert!(curve.iter().all(|it| it.below <= it.worth));
    assert!(
        curve
            .windows(2)
            .all(|pair| pair[0].worth <= pair[1].below + 0.01 && pair[0].pounds <= pair[1].pounds)
    );
    // £10,000 earn £30,000 at once.
    assert_eq!(
        break_even(&asked, &curve, 0.0, &mut go).unwrap(),
        Some(gbp(10_000))
    );
    let best = pump_worth(&asked, &mut go).unwrap().best;
    let more = more_pump(&asked, &best, gbp(10_000), &mut go).unwrap();
    assert_eq!(
        (more.earns, more.goes),
        (6_250.0, vec![(book.ag.outcomes[1].id, Pounds(10_000))])
    );
}

/// Work's £60,000 stand at its cliff, so that every pound more earns as much as the full £40,000 of it do each: two, one,
/// or a little less, which to the penny is one for the first pound alone.
#[test]
fn where_every_pound_earns_what_it_takes_the_first_breaks_even() {
    let limits = Limits::default();
    let least = |pot: i64| {
        let mut book = Book::new(1);
        let block = book.bl();
        book.st(block, &[60_000]);
        let work = book.oc(block);
        let id = book.ki(work, "0", "100");
        book.k(id).response = Some(straight(100_000));
        book.spend(work, &[60_000]);
        book.ag.rules.pot = Pot::Stated(gbp(pot));
        book.ag.rules.pump.grant = PumpGrant::Stated(gbp(40_000));
        book.ag.rules.pump.by_year_end = vec![pc(100)];
        let asked = question(&book, &limits);
        let without = pump_worth(&asked, &mut go).unwrap().without;
        let curve = pump_curve(&asked, gbp(80_000), 4, &mut go).unwrap();
        break_even(&asked, &curve, without, &mut go).unwrap()
    };
    assert_eq!(least(200_000), Some(gbp(1)));
    assert_eq!(least(100_000), Some(gbp(1)));
    assert_eq!(least(99_700), None);
}

/// £12,000 went to Work in 2006/07, whose value is recorded: a smaller grant than covers that in its first year, £24,000
/// at half of it, is no question any more.
#[test]
fn what_is_spent_for_good_is_where_the_curve_begins() {
    let mut book = Book::new(2);
    let block = book.bl();
    let (work, health) = (book.oc(block), book.oc(block));
    for outcome in [work, health] {
        let id = book.ki(outcome, "0", "100");
        book.k(id).response = Some(straight(80_000));
    }
    let recorded = book.ag.indicators[0].id;
    book.k(recorded).actual = vec![Some(v("10")), None];
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(40_000));
    book.ag.rules.pump.by_year_end = vec![pc(50), pc(100)];
    book.sc.pump.spending.set(work, 0, gbp(12_000));
    let limits = Limits::default();
    let curve = pump_curve(&question(&book, &limits), gbp(80_000), 4, &mut go).unwrap();
    let pounds = curve.iter().map(|it| it.pounds);
    assert_eq!(pounds.clone().min(), Some(gbp(24_000)));
    assert_eq!(pounds.max(), Some(gbp(80_000)));
    // If it earned more than that already, no smaller one could.
    let (first, grant) = (curve[0].worth, 24_000.0);
    let asked = question(&book, &limits);
    let least = |without| break_even(&asked, &curve, without, &mut go).unwrap();
    assert_eq!(least(first - grant), Some(gbp(24_000)));
    assert_ne!(least(first - grant + 1.0), Some(gbp(24_000)));
    // Nothing beyond it is asked about: one point is all.
    let one = pump_curve(&question(&book, &limits), gbp(20_000), 4, &mut go).unwrap();
    assert_eq!(one.len(), 1);
}

/// Nothing of any grant has arrived by the end of 2006/07, in which £12,000 were spent and stay.
#[test]
fn no_grant_covers_what_is_spent_before_anything_arrives() {
    let mut book = Book::new(2);
    let block = book.bl();
    let work = book.oc(block);
    let id = book.ki(work, "0", "100");
    book.k(id).response = Some(straight(80_000));
    book.k(id).actual = vec![Some(v("10")), None];
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(40_000));
    book.ag.rules.pump.by_year_end = vec![pc(0), pc(100)];
    let limits = Limits::default();
    let curve =
        |book: &Book| pump_curve(&question(book, &limits), gbp(80_000), 4, &mut go).unwrap();
    assert_eq!(curve(&book).first().map(|it| it.pounds), Some(gbp(0)));
    book.sc.pump.spending.set(work, 0, gbp(12_000));
    assert_eq!(curve(&book), []);
}

#[test]
fn a_curve_of_few_pounds_says_each_once() {
    let (book, ..) = two();
    let limits = Limits::default();
    let curve = pump_curve(&question(&book, &limits), gbp(3), 24, &mut go).unwrap();
    let pounds: Vec<i64> = curve.iter().map(|it| it.pounds.0).collect();
    assert_eq!(pounds, [0, 1, 2, 3]);
}

/// A pound of pooled money earns £200 with what is cheap, and is there already: a pound of pump-priming cannot, so that
/// £30,000 at once are a cliff.
#[test]
fn what_only_pooled_money_earns_hides_no_cliff_of_pump_priming() {
    let (mut book, ..) = two();
    let block = book.ag.blocks[0].id;
    let cheap = book.oc(block);
    let id = book.ki(cheap, "0", "100");
    book.k(id).response = Some(straight(100));
    book.spend(cheap, &[100]);
    let stream = book.ag.streams[0].id;
    book.s(stream).amounts = vec![Amount::Stated(gbp(80_100))];
    book.ag.rules.pot = Pot::Stated(gbp(150_000));
    let limits = Limits::default();
    let curve = pump_curve(&question(&book, &limits), gbp(40_000), 3, &mut go).unwrap();
    let jumps = curve.iter().filter(|it| it.worth > it.below + 1.0);
    let jumps: Vec<i64> = jumps.map(|it| it.pounds.0).collect();
    assert_eq!(jumps, [10_000, 28_000]);
}

#[test]
fn the_nearest_miss_comes_first() {
    let (book, ..) = two();
    let found = near_misses(&book.ag, &book.sc, &book.ev());
    let told: Vec<(u16, i64, i64)> = found
        .iter()
        .map(|(id, it)| (id.0, it.pounds.0, it.reward.0))
        .collect();
    let ids: Vec<u16> = book.ag.indicators.iter().map(|it| it.id.0).collect();
    assert_eq!(
        told,
        [(ids[0], 10_000, 3_000_000), (ids[1], 18_000, 3_000_000)]
    );
}

#[test]
fn pump_priming_that_waits_for_room_is_placed_when_there_is_some() {
    // £20,000 arrive in the first year, in which Work has no room; in the second half of it works.
    let mut later = Book::new(2);
    let block = later.bl();
    let work = later.oc(block);
    later.o(work).lag = vec![pc(50), pc(100)];
    later.o(work).capacity = vec![Some(gbp(0)), Some(gbp(30_000))];
    let id = later.ki(work, "0", "100");
    later.k(id).response = Some(straight(10_000));
    later.ag.rules.pump.grant = PumpGrant::Stated(gbp(20_000));
    later.ag.rules.pump.by_year_end = vec![pc(100), pc(100)];
    let limits = Limits::default();
    let found = pump_worth(&question(&later, &limits), &mut go).unwrap();
    assert_eq!(found.best.value, 100_000.0);
    assert!(found.best.proved);
    assert_eq!(found.best.scenario.pump.spending.get(work, 1), gbp(20_000));
    let curve = outcome_curve(&question(&later, &limits), work);
    let points: Vec<i64> = curve.iter().map(|it| it.pounds.0).collect();
    assert_eq!(points, [0, 12_000, 20_000]);
}
