//! Measures the prices of all rules on money, one search each: a line of JSON for each workbook and sort of rule.

use crate::instances;
use crate::timed::Clock;
use laa::model::{Agreement, BasisPoints, Relaxation, Scenario, Workbook};
use laa::presets;
use laa::solve::{Limits, Objective, Question, best, fences, price};
use serde_json::json;
use std::ops::ControlFlow;

/// Rounds of which the median is told, after one to warm up.
const ROUNDS: usize = 3;

/// Prices on the largest instance and on every sample.
pub(crate) fn all(clock: Clock, print: fn(&str)) {
    let largest = instances::all().into_iter().next_back();
    let largest = largest.map(|(size, instance)| (size, instance.workbook()));
    let samples = presets::all().iter();
    let samples = samples.map(|sample| (sample.title, (sample.workbook)()));
    for (what, workbook) in largest.into_iter().chain(samples) {
        let (agreement, scenario) = (&workbook.agreement, &workbook.scenarios[0]);
        for (sort, rules) in [
            ("fences, floors, pooling", money(agreement, scenario)),
            ("carrying", carrying(agreement)),
        ] {
            tell(&format!("{what}: {sort}"), &workbook, &rules, clock, print);
        }
    }
}

/// Every fence and floor, and every stream pooled.
fn money(agreement: &Agreement, scenario: &Scenario) -> Vec<Relaxation> {
    let mut rules = fences(agreement, scenario);
    for stream in &agreement.streams {
        rules.extend(stream.floors.iter().map(|floor| Relaxation::DropFloor {
            stream: stream.id,
            outcome: floor.outcome,
        }));
        rules.push(Relaxation::Pool(stream.id));
    }
    rules
}

/// A twentieth of every stream carried forward, and brought forward.
fn carrying(agreement: &Agreement) -> Vec<Relaxation> {
    let share = BasisPoints(500);
    let both = agreement.streams.iter().flat_map(|it| {
        let stream = it.id;
        [
            Relaxation::CarryForward { stream, share },
            Relaxation::BringForward { stream, share },
        ]
    });
    both.collect()
}

fn tell(what: &str, workbook: &Workbook, rules: &[Relaxation], clock: Clock, print: fn(&str)) {
    let question = Question {
        agreement: &workbook.agreement,
        scenario: &workbook.scenarios[0],
        objective: &Objective::Reward,
        limits: &Limits::default(),
    };
    let mut watch = |_| ControlFlow::Continue(());
    let base = best(
        question.agreement,
        question.scenario,
        question.objective,
        question.limits,
        &mut watch,
    );
    let Some(base) = base.ok().filter(|_| !rules.is_empty()) else {
        return;
    };
    let (mut gains, mut proved) = (0.0, 0);
    let mut run = || {
        (gains, proved) = (0.0, 0);
        let start = clock();
        for &rule in rules {
            if let Ok(found) = price(&question, &base, &[rule], &mut watch) {
                gains += found.gain;
                proved += usize::from(found.plan.proved);
            }
        }
        clock() - start
    };
    run();
    let mut times: Vec<f64> = (0..ROUNDS).map(|_| run()).collect();
    times.sort_by(f64::total_cmp);
    let line = json!({
        "what": what,
        "ms": times[ROUNDS / 2],
        "count": rules.len(),
        "proved": proved == rules.len(),
        "pounds": gains,
    });
    print(&line.to_string());
}
