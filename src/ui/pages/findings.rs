//! Findings of the open scenario as a list of sentences, the weightiest first.

use crate::app::problem::{Weight, told};
use crate::ui::context::Shared;
use crate::ui::unfolding::use_few;
use yew::prelude::*;

/// Findings shown before the rest is asked for.
const FEW: usize = 6;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FindingsProps {
    pub(crate) state: Shared,
    /// The least weighty findings to show.
    pub(crate) least: Weight,
}

#[component]
pub(crate) fn Findings(props: &FindingsProps) -> Html {
    let state = &props.state;
    let agreement = &state.shown().agreement;
    let result = state.result(state.open);
    let findings = result.map_or_else(Vec::new, |result| told(agreement, result, props.least));
    // Where notes are left out, what is near or merely worth knowing is not said, nor that there is none.
    let (title, nothing) = match props.least {
        Weight::Money | Weight::Rule => ("Rules broken", "No rule is broken."),
        Weight::Near | Weight::Note => ("Rules broken or near", "Every rule is kept."),
    };
    let (shown, more) = use_few(findings.len(), FEW, ("weightiest", "of them"));
    html! {
        <section class="card" aria-label="Findings">
            <h3>{ title }</h3>
            if findings.is_empty() {
                <p class="nothing">{ nothing }</p>
            } else {
                <ul class="findings">
                    { for findings.iter().take(shown).enumerate().map(|(index, finding)| {
                        let tone = match finding.weight {
                            Weight::Money => "down",
                            Weight::Rule | Weight::Near => "near",
                            Weight::Note => "same",
                        };
                        html! { <li key={index}><b class={tone}>{ finding.label }{ "." }</b>{ " " }{ finding.says.clone() }</li> }
                    }) }
                </ul>
                { more }
            }
        </section>
    }
}
