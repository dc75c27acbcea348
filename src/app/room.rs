//! What the page does for a room full of people: large type, steps through views and scenarios, and a tour.

use crate::app::shelf;
use crate::app::store::Store;
use crate::app::update::Action;
use crate::app::view::View;

/// How the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Whether type is large, for a projector, and changed figures flash.
    pub meeting: bool,
    /// The stop of the tour that one is at.
    pub tour: Option<usize>,
}

/// A stop of the tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The view that it is about.
    pub view: View,
    /// What it is called.
    pub title: &'static str,
    /// What there is to be seen and done.
    pub says: &'static str,
}

/// The tour, in the order in which an agreement is read.
pub const TOUR: [Stop; 5] = [
    Stop {
        view: View::Position,
        title: "Where we stand",
        says: "The sentence at the top is the position: what the open scenario earns. The strips show each indicator against its \
               cliff, below which nothing is paid. Scenarios are listed beside or above it; a press on any figure shows how it is worked out.",
    },
    Stop {
        view: View::Allocation,
        title: "What if?",
        says: "Type money over any amount: rewards, scores and what cannot be paid follow each key. Escape gives a figure up, \
               Undo takes a step back, and nothing is lost.",
    },
    Stop {
        view: View::Funding,
        title: "What the fences do",
        says: "Every stream with its years and its fence. Ask for single freedoms and see what each is worth. Another set-up, \
               such as a single pot, is chosen on Allocation.",
    },
    Stop {
        view: View::Risk,
        title: "How sure is it?",
        says: "A reward behind a cliff is a gamble. Say how much of each improvement could fail to come, and see the chance of \
               any sum: computed, so that whoever has the same risks sees the same.",
    },
    Stop {
        view: View::Compare,
        title: "The offer",
        says: "Copy link sends the scenario; nothing leaves this browser otherwise. A link that comes back opens here as a list of \
               differences, each with its worth in pounds, to be taken or left.",
    },
];

/// The key under which a browser keeps that the tour has begun by itself.
const TOURED: &str = "laa.toured";

/// What a first visit begins with: the tour, once in a browser, and never where that cannot be remembered
/// or something has been worked on before.
#[must_use]
pub fn welcome(store: &impl Store) -> Option<Action> {
    let before = shelf::any(store) || store.get(TOURED).ok()?.is_some();
    let begins = !before && store.set(TOURED, "yes").is_ok();
    begins.then_some(Action::Tour(Some(0)))
}

/// What lies so many places after one thing in a list, round and round.
pub(crate) fn step<T: Copy + PartialEq>(all: &[T], from: T, by: isize) -> T {
    let count = all.len().cast_signed();
    let place = all.iter().position(|&other| other == from);
    let Some(place) = place.map(usize::cast_signed).filter(|_| count > 0) else {
        return from;
    };
    let next = (place + by).rem_euclid(count).cast_unsigned();
    all.get(next).copied().unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::shelf::Times;
    use crate::app::store::StoreError;
    use crate::app::store::stand_in::Shelf;
    use crate::app::{State, update};
    use crate::presets;
    use std::rc::Rc;

    fn state() -> State {
        let workbook = Rc::new(presets::illustration());
        let base = workbook.base;
        State::open(workbook, base, 1)
    }

    #[test]
    fn stepping_goes_through_every_view_and_comes_back() {
        let mut state = state();
        let mut seen = Vec::new();
        for _ in View::ALL {
            seen.push(state.view);
            state = update(&state, Action::StepView(1));
        }
        assert_eq!(seen, View::ALL);
        assert_eq!(state.view, View::Position);
        assert_eq!(update(&state, Action::StepView(-1)).view, View::Agreement);
    }

    #[test]
    fn stepping_goes_through_the_scenarios_and_comes_back() {
        let state = state();
        let next = update(&state, Action::StepScenario(1));
        assert_ne!(next.open, state.open);
        let count = state.workbook.scenarios.len();
        let round = (0..count).fold(state.clone(), |state, _| {
            update(&state, Action::StepScenario(1))
        });
        assert_eq!(round.open, state.open);
        assert_eq!(update(&next, Action::StepScenario(-1)).open, state.open);
    }

    #[test]
    fn the_tour_shows_what_it_speaks_of_and_ends() {
        let mut state = update(&state(), Action::Tour(Some(0)));
        for stop in TOUR {
            assert_eq!(state.view, stop.view);
            let next = state.room.tour.unwrap() + 1;
            state = update(&state, Action::Tour(Some(next)));
        }
        assert_eq!(state.room.tour, None);
    }

    #[test]
    fn a_first_visit_begins_with_the_tour_and_a_second_does_not() {
        let shelf = Shelf::default();
        assert!(matches!(welcome(&shelf), Some(Action::Tour(Some(0)))));
        assert!(welcome(&shelf).is_none());
    }

    #[test]
    fn one_who_has_worked_here_is_not_shown_round_unasked() {
        let shelf = Shelf::default();
        let times = Times {
            now: 1,
            changed: 1,
            known: None,
        };
        shelf::keep(&shelf, &state(), times).unwrap();
        assert!(welcome(&shelf).is_none());
    }

    #[test]
    fn where_nothing_can_be_kept_the_tour_waits_to_be_asked_for() {
        let blocked = Shelf::refusing(StoreError::Blocked);
        assert!(welcome(&blocked).is_none());
    }

    #[test]
    fn another_workbook_is_shown_in_the_same_room() {
        let state = update(&state(), Action::Meet(true));
        let adopted = update(
            &state,
            Action::Adopt {
                workbook: Rc::clone(&state.workbook),
                open: state.open,
                document: 2,
                notice: None,
            },
        );
        assert!(adopted.room.meeting);
    }
}
