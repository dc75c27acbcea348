//! Reward: what is earned and how it adds up, when it is paid, and who gets what.

mod partners;
mod ranges;
mod rules;
mod table;

use crate::app::show::reward::{headline, missing, payments, waterfall};
use crate::chart;
use crate::ui::context::ViewProps;
use crate::ui::figures::FigureView;
use crate::ui::frame::Later;
use crate::ui::pages::said::said_first;
use partners::Partners;
use ranges::RangesSay;
use rules::RulesInForce;
use table::Outcomes;
use yew::prelude::*;

#[component]
pub(crate) fn Reward(props: &ViewProps) -> Html {
    let state = &props.state;
    let outcomes = !state.shown().agreement.outcomes.is_empty();
    html! {
        <div class="view with-side">
            { said_first(headline(state)) }
            <div class="main">
                if let Some(input) = waterfall(state, 760.0) {
                    <section class="card">
                        <h3>{ "Indicator by indicator to the total" }</h3>
                        <FigureView figure={chart::waterfall::draw(&input)} titled={false} class="wide" />
                    </section>
                }
                <Gaps state={state.clone()} />
            </div>
            <div class="side">
                <Later>
                    <Paid state={state.clone()} />
                    <RulesInForce state={state.clone()} />
                </Later>
            </div>
            <Later>
                if outcomes {
                    <Outcomes state={state.clone()} />
                }
                <Partners state={state.clone()} />
            </Later>
        </div>
    }
}

/// What is missing where nothing can be earned, and why.
#[component]
fn Gaps(props: &ViewProps) -> Html {
    let Some(missing) = missing(&props.state) else {
        return html! { <span hidden=true></span> };
    };
    html! {
        <section class="card">
            <h3>{ "What is missing" }</h3>
            <p>{ missing.says }</p>
            if !missing.gaps.is_empty() {
                <h3 class="reward-why">{ "Why" }</h3>
                <ul class="findings">
                    { for missing.gaps.iter().enumerate().map(|(index, (says, source))| html! {
                        <li key={index}>{ says.clone() }<small class="source">{ source.clone() }</small></li>
                    }) }
                </ul>
            }
        </section>
    }
}

/// Payments by year, capital and revenue.
#[component]
fn Paid(props: &ViewProps) -> Html {
    html! {
        <section class="card">
            <h3>{ "When it is paid" }</h3>
            if let Some(input) = payments(&props.state, 310.0) {
                <FigureView figure={chart::payments::draw(&input)} titled={false} class="reward-paid" />
                <RangesSay state={props.state.clone()} />
            } else {
                <p class="nothing">{ "Nothing is earned, so nothing is paid." }</p>
            }
        </section>
    }
}
