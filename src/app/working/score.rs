//! The share of its stretch that an indicator reaches, its cliff, and what one more unit is worth.

use crate::app::working::words::{division, less, percentage, units, value, way};
use crate::app::working::{Ground, Working, source};
use crate::engine::{IndicatorResult, RewardBasis, Score};
use crate::model::{Better, Decimal, Indicator, IndicatorId};
use crate::text::{money, share};

pub(super) fn score(ground: &Ground<'_>, id: IndicatorId) -> Option<Working> {
    let (indicator, result) = ground.indicator(id)?;
    let title = format!("{}: share of the stretch reached", indicator.name);
    let (rule, source) = if ground.one_cliff() {
        (
            "What was gained from the baseline, over what was to be gained from there to the target \
             in the last year, held between 0 and 100%.",
            source::AVERAGE,
        )
    } else {
        (
            "What was gained beyond the value expected without the agreement, over the stretch: what \
             was to be gained from there to the target. Both in the last year. The baseline does not \
             count.",
            source::SCHEDULE,
        )
    };
    let Some(score) = result.score else {
        return Some(
            Working::new(title, "no score", rule, source)
                .inputs(measured(ground, indicator, result))
                .step(why_no_score(ground, indicator, result)),
        );
    };
    let from = starts(ground, indicator, result)?;
    let (to, now) = (at_end(&result.with)?, at_end(&result.value)?);
    let threshold = ground.rules().threshold;
    let working = Working::new(title, percentage(score, threshold), rule, source)
        .inputs(measured(ground, indicator, result))
        .step(format!("To be gained: {}.", way(indicator, from, to)))
        .step(format!("Gained: {}.", way(indicator, from, now)))
        .step(format!(
            "Share reached: {} = {}.",
            division(indicator, score),
            percentage(score, threshold)
        ));
    let working = match score.basis {
        RewardBasis::Baseline | RewardBasis::Average => working,
        RewardBasis::Without => working.step(verdict(score, threshold)).steps(from_baseline(
            indicator,
            score,
            (from, to, now),
            threshold,
        )),
    };
    Some(working)
}

/// Whether a score pays, in a sentence.
pub(super) fn verdict(score: Score, threshold: crate::model::BasisPoints) -> String {
    let needed = share::exact(threshold);
    let reached = percentage(score, threshold);
    if !score.reaches(threshold) {
        return format!("{reached} is less than {needed}: nothing is paid.");
    }
    if score.gained > score.aim {
        return format!("{reached} is {needed} or more, and at most 100% is paid.");
    }
    format!("{reached} is {needed} or more: that share is paid.")
}

/// What measuring from the baseline would have said, where that is not what counts.
fn from_baseline(
    indicator: &Indicator,
    score: Score,
    (from, to, now): (Decimal, Decimal, Decimal),
    threshold: crate::model::BasisPoints,
) -> Option<String> {
    let baseline = indicator
        .baseline
        .map(|baseline| baseline.value)
        .filter(|&baseline| baseline != from)?;
    let sign = indicator.better.sign();
    let aim = sign * (to.millionths() - baseline.millionths());
    let gained = sign * (now.millionths() - baseline.millionths());
    if aim <= 0 || gained < 0 {
        return None;
    }
    let nearest = (i128::from(gained) * 200 + i128::from(aim)) / (i128::from(aim) * 2);
    let would = Score {
        gained,
        aim,
        ..score
    };
    let but = if would.reaches(threshold) == score.reaches(threshold) {
        "That does not count"
    } else {
        "That would have changed what is paid, and does not count"
    };
    Some(format!(
        "From the baseline of {} it would be {} of {}, about {nearest}%. {but}: {} was expected without the agreement.",
        value(indicator, baseline),
        way(indicator, baseline, now),
        way(indicator, baseline, to),
        value(indicator, from),
    ))
}

/// Start, target and value in the last year, with the baseline.
fn measured(
    ground: &Ground<'_>,
    indicator: &Indicator,
    result: &IndicatorResult,
) -> Vec<(String, String)> {
    let year = ground.year(ground.end());
    let write = |found: Option<Decimal>| {
        found.map_or_else(|| "not stated".to_owned(), |found| value(indicator, found))
    };
    let typed = ground
        .scenario
        .stretches
        .iter()
        .any(|stretch| stretch.indicator == indicator.id);
    let with = if typed {
        "Target typed in this scenario"
    } else {
        "With the stretch"
    };
    let known = if indicator.actual(ground.end()).is_some() {
        "Recorded"
    } else {
        "Projected"
    };
    let mut inputs = Vec::new();
    inputs.extend(indicator.baseline.map(|baseline| {
        let year = crate::model::financial_year(baseline.year);
        (
            format!("Baseline, {year}"),
            value(indicator, baseline.value),
        )
    }));
    inputs.extend([
        (
            format!("Without the agreement, {year}"),
            write(at_end(&result.without)),
        ),
        (format!("{with}, {year}"), write(at_end(&result.with))),
        (format!("{known}, {year}"), write(at_end(&result.value))),
        (
            "Better is".to_owned(),
            match indicator.better {
                Better::Higher => "higher".to_owned(),
                Better::Lower => "lower".to_owned(),
            },
        ),
    ]);
    if !indicator.unit.is_empty() {
        inputs.push(("Counted in".to_owned(), indicator.unit.clone()));
    }
    inputs
}

