//! The title with the scenario code, undo and redo, and what can be done with the workbook as a whole.

use crate::app::{Action, Notice};
use crate::codec::code::Code;
use crate::ui::aim::use_aim;
use crate::ui::context::{ViewProps, use_act};
use crate::ui::dialogs::Dialog;
use crate::ui::identical::Identical;
use crate::ui::parts::{self, Fetched, Part};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The dialogs that can be asked for, with their titles.
const DIALOGS: [(Part, &str); 5] = [
    (Part::Codes, "Scenario code"),
    (Part::Open, "Open"),
    (Part::Paste, "Paste a link or code"),
    (Part::CopyLink, "Copy link"),
    (Part::Help, "Help"),
];

#[component]
pub(crate) fn Header(props: &ViewProps) -> Html {
    let act = use_act();
    let state = &props.state;
    let asked = use_state(|| None::<Part>);
    let ask = |which: Part| {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(Some(which)))
    };
    let on_closed = use_callback((), {
        let asked = asked.setter();
        move |(), ()| asked.set(None)
    });
    let on_save = {
        let (act, state) = (act.clone(), state.clone());
        Callback::from(move |_: MouseEvent| {
            let (act, state) = (act.clone(), state.clone());
            spawn_local(async move {
                let notice = match parts::fetch().await {
                    Ok(parts) => (parts.save)(&state.workbook, state.open),
                    Err(_) => Notice::wrong(parts::MISSING),
                };
                act.send(Action::Tell(notice));
            });
        })
    };
    let committed = (Identical(Rc::clone(&state.workbook)), state.open);
    let code = use_memo(committed, |(workbook, open)| {
        let scenario = workbook.0.scenario(*open)?;
        Some(Code::of(&workbook.0.agreement, scenario).to_string())
    });
    // The button goes with the meeting; it was begun under Help.
    let on_end = {
        let aim = use_aim();
        act.on(move || {
            aim.replace(Some("#help".to_owned()));
            Action::Meet(false)
        })
    };
    let dialog = DIALOGS.iter().find(|(part, _)| *asked == Some(*part));
    html! {
        <header class={classes!("header", state.room.meeting.then_some("meeting"))}>
            <h1>{ state.shown().title.clone() }{ " " }<small>{ state.shown().agreement.span() }</small></h1>
            <button type="button" class="code" onclick={ask(Part::Codes)}
                title="Scenario code: read it out to check that both sides see the same figures. It is no signature.">
                <span class="unseen">{ "Scenario code " }</span>
                { code.as_deref().unwrap_or("–") }
            </button>
            <div class="tools">
                // Said and not made disabled: that would throw out the focus with the last step.
                <button type="button" aria-disabled={(!state.history.can_undo()).to_string()} onclick={act.on(|| Action::Undo)}>{ "↶ Undo" }</button>
                <button type="button" aria-disabled={(!state.history.can_redo()).to_string()} onclick={act.on(|| Action::Redo)}>{ "↷ Redo" }</button>
                <button type="button" aria-disabled={(state.workbook == state.opened).to_string()} onclick={act.on(|| Action::Reset)}>{ "Reset" }</button>
            </div>
            <div class="tools apart">
                if state.room.meeting {
                    <button type="button" onclick={on_end}>{ "End the meeting" }</button>
                }
                <button type="button" id="help" onclick={ask(Part::Help)}>{ "Help" }</button>
                <button type="button" onclick={ask(Part::Open)}>{ "Open" }</button>
                <button type="button" onclick={ask(Part::Paste)}>{ "Paste a link or code" }</button>
                <button type="button" onclick={on_save} title="The whole workbook with all its scenarios and notes">{ "Save file" }</button>
                <button type="button" class="go" onclick={ask(Part::CopyLink)}>{ "Copy link" }</button>
            </div>
            <div>
                { for dialog.map(|&(part, title)| html! {
                    <Dialog key={title} {title} on_closed={on_closed.clone()}><Fetched {part} state={state.clone()} /></Dialog>
                }) }
            </div>
        </header>
    }
}
