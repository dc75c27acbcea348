//! What Position shows: the headline, every rewarded indicator against its cliff, the money by block.

use crate::app::desks::Wait;
use crate::app::lookup::Lookup;
use crate::app::show::chances::open_odds;
use crate::app::show::{Piece, UNDER, share, threshold, tone};
use crate::app::state::State;
use crate::app::working::Figure;
use crate::chart::blocks::{Bar, Blocks, Segment};
use crate::chart::figure::Role;
use crate::chart::strip::{Dot, Strip};
use crate::engine::{Evaluation, IndicatorResult, OutcomeYear};
use crate::model::{Better, BlockId, Decimal, Indicator, IndicatorId, Pence, Pounds, Scenario};
use crate::odds::IndicatorOdds;
use crate::text::{chance, money, number, share as percent, unit};

/// The headline: one sentence with its figures marked, and one below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// Pieces of the sentence.
    pub says: Vec<Piece>,
    /// The sentence below.
    pub below: String,
}

/// A block with its indicators.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The block.
    pub block: BlockId,
    /// Its name.
    pub name: String,
    /// Its class.
    pub class: &'static str,
    /// Its rewarded indicators.
    pub rows: Vec<Row>,
}

/// An indicator against its cliff.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The indicator.
    pub id: IndicatorId,
    /// Its name.
    pub name: String,
    /// Where it starts and where it should get to, with its unit.
    pub path: String,
    /// The strip.
    pub strip: Strip,
    /// The part of the pot that hangs on it.
    pub at_stake: String,
    /// What share of the stretch it reaches.
    pub reaches: String,
    /// How it stands to the cliff: `safe`, `near`, `under`.
    pub tone: &'static str,
    /// Units above or short of the cliff.
    pub margin: String,
    /// What crossing wins or falling under loses.
    pub hangs: String,
    /// What one more unit is worth.
    pub next_unit: String,
    /// What one more unit is.
    pub unit: String,
    /// The chance that it reaches its threshold; none where it is not worked out yet.
    pub chance: Option<String>,
    /// The same in words below what it reaches; an empty line while it is on its way.
    pub likely: String,
    /// Gain over the base.
    pub gain: Pence,
}

/// The headline of the open scenario.
#[must_use]
pub fn headline(state: &State) -> Option<Headline> {
    let scenario = state.scenario()?;
    let result = state.result(scenario.id)?;
    let workbook = state.shown();
    let over = || {
        let text = format!("not affordable: over by {}", money::pounds(result.over));
        Piece::figure(text, Figure::Over)
    };
    let mut says = vec![
        Piece::plain(format!("{} earns ", scenario.name)),
        Piece::figure(money::headline(result.reward), Figure::Reward),
        Piece::plain(" of a possible "),
        Piece::figure(money::headline(result.pot), Figure::Pot),
    ];
    let base = workbook
        .scenario(workbook.base)
        .filter(|base| base.id != scenario.id);
    let compared = base.and_then(|base| Some((base, state.result(base.id)?)));
    if let Some((base, base_result)) = compared {
        let gain = result.reward - base_result.reward;
        if result.over.0 > 0 {
            says.push(Piece::plain(", but it is "));
            says.push(over());
        } else if gain.0 == 0 {
            says.push(Piece::plain(format!(", the same as {}", base.name)));
        } else {
            let (sum, word) = if gain.0 > 0 {
                (gain, "more")
            } else {
                (-gain, "less")
            };
            says.push(Piece::plain(", "));
            let text = format!("{} {word}", money::headline(sum));
            says.push(Piece::figure(text, Figure::Gain));
            says.push(Piece::plain(format!(
                " than {}{}",
                base.name,
                same_money(state, scenario, base)
            )));
        }
    } else if result.over.0 > 0 {
        says.push(Piece::plain(", but it is "));
        says.push(over());
    }
    says.push(Piece::plain("."));
    Some(Headline {
        says,
        below: below(state, result),
    })
}

/// Says so where two scenarios spend the same money.
fn same_money(state: &State, one: &Scenario, other: &Scenario) -> &'static str {
    let total = |scenario: &Scenario| {
        let outcomes = state.result(scenario.id).map(|result| &result.outcomes);
        let years = outcomes
            .into_iter()
            .flatten()
            .flat_map(|outcome| &outcome.years);
        years.map(OutcomeYear::total).sum::<Pounds>()
    };
    if total(one) == total(other) {
        " on the same money"
    } else {
        ""
    }
}

