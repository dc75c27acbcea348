//! The value of an indicator in a year, and the money that works by then.

use crate::app::working::words::{units, value as written, way};
use crate::app::working::{Ground, Working, source};
use crate::engine::{IndicatorResult, agreed_stretch, read_off};
use crate::model::{
    Better, Indicator, IndicatorId, OutcomeId, Pence, Pounds, ResponsePoint, financial_year,
};
use crate::text::{money, share};

pub(super) fn value(ground: &Ground<'_>, id: IndicatorId, year: usize) -> Option<Working> {
    let (indicator, result) = ground.indicator(id)?;
    let name = ground.year(year);
    let found = (*result.value.get(year)?)?;
    let title = format!("{} in {name}", indicator.name);
    if let Some(actual) = indicator.actual(year) {
        return Some(Working::new(
            title,
            written(indicator, actual),
            "The recorded value. What is recorded takes the place of what was projected.",
            source::SCHEDULE,
        ));
    }
    let without = (*result.without.get(year)?)?;
    let improvement = *result.improvement.get(year)?;
    let working = Working::new(
        title,
        written(indicator, found),
        "What is expected without the agreement, moved toward better by what the money brings.",
        source::RESPONSE,
    )
    .input(
        format!("Without the agreement, {name}"),
        written(indicator, without),
    );
    let working = from_stated(ground, indicator, year, working);
    let working = improve(ground, (indicator, result), year, working)?;
    let (toward, sign) = match indicator.better {
        Better::Higher => (1, "+"),
        Better::Lower => (-1, "−"),
    };
    let recorded = (0..year)
        .rev()
        .find_map(|before| Some((before, indicator.actual(before)?)));
    let Some((before, actual)) = recorded else {
        return Some(working.step(format!(
            "{} {sign} {} = {}.",
            written(indicator, without),
            written(indicator, improvement),
            written(indicator, found)
        )));
    };
    let then = (*result.without.get(before)?)?;
    let moved = without.millionths() - then.millionths();
    let gained = improvement.millionths() - result.improvement.get(before)?.millionths();
    let working = from_stated(ground, indicator, before, working);
    let before = ground.year(before);
    Some(
        working
            .input(format!("Recorded, {before}"), written(indicator, actual))
            .step(format!(
                "Since {before} the value without the agreement moved by {}, and the improvement by {}.",
                units(indicator, moved),
                units(indicator, gained)
            ))
            .step(format!(
                "{} moved by both = {}.",
                written(indicator, actual),
                units(indicator, actual.millionths() + moved + toward * gained)
            )),
    )
}

/// Adds how the value without the agreement follows from those that are stated, where it is none of them.
fn from_stated(
    ground: &Ground<'_>,
    indicator: &Indicator,
    year: usize,
    working: Working,
) -> Working {
    let Some([from, to]) = read_off(ground.agreement, indicator, year) else {
        return working;
    };
    let of = ground.year(year);
    let stated =
        |(year, value)| format!("{} in {}", written(indicator, value), financial_year(year));
    if from.0 != to.0 {
        working.resting_on(source::STRAIGHT_LINE).step(format!(
            "Without the agreement, {of}: read off a straight line between {} and {}.",
            stated(from),
            stated(to)
        ))
    } else if ground.agreement.first_year + year as u16 != to.0 {
        working.resting_on(source::HELD).step(format!(
            "Without the agreement, {of}: none is stated, nor any before it; the first is {}.",
            stated(to)
        ))
    } else {
        working
    }
}

