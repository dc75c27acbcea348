//! What the plan is to be best at, and what it must leave where it is.

use crate::app::Action;
use crate::app::show::best::{weighted, weights};
use crate::job::{Aim, Lock, Question, Wish};
use crate::model::IndicatorId;
use crate::text::money;
use crate::ui::context::{ViewProps, use_act};
use crate::ui::pages::best::locks::Locks;
use crate::ui::pages::best::weights::Weights;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The place of attainment among the aims.
const ATTAINMENT: usize = 2;

const AIMS: [&str; 3] = [
    "the reward on projected values",
    "the reward on average, under the delivery risks",
    "attainment: the mean score of all indicators",
];

/// Which field cannot be read, and why.
#[derive(Clone, PartialEq)]
enum Wrong {
    Most(String),
    Weight(IndicatorId, String),
}

#[component]
pub(super) fn WishForm(props: &ViewProps) -> Html {
    let act = use_act();
    let state = props.state.clone();
    let aim = use_state(|| 0_usize);
    let locked = use_state(Vec::<Lock>::new);
    let most = use_state(String::new);
    let wrong = use_state(|| None::<Wrong>);
    let typed = use_state(Vec::<(IndicatorId, String)>::new);
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
        let (state, aim, locked, most, wrong, typed) = (
            state.clone(),
            aim.clone(),
            locked.clone(),
            most.clone(),
            wrong.clone(),
            typed.clone(),
        );
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let most_moved = match most.trim() {
                "" => None,
                text => match money::read(text) {
                    Ok(most) => Some(most),
                    Err(unread) => return wrong.set(Some(Wrong::Most(unread.says().to_owned()))),
                },
            };
            let weights = match weights(&state, &typed) {
                Ok(weights) => weights,
                Err((id, says)) if *aim == ATTAINMENT => {
                    return wrong.set(Some(Wrong::Weight(id, says)));
                }
                Err(_) => Vec::new(),
            };
            wrong.set(None);
            let wish = Wish {
                scenario: state.open,
                aim: match *aim {
                    0 => Aim::Reward,
                    1 => Aim::Expected,
                    _ => Aim::Attainment(weights),
                },
                locks: (*locked).clone(),
                most_moved,
            };
            act.send(Action::Order(Question::Best(wish)));
        })
    };
    let (wrong_most, wrong_weight) = match &*wrong {
        Some(Wrong::Most(says)) => (Some(says.clone()), None),
        Some(Wrong::Weight(id, says)) => (None, Some((*id, says.clone()))),
        None => (None, None),
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
                if *aim == ATTAINMENT {
                    <Weights weighted={weighted(&state)} {typed} wrong={wrong_weight} />
                }
                <div class="field">
                    <label for="best-most">{ "Move at most £" }</label>
                    <p class="hint" id="best-most-hint">{ "Leave empty for no limit." }</p>
                    <input id="best-most" type="text" inputmode="numeric" autocomplete="off" value={(*most).clone()} oninput={on_most}
                        aria-invalid={wrong_most.is_some().then_some("true")} aria-describedby={if wrong_most.is_some() { "best-most-error" } else { "best-most-hint" }} />
                    if let Some(says) = wrong_most {
                        <p class="error" id="best-most-error">{ says }</p>
                    }
                </div>
                <Locks state={state.clone()} {locked} />
                <p class="tools"><button type="submit" class="go">{ "Find the best" }</button></p>
            </form>
        </section>
    }
}
