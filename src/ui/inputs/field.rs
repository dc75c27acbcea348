//! A labelled field: previews while one types, commits on Enter, Tab or leaving, and restores on Escape.

use crate::ui::inputs::draft::{Read, use_draft};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FieldProps {
    /// The id of the input; its error is found beside it.
    pub(crate) id: AttrValue,
    /// What the field is for.
    pub(crate) label: AttrValue,
    /// What is committed.
    pub(crate) value: AttrValue,
    /// Reads what is typed.
    pub(crate) read: Read,
    /// What stands before and after the input: `£`, `%`.
    #[prop_or_default]
    pub(crate) before: AttrValue,
    #[prop_or_default]
    pub(crate) after: AttrValue,
    /// A sentence under the label.
    #[prop_or_default]
    pub(crate) hint: AttrValue,
    /// Whether the label is only for screen readers.
    #[prop_or_default]
    pub(crate) bare: bool,
    /// Whether it takes numbers.
    #[prop_or(true)]
    pub(crate) numeric: bool,
    #[prop_or_default]
    pub(crate) placeholder: AttrValue,
    #[prop_or_default]
    pub(crate) disabled: bool,
}

#[component]
pub(crate) fn Field(props: &FieldProps) -> Html {
    let draft = use_draft(&props.read);
    let on_blur = {
        let draft = draft.clone();
        Callback::from(move |_: FocusEvent| {
            draft.commit();
        })
    };
    let on_key = {
        let (draft, committed) = (draft.clone(), props.value.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            // Within a way of writing that puts signs together it is no end of the text.
            "Enter" if !event.is_composing() => {
                event.prevent_default();
                draft.commit();
            }
            "Escape" if draft.is_open() => {
                event.stop_propagation();
                draft.drop();
                // At once, not with the next drawing: the next key may come before that.
                if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                    input.set_value(&committed);
                }
            }
            _ => {}
        })
    };
    let on_focus = Callback::from(|event: FocusEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            input.select();
        }
    });
    let wrong = draft.wrong();
    let error = format!("{}-error", props.id);
    let hint = format!("{}-hint", props.id);
    let described = [
        (!props.hint.is_empty()).then(|| hint.clone()),
        wrong.is_some().then(|| error.clone()),
    ];
    let described = described
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    html! {
        <div class={classes!("field", wrong.is_some().then_some("wrong"), props.numeric.then_some("numeric"))}>
            <label for={props.id.clone()} class={props.bare.then_some("unseen")}>{ props.label.clone() }</label>
            if !props.hint.is_empty() {
                <span class="hint" id={hint}>{ props.hint.clone() }</span>
            }
            <span class="input">
                if !props.before.is_empty() {
                    <span class="affix" aria-hidden="true">{ props.before.clone() }</span>
                }
                <input
                    id={props.id.clone()}
                    type="text"
                    inputmode={if props.numeric { "decimal" } else { "text" }}
                    autocomplete="off"
                    spellcheck="false"
                    maxlength="200"
                    placeholder={props.placeholder.clone()}
                    disabled={props.disabled}
                    value={draft.shown(&props.value)}
                    data-draft={draft.is_open().then_some("true")}
                    aria-invalid={wrong.is_some().then_some("true")}
                    aria-describedby={(!described.is_empty()).then_some(described)}
                    oninput={draft.on_input()}
                    onfocusout={on_blur}
                    onkeydown={on_key}
                    onfocusin={on_focus}
                />
                if !props.after.is_empty() {
                    <span class="affix" aria-hidden="true">{ props.after.clone() }</span>
                }
            </span>
            <span class="error" id={error} aria-live="polite">{ wrong.unwrap_or_default() }</span>
        </div>
    }
}
