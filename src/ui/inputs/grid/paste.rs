//! What a block of cells pasted from a spreadsheet means.

use crate::app::Edit;
use crate::platform::clipboard;
use crate::ui::inputs::grid::moving::Place;
use crate::ui::inputs::grid::{Cell, Row};
use std::rc::Rc;
use web_sys::Event;

/// The text that is pasted, without the line end that spreadsheets put after it.
pub(super) fn pasted(event: &Event) -> Option<String> {
    let text = clipboard::pasted(event)?;
    Some(text.trim_end_matches(['\r', '\n']).to_owned())
}

/// Whether a text is more than what stands in one cell.
pub(super) fn is_block(text: &str) -> bool {
    text.contains(['\t', '\n'])
}

/// The edits that a pasted block means, from one cell on to the right and downwards over the rows that
/// can be typed into; or what is wrong with it.
pub(super) fn block(rows: &[Rc<Row>], from: Place, text: &str) -> Result<Edit, String> {
    let mut edits = Vec::new();
    let mut targets = rows
        .iter()
        .skip(from.row)
        .filter(|row| row.cells.iter().any(|cell| matches!(cell, Cell::Input(_))));
    for line in text.split('\n') {
        let target = targets.next().ok_or(
            "The pasted block has more rows than there are below this cell. Nothing was changed.",
        )?;
        for (offset, value) in line.trim_end_matches('\r').split('\t').enumerate() {
            let Some(Cell::Input(cell)) = target.cells.get(from.column + offset) else {
                let says = "The pasted block is wider than the columns to the right of this cell. Nothing was changed.";
                return Err(says.to_owned());
            };
            let edit = cell.slot.read(value).map_err(|wrong| {
                let shown: String = value.chars().take(30).collect();
                format!("{}: “{shown}”. {wrong} Nothing was changed.", cell.label)
            })?;
            edits.push(edit);
        }
    }
    Ok(Edit::Many(edits))
}
