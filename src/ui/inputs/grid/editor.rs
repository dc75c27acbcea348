//! A cell while it is typed into: a field that previews, and what its keys do.

use crate::ui::identical::Identical;
use crate::ui::inputs::draft::{Draft, use_draft_from};
use crate::ui::inputs::grid::InputCell;
use crate::ui::inputs::grid::moving::{self, Place};
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A text of more signs needs a longer field: a range, or what is no amount.
const LONG: usize = 10;

/// What was typed over a cell before its field was there to take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Early {
    pub(super) place: Place,
    pub(super) text: String,
}

/// Where the grid puts what is typed early; there is one as long as the grid is on show.
pub(super) type Typed = Identical<RefCell<Option<Early>>>;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct EditorProps {
    pub(super) grid: AttrValue,
    pub(super) place: Place,
    /// The key of the row.
    pub(super) row: AttrValue,
    pub(super) cell: InputCell,
    /// How often the cell was opened anew while its field was there.
    pub(super) turn: u32,
    pub(super) early: Typed,
    /// Hears that the cell is at rest again.
    pub(super) on_done: Callback<(AttrValue, usize)>,
}

#[component]
pub(super) fn Editor(props: &EditorProps) -> Html {
    let EditorProps {
        grid, place, cell, ..
    } = props;
    let (grid, place) = (grid.clone(), *place);
    let slot = cell.slot;
    let read = Callback::from(move |text: String| slot.read(&text));
    let draft = use_draft_from(&read, || {
        let early = props.early.0.borrow();
        let early = early.as_ref().filter(|early| early.place == place);
        early.map(|early| early.text.clone())
    });
    let field = use_node_ref();
    use_effect_with(props.turn, {
        let (field, draft, early) = (field.clone(), draft.clone(), props.early.clone());
        move |_: &u32| {
            // Once all that follows from the first key is drawn: a focus has the page laid out as it stands.
            spawn_local(async move { enter(&field, &draft, &early, place) });
        }
    });
    let done = {
        let (on_done, row) = (props.on_done.clone(), props.row.clone());
        move || on_done.emit((row.clone(), place.column))
    };
    let commit = {
        let draft = draft.clone();
        let done = done.clone();
        move || {
            // What cannot be read stays to be mended.
            if draft.commit() {
                done();
            }
        }
    };
    let on_blur = {
        let commit = commit.clone();
        Callback::from(move |_: FocusEvent| commit())
    };
    let on_key = {
        let draft = draft.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let end = input.value().encode_utf16().count() as u32;
            let go = |rows: isize, columns: isize| moving::step(&grid, place, rows, columns);
            let moved = match event.key().as_str() {
                "Enter" => {
                    let below = go(if event.shift_key() { -1 } else { 1 }, 0);
                    // At the last row there is no other cell to go to.
                    if !below {
                        moving::rest(&grid, place);
                    }
                    true
                }
                "Escape" => {
                    draft.drop();
                    moving::rest(&grid, place);
                    done();
                    true
                }
                "Tab" if event.shift_key() => {
                    // The browser goes on from the cell itself to what stands before it.
                    moving::rest(&grid, place);
                    return;
                }
                "ArrowDown" => go(1, 0),
                "ArrowUp" => go(-1, 0),
                "ArrowLeft" if at_edge(&input, 0) => go(0, -1),
                "ArrowRight" if at_edge(&input, end) => go(0, 1),
                _ => false,
            };
            if moved {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    };
    let wrong = draft.wrong();
    let said = format!("{}-wrong", place.said(&props.grid));
    let shown = draft.shown(&cell.value);
    let long = shown.chars().count() > LONG;
    html! {
        <span class={classes!("editor", long.then_some("long"))}>
            <input
                ref={field}
                type="text"
                inputmode="decimal"
                autocomplete="off"
                maxlength="40"
                aria-label={cell.label.clone()}
                data-draft={draft.is_open().then_some("true")}
                aria-invalid={wrong.is_some().then_some("true")}
                aria-describedby={wrong.is_some().then(|| said.clone())}
                value={shown}
                oninput={draft.on_input()}
                onblur={on_blur}
                onkeydown={on_key}
            />
            <span class="error" id={said} aria-live="polite">{ wrong.unwrap_or_default() }</span>
        </span>
    }
}

/// Takes the field in hand: what was typed before it was there goes on in it, else all of it is selected.
fn enter(field: &NodeRef, draft: &Draft, early: &Typed, place: Place) {
    let Some(field) = field.cast::<HtmlInputElement>() else {
        return;
    };
    // Only a page being closed refuses the focus.
    let _refused = field.focus();
    match early.0.borrow_mut().take_if(|early| early.place == place) {
        Some(Early { text, .. }) => {
            // At once, not with the next drawing: the next key may come before that.
            field.set_value(&text);
            let end = text.encode_utf16().count() as u32;
            let _refused = field.set_selection_range(end, end);
            if !draft.is(&text) {
                draft.take(text);
            }
        }
        None => field.select(),
    }
}

/// Whether the caret stands alone at a place, or the whole text is selected as after moving here.
fn at_edge(input: &HtmlInputElement, place: u32) -> bool {
    let start = input.selection_start().ok().flatten();
    let end = input.selection_end().ok().flatten();
    let length = input.value().encode_utf16().count() as u32;
    (start == Some(0) && end == Some(length)) || (start == Some(place) && end == Some(place))
}
