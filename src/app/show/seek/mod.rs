//! What would it take? The goals there are, what may be changed for them, and the ways that were found.

#[cfg(test)]
mod tests;
mod told;

use crate::app::desks::Wait;
use crate::app::edit::Edit;
use crate::app::lookup::Lookup;
use crate::app::show::reached;
use crate::app::show::seek::told::Told;
use crate::app::show::wanted::word;
use crate::app::state::State;
use crate::engine::Sharer;
use crate::job::{Answer, Desk, Goal, Input, Question, Wanted};
use crate::model::{Agreement, BasisPoints, OutcomeId, Pence};
use crate::text::{money, number, share};
use std::rc::Rc;

/// The highest score that can be asked for: no rule pays for more.
const MOST_SCORE: BasisPoints = BasisPoints(20_000);

/// Ways that are shown at once; the rest is folded away.
const FIRST: usize = 8;

/// A result that can be asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What it is called in the list.
    pub name: String,
    /// What it is now.
    pub now: String,
    /// The goal of reaching nothing of it: takes on what is typed.
    kind: Goal,
}

impl Choice {
    /// The sign before the field, and the one behind it.
    #[must_use]
    pub fn signs(&self) -> (&'static str, &'static str) {
        match self.kind {
            Goal::Score(..) => ("", "%"),
            Goal::Reward(_) | Goal::Share(..) => ("£", ""),
        }
    }
}

/// What may be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Free {
    /// Pooled money.
    pub pooled: bool,
    /// Pump-priming.
    pub pump: bool,
    /// Final stretch levels.
    pub stretch: bool,
    /// One outcome alone, with its indicators; none: every outcome.
    pub outcome: Option<OutcomeId>,
}

/// What is wrong with what was asked, and at which field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The result that is typed.
    AtLeast(String),
    /// What may be changed.
    Free(String),
}

/// A way as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct WayRow {
    /// Its changes, each a phrase.
    pub changes: Vec<String>,
    /// What it costs.
    pub costs: String,
    /// Whether the scenario can pay it.
    pub affordable: String,
    /// Taking it over.
    pub edit: Edit,
}

/// What was found, how one waits for it, and whether figures have changed since.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What it takes, in a sentence; nothing before the first search.
    pub says: Option<String>,
    /// The ways by one change, the cheapest first.
    pub first: Vec<WayRow>,
    /// The dearer ones.
    pub dearer: Vec<WayRow>,
    /// A way by several changes, where none alone is enough.
    pub together: Option<WayRow>,
    /// What stands in the way of the others: what would be changed, and why it is not enough.
    pub obstacles: Vec<(String, String)>,
    /// How one waits.
    pub wait: Wait,
    /// Whether it is being searched for.
    pub searching: bool,
    /// Whether the figures on screen are other than those it was made for.
    pub old: bool,
}

/// The results that can be asked for in the open scenario.
#[must_use]
pub fn choices(state: &State) -> Vec<Choice> {
    let (Some(scenario), Some(result)) = (state.scenario(), state.result(state.open)) else {
        return Vec::new();
    };
    let names = Lookup(&state.shown().agreement);
    let mut choices = vec![Choice {
        name: "the reward in all".to_owned(),
        now: money::headline(result.reward),
        kind: Goal::Reward(Pence(0)),
    }];
    choices.extend(result.indicators.iter().map(|found| Choice {
        name: format!("the score of {}", names.indicator_name(found.id)),
        now: found.score.map_or_else(
            || "not known".to_owned(),
            |score| reached(score, &state.shown().agreement, scenario),
        ),
        kind: Goal::Score(found.id, BasisPoints(0)),
    }));
    choices.extend(result.partners.iter().filter_map(|row| match row.sharer {
        Sharer::Partner(id) => Some(Choice {
            name: format!("the share of {}", names.partner_name(id)),
            now: money::headline(row.reward.iter().copied().sum()),
            kind: Goal::Share(id, Pence(0)),
        }),
        _ => None,
    }));
    choices
}

/// The question that a person asks.
///
/// # Errors
/// What is wrong with it, in a sentence.
pub fn asked(
    state: &State,
    choice: &Choice,
    at_least: &str,
    free: Free,
) -> Result<Question, Wrong> {
    let unread = |unread: number::Unread| Wrong::AtLeast(unread.says());
    if at_least.trim().is_empty() {
        let now = &choice.now;
        return Err(Wrong::AtLeast(format!(
            "Type what it should be at least: it is {now} now."
        )));
    }
    let goal = match choice.kind {
        Goal::Reward(_) => Goal::Reward(money::read(at_least).map_err(unread)?.pence()),
        Goal::Share(id, _) => Goal::Share(id, money::read(at_least).map_err(unread)?.pence()),
        Goal::Score(id, _) => Goal::Score(id, share::read(at_least, MOST_SCORE).map_err(unread)?),
    };
    let free = inputs(&state.shown().agreement, free);
    if free.is_empty() {
        let says = "Tick at least one thing that may change.".to_owned();
        return Err(Wrong::Free(says));
    }
    Ok(Question::Seek(Wanted {
        scenario: state.open,
        goal,
        free,
    }))
}

fn inputs(agreement: &Agreement, free: Free) -> Vec<Input> {
    let mut inputs = Vec::new();
    let wanted = |id: OutcomeId| free.outcome.is_none_or(|only| only == id);
    for outcome in agreement.outcomes.iter().filter(|it| wanted(it.id)) {
        for year in 0..agreement.year_count() {
            if free.pooled {
                inputs.push(Input::Spending(outcome.id, year));
            }
            if free.pump {
                inputs.push(Input::Pump(outcome.id, year));
            }
        }
    }
    if free.stretch {
        let indicators = agreement.indicators.iter();
        let indicators = indicators.filter(|it| wanted(it.outcome));
        inputs.extend(indicators.map(|it| Input::Stretch(it.id)));
    }
    inputs
}

/// What was found.
#[must_use]
pub fn found(state: &State) -> Found {
    let word = word(state, Desk::Seek);
    let wait = word.wait();
    let ordered = state.desks.ordered(Desk::Seek);
    let mut found = Found {
        says: None,
        first: Vec::new(),
        dearer: Vec::new(),
        together: None,
        obstacles: Vec::new(),
        searching: ordered.is_some() && !matches!(wait, Wait::Over | Wait::Failed(_)),
        wait,
        old: false,
    };
    // Until there is an answer, the last one stands, with its own question.
    let answered = state
        .desks
        .answered(Desk::Seek)
        .filter(|_| ordered.is_some());
    let (Some(asked), Some(Answer::Seek(sought))) = (answered, word.answer()) else {
        return found;
    };
    let Question::Seek(wanted) = &asked.question else {
        return found;
    };
    let workbook = &asked.workbook;
    let Some(today) = workbook.scenario(wanted.scenario) else {
        return found;
    };
    let told = Told { workbook, today };
    let mut rows: Vec<WayRow> = sought.alone.iter().map(|way| told.row(way)).collect();
    found.dearer = rows.split_off(rows.len().min(FIRST));
    found.first = rows;
    found.together = sought.together.as_ref().map(|way| told.row(way));
    found.says = Some(told.headline(wanted.goal, sought));
    found.obstacles = told.obstacles(wanted.goal, sought);
    let same = Rc::ptr_eq(workbook, state.shown()) || workbook == state.shown();
    found.old = !same || wanted.scenario != state.open;
    found
}
