//! What is said under the rule of 2008 to 2011, where the one cliff is on the average.

use crate::answered;
use crate::common::{Book, gbp, pc, v};
use crate::lumps::{shown, together};
use crate::plain;
use laa::app::show::chances::{on_average, outlook};
use laa::app::show::cliffs::{groups, key};
use laa::app::show::fares::{Beside, beside};
use laa::app::show::risk::{drivers, headline, rows, spread, stretch, stretch_hint};
use laa::app::{Action, State, View, update};
use laa::library::risks::Measure;
use laa::model::{DeliveryRisk, IndicatorId, Pot, Scenario, ScenarioId, Stretch};
use std::rc::Rc;

#[test]
fn the_chance_of_the_average_is_said_and_none_of_what_one_indicator_earns() {
    // Two of ten are recorded at their targets: what they add is paid only where the average is reached.
    let (mut book, ids) = together(10, Measure::Survey, 50);
    for &id in &ids[..2] {
        book.k(id).actual = vec![Some(v("100"))];
    }
    let state = shown(&book, View::Position);
    assert!(on_average(&state));
    for row in groups(&state, 200.0).into_iter().flat_map(|it| it.rows) {
        assert_eq!((row.in_full.as_str(), row.likely.as_str()), ("", ""));
    }
    let line = "nothing is paid where the average is to the left of this line";
    assert_eq!(key(&state), (line, None));
    let says = "92% chance of nothing. 8% chance that the average reaches its cliff.";
    assert_eq!(outlook(&state).0.unwrap(), says);
    let state = shown(&book, View::Risk);
    assert!(
        rows(&state)
            .into_iter()
            .all(|row| row.chances.unwrap().0.is_empty())
    );
    let summary = spread(&state, 720.0, 0).0.unwrap().summary;
    assert_eq!(summary, "92% chance of nothing.");
    let below = headline(&state).1;
    let says = " 8% chance that the average reaches its cliff.";
    assert!(below.ends_with(says), "{below}");
}

#[test]
fn what_a_stretch_adds_is_said_to_be_before_the_cliff_and_none_is_safe() {
    let (book, ids) = together(10, Measure::Survey, 70);
    let state = shown(&book, View::Risk);
    let found = stretch(&state, ids[0], 720.0).unwrap();
    let says =
        "with the target of 100 it adds £57.2k on average, before the cliff on the average of all.";
    assert!(found.summary.ends_with(says), "{}", found.summary);
    let dots: Vec<&str> = found.dots.iter().map(|dot| dot.name.as_str()).collect();
    assert_eq!(dots, ["in force"]);
    assert_eq!(found.names.1, "Added on average");
    assert!(stretch_hint(&state).starts_with("The one cliff is on the average of all:"));
    assert_eq!(drivers(&state).0.safe, []);
}

#[test]
fn where_nothing_hangs_on_the_average_no_chance_is_said_of_it() {
    let (mut book, _) = together(10, Measure::Survey, 30);
    let mut dropped = book.clone();
    let outcomes = book.ag.outcomes.iter().map(|it| it.id);
    dropped.sc.dropped.extend(outcomes);
    book.ag.rules.pot = Pot::Stated(gbp(0));
    for book in [book, dropped] {
        let state = shown(&book, View::Risk);
        assert_eq!(
            outlook(&state).0.unwrap(),
            "It is certain that nothing is earned."
        );
        let below = headline(&state).1;
        assert!(!below.contains("average reaches"), "{below}");
    }
}

/// Ten that deliver so many per cent of their stretches.
fn ten(shares: [u32; 3]) -> (Book, Vec<IndicatorId>) {
    let (mut book, ids) = together(10, Measure::Survey, 100);
    let [worst, likely, best] = shares.map(pc);
    for &id in &ids {
        let risk = book.k(id).risk.unwrap();
        book.k(id).risk = Some(DeliveryRisk {
            worst,
            likely,
            best,
            ..risk
        });
    }
    (book, ids)
}

/// What is said of a scenario that changes some of it, against the one that does not.
fn fares(book: &Book, change: impl Fn(&mut Scenario)) -> String {
    let mut workbook = book.workbook();
    let mut other = workbook.scenarios[0].clone();
    (other.id, other.name) = (ScenarioId(901), "Other".to_owned());
    change(&mut other);
    workbook.scenarios.push(other);
    let base = workbook.base;
    let state = State::open(Rc::new(workbook), ScenarioId(901), 0);
    let state = update(&state, Action::Against(Some(base)));
    let state = answered(&update(&state, Action::Show(View::Compare)));
    match beside(&state) {
        Beside::Fares(Some(fares), _) => plain(&fares.says()),
        other => panic!("{other:?}"),
    }
}

/// The same against one that asks for 90 of the first.
fn asking_less(book: &Book, first: IndicatorId) -> String {
    let level = v("90");
    fares(book, |other| {
        other.stretches.push(Stretch {
            indicator: first,
            level,
        });
    })
}

#[test]
fn what_no_draw_has_shown_is_not_said_to_be_impossible_nor_what_all_have_to_be_certain() {
    let (book, ids) = ten([20, 30, 70]);
    let says = "Under 1% chance that Other earns more than Offer, over 99% that both earn the same (drawn, give or take \
                under 0.1 points). The difference: 8 times in 10 £0, on average +£9.";
    assert_eq!(asking_less(&book, ids[0]), says);
    // What is the same in everything that counts is the same for sure.
    let says = fares(&book, |_| ());
    assert_eq!(says, "It is certain that Other and Offer earn the same.");
}

#[test]
fn where_the_average_cannot_reach_its_cliff_it_is_certain_that_both_earn_nothing() {
    // At best the average is 59%, or 59.7% where the first is asked for less.
    let (book, ids) = ten([20, 30, 59]);
    let state = shown(&book, View::Position);
    let says = "It is certain that nothing is earned. There is no chance that the average reaches its cliff.";
    assert_eq!(outlook(&state).0.unwrap(), says);
    let says = asking_less(&book, ids[0]);
    assert_eq!(says, "It is certain that Other and Offer earn the same.");
}

#[test]
fn against_nothing_for_sure_there_is_no_chance_of_less() {
    let (book, _) = ten([20, 80, 120]);
    let outcomes: Vec<_> = book.ag.outcomes.iter().map(|it| it.id).collect();
    let says = fares(&book, |other| other.dropped.extend(&outcomes));
    let starts = "There is no chance that Other earns more than Offer, 8% that both earn the same. The difference: ";
    assert!(says.starts_with(starts), "{says}");
    let state = shown(&book, View::Position);
    let average = outlook(&state).0.unwrap();
    let ends = "92% chance that the average reaches its cliff.";
    assert!(average.ends_with(ends), "{average}");
}

#[test]
fn where_both_are_sure_to_reach_the_cliff_more_is_certain() {
    let (book, ids) = ten([70, 80, 90]);
    let says = asking_less(&book, ids[0]);
    let starts = "It is certain that Other earns more than Offer. The difference: ";
    assert!(says.starts_with(starts), "{says}");
}

#[test]
fn where_every_end_is_recorded_the_difference_is_certain() {
    let (mut book, ids) = ten([20, 30, 70]);
    for &id in &ids {
        book.k(id).actual = vec![Some(v("80"))];
    }
    // 80 of 90 in place of 80 of 100, of a tenth of £1m.
    let says = "It is certain that Other earns more than Offer. The difference: +£8,890.";
    assert_eq!(asking_less(&book, ids[0]), says);
}
