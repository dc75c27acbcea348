//! Agreement: the facts that both sides share, and where they come from.

mod facts;
mod names;
mod note;
pub(crate) mod notes;
mod outcome;
mod outcomes;
mod pot;
mod pump;
pub(crate) mod removal;
mod rules;
mod shares;
mod sharing;

use crate::app::Lookup;
use crate::app::show::agreement::headline;
use crate::model::OutcomeId;
use crate::ui::context::{AT_HAND, ViewProps, use_chosen};
use crate::ui::frame::Later;
use crate::ui::pages::agreement::facts::Facts;
use crate::ui::pages::agreement::names::{Names, Thing};
use crate::ui::pages::agreement::notes::Notes;
use crate::ui::pages::agreement::outcome::OutcomeAtHand;
use crate::ui::pages::agreement::outcomes::Outcomes;
use crate::ui::pages::agreement::rules::Rules;
use yew::prelude::*;

#[component]
pub(crate) fn Agreement(props: &ViewProps) -> Html {
    let state = &props.state;
    let (chosen, choose) = use_chosen::<OutcomeId>();
    let agreement = &state.shown().agreement;
    let at_hand = chosen
        .filter(|&id| Lookup(agreement).outcome(id).is_some())
        .or_else(|| agreement.outcomes.first().map(|outcome| outcome.id));
    let (says, below) = headline(state);
    html! {
        <div class="view with-side">
            <div class="say">
                <h2>{ says }</h2>
                <p>{ below }</p>
            </div>
            <div class="main">
                <Facts state={state.clone()} />
                <Later>
                    <Names state={state.clone()} thing={Thing::Block} />
                    <Names state={state.clone()} thing={Thing::Partner} />
                    <Outcomes state={state.clone()} {at_hand} choose={choose.clone()} />
                    <Rules state={state.clone()} />
                    <Notes state={state.clone()} />
                </Later>
            </div>
            <div class="side stays" id={AT_HAND} tabindex="-1">
                if let Some(outcome) = at_hand {
                    <Later key="at-hand"><OutcomeAtHand key={outcome.0} state={state.clone()} {outcome} {choose} /></Later>
                } else {
                    <section class="card" key="none">
                        <h3>{ "Outcome at hand" }</h3>
                        <p class="nothing">{ "This agreement has no outcome yet. Add one, then money can be spent on it and indicators can measure it." }</p>
                    </section>
                }
            </div>
        </div>
    }
}
