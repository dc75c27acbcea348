//! What is earned: by an indicator, by an outcome, in all, and beyond the base.

use crate::app::working::score::verdict;
use crate::app::working::words::{added, division, less, percentage};
use crate::app::working::{Ground, Working, source};
use crate::engine::{Evaluation, IndicatorResult};
use crate::model::{BasisPoints, IndicatorId, OutcomeId, Pence};
use crate::text::{money, share};

pub(super) fn total(ground: &Ground<'_>) -> Working {
    let result = ground.result;
    let name = &ground.scenario.name;
    let sum = money::exact(result.reward);
    if let Some(average) = result.average {
        return together(ground, percentage(average, ground.rules().threshold));
    }
    let rewards: Vec<Pence> = ground.rewarded().map(|found| found.reward).collect();
    let working = Working::new(
        format!("{name}: the reward in all"),
        sum,
        "What every indicator earns, added up. Nothing is set off: what one earns beyond its stretch \
         makes good for no other.",
        source::SCHEDULE,
    )
    .inputs(ground.rewarded().map(|found| named(ground, found)))
    .step(added(&rewards, result.reward));
    if result.pot.0 <= 0 {
        return working;
    }
    let points = i128::from(result.reward.0) * 10_000 / i128::from(result.pot.0);
    working.step(format!(
        "That is {} of the pot of {}.",
        share::exact(BasisPoints(u32::try_from(points).unwrap_or(0))),
        money::exact(result.pot)
    ))
}

/// One cliff on the average of all designated indicators.
fn together(ground: &Ground<'_>, average: String) -> Working {
    let result = ground.result;
    let threshold = share::exact(ground.rules().threshold);
    let count = ground.rewarded().count();
    let shown = |score| percentage(score, ground.rules().threshold);
    let scores = ground.rewarded().map(|found| {
        let held = found.score.map_or_else(
            || "no score: counts as 0%".to_owned(),
            |score| match score.gained {
                below if below < 0 => format!("{}: counts as 0%", shown(score)),
                above if above > score.aim => format!("{}: counts as 100%", shown(score)),
                _ => shown(score),
            },
        );
        (ground.names().indicator_name(found.id).to_owned(), held)
    });
    let working = Working::new(
        format!("{}: the reward in all", ground.scenario.name),
        money::exact(result.reward),
        format!(
            "The mean of what all designated indicators reach, each held between 0 and 100%. Below \
             {threshold} nothing is paid; otherwise that share of the maximum."
        ),
        source::AVERAGE,
    )
    .input("Maximum", money::exact(result.pot))
    .inputs(scores)
    .step(format!(
        "The {count} shares added up and divided by {count}: {average}."
    ));
    let reaches = result
        .average
        .is_some_and(|average| average.reaches(ground.rules().threshold));
    if reaches {
        working.step(format!(
            "{average} is {threshold} or more: {} × {average} = {}. The average counts in full and is shown to two places.",
            money::exact(result.pot),
            money::exact(result.reward)
        ))
    } else {
        working.step(format!(
            "{average} is less than {threshold}: nothing is paid."
        ))
    }
}

fn named(ground: &Ground<'_>, found: &IndicatorResult) -> (String, String) {
    (
        ground.names().indicator_name(found.id).to_owned(),
        money::exact(found.reward),
    )
}

pub(super) fn of_outcome(ground: &Ground<'_>, id: OutcomeId) -> Option<Working> {
    let (outcome, result) = ground.outcome(id)?;
    let own = || ground.rewarded().filter(|found| found.outcome == id);
    let rewards: Vec<Pence> = own().map(|found| found.reward).collect();
    Some(
        Working::new(
            format!("{}: what it earns", outcome.name),
            money::exact(result.reward),
            "What its indicators earn, added up.",
            source::SUM,
        )
        .inputs(own().map(|found| named(ground, found)))
        .step(added(&rewards, result.reward)),
    )
}

