//! The field of a cell: it lies over the figure while the cell has the focus, previews what is typed, and stays where
//! something has to be mended.

use crate::ui::inputs::draft::use_draft;
use crate::ui::inputs::grid::InputCell;
use crate::ui::inputs::grid::early::Early;
use crate::ui::inputs::grid::fields::{self, Turn};
use crate::ui::inputs::grid::moving::{self, Place};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A text of more signs needs a longer field: a range, or what is no amount.
const LONG: usize = 10;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct EditorProps {
    pub(super) grid: AttrValue,
    /// Whose figures these are.
    pub(super) of: AttrValue,
    /// How many blocks were pasted into the grid.
    pub(super) blocks: usize,
    pub(super) place: Place,
    pub(super) cell: InputCell,
    /// Which arrival of the focus brought it here; none where it is elsewhere.
    pub(super) arrival: Option<u32>,
    pub(super) early: Early,
    /// Hears whether the field stays without the focus, and that it is gone.
    pub(super) on_turn: Callback<Turn>,
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
        let on_turn = props.on_turn.clone();
        move |kept: bool| {
            on_turn.emit(match kept {
                true => Turn::Keep(place.column),
                false => Turn::Free(place.column),
            });
        }
    };
    let field = use_node_ref();
    use_effect_with((), {
        let on_turn = props.on_turn.clone();
        move |()| move || on_turn.emit(Turn::Gone(place.column))
    });
    use_effect_with(props.arrival, {
        let (field, early) = (field.clone(), props.early.clone());
        move |arrival: &Option<u32>| {
            if arrival.is_some() {
                fields::follow(&field, early.take(place));
            }
        }
    });
    let forget = {
        let (draft, keep) = (draft.clone(), keep.clone());
        move || {
            draft.forget();
            keep(false);
        }
    };
    if use_change(&props.of) {
        forget();
    }
    // A block was pasted over what was being typed.
    if use_change(&props.blocks) && fields::with_focus(&field).is_some() {
        forget();
    }
    // What had to be mended is put right from elsewhere.
    if use_change(&cell.value) && fields::with_focus(&field).is_none() {
        forget();
    }
    // All that is committed is selected, to be typed over: once it stands there, and before a key that comes earlier.
    let selected = use_mut_ref(|| (false, cell.value.clone()));
    let select = {
        let field = field.clone();
        move |stands: (bool, AttrValue)| {
            let (open, committed) = stands.clone();
            if selected.replace(stands.clone()) != stands && !open {
                fields::select_again(&field, &committed);
            }
        }
    };
    let stands = (draft.is_open(), cell.value.clone());
    use_effect_with(stands.clone(), {
        let select = select.clone();
        move |stands: &(bool, AttrValue)| select(stands.clone())
    });
    let on_blur = {
        let (draft, keep) = (draft.clone(), keep.clone());
        Callback::from(move |_: FocusEvent| keep(!draft.commit()))
    };
    let on_key = {
        let (draft, committed) = (draft.clone(), cell.value.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            // Keys of a way of writing that puts signs together are its own.
            if event.is_composing() {
                return;
            }
            select(stands.clone());
            let done = match event.key().as_str() {
                "Enter" => {
                    // At the last row there is no other cell to go to.
                    if moving::by_key(&grid, place, &event) == Some(false) {
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
                "F2" => {
                    fields::put_caret(&input);
                    true
                }
                key if moving::leads_on(key)
                    && (fields::at_rest(&input) || is_outward(&input, key)) =>
                {
                    moving::by_key(&grid, place, &event).is_some()
                }
                _ => false,
            };
            if done {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    };
    // A mouse that points into what nothing was typed over yet leaves all of it selected: a caret amid the old figure
    // would make another one of both. A second click changes what stands there, as F2 does. A finger places a caret.
    let by_mouse = use_mut_ref(|| false);
    let on_pointer = {
        let by_mouse = by_mouse.clone();
        Callback::from(move |event: PointerEvent| {
            by_mouse.replace(event.pointer_type() == "mouse");
        })
    };
    let on_down = Callback::from(move |event: MouseEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        if let Some(input) = input.filter(|input| by_mouse.take() && fields::at_rest(input)) {
            event.prevent_default();
            if event.detail() > 1 {
                fields::put_caret(&input);
            }
        }
    });
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
    // Draws a field anew whose text has become long, or short.
    let grown = use_state_eq(|| false);
    let on_input = {
        let (take, grown) = (draft.on_input(), grown.setter());
        Callback::from(move |event: InputEvent| {
            let field = event.target_dyn_into::<HtmlInputElement>();
            grown.set(field.is_some_and(|field| is_long(&field.value())));
            take.emit(event);
        })
    };
    html! {
        <span class={classes!("editor", (!draft.is_open()).then_some("ready"), is_long(&shown).then_some("long"))}>
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
                oninput={on_input}
                onfocusout={on_blur}
                onkeydown={on_key}
                onpointerdown={on_pointer}
                onmousedown={on_down}
            />
            <span class="error" id={mended} aria-live="polite">{ wrong.unwrap_or_default() }</span>
        </span>
    }
}

/// Whether a value is another one than at the last drawing. What follows from that has to be done with this drawing: an
/// effect may come after the next key, and would undo what was typed by it.
#[hook]
fn use_change<T: Clone + PartialEq + 'static>(value: &T) -> bool {
    let last = use_mut_ref(|| value.clone());
    last.replace(value.clone()) != *value
}

fn is_long(text: &str) -> bool {
    text.chars().count() > LONG
}

/// Whether an arrow leads out of a text that is being changed: up, down, or on from its edge.
fn is_outward(input: &HtmlInputElement, key: &str) -> bool {
    match key {
        "ArrowUp" | "ArrowDown" => true,
        "ArrowLeft" => fields::is_caret_at(input, 0),
        "ArrowRight" => fields::is_caret_at(input, fields::length(input)),
        _ => false,
    }
}
