//! What the ranges beside payments and shares mean, or that they are being worked out.

use crate::app::show::chances::{ranges, uncertain};
use crate::ui::context::ViewProps;
use crate::ui::frame::Awaited;
use yew::prelude::*;

#[component]
pub(super) fn RangesSay(props: &ViewProps) -> Html {
    if !uncertain(&props.state) {
        return html! { <span hidden=true></span> };
    }
    let (_, wait) = ranges(&props.state);
    html! {
        <Awaited {wait}>
            <p class="hint">{ "A range says between what it lies eight times in ten, under the delivery risks that are set: one time in ten it is less, one time in ten it is more. The sum itself is on projected values." }</p>
        </Awaited>
    }
}
