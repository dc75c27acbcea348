//! Folded parts of the page: what stands in one is drawn only while it is unfolded, and long lists begin short.

use web_sys::Element;
use yew::prelude::*;

/// Whether a `details` element is unfolded, and what hears of it as its `ontoggle`.
#[hook]
pub(crate) fn use_unfolded() -> (bool, Callback<Event>) {
    let unfolded = use_state(|| false);
    let on_toggle = use_callback((), {
        let unfolded = unfolded.setter();
        move |event: Event, ()| {
            if let Some(details) = event.target_dyn_into::<Element>() {
                unfolded.set(details.has_attribute("open"));
            }
        }
    });
    (*unfolded, on_toggle)
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FoldedProps {
    /// What stands on it.
    pub(crate) summary: Html,
    #[prop_or_default]
    pub(crate) class: Option<&'static str>,
    /// What is drawn only while it is unfolded.
    pub(crate) children: Html,
}

/// A folded part of the page.
#[component]
pub(crate) fn Folded(props: &FoldedProps) -> Html {
    let (unfolded, on_toggle) = use_unfolded();
    html! {
        <details class={props.class} ontoggle={on_toggle}>
            <summary>{ props.summary.clone() }</summary>
            if unfolded {
                { props.children.clone() }
            }
        </details>
    }
}

/// How many of a list of `count` things are shown: `few` of them until somebody asks for all. With the button that
/// does, in words for those few and for the things; none where the list is short.
#[hook]
pub(crate) fn use_few(
    count: usize,
    few: usize,
    words: (&'static str, &'static str),
) -> (usize, Html) {
    let (those, things) = words;
    let all = use_state(|| false);
    let toggle = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    let says = if *all {
        format!("Show the {those} only")
    } else {
        format!("Show all {count} {things}")
    };
    let more = html! { <button type="button" class="quiet" aria-expanded={all.to_string()} onclick={toggle}>{ says }</button> };
    let shown = if *all { count } else { count.min(few) };
    (shown, if count > few { more } else { Html::default() })
}
