//! What the page says of a plan is checked by taking the plan over.

use crate::app::show::answered::ordered;
use crate::app::show::best::{Found, asked_another, found, outcomes, pooled, take, weights};
use crate::app::slot::Money;
use crate::app::{Action, Edit, State, View, update};
use crate::job::{Aim, LeftBelow, Lock, Question, Wish};
use crate::model::{IndicatorId, Moment, Pence, Pounds, PumpSplit, ScenarioId};
use crate::presets;
use crate::solve;
use crate::text::money;
use std::rc::Rc;

/// The illustration with its ring-fenced base open.
fn state() -> State {
    let workbook = Rc::new(presets::illustration());
    let base = workbook.base;
    update(&State::open(workbook, base, 1), Action::Show(View::Best))
}

fn wish(scenario: ScenarioId, aim: Aim, locks: Vec<Lock>) -> Question {
    Question::Best(Wish {
        scenario,
        aim,
        locks,
        most_moved: None,
    })
}

fn searched(state: &State, aim: Aim, locks: Vec<Lock>) -> (State, Found) {
    let state = ordered(state, wish(state.open, aim, locks));
    let found = found(&state);
    (state, found)
}

fn reward(state: &State) -> Pence {
    state.result(state.open).unwrap().reward
}

#[test]
fn a_plan_that_is_taken_over_earns_what_its_sentence_says() {
    let (state, found) = searched(&state(), Aim::Reward, Vec::new());
    let plan = found.plan.unwrap().unwrap();
    let taken = update(&state, Action::Commit(take(&state, None).unwrap()));
    let gain = Pence(reward(&taken).0 - reward(&state).0);
    assert!(gain > Pence(0));
    let says = format!(
        "The same money can earn {}, {} more than today.",
        money::headline(reward(&taken)),
        money::headline(gain)
    );
    assert_eq!(plan.says, says);
    assert!(
        taken.result(taken.open).unwrap().over <= Pounds(0),
        "it is affordable"
    );
    // The figures are others now: what was found is marked, and undo takes it back.
    assert!(super::found(&taken).old && !found.old);
    assert_eq!(update(&taken, Action::Undo).workbook, state.workbook);
}

/// Taken over into a copy, as from the plan's button: nothing else was asked, and the copy earns it already.
#[test]
fn a_scenario_with_the_plans_money_is_said_to_have_it() {
    let (state, found) = searched(&state(), Aim::Reward, Vec::new());
    let gain = found.plan.unwrap().unwrap().says;
    let gain = gain
        .rsplit_once(", ")
        .unwrap()
        .1
        .replace("more than today.", "more than without it.");
    let edit = take(&state, None).unwrap();
    let wished = |aim| Wish {
        scenario: state.open,
        aim,
        locks: Vec::new(),
        most_moved: None,
    };
    let here = update(&state, Action::Commit(edit.clone()));
    let copy = Action::CommitInCopy(edit, Moment::of_millis(0), String::new());
    let copy = update(&state, copy);
    assert_ne!(copy.open, state.open);
    for taken in [here, copy.clone()] {
        let found = super::found(&taken);
        let earns = money::headline(reward(&taken));
        let says = format!("The plan is in this scenario: it earns {earns}, {gain}");
        assert_eq!(found.plan.unwrap().unwrap().says, says);
        assert_eq!(found.since, None);
        assert!(!asked_another(&taken, &wished(Aim::Reward)));
    }
    // Another aim is another question; another figure is a change; a third scenario is another one.
    assert!(asked_another(&copy, &wished(Aim::Expected)));
    let outcome = copy.workbook.agreement.outcomes[0].id;
    let dropped = update(&copy, Action::Commit(Edit::Drop(outcome, true)));
    let since = |state: &State| super::found(state).since.unwrap().0;
    assert_eq!(since(&dropped), "This was found for another scenario.");
    let dropped = update(&state, Action::Commit(Edit::Drop(outcome, true)));
    assert_eq!(since(&dropped), "The figures have changed since.");
}

