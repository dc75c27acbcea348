//! What the ledger shows: scenarios in the order made or received, with author, day, code, total, and what each answered.

use crate::app::ledger::entry_of;
use crate::app::moves::changes;
use crate::app::show::{over, paid};
use crate::app::state::State;
use crate::chart::figure::count;
use crate::codec::code::Code;
use crate::model::{Entry, Label, Scenario, ScenarioId};
use crate::text::money;

/// A scenario in the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The scenario.
    pub id: ScenarioId,
    /// Its name.
    pub name: String,
    /// What is noted of it, to be changed and put back by [`Edit::Enter`](crate::app::Edit::Enter).
    pub entry: Entry,
    /// The day on which it was made or received, as `14 Feb 2007`; empty where that was not noted.
    pub day: String,
    /// Where it stands and what it answered: `received from Government Office, answers Single pot`.
    pub says: String,
    /// Its code now.
    pub code: Code,
    /// What it earns, with the sentence that it is not affordable where it is not.
    pub total: String,
    /// That its figures are no longer those that were offered, received or agreed.
    pub changed: Option<String>,
    /// What it changes against the one that it answered, or that came before, which is named:
    /// `+£96k on Single pot, 7 differences`; without the sum where one of them cannot be paid.
    pub step: Option<(ScenarioId, String)>,
    /// Whether it is locked.
    pub locked: bool,
    /// Whether it is the open one.
    pub open: bool,
}

/// The labels that can be given, with the words on their buttons.
pub const LABELS: [(Label, &str); 4] = [
    (Label::Draft, "Draft"),
    (Label::Offered, "Offered"),
    (Label::Received, "Received"),
    (Label::Agreed, "Agreed"),
];

/// The ledger of the workbook on screen: scenarios without an entry came first.
#[must_use]
pub fn rows(state: &State) -> Vec<Row> {
    let workbook = &state.workbook;
    let without = workbook
        .scenarios
        .iter()
        .filter(|it| workbook.entry(it.id).is_none());
    let noted = workbook
        .ledger
        .iter()
        .filter_map(|entry| workbook.scenario(entry.scenario));
    let order: Vec<&Scenario> = without.chain(noted).collect();
    let mut before: Option<&Scenario> = None;
    let mut rows = Vec::new();
    for scenario in order {
        let entry = entry_of(workbook, scenario.id);
        let answered = entry.answers.and_then(|id| workbook.scenario(id));
        let code = Code::of(&workbook.agreement, scenario);
        let step = answered
            .or(before)
            .map(|from| (from.id, step(state, from, scenario)));
        rows.push(Row {
            id: scenario.id,
            name: scenario.name.clone(),
            day: entry.at.map_or_else(String::new, |at| at.day()),
            says: says(&entry, answered),
            changed: changed(&entry, &code),
            total: total(state, scenario.id),
            step,
            code,
            locked: entry.label == Label::Agreed,
            open: scenario.id == state.open,
            entry,
        });
        before = Some(scenario);
    }
    rows
}

fn says(entry: &Entry, answered: Option<&Scenario>) -> String {
    let stands = match entry.label {
        Label::Draft => "draft",
        Label::Offered => "offered",
        Label::Received => "received",
        Label::Agreed => "agreed and locked",
    };
    let by = match (entry.author.as_str(), entry.label) {
        ("", _) => String::new(),
        (author, Label::Received) => format!(" from {author}"),
        (author, _) => format!(" by {author}"),
    };
    let answers = answered.map_or_else(String::new, |it| format!(", answers {}", it.name));
    format!("{stands}{by}{answers}")
}

fn changed(entry: &Entry, code: &Code) -> Option<String> {
    let then = Code::parse(&entry.code).filter(|then| then != code)?;
    let when = match entry.label {
        Label::Draft => "noted",
        Label::Offered => "offered",
        Label::Received => "received",
        Label::Agreed => "agreed",
    };
    Some(format!(
        "Its figures have changed since it was {when} as {then}."
    ))
}

fn total(state: &State, id: ScenarioId) -> String {
    let Some(result) = state.result(id) else {
        return String::new();
    };
    let total = money::short(result.reward);
    over(result.over).map_or_else(|| total.clone(), |over| format!("{total}, {over}"))
}

