//! The ways to the goal, and what is not enough.

use crate::app::Action;
use crate::app::show::seek::{Found, WayRow};
use crate::ui::context::{Act, use_act};
use crate::ui::unfolding::{Folded, use_few};
use yew::prelude::*;

/// Changes that are not enough alone, shown before the rest is asked for.
const FEW: usize = 8;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct WaysProps {
    pub(super) found: Found,
}

#[component]
pub(super) fn Ways(props: &WaysProps) -> Html {
    let act = use_act();
    let Found {
        first,
        dearer,
        together,
        obstacles,
        old,
        ..
    } = &props.found;
    let (shown, more) = use_few(obstacles.len(), FEW, ("first", "of them"));
    html! {
        <div class="main">
            if let Some(way) = together {
                <section class="card">
                    <h3>{ "Together " }<small>{ "none of them can be spared" }</small></h3>
                    { table("Changes that reach it together", std::slice::from_ref(way), &act, *old) }
                </section>
            }
            if !first.is_empty() {
                <section class="card">
                    <h3>{ "One change is enough " }<small>{ "what can be paid first, then the cheapest" }</small></h3>
                    { table("Single changes that reach it", first, &act, *old) }
                    if !dearer.is_empty() {
                        <Folded summary={html! { format!("{} more", dearer.len()) }}>
                            { table("Further single changes that reach it", dearer, &act, *old) }
                        </Folded>
                    }
                </section>
            }
            if !obstacles.is_empty() {
                <section class="card">
                    <h3>{ "Not enough alone" }</h3>
                    <ul class="findings">
                        { for obstacles.iter().take(shown).map(|(what, why)| html! { <li key={what.clone()}><b>{ what.clone() }{ ": " }</b>{ why.clone() }{ "." }</li> }) }
                    </ul>
                    { more }
                </section>
            }
        </div>
    }
}

fn table(caption: &'static str, ways: &[WayRow], act: &Act, old: bool) -> Html {
    html! {
        <div class="scroll" tabindex="0">
        <table class="stacks">
            <caption class="unseen">{ caption }</caption>
            <thead><tr>
                <th scope="col">{ "Change" }</th>
                <th scope="col" class="n">{ "Costs" }</th>
                <th scope="col">{ "Can it be paid?" }</th>
                <th scope="col"><span class="unseen">{ "Take over" }</span></th>
            </tr></thead>
            <tbody>
                { for ways.iter().map(|way| html! {
                    <tr key={way.changes.concat()}>
                        <th scope="row">{ for way.changes.iter().map(|change| html! { <div key={change.clone()}>{ change.clone() }</div> }) }</th>
                        <td class="n" data-head="Costs">{ way.costs.clone() }</td>
                        <td data-head="Can it be paid?">{ way.affordable.clone() }</td>
                        <td class="n">
                            if !old {
                                <button type="button" class="quiet" aria-label={format!("Take over: {}", way.changes.join(" and "))} onclick={take(act, way)}>{ "Take over" }</button>
                            }
                        </td>
                    </tr>
                }) }
            </tbody>
        </table>
        </div>
    }
}

fn take(act: &Act, way: &WayRow) -> Callback<MouseEvent> {
    let (act, edit) = (act.clone(), way.edit.clone());
    Callback::from(move |_: MouseEvent| {
        let says = "Taken over. Undo takes it back.";
        act.send(Action::CommitSaying(edit.clone(), says.to_owned()));
    })
}
