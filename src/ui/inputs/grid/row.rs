//! One row of a grid: plain data, drawn again only when it differs.

use crate::app::slot::Slide;
use crate::app::{Action, Edit, Figure, Slot};
use crate::model::Entity;
use crate::ui::context::use_act;
use crate::ui::frame::Explain;
use crate::ui::inputs::Slider;
use crate::ui::inputs::grid::early::Early;
use crate::ui::inputs::grid::editor::Editor;
use crate::ui::inputs::grid::fields::{self, Fields, Turn};
use crate::ui::inputs::grid::moving::Place;
use std::rc::Rc;
use yew::prelude::*;

/// One row: a name and its cells.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) key: AttrValue,
    pub(crate) class: AttrValue,
    pub(crate) name: Name,
    pub(crate) cells: Vec<Cell>,
}

impl Row {
    /// The change that a text in the cell of a column means, if it can be read.
    fn read(&self, column: usize, text: &str) -> Option<Edit> {
        match self.cells.get(column)? {
            Cell::Input(cell) => cell.slot.read(text).ok(),
            _ => None,
        }
    }
}

/// The head of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Name {
    pub(crate) text: AttrValue,
    pub(crate) bears: Bears,
    /// What stands below the name.
    pub(crate) note: AttrValue,
    /// Findings that belong to the row.
    pub(crate) said: Vec<AttrValue>,
}

impl Name {
    pub(crate) fn new(text: impl Into<AttrValue>, note: impl Into<AttrValue>) -> Self {
        Self {
            text: text.into(),
            note: note.into(),
            ..Self::default()
        }
    }

    pub(crate) fn bearing(self, bears: Bears) -> Self {
        Self { bears, ..self }
    }
}

/// What the name of a row bears.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Bears {
    #[default]
    Nothing,
    /// The colour of its block.
    Colour,
    /// A button that takes the row in hand, and whether it is.
    Choice(Entity, bool),
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    /// Something to type into.
    Input(InputCell),
    /// A figure.
    Figure(AttrValue),
    /// A figure with a note below it.
    Noted(AttrValue, AttrValue),
    /// A figure that can be asked how it is worked out, with its class.
    Asked(Figure, AttrValue, &'static str),
    /// A place that is kept for a few words.
    Aside(Aside),
    /// A sum that may be moved by a slider.
    Sum(AttrValue, Option<SliderCell>),
    /// A button that makes a change, with its name for screen readers; disabled where there is none.
    Button(&'static str, AttrValue, Option<Callback<(), Edit>>),
}

/// A few words that come and go, and the whole sentence for those who point at them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Aside {
    pub(crate) text: AttrValue,
    pub(crate) says: AttrValue,
    pub(crate) tone: &'static str,
}

/// A cell that is typed into.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct InputCell {
    /// What the cell is, for screen readers: row and column.
    pub(crate) label: AttrValue,
    /// What stands there while nothing is typed.
    pub(crate) value: AttrValue,
    pub(crate) slot: Slot,
    /// A finding that belongs to this cell.
    pub(crate) finding: Option<AttrValue>,
    /// A mark beside the figure, such as a pin.
    pub(crate) mark: Option<AttrValue>,
}

/// A slider with its range.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SliderCell {
    pub(crate) label: AttrValue,
    pub(crate) value: i64,
    pub(crate) most: i64,
    pub(crate) slide: Slide,
    pub(crate) disabled: bool,
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowProps {
    pub(super) grid: AttrValue,
    pub(super) index: usize,
    pub(super) row: Rc<Row>,
    /// Whose figures these are.
    pub(super) of: AttrValue,
    /// How many blocks were pasted into the grid.
    pub(super) blocks: usize,
    pub(super) early: Early,
    /// Hears that a row is taken in hand.
    pub(super) choose: Callback<Entity>,
}

