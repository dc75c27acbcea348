//! Pump-priming as a rule splits it, typed in pounds: where the grant or a plan changes, years that are over do not.

use crate::engine::Evaluation;
use crate::model::{Grid, PumpPlan, PumpSplit, Scenario};

/// A scenario with the pump-priming of its evaluation typed. What is typed already stays as it is.
pub(crate) fn typed(mut scenario: Scenario, found: &Evaluation) -> Scenario {
    if scenario.pump.split == PumpSplit::Typed {
        return scenario;
    }
    let mut spending = Grid::default();
    for outcome in &found.outcomes {
        for (year, money) in outcome.years.iter().enumerate() {
            spending.set(outcome.id, year, money.pump);
        }
    }
    scenario.pump = PumpPlan {
        split: PumpSplit::Typed,
        spending,
    };
    scenario
}
