//! What a person does, without a browser: typing, committing, undoing, copying, removing, comparing.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod decided;
mod moves;
mod said;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/tries.rs"]
mod tries;
mod undo;
mod unscored;

use laa::app::edit::apply;
use laa::app::show::allocation::{pots, weightiest};
use laa::app::{Action, Edit, Notice, State, View, update};
use laa::model::{
    BasisPoints, Entity, Label, Moment, OutcomeId, Pot, Pounds, Preset, SetUp, Workbook, check,
};
use std::rc::Rc;
use support::sample;

fn borough() -> State {
    let workbook = Rc::new(sample("An illustrative borough"));
    let open = workbook.scenarios[1].id;
    State::open(workbook, open, 0)
}

fn after(state: &State, actions: &[Action]) -> State {
    actions.iter().fold(state.clone(), |state, action| {
        update(&state, action.clone())
    })
}

fn spent(state: &State, outcome: u16) -> Pounds {
    state
        .scenario()
        .unwrap()
        .spending
        .get(OutcomeId(outcome), 0)
}

fn first_outcome(state: &State) -> OutcomeId {
    state.workbook.agreement.outcomes[0].id
}

#[test]
fn typing_shows_at_once_and_leaves_nothing_to_undo_until_it_is_committed() {
    let start = borough();
    let outcome = first_outcome(&start);
    let typing = update(&start, Action::Preview(Edit::Spend(outcome, 0, Pounds(5))));
    assert_eq!(
        typing.scenario().unwrap().spending.get(outcome, 0),
        Pounds(5)
    );
    assert!(!typing.history.can_undo());
    assert_ne!(typing.result(typing.open), start.result(start.open));
    let restored = update(&typing, Action::Cancel);
    assert_eq!(restored.scenario(), start.scenario());
    assert_eq!(restored.results, start.results);
    let committed = update(&typing, Action::Commit(Edit::Spend(outcome, 0, Pounds(5))));
    assert!(committed.history.can_undo());
    assert_eq!(
        committed
            .workbook
            .scenario(committed.open)
            .unwrap()
            .spending
            .get(outcome, 0),
        Pounds(5)
    );
}

#[test]
fn turning_to_another_view_leaves_behind_what_was_said_unless_it_stays_true() {
    let start = borough();
    let said = |notice, view| {
        let told = after(&start, &[Action::Tell(notice), Action::Show(view)]);
        told.notice
    };
    let (here, there) = (start.view, View::Reward);
    assert_ne!(here, there);
    assert_eq!(said(Notice::fact("Done."), there), None);
    assert!(said(Notice::fact("Done."), here).is_some());
    assert_eq!(said(Notice::wrong("Refused."), there), None);
    assert!(said(Notice::lasting("Not kept."), there).is_some());
}

#[test]
fn what_is_said_of_the_borough_reads_as_a_sentence() {
    let state = borough();
    let position = laa::app::show::position::headline(&state).unwrap();
    assert_eq!(
        position.below,
        "One indicator is under its cliff: Perceptions of anti-social behaviour, 4.2 short. Crossing \
         it would win £161,500."
    );
    let funding = laa::app::show::funding::headline(&state);
    assert_eq!(funding.below, "In Single pot, £58m may go anywhere.");
    assert_eq!(
        laa::app::show::allocation::earns(&state),
        "It earns £4.727m, £1.01m more than the base. £400 of pump-priming is to be placed too."
    );
    let base = update(&state, Action::Open(state.workbook.base));
    let funding = laa::app::show::funding::headline(&base);
    // The Neighbourhood Renewal Fund, £13.95m, has no home block and reaches any outcome.
    assert_eq!(
        funding.below,
        "In Ring-fenced blocks, £44.05m stays behind the fence of a block and £13.95m may go anywhere."
    );
}

#[test]
fn what_cannot_be_earned_for_want_of_a_budget_or_a_share_is_said_with_its_reason() {
    let below = |share: u32, budget: Option<Pounds>| {
        let mut workbook = sample("An illustrative borough");
        workbook.agreement.area.net_budget = budget;
        workbook.agreement.rules.pot = Pot::Rate(BasisPoints(share));
        let open = workbook.scenarios[1].id;
        let state = State::open(Rc::new(workbook), open, 0);
        laa::app::show::position::headline(&state).unwrap().below
    };
    assert_eq!(
        below(250, None),
        "One indicator is under its cliff, and nothing hangs on it. The reward is a share of the net budget \
         requirement, which is not stated. Type it, or the most that can be earned, under Agreement."
    );
    assert_eq!(
        below(0, Some(Pounds(100_000_000_000))),
        "One indicator is under its cliff, and nothing hangs on it. The share of the net budget requirement \
         is 0%, so nothing can be earned. Change that under Agreement."
    );
}

