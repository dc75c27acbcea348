//! Every rewarded indicator against its cliff, under two set-ups.

use crate::app::desks::Wait;
use crate::app::lookup::Lookup;
use crate::app::show::chances::{on_average, open_odds, uncertain};
use crate::app::show::{UNDER, comparable, reached as in_percent, share, threshold, tone};
use crate::app::state::State;
use crate::chart::figure::Role;
use crate::chart::strip::{Dot, Strip};
use crate::engine::{Evaluation, IndicatorResult, Sharer};
use crate::model::{Agreement, Better, BlockId, Decimal, Indicator, IndicatorId, Pence, Scenario};
use crate::odds::IndicatorOdds;
use crate::text::{chance, money, number, unit};

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
    /// The chance that it earns all of that, in words; an empty line while it is on its way.
    pub in_full: String,
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

/// Rewarded indicators by block, both set-ups on one strip; one partner's part where one is asked for.
#[must_use]
pub fn groups(state: &State, width: f64) -> Vec<Group> {
    let (odds, wait) = open_odds(state);
    // Where the one cliff is on the average, nothing hangs on what one indicator reaches alone.
    let own = !on_average(state);
    let chances = odds.filter(|_| own);
    let chances = chances.map_or_else(Vec::new, |odds| odds.indicators);
    // It keeps its line while it is on its way, so that nothing moves when it comes.
    let before = match wait {
        Wait::Coming(_) if own => "\u{a0}",
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
            |score| in_percent(score, agreement, scenario),
        ),
    };
    let mut dots = vec![dot(base, Role::Base, &base_result)];
    if open.id != base.id {
        dots.push(dot(open, Role::Open, &result));
    } else if let Some(first) = dots.first_mut() {
        first.role = Role::Open;
    }
    let (tone, margin, hangs) = standing(indicator, &result, (agreement, open));
    // Of what cannot be scored no odds are given.
    let reached = chances
        .iter()
        .find(|odds| odds.id == indicator.id && result.score.is_some());
    let full = reached.map(|odds| odds.full);
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
            range: None,
        },
        at_stake: money::short(result.potential),
        in_full: full.map_or_else(|| before.to_owned(), chance::in_full),
        reaches: result.score.map_or_else(
            || "–".to_owned(),
            |score| in_percent(score, agreement, open),
        ),
        tone,
        margin,
        hangs,
        next_unit: money::short(result.next_unit),
        unit: one_unit(indicator),
        chance: reached.map(chance::percent),
        likely: reached.map_or_else(|| before.to_owned(), chance::likely),
        gain: result.reward - base_result.reward,
    })
}

/// What one more unit is: one thing more or fewer, or one more or less in the last place of a percentage or another value.
fn one_unit(indicator: &Indicator) -> String {
    let lower = indicator.better == Better::Lower;
    let points = unit::said(&indicator.unit).starts_with('%');
    let step = number::value(Decimal::step(indicator.decimals), indicator.decimals);
    match (indicator.decimals == 0 && !points, lower) {
        (true, true) => "one fewer".to_owned(),
        (true, false) => "one more".to_owned(),
        (false, true) => format!("{step} less"),
        (false, false) => format!("{step} more"),
    }
}

/// What the line at the cliff says, and what is said of chances beside it, once delivery risks are stated.
#[must_use]
pub fn key(state: &State) -> (&'static str, Option<String>) {
    if on_average(state) {
        let line = "nothing is paid where the average is to the left of this line";
        return (line, None);
    }
    let in_full = "in full: how likely all that is at stake is earned".to_owned();
    let line = "nothing is paid to the left of this line";
    (line, uncertain(state).then_some(in_full))
}

