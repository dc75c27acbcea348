//! What Allocation shows: what is left in every pot, and what the outcome at hand does with money.

mod fill;
mod pots;
#[cfg(test)]
mod tests;

pub use fill::{Fill, filled};
pub use pots::{Pot, pots, to_place, weightiest};

use crate::app::lookup::Lookup;
use crate::app::show::allocation::pots::is_stated;
use crate::app::show::{NEAR, UNDER, comparable, reached, share, tone};
use crate::app::state::State;
use crate::chart::figure::Role;
use crate::chart::response::{Bend, Dot, Handles, Response};
use crate::engine::{Crossing, OutcomeYear, crossing, evaluate};
use crate::model::{BlockId, IndicatorId, OutcomeId, Pence, Pounds, order};
use crate::text::money;

/// What there is to know of the money beside what is still to be placed.
fn besides(state: &State) -> String {
    let streams = &state.shown().agreement.streams;
    if !streams.is_empty() && !streams.iter().any(is_stated) {
        return " No amount of its streams is stated.".to_owned();
    }
    let payable = state
        .result(state.open)
        .is_some_and(|result| result.over.0 == 0);
    match to_place(state) {
        [pooled, pump] if payable && pooled.0 > 0 && pump.0 > 0 => format!(
            " {} of pump-priming is to be placed too.",
            money::headline(pump.pence())
        ),
        _ => String::new(),
    }
}

/// What the open scenario earns, against the base where both can be paid, what else there is to place,
/// and the cheapest cliff to cross.
#[must_use]
pub fn earns(state: &State) -> String {
    let open = state
        .result(state.open)
        .map_or(Pence(0), |result| result.reward);
    let gain = comparable(state).map(|(_, base)| open - base.reward);
    let against = match gain {
        None => String::new(),
        Some(Pence(0)) => ", the same as the base".to_owned(),
        Some(gain) if gain.0 > 0 => format!(", {} more than the base", money::short(gain)),
        Some(gain) => format!(", {} less than the base", money::short(-gain)),
    };
    format!(
        "It earns {}{against}.{}{}",
        money::headline(open),
        besides(state),
        cheapest(state).unwrap_or_default()
    )
}

/// The crossing that wins most for its money.
fn cheapest(state: &State) -> Option<String> {
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let scenario = state.scenario()?;
    let result = state.result(scenario.id)?;
    let short = result
        .indicators
        .iter()
        .filter(|indicator| tone(indicator) == UNDER);
    let crossings = short.filter_map(|indicator| {
        Some((
            indicator,
            crossing(agreement, scenario, result, indicator.id)?,
        ))
    });
    let (indicator, found) = crossings.max_by(|(_, one), (_, other)| {
        let left = i128::from(one.reward.0) * i128::from(other.pounds.0);
        left.cmp(&(i128::from(other.reward.0) * i128::from(one.pounds.0)))
    })?;
    Some(format!(
        " {} more for {} in {} would win {}{}.",
        money::short(found.pounds.pence()),
        names.outcome_name(indicator.outcome),
        agreement.year_name(found.year),
        money::short(found.reward),
        but(state, indicator.outcome, &found),
    ))
}

/// What is said where no stream can pay all of the money that crosses a cliff of an outcome.
fn but(state: &State, outcome: OutcomeId, found: &Crossing) -> String {
    let Some((open, result)) = state.scenario().zip(state.result(state.open)) else {
        return String::new();
    };
    let mut with = open.clone();
    let spent = with.spending.get(outcome, found.year);
    with.spending.set(outcome, found.year, spent + found.pounds);
    let over = evaluate(&state.shown().agreement, &with).over;
    let there = found.pounds - (over - result.over);
    if there >= found.pounds {
        String::new()
    } else if there.0 > 0 {
        let there = money::short(there.pence());
        format!(", but only {there} of it is there")
    } else {
        ", but no pooled money is left that may pay it".to_owned()
    }
}

/// What is spent on a block in each year, from every source.
#[must_use]
pub fn block_total(state: &State, block: BlockId, year: usize) -> Pounds {
    let names = Lookup(&state.shown().agreement);
    let result = state.result(state.open);
    let outcomes = result.into_iter().flat_map(|result| &result.outcomes);
    outcomes
        .filter(|outcome| {
            names
                .outcome(outcome.id)
                .is_some_and(|outcome| outcome.block == block)
        })
        .filter_map(|outcome| outcome.years.get(year))
        .map(OutcomeYear::total)
        .sum()
}

/// Where a slider of the sheet ends where nothing much is typed yet: far enough to place the first pounds.
const SHORTEST_SLIDER: Pounds = Pounds(100_000);

/// Where all sliders of the sheet end, so that they can be compared: at half as much again as the largest
/// sum of an outcome, which has room to grow that way.
#[must_use]
pub fn slider_end(largest: Pounds) -> Pounds {
    Pounds(largest.0 * 3 / 2).max(SHORTEST_SLIDER)
}

