//! What stands further down a view: drawn a frame after what stands at its top, so that the view is there at once.

use crate::platform::soon::Soon;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LaterProps {
    /// Components, which are not made before they are drawn.
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Later(props: &LaterProps) -> Html {
    // What waits is made after all that stands beside this, and so drawn anew after it: before a sheet has its new rows
    // Yew may let the browser draw, and what stands below the sheet would be seen to move.
    html! { <Waiting>{ props.children.clone() }</Waiting> }
}

#[component]
fn Waiting(props: &LaterProps) -> Html {
    if use_later() {
        props.children.clone()
    } else {
        html! { <span class="later" hidden=true></span> }
    }
}

/// False at first, and true a frame after that was drawn.
#[hook]
pub(crate) fn use_later() -> bool {
    let drawn = use_state(|| false);
    // Not in an effect: Yew puts off what takes long of those, and what waits in a view would come in several frames.
    use_memo((), {
        let drawn = drawn.setter();
        move |()| Soon::new(move || drawn.set(true))
    });
    *drawn
}
