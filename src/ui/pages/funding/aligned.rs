//! What the owner of the aligned stream at hand spends, by outcome and year.

use crate::app::{Lookup, Slot};
use crate::model::{Outcome, Pounds};
use crate::text::money;
use crate::ui::inputs::grid::{Cell, Grid, Head, InputCell, Name, Row};
use crate::ui::pages::funding::StreamProps;
use std::rc::Rc;
use yew::prelude::*;

#[component]
pub(crate) fn AlignedSpending(props: &StreamProps) -> Html {
    let agreement = &props.state.shown().agreement;
    let names = Lookup(agreement);
    let Some(stream) = names.stream(props.stream) else {
        return html! { <span hidden=true></span> };
    };
    let owner = stream
        .partner
        .map_or("its owner", |partner| names.partner_name(partner));
    let mut head = vec![Head::new("Outcome, £", "")];
    head.extend((0..agreement.year_count()).map(|year| Head::new(agreement.year_name(year), "n")));
    let blocks = agreement
        .blocks
        .iter()
        .flat_map(|block| names.outcomes_in(block.id));
    let rows: Vec<Rc<Row>> = blocks.map(|outcome| row(props, outcome).into()).collect();
    html! {
        <section class="card">
            <h3>{ format!("What {owner} spends of {}", stream.name) } <small>{ "aligned with the agreement, by outcome and year" }</small></h3>
            if rows.is_empty() {
                <p class="nothing">{ "There is no outcome to spend on yet. Add one under Agreement." }</p>
            } else {
                <Grid id="aligned" label={format!("Pounds of {} by outcome and year", stream.name)} {head} {rows} />
            }
        </section>
    }
}

fn row(props: &StreamProps, outcome: &Outcome) -> Row {
    let agreement = &props.state.workbook.agreement;
    let (stream, id) = (props.stream, outcome.id);
    let cell = |year: usize| {
        let spent = Lookup(agreement)
            .stream(stream)
            .map_or(Pounds(0), |stream| stream.spending.get(id, year));
        Cell::Input(InputCell {
            label: format!("{}, {}", outcome.name, agreement.year_name(year)).into(),
            value: money::typed(spent).into(),
            slot: Slot::Align(stream, id, year),
            finding: None,
            mark: None,
        })
    };
    Row {
        key: id.0.to_string().into(),
        class: AttrValue::default(),
        name: Name::new(outcome.name.clone(), ""),
        cells: (0..agreement.year_count()).map(cell).collect(),
    }
}
