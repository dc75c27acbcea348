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
        Wait::Meanwhile(progress) => html! {
            <div class="old" aria-busy="true" key="here">{ props.children.clone() }{ bar(*progress) }</div>
        },
        Wait::Over => html! { <div key="here">{ props.children.clone() }</div> },
        Wait::Failed(None) => html! { <p class="nothing" key="failed">{ "Not worked out." }</p> },
        Wait::Failed(Some(why)) => html! {
            <div class="notice" role="alert" key="failed">
                <p>{ why.clone() }</p>
                <p><button type="button" onclick={act.on(|| Action::Retry)}>{ "Try again" }</button></p>
            </div>
        },
    }
}

/// How far it is, once that is known.
fn bar(progress: Option<Progress>) -> Html {
    progress.map_or_else(Html::default, |Progress { done, of }| {
        html! { <progress value={done.to_string()} max={of.to_string()} aria-label="How far the calculation is"></progress> }
    })
}
