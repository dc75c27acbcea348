//! What can be opened: samples, the workbooks kept in this browser, a file.

use crate::app::{Action, Notice};
use crate::codec::file::{self, FileError};
use crate::platform::files::{self, ReadError};
use crate::presets;
use crate::ui::context::{ViewProps, use_act};
use crate::ui::dialogs::library::Library;
use crate::ui::dialogs::use_close;
use crate::ui::opening;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[component]
pub(crate) fn Open(props: &ViewProps) -> Html {
    let act = use_act();
    let close = use_close();
    let state = &props.state;
    let take = {
        let (act, close) = (act.clone(), close.clone());
        Callback::from(move |actions: Vec<Action>| {
            actions.into_iter().for_each(|action| act.send(action));
            close.emit(());
        })
    };
    let on_sample = |at: usize| {
        let (take, state) = (take.clone(), state.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(sample) = presets::all().get(at) {
                take.emit(opening::sample(&state, sample));
            }
        })
    };
    let on_file = {
        let (take, state) = (take.clone(), state.clone());
        Callback::from(move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            let Some(chosen) = input.and_then(|input| files::chosen(&input)) else {
                return;
            };
            let (take, state) = (take.clone(), state.clone());
            spawn_local(async move {
                take.emit(match files::read(&chosen, file::LARGEST).await {
                    Ok(text) => opening::from_file(&state, &text),
                    Err(error) => vec![Action::Tell(Notice::wrong(refusal(error, file::LARGEST)))],
                });
            });
        })
    };
    let on_blank = {
        let (take, state) = (take.clone(), state.clone());
        Callback::from(move |_: MouseEvent| take.emit(opening::blank(&state)))
    };
    html! {
        <div class="dialog-body">
            <Library state={props.state.clone()} take={take.clone()} />
            <section>
                <h3>{ "A new agreement" }</h3>
                <p class="hint">{ "Four blocks, three years and one scenario to begin with. It opens beside what is on screen." }</p>
                <button type="button" onclick={on_blank}>{ "Begin a new agreement" }</button>
            </section>
            <section>
                <h3>{ "Samples" }</h3>
                <ul class="shelf">
                    { for presets::all().iter().enumerate().map(|(at, sample)| html! {
                        <li key={at}>
                            <p><b>{ sample.title }</b>{ format!(" {}", sample.years) }<small>{ sample.about }</small></p>
                            <button type="button" aria-label={format!("Open the sample {}", sample.title)} onclick={on_sample(at)}>{ "Open" }</button>
                        </li>
                    }) }
                </ul>
            </section>
            <section>
                <h3><label for="open-file">{ "A file" }</label></h3>
                <p class="hint">{ "One that was saved here. It opens beside what is on screen." }</p>
                <input type="file" id="open-file" accept=".json,application/json" onchange={on_file} />
            </section>
        </div>
    }
}

/// Says why a chosen file of at most so many bytes was not read.
pub(super) fn refusal(error: ReadError, limit: usize) -> String {
    match error {
        ReadError::TooLarge { bytes } => file::refusal(&FileError::TooLarge { bytes, limit }),
        ReadError::Unreadable => {
            "The browser could not read this file: choose it again, or another.".to_owned()
        }
    }
}
