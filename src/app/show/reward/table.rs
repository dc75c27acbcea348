//! Reward by outcome and indicator: parts of the pot, scores, earnings, and what hangs on cliffs.

use crate::app::edit::{Edit, apply, change};
use crate::app::lookup::Lookup;
use crate::app::show::reward::rules_of;
use crate::app::show::tone;
use crate::app::state::State;
use crate::app::working::percentage;
use crate::chart::figure::count;
use crate::engine::{Evaluation, IndicatorResult, evaluate, final_with};
use crate::model::{
    Decimal, Indicator, IndicatorId, Outcome, OutcomeId, OutcomeSplit, Pence, ScenarioId, Workbook,
};
use crate::text::{money, number};

/// An outcome with what it earns.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeRow {
    /// The outcome.
    pub id: OutcomeId,
    /// Its name.
    pub name: String,
    /// The class of its block.
    pub class: &'static str,
    /// Whether it is dropped in this scenario.
    pub dropped: bool,
    /// Its part of the pot.
    pub potential: Pence,
    /// What it earns.
    pub reward: Pence,
    /// What it earns beyond the base.
    pub gain: Pence,
    /// What is to be said where no indicator of it can earn.
    pub note: &'static str,
    /// Its indicators that can earn, or could if it were not dropped.
    pub indicators: Vec<IndicatorRow>,
}

/// An indicator with what it earns.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorRow {
    /// The indicator.
    pub id: IndicatorId,
    /// Its name.
    pub name: String,
    /// What it is counted in.
    pub unit: String,
    /// Whether it can earn.
    pub rewarded: bool,
    /// Its part of the pot.
    pub potential: Pence,
    /// What share of the stretch it reaches.
    pub reaches: Option<String>,
    /// How it stands to the cliff: `safe`, `near`, `under`, `same`.
    pub tone: &'static str,
    /// What it earns.
    pub reward: Pence,
    /// What falling under the cliff would lose; none where it is under it or has none.
    pub loses: Option<Pence>,
    /// What crossing the cliff would win; none where it is above it or has none.
    pub wins: Option<Pence>,
    /// What it earns beyond the base.
    pub gain: Pence,
    /// The final target as it stands in its field.
    pub target: String,
    /// The agreement's target, where this scenario has another, and what the other is worth in all.
    pub instead: Option<(String, Pence)>,
}

/// Outcomes that bear reward in the agreement, dropped ones among them, by block.
#[must_use]
pub fn outcomes(state: &State) -> Vec<OutcomeRow> {
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let blocks = agreement.blocks.iter();
    let outcomes = blocks.flat_map(|block| names.outcomes_in(block.id));
    outcomes
        .filter(|outcome| outcome.rewarded)
        .filter_map(|outcome| row(state, outcome))
        .collect()
}

fn row(state: &State, outcome: &Outcome) -> Option<OutcomeRow> {
    let names = Lookup(&state.shown().agreement);
    let scenario = state.scenario()?;
    let result = state.result(scenario.id)?;
    let base = state.result(state.shown().base)?;
    let of = |result: &Evaluation| {
        let found = result.outcomes.iter().find(|found| found.id == outcome.id);
        found.map_or((Pence(0), Pence(0)), |found| {
            (found.potential, found.reward)
        })
    };
    let (potential, reward) = of(result);
    let dropped = scenario.dropped.contains(&outcome.id);
    let indicators: Vec<IndicatorRow> = names
        .indicators_of(outcome.id)
        .filter_map(|indicator| indicator_row(state, indicator))
        .filter(|row| row.rewarded || dropped)
        .collect();
    let result = state.result(state.open);
    let bears_any = result.is_some_and(|result| result.outcomes.iter().any(|it| it.rewarded));
    Some(OutcomeRow {
        id: outcome.id,
        name: outcome.name.clone(),
        class: names.block_class(Some(outcome.block)),
        dropped,
        potential,
        reward,
        gain: reward - of(base).1,
        note: match (dropped, indicators.is_empty()) {
            (true, _) if bears_any => "dropped: its part goes to the others",
            (true, _) => "dropped, as is all that could earn",
            (false, true) => "no indicator here can earn its part",
            (false, false) => "",
        },
        indicators,
    })
}

/// What of the pot hangs on the outcomes together, and the pot itself where that is another sum: no part hangs on
/// anything where nothing can earn.
#[must_use]
pub fn parts(state: &State, rows: &[OutcomeRow]) -> (Pence, Option<Pence>) {
    let parts: Pence = rows.iter().map(|row| row.potential).sum();
    let pot = state.result(state.open).map(|result| result.pot);
    (parts, pot.filter(|&pot| pot != parts))
}

/// What falling under every cliff would lose, and what crossing every cliff would win.
#[must_use]
pub fn sums(rows: &[OutcomeRow]) -> (Pence, Pence) {
    let indicators = || rows.iter().flat_map(|row| &row.indicators);
    (
        indicators().filter_map(|row| row.loses).sum(),
        indicators().filter_map(|row| row.wins).sum(),
    )
}

