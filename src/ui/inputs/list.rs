//! A list that opens, with one option chosen.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ListProps {
    pub(crate) id: AttrValue,
    /// The options by their text.
    pub(crate) options: Vec<AttrValue>,
    /// Which option is chosen, counted through all of them.
    pub(crate) chosen: Option<usize>,
    /// Hears which option somebody chooses.
    pub(crate) choose: Callback<usize>,
    #[prop_or_default]
    pub(crate) disabled: bool,
    /// The id of what is said of it.
    #[prop_or_default]
    pub(crate) described: Option<AttrValue>,
    /// Further options, under headings.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// An option of a list.
pub(crate) fn option(index: usize, text: &AttrValue, chosen: Option<usize>) -> Html {
    html! { <option key={index} selected={chosen == Some(index)}>{ text.clone() }</option> }
}

#[component]
pub(crate) fn List(props: &ListProps) -> Html {
    let list = use_node_ref();
    use_effect({
        let (list, chosen) = (list.clone(), props.chosen);
        // Once somebody has picked an option, a browser no longer heeds which one is said to be selected: after an
        // undo, or in another scenario, it would go on showing what was picked.
        move || {
            let wanted = chosen.and_then(|chosen| i32::try_from(chosen).ok());
            let wanted = wanted.unwrap_or(-1);
            let list = list.cast::<HtmlSelectElement>();
            if let Some(list) = list.filter(|list| list.selected_index() != wanted) {
                list.set_selected_index(wanted);
            }
        }
    });
    let on_change = {
        let choose = props.choose.clone();
        Callback::from(move |event: Event| {
            let list = event.target_dyn_into::<HtmlSelectElement>();
            let index = list.and_then(|list| usize::try_from(list.selected_index()).ok());
            index.into_iter().for_each(|index| choose.emit(index));
        })
    };
    html! {
        <select ref={list} id={props.id.clone()} onchange={on_change} disabled={props.disabled} aria-describedby={props.described.clone()}>
            { for props.options.iter().enumerate().map(|(index, text)| option(index, text, props.chosen)) }
            { props.children.clone() }
        </select>
    }
}
