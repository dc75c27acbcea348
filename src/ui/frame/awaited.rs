//! What is worked out beside the page: its place while it comes, its mark while it is old, the way to try again.

use crate::app::Action;
use crate::app::desks::Wait;
use crate::job::Progress;
use crate::ui::context::use_act;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AwaitedProps {
    pub(crate) wait: Wait,
    /// What is shown of it, as far as it has come.
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Awaited(props: &AwaitedProps) -> Html {
    let act = use_act();
    match &props.wait {
        Wait::Coming(progress) => html! {
            <p class="nothing" key="coming">{ "Working it out… " }{ bar(*progress) }</p>
        },
        Wait::Meanwhile(progress) => here(props, true, *progress),
        Wait::Over => here(props, false, None),
        Wait::Failed(None) => html! { <p class="nothing" key="failed">{ "Not worked out." }</p> },
        Wait::Failed(Some(why)) => html! {
            <div class="notice" role="alert" key="failed">
                <p>{ why.clone() }</p>
                <p><button type="button" onclick={act.on(|| Action::Retry)}>{ "Try again" }</button></p>
            </div>
        },
    }
}

/// What is there, old or not: the same elements, so that what is unfolded or has the keyboard's focus keeps it when
/// the answer comes.
fn here(props: &AwaitedProps, old: bool, progress: Option<Progress>) -> Html {
    let (class, busy) = if old {
        (Some("old"), Some("true"))
    } else {
        (None, None)
    };
    html! { <div {class} aria-busy={busy} key="here">{ props.children.clone() }{ bar(progress) }</div> }
}

/// How far it is, once that is known.
fn bar(progress: Option<Progress>) -> Html {
    progress.map_or_else(Html::default, |Progress { done, of }| {
        html! { <progress value={done.to_string()} max={of.to_string()} aria-label="How far the calculation is"></progress> }
    })
}
