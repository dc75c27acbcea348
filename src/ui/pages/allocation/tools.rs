//! Fill, spread, copy and clear for the whole sheet or the outcome at hand, and how pump-priming is split.

use crate::app::show::allocation::{Fill, filled};
use crate::app::slot::Money;
use crate::app::words::{PUMP_SPLITS, pump_split_name};
use crate::app::{Action, Edit, Lookup};
use crate::model::{OutcomeId, PumpSplit};
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
    let only = at_hand.filter(|_| !*whole);
    let tool = |text: String, title: &'static str, fill: Fill| {
        let act = act.clone();
        let fill = move |_: MouseEvent| {
            if let Some(state) = act.now() {
                act.send(Action::Commit(filled(&state, money, only, fill)));
            }
        };
        html! { <button type="button" {title} onclick={fill}>{ text }</button> }
    };
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
                { tool("All years as the first".to_owned(), "Fills every year with the amount of the first", Fill::First) }
                { tool("Spread evenly".to_owned(), "The same total, the same in every year", Fill::Evenly) }
                if let Some(other) = other {
                    { tool(format!("Copy from {}", other.name), "What the other scenario has", Fill::From(other.id)) }
                }
                { tool("Clear".to_owned(), "Nothing in every year", Fill::Nothing) }
            }
        </div>
    }
}
