//! Which result is wanted, and what may change for it.

use crate::app::Action;
use crate::app::show::best::outcomes;
use crate::app::show::seek::{Free, Wrong, asked, choices};
use crate::ui::context::{ViewProps, use_act};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// What a person has chosen so far.
#[derive(Clone, PartialEq)]
struct Chosen {
    /// The place of the result among the choices.
    result: usize,
    at_least: String,
    free: Free,
}

#[component]
pub(super) fn WishForm(props: &ViewProps) -> Html {
    let act = use_act();
    let state = props.state.clone();
    let chosen = use_state(|| Chosen {
        result: 0,
        at_least: String::new(),
        free: Free {
            pooled: true,
            pump: false,
            stretch: false,
            outcome: None,
        },
    });
    let wrong = use_state(|| None::<Wrong>);
    let choices = choices(&state);
    let outcomes = outcomes(&state);
    // What is chosen may have been removed since.
    let place = chosen.result.min(choices.len().saturating_sub(1));
    let free = Free {
        outcome: chosen
            .free
            .outcome
            .filter(|id| outcomes.iter().any(|other| other.0 == *id)),
        ..chosen.free
    };
    let on_result = {
        let chosen = chosen.clone();
        selected(move |result| {
            chosen.set(Chosen {
                result,
                ..(*chosen).clone()
            });
        })
    };
    let on_outcome = {
        let (chosen, outcomes) = (chosen.clone(), outcomes.clone());
        selected(move |place| {
            let outcome = place.checked_sub(1).and_then(|place| outcomes.get(place));
            let outcome = outcome.map(|outcome| outcome.0);
            let free = Free { outcome, ..free };
            chosen.set(Chosen {
                free,
                ..(*chosen).clone()
            });
        })
    };
    let on_at_least = {
        let chosen = chosen.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                chosen.set(Chosen {
                    at_least: input.value(),
                    ..(*chosen).clone()
                });
            }
        })
    };
    let tick = |name: &'static str, checked: bool, free: Free| {
        let chosen = chosen.clone();
        let onchange = Callback::from(move |_: Event| {
            chosen.set(Chosen {
                free,
                ..(*chosen).clone()
            });
        });
        html! { <label class="tick"><input type="checkbox" {checked} {onchange} />{ name }</label> }
    };
    let Some(choice) = choices.get(place).cloned() else {
        return html! {};
    };
    let (before, behind) = choice.signs();
    let label = format!(
        "To be at least {}",
        if before.is_empty() { behind } else { before }
    );
    let now = format!("Now {}.", choice.now);
    let on_find = {
        let (chosen, wrong) = (chosen.clone(), wrong.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match asked(&state, &choice, &chosen.at_least, free) {
                Ok(question) => {
                    wrong.set(None);
                    act.send(Action::Order(question));
                }
                Err(says) => wrong.set(Some(says)),
            }
        })
    };
    let (unread, nothing_free) = match &*wrong {
        Some(Wrong::AtLeast(says)) => (Some(says.clone()), None),
        Some(Wrong::Free(says)) => (None, Some(says.clone())),
        None => (None, None),
    };
    html! {
        <section class="card form">
            <h3>{ "What is wanted" }</h3>
            <form onsubmit={on_find}>
                <div class="field">
                    <label for="goal">{ "The result" }</label>
                    <select id="goal" onchange={on_result}>
                        { for choices.iter().enumerate().map(|(index, choice)| html! { <option key={index} selected={index == place}>{ choice.name.clone() }</option> }) }
                    </select>
                </div>
                <div class="field">
                    <label for="at-least">{ label }</label>
                    <p class="hint" id="at-least-hint">{ now }</p>
                    <input id="at-least" type="text" inputmode="decimal" autocomplete="off" value={chosen.at_least.clone()} oninput={on_at_least}
                        aria-invalid={unread.is_some().then_some("true")} aria-describedby={if unread.is_some() { "at-least-error" } else { "at-least-hint" }} />
                    if let Some(says) = unread {
                        <p class="error" id="at-least-error">{ says }</p>
                    }
                </div>
                <fieldset aria-describedby={nothing_free.is_some().then_some("free-error")}>
                    <legend>{ "What may change" }</legend>
                    { tick("Pooled money", free.pooled, Free { pooled: !free.pooled, ..free }) }
                    { tick("Pump-priming", free.pump, Free { pump: !free.pump, ..free }) }
                    { tick("Stretch levels, downwards", free.stretch, Free { stretch: !free.stretch, ..free }) }
                    if let Some(says) = nothing_free {
                        <p class="error" id="free-error">{ says }</p>
                    }
                </fieldset>
                <div class="field">
                    <label for="goal-of">{ "Of" }</label>
                    <select id="goal-of" onchange={on_outcome}>
                        <option selected={free.outcome.is_none()}>{ "every outcome" }</option>
                        { for outcomes.iter().map(|(id, name)| html! { <option key={id.0} selected={free.outcome == Some(*id)}>{ name.clone() }</option> }) }
                    </select>
                </div>
                <p class="tools"><button type="submit" class="go">{ "Find what it takes" }</button></p>
            </form>
        </section>
    }
}

/// Hears which place of a list was chosen.
fn selected(heard: impl Fn(usize) + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            heard(usize::try_from(select.selected_index()).unwrap_or(0));
        }
    })
}
