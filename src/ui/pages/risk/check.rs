//! The simulation beside the computed odds: draws and seed chosen, progress shown, stopped when it is told to.

use crate::app::Action;
use crate::app::desks::Wait;
use crate::app::show::risk::simulated;
use crate::job::{Desk, MOST, Question};
use crate::text::number::{self, grouped};
use crate::ui::context::{ViewProps, use_act};
use crate::ui::frame::Awaited;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Draws that are offered at first.
const DRAWS: u32 = 100_000;
/// The seed that is offered at first: both sides draw the same.
const SEED: u64 = 2_006;

#[component]
pub(super) fn Check(props: &ViewProps) -> Html {
    let act = use_act();
    let state = &props.state;
    let draws = use_state(|| grouped(u64::from(DRAWS)));
    let seed = use_state(|| SEED.to_string());
    let wrong = use_state(|| false);
    let ordered = state.desks.ordered(Desk::Simulation).is_some();
    let (rows, drawn, wait) = simulated(state);
    let running = ordered && wait != Wait::Over && !matches!(wait, Wait::Failed(_));
    let typed = |field: UseStateHandle<String>| {
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                field.set(input.value());
            }
        })
    };
    let on_run = {
        let (act, draws, seed, wrong, scenario) = (
            act.clone(),
            draws.clone(),
            seed.clone(),
            wrong.clone(),
            state.open,
        );
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let wanted = number::read_count(&draws, MOST).ok().flatten();
            let seed = number::ungrouped(&seed, ' ').ok();
            let seed = seed.and_then(|seed| seed.parse::<u64>().ok());
            match (wanted.filter(|&draws| draws > 0), seed) {
                (Some(draws), Some(seed)) => {
                    wrong.set(false);
                    act.send(Action::Order(Question::Simulation {
                        scenario,
                        draws,
                        seed,
                    }));
                }
                _ => wrong.set(true),
            }
        })
    };
    html! {
        <section class="card form">
            <h3>{ "Check it by simulation" }</h3>
            <p class="hint">{ "The odds on this page are computed, not drawn, except where they say so. This draws them at random instead, from a seed: whoever draws again with it sees the same." }</p>
            <form onsubmit={on_run}>
                <div class="field">
                    <label for="draws">{ "Draws, a million at most" }</label>
                    <input id="draws" type="text" inputmode="numeric" autocomplete="off" value={(*draws).clone()} oninput={typed(draws.clone())} aria-invalid={wrong.then_some("true")} aria-describedby={wrong.then_some("draws-error")} />
                </div>
                <div class="field">
                    <label for="seed">{ "Seed" }</label>
                    <input id="seed" type="text" inputmode="numeric" autocomplete="off" value={(*seed).clone()} oninput={typed(seed.clone())} />
                </div>
                if *wrong {
                    <p class="error" id="draws-error">{ format!("Type whole numbers: from 1 to {} draws, and any seed from 0.", grouped(u64::from(MOST))) }</p>
                }
                <p class="tools">
                    <button type="submit" disabled={running}>{ "Draw" }</button>
                    if running {
                        <button type="button" onclick={act.on(|| Action::PutAway(Desk::Simulation))}>{ "Stop" }</button>
                    }
                </p>
            </form>
            if running || rows.is_some() || matches!(wait, Wait::Failed(_)) {
                <Awaited {wait}>
                    if let (Some(rows), Some(drawn)) = (rows, drawn) {
                        <div class="scroll" tabindex="0">
                        <table class="odds-table">
                            <caption>{ format!("{} draws, seed {}", grouped(u64::from(drawn.draws)), drawn.seed) }</caption>
                            <thead><tr>
                                <th scope="col"><span class="unseen">{ "Figure" }</span></th><th scope="col" class="n">{ "Computed" }</th><th scope="col" class="n">{ "Drawn" }</th><th scope="col" class="n">{ "Give or take" }</th>
                            </tr></thead>
                            <tbody>
                                { for rows.iter().map(|[name, computed, drawn, error]| html! {
                                    <tr key={name.clone()}><th scope="row">{ name.clone() }</th><td class="n">{ computed.clone() }</td><td class="n">{ drawn.clone() }</td><td class="n">{ error.clone() }</td></tr>
                                }) }
                            </tbody>
                        </table>
                        </div>
                    }
                </Awaited>
            }
        </section>
    }
}
