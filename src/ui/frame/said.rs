//! Something said once, at the top of the view and to screen readers.

use crate::app::{Action, Notice};
use crate::ui::context::use_act;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SaidProps {
    pub(crate) notice: Option<Notice>,
}

#[component]
pub(crate) fn Said(props: &SaidProps) -> Html {
    let act = use_act();
    let notice = props.notice.clone();
    let says = notice
        .as_ref()
        .map(|notice| notice.says.clone())
        .unwrap_or_default();
    let wrong = notice.as_ref().is_some_and(|notice| notice.wrong);
    html! {
        <div class={classes!("said", wrong.then_some("wrong"))} role="status" aria-live="polite" data-empty={says.is_empty().to_string()}>
            <p>{ says.clone() }</p>
            if !says.is_empty() {
                <button type="button" class="quiet" onclick={act.on(|| Action::Dismiss)}>{ "Dismiss" }</button>
            }
        </div>
    }
}
