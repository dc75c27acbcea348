//! Every difference of choices is found, can be made and taken back, and says what it is.

use crate::tries::tries;
use laa::app::Edit;
use laa::app::compare::{Side, differences};
use laa::app::edit::apply;
use laa::app::moves::{Change, Kind, changes};
use laa::codec::code::Code;
use laa::engine::{Evaluation, evaluate};
use laa::model::*;
use proptest::prelude::*;

use crate::support::sample;
use crate::workbooks::workbooks;

/// A workbook with at least two scenarios, without what only a typed file can have: a freedom that
/// stands on the list twice, a pin of nothing.
fn two_sided() -> impl Strategy<Value = Workbook> {
    workbooks().prop_filter_map("one scenario", |mut workbook| {
        for scenario in &mut workbook.scenarios {
            scenario.pins.retain(|pin| pin.pounds > Pounds(0));
            let mut seen = Vec::new();
            scenario.freedoms.retain(|freedom| {
                let fresh = !seen.contains(&freedom.relaxation);
                seen.push(freedom.relaxation);
                fresh
            });
        }
        (workbook.scenarios.len() > 1).then_some(workbook)
    })
}

fn made(workbook: &Workbook, scenario: ScenarioId, edits: Vec<Edit>) -> Scenario {
    let changed = apply(workbook, scenario, &Edit::Many(edits)).unwrap();
    changed.scenario(scenario).unwrap().clone()
}

fn result(workbook: &Workbook, scenario: &Scenario) -> Evaluation {
    Evaluation {
        scenario: ScenarioId(0),
        ..evaluate(&workbook.agreement, scenario)
    }
}

fn lines(changes: &[Change]) -> Vec<(Edit, Edit)> {
    let lines = changes.iter().flat_map(|change| &change.lines);
    lines
        .map(|line| (line.make.clone(), line.undo.clone()))
        .collect()
}

proptest! {
    #![proptest_config(tries(150))]

    #[test]
    fn all_lines_made_give_the_other_sides_figures_and_taken_back_ones_own(workbook in two_sided()) {
        let [from, to] = [&workbook.scenarios[0], &workbook.scenarios[1]];
        let lines = lines(&changes(&workbook.agreement, from, to));
        let there = made(&workbook, from.id, lines.iter().map(|line| line.0.clone()).collect());
        prop_assert_eq!(Code::of(&workbook.agreement, &there), Code::of(&workbook.agreement, to));
        prop_assert_eq!(result(&workbook, &there), result(&workbook, to));
        let back = made(&workbook, to.id, lines.into_iter().map(|line| line.1).collect());
        prop_assert_eq!(Code::of(&workbook.agreement, &back), Code::of(&workbook.agreement, from));
        prop_assert_eq!(result(&workbook, &back), result(&workbook, from));
    }

    /// What was taken is no longer listed; what was left is listed as before.
    #[test]
    fn any_lines_can_be_taken_and_exactly_the_others_are_left(
        workbook in two_sided(),
        which in any::<u64>(),
    ) {
        let [from, to] = [&workbook.scenarios[0], &workbook.scenarios[1]];
        let all = lines(&changes(&workbook.agreement, from, to));
        let is_taken = |at: usize| which.rotate_left(at as u32) & 1 == 1;
        let (mut taken, mut left) = (Vec::new(), Vec::new());
        for (at, line) in all.into_iter().enumerate() {
            if is_taken(at) { taken.push(line) } else { left.push(line) }
        }
        let makes = taken.iter().rev().map(|line| line.0.clone()).collect();
        let counter = made(&workbook, from.id, makes);
        let found = lines(&changes(&workbook.agreement, &counter, to));
        prop_assert_eq!(&found, &left);
        let undone = left.iter().map(|line| line.1.clone()).collect();
        let same = made(&workbook, to.id, undone);
        prop_assert_eq!(Code::of(&workbook.agreement, &same), Code::of(&workbook.agreement, &counter));
    }
}

fn borough(change: impl FnOnce(&mut Scenario)) -> Vec<Change> {
    let workbook = sample("An illustrative borough");
    let base = &workbook.scenarios[0];
    let mut offer = base.clone();
    change(&mut offer);
    changes(&workbook.agreement, base, &offer)
}

