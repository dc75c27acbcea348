//! A figure below what is typed into: out of sight its picture waits, and is drawn when it comes into sight.

use crate::chart::figure::Figure;
use crate::chart::scene::Scene;
use crate::ui::figures::figure::{FigureProps, FigureView};
use gloo::events::EventListener;
use js_sys::Reflect;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The figure, whose browser says when it skips what is out of sight. One that never does draws always.
#[component]
pub(crate) fn InSight(props: &FigureProps) -> Html {
    let host = use_node_ref();
    let skipped = use_state(|| false);
    let drawn = use_mut_ref(|| None::<Rc<Scene>>);
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
    let before = drawn.borrow().clone().filter(|_| *skipped);
    let scene = before.unwrap_or_else(|| Rc::clone(&props.figure.scene));
    drawn.replace(Some(Rc::clone(&scene)));
    let figure = Figure {
        scene,
        ..props.figure.clone()
    };
    html! {
        <div class="in-sight" ref={host}>
            <FigureView {figure} titled={props.titled} class={props.class.clone()} />
        </div>
    }
}