fn step(state: &State, from: &Scenario, to: &Scenario) -> String {
    let changes = changes(&state.workbook.agreement, from, to);
    let lines = changes.iter().map(|change| change.lines.len()).sum();
    let differences = count(lines, "difference");
    let earned = |id| {
        let result = state.result(id);
        result
            .filter(|result| result.over.0 == 0)
            .map(|result| result.takings())
    };
    match (earned(from.id), earned(to.id)) {
        (Some(before), Some(now)) => {
            let beyond = now - before;
            let earned = money::difference(beyond.earned);
            let paid = paid::noted(beyond);
            format!("{earned} on {}{paid}, {differences}", from.name)
        }
        // What cannot be paid is set against nothing.
        _ => format!("{differences} from {}", from.name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::ledger::labelled;
    use crate::app::{Action, Edit, update};
    use crate::model::{Moment, OutcomeId};
    use crate::presets;
    use std::rc::Rc;

    fn at(day: u32) -> Moment {
        format!("2007-02-{day}T10:30:00Z").parse().unwrap()
    }

    fn entered(state: &State, entry: Entry) -> State {
        update(state, Action::Commit(Edit::Enter(entry)))
    }

    #[test]
    fn a_negotiation_is_replayed_step_by_step() {
        let workbook = Rc::new((presets::all()[0].workbook)());
        let ours = ScenarioId(2);
        let state = State::open(workbook, ours, 1);
        let offer = labelled(&state.workbook, ours, Label::Offered, at(14));
        let state = update(&state, Action::Commit(offer));
        let state = update(&state, Action::CopyScenario(at(21)));
        let state = entered(
            &state,
            Entry {
                label: Label::Received,
                author: "Government Office".to_owned(),
                answers: Some(ours),
                ..entry_of(&state.workbook, state.open)
            },
        );
        let state = update(&state, Action::Commit(Edit::Drop(OutcomeId(3), true)));
        let rows = rows(&state);
        let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["Ring-fenced blocks", "Single pot", "Scenario 1"]);
        let says: Vec<&str> = rows.iter().map(|row| row.says.as_str()).collect();
        assert_eq!(
            says,
            [
                "draft",
                "offered",
                "received from Government Office, answers Single pot"
            ]
        );
        let days: Vec<&str> = rows.iter().map(|row| row.day.as_str()).collect();
        assert_eq!(days, ["", "14 Feb 2007", "21 Feb 2007"]);
        assert_eq!(rows[0].step, None, "the first answers nothing");
        let (against, step) = rows[2].step.clone().unwrap();
        assert_eq!(against, ours);
        assert!(step.ends_with(" on Single pot, 1 difference"), "{step}");
        assert!(rows[2].open && !rows[2].locked);
        assert!(!step.contains("paid"), "{step}");
        let rule = crate::app::show::reward::payment_rule(&state, 1).unwrap();
        let march = super::rows(&update(&state, Action::Commit(rule)));
        let (_, step) = march[2].step.clone().unwrap();
        assert!(step.contains(" on Single pot, paid −£"), "{step}");
    }

    #[test]
    fn an_offer_that_was_changed_since_says_what_code_it_had() {
        let workbook = Rc::new((presets::all()[0].workbook)());
        let ours = ScenarioId(2);
        let state = State::open(workbook, ours, 1);
        let offer = labelled(&state.workbook, ours, Label::Offered, at(14));
        let state = update(&state, Action::Commit(offer));
        let before = rows(&state);
        let row = |rows: &[Row]| rows.iter().find(|row| row.id == ours).cloned().unwrap();
        assert_eq!(row(&before).changed, None);
        let state = update(&state, Action::Commit(Edit::Drop(OutcomeId(3), true)));
        let says = format!(
            "Its figures have changed since it was offered as {}.",
            row(&before).code
        );
        assert_eq!(row(&rows(&state)).changed, Some(says));
        let agreed = labelled(&state.workbook, ours, Label::Agreed, at(28));
        let state = update(&state, Action::Commit(agreed));
        let row = row(&rows(&state));
        assert!(row.locked);
        assert_eq!(
            (row.says.as_str(), row.changed),
            ("agreed and locked", None)
        );
    }
}
