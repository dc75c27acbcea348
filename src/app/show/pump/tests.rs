//! What the page says of pump-priming is checked by doing what it offers.

use crate::app::desks::Wait;
use crate::app::show::answered::answered;
use crate::app::show::pump::{Pump, below, none_near, pump, says, splits, telling, total};
use crate::app::show::wanted::word;
use crate::app::{Action, Edit, Lookup, State, View, update};
use crate::job::{Answer, Desk, PumpPriming};
use crate::model::{Grid, Pounds, PumpGrant, PumpSplit};
use crate::presets;
use crate::solve::More;
use crate::text::money;
use std::rc::Rc;

fn worked_out() -> (State, Pump) {
    let workbook = Rc::new(presets::illustration());
    let open = workbook.scenarios.last().unwrap().id;
    let state = State::open(workbook, open, 1);
    let state = answered(&update(&state, Action::Show(View::PumpPriming)));
    let found = pump(&state, (640.0, 340.0)).0.unwrap().unwrap();
    (state, found)
}

#[test]
fn what_is_never_paid_back_is_told_from_what_would_earn_what_it_costs() {
    let (state, _) = worked_out();
    let Some(Answer::Pump(Ok(found))) = word(&state, Desk::Pump).answer() else {
        panic!("no answer");
    };
    let uncovered = PumpPriming {
        uncovered: true,
        ..PumpPriming::clone(found)
    };
    assert!(below(&uncovered, 10_000).starts_with("No grant covers what is spent"));
    let says = |paid_back, break_even: Option<i64>| {
        let found = PumpPriming {
            paid_back,
            break_even: break_even.map(Pounds),
            covered: None,
            ..PumpPriming::clone(found)
        };
        below(&found, 10_000)
    };
    assert_eq!(
        says(None, Some(3_974)),
        "The reward gained never pays all of this grant back; a smaller one, of £3,974, would earn what it costs."
    );
    assert_eq!(
        says(None, Some(12_000)),
        "The reward gained never pays all of this grant back; a larger one, of £12,000, would earn what it costs."
    );
    assert_eq!(
        says(None, Some(10_000)),
        "It earns what it costs, but not all of that is paid: it is never paid back."
    );
    assert_eq!(
        says(None, None),
        "The reward gained never pays the whole grant back."
    );
    let partly = PumpPriming {
        paid_back: None,
        break_even: Some(Pounds(3_974)),
        covered: Some(Pounds(9_120)),
        ..PumpPriming::clone(found)
    };
    assert_eq!(
        below(&partly, 10_000),
        "The reward gained never pays all of this grant back; a smaller one, of £9,120, would still earn what it costs."
    );
    // All of it earns what it costs: that a smaller one does too is no advice.
    let half_paid = PumpPriming {
        covered: Some(Pounds(10_000)),
        ..partly
    };
    assert_eq!(
        below(&half_paid, 10_000),
        "It earns what it costs, but not all of that is paid: it is never paid back."
    );
    assert_eq!(
        says(Some(2010), Some(3_974)),
        "The reward gained has paid it back by the end of 2010/11. The smallest grant that earns what it costs is £3,974."
    );
    assert_eq!(
        says(Some(2010), Some(1)),
        "The reward gained has paid it back by the end of 2010/11. Its first pound earns what it costs already."
    );
    assert_eq!(
        says(None, Some(1)),
        "The reward gained never pays all of this grant back, though its first pound earns what it costs."
    );
}

/// Bath had spent a part of its grant when it reported: that is no reason to know nothing of the rest.
#[test]
fn of_every_sample_with_a_grant_its_worth_is_known() {
    let mut known = 0;
    for sample in presets::all() {
        let workbook = (sample.workbook)();
        let open = workbook.base;
        let state = State::open(Rc::new(workbook), open, 1);
        let grant = state.result(open).unwrap().pump.grant;
        let state = answered(&update(&state, Action::Show(View::PumpPriming)));
        let found = pump(&state, (640.0, 340.0)).0.unwrap();
        assert_eq!(
            found.is_ok(),
            grant.0 > 0,
            "{}: {:?}",
            sample.title,
            found.err()
        );
        known += usize::from(grant.0 > 0);
    }
    assert_eq!(known, 2);
}

#[test]
fn without_a_grant_one_sentence_says_so() {
    let mut workbook = presets::illustration();
    workbook.agreement.rules.pump.grant = PumpGrant::Stated(Pounds(0));
    let open = workbook.base;
    let state = State::open(Rc::new(workbook), open, 1);
    let state = update(&state, Action::Show(View::PumpPriming));
    let (found, wait) = pump(&state, (640.0, 340.0));
    let says = "There is no pump-priming grant here: type one under Agreement.";
    assert_eq!(found.unwrap().unwrap_err(), says);
    assert_eq!(wait, Wait::Over);
}