fn says(changes: &[Change]) -> Vec<&str> {
    changes.iter().map(|change| change.says.as_str()).collect()
}

#[test]
fn a_move_of_two_years_is_one_change_with_a_line_for_each_year() {
    let agreement = sample("An illustrative borough").agreement;
    let (from, to) = (&agreement.outcomes[0], &agreement.outcomes[1]);
    let found = borough(|offer| {
        for year in [0, 2] {
            let grid = &mut offer.spending;
            grid.set(from.id, year, grid.get(from.id, year) - Pounds(30_000));
            grid.set(to.id, year, grid.get(to.id, year) + Pounds(30_000));
        }
    });
    let names = format!("from {} to {}", from.name, to.name);
    assert_eq!(says(&found), [format!("2006/07 to 2008/09: £60k {names}")]);
    let lines: Vec<&str> = found[0]
        .lines
        .iter()
        .map(|line| line.says.as_str())
        .collect();
    assert_eq!(
        lines,
        [
            format!("2006/07: £30k {names}"),
            format!("2008/09: £30k {names}")
        ]
    );
}

#[test]
fn one_outcome_that_gives_to_two_gives_each_its_own() {
    let agreement = sample("An illustrative borough").agreement;
    let [giver, first, second] = [0, 1, 2].map(|at| agreement.outcomes[at].clone());
    let found = borough(|offer| {
        let grid = &mut offer.spending;
        grid.set(giver.id, 1, grid.get(giver.id, 1) - Pounds(50_000));
        grid.set(first.id, 1, grid.get(first.id, 1) + Pounds(20_000));
        grid.set(second.id, 1, grid.get(second.id, 1) + Pounds(30_000));
    });
    assert_eq!(
        says(&found),
        [
            format!("2007/08: £20k from {} to {}", giver.name, first.name),
            format!("2007/08: £30k from {} to {}", giver.name, second.name),
        ]
    );
}

#[test]
fn choices_are_said_in_an_officers_words() {
    let agreement = sample("An illustrative borough").agreement;
    let stream = &agreement.streams[0];
    let outcome = agreement
        .outcomes
        .iter()
        .find(|held| held.rewarded)
        .unwrap();
    let bearing = agreement
        .outcomes
        .iter()
        .filter(|held| held.rewarded)
        .count();
    let indicator = &agreement.indicators[0];
    let pin = Pin {
        stream: stream.id,
        outcome: outcome.id,
        year: 1,
        pounds: Pounds(40_000),
    };
    let found = borough(|offer| {
        offer.setup = SetUp::SinglePot;
        offer.freedoms.push(Freedom {
            relaxation: Relaxation::LiftStream(stream.id),
            standing: Standing::Refused,
        });
        offer.pins.push(pin);
        offer.pump.split = PumpSplit::Equal;
        offer.stretches.push(Stretch {
            indicator: indicator.id,
            level: indicator.without(2).unwrap(),
        });
        offer.dropped.push(outcome.id);
        offer.rules = Some(Rules {
            threshold: BasisPoints(5_000),
            ..agreement.rules.clone()
        });
    });
    let expected = [
        "Single pot in place of ring-fenced blocks".to_owned(),
        format!("Lifting the fence on {} refused", stream.name),
        format!(
            "2007/08: £40k of {} pinned to {}",
            stream.name, outcome.name
        ),
        "Pump-priming split equally among outcomes in place of as typed".to_owned(),
        format!("{}: target ", indicator.name),
        format!(
            "{} dropped from the reward ({bearing} → {})",
            outcome.name,
            bearing - 1
        ),
        "Reward rules: threshold 60% → 50%".to_owned(),
    ];
    assert_eq!(found.len(), expected.len(), "{:?}", says(&found));
    for (found, expected) in says(&found).iter().zip(&expected) {
        assert!(found.starts_with(expected), "{found} is not {expected}");
    }
    let kinds: Vec<Kind> = found.iter().map(|change| change.kind).collect();
    assert!(kinds.is_sorted(), "{kinds:?}");
}

#[test]
fn a_scenario_differs_from_itself_in_nothing() {
    for title in ["An illustrative borough", "Bath & North East Somerset"] {
        let workbook = sample(title);
        for scenario in &workbook.scenarios {
            let side = Side::of(&workbook, scenario);
            assert_eq!(differences(&side, &side), []);
        }
    }
}
