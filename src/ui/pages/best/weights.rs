//! How much each indicator counts for attainment.

use crate::model::IndicatorId;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct WeightsProps {
    /// Indicators that may be weighted, with their names.
    pub(super) weighted: Vec<(IndicatorId, String)>,
    /// What has been typed for some of them.
    pub(super) typed: UseStateHandle<Vec<(IndicatorId, String)>>,
    /// The one whose weight cannot be used, and why.
    pub(super) wrong: Option<(IndicatorId, String)>,
}

#[component]
pub(super) fn Weights(props: &WeightsProps) -> Html {
    let WeightsProps {
        weighted,
        typed,
        wrong,
    } = props;
    let on_weight = |id: IndicatorId| {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let mut next = (*typed).clone();
                next.retain(|other| other.0 != id);
                next.push((id, input.value()));
                typed.set(next);
            }
        })
    };
    let field = |(id, name): &(IndicatorId, String)| {
        let text = typed.iter().find(|typed| typed.0 == *id);
        let text = text.map_or_else(|| "1".to_owned(), |typed| typed.1.clone());
        let says = wrong.as_ref().filter(|wrong| wrong.0 == *id);
        let (field, error) = (format!("weight-{}", id.0), format!("weight-{}-error", id.0));
        html! {
            <div class="weight" key={id.0}>
                <label for={field.clone()}>{ name.clone() }</label>
                <input id={field} type="text" inputmode="numeric" autocomplete="off" value={text} oninput={on_weight(*id)}
                    aria-invalid={says.is_some().then_some("true")} aria-describedby={says.map(|_| error.clone())} />
                if let Some((_, says)) = says {
                    <p class="error" id={error}>{ says.clone() }</p>
                }
            </div>
        }
    };
    html! {
        <fieldset class="weights">
            <legend>{ "How much each counts" }</legend>
            <p class="hint">{ "Whole numbers: 2 counts twice as much as 1, and 0 not at all." }</p>
            { for weighted.iter().map(field) }
        </fieldset>
    }
}
