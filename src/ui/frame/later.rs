//! What stands further down a view: drawn a frame after what stands at its top, so that the view is there at once.

use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LaterProps {
    /// Components, which are not made before they are drawn.
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Later(props: &LaterProps) -> Html {
    let drawn = use_state(|| false);
    use_effect_with((), {
        let drawn = drawn.setter();
        move |()| {
            // A frame begins with this; what follows it is after its picture.
            let frame = request_animation_frame(move |_| {
                Timeout::new(0, move || drawn.set(true)).forget();
            });
            move || drop(frame)
        }
    });
    if *drawn {
        props.children.clone()
    } else {
        html! { <span class="later" hidden=true></span> }
    }
}
