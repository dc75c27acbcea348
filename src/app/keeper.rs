//! Keeps the workbook on screen at every change, and says once where that fails.

use crate::app::shelf::{self, Keeping, Times};
use crate::app::state::{Notice, State};
use crate::app::store::Store;
use crate::app::update::Action;
use crate::model::Workbook;
use std::rc::Rc;

/// What one window has kept, and whether it has said that it cannot.
#[derive(Debug, Default)]
pub struct Keeper {
    last: Option<Last>,
    told: bool,
}

/// What was kept last.
#[derive(Debug)]
struct Last {
    document: u32,
    workbook: Rc<Workbook>,
    changed: u64,
}

impl Keeper {
    /// Keeps the workbook on screen; `now` is in milliseconds since 1970.
    ///
    /// Answers with what is left to do: to say that it is not kept, which is said once until
    /// something is kept again, or to go on under another number.
    #[must_use]
    pub fn keep(&mut self, store: &impl Store, state: &State, now: u64) -> Option<Action> {
        let last = self
            .last
            .as_ref()
            .filter(|last| last.document == state.document);
        let before = last.map_or(&state.opened, |last| &last.workbook);
        let same = Rc::ptr_eq(before, &state.workbook);
        let known = match last {
            Some(last) => Some(last.changed),
            // It was taken down a moment ago, unless another window has changed it since; or it is new.
            None => {
                let there = shelf::take(store, state.document).ok();
                let there = there.filter(|there| there.workbook == *state.opened);
                there.map(|there| there.changed)
            }
        };
        let changed = match known {
            Some(known) if same => known,
            // Two changes within a millisecond are two changes. A link may have brought one before the first is kept.
            Some(known) => now.max(known + 1),
            None => now,
        };
        let times = Times {
            now,
            changed,
            known,
        };
        let kept = shelf::keep(store, state, times);
        if kept == Ok(Keeping::Elsewhere) {
            // What another window did stands; here only the view or the open scenario is another.
            return (!same).then(|| Action::GoOnAs(shelf::fresh(store, state.document)));
        }
        self.last = Some(Last {
            document: state.document,
            workbook: Rc::clone(&state.workbook),
            changed,
        });
        let told = std::mem::replace(&mut self.told, kept.is_err());
        let error = kept.err().filter(|_| !told)?;
        let before = state.notice.iter().map(|notice| notice.says.as_str());
        let says: Vec<&str> = before.chain([shelf::refusal(error)]).collect();
        Some(Action::Tell(Notice::lasting(says.join(" "))))
    }

