//! Sums of streams: what counts, what it may rise to, and how many amounts were never stated.

use crate::app::state::State;
use crate::model::{Amount, Pounds, Stream};
use crate::text::{amount, money};

/// A sum of amounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// What counts, in pounds: ranges at their low end, gaps as nothing.
    pub counted: Pounds,
    /// What it rises to if every range ends high.
    pub at_most: Pounds,
    /// Amounts in it.
    pub amounts: usize,
    /// Amounts in it that were never stated.
    pub gaps: usize,
}

impl Sum {
    /// With one more amount in it.
    #[must_use]
    pub fn with(self, amount: Amount) -> Self {
        Self {
            counted: self.counted + amount.counted(),
            at_most: self.at_most + amount.at_most(),
            amounts: self.amounts + 1,
            gaps: self.gaps + usize::from(amount == Amount::NotStated),
        }
    }

    /// Together with another sum.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            counted: self.counted + other.counted,
            at_most: self.at_most + other.at_most,
            amounts: self.amounts + other.amounts,
            gaps: self.gaps + other.gaps,
        }
    }

    /// The figure of a cell: `not stated` where nothing in it was.
    #[must_use]
    pub fn figure(self) -> String {
        if self.amounts > 0 && self.gaps == self.amounts {
            "not stated".to_owned()
        } else {
            money::typed(self.counted)
        }
    }

    /// What a person should know beside the figure: how high it may rise, how much is not in it.
    #[must_use]
    pub fn beside(self) -> String {
        let mut notes = Vec::new();
        if self.at_most > self.counted {
            notes.push(format!("up to {}", money::typed(self.at_most)));
        }
        if self.gaps > 0 && self.gaps < self.amounts {
            notes.push(format!("{} not stated", self.gaps));
        }
        notes.join(", ")
    }

    /// Three significant figures with what it may rise to.
    #[must_use]
    pub fn short(self) -> String {
        amount::up_to(self.counted, self.at_most, money::short)
    }
}

/// The sum over some streams, for each of a number of years.
pub(super) fn of<'a>(streams: impl Iterator<Item = &'a &'a Stream>, years: usize) -> Vec<Sum> {
    let mut sums = vec![Sum::default(); years];
    for stream in streams {
        for (year, sum) in sums.iter_mut().enumerate() {
            *sum = sum.with(stream.amount(year));
        }
    }
    sums
}

/// The sum over the streams that are kept, for each year.
#[must_use]
pub fn by_year(state: &State, keep: impl Fn(&Stream) -> bool) -> Vec<Sum> {
    let agreement = &state.shown().agreement;
    let kept: Vec<&Stream> = agreement
        .streams
        .iter()
        .filter(|stream| keep(stream))
        .collect();
    of(kept.iter(), agreement.year_count())
}

/// The sum over the streams that are kept and over all years.
#[must_use]
pub fn all(state: &State, keep: impl Fn(&Stream) -> bool) -> Sum {
    over(&by_year(state, keep))
}

/// The sum over years.
#[must_use]
pub fn over(years: &[Sum]) -> Sum {
    years.iter().copied().fold(Sum::default(), Sum::and)
}
