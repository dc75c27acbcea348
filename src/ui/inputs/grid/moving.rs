//! Where a cell is in its grid, and which cell is next to it.

use crate::platform::element;
use std::fmt::{self, Display, Formatter};
use web_sys::{Element, KeyboardEvent};

/// The place of a cell that can be typed into. Rows and columns count from 0, the row names apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) row: usize,
    pub(super) column: usize,
}

impl Place {
    /// The place of a cell itself; none for what is in it, or anything else.
    pub(super) fn of(element: &Element) -> Option<Self> {
        let place = element.get_attribute("data-place")?;
        let (row, column) = place.split_once('-')?;
        Some(Self {
            row: row.parse().ok()?,
            column: column.parse().ok()?,
        })
    }

    /// The place of the cell that something is in.
    pub(super) fn around(element: &Element) -> Option<Self> {
        Self::of(&cell_around(element)?)
    }

    /// The id of what is said about the cell.
    pub(super) fn said(self, grid: &str) -> String {
        format!("{grid}-{self}-said")
    }

    fn selector(self, grid: &str) -> String {
        format!("#{grid} td[data-place=\"{self}\"]")
    }
}

/// The cell that something is in, if it can be typed into.
pub(super) fn cell_around(element: &Element) -> Option<Element> {
    element.closest("td[data-place]").ok().flatten()
}

/// As it stands on the cell: row, then column.
impl Display for Place {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.row, self.column)
    }
}

/// Cells further on that are looked at for one that can be typed into.
const FAR: usize = 512;

/// More columns than any grid has.
const WIDE: usize = 64;

/// Moves the focus from a cell as a key does in a spreadsheet; none for any other key, false where there is no cell to
/// go to.
pub(super) fn by_key(grid: &str, from: Place, event: &KeyboardEvent) -> Option<bool> {
    let key = event.key();
    if key == "Enter" {
        return Some(step(grid, from, if event.shift_key() { -1 } else { 1 }, 0));
    }
    if is_shortcut(event) || event.shift_key() {
        return None;
    }
    Some(match key.as_str() {
        "ArrowDown" => step(grid, from, 1, 0),
        "ArrowUp" => step(grid, from, -1, 0),
        "ArrowLeft" => step(grid, from, 0, -1),
        "ArrowRight" => step(grid, from, 0, 1),
        "Home" => first(grid, from, 0..WIDE),
        "End" => first(grid, from, (0..WIDE).rev()),
        _ => return None,
    })
}

/// Whether a key, by its name, leads from a cell to another.
pub(super) fn leads_on(key: &str) -> bool {
    matches!(key, "Enter" | "Tab" | "Home" | "End") || key.starts_with("Arrow")
}

/// Moves the focus to the next cell in a direction that can be typed into; false where there is none.
fn step(grid: &str, from: Place, rows: isize, columns: isize) -> bool {
    let mut place = from;
    for _ in 0..FAR {
        let next = place
            .row
            .checked_add_signed(rows)
            .zip(place.column.checked_add_signed(columns));
        let Some((row, column)) = next.filter(|&(_, column)| column < WIDE) else {
            return false;
        };
        place = Place { row, column };
        if element::focus(&place.selector(grid)) {
            return true;
        }
    }
    false
}

/// Moves the focus to the first cell in the same row, in some order of columns, that can be typed into; false where this
/// is the one.
fn first(grid: &str, from: Place, columns: impl Iterator<Item = usize>) -> bool {
    let row = from.row;
    let mut before = columns.take_while(|column| *column != from.column);
    before.any(|column| element::focus(&Place { row, column }.selector(grid)))
}

/// Whether a key is pressed with one that makes a command of it.
pub(super) fn is_shortcut(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}
