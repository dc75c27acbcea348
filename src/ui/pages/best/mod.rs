//! Best use: the best that the same money could earn, why, and what taking it over changes.

mod locks;
mod plan;
mod weights;
mod wish;

use crate::app::Action;
use crate::app::desks::Wait;
use crate::app::show::best::found;
use crate::job::Desk;
use crate::ui::context::{ViewProps, use_act};
use crate::ui::frame::Awaited;
use plan::PlanView;
use wish::WishForm;
use yew::prelude::*;

#[component]
pub(crate) fn Best(props: &ViewProps) -> Html {
    let act = use_act();
    let state = &props.state;
    let found = found(state);
    let none = state.shown().agreement.outcomes.is_empty();
    let failed = matches!(found.wait, Wait::Failed(_));
    let unasked = !found.searching && !failed && found.plan.is_none() && !none;
    html! {
        <div class={classes!("view", "with-side", "form-first", unasked.then_some("unasked"))}>
            <div class="say">
                { match &found.plan {
                    Some(Ok(plan)) => html! { <><h2>{ plan.says.clone() }</h2><p>{ plan.sure.clone() }</p></> },
                    Some(Err(why)) => html! { <h2>{ why.clone() }</h2> },
                    None => html! {
                        <>
                            <h2>{ "What could the same money earn at its best?" }</h2>
                            <p>{ "The search places every pooled pound and the pump-priming under all rules: fences, floors, minimums, capacity, carrying and pins." }</p>
                        </>
                    },
                } }
                if let Some((since, then)) = found.since {
                    <p><b>{ since }</b>{ " " }{ then }</p>
                }
            </div>
            <div class="side">
                if !none {
                    <WishForm state={state.clone()} />
                }
            </div>
            <div class="main">
                if none {
                    <p class="nothing">{ "There is no outcome to spend on yet. Add one under Agreement." }</p>
                } else if !unasked {
                    <Awaited wait={found.wait.clone()}>
                        if let Some(Ok(plan)) = &found.plan {
                            <PlanView state={state.clone()} plan={plan.clone()} old={found.old} />
                        }
                    </Awaited>
                    if found.searching {
                        <p><button type="button" onclick={act.on(|| Action::PutAway(Desk::Best))}>{ "Stop" }</button>{ " What has been found so far stays." }</p>
                    }
                }
            </div>
        </div>
    }
}
