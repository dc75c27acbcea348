//! A page counts ten seconds of silence as the death of its worker, so a worker that is at it says so every few steps,
//! and no more often. A step is a search that is over or a part of a long one, a bar's end, a dropped outcome.
//!
//! All on the largest instance, with as many steps as the same work takes when it is watched from outside.

use crate::instance::Instance;
use laa::job::{Aim, Question, Reply, Wish, serve, task};
use laa::model::{Pounds, Workbook};
use laa::solve::{self, Limits, Objective, Watch};
use std::ops::ControlFlow;

/// Steps between two words.
const STEPS: usize = 4;

fn national() -> Workbook {
    Instance::read(include_str!("../fixtures/speed/national.json")).at_risk()
}

/// How often a worker says that it is at work before each part of what it finds, the last one included.
fn words(workbook: &Workbook, question: &Question) -> Vec<usize> {
    let mut words = vec![0];
    serve(&task(question, workbook), &mut |reply| match reply {
        Reply::AtWork => *words.last_mut().unwrap() += 1,
        Reply::SoFar(_) => words.push(0),
        Reply::Done(_) => {}
        other => panic!("{other:?}"),
    });
    words
}

/// How many steps some work takes.
fn steps<T>(work: impl FnOnce(&mut Watch<'_>) -> T) -> (usize, T) {
    let mut steps = 0;
    let done = work(&mut |_| {
        steps += 1;
        ControlFlow::Continue(())
    });
    (steps, done)
}

#[test]
fn every_fourth_search_that_explains_a_plan_is_heard_of() {
    let workbook = national();
    let scenario = &workbook.scenarios[0];
    let wish = Wish {
        scenario: scenario.id,
        aim: Aim::Reward,
        locks: Vec::new(),
        most_moved: None,
    };
    // What the first round of the plan may take.
    let limits = Limits {
        nodes: 300,
        ..Limits::default()
    };
    let question = solve::Question {
        agreement: &workbook.agreement,
        scenario,
        objective: &Objective::Reward,
        limits: &limits,
    };
    let (found, plan) = steps(|watch| solve::best_from(&question, &[], watch).unwrap());
    assert!(plan.proved);
    let explained = [
        steps(|watch| solve::given_up(&question, &plan, watch).len()).0,
        steps(|watch| solve::bindings(&question, &plan, watch).len()).0,
        steps(|watch| solve::margins(&question, &plan, watch).len()).0,
    ];
    // Of 30 streams in three years those that are alike are searched once, for more and for less.
    assert!(explained[2] >= 4 * STEPS, "{explained:?}");
    let all = [found, explained[0], explained[1], explained[2]];
    let words = words(&workbook, &Question::Best(wish));
    assert_eq!(words, all.map(|steps| steps / STEPS));
}

#[test]
fn every_fourth_sum_of_pump_priming_that_is_tried_is_heard_of() {
    let workbook = national();
    let scenario = &workbook.scenarios[0];
    let limits = Limits::default();
    let question = solve::Question {
        agreement: &workbook.agreement,
        scenario,
        objective: &Objective::Reward,
        limits: &limits,
    };
    let (worth, found) = steps(|watch| solve::pump_worth(&question, watch).unwrap());
    let grant = found.best.evaluation.pump.grant;
    let most = Pounds(2 * grant.0.max(100_000));
    let (curve, points) = steps(|watch| solve::pump_curve(&question, most, 24, watch).unwrap());
    assert!(points.len() >= 25 && curve >= points.len());
    let (even, _) =
        steps(|watch| solve::break_even(&question, &points, found.without, watch).unwrap());
    let outcomes = workbook.agreement.outcomes.len();
    let words = words(&workbook, &Question::Pump(scenario.id));
    // Three sums more than the grant, then each outcome's curve, and last the sum that earns what it takes.
    let all = [worth, 3, outcomes, curve + even];
    assert_eq!(words, all.map(|steps| steps / STEPS));
}

#[test]
fn every_fourth_set_of_odds_behind_the_drivers_is_heard_of() {
    let workbook = national();
    let id = workbook.scenarios[0].id;
    let others = workbook.scenarios.len() - 1;
    let rewarded = workbook.agreement.outcomes.iter().filter(|it| it.rewarded);
    let indicators = workbook.agreement.indicators.len();
    // Two ends of four assumptions for each indicator and for all of them, and of the correlation.
    let bars = 2 * (4 * (indicators + 1) + 1);
    let all = [others, bars, rewarded.count(), indicators];
    assert_eq!(
        words(&workbook, &Question::Drivers(id)),
        all.map(|steps| steps / STEPS)
    );
}

#[test]
fn every_fourth_partner_whose_share_is_worked_out_is_heard_of() {
    let workbook = national();
    let partners = workbook.agreement.partners.len();
    let ranges = Question::Ranges(workbook.scenarios[0].id);
    assert!(partners > STEPS);
    assert_eq!(words(&workbook, &ranges), [0, partners / STEPS]);
}
