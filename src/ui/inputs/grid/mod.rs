//! A grid that is typed into as in a spreadsheet: arrows, Enter and Tab move, a pasted block fills.
//!
//! A cell is text that can be focused; a field lies over it only while it has the focus, or has to be mended. Browsers
//! look through every field of a page at every keystroke, to offer to fill them in, and sixty of them cost more than all
//! the arithmetic.

mod early;
mod editor;
mod fields;
mod moving;
mod paste;
mod row;

use crate::app::{Action, Notice};
use crate::model::Entity;
use crate::platform::clipboard;
use crate::ui::context::use_act;
use crate::ui::frame::use_later;
use crate::ui::inputs::grid::early::Early;
use crate::ui::inputs::grid::moving::Place;
use crate::ui::inputs::grid::row::RowView;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

pub(crate) use crate::ui::inputs::grid::row::{
    Aside, Bears, Cell, InputCell, Name, Row, SliderCell,
};

/// Rows that come with the grid of a view; the others are made and drawn a frame later.
const FIRST: usize = 4;

/// From how many columns on they stand closer together, by class.
const CLOSE: [(usize, &str); 3] = [(6, "many"), (7, "more"), (10, "most")];

/// How many rows of the grid that a view begins with are to be made now.
#[hook]
pub(crate) fn use_rows() -> usize {
    if use_later() { usize::MAX } else { FIRST }
}

/// A grid.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct GridProps {
    /// The id of the table.
    pub(crate) id: AttrValue,
    /// Whose figures these are, where the same rows show others' too: what could not be read goes with its owner.
    #[prop_or_default]
    pub(crate) of: AttrValue,
    /// What the grid is, for screen readers.
    pub(crate) label: AttrValue,
    /// Column heads, that of the row names first.
    pub(crate) head: Vec<Head>,
    pub(crate) rows: Vec<Rc<Row>>,
    #[prop_or_default]
    pub(crate) class: &'static str,
    /// Hears that a row is taken in hand.
    #[prop_or_default]
    pub(crate) choose: Callback<Entity>,
}

/// The head of a column.
#[derive(Clone, PartialEq)]
pub(crate) struct Head {
    pub(crate) text: AttrValue,
    pub(crate) class: &'static str,
}

impl Head {
    pub(crate) fn new(text: impl Into<AttrValue>, class: &'static str) -> Self {
        Self {
            text: text.into(),
            class,
        }
    }
}

#[component]
pub(crate) fn Grid(props: &GridProps) -> Html {
    let act = use_act();
    let early = use_memo((), |()| Early::none());
    let blocks = use_state(|| 0_usize);
    let cell_at =
        |rows: &[Rc<Row>], place: Place| match rows.get(place.row)?.cells.get(place.column)? {
            Cell::Input(cell) => Some(cell.clone()),
            _ => None,
        };
    let on_click = Callback::from(|event: MouseEvent| {
        // In a field the caret goes where one clicks.
        let inside = event.target_dyn_into::<Element>();
        let inside = inside.filter(|target| target.tag_name() != "INPUT");
        if let Some(cell) = inside.as_ref().and_then(moving::cell_around) {
            fields::take(&cell);
        }
    });
    let on_key = {
        let (act, rows, id, early) = (
            act.clone(),
            props.rows.clone(),
            props.id.clone(),
            (*early).clone(),
        );
        Callback::from(move |event: KeyboardEvent| {
            // In a field the keys are the editor's.
            let target = event.target_dyn_into::<Element>();
            let Some((cell, place)) =
                target.and_then(|cell| Place::of(&cell).map(|place| (cell, place)))
            else {
                return;
            };
            let key = event.key();
            let types = early::is_sign(&key) && !moving::is_shortcut(&event);
            if types || matches!(key.as_str(), "Delete" | "Backspace") {
                if fields::is_there(&cell) {
                    // What the key does it does in the field, behind what was typed before that was there.
                    match early.take(place) {
                        Some(text) => fields::type_over(&cell, &text),
                        None => fields::take(&cell),
                    }
                } else {
                    event.prevent_default();
                    early.key(place, &key);
                }
                return;
            }
            if key == "Escape" {
                early.take(place);
            }
            let typed = moving::leads_on(&key).then(|| early.take(place)).flatten();
            if let (Some(text), Some(cell)) = (typed, cell_at(&rows, place)) {
                match cell.slot.read(&text) {
                    Ok(edit) => act.send(Action::Commit(edit)),
                    Err(_) => {
                        // It stays to be mended, in the field.
                        early.put(place, text);
                        return event.prevent_default();
                    }
                }
            }
            let done = key == "F2" || moving::by_key(&id, place, &event).is_some();
            if key == "F2" {
                fields::open(&cell);
            }
            if done {
                event.prevent_default();
            }
        })
    };
    let on_copy = {
        let rows = props.rows.clone();
        Callback::from(move |event: Event| {
            let target = event.target_dyn_into::<Element>();
            let cell = target
                .as_ref()
                .and_then(Place::of)
                .and_then(|place| cell_at(&rows, place));
            if cell.is_some_and(|cell| clipboard::put(&event, &cell.value)) {
                event.prevent_default();
            }
        })
    };
    let on_paste = {
        let (rows, blocks) = (props.rows.clone(), blocks.clone());
        Callback::from(move |event: Event| {
            let target = event.target_dyn_into::<Element>();
            let place = target.as_ref().and_then(Place::around);
            let (Some(target), Some(place), Some(text)) = (target, place, paste::pasted(&event))
            else {
                return;
            };
            if paste::is_block(&text) {
                event.prevent_default();
                match paste::block(&rows, place, &text) {
                    Ok(edit) => {
                        act.send(Action::Commit(edit));
                        blocks.set(*blocks + 1);
                    }
                    Err(says) => act.send(Action::Tell(Notice::wrong(says))),
                }
                return;
            }
            let cell = cell_at(&rows, place).filter(|_| fields::at_rest(&target));
            match cell.map(|cell| cell.slot.read(&text)) {
                Some(Ok(edit)) => {
                    event.prevent_default();
                    act.send(Action::Commit(edit));
                }
                Some(Err(_)) if Place::of(&target).is_some() => {
                    event.prevent_default();
                    // It stays to be mended, in the field.
                    fields::type_over(&target, &text);
                }
                // The browser pastes it into the field.
                Some(Err(_)) | None => {}
            }
        })
    };
    let row = |(index, row): (usize, &Rc<Row>)| {
        html! {
            <RowView key={row.key.to_string()} grid={props.id.clone()} of={props.of.clone()} blocks={*blocks} {index} row={Rc::clone(row)} early={(*early).clone()} choose={props.choose.clone()} />
        }
    };
    let count = props.head.len();
    let close = CLOSE.into_iter().filter(|(from, _)| count >= *from);
    let close: Classes = close.map(|(_, class)| class).collect();
    html! {
        <div class="scroll">
            <table role="grid" id={props.id.clone()} class={classes!("grid", close, props.class)} aria-label={props.label.clone()}
                onclick={on_click} onkeydown={on_key} oncopy={on_copy} onpaste={on_paste}>
                <thead>
                    <tr>
                        { for props.head.iter().enumerate().map(|(index, head)| html! {
                            <th key={index} scope="col" class={head.class}>{ head.text.clone() }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for props.rows.iter().enumerate().map(row) }
                </tbody>
            </table>
        </div>
    }
}
