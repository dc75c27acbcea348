//! Types another title for a kept workbook, in the place of the one that it has.

use crate::app::library::rename;
use crate::platform::clock;
use crate::platform::storage::StorageAlone;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RetitleProps {
    /// The number of the workbook.
    pub(super) number: u32,
    /// Its title so far.
    pub(super) title: AttrValue,
    /// Hears of the title that it has now; none if it was left.
    pub(super) on_done: Callback<Option<String>>,
}

#[component]
pub(super) fn Retitle(props: &RetitleProps) -> Html {
    let draft = use_state(|| props.title.to_string());
    let wrong = use_state(|| None::<String>);
    let node = use_node_ref();
    use_effect_with(node.clone(), |node| {
        if let Some(field) = node.cast::<HtmlInputElement>() {
            // Without the focus the field can still be clicked.
            let _ = field.focus();
            field.select();
        }
    });
    let on_input = {
        let (draft, wrong) = (draft.clone(), wrong.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                draft.set(field.value());
                wrong.set(None);
            }
        })
    };
    let on_submit = {
        let (props, draft, wrong) = (props.clone(), draft.clone(), wrong.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match rename(&StorageAlone, props.number, &draft, clock::now()) {
                Ok(()) => props.on_done.emit(Some((*draft).clone())),
                Err(says) => wrong.set(Some(says)),
            }
        })
    };
    let on_key = {
        let on_done = props.on_done.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                // It gives up the title, not the dialog.
                event.prevent_default();
                event.stop_propagation();
                on_done.emit(None);
            }
        })
    };
    let on_leave = {
        let on_done = props.on_done.clone();
        Callback::from(move |_: MouseEvent| on_done.emit(None))
    };
    html! {
        <form class="retitle" onsubmit={on_submit} onkeydown={on_key}>
            <div class={classes!("field", wrong.is_some().then_some("wrong"))}>
                <label for="retitle" class="unseen">{ format!("New title of {}", props.title) }</label>
                <input type="text" id="retitle" ref={node} data-draft="true" autocomplete="off" spellcheck="false" maxlength="200" value={(*draft).clone()} oninput={on_input}
                    aria-invalid={wrong.is_some().then_some("true")} aria-describedby="retitle-error" />
                <span class="error" id="retitle-error" aria-live="polite">{ wrong.as_ref().cloned().unwrap_or_default() }</span>
            </div>
            <span class="tools">
                <button type="submit">{ "Rename" }</button>
                <button type="button" class="quiet" onclick={on_leave}>{ "Leave as it was" }</button>
            </span>
        </form>
    }
}
