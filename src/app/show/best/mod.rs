//! The best use of the money: the plan beside what is spent today, why it is as it is, and how it is taken over.

mod stands;
#[cfg(test)]
mod tests;
mod weights;

pub use stands::{Found, asked_another, found};
pub use weights::{weighted, weights};

use crate::app::edit::Edit;
use crate::app::lookup::Lookup;
use crate::app::show::clash;
use crate::app::show::standing::standing;
use crate::app::show::wanted::word;
use crate::app::state::State;
use crate::chart::figure::{count, list};
use crate::engine::{Evaluation, OutcomeYear, evaluate, is_pooled};
use crate::job::{Aim, Answer, BestUse, Desk};
use crate::model::{Agreement, OutcomeId, Pounds, PumpSplit, StreamId, Workbook};
use crate::solve::{Margin, Money};
use crate::text::{capital, chance, money};

/// A plan as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What it gains, in a sentence.
    pub says: String,
    /// How sure it is that nothing is better.
    pub sure: String,
    /// Whether it changes anything.
    pub changes: bool,
    /// Outcomes whose money it changes or leaves, by block.
    pub rows: Vec<Row>,
    /// Rules that hold it back, each with what £10,000 of ease would gain.
    pub bindings: Vec<(String, String)>,
    /// What £10,000 more of each stream would gain: by year, and in which the most.
    pub margins: Vec<(String, Vec<String>)>,
    /// Indicators that it leaves below their cliffs, each with what bringing it over takes.
    pub left_below: Vec<(String, String)>,
    /// What is said where there are none.
    pub none_below: String,
    /// Whether what explains it is still being worked out.
    pub explaining: bool,
}

/// The money of one outcome, today and in the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The outcome.
    pub id: OutcomeId,
    /// Its name.
    pub name: String,
    /// The class of its block.
    pub class: &'static str,
    /// Pooled money and pump-priming by year: today, and in the plan.
    pub years: Vec<(Pounds, Pounds)>,
    /// The same over all years.
    pub all: (Pounds, Pounds),
}

/// The plan as it came from the worker.
fn best(state: &State) -> Option<&BestUse> {
    match word(state, Desk::Best).answer() {
        Some(Answer::Best(Ok(best))) => Some(best),
        _ => None,
    }
}

fn shown(workbook: &Workbook, best: &BestUse) -> Plan {
    let agreement = &workbook.agreement;
    let names = Lookup(agreement);
    let today = workbook.scenario(best.wish.scenario);
    let before = today.map(|today| evaluate(agreement, today));
    let after = evaluate(agreement, &best.scenario);
    let rows: Vec<Row> = agreement
        .blocks
        .iter()
        .flat_map(|block| names.outcomes_in(block.id))
        .map(|outcome| {
            let of = |result: &Evaluation, year: usize| {
                let found = result.outcomes.iter().find(|found| found.id == outcome.id);
                let year = found.and_then(|found| found.years.get(year));
                year.map_or(Pounds(0), |year: &OutcomeYear| year.pooled + year.pump)
            };
            let years: Vec<(Pounds, Pounds)> = (0..agreement.year_count())
                .map(|year| {
                    (
                        before.as_ref().map_or(Pounds(0), |before| of(before, year)),
                        of(&after, year),
                    )
                })
                .collect();
            Row {
                id: outcome.id,
                name: outcome.name.clone(),
                class: names.block_class(Some(outcome.block)),
                all: (
                    years.iter().map(|year| year.0).sum(),
                    years.iter().map(|year| year.1).sum(),
                ),
                years,
            }
        })
        .collect();
    Plan {
        says: says(best, before.as_ref(), &after),
        sure: format!("{}{}", sure(best), over_already(agreement)),
        changes: rows
            .iter()
            .any(|row| row.years.iter().any(|(today, then)| today != then)),
        rows,
        bindings: best
            .bindings
            .iter()
            .map(|binding| {
                (
                    capital(&clash::name(agreement, binding.rule)),
                    gained(&best.wish.aim, binding.gain),
                )
            })
            .collect(),
        margins: margins(workbook, best),
        left_below: best
            .left_below
            .iter()
            .map(|below| {
                let takes = match below.costs {
                    Some(costs) if costs < best.wish.aim.unit() => {
                        "can be brought over at no loss".to_owned()
                    }
                    Some(costs) => format!(
                        "bringing it over costs {} elsewhere",
                        gained(&best.wish.aim, costs)
                    ),
                    None if below.never => "no money brings it over within the rules".to_owned(),
                    None => "nothing was found that brings it over".to_owned(),
                };
                let wins = money::headline(below.wins);
                (
                    names.indicator_name(below.indicator).to_owned(),
                    format!("{wins} lost; {takes}"),
                )
            })
            .collect(),
        none_below: standing(agreement, &after)
            .unwrap_or_else(|| "No indicator can earn reward here.".to_owned()),
        explaining: !best.explained,
    }
}

