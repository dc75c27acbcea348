//! The paths of an indicator through the years: without, with, and its value.

use crate::engine::case::Case;
use crate::engine::effect::Effect;
use crate::engine::evaluation::OutcomeYear;
use crate::model::{Agreement, Decimal, Indicator, Scenario};

/// What the years bring to one indicator.
pub(crate) struct Paths {
    pub(crate) without: Vec<Option<Decimal>>,
    pub(crate) with: Vec<Option<Decimal>>,
    pub(crate) improvement: Vec<Decimal>,
    pub(crate) value: Vec<Option<Decimal>>,
}

/// The agreement's stretch in the last year, toward better; none where either end is not stated.
#[must_use]
pub fn agreed_stretch(agreement: &Agreement, indicator: &Indicator) -> Option<Decimal> {
    let end = agreement.year_count().checked_sub(1)?;
    let apart = indicator.with(end)?.millionths() - indicator.without(end)?.millionths();
    Some(Decimal::saturating(i128::from(
        indicator.better.sign() * apart,
    )))
}

/// The target of the last year in a scenario: its own stretch level, or the agreement's.
#[must_use]
pub fn final_with(
    agreement: &Agreement,
    scenario: &Scenario,
    indicator: &Indicator,
) -> Option<Decimal> {
    let typed = scenario
        .stretches
        .iter()
        .find(|stretch| stretch.indicator == indicator.id);
    match typed {
        Some(stretch) => Some(stretch.level),
        None => indicator.with(agreement.year_count().checked_sub(1)?),
    }
}

/// Follows an indicator through the years.
pub(crate) fn follow(case: &Case<'_>, indicator: &Indicator, spending: &[OutcomeYear]) -> Paths {
    let without = between_stated(case, indicator);
    let stretch = agreed_stretch(case.agreement, indicator);
    let effect = Effect::of(indicator.response.as_ref(), stretch);
    let effective = |year: usize| spending.get(year).map_or(0, |year| year.effective);
    let improvement: Vec<Decimal> = (0..case.years)
        .map(|year| effect.improvement(effective(year)))
        .collect();
    let value = (0..case.years)
        .map(|year| value(indicator, &without, &improvement, year))
        .collect();
    let with = (0..case.years)
        .map(|year| with(case, indicator, &without, year))
        .collect();
    Paths {
        without,
        with,
        improvement,
        value,
    }
}

/// A value in a financial year, by its first calendar year.
type Stated = (u16, Decimal);

/// What is stated of the path without an agreement, the baseline included.
fn stated(agreement: &Agreement, indicator: &Indicator) -> Vec<Stated> {
    let first = agreement.first_year;
    let own = (0..agreement.years).filter_map(|year| {
        let value = indicator.without(usize::from(year))?;
        Some((first + u16::from(year), value))
    });
    let mut points: Vec<Stated> = own.collect();
    let baseline = indicator.baseline;
    let baseline = baseline.map(|baseline| (baseline.year, baseline.value));
    let end = first + u16::from(agreement.years);
    if let Some(baseline) = baseline.filter(|point| point.0 < end) {
        let place = points.iter().position(|point| point.0 >= baseline.0);
        let place = place.unwrap_or(points.len());
        // What is expected of the baseline's own year is said by what is stated of it, if anything is.
        if points.get(place).is_none_or(|point| point.0 > baseline.0) {
            points.insert(place, baseline);
        }
    }
    points
}

/// The stated values before and after a year, the same one twice where it is stated itself or nothing
/// is before it; none where nothing is stated after it.
fn about(points: &[Stated], year: u16) -> Option<[Stated; 2]> {
    let after = points.iter().find(|point| point.0 >= year)?;
    let before = points.iter().rev().find(|point| point.0 <= year);
    Some([*before.unwrap_or(after), *after])
}

/// The two stated values, with their financial years, that the value without an agreement is read off
/// in a year of the agreement, as [`Evaluation`](crate::engine::Evaluation) has it; the same one twice
/// where there is no line between two.
#[must_use]
pub fn read_off(agreement: &Agreement, indicator: &Indicator, year: usize) -> Option<[Stated; 2]> {
    let year = agreement.first_year + u16::try_from(year).ok()?;
    about(&stated(agreement, indicator), year)
}

/// The path without an agreement; between stated years, the baseline among them, it is read off a
/// straight line. An assumption, as only the last year's value is usually published.
fn between_stated(case: &Case<'_>, indicator: &Indicator) -> Vec<Option<Decimal>> {
    let points = stated(case.agreement, indicator);
    (0..case.years as u16)
        .map(|year| {
            let year = case.agreement.first_year + year;
            let [before, after] = about(&points, year)?;
            if after.0 == before.0 {
                return Some(after.1);
            }
            let (from, to) = (
                i128::from(before.1.millionths()),
                i128::from(after.1.millionths()),
            );
            let (gone, run) = (i128::from(year - before.0), i128::from(after.0 - before.0));
            Some(Decimal::saturating(
                from + ((to - from) * gone * 2 + run).div_euclid(run * 2),
            ))
        })
        .collect()
}

/// The target path: where a scenario changes the final stretch, earlier milestones go in proportion.
fn with(
    case: &Case<'_>,
    indicator: &Indicator,
    without: &[Option<Decimal>],
    year: usize,
) -> Option<Decimal> {
    let target = final_with(case.agreement, case.scenario, indicator);
    if year == case.end() {
        return target;
    }
    let stated = indicator.with(year)?;
    let end = without.get(case.end()).copied().flatten();
    let (Some(start), Some(end), Some(agreed), Some(target)) =
        (without[year], end, indicator.with(case.end()), target)
    else {
        return Some(stated);
    };
    let (agreed, changed) = (
        agreed.millionths() - end.millionths(),
        target.millionths() - end.millionths(),
    );
    if agreed == changed || agreed == 0 {
        return Some(stated);
    }
    let ahead = i128::from(stated.millionths() - start.millionths()) * i128::from(changed);
    let agreed = i128::from(agreed);
    let scaled = (ahead * agreed.signum() * 2 + agreed.abs()).div_euclid(agreed.abs() * 2);
    Some(Decimal::saturating(i128::from(start.millionths()) + scaled))
}

/// The value of a year: recorded; or, after a recorded year, that value moved on; or projected.
fn value(
    indicator: &Indicator,
    without: &[Option<Decimal>],
    improvement: &[Decimal],
    year: usize,
) -> Option<Decimal> {
    if let Some(actual) = indicator.actual(year) {
        return Some(actual);
    }
    let sign = i128::from(indicator.better.sign());
    let start = i128::from(without[year]?.millionths());
    let gain = i128::from(improvement[year].millionths());
    let recorded = (0..year)
        .rev()
        .find_map(|before| Some((before, indicator.actual(before)?)));
    let Some((before, actual)) = recorded else {
        return Some(Decimal::saturating(start + sign * gain));
    };
    let moved = start - i128::from(without[before]?.millionths());
    let gained = gain - i128::from(improvement[before].millionths());
    Some(Decimal::saturating(
        i128::from(actual.millionths()) + moved + sign * gained,
    ))
}
