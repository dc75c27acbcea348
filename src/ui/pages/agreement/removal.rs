//! Removing a thing: first what goes with it, then the removal itself.

use crate::app::show::removal::takes_along;
use crate::app::{Action, Edit};
use crate::model::Entity;
use crate::platform::element;
use crate::ui::context::{Shared, use_act};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RemovalProps {
    pub(crate) state: Shared,
    pub(crate) entity: Entity,
    /// What is removed, for screen readers.
    #[prop_or_default]
    pub(crate) name: AttrValue,
}

/// The id of the button that adds another one like it.
fn add_button(entity: Entity) -> &'static str {
    match entity {
        Entity::Block(_) => "block-add",
        Entity::Partner(_) => "partner-add",
        Entity::Stream(_) => "stream-add",
        Entity::Outcome(_) => "outcome-add",
        Entity::Indicator(_) | Entity::Scenario(_) => "view",
    }
}

/// A button that asks, and the answer that removes. As it goes with what it removes, the focus then stands where
/// another one is added.
#[component]
pub(crate) fn Removal(props: &RemovalProps) -> Html {
    let act = use_act();
    let asked = use_state(|| false);
    let entity = props.entity;
    let toggle = {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(!*asked))
    };
    let remove = act.on(move || {
        element::focus(&format!("#{}", add_button(entity)));
        Action::Commit(Edit::Remove(entity))
    });
    let label = (!props.name.is_empty()).then(|| format!("Remove {}", props.name));
    html! {
        <span class="removal">
            <button type="button" aria-expanded={asked.to_string()} aria-label={label} onclick={toggle.clone()}>{ "Remove" }</button>
            if *asked {
                <span class="removal-asked" role="group" aria-label="Remove it?">
                    { match takes_along(&props.state.workbook, props.state.open, entity) {
                        Ok(says) => html! {
                            <>
                                <small>{ says }{ " Undo brings it back." }</small>
                                <button type="button" class="go" onclick={remove}>{ "Remove it" }</button>
                            </>
                        },
                        Err(says) => html! { <small class="down">{ says }</small> },
                    } }
                    <button type="button" onclick={toggle}>{ "Keep it" }</button>
                </span>
            }
        </span>
    }
}
