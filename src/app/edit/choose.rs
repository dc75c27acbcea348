//! What a choice changes in a scenario, whether or not what comes of it holds together.

use crate::app::edit::Edit;
use crate::model::{FenceChoice, Freedom, OutcomeId, Pin, Pounds, Scenario, Stretch};

/// Money by outcome and year that a scenario plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fund {
    /// Pooled streams.
    Pooled,
    /// Pump-priming.
    PumpPriming,
}

/// Pounds of one year that leave one outcome for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// Of which money.
    pub fund: Fund,
    /// The year of the agreement: 0 is the first.
    pub year: usize,
    /// Where they come from; none: they were not placed before.
    pub from: Option<OutcomeId>,
    /// Where they go; none: they are not placed any more.
    pub to: Option<OutcomeId>,
    /// How many.
    pub pounds: Pounds,
}

impl Transfer {
    /// The transfer that takes this one back.
    #[must_use]
    pub fn back(self) -> Self {
        Self {
            from: self.to,
            to: self.from,
            ..self
        }
    }

    /// Moves the money; an outcome that has less gives all that it has.
    fn make(self, scenario: &mut Scenario) {
        let grid = match self.fund {
            Fund::Pooled => &mut scenario.spending,
            Fund::PumpPriming => &mut scenario.pump.spending,
        };
        if let Some(from) = self.from {
            let left = grid.get(from, self.year) - self.pounds;
            grid.set(from, self.year, left.or_nothing());
        }
        if let Some(to) = self.to {
            grid.set(to, self.year, grid.get(to, self.year) + self.pounds);
        }
    }
}

/// Makes a choice in a scenario.
pub(crate) fn choose(scenario: &mut Scenario, choice: &Edit) {
    match choice {
        Edit::Many(edits) => edits.iter().for_each(|edit| choose(scenario, edit)),
        Edit::Spend(outcome, year, pounds) => scenario.spending.set(*outcome, *year, *pounds),
        Edit::Prime(outcome, year, pounds) => scenario.pump.spending.set(*outcome, *year, *pounds),
        Edit::SplitPump(split) => scenario.pump.split = *split,
        Edit::Pin(pin) => {
            let same = |other: &Pin| {
                (other.stream, other.outcome, other.year) == (pin.stream, pin.outcome, pin.year)
            };
            scenario.pins.retain(|other| !same(other));
            if pin.pounds > Pounds(0) {
                scenario.pins.push(*pin);
            }
        }
        Edit::SetUp(setup) => {
            scenario.setup = *setup;
            scenario.fences.clear();
        }
        Edit::Preset(setup) => scenario.setup = *setup,
        Edit::Transfer(transfer) => transfer.make(scenario),
        Edit::Fence(stream, fence) => {
            scenario.fences.retain(|choice| choice.stream != *stream);
            scenario.fences.extend(fence.map(|fence| FenceChoice {
                stream: *stream,
                fence,
            }));
        }
        Edit::Free(relaxation, standing) => {
            scenario
                .freedoms
                .retain(|freedom| freedom.relaxation != *relaxation);
            let freedom = standing.map(|standing| Freedom {
                relaxation: *relaxation,
                standing,
            });
            scenario.freedoms.extend(freedom);
        }
        Edit::Stretch(indicator, level) => {
            scenario
                .stretches
                .retain(|stretch| stretch.indicator != *indicator);
            let stretch = level.map(|level| Stretch {
                indicator: *indicator,
                level,
            });
            scenario.stretches.extend(stretch);
        }
        Edit::Drop(outcome, dropped) => {
            scenario.dropped.retain(|other| other != outcome);
            if *dropped {
                scenario.dropped.push(*outcome);
            }
        }
        Edit::ScenarioRules(rules) => scenario.rules.clone_from(rules),
        _ => {}
    }
}
