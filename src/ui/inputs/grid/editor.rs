//! The field of a cell: it lies over the figure while the cell has the focus, previews what is typed, and stays where
//! something has to be mended.

use crate::platform::soon::Soon;
use crate::ui::inputs::draft::use_draft;
use crate::ui::inputs::grid::InputCell;
use crate::ui::inputs::grid::fields;
use crate::ui::inputs::grid::moving::{self, Place};
use crate::ui::inputs::grid::paste;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A text of more signs needs a longer field: a range, or what is no amount.
const LONG: usize = 10;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct EditorProps {
    pub(super) grid: AttrValue,
    pub(super) place: Place,
    pub(super) cell: InputCell,
    /// Hears of a column whether its field stays without the focus, as what stands in it has to be mended.
    pub(super) on_kept: Callback<(usize, bool)>,
}

#[component]
pub(super) fn Editor(props: &EditorProps) -> Html {
    let EditorProps {
        grid, place, cell, ..
    } = props;
    let (grid, place) = (grid.clone(), *place);
    let slot = cell.slot;
    let read = Callback::from(move |text: String| slot.read(&text));
    let draft = use_draft(&read);
    let keep = {
        let on_kept = props.on_kept.clone();
        move |kept: bool| on_kept.emit((place.column, kept))
    };
    let field = use_node_ref();
    use_effect_with((), {
        let field = field.clone();
        move |()| {
            let soon = Soon::new(move || fields::follow(&field));
            move || drop(soon)
        }
    });
    use_effect_with((draft.is_open(), cell.value.clone()), {
        let field = field.clone();
        move |(open, committed): &(bool, AttrValue)| {
            if !open {
                fields::select_again(&field, committed);
            }
        }
    });
    let on_blur = {
        let (draft, keep) = (draft.clone(), keep.clone());
        Callback::from(move |_: FocusEvent| keep(!draft.commit()))
    };
    let on_paste = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            // What was being typed gives way to a block that is pasted over it: that is the grid's to take.
            if paste::pasted(&event).is_some_and(|text| paste::is_block(&text)) {
                draft.drop();
            }
        })
    };
    let on_key = {
        let (draft, committed) = (draft.clone(), cell.value.clone());
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
                        keep(!draft.commit());
                    }
                    true
                }
                "Escape" if draft.is_open() => {
                    draft.drop();
                    keep(false);
                    // At once, not with the next drawing: the next key may come before that.
                    input.set_value(&committed);
                    input.select();
                    true
                }
                // The caret stands at the end, and arrows move it.
                "F2" => input.set_selection_range(end, end).is_ok(),
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
    let said = place.said(&props.grid);
    let mended = format!("{said}-wrong");
    let described = match (&wrong, &cell.finding) {
        (Some(_), _) => Some(mended.clone()),
        (None, finding) => finding.as_ref().map(|_| said),
    };
    let label = match &cell.mark {
        Some(mark) => format!("{}, {mark}", cell.label).into(),
        None => cell.label.clone(),
    };
    let shown = draft.shown(&cell.value);
    let long = shown.chars().count() > LONG;
    html! {
        <span class={classes!("editor", (!draft.is_open()).then_some("ready"), long.then_some("long"))}>
            <input
                ref={field}
                type="text"
                inputmode="decimal"
                autocomplete="off"
                maxlength="40"
                tabindex="-1"
                aria-label={label}
                data-draft={draft.is_open().then_some("true")}
                aria-invalid={wrong.is_some().then_some("true")}
                aria-describedby={described}
                value={shown}
                oninput={draft.on_input()}
                onfocusout={on_blur}
                onpaste={on_paste}
                onkeydown={on_key}
            />
            <span class="error" id={mended} aria-live="polite">{ wrong.unwrap_or_default() }</span>
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
