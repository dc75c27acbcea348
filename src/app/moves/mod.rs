//! What one scenario changes against another, in an officer's words, each change with its worth alone.

mod choices;
mod transfer;

use crate::app::edit::{Edit, choose};
use crate::engine::{Takings, evaluate};
use crate::model::{Agreement, Pounds, Scenario, ScenarioId, Workbook, order};

/// What sort of change it is, in the order in which changes are listed and made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A fact of the agreement.
    Fact,
    /// The set-up, a fence, a freedom.
    Freedom,
    /// Pooled money, and pins on it.
    Money,
    /// Pump-priming.
    Pump,
    /// Another stretch level.
    Stretch,
    /// An outcome in or out of the reward.
    Drop,
    /// Reward rules.
    Rule,
}

/// One change that is priced as a whole: a choice, or all the money that went to one outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What sort of change.
    pub kind: Kind,
    /// What was done, as a sentence without a full stop.
    pub says: String,
    /// Its parts, one at least, each of which can be made alone.
    pub lines: Vec<Line>,
}

/// The smallest part of a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What was done, as a sentence without a full stop.
    pub says: String,
    /// Makes it in the scenario that lacks it.
    pub make: Edit,
    /// Takes it back in the scenario that has it.
    pub undo: Edit,
}

impl Change {
    /// A change that is one line.
    pub(crate) fn single(kind: Kind, says: String, make: Edit, undo: Edit) -> Self {
        Self {
            kind,
            says: says.clone(),
            lines: vec![Line { says, make, undo }],
        }
    }

    /// Makes the change in a scenario.
    pub(crate) fn make(&self, scenario: &mut Scenario) {
        self.lines
            .iter()
            .for_each(|line| choose(scenario, &line.make));
    }
}

/// Every difference between the choices of two scenarios of an agreement.
///
/// Made in `from` in their order, all lines give the choices of `to`; so does any way of taking
/// some of them back in `to` and making them again.
#[must_use]
pub fn changes(agreement: &Agreement, from: &Scenario, to: &Scenario) -> Vec<Change> {
    let mut changes = choices::freedoms(agreement, from, to);
    changes.extend(transfer::pooled(agreement, from, to));
    changes.extend(choices::pins(agreement, from, to));
    changes.extend(choices::pump_split(from, to));
    changes.extend(transfer::pump(agreement, from, to));
    changes.extend(choices::targets(agreement, from, to));
    changes.extend(choices::rules(agreement, from, to));
    changes
}

/// One change against the base.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// What was done, as a sentence without a full stop.
    pub says: String,
    /// What is gained when this alone is done to the base.
    pub worth: Takings,
    /// By how much the base is then not affordable, where it is without it; nothing where it still is.
    pub over: Pounds,
}

/// What a scenario changes against the base.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moves {
    /// The changes, the largest worth first.
    pub moves: Vec<Move>,
    /// What they make together beyond the sum of the parts.
    pub together: Takings,
}

/// Compares a scenario with the base of its workbook.
#[must_use]
pub fn moves(workbook: &Workbook, id: ScenarioId) -> Moves {
    let (Some(base), Some(scenario)) = (workbook.scenario(workbook.base), workbook.scenario(id))
    else {
        return Moves::default();
    };
    let agreement = &workbook.agreement;
    let result = |scenario: &Scenario| {
        let result = evaluate(agreement, scenario);
        (result.takings(), result.over)
    };
    let (start, before) = result(base);
    let mut moves: Vec<Move> = changes(agreement, base, scenario)
        .into_iter()
        .map(|change| {
            let mut changed = base.clone();
            change.make(&mut changed);
            let (takings, over) = result(&changed);
            Move {
                worth: takings - start,
                // What cannot be paid anyway needs no remark at every change.
                over: if before.0 > 0 { Pounds(0) } else { over },
                says: change.says,
            }
        })
        .collect();
    order::by_key(&mut moves, |change| {
        let Takings { earned, paid } = change.worth;
        std::cmp::Reverse(earned.0.abs().max(paid.0.abs()))
    });
    let whole = result(scenario).0 - start;
    let together = moves.iter().fold(whole, |rest, part| rest - part.worth);
    Moves { moves, together }
}