/// Reward has a field for a maximum only where one is stated, or where the rules of 2008–11 want one.
#[test]
fn where_a_scenario_has_rules_of_its_own_the_way_to_a_pot_is_one_that_is_there() {
    let to_do = |preset: Preset, share: u32, budget: Option<Pounds>| {
        let mut workbook = sample("An illustrative borough");
        workbook.agreement.area.net_budget = budget;
        let mut own = workbook.agreement.rules.clone();
        (own.preset, own.pot) = (preset, Pot::Rate(BasisPoints(share)));
        workbook.scenarios[1].rules = Some(own);
        let open = workbook.scenarios[1].id;
        let state = State::open(Rc::new(workbook), open, 0);
        let below = laa::app::show::position::headline(&state).unwrap().below;
        let sentences: Vec<&str> = below.split_inclusive(". ").map(str::trim).collect();
        let why = ["share of the net budget", "net budget requirement is £0"];
        let at = sentences
            .iter()
            .position(|it| why.iter().any(|why| it.contains(why)));
        sentences[at.unwrap() + 1].to_owned()
    };
    let enough = Some(Pounds(100_000_000_000));
    for (preset, share, budget, says) in [
        (Preset::Stretch, 250, None, "Type it under Agreement."),
        (
            Preset::Designated,
            250,
            None,
            "Type it under Agreement, or the most that can be earned under Reward.",
        ),
        (
            Preset::Stretch,
            250,
            Some(Pounds(0)),
            "Change that under Agreement.",
        ),
        (
            Preset::Stretch,
            0,
            enough,
            "Go back to the agreement's rules under Reward.",
        ),
        (Preset::Designated, 0, enough, "Change that under Reward."),
    ] {
        assert_eq!(to_do(preset, share, budget), says);
    }
}

#[test]
fn what_no_indicator_can_earn_is_said_after_the_cliffs() {
    let mut workbook = sample("An illustrative borough");
    let open = workbook.scenarios[1].id;
    let outcome = workbook.agreement.outcomes[0].id;
    workbook.agreement.indicators.retain(|indicator| {
        indicator.outcome != outcome && indicator.name != "Perceptions of anti-social behaviour"
    });
    let state = State::open(Rc::new(workbook), open, 0);
    let position = laa::app::show::position::headline(&state).unwrap();
    // A twelfth of £6.46m, in four figures.
    assert_eq!(
        position.below,
        "Every rewarded indicator reaches its cliff. £538,300 of the pot belongs to outcomes without a \
         rewarded indicator here."
    );
}

#[test]
fn of_many_pots_those_with_most_left_are_shown_in_their_order() {
    let start = borough();
    let state = after(
        &start,
        &[Action::Commit(Edit::SetUp(SetUp::SeparateStreams))],
    );
    let all = pots(&state);
    let few = weightiest(&all, 3);
    let places: Vec<usize> = few
        .iter()
        .map(|pot| all.iter().position(|other| other == pot).unwrap())
        .collect();
    assert!(places.is_sorted() && few.len() == 3 && all.len() > 3);
    let weight = |place: usize| all[place].by_year.iter().map(|left| left.0.abs()).max();
    let least = places.iter().map(|&place| weight(place)).min().unwrap();
    let others = (0..all.len()).filter(|place| !places.contains(place));
    assert!(others.into_iter().all(|place| weight(place) <= least));
    assert_eq!(weightiest(&all, all.len() + 1), all);
}

#[test]
fn what_cannot_be_is_refused_in_a_sentence_and_changes_nothing() {
    let start = borough();
    let refused = after(
        &start,
        &[Action::Commit(Edit::Spend(OutcomeId(9_999), 0, Pounds(1)))],
    );
    assert_eq!(refused.workbook, start.workbook);
    let notice = refused.notice.unwrap();
    assert!(notice.wrong);
    assert_eq!(notice.says, "It refers to an outcome that is not there.");
}

