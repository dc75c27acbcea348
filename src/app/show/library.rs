//! What the library shows: the workbooks kept in this browser, found by their titles, and the room they take.

use crate::app::library::size;
use crate::app::shelf::{self, Kept};
use crate::app::store::Store;
use crate::chart::figure::count;
use crate::text::number::grouped;

/// The room that browsers give a page, in bytes: about five million characters of two bytes.
const ROOM: u64 = 10_000_000;

/// A workbook in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: u64,
    /// The room that it takes: `24 KB`.
    pub size: String,
    /// Whether it is on screen here: then it can be neither deleted nor renamed from the list.
    pub on_screen: bool,
}

/// The library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Library {
    /// What was found, the one that was on screen last first.
    pub books: Vec<Book>,
    /// How many there are and how much room they take.
    pub used: String,
    /// What to say where nothing is listed.
    pub nothing: Option<String>,
}

/// The workbooks whose titles have every word of a search in them; all, where nothing is searched.
#[must_use]
pub fn library(store: &impl Store, search: &str, on_screen: u32) -> Library {
    let all = shelf::all(store);
    let bytes: u64 = all.iter().map(|kept| size(store, kept.number)).sum();
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let found = |kept: &Kept| {
        let title = kept.label.title.to_lowercase();
        words.iter().all(|word| title.contains(word))
    };
    let book = |kept: &Kept| Book {
        number: kept.number,
        title: kept.label.title.clone(),
        changed: kept.label.changed,
        size: written(size(store, kept.number)),
        on_screen: kept.number == on_screen,
    };
    let books: Vec<Book> = all.iter().filter(|kept| found(kept)).map(book).collect();
    let nothing = match (books.is_empty(), all.is_empty()) {
        (false, _) => None,
        (true, true) => Some("Nothing is kept in this browser.".to_owned()),
        (true, false) => Some(format!("No title has “{}” in it.", search.trim())),
    };
    Library {
        books,
        used: format!(
            "{} {} {} of about {}.",
            count(all.len(), "workbook"),
            if all.len() == 1 { "takes" } else { "take" },
            written(bytes),
            written(ROOM)
        ),
        nothing,
    }
}

/// Says that a kept workbook is compared with the one on screen.
#[must_use]
pub fn compared(title: &str) -> String {
    format!("“{title}” is set beside what is open; nothing of either is changed.")
}

/// Says that a copy of a workbook was made.
#[must_use]
pub fn duplicated(title: &str) -> String {
    format!("A copy of “{title}” stands in the list.")
}

/// Says that a workbook was renamed.
#[must_use]
pub fn renamed(before: &str, title: &str) -> String {
    format!("“{before}” is now “{}”.", title.trim())
}

/// Says that a workbook was deleted, and how it comes back.
#[must_use]
pub fn deleted(title: &str) -> String {
    format!("“{title}” is deleted. Undo brings it back.")
}

/// Says that a deleted workbook is back.
#[must_use]
pub fn restored(title: &str) -> String {
    format!("“{title}” is back.")
}

/// Says that the whole library was saved as a file, and how many workbooks were left out of it.
#[must_use]
pub fn exported(name: &str, left_out: usize) -> String {
    let saved = format!("Saved as {name}, in the folder for downloads.");
    match left_out {
        0 => saved,
        1 => format!("{saved} 1 workbook does not open and was left out."),
        more => format!("{saved} {more} workbooks do not open and were left out."),
    }
}

/// Bytes as people write them: `24 KB`, `1.2 MB`.
fn written(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", grouped(bytes.div_ceil(1_000)))
    } else {
        format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_is_said_in_a_sentence() {
        assert_eq!(renamed("Ours", " Theirs "), "“Ours” is now “Theirs”.");
        assert_eq!(deleted("Ours"), "“Ours” is deleted. Undo brings it back.");
        assert_eq!(
            exported("library.json", 1),
            "Saved as library.json, in the folder for downloads. 1 workbook does not open and was \
             left out."
        );
        assert!(exported("library.json", 0).ends_with("downloads."));
    }
}
