//! The best plan for a scenario: search, round to whole pounds, evaluate, keep the best of what is valid.

use crate::engine::evaluate;
use crate::model::{Agreement, Scenario};
use crate::solve::clash::Unfit;
use crate::solve::objective::Objective;
use crate::solve::plan::{Limits, Origin, Plan, Question, Watch};
use crate::solve::task::Task;

/// The best use of a scenario's pooled money and pump-priming.
///
/// # Errors
/// [`Unfit`] where nothing keeps every rule, with the rules that clash.
pub fn best(
    agreement: &Agreement,
    scenario: &Scenario,
    objective: &Objective,
    limits: &Limits,
    watch: &mut Watch<'_>,
) -> Result<Plan, Unfit> {
    let question = Question {
        agreement,
        scenario,
        objective,
        limits,
    };
    best_from(&question, &[], watch)
}

/// As [`best()`], never below plans already known, as far as they keep the rules of this scenario. Only
/// their spending and pump-priming count.
///
/// # Errors
/// As [`best()`].
pub fn best_from(
    question: &Question<'_>,
    known: &[&Scenario],
    watch: &mut Watch<'_>,
) -> Result<Plan, Unfit> {
    let today = evaluate(question.agreement, question.scenario);
    let mut task = Task::new(question, &today);
    task.offer_typed();
    for plan in known {
        let own = Scenario {
            spending: plan.spending.clone(),
            pump: plan.pump.clone(),
            ..question.scenario.clone()
        };
        task.offer(own, Origin::Given);
    }
    task.search(watch);
    task.tell_end(watch);
    task.answer()
}
