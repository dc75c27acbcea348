//! Copy link: what goes and what stays, the link and its picture, the file, and the code to check by.

mod the_link;
mod ticks;

use crate::app::show::sending::{sending, sent};
use crate::app::{Action, Notice, ledger};
use crate::codec::code::Code;
use crate::codec::link::{self, OwnWords, What};
use crate::model::Moment;
use crate::platform::{clock, location};
use crate::ui::context::{ViewProps, use_act};
use crate::ui::dialogs::copy::the_link::{InCapitals, TheLink};
use crate::ui::dialogs::copy::ticks::Ticks;
use crate::ui::dialogs::save;
use yew::prelude::*;

#[component]
pub(crate) fn CopyLink(props: &ViewProps) -> Html {
    let act = use_act();
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
    // What left the page is noted as offered.
    let offer = {
        let state = state.clone();
        Callback::from(move |done: String| {
            let (workbook, open) = (&state.workbook, state.open);
            let noted = ledger::offered(workbook, open, Moment::of_millis(clock::now()));
            let says = sent(&done, workbook, open, noted.is_some());
            noted
                .into_iter()
                .for_each(|edit| act.send(Action::Commit(edit)));
            Notice::fact(says)
        })
    };
    let on_copy = {
        let (said, offer) = (said.clone(), offer.clone());
        Callback::from(move |copied: Result<(), Notice>| {
            said.set(Some(match copied {
                Ok(()) => offer.emit("Copied.".to_owned()),
                Err(refused) => refused,
            }));
        })
    };
    let on_save = {
        let (state, what, said) = (state.clone(), what.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            said.set(Some(match link::part(&state.workbook, state.open, &what) {
                Ok(part) => match save(&part, state.open) {
                    saved if saved.wrong => saved,
                    saved => offer.emit(saved.says),
                },
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
    let scenario = state.workbook.scenario(state.open);
    let code = scenario.map(|scenario| Code::of(&state.workbook.agreement, scenario).to_string());
    let name = scenario.map_or("", |scenario| &scenario.name);
    let link = match (sending.address, sending.capitals) {
        (Some(address), Some(capitals)) => html! {
            <div>
                <TheLink {address} length={sending.length} on_copy={on_copy.clone()} />
                <InCapitals address={capitals} label={format!("QR code of the link to “{name}”")} {on_copy} />
            </div>
        },
        _ => html! { <div><p class="hint" id="link-length">{ sending.length }</p></div> },
    };
    html! {
        <div class="dialog-body">
            <div class="goes">
                <section><h3>{ "What goes" }</h3><ul>{ lines(&sending.goes) }</ul></section>
                <section><h3>{ "What stays here" }</h3><ul>{ lines(&sending.stays) }</ul></section>
            </div>
            <Ticks state={state.clone()} what={(*what).clone()} {change} />
            <p>{ "Anyone with this link can read the figures. It cannot be recalled. Nothing is stored on a server." }</p>
            { link }
            if named {
                <p class="tools"><button type="button" onclick={on_save}>{ "Save what goes as a file" }</button></p>
            } else {
                <p class="hint">{ "A file carries names too: to save one of what goes, untick Numbers only." }</p>
            }
            <p class={if wrong { "error" } else { "answer" }} role="status">{ says }</p>
            <p class="hint">{ "The other side’s page shows the same code if it shows the same figures: " }<span class="code">{ code.unwrap_or_default() }</span></p>
        </div>
    }
}
