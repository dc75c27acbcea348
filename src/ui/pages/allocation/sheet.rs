//! Outcomes by year: every cell typed, every outcome with its slider and what it reaches.

use crate::app::show::allocation::{block_total, hint, reaches};
use crate::app::{Edit, Figure, Lookup, problem};
use crate::model::{Outcome, OutcomeId, Pounds, PumpSplit, split};
use crate::text::money;
use crate::ui::context::Shared;
use crate::ui::frame::Explain;
use crate::ui::inputs::Slider;
use crate::ui::inputs::grid::{Cell, Grid, Head, InputCell, Row};
use crate::ui::pages::allocation::spend;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SheetProps {
    pub(super) state: Shared,
    pub(super) pump: bool,
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
    let mut head = vec![Head::new("Outcome, £", "")];
    head.extend((0..years).map(|year| Head::new(agreement.year_name(year), "n")));
    head.extend([Head::new("All years", "slide"), Head::new("Reaches", "n")]);
    let largest = agreement
        .outcomes
        .iter()
        .map(|outcome| total(props, outcome.id).0)
        .max()
        .unwrap_or(0);
    let mut rows = Vec::new();
    for block in &agreement.blocks {
        if names.outcomes_in(block.id).next().is_none() {
            continue;
        }
        let mut cells: Vec<Cell> = (0..years)
            .map(|year| Cell::Figure(money::typed(block_total(state, block.id, year)).into()))
            .collect();
        let all: Pounds = (0..years)
            .map(|year| block_total(state, block.id, year))
            .sum();
        cells.push(Cell::Other(html! { { money::typed(all) } }, "slide"));
        cells.push(Cell::Figure(AttrValue::default()));
        rows.push(Row {
            key: format!("block-{}", block.id.0).into(),
            class: classes!("block", names.block_class(Some(block.id))),
            header: html! { <><span class="chip" aria-hidden="true"></span>{ block.name.clone() }<small>{ "from every source" }</small></> },
            cells,
        });
        rows.extend(
            names
                .outcomes_in(block.id)
                .map(|outcome| sheet_row(props, outcome, largest)),
        );
    }
    html! { <Grid id="allocation" label="Pounds by outcome and year" {head} {rows} /> }
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
    if !props.pump {
        return scenario.spending.get(outcome, year);
    }
    let result = props.state.result(scenario.id);
    let outcome =
        result.and_then(|result| result.outcomes.iter().find(|other| other.id == outcome));
    outcome
        .and_then(|outcome| outcome.years.get(year))
        .map_or(Pounds(0), |year| year.pump)
}

fn sheet_row(props: &SheetProps, outcome: &Outcome, largest: i64) -> Row {
    let state = &props.state;
    let agreement = &state.shown().agreement;
    let id = outcome.id;
    let by_rule = props.pump
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
                .map(|finding| problem::sentence(agreement, finding))
                .collect();
            said.extend(found.iter().cloned());
            let pump = props.pump;
            let pinned = !pump
                && state.scenario().is_some_and(|scenario| {
                    scenario
                        .pins
                        .iter()
                        .any(|pin| pin.outcome == id && usize::from(pin.year) == year)
                });
            Cell::Input(InputCell {
                label: format!("{}, {}", outcome.name, agreement.year_name(year)).into(),
                value: money::typed(committed(state, pump, id, year)).into(),
                read: Callback::from(move |text: String| {
                    money::read(&text)
                        .map(|pounds| spend(pump, id, year, pounds))
                        .map_err(|wrong| wrong.says().to_owned())
                }),
                finding: (!found.is_empty()).then(|| found.join(" ").into()),
                mark: pinned.then(|| "pin".into()),
            })
        })
        .collect();
    let sum = total(props, id);
    cells.push(Cell::Other(
        slider(props, outcome, sum, largest, by_rule),
        "slide",
    ));
    cells.push(match reaches(state, id) {
        Some((text, tone, indicator)) => Cell::Other(
            html! { <span class={tone}><Explain figure={Figure::Score(indicator)} {text} /></span> },
            "n",
        ),
        None => Cell::Figure("–".into()),
    });
    let (hint, tone) = hint(state, id).unwrap_or_default();
    let on = props.at_hand == Some(id);
    let choose = {
        let choose = props.choose.clone();
        Callback::from(move |_: MouseEvent| choose.emit(id))
    };
    Row {
        key: format!("outcome-{}", id.0).into(),
        class: classes!(on.then_some("at-hand")),
        header: html! {
            <>
                <button key="name" type="button" class="link" aria-pressed={on.to_string()} onclick={choose}>{ outcome.name.clone() }</button>
                <small key="hint" class={classes!("cliff-hint", tone)}>{ hint }</small>
                <span key="said">
                    { for said.iter().take(2).enumerate().map(|(index, text)| html! { <small key={index} class="finding">{ text.clone() }</small> }) }
                </span>
            </>
        },
        cells,
    }
}

fn committed(state: &Shared, pump: bool, outcome: OutcomeId, year: usize) -> Pounds {
    let Some(scenario) = state.shown().scenario(state.open) else {
        return Pounds(0);
    };
    if pump {
        scenario.pump.spending.get(outcome, year)
    } else {
        scenario.spending.get(outcome, year)
    }
}

/// The sum over all years as a slider with its figure: moving it keeps the years' proportions.
fn slider(props: &SheetProps, outcome: &Outcome, sum: Pounds, largest: i64, by_rule: bool) -> Html {
    let years = props.state.workbook.agreement.year_count();
    let pump = props.pump;
    let id = outcome.id;
    let weights: Vec<u64> = (0..years)
        .map(|year| committed_weight(props, id, year))
        .collect();
    let weights = if weights.iter().all(|&weight| weight == 0) {
        vec![1; years]
    } else {
        weights
    };
    let slide = Callback::from(move |pounds: i64| {
        let parts = split(pounds / 1_000, &weights);
        Edit::Many(
            parts
                .into_iter()
                .enumerate()
                .map(|(year, part)| spend(pump, id, year, Pounds(part * 1_000)))
                .collect(),
        )
    });
    html! {
        <span class="slide-cell">
            <Slider label={format!("{}, all years", outcome.name)} value={sum.0} most={(largest.max(sum.0) * 3 / 2).max(100_000)} step={1_000} {slide} disabled={by_rule} />
            <output>{ money::typed(sum) }</output>
        </span>
    }
}

fn committed_weight(props: &SheetProps, outcome: OutcomeId, year: usize) -> u64 {
    let scenario = props.state.workbook.scenario(props.state.open);
    let grid = scenario.map(|scenario| {
        if props.pump {
            &scenario.pump.spending
        } else {
            &scenario.spending
        }
    });
    grid.map_or(0, |grid| grid.get(outcome, year).0.unsigned_abs())
}