#[component]
pub(super) fn RowView(props: &RowProps) -> Html {
    let act = use_act();
    let fields = use_reducer_eq(Fields::default);
    let latest = use_mut_ref(|| Rc::clone(&props.row));
    *latest.borrow_mut() = Rc::clone(&props.row);
    let on_focus = use_callback(props.early.clone(), {
        let (turn, act) = (fields.dispatcher(), act.clone());
        move |event: FocusEvent, early: &Early| {
            if let Some((place, next)) = fields::turn(&event) {
                // What was typed early is what one leaves, and not for when one comes back.
                if let (Some(text), Turn::Leave(column)) = (early.take(place), &next)
                    && let Some(edit) = latest.borrow().read(*column, &text)
                {
                    act.send(Action::Commit(edit));
                }
                turn.dispatch(next);
            }
        }
    });
    let on_turn = use_callback((), {
        let turn = fields.dispatcher();
        move |next: Turn, ()| turn.dispatch(next)
    });
    let held = &*fields;
    let row = &props.row;
    let cell = |(column, cell): (usize, &Cell)| match cell {
        Cell::Input(cell) => typed(props, column, cell, held, &on_turn),
        Cell::Figure(text) => {
            html! { <td key={column} class="n">{ text.clone() }</td> }
        }
        Cell::Noted(text, note) => {
            html! {
                <td key={column} class="n">
                    { text.clone() }
                    if !note.is_empty() {
                        <small>{ note.clone() }</small>
                    }
                </td>
            }
        }
        Cell::Asked(figure, text, tone) => {
            html! { <td key={column} class="n"><span class={(!tone.is_empty()).then_some(*tone)}><Explain figure={*figure} text={text.clone()} /></span></td> }
        }
        Cell::Aside(Aside { text, says, tone }) => {
            html! { <td key={column} class="n aside"><small class={(!tone.is_empty()).then_some(*tone)} title={(!says.is_empty()).then(|| says.clone())}>{ text.clone() }</small></td> }
        }
        Cell::Sum(text, None) => {
            html! { <td key={column} class="slide">{ text.clone() }</td> }
        }
        Cell::Sum(text, Some(slider)) => html! {
            <td key={column} class="slide">
                <span class="slide-cell">
                    <Slider label={slider.label.clone()} value={slider.value} most={slider.most} slide={slider.slide.clone()} disabled={slider.disabled} />
                    <output>{ text.clone() }</output>
                </span>
            </td>
        },
        Cell::Button(text, label, edit) => {
            let (act, edit) = (act.clone(), edit.clone());
            let disabled = edit.is_none();
            let on_click = Callback::from(move |_: MouseEvent| {
                if let Some(edit) = &edit {
                    act.send(Action::Commit(edit.emit(())));
                }
            });
            html! { <td key={column}><button type="button" class="quiet" {disabled} onclick={on_click} aria-label={label.clone()}>{ *text }</button></td> }
        }
    };
    html! {
        <tr class={classes!(row.class.clone(), held.any().then_some("typing"))} onfocusin={on_focus.clone()} onfocusout={on_focus}>
            <th key="name" scope="row">{ name(&row.name, &props.choose) }</th>
            { for row.cells.iter().enumerate().map(cell) }
        </tr>
    }
}

fn name(name: &Name, choose: &Callback<Entity>) -> Html {
    let text = name.text.clone();
    let text = match name.bears {
        Bears::Nothing => html! { <>{ text }</> },
        Bears::Colour => html! { <><span class="chip" aria-hidden="true"></span>{ text }</> },
        Bears::Choice(entity, on) => {
            let choose = choose.clone();
            let on_click = Callback::from(move |_: MouseEvent| choose.emit(entity));
            html! { <button type="button" class="link" aria-pressed={on.to_string()} onclick={on_click}>{ text }</button> }
        }
    };
    html! {
        <>
            { text }
            if !name.note.is_empty() {
                <small>{ name.note.clone() }</small>
            }
            <>
                { for name.said.iter().enumerate().map(|(index, text)| html! { <small key={index} class="finding">{ text.clone() }</small> }) }
            </>
        </>
    }
}

/// A cell that is typed into: its figure, and over it the field where it holds one.
fn typed(
    props: &RowProps,
    column: usize,
    cell: &InputCell,
    held: &Fields,
    on_turn: &Callback<Turn>,
) -> Html {
    let place = Place {
        row: props.index,
        column,
    };
    let said = place.said(&props.grid);
    let mark = cell.mark.clone().unwrap_or_default();
    // What can be read in a cell has to be said of it, word for word.
    let stands = [mark.as_str(), cell.value.as_str()].join(" ");
    let label = format!("{}: {}", cell.label, stands.trim());
    html! {
        <td key={column} class={if cell.finding.is_some() { "n typed finding" } else { "n typed" }}
            tabindex={if held.is_focused(column) { "-1" } else { "0" }} data-place={place.to_string()}
            aria-label={label} aria-describedby={cell.finding.is_some().then(|| said.clone())}>
            if !mark.is_empty() {
                <span class="mark">{ mark }</span>{ " " }
            }
            <span class="place">
                if held.hold(column) {
                    <Editor grid={props.grid.clone()} of={props.of.clone()} blocks={props.blocks} {place} cell={cell.clone()} arrival={held.arrival(column)} early={props.early.clone()} {on_turn} />
                }
                <span class="value">{ cell.value.clone() }</span>
            </span>
            if let Some(finding) = &cell.finding {
                <span class="unseen" id={said}>{ finding.clone() }</span>
            }
        </td>
    }
}
