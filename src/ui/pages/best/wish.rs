//! What the plan is to be best at, and what it must leave where it is.

use crate::app::Action;
use crate::app::show::best::{even_weights, outcomes};
use crate::job::{Aim, Lock, Question, Wish};
use crate::model::OutcomeId;
use crate::text::money;
use crate::ui::context::{ViewProps, use_act};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

const AIMS: [&str; 3] = [
    "the reward on projected values",
    "the reward on average, under the delivery risks",
    "attainment: the mean score of all indicators",
];

/// What is locked: an outcome, or all pump-priming.
#[derive(Clone, Copy, PartialEq)]
enum Locked {
    Outcome(OutcomeId),
    Pump,
}

#[component]
pub(super) fn WishForm(props: &ViewProps) -> Html {
    let act = use_act();
    let state = props.state.clone();
    let aim = use_state(|| 0_usize);
    let locked = use_state(Vec::<Locked>::new);
    let most = use_state(String::new);
    let wrong = use_state(|| None::<String>);
    let on_aim = {
        let aim = aim.clone();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                aim.set(usize::try_from(select.selected_index()).unwrap_or(0));
            }
        })
    };
    let on_most = {
        let most = most.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                most.set(input.value());
            }
        })
    };
    let on_find = {
        let (state, aim, locked, most, wrong) = (
            state.clone(),
            aim.clone(),
            locked.clone(),
            most.clone(),
            wrong.clone(),
        );
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let most_moved = match most.trim() {
                "" => None,
                text => match money::read(text) {
                    Ok(most) => Some(most),
                    Err(unread) => return wrong.set(Some(unread.says().to_owned())),
                },
            };
            wrong.set(None);
            let wish = Wish {
                scenario: state.open,
                aim: match *aim {
                    0 => Aim::Reward,
                    1 => Aim::Expected,
                    _ => Aim::Attainment(even_weights(&state, state.open)),
                },
                locks: locked
                    .iter()
                    .map(|locked| match *locked {
                        Locked::Outcome(id) => Lock::Outcome(id),
                        Locked::Pump => Lock::Pump,
                    })
                    .collect(),
                most_moved,
            };
            act.send(Action::Order(Question::Best(wish)));
        })
    };
    let lock = |what: Locked, name: String| {
        let checked = locked.contains(&what);
        let toggle = {
            let locked = locked.clone();
            Callback::from(move |_: Event| {
                let mut next = (*locked).clone();
                match next.iter().position(|other| *other == what) {
                    Some(place) => drop(next.remove(place)),
                    None => next.push(what),
                }
                locked.set(next);
            })
        };
        html! { <label class="tick" key={name.clone()}><input type="checkbox" {checked} onchange={toggle} />{ name }</label> }
    };
    html! {
        <section class="card form">
            <h3>{ "What to look for" }</h3>
            <form onsubmit={on_find}>
                <div class="field">
                    <label for="best-aim">{ "The best use is the one with the most of" }</label>
                    <select id="best-aim" onchange={on_aim}>
                        { for AIMS.iter().enumerate().map(|(index, name)| html! { <option key={index} selected={index == *aim}>{ *name }</option> }) }
                    </select>
                </div>
                <div class="field">
                    <label for="best-most">{ "Move at most £" }</label>
                    <p class="hint" id="best-most-hint">{ "Leave empty for no limit." }</p>
                    <input id="best-most" inputmode="numeric" autocomplete="off" value={(*most).clone()} oninput={on_most}
                        aria-invalid={wrong.is_some().then_some("true")} aria-describedby={if wrong.is_some() { "best-most-error" } else { "best-most-hint" }} />
                    if let Some(wrong) = &*wrong {
                        <p class="error" id="best-most-error">{ wrong.clone() }</p>
                    }
                </div>
                <details>
                    <summary>{ "Leave as it is" }</summary>
                    <fieldset>
                        <legend class="unseen">{ "Money that stays where it is" }</legend>
                        { lock(Locked::Pump, "All pump-priming".to_owned()) }
                        { for outcomes(&state).into_iter().map(|(id, name)| lock(Locked::Outcome(id), name)) }
                    </fieldset>
                </details>
                <p class="tools"><button type="submit" class="go">{ "Find the best" }</button></p>
            </form>
        </section>
    }
}