/// What is listed where one partner's part is asked for, and what it gets; nothing where all of the agreement is.
#[must_use]
pub fn listed(state: &State) -> Option<String> {
    let id = state.partner?;
    let partner = Lookup(&state.shown().agreement).partner_name(id);
    let gets = |result: &Evaluation| -> Pence {
        let mut shares = result.partners.iter();
        let share = shares.find(|share| share.sharer == Sharer::Partner(id));
        share
            .into_iter()
            .flat_map(|share| &share.reward)
            .copied()
            .sum()
    };
    let result = state.result(state.open)?;
    let base = comparable(state);
    let before = base.map(|(_, before)| before);
    let in_full = |result: &Evaluation| result.takings().in_full();
    let of = match in_full(result) && before.is_none_or(in_full) {
        true => "the reward",
        false => "what is paid of the reward",
    };
    let there = base.map_or_else(String::new, |(base, before)| {
        format!(", and {} under {}", money::short(gets(before)), base.name)
    });
    Some(format!(
        "Only indicators that {partner} delivers are listed. It gets {} of {of}{there}. \
         The sentences above are about the whole agreement.",
        money::short(gets(result)),
    ))
}

/// How an indicator stands to its cliff: class, distance, and what hangs on it.
fn standing(
    indicator: &Indicator,
    result: &IndicatorResult,
    rules: (&Agreement, &Scenario),
) -> (&'static str, String, String) {
    let tone = tone(result);
    let Some(cliff) = result.cliff else {
        let why = if result.rewarded {
            result.score.map_or("cannot be scored", |_| "")
        } else {
            unrewarded(indicator, rules)
        };
        return (tone, why.to_owned(), String::new());
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

/// Why an indicator that earns in the base, or here, does not earn in a scenario.
fn unrewarded(indicator: &Indicator, (agreement, open): (&Agreement, &Scenario)) -> &'static str {
    if open.dropped.contains(&indicator.outcome) {
        "dropped"
    } else if open.rules_in(agreement).has_one_cliff() {
        "not designated"
    } else {
        "no stretch target"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Action, update};
    use crate::presets;
    use std::rc::Rc;

    #[test]
    fn a_unit_of_a_percentage_is_not_one_of_a_number_of_things() {
        let workbook = presets::illustration();
        let mut indicator = workbook.agreement.indicators[0].clone();
        let mut says = |unit: &str, decimals, better| {
            (indicator.unit, indicator.decimals, indicator.better) =
                (unit.to_owned(), decimals, better);
            one_unit(&indicator)
        };
        assert_eq!(says("%", 0, Better::Lower), "1 less");
        assert_eq!(says("% of adults", 1, Better::Higher), "0.1 more");
        assert_eq!(says("incidents", 0, Better::Lower), "one fewer");
        assert_eq!(says("per 1,000", 1, Better::Lower), "0.1 less");
    }

    #[test]
    fn for_one_partner_the_list_says_what_it_leaves_out() {
        let workbook = Rc::new(presets::illustration());
        let base = workbook.base;
        let partner = workbook.agreement.partners[1].clone();
        let state = State::open(workbook, base, 1);
        assert_eq!(listed(&state), None);
        let state = update(&state, Action::ForPartner(Some(partner.id)));
        let says = format!("Only indicators that {} delivers are listed.", partner.name);
        assert!(listed(&state).unwrap().starts_with(&says));
        // What it gets is what Reward has in its row of the partners, under both scenarios.
        let state = update(&state, Action::Open(crate::model::ScenarioId(2)));
        let table = crate::app::show::reward::partners(&state, Default::default()).unwrap();
        let row = table
            .rows
            .iter()
            .find(|row| row.partner == Some(partner.id));
        let gets = *row.unwrap().cells.last().unwrap();
        assert_ne!(gets.change, Pence(0));
        let [now, then] = [gets.sum, gets.sum - gets.change].map(money::short);
        let says = format!(" It gets {now} of the reward, and {then} under Ring-fenced blocks. ");
        assert!(
            listed(&state).unwrap().contains(&says),
            "{:?}",
            listed(&state)
        );
    }
}
