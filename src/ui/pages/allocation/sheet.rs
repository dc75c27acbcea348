//! Outcomes by year: every cell typed, every outcome with its slider and what it reaches.

use crate::app::show::allocation::{block_total, hint, reaches, slider_end};
use crate::app::slot::{Money, Slide};
use crate::app::{Figure, Lookup, Slot, problem};
use crate::model::{Entity, Outcome, OutcomeId, Pounds, PumpSplit};
use crate::text::money;
use crate::ui::context::Shared;
use crate::ui::inputs::grid::{
    Aside, Bears, Cell, Grid, Head, InputCell, Name, Row, SliderCell, use_rows,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SheetProps {
    pub(super) state: Shared,
    pub(super) money: Money,
    pub(super) at_hand: Option<OutcomeId>,
    pub(super) choose: Callback<OutcomeId>,
}

/// Outcomes by year, grouped by block.
#[component]
pub(super) fn Sheet(props: &SheetProps) -> Html {
    let state = &props.state;
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let years = agreement.year_count();
    let count = use_rows();
    let choose = use_callback(props.choose.clone(), |entity, choose| {
        if let Entity::Outcome(id) = entity {
            choose.emit(id);
        }
    });
    let mut head = vec![Head::new("Outcome, £", "")];
    head.extend((0..years).map(|year| Head::new(agreement.year_name(year), "n")));
    head.extend([
        Head::new("All years", "slide"),
        Head::new("Reaches", "n"),
        Head::new("To the cliff", "n"),
    ]);
    let largest = agreement
        .outcomes
        .iter()
        .map(|outcome| total(props, outcome.id))
        .max()
        .unwrap_or_default();
    let most = slider_end(largest);
    let mut rows = Vec::new();
    for block in &agreement.blocks {
        if names.outcomes_in(block.id).next().is_none() || rows.len() >= count {
            continue;
        }
        let mut cells: Vec<Cell> = (0..years)
            .map(|year| Cell::Figure(money::typed(block_total(state, block.id, year)).into()))
            .collect();
        let all: Pounds = (0..years)
            .map(|year| block_total(state, block.id, year))
            .sum();
        cells.push(Cell::Sum(money::typed(all).into(), None));
        cells.extend([(); 2].map(|()| Cell::Figure(AttrValue::default())));
        rows.push(Row {
            key: format!("block-{}", block.id.0).into(),
            class: format!("block {}", names.block_class(Some(block.id))).into(),
            name: Name::new(block.name.clone(), "from every source").bearing(Bears::Colour),
            cells,
        });
        rows.extend(
            names
                .outcomes_in(block.id)
                .take(count - rows.len())
                .map(|outcome| sheet_row(props, outcome, most)),
        );
    }
    let rows: Vec<_> = rows.into_iter().map(Rc::new).collect();
    let of = format!("{} {:?}", state.open.0, props.money);
    html! { <Grid id="allocation" {of} label="Pounds by outcome and year" {head} {rows} {choose} /> }
}

fn total(props: &SheetProps, outcome: OutcomeId) -> Pounds {
    let years = props.state.shown().agreement.year_count();
    (0..years).map(|year| typed(props, outcome, year)).sum()
}

/// What is typed for an outcome in a year, or what a rule gives it of pump-priming.
fn typed(props: &SheetProps, outcome: OutcomeId, year: usize) -> Pounds {
    let Some(scenario) = props.state.scenario() else {
        return Pounds(0);
    };
    props.money.had(&props.state, scenario.id, outcome, year)
}

fn sheet_row(props: &SheetProps, outcome: &Outcome, most: Pounds) -> Row {
    let state = &props.state;
    let agreement = &state.shown().agreement;
    let id = outcome.id;
    let by_rule = props.money == Money::Pump
        && state
            .scenario()
            .is_some_and(|scenario| scenario.pump.split != PumpSplit::Typed);
    let findings = state
        .result(state.open)
        .map(|result| result.findings.as_slice())
        .unwrap_or_default();
    let mut said: Vec<String> = Vec::new();
    let mut cells: Vec<Cell> = (0..agreement.year_count())
        .map(|year| {
            let value = typed(props, id, year);
            if by_rule {
                return Cell::Figure(money::typed(value).into());
            }
            let found: Vec<String> = problem::at_cell(findings, id, year)
                .map(|finding| problem::beside(agreement, finding))
                .collect();
            said.extend(found.iter().cloned());
            let pinned = props.money == Money::Pooled
                && state.scenario().is_some_and(|scenario| {
                    scenario
                        .pins
                        .iter()
                        .any(|pin| pin.outcome == id && usize::from(pin.year) == year)
                });
            Cell::Input(InputCell {
                label: format!("{}, {}", outcome.name, agreement.year_name(year)).into(),
                value: money::typed(committed(props, id, year)).into(),
                slot: Slot::Spend(props.money, id, year),
                finding: (!found.is_empty()).then(|| found.join(" ").into()),
                mark: pinned.then(|| "pin".into()),
            })
        })
        .collect();
    let sum = total(props, id);
    cells.push(Cell::Sum(
        money::typed(sum).into(),
        Some(slider(props, outcome, (sum, most), by_rule)),
    ));
    match reaches(state, id) {
        Some((text, tone, indicator)) => {
            let aside = hint(state, id).map(|hint| Aside {
                text: hint.brief.into(),
                says: hint.says.into(),
                tone: hint.tone,
            });
            cells.push(Cell::Asked(Figure::Score(indicator), text.into(), tone));
            cells.push(Cell::Aside(aside.unwrap_or_default()));
        }
        None => cells.extend(["–", ""].map(|text| Cell::Figure(text.into()))),
    }
    let on = props.at_hand == Some(id);
    Row {
        key: format!("outcome-{}", id.0).into(),
        class: if on { "at-hand" } else { "" }.into(),
        name: Name {
            said: said.into_iter().take(2).map(AttrValue::from).collect(),
            ..Name::new(outcome.name.clone(), "").bearing(Bears::Choice(Entity::Outcome(id), on))
        },
        cells,
    }
}

fn committed(props: &SheetProps, outcome: OutcomeId, year: usize) -> Pounds {
    let scenario = props.state.workbook.scenario(props.state.open);
    scenario.map_or(Pounds(0), |scenario| {
        props.money.typed(scenario).get(outcome, year)
    })
}

/// The slider that moves the sum over all years.
fn slider(
    props: &SheetProps,
    outcome: &Outcome,
    (sum, most): (Pounds, Pounds),
    by_rule: bool,
) -> SliderCell {
    let years = 0..props.state.workbook.agreement.year_count();
    let committed: Vec<Pounds> = years
        .map(|year| committed(props, outcome.id, year))
        .collect();
    SliderCell {
        label: format!("{}, all years", outcome.name).into(),
        value: sum.0,
        most: most.0,
        slide: Slide::spending(props.money, outcome.id, &committed),
        disabled: by_rule,
    }
}
