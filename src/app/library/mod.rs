//! What can be done with the workbooks kept in this browser: copied, renamed, deleted, sent out and brought in.

use crate::app::shelf::{self, TakeError};
use crate::app::store::{Store, StoreError};
use crate::codec::file;
use crate::model::Workbook;
use crate::text::name;

/// The name of the file of the whole library.
pub const FILE_NAME: &str = "laa-library.json";

/// Workbooks that a file may bring in: more than a browser has room for, but for tiny ones.
const MOST_AT_ONCE: usize = 500;

/// Bytes that a kept workbook takes: two for each character, as browsers keep them.
#[must_use]
pub fn size(store: &impl Store, number: u32) -> u64 {
    shelf::text(store, number).map_or(0, |text| 2 * text.encode_utf16().count() as u64)
}

/// Puts a copy of a kept workbook beside it at a moment in milliseconds since 1970; gives its number.
///
/// # Errors
/// What stands in the way and what to do, in a sentence.
pub fn duplicate(store: &impl Store, number: u32, on_screen: u32, now: u64) -> Result<u32, String> {
    let taken = shelf::take(store, number).map_err(|error| shelf::missing(&error))?;
    let mut workbook = taken.workbook;
    workbook.title = name::copy_of(&workbook.title);
    add(store, &workbook, on_screen, now)
}

fn add(store: &impl Store, workbook: &Workbook, on_screen: u32, now: u64) -> Result<u32, String> {
    let open = workbook
        .scenarios
        .last()
        .map_or(workbook.base, |last| last.id);
    shelf::put(store, workbook, open, now, on_screen).map_err(full)
}

/// Renames a kept workbook that is not on screen. A window that has it open goes on as a copy when
/// it changes it next.
///
/// # Errors
/// What stands in the way and what to do, in a sentence.
pub fn rename(store: &impl Store, number: u32, title: &str, now: u64) -> Result<(), String> {
    let title = name::read(title)?;
    let mut taken = shelf::take(store, number).map_err(|error| shelf::missing(&error))?;
    taken.workbook.title = title;
    // Two changes within a millisecond are two changes.
    let changed = now.max(taken.changed + 1);
    shelf::replace(store, number, &taken, changed).map_err(full)
}

/// A deleted workbook, to be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    number: u32,
    text: String,
    /// Its title.
    pub title: String,
}

/// Deletes a kept workbook.
///
/// # Errors
/// What stands in the way, in a sentence.
pub fn delete(store: &impl Store, number: u32) -> Result<Deleted, String> {
    let missing = || shelf::missing(&TakeError::Missing(number));
    let text = shelf::text(store, number).ok_or_else(missing)?;
    let titled = shelf::all(store)
        .into_iter()
        .find(|kept| kept.number == number);
    let title = titled.map_or_else(String::new, |kept| kept.label.title);
    shelf::discard(store, number).map_err(full)?;
    Ok(Deleted {
        number,
        text,
        title,
    })
}

/// Puts a deleted workbook back as it was. Where another window has kept one under its number in
/// the meantime, both are there.
///
/// # Errors
/// What stands in the way and what to do, in a sentence.
pub fn restore(store: &impl Store, deleted: &Deleted, on_screen: u32) -> Result<(), String> {
    let number = match shelf::text(store, deleted.number) {
        Some(_) => shelf::fresh(store, on_screen),
        None => deleted.number,
    };
    shelf::put_back(store, number, &deleted.text).map_err(full)
}

/// The whole library as one file, the workbook that was on screen last first. A workbook that does
/// not open is left out; how many are is given beside the text.
///
/// # Errors
/// What stands in the way, in a sentence.
pub fn export(store: &impl Store) -> Result<(String, usize), String> {
    let kept = shelf::all(store);
    let taken = kept
        .iter()
        .filter_map(|kept| shelf::take(store, kept.number).ok());
    let workbooks: Vec<Workbook> = taken.map(|taken| taken.workbook).collect();
    let text = file::write_library(&workbooks).map_err(|error| file::refusal(&error))?;
    Ok((text, kept.len() - workbooks.len()))
}

/// Brings a whole library in from its file: what is kept already is left as it is, everything else
/// is added. Says what was done.
///
/// # Errors
/// What stands in the way and what to do, in a sentence; what was added before stays.
pub fn import(store: &impl Store, text: &str, on_screen: u32, now: u64) -> Result<String, String> {
    let workbooks = file::read_library(text).map_err(|error| file::refusal(&error))?;
    if workbooks.len() > MOST_AT_ONCE {
        return Err(format!(
            "This file holds {} workbooks, and {MOST_AT_ONCE} at most come in at once. Bring in a part of them.",
            workbooks.len()
        ));
    }
    let kept = shelf::all(store).into_iter();
    let kept = kept.filter_map(|kept| shelf::take(store, kept.number).ok());
    let mut kept: Vec<Workbook> = kept.map(|taken| taken.workbook).collect();
    let (mut added, mut held) = (0_usize, 0_usize);
    // The first of the file is the last to come in, so that it stands first again.
    for (later, workbook) in workbooks.iter().rev().enumerate() {
        if kept.contains(workbook) {
            held += 1;
            continue;
        }
        add(store, workbook, on_screen, now + later as u64).map_err(|why| match added {
            0 => why,
            _ => format!(
                "Only the last {added} of {} came in. {why}",
                workbooks.len()
            ),
        })?;
        kept.push(workbook.clone());
        added += 1;
    }
    let kept = match held {
        0 => String::new(),
        _ => format!(" {held} were here already and are as they were."),
    };
    let noun = if added == 1 {
        "workbook is"
    } else {
        "workbooks are"
    };
    Ok(format!("{added} {noun} brought in.{kept}"))
}

/// Says that something could not be written, and what to do.
fn full(error: StoreError) -> String {
    match error {
        StoreError::Blocked => "This browser allows no changes to what it keeps: save files.",
        StoreError::Full => {
            "This browser has no room left for it: save a file, or delete workbooks that are no \
             longer needed."
        }
    }
    .to_owned()
}

#[cfg(test)]
mod tests;