    /// Whether something was changed since the workbook was opened and could not be kept.
    #[must_use]
    pub fn would_lose(&self, state: &State) -> bool {
        self.told && !Rc::ptr_eq(&state.opened, &state.workbook)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::store::StoreError;
    use crate::app::store::stand_in::Shelf;
    use crate::app::{Edit, View, update};
    use crate::model::ScenarioId;
    use crate::presets;

    fn start() -> State {
        let workbook = Rc::new((presets::all()[0].workbook)());
        State::open(workbook, ScenarioId(2), 1)
    }

    fn renamed(state: &State, name: &str) -> State {
        let rename = Edit::RenameScenario(ScenarioId(2), name.to_owned());
        update(state, Action::Commit(rename))
    }

    #[test]
    fn every_change_is_kept() {
        let (shelf, mut keeper) = (Shelf::default(), Keeper::default());
        let mut state = start();
        for name in ["Ours", "Theirs"] {
            state = renamed(&state, name);
            assert!(keeper.keep(&shelf, &state, 5).is_none());
            let kept = shelf::take(&shelf, 1).unwrap();
            assert_eq!(kept.workbook, *state.workbook);
        }
    }

    #[test]
    fn a_refusal_is_said_once_with_what_was_said_before() {
        let shelf = Shelf::refusing(StoreError::Blocked);
        let mut keeper = Keeper::default();
        let state = update(&start(), Action::Tell(Notice::fact("Opened.")));
        let Some(Action::Tell(notice)) = keeper.keep(&shelf, &state, 1) else {
            panic!("nothing is said");
        };
        assert_eq!(
            notice.says,
            "Opened. This browser does not keep your work: save a file."
        );
        assert!(!keeper.would_lose(&state));
        // It is true of every change that follows, and of every view.
        let told = update(
            &renamed(&update(&state, Action::Tell(notice)), "Mine"),
            Action::Show(View::Reward),
        );
        assert!(told.notice.is_some());
        let changed = renamed(&state, "Ours");
        assert!(keeper.keep(&shelf, &changed, 2).is_none());
        assert!(keeper.would_lose(&changed));
        // There is room again.
        assert!(keeper.keep(&Shelf::default(), &changed, 3).is_none());
        assert!(!keeper.would_lose(&changed));
    }

    /// Two windows opened at once: the second had nothing kept yet when the first was changed.
    #[test]
    fn a_window_that_keeps_for_the_first_time_writes_over_no_change() {
        let shelf = Shelf::default();
        let (mut one, mut two) = (Keeper::default(), Keeper::default());
        let state = start();
        assert!(one.keep(&shelf, &state, 10).is_none());
        assert!(one.keep(&shelf, &renamed(&state, "One"), 12).is_none());
        assert!(two.keep(&shelf, &state, 13).is_none());
        let kept = shelf::take(&shelf, 1).unwrap().workbook;
        assert_eq!(kept.scenarios[1].name, "One");
        let changed = two.keep(&shelf, &renamed(&state, "Two"), 14);
        assert!(matches!(changed, Some(Action::GoOnAs(_))));
    }

    /// A link opened in a second window changes the workbook before that window keeps anything.
    #[test]
    fn what_a_link_brings_into_another_window_is_not_written_over() {
        let shelf = Shelf::default();
        let (mut one, mut two) = (Keeper::default(), Keeper::default());
        let state = start();
        assert!(one.keep(&shelf, &state, 10).is_none());
        assert!(two.keep(&shelf, &renamed(&state, "Theirs"), 11).is_none());
        let turned = update(&state, Action::Show(View::Reward));
        assert!(one.keep(&shelf, &turned, 12).is_none());
        let kept = shelf::take(&shelf, 1).unwrap().workbook;
        assert_eq!(kept.scenarios[1].name, "Theirs");
        let changed = one.keep(&shelf, &renamed(&turned, "Ours"), 13);
        assert!(matches!(changed, Some(Action::GoOnAs(_))));
    }

    /// A later version of the page may write what this one cannot read.
    #[test]
    fn a_text_that_this_version_cannot_read_is_not_written_over() {
        let (shelf, mut keeper) = (Shelf::default(), Keeper::default());
        let state = start();
        assert!(keeper.keep(&shelf, &state, 10).is_none());
        let newer = shelf::text(&shelf, 1).unwrap().replacen("1", "2", 1);
        shelf::put_back(&shelf, 1, &newer).unwrap();
        let changed = keeper.keep(&shelf, &renamed(&state, "Ours"), 11);
        assert!(matches!(changed, Some(Action::GoOnAs(2))));
        assert_eq!(shelf::text(&shelf, 1), Some(newer));
    }

    #[test]
    fn two_windows_do_not_write_over_each_other() {
        let shelf = Shelf::default();
        let (mut one, mut two) = (Keeper::default(), Keeper::default());
        let state = start();
        assert!(one.keep(&shelf, &state, 10).is_none());
        assert!(two.keep(&shelf, &state, 11).is_none());
        assert!(one.keep(&shelf, &renamed(&state, "One"), 12).is_none());
        let turned = update(&state, Action::Show(View::Reward));
        assert!(two.keep(&shelf, &turned, 13).is_none());
        let after = renamed(&turned, "Two");
        let Some(Action::GoOnAs(document)) = two.keep(&shelf, &after, 14) else {
            panic!("it was written over");
        };
        let after = update(&after, Action::GoOnAs(document));
        assert!(two.keep(&shelf, &after, 15).is_none());
        let names: Vec<String> = [1, document]
            .map(|number| shelf::take(&shelf, number).unwrap().workbook)
            .map(|workbook| workbook.scenarios[1].name.clone())
            .into();
        assert_eq!(names, ["One", "Two"]);
    }
}
