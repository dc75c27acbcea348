//! Pump-priming: what the grant is worth, how to split it, what more of it would earn.

use crate::app::Action;
use crate::app::desks::Wait;
use crate::app::show::pump::{Pump, Split, pump};
use crate::chart;
use crate::ui::context::{Act, ViewProps, use_act};
use crate::ui::figures::FigureView;
use crate::ui::frame::{Awaited, Later};
use yew::prelude::*;

const TITLE: &str = "Reward against pump-priming";
/// Width of the large picture in CSS pixels.
const WIDTH: f64 = 640.0;

#[component]
pub(crate) fn PumpPriming(props: &ViewProps) -> Html {
    let act = use_act();
    let (found, wait) = pump(&props.state, (WIDTH, 340.0));
    let content = match found {
        None => html! {},
        Some(Err(why)) => html! { <div class="say"><h2>{ why }</h2></div> },
        // What was best before a change may be so no more.
        Some(Ok(pump)) => worth(&act, &pump, wait != Wait::Over),
    };
    html! { <div class="view pump"><Awaited {wait}>{ content }</Awaited></div> }
}

fn worth(act: &Act, pump: &Pump, old: bool) -> Html {
    // It comes last and stands first: its place is kept.
    let curve = match &pump.curve {
        Some(curve) => Some(chart::curve::draw(curve)),
        None => old.then(|| chart::curve::awaited(TITLE, WIDTH)),
    };
    html! {
        <div class="view with-side">
            <div class="say steady"><h2>{ pump.says.clone() }</h2><p>{ pump.below.clone() }</p></div>
            <div class="main">
                if let Some(figure) = curve {
                    <section class="card">
                        <h3>{ TITLE }</h3>
                        <FigureView {figure} titled={false} class={classes!("wide")} />
                    </section>
                }
                if !pump.outcomes.is_empty() {
                    <section class="card">
                        <h3>{ "Outcome by outcome " }<small>{ "the grant spent on one alone" }</small></h3>
                        <Later>
                        <div class="pair">
                            { for pump.outcomes.iter().map(|curve| html! { <FigureView key={curve.title.clone()} figure={chart::curve::draw(curve)} /> }) }
                        </div>
                        </Later>
                    </section>
                }
            </div>
            <div class="side">
                <Later>
                <section class="card">
                    <h3>{ "How it is split " }<small>{ "and the reward of each way" }</small></h3>
                    <table class="prices">
                        <caption class="unseen">{ "Ways of splitting pump-priming" }</caption>
                        <tbody>
                            { for pump.splits.iter().map(|split| way(act, split, old)) }
                        </tbody>
                    </table>
                </section>
                <section class="card">
                    <h3>{ "What more would earn " }<small>{ "beyond the grant, at its best" }</small></h3>
                    if pump.more.is_empty() {
                        <p class="nothing">{ "Working it out…" }</p>
                    }
                    <ul class="findings">
                        { for pump.more.iter().map(|(more, earns, goes)| html! {
                            <li key={more.clone()}><b>{ format!("{more} more earns {earns}") }</b>{ ": " }{ goes.clone() }{ "." }</li>
                        }) }
                    </ul>
                </section>
                <section class="card">
                    <h3>{ "Money that would take one over its cliff" }</h3>
                    if pump.near.is_empty() {
                        <p class="nothing">{ pump.none_near }</p>
                    }
                    <ul class="findings">
                        { for pump.near.iter().map(|(name, takes)| html! { <li key={name.clone()}><b>{ name.clone() }{ ": " }</b>{ takes.clone() }{ "." }</li> }) }
                    </ul>
                </section>
                </Later>
            </div>
        </div>
    }
}

/// A way of splitting the grant, with the button that takes it.
fn way(act: &Act, split: &Split, old: bool) -> Html {
    let Split { name, choose, .. } = split.clone();
    html! {
        <tr key={name.clone()}>
            <th scope="row">{ name.clone() }</th>
            <td class="n noted">
                { split.reward.clone() }
                if let Some(over) = &split.over {
                    <small class="down">{ over.clone() }</small>
                }
            </td>
            <td class="n">
                if split.chosen {
                    <small>{ "as here" }</small>
                } else {
                    <button type="button" class="quiet" aria-label={format!("Use: {name}")} aria-disabled={old.to_string()} onclick={act.unless(old, move || Action::Commit(choose.clone()))}>{ "Use" }</button>
                }
            </td>
        </tr>
    }
}
