//! The counter-offer: what is taken of the other side's differences, put together in a scenario of its own.

use crate::app::compare::Side;
use crate::app::edit::{Edit, change, fresh, held};
use crate::app::facts::{align, facts};
use crate::app::show::over;
use crate::app::state::{Beside, Joined, Notice, State};
use crate::chart::figure::list;
use crate::engine::Evaluation;
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
    let moved = after.workbook.scenarios.iter().filter_map(|scenario| {
        let [then, now] = [before, after].map(|state| state.result(scenario.id));
        let says = list(&became(then?, now?));
        (!says.is_empty()).then(|| format!("{} {says}", scenario.name))
    });
    let moved: Vec<String> = moved.collect();
    let moved = match moved.is_empty() {
        true => "No scenario of yours earns or costs more or less for it.".to_owned(),
        false => format!("{}.", list(&moved)),
    };
    Some(Notice::fact(format!("{which} {moved} Undo takes it back.")))
}

/// What became of a scenario, each as what follows its name: what it earns, what of that is paid, whether it can be
/// afforded; nothing of what is as it was.
fn became(then: &Evaluation, now: &Evaluation) -> Vec<String> {
    let mut says = Vec::new();
    let [taken, takes] = [then, now].map(Evaluation::takings);
    let (earned, paid) = (takes.earned - taken.earned, takes.paid - taken.paid);
    if money::nearest(earned).0 != 0 {
        let [before, now] = money::apart(taken.earned, takes.earned);
        says.push(format!("now earns {now} ({before} before)"));
    }
    if money::nearest(paid).0 != 0 && paid != earned {
        let [before, now] = money::apart(taken.paid, takes.paid);
        says.push(format!("is now paid {now} ({before} before)"));
    }
    match (over(then.over), over(now.over)) {
        (before, now) if before == now => {}
        (None, Some(over)) => says.push(format!("is now {over}")),
        (_, None) => says.push("can now be afforded".to_owned()),
        (Some(_), Some(_)) => says.push(format!(
            "is now over by {} ({} before)",
            money::pounds(now.over),
            money::pounds(then.over)
        )),
    }
    says
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Agreement, Amount, PaymentRule, Pounds};

    /// What is said of a fact of the borough's that is taken.
    fn says(change: impl FnOnce(&mut Agreement)) -> String {
        let before = State::illustration(1);
        let mut workbook = (*before.workbook).clone();
        change(&mut workbook.agreement);
        let after = State::open(Rc::new(workbook), before.open, 1);
        settled(&before, &after).unwrap().says
    }

    /// A fact that changes no reward may still change what is paid of it, or whether a scenario can be afforded.
    #[test]
    fn of_a_fact_that_is_taken_it_is_said_what_is_paid_and_what_cannot_be_afforded() {
        let march = says(|agreement| agreement.rules.payment = PaymentRule::March2011);
        let wanted = "Single pot is now paid £3.545m (£4.727m before)";
        assert!(march.contains(wanted), "{march}");
        assert!(!march.contains("earns"), "{march}");
        // Of the first stream's £2.18m in 2006/07 the block has £21,000 left.
        let less = says(|agreement| agreement.streams[0].amounts[0] = Amount::Stated(Pounds(0)));
        let wanted = "Ring-fenced blocks is now not affordable: over by £2,159,000";
        assert!(less.contains(wanted), "{less}");
        let same = says(|agreement| agreement.streams[0].partner = None);
        let wanted = "No scenario of yours earns or costs more or less for it.";
        assert!(same.contains(wanted), "{same}");
    }
}
