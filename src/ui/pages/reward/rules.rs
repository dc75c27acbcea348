//! The rules by which the open scenario earns, chosen for it alone.

use crate::app::show::reward::{payment_rule, pot, rules, scheme};
use crate::app::{Action, Edit, Figure};
use crate::text::money;
use crate::ui::context::{ViewProps, use_act};
use crate::ui::frame::Explain;
use crate::ui::inputs::{Choice, Field};
use yew::prelude::*;

#[component]
pub(super) fn RulesInForce(props: &ViewProps) -> Html {
    let act = use_act();
    let state = &props.state;
    let Some(rules) = rules(state) else {
        return html! { <span hidden=true></span> };
    };
    let options =
        |names: &[&'static str]| names.iter().map(|&name| name.into()).collect::<Vec<_>>();
    let most = state
        .result(state.open)
        .map_or_else(String::new, |result| money::whole(result.pot));
    html! {
        <section class="card reward-rules">
            <h3>{ "The rules" } <small>{ if rules.own { "of this scenario" } else { "of the agreement" } }</small></h3>
            if let Some(assumed) = rules.assumed {
                <p class="assumption">{ assumed }</p>
            }
            <Choice id="reward-scheme" label="Scheme" options={options(&rules.schemes)} chosen={rules.scheme} choose={act.choosing(scheme)} />
            if let Some(value) = rules.pot {
                <Field key={state.open.0} id="reward-pot" label="The most that can be earned" before="£" {value} read={act.reading(pot)} />
            } else {
                <p>{ "The most that can be earned: " }<Explain figure={Figure::Pot} text={most} /></p>
            }
            <Choice id="reward-payment" label="Payment" options={options(&rules.payments)} chosen={rules.payment} choose={act.choosing(payment_rule)} />
            <p class="hint">{ rules.says }</p>
            if rules.own {
                <p class="tools">
                    <button type="button" onclick={act.on(|| Action::Commit(Edit::ScenarioRules(None)))}>{ "Back to the agreement's rules" }</button>
                </p>
            }
        </section>
    }
}
