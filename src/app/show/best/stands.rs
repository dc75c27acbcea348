//! How the plan that was found stands to what is on screen: made for it, taken over, or made for other figures.

use crate::app::desks::Wait;
use crate::app::show::best::{Plan, best, gained, shown, worth};
use crate::app::show::clash;
use crate::app::show::wanted::word;
use crate::app::state::State;
use crate::engine::evaluate;
use crate::job::{Aim, Answer, BestUse, Desk, NoPlan, Question, Wish};
use crate::model::{Scenario, Workbook};
use crate::text::money;
use std::rc::Rc;

/// What has been found for the open scenario, how one waits for it, and how it stands to the figures on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The plan, or why there is none; nothing before the first search.
    pub plan: Option<Result<Plan, String>>,
    /// How one waits.
    pub wait: Wait,
    /// Whether it was searched for and not put away.
    pub searching: bool,
    /// Whether the figures on screen are other than those it was made for.
    pub old: bool,
    /// What a person should know then: what has come between, and what to do. Nothing where the plan is taken over.
    pub since: Option<(&'static str, &'static str)>,
}

/// What has been found.
#[must_use]
pub fn found(state: &State) -> Found {
    let word = word(state, Desk::Best);
    let ordered = state.desks.ordered(Desk::Best);
    let wait = word.wait();
    let made_for = state.desks.answered(Desk::Best);
    let made_for = made_for.map(|asked| &asked.workbook);
    let best = best(state);
    let other = best.is_some_and(|best| best.wish.scenario != state.open);
    let changed = made_for
        .is_some_and(|workbook| !Rc::ptr_eq(workbook, state.shown()) && workbook != state.shown());
    let old = changed || other;
    let pair = best.zip(made_for);
    let taken = pair.is_some_and(|(best, made_for)| old && is_taken(state, best, made_for));
    let plan = match (word.answer(), made_for) {
        (Some(Answer::Best(Ok(best))), Some(workbook)) => {
            let mut plan = shown(workbook, best);
            if taken {
                plan.says = taken_over(workbook, best);
            }
            Some(Ok(plan))
        }
        (Some(Answer::Best(Err(none))), Some(workbook)) => Some(Err(match none {
            NoPlan::Unfit(unfit) => clash::unfit(&workbook.agreement, unfit),
            NoPlan::OneCliff => "Where one cliff on the average decides, no outcome has an expected reward of its own. \
                                 Choose another aim."
                .to_owned(),
        })),
        _ => None,
    };
    Found {
        since: match (&plan, old && !taken) {
            (Some(_), true) if other => Some((
                "This was found for another scenario.",
                "Find the best for this one.",
            )),
            (Some(_), true) => Some(("The figures have changed since.", "Find the best again.")),
            _ => None,
        },
        plan,
        searching: ordered.is_some() && wait != Wait::Over,
        wait,
        old,
    }
}

/// Whether the open scenario is the one with the plan's money, and nothing else has changed.
fn is_taken(state: &State, best: &BestUse, made_for: &Workbook) -> bool {
    let same = |open: &Scenario| {
        let planned = Scenario {
            id: open.id,
            name: open.name.clone(),
            ..best.scenario.clone()
        };
        *open == planned
    };
    state.shown().agreement == made_for.agreement && state.scenario().is_some_and(same)
}

/// What a plan earns in the scenario that has its money.
fn taken_over(made_for: &Workbook, best: &BestUse) -> String {
    let agreement = &made_for.agreement;
    let aim = &best.wish.aim;
    let kind = match aim {
        Aim::Reward => "",
        Aim::Expected => " on average",
        Aim::Attainment(_) => " of attainment",
    };
    let before = made_for.scenario(best.wish.scenario);
    let payable = before.is_some_and(|before| evaluate(agreement, before).over.0 == 0);
    let gain = best.value - best.today;
    let more = if payable && gain >= aim.unit().min(0.01) {
        format!(", {} more than without it", gained(aim, gain))
    } else {
        String::new()
    };
    let over = match evaluate(agreement, &best.scenario).over {
        over if over.0 > 0 => format!(" It is not affordable: over by {}.", money::pounds(over)),
        _ => String::new(),
    };
    format!(
        "The plan is in this scenario: it earns {}{kind}{more}.{over}",
        worth(aim, best.value)
    )
}

/// Whether a person asked for a plan of another kind last, whatever the figures and the scenario.
#[must_use]
pub fn asked_another(state: &State, wished: &Wish) -> bool {
    let ordered = state.desks.ordered(Desk::Best);
    ordered.is_some_and(|asked| match &asked.question {
        Question::Best(asked) => {
            let here = Wish {
                scenario: asked.scenario,
                ..wished.clone()
            };
            *asked != here
        }
        _ => false,
    })
}
