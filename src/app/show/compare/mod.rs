//! What Compare shows: the headline, both sides, every difference with its worth, and what is taken of it.

mod headline;
mod pictures;
mod sums;

pub use pictures::{PaymentRow, pair, payments};
pub use sums::Sum;

use crate::app::compare::{Comparison, Side, compare, differences};
use crate::app::counter::{counter, sides};
use crate::app::edit::Edit;
use crate::app::facts::{Differing, facts};
use crate::app::moves::{Change, Kind};
use crate::app::show::compare::sums::{both, earned, left_out, paid_says};
use crate::app::show::position::Headline;
use crate::app::show::{over, paid};
use crate::app::state::State;
use crate::chart::figure::count;
use crate::codec::code::Code;
use crate::engine::{Evaluation, evaluate};
use crate::model::{Pounds, ScenarioId};
use crate::text::money;
use std::rc::Rc;

/// Two sides with what separates them. Pricing takes up to a thousand evaluations, so that it is
/// kept as long as both sides are the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Mine.
    pub mine: Side,
    /// Theirs.
    pub theirs: Side,
    /// What each comes to: mine, then theirs.
    pub results: [Rc<Evaluation>; 2],
    /// The code of each.
    pub codes: [Code; 2],
    /// What separates them.
    pub comparison: Comparison,
    /// The facts of them: the first changes of the comparison, in the same order.
    pub facts: Vec<Differing>,
}

/// Compares the two sides on show; what was compared last is kept if both are the same.
#[must_use]
pub fn compared(state: &State, last: Option<&Rc<Compared>>) -> Option<Rc<Compared>> {
    let (mine, theirs) = sides(state)?;
    if let Some(last) = last.filter(|last| last.mine == mine && last.theirs == theirs) {
        return Some(Rc::clone(last));
    }
    let both = [&mine, &theirs];
    Some(Rc::new(Compared {
        results: both.map(|side| Rc::new(evaluate(&side.agreement, &side.scenario))),
        codes: both.map(|side| Code::of(&side.agreement, &side.scenario)),
        comparison: compare(&mine, &theirs),
        facts: facts(&mine.agreement, &theirs.agreement),
        mine,
        theirs,
    }))
}

/// What taking a fact does.
const OF_THE_AGREEMENT: &str = "a fact that you take changes the agreement, and with it every scenario \
    of yours, not the counter-offer alone";

/// One side as a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The scenario's name.
    pub name: String,
    /// What it earns.
    pub earns: String,
    /// What of it is paid, where that is not all.
    pub paid: Option<String>,
    /// Its code.
    pub code: Code,
    /// That it is not affordable, and by how much.
    pub over: Option<String>,
}

/// Whether something of the other side is in the counter-offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Neither taken nor left on purpose.
    Undecided,
    /// Taken.
    Taken,
    /// Some of its lines are taken.
    Partly,
    /// Left on purpose.
    Left,
}

/// The smallest thing that can be taken or left.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What was done, as a sentence without a full stop.
    pub says: String,
    /// Whether it is taken.
    pub standing: Standing,
    /// Takes it: for [`Take`](crate::app::Action::Take).
    pub make: Edit,
    /// Takes it back, or reverts it: in the counter-offer by `Take`, in the open scenario by `Commit`.
    pub undo: Edit,
}

/// A change with its price.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What was done, as a sentence without a full stop.
    pub says: String,
    /// Where it is a fact: which, as mine has it and as theirs has it.
    pub fact: Option<Differing>,
    /// Worth alone.
    pub alone: Sum,
    /// That what is made alone cannot be paid.
    pub alone_note: Option<String>,
    /// What the other side is worth more, or less, without it.
    pub left_out: Sum,
    /// That what remains without it cannot be paid.
    pub left_out_note: Option<String>,
    /// Its share of the difference; none where it is priced with the rest.
    pub share: Option<Sum>,
    /// Its share over the largest share of all, between −1 and 1, for a bar.
    pub bar: f64,
    /// Whether it is taken.
    pub standing: Standing,
    /// Its lines, one at least.
    pub lines: Vec<Line>,
}

/// Changes of one sort.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What sort.
    pub title: &'static str,
    /// What is to be known before one of them is taken.
    pub note: Option<&'static str>,
    /// The changes.
    pub rows: Vec<Row>,
}

/// The counter-offer being put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counter {
    /// The scenario.
    pub id: ScenarioId,
    /// What is in it and what it earns.
    pub says: String,
}

/// Everything that Compare shows beside pictures.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare {
    /// The sentence and the one below it.
    pub headline: Headline,
    /// Mine, then theirs.
    pub columns: [Column; 2],
    /// The differences: facts first.
    pub sections: Vec<Section>,
    /// The changes that are priced together, where there are more than ten: a sentence, and what
    /// they are worth alone, what leaving them brings, and their share.
    pub rest: Option<(String, [Sum; 3])>,
    /// The difference, to which the shares add up.
    pub difference: Sum,
    /// What is left to take, all at once; empty where nothing is.
    pub take_all: Vec<Edit>,
    /// What that is called.
    pub take_all_says: &'static str,
    /// The counter-offer, once there is one.
    pub counter: Option<Counter>,
    /// What is to be said of sums that are paid, where there are any beside those that are earned.
    pub paid: Option<&'static str>,
    /// What is there to say where nothing differs.
    pub nothing: Option<&'static str>,
}

