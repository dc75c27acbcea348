//! Pins of the outcome at hand: money that one stream must pay.

use crate::app::{Lookup, Slot};
use crate::engine::reach;
use crate::model::{OutcomeId, Pounds, StreamId, order};
use crate::text::money;
use crate::ui::context::Shared;
use crate::ui::inputs::grid::{Cell, Grid, Head, InputCell, Name, Row};
use crate::ui::unfolding::use_unfolded;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PinsProps {
    pub(crate) state: Shared,
    pub(crate) outcome: OutcomeId,
}

/// Who pays for the outcome, and which stream must.
#[component]
pub(crate) fn Pins(props: &PinsProps) -> Html {
    let (state, outcome) = (&props.state, props.outcome);
    let (unfolded, on_toggle) = use_unfolded();
    let agreement = &state.shown().agreement;
    let mut head = vec![Head::new("Stream", "")];
    let years = 0..agreement.year_count();
    head.extend(years.map(|year| Head::new(agreement.year_name(year), "n")));
    html! {
        <section class="card">
            <details ontoggle={on_toggle}>
                <summary><h3>{ "Who pays for it, and pins" }</h3></summary>
                <p class="hint">{ "Which stream pays is worked out: narrowest reach first. Type pounds to pin: that stream must pay them here." }</p>
                if unfolded {
                    <Grid id="pins" of={state.open.0.to_string()} label="Pinned pounds by stream and year" {head} rows={rows(state, outcome)} class="small" />
                }
            </details>
        </section>
    }
}

/// The streams that may pay for the outcome, in the order in which they are called on.
fn rows(state: &Shared, outcome: OutcomeId) -> Vec<Rc<Row>> {
    let agreement = &state.shown().agreement;
    let Some(result) = state.result(state.open) else {
        return Vec::new();
    };
    let mut may_pay: Vec<_> = result
        .streams
        .iter()
        .filter(|stream| stream.pooled)
        .filter(|stream| {
            let found = Lookup(agreement).stream(stream.id);
            found.is_some_and(|found| reach(agreement, found, stream.fence, outcome))
        })
        .collect();
    order::by_key(&mut may_pay, |stream| (stream.reach.len(), stream.id));
    let years = agreement.year_count();
    let paid = |stream: StreamId, year: usize| -> Pounds {
        let paid = result
            .paid
            .iter()
            .filter(|paid| paid.stream == stream && paid.outcome == outcome && paid.year == year);
        paid.map(|paid| paid.pounds).sum()
    };
    let pins = state
        .workbook
        .scenario(state.open)
        .map(|scenario| scenario.pins.as_slice())
        .unwrap_or_default();
    let cell = |id: StreamId, name: &str, year: usize| {
        let pin = pins
            .iter()
            .find(|pin| (pin.stream, pin.outcome, usize::from(pin.year)) == (id, outcome, year));
        let pays = paid(id, year);
        Cell::Input(InputCell {
            label: format!("Pinned from {name}, {}", agreement.year_name(year)).into(),
            value: pin
                .map_or_else(String::new, |pin| money::typed(pin.pounds))
                .into(),
            slot: Slot::Pin(id, outcome, year),
            finding: None,
            mark: (pays.0 > 0).then(|| format!("pays {}", money::short(pays.pence())).into()),
        })
    };
    may_pay
        .into_iter()
        .map(|stream| {
            let name = Lookup(agreement).stream_name(stream.id);
            Rc::new(Row {
                key: stream.id.0.to_string().into(),
                class: AttrValue::default(),
                name: Name::new(name.to_owned(), ""),
                cells: (0..years).map(|year| cell(stream.id, name, year)).collect(),
            })
        })
        .collect()
}
