//! The plan: money by outcome and year beside today's, what holds it back, and taking it over.

use crate::app::Action;
use crate::app::show::best::{Plan, Row, take};
use crate::model::{Moment, OutcomeId, Pounds};
use crate::platform::clock;
use crate::text::money;
use crate::ui::context::{Act, Shared, use_act};
use crate::ui::frame::tone;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlanProps {
    pub(super) state: Shared,
    pub(super) plan: Plan,
    /// Whether it was made for other figures than those on screen, so that it cannot be taken over.
    pub(super) old: bool,
}

#[component]
pub(super) fn PlanView(props: &PlanProps) -> Html {
    let act = use_act();
    let PlanProps { state, plan, old } = props;
    let years = state.shown().agreement.year_count();
    let to_copy = {
        let (act, state) = (act.clone(), state.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(edit) = take(&state, None) {
                let says = "The plan is in a new scenario. Undo takes it back.";
                let now = Moment::of_millis(clock::now());
                act.send(Action::CommitInCopy(edit, now, says.to_owned()));
            }
        })
    };
    html! {
        <div class="main">
            <section class="card">
                <div class="card-head">
                    <h3>{ "Where the money would go " }<small>{ "pooled and pump-priming, today → at its best" }</small></h3>
                    if plan.changes && !old {
                        <div class="tools">
                            <button type="button" class="go" onclick={to_copy}>{ "Take it over into a new scenario" }</button>
                            <button type="button" onclick={take_over(&act, state, None)}>{ "Take it over here" }</button>
                        </div>
                    }
                </div>
                <div class="scroll" tabindex="0">
                <table class="stacks best">
                    <thead><tr>
                        <th scope="col">{ "Outcome" }</th>
                        { for (0..years).map(|year| html! { <th key={year} scope="col" class="n">{ state.shown().agreement.year_name(year) }</th> }) }
                        <th scope="col" class="n">{ "Change" }</th>
                        <th scope="col"><span class="unseen">{ "Take over" }</span></th>
                    </tr></thead>
                    <tbody>
                        { for plan.rows.iter().map(|row| outcome(row, &act, state, *old)) }
                    </tbody>
                </table>
                </div>
            </section>
            { list("Left below the cliff", "what they would earn, and what that would take", &plan.left_below, &plan.none_below, plan.explaining) }
            { list("What holds it back", "gained if eased by £10,000", &plan.bindings, "No minimum, floor or capacity costs anything.", plan.explaining) }
            <section class="card">
                <h3>{ "What £10,000 more would earn " }<small>{ "by stream and year" }</small></h3>
                if plan.margins.is_empty() {
                    <p class="nothing">{ if plan.explaining { "Working it out…" } else { "Nothing: a little more money in any one place earns no more." } }</p>
                } else {
                    <div class="scroll" tabindex="0">
                    <table class="stacks">
                        <thead><tr>
                            <th scope="col">{ "Stream" }</th>
                            { for (0..years).map(|year| html! { <th key={year} scope="col" class="n">{ state.shown().agreement.year_name(year) }</th> }) }
                        </tr></thead>
                        <tbody>
                            { for plan.margins.iter().map(|(name, cells)| html! {
                                <tr key={name.clone()}>
                                    <th scope="row">{ name.clone() }</th>
                                    { for cells.iter().enumerate().map(|(index, cell)| html! { <td key={index} class="n" data-head={state.shown().agreement.year_name(index)}>{ cell.clone() }</td> }) }
                                </tr>
                            }) }
                        </tbody>
                    </table>
                    </div>
                }
            </section>
        </div>
    }
}

fn outcome(row: &Row, act: &Act, state: &Shared, old: bool) -> Html {
    let change = row.all.1 - row.all.0;
    let moves = row.years.iter().any(|(today, then)| today != then);
    let agreement = &state.shown().agreement;
    html! {
        <tr key={row.id.0} class={row.class}>
            <th scope="row"><span class="chip" aria-hidden="true"></span>{ row.name.clone() }</th>
            { for row.years.iter().enumerate().map(|(year, &(today, then))| html! {
                <td key={year} class="n" data-head={agreement.year_name(year)}>{ cell(today, then) }</td>
            }) }
            <td class={classes!("n", tone(change.pence()))} data-head="Change">{ money::difference(change.pence()) }</td>
            <td class="n">
                if moves && !old {
                    <button type="button" class="quiet" aria-label={format!("Take over {}", row.name)} onclick={take_over(act, state, Some(row.id))}>{ "Take over" }</button>
                }
            </td>
        </tr>
    }
}

fn cell(today: Pounds, then: Pounds) -> Html {
    if today == then {
        return html! { <span class="same">{ money::pounds(today) }</span> };
    }
    html! { <><small>{ money::pounds(today) }{ " → " }</small><b>{ money::pounds(then) }</b></> }
}

fn take_over(act: &Act, state: &Shared, only: Option<OutcomeId>) -> Callback<MouseEvent> {
    let (act, state) = (act.clone(), state.clone());
    Callback::from(move |_: MouseEvent| {
        if let Some(edit) = take(&state, only) {
            let says = "Taken over. Undo takes it back.";
            act.send(Action::CommitSaying(edit, says.to_owned()));
        }
    })
}

fn list(
    title: &'static str,
    below: &'static str,
    rows: &[(String, String)],
    none: &str,
    explaining: bool,
) -> Html {
    html! {
        <section class="card">
            <h3>{ title }{ " " }<small>{ below }</small></h3>
            if rows.is_empty() {
                <p class="nothing">{ if explaining { "Working it out…" } else { none }.to_owned() }</p>
            } else {
                <ul class="findings">
                    { for rows.iter().map(|(name, says)| html! { <li key={name.clone()}><b>{ name.clone() }{ ": " }</b>{ says.clone() }</li> }) }
                </ul>
            }
        </section>
    }
}