/// What something is worth by an aim: pounds, or a part of all attainment.
fn worth(aim: &Aim, value: f64) -> String {
    match aim {
        Aim::Attainment(_) => chance::part(value.clamp(0.0, 1.0)),
        Aim::Reward | Aim::Expected => money::headline(money::of_odds(value)),
    }
}

/// How much more something is worth by an aim: pounds, or points of attainment.
fn gained(aim: &Aim, more: f64) -> String {
    match aim {
        Aim::Attainment(_) => chance::points(more.clamp(0.0, 1.0)),
        Aim::Reward | Aim::Expected => worth(aim, more),
    }
}

fn says(best: &BestUse, before: Option<&Evaluation>, after: &Evaluation) -> String {
    let aim = match best.wish.aim {
        Aim::Reward => "",
        Aim::Expected => " on average",
        Aim::Attainment(_) => " of attainment",
    };
    let earns = worth(&best.wish.aim, best.value);
    let gain = best.value - best.today;
    // A penny is told apart where the sums are pounds.
    let told = best.wish.aim.unit().min(0.01);
    let affordable = before.is_none_or(|before| before.over.0 == 0);
    let mut says = if after.over.0 > 0 {
        // No plan moves what stays, so that none is affordable.
        format!(
            "Money that may not be moved is not affordable: every plan is over by {}. The best of them earns {earns}{aim}.",
            money::pounds(after.over)
        )
    } else if !affordable {
        format!(
            "What is typed is not affordable. The best use that is affordable earns {earns}{aim}."
        )
    } else if gain <= -told {
        // The rules that are kept in a search are more than what is affordable.
        format!(
            "What is typed breaks a pin, a minimum, a floor or a rule of pump-priming. The best that keeps what can be kept earns {earns}{aim}, {} less.",
            gained(&best.wish.aim, -gain)
        )
    } else if gain < told {
        format!("Nothing better was found: today’s money earns {earns}{aim}.")
    } else {
        format!(
            "The same money can earn {earns}{aim}, {} more than today.",
            gained(&best.wish.aim, gain)
        )
    };
    if best.wish.aim != Aim::Reward {
        says.push_str(&format!(
            " On projected values its reward is {}.",
            money::headline(after.reward)
        ));
    }
    says
}

/// That the money of years with a recorded value stays; nothing where none is recorded.
fn over_already(agreement: &Agreement) -> String {
    let recorded = |id| {
        let mut own = agreement.indicators.iter().filter(|it| it.outcome == id);
        own.any(|it| it.last_actual().is_some())
    };
    let names: Vec<String> = agreement
        .outcomes
        .iter()
        .filter(|outcome| recorded(outcome.id))
        .map(|outcome| format!("“{}”", outcome.name))
        .collect();
    let whose = match names.len() {
        0 => return String::new(),
        1..=3 => list(&names),
        many => count(many, "outcome"),
    };
    format!(" Years up to a recorded value are over: in them the money on {whose} stays as it is.")
}