/// The best plan taken over leaves nothing to be found.
#[test]
fn where_the_best_is_typed_nothing_better_is_found() {
    let (state, _) = searched(&state(), Aim::Reward, Vec::new());
    let best = update(&state, Action::Commit(take(&state, None).unwrap()));
    let (best, found) = searched(&best, Aim::Reward, Vec::new());
    let plan = found.plan.unwrap().unwrap();
    let earns = money::headline(reward(&best));
    assert_eq!(
        plan.says,
        format!("Nothing better was found: today’s money earns {earns}.")
    );
    assert!(!plan.changes);
}

#[test]
fn one_outcome_taken_over_changes_the_money_of_no_other() {
    let (state, found) = searched(&state(), Aim::Reward, Vec::new());
    let plan = found.plan.unwrap().unwrap();
    let moved = plan.rows.iter().find(|row| row.all.0 != row.all.1).unwrap();
    let taken = update(
        &state,
        Action::Commit(take(&state, Some(moved.id)).unwrap()),
    );
    for (id, _) in outcomes(&state) {
        let money = |state: &State| -> Pounds {
            let spending = &state.scenario().unwrap().spending;
            (0..3).map(|year| spending.get(id, year)).sum()
        };
        assert_eq!(money(&state) != money(&taken), id == moved.id);
    }
}

/// A minimum that is not kept can be paid for, but binds the search, which may then find less than there is.
#[test]
fn where_a_minimum_is_broken_the_best_that_keeps_it_may_earn_less() {
    let (state, _) = searched(&state(), Aim::Reward, Vec::new());
    let best = update(&state, Action::Commit(take(&state, None).unwrap()));
    let (outcome, typed) = best
        .workbook
        .agreement
        .outcomes
        .iter()
        .map(|outcome| {
            (
                outcome.id,
                Money::Pooled.had(&best, best.open, outcome.id, 0),
            )
        })
        .max_by_key(|&(_, typed)| typed)
        .unwrap();
    let minimum = Edit::Minimum(outcome, 0, typed + Pounds(2_500_000));
    let broken = update(&best, Action::Commit(minimum));
    let today = reward(&broken);
    let (broken, found) = searched(&broken, Aim::Reward, Vec::new());
    let found = found.plan.unwrap().unwrap();
    let kept = reward(&update(
        &broken,
        Action::Commit(take(&broken, None).unwrap()),
    ));
    assert!(kept < today);
    assert_eq!(
        found.says,
        format!(
            "What is typed breaks a pin, a minimum, a floor or a rule of pump-priming. The best that keeps what can be kept earns {}, {} less.",
            money::headline(kept),
            money::headline(today - kept)
        )
    );
}

#[test]
fn what_is_locked_stays_where_it_is() {
    let state = state();
    let (_, free) = searched(&state, Aim::Reward, Vec::new());
    let free = free.plan.unwrap().unwrap();
    let moved = free
        .rows
        .iter()
        .find(|row| row.years[0].0 != row.years[0].1)
        .unwrap();
    let (outcome, cell) = (Lock::Outcome(moved.id), Lock::Cell(moved.id, 0));
    for (lock, years) in [(outcome, 0..3), (cell, 0..1)] {
        let (_, found) = searched(&state, Aim::Reward, vec![lock]);
        let plan = found.plan.unwrap().unwrap();
        let row = plan.rows.iter().find(|row| row.id == moved.id).unwrap();
        assert!(
            row.years[years].iter().all(|(today, then)| today == then),
            "{lock:?}"
        );
    }
    assert!(pooled(&state).len() > 1, "streams may be locked too");
}

