//! A choice among a few: a labelled list that opens.

use crate::app::{Action, Edit};
use crate::ui::context::use_act;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Options under a common heading.
#[derive(Clone, PartialEq)]
pub(crate) struct OptionGroup {
    pub(crate) label: AttrValue,
    pub(crate) options: Vec<AttrValue>,
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChoiceProps {
    pub(crate) id: AttrValue,
    /// What is chosen.
    pub(crate) label: AttrValue,
    /// The options by their text.
    pub(crate) options: Vec<AttrValue>,
    /// Further options, in groups.
    #[prop_or_default]
    pub(crate) groups: Vec<OptionGroup>,
    /// Which option is chosen, counted through all of them.
    pub(crate) chosen: usize,
    /// The edit that an option means.
    pub(crate) choose: Callback<usize, Option<Edit>>,
    /// Whether the label is only for screen readers.
    #[prop_or_default]
    pub(crate) bare: bool,
    #[prop_or_default]
    pub(crate) disabled: bool,
}

#[component]
pub(crate) fn Choice(props: &ChoiceProps) -> Html {
    let act = use_act();
    let on_change = {
        let choose = props.choose.clone();
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else {
                return;
            };
            let index = usize::try_from(select.selected_index()).ok();
            if let Some(edit) = index.and_then(|index| choose.emit(index)) {
                act.send(Action::Commit(edit));
            }
        })
    };
    let option = |index: usize, text: &AttrValue| {
        html! { <option key={index} selected={index == props.chosen}>{ text.clone() }</option> }
    };
    let mut next = props.options.len();
    let groups = props.groups.iter().map(|group| {
        let first = next;
        next += group.options.len();
        let options = group.options.iter().enumerate();
        html! {
            <optgroup key={group.label.to_string()} label={group.label.clone()}>
                { for options.map(|(index, text)| option(first + index, text)) }
            </optgroup>
        }
    });
    let groups: Vec<Html> = groups.collect();
    html! {
        <div class="field">
            <label for={props.id.clone()} class={props.bare.then_some("unseen")}>{ props.label.clone() }</label>
            <select id={props.id.clone()} onchange={on_change} disabled={props.disabled}>
                { for props.options.iter().enumerate().map(|(index, text)| option(index, text)) }
                { for groups }
            </select>
        </div>
    }
}
