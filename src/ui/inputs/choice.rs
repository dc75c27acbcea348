//! A choice among a few: a labelled list, whose options are edits.

use crate::app::{Action, Edit};
use crate::ui::context::use_act;
use crate::ui::inputs::list::{List, option};
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
    let redraw = use_force_update();
    let choose = {
        let choose = props.choose.clone();
        Callback::from(move |index: usize| match choose.emit(index) {
            Some(edit) => act.send(Action::Commit(edit)),
            // Nothing came of it: the list goes back to what holds.
            None => redraw.force_update(),
        })
    };
    let mut next = props.options.len();
    let groups = props.groups.iter().map(|group| {
        let first = next;
        next += group.options.len();
        let options = group.options.iter().enumerate();
        html! {
            <optgroup key={group.label.to_string()} label={group.label.clone()}>
                { for options.map(|(index, text)| option(first + index, text, Some(props.chosen))) }
            </optgroup>
        }
    });
    let groups: Html = groups.collect();
    html! {
        <div class="field">
            <label for={props.id.clone()} class={props.bare.then_some("unseen")}>{ props.label.clone() }</label>
            <List id={props.id.clone()} options={props.options.clone()} chosen={Some(props.chosen)} {choose} disabled={props.disabled}>
                { groups }
            </List>
        </div>
    }
}
