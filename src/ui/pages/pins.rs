//! Pins of the outcome at hand: money that one stream must pay.

use crate::app::{Edit, Lookup};
use crate::engine::reach;
use crate::model::{OutcomeId, Pin, Pounds, StreamId, order};
use crate::text::money;
use crate::ui::context::Shared;
use crate::ui::inputs::grid::{Cell, Grid, Head, InputCell, Row};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PinsProps {
    pub(crate) state: Shared,
    pub(crate) outcome: OutcomeId,
}

/// Who pays for the outcome, and which stream must.
#[component]
pub(crate) fn Pins(props: &PinsProps) -> Html {
    let state = &props.state;
    let outcome = props.outcome;
    let agreement = &state.shown().agreement;
    let Some(result) = state.result(state.open) else {
        return html! { <span hidden=true></span> };
    };
    let may_pay = result
        .streams
        .iter()
        .filter(|stream| stream.pooled)
        .filter(|stream| {
            let found = Lookup(agreement).stream(stream.id);
            found.is_some_and(|found| reach(agreement, found, stream.fence, outcome))
        });
    let years = agreement.year_count();
    let paid = |stream: StreamId, year: usize| -> Pounds {
        let paid = result
            .paid
            .iter()
            .filter(|paid| paid.stream == stream && paid.outcome == outcome && paid.year == year);
        paid.map(|paid| paid.pounds).sum()
    };
    let mut rows: Vec<(bool, Row)> = may_pay
        .map(|stream| {
            let id = stream.id;
            let name = Lookup(agreement).stream_name(id);
            let cells = (0..years).map(|year| {
                let pins = state
                    .workbook
                    .scenario(state.open)
                    .map(|scenario| scenario.pins.as_slice())
                    .unwrap_or_default();
                let pin = pins.iter().find(|pin| {
                    (pin.stream, pin.outcome, usize::from(pin.year)) == (id, outcome, year)
                });
                let pays = paid(id, year);
                Cell::Input(InputCell {
                    label: format!("Pinned from {name}, {}", agreement.year_name(year)).into(),
                    value: pin
                        .map_or_else(String::new, |pin| money::typed(pin.pounds))
                        .into(),
                    read: Callback::from(move |text: String| {
                        let pounds = money::read(&text).map_err(|wrong| wrong.says().to_owned())?;
                        Ok(Edit::Pin(Pin {
                            stream: id,
                            outcome,
                            year: year as u8,
                            pounds,
                        }))
                    }),
                    finding: None,
                    mark: (pays.0 > 0)
                        .then(|| format!("pays {}", money::short(pays.pence())).into()),
                })
            });
            let pays = (0..years).any(|year| paid(id, year).0 > 0);
            let row = Row {
                key: id.0.to_string().into(),
                class: Classes::new(),
                header: html! { { name.to_owned() } },
                cells: cells.collect(),
            };
            (pays, row)
        })
        .collect();
    order::by_key(&mut rows, |(pays, _)| !pays);
    let rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
    let mut head = vec![Head::new("Stream", "")];
    head.extend((0..years).map(|year| Head::new(agreement.year_name(year), "n")));
    html! {
        <section class="card">
            <details>
                <summary><h3>{ "Who pays for it, and pins" }</h3></summary>
                <p class="hint">{ "Which stream pays is worked out: narrowest reach first. Type pounds to pin: that stream must pay them here." }</p>
                <Grid id="pins" label="Pinned pounds by stream and year" {head} {rows} class={classes!("small")} />
            </details>
        </section>
    }
}
