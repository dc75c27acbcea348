//! How a difference that several changes make together is shared among them: the Shapley value.
//!
//! A change gets the mean of what it adds over every order in which the changes can be made
//! (L. S. Shapley, *A value for n-person games*, 1953). It is exact: sums are kept in whole
//! numbers over the number of orders, and rounded to pence once, at the end.

use crate::model::{Pence, order};

/// The most changes that are shared over: 2 to this power results are needed.
pub(crate) const MOST: usize = 10;

/// The share of each change, given what every subset of them is worth: the place of a subset in
/// `worths` has the bit of each change in it. The shares add up to what all are worth more than
/// none, odd pence by largest remainder, ties to the earlier change.
pub(crate) fn shares(worths: &[Pence]) -> Vec<Pence> {
    let count = worths.len().max(1).ilog2() as usize;
    let factorial = |n: usize| (1..=n as i128).product::<i128>();
    let orders = factorial(count);
    let mut exact = vec![0_i128; count];
    for (subset, worth) in worths.iter().enumerate() {
        let size = subset.count_ones() as usize;
        for (change, sum) in exact.iter_mut().enumerate() {
            // The orders in which it comes after exactly these, or before exactly the others.
            if subset & (1 << change) == 0 {
                *sum -= factorial(size) * factorial(count - size - 1) * i128::from(worth.0);
            } else {
                *sum += factorial(size - 1) * factorial(count - size) * i128::from(worth.0);
            }
        }
    }
    let mut parts: Vec<i128> = exact.iter().map(|sum| sum.div_euclid(orders)).collect();
    let whole = exact.iter().sum::<i128>() / orders;
    let rest = whole - parts.iter().sum::<i128>();
    let mut by_remainder: Vec<usize> = (0..count).collect();
    order::by_key(&mut by_remainder, |&change| {
        std::cmp::Reverse(exact[change].rem_euclid(orders))
    });
    for &change in by_remainder.iter().take(rest as usize) {
        parts[change] += 1;
    }
    parts.into_iter().map(|part| Pence(part as i64)).collect()
}

#[cfg(test)]
mod tests {
    use super::shares;
    use crate::model::Pence;
    use proptest::prelude::*;

    /// By the definition: every order of the changes in turn, as sums over the number of orders.
    fn over_every_order(worths: &[i64]) -> (Vec<i64>, i64) {
        fn visit(left: &[usize], made: usize, worths: &[i64], sums: &mut [i64], orders: &mut i64) {
            if left.is_empty() {
                *orders += 1;
            }
            for &next in left {
                let rest: Vec<usize> = left.iter().copied().filter(|&it| it != next).collect();
                let mut below = vec![0; sums.len()];
                let mut found = 0;
                visit(&rest, made | 1 << next, worths, &mut below, &mut found);
                for (sum, below) in sums.iter_mut().zip(below) {
                    *sum += below;
                }
                sums[next] += found * (worths[made | 1 << next] - worths[made]);
                *orders += found;
            }
        }
        let count = worths.len().ilog2() as usize;
        let (mut sums, mut orders) = (vec![0; count], 0);
        let all: Vec<usize> = (0..count).collect();
        visit(&all, 0, worths, &mut sums, &mut orders);
        (sums, orders)
    }

    fn of(worths: &[i64]) -> Vec<i64> {
        let worths: Vec<Pence> = worths.iter().map(|&worth| Pence(worth)).collect();
        shares(&worths).into_iter().map(|share| share.0).collect()
    }

    /// A glove is worth nothing, a pair 600: the one left glove is in demand. Of the six orders it
    /// completes a pair in four, each right glove in one.
    #[test]
    fn the_left_glove_gets_four_sixths() {
        // Bits: left, right, right.
        let pairs = [0, 0, 0, 600, 0, 600, 0, 600];
        assert_eq!(of(&pairs), [400, 100, 100]);
    }

    #[test]
    fn odd_pence_go_to_the_largest_remainder_and_the_column_adds_up() {
        // Each of three is worth a third of 100, 200 or 301 pence.
        assert_eq!(of(&[0, 0, 0, 0, 0, 0, 0, 100]), [34, 33, 33]);
        assert_eq!(of(&[0, 0, 0, 0, 0, 0, 0, -100]), [-33, -33, -34]);
    }

    #[test]
    fn nothing_is_shared_by_none() {
        assert_eq!(of(&[7]), [0_i64; 0]);
    }

    proptest! {
        #[test]
        fn each_is_within_a_penny_of_every_order_tried_and_together_they_are_all_of_it(
            count in 1_usize..6,
            worths in proptest::collection::vec(-400_000_000_i64..400_000_000, 32),
        ) {
            let worths = &worths[..1 << count];
            let found = of(worths);
            let (sums, orders) = over_every_order(worths);
            for (&share, &sum) in found.iter().zip(&sums) {
                prop_assert!((share * orders - sum).abs() < orders, "{share} of {sum}/{orders}");
            }
            prop_assert_eq!(found.iter().sum::<i64>(), worths[worths.len() - 1] - worths[0]);
        }

        /// The second change adds the same as the first to whatever is there; the third nothing.
        #[test]
        fn symmetric_changes_get_the_same_and_an_idle_one_nothing(
            one in -1_000_000_i64..1_000_000,
            both in -1_000_000_i64..1_000_000,
            fourth in -1_000_000_i64..1_000_000,
        ) {
            let worth = |subset: usize| {
                let money = match subset & 0b11 { 0 => 0, 0b11 => 2 * both, _ => one };
                money + if subset & 0b1000 == 0 { 0 } else { fourth }
            };
            let found = of(&(0..16).map(worth).collect::<Vec<_>>());
            prop_assert_eq!(found, [both, both, 0, fourth]);
        }
    }
}