/// Adds what the money brings by a year.
fn improve(
    ground: &Ground<'_>,
    (indicator, result): (&Indicator, &IndicatorResult),
    year: usize,
    working: Working,
) -> Option<Working> {
    let (outcome, spent) = ground.outcome(indicator.outcome)?;
    let improvement = *result.improvement.get(year)?;
    let effective = Pounds(spent.years.get(year)?.effective / 10_000);
    let stretch = agreed_stretch(ground.agreement, indicator);
    let (Some(response), Some(stretch)) = (&indicator.response, stretch) else {
        return Some(working.step("No money is known to help: the improvement is 0."));
    };
    let last = ground.end();
    let (from, to) = (indicator.without(last)?, indicator.with(last)?);
    let points = response.points();
    let working = working
        .input(
            format!(
                "Money for {} that works by {}",
                outcome.name,
                ground.year(year)
            ),
            money::pounds(effective),
        )
        .inputs(points.iter().map(|point| {
            (
                format!("{} brings", money::pounds(point.pounds)),
                format!("{} of the stretch", share::exact(point.share)),
            )
        }))
        .step(format!(
            "The stretch of the agreement: {}.",
            way(indicator, from, to)
        ))
        .step(between(&points, effective));
    Some(working.step(format!(
        "That share of {} is an improvement of {}.",
        written(indicator, stretch),
        written(indicator, improvement)
    )))
}

/// Where a sum stands between the points of a response.
fn between(points: &[ResponsePoint], spent: Pounds) -> String {
    let at = money::pounds(spent);
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return "The response has no points.".to_owned();
    };
    if spent <= first.pounds {
        return format!(
            "{at} is no more than the first point: {}.",
            share::exact(first.share)
        );
    }
    let pair = points
        .windows(2)
        .find(|pair| spent < pair[1].pounds)
        .map(|pair| (pair[0], pair[1]));
    let Some((low, high)) = pair else {
        return format!(
            "{at} is no less than the last point: {}.",
            share::exact(last.share)
        );
    };
    let (run, gone) = (high.pounds.0 - low.pounds.0, spent.0 - low.pounds.0);
    let rise = i128::from(high.share.0) - i128::from(low.share.0);
    let rise = i128::from(low.share.0) + rise * i128::from(gone) / i128::from(run.max(1));
    let share_at = crate::model::BasisPoints(u32::try_from(rise).unwrap_or(0));
    format!(
        "{} + ({} − {}) × ({at} − {}) ÷ ({} − {}) = {}.",
        share::exact(low.share),
        share::exact(high.share),
        share::exact(low.share),
        money::pounds(low.pounds),
        money::pounds(high.pounds),
        money::pounds(low.pounds),
        share::exact(share_at)
    )
}

pub(super) fn effective(ground: &Ground<'_>, id: OutcomeId, year: usize) -> Option<Working> {
    let (outcome, result) = ground.outcome(id)?;
    let by = ground.year(year);
    let sum = result.years.get(year)?.effective;
    let parts = result.years.get(..=year)?.iter().enumerate();
    let steps = parts.map(|(at, money_of)| {
        let spent = money_of.total();
        let well = outcome.capacity(at).map_or(spent, |most| spent.min(most));
        let works = outcome.lag(year - at);
        let capped = if well < spent {
            format!(
                " (of {}, more than can be spent well)",
                money::pounds(spent)
            )
        } else {
            String::new()
        };
        format!(
            "{}: {}{capped} × {} = {}.",
            ground.year(at),
            money::pounds(well),
            share::exact(works),
            money::exact(works.of_pence(well.pence()))
        )
    });
    let lag = (0..=year).map(|after| {
        let name = match after {
            0 => "Works in the year it is spent".to_owned(),
            1 => "Works a year later".to_owned(),
            after => format!("Works {after} years later"),
        };
        (name, share::exact(outcome.lag(after)))
    });
    Some(
        Working::new(
            format!("{}: money that works by {by}", outcome.name),
            money::exact(Pence(sum / 100)),
            "What is spent in each year from every source, as far as it can be spent well, times the \
             share of it that works by then.",
            source::RESPONSE,
        )
        .inputs(lag)
        .steps(steps)
        .step(format!("In all: {}.", money::exact(Pence(sum / 100)))),
    )
}
