//! Choices other than money that differ: set-up, freedoms, pins, stretch levels, drops, rules.

use crate::app::edit::Edit;
use crate::app::facts::rules_between;
use crate::app::lookup::Lookup;
use crate::app::moves::{Change, Kind};
use crate::app::words::{fence_name, freedom_name, pump_split_name, setup_name, standing_now};
use crate::chart::figure::list;
use crate::model::{
    Agreement, Decimal, Fence, IndicatorId, OutcomeId, Pin, Pounds, Relaxation, Scenario, Standing,
    StreamId,
};
use crate::text::money::short;
use crate::text::number;

/// Set-up, fences of single streams and freedoms.
pub(super) fn freedoms(agreement: &Agreement, from: &Scenario, to: &Scenario) -> Vec<Change> {
    let mut changes = Vec::new();
    if from.setup != to.setup {
        let says = format!(
            "{} in place of {}",
            setup_name(to.setup),
            setup_name(from.setup).to_ascii_lowercase()
        );
        let (make, undo) = (Edit::Preset(to.setup), Edit::Preset(from.setup));
        changes.push(Change::single(Kind::Freedom, says, make, undo));
    }
    for stream in &agreement.streams {
        let (before, after) = (fence(from, stream.id), fence(to, stream.id));
        if before != after {
            let reach = after.map_or("as the set-up has it", fence_name);
            let says = format!("Fence on {}: {reach}", stream.name);
            let make = Edit::Fence(stream.id, after);
            let undo = Edit::Fence(stream.id, before);
            changes.push(Change::single(Kind::Freedom, says, make, undo));
        }
    }
    let mut relaxations: Vec<Relaxation> = Vec::new();
    for freedom in from.freedoms.iter().chain(&to.freedoms) {
        if !relaxations.contains(&freedom.relaxation) {
            relaxations.push(freedom.relaxation);
        }
    }
    for relaxation in relaxations {
        let (before, after) = (standing(from, relaxation), standing(to, relaxation));
        if before != after {
            let name = freedom_name(agreement, relaxation);
            let says = format!("{name} {}", standing_now(after));
            let make = Edit::Free(relaxation, after);
            let undo = Edit::Free(relaxation, before);
            changes.push(Change::single(Kind::Freedom, says, make, undo));
        }
    }
    changes
}

fn fence(scenario: &Scenario, stream: StreamId) -> Option<Fence> {
    let mut fences = scenario.fences.iter();
    fences
        .find(|choice| choice.stream == stream)
        .map(|choice| choice.fence)
}

fn standing(scenario: &Scenario, relaxation: Relaxation) -> Option<Standing> {
    let mut freedoms = scenario.freedoms.iter();
    freedoms
        .find(|freedom| freedom.relaxation == relaxation)
        .map(|freedom| freedom.standing)
}

/// Pins: money that one stream must pay.
pub(super) fn pins(agreement: &Agreement, from: &Scenario, to: &Scenario) -> Vec<Change> {
    let names = Lookup(agreement);
    let held = |scenario: &Scenario, pin: &Pin| {
        let mut pins = scenario.pins.iter();
        let there = pins.find(|other| {
            (other.stream, other.outcome, other.year) == (pin.stream, pin.outcome, pin.year)
        });
        there.map_or(Pounds(0), |pin| pin.pounds)
    };
    let mut seen: Vec<Pin> = Vec::new();
    for pin in from.pins.iter().chain(&to.pins) {
        let place = Pin {
            pounds: Pounds(0),
            ..*pin
        };
        if !seen.contains(&place) {
            seen.push(place);
        }
    }
    let differs = |place: &Pin| held(from, place) != held(to, place);
    let change = |place: Pin| {
        let (before, after) = (held(from, &place), held(to, &place));
        let sum = match (before.0, after.0) {
            (0, _) => short(after.pence()),
            (_, 0) => format!("{} no longer", short(before.pence())),
            _ => format!("{} → {}", short(before.pence()), short(after.pence())),
        };
        let says = format!(
            "{}: {sum} of {} pinned to {}",
            agreement.year_name(usize::from(place.year)),
            names.stream_name(place.stream),
            names.outcome_name(place.outcome)
        );
        let pin = |pounds| Edit::Pin(Pin { pounds, ..place });
        Change::single(Kind::Money, says, pin(after), pin(before))
    };
    seen.into_iter().filter(differs).map(change).collect()
}