#[test]
fn an_indicator_that_alone_has_weight_is_not_worse_than_by_equal_weights() {
    let state = state();
    let score = |state: &State, id: IndicatorId| {
        let result = state.result(state.open).unwrap();
        let found = result.indicators.iter().find(|found| found.id == id);
        found.and_then(|found| found.score).unwrap().basis_points()
    };
    let even = weights(&state, &[]).unwrap();
    let plan = |aim: Vec<(IndicatorId, u32)>| {
        let (state, _) = searched(&state, Aim::Attainment(aim), Vec::new());
        update(&state, Action::Commit(take(&state, None).unwrap()))
    };
    let by_even = plan(even.clone());
    let full = 10_000;
    let short = even.iter().map(|weight| weight.0);
    let short = short.filter(|&id| score(&by_even, id) < full).take(4);
    let gains = short.map(|id| {
        let alone = even
            .iter()
            .map(|&(other, _)| (other, u32::from(other == id)));
        score(&plan(alone.collect()), id) - score(&by_even, id)
    });
    let gains: Vec<i64> = gains.collect();
    assert!(gains.iter().all(|&gain| gain >= 0), "{gains:?}");
    assert!(gains.iter().any(|&gain| gain > 0), "{gains:?}");
}

/// All of what can be attained is no certainty, and a quarter of it, or half a point, is not nothing.
#[test]
fn attainment_is_told_in_parts_of_a_whole() {
    let state = state();
    let even = weights(&state, &[]).unwrap();
    let indicator = even[0].0;
    let (state, _) = searched(&state, Aim::Attainment(even), Vec::new());
    let mut best = super::best(&state).unwrap().clone();
    (best.today, best.value) = (0.25, 1.0);
    best.left_below = [0.25, 0.004, 0.0]
        .map(|costs| LeftBelow {
            indicator,
            wins: Pence(100),
            costs: Some(costs),
            never: false,
        })
        .to_vec();
    best.left_below.extend([true, false].map(|never| LeftBelow {
        costs: None,
        never,
        ..best.left_below[0]
    }));
    best.margins = [0.004, 0.0]
        .map(|more| solve::Margin {
            place: solve::Money::Pump,
            year: 0,
            more,
            less: None,
        })
        .to_vec();
    let plan = super::shown(state.shown(), &best);
    let says = "The same money can earn 100% of attainment, 75 points more than today.";
    assert!(plan.says.starts_with(says), "{}", plan.says);
    let takes: Vec<&str> = plan.left_below.iter().map(|row| row.1.as_str()).collect();
    let expected = [
        "£1 lost; bringing it over costs 25 points elsewhere",
        "£1 lost; bringing it over costs under 1 point elsewhere",
        "£1 lost; can be brought over at no loss",
        "£1 lost; no money brings it over within the rules",
        "£1 lost; nothing was found that brings it over",
    ];
    assert_eq!(takes, expected);
    assert_eq!(plan.margins[0].1, ["under 1 point", "nothing"]);
    // Where as much is attained today, nothing better was found.
    best.today = 1.0;
    let plan = super::shown(state.shown(), &best);
    let says = "Nothing better was found: today’s money earns 100% of attainment.";
    assert!(plan.says.starts_with(says), "{}", plan.says);
}

#[test]
fn rules_that_clash_are_named_with_what_would_free_them() {
    let state = state();
    let (id, name) = outcomes(&state).swap_remove(0);
    let most = Edit::Minimum(id, 0, Pounds(90_000_000));
    let state = update(&state, Action::Commit(most));
    let (_, found) = searched(&state, Aim::Reward, Vec::new());
    let why = found.plan.unwrap().unwrap_err();
    assert!(
        why.starts_with("No way of placing the money keeps every rule."),
        "{why}"
    );
    assert!(why.contains(&name) && why.contains("is missing"), "{why}");
}

#[test]
fn streams_that_are_worth_the_same_stand_in_one_row() {
    let (_, found) = searched(&state(), Aim::Reward, Vec::new());
    let rows = found.plan.unwrap().unwrap().margins;
    assert!(rows.iter().any(|row| row.0.contains(" and ")), "{rows:?}");
    for (place, row) in rows.iter().enumerate() {
        assert!(row.1.iter().any(|cell| cell != "nothing"), "{row:?}");
        assert!(
            rows[..place].iter().all(|other| other.1 != row.1),
            "{row:?}"
        );
    }
}

