//! Pounds as decisions: each stream, row or sum with its own scale of £1, £100 or £1,000.

use std::sync::LazyLock;

use crate::codec::body::coder::{Chance, Coder};
use crate::codec::body::number::{Choice, Number, Signed};
use crate::codec::varint::Flaw;
use crate::model::{Grid, OutcomeId, Pounds, limits};

/// The scales on which sums are written. Append-only, and outgrown only by a new schema: see [`Choice::among`].
const SCALES: [i64; 3] = [1, 100, 1_000];

/// Sums as they are usually typed, in thousands.
static USUAL: LazyLock<Number> =
    LazyLock::new(|| Number::like(&[20, 45, 60, 90, 120, 180, 250, 400]));

/// Changes from year to year as they are usually typed, in thousands.
static USUAL_CHANGES: LazyLock<Number> =
    LazyLock::new(|| Number::like(&[0, 0, 2, 5, 8, 10, 20, 40]));

/// The largest scale on which every one of these sums is whole.
fn scale_of(sums: &[i64]) -> i64 {
    let whole = |scale: &&i64| sums.iter().all(|sum| sum % **scale == 0);
    SCALES.iter().rev().find(whole).copied().unwrap_or(1)
}

fn in_range(pounds: i64) -> Result<Pounds, Flaw> {
    if (0..=limits::POUNDS).contains(&pounds) {
        Ok(Pounds(pounds))
    } else {
        Err(Flaw::OutOfRange)
    }
}

/// Decides one sum.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    scale: Choice,
    number: Number,
}

impl Sum {
    pub(super) fn new() -> Self {
        Self {
            scale: Choice::among(SCALES.len()),
            number: USUAL.clone(),
        }
    }

    /// Passes a sum within the limits of the model.
    pub(super) fn pass(&mut self, coder: &mut dyn Coder, sum: Pounds) -> Result<Pounds, Flaw> {
        let scale = self.scale.one_of(coder, &SCALES, scale_of(&[sum.0]))?;
        let number = self
            .number
            .up_to(coder, limits::POUNDS as u64, (sum.0 / scale) as u64)?;
        in_range(number as i64 * scale)
    }
}

/// Decides changes of one kind: a scale for all, then each.
#[derive(Clone, Debug)]
struct Changes {
    scale: Choice,
    size: Signed,
}

impl Changes {
    fn like(usual: &Number) -> Self {
        Self {
            scale: Choice::among(SCALES.len()),
            size: Signed::sized(usual.clone()),
        }
    }

    fn pass(&mut self, coder: &mut dyn Coder, changes: &mut [i64]) -> Result<(), Flaw> {
        if changes.is_empty() {
            return Ok(());
        }
        let scale = self.scale.one_of(coder, &SCALES, scale_of(changes))?;
        for change in changes {
            let number = self.size.pass(coder, *change / scale)?;
            *change = number.checked_mul(scale).ok_or(Flaw::OutOfRange)?;
        }
        Ok(())
    }
}

/// Decides the sums of several years: the first, then how they change.
#[derive(Clone, Debug)]
pub(super) struct Row {
    something: Chance,
    first: Changes,
    later: Changes,
}

impl Row {
    /// For sums of which nothing is known.
    pub(super) fn new() -> Self {
        Self {
            something: Chance::NEW,
            first: Changes::like(&USUAL),
            later: Changes::like(&USUAL_CHANGES),
        }
    }

    /// For sums that are compared with those of another scenario.
    pub(super) fn of_changes() -> Self {
        Self {
            first: Changes::like(&USUAL_CHANGES),
            ..Self::new()
        }
    }

    /// Passes the sums of the years; each is expected to equal the year before.
    pub(super) fn pass(&mut self, coder: &mut dyn Coder, sums: &mut [i64]) -> Result<(), Flaw> {
        let mut before = 0;
        let mut changes = sums.to_vec();
        for change in &mut changes {
            (*change, before) = (change.saturating_sub(before), *change);
        }
        self.changes(coder, &mut changes)?;
        let mut held = 0_i64;
        for (sum, change) in sums.iter_mut().zip(changes) {
            held = in_range(held.saturating_add(change))?.0;
            *sum = held;
        }
        Ok(())
    }

    /// Passes the sums of the years, each expected to be what `other` has.
    fn pass_beside(
        &mut self,
        coder: &mut dyn Coder,
        other: &[i64],
        sums: &mut [i64],
    ) -> Result<(), Flaw> {
        let mut changes: Vec<i64> = sums
            .iter()
            .zip(other)
            .map(|(sum, other)| sum.saturating_sub(*other))
            .collect();
        self.changes(coder, &mut changes)?;
        for ((sum, other), change) in sums.iter_mut().zip(other).zip(changes) {
            *sum = in_range(other.saturating_add(change))?.0;
        }
        Ok(())
    }

    fn changes(&mut self, coder: &mut dyn Coder, changes: &mut [i64]) -> Result<(), Flaw> {
        let something = changes.iter().any(|change| *change != 0);
        if !coder.decide(&mut self.something, something)? {
            changes.fill(0);
            return Ok(());
        }
        let (first, later) = changes.split_at_mut(1.min(changes.len()));
        self.first.pass(coder, first)?;
        self.later.pass(coder, later)
    }
}

/// Passes the pounds of every outcome and year, alone or beside another grid.
pub(super) fn pass_grid(
    coder: &mut dyn Coder,
    row: &mut Row,
    outcomes: &[OutcomeId],
    years: usize,
    beside: Option<&Grid>,
    grid: &mut Grid,
) -> Result<(), Flaw> {
    let sums_of = |grid: &Grid, outcome: OutcomeId| -> Vec<i64> {
        (0..years).map(|year| grid.get(outcome, year).0).collect()
    };
    for &outcome in outcomes {
        let mut sums = sums_of(grid, outcome);
        match beside {
            None => row.pass(coder, &mut sums)?,
            Some(other) => row.pass_beside(coder, &sums_of(other, outcome), &mut sums)?,
        }
        for (year, &sum) in sums.iter().enumerate() {
            grid.set(outcome, year, Pounds(sum));
        }
    }
    Ok(())
}
