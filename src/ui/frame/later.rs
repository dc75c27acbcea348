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