#[test]
fn where_the_population_that_the_grant_hangs_on_is_not_stated_that_is_said() {
    let mut workbook = presets::illustration();
    workbook.agreement.rules.pump.grant = PumpGrant::Formula;
    workbook.agreement.area.population = None;
    let open = workbook.base;
    let state = State::open(Rc::new(workbook), open, 1);
    let says = pump(&state, (640.0, 340.0)).0.unwrap().unwrap_err();
    assert!(
        says.contains("the population, which is not stated"),
        "{says}"
    );
}

#[test]
fn of_sums_beyond_the_grant_that_all_earn_nothing_the_first_is_enough() {
    let more = |earns: &[f64]| -> Vec<More> {
        let each = |&earns| More {
            pounds: Pounds(1),
            earns,
            goes: Vec::new(),
        };
        earns.iter().map(each).collect()
    };
    assert_eq!(telling(&more(&[0.0, 0.0, 0.0])).len(), 1);
    assert_eq!(telling(&more(&[0.0, 5.0, 0.0])).len(), 3);
    assert_eq!(telling(&more(&[2.0, 5.0, 9.0])).len(), 3);
}

#[test]
fn every_way_of_splitting_earns_what_it_says_when_it_is_used() {
    let (state, found) = worked_out();
    let mut best = 0;
    for split in &found.splits {
        let used = update(&state, Action::Commit(split.choose.clone()));
        let earned = used.result(used.open).unwrap().reward;
        assert_eq!(split.reward, money::headline(earned), "{}", split.name);
        assert_eq!(split.over, None, "{}", split.name);
        best = best.max(earned.0);
        if split.chosen {
            assert_eq!(used.workbook, state.workbook, "{} is in use", split.name);
        }
    }
    let last = found.splits.last().unwrap();
    assert_eq!(
        last.reward,
        money::headline(crate::model::Pence(best)),
        "none exceeds the best split"
    );
    assert_eq!(found.splits.iter().filter(|split| split.chosen).count(), 1);
}

#[test]
fn more_of_it_never_earns_less_and_the_curve_marks_the_grant() {
    let (state, found) = worked_out();
    assert_eq!(found.more.len(), 3);
    let curve = found.curve.unwrap();
    assert!(
        curve
            .points
            .is_sorted_by(|one, next| one.0 <= next.0 && one.1 <= next.1)
    );
    let grant = state.result(state.open).unwrap().pump.grant;
    assert!(curve.points.last().unwrap().0 >= grant.0 as f64);
    assert!(found.says.contains('£') && found.below.contains('.'));
}

/// Where some of it is spent for good, as where an outcome's value is recorded, there is no reward without it to tell.
#[test]
fn a_curve_says_with_how_much_it_begins() {
    let (state, found) = worked_out();
    let begins = "Without pump-priming the reward is £";
    assert!(found.curve.unwrap().summary.starts_with(begins));
    let Some(Answer::Pump(Ok(found))) = word(&state, Desk::Pump).answer() else {
        panic!("no answer");
    };
    let says = |least: i64, spent: i64, owed: i64| {
        let mut found = PumpPriming::clone(found);
        found.curve.retain(|it| it.pounds.0 > least);
        found.curve[0].pounds = Pounds(least);
        found.held.spent = Pounds(spent);
        found.held.owed = Pounds(owed);
        let summary = total(&found, 40_000, 640.0).summary;
        summary.split(" the reward is £").next().unwrap().to_owned()
    };
    assert_eq!(
        says(24_000, 24_000, 0),
        "Of the pump-priming £24,000 is spent for good. With that alone"
    );
    assert_eq!(
        says(24_000, 20_000, 4_000),
        "Of the pump-priming £20,000 is spent for good and £4,000 is owed to minimums. With that alone"
    );
}

/// £20,000 and £25,000 for young people without work, whose first two years are recorded: of a grant 65% may be spent
/// by the second year-end, and 45,000 ÷ 0.65 is 69,230.77.
#[test]
fn what_is_spent_for_good_is_told_from_the_smallest_grant_that_allows_it() {
    let mut workbook = presets::illustration();
    let fenced = workbook
        .scenarios
        .iter()
        .position(|it| it.name == "Ring-fenced blocks");
    let fenced = fenced.unwrap();
    let mut indicators = workbook.agreement.indicators.iter_mut();
    let neet = indicators.find(|it| it.name.contains("NEET")).unwrap();
    neet.actual = neet.without.clone();
    neet.actual.truncate(2);
    let outcome = neet.outcome;
    workbook.scenarios[fenced].pump.split = PumpSplit::Typed;
    workbook.scenarios[fenced].pump.spending = Grid::default();
    for (year, pounds) in [20_000, 25_000].into_iter().enumerate() {
        workbook.scenarios[fenced]
            .pump
            .spending
            .set(outcome, year, Pounds(pounds));
    }
    let open = workbook.scenarios[fenced].id;
    let state = State::open(Rc::new(workbook), open, 1);
    let state = answered(&update(&state, Action::Show(View::PumpPriming)));
    let found = pump(&state, (640.0, 340.0)).0.unwrap().unwrap();
    let begins = "Of the pump-priming £45,000 is spent for good, for which a grant must be £69,231 at least. \
                  With that grant the reward is £";
    let summary = found.curve.unwrap().summary;
    assert!(summary.starts_with(begins), "{summary}");
}