fn at_end(path: &[Option<Decimal>]) -> Option<Decimal> {
    path.last().copied().flatten()
}

/// Where the score is measured from.
fn starts(ground: &Ground<'_>, indicator: &Indicator, result: &IndicatorResult) -> Option<Decimal> {
    if ground.one_cliff() {
        indicator.baseline.map(|baseline| baseline.value)
    } else {
        at_end(&result.without)
    }
}

fn why_no_score(ground: &Ground<'_>, indicator: &Indicator, result: &IndicatorResult) -> String {
    let start = starts(ground, indicator, result);
    match (start, at_end(&result.with), at_end(&result.value)) {
        (Some(from), Some(to), Some(_)) => format!(
            "The target of {} is no better than {}: there is no stretch, and nothing is paid.",
            value(indicator, to),
            value(indicator, from)
        ),
        _ => "One of these is not stated, so there is no score and nothing is paid.".to_owned(),
    }
}

pub(super) fn cliff(ground: &Ground<'_>, id: IndicatorId) -> Option<Working> {
    let (indicator, result) = ground.indicator(id)?;
    let (cliff, score) = (result.cliff?, result.score?);
    let (from, now) = (at_end(&result.without)?, at_end(&result.value)?);
    let threshold = ground.rules().threshold;
    let margin = cliff.margin.millionths();
    let place = if margin < 0 {
        "short of it"
    } else {
        "above it"
    };
    let distance = units(indicator, margin.abs());
    let needed = (cliff.at.millionths() - from.millionths()).abs();
    let sign = match indicator.better {
        Better::Higher => "+",
        Better::Lower => "−",
    };
    let share = share::exact(threshold);
    let working = Working::new(
        format!("{}: the cliff and the way to it", indicator.name),
        format!("at {}, {distance} {place}", value(indicator, cliff.at)),
        format!("Nothing is paid below {share} of the stretch; exactly {share} pays. What hangs on the cliff is all that is paid just above it, or all that is paid now."),
        source::SCHEDULE,
    )
    .inputs(measured(ground, indicator, result))
    .input("Part of the pot", money::exact(result.potential))
    .step(format!("Stretch: {}.", way(indicator, from, at_end(&result.with)?)))
    .step(format!(
        "{share} of it: {} × {share} = {}.",
        units(indicator, score.aim),
        units(indicator, needed)
    ))
    .step(format!(
        "The cliff is at {} {sign} {} = {}.",
        value(indicator, from),
        units(indicator, needed),
        value(indicator, cliff.at)
    ))
    .step(format!(
        "{} is {distance} {place}.",
        value(indicator, now)
    ));
    Some(if score.reaches(threshold) {
        working.step(format!(
            "Falling under it loses all that is paid now: {}.",
            money::exact(cliff.loses)
        ))
    } else {
        working.step(format!(
            "Crossing it wins {} × {share} = {}.",
            money::exact(result.potential),
            money::exact(cliff.wins)
        ))
    })
}

pub(super) fn next_unit(ground: &Ground<'_>, id: IndicatorId) -> Option<Working> {
    let (indicator, result) = ground.indicator(id)?;
    let step = Decimal::step(indicator.decimals);
    let rule = "What the whole reward gains when the value of the last year is better by one in its \
                last decimal place.";
    let source = if ground.one_cliff() {
        source::AVERAGE
    } else {
        source::SCHEDULE
    };
    let working = Working::new(
        format!("{}: what one more unit is worth", indicator.name),
        money::exact(result.next_unit),
        rule,
        source,
    )
    .inputs(measured(ground, indicator, result))
    .input("One more unit", value(indicator, step));
    let Some(score) = result.score.filter(|_| result.rewarded) else {
        return Some(working.step("It bears no reward here, so one more unit is worth nothing."));
    };
    let threshold = ground.rules().threshold;
    let better = Score {
        gained: score.gained + step.millionths(),
        ..score
    };
    let working = working.step(format!(
        "Share reached with it: {} = {}, instead of {}.",
        division(indicator, better),
        percentage(better, threshold),
        percentage(score, threshold)
    ));
    if ground.one_cliff() {
        let after = ground.result.reward + result.next_unit;
        return Some(working.step(format!(
            "The whole reward with it less the whole reward now: {}",
            less(after, ground.result.reward)
        )));
    }
    let after = result.reward + result.next_unit;
    Some(
        working
            .step(verdict(better, threshold))
            .step(format!("Earned with it: {}.", money::exact(after)))
            .step(format!(
                "Earned with it less earned now: {}",
                less(after, result.reward)
            )),
    )
}