fn indicator_row(state: &State, indicator: &Indicator) -> Option<IndicatorRow> {
    let scenario = state.scenario()?;
    let find = |result: &Evaluation| -> Option<IndicatorResult> {
        let mut indicators = result.indicators.iter();
        indicators.find(|found| found.id == indicator.id).cloned()
    };
    let found = find(state.result(scenario.id)?)?;
    let before = find(state.result(state.shown().base)?)?;
    let cliff = found.cliff;
    let above = found.reward > Pence(0);
    Some(IndicatorRow {
        id: indicator.id,
        name: indicator.name.clone(),
        unit: indicator.unit.clone(),
        rewarded: found.rewarded,
        potential: found.potential,
        reaches: found
            .score
            .map(|score| percentage(score, rules_of(state, scenario).threshold)),
        tone: tone(&found),
        reward: found.reward,
        loses: cliff.filter(|_| above).map(|cliff| cliff.loses),
        wins: cliff.filter(|_| !above).map(|cliff| cliff.wins),
        gain: found.reward - before.reward,
        target: target(state, indicator.id),
        instead: instead(state, indicator),
    })
}

/// The final target that is committed in the open scenario, as it stands in its field.
fn target(state: &State, id: IndicatorId) -> String {
    let agreement = &state.workbook.agreement;
    let scenario = state.workbook.scenario(state.open);
    let level = Lookup(agreement).indicator(id).and_then(|indicator| {
        let level = final_with(agreement, scenario?, indicator)?;
        Some(number::typed(level, indicator.decimals))
    });
    level.unwrap_or_default()
}

/// The agreement's final target of an indicator.
fn agreed(workbook: &Workbook, id: IndicatorId) -> Option<Decimal> {
    let end = workbook.agreement.year_count().checked_sub(1)?;
    Lookup(&workbook.agreement).indicator(id)?.with(end)
}

/// Where the scenario has a target of its own: the agreement's, and what changing it made of the total.
fn instead(state: &State, indicator: &Indicator) -> Option<(String, Pence)> {
    let shown = state.shown();
    let scenario = state.scenario()?;
    let mut stretches = scenario.stretches.iter();
    stretches.find(|stretch| stretch.indicator == indicator.id)?;
    let agreed = agreed(shown, indicator.id)?;
    let without = reward_with(shown, scenario.id, &Edit::Stretch(indicator.id, None))?;
    let now = state.result(scenario.id)?.reward;
    Some((number::value(agreed, indicator.decimals), now - without))
}

/// Reads a final target; nothing typed, or the agreement's, returns to that of the agreement.
///
/// # Errors
/// What is wrong with the text.
pub fn stretch_edit(workbook: &Workbook, id: IndicatorId, text: &str) -> Result<Edit, String> {
    let level = number::read(text).map_err(|wrong| wrong.says())?;
    let own = level.filter(|&level| agreed(workbook, id) != Some(level));
    Ok(Edit::Stretch(id, own))
}

/// What dropping an outcome, or restoring it, makes of the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worth {
    /// The outcome.
    pub outcome: OutcomeId,
    /// What the whole reward gains.
    pub gain: Pence,
}

/// For every outcome that bears reward: what dropping it would do, or restoring it where it is dropped.
#[must_use]
pub fn drop_worths(workbook: &Workbook, open: ScenarioId) -> Vec<Worth> {
    let (Some(scenario), Some(now)) = (workbook.scenario(open), reward(workbook, open)) else {
        return Vec::new();
    };
    let outcomes = workbook.agreement.outcomes.iter();
    outcomes
        .filter(|outcome| outcome.rewarded)
        .filter_map(|outcome| {
            let edit = Edit::Drop(outcome.id, !scenario.dropped.contains(&outcome.id));
            Some(Worth {
                outcome: outcome.id,
                gain: reward_with(workbook, open, &edit)? - now,
            })
        })
        .collect()
}

/// What a scenario would earn with a change, whether or not it may be made: one that is agreed may not.
fn reward_with(workbook: &Workbook, id: ScenarioId, edit: &Edit) -> Option<Pence> {
    let mut changed = workbook.clone();
    change(&mut changed, id, edit);
    reward(&changed, id)
}

fn reward(workbook: &Workbook, id: ScenarioId) -> Option<Pence> {
    Some(evaluate(&workbook.agreement, workbook.scenario(id)?).reward)
}

/// What dropping or restoring an outcome changes, in two sentences.
#[must_use]
pub fn drop_says(state: &State, outcome: OutcomeId, drop: bool) -> Option<String> {
    let workbook = &state.workbook;
    let before = workbook.scenario(state.open)?;
    let changed = apply(workbook, state.open, &Edit::Drop(outcome, drop)).ok()?;
    let scenario = changed.scenario(state.open)?;
    let then = evaluate(&workbook.agreement, before);
    let now = evaluate(&changed.agreement, scenario);
    let name = Lookup(&workbook.agreement).outcome_name(outcome).to_owned();
    let bearing: Vec<Pence> = now
        .outcomes
        .iter()
        .filter(|found| found.rewarded)
        .map(|found| found.potential)
        .collect();
    let rules = scenario.rules_in(&changed.agreement);
    let each = match (rules.split, bearing.first(), now.average) {
        (OutcomeSplit::Equal, Some(&part), None) => {
            let part = money::whole(part);
            match bearing.len() {
                1 => format!("now carries {part}"),
                _ => format!("now carry {part} each"),
            }
        }
        _ => "share the pot".to_owned(),
    };
    let done = if drop {
        "is dropped"
    } else {
        "bears reward again"
    };
    let gain = now.reward - then.reward;
    let total = match gain.0 {
        0 => "the total stays the same".to_owned(),
        more if more > 0 => format!("the total rises by {}", money::whole(gain)),
        _ => format!("the total falls by {}", money::whole(-gain)),
    };
    let then = match bearing.len() {
        0 => format!("No outcome is left to earn, and {total}"),
        many => format!("{} {each}, and {total}", count(many, "outcome")),
    };
    Some(format!("“{name}” {done}. {then}."))
}
