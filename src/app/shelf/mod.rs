//! The workbooks kept in this browser, by number; the one on screen is kept again at every change.
//!
//! Each stands under a key of its own as a label and the text of its file. There is no list beside
//! them that could differ from what is there, and windows of the same browser share them.

use crate::app::state::State;
use crate::app::store::{Store, StoreError};
use crate::app::view::View;
use crate::codec::file::{self, FileError};
use crate::model::{ScenarioId, Workbook, order};
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use thiserror::Error;

/// What the key of every kept workbook begins with; its number follows.
const PREFIX: &str = "laa.workbook.";

/// The key of the highest number given so far: numbers are not used again.
const LAST: &str = "laa.last";

/// The schema of a kept workbook's label.
const SCHEMA: u32 = 1;

/// What stands on a kept workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    schema: u32,
    /// The title of the workbook.
    pub title: String,
    /// When the workbook was last changed, in milliseconds since 1970.
    pub changed: u64,
    /// When it was last kept, which is when it was last on screen, in milliseconds since 1970.
    kept: u64,
    open: ScenarioId,
    view: String,
}

/// A kept workbook as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its number.
    pub number: u32,
    /// Its label.
    pub label: Label,
}

/// A kept workbook, taken down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The workbook.
    pub workbook: Workbook,
    /// The scenario that was open.
    pub open: ScenarioId,
    /// The view that was on show.
    pub view: View,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: u64,
}

/// Why a kept workbook was not taken down.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum TakeError {
    /// Nothing is kept under this number.
    #[error("nothing is kept under {0}")]
    Missing(u32),
    /// What is kept does not open.
    #[error(transparent)]
    File(#[from] FileError),
}

/// What came of keeping the workbook on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It is kept.
    Done,
    /// Another window has changed the workbook of this number since: nothing was written.
    Elsewhere,
}

/// When what this window knows of a workbook happened, in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// Now.
    pub now: u64,
    /// When the workbook on screen was last changed.
    pub changed: u64,
    /// When the one kept under its number was last changed, as far as this window knows; none if
    /// none is kept.
    pub known: Option<u64>,
}

/// Puts the workbook on screen on the shelf under its number.
///
/// # Errors
/// [`StoreError`] says why it is not kept.
pub fn keep(store: &impl Store, state: &State, times: Times) -> Result<Keeping, StoreError> {
    let key = key(state.document);
    // One that this version cannot read is another window's too.
    let known = |text: String| label(&text).is_some_and(|it| Some(it.changed) == times.known);
    if store.get(&key)?.is_some_and(|there| !known(there)) {
        return Ok(Keeping::Elsewhere);
    }
    let label = Label {
        schema: SCHEMA,
        title: state.workbook.title.clone(),
        changed: times.changed,
        kept: times.now,
        open: state.open,
        view: state.view.address().to_owned(),
    };
    write(store, state.document, &label, &state.workbook)?;
    Ok(Keeping::Done)
}

/// Puts a workbook that is not on screen on the shelf at a moment in milliseconds since 1970, under
/// a number of its own, which it gives.
///
/// # Errors
/// [`StoreError`] says why it is not kept.
pub fn put(
    store: &impl Store,
    workbook: &Workbook,
    open: ScenarioId,
    now: u64,
    on_screen: u32,
) -> Result<u32, StoreError> {
    let number = fresh(store, on_screen);
    let label = Label {
        schema: SCHEMA,
        title: workbook.title.clone(),
        changed: now,
        kept: now,
        open,
        view: View::default().address().to_owned(),
    };
    write(store, number, &label, workbook)?;
    Ok(number)
}

fn write(
    store: &impl Store,
    number: u32,
    label: &Label,
    workbook: &Workbook,
) -> Result<(), StoreError> {
    // Neither can fail for a workbook in memory; if one did, a file would be what is left to do.
    let label = serde_json::to_string(label).map_err(|_| StoreError::Blocked)?;
    let file = file::write(workbook).map_err(|_| StoreError::Blocked)?;
    store.set(&key(number), &format!("{label}\n{file}"))
}

/// Every workbook on the shelf, the one that was on screen last first.
#[must_use]
pub fn all(store: &impl Store) -> Vec<Kept> {
    let mut kept: Vec<Kept> = numbers(store)
        .into_iter()
        .filter_map(|number| {
            let label = label(&store.get(&key(number)).ok()??)?;
            Some(Kept { number, label })
        })
        .collect();
    order::by_key(&mut kept, |kept| {
        (std::cmp::Reverse(kept.label.kept), kept.number)
    });
    kept
}

/// Whether anything stands on the shelf.
#[must_use]
pub fn any(store: &impl Store) -> bool {
    !numbers(store).is_empty()
}

/// The numbers in use, in any order.
fn numbers(store: &impl Store) -> Vec<u32> {
    let keys = store.keys().unwrap_or_default();
    keys.iter()
        .filter_map(|key| key.strip_prefix(PREFIX)?.parse().ok())
        .collect()
}

