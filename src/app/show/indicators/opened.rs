//! One indicator opened: its figures under the base and the open scenario, and what is not stated.

use crate::app::lookup::Lookup;
use crate::app::problem;
use crate::app::show::indicators::{gaps, result_of, tone};
use crate::app::state::State;
use crate::engine::{IndicatorResult, evaluate};
use crate::model::{Decimal, Indicator, IndicatorId, Pence};
use crate::text::{money, number, share as percent};

/// An indicator opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Where it belongs: block, outcome, its number in the national set.
    pub place: String,
    /// The class of its block.
    pub class: &'static str,
    /// The names of the scenarios in its figures, the base first unless it is the open one.
    pub scenarios: Vec<String>,
    /// Its figures, one text for each scenario.
    pub lines: Vec<Line>,
    /// Values by year under each scenario, as its rows are named.
    pub projected: Vec<(String, Vec<String>)>,
    /// What is not stated, in sentences.
    pub gaps: Vec<String>,
    /// The stretch level of the open scenario.
    pub retyped: Retyped,
    /// The indicators before and after it on screen.
    pub beside: (Option<IndicatorId>, Option<IndicatorId>),
}

/// A figure of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// What it is under each scenario, with its class.
    pub cells: Vec<(String, &'static str)>,
}

/// The stretch level of a scenario against the agreement's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Retyped {
    /// The agreement's, as it is written.
    pub agreed: String,
    /// What the scenario's own does to the reward, in a sentence.
    pub effect: String,
}

/// What the page shows of one indicator beside its picture; none where it is gone.
#[must_use]
pub fn opened(state: &State, id: IndicatorId) -> Option<Opened> {
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let indicator = names.indicator(id)?;
    let outcome = names.outcome(indicator.outcome)?;
    let (base, open) = (state.base()?, state.scenario()?);
    let mut shown = vec![open];
    if base.id != open.id {
        shown.insert(0, base);
    }
    let results: Vec<&IndicatorResult> = shown
        .iter()
        .filter_map(|scenario| result_of(state, scenario.id, id))
        .collect();
    let number = indicator.national.map(|number| format!(" · NI {number}"));
    Some(Opened {
        place: format!(
            "{} · {}{}",
            names.block_name(outcome.block),
            outcome.name,
            number.unwrap_or_default()
        ),
        class: names.block_class(Some(outcome.block)),
        scenarios: shown.iter().map(|scenario| scenario.name.clone()).collect(),
        lines: lines(indicator, &results),
        projected: shown
            .iter()
            .zip(&results)
            .map(|(scenario, result)| (scenario.name.clone(), by_year(indicator, &result.value)))
            .collect(),
        gaps: stated(state, indicator),
        retyped: retyped(state, indicator).unwrap_or_default(),
        beside: beside(state, id),
    })
}

fn by_year(indicator: &Indicator, values: &[Option<Decimal>]) -> Vec<String> {
    values
        .iter()
        .map(|value| written(indicator, *value))
        .collect()
}

/// A value with at most one more place than the indicator is reported in.
fn written(indicator: &Indicator, value: Option<Decimal>) -> String {
    let Some(value) = value else {
        return "–".to_owned();
    };
    let places = value
        .places()
        .clamp(indicator.decimals, indicator.decimals + 1);
    number::rounded(value, places)
}

fn lines(indicator: &Indicator, results: &[&IndicatorResult]) -> Vec<Line> {
    let line = |name: &str, cell: &dyn Fn(&IndicatorResult) -> (String, &'static str)| Line {
        name: name.to_owned(),
        cells: results.iter().map(|result| cell(result)).collect(),
    };
    let plain = |text: String| (text, "");
    let step = number::value(Decimal::step(indicator.decimals), indicator.decimals);
    vec![
        line("Ends at", &|result| {
            plain(written(indicator, result.value.last().copied().flatten()))
        }),
        line("Target", &|result| {
            plain(written(indicator, result.with.last().copied().flatten()))
        }),
        line("Share of the stretch", &|result| {
            let reached = result.score.map_or_else(
                || "–".to_owned(),
                |score| percent::whole(score.basis_points()),
            );
            (reached, tone(result))
        }),
        line("Cliff at", &|result| {
            plain(written(indicator, result.cliff.map(|cliff| cliff.at)))
        }),
        line("To the cliff", &|result| margin(indicator, result)),
        line("Crossing it wins", &|result| {
            plain(hangs(result.cliff.map(|cliff| cliff.wins)))
        }),
        line("Falling under loses", &|result| {
            plain(hangs(result.cliff.map(|cliff| cliff.loses)))
        }),
        line(&format!("{step} better is worth"), &|result| {
            plain(money::short(result.next_unit))
        }),
        line("At stake", &|result| plain(money::short(result.potential))),
        line("Reward", &|result| {
            let tone = if result.rewarded {
                tone(result)
            } else {
                "same"
            };
            (money::short(result.reward), tone)
        }),
    ]
}

