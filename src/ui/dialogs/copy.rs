//! Copy link: what goes and what stays, the link itself, and what to do where it is too long.

use crate::app::Notice;
use crate::app::show::sending::{Sending, has_risks, sending};
use crate::codec::link::{self, Band, OwnWords, What};
use crate::platform::{clipboard, location};
use crate::ui::context::{Shared, ViewProps};
use crate::ui::dialogs::save;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[component]
pub(crate) fn CopyLink(props: &ViewProps) -> Html {
    let state = &props.state;
    let what = use_state(What::default);
    let said = use_state(|| None::<Notice>);
    let sending = sending(state, &what, &location::before_fragment());
    let change = {
        let (what, said) = (what.clone(), said.clone());
        Callback::from(move |next: What| {
            what.set(next);
            said.set(None);
        })
    };
    let on_save = {
        let (state, what, said) = (state.clone(), what.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            said.set(Some(match link::part(&state.workbook, state.open, &what) {
                Ok(part) => save(&part, state.open),
                Err(_) => Notice::wrong("The figures do not fit together: see the findings."),
            }));
        })
    };
    let lines = |lines: &[String]| -> Html {
        lines
            .iter()
            .map(|line| html! { <li key={line.clone()}>{ line.clone() }</li> })
            .collect()
    };
    let named = what.words == OwnWords::Along;
    let answer = said
        .as_ref()
        .map(|notice| (notice.wrong, notice.says.clone()));
    let (wrong, says) = answer.unwrap_or_default();
    html! {
        <div class="dialog-body">
            <div class="goes">
                <section><h3>{ "What goes" }</h3><ul>{ lines(&sending.goes) }</ul></section>
                <section><h3>{ "What stays here" }</h3><ul>{ lines(&sending.stays) }</ul></section>
            </div>
            <Ticks state={state.clone()} what={(*what).clone()} {change} />
            <TheLink sending={sending.clone()} said={said.setter()} />
            <p class={if wrong { "error" } else { "answer" }} role="status">{ says }</p>
            if sending.band >= Band::Long && named {
                <p class="tools"><button type="button" onclick={on_save}>{ "Save what goes as a file" }</button></p>
            } else if sending.band >= Band::Long {
                <p class="hint">{ "A file carries names too: to save one of what goes, untick Numbers only." }</p>
            }
            <p class="hint">{ "Anyone with this link can read the figures. It cannot be recalled. Nothing is stored on a server." }</p>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TicksProps {
    state: Shared,
    what: What,
    change: Callback<What>,
}

/// What may go besides, each unticked at first.
#[component]
fn Ticks(props: &TicksProps) -> Html {
    let tick = |id: String, label: String, ticked: bool, toggled: What| {
        let change = props.change.clone();
        let on_change = Callback::from(move |_: Event| change.emit(toggled.clone()));
        html! {
            <li key={id.clone()}>
                <input type="checkbox" id={id.clone()} checked={ticked} onchange={on_change} />
                <label for={id}>{ label }</label>
            </li>
        }
    };
    let (workbook, what) = (&props.state.workbook, &props.what);
    let named = what.words == OwnWords::Along;
    let others = workbook.scenarios.iter();
    let others = others.filter(|scenario| scenario.id != props.state.open);
    let scenarios = others.map(|scenario| {
        let mut toggled = what.clone();
        let ticked = what.further.contains(&scenario.id);
        if ticked {
            toggled.further.retain(|id| *id != scenario.id);
        } else {
            toggled.further.push(scenario.id);
        }
        let label = format!("Also the scenario “{}”", scenario.name);
        tick(format!("also-{}", scenario.id.0), label, ticked, toggled)
    });
    html! {
        <fieldset>
            <legend class="unseen">{ "What goes besides" }</legend>
            <ul class="ticks">
                { for scenarios }
                if !workbook.notes.is_empty() && named {
                    { tick("also-notes".to_owned(), "Also the notes".to_owned(), what.notes, What { notes: !what.notes, ..what.clone() }) }
                }
                if has_risks(&props.state) {
                    { tick("also-risks".to_owned(), "Also the delivery risks".to_owned(), what.risks, What { risks: !what.risks, ..what.clone() }) }
                }
                { tick("numbers-only".to_owned(), "Numbers only: leave out names that you typed yourself, and notes".to_owned(), !named, What {
                    words: if named { OwnWords::Left } else { OwnWords::Along },
                    ..what.clone()
                }) }
            </ul>
        </fieldset>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TheLinkProps {
    sending: Sending,
    said: UseStateSetter<Option<Notice>>,
}

/// The link in both spellings, to be copied.
#[component]
fn TheLink(props: &TheLinkProps) -> Html {
    let plain = use_node_ref();
    let capitals = use_node_ref();
    let copy = |node: &NodeRef| {
        let (node, said) = (node.clone(), props.said.clone());
        Callback::from(move |_: MouseEvent| {
            let (node, said) = (node.clone(), said.clone());
            spawn_local(async move {
                let Some(field) = node.cast::<HtmlTextAreaElement>() else {
                    return;
                };
                said.set(Some(if clipboard::copy(&field).await {
                    Notice::fact("Copied.")
                } else {
                    Notice::wrong("The browser does not let this page copy. The link is selected: press Ctrl+C.")
                }));
            });
        })
    };
    let sending = &props.sending;
    let length = html! { <p class="hint" id="link-length">{ sending.length.clone() }</p> };
    match (&sending.address, &sending.capitals) {
        (Some(address), Some(in_capitals)) => html! {
            <div>
                <div class="field">
                    <label for="link-text">{ "The link" }</label>
                    <textarea id="link-text" ref={plain.clone()} rows="3" readonly=true spellcheck="false" aria-describedby="link-length" value={address.clone()} />
                </div>
                { length }
                <p class="tools"><button type="button" class="go" onclick={copy(&plain)}>{ "Copy" }</button></p>
                <details class="numbers">
                    <summary>{ "The same in capitals, for a QR code" }</summary>
                    <div class="field">
                        <label for="link-capitals">{ "The link in capitals" }</label>
                        <textarea id="link-capitals" ref={capitals.clone()} rows="3" readonly=true spellcheck="false" value={in_capitals.clone()} />
                    </div>
                    <p class="tools"><button type="button" onclick={copy(&capitals)}>{ "Copy" }</button></p>
                </details>
            </div>
        },
        _ => html! { <div>{ length }</div> },
    }
}
