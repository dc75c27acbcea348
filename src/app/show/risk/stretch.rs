//! What is an indicator's stretch worth on average, the higher it is set, and how far is it safe?

use crate::app::lookup::Lookup;
use crate::app::show::chances::on_average;
use crate::app::show::risk::drivers::safe_says;
use crate::app::state::State;
use crate::chart::curve::{Curve, Dot};
use crate::chart::numeral::{Format, decimal};
use crate::job::SAFE;
use crate::model::{Decimal, Indicator, IndicatorId, order};
use crate::odds::{LevelOdds, safe_stretch, stretch_levels};
use crate::text::{chance, money, number, unit};

/// Levels that are looked at, from nothing asked to twice what is asked now.
const LEVELS: i128 = 60;
const NOW: i128 = LEVELS / 2;

/// The expected reward of an indicator of the open scenario against its stretch, with the stretch in force
/// and the safe one; none where it cannot earn.
#[must_use]
pub fn stretch(state: &State, id: IndicatorId, width: f64) -> Option<Curve> {
    let agreement = &state.shown().agreement;
    let indicator = Lookup(agreement).indicator(id)?;
    let scenario = state.scenario()?;
    let mut results = state.result(scenario.id)?.indicators.iter();
    let result = results.find(|found| found.id == id)?;
    let target = result.with.last().copied().flatten()?;
    let aim = result.score?.aim;
    let at = |levels: &[Decimal]| stretch_levels(agreement, scenario, id, levels);
    let now = at(&[target]).into_iter().next()?;
    // Where the one cliff is on the average, none is safe by itself.
    let together = on_average(state);
    let safe = (!together).then(|| safe_stretch(agreement, scenario, id, SAFE));
    let safe = safe.flatten();
    let asked = levels(
        indicator,
        target,
        i128::from(aim),
        safe.map(|safe| safe.level),
    );
    let points: Vec<(f64, f64)> = at(&asked).iter().map(point).collect();
    let dot = |odds: &LevelOdds, name: &str| Dot {
        at: point(odds),
        name: name.to_owned(),
    };
    let mut dots = vec![dot(&now, "in force")];
    dots.extend(safe.map(|safe| dot(&safe, "safe")));
    Some(Curve {
        width,
        title: format!("{}: what its stretch is worth", indicator.name),
        summary: if together {
            adds(indicator, &now)
        } else {
            summary(indicator, &now, safe.as_ref())
        },
        names: (
            match unit::said(&indicator.unit) {
                "" => "Final target".to_owned(),
                unit => format!("Final target, {unit}"),
            },
            if together {
                "Added on average".to_owned()
            } else {
                "Reward on average".to_owned()
            },
        ),
        points,
        dots,
        formats: (places(indicator.decimals), |sum| {
            money::short(money::of_odds(sum))
        }),
    })
}

/// What is said below the curve.
#[must_use]
pub fn stretch_hint(state: &State) -> String {
    if on_average(state) {
        return "The one cliff is on the average of all: what an indicator adds is paid only where the average reaches it. \
                What money does is taken as it is."
            .to_owned();
    }
    format!(
        "Safe is the furthest target whose cliff is reached with a chance of {}. What money does is taken as it is.",
        safe_says()
    )
}

fn point(odds: &LevelOdds) -> (f64, f64) {
    (
        odds.level.millionths() as f64 / Decimal::ONE as f64,
        odds.mean,
    )
}

/// Levels in the places of the indicator, from left to right, the safe one among them.
fn levels(
    indicator: &Indicator,
    target: Decimal,
    aim: i128,
    safe: Option<Decimal>,
) -> Vec<Decimal> {
    let step = i128::from(Decimal::step(indicator.decimals).millionths());
    let toward = i128::from(indicator.better.sign());
    let target = i128::from(target.millionths());
    let level = |number: i128| {
        let exact = target + toward * aim * (number - NOW) / NOW;
        Decimal::saturating((exact + step / 2).div_euclid(step) * step)
    };
    let mut levels: Vec<Decimal> = (1..=LEVELS).map(level).chain(safe).collect();
    levels.push(Decimal::saturating(target));
    order::by_key(&mut levels, |level| level.millionths());
    levels.dedup();
    levels
}

/// What it adds where the one cliff is on the average.
fn adds(indicator: &Indicator, now: &LevelOdds) -> String {
    format!(
        "{}: with the target of {} it adds {} on average, before the cliff on the average of all.",
        indicator.name,
        measured(indicator, now.level),
        money::short(money::of_odds(now.mean))
    )
}

fn summary(indicator: &Indicator, now: &LevelOdds, safe: Option<&LevelOdds>) -> String {
    let value = |level: Decimal| measured(indicator, level);
    let earns = |odds: &LevelOdds| money::short(money::of_odds(odds.mean));
    let safe_says = match safe {
        None => "no stretch is safe".to_owned(),
        Some(safe) if safe.level == now.level => "that is as far as is safe".to_owned(),
        Some(safe) => format!(
            "a target as far as {} is safe and earns {}",
            value(safe.level),
            earns(safe)
        ),
    };
    let cliff = match chance::percent(now.threshold).as_str() {
        "certain" => "is certain to reach its cliff".to_owned(),
        "none" => "has no chance to reach its cliff".to_owned(),
        percent => format!("reaches its cliff with a chance of {percent}"),
    };
    format!(
        "{}: with the target of {} it {cliff} and earns {} on average; {safe_says}.",
        indicator.name,
        value(now.level),
        earns(now)
    )
}

/// A value with the unit of its indicator.
pub(super) fn measured(indicator: &Indicator, level: Decimal) -> String {
    unit::with(&number::value(level, indicator.decimals), &indicator.unit)
}

/// The text of a value with so many places.
fn places(decimals: u8) -> Format {
    match decimals {
        0 => |value| decimal(value, 0),
        1 => |value| decimal(value, 1),
        2 => |value| decimal(value, 2),
        3 => |value| decimal(value, 3),
        _ => |value| decimal(value, 6),
    }
}
