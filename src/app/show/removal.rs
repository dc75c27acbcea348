//! What a removal takes along, in a sentence.

use crate::app::edit::{Edit, apply};
use crate::chart::figure::{count, list};
use crate::model::{Entity, PumpTo, Rules, ScenarioId, SharingTo, Workbook};

/// What goes with a thing when it is removed, or why it cannot be.
///
/// # Errors
/// Why it cannot be removed, in a sentence.
pub fn takes_along(
    workbook: &Workbook,
    open: ScenarioId,
    entity: Entity,
) -> Result<String, String> {
    let after = apply(workbook, open, &Edit::Remove(entity))?;
    let lost: Vec<(usize, &str)> = counts(workbook)
        .into_iter()
        .zip(counts(&after))
        .map(|((before, kind), (after, _))| (before.saturating_sub(after), kind))
        .filter(|&(number, kind)| number > 0 && kind != noun(entity))
        .collect();
    let gone: Vec<String> = lost
        .iter()
        .map(|&(number, kind)| count(number, kind))
        .collect();
    let moved = streams_without_home(&after).saturating_sub(streams_without_home(workbook));
    let mut says = match lost.as_slice() {
        [] => "Nothing else goes with it.".to_owned(),
        [(1, kind)] => format!("With it goes 1 {kind}."),
        _ => format!("With it go {}.", list(&gone)),
    };
    if moved > 0 && matches!(entity, Entity::Block(_)) {
        let verb = if moved == 1 { "becomes" } else { "become" };
        says.push_str(&format!(
            " {} of the block {verb} cross-cutting.",
            count(moved, "stream")
        ));
    }
    Ok(says)
}

/// The noun of what is removed, which is not counted among what goes with it.
fn noun(entity: Entity) -> &'static str {
    match entity {
        Entity::Block(_) => "block",
        Entity::Partner(_) => "partner",
        Entity::Stream(_) => "stream",
        Entity::Outcome(_) => "outcome",
        Entity::Indicator(_) => "indicator",
        Entity::Scenario(_) => "scenario",
    }
}

fn counts(workbook: &Workbook) -> Vec<(usize, &'static str)> {
    let agreement = &workbook.agreement;
    let in_scenarios = |number: fn(&crate::model::Scenario) -> usize| {
        workbook.scenarios.iter().map(number).sum::<usize>()
    };
    let aligned = agreement
        .streams
        .iter()
        .map(|stream| stream.spending.cells().count());
    let floors = agreement.streams.iter().map(|stream| stream.floors.len());
    let named = agreement.streams.iter().map(|stream| stream.named.len());
    let delivery = agreement
        .outcomes
        .iter()
        .map(|outcome| outcome.delivery.len());
    let typed = in_scenarios(|scenario| scenario.spending.cells().count());
    let pump = in_scenarios(|scenario| scenario.pump.spending.cells().count());
    let shares = |rules: &Rules| {
        let sharing = match &rules.sharing.to {
            SharingTo::Typed(shares) => shares.len(),
            _ => 0,
        };
        let pump = match &rules.pump.to {
            PumpTo::Typed(shares) => shares.len(),
            PumpTo::Delivery => 0,
        };
        sharing + pump
    };
    let own_rules = workbook
        .scenarios
        .iter()
        .filter_map(|scenario| scenario.rules.as_ref());
    let typed_shares = own_rules.chain([&agreement.rules]).map(shares).sum();
    vec![
        (typed_shares, "typed share"),
        (agreement.outcomes.len(), "outcome"),
        (agreement.indicators.len(), "indicator"),
        (typed + pump, "typed sum"),
        (aligned.sum(), "aligned sum"),
        (floors.sum(), "floor"),
        (named.sum(), "named outcome"),
        (delivery.sum(), "delivery share"),
        (in_scenarios(|scenario| scenario.pins.len()), "pin"),
        (
            in_scenarios(|scenario| scenario.fences.len()),
            "typed fence",
        ),
        (in_scenarios(|scenario| scenario.freedoms.len()), "freedom"),
        (
            in_scenarios(|scenario| scenario.stretches.len()),
            "typed stretch",
        ),
        (workbook.notes.len(), "note"),
    ]
}

fn streams_without_home(workbook: &Workbook) -> usize {
    let streams = workbook.agreement.streams.iter();
    streams.filter(|stream| stream.home.is_none()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BlockId, PartnerId, StreamId};
    use crate::presets;

    fn says(entity: Entity) -> String {
        let workbook = (presets::all()[0].workbook)();
        takes_along(&workbook, workbook.base, entity).unwrap()
    }

    #[test]
    fn a_block_takes_its_outcomes_and_their_indicators() {
        let says = says(Entity::Block(BlockId(1)));
        assert!(says.starts_with("With it go 5 outcomes, "), "{says}");
        assert!(
            says.ends_with("11 streams of the block become cross-cutting."),
            "{says}"
        );
    }

    #[test]
    fn a_stream_takes_its_own_floors() {
        // Connexions has one floor, one named outcome and no note.
        assert_eq!(
            says(Entity::Stream(StreamId(2))),
            "With it go 1 floor, 1 named outcome and 1 note."
        );
    }

    #[test]
    fn a_partner_is_left_out_of_the_shares() {
        let says = says(Entity::Partner(PartnerId(8)));
        assert!(
            says.contains("delivery share") || says.starts_with("Nothing"),
            "{says}"
        );
    }
}
