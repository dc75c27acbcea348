//! Fill, spread, copy and clear for the whole sheet or the outcome at hand, and how pump-priming is split.

use crate::app::show::allocation::spread_evenly;
use crate::app::slot::Money;
use crate::app::words::{PUMP_SPLITS, pump_split_name};
use crate::app::{Action, Edit, Lookup};
use crate::model::{Grid, OutcomeId, Pounds, PumpSplit, Scenario};
use crate::ui::context::{Shared, use_act};
use crate::ui::inputs::Choice;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ToolsProps {
    pub(super) state: Shared,
    pub(super) money: Money,
    pub(super) at_hand: Option<OutcomeId>,
}

#[component]
pub(super) fn Tools(props: &ToolsProps) -> Html {
    let act = use_act();
    let whole = use_state(|| true);
    let ToolsProps {
        state,
        money,
        at_hand,
    } = props.clone();
    let workbook = &state.workbook;
    let agreement = &workbook.agreement;
    let Some(open) = workbook.scenario(state.open) else {
        return html! { <span hidden=true></span> };
    };
    let outcomes: Vec<OutcomeId> = match at_hand {
        Some(outcome) if !*whole => vec![outcome],
        _ => agreement
            .outcomes
            .iter()
            .map(|outcome| outcome.id)
            .collect(),
    };
    let years = agreement.year_count();
    let tool = |text: String, title: &'static str, value: &dyn Fn(OutcomeId, usize) -> Pounds| {
        let cells = outcomes
            .iter()
            .flat_map(|&outcome| (0..years).map(move |year| (outcome, year)));
        let edits = cells.map(|(outcome, year)| money.spend(outcome, year, value(outcome, year)));
        let edit = Edit::Many(edits.collect());
        html! { <button type="button" {title} onclick={act.on(move || Action::Commit(edit.clone()))}>{ text }</button> }
    };
    let now = typed(open, money);
    let other = if open.id == workbook.base {
        workbook
            .scenarios
            .iter()
            .find(|scenario| scenario.id != open.id)
    } else {
        workbook.scenario(workbook.base)
    };
    let how = open.pump.split;
    let scope = |to: bool, text: String| {
        let (whole, on) = (whole.clone(), *whole == to);
        html! { <button type="button" aria-pressed={on.to_string()} class={on.then_some("on")} onclick={move |_| whole.set(to)}>{ text }</button> }
    };
    let name = at_hand.map_or("", |outcome| Lookup(agreement).outcome_name(outcome));
    html! {
        <div class="tools">
            if money == Money::Pump {
                <Choice id="pump-split" label="Split" options={PUMP_SPLITS.map(|split| pump_split_name(split).into()).to_vec()}
                    chosen={PUMP_SPLITS.iter().position(|&other| other == how).unwrap_or(0)}
                    choose={Callback::from(|index: usize| PUMP_SPLITS.get(index).map(|&split| Edit::SplitPump(split)))} />
            }
            if money == Money::Pooled || how == PumpSplit::Typed {
                <div class="tabs" role="group" aria-label="What the tools work on">
                    { scope(true, "All outcomes".to_owned()) }
                    { scope(false, format!("Only {name}")) }
                </div>
                { tool("All years as the first".to_owned(), "Fills every year with the amount of the first", &|outcome, _| now.get(outcome, 0)) }
                { tool("Spread evenly".to_owned(), "The same total, the same in every year", &|outcome, year| spread_evenly(now, outcome, years)[year]) }
                if let Some(other) = other {
                    { tool(format!("Copy from {}", other.name), "What the other scenario has", &|outcome, year| money.had(&state, other.id, outcome, year)) }
                }
                { tool("Clear".to_owned(), "Nothing in every year", &|_, _| Pounds(0)) }
            }
        </div>
    }
}

/// What is typed in a scenario: pooled money, or pump-priming.
pub(super) fn typed(scenario: &Scenario, money: Money) -> &Grid {
    match money {
        Money::Pooled => &scenario.spending,
        Money::Pump => &scenario.pump.spending,
    }
}
