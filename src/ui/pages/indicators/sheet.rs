//! The values of an indicator by year: without, with and recorded are typed, projections are shown.

use crate::app::Slot;
use crate::app::measure::Series;
use crate::app::show::indicators::Opened;
use crate::app::working::Figure;
use crate::model::{Decimal, Indicator};
use crate::text::{number, unit};
use crate::ui::context::Shared;
use crate::ui::inputs::grid::{Cell, Grid, Head, InputCell, Name, Row};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SheetProps {
    pub(super) state: Shared,
    /// The indicator as committed.
    pub(super) indicator: Indicator,
    pub(super) view: Opened,
}

const SERIES: [(Series, &str, &str); 3] = [
    (Series::Without, "Without", "expected with no agreement"),
    (
        Series::With,
        "With",
        "agreed: the milestones, then the stretch",
    ),
    (Series::Actual, "Recorded", "empty until it is known"),
];

#[component]
pub(super) fn Sheet(props: &SheetProps) -> Html {
    let agreement = &props.state.shown().agreement;
    let years = agreement.year_count();
    let unit = match unit::said(&props.indicator.unit) {
        "" => "Value".to_owned(),
        unit => unit.to_owned(),
    };
    let mut head = vec![Head::new(unit, "")];
    head.extend((0..years).map(|year| Head::new(agreement.year_name(year), "n")));
    let mut rows: Vec<Row> = SERIES
        .iter()
        .map(|&(series, name, about)| Row {
            key: name.into(),
            class: AttrValue::default(),
            name: Name::new(name, about),
            cells: (0..years)
                .map(|year| cell(props, series, name, year))
                .collect(),
        })
        .collect();
    let (id, open) = (
        props.indicator.id,
        props.view.projected.len().saturating_sub(1),
    );
    let projected = props.view.projected.iter().enumerate();
    rows.extend(projected.map(|(index, (scenario, values))| {
        Row {
            key: format!("projected-{index}").into(),
            class: "projected".into(),
            name: Name::new("Projected", scenario.clone()),
            cells: values
                .iter()
                .enumerate()
                .map(|(year, value)| {
                    let text = AttrValue::from(value.clone());
                    if index == open && text != "–" {
                        Cell::Asked(Figure::Value(id, year), text, "")
                    } else {
                        Cell::Figure(text)
                    }
                })
                .collect(),
        }
    }));
    let rows: Vec<_> = rows.into_iter().map(Rc::new).collect();
    html! {
        <section class="card">
            <h3>{ "Values by year" } <small>{ "facts of the agreement, the same in every scenario" }</small></h3>
            <Grid id="indicator-values" label="Values by year" {head} {rows} />
            // Below the values: what comes and goes while one types moves none of them.
            if !props.view.gaps.is_empty() {
                <ul class="gaps">
                    { for props.view.gaps.iter().enumerate().map(|(index, gap)| html! { <li key={index} class="near">{ gap.clone() }</li> }) }
                </ul>
            }
        </section>
    }
}

fn cell(props: &SheetProps, series: Series, name: &str, year: usize) -> Cell {
    let indicator = &props.indicator;
    let id = indicator.id;
    let path = match series {
        Series::Without => &indicator.without,
        Series::With => &indicator.with,
        Series::Actual => &indicator.actual,
    };
    let value: Option<Decimal> = path.get(year).copied().flatten();
    let year_name = props.state.shown().agreement.year_name(year);
    Cell::Input(InputCell {
        label: format!("{name}, {year_name}").into(),
        value: value
            .map_or_else(String::new, |value| {
                number::typed(value, indicator.decimals)
            })
            .into(),
        slot: Slot::Level(id, series, year),
        finding: None,
        mark: None,
    })
}