fn sure(best: &BestUse) -> String {
    if best.proved {
        "Proved best: no other use of the money within the rules earns more.".to_owned()
    } else {
        let gap = (best.bound - best.value).max(0.0);
        format!(
            "The best found; no use of the money earns more than {} above it.",
            gained(&best.wish.aim, gap)
        )
    }
}

/// Streams with what £10,000 more of each is worth by year, those that are worth the same in one row; those that
/// are worth nothing are left out.
fn margins(workbook: &Workbook, best: &BestUse) -> Vec<(String, Vec<String>)> {
    let names = Lookup(&workbook.agreement);
    let mut rows: Vec<(String, Vec<String>, bool)> = Vec::new();
    let name = |margin: &Margin| match margin.place {
        Money::Stream(id) => names.stream_name(id).to_owned(),
        Money::Pump => "Pump-priming".to_owned(),
    };
    for margin in &best.margins {
        let name = name(margin);
        let place = rows
            .iter()
            .position(|row| row.0 == name)
            .unwrap_or_else(|| {
                rows.push((name, Vec::new(), false));
                rows.len() - 1
            });
        if let Some((_, cells, any)) = rows.get_mut(place) {
            let gains = margin.more >= best.wish.aim.unit();
            *any |= gains;
            cells.push(if gains {
                gained(&best.wish.aim, margin.more)
            } else {
                "nothing".to_owned()
            });
        }
    }
    let mut alike: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for (name, cells, _) in rows.into_iter().filter(|row| row.2) {
        match alike.iter_mut().find(|row| row.1 == cells) {
            Some(row) => row.0.push(name),
            None => alike.push((vec![name], cells)),
        }
    }
    alike
        .into_iter()
        .map(|(names, cells)| (list(&names), cells))
        .collect()
}

/// Takes the plan over into the open scenario: all of it, or the money of one outcome.
#[must_use]
pub fn take(state: &State, only: Option<OutcomeId>) -> Option<Edit> {
    let best = best(state)?;
    let typed = state
        .scenario()
        .is_some_and(|open| open.pump.split == PumpSplit::Typed);
    let years = state.shown().agreement.year_count();
    let outcomes = state
        .shown()
        .agreement
        .outcomes
        .iter()
        .map(|outcome| outcome.id);
    let outcomes = outcomes.filter(|&id| only.is_none_or(|only| only == id));
    let mut edits = Vec::new();
    if only.is_none() && !typed {
        edits.push(Edit::SplitPump(PumpSplit::Typed));
    }
    for id in outcomes {
        for year in 0..years {
            edits.push(Edit::Spend(id, year, best.scenario.spending.get(id, year)));
            // Where a rule splits pump-priming, one outcome alone cannot be given another part of it.
            if only.is_none() || typed {
                edits.push(Edit::Prime(
                    id,
                    year,
                    best.scenario.pump.spending.get(id, year),
                ));
            }
        }
    }
    Some(Edit::Many(edits))
}

/// What may be locked: every outcome of the open scenario, by block.
#[must_use]
pub fn outcomes(state: &State) -> Vec<(OutcomeId, String)> {
    let names = Lookup(&state.shown().agreement);
    let blocks = state.shown().agreement.blocks.iter();
    let outcomes = blocks.flat_map(|block| names.outcomes_in(block.id));
    outcomes
        .map(|outcome| (outcome.id, outcome.name.clone()))
        .collect()
}

/// Streams whose money may be locked: those that are pooled in the open scenario.
#[must_use]
pub fn pooled(state: &State) -> Vec<(StreamId, String)> {
    let Some(scenario) = state.scenario() else {
        return Vec::new();
    };
    let streams = state.shown().agreement.streams.iter();
    streams
        .filter(|stream| is_pooled(scenario, stream))
        .map(|stream| (stream.id, stream.name.clone()))
        .collect()
}
