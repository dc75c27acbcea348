//! A safe stretch for each indicator that has another one, and what takes it over.

use crate::app::Action;
use crate::app::desks::Wait;
use crate::app::show::risk::{drivers, safe_says};
use crate::ui::context::{ViewProps, use_act};
use crate::ui::frame::Awaited;
use yew::prelude::*;

#[component]
pub(super) fn Safe(props: &ViewProps) -> Html {
    let act = use_act();
    let (driven, wait) = drivers(&props.state);
    // What was safe before a change may be so no more.
    let old = wait != Wait::Over;
    if driven.safe.is_empty() {
        return html! { <span hidden=true></span> };
    }
    html! {
        <section class="card">
            <h3>{ "A safe stretch " }<small>{ format!("the final target that reaches its cliff with a chance of {}", safe_says()) }</small></h3>
            <Awaited {wait}>
                <div class="scroll">
                <table class="safe-targets">
                    <thead><tr>
                        <th scope="col">{ "Indicator" }</th>
                        <th scope="col">{ "Safe target" }</th>
                        <th scope="col"><span class="unseen">{ "Use" }</span></th>
                    </tr></thead>
                    <tbody>
                        { for driven.safe.iter().map(|(name, says, edit)| {
                            let edit = edit.clone();
                            html! {
                                <tr key={name.clone()}>
                                    <th scope="row">{ name.clone() }</th>
                                    <td>{ says.clone() }</td>
                                    <td class="n"><button type="button" class="quiet" aria-label={format!("Use this target for {name}")} aria-disabled={old.to_string()} onclick={act.unless(old, move || Action::Commit(edit.clone()))}>{ "Use" }</button></td>
                                </tr>
                            }
                        }) }
                    </tbody>
                </table>
                </div>
            </Awaited>
        </section>
    }
}
