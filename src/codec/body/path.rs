//! The values of an indicator by year as decisions: paths are expected to go on as they went.

use crate::codec::body::coder::{Chance, Coder};
use crate::codec::body::number::Signed;
use crate::codec::varint::Flaw;
use crate::model::Decimal;

/// The value so many units from a level in millionths.
pub(super) fn at(level: i64, units: i64, unit: i64) -> Result<Decimal, Flaw> {
    let moved = units.checked_mul(unit).and_then(|by| level.checked_add(by));
    Decimal::from_millionths(moved.ok_or(Flaw::OutOfRange)?).map_err(|_| Flaw::OutOfRange)
}

/// Decides the values of an indicator by year.
pub(super) struct Path {
    something: Chance,
    stated: Chance,
    level: Signed,
    first: Signed,
    second: Signed,
    later: Signed,
}

impl Path {
    pub(super) fn new() -> Self {
        Self {
            something: Chance::NEW,
            stated: Chance::NEW,
            level: Signed::like(&[30, 80, 150, 400, 900]),
            first: Signed::like(&[0, 0, 3, 10, 20]),
            second: Signed::like(&[0, 0, 2, 8, 15]),
            later: Signed::like(&[0, 0, 1, 3]),
        }
    }

    /// Passes a value of which nothing is known.
    pub(super) fn level(
        &mut self,
        coder: &mut dyn Coder,
        unit: i64,
        value: Decimal,
    ) -> Result<Decimal, Flaw> {
        at(0, self.level.pass(coder, value.millionths() / unit)?, unit)
    }

    /// Passes the values of all years; years at the end without one are left out of the list.
    pub(super) fn pass(
        &mut self,
        coder: &mut dyn Coder,
        unit: i64,
        years: usize,
        start: Option<Decimal>,
        values: &mut Vec<Option<Decimal>>,
    ) -> Result<(), Flaw> {
        if !coder.decide(&mut self.something, values.iter().any(Option::is_some))? {
            values.clear();
            return Ok(());
        }
        values.resize(years, None);
        let mut before = (None, start.map(Decimal::millionths));
        for value in values.iter_mut() {
            if !coder.decide(&mut self.stated, value.is_some())? {
                *value = None;
                continue;
            }
            let held = value.unwrap_or_default();
            let passed = match before {
                (_, None) => self.level(coder, unit, held)?,
                (None, Some(last)) => {
                    let chances = if start.is_some() {
                        &mut self.first
                    } else {
                        &mut self.second
                    };
                    step_from(coder, chances, last, unit, held)?
                }
                (Some(earlier), Some(last)) => {
                    let expected = last.saturating_add(last.saturating_sub(earlier));
                    let chances = if start.is_some() {
                        &mut self.second
                    } else {
                        &mut self.later
                    };
                    step_from(coder, chances, expected, unit, held)?
                }
            };
            before = (before.1, Some(passed.millionths()));
            *value = Some(passed);
        }
        while values.last() == Some(&None) {
            values.pop();
        }
        Ok(())
    }
}

fn step_from(
    coder: &mut dyn Coder,
    chances: &mut Signed,
    expected: i64,
    unit: i64,
    value: Decimal,
) -> Result<Decimal, Flaw> {
    let off = value.millionths().saturating_sub(expected) / unit;
    at(expected, chances.pass(coder, off)?, unit)
}
