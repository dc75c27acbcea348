//! The pot and its parts: what hangs on each outcome and each indicator.

use crate::app::working::source::Source;
use crate::app::working::{Ground, Working, source};
use crate::model::{IndicatorId, Outcome, OutcomeId, OutcomeSplit, Pot};
use crate::text::{money, number, share};

/// The odd pence of a split.
const ODD: &str = "Odd pence go to the largest remainders, so that the parts add up.";

pub(super) fn pot(ground: &Ground<'_>) -> Working {
    let title = "The most that can be earned";
    let result = money::exact(ground.result.pot);
    match ground.rules().pot {
        Pot::Stated(pounds) => Working::new(
            title,
            result,
            "A stated sum.",
            if ground.one_cliff() {
                source::AVERAGE
            } else {
                source::TYPED_POT
            },
        )
        .input("Stated", money::pounds(pounds)),
        Pot::Rate(rate) => {
            let rate = share::exact(rate);
            let rule = format!("{rate} of the net budget requirement of one year.");
            let working = Working::new(title, result.clone(), rule, source::POT);
            match ground.agreement.area.net_budget {
                Some(budget) => working
                    .input("Net budget requirement", money::pounds(budget))
                    .input("Share", rate.clone())
                    .step(format!("{} × {rate} = {result}.", money::pounds(budget))),
                None => working.step(
                    "The net budget requirement is not stated, so there is no pot. Type it under \
                     Agreement.",
                ),
            }
        }
    }
}

pub(super) fn of_outcome(ground: &Ground<'_>, id: OutcomeId) -> Option<Working> {
    let (outcome, result) = ground.outcome(id)?;
    let title = format!("{}: its part of the pot", outcome.name);
    let sum = money::exact(result.potential);
    if ground.one_cliff() {
        let count = ground
            .rewarded()
            .filter(|found| found.outcome == id)
            .count();
        return Some(
            Working::new(title, sum.clone(), EACH_DESIGNATED, source::AVERAGE)
                .input("Its designated indicators", count.to_string())
                .step(format!("The parts of its {count} add up to {sum}.")),
        );
    }
    let (rule, source) = rule(ground);
    let working = Working::new(title, sum.clone(), rule, source)
        .input("Pot", money::exact(ground.result.pot));
    if !result.rewarded {
        return Some(working.step("It bears no reward in this scenario, so it has no part."));
    }
    let sharing: Vec<&Outcome> = sharing(ground);
    let (weight, all) = (
        weight(ground, outcome),
        sharing
            .iter()
            .map(|other| weight(ground, other))
            .sum::<u64>(),
    );
    Some(
        working
            .input("Outcomes that bear reward", sharing.len().to_string())
            .step(format!(
                "{} × {weight} ÷ {all} = {sum}. {ODD}",
                money::exact(ground.result.pot),
                weight = number::grouped(weight),
                all = number::grouped(all)
            )),
    )
}

const EACH_DESIGNATED: &str = "The maximum, in equal parts over all designated indicators.";

fn rule(ground: &Ground<'_>) -> (&'static str, Source) {
    match ground.rules().split {
        OutcomeSplit::Equal => (
            "The pot, in equal parts over the outcomes that bear reward. An outcome that is dropped \
             leaves its part to the others.",
            source::SCHEDULE,
        ),
        OutcomeSplit::Stated => (
            "The pot, by the stated shares of the outcomes that bear reward. An outcome that is \
             dropped leaves its part to the others in proportion.",
            source::SCHEDULE,
        ),
    }
}

/// The outcomes that share the pot.
fn sharing<'a>(ground: &Ground<'a>) -> Vec<&'a Outcome> {
    let rewarded = ground.result.outcomes.iter().filter(|found| found.rewarded);
    rewarded
        .filter_map(|found| ground.names().outcome(found.id))
        .collect()
}

fn weight(ground: &Ground<'_>, outcome: &Outcome) -> u64 {
    match ground.rules().split {
        OutcomeSplit::Equal => 1,
        OutcomeSplit::Stated => u64::from(outcome.weight),
    }
}

pub(super) fn of_indicator(ground: &Ground<'_>, id: IndicatorId) -> Option<Working> {
    let (indicator, result) = ground.indicator(id)?;
    let title = format!("{}: its part of the pot", indicator.name);
    let sum = money::exact(result.potential);
    if ground.one_cliff() {
        let working = Working::new(title, sum.clone(), EACH_DESIGNATED, source::AVERAGE)
            .input("Maximum", money::exact(ground.result.pot));
        let count = ground.rewarded().count();
        return Some(if result.rewarded {
            working
                .input("Designated indicators", count.to_string())
                .step(format!(
                    "{} ÷ {count} = {sum}. {ODD}",
                    money::exact(ground.result.pot)
                ))
        } else {
            working.step("It is not designated, so no part hangs on it.")
        });
    }
    let (outcome, of_outcome) = ground.outcome(result.outcome)?;
    let part = money::exact(of_outcome.potential);
    let working = Working::new(
        title,
        sum.clone(),
        "The part of its outcome, shared over the indicators of the outcome that bear reward by \
         their weights: equally unless others are stated.",
        source::SCHEDULE,
    )
    .input(format!("Part of the pot of {}", outcome.name), part.clone());
    if !result.rewarded {
        return Some(working.step("It bears no reward in this scenario, so no part hangs on it."));
    }
    let beside = ground
        .rewarded()
        .filter(|other| other.outcome == result.outcome);
    let weights = beside.filter_map(|other| ground.names().indicator(other.id));
    let (count, all) = weights.fold((0, 0), |(count, all), other| {
        (count + 1, all + u64::from(other.weight))
    });
    let weight = u64::from(indicator.weight);
    let own_part = number::grouped(self::weight(ground, outcome));
    let all_parts: u64 = sharing(ground)
        .iter()
        .map(|other| self::weight(ground, other))
        .sum();
    let all_parts = number::grouped(all_parts);
    Some(
        working
            .input("Indicators that share it", format!("{count}"))
            .input("Its weight", number::grouped(weight))
            .input("All their weights", number::grouped(all))
            .step(format!(
                "{} ÷ {} = {part}.",
                money::exact(ground.result.pot),
                match ground.rules().split {
                    OutcomeSplit::Equal => format!("{} outcomes", sharing(ground).len()),
                    OutcomeSplit::Stated => format!("{all_parts} × {own_part}"),
                }
            ))
            .step(format!(
                "{part} × {} ÷ {} = {sum}. {ODD}",
                number::grouped(weight),
                number::grouped(all)
            )),
    )
}
