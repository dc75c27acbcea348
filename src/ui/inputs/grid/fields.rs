//! Which cells of a row hold a field: the one with the focus, ready for the first key, and those where something
//! stands that has to be mended. And how the field of a cell is taken in hand.

use crate::ui::inputs::grid::moving::{Place, cell_around};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventInit, FocusEvent, FocusOptions, HtmlElement, HtmlInputElement, Node,
};
use yew::prelude::*;

/// The columns of a row whose cells hold a field.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Fields {
    focused: Option<usize>,
    /// How often the focus has come into a cell of the row: also where it left and came back before that was drawn.
    arrivals: u32,
    kept: Vec<usize>,
}

/// What changes which cells hold a field.
pub(super) enum Turn {
    /// The focus is in the cell itself.
    Arrive(usize),
    /// The focus is in the field of the cell.
    Focus(usize),
    /// The focus has gone elsewhere.
    Leave(usize),
    /// What stands in the field has to be mended.
    Keep(usize),
    /// It was mended or given up.
    Free(usize),
    /// There is no field any more.
    Gone(usize),
}

impl Reducible for Fields {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        let mut next = Self::clone(&self);
        if let Turn::Leave(column) | Turn::Gone(column) = turn {
            next.focused.take_if(|focused| *focused == column);
        }
        if let Turn::Keep(column) | Turn::Free(column) | Turn::Gone(column) = turn {
            next.kept.retain(|kept| *kept != column);
        }
        match turn {
            Turn::Arrive(column) => {
                next.focused = Some(column);
                next.arrivals = next.arrivals.wrapping_add(1);
            }
            Turn::Focus(column) => next.focused = Some(column),
            Turn::Keep(column) => next.kept.push(column),
            Turn::Leave(_) | Turn::Free(_) | Turn::Gone(_) => {}
        }
        Rc::new(next)
    }
}

impl Fields {
    /// Whether the cell in a column holds a field.
    pub(super) fn hold(&self, column: usize) -> bool {
        self.is_focused(column) || self.kept.contains(&column)
    }

    /// Whether the focus is in the cell of a column, or in its field.
    pub(super) fn is_focused(&self, column: usize) -> bool {
        self.focused == Some(column)
    }

    /// The arrival that brought the focus to the cell of a column, while it is there.
    pub(super) fn arrival(&self, column: usize) -> Option<u32> {
        self.is_focused(column).then_some(self.arrivals)
    }

    /// Whether any cell holds a field.
    pub(super) fn any(&self) -> bool {
        self.focused.is_some() || !self.kept.is_empty()
    }
}

/// The cell that the focus comes into or leaves in a row, and the turn that it takes.
pub(super) fn turn(event: &FocusEvent) -> Option<(Place, Turn)> {
    let target = event.target_dyn_into::<Element>()?;
    let cell = cell_around(&target)?;
    let place = Place::of(&cell)?;
    let column = place.column;
    if event.type_() == "focusin" {
        let itself = target == cell;
        let turn = if itself { Turn::Arrive } else { Turn::Focus };
        return Some((place, turn(column)));
    }
    let to = event.related_target();
    let to = to.and_then(|to| to.dyn_into::<Node>().ok());
    // A window that is left keeps the focus where it is, for when one comes back.
    let stays = cell.contains(to.as_ref()) || cell.contains(focused(&cell).as_deref());
    (!stays).then_some((place, Turn::Leave(column)))
}

/// Takes the field of a cell in hand: all that stands in it is selected, and a key that is being pressed types over it.
/// A cell that has none is given the focus, which brings one.
pub(super) fn take(cell: &Element) {
    // Only a page that is being closed refuses the focus.
    let _refused = match field(cell) {
        Some(field) => {
            // The cell had the focus: its field needs not be looked for.
            let here = FocusOptions::new();
            here.set_prevent_scroll(true);
            field.select();
            field.focus_with_options(&here)
        }
        None => cell
            .dyn_ref::<HtmlElement>()
            .map_or(Ok(()), HtmlElement::focus),
    };
}

/// Takes the field of a cell in hand with the caret at its end, to change what stands in it.
pub(super) fn open(cell: &Element) {
    take(cell);
    if let Some(field) = field(cell) {
        put_caret(&field);
    }
}

/// Puts the caret behind all that stands in a field.
pub(super) fn put_caret(field: &HtmlInputElement) {
    let end = length(field);
    // Only fields that are no text refuse a caret.
    let _refused = field.set_selection_range(end, end);
}

/// Whether the caret is at a place in a field, with nothing selected.
pub(super) fn is_caret_at(field: &HtmlInputElement, place: u32) -> bool {
    selection(field) == (Some(place), Some(place))
}

/// How long the text of a field is, as its places are counted.
pub(super) fn length(field: &HtmlInputElement) -> u32 {
    field.value().encode_utf16().count() as u32
}

fn selection(field: &HtmlInputElement) -> (Option<u32>, Option<u32>) {
    let [start, end] = [field.selection_start(), field.selection_end()].map(|at| at.ok().flatten());
    (start, end)
}

/// Takes a field in hand whose cell the keyboard has come to, with what was typed over it before it was there. What
/// points at a cell comes to it in two steps, and between them may draw over what is to be copied.
pub(super) fn follow(field: &NodeRef, early: Option<String>) {
    let cell = field.cast::<Element>().as_ref().and_then(cell_around);
    let cell = cell.filter(|cell| focused(cell).as_ref() == Some(cell));
    match (cell, early) {
        (Some(cell), Some(early)) => type_over(&cell, &early),
        (Some(cell), None) if cell.matches(":focus-visible").unwrap_or(false) => take(&cell),
        (Some(_) | None, _) => {}
    }
}

/// Whether a cell holds a field.
pub(super) fn is_there(cell: &Element) -> bool {
    field(cell).is_some()
}

/// A field, if it has the focus.
pub(super) fn with_focus(field: &NodeRef) -> Option<HtmlInputElement> {
    let field = field.cast::<HtmlInputElement>();
    field.filter(|field| focused(field).as_ref() == Some(field))
}

/// Selects what is committed in a field with the focus, as something else stood in it before. What was typed since is
/// left alone: on a slow machine this comes after the next key.
pub(super) fn select_again(field: &NodeRef, committed: &str) {
    if let Some(field) = with_focus(field).filter(|field| field.value() == committed) {
        field.select();
    }
}

/// Whether a cell or its field is as it was come to: nothing was typed, and in the field all is selected.
pub(super) fn at_rest(target: &Element) -> bool {
    match target.dyn_ref::<HtmlInputElement>() {
        Some(field) => selection(field) == (Some(0), Some(length(field))) && !is_draft(field),
        None => Place::of(target).is_some() && !field(target).is_some_and(|field| is_draft(&field)),
    }
}

fn is_draft(field: &HtmlInputElement) -> bool {
    field.has_attribute("data-draft")
}

/// Types a text over what stands in the field of a cell.
pub(super) fn type_over(cell: &Element, text: &str) {
    take(cell);
    let typed = EventInit::new();
    typed.set_bubbles(true);
    if let (Some(field), Ok(typed)) = (
        field(cell),
        Event::new_with_event_init_dict("input", &typed),
    ) {
        field.set_value(text);
        // Only what is being dispatched already is refused.
        let _refused = field.dispatch_event(&typed);
    }
}

/// What has the focus in the page that something is in.
fn focused(inside: &Element) -> Option<Element> {
    inside.owner_document()?.active_element()
}

fn field(cell: &Element) -> Option<HtmlInputElement> {
    let found = cell.query_selector("input").ok().flatten();
    found.and_then(|found| found.dyn_into().ok())
}
