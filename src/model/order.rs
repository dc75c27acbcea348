//! Puts lists in order, with one sorting routine in the program however many kinds of lists there are.
//!
//! The sort of the standard library is compiled anew, several kilobytes each time, for every type and every
//! order; a page that is fetched over a council's network cannot afford thirty of them. The searches in [`solve`](crate::solve)
//! run beside it and use that sort.

use std::cmp::Ordering;

/// Puts a list in the order of a key; what is equal stays in its order.
pub fn by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    by(list, |one, other| key(one).cmp(&key(other)));
}

/// Puts a list in an order; what is equal stays in its order.
pub fn by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut from = places(list.len(), &mut |one, other| {
        compare(&list[one], &list[other])
    });
    for place in 0..from.len() {
        // What was to come here may have been moved on by an earlier exchange.
        let mut source = from[place];
        while source < place {
            source = from[source];
        }
        from[place] = source;
        list.swap(place, source);
    }
}

/// Where the entry of each place in the order stands.
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|&one, &other| compare(one, other));
    places
}

#[cfg(test)]
mod tests {
    use super::{by, by_key};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_the_standard_library(list in prop::collection::vec((0_u8..9, any::<u16>()), 0..60)) {
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            by_key(&mut ours, |entry| entry.0);
            theirs.sort_by_key(|entry| entry.0);
            prop_assert_eq!(ours, theirs);

            let (mut ours, mut theirs) = (list.clone(), list);
            by(&mut ours, |one, other| other.cmp(one));
            theirs.sort_by(|one, other| other.cmp(one));
            prop_assert_eq!(ours, theirs);
        }
    }
}
