//! The library keeps what it is told to, gives back what was deleted, and says what stands in the way.

use super::*;
use crate::app::keeper::Keeper;
use crate::app::show::library::library;
use crate::app::store::stand_in::Shelf;
use crate::app::{Action, Edit, State, update};
use crate::presets;
use std::rc::Rc;

/// The samples on a shelf, as numbers 1 to 4.
fn shelf() -> Shelf {
    let shelf = Shelf::default();
    for (at, sample) in presets::all().iter().enumerate() {
        let workbook = (sample.workbook)();
        shelf::put(&shelf, &workbook, workbook.base, at as u64, 0).unwrap();
    }
    shelf
}

fn titles(store: &Shelf, search: &str) -> Vec<String> {
    let books = library(store, search, 0).books.into_iter();
    books.map(|book| book.title).collect()
}

#[test]
fn workbooks_are_listed_with_the_last_first_and_found_by_words_of_their_titles() {
    let shelf = shelf();
    let all = titles(&shelf, " ");
    assert_eq!(all.len(), presets::all().len());
    assert_eq!(all[all.len() - 1], presets::all()[0].title);
    assert_eq!(titles(&shelf, "somerset BATH"), [presets::all()[1].title]);
    let none = library(&shelf, "Narnia", 0);
    assert_eq!(none.nothing.unwrap(), "No title has “Narnia” in it.");
    let empty = library(&Shelf::default(), "", 0);
    assert_eq!(empty.nothing.unwrap(), "Nothing is kept in this browser.");
    assert_eq!(empty.used, "0 workbooks take 0 KB of about 10.0 MB.");
    let sole = Shelf::default();
    let workbook = presets::illustration();
    shelf::put(&sole, &workbook, workbook.base, 0, 0).unwrap();
    let used = library(&sole, "", 0).used;
    assert!(used.starts_with("1 workbook takes "), "{used}");
}

#[test]
fn a_copy_stands_beside_what_it_was_copied_from() {
    let shelf = shelf();
    let copy = duplicate(&shelf, 1, 0, 99).unwrap();
    let (own, copied) = (
        shelf::take(&shelf, 1).unwrap(),
        shelf::take(&shelf, copy).unwrap(),
    );
    assert_ne!(own.workbook.title, copied.workbook.title);
    assert_eq!(own.workbook.agreement, copied.workbook.agreement);
    assert_eq!(
        duplicate(&shelf, 77, 0, 99).unwrap_err(),
        "This workbook is no longer kept here."
    );
}

#[test]
fn what_is_deleted_comes_back_as_it_was() {
    let shelf = shelf();
    let before = shelf::take(&shelf, 2);
    let deleted = delete(&shelf, 2).unwrap();
    assert_eq!(deleted.title, presets::all()[1].title);
    assert!(shelf::take(&shelf, 2).is_err());
    restore(&shelf, &deleted, 0).unwrap();
    assert_eq!(shelf::take(&shelf, 2), before);
}

#[test]
fn what_another_window_kept_since_a_deletion_is_not_written_over() {
    let shelf = shelf();
    let there = shelf::take(&shelf, 2).unwrap().state(2);
    let mut window = Keeper::default();
    assert!(window.keep(&shelf, &there, 5).is_none());
    let deleted = delete(&shelf, 2).unwrap();
    let changed: State = update(&there, Action::Commit(Edit::Title("Theirs".to_owned())));
    assert!(window.keep(&shelf, &changed, 7).is_none());
    restore(&shelf, &deleted, 0).unwrap();
    let mut here = titles(&shelf, "");
    here.retain(|title| *title == "Theirs" || title == presets::all()[1].title);
    assert_eq!(here.len(), 2, "{here:?}");
}

#[test]
fn another_window_goes_on_as_a_copy_when_its_workbook_was_renamed_in_the_library() {
    let shelf = shelf();
    let there = shelf::take(&shelf, 1).unwrap().state(1);
    let mut window = Keeper::default();
    assert!(window.keep(&shelf, &there, 5).is_none());
    rename(&shelf, 1, "  Ours  ", 6).unwrap();
    assert_eq!(shelf::take(&shelf, 1).unwrap().workbook.title, "Ours");
    let changed: State = update(&there, Action::Commit(Edit::Title("Theirs".to_owned())));
    assert!(matches!(
        window.keep(&shelf, &changed, 7),
        Some(Action::GoOnAs(_))
    ));
    assert_eq!(shelf::take(&shelf, 1).unwrap().workbook.title, "Ours");
    assert!(rename(&shelf, 1, " ", 8).is_err(), "a title is not empty");
}

