//! What the ranges beside payments and shares mean, dimmed while they are worked out.

use crate::app::desks::Wait;
use crate::app::show::chances::{ranges, uncertain};
use crate::ui::context::ViewProps;
use crate::ui::frame::Awaited;
use yew::prelude::*;

#[component]
pub(super) fn RangesSay(props: &ViewProps) -> Html {
    if !uncertain(&props.state) {
        return html! { <span hidden=true></span> };
    }
    let wait = match ranges(&props.state).1 {
        // What is said of them keeps its place while they come.
        Wait::Coming(progress) => Wait::Meanwhile(progress),
        wait => wait,
    };
    html! {
        <Awaited {wait}>
            <p class="hint">{ "At least eight times in ten a sum lies within its range; at most one time in ten it is less, and at most one time in ten more. The range follows from the delivery risks, the sum itself from projected values." }</p>
        </Awaited>
    }
}
