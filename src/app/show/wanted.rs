//! What the view on show wants to have worked out beside the page, and how the answers stand.

use crate::app::counter::mine;
use crate::app::desks::{Asked, Word};
use crate::app::show::chances::uncertain;
use crate::app::show::fences::asks;
use crate::app::state::State;
use crate::app::view::View;
use crate::job::{Desk, Question};
use std::rc::Rc;

/// What is to be worked out for what is on screen, answered or not.
#[must_use]
pub fn shown(state: &State) -> Vec<Asked> {
    let all = || state.shown().scenarios.iter().map(|scenario| scenario.id);
    let questions = match state.view {
        View::Position if uncertain(state) => vec![
            Question::Odds(all().collect()),
            Question::Prices(state.open),
        ],
        View::Position => vec![Question::Prices(state.open)],
        View::Risk => vec![
            Question::Odds(all().collect()),
            Question::Drivers(state.open),
        ],
        View::Report if uncertain(state) => vec![Question::Odds(all().collect())],
        View::Reward if uncertain(state) => vec![Question::Ranges(state.open)],
        View::Compare if uncertain(state) => return against(state).into_iter().collect(),
        // Nothing there is priced but the freedoms that are asked for.
        View::Funding if asks(state) => vec![Question::Prices(state.open)],
        View::PumpPriming if primes(state) => vec![Question::Pump(state.open)],
        _ => Vec::new(),
    };
    let workbook = state.shown();
    let asked = |question| Asked {
        question,
        workbook: Rc::clone(workbook),
    };
    questions.into_iter().map(asked).collect()
}

/// Whether there is any pump-priming in the open scenario.
fn primes(state: &State) -> bool {
    let result = state.result(state.open);
    result.is_some_and(|result| result.pump.grant.0 > 0)
}

/// How one side of Compare fares against mine; nothing where both are the same scenario, or where the
/// facts of the workbook beside are others.
fn against(state: &State) -> Option<Asked> {
    if let Some(beside) = &state.beside {
        let joined = (beside.join)(state)?;
        let [mine, theirs] = joined.sides;
        return Some(Asked {
            question: Question::Against(theirs, mine),
            workbook: Rc::new(joined.workbook),
        });
    }
    let other = mine(state);
    (other != state.open).then(|| Asked {
        question: Question::Against(state.open, other),
        workbook: Rc::clone(state.shown()),
    })
}

/// How the answer stands of the question that the view on show, or a person, has put to a desk.
#[must_use]
pub fn word(state: &State, desk: Desk) -> Word<'_> {
    let shown = shown(state);
    let of_desk = |asked: &&Asked| asked.question.desk() == desk;
    let asked = shown.iter().find(of_desk);
    let asked = asked.or_else(|| state.desks.ordered(desk));
    let word = asked.map_or(Word::Nothing(None), |asked| state.desks.word(asked));
    let mut before = shown.iter().take_while(|asked| !of_desk(asked));
    match word {
        Word::Failed(_) if before.any(|asked| state.desks.word(asked) == word) => {
            Word::Failed(None)
        }
        word => word,
    }
}

/// What the desks have to work on now: what the view on show and the person want and have not got.
#[must_use]
pub fn wanted(state: &State) -> Vec<Asked> {
    let ordered = Desk::ALL
        .iter()
        .filter_map(|&desk| state.desks.ordered(desk).cloned());
    let mut wanted: Vec<Asked> = ordered.collect();
    for asked in shown(state) {
        // What a person asked for goes first.
        if wanted
            .iter()
            .all(|other| other.question.desk() != asked.question.desk())
        {
            wanted.push(asked);
        }
    }
    wanted.retain(|asked| state.desks.open(asked));
    wanted
}
