//! A grid that is typed into as in a spreadsheet: arrows, Enter and Tab move, a pasted block fills.
//!
//! A cell at rest is text that can be focused; it holds a field only while it is typed into. Browsers look
//! through every field of a page at every keystroke, to offer to fill them in, and sixty of them cost more
//! than all the arithmetic.

mod editor;
mod moving;
mod paste;

use crate::app::{Action, Notice};
use crate::platform::clipboard;
use crate::ui::context::use_act;
use crate::ui::inputs::draft::Read;
use crate::ui::inputs::grid::editor::{Early, Editor, Typed};
use crate::ui::inputs::grid::moving::Place;
use web_sys::Element;
use yew::prelude::*;

/// A grid.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct GridProps {
    /// The id of the table.
    pub(crate) id: AttrValue,
    /// What the grid is, for screen readers.
    pub(crate) label: AttrValue,
    /// Column heads, that of the row names first.
    pub(crate) head: Vec<Head>,
    pub(crate) rows: Vec<Row>,
    #[prop_or_default]
    pub(crate) class: Classes,
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

/// One row: a name and its cells.
#[derive(Clone, PartialEq)]
pub(crate) struct Row {
    pub(crate) key: AttrValue,
    pub(crate) class: Classes,
    pub(crate) header: Html,
    pub(crate) cells: Vec<Cell>,
}