#[test]
fn where_a_rule_splits_pump_priming_one_outcome_alone_leaves_it_as_it_is() {
    let state = update(&state(), Action::Commit(Edit::SplitPump(PumpSplit::Equal)));
    let (state, found) = searched(&state, Aim::Reward, Vec::new());
    let rows = found.plan.unwrap().unwrap().rows;
    let moved = rows.iter().find(|row| row.all.0 != row.all.1).unwrap();
    let taken = |only| update(&state, Action::Commit(take(&state, only).unwrap()));
    let pump = |state: &State| state.scenario().unwrap().pump.clone();
    assert_eq!(pump(&taken(Some(moved.id))), pump(&state));
    assert_eq!(pump(&taken(None)).split, PumpSplit::Typed);
}

#[test]
fn a_plan_is_of_the_scenario_that_it_was_searched_for() {
    let (state, _) = searched(&state(), Aim::Reward, Vec::new());
    let mut other = state.workbook.scenarios.iter().map(|scenario| scenario.id);
    let other = other.rfind(|&id| id != state.open).unwrap();
    assert!(super::found(&update(&state, Action::Open(other))).old);
}

/// Where all that is typed is locked, the plan cannot be paid either, and is called better than nothing.
#[test]
fn what_stays_and_cannot_be_paid_is_said_of_the_plan_too() {
    let outcome = outcomes(&state()).swap_remove(0).0;
    let dear = Edit::Spend(outcome, 0, Pounds(50_000_000));
    let dear = update(&state(), Action::Commit(dear));
    let locks = outcomes(&dear).into_iter().map(|it| Lock::Outcome(it.0));
    let (state, found) = searched(&dear, Aim::Reward, locks.collect());
    let says = found.plan.unwrap().unwrap().says;
    let taken = update(&state, Action::Commit(take(&state, None).unwrap()));
    let after = taken.result(taken.open).unwrap();
    assert!(after.over.0 > 0);
    assert_eq!(
        says,
        format!(
            "Money that may not be moved is not affordable: every plan is over by {}. The best of them earns {}.",
            money::pounds(after.over),
            money::headline(after.reward)
        )
    );
}

#[test]
fn what_cannot_be_paid_is_not_compared_with_what_can() {
    let outcome = outcomes(&state()).swap_remove(0).0;
    let dear = Edit::Spend(outcome, 0, Pounds(50_000_000));
    let (_, found) = searched(
        &update(&state(), Action::Commit(dear)),
        Aim::Reward,
        Vec::new(),
    );
    let says = found.plan.unwrap().unwrap().says;
    let start = "What is typed is not affordable. The best use that is affordable earns £";
    assert!(says.starts_with(start), "{says}");
}

/// No outcome bears reward: that is no matter of one cliff on the average, and nothing is earned on average.
#[test]
fn where_nothing_is_rewarded_no_cliff_is_blamed() {
    let mut workbook = presets::illustration();
    for outcome in &mut workbook.agreement.outcomes {
        outcome.rewarded = false;
    }
    let base = workbook.base;
    let state = update(
        &State::open(Rc::new(workbook), base, 1),
        Action::Show(View::Best),
    );
    let (_, found) = searched(&state, Aim::Expected, Vec::new());
    let plan = found.plan.unwrap().unwrap();
    assert!(plan.says.contains(" earns £0 on average."), "{}", plan.says);
}

/// A target that is no better than what is expected without it leaves nothing to be above.
#[test]
fn where_none_is_left_below_what_cannot_be_scored_is_named() {
    let mut workbook = presets::illustration();
    workbook.agreement.indicators.retain(|it| it.id.0 <= 2);
    let last = workbook.agreement.indicators.last_mut().unwrap();
    last.name = "Falls".to_owned();
    last.with.clone_from(&last.without);
    let base = workbook.base;
    let state = State::open(Rc::new(workbook), base, 1);
    let (_, found) = searched(
        &update(&state, Action::Show(View::Best)),
        Aim::Reward,
        Vec::new(),
    );
    let plan = found.plan.unwrap().unwrap();
    assert!(plan.left_below.is_empty());
    assert_eq!(
        plan.none_below,
        "1 of 2 rewarded indicators reaches its cliff; Falls cannot be scored, and £538,300 hangs on it."
    );
}
