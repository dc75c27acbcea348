//! What money stands between an indicator and its cliff: the pound that crosses it, and not the one before.

use laa::engine::{Evaluation, crossing, evaluate};
use laa::model::{IndicatorId, Pence, Pounds, Scenario};

fn earned(found: &Evaluation, id: IndicatorId) -> Pence {
    let mut each = found.indicators.iter();
    each.find(|indicator| indicator.id == id).unwrap().reward
}

/// Every indicator of the illustrative borough with a cliff that money crosses, under both set-ups as they are and with a tenth
/// less spent on everything, so that some are short of it.
#[test]
fn the_sum_that_crosses_does_and_a_pound_less_does_not() {
    let workbook = (laa::presets::all()[0].workbook)();
    let (mut won, mut lost) = (0, 0);
    let scenarios = workbook.scenarios.iter();
    for scenario in scenarios.flat_map(|scenario| [scenario.clone(), with_a_tenth_less(scenario)]) {
        let before = evaluate(&workbook.agreement, &scenario);
        for indicator in &before.indicators {
            let id = indicator.id;
            let Some(found) = crossing(&workbook.agreement, &scenario, &before, id) else {
                continue;
            };
            let short = indicator.reward == Pence(0);
            let after = |pounds: i64| {
                let mut changed = scenario.clone();
                let spent = changed.spending.get(indicator.outcome, found.year);
                let by = if short { pounds } else { -pounds };
                changed
                    .spending
                    .set(indicator.outcome, found.year, Pounds(spent.0 + by));
                earned(&evaluate(&workbook.agreement, &changed), id)
            };
            let (there, almost) = (after(found.pounds.0), after(found.pounds.0 - 1));
            let name = (&scenario.name, id, found);
            assert_eq!(there > Pence(0), short, "{name:?}: {there:?}");
            assert_eq!(almost > Pence(0), !short, "{name:?}: {almost:?}");
            *(if short { &mut won } else { &mut lost }) += 1;
        }
    }
    assert!(won > 5 && lost > 20, "{won} to win, {lost} to lose");
}

fn with_a_tenth_less(scenario: &Scenario) -> Scenario {
    let mut less = scenario.clone();
    for (outcome, year, pounds) in scenario.spending.cells() {
        less.spending.set(outcome, year, Pounds(pounds.0 * 9 / 10));
    }
    less
}
