//! A cell while it is typed into: a field that previews, and what its keys do.

use crate::ui::inputs::draft::use_draft;
use crate::ui::inputs::grid::InputCell;
use crate::ui::inputs::grid::moving::{self, Place};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the field starts with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Start {
    /// What was typed over the cell; nothing typed yet selects what stands in it.
    pub(super) text: Option<String>,
    /// How often the cell was opened anew while its field was there.
    pub(super) turn: u32,
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct EditorProps {
    pub(super) grid: AttrValue,
    pub(super) place: Place,
    /// The key of the row.
    pub(super) row: AttrValue,
    pub(super) cell: InputCell,
    pub(super) start: Start,
    /// Hears that the cell is at rest again.
    pub(super) on_done: Callback<(AttrValue, usize)>,
}

#[component]
pub(super) fn Editor(props: &EditorProps) -> Html {
    let EditorProps {
        grid, place, cell, ..
    } = props;
    let (grid, place) = (grid.clone(), *place);
    let draft = use_draft(&cell.read);
    let field = use_node_ref();
    use_effect_with(props.start.clone(), {
        let (field, draft) = (field.clone(), draft.clone());
        move |start| {
            let Some(field) = field.cast::<HtmlInputElement>() else {
                return;
            };
            // Only a page being closed refuses the focus.
            let _refused = field.focus();
            match &start.text {
                Some(text) => draft.take(text.clone()),
                None => field.select(),
            }
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
    html! {
        <span class="editor">
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
                value={draft.shown(&cell.value)}
                oninput={draft.on_input()}
                onblur={on_blur}
                onkeydown={on_key}
            />
            <span class="error" id={said} aria-live="polite">{ wrong.unwrap_or_default() }</span>
        </span>
    }
}

/// Whether the caret stands alone at a place, or the whole text is selected as after moving here.
fn at_edge(input: &HtmlInputElement, place: u32) -> bool {
    let start = input.selection_start().ok().flatten();
    let end = input.selection_end().ok().flatten();
    let length = input.value().encode_utf16().count() as u32;
    (start == Some(0) && end == Some(length)) || (start == Some(place) && end == Some(place))
}
