//! Opens the link in any text that is pasted, or compares a code that was read out.

use crate::app::Notice;
use crate::app::received::receive;
use crate::app::show::codes::same_figures;
use crate::codec::{link, say};
use crate::model::Moment;
use crate::platform::clock;
use crate::platform::storage::Browser;
use crate::ui::context::{ViewProps, use_act};
use crate::ui::dialogs::use_close;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[component]
pub(crate) fn Paste(props: &ViewProps) -> Html {
    let act = use_act();
    let close = use_close();
    let text = use_state(String::new);
    let answer = use_state(|| None::<Notice>);
    let on_input = {
        let (text, answer) = (text.clone(), answer.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
                text.set(field.value());
                answer.set(None);
            }
        })
    };
    let on_submit = {
        let (state, text, answer) = (props.state.clone(), text.clone(), answer.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(says) = same_figures(&state.workbook, &text) {
                return answer.set(Some(says));
            }
            match link::read(&text) {
                Ok(received) => {
                    let actions =
                        receive(&Browser, &state, &received, Moment::of_millis(clock::now()));
                    actions.into_iter().for_each(|action| act.send(action));
                    close.emit(());
                }
                Err(error) => answer.set(Some(Notice::wrong(say::refusal(&error)))),
            }
        })
    };
    let wrong = answer.as_ref().is_some_and(|answer| answer.wrong);
    let says = answer.as_ref().map(|answer| answer.says.clone());
    html! {
        <form class="dialog-body" onsubmit={on_submit}>
            <div class={classes!("field", wrong.then_some("wrong"))}>
                <label for="pasted">{ "A link, the mail that it came in, or a scenario code" }</label>
                <textarea id="pasted" rows="6" autofocus=true spellcheck="false" autocomplete="off" aria-describedby="pasted-answer"
                    aria-invalid={wrong.then_some("true")} value={(*text).clone()} oninput={on_input} />
                <p id="pasted-answer" class={if wrong { "error" } else { "answer" }} role="status">{ says.unwrap_or_default() }</p>
            </div>
            <p class="hint">{ "What mail programs and chat tools make of a link is undone first. What arrives stands beside your own work and overwrites nothing." }</p>
            <p class="tools"><button type="submit" class="go" disabled={text.trim().is_empty()}>{ "Open or compare" }</button></p>
        </form>
    }
}
