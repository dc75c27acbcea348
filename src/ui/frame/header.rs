//! The title with the scenario code, undo and redo, and what can be done with the workbook as a whole.

use crate::app::Action;
use crate::ui::context::{ViewProps, use_act};
use yew::prelude::*;

#[component]
pub(crate) fn Header(props: &ViewProps) -> Html {
    let act = use_act();
    let state = &props.state;
    html! {
        <header class="header">
            <h1>{ state.shown().title.clone() }{ " " }<small>{ state.shown().agreement.span() }</small></h1>
            <div class="tools">
                <button type="button" disabled={!state.history.can_undo()} onclick={act.on(|| Action::Undo)}>{ "↶ Undo" }</button>
                <button type="button" disabled={!state.history.can_redo()} onclick={act.on(|| Action::Redo)}>{ "↷ Redo" }</button>
                <button type="button" disabled={state.workbook == state.opened} onclick={act.on(|| Action::Reset)}>{ "Reset" }</button>
            </div>
        </header>
    }
}
