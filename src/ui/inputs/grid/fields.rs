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
    /// With whose figures what has to be mended stands.
    kept: Vec<(AttrValue, usize)>,
}

/// What changes which cells hold a field.
pub(super) enum Turn {
    /// The focus is in the cell, or in its field.
    Focus(usize),
    /// The focus has gone elsewhere.
    Leave(usize),
    /// What stands in the field has to be mended.
    Keep(AttrValue, usize),
    /// It was mended or given up.
    Free(usize),
}

impl Reducible for Fields {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        let mut next = Self::clone(&self);
        match turn {
            Turn::Focus(column) => next.focused = Some(column),
            Turn::Leave(column) => {
                next.focused.take_if(|focused| *focused == column);
            }
            Turn::Free(column) => next.kept.retain(|(_, kept)| *kept != column),
            Turn::Keep(of, column) => {
                next.kept.retain(|(_, kept)| *kept != column);
                next.kept.push((of, column));
            }
        }
        Rc::new(next)
    }
}

impl Fields {
    /// Whether the cell in a column holds a field, where these figures are shown.
    pub(super) fn hold(&self, of: &AttrValue, column: usize) -> bool {
        let kept = || self.kept.iter().any(|kept| *kept == (of.clone(), column));
        self.is_focused(column) || kept()
    }

    /// Whether the focus is in the cell of a column, or in its field.
    pub(super) fn is_focused(&self, column: usize) -> bool {
        self.focused == Some(column)
    }

    /// Whether any cell holds a field.
    pub(super) fn any(&self, of: &AttrValue) -> bool {
        self.focused.is_some() || self.kept.iter().any(|(kept, _)| kept == of)
    }
}

/// The turn that the focus takes in a row as it comes into a cell or leaves one.
pub(super) fn turn(event: &FocusEvent) -> Option<Turn> {
    let target = event.target_dyn_into::<Element>()?;
    let cell = cell_around(&target)?;
    let column = Place::of(&cell)?.column;
    if event.type_() == "focusin" {
        return Some(Turn::Focus(column));
    }
    let to = event.related_target();
    let to = to.and_then(|to| to.dyn_into::<Node>().ok());
    // A window that is left keeps the focus where it is, for when one comes back.
    let stays = cell.contains(to.as_ref()) || cell.contains(focused(&cell).as_deref());
    (!stays).then_some(Turn::Leave(column))
}

/// Takes the field of a cell in hand: all that stands in it is selected, and the key that is being pressed types over
/// it. A cell that has no field yet has one with the focus.
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

/// Takes a field in hand whose cell has the focus, so that the first key costs no more than those after it.
pub(super) fn follow(field: &NodeRef) {
    let cell = field.cast::<Element>().as_ref().and_then(cell_around);
    if let Some(cell) = cell.filter(|cell| focused(cell).as_ref() == Some(cell)) {
        take(&cell);
    }
}

/// Selects what is committed in a field with the focus, as something else stood in it before. What was typed since is
/// left alone: on a slow machine this comes after the next key.
pub(super) fn select_again(field: &NodeRef, committed: &str) {
    let field = field.cast::<HtmlInputElement>();
    let field = field.filter(|field| focused(field).as_ref() == Some(field));
    if let Some(field) = field.filter(|field| field.value() == committed) {
        field.select();
    }
}

/// Whether a cell or its field is as it was come to: what is pasted is its new figure, and not a part of a text.
pub(super) fn at_rest(target: &Element) -> bool {
    let Some(field) = target.dyn_ref::<HtmlInputElement>() else {
        return Place::of(target).is_some();
    };
    let all = Some(field.value().encode_utf16().count() as u32);
    let selected = (field.selection_start().ok(), field.selection_end().ok());
    selected == (Some(Some(0)), Some(all)) && !field.has_attribute("data-draft")
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