#[test]
fn the_whole_library_goes_out_and_comes_in_as_one_file() {
    let (there, here) = (shelf(), Shelf::default());
    let (text, left_out) = export(&there).unwrap();
    assert_eq!(left_out, 0);
    assert_eq!(
        import(&here, &text, 0, 50).unwrap(),
        "4 workbooks are brought in."
    );
    assert_eq!(titles(&here, ""), titles(&there, ""));
    let again = import(&here, &text, 0, 60).unwrap();
    assert_eq!(
        again,
        "0 workbooks are brought in. 4 were here already and are as they were."
    );
    let single = file::write(&(presets::all()[0].workbook)()).unwrap();
    assert_eq!(
        import(&Shelf::default(), &single, 0, 70).unwrap(),
        "1 workbook is brought in."
    );
    let newer = text.replacen("\"library\": 1", "\"library\": 2", 1);
    assert!(
        import(&here, &newer, 0, 80)
            .unwrap_err()
            .contains("newer version")
    );
    let broken = text.replacen("\"first_year\"", "\"frist_year\"", 1);
    assert!(
        import(&Shelf::default(), &broken, 0, 90)
            .unwrap_err()
            .starts_with("Line ")
    );
}

#[test]
fn a_workbook_that_does_not_open_is_counted_and_left_out() {
    let shelf = shelf();
    let damaged = shelf::text(&shelf, 1)
        .unwrap()
        .replacen("\"schema\": 1", "\"schema\": 9", 1);
    shelf::put_back(&shelf, 1, &damaged).unwrap();
    let (text, left_out) = export(&shelf).unwrap();
    assert_eq!(left_out, 1);
    assert_eq!(
        file::read_library(&text).unwrap().len(),
        presets::all().len() - 1
    );
}

#[test]
fn a_browser_that_refuses_or_is_full_is_told_apart_in_sentences() {
    let text = export(&shelf()).unwrap().0;
    let says = |error| import(&Shelf::refusing(error), &text, 0, 1).unwrap_err();
    assert_eq!(
        says(StoreError::Blocked),
        "This browser allows no changes to what it keeps: save files."
    );
    assert!(says(StoreError::Full).starts_with("This browser has no room left for it"));
}

#[test]
fn of_equal_workbooks_in_one_file_one_comes_in_and_a_file_of_very_many_is_refused() {
    let workbook = presets::blank();
    let file = |copies: usize| file::write_library(&vec![workbook.clone(); copies]).unwrap();
    let shelf = Shelf::default();
    let says = import(&shelf, &file(3), 0, 0).unwrap();
    assert_eq!(
        says,
        "1 workbook is brought in. 2 were here already and are as they were."
    );
    let says = import(&shelf, &file(MOST_AT_ONCE + 1), 0, 0).unwrap_err();
    assert_eq!(
        says,
        "This file holds 501 workbooks, and 500 at most come in at once. Bring in a part of them."
    );
    assert_eq!(titles(&shelf, "").len(), 1);
}

#[test]
fn a_library_that_does_not_fit_whole_says_how_much_of_it_came_in() {
    let whole = shelf();
    let text = export(&whole).unwrap().0;
    let last = shelf::all(&whole).pop().unwrap();
    let small = Shelf::with_room(shelf::text(&whole, last.number).unwrap().len() + 100);
    let says = import(&small, &text, 0, 1).unwrap_err();
    let all = presets::all().len();
    let start = format!("Only the last 1 of {all} came in. This browser has no room left for it");
    assert!(says.starts_with(&start), "{says}");
    let titles = shelf::all(&small).into_iter().map(|kept| kept.label.title);
    assert_eq!(titles.collect::<Vec<_>>(), [last.label.title]);
}

#[test]
fn room_is_counted_in_two_bytes_a_character() {
    let shelf = Shelf::default();
    let state = State::open(
        Rc::new((presets::all()[0].workbook)()),
        crate::model::ScenarioId(1),
        1,
    );
    shelf::put(&shelf, &state.workbook, state.open, 0, 0).unwrap();
    let text = shelf::text(&shelf, 1).unwrap();
    assert_eq!(size(&shelf, 1), 2 * text.chars().count() as u64);
}
