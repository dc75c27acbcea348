//! Whether both sides see the same figures: the code that they read out, typed.

use crate::app::Notice;
use crate::app::show::codes::same_figures;
use crate::ui::context::ViewProps;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[component]
pub(super) fn Same(props: &ViewProps) -> Html {
    let typed = use_state(String::new);
    let answer = if typed.trim().is_empty() {
        None
    } else {
        let found = same_figures(&props.state.workbook, &typed);
        Some(
            found
                .unwrap_or_else(|| Notice::wrong("A code has seven characters, such as 17QF-2KD.")),
        )
    };
    let on_input = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                typed.set(field.value());
            }
        })
    };
    let wrong = answer.as_ref().is_some_and(|answer| answer.wrong);
    html! {
        <section class="card">
            <h3>{ "Same figures?" }</h3>
            <div class="field">
                <label for="their-code">{ "Type the code that they read out" }</label>
                <input id="their-code" type="text" class="code" autocomplete="off" spellcheck="false" maxlength="40" value={(*typed).clone()} oninput={on_input} aria-describedby="their-code-answer" />
            </div>
            <p id="their-code-answer" class={if wrong { "down" } else { "up" }} role="status">{ answer.map(|answer| answer.says).unwrap_or_default() }</p>
        </section>
    }
}
