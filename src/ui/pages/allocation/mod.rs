//! Allocation: money on outcomes by year, with what is left in each pot while one types.

mod sheet;
mod side;
mod tools;

use crate::app::purse::Purse;
use crate::app::show::allocation::{earns, pots, to_place};
use crate::app::slot::Money;
use crate::app::words::setup_name;
use crate::app::{Edit, Figure, Lookup, problem};
use crate::model::{OutcomeId, Pounds, SetUp};
use crate::text::money;
use crate::ui::context::{ViewProps, use_chosen};
use crate::ui::frame::{Explain, Later};
use crate::ui::inputs::Choice;
use crate::ui::pages::allocation::sheet::Sheet;
use crate::ui::pages::allocation::side::{AtHand, Left};
use crate::ui::pages::allocation::tools::Tools;
use crate::ui::pages::findings::Findings;
use crate::ui::pages::pins::Pins;
use yew::prelude::*;

#[component]
pub(crate) fn Allocation(props: &ViewProps) -> Html {
    let state = &props.state;
    let money = use_state(Money::default);
    let (chosen, choose) = use_chosen::<OutcomeId>();
    let agreement = &state.shown().agreement;
    let at_hand = chosen
        .filter(|&id| Lookup(agreement).outcome(id).is_some())
        .or_else(|| agreement.outcomes.first().map(|outcome| outcome.id));
    let switch = |to: Money, text: &'static str| {
        let (money, on) = (money.clone(), *money == to);
        html! { <button type="button" aria-pressed={on.to_string()} class={on.then_some("on")} onclick={move |_| money.set(to)}>{ text }</button> }
    };
    html! {
        <div class="view with-side">
            <Say state={state.clone()} />
            <div class="main">
                <section class="card">
                    <div class="card-head">
                        <SetUpChoice state={state.clone()} />
                        <div class="tabs" role="group" aria-label="Which money">
                            { switch(Money::Pooled, "Pooled money") }
                            { switch(Money::Pump, "Pump-priming") }
                        </div>
                    </div>
                    if agreement.outcomes.is_empty() {
                        <p class="nothing">{ "There is no outcome to spend on yet. Add one under Agreement." }</p>
                    } else {
                        <Tools state={state.clone()} money={*money} {at_hand} />
                        <Sheet state={state.clone()} money={*money} {at_hand} {choose} />
                    }
                </section>
            </div>
            <div class="side">
                <Later>
                    <Left state={state.clone()} />
                    { for at_hand.map(|outcome| html! { <AtHand state={state.clone()} {outcome} /> }) }
                    <Findings state={state.clone()} least={problem::Weight::Rule} />
                    { for at_hand.map(|outcome| html! { <Pins key={outcome.0} state={state.clone()} {outcome} /> }) }
                </Later>
            </div>
        </div>
    }
}

/// What is still to be placed, in a sentence.
#[component]
fn Say(props: &ViewProps) -> Html {
    let state = &props.state;
    let [left, primes] = to_place(state);
    let over = state
        .result(state.open)
        .map_or(Pounds(0), |result| result.over);
    let mut others = pots(state)
        .into_iter()
        .filter(|pot| pot.purse != Purse::Pump);
    let pooled = others.any(|pot| pot.amount.0 > 0);
    let name = state
        .scenario()
        .map_or_else(String::new, |scenario| scenario.name.clone());
    html! {
        <div class="say steady">
            <h2>
                if over.0 > 0 {
                    { format!("{name} is ") }<b class="down"><Explain figure={Figure::Over} text={format!("not affordable: over by {}", money::pounds(over))} /></b>{ "." }
                } else if left.0 > 0 {
                    <b>{ money::headline(left.pence()) }</b>{ format!(" of {name} is still to be placed.") }
                } else if primes.0 > 0 && !pooled {
                    <b>{ money::headline(primes.pence()) }</b>{ format!(" of pump-priming of {name} is still to be placed; no other money is there.") }
                } else if primes.0 > 0 {
                    { format!("Every pooled pound of {name} is placed; ") }<b>{ money::headline(primes.pence()) }</b>{ " of pump-priming is not." }
                } else if pots(state).iter().all(|pot| pot.amount.0 == 0) {
                    { "There is no money to place yet." }
                } else {
                    { format!("Every pound of {name} is placed.") }
                }
            </h2>
            <p>{ earns(state) }</p>
        </div>
    }
}

const SETUPS: [SetUp; 4] = [
    SetUp::SeparateStreams,
    SetUp::RingFencedBlocks,
    SetUp::SinglePot,
    SetUp::AreaBasedGrant,
];

#[component]
fn SetUpChoice(props: &ViewProps) -> Html {
    let setup = props
        .state
        .scenario()
        .map(|scenario| scenario.setup)
        .unwrap_or_default();
    let options = SETUPS
        .map(|setup| AttrValue::from(setup_name(setup)))
        .to_vec();
    let chosen = SETUPS.iter().position(|&other| other == setup).unwrap_or(0);
    let choose = Callback::from(|index: usize| SETUPS.get(index).map(|&setup| Edit::SetUp(setup)));
    html! { <Choice id="setup" label="Set-up" {options} {chosen} {choose} /> }
}
