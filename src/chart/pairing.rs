//! Which marks of a picture become which marks of the next one, so that only what differs is drawn anew.

use crate::chart::scene::Mark;
use crate::chart::svg::element;

/// How far ahead a mark is looked for that does not stand in its place.
const AHEAD: usize = 24;

/// What happens to the marks, from first to last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The next mark of before becomes the next mark of after.
    Keep,
    /// The next mark of before is taken away.
    Remove,
    /// The next mark of after is drawn anew.
    Draw,
}

/// The turns that lead from the marks of before to those of after, in order.
///
/// A mark is kept where both are the same kind of element and stand for the same thing. Where others stand in
/// between, the nearer of the two that match decides whether marks have gone or come.
#[must_use]
pub fn turns(before: &[Mark], after: &[Mark]) -> Vec<Turn> {
    let mut turns = Vec::with_capacity(before.len().max(after.len()));
    let (mut old, mut new) = (before, after);
    while let ([gone, old_rest @ ..], [come, new_rest @ ..]) = (old, new) {
        if alike(gone, come) {
            turns.push(Turn::Keep);
            (old, new) = (old_rest, new_rest);
            continue;
        }
        let in_old = old.iter().take(AHEAD).position(|mark| alike(mark, come));
        let in_new = new.iter().take(AHEAD).position(|mark| alike(gone, mark));
        match (in_old, in_new) {
            (Some(away), Some(ahead)) if away > ahead => {
                turns.push(Turn::Draw);
                new = new_rest;
            }
            (None, Some(_)) => {
                turns.push(Turn::Draw);
                new = new_rest;
            }
            (Some(_), _) => {
                turns.push(Turn::Remove);
                old = old_rest;
            }
            (None, None) => {
                turns.extend([Turn::Remove, Turn::Draw]);
                (old, new) = (old_rest, new_rest);
            }
        }
    }
    turns.extend(old.iter().map(|_| Turn::Remove));
    turns.extend(new.iter().map(|_| Turn::Draw));
    turns
}

/// Whether a mark can become another by changing its attributes and what it says.
fn alike(old: &Mark, new: &Mark) -> bool {
    let kind = |mark: &Mark| (element(&mark.shape), mark.title.is_some());
    kind(old) == kind(new) && old.key == new.key
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marks(keys: &[u8]) -> Vec<Mark> {
        let bar = |key: &u8| Mark::rect("bar", (0.0, 0.0), 1.0, 1.0).keyed(key.to_string());
        keys.iter().map(bar).collect()
    }

    fn count(turns: &[Turn], which: Turn) -> usize {
        turns.iter().filter(|&&turn| turn == which).count()
    }

    #[test]
    fn a_mark_that_comes_or_goes_leaves_all_others() {
        let (all, less) = (marks(&[1, 2, 3, 4, 5]), marks(&[1, 2, 4, 5]));
        use Turn::{Draw, Keep, Remove};
        assert_eq!(turns(&all, &less), [Keep, Keep, Remove, Keep, Keep]);
        assert_eq!(turns(&less, &all), [Keep, Keep, Draw, Keep, Keep]);
    }

    #[test]
    fn a_text_never_becomes_a_bar() {
        let text = Mark::text("soft", (0.0, 0.0), crate::chart::scene::Anchor::Start, "a");
        let bar = Mark::rect("bar", (0.0, 0.0), 1.0, 1.0);
        assert_eq!(turns(&[text], &[bar]), [Turn::Remove, Turn::Draw]);
    }

    proptest! {
        #[test]
        fn the_turns_lead_from_before_to_after(
            before in prop::collection::vec(0u8..40, 0..60),
            after in prop::collection::vec(0u8..40, 0..60),
        ) {
            let (old, new) = (marks(&before), marks(&after));
            let (mut from, mut to) = (old.iter(), new.iter());
            for turn in turns(&old, &new) {
                match turn {
                    Turn::Keep => prop_assert_eq!(from.next(), to.next()),
                    Turn::Remove => prop_assert!(from.next().is_some()),
                    Turn::Draw => prop_assert!(to.next().is_some()),
                }
            }
            prop_assert!(from.next().is_none() && to.next().is_none());
        }

        #[test]
        fn a_few_that_go_are_all_that_is_taken_away(gone in prop::collection::btree_set(0u8..100, 0..AHEAD)) {
            let all: Vec<u8> = (0..100).collect();
            let rest: Vec<u8> = all.iter().copied().filter(|key| !gone.contains(key)).collect();
            let found = turns(&marks(&all), &marks(&rest));
            prop_assert_eq!(count(&found, Turn::Remove), gone.len());
            prop_assert_eq!(count(&found, Turn::Draw), 0);
        }
    }
}
