//! What stays as things are where a rule or a sum is changed: what of money that stays may go unpaid, as much as now or, where
//! that is not enough, what is worked out anew, and what locked streams pay.

use crate::engine::{Bounds, Case, Paid, evaluate};
use crate::model::{Agreement, Pounds, Scenario, StreamId};
use crate::solve::plan::{Limits, Lock, Question};
use crate::solve::problem::{Cell, Problem};

/// What may go unpaid as things are, by year, and what locked streams pay. What a wider rule or more money could pay of it
/// is taken from no other use, so that neither makes the best worse.
pub(crate) struct Spared<'a> {
    question: Question<'a>,
    /// None where no money stays.
    now: Option<Vec<Pounds>>,
    pays: Vec<(StreamId, Vec<Paid>)>,
}

impl<'a> Spared<'a> {
    pub(crate) fn new(question: &Question<'a>) -> Self {
        let limits = question.limits;
        let today = evaluate(question.agreement, question.scenario);
        let problem = Problem::new(question.agreement, question.scenario, limits, &today);
        let stays = |it: &Cell| it.stays() && it.today > 0;
        let any = problem.cells.iter().any(stays);
        let locked = limits.locks.iter().filter_map(|lock| match *lock {
            Lock::Stream(id) => Some(id),
            _ => None,
        });
        let pays = locked.map(|id| {
            let said = limits.pays.iter().find(|it| it.0 == id);
            let own = || today.paid.iter().filter(|it| it.stream == id).copied();
            (id, said.map_or_else(|| own().collect(), |it| it.1.clone()))
        });
        Self {
            question: *question,
            now: any.then_some(problem.unpaid),
            pays: pays.collect(),
        }
    }

    /// Limits for a changed agreement and scenario. Where more cannot be paid there, it is what cannot be paid there that
    /// goes unpaid: of both, what carrying moves from one year into another would be forgiven in each.
    pub(crate) fn limits(&self, agreement: &Agreement, scenario: &Scenario) -> Limits {
        let mut limits = self.question.limits.clone();
        limits.pays = self.pays(agreement, scenario);
        if let Some(now) = self.now.as_ref().filter(|it| !it.is_empty()) {
            let enough = Problem::is_paid_beside(agreement, scenario, &limits, now);
            limits.unpaid = enough.then(|| now.clone()).or(limits.unpaid);
        }
        limits
    }

    /// What locked streams pay that have at least as much in a changed agreement and scenario and may still pay it.
    fn pays(&self, agreement: &Agreement, scenario: &Scenario) -> Vec<(StreamId, Vec<Paid>)> {
        let case = Case::new(agreement, scenario);
        let can = |(id, parts): &&(StreamId, Vec<Paid>)| {
            let mut before = self.question.agreement.streams.iter();
            let before = before.find(|it| it.id == *id);
            case.streams.iter().any(|stream| {
                let reach = Bounds::of(&case, stream).reach;
                let reached = |part: &Paid| {
                    case.outcome(part.outcome)
                        .is_some_and(|it| reach >> it & 1 == 1)
                };
                let had = |year| before.map_or(Pounds(0), |it| it.amount(year).counted());
                let as_much =
                    (0..case.years).all(|year| stream.amount(year).counted() >= had(year));
                stream.id == *id && as_much && parts.iter().all(reached)
            })
        };
        self.pays.iter().filter(can).cloned().collect()
    }
}
