//! A labelled field for a passage of text, which grows with it; commits as every field does.

use crate::ui::inputs::draft::Draft;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PassageProps {
    /// The id of the text area; its error is found beside it.
    pub(crate) id: AttrValue,
    /// What the field is for.
    pub(crate) label: AttrValue,
    /// What is committed.
    pub(crate) value: AttrValue,
    /// What is being typed, kept by whoever must know whether it can be read.
    pub(crate) draft: Draft,
    #[prop_or_default]
    pub(crate) placeholder: AttrValue,
}

/// Enter commits: a passage has no lines of its own.
#[component]
pub(crate) fn Passage(props: &PassageProps) -> Html {
    let draft = &props.draft;
    let on_input = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                draft.take(area.value());
            }
        })
    };
    let on_blur = {
        let draft = draft.clone();
        Callback::from(move |_: FocusEvent| {
            draft.commit();
        })
    };
    let on_key = {
        let draft = draft.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if !event.is_composing() => {
                event.prevent_default();
                draft.commit();
            }
            "Escape" if draft.is_open() => {
                event.stop_propagation();
                draft.drop();
            }
            _ => {}
        })
    };
    let wrong = draft.wrong();
    let error = format!("{}-error", props.id);
    html! {
        <div class={classes!("field", "passage", wrong.is_some().then_some("wrong"))}>
            <label for={props.id.clone()}>{ props.label.clone() }</label>
            <textarea
                id={props.id.clone()}
                rows="1"
                autocomplete="off"
                placeholder={props.placeholder.clone()}
                value={draft.shown(&props.value)}
                data-draft={draft.is_open().to_string()}
                aria-invalid={wrong.is_some().then_some("true")}
                aria-describedby={wrong.is_some().then(|| error.clone())}
                oninput={on_input}
                onfocusout={on_blur}
                onkeydown={on_key}
            />
            <span class="error" id={error} aria-live="polite">{ wrong.unwrap_or_default() }</span>
        </div>
    }
}
