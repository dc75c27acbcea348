//! The counter-offer: what is taken of the other side's differences, put together in a scenario of its own.

use crate::app::compare::Side;
use crate::app::edit::{Edit, change, fresh, held};
use crate::app::facts::{align, facts};
use crate::app::show::over;
use crate::app::state::{Beside, Joined, Notice, State};
use crate::chart::figure::list;
use crate::model::{Entry, Label, Moment, Scenario, ScenarioId, Workbook};
use crate::text::money;
use std::rc::Rc;

/// The two sides of the comparison on show, under the ids of the workbook on screen: mine, then
/// theirs. Mine is the base, or what is set against the open scenario; theirs is the open one, or
/// that of the workbook beside.
#[must_use]
pub fn sides(state: &State) -> Option<(Side, Side)> {
    let workbook = state.shown();
    if let Some(beside) = &state.beside {
        let theirs = align(workbook, &beside.workbook)?.workbook;
        let mine = workbook.scenario(mine(state))?;
        let scenario = theirs.scenario(beside.open).or(theirs.scenarios.first())?;
        let (mine, mut theirs) = (Side::of(workbook, mine), Side::of(&theirs, scenario));
        if theirs.scenario.name == mine.scenario.name {
            theirs.scenario.name.push_str(" (theirs)");
        }
        return Some((mine, theirs));
    }
    let agreement = Rc::new(workbook.agreement.clone());
    let side = |id| {
        Some(Side {
            agreement: Rc::clone(&agreement),
            scenario: workbook.scenario(id)?.clone(),
        })
    };
    Some((side(mine(state))?, side(state.scenario()?.id)?))
}

impl Beside {
    /// A workbook of the other side, and the scenario of it that is compared.
    #[must_use]
    pub fn new(workbook: Rc<Workbook>, open: ScenarioId) -> Self {
        Self {
            workbook,
            open,
            join: joined,
        }
    }
}

/// Both sides of the comparison on show in one workbook; nothing where a fact differs.
fn joined(state: &State) -> Option<Joined> {
    let (mine, mut theirs) = sides(state)?;
    if !facts(&mine.agreement, &theirs.agreement).is_empty() {
        return None;
    }
    let mut workbook = (**state.shown()).clone();
    theirs.scenario.id = ScenarioId(workbook.fresh_id()?);
    let sides = [mine.scenario.id, theirs.scenario.id];
    workbook.scenarios = vec![mine.scenario, theirs.scenario];
    workbook.base = sides[0];
    workbook.ledger.clear();
    workbook.notes.clear();
    Some(Joined { workbook, sides })
}

/// My scenario in the comparison on show: the base, or, where that is open, the first of the others.
pub(crate) fn mine(state: &State) -> ScenarioId {
    if state.beside.is_some() {
        return state.open;
    }
    let base = state.workbook.base;
    let mut all = state.workbook.scenarios.iter().map(|scenario| scenario.id);
    state
        .against
        .or(Some(base).filter(|&base| base != state.open))
        .or_else(|| all.find(|&id| id != state.open))
        .unwrap_or(base)
}

/// The counter-offer to what is compared: the one being put together, or the last draft that
/// answers the open scenario.
#[must_use]
pub fn counter(state: &State) -> Option<ScenarioId> {
    let answers = |entry: &&Entry| {
        entry.label == Label::Draft && state.beside.is_none() && entry.answers == Some(state.open)
    };
    let noted = || state.workbook.ledger.iter().rev().find(answers);
    let draft = |id: &ScenarioId| state.workbook.label(*id) == Label::Draft;
    let begun = state.counter.filter(draft);
    begun.or_else(|| noted().map(|entry| entry.scenario))
}

/// Makes differences: facts in the agreement, choices in the counter-offer.
///
/// # Errors
/// Why it cannot be, in a sentence.
pub(crate) fn take(
    state: &State,
    edits: &[Edit],
    at: Moment,
) -> Result<(Workbook, Option<ScenarioId>), String> {
    let mut workbook = (*state.workbook).clone();
    let choices = edits.iter().any(|edit| !matches!(edit, Edit::Adopt(..)));
    let mut to = counter(state);
    if choices && to.is_none() {
        let (scenario, entry) =
            begin(state, at).ok_or("This workbook is full: no further scenario fits.")?;
        to = Some(scenario.id);
        workbook.scenarios.push(scenario);
        workbook.ledger.push(entry);
    }
    let open = to.unwrap_or(state.open);
    for edit in edits {
        change(&mut workbook, open, edit);
    }
    Ok((held(&state.workbook, workbook)?, to))
}

/// What is said of facts that were taken, or taken back: which, and what that made of every scenario; none
/// where all that was taken are choices.
pub(crate) fn settled(before: &State, after: &State) -> Option<Notice> {
    let agreements = [before, after].map(|state| &state.workbook.agreement);
    let facts = facts(agreements[0], agreements[1]);
    let which = match facts.as_slice() {
        [] => return None,
        [only] => format!(
            "A fact of the agreement has changed, {}: {} → {}.",
            only.says, only.mine, only.theirs
        ),
        [first, rest @ ..] => format!(
            "{} facts of the agreement have changed, {} and {} more.",
            facts.len(),
            first.says,
            rest.len()
        ),
    };
    let earned = |state: &State, id| {
        state
            .result(id)
            .map(|result| money::headline(result.reward))
    };
    let totals = after.workbook.scenarios.iter().filter_map(|scenario| {
        let [then, now] = [before, after].map(|state| earned(state, scenario.id));
        let (then, now) = (then?, now?);
        let over = over(after.result(scenario.id)?.over);
        let but = over.map_or_else(String::new, |over| format!(", {over}"));
        (then != now).then(|| format!("{} now earns {now} ({then} before{but})", scenario.name))
    });
    let totals: Vec<String> = totals.collect();
    let moved = match totals.is_empty() {
        true => "No scenario of yours earns more or less for it.".to_owned(),
        false => format!("{}.", list(&totals)),
    };
    Some(Notice::fact(format!("{which} {moved} Undo takes it back.")))
}

/// A copy of my scenario to put the counter-offer together in, and what the ledger notes of it.
fn begin(state: &State, at: Moment) -> Option<(Scenario, Entry)> {
    let workbook = &state.workbook;
    let name = fresh::name(workbook, |number| match number {
        1 => "Counter-offer".to_owned(),
        further => format!("Counter-offer {further}"),
    });
    let scenario = fresh::copy(workbook, mine(state), &name)?;
    let entry = Entry {
        at: Some(at),
        answers: state.beside.is_none().then_some(state.open),
        ..Entry::draft(scenario.id)
    };
    Some((scenario, entry))
}
