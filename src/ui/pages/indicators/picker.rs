//! Picks an indicator from the national set, or starts one of one's own.

use crate::app::measure;
use crate::app::show::indicators::{Suggestion, only, suggestions};
use crate::model::{Indicator, IndicatorId, OutcomeId};
use crate::platform::element;
use crate::ui::aim::use_aim_at_new;
use crate::ui::context::use_act;
use crate::ui::inputs::List;
use crate::ui::keeping::Committed;
use crate::ui::pages::indicators::added;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The id of the dialog.
pub(super) const DIALOG: &str = "indicator-picker";

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PickerProps {
    pub(super) workbook: Committed,
    /// The outcome that the new one measures unless another is chosen.
    pub(super) outcome: Option<OutcomeId>,
    /// Chooses another outcome.
    pub(super) choose_outcome: Callback<OutcomeId>,
    /// Hears of the new indicator.
    pub(super) added: Callback<IndicatorId>,
}

#[component]
pub(super) fn Picker(props: &PickerProps) -> Html {
    let act = use_act();
    let at_new = use_aim_at_new();
    let query = use_state(String::new);
    let workbook = Rc::clone(&props.workbook.0);
    let asked = (props.workbook.clone(), (*query).clone());
    let found = use_memo(asked, |(workbook, query)| {
        suggestions(&workbook.0.agreement, query)
    });
    let outcomes = &workbook.agreement.outcomes;
    let ids: Vec<OutcomeId> = outcomes.iter().map(|outcome| outcome.id).collect();
    let target = props.outcome;
    let take = {
        let heard = props.added.clone();
        Callback::from(move |number: Option<u16>| {
            let now = act.now().zip(target);
            let indicator: Option<Indicator> = now.and_then(|(state, outcome)| match number {
                Some(number) => measure::from_set(&state.workbook, outcome, number),
                None => measure::own(&state.workbook, outcome),
            });
            element::open_dialog(DIALOG, false);
            let own = number.is_none() && indicator.is_some();
            added(indicator, &act, &heard);
            if own {
                at_new.emit("#indicator-name".to_owned());
            }
        })
    };
    let on_key = {
        let (take, workbook) = (take.clone(), Rc::clone(&workbook));
        Callback::from(move |event: KeyboardEvent| {
            let field = event.target_dyn_into::<HtmlInputElement>();
            // By what stands in the field: on a slow machine Enter may come before what it finds is drawn.
            let Some(field) = field.filter(|_| event.key() == "Enter") else {
                return;
            };
            if let Some(number) = only(&suggestions(&workbook.agreement, &field.value())) {
                event.prevent_default();
                take.emit(Some(number));
            }
        })
    };
    let on_search = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                query.set(input.value());
            }
        })
    };
    let at = ids.iter().position(|&id| target == Some(id));
    let names = outcomes.iter().map(|outcome| outcome.name.clone());
    let names: Vec<AttrValue> = names.map(AttrValue::from).collect();
    let choose = {
        let choose = props.choose_outcome.clone();
        Callback::from(move |index: usize| {
            ids.get(index)
                .into_iter()
                .for_each(|&outcome| choose.emit(outcome));
        })
    };
    let own = take.reform(|_: MouseEvent| None);
    html! {
        <dialog id={DIALOG} class="picker" aria-labelledby="picker-title">
            <div class="card-head">
                <h3 id="picker-title">{ "Add an indicator" }</h3>
                <button type="button" onclick={|_: MouseEvent| element::open_dialog(DIALOG, false)}>{ "Close" }</button>
            </div>
            <div class="picker-inputs">
                <div class="field">
                    <label for="picker-outcome">{ "Outcome that it measures" }</label>
                    <List id="picker-outcome" options={names} chosen={at} {choose} />
                </div>
                <div class="field">
                    <label for="picker-search">{ "Search the national indicator set" }</label>
                    <input id="picker-search" type="text" autocomplete="off" maxlength="80" autofocus=true placeholder="a word or a number, such as smoking or 117" value={(*query).clone()} oninput={on_search} onkeydown={on_key} />
                </div>
            </div>
            <p class="tools">
                <span role="status" class="same">{ format!("{} of the 198 in force in April 2008", found.len()) }</span>
                <button type="button" onclick={own}>{ "Add one of your own instead" }</button>
            </p>
            <p class="hint">{ "Units and directions are our reading. Titles marked “from memory” were not found in a published list: check them before you rely on them." }</p>
            <ul class="picker-list">
                { for found.iter().map(|suggestion| listed(suggestion, &take)) }
            </ul>
        </dialog>
    }
}

fn listed(suggestion: &Suggestion, take: &Callback<Option<u16>>) -> Html {
    let number = suggestion.number;
    let marks = [
        (suggestion.taken, "in this agreement already"),
        (suggestion.statutory, "statutory"),
        (suggestion.common, "commonly picked"),
        (suggestion.found, "found in a published list"),
        (!suggestion.found, "title from memory"),
    ];
    let marks = marks.into_iter().filter(|(holds, _)| *holds);
    html! {
        <li key={number}>
            <button type="button" class="link" onclick={take.reform(move |_: MouseEvent| Some(number))}>
                <b>{ format!("NI {number}") }</b>{ " " }{ suggestion.title }
            </button>
            <small class="same">{ suggestion.about.clone() }</small>
            <span class="marks">{ for marks.map(|(_, text)| html! { <span key={text} class="pill">{ text }</span> }) }</span>
        </li>
    }
}
