//! What of money that stays may go unpaid where a rule or a sum is changed: no less than as things are.

use crate::engine::evaluate;
use crate::model::{Agreement, Pounds, Scenario};
use crate::solve::plan::{Limits, Question};
use crate::solve::problem::{Cell, Problem};

/// What may go unpaid as things are, by year. What a wider rule or more money could pay of it is taken from no other
/// use, so that neither makes the best worse.
pub(crate) struct Spared<'a> {
    limits: &'a Limits,
    /// None where no money stays.
    now: Option<Vec<Pounds>>,
}

impl<'a> Spared<'a> {
    pub(crate) fn new(question: &Question<'a>) -> Self {
        let limits = question.limits;
        let problem = problem(question.agreement, question.scenario, limits);
        let stays = |it: &Cell| it.stays() && it.today > 0;
        let any = problem.cells.iter().any(stays);
        Self {
            limits,
            now: any.then_some(problem.unpaid),
        }
    }

    /// Limits for a changed agreement and scenario. Where more cannot be paid there, it is what cannot be paid there that
    /// goes unpaid: of both, what carrying moves from one year into another would be forgiven in each.
    pub(crate) fn limits(&self, agreement: &Agreement, scenario: &Scenario) -> Limits {
        let mut limits = self.limits.clone();
        if let Some(now) = self.now.as_ref().filter(|it| !it.is_empty()) {
            let enough = Problem::is_paid_beside(agreement, scenario, &limits, now);
            limits.unpaid = enough.then(|| now.clone()).or(limits.unpaid);
        }
        limits
    }
}

fn problem(agreement: &Agreement, scenario: &Scenario, limits: &Limits) -> Problem {
    let today = evaluate(agreement, scenario);
    Problem::new(agreement, scenario, limits, &today)
}
