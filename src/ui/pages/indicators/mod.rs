//! Indicators: every trajectory small, one opened large with its inputs, and new ones from the national set.

mod facts;
mod opened;
mod picker;
mod response;
mod sheet;
mod tiles;

use crate::app::show::indicators::headline;
use crate::app::{Action, Edit, Lookup, Notice, measure};
use crate::model::{IndicatorId, OutcomeId};
use crate::platform::element;
use crate::text::share;
use crate::ui::context::{ViewProps, use_act};
use crate::ui::figures::InSight;
use crate::ui::frame::Later;
use crate::ui::identical::Identical;
use crate::ui::pages::indicators::opened::OpenedView;
use crate::ui::pages::indicators::picker::{DIALOG, Picker};
use crate::ui::pages::indicators::tiles::Tiles;
use crate::ui::pages::said::said_first;
use std::rc::Rc;
use yew::prelude::*;

#[component]
pub(crate) fn Indicators(props: &ViewProps) -> Html {
    let state = &props.state;
    let chosen = use_state(|| None::<IndicatorId>);
    let into = use_state(|| None::<OutcomeId>);
    let names = Lookup(&state.shown().agreement);
    let open = chosen.filter(|&id| names.indicator(id).is_some());
    let choose = use_callback(chosen.setter(), |id: Option<IndicatorId>, chosen| {
        chosen.set(id);
    });
    let add = use_callback(into.setter(), |outcome: OutcomeId, into| {
        into.set(Some(outcome));
        element::open_dialog(DIALOG, true);
    });
    let added = use_callback(chosen.setter(), |id: IndicatorId, chosen| {
        chosen.set(Some(id));
    });
    let choose_outcome = use_callback(into.setter(), |outcome: OutcomeId, into| {
        into.set(Some(outcome));
    });
    let first = names.0.outcomes.first().map(|outcome| outcome.id);
    let at_hand = open
        .and_then(|id| Some(names.indicator(id)?.outcome))
        .or(first);
    let target = into.filter(|&id| names.outcome(id).is_some()).or(at_hand);
    let tiles = {
        let (state, choose, add) = (state.clone(), choose.clone(), add.clone());
        Callback::from(
            move |()| html! { <Tiles state={state.clone()} {open} choose={choose.clone()} add={add.clone()} /> },
        )
    };
    html! {
        <div class="view">
            { said_first(headline(state)) }
            if let Some(id) = open {
                <OpenedView key={id.0} state={state.clone()} {id} choose={choose.clone()} />
            }
            <section class="card">
                <div class="card-head">
                    <h3>{ "Every indicator" } <small>{ "open one to change it" }</small></h3>
                    <div class="tools">
                        { for at_hand.map(|outcome| { let add = add.clone(); html! {
                            <button key="add" type="button" class="go" onclick={move |_: MouseEvent| add.emit(outcome)}>{ "Add an indicator" }</button>
                        } }) }
                    </div>
                </div>
                if first.is_none() {
                    <NoOutcome />
                } else {
                    <Key state={state.clone()} />
                    <Later><InSight draw={tiles} typing={state.preview.is_some()} class="tiled" /></Later>
                }
            </section>
            <Later><Picker workbook={Identical(Rc::clone(&state.workbook))} outcome={target} {choose_outcome} {added} /></Later>
        </div>
    }
}

/// An indicator measures an outcome: without one there is nothing to add to.
#[component]
fn NoOutcome() -> Html {
    let act = use_act();
    let add = move |_: MouseEvent| {
        if let Some(state) = act.now() {
            act.send(match measure::first_outcome(&state.workbook) {
                Some((edit, _)) => Action::Commit(edit),
                None => Action::Tell(Notice::wrong("This workbook is full: no outcome fits.")),
            });
        }
    };
    html! {
        <div class="tools">
            <p class="nothing">{ "An indicator measures an outcome, and there is none yet." }</p>
            <button type="button" class="go" onclick={add}>{ "Add an outcome" }</button>
        </div>
    }
}

/// What the lines and marks mean.
#[component]
fn Key(props: &ViewProps) -> Html {
    let state = &props.state;
    let compared = state.workbook.base != state.open;
    let [base, open] = [state.base(), state.scenario()]
        .map(|scenario| scenario.map_or_else(String::new, |scenario| scenario.name.clone()));
    // Where the cliff is on the average of all, no indicator has its own.
    let average = state
        .result(state.open)
        .is_some_and(|result| result.average.is_some());
    let agreement = &state.shown().agreement;
    let rules = state
        .scenario()
        .map_or(&agreement.rules, |scenario| scenario.rules_in(agreement));
    let threshold = share::exact(rules.threshold);
    let cliff = if average {
        format!("{threshold} of the stretch; the cliff is on the average of all")
    } else {
        format!("the cliff, {threshold} of the stretch")
    };
    let line = |class: &'static str, text: String| html! { <span><i class={class} aria-hidden="true"></i>{ text }</span> };
    html! {
        <p class="key trajectory-key">
            { line("start", "baseline".to_owned()) }
            { line("without", "expected without the agreement".to_owned()) }
            { line("with", "agreed, with its milestones".to_owned()) }
            { line("sixty", cliff) }
            { line("actual", "recorded".to_owned()) }
            if compared {
                { line("base", format!("projected, {base}")) }
            }
            { line("open", format!("projected, {open}")) }
        </p>
    }
}

/// Adds an indicator and opens it, or says why not.
fn added(
    indicator: Option<crate::model::Indicator>,
    act: &crate::ui::context::Act,
    opened: &Callback<IndicatorId>,
) {
    let Some(indicator) = indicator else {
        return act.send(Action::Tell(Notice::wrong(
            "This workbook is full: no further indicator fits.",
        )));
    };
    let id = indicator.id;
    act.send(Action::Commit(Edit::Indicator(indicator)));
    opened.emit(id);
}
