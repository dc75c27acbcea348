//! Scenarios with their headline and difference from the base, then the views.

use crate::app::{Action, Edit, View};
use crate::model::{Entity, Moment, Pence, Pounds, ScenarioId};
use crate::platform::clock;
use crate::text::{money, name};
use crate::ui::aim::use_aim;
use crate::ui::context::{ViewProps, use_act};
use crate::ui::inputs::Field;
use yew::prelude::*;

#[component]
pub(crate) fn Sidebar(props: &ViewProps) -> Html {
    let act = use_act();
    let state = &props.state;
    let editing = use_state(|| false);
    let workbook = state.shown();
    let reward = |id: ScenarioId| state.result(id).map_or(Pence(0), |result| result.reward);
    let base = reward(workbook.base);
    let toggle = {
        let editing = editing.clone();
        Callback::from(move |_: MouseEvent| editing.set(!*editing))
    };
    html! {
        <nav class="sidebar" aria-label="Scenarios and views">
            <section>
                <h2>{ "Scenarios" }</h2>
                <ul class="scenarios">
                    { for workbook.scenarios.iter().map(|scenario| {
                        let id = scenario.id;
                        let is_open = id == state.open;
                        let over = state.result(id).map_or(Pounds(0), |result| result.over);
                        let gain = reward(id) - base;
                        html! {
                            <li key={id.0} class={classes!(is_open.then_some("on"))}>
                                <button type="button" class="scenario" aria-current={is_open.then_some("true")} onclick={act.on(move || Action::Open(id))}>
                                    <span class="name">{ scenario.name.clone() }</span>
                                    // Another sum is another element, so that it flashes in a meeting.
                                    <b key={reward(id).0.to_string()}>{ money::short(reward(id)) }</b>
                                    if over > Pounds(0) {
                                        // On one line, so that the views below it stay where they are while one types.
                                        <small class="down"><span class="unseen">{ "not affordable: " }</span>{ format!("over by {}", money::short(over.pence())) }</small>
                                    } else if id == workbook.base {
                                        <small>{ "base" }</small>
                                    } else {
                                        <small class={tone(gain)}>{ money::difference(gain) }</small>
                                    }
                                </button>
                            </li>
                        }
                    }) }
                </ul>
                <p class="tools">
                    <button type="button" class="quiet" onclick={act.on(|| Action::CopyScenario(Moment::of_millis(clock::now())))}>{ "+ New scenario" }</button>
                    <button type="button" class="quiet" aria-expanded={editing.to_string()} onclick={toggle}>{ "Edit" }</button>
                </p>
                if *editing {
                    <EditScenario state={props.state.clone()} />
                }
            </section>
            <section>
                <h2>{ "Views" }</h2>
                <ul class="views">
                    { for View::ALL.into_iter().map(|view| html! {
                        <li key={view.name()}>
                            <a href={format!("#{}", view.address())} class={(view == state.view).then_some("on")} aria-current={(view == state.view).then_some("page")}
                                onclick={let act = act.clone(); move |event: MouseEvent| { event.prevent_default(); act.send(Action::Show(view)); }}>
                                { view.name() }
                            </a>
                        </li>
                    }) }
                </ul>
            </section>
        </nav>
    }
}

/// The class of a gain or a loss.
pub(crate) fn tone(gain: Pence) -> &'static str {
    match gain.0 {
        0 => "same",
        above if above > 0 => "up",
        _ => "down",
    }
}

/// Renames, moves, removes the open scenario, or makes it the base.
#[component]
fn EditScenario(props: &ViewProps) -> Html {
    let act = use_act();
    let state = &props.state;
    let id = state.open;
    let name = state
        .scenario()
        .map_or_else(String::new, |scenario| scenario.name.clone());
    let read = Callback::from(move |text: String| {
        name::read(&text).map(|name| Edit::RenameScenario(id, name))
    });
    let place = state.workbook.scenarios.iter().position(|it| it.id == id);
    let count = state.workbook.scenarios.len();
    let shift = |by: isize, text: &'static str, end: bool| {
        let shift = act.unless(end, move || {
            Action::Commit(Edit::Move(Entity::Scenario(id), by))
        });
        html! { <button type="button" aria-disabled={end.to_string()} onclick={shift}>{ text }</button> }
    };
    let is_base = state.workbook.base == id;
    let is_last = count < 2;
    // A key that is held removes one scenario only.
    let remove = {
        let aim = use_aim();
        move || {
            aim.replace(Some("#scenario-name".to_owned()));
            Action::RemoveScenario(id)
        }
    };
    html! {
        <div class="edit-scenario">
            <Field key={id.0} id="scenario-name" label="Name of this scenario" value={name} {read} numeric={false} />
            <p class="tools">
                { shift(-1, "Move up", place == Some(0)) }
                { shift(1, "Move down", place.is_none_or(|place| place + 1 == count)) }
                <button type="button" aria-disabled={is_base.to_string()} onclick={act.unless(is_base, move || Action::Commit(Edit::Base(id)))}>{ "Make it the base" }</button>
                <button type="button" aria-disabled={is_last.to_string()} onclick={act.unless(is_last, remove)}>{ "Remove" }</button>
            </p>
        </div>
    }
}
