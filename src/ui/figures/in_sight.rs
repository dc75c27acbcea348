//! What stands below what is typed into: out of sight it waits until that is committed, or until it is seen.

use gloo::events::EventListener;
use js_sys::Reflect;
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

/// The browser says when it skips what is out of sight. One that never does draws always.
#[component]
pub(crate) fn InSight(props: &InSightProps) -> Html {
    let host = use_node_ref();
    let skipped = use_state(|| false);
    let drawn = use_mut_ref(|| None::<Html>);
    use_effect_with((), {
        let (host, skipped) = (host.clone(), skipped.setter());
        move |()| {
            let printed = skipped.clone();
            let ears = host.cast::<Element>().zip(web_sys::window());
            let ears = ears.map(|(host, window)| {
                let seen =
                    EventListener::new(&host, "contentvisibilityautostatechange", move |event| {
                        let said = Reflect::get(event, &"skipped".into());
                        skipped.set(said.is_ok_and(|said| said.is_truthy()));
                    });
                let printed =
                    EventListener::new(&window, "beforeprint", move |_| printed.set(false));
                [seen, printed]
            });
            move || drop(ears)
        }
    });
    let before = drawn.borrow().clone();
    let waits = *skipped && props.typing;
    let inside = before.filter(|_| waits);
    let inside = inside.unwrap_or_else(|| props.draw.emit(()));
    drawn.replace(Some(inside.clone()));
    html! {
        <div class={classes!("in-sight", props.class)} ref={host}>{ inside }</div>
    }
}
