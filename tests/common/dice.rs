//! How is a random agreement rolled? From a run of numbers, of which smaller ones give simpler agreements.

use proptest::prelude::*;

/// A run of numbers; where it ends, noughts follow.
#[derive(Debug)]
pub(crate) struct Dice {
    rolls: Vec<u16>,
    next: usize,
}

impl Dice {
    /// Runs of up to a length.
    pub(crate) fn up_to(length: usize) -> impl Strategy<Value = Self> {
        let rolls = proptest::collection::vec(any::<u16>(), 0..length);
        rolls.prop_map(|rolls| Self { rolls, next: 0 })
    }

    /// A number from nothing to a limit.
    pub(crate) fn to(&mut self, most: i64) -> i64 {
        let roll = self.rolls.get(self.next).copied().unwrap_or(0);
        self.next += 1;
        i64::from(roll) % (most + 1)
    }

    pub(crate) fn once_in(&mut self, times: i64) -> bool {
        self.to(times - 1) == times - 1
    }

    pub(crate) fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.to(of.len() as i64 - 1) as usize]
    }

    /// A number for each year.
    pub(crate) fn years(&mut self, years: u8, most: i64) -> Vec<i64> {
        (0..years).map(|_| self.to(most)).collect()
    }
}