/// How pump-priming is split.
pub(super) fn pump_split(from: &Scenario, to: &Scenario) -> Option<Change> {
    let (before, after) = (from.pump.split, to.pump.split);
    let says = format!(
        "Pump-priming split {} in place of {}",
        pump_split_name(after),
        pump_split_name(before)
    );
    let (make, undo) = (Edit::SplitPump(after), Edit::SplitPump(before));
    (before != after).then(|| Change::single(Kind::Pump, says, make, undo))
}

/// Stretch levels, then outcomes in and out of the reward.
pub(super) fn targets(agreement: &Agreement, from: &Scenario, to: &Scenario) -> Vec<Change> {
    let mut changes = Vec::new();
    let end = agreement.year_count().saturating_sub(1);
    for indicator in &agreement.indicators {
        let (before, after) = (level(from, indicator.id), level(to, indicator.id));
        if before != after {
            let shown = |level: Option<Decimal>| {
                let level = level.or(indicator.with(end));
                level.map_or_else(
                    || "?".to_owned(),
                    |level| number::value(level, indicator.decimals),
                )
            };
            let says = format!(
                "{}: target {} → {}",
                indicator.name,
                shown(before),
                shown(after)
            );
            let make = Edit::Stretch(indicator.id, after);
            let undo = Edit::Stretch(indicator.id, before);
            changes.push(Change::single(Kind::Stretch, says, make, undo));
        }
    }
    let dropped = |scenario: &Scenario, id: OutcomeId| scenario.dropped.contains(&id);
    let bearing = |scenario: &Scenario| {
        let outcomes = agreement.outcomes.iter();
        let bearing = outcomes.filter(|held| held.rewarded && !dropped(scenario, held.id));
        bearing.count()
    };
    for outcome in &agreement.outcomes {
        let (before, after) = (dropped(from, outcome.id), dropped(to, outcome.id));
        if before != after {
            let what = if after {
                "dropped from the reward"
            } else {
                "back in the reward"
            };
            let says = format!(
                "{} {what} ({} → {})",
                outcome.name,
                bearing(from),
                bearing(to)
            );
            let make = Edit::Drop(outcome.id, after);
            let undo = Edit::Drop(outcome.id, before);
            changes.push(Change::single(Kind::Drop, says, make, undo));
        }
    }
    changes
}

fn level(scenario: &Scenario, indicator: IndicatorId) -> Option<Decimal> {
    let mut stretches = scenario.stretches.iter();
    stretches
        .find(|stretch| stretch.indicator == indicator)
        .map(|stretch| stretch.level)
}

/// Reward rules of the scenario's own.
pub(super) fn rules(agreement: &Agreement, from: &Scenario, to: &Scenario) -> Option<Change> {
    if from.rules == to.rules {
        return None;
    }
    let before = from.rules_in(agreement);
    let after = to.rules_in(agreement);
    let parts = rules_between(agreement, before, after);
    let says = match (parts.is_empty(), to.rules.is_some()) {
        (false, _) => format!("Reward rules: {}", list(&parts)),
        (true, true) => "Reward rules of its own, the same as the agreement’s".to_owned(),
        (true, false) => "The agreement’s reward rules, which are the same".to_owned(),
    };
    let make = Edit::ScenarioRules(to.rules.clone());
    let undo = Edit::ScenarioRules(from.rules.clone());
    Some(Change::single(Kind::Rule, says, make, undo))
}
