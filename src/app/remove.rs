//! What goes when a thing is removed or the years become fewer: nothing is left that refers to it.

use crate::model::{
    Entity, Grid, Outcome, OutcomeId, PartnerId, PartnerShare, PumpTo, Relaxation, Rules,
    SharingTo, Workbook,
};

/// Removes a thing and everything that refers to it. A block takes its outcomes with it, an outcome its
/// indicators; streams of a removed block become cross-cutting. The last scenario and the last block
/// that outcomes need are kept by the checks that follow.
pub(crate) fn remove(workbook: &mut Workbook, entity: Entity) {
    match entity {
        Entity::Block(id) => {
            let within = |outcome: &&Outcome| outcome.block == id;
            let outcomes: Vec<OutcomeId> = workbook
                .agreement
                .outcomes
                .iter()
                .filter(within)
                .map(|outcome| outcome.id)
                .collect();
            for outcome in outcomes {
                remove_outcome(workbook, outcome);
            }
            let agreement = &mut workbook.agreement;
            agreement.blocks.retain(|block| block.id != id);
            for outcome in &mut agreement.outcomes {
                outcome.serves.retain(|&block| block != id);
            }
            for stream in &mut agreement.streams {
                stream.home = stream.home.filter(|&home| home != id);
            }
            keep_freedoms(workbook, |relaxation| {
                relaxation != Relaxation::LiftBlock(id)
            });
        }
        Entity::Partner(id) => remove_partner(workbook, id),
        Entity::Stream(id) => {
            workbook.agreement.streams.retain(|stream| stream.id != id);
            for scenario in &mut workbook.scenarios {
                scenario.fences.retain(|choice| choice.stream != id);
                scenario.pins.retain(|pin| pin.stream != id);
            }
            keep_freedoms(workbook, |relaxation| match relaxation {
                Relaxation::LiftStream(stream)
                | Relaxation::Pool(stream)
                | Relaxation::DropFloor { stream, .. }
                | Relaxation::CarryForward { stream, .. }
                | Relaxation::BringForward { stream, .. } => stream != id,
                Relaxation::LiftBlock(_) => true,
            });
        }
        Entity::Outcome(id) => remove_outcome(workbook, id),
        Entity::Indicator(id) => {
            workbook
                .agreement
                .indicators
                .retain(|indicator| indicator.id != id);
            for scenario in &mut workbook.scenarios {
                scenario.stretches.retain(|stretch| stretch.indicator != id);
            }
        }
        Entity::Scenario(id) => {
            workbook.scenarios.retain(|scenario| scenario.id != id);
            workbook.ledger.retain(|entry| entry.scenario != id);
            for entry in &mut workbook.ledger {
                entry.answers = entry.answers.filter(|&answered| answered != id);
            }
            if let (true, Some(first)) = (workbook.base == id, workbook.scenarios.first()) {
                workbook.base = first.id;
            }
        }
    }
    drop_stale_notes(workbook);
}

fn remove_outcome(workbook: &mut Workbook, id: OutcomeId) {
    let agreement = &mut workbook.agreement;
    agreement.outcomes.retain(|outcome| outcome.id != id);
    for stream in &mut agreement.streams {
        stream.floors.retain(|floor| floor.outcome != id);
        stream.named.retain(|&outcome| outcome != id);
        stream.spending.retain(|outcome, _| outcome != id);
    }
    let gone: Vec<_> = agreement
        .indicators
        .iter()
        .filter(|indicator| indicator.outcome == id)
        .map(|indicator| indicator.id)
        .collect();
    agreement
        .indicators
        .retain(|indicator| indicator.outcome != id);
    for scenario in &mut workbook.scenarios {
        scenario.spending.retain(|outcome, _| outcome != id);
        scenario.pump.spending.retain(|outcome, _| outcome != id);
        scenario.pins.retain(|pin| pin.outcome != id);
        scenario.dropped.retain(|&outcome| outcome != id);
        scenario
            .stretches
            .retain(|stretch| !gone.contains(&stretch.indicator));
    }
    keep_freedoms(
        workbook,
        |relaxation| !matches!(relaxation, Relaxation::DropFloor { outcome, .. } if outcome == id),
    );
}

fn remove_partner(workbook: &mut Workbook, id: PartnerId) {
    let without = |shares: &mut Vec<PartnerShare>| shares.retain(|share| share.partner != id);
    let from_rules = |rules: &mut Rules| {
        if let SharingTo::Typed(shares) = &mut rules.sharing.to {
            without(shares);
        }
        if let PumpTo::Typed(shares) = &mut rules.pump.to {
            without(shares);
        }
    };
    let agreement = &mut workbook.agreement;
    agreement.partners.retain(|partner| partner.id != id);
    for stream in &mut agreement.streams {
        stream.partner = stream.partner.filter(|&partner| partner != id);
    }
    for outcome in &mut agreement.outcomes {
        without(&mut outcome.delivery);
    }
    from_rules(&mut agreement.rules);
    for scenario in &mut workbook.scenarios {
        if let Some(rules) = &mut scenario.rules {
            from_rules(rules);
        }
    }
}

fn keep_freedoms(workbook: &mut Workbook, keep: impl Fn(Relaxation) -> bool) {
    for scenario in &mut workbook.scenarios {
        scenario.freedoms.retain(|freedom| keep(freedom.relaxation));
    }
}

fn drop_stale_notes(workbook: &mut Workbook) {
    let agreement = &workbook.agreement;
    let scenarios = &workbook.scenarios;
    workbook.notes.retain(|note| match note.about {
        None => true,
        Some(Entity::Block(id)) => agreement.blocks.iter().any(|block| block.id == id),
        Some(Entity::Partner(id)) => agreement.partners.iter().any(|partner| partner.id == id),
        Some(Entity::Stream(id)) => agreement.streams.iter().any(|stream| stream.id == id),
        Some(Entity::Outcome(id)) => agreement.outcomes.iter().any(|outcome| outcome.id == id),
        Some(Entity::Indicator(id)) => agreement
            .indicators
            .iter()
            .any(|indicator| indicator.id == id),
        Some(Entity::Scenario(id)) => scenarios.iter().any(|scenario| scenario.id == id),
    });
}

/// Changes the number of years. What lay beyond the new end is dropped; new years are empty.
pub(crate) fn set_years(workbook: &mut Workbook, years: u8) {
    let count = usize::from(years);
    let agreement = &mut workbook.agreement;
    agreement.years = years;
    let cut = |grid: &mut Grid| grid.retain(|_, year| year < count);
    for stream in &mut agreement.streams {
        stream.amounts.truncate(count);
        cut(&mut stream.spending);
    }
    for outcome in &mut agreement.outcomes {
        outcome.minimum.truncate(count);
        outcome.capacity.truncate(count);
    }
    for indicator in &mut agreement.indicators {
        indicator.without.truncate(count);
        indicator.with.truncate(count);
        indicator.actual.truncate(count);
        indicator.interim = indicator
            .interim
            .filter(|interim| usize::from(interim.year) < count);
    }
    for scenario in &mut workbook.scenarios {
        cut(&mut scenario.spending);
        cut(&mut scenario.pump.spending);
        scenario.pins.retain(|pin| usize::from(pin.year) < count);
    }
}
