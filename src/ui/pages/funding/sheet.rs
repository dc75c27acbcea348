//! Streams by year in a grid, in their groups, with the totals below.

use crate::app::show::funding::{Group, Line, Sum, groups, sum, totals};
use crate::app::{Edit, Lookup, problem};
use crate::engine::Place;
use crate::model::{Amount, StreamId};
use crate::text::amount;
use crate::ui::context::Shared;
use crate::ui::inputs::grid::{Cell, Grid, Head, InputCell, Row};
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
    let mut head = vec![Head::new("Stream, £", "")];
    head.extend((0..agreement.year_count()).map(|year| Head::new(agreement.year_name(year), "n")));
    head.push(Head::new("All years", "n"));
    let mut rows = Vec::new();
    for group in groups(&props.state) {
        rows.push(group_row(&group));
        rows.extend(group.lines.iter().map(|line| stream_row(props, line)));
    }
    rows.extend(
        totals(&props.state)
            .into_iter()
            .enumerate()
            .map(|(index, total)| Row {
                key: format!("total-{index}").into(),
                class: classes!("total", (index == 0).then_some("first")),
                header: html! { { total.name } },
                cells: sums(&total.by_year),
            }),
    );
    html! { <Grid id="funding" label="Pounds by stream and year" {head} {rows} class={classes!("funding")} /> }
}

fn group_row(group: &Group) -> Row {
    Row {
        key: group.key.clone().into(),
        class: classes!("block", group.class),
        header: html! { <><span class="chip" aria-hidden="true"></span>{ group.name.clone() }<small>{ group.note.clone() }</small></> },
        cells: sums(&group.by_year),
    }
}

/// Sums by year and over all years.
fn sums(by_year: &[Sum]) -> Vec<Cell> {
    let all = sum::over(by_year);
    by_year.iter().copied().chain([all]).map(figure).collect()
}

fn figure(sum: Sum) -> Cell {
    Cell::Other(
        html! { <>{ sum.figure() }<small>{ sum.beside() }</small></> },
        "n",
    )
}

fn stream_row(props: &SheetProps, line: &Line) -> Row {
    let id = line.id;
    let years = props.state.shown().agreement.year_count();
    let mut cells: Vec<Cell> = (0..years)
        .map(|year| Cell::Input(input(&props.state, line, year)))
        .collect();
    cells.push(figure(line.all));
    let on = props.at_hand == Some(id);
    let choose = {
        let choose = props.choose.clone();
        Callback::from(move |_: MouseEvent| choose.emit(id))
    };
    Row {
        key: format!("stream-{}", id.0).into(),
        class: classes!(on.then_some("at-hand")),
        header: html! {
            <>
                <button type="button" class="link" aria-pressed={on.to_string()} onclick={choose}>{ line.name.clone() }</button>
                <small>{ line.note.clone() }</small>
            </>
        },
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
        read: Callback::from(move |text: String| {
            amount::read(&text)
                .map(|amount| Edit::Amount(id, year, amount))
                .map_err(|wrong| wrong.says().to_owned())
        }),
        finding: (!said.is_empty()).then(|| said.join(" ").into()),
        mark: match committed {
            Amount::Stated(_) => None,
            Amount::Range { .. } => Some("low end counts".into()),
            Amount::NotStated => Some("not stated".into()),
        },
    }
}