/// What hangs on near misses, and what is lost under cliffs.
fn below(state: &State, result: &Evaluation) -> String {
    let rewarded = result
        .indicators
        .iter()
        .filter(|indicator| indicator.rewarded);
    let cliffs: Vec<(&IndicatorResult, _)> = rewarded
        .filter_map(|indicator| Some((indicator, indicator.cliff?)))
        .collect();
    if let (true, Some(average)) = (cliffs.is_empty(), result.average) {
        let basis = percent::whole(average.basis_points());
        return format!(
            "One cliff on the average of all designated indicators, an assumption: the average stands at {basis}."
        );
    }
    let short: Vec<_> = cliffs
        .iter()
        .filter(|(_, cliff)| cliff.wins > Pence(0))
        .collect();
    let lost: Pence = short.iter().map(|(_, cliff)| cliff.wins).sum();
    let nearest = short.iter().min_by_key(|(indicator, cliff)| {
        let aim = indicator.score.map_or(1, |score| score.aim);
        i128::from(-cliff.margin.millionths()) * 1_000_000 / i128::from(aim.max(1))
    });
    let gaps = gaps(state);
    let Some((nearest, cliff)) = nearest else {
        return if cliffs.is_empty() {
            gaps
        } else {
            format!("Every rewarded indicator is above its cliff.{gaps}")
        };
    };
    let names = Lookup(&state.shown().agreement);
    let decimals = names
        .indicator(nearest.id)
        .map_or(0, |indicator| indicator.decimals);
    let margin = number::margin(cliff.margin, decimals);
    let (name, lost) = (names.indicator_name(nearest.id), money::headline(lost));
    match short.len() {
        1 => format!(
            "One indicator is under its cliff: {name}, {margin}. Crossing would win {lost}.{gaps}"
        ),
        count => format!(
            "{count} indicators are under their cliffs; crossing would win {lost}. The nearest is {name}, \
             {margin} with {} hanging on it.{gaps}",
            money::headline(cliff.wins),
        ),
    }
}

/// What part of the pot has no indicator to earn it.
pub(super) fn gaps(state: &State) -> String {
    let Some(result) = state.result(state.open) else {
        return String::new();
    };
    let without: Pence = result
        .outcomes
        .iter()
        .filter(|outcome| {
            !result
                .indicators
                .iter()
                .any(|other| other.outcome == outcome.id && other.rewarded)
        })
        .map(|outcome| outcome.potential)
        .sum();
    if without.0 == 0 {
        return String::new();
    }
    format!(
        " {} of the pot belongs to outcomes without a rewarded indicator here.",
        money::headline(without)
    )
}

/// Rewarded indicators by block, both set-ups on one strip; one partner's part where one is asked for.
#[must_use]
pub fn groups(state: &State, width: f64) -> Vec<Group> {
    let (odds, wait) = open_odds(state);
    let chances = odds.map_or_else(Vec::new, |odds| odds.indicators);
    // It keeps its line while it is on its way, so that nothing moves when it comes.
    let before = match wait {
        Wait::Coming(_) => "\u{a0}",
        _ => "",
    };
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let delivers = |indicator: &Indicator| {
        state.partner.is_none_or(|partner| {
            let outcome = names.outcome(indicator.outcome);
            outcome.is_some_and(|outcome| {
                outcome
                    .delivery
                    .iter()
                    .any(|share| share.partner == partner)
            })
        })
    };
    agreement
        .blocks
        .iter()
        .map(|block| Group {
            block: block.id,
            name: block.name.clone(),
            class: names.block_class(Some(block.id)),
            rows: names
                .outcomes_in(block.id)
                .flat_map(|outcome| names.indicators_of(outcome.id))
                .filter(|indicator| delivers(indicator))
                .filter_map(|indicator| row(state, indicator, width, (&chances, before)))
                .collect(),
        })
        .filter(|group| !group.rows.is_empty())
        .collect()
}

fn found(state: &State, scenario: &Scenario, id: IndicatorId) -> Option<IndicatorResult> {
    let result = state.result(scenario.id)?;
    result
        .indicators
        .iter()
        .find(|indicator| indicator.id == id)
        .cloned()
}