/// The least score among the rewarded indicators of an outcome, its class and whose it is.
#[must_use]
pub fn reaches(state: &State, outcome: OutcomeId) -> Option<(String, &'static str, IndicatorId)> {
    let result = state.result(state.open)?;
    let scores = result
        .indicators
        .iter()
        .filter(|indicator| indicator.outcome == outcome && indicator.rewarded);
    let worst = scores
        .filter_map(|indicator| Some((indicator.score?, indicator)))
        .min_by(|a, b| {
            let left = i128::from(a.0.gained) * i128::from(b.0.aim);
            left.cmp(&(i128::from(b.0.gained) * i128::from(a.0.aim)))
        });
    let (score, indicator) = worst?;
    Some((
        reached(score, &state.shown().agreement, state.scenario()?),
        tone(indicator),
        indicator.id,
    ))
}

/// What a little money does at a cliff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// In a few words, for a cell.
    pub brief: String,
    /// As a sentence.
    pub says: String,
    /// Its class.
    pub tone: &'static str,
}

/// What a little money does at the cliffs of an outcome: the nearest one to win, or the nearest one to
/// lose where it is close.
#[must_use]
pub fn hint(state: &State, outcome: OutcomeId) -> Option<Hint> {
    nearest(state, outcome).map(|(_, hint)| hint)
}

/// The hint as a sentence that says, too, whether the money is there.
#[must_use]
pub fn hint_in_full(state: &State, outcome: OutcomeId) -> Option<String> {
    let (found, hint) = nearest(state, outcome)?;
    if hint.tone != UNDER {
        return Some(hint.says);
    }
    let says = hint.says.trim_end_matches('.');
    Some(format!("{says}{}.", but(state, outcome, &found)))
}

fn nearest(state: &State, outcome: OutcomeId) -> Option<(Crossing, Hint)> {
    let workbook = state.shown();
    let agreement = &workbook.agreement;
    let scenario = state.scenario()?;
    let result = state.result(scenario.id)?;
    let several = result
        .indicators
        .iter()
        .filter(|other| other.outcome == outcome && other.rewarded)
        .count()
        > 1;
    let mut hints: Vec<(Crossing, Hint)> = result
        .indicators
        .iter()
        .filter(|indicator| indicator.outcome == outcome)
        .filter_map(|indicator| {
            let tone = tone(indicator);
            if tone != UNDER && tone != NEAR {
                return None;
            }
            let found = crossing(agreement, scenario, result, indicator.id)?;
            let year = agreement.year_name(found.year);
            let name = if several {
                format!("{}: ", Lookup(agreement).indicator_name(indicator.id))
            } else {
                String::new()
            };
            let (sum, reward) = (
                money::short(found.pounds.pence()),
                money::short(found.reward),
            );
            let (brief, says) = if tone == UNDER {
                (
                    format!("+{sum} wins\u{a0}{reward}"),
                    format!("{name}{sum} more in {year} crosses the cliff and wins {reward}."),
                )
            } else {
                (
                    format!("−{sum} loses\u{a0}{reward}"),
                    format!("{name}{sum} less in {year} falls under the cliff and loses {reward}."),
                )
            };
            Some((found, Hint { brief, says, tone }))
        })
        .collect();
    order::by_key(&mut hints, |(found, _)| found.pounds);
    hints.into_iter().next()
}

/// The response of an indicator to money, with today's spending in the base and in the open scenario.
#[must_use]
pub fn response(
    state: &State,
    id: IndicatorId,
    size: (f64, f64),
    handles: Handles,
) -> Option<Response> {
    let workbook = state.shown();
    let names = Lookup(&workbook.agreement);
    let indicator = names.indicator(id)?;
    let outcome = names.outcome(indicator.outcome)?;
    let points = indicator.response.as_ref()?.points();
    let open = state.scenario()?;
    let dot = |scenario: &crate::model::Scenario, role| -> Option<Dot> {
        let result = state.result(scenario.id)?;
        let spent = result
            .outcomes
            .iter()
            .find(|other| other.id == outcome.id)?
            .years
            .last()?
            .effective;
        let score = result
            .indicators
            .iter()
            .find(|other| other.id == id)?
            .score?;
        let pounds = Pounds(spent / 10_000);
        Some(Dot {
            name: scenario.name.clone(),
            role,
            pounds: pounds.0 as f64,
            score: share(score),
            reached: reached(score, &workbook.agreement, scenario),
        })
    };
    let mut dots = Vec::new();
    if let Some(base) = state.base().filter(|base| base.id != open.id) {
        dots.extend(dot(base, Role::Base));
    }
    dots.extend(dot(open, Role::Open));
    let bends = points
        .iter()
        .map(|point| Bend {
            pounds: point.pounds.0 as f64,
            score: f64::from(point.share.0) / 10_000.0,
        })
        .collect();
    Some(Response {
        width: size.0,
        height: size.1,
        name: indicator.name.clone(),
        class: names.block_class(Some(outcome.block)),
        points: bends,
        threshold: crate::app::show::threshold(&workbook.agreement, open),
        dots,
        handles,
        most: None,
        format: |pounds| money::short(Pounds(pounds as i64).pence()),
    })
}
