//! A grid of cells typed into as in a spreadsheet: arrows, Enter and Tab move, a pasted block fills.

use crate::app::{Action, Edit, Notice};
use crate::platform::element;
use crate::ui::context::use_act;
use crate::ui::inputs::draft::{Read, use_draft};
use web_sys::HtmlInputElement;
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

#[component]
pub(crate) fn Grid(props: &GridProps) -> Html {
    let act = use_act();
    let rows = props.rows.clone();
    let on_paste = Callback::from(move |(row, column, text): (usize, usize, String)| {
        act.send(match pasted(&rows, row, column, &text) {
            Ok(edit) => Action::Commit(edit),
            Err(says) => Action::Tell(Notice::wrong(says)),
        });
    });
    html! {
        <div class="scroll">
            <table role="grid" id={props.id.clone()} class={classes!("grid", props.class.clone())} aria-label={props.label.clone()}>
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
                            <th scope="row">{ row.header.clone() }</th>
                            { for row.cells.iter().enumerate().map(|(column, cell)| match cell {
                                Cell::Input(cell) => html! {
                                    <GridCell
                                        key={column}
                                        grid={props.id.clone()}
                                        row={index}
                                        rows={props.rows.len()}
                                        {column}
                                        cell={cell.clone()}
                                        on_paste={on_paste.clone()}
                                    />
                                },
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

/// The edits that a pasted block means, from one cell on to the right and downwards over the rows that
/// can be typed into.
fn pasted(rows: &[Row], row: usize, column: usize, text: &str) -> Result<Edit, String> {
    let mut edits = Vec::new();
    let input = |row: &Row, column: usize| match row.cells.get(column) {
        Some(Cell::Input(cell)) => Some(cell.clone()),
        _ => None,
    };
    let mut targets = rows
        .iter()
        .skip(row)
        .filter(|row| row.cells.iter().any(|cell| matches!(cell, Cell::Input(_))));
    for line in text.trim_end_matches(['\r', '\n']).split('\n') {
        let target = targets.next().ok_or(
            "The pasted block has more rows than there are below this cell. Nothing was changed.",
        )?;
        for (offset, value) in line.trim_end_matches('\r').split('\t').enumerate() {
            let cell = input(target, column + offset)
                .ok_or("The pasted block is wider than the columns to the right of this cell. Nothing was changed.")?;
            let edit = cell.read.emit(value.to_owned()).map_err(|wrong| {
                let shown: String = value.chars().take(30).collect();
                format!("{}: “{shown}”. {wrong} Nothing was changed.", cell.label)
            })?;
            edits.push(edit);
        }
    }
    Ok(Edit::Many(edits))
}

#[derive(Clone, PartialEq, Properties)]
struct GridCellProps {
    grid: AttrValue,
    row: usize,
    rows: usize,
    column: usize,
    cell: InputCell,
    on_paste: Callback<(usize, usize, String)>,
}

#[component]
fn GridCell(props: &GridCellProps) -> Html {
    let GridCellProps {
        grid,
        row,
        rows,
        column,
        cell,
        ..
    } = props.clone();
    let draft = use_draft(&cell.read);
    let on_blur = {
        let draft = draft.clone();
        Callback::from(move |_: FocusEvent| draft.commit())
    };
    let on_key = {
        let (draft, grid) = (draft.clone(), grid.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let go = |rows_by: isize, columns_by: isize| {
                step(&grid, (row, rows, column), rows_by, columns_by)
            };
            let moved = match event.key().as_str() {
                "Enter" => {
                    draft.commit();
                    go(if event.shift_key() { -1 } else { 1 }, 0);
                    true
                }
                "Escape" if draft.is_open() => {
                    draft.drop();
                    true
                }
                "ArrowDown" => go(1, 0),
                "ArrowUp" => go(-1, 0),
                "ArrowLeft" if at_edge(&input, 0) => go(0, -1),
                "ArrowRight" if at_edge(&input, input.value().encode_utf16().count() as u32) => {
                    go(0, 1)
                }
                _ => false,
            };
            if moved {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    };
    let on_paste = {
        let (on_paste, draft) = (props.on_paste.clone(), draft.clone());
        Callback::from(move |event: Event| {
            let Some(text) = crate::platform::clipboard::pasted(&event) else {
                return;
            };
            if text.trim_end_matches(['\r', '\n']).contains(['\t', '\n']) {
                event.prevent_default();
                draft.drop();
                on_paste.emit((row, column, text));
            }
        })
    };
    let on_focus = Callback::from(|event: FocusEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            input.select();
        }
    });
    let wrong = draft.wrong();
    let said = format!("{grid}-{row}-{column}-said");
    let says = wrong.clone().or(cell.finding.clone());
    html! {
        <td role="gridcell" class={classes!("n", "typed", wrong.is_some().then_some("wrong"), cell.finding.is_some().then_some("finding"))}>
            if let Some(mark) = &cell.mark {
                <span class="mark">{ mark.clone() }</span>
            }
            <input
                type="text"
                inputmode="decimal"
                autocomplete="off"
                maxlength="40"
                data-row={row.to_string()}
                data-column={column.to_string()}
                aria-label={cell.label.clone()}
                data-draft={draft.is_open().then_some("true")}
                aria-invalid={wrong.is_some().then_some("true")}
                aria-describedby={says.is_some().then(|| said.clone())}
                value={draft.shown(&cell.value)}
                oninput={draft.on_input()}
                onblur={on_blur}
                onkeydown={on_key}
                onpaste={on_paste}
                onfocus={on_focus}
            />
            <span class={if wrong.is_some() { "error" } else { "unseen" }} id={said} aria-live="polite">{ says.unwrap_or_default() }</span>
        </td>
    }
}

/// Whether the caret stands alone at a place, or the whole text is selected as after moving here.
fn at_edge(input: &HtmlInputElement, place: u32) -> bool {
    let start = input.selection_start().ok().flatten();
    let end = input.selection_end().ok().flatten();
    let length = input.value().encode_utf16().count() as u32;
    (start == Some(0) && end == Some(length)) || (start == Some(place) && end == Some(place))
}

/// Moves the focus to the next cell in a direction that can be typed into.
fn step(grid: &str, from: (usize, usize, usize), rows_by: isize, columns_by: isize) -> bool {
    let (mut row, rows, mut column) = from;
    loop {
        let next = row
            .checked_add_signed(rows_by)
            .zip(column.checked_add_signed(columns_by));
        let Some((next_row, next_column)) = next.filter(|&(row, column)| row < rows && column < 64)
        else {
            return false;
        };
        (row, column) = (next_row, next_column);
        let cell = format!("#{grid} input[data-row=\"{row}\"][data-column=\"{column}\"]");
        if element::focus(&cell) {
            return true;
        }
    }
}