#[test]
fn the_curves_end_where_no_more_can_be_spent_and_their_sentences_say_so() {
    let (state, found) = worked_out();
    let grant = state.result(state.open).unwrap().pump.grant.0 as f64;
    let curve = found.curve.unwrap();
    assert_eq!(curve.points.last().unwrap().0, 2.0 * grant);
    assert_eq!(curve.dots[0].at.0, grant);
    let whole = |summary: &str| summary.starts_with("The whole grant spent here earns £");
    let part =
        |summary: &str| summary.starts_with("As much of the grant as can be spent well here, £");
    let mut parts = 0;
    for curve in &found.outcomes {
        let all = curve.points.last().unwrap().0 >= grant;
        assert!(whole(&curve.summary) == all && part(&curve.summary) != all);
        parts += usize::from(!all);
    }
    assert!(parts > 0 && parts < found.outcomes.len(), "{parts}");
}

#[test]
fn a_jump_is_drawn_from_both_sides_and_the_largest_is_told() {
    let (_, found) = worked_out();
    let step = |points: &[(f64, f64)]| {
        let steps = points.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        steps.map(|pair| pair[1].1 - pair[0].1).fold(0.0, f64::max)
    };
    let all = found.outcomes.iter().chain(&found.curve);
    let leaps: Vec<_> = all
        .filter(|curve| curve.summary.contains("a cliff is crossed"))
        .collect();
    assert!(leaps.len() > 1);
    for curve in leaps {
        let told = format!(
            "worth {}",
            money::headline(money::of_odds(step(&curve.points)))
        );
        assert!(curve.summary.contains(&told), "{told}: {}", curve.summary);
    }
}

#[test]
fn what_more_would_earn_goes_where_it_says() {
    let (_, found) = worked_out();
    for (more, earns, goes) in &found.more {
        assert!(
            earns.starts_with('£') && goes.contains(" more for "),
            "{more}: {goes}"
        );
        assert!(!goes.contains(" less for "), "nothing has to give: {goes}");
    }
}

#[test]
fn what_stays_and_cannot_be_paid_is_said_beside_every_reward() {
    let (state, _) = worked_out();
    let Some(Answer::Pump(Ok(found))) = word(&state, Desk::Pump).answer() else {
        panic!("no answer");
    };
    let mut over = PumpPriming {
        over: Pounds(1),
        ..PumpPriming::clone(found)
    };
    over.splits.iter_mut().for_each(|split| split.2 = Pounds(1));
    let told = says(&over);
    let end = " Money that may not be moved is not affordable: every split is over by £1.";
    assert!(told.ends_with(end), "{told}");
    assert!(!says(found).contains("affordable"));
    for split in splits(&state, &over) {
        let note = "not affordable: over by £1";
        assert_eq!(split.over.as_deref(), Some(note), "{}", split.name);
        assert!(!split.reward.contains(' '), "the sum stands alone");
    }
}

/// With little asked of every indicator, all are over: that no money takes another over is no fault of the money.
#[test]
fn where_every_indicator_is_over_its_cliff_that_is_said_and_not_that_money_is_of_no_use() {
    let (state, found) = worked_out();
    assert_eq!(
        found.none_near,
        "Money in one year would take no indicator over its cliff."
    );
    let result = state.result(state.open).unwrap();
    let under = result.indicators.iter().filter(|it| it.rewarded);
    let under = under.filter(|it| it.cliff.is_none_or(|cliff| cliff.wins.0 > 0));
    let outcome = |id| {
        Lookup(&state.workbook.agreement)
            .indicator(id)
            .unwrap()
            .outcome
    };
    let drop: Vec<Edit> = under.map(|it| Edit::Drop(outcome(it.id), true)).collect();
    assert!(!drop.is_empty());
    let over = update(&state, Action::Commit(Edit::Many(drop)));
    assert_eq!(
        none_near(&over),
        "Every indicator is over its cliff already."
    );
}
