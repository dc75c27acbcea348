//! What Allocation shows: what is left in every pot, and what the outcome at hand does with money.

#[cfg(test)]
mod tests;

use crate::app::lookup::Lookup;
use crate::app::purse::{Purse, members};
use crate::app::show::{NEAR, UNDER, comparable, reached, share, tone};
use crate::app::state::State;
use crate::chart::figure::Role;
use crate::chart::response::{Bend, Dot, Handles, Response};
use crate::engine::{Evaluation, OutcomeYear, StreamResult, crossing};
use crate::model::{
    Agreement, Amount, BlockId, IndicatorId, OutcomeId, Pence, Pounds, Stream, order,
};
use crate::text::money;

/// Money of one pot: what there is and what is left, over all years and by year.
#[derive(Clone, Debug, PartialEq)]
pub struct Pot {
    /// Which streams it holds.
    pub purse: Purse,
    /// What it is called.
    pub name: String,
    /// What a person should know of it beyond its name.
    pub note: &'static str,
    /// What there is.
    pub amount: Pounds,
    /// What is left and cannot be used elsewhere.
    pub left: Pounds,
    /// What is left in each year.
    pub by_year: Vec<Pounds>,
}

/// The pots of the open scenario: the single pot and each fenced block by what is pooled in it, streams
/// that are fenced alone or cut across, local contributions, then aligned money and pump-priming. Streams
/// whose amounts are not stated make no pot: nothing is known to be in it.
#[must_use]
pub fn pots(state: &State) -> Vec<Pot> {
    let Some(result) = state.result(state.open) else {
        return Vec::new();
    };
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let blocks = agreement.blocks.iter();
    let mut purses = vec![(Purse::Single, "Single pot", "may go anywhere")];
    purses.extend(blocks.map(|block| {
        let purse = Purse::Block(block.id);
        (purse, block.name.as_str(), "fenced to its block")
    }));
    purses.push((Purse::Cross, "Cross-cutting", "may go to any block"));
    purses.extend(result.streams.iter().map(|stream| {
        let name = names.stream_name(stream.id);
        (Purse::Alone(stream.id), name, "fenced alone")
    }));
    purses.push((Purse::Aligned, "Aligned streams", "their owners keep them"));
    let mut pots: Vec<Pot> = purses
        .into_iter()
        .filter_map(|(purse, name, note)| pot(agreement, result, purse, (name, note)))
        .collect();
    if result.pump.grant.0 > 0 {
        let spent: Pounds = result.pump.spent.iter().copied().sum();
        let mut so_far = Pounds(0);
        let by_year = result.pump.spent.iter().zip(&result.pump.by_year_end);
        let by_year = by_year
            .map(|(&spent, &most)| {
                so_far += spent;
                most - so_far
            })
            .collect();
        pots.push(Pot {
            purse: Purse::Pump,
            name: "Pump-priming".to_owned(),
            note: "arrives year by year",
            amount: result.pump.grant,
            left: result.pump.grant - spent,
            by_year,
        });
    }
    pots
}

/// The pots that weigh most, in their order: those with most left or most overspent in a year.
#[must_use]
pub fn weightiest(pots: &[Pot], most: usize) -> Vec<Pot> {
    let weight = |pot: &Pot| pot.by_year.iter().map(|left| left.0.abs()).max();
    let mut places: Vec<usize> = (0..pots.len()).collect();
    order::by_key(&mut places, |&place| {
        std::cmp::Reverse(weight(&pots[place]))
    });
    places.truncate(most);
    order::by_key(&mut places, |&place| place);
    places
        .into_iter()
        .map(|place| pots[place].clone())
        .collect()
}

/// What is still to be placed of the pooled money, and of pump-priming.
#[must_use]
pub fn to_place(state: &State) -> [Pounds; 2] {
    let mut sums = [Pounds(0); 2];
    for pot in pots(state) {
        match pot.purse {
            Purse::Aligned => {}
            Purse::Pump => sums[1] += pot.left.or_nothing(),
            _ => sums[0] += pot.left.or_nothing(),
        }
    }
    sums
}

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

/// Whether an amount of a stream is stated.
fn is_stated(stream: &Stream) -> bool {
    let mut amounts = stream.amounts.iter();
    amounts.any(|amount| *amount != Amount::NotStated)
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
        " {} more for {} in {} would win {}.",
        money::short(found.pounds.pence()),
        names.outcome_name(indicator.outcome),
        agreement.year_name(found.year),
        money::short(found.reward),
    ))
}

fn pot(
    agreement: &Agreement,
    result: &Evaluation,
    purse: Purse,
    (name, note): (&str, &'static str),
) -> Option<Pot> {
    let streams: Vec<&StreamResult> = members(agreement, result, purse).collect();
    let names = Lookup(agreement);
    let mut known = streams.iter().filter_map(|found| names.stream(found.id));
    if !known.any(is_stated) {
        return None;
    }
    let years = || streams.iter().map(|stream| &stream.years);
    let count = years().map(Vec::len).max().unwrap_or(0);
    let by_year: Vec<Pounds> = (0..count)
        .map(|year| {
            years()
                .filter_map(|years| years.get(year))
                .map(|year| year.left + year.carried.or_nothing())
                .sum()
        })
        .collect();
    Some(Pot {
        purse,
        name: name.to_owned(),
        note,
        amount: years().flatten().map(|year| year.amount).sum(),
        left: years().flatten().map(|year| year.left).sum(),
        by_year,
    })
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
    let mut hints: Vec<(Pounds, Hint)> = result
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
            Some((found.pounds, Hint { brief, says, tone }))
        })
        .collect();
    order::by_key(&mut hints, |hint| hint.0);
    hints.into_iter().next().map(|(_, hint)| hint)
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
        let reached = reached(score, &workbook.agreement, scenario);
        Some(Dot {
            name: scenario.name.clone(),
            role,
            pounds: pounds.0 as f64,
            score: share(score),
            label: format!("{reached}, {}", money::short(pounds.pence())),
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