/// Compare for two sides that were compared.
#[must_use]
pub fn view(state: &State, compared: &Compared) -> Compare {
    let found = &compared.comparison;
    let left = not_taken(state, compared);
    let ([own, there], [code, their_code]) = (&compared.results, &compared.codes);
    let columns = [
        column(&compared.mine, own, code),
        column(&compared.theirs, there, their_code),
    ];
    // What cannot be paid anyway needs no remark at every change.
    let payable = columns.each_ref().map(|column| column.over.is_none());
    let without = format!("without it, {} is", compared.theirs.scenario.name);
    let largest = found
        .groups
        .iter()
        .map(|group| group.worth.share.0.abs())
        .max();
    let rows = found.changes.iter().enumerate().map(|(at, change)| {
        let own = found.groups.iter().find(|group| group.changes == [at]);
        let share = own.map(|group| both(group.worth.share, group.paid.share));
        let apart = found.apart.get(at).copied().unwrap_or_default();
        let lines: Vec<Line> = change
            .lines
            .iter()
            .map(|line| as_line(line, left.as_ref(), &state.left))
            .collect();
        Row {
            says: change.says.clone(),
            fact: compared.facts.get(at).cloned(),
            alone: earned(apart.alone),
            alone_note: note(payable[0], apart.over_alone, "alone it is"),
            left_out: left_out(apart.lost),
            left_out_note: note(payable[1], apart.over_left, &without),
            share: share.map(earned),
            bar: share.map_or(0.0, |share| {
                share.earned.0 as f64 / largest.unwrap_or(0).max(1) as f64
            }),
            standing: together(&lines),
            lines,
        }
    });
    let mut sections: Vec<Section> = Vec::new();
    for (row, change) in rows.zip(&found.changes) {
        let title = title(change.kind);
        match sections.last_mut().filter(|section| section.title == title) {
            Some(section) => section.rows.push(row),
            None => sections.push(Section {
                title,
                note: (change.kind == Kind::Fact).then_some(OF_THE_AGREEMENT),
                rows: vec![row],
            }),
        }
    }
    let rest = found.groups.iter().find(|group| group.changes.len() > 1);
    let lines = sections
        .iter()
        .flat_map(|section| &section.rows)
        .flat_map(|row| &row.lines);
    let open = lines.filter(|line| line.standing != Standing::Taken);
    let take_all: Vec<Edit> = open.map(|line| line.make.clone()).collect();
    let with_facts = take_all.iter().any(|edit| matches!(edit, Edit::Adopt(_)));
    Compare {
        headline: headline::headline(compared),
        columns,
        take_all_says: match with_facts {
            true => "Take all, facts too",
            false => "Take all",
        },
        take_all,
        rest: rest.map(|group| {
            let says = format!(
                "The rest: {} of less weight, priced together",
                count(group.changes.len(), "change")
            );
            (
                says,
                [
                    earned(both(group.worth.alone, group.paid.alone)),
                    left_out(both(group.worth.lost, group.paid.lost)),
                    earned(both(group.worth.share, group.paid.share)),
                ],
            )
        }),
        difference: earned(both(found.difference, found.paid)),
        paid: paid_says(found),
        counter: counter(state).and_then(|id| as_counter(state, id)),
        nothing: sections
            .is_empty()
            .then_some("Nothing differs: both sides see the same figures."),
        sections,
    }
}

/// What is not taken yet of the differences; none where there is no counter-offer.
fn not_taken(state: &State, compared: &Compared) -> Option<Vec<Change>> {
    let counter = state.shown().scenario(counter(state)?)?;
    let answer = Side {
        agreement: Rc::clone(&compared.mine.agreement),
        scenario: counter.clone(),
    };
    Some(differences(&answer, &compared.theirs))
}

fn as_line(line: &crate::app::moves::Line, open: Option<&Vec<Change>>, left: &[Rc<Edit>]) -> Line {
    let taken = open.is_some_and(|open| {
        let mut lines = open.iter().flat_map(|change| &change.lines);
        !lines.any(|other| other.make == line.make)
    });
    Line {
        says: line.says.clone(),
        standing: match taken {
            true => Standing::Taken,
            false if left.iter().any(|left| **left == line.make) => Standing::Left,
            false => Standing::Undecided,
        },
        make: line.make.clone(),
        undo: line.undo.clone(),
    }
}

fn together(lines: &[Line]) -> Standing {
    let first = lines
        .first()
        .map_or(Standing::Undecided, |line| line.standing);
    if lines.iter().all(|line| line.standing == first) {
        first
    } else if lines.iter().any(|line| line.standing == Standing::Taken) {
        Standing::Partly
    } else {
        Standing::Undecided
    }
}

fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Fact => "Facts that are not agreed",
        Kind::Freedom => "Set-up and freedoms",
        Kind::Money => "Moves of money",
        Kind::Pump => "Pump-priming",
        Kind::Stretch => "Stretch levels",
        Kind::Drop => "Dropped outcomes",
        Kind::Rule => "Rules",
    }
}

fn column(side: &Side, result: &Evaluation, code: &Code) -> Column {
    Column {
        name: side.scenario.name.clone(),
        earns: money::headline(result.reward),
        paid: paid::beneath(result.takings()),
        code: code.clone(),
        over: over(result.over),
    }
}

/// What a change does to a side that can be paid.
fn note(payable: bool, by: Pounds, says: &str) -> Option<String> {
    let over = over(by).filter(|_| payable)?;
    Some(format!("{says} {over}"))
}

fn as_counter(state: &State, id: ScenarioId) -> Option<Counter> {
    let (name, result) = (&state.shown().scenario(id)?.name, state.result(id)?);
    let but = over(result.over).map_or_else(String::new, |over| format!(", but it is {over}"));
    let earns = money::headline(result.reward);
    let paid = paid::of_which(result.takings());
    let says = format!("{name} earns {earns}{paid}{but}.");
    Some(Counter { id, says })
}

#[cfg(test)]
mod tests;