pub(super) fn of_indicator(ground: &Ground<'_>, id: IndicatorId) -> Option<Working> {
    let (indicator, result) = ground.indicator(id)?;
    let threshold = ground.rules().threshold;
    let earned = money::exact(result.reward);
    let potential = money::exact(result.potential);
    let title = format!("{}: what it earns", indicator.name);
    let shown = |score| percentage(score, threshold);
    let reached = result.score.map_or_else(|| "no score".to_owned(), shown);
    if ground.one_cliff() {
        let average = ground.result.average.map_or_else(String::new, shown);
        return Some(
            Working::new(
                title,
                earned.clone(),
                "Its share of the whole reward, in proportion to what it reaches. There is one cliff, \
                 on the average of all designated indicators.",
                source::AVERAGE,
            )
            .input("Share reached", reached)
            .input("Average of all", average)
            .input("The whole reward", money::exact(ground.result.reward))
            .step(format!(
                "Of {} by the shares that all designated indicators reach, it has {earned}.",
                money::exact(ground.result.reward)
            )),
        );
    }
    let working = Working::new(
        title,
        earned.clone(),
        format!(
            "Below {0} of the stretch nothing is paid. From {0} on, the same share of its part of \
             the pot, at most all of it. Half a penny is rounded up.",
            share::exact(threshold)
        ),
        source::SCHEDULE,
    )
    .input("Part of the pot", potential.clone())
    .input("Share of the stretch reached", reached);
    let Some(score) = result.score.filter(|_| result.rewarded) else {
        return Some(working.step("It bears no reward in this scenario, or has no score."));
    };
    let working = working.step(verdict(score, threshold));
    Some(match score.reaches(threshold) {
        false => working,
        true if score.gained >= score.aim => {
            working.step(format!("{potential} × 100% = {earned}."))
        }
        true => working.step(format!(
            "{potential} × {} = {earned}, {} to the pound.",
            division(indicator, score),
            money::whole(result.reward)
        )),
    })
}

/// Whether a rewarded indicator pays, by its own cliff or by the one cliff on the average; none where
/// it has no score.
pub(crate) fn pays(
    result: &Evaluation,
    threshold: BasisPoints,
    found: &IndicatorResult,
) -> Option<bool> {
    let measured = result.average.or(found.score);
    let scored = found.score.and(measured)?;
    Some(scored.reaches(threshold))
}

/// The rewarded indicators that pay, or those that do not.
fn that_pay<'a>(ground: &Ground<'a>, so: bool) -> impl Iterator<Item = &'a IndicatorResult> {
    let (result, threshold) = (ground.result, ground.rules().threshold);
    let rewarded = ground.rewarded();
    rewarded.filter(move |found| pays(result, threshold, found) == Some(so))
}

pub(super) fn lost(ground: &Ground<'_>) -> Working {
    let under = || that_pay(ground, false);
    let parts: Vec<Pence> = under().map(|found| found.potential).collect();
    let sum: Pence = parts.iter().copied().sum();
    Working::new(
        format!("{}: lost under cliffs", ground.scenario.name),
        money::exact(sum),
        "The parts of the pot of those indicators that are under the cliff and so earn nothing.",
        source::SUM,
    )
    .inputs(under().map(|found| {
        let name = ground.names().indicator_name(found.id);
        (name.to_owned(), money::exact(found.potential))
    }))
    .step(added(&parts, sum))
}

pub(super) fn short(ground: &Ground<'_>) -> Working {
    let paid = || that_pay(ground, true).filter(|found| found.reward < found.potential);
    let parts: Vec<Pence> = paid().map(|found| found.potential - found.reward).collect();
    let sum: Pence = parts.iter().copied().sum();
    Working::new(
        format!("{}: short of the full stretch", ground.scenario.name),
        money::exact(sum),
        "For each indicator that pays but has not reached its full stretch: its part of the pot less \
         what it earns.",
        source::SUM,
    )
    .inputs(paid().map(|found| {
        let (part, earned) = (money::exact(found.potential), money::exact(found.reward));
        let name = ground.names().indicator_name(found.id);
        (name.to_owned(), format!("{part} − {earned}"))
    }))
    .step(added(&parts, sum))
}

pub(super) fn gain(ground: &Ground<'_>) -> Option<Working> {
    let (base, before) = ground.base?;
    let (sum, then) = (ground.result.reward, before.reward);
    Some(
        Working::new(
            format!("{} against {}", ground.scenario.name, base.name),
            money::exact_difference(sum - then),
            "The reward of this scenario less the reward of the base.",
            source::SUM,
        )
        .input(&ground.scenario.name, money::exact(sum))
        .input(&base.name, money::exact(then))
        .step(less(sum, then)),
    )
}

pub(super) fn gain_of_indicator(ground: &Ground<'_>, id: IndicatorId) -> Option<Working> {
    let (indicator, result) = ground.indicator(id)?;
    let (base, before) = ground.base?;
    let before = before.indicators.iter().find(|found| found.id == id)?;
    let reached = |found: &IndicatorResult| {
        let shown = |score| percentage(score, ground.rules().threshold);
        let share = found.score.map_or_else(|| "no score".to_owned(), shown);
        format!(
            "{} for {share} of {}",
            money::exact(found.reward),
            money::exact(found.potential)
        )
    };
    Some(
        Working::new(
            format!("{}: gain over {}", indicator.name, base.name),
            money::exact_difference(result.reward - before.reward),
            "What it earns in this scenario less what it earns in the base.",
            source::SUM,
        )
        .input(&ground.scenario.name, reached(result))
        .input(&base.name, reached(before))
        .step(less(result.reward, before.reward)),
    )
}
