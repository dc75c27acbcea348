//! Risk: how the reward is spread, the delivery risks behind it, what drives it, and a simulation beside it.

mod check;
mod driven;
mod hill;
mod noise;
mod risks;
mod safe;
mod stretched;

use crate::app::show::chances::uncertain;
use crate::app::show::risk::{AtLeast, at_least, headline, scenarios, spread};
use crate::app::slot::Slide;
use crate::chart;
use crate::text::share;
use crate::ui::context::{Shared, ViewProps};
use crate::ui::figures::FigureView;
use crate::ui::frame::{Awaited, Later};
use crate::ui::inputs::Slider;
use check::Check;
use driven::DrivenBy;
use risks::Risks;
use safe::Safe;
use stretched::Stretched;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[component]
pub(crate) fn Risk(props: &ViewProps) -> Html {
    let state = &props.state;
    let (says, below) = headline(state);
    let uncertain = uncertain(state);
    html! {
        <div class="view with-side risk">
            <div class="say"><h2>{ if says.is_empty() { "Working out the odds…".to_owned() } else { says } }</h2><p>{ below }</p></div>
            <div class="main">
                if uncertain {
                    <HowSpread state={state.clone()} />
                }
                <Later>
                    <Risks state={state.clone()} />
                    if uncertain {
                        <Stretched state={state.clone()} />
                        <Safe state={state.clone()} />
                    }
                </Later>
            </div>
            <div class="side">
                <Later>
                    <Common state={state.clone()} />
                    if uncertain {
                        { every_scenario(state) }
                        <Check state={state.clone()} />
                        <DrivenBy state={state.clone()} />
                    }
                </Later>
            </div>
        </div>
    }
}

/// The distribution, with the chance of at least a sum that is dragged.
#[component]
fn HowSpread(props: &ViewProps) -> Html {
    let state = &props.state;
    let least = use_state(|| None::<i64>);
    let on_input = {
        let least = least.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            let number = input.map_or(f64::NAN, |input| input.value_as_number());
            if number.is_finite() {
                least.set(Some(number as i64));
            }
        })
    };
    let AtLeast {
        sum,
        most,
        step,
        says,
        chance,
    } = at_least(state, *least);
    let (shown, wait) = spread(state, 720.0, sum);
    html! {
        <section class="card">
            <h3>{ "How the reward is spread " }<small>{ "a tall column is a sum that cliffs make likely; small chances are drawn taller, to be seen" }</small></h3>
            <Awaited {wait}>
                if let Some(input) = shown {
                    <FigureView figure={chart::spread::draw(&input)} titled={false} class="wide" />
                }
                <div class="at-least">
                    <label for="at-least">{ "Chance of at least " }<b>{ says.clone() }</b>{ ": " }</label><output for="at-least"><b>{ chance }</b></output>
                    <input id="at-least" type="range" min="0" max={most.to_string()} step={step.to_string()}
                        value={sum.to_string()} aria-valuetext={says} oninput={on_input} />
                </div>
            </Awaited>
        </section>
    }
}

/// How much the indicators have in common.
#[component]
fn Common(props: &ViewProps) -> Html {
    let correlation = props.state.shown().correlation;
    html! {
        <section class="card form">
            <h3>{ "How much indicators have in common" }</h3>
            <p>{ "Correlation " }<b>{ share::exact(correlation) }</b>{ ". At 0% each has its own luck; the higher, the more they succeed or fail together." }</p>
            <Slider label="Correlation of all indicators" value={i64::from(correlation.0)} most={9_500} slide={Slide::Correlation} />
        </section>
    }
}

fn every_scenario(state: &Shared) -> Html {
    let rows = scenarios(state);
    html! {
        <section class="card">
            <h3>{ "Every scenario" }</h3>
            <div class="scroll" tabindex="0">
            <table class="odds-table">
                <caption class="unseen">{ "Average, P10, P50 and P90 of the reward of every scenario" }</caption>
                <thead><tr>
                    <th scope="col">{ "Scenario" }</th>
                    { for ["Average", "P10", "P50", "P90"].iter().map(|head| html! { <th key={*head} scope="col" class="n">{ *head }</th> }) }
                </tr></thead>
                <tbody>
                    { for rows.iter().enumerate().map(|(index, row)| html! {
                        <tr key={index}>
                            <th scope="row">{ if row.open { html! { <b>{ row.name.clone() }</b> } } else { html! { row.name.clone() } } }</th>
                            { for row.sums.iter().enumerate().map(|(column, sum)| html! { <td key={column} class="n">{ sum.clone() }</td> }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            </div>
            <p class="hint">{ "P10: nine times in ten at least this. P90: nine times in ten at most." }</p>
        </section>
    }
}
