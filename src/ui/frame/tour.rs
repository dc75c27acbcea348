//! The tour: a stop at a time, beside the view that it is about.

use crate::app::Action;
use crate::app::room::TOUR;
use crate::ui::context::{ViewProps, use_act};
use yew::prelude::*;

#[component]
pub(crate) fn Tour(props: &ViewProps) -> Html {
    let act = use_act();
    let stop = props.state.room.tour;
    let Some((place, here)) = stop.and_then(|place| Some((place, TOUR.get(place)?))) else {
        return html! {};
    };
    let last = place + 1 == TOUR.len();
    html! {
        <aside class="tour" aria-label="A short tour">
            <div role="status">
                <h2>{ here.title }{ " " }<small>{ format!("{} of {}", place + 1, TOUR.len()) }</small></h2>
                <p>{ here.says }</p>
            </div>
            <p class="tools">
                <button type="button" class="go" onclick={act.on(move || Action::Tour(Some(place + 1)))}>{ if last { "Done" } else { "Next" } }</button>
                if !last {
                    <button type="button" onclick={act.on(|| Action::Tour(None))}>{ "Skip the rest" }</button>
                }
            </p>
        </aside>
    }
}