fn row(
    state: &State,
    indicator: &Indicator,
    width: f64,
    (chances, before): (&[IndicatorOdds], &str),
) -> Option<Row> {
    let open = state.scenario()?;
    let base = state.base()?;
    let result = found(state, open, indicator.id)?;
    let base_result = found(state, base, indicator.id)?;
    if !result.rewarded && !base_result.rewarded {
        return None;
    }
    let agreement = &state.shown().agreement;
    let value = |value| number::value(value, indicator.decimals);
    let start = result.without.last().copied().flatten().map(value);
    let target = result.with.last().copied().flatten().map(value);
    let dash = || "?".to_owned();
    let dot = |scenario: &Scenario, role, result: &IndicatorResult| Dot {
        name: scenario.name.clone(),
        role,
        score: result.score.map(share),
        text: result.score.map_or_else(
            || "no score".to_owned(),
            |score| percent::whole(score.basis_points()),
        ),
    };
    let mut dots = vec![dot(base, Role::Base, &base_result)];
    if open.id != base.id {
        dots.push(dot(open, Role::Open, &result));
    } else if let Some(first) = dots.first_mut() {
        first.role = Role::Open;
    }
    let (tone, margin, hangs) = standing(indicator, &result);
    let step = Decimal::step(indicator.decimals);
    let lower = indicator.better == Better::Lower;
    let reached = chances.iter().find(|odds| odds.id == indicator.id);
    let reached = reached.map(|odds| odds.threshold);
    Some(Row {
        id: indicator.id,
        name: indicator.name.clone(),
        path: unit::with(
            &format!(
                "{} → {}",
                start.unwrap_or_else(dash),
                target.unwrap_or_else(dash)
            ),
            &indicator.unit,
        ),
        strip: Strip {
            width,
            name: indicator.name.clone(),
            threshold: threshold(agreement, open),
            dots,
        },
        at_stake: money::short(result.potential),
        reaches: result.score.map_or_else(
            || "–".to_owned(),
            |score| percent::whole(score.basis_points()),
        ),
        tone,
        margin,
        hangs,
        next_unit: money::short(result.next_unit),
        unit: match indicator.decimals {
            0 if lower => "one fewer".to_owned(),
            0 => "one more".to_owned(),
            decimals if lower => format!("{} less", number::value(step, decimals)),
            decimals => format!("{} more", number::value(step, decimals)),
        },
        chance: reached.map(chance::percent),
        likely: reached.map_or_else(|| before.to_owned(), chance::likely),
        gain: result.reward - base_result.reward,
    })
}

/// How an indicator stands to its cliff: class, distance, and what hangs on it.
fn standing(indicator: &Indicator, result: &IndicatorResult) -> (&'static str, String, String) {
    let tone = tone(result);
    let Some(cliff) = result.cliff else {
        let margin = if result.rewarded { "" } else { "dropped" };
        return (tone, margin.to_owned(), String::new());
    };
    let hangs = if tone == UNDER {
        format!("{} to win", money::short(cliff.wins))
    } else {
        format!("{} to lose", money::short(cliff.loses))
    };
    (
        tone,
        number::margin(cliff.margin, indicator.decimals),
        hangs,
    )
}

/// Spending by block under the base and under the open scenario.
#[must_use]
pub fn blocks(state: &State, width: f64) -> Option<Blocks> {
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let bar = |scenario: &Scenario, role| -> Option<Bar> {
        let result = state.result(scenario.id)?;
        let spent = |block: BlockId| -> Pounds {
            let within = result.outcomes.iter().filter(|outcome| {
                names
                    .outcome(outcome.id)
                    .is_some_and(|outcome| outcome.block == block)
            });
            within
                .flat_map(|outcome| &outcome.years)
                .map(OutcomeYear::total)
                .sum()
        };
        let segments: Vec<Segment> = agreement
            .blocks
            .iter()
            .map(|block| Segment {
                name: block.name.clone(),
                class: names.block_class(Some(block.id)),
                pounds: spent(block.id).0 as f64,
                label: money::short(spent(block.id).pence()),
            })
            .collect();
        let total: Pounds = agreement.blocks.iter().map(|block| spent(block.id)).sum();
        Some(Bar {
            name: scenario.name.clone(),
            role,
            label: money::short(total.pence()),
            segments,
        })
    };
    let (base, open) = (state.base()?, state.scenario()?);
    let mut bars = Vec::new();
    if base.id != open.id {
        bars.extend(bar(base, Role::Base));
    }
    bars.extend(bar(open, Role::Open));
    Some(Blocks { width, bars })
}
