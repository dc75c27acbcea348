//! The headline of Risk, the spread, the chance of at least a sum, every scenario, and the rows of risks.

use crate::common::gbp;
use crate::{EASY, OFFER, answered, committed, one, opened, risk, sole};
use laa::app::desks::Wait;
use laa::app::show::chances::uncertain;
use laa::app::show::risk::{
    Part, at_least, choices, chosen, headline, read, rows, scenarios, spread,
};
use laa::app::{Action, Edit, View, update};
use laa::chart;
use laa::model::Pot;
use laa::odds::Pert;

#[test]
fn the_headline_says_what_is_likely_once_it_is_worked_out() {
    let (state, id) = one();
    assert_eq!(headline(&state), (String::new(), String::new()));
    let found = answered(&state);
    // One time in five it is less than 0.6 + 0.4 · 0.3266 of £100,000.
    assert_eq!(
        headline(&found),
        (
            "8 in 10 chance of at least £73,060, an even chance of £80,000 or more.".to_owned(),
            "On average it earns £80,000; on projected values £100,000.".to_owned()
        )
    );
    let without = committed(&found, Edit::Risk(id, None));
    assert!(!uncertain(&without));
    assert!(
        headline(&without)
            .0
            .starts_with("No delivery risk is set: every indicator delivers")
    );
}

#[test]
fn the_spread_marks_where_a_tenth_a_half_and_nine_tenths_lie() {
    let (state, _) = one();
    let (nothing, wait) = spread(&state, 720.0, 0);
    assert!(nothing.is_none());
    assert_eq!(wait, Wait::Coming(None));
    let (found, wait) = spread(&answered(&state), 720.0, 80_000);
    assert_eq!(wait, Wait::Over);
    let found = found.unwrap();
    // One time in ten it is more than £90,134.54, read off a grid whose steps are some pounds wide.
    assert_eq!(
        found.summary,
        "Nine times in ten at least £69,870, nine times in ten at most £90,140; the middle is £80,000."
    );
    let names: Vec<&str> = found.marks.iter().map(|mark| mark.name.as_str()).collect();
    assert_eq!(names, ["P10 £69.9k", "P50 £80k", "P90 £90.1k"]);
    assert_eq!(found.from, Some(80_000.0));
    let whole: f64 = found.points.iter().map(|point| point.1).sum();
    assert!((whole - 1.0).abs() < 1e-9, "{whole}");
    // The cliff is where delivery begins: nothing lies below £60,000.
    assert!(found.points.iter().all(|point| point.0 > 59_000.0));
    let figure = chart::spread::draw(&found);
    assert_eq!(figure.table.rows[1].cells[1], "50%");
}

#[test]
fn the_chance_of_at_least_a_sum_starts_at_what_is_projected_and_stays_within_the_pot() {
    let (state, _) = one();
    let waiting = at_least(&state, None);
    assert_eq!((waiting.sum, waiting.chance.as_str()), (100_000, ""));
    let found = answered(&state);
    let of = |sum: Option<i64>| {
        let least = at_least(&found, sum);
        (least.sum, least.says, least.chance)
    };
    let said = |sum, says: &str, chance: &str| (sum, says.to_owned(), chance.to_owned());
    // At best all is delivered, and no more: that is only run up to, as the row of the indicator says as well.
    assert_eq!(of(None), said(100_000, "£100,000", "none"));
    let full = rows(&found)[0].chances.clone().unwrap().1;
    assert_eq!(full, "none");
    // A quarter of the way from worst to best: 1 − F(0.25) = 0.896.
    assert_eq!(of(Some(70_000)), said(70_000, "£70,000", "90%"));
    assert_eq!(of(Some(60_000)).2, "certain");
    assert_eq!(of(Some(-5)), said(0, "£0", "certain"));
    assert_eq!(of(Some(900_000)).0, 100_000);
    let least = at_least(&found, None);
    assert_eq!((least.most, least.step), (100_000, 250));
}

/// A pot of £100,100 is 400 places of £250 and a part of one.
#[test]
fn the_last_place_of_the_slider_is_all_of_the_pot() {
    let (mut book, id) = sole();
    book.ag.rules.pot = Pot::Stated(gbp(100_100));
    book.k(id).risk = Some(risk(60, 100, 120));
    let (state, _) = opened(&book, id, View::Risk);
    let found = answered(&state);
    let of = |sum: i64| {
        let least = at_least(&found, Some(sum));
        (least.sum, least.says, least.chance)
    };
    let pert = Pert::new(0.6, 1.0, 1.2).unwrap();
    let said = |sum: i64, says: &str| {
        let chance = pert.at_least(sum as f64 / 100_100.0);
        (sum, says.to_owned(), format!("{:.0}%", 100.0 * chance))
    };
    assert_eq!(of(99_750), said(99_750, "£99,750"));
    assert_eq!(of(100_000), said(100_100, "£100,100"));
}

#[test]
fn every_scenario_has_its_odds_and_the_open_one_is_marked() {
    let (state, _) = one();
    assert_eq!(scenarios(&state), Vec::new());
    let rows = scenarios(&answered(&state));
    let row = |at: usize| (rows[at].name.as_str(), rows[at].open, rows[at].sums.clone());
    let sums = |sums: [&str; 4]| sums.map(str::to_owned);
    assert_eq!(
        row(0),
        ("Offer", true, sums(["£80k", "£69.9k", "£80k", "£90.1k"]))
    );
    // What is asked there is always delivered.
    assert_eq!(row(1), ("Easy", false, sums(["£100k"; 4])));
}

#[test]
fn what_is_shown_while_figures_change_is_the_old_and_says_so() {
    let (state, id) = one();
    let found = answered(&state);
    let lower = Edit::Risk(id, Some(risk(0, 30, 60)));
    let changed = update(&found, Action::Preview(lower));
    let (old, wait) = spread(&changed, 720.0, 0);
    assert!(old.is_some());
    assert_eq!(wait, Wait::Meanwhile(None));
}

#[test]
fn each_row_has_its_risk_and_its_chances_in_the_open_scenario() {
    let (state, id) = one();
    let found = answered(&state);
    let row = rows(&found).remove(0);
    assert_eq!((row.id, row.risk), (id, Some(risk(60, 80, 100))));
    assert_eq!(row.choice, choices().len() - 1);
    let chances = |cliff: &str, full: &str| Some((cliff.to_owned(), full.to_owned()));
    assert_eq!(row.chances, chances("certain", "none"));
    // Easy asks for half: it is always delivered in full.
    let mut easy = update(&found, Action::Open(EASY));
    easy = answered(&easy);
    assert_eq!(rows(&easy)[0].chances, chances("certain", "certain"));
    assert_eq!(chosen(&state, id, 0), Some(Edit::Risk(id, None)));
    assert_eq!(chosen(&state, id, row.choice), None);
    assert_ne!(easy.open, OFFER);
}

#[test]
fn a_typed_share_keeps_the_three_in_order() {
    let (state, id) = one();
    let typed = |part, text: &str| read(&state, id, part, text);
    assert_eq!(
        typed(Part::Worst, "50%"),
        Ok(Edit::Risk(id, Some(risk(50, 80, 100))))
    );
    assert_eq!(
        typed(Part::Best, "200"),
        Ok(Edit::Risk(id, Some(risk(60, 80, 200))))
    );
    assert!(typed(Part::Worst, "81").is_err());
    assert!(typed(Part::Likely, "101").is_err());
    assert!(typed(Part::Best, "201").is_err());
}
