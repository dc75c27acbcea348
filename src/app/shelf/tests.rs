//! The shelf keeps, lists, finds and refuses as it should.

use super::*;
use crate::app::store::stand_in::Shelf;
use crate::app::{Action, Edit, update};
use crate::presets;

fn sample(at: usize, document: u32) -> State {
    let workbook = Rc::new((presets::all()[at].workbook)());
    let open = workbook.scenarios.last().unwrap().id;
    State::open(workbook, open, document)
}

fn at(now: u64) -> Times {
    Times {
        now,
        changed: now,
        known: None,
    }
}

#[test]
fn what_is_kept_comes_back_with_its_view_and_open_scenario() {
    let shelf = Shelf::default();
    let state = update(&sample(0, 3), Action::Show(View::Allocation));
    assert_eq!(keep(&shelf, &state, at(70)), Ok(Keeping::Done));
    let back = take(&shelf, 3).unwrap();
    assert_eq!(back.changed, 70);
    let back = back.state(3);
    assert_eq!(back.workbook, state.workbook);
    assert_eq!(back.open, state.open);
    assert_eq!(back.view, View::Allocation);
    assert_eq!(back.document, 3);
}

#[test]
fn the_last_on_screen_stands_first_and_strangers_are_left_out() {
    let shelf = Shelf::default();
    shelf.set("another.page", "{}").unwrap();
    shelf.set("laa.workbook.9", "no label").unwrap();
    keep(&shelf, &sample(0, 1), at(500)).unwrap();
    keep(&shelf, &sample(1, 2), at(900)).unwrap();
    let listed: Vec<u32> = all(&shelf).iter().map(|kept| kept.number).collect();
    assert_eq!(listed, [2, 1]);
    assert_eq!(all(&shelf)[1].label.title, presets::all()[0].title);
}

#[test]
fn an_equal_workbook_is_found_and_a_changed_one_is_not() {
    let shelf = Shelf::default();
    let state = sample(0, 4);
    keep(&shelf, &state, at(1)).unwrap();
    assert_eq!(same(&shelf, &state.workbook), Some(4));
    let renamed = Edit::RenameScenario(state.open, "Ours".to_owned());
    let changed = update(&state, Action::Commit(renamed));
    assert_eq!(same(&shelf, &changed.workbook), None);
}

#[test]
fn numbers_are_not_used_again() {
    let shelf = Shelf::default();
    assert_eq!(fresh(&shelf, 0), 1);
    keep(&shelf, &sample(0, 1), at(1)).unwrap();
    discard(&shelf, 1).unwrap();
    assert_eq!(take(&shelf, 1), Err(TakeError::Missing(1)));
    assert_eq!(fresh(&shelf, 0), 2);
    let blocked = Shelf::refusing(StoreError::Blocked);
    assert_eq!(fresh(&blocked, 7), 8);
}

#[test]
fn what_another_window_changed_since_is_not_written_over() {
    let shelf = Shelf::default();
    let state = sample(0, 1);
    keep(&shelf, &state, at(10)).unwrap();
    let after_ten = |now| Times {
        known: Some(10),
        ..at(now)
    };
    // Another window had taken it down as it was at 10, and changes it at 20.
    assert_eq!(keep(&shelf, &state, after_ten(20)), Ok(Keeping::Done));
    assert_eq!(keep(&shelf, &state, after_ten(30)), Ok(Keeping::Elsewhere));
    assert_eq!(take(&shelf, 1).unwrap().changed, 20);
}

#[test]
fn trouble_is_told_apart() {
    for error in [StoreError::Blocked, StoreError::Full] {
        let shelf = Shelf::refusing(error);
        assert_eq!(keep(&shelf, &sample(0, 1), at(1)), Err(error));
    }
}

#[test]
fn a_kept_workbook_that_does_not_open_says_why() {
    let shelf = Shelf::default();
    keep(&shelf, &sample(0, 1), at(1)).unwrap();
    let text = shelf.get("laa.workbook.1").unwrap().unwrap();
    let newer = text.replacen("\"schema\": 1", "\"schema\": 2", 1);
    shelf.set("laa.workbook.1", &newer).unwrap();
    assert_eq!(
        take(&shelf, 1),
        Err(TakeError::File(FileError::Newer(2))),
        "{newer}"
    );
}
