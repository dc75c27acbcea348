//! The expected reward against the stretch level of one indicator.

use crate::{EASY, one, opened, sole};
use laa::app::show::risk::stretch;
use laa::app::{Action, View, update};
use laa::chart;
use laa::model::Better;

#[test]
fn the_curve_shows_the_level_in_force_and_the_safe_one() {
    let (state, id) = one();
    let shown = stretch(&state, id, 720.0).unwrap();
    // 100 times 0.6 + 0.4 · 0.3266 over 60%: 121.8, and in whole places 121.
    assert_eq!(
        shown
            .dots
            .iter()
            .map(|dot| (dot.at.0, dot.name.as_str()))
            .collect::<Vec<_>>(),
        [(100.0, "in force"), (121.0, "safe")]
    );
    assert!(
        (shown.dots[0].at.1 - 80_000.0).abs() < 1.0,
        "{:?}",
        shown.dots[0]
    );
    assert!(
        shown.summary.starts_with(
            "Indicator 3: with the target of 100 it is certain to reach its cliff and earns £80k on average; \
             a target as far as 121 is safe and earns £"
        ),
        "{}",
        shown.summary
    );
    let figure = chart::curve::draw(&shown);
    assert_eq!(figure.table.rows[0].header, "100 (in force)");
    assert_eq!(figure.table.rows[0].cells, ["£80k"]);
    assert_eq!(figure.table.rows[1].header, "121 (safe)");
}

#[test]
fn what_is_always_delivered_earns_all_and_what_never_is_nothing() {
    let (state, id) = one();
    let points = stretch(&state, id, 720.0).unwrap().points;
    let worth = |level: f64| points.iter().find(|point| point.0 == level).unwrap().1;
    // At least 60 comes, which is all of 60; at most 100, which is less than 60% of 167.
    assert!((worth(60.0) - 100_000.0).abs() < 1.0);
    assert!((worth(167.0)).abs() < 1e-6 && worth(200.0).abs() < 1e-6);
    assert!(points.windows(2).all(|pair| pair[0].0 < pair[1].0));
    assert!(points.windows(2).all(|pair| pair[0].1 >= pair[1].1 - 1e-6));
}

#[test]
fn another_scenario_has_its_own_level_in_force() {
    let (state, id) = one();
    let easy = update(&state, Action::Open(EASY));
    let shown = stretch(&easy, id, 720.0).unwrap();
    assert_eq!(shown.dots[0].at.0, 50.0);
    assert!((shown.dots[0].at.1 - 100_000.0).abs() < 1e-6);
}

#[test]
fn where_less_is_better_the_safe_level_lies_on_the_other_side() {
    let (mut book, id) = sole();
    let indicator = book.k(id);
    indicator.better = Better::Lower;
    indicator.unit = "thefts".to_owned();
    indicator.without = vec![Some("500".parse().unwrap())];
    indicator.with = vec![Some("400".parse().unwrap())];
    let (state, _) = opened(&book, id, View::Risk);
    let shown = stretch(&state, id, 720.0).unwrap();
    let dots: Vec<f64> = shown.dots.iter().map(|dot| dot.at.0).collect();
    assert_eq!(dots, [400.0, 379.0]);
    assert!(shown.summary.contains("as far as 379 thefts is safe"));
    assert_eq!(shown.names.0, "Final target, thefts");
    assert!(shown.points.windows(2).all(|pair| pair[0].0 < pair[1].0));
    assert!(
        shown
            .points
            .windows(2)
            .all(|pair| pair[0].1 <= pair[1].1 + 1e-6)
    );
}

#[test]
fn what_cannot_earn_has_no_curve() {
    let (mut book, id) = sole();
    let outcome = book.ag.outcomes[0].id;
    book.o(outcome).rewarded = false;
    let (state, _) = opened(&book, id, View::Risk);
    assert_eq!(stretch(&state, id, 720.0).map(|shown| shown.title), None);
}
