//! Goal seek: what a result would take, the cheapest way first, and what stands in the way.

mod ways;
mod wish;

use crate::app::Action;
use crate::app::desks::Wait;
use crate::app::show::seek::found;
use crate::job::Desk;
use crate::ui::context::{ViewProps, use_act};
use crate::ui::frame::Awaited;
use ways::Ways;
use wish::WishForm;
use yew::prelude::*;

#[component]
pub(crate) fn GoalSeek(props: &ViewProps) -> Html {
    let act = use_act();
    let state = &props.state;
    let found = found(state);
    let failed = matches!(found.wait, Wait::Failed(_));
    let unasked = !found.searching && !failed && found.says.is_none();
    html! {
        <div class={classes!("view", "with-side", "form-first", unasked.then_some("unasked"))}>
            <div class="say">
                { match &found.says {
                    Some(says) => html! { <h2>{ says.clone() }</h2> },
                    None => html! {
                        <>
                            <h2>{ "What would it take?" }</h2>
                            <p>{ "Name a result. The search finds the least that has to be added, or by how little a target has to be made easier, to just reach it. Best use moves the money there is." }</p>
                        </>
                    },
                } }
                if found.old {
                    <p><b>{ "The figures have changed since. " }</b>{ "Search again." }</p>
                }
            </div>
            <div class="side">
                <WishForm state={state.clone()} />
            </div>
            <div class="main">
                if !unasked {
                    <Awaited wait={found.wait.clone()}>
                        if found.says.is_some() {
                            <Ways found={found.clone()} />
                        }
                    </Awaited>
                }
                if found.searching {
                    <p><button type="button" onclick={act.on(|| Action::PutAway(Desk::Seek))}>{ "Stop" }</button></p>
                }
            </div>
        </div>
    }
}
