//! A grid that is typed into as in a spreadsheet: arrows, Enter and Tab move, a pasted block fills.
//!
//! A cell at rest is text that can be focused; it holds a field only while it is typed into. Browsers look
//! through every field of a page at every keystroke, to offer to fill them in, and sixty of them cost more
//! than all the arithmetic.

mod editor;
mod moving;
mod paste;
mod row;

use crate::app::{Action, Notice};
use crate::model::Entity;
use crate::platform::clipboard;
use crate::ui::context::use_act;
use crate::ui::frame::use_later;
use crate::ui::identical::Identical;
use crate::ui::inputs::grid::editor::Early;
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

/// The cells with a field in them.
#[derive(Clone, Default)]
struct Openings(Vec<Opened>);

/// A cell with a field in it.
#[derive(Clone)]
struct Opened {
    row: AttrValue,
    column: usize,
    /// How often it was opened anew while its field was there.
    turn: u32,
}

enum Turn {
    Open(AttrValue, usize),
    Close(AttrValue, usize),
    CloseAll,
}

impl Reducible for Openings {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        let mut next = self.0.clone();
        let (Turn::Open(row, column) | Turn::Close(row, column)) = &turn else {
            return Rc::default();
        };
        let found = next
            .iter()
            .position(|other| (&other.row, &other.column) == (row, column));
        let before = found.map(|index| next.swap_remove(index));
        if let Turn::Open(row, column) = turn {
            let turn = before.map_or(0, |before| before.turn + 1);
            next.push(Opened { row, column, turn });
        }
        Rc::new(Self(next))
    }
}

#[component]
pub(crate) fn Grid(props: &GridProps) -> Html {
    let act = use_act();
    let opened = use_reducer(Openings::default);
    let early = use_mut_ref(|| None::<Early>);
    let owner = use_mut_ref(|| props.of.clone());
    use_effect_with(props.of.clone(), {
        let (turn, early) = (opened.dispatcher(), early.clone());
        move |of| {
            if owner.replace(of.clone()) != *of {
                early.take();
                turn.dispatch(Turn::CloseAll);
            }
        }
    });
    let cell_at =
        |rows: &[Rc<Row>], place: Place| match rows.get(place.row)?.cells.get(place.column)? {
            Cell::Input(cell) => Some(cell.clone()),
            _ => None,
        };
    let open = {
        let (turn, rows) = (opened.dispatcher(), props.rows.clone());
        move |place: Place| {
            if let Some(row) = rows.get(place.row) {
                turn.dispatch(Turn::Open(row.key.clone(), place.column));
            }
        }
    };
    let on_done = use_callback((), {
        let turn = opened.dispatcher();
        move |(row, column): (AttrValue, usize), ()| turn.dispatch(Turn::Close(row, column))
    });
    let on_click = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            let inside = event.target_dyn_into::<Element>();
            if inside
                .as_ref()
                .is_some_and(|target| target.tag_name() == "INPUT")
            {
                return;
            }
            if let Some(place) = inside.as_ref().and_then(Place::around) {
                open(place);
            }
        })
    };
    let on_key = {
        let (open, done, early) = (open.clone(), on_done.clone(), early.clone());
        let (act, rows, id) = (act.clone(), props.rows.clone(), props.id.clone());
        Callback::from(move |event: KeyboardEvent| {
            // In a field the keys are the editor's.
            let target = event.target_dyn_into::<Element>();
            let Some(place) = target.as_ref().and_then(Place::of) else {
                return;
            };
            let key = event.key();
            let typed = key.chars().count() == 1 && !moving::is_shortcut(&event);
            if typed || matches!(key.as_str(), "Delete" | "Backspace") {
                event.prevent_default();
                let before = early.borrow_mut().take_if(|early| early.place == place);
                // The field is on its way: what is typed meanwhile is not lost.
                let opening = before.is_none();
                let mut text = before.map_or_else(String::new, |early| early.text);
                if typed {
                    text.push_str(&key);
                } else {
                    text.pop();
                }
                if let Some(cell) = cell_at(&rows, place) {
                    let read = cell.slot.read(&text);
                    act.send_typed(read.map_or(Action::Cancel, Action::Preview));
                }
                *early.borrow_mut() = Some(Early { place, text });
                if opening {
                    open(place);
                }
                return;
            }
            let text = early.borrow_mut().take_if(|early| early.place == place);
            if let (Some(Early { text, .. }), Some(cell)) = (text, cell_at(&rows, place)) {
                match cell.slot.read(&text) {
                    Ok(edit) => act.send(Action::Commit(edit)),
                    Err(_) => {
                        // It stays to be mended, in the field.
                        *early.borrow_mut() = Some(Early { place, text });
                        return event.prevent_default();
                    }
                }
                if let Some(row) = rows.get(place.row) {
                    done.emit((row.key.clone(), place.column));
                }
            }
            let shift = if event.shift_key() { -1 } else { 1 };
            let done = match key.as_str() {
                "Enter" => {
                    moving::step(&id, place, shift, 0);
                    true
                }
                "ArrowDown" => moving::step(&id, place, 1, 0),
                "ArrowUp" => moving::step(&id, place, -1, 0),
                "ArrowLeft" => moving::step(&id, place, 0, -1),
                "ArrowRight" => moving::step(&id, place, 0, 1),
                "F2" => {
                    open(place);
                    true
                }
                _ => false,
            };
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
        let (rows, done, early) = (props.rows.clone(), on_done.clone(), early.clone());
        Callback::from(move |event: Event| {
            let target = event.target_dyn_into::<Element>();
            let place = target.as_ref().and_then(Place::around);
            let (Some(place), Some(text)) = (place, clipboard::pasted(&event)) else {
                return;
            };
            let at_rest = target.as_ref().and_then(Place::of).is_some();
            let text = text.trim_end_matches(['\r', '\n']).to_owned();
            if text.contains(['\t', '\n']) {
                event.prevent_default();
                // What was being typed in this cell gives way to what is pasted over it.
                if let Some(row) = rows.get(place.row) {
                    done.emit((row.key.clone(), place.column));
                }
                act.send(match paste::block(&rows, place, &text) {
                    Ok(edit) => Action::Commit(edit),
                    Err(says) => Action::Tell(Notice::wrong(says)),
                });
            } else if let Some(cell) = cell_at(&rows, place).filter(|_| at_rest) {
                event.prevent_default();
                match cell.slot.read(&text) {
                    Ok(edit) => act.send(Action::Commit(edit)),
                    Err(_) => {
                        *early.borrow_mut() = Some(Early { place, text });
                        open(place);
                    }
                }
            }
        })
    };
    let row = |(index, row): (usize, &Rc<Row>)| {
        let open = opened.0.iter().filter(|opened| opened.row == row.key);
        let open: Vec<_> = open.map(|opened| (opened.column, opened.turn)).collect();
        html! {
            <RowView key={row.key.to_string()} grid={props.id.clone()} {index} row={Rc::clone(row)} {open}
                early={Identical(Rc::clone(&early))} on_done={on_done.clone()} choose={props.choose.clone()} />
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
