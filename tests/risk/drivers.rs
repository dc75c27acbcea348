//! What drives the odds, how a scenario fares against others, and which stretch is safe.

use crate::{EASY, answered, committed, one, risk};
use laa::app::desks::Wait;
use laa::app::show::risk::{drivers, safe_says};
use laa::app::{Action, Edit, update};
use laa::model::{BasisPoints, Indicator};

#[test]
fn nothing_is_said_of_what_drives_the_odds_before_it_is_worked_out() {
    let (state, _) = one();
    let (driven, wait) = drivers(&state);
    assert_eq!((driven, wait), (Default::default(), Wait::Coming(None)));
}

#[test]
fn one_indicator_alone_is_the_whole_spread() {
    let (state, _) = one();
    let (driven, wait) = drivers(&answered(&state));
    assert_eq!(wait, Wait::Over);
    assert_eq!(
        driven.says[0],
        "0% of the spread is luck that all indicators share."
    );
    let shares: Vec<(&str, &str, &str)> = driven
        .shares
        .iter()
        .map(|row| (row.name.as_str(), row.bar.width.as_str(), row.says.as_str()))
        .collect();
    assert_eq!(
        shares,
        [
            ("What all have in common", "0.0", "0%"),
            ("Indicator 3", "100.0", "100%"),
            ("Together, and too small to name", "0.0", "0%"),
        ]
    );
}

#[test]
fn all_luck_shared_is_all_of_the_spread() {
    let (mut state, _) = one();
    state = committed(&state, Edit::Correlation(BasisPoints(9_500)));
    let (driven, _) = drivers(&answered(&state));
    let common = &driven.shares[0];
    // One indicator hangs on the common factor by its correlation, near enough.
    assert!(common.says == "95%" || common.says == "94%", "{common:?}");
}

#[test]
fn a_scenario_that_is_always_better_is_said_to_be_so() {
    let (state, _) = one();
    let found = answered(&state);
    assert_eq!(
        drivers(&found).0.against,
        ["There is no chance that Offer earns more than Easy; on average −£20k."]
    );
    let easy = answered(&update(&found, Action::Open(EASY)));
    assert_eq!(
        drivers(&easy).0.against,
        ["It is certain that Easy earns more than Offer; on average +£20k."]
    );
}

#[test]
fn a_chance_between_is_said_with_the_chance_of_the_same() {
    let (state, id) = one();
    // Easy is delivered in full by 50 in 100: one time in two both ask for what comes, or less.
    let wider = committed(&state, Edit::Risk(id, Some(risk(0, 50, 100))));
    let (driven, _) = drivers(&answered(&wider));
    // Offer earns nothing below 60%, and less than Easy above; Easy nothing below 30%, which is F(0.3).
    assert_eq!(
        driven.against,
        [
            "There is no chance that Offer earns more than Easy, 16% that both earn the same; on average −£54.5k."
        ]
    );
}

#[test]
fn bars_lie_between_the_ends_of_the_widest() {
    let (state, _) = one();
    let (driven, _) = drivers(&answered(&state));
    let names: Vec<&str> = driven.bars.iter().map(|row| row.name.as_str()).collect();
    assert!(
        names.contains(&"Indicator 3: how much is delivered"),
        "{names:?}"
    );
    assert!(
        names.contains(&"Indicator 3: what money brings"),
        "{names:?}"
    );
    let ends = |row: &laa::app::show::risk::BarRow| {
        let [x, width] = [&row.bar.x, &row.bar.width].map(|text| text.parse::<f64>().unwrap());
        (x, x + width)
    };
    let spans: Vec<(f64, f64)> = driven.bars.iter().map(ends).collect();
    let low = spans.iter().map(|span| span.0).fold(100.0, f64::min);
    let high = spans.iter().map(|span| span.1).fold(0.0, f64::max);
    assert_eq!((low, high), (0.0, 100.0));
    let wide = |span: &(f64, f64)| span.1 - span.0;
    assert!(
        spans
            .windows(2)
            .all(|pair| wide(&pair[0]) >= wide(&pair[1]) - 0.2)
    );
    let delivery = driven
        .bars
        .iter()
        .find(|row| row.name.ends_with("delivered"));
    // One time in ten either way: P10 and P90 of its share.
    assert_eq!(
        delivery.unwrap().ends,
        ("£69.9k".to_owned(), "£90.1k".to_owned())
    );
}

#[test]
fn dropping_the_only_outcome_loses_everything() {
    let (state, _) = one();
    let (driven, _) = drivers(&answered(&state));
    assert_eq!(
        driven.dropped,
        [(
            "Outcome 2".to_owned(),
            "−£80k".to_owned(),
            "−£69.9k".to_owned()
        )]
    );
}

#[test]
fn the_safe_stretch_is_the_furthest_that_reaches_its_cliff_eight_times_in_ten() {
    let (state, id) = one();
    assert_eq!(safe_says(), "80%");
    let (driven, _) = drivers(&answered(&state));
    // Eight times in ten at least 73.06 comes, which is 60% of 121.8: whole places are asked for.
    let level = "121".parse().unwrap();
    assert_eq!(
        driven.safe,
        [(
            "Indicator 3".to_owned(),
            "121 in place of 100".to_owned(),
            Edit::Stretch(id, Some(level))
        )]
    );
    let mut indicator: Indicator = state.workbook.agreement.indicators[0].clone();
    indicator.unit = "homes".to_owned();
    let state = committed(&state, Edit::Indicator(indicator));
    let (driven, _) = drivers(&answered(&state));
    assert_eq!(driven.safe[0].1, "121 homes in place of 100");
    let taken = committed(&state, driven.safe[0].2.clone());
    assert_eq!(drivers(&answered(&taken)).0.safe, Vec::new());
}
