//! What is typed over a cell before its field is there: on a slow machine a key may come before all is drawn that follows
//! from the one that led to the cell.

use crate::ui::identical::Identical;
use crate::ui::inputs::grid::moving::Place;
use std::cell::RefCell;
use std::rc::Rc;

/// The text of the one cell of a grid that is typed over early, if any is.
#[derive(Clone, PartialEq)]
pub(super) struct Early(Identical<RefCell<Option<(Place, String)>>>);

impl Early {
    pub(super) fn none() -> Self {
        Self(Identical(Rc::default()))
    }

    /// Types a sign, or takes the last one back for a key that is none.
    pub(super) fn key(&self, place: Place, key: &str) {
        let mut text = self.take(place).unwrap_or_default();
        if is_sign(key) {
            text.push_str(key);
        } else {
            text.pop();
        }
        self.put(place, text);
    }

    /// Has a text stand typed over a cell.
    pub(super) fn put(&self, place: Place, text: String) {
        *self.0.borrow_mut() = Some((place, text));
    }

    /// Takes away what was typed over a cell.
    pub(super) fn take(&self, place: Place) -> Option<String> {
        let mut early = self.0.borrow_mut();
        early.take_if(|(at, _)| *at == place).map(|(_, text)| text)
    }
}

/// Whether a key, by its name, types a sign.
pub(super) fn is_sign(key: &str) -> bool {
    key.chars().count() == 1
}