#[test]
fn a_new_scenario_is_a_copy_of_the_open_one_under_a_name_that_is_free() {
    let start = borough();
    let at: Moment = "2007-02-14T10:30:00Z".parse().unwrap();
    let copied = after(
        &start,
        &[Action::CopyScenario(at), Action::CopyScenario(at)],
    );
    let entry = copied.workbook.entry(copied.open).unwrap();
    assert_eq!((entry.label, entry.at), (Label::Draft, Some(at)));
    let names: Vec<&str> = copied
        .workbook
        .scenarios
        .iter()
        .map(|scenario| scenario.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "Ring-fenced blocks",
            "Single pot",
            "Scenario 1",
            "Scenario 2"
        ]
    );
    let copy = copied.workbook.scenario(copied.open).unwrap();
    assert_eq!(copy.spending, start.scenario().unwrap().spending);
    assert_eq!(
        copied.result(copied.open).unwrap().reward,
        start.result(start.open).unwrap().reward
    );
}

#[test]
fn the_last_scenario_stays_and_a_removed_base_passes_to_the_first() {
    let start = borough();
    let base = start.workbook.base;
    let removed = update(&start, Action::RemoveScenario(base));
    assert_eq!(removed.workbook.base, start.open);
    let kept = update(&removed, Action::RemoveScenario(start.open));
    assert_eq!(kept.workbook, removed.workbook);
    assert!(kept.notice.unwrap().wrong);
}

#[test]
fn removing_the_open_scenario_opens_the_base() {
    let start = borough();
    let removed = update(&start, Action::RemoveScenario(start.open));
    assert_eq!(removed.open, start.workbook.base);
}

/// Removes every thing in turn: what is left must hold together, whatever referred to it.
#[test]
fn whatever_is_removed_nothing_is_left_that_refers_to_it() {
    for sample in laa::presets::all() {
        let workbook = (sample.workbook)();
        let agreement = &workbook.agreement;
        let blocks = agreement.blocks.iter().map(|block| Entity::Block(block.id));
        let partners = agreement
            .partners
            .iter()
            .map(|partner| Entity::Partner(partner.id));
        let streams = agreement
            .streams
            .iter()
            .map(|stream| Entity::Stream(stream.id));
        let outcomes = agreement
            .outcomes
            .iter()
            .map(|outcome| Entity::Outcome(outcome.id));
        let indicators = agreement
            .indicators
            .iter()
            .map(|indicator| Entity::Indicator(indicator.id));
        for entity in blocks
            .chain(partners)
            .chain(streams)
            .chain(outcomes)
            .chain(indicators)
        {
            let removed = apply(&workbook, workbook.base, &Edit::Remove(entity));
            assert_eq!(
                removed.as_ref().map(check),
                Ok(Ok(())),
                "{entity:?} of {}",
                sample.title
            );
            assert_ne!(removed, Ok(workbook.clone()), "{entity:?}");
        }
    }
}

#[test]
fn fewer_years_drop_what_lies_beyond_and_more_years_are_empty() {
    let start = borough();
    let fewer = apply(&start.workbook, start.open, &Edit::Years(1)).unwrap();
    assert_eq!(check(&fewer), Ok(()));
    assert!(
        fewer
            .scenarios
            .iter()
            .all(|scenario| scenario.spending.cells().all(|(_, year, _)| year == 0))
    );
    let more = apply(&start.workbook, start.open, &Edit::Years(6)).unwrap();
    assert_eq!(check(&more), Ok(()));
    assert!(apply(&start.workbook, start.open, &Edit::Years(7)).is_err());
}

#[test]
fn things_move_within_their_list_and_stop_at_its_ends() {
    let start = borough();
    let order = |workbook: &Workbook| {
        workbook
            .agreement
            .blocks
            .iter()
            .map(|block| block.id.0)
            .collect::<Vec<_>>()
    };
    let id = start.workbook.agreement.blocks[1].id;
    let moved = |by| {
        order(
            &apply(
                &start.workbook,
                start.open,
                &Edit::Move(Entity::Block(id), by),
            )
            .unwrap(),
        )
    };
    let [a, b, c, d] = order(&start.workbook)[..] else {
        unreachable!("the borough has four blocks")
    };
    assert_eq!(moved(1), [a, c, b, d]);
    assert_eq!(moved(-1), [b, a, c, d]);
    assert_eq!(moved(-9), [b, a, c, d]);
    assert_eq!(moved(9), [a, c, d, b]);
}
