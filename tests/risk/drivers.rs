//! What drives the odds, how a scenario fares against others, and which stretch is safe.

use crate::{EASY, answered, committed, one, plain, risk};
use laa::app::desks::Wait;
use laa::app::show::risk::{drivers, safe_says};
use laa::app::{Action, Edit, State, update};
use laa::chart;
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
    // Nothing is told apart of it.
    assert_eq!(driven.says, Vec::<String>::new());
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
            ("All too small to name", "0.0", "0%"),
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
    // Easy is always paid in full; Offer eight times in ten 69.87 to 90.13 in 100.
    assert_eq!(
        says(&found),
        [
            "There is no chance that Offer earns more than Easy. The difference: 8 times in 10 between −£30.1k and −£9,870, on average −£20k."
        ]
    );
    let easy = answered(&update(&found, Action::Open(EASY)));
    assert_eq!(
        says(&easy),
        [
            "It is certain that Easy earns more than Offer. The difference: 8 times in 10 between +£9,870 and +£30.1k, on average +£20k."
        ]
    );
}

#[test]
fn a_chance_between_is_said_with_the_chance_of_the_same() {
    let (state, id) = one();
    // Easy is delivered in full by 50 in 100: one time in two both ask for what comes, or less.
    let wider = committed(&state, Edit::Risk(id, Some(risk(0, 50, 100))));
    // Offer earns nothing below 60%, and less than Easy above; Easy nothing below 30%, which is F(0.3).
    assert_eq!(
        says(&answered(&wider)),
        [
            "There is no chance that Offer earns more than Easy, 16% that both earn the same. The difference: 8 times in 10 between −£100k and £0, on average −£54.5k."
        ]
    );
}

/// Two scenarios, and a copy of the second that is open.
fn with_a_copy() -> State {
    let copy = Action::CopyScenario("2007-02-14T10:30:00Z".parse().unwrap());
    update(&one().0, copy)
}

fn says(state: &State) -> Vec<String> {
    let against = drivers(state).0.against;
    against.iter().map(|fares| plain(&fares.says())).collect()
}

#[test]
fn the_difference_is_drawn_on_either_side_of_the_same() {
    let (state, id) = one();
    let wider = committed(&state, Edit::Risk(id, Some(risk(0, 50, 100))));
    let (driven, _) = drivers(&answered(&update(&wider, Action::Open(EASY))));
    let shown = driven.against[0].picture(300.0).unwrap();
    assert_eq!(shown.title, "What Easy earns more or less than Offer");
    assert_eq!(
        plain(&shown.summary),
        "9 times in 10 at least £0, 9 times in 10 at most +£100k; the middle is +£62.9k."
    );
    let below = |x: f64| x.powi(3) * (10.0 - 15.0 * x + 6.0 * x * x);
    assert!(
        (shown.same.unwrap() - below(0.3)).abs() < 1e-4,
        "{:?}",
        shown.same
    );
    let whole: f64 = shown.points.iter().map(|point| point.1).sum();
    assert!((whole + shown.same.unwrap() - 1.0).abs() < 1e-9, "{whole}");
    // Between 47.5 and 60 Easy is paid at least £95,000, and Offer nothing.
    let full = shown.points.last().unwrap().1;
    assert!((full - (below(0.6) - below(0.475))).abs() < 1e-3, "{full}");
    let figure = chart::spread::draw(&shown);
    assert_eq!(figure.table.head[0], "Difference");
    let same = figure
        .table
        .rows
        .iter()
        .find(|row| row.header == "the same");
    assert_eq!(same.unwrap().cells, ["16.3%", "100%"]);
    // One tenth is the same, so at least as much as that is sure.
    assert_eq!(figure.table.rows[0].cells[1], "100%");
}

#[test]
fn the_base_comes_first_of_those_it_is_set_against() {
    let copied = with_a_copy();
    let first = |state: &State| says(&answered(state)).remove(0);
    assert!(first(&copied).contains("Offer earn the same"));
    let based = committed(&copied, Edit::Base(EASY));
    assert!(first(&based).contains("earns more than Easy"));
}

#[test]
fn what_is_the_same_for_sure_has_no_picture() {
    let copied = with_a_copy();
    let found = answered(&copied);
    assert_eq!(
        says(&found)[0],
        "It is certain that Scenario 1 and Offer earn the same."
    );
    let (driven, _) = drivers(&found);
    let drawn: Vec<bool> = driven
        .against
        .iter()
        .map(|it| it.picture(300.0).is_some())
        .collect();
    assert_eq!(drawn, [false, true]);
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
