//! What the plan is to be best at, and what it must leave where it is.

use crate::app::show::best::{asked_another, weighted, weights};
use crate::app::{Action, State};
use crate::job::{Aim, Lock, Question, Wish};
use crate::model::IndicatorId;
use crate::text::money;
use crate::ui::context::{ViewProps, use_act};
use crate::ui::pages::best::locks::Locks;
use crate::ui::pages::best::weights::Weights;
use crate::ui::pages::wish::{choice, typed as number, wish};
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
        move |place| aim.set(place)
    };
    let on_most = {
        let most = most.clone();
        move |text| most.set(text)
    };
    let wished = {
        let (state, aim, locked) = (state.clone(), aim.clone(), locked.clone());
        let (most, typed) = (most.clone(), typed.clone());
        move || wished(&state, (*aim, &locked), &most, &typed)
    };
    let other = wished().is_ok_and(|wished| asked_another(&state, &wished));
    let on_find = {
        let wrong = wrong.clone();
        move || {
            // By what is typed now: on a slow machine Enter may come before that is drawn.
            let wished = wished();
            wrong.set(wished.as_ref().err().cloned());
            if let Ok(wished) = wished {
                act.send(Action::Order(Question::Best(wished)));
            }
        }
    };
    let (wrong_most, wrong_weight) = match &*wrong {
        Some(Wrong::Most(says)) => (Some(says.clone()), None),
        Some(Wrong::Weight(id, says)) => (None, Some((*id, says.clone()))),
        None => (None, None),
    };
    let label = (
        "Move at most £".to_owned(),
        "Leave empty for no limit.".to_owned(),
    );
    let fields = html! {
        <>
            { choice("best-aim", "The best use is the one with the most of", AIMS.into_iter(), *aim, on_aim) }
            if *aim == ATTAINMENT {
                <Weights weighted={weighted(&state)} {typed} wrong={wrong_weight} />
            }
            { number("best-most", label, &most, wrong_most.as_deref(), on_most) }
            <Locks state={state.clone()} {locked} />
        </>
    };
    wish(
        "What to look for",
        ("Find the best", other),
        on_find,
        fields,
    )
}

/// The plan that the fields wish for.
fn wished(
    state: &State,
    (aim, locked): (usize, &[Lock]),
    most: &str,
    typed: &[(IndicatorId, String)],
) -> Result<Wish, Wrong> {
    let most_moved = match most.trim() {
        "" => None,
        text => Some(money::read(text).map_err(|unread| Wrong::Most(unread.says()))?),
    };
    let aim = match aim {
        0 => Aim::Reward,
        1 => Aim::Expected,
        _ => Aim::Attainment(weights(state, typed).map_err(|(id, says)| Wrong::Weight(id, says))?),
    };
    Ok(Wish {
        scenario: state.open,
        aim,
        locks: locked.to_vec(),
        most_moved,
    })
}
