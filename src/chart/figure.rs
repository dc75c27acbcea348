//! What every chart hands over: a picture with its title, its sentence and its numbers.

use crate::chart::scene::Scene;
use std::rc::Rc;

/// A picture that can also be read as a sentence and as a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What the picture is about, without a full stop.
    pub title: String,
    /// What it says, in one sentence with a full stop.
    pub summary: String,
    /// The picture, shared by whoever keeps it to see what changes.
    pub scene: Rc<Scene>,
    /// The numbers behind the picture.
    pub table: Table,
}

/// Numbers in rows, each row with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the table lists.
    pub caption: String,
    /// Names of the columns, that of the row names first.
    pub head: Vec<String>,
    /// How many columns of words come after the row names, before the figures.
    pub words: usize,
    /// One row for each thing listed.
    pub rows: Vec<Row>,
}

/// One line of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The name of the line.
    pub header: String,
    /// One text for each column after the first.
    pub cells: Vec<String>,
}

/// Which of the scenarios on screen something belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The scenario that others are measured against.
    Base,
    /// The scenario that is being worked on.
    Open,
    /// Any further one.
    Other,
}

impl Role {
    /// The class that marks of this scenario carry.
    pub fn class(self) -> &'static str {
        match self {
            Role::Base => "base",
            Role::Open => "open",
            Role::Other => "other",
        }
    }
}

/// The class of streams and outcomes that belong to no single block.
pub const CROSS: &str = "cross";

/// The class of a block by its position in the agreement, from 0; after the eighth they repeat.
pub fn block_class(position: usize) -> &'static str {
    const CLASSES: [&str; 8] = [
        "block-1", "block-2", "block-3", "block-4", "block-5", "block-6", "block-7", "block-8",
    ];
    CLASSES[position % CLASSES.len()]
}

impl Table {
    /// A table with its column names and no rows yet.
    pub fn new(caption: impl Into<String>, head: &[&str]) -> Table {
        let head = head.iter().map(|&name| name.to_owned()).collect();
        Table {
            caption: caption.into(),
            head,
            words: 0,
            rows: Vec::new(),
        }
    }

    /// The same table, with a column of words after the row names.
    pub fn worded(self) -> Table {
        Table { words: 1, ..self }
    }

    /// Adds a row.
    pub fn push(&mut self, header: &str, cells: Vec<String>) {
        self.rows.push(Row {
            header: header.to_owned(),
            cells,
        });
    }
}

/// A count with its noun, "1 stream" or "25 streams".
pub fn count(number: usize, one: &str) -> String {
    if number == 1 {
        format!("1 {one}")
    } else {
        format!("{number} {one}s")
    }
}

/// Names in a row as English writes them: "a, b and c"; "Bed days, people aged 75 and over; and Thefts" where a name has
/// a comma of its own.
pub fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] if names.iter().any(|name| name.contains(", ")) => {
            format!("{}; and {last}", first.join("; "))
        }
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_have_commas_are_parted_by_semicolons() {
        let [bed_days, thefts, visits] = [
            "Emergency bed days, people aged 75 and over",
            "Thefts",
            "Visits",
        ]
        .map(String::from);
        assert_eq!(
            list(&[bed_days.clone(), thefts.clone(), visits.clone()]),
            "Emergency bed days, people aged 75 and over; Thefts; and Visits"
        );
        assert_eq!(list(&[thefts, visits]), "Thefts and Visits");
        assert_eq!(list(std::slice::from_ref(&bed_days)), bed_days);
    }

    #[test]
    fn the_ninth_block_looks_like_the_first() {
        assert_eq!(
            (block_class(0), block_class(7), block_class(8)),
            ("block-1", "block-8", "block-1")
        );
    }

    #[test]
    fn lists_and_counts_read_as_english() {
        let names: Vec<String> = ["a", "b", "c"].map(String::from).into();
        assert_eq!(
            (list(&names), list(&names[..1]), list(&[])),
            ("a, b and c".into(), "a".into(), String::new())
        );
        assert_eq!(
            (count(1, "stream"), count(0, "stream")),
            ("1 stream".into(), "0 streams".into())
        );
    }
}
