//! What one scenario changes against another, in an officer's words, each change with its worth alone.

mod transfer;

use crate::app::edit::{Edit, apply};
use crate::app::lookup::Lookup;
use crate::app::moves::transfer::transfers;
use crate::engine::evaluate;
use crate::model::{
    Agreement, Fence, Pence, Relaxation, Scenario, ScenarioId, SetUp, Standing, Workbook, order,
};
use crate::text::{number, share};

/// One change against the base.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// What was done, as a sentence without a full stop.
    pub says: String,
    /// What the reward gains when this alone is done to the base.
    pub worth: Pence,
}

/// What a scenario changes against the base.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moves {
    /// The changes, the largest worth first.
    pub moves: Vec<Move>,
    /// What they make together beyond the sum of the parts.
    pub together: Pence,
}

/// Compares a scenario with the base of its workbook.
#[must_use]
pub fn moves(workbook: &Workbook, id: ScenarioId) -> Moves {
    let (Some(base), Some(scenario)) = (workbook.scenario(workbook.base), workbook.scenario(id))
    else {
        return Moves::default();
    };
    let start = reward(&workbook.agreement, base);
    let mut moves: Vec<Move> = changes(&workbook.agreement, base, scenario)
        .into_iter()
        .map(|(says, edit)| {
            let changed = apply(workbook, base.id, &edit).ok();
            let alone = changed
                .as_ref()
                .and_then(|changed| Some(reward(&changed.agreement, changed.scenario(base.id)?)));
            Move {
                says,
                worth: alone.unwrap_or(start) - start,
            }
        })
        .collect();
    order::by_key(&mut moves, |change| std::cmp::Reverse(change.worth.0.abs()));
    let parts: Pence = moves.iter().map(|change| change.worth).sum();
    Moves {
        together: reward(&workbook.agreement, scenario) - start - parts,
        moves,
    }
}

fn reward(agreement: &Agreement, scenario: &Scenario) -> Pence {
    evaluate(agreement, scenario).reward
}

/// Every difference as a sentence and the edit that makes it in the base.
fn changes(agreement: &Agreement, base: &Scenario, scenario: &Scenario) -> Vec<(String, Edit)> {
    let names = Lookup(agreement);
    let mut changes = Vec::new();
    if base.setup != scenario.setup {
        let says = format!(
            "{} in place of {}",
            setup_name(scenario.setup),
            setup_name(base.setup).to_lowercase()
        );
        changes.push((says, Edit::SetUp(scenario.setup)));
    }
    for stream in &agreement.streams {
        let fence = |scenario: &Scenario| {
            scenario
                .fences
                .iter()
                .find(|choice| choice.stream == stream.id)
                .map(|choice| choice.fence)
        };
        if fence(base) != fence(scenario) {
            let to = fence(scenario).map_or("as the set-up has it", fence_name);
            changes.push((
                format!("Fence on {}: {to}", stream.name),
                Edit::Fence(stream.id, fence(scenario)),
            ));
        }
    }
    freedoms(agreement, base, scenario, &mut changes);
    let spending = (&base.spending, &scenario.spending);
    changes.extend(transfers(agreement, "", spending, Edit::Spend));
    if base.pump.split != scenario.pump.split {
        changes.push((
            "Pump-priming split another way".to_owned(),
            Edit::SplitPump(scenario.pump.split),
        ));
    }
    let pump = (&base.pump.spending, &scenario.pump.spending);
    changes.extend(transfers(agreement, "Pump-priming, ", pump, Edit::Prime));
    for indicator in &agreement.indicators {
        let level = |scenario: &Scenario| {
            scenario
                .stretches
                .iter()
                .find(|stretch| stretch.indicator == indicator.id)
                .map(|stretch| stretch.level)
        };
        if level(base) != level(scenario) {
            let end = agreement.year_count().saturating_sub(1);
            let shown = |level: Option<_>| {
                let level = level.or(indicator.with(end));
                level.map_or_else(String::new, |level| {
                    number::value(level, indicator.decimals)
                })
            };
            let says = format!(
                "{}: stretch {} → {}",
                indicator.name,
                shown(level(base)),
                shown(level(scenario))
            );
            changes.push((says, Edit::Stretch(indicator.id, level(scenario))));
        }
    }
    for outcome in &agreement.outcomes {
        let dropped = |scenario: &Scenario| scenario.dropped.contains(&outcome.id);
        if dropped(base) != dropped(scenario) {
            let what = if dropped(scenario) {
                "dropped from the reward"
            } else {
                "back in the reward"
            };
            changes.push((
                format!("{} {what}", names.outcome_name(outcome.id)),
                Edit::Drop(outcome.id, dropped(scenario)),
            ));
        }
    }
    if base.rules != scenario.rules {
        changes.push((
            "Other reward rules".to_owned(),
            Edit::ScenarioRules(scenario.rules.clone()),
        ));
    }
    changes
}

fn freedoms(
    agreement: &Agreement,
    base: &Scenario,
    scenario: &Scenario,
    changes: &mut Vec<(String, Edit)>,
) {
    let standing = |scenario: &Scenario, relaxation| {
        scenario
            .freedoms
            .iter()
            .find(|freedom| freedom.relaxation == relaxation)
            .map(|freedom| freedom.standing)
    };
    let mut all: Vec<Relaxation> = Vec::new();
    for freedom in base.freedoms.iter().chain(&scenario.freedoms) {
        if !all.contains(&freedom.relaxation) {
            all.push(freedom.relaxation);
        }
    }
    for relaxation in all {
        let to = standing(scenario, relaxation);
        if standing(base, relaxation) != to {
            let what = match to {
                Some(Standing::Asked) => "asked for",
                Some(Standing::Granted) => "granted",
                Some(Standing::Refused) => "refused",
                None => "no longer asked for",
            };
            changes.push((
                format!("{} {what}", freedom_name(agreement, relaxation)),
                Edit::Free(relaxation, to),
            ));
        }
    }
}

/// The name of a set-up.
#[must_use]
pub fn setup_name(setup: SetUp) -> &'static str {
    match setup {
        SetUp::SeparateStreams => "Separate streams",
        SetUp::RingFencedBlocks => "Ring-fenced blocks",
        SetUp::SinglePot => "Single pot",
        SetUp::AreaBasedGrant => "Area Based Grant",
    }
}

/// A fence as the reach that it leaves.
#[must_use]
pub fn fence_name(fence: Fence) -> &'static str {
    match fence {
        Fence::Stream => "its own outcomes",
        Fence::Block => "its block",
        Fence::Agreement => "the whole agreement",
        Fence::None => "no fence, floors fall",
    }
}

/// A freedom by what it relaxes.
#[must_use]
pub fn freedom_name(agreement: &Agreement, relaxation: Relaxation) -> String {
    let names = Lookup(agreement);
    match relaxation {
        Relaxation::LiftStream(id) => format!("Lifting the fence on {}", names.stream_name(id)),
        Relaxation::LiftBlock(id) => format!("Lifting the fence of {}", names.block_name(id)),
        Relaxation::DropFloor { stream, outcome } => {
            format!(
                "Dropping the floor of {} for {}",
                names.stream_name(stream),
                names.outcome_name(outcome)
            )
        }
        Relaxation::CarryForward { stream, share } => {
            format!(
                "Carrying over {} of {}",
                share::exact(share),
                names.stream_name(stream)
            )
        }
        Relaxation::BringForward { stream, share } => {
            format!(
                "Bringing forward {} of {}",
                share::exact(share),
                names.stream_name(stream)
            )
        }
        Relaxation::Pool(id) => format!("Pooling {}", names.stream_name(id)),
    }
}
