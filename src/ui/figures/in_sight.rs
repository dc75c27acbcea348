//! What stands below what is typed into: out of sight it waits until that is committed, or until it is seen.

use crate::platform::sight::Watch;
use gloo::events::EventListener;
use web_sys::Element;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct InSightProps {
    /// Draws it.
    pub(crate) draw: Callback<(), Html>,
    /// Whether something is being typed.
    pub(crate) typing: bool,
    #[prop_or_default]
    pub(crate) class: &'static str,
}

/// A browser that cannot say what is in sight draws always.
#[component]
pub(crate) fn InSight(props: &InSightProps) -> Html {
    let host = use_node_ref();
    let hidden = use_state_eq(|| false);
    let drawn = use_mut_ref(|| None::<Html>);
    use_effect_with((), {
        let (host, hidden) = (host.clone(), hidden.setter());
        move |()| {
            let printed = hidden.clone();
            let host = host.cast::<Element>();
            let watch = host.and_then(|host| Watch::new(&host, move |seen| hidden.set(!seen)));
            let printing = web_sys::window().map(|window| {
                EventListener::new(&window, "beforeprint", move |_| printed.set(false))
            });
            move || drop((watch, printing))
        }
    });
    let before = drawn.borrow().clone();
    let waits = *hidden && props.typing;
    let inside = before.filter(|_| waits);
    let inside = inside.unwrap_or_else(|| props.draw.emit(()));
    drawn.replace(Some(inside.clone()));
    html! {
        <div class={classes!("in-sight", props.class)} ref={host}>{ inside }</div>
    }
}
