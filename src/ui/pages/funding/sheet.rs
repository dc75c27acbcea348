//! Streams by year in a grid, in their groups, with the totals below.

use crate::app::show::funding::{Group, Line, Sum, groups, sum, totals};
use crate::app::{Lookup, Slot, problem};
use crate::engine::Place;
use crate::model::{Amount, Entity, StreamId};
use crate::text::amount;
use crate::ui::context::Shared;
use crate::ui::inputs::grid::{Bears, Cell, Grid, Head, InputCell, Name, Row, use_rows};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SheetProps {
    pub(crate) state: Shared,
    pub(crate) at_hand: Option<StreamId>,
    pub(crate) choose: Callback<StreamId>,
}

#[component]
pub(crate) fn Sheet(props: &SheetProps) -> Html {
    let agreement = &props.state.shown().agreement;
    let count = use_rows();
    let choose = use_callback(props.choose.clone(), |entity, choose| {
        if let Entity::Stream(id) = entity {
            choose.emit(id);
        }
    });
    let mut head = vec![Head::new("Stream, £", "")];
    head.extend((0..agreement.year_count()).map(|year| Head::new(agreement.year_name(year), "n")));
    head.push(Head::new("All years", "n"));
    let mut rows = Vec::new();
    for group in groups(&props.state) {
        if rows.len() < count {
            rows.push(group_row(&group));
            let lines = group.lines.iter().take(count - rows.len());
            rows.extend(lines.map(|line| stream_row(props, line)));
        }
    }
    if rows.len() < count {
        rows.extend(total_rows(props));
    }
    let rows: Vec<_> = rows.into_iter().map(Rc::new).collect();
    html! { <Grid id="funding" label="Pounds by stream and year" {head} {rows} class="funding" {choose} /> }
}

fn total_rows(props: &SheetProps) -> impl Iterator<Item = Row> {
    let totals = totals(&props.state).into_iter().enumerate();
    totals.map(|(index, total)| Row {
        key: format!("total-{index}").into(),
        class: if index == 0 { "total first" } else { "total" }.into(),
        name: Name::new(total.name, ""),
        cells: sums(&total.by_year),
    })
}

fn group_row(group: &Group) -> Row {
    Row {
        key: group.key.clone().into(),
        class: format!("block {}", group.class).into(),
        name: Name::new(group.name.clone(), group.note.clone()).bearing(Bears::Colour),
        cells: sums(&group.by_year),
    }
}

/// Sums by year and over all years.
fn sums(by_year: &[Sum]) -> Vec<Cell> {
    let all = sum::over(by_year);
    by_year.iter().copied().chain([all]).map(figure).collect()
}

fn figure(sum: Sum) -> Cell {
    Cell::Noted(sum.figure().into(), sum.beside().into())
}

fn stream_row(props: &SheetProps, line: &Line) -> Row {
    let id = line.id;
    let years = props.state.shown().agreement.year_count();
    let mut cells: Vec<Cell> = (0..years)
        .map(|year| Cell::Input(input(&props.state, line, year)))
        .collect();
    cells.push(figure(line.all));
    let on = props.at_hand == Some(id);
    Row {
        key: format!("stream-{}", id.0).into(),
        class: if on { "at-hand" } else { "" }.into(),
        name: Name::new(line.name.clone(), line.note.clone())
            .bearing(Bears::Choice(Entity::Stream(id), on)),
        cells,
    }
}

fn input(state: &Shared, line: &Line, year: usize) -> InputCell {
    let id = line.id;
    let agreement = &state.shown().agreement;
    let committed = Lookup(&state.workbook.agreement)
        .stream(id)
        .map_or(Amount::NotStated, |stream| stream.amount(year));
    let said: Vec<String> = state
        .result(state.open)
        .into_iter()
        .flat_map(|result| &result.findings)
        .filter(|finding| {
            finding.place == Place::Stream(id, Some(year))
                && problem::weight(&finding.problem) <= problem::Weight::Rule
        })
        .map(|finding| problem::sentence(agreement, finding))
        .collect();
    InputCell {
        label: format!("{}, {}", line.name, agreement.year_name(year)).into(),
        value: amount::typed(committed).into(),
        slot: Slot::Amount(id, year),
        finding: (!said.is_empty()).then(|| said.join(" ").into()),
        mark: match committed {
            Amount::Stated(_) => None,
            Amount::Range { .. } => Some("low end counts".into()),
            Amount::NotStated => Some("not stated".into()),
        },
    }
}
