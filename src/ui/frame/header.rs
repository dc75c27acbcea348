//! The title with the scenario code, undo and redo, and what can be done with the workbook as a whole.

use crate::app::Action;
use crate::codec::code::Code;
use crate::ui::context::{ViewProps, use_act};
use crate::ui::dialogs::{Codes, CopyLink, Dialog, Open, Paste, save};
use crate::ui::keeping::Committed;
use std::rc::Rc;
use yew::prelude::*;

/// The dialog that is open.
#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Codes,
    Open,
    Paste,
    CopyLink,
}

impl Asked {
    fn title(self) -> &'static str {
        match self {
            Self::Codes => "Scenario code",
            Self::Open => "Open",
            Self::Paste => "Paste a link or code",
            Self::CopyLink => "Copy link",
        }
    }
}

#[component]
pub(crate) fn Header(props: &ViewProps) -> Html {
    let act = use_act();
    let state = &props.state;
    let asked = use_state(|| None::<Asked>);
    let ask = |which: Asked| {
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
            act.send(Action::Tell(save(&state.workbook, state.open)));
        })
    };
    let committed = (Committed(Rc::clone(&state.workbook)), state.open);
    let code = use_memo(committed, |(workbook, open)| {
        let scenario = workbook.0.scenario(*open)?;
        Some(Code::of(&workbook.0.agreement, scenario).to_string())
    });
    let dialog = asked.map(|asked| match asked {
        Asked::Codes => html! { <Codes state={state.clone()} /> },
        Asked::Open => html! { <Open state={state.clone()} /> },
        Asked::Paste => html! { <Paste state={state.clone()} /> },
        Asked::CopyLink => html! { <CopyLink state={state.clone()} /> },
    });
    html! {
        <header class="header">
            <h1>{ state.shown().title.clone() }{ " " }<small>{ state.shown().agreement.span() }</small></h1>
            <button type="button" class="code" onclick={ask(Asked::Codes)}
                title="Scenario code: read it out to check that both sides see the same figures. It is no signature.">
                <span class="unseen">{ "Scenario code " }</span>
                { code.as_deref().unwrap_or("–") }
            </button>
            <div class="tools">
                <button type="button" disabled={!state.history.can_undo()} onclick={act.on(|| Action::Undo)}>{ "↶ Undo" }</button>
                <button type="button" disabled={!state.history.can_redo()} onclick={act.on(|| Action::Redo)}>{ "↷ Redo" }</button>
                <button type="button" disabled={state.workbook == state.opened} onclick={act.on(|| Action::Reset)}>{ "Reset" }</button>
            </div>
            <div class="tools apart">
                <button type="button" onclick={ask(Asked::Open)}>{ "Open" }</button>
                <button type="button" onclick={ask(Asked::Paste)}>{ "Paste a link or code" }</button>
                <button type="button" onclick={on_save} title="The whole workbook with all its scenarios and notes">{ "Save file" }</button>
                <button type="button" class="go" onclick={ask(Asked::CopyLink)}>{ "Copy link" }</button>
            </div>
            <div>
                { for asked.iter().zip(dialog).map(|(asked, dialog)| html! {
                    <Dialog key={asked.title()} title={asked.title()} on_closed={on_closed.clone()}>{ dialog }</Dialog>
                }) }
            </div>
        </header>
    }
}
