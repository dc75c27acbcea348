//! What Position shows: the headline, and the money by block; [`cliffs`](crate::app::show::cliffs) stand between them.

use crate::app::lookup::Lookup;
use crate::app::show::agreement::nothing_to_earn;
use crate::app::show::reward::rules_of;
use crate::app::show::standing::{and_unscored, nothing_scored, standing};
use crate::app::show::{Piece, comparable, paid, reached};
use crate::app::state::State;
use crate::app::working::Figure;
use crate::chart::blocks::{Bar, Blocks, Segment};
use crate::chart::figure::Role;
use crate::engine::{Evaluation, IndicatorResult, OutcomeYear};
use crate::model::{BlockId, Pence, Pot, Pounds, Scenario};
use crate::text::{money, number};

/// The headline: one sentence with its figures marked, and one below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// Pieces of the sentence.
    pub says: Vec<Piece>,
    /// The sentence below.
    pub below: String,
}

#[cfg(test)]
impl Headline {
    /// The sentence as one reads it.
    pub(crate) fn sentence(&self) -> String {
        self.says.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// The headline of the open scenario.
#[must_use]
pub fn headline(state: &State) -> Option<Headline> {
    let scenario = state.scenario()?;
    let result = state.result(scenario.id)?;
    let mut says = vec![
        Piece::plain(format!("{} earns ", scenario.name)),
        Piece::figure(money::headline(result.reward), Figure::Reward),
        Piece::plain(" of a possible "),
        Piece::figure(money::headline(result.pot), Figure::Pot),
    ];
    if result.over.0 > 0 {
        says.push(Piece::plain(", but it is "));
        let text = format!("not affordable: over by {}", money::pounds(result.over));
        says.push(Piece::figure(text, Figure::Over));
    }
    if let Some((base, before)) = comparable(state) {
        let gain = result.reward - before.reward;
        if money::nearest(gain).0 == 0 {
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
        let paid = paid::beside(result.takings() - before.takings());
        says.push(Piece::plain(paid));
    }
    says.push(Piece::plain("."));
    Some(Headline {
        says,
        below: format!("{}{}", paid::halved(state), below(state, result))
            .trim()
            .to_owned(),
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
    let open = state.scenario();
    let agreement = &state.shown().agreement;
    let unscored = and_unscored(agreement, result);
    if let (true, false, Some(average)) =
        (cliffs.is_empty(), nothing_scored(result), result.average)
    {
        let any = result.indicators.iter().any(|found| found.rewarded);
        let stands = match open.filter(|_| any) {
            Some(open) => format!(
                "the average stands at {}",
                reached(average, agreement, open)
            ),
            None => "none is designated".to_owned(),
        };
        return format!(
            "One cliff on the average of all designated indicators, an assumption: {stands}.{unscored}{}",
            no_pot(state)
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
        let stand = standing(agreement, result).unwrap_or_default();
        return format!("{stand}{}{gaps}", no_pot(state))
            .trim_start()
            .to_owned();
    };
    let names = Lookup(agreement);
    let decimals = names
        .indicator(nearest.id)
        .map_or(0, |indicator| indicator.decimals);
    let margin = number::margin(cliff.margin, decimals);
    let (name, lost) = (names.indicator_name(nearest.id), money::headline(lost));
    match short.len() {
        1 => format!(
            "One indicator is under its cliff: {name}, {margin}. Crossing it would win {lost}.{unscored}{gaps}"
        ),
        count => format!(
            "{count} indicators are under their cliffs; crossing would win {lost}. The nearest is {name}, \
             {margin} with {} hanging on it.{unscored}{gaps}",
            money::headline(cliff.wins),
        ),
    }
}

/// Why nothing can be earned, whatever is reached, and where that is changed; empty where something can.
pub(super) fn no_pot(state: &State) -> String {
    let agreement = &state.shown().agreement;
    let rules = state.scenario().map(|open| rules_of(state, open));
    let Some((rules, why)) = rules.and_then(|it| Some((it, nothing_to_earn(agreement, it)?)))
    else {
        return String::new();
    };
    let own = state.scenario().is_some_and(|open| open.rules.is_some());
    // Reward has a field for a stated maximum, and for the one that the rules of 2008–11 want.
    let field = matches!(rules.pot, Pot::Stated(_)) || rules.has_one_cliff();
    let to_do = match (rules.pot, agreement.area.net_budget) {
        (Pot::Rate(rate), None) if rate.0 > 0 => match (own, field) {
            (false, _) => "Type it, or the most that can be earned, under Agreement",
            (true, false) => "Type it under Agreement",
            (true, true) => "Type it under Agreement, or the most that can be earned under Reward",
        },
        (Pot::Rate(rate), _) if own && rate.0 == 0 && !field => {
            match nothing_to_earn(agreement, &agreement.rules) {
                Some(_) => {
                    "Go back to the agreement's rules under Reward, and change theirs under Agreement"
                }
                None => "Go back to the agreement's rules under Reward",
            }
        }
        (Pot::Rate(rate), _) if own && rate.0 > 0 => "Change that under Agreement",
        _ if own => "Change that under Reward",
        _ => "Change that under Agreement",
    };
    format!(" {why} {to_do}.")
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
