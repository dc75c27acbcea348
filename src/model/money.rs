//! Money and shares as integers, and the one way in which a sum is split into parts.

use crate::model::order;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// Whole pounds, as people type them.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Pounds(pub i64);

/// Pence, as the engine computes them.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Pence(pub i64);

/// Hundredths of one per cent: 10,000 is the whole.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct BasisPoints(pub u32);

impl BasisPoints {
    /// The whole: 100%.
    pub const WHOLE: Self = Self(10_000);

    /// This share of whole pounds, rounded down to a pound.
    #[must_use]
    pub fn of_pounds(self, whole: Pounds) -> Pounds {
        Pounds(clamp(
            (i128::from(whole.0) * i128::from(self.0)).div_euclid(10_000),
        ))
    }

    /// This share of a sum in pence, half a penny up.
    #[must_use]
    pub fn of_pence(self, whole: Pence) -> Pence {
        Pence(clamp(
            (i128::from(whole.0) * i128::from(self.0) * 2 + 10_000).div_euclid(20_000),
        ))
    }
}

impl Pounds {
    /// The same sum in pence.
    #[must_use]
    pub fn pence(self) -> Pence {
        Pence(self.0.saturating_mul(100))
    }

    /// This sum, or nothing where it is negative.
    #[must_use]
    pub fn or_nothing(self) -> Self {
        Self(self.0.max(0))
    }
}

impl Pence {
    /// Half of a sum of pence rounded away from nothing: the part that takes the odd penny.
    #[must_use]
    pub fn larger_half(self) -> Self {
        Self(self.0 - self.0 / 2)
    }
}

macro_rules! arithmetic {
    ($($name:ident)*) => {$(
        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0.saturating_add(other.0))
            }
        }
        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0.saturating_sub(other.0))
            }
        }
        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(self.0.saturating_neg())
            }
        }
        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                *self = *self + other;
            }
        }
        impl SubAssign for $name {
            fn sub_assign(&mut self, other: Self) {
                *self = *self - other;
            }
        }
        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
                parts.fold(Self(0), Add::add)
            }
        }
    )*};
}

arithmetic! { Pounds Pence }

/// Splits a sum by weights so that the parts add up to it: each part is rounded towards nothing and
/// what remains goes, a unit each, to the largest remainders, ties to the earlier part.
/// Where no weight is positive every part is nothing.
#[must_use]
pub fn split(whole: i64, weights: &[u64]) -> Vec<i64> {
    let total: u128 = weights.iter().map(|&w| u128::from(w)).sum();
    let size = whole.unsigned_abs();
    let mut parts = vec![0_i64; weights.len()];
    if total == 0 || size == 0 {
        return parts;
    }
    let mut rest = size;
    let mut remainders = Vec::new();
    for (index, &weight) in weights
        .iter()
        .enumerate()
        .filter(|(_, weight)| **weight > 0)
    {
        let (part, remainder) = share(size, weight, total);
        rest -= part;
        parts[index] = part as i64;
        remainders.push((remainder, index));
    }
    order::by_key(&mut remainders, |&(remainder, _)| Reverse(remainder));
    for &(_, index) in remainders.iter().take(rest as usize) {
        parts[index] += 1;
    }
    if whole < 0 {
        parts.iter_mut().for_each(|part| *part = -*part);
    }
    parts
}

/// The whole part of a weighted share and what remains of it over the total.
fn share(size: u64, weight: u64, total: u128) -> (u64, u128) {
    // Nearly every sum fits into 64 bits, where division is many times faster.
    if let (Some(product), Ok(total)) = (size.checked_mul(weight), u64::try_from(total)) {
        return (product / total, u128::from(product % total));
    }
    let product = u128::from(size) * u128::from(weight);
    ((product / total) as u64, product % total)
}

/// A wide integer as a sum of money, held at the ends of the range.
fn clamp(wide: i128) -> i64 {
    wide.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_odd_penny_goes_to_the_largest_remainder_then_to_the_earlier_part() {
        assert_eq!(split(100, &[1, 1, 1]), [34, 33, 33]);
        assert_eq!(split(100, &[1, 1, 4]), [17, 17, 66]);
        assert_eq!(split(-100, &[1, 1, 1]), [-34, -33, -33]);
        assert_eq!(split(100, &[0, 0]), [0, 0]);
    }

    #[test]
    fn a_half_penny_is_rounded_up() {
        assert_eq!(BasisPoints(5_000).of_pence(Pence(3)), Pence(2));
        assert_eq!(
            BasisPoints(6_000).of_pence(Pence(2_981_630)),
            Pence(1_788_978)
        );
    }

    #[test]
    fn the_larger_half_takes_the_odd_penny_on_either_side_of_nothing() {
        assert_eq!(Pence(5).larger_half(), Pence(3));
        assert_eq!(Pence(-5).larger_half(), Pence(-3));
    }

    proptest! {
        #[test]
        fn parts_sum_to_the_whole_and_lie_within_one_of_their_share(
            whole in -10_000_000_000_000_i64..10_000_000_000_000,
            weights in proptest::collection::vec(0_u64..1_000_000, 1..20),
        ) {
            let total: u64 = weights.iter().sum();
            prop_assume!(total > 0);
            let parts = split(whole, &weights);
            prop_assert_eq!(parts.iter().sum::<i64>(), whole);
            for (part, weight) in parts.iter().zip(&weights) {
                let exact = i128::from(whole) * i128::from(*weight);
                let apart = (i128::from(*part) * i128::from(total) - exact).abs();
                prop_assert!(apart < i128::from(total));
            }
        }
    }
}
