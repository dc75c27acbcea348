//! The headline of Compare names what makes most of the difference, and calls nothing better that cannot be paid.

use crate::app::edit::Edit;
use crate::app::show::compare::tests::offer;
use crate::app::show::compare::{Compare, Sum, compared, view};
use crate::app::{Action, State, update};
use crate::model::{Moment, OutcomeId, Pence, Pounds, ScenarioId};
use crate::presets;
use crate::text::money;
use std::rc::Rc;

fn shown(state: &State) -> Compare {
    view(state, &compared(state, None).unwrap())
}

#[test]
fn where_every_change_costs_the_headline_names_the_dearest_alone() {
    let workbook = Rc::new((presets::all()[0].workbook)());
    let state = State::open(Rc::clone(&workbook), ScenarioId(2), 1);
    let copied = update(&state, Action::CopyScenario(Moment::of_millis(0)));
    let dropped = [1, 4].map(|id| Edit::Drop(OutcomeId(id), true));
    let worse = update(&copied, Action::Commit(Edit::Many(dropped.to_vec())));
    let against = update(&worse, Action::Against(Some(ScenarioId(2))));
    let compare = shown(&against);
    let rows = compare.sections.iter().flat_map(|section| &section.rows);
    let shares: Vec<i64> = rows
        .filter_map(|row| row.share.as_ref())
        .map(|share| share.pence.0)
        .collect();
    assert!(
        shares.len() == 2 && shares.iter().all(|&share| share < -100_000),
        "{shares:?}"
    );
    let says = compare.headline.sentence();
    assert_eq!(says.matches(" costs ").count(), 1, "{says}");
    let dearest = money::short(Pence(-shares.iter().min().unwrap()));
    assert!(says.ends_with(&format!(" costs {dearest}.")), "{says}");
}

#[test]
fn a_headline_names_what_a_long_change_is_about_without_quoting_it() {
    let workbook = Rc::new((presets::all()[0].workbook)());
    let compare = shown(&State::open(workbook, ScenarioId(2), 1));
    let says = compare.headline.sentence();
    assert_eq!(
        says,
        "Single pot earns £1.01m more than Ring-fenced blocks. \
         More money for “Fewer falls and emergency admissions of older people” brings £344k."
    );
    assert_eq!(compare.headline.below, "6 choices differ, in 22 figures.");
}

#[test]
fn a_headline_cuts_long_names_and_no_figures() {
    let workbook = Rc::new((presets::all()[0].workbook)());
    let named = |it: &&crate::model::Indicator| it.name.starts_with("People who stopped smoking");
    let quitters = workbook.agreement.indicators.iter().find(named).unwrap();
    let lower = Edit::Stretch(quitters.id, "1700".parse().ok());
    let state = State::open(Rc::clone(&workbook), workbook.base, 1);
    let state = update(&state, Action::CopyScenario(Moment::of_millis(0)));
    let says = shown(&update(&state, Action::Commit(lower)))
        .headline
        .sentence();
    let quoted = "“People who stopped smoking at…: target 1,820 → 1,700” brings £";
    assert!(says.contains(quoted), "{says}");
}

#[test]
fn where_both_sides_are_the_same_scenario_there_is_nothing_to_compare() {
    let mut workbook = presets::illustration();
    workbook.scenarios.truncate(1);
    let id = workbook.scenarios[0].id;
    let state = State::open(Rc::new(workbook), id, 1);
    let compare = shown(&state);
    assert_eq!(
        compare.headline.sentence(),
        "There is nothing to compare yet."
    );
    assert_eq!(
        compare.headline.below,
        "Both sides are Ring-fenced blocks. Make a second scenario or choose another, or paste a link \
         that the other side sent."
    );
    // The base is set against the other scenario, where there is one.
    let whole = presets::illustration();
    let base = whole.base;
    let says = shown(&State::open(Rc::new(whole), base, 1))
        .headline
        .sentence();
    assert!(
        says.starts_with("Ring-fenced blocks earns £1.01m less than Single pot."),
        "{says}"
    );
    // A second one with the same choices is compared.
    let copied = update(&state, Action::CopyScenario(Moment::of_millis(0)));
    let says = shown(&copied).headline.sentence();
    assert_eq!(says, "Scenario 1 earns the same as Ring-fenced blocks.");
}

#[test]
fn where_a_rule_cuts_payments_both_what_is_earned_and_what_is_paid_are_said() {
    let workbook = Rc::new((presets::all()[0].workbook)());
    let state = State::open(workbook, ScenarioId(2), 1);
    let plain = shown(&state);
    assert_eq!((plain.paid, plain.difference.paid), (None, None));
    let rule = crate::app::show::reward::payment_rule(&state, 1).unwrap();
    let march = update(&state, Action::Commit(rule));
    let compare = shown(&march);
    assert_eq!(
        compare.headline.sentence(),
        "Single pot earns £1.01m more than Ring-fenced blocks, but £171,500 less is paid. \
         More money for “Fewer falls and emergency admissions of older people” brings £344k. \
         The change of reward rules takes £1.06m from what is paid."
    );
    let rules = &compare.sections.last().unwrap().rows[0];
    let said = |sum: &Sum| (sum.text.clone(), sum.paid.clone().map(|(_, says)| says));
    let words = |text: &str, paid: &str| (text.to_owned(), Some(paid.to_owned()));
    assert_eq!(said(&rules.alone), words("£0", "paid −£929k"));
    assert_eq!(said(&rules.left_out), words("£0", "paid +£1.18m"));
    assert_eq!(
        said(rules.share.as_ref().unwrap()),
        words("£0", "paid −£1.06m")
    );
    assert_eq!(said(&compare.difference), words("+£1.01m", "paid −£171k"));
    assert_eq!(compare.columns[0].paid, None);
    assert_eq!(
        compare.columns[1].paid.as_deref(),
        Some("£3.545m of it is paid")
    );
    assert!(compare.paid.is_some());
}

#[test]
fn what_is_not_affordable_is_not_called_better() {
    let state = offer();
    let grid = &state.scenario().unwrap().spending;
    let more = grid.get(OutcomeId(8), 0) + Pounds(9_000_000);
    let over = update(&state, Action::Commit(Edit::Spend(OutcomeId(8), 0, more)));
    let compare = shown(&over);
    let says = compare.headline.sentence();
    assert!(
        says.contains("but it is not affordable: over by £"),
        "{says}"
    );
    assert!(
        !says.contains(" more than") && !says.contains(" less than"),
        "{says}"
    );
    assert!(compare.columns[1].over.is_some());
}
