//! Which result is wanted, and what may change for it.

use crate::app::Action;
use crate::app::show::best::outcomes;
use crate::app::show::seek::{Free, Wrong, asked, choices};
use crate::ui::context::{ViewProps, use_act};
use crate::ui::pages::wish::{choice, typed, wish};
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
        move |result| {
            chosen.set(Chosen {
                result,
                ..(*chosen).clone()
            });
        }
    };
    let on_outcome = {
        let (chosen, outcomes) = (chosen.clone(), outcomes.clone());
        move |place: usize| {
            let outcome = place.checked_sub(1).and_then(|place| outcomes.get(place));
            let outcome = outcome.map(|outcome| outcome.0);
            chosen.set(Chosen {
                free: Free {
                    outcome,
                    ..chosen.free
                },
                ..(*chosen).clone()
            });
        }
    };
    let on_at_least = {
        let chosen = chosen.clone();
        move |at_least| {
            chosen.set(Chosen {
                at_least,
                ..(*chosen).clone()
            });
        }
    };
    let tick = |name: &'static str, checked: bool, turn: fn(&mut Free)| {
        let chosen = chosen.clone();
        let onchange = Callback::from(move |_: Event| {
            let mut next = (*chosen).clone();
            turn(&mut next.free);
            chosen.set(next);
        });
        html! { <label class="tick"><input type="checkbox" {checked} {onchange} />{ name }</label> }
    };
    let Some(goal) = choices.get(place).cloned() else {
        return html! {};
    };
    let (before, behind) = goal.signs();
    let label = format!(
        "To be at least {}",
        if before.is_empty() { behind } else { before }
    );
    let now = format!("Now {}.", goal.now);
    let wished = {
        let (state, chosen) = (state.clone(), chosen.clone());
        move || asked(&state, &goal, &chosen.at_least, free)
    };
    let other = wished().is_ok_and(|wished| state.desks.asked_another(&wished));
    let on_find = {
        let wrong = wrong.clone();
        move || {
            // By what is typed now: on a slow machine Enter may come before that is drawn.
            let wished = wished();
            wrong.set(wished.as_ref().err().cloned());
            if let Ok(wished) = wished {
                act.send(Action::Order(wished));
            }
        }
    };
    let (unread, nothing_free) = match &*wrong {
        Some(Wrong::AtLeast(says)) => (Some(says.clone()), None),
        Some(Wrong::Free(says)) => (None, Some(says.clone())),
        None => (None, None),
    };
    let names = choices.iter().map(|goal| goal.name.as_str());
    let all = std::iter::once("every outcome");
    let one = outcomes
        .iter()
        .position(|other| Some(other.0) == free.outcome);
    let whose = all.chain(outcomes.iter().map(|(_, name)| name.as_str()));
    let fields = html! {
        <>
            { choice("goal", "The result", names, place, on_result) }
            { typed("at-least", (label, now), &chosen.at_least, unread.as_deref(), on_at_least) }
            <fieldset aria-describedby={nothing_free.is_some().then_some("free-error")}>
                <legend>{ "What may change" }</legend>
                { tick("Pooled money", free.pooled, |free| free.pooled = !free.pooled) }
                { tick("Pump-priming", free.pump, |free| free.pump = !free.pump) }
                { tick("Targets, made easier", free.stretch, |free| free.stretch = !free.stretch) }
                if let Some(says) = nothing_free {
                    <p class="error" id="free-error">{ says }</p>
                }
            </fieldset>
            { choice("goal-of", "Of which outcome", whose, one.map_or(0, |place| place + 1), on_outcome) }
        </>
    };
    wish(
        "What is wanted",
        ("Find what it takes", other),
        on_find,
        fields,
    )
}