/// What stands in a cell.
#[derive(Clone, PartialEq)]
pub(crate) enum Cell {
    /// Something to type into.
    Input(InputCell),
    /// A figure.
    Figure(AttrValue),
    /// Anything else, with a class for its cell.
    Other(Html, &'static str),
}

/// A cell that is typed into.
#[derive(Clone, PartialEq)]
pub(crate) struct InputCell {
    /// What the cell is, for screen readers: row and column.
    pub(crate) label: AttrValue,
    /// What is committed.
    pub(crate) value: AttrValue,
    pub(crate) read: Read,
    /// A finding that belongs to this cell.
    pub(crate) finding: Option<AttrValue>,
    /// A mark beside the figure, such as a pin.
    pub(crate) mark: Option<AttrValue>,
}

/// A cell with a field in it.
#[derive(Clone, PartialEq)]
struct Opened {
    row: AttrValue,
    column: usize,
    /// How often it was opened anew while its field was there.
    turn: u32,
}

impl Opened {
    fn is(&self, row: &AttrValue, column: usize) -> bool {
        (&self.row, self.column) == (row, column)
    }
}

#[component]
pub(crate) fn Grid(props: &GridProps) -> Html {
    let act = use_act();
    let opened = use_state(Vec::<Opened>::new);
    let early = use_mut_ref(|| None::<Early>);
    let cell_at = |rows: &[Row], place: Place| match rows.get(place.row)?.cells.get(place.column)? {
        Cell::Input(cell) => Some(cell.clone()),
        _ => None,
    };
    let open = {
        let (opened, rows) = (opened.clone(), props.rows.clone());
        move |place: Place| {
            let Some(row) = rows.get(place.row).map(|row| row.key.clone()) else {
                return;
            };
            let mut next = (*opened).clone();
            let again = next.iter().position(|other| other.is(&row, place.column));
            let turn = again.map_or(0, |index| next.swap_remove(index).turn + 1);
            let column = place.column;
            next.push(Opened { row, column, turn });
            opened.set(next);
        }
    };
    let close = {
        let opened = opened.clone();
        move |row: &AttrValue, column: usize| {
            let others = opened.iter().filter(|other| !other.is(row, column));
            opened.set(others.cloned().collect());
        }
    };
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
        let (open, close, early) = (open.clone(), close.clone(), early.clone());
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
                if let Some(Ok(edit)) =
                    cell_at(&rows, place).map(|cell| cell.read.emit(text.clone()))
                {
                    act.send(Action::Preview(edit));
                }
                *early.borrow_mut() = Some(Early { place, text });
                if opening {
                    open(place);
                }
                return;
            }
            let text = early.borrow_mut().take_if(|early| early.place == place);
            if let (Some(Early { text, .. }), Some(cell)) = (text, cell_at(&rows, place)) {
                match cell.read.emit(text.clone()) {
                    Ok(edit) => act.send(Action::Commit(edit)),
                    Err(_) => {
                        // It stays to be mended, in the field.
                        *early.borrow_mut() = Some(Early { place, text });
                        return event.prevent_default();
                    }
                }
                if let Some(row) = rows.get(place.row) {
                    close(&row.key, place.column);
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
        let (rows, open, close, early) = (
            props.rows.clone(),
            open.clone(),
            close.clone(),
            early.clone(),
        );
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
                    close(&row.key, place.column);
                }
                act.send(match paste::block(&rows, place, &text) {
                    Ok(edit) => Action::Commit(edit),
                    Err(says) => Action::Tell(Notice::wrong(says)),
                });
            } else if let Some(cell) = cell_at(&rows, place).filter(|_| at_rest) {
                event.prevent_default();
                match cell.read.emit(text.clone()) {
                    Ok(edit) => act.send(Action::Commit(edit)),
                    Err(_) => {
                        *early.borrow_mut() = Some(Early { place, text });
                        open(place);
                    }
                }
            }
        })
    };
    let on_done = Callback::from(move |(row, column): (AttrValue, usize)| close(&row, column));
    let typed = |row: &Row, place: Place, cell: &InputCell| {
        let found = opened
            .iter()
            .find(|opened| opened.is(&row.key, place.column));
        let said = place.said(&props.id);
        let (label, inside) = match found {
            Some(opened) => {
                let editor = html! {
                    <Editor grid={props.id.clone()} {place} row={row.key.clone()} cell={cell.clone()} turn={opened.turn} early={Typed(early.clone())} on_done={on_done.clone()} />
                };
                (cell.label.to_string(), editor)
            }
            None => {
                let mark = cell.mark.clone().unwrap_or_default();
                // What can be read in a cell has to be said of it, word for word.
                let stands = [mark.as_str(), cell.value.as_str()].join(" ");
                let label = format!("{}: {}", cell.label, stands.trim());
                (
                    label,
                    html! { <span class="value">{ cell.value.clone() }</span> },
                )
            }
        };
        html! {
            <td key={place.column} role="gridcell" class={classes!("n", "typed", cell.finding.is_some().then_some("finding"))}
                tabindex={if found.is_some() { "-1" } else { "0" }} data-row={place.row.to_string()} data-column={place.column.to_string()}
                aria-label={label} aria-describedby={cell.finding.is_some().then(|| said.clone())}>
                <span class="mark">{ cell.mark.clone().unwrap_or_default() }</span>{ " " }
                { inside }
                <span class="unseen" id={said}>{ cell.finding.clone().unwrap_or_default() }</span>
            </td>
        }
    };
    html! {
        <div class="scroll">
            <table role="grid" id={props.id.clone()} class={classes!("grid", props.class.clone())} aria-label={props.label.clone()}
                onclick={on_click} onkeydown={on_key} oncopy={on_copy} onpaste={on_paste}>
                <thead>
                    <tr>
                        { for props.head.iter().enumerate().map(|(index, head)| html! {
                            <th key={index} scope="col" class={head.class}>{ head.text.clone() }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for props.rows.iter().enumerate().map(|(index, row)| html! {
                        <tr key={row.key.to_string()} class={row.class.clone()}>
                            <th key="name" scope="row">{ row.header.clone() }</th>
                            { for row.cells.iter().enumerate().map(|(column, found)| match found {
                                Cell::Input(found) => typed(row, Place { row: index, column }, found),
                                Cell::Figure(text) => html! { <td key={column} role="gridcell" class="n">{ text.clone() }</td> },
                                Cell::Other(html, class) => html! { <td key={column} role="gridcell" class={*class}>{ html.clone() }</td> },
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
