//! What stands further down a view: drawn a frame after what stands at its top, so that the view is there at once.

use gloo::render::request_animation_frame;
use std::cell::Cell;
use std::rc::Rc;
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
    use_effect_with((), {
        let drawn = drawn.setter();
        move |()| {
            // The next frame shows what stands at the top; the one after it is this one's.
            let next = Rc::new(Cell::new(None));
            let after = Rc::clone(&next);
            let frame = request_animation_frame(move |_| {
                after.set(Some(request_animation_frame(move |_| drawn.set(true))));
            });
            move || drop((frame, next.take()))
        }
    });
    *drawn
}