/// What hangs on a cliff; a dash where nothing does.
fn hangs(sum: Option<Pence>) -> String {
    let sum = sum.filter(|&sum| sum > Pence(0));
    sum.map_or_else(|| "–".to_owned(), money::short)
}

fn margin(indicator: &Indicator, result: &IndicatorResult) -> (String, &'static str) {
    let Some(cliff) = result.cliff else {
        return ("no own cliff".to_owned(), "same");
    };
    let size = i128::from(cliff.margin.millionths()).abs();
    let size = written(indicator, Some(Decimal::saturating(size)));
    let short = cliff.margin < Decimal::default();
    let word = if short { "short" } else { "clear" };
    (format!("{size} {word}"), tone(result))
}

/// What is not stated of an indicator, in sentences.
fn stated(state: &State, indicator: &Indicator) -> Vec<String> {
    let agreement = &state.shown().agreement;
    let mut said: Vec<String> = gaps(state, indicator.id)
        .into_iter()
        .map(|finding| problem::sentence(agreement, finding))
        .collect();
    if indicator.baseline.is_none() {
        said.push("No baseline is stated.".to_owned());
    }
    let unstated = |series: &[Option<Decimal>]| {
        let end = agreement.year_count().checked_sub(1);
        end.is_some_and(|end| series.get(end).copied().flatten().is_none())
    };
    if unstated(&indicator.without) {
        said.push(
            "What is expected without the agreement in the last year is not stated.".to_owned(),
        );
    }
    if indicator.response.is_some() && (unstated(&indicator.without) || unstated(&indicator.with)) {
        said.push("Money shows no effect until both ends of the stretch are stated.".to_owned());
    }
    said
}

/// The stretch level of the open scenario and what it does to its reward.
fn retyped(state: &State, indicator: &Indicator) -> Option<Retyped> {
    let agreement = &state.shown().agreement;
    let scenario = state.scenario()?;
    let end = agreement.year_count().checked_sub(1)?;
    let agreed = written(indicator, indicator.with(end));
    let own = scenario
        .stretches
        .iter()
        .find(|stretch| stretch.indicator == indicator.id);
    let Some(own) = own else {
        return Some(Retyped {
            effect: format!("{} keeps the agreement's {agreed}.", scenario.name),
            agreed,
        });
    };
    let mut as_agreed = scenario.clone();
    as_agreed
        .stretches
        .retain(|stretch| stretch.indicator != indicator.id);
    let before = evaluate(agreement, &as_agreed).reward;
    let change = state.result(scenario.id)?.reward - before;
    let effect = match change.0 {
        0 => "the reward is the same".to_owned(),
        above if above > 0 => format!("the reward is {} more", money::short(change)),
        _ => format!("the reward is {} less", money::short(-change)),
    };
    Some(Retyped {
        effect: format!(
            "With {} in place of the agreement's {agreed}, {effect}.",
            written(indicator, Some(own.level))
        ),
        agreed,
    })
}

/// The indicators before and after one in the order of the screen.
fn beside(state: &State, id: IndicatorId) -> (Option<IndicatorId>, Option<IndicatorId>) {
    let names = Lookup(&state.shown().agreement);
    let blocks = names.0.blocks.iter();
    let order: Vec<IndicatorId> = blocks
        .flat_map(|block| names.outcomes_in(block.id))
        .flat_map(|outcome| names.indicators_of(outcome.id))
        .map(|indicator| indicator.id)
        .collect();
    let at = order.iter().position(|&other| other == id);
    let step = |by: isize| order.get(at?.checked_add_signed(by)?).copied();
    (step(-1), step(1))
}
