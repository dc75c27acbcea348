//! What the ledger shows: scenarios in the order made or received, with author, day, code, total, and what each answered.

use crate::app::ledger::entry_of;
use crate::app::moves::changes;
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
    /// `+£96k on Single pot, 7 differences`.
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
    match result.over.0 {
        0 => total,
        _ => format!(
            "{total}, not affordable: over by {}",
            money::pounds(result.over)
        ),
    }
}

fn step(state: &State, from: &Scenario, to: &Scenario) -> String {
    let changes = changes(&state.workbook.agreement, from, to);
    let lines = changes.iter().map(|change| change.lines.len()).sum();
    let earned = |id| {
        state
            .result(id)
            .map(|result| result.reward)
            .unwrap_or_default()
    };
    let sum = earned(to.id) - earned(from.id);
    format!(
        "{} on {}, {}",
        money::difference(sum),
        from.name,
        count(lines, "difference")
    )
}
