//! Figures as they stand in a step: values, shares and sums that can be typed into a calculator.

use crate::engine::Score;
use crate::model::{BasisPoints, Better, Decimal, Indicator, Pence};
use crate::text::{money, number, share};

/// A value of an indicator.
pub(super) fn value(indicator: &Indicator, value: Decimal) -> String {
    number::value(value, indicator.decimals)
}

/// So many millionths of a unit of an indicator.
pub(super) fn units(indicator: &Indicator, millionths: i64) -> String {
    value(indicator, Decimal::saturating(i128::from(millionths)))
}

/// The way from one value to another toward better: `550 − 486 = 64`.
pub(super) fn way(indicator: &Indicator, from: Decimal, to: Decimal) -> String {
    let (more, less) = match indicator.better {
        Better::Higher => (to, from),
        Better::Lower => (from, to),
    };
    format!(
        "{} − {} = {}",
        value(indicator, more),
        value(indicator, less),
        units(indicator, more.millionths() - less.millionths())
    )
}

/// A score as a percentage to two places, on its side of the threshold: `58.67%`.
pub(crate) fn percentage(score: Score, threshold: BasisPoints) -> String {
    let (gained, aim) = (i128::from(score.gained), i128::from(score.aim));
    let nearest = (gained * 20_000 + aim).div_euclid(aim * 2);
    let nearest = i64::try_from(nearest).unwrap_or(score.basis_points());
    share::score(score.basis_points(), nearest, threshold)
}

/// A score as a division: `32 ÷ 64`.
pub(super) fn division(indicator: &Indicator, score: Score) -> String {
    format!(
        "{} ÷ {}",
        units(indicator, score.gained),
        units(indicator, score.aim)
    )
}

/// Sums of money added up: `£3.20 + £1.80 = £5.00`; `£0.00` where there are none.
pub(super) fn added(parts: &[Pence], sum: Pence) -> String {
    let parts: Vec<String> = parts.iter().map(|&part| money::exact(part)).collect();
    match parts.len() {
        0 => format!("Nothing is added: {}.", money::exact(sum)),
        1 => format!("It is the only sum: {}.", money::exact(sum)),
        _ => format!("{} = {}.", parts.join(" + "), money::exact(sum)),
    }
}

/// A difference between two sums: `£5.00 − £3.20 = £1.80`.
pub(super) fn less(whole: Pence, part: Pence) -> String {
    format!(
        "{} − {} = {}.",
        money::exact(whole),
        money::exact(part),
        money::exact(whole - part)
    )
}