/// Takes a workbook down; it stays on the shelf.
///
/// # Errors
/// [`TakeError`] says why there is none.
pub fn take(store: &impl Store, number: u32) -> Result<Taken, TakeError> {
    let missing = TakeError::Missing(number);
    let Some(text) = store.get(&key(number)).ok().flatten() else {
        return Err(missing);
    };
    let (Some(label), Some((_, file))) = (label(&text), text.split_once('\n')) else {
        return Err(missing);
    };
    let workbook = file::read(file)?;
    Ok(Taken {
        open: workbook
            .scenario(label.open)
            .map_or(workbook.base, |scenario| scenario.id),
        view: View::at(&label.view).unwrap_or_default(),
        changed: label.changed,
        workbook,
    })
}

/// The number under which an equal workbook is kept.
#[must_use]
pub fn same(store: &impl Store, workbook: &Workbook) -> Option<u32> {
    let found = titled(store, &workbook.title).find(|(_, taken)| taken.workbook == *workbook);
    found.map(|(number, _)| number)
}

/// The kept workbook that is equal but for what its ledger notes, with its number.
#[must_use]
pub fn alike(store: &impl Store, workbook: &Workbook) -> Option<(u32, Taken)> {
    titled(store, &workbook.title).find(|(_, taken)| {
        let ledger = workbook.ledger.clone();
        let bare = Workbook {
            ledger,
            ..taken.workbook.clone()
        };
        bare == *workbook
    })
}

/// Every kept workbook of a title that opens, with its number.
fn titled(store: &impl Store, title: &str) -> impl Iterator<Item = (u32, Taken)> {
    all(store)
        .into_iter()
        .filter(move |kept| kept.label.title == title)
        .filter_map(move |kept| Some((kept.number, take(store, kept.number).ok()?)))
}

/// A number that no workbook has had, here or on screen.
#[must_use]
pub fn fresh(store: &impl Store, on_screen: u32) -> u32 {
    let last = store.get(LAST).ok().flatten();
    let last: u32 = last.and_then(|last| last.parse().ok()).unwrap_or(0);
    let highest = numbers(store).into_iter().max();
    let number = last
        .max(on_screen)
        .max(highest.unwrap_or(0))
        .saturating_add(1);
    // If this is not kept, the highest number in use still is.
    let _ = store.set(LAST, &number.to_string());
    number
}

/// The text under which a workbook is kept.
pub(crate) fn text(store: &impl Store, number: u32) -> Option<String> {
    store.get(&key(number)).ok().flatten()
}

/// Puts a text of the shelf back under its number.
pub(crate) fn put_back(store: &impl Store, number: u32, text: &str) -> Result<(), StoreError> {
    store.set(&key(number), text)
}

/// Puts a workbook that was taken down in place of what is kept, changed at a moment in milliseconds
/// since 1970.
pub(crate) fn replace(
    store: &impl Store,
    number: u32,
    taken: &Taken,
    changed: u64,
) -> Result<(), StoreError> {
    let kept = text(store, number).and_then(|text| label(&text));
    let label = Label {
        schema: SCHEMA,
        title: taken.workbook.title.clone(),
        changed,
        kept: kept.map_or(changed, |kept| kept.kept),
        open: taken.open,
        view: taken.view.address().to_owned(),
    };
    write(store, number, &label, &taken.workbook)
}

/// Takes a workbook off the shelf for good.
///
/// # Errors
/// [`StoreError::Blocked`] if it cannot be.
pub fn discard(store: &impl Store, number: u32) -> Result<(), StoreError> {
    store.remove(&key(number))
}

/// Says why a kept workbook was not taken down.
#[must_use]
pub fn missing(error: &TakeError) -> String {
    match error {
        TakeError::Missing(_) => "This workbook is no longer kept here.".to_owned(),
        TakeError::File(error) => file::refusal(error),
    }
}

/// Says that work is not kept, and what to do.
#[must_use]
pub fn refusal(error: StoreError) -> &'static str {
    match error {
        StoreError::Blocked => "This browser does not keep your work: save a file.",
        StoreError::Full => {
            "This browser has no room left and does not keep your work: save a file, or remove \
             workbooks under Open."
        }
    }
}

impl Taken {
    /// The state with this workbook on screen.
    #[must_use]
    pub fn state(self, number: u32) -> State {
        let mut state = State::open(Rc::new(self.workbook), self.open, number);
        state.view = self.view;
        state
    }
}

fn key(number: u32) -> String {
    format!("{PREFIX}{number}")
}

fn label(text: &str) -> Option<Label> {
    let first = text.lines().next()?;
    serde_json::from_str(first)
        .ok()
        .filter(|label: &Label| label.schema == SCHEMA)
}

#[cfg(test)]
mod tests;
