//! What can be opened: samples, the workbooks kept in this browser, a file.

use crate::app::shelf::{self, Kept};
use crate::app::{Action, Notice};
use crate::codec::file::{self, FileError};
use crate::platform::files::{self, ReadError};
use crate::platform::{clock, storage::Browser};
use crate::presets;
use crate::ui::context::{ViewProps, use_act};
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
                    Err(error) => vec![Action::Tell(Notice::wrong(refusal(error)))],
                });
            });
        })
    };
    html! {
        <div class="dialog-body">
            <section>
                <h3>{ "Kept in this browser" }</h3>
                <Shelf state={props.state.clone()} take={take.clone()} />
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

#[derive(Clone, PartialEq, Properties)]
struct ShelfProps {
    state: crate::ui::context::Shared,
    take: Callback<Vec<Action>>,
}

/// The workbooks kept in this browser, to be opened or removed.
#[component]
fn Shelf(props: &ShelfProps) -> Html {
    let kept = use_state(|| shelf::all(&Browser));
    let asked = use_state(|| None::<u32>);
    let on_screen = props.state.document;
    let on_open = |number: u32| {
        let (take, state) = (props.take.clone(), props.state.clone());
        Callback::from(move |_: MouseEvent| take.emit(opening::kept(&state, number)))
    };
    let on_ask = |number: Option<u32>| {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(number))
    };
    let on_remove = |number: u32| {
        let (kept, asked) = (kept.clone(), asked.clone());
        Callback::from(move |_: MouseEvent| {
            // Where storage is blocked there is nothing to remove.
            let _ = shelf::discard(&Browser, number);
            kept.set(shelf::all(&Browser));
            asked.set(None);
        })
    };
    let tools = |kept: &Kept| {
        let number = kept.number;
        let title = &kept.label.title;
        if number == on_screen {
            html! { <span class="same">{ "on screen" }</span> }
        } else if *asked == Some(number) {
            html! {
                <span class="tools">
                    <button type="button" onclick={on_remove(number)} aria-label={format!("Remove {title} for good")}>{ "Remove for good" }</button>
                    <button type="button" class="quiet" onclick={on_ask(None)}>{ "Keep" }</button>
                </span>
            }
        } else {
            html! {
                <span class="tools">
                    <button type="button" onclick={on_open(number)} aria-label={format!("Open {title}, kept here")}>{ "Open" }</button>
                    <button type="button" class="quiet" onclick={on_ask(Some(number))} aria-label={format!("Remove {title}")}>{ "Remove" }</button>
                </span>
            }
        }
    };
    html! {
        <ul class="shelf">
            { for kept.iter().map(|kept| html! {
                <li key={kept.number}>
                    <p><b>{ kept.label.title.clone() }</b><small>{ format!("changed {}", clock::say(kept.label.changed)) }</small></p>
                    { tools(kept) }
                </li>
            }) }
        </ul>
    }
}

fn refusal(error: ReadError) -> String {
    match error {
        ReadError::TooLarge { bytes } => file::refusal(&FileError::TooLarge { bytes }),
        ReadError::Unreadable => {
            "The browser could not read this file: choose it again, or another.".to_owned()
        }
    }
}
