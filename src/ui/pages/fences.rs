//! What each fence costs: a card on Position, and the prices of freedoms beside where they are asked for.

use crate::app::show::fences::{FencePrices, PriceRow, asks, fences, freedoms};
use crate::ui::context::ViewProps;
use crate::ui::figures::bar;
use crate::ui::frame::Awaited;
use crate::ui::unfolding::Folded;
use yew::prelude::*;

/// The card on Position.
#[component]
pub(crate) fn Fences(props: &ViewProps) -> Html {
    let (prices, wait) = fences(&props.state);
    html! {
        <section class="card">
            <h3>{ "What each fence costs " }<small>{ "reward gained if it alone is lifted" }</small></h3>
            <Awaited {wait}>
                { match prices {
                    Ok(prices) => priced(&prices),
                    Err(why) => html! { <p>{ why }</p> },
                } }
            </Awaited>
        </section>
    }
}

fn priced(prices: &FencePrices) -> Html {
    html! {
        <>
            <p>{ prices.says.clone() }</p>
            if !prices.blocks.is_empty() {
                { table("Blocks", &prices.blocks) }
            }
            if !prices.streams.is_empty() {
                <Folded summary={html! { "Stream by stream" }}>
                    { table("Streams", &prices.streams) }
                </Folded>
            }
            if !prices.setups.is_empty() {
                <Folded summary={html! { "The set-ups at their best" }}>
                    <table class="prices">
                        <caption class="unseen">{ "The best reward of each set-up on the same money" }</caption>
                        <tbody>
                            { for prices.setups.iter().map(|(name, best, open)| html! {
                                <tr key={*name}>
                                    <th scope="row">{ *name }if *open { <small>{ " as here" }</small> }</th>
                                    <td class="n">{ best.clone() }</td>
                                </tr>
                            }) }
                        </tbody>
                    </table>
                </Folded>
            }
        </>
    }
}

fn table(caption: &'static str, rows: &[PriceRow]) -> Html {
    html! {
        <table class="prices">
            <caption class="unseen">{ caption }</caption>
            <tbody>
                { for rows.iter().map(|row| html! {
                    <tr key={row.name.clone()} class={row.class}>
                        <th scope="row">
                            <span class="chip" aria-hidden="true"></span>{ row.name.clone() }
                            if !row.why.is_empty() {
                                <small>{ row.why }</small>
                            }
                        </th>
                        <td class="price-bar">{ bar(&row.bar, row.class) }</td>
                        <td class="n">{ row.worth.clone() }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

/// What the freedoms that are asked for are worth, on Funding.
#[component]
pub(crate) fn FreedomPrices(props: &ViewProps) -> Html {
    let (rows, together, wait) = freedoms(&props.state);
    if !asks(&props.state) {
        return html! { <span hidden=true></span> };
    }
    html! {
        <section class="card">
            <h3>{ "What the freedoms asked for are worth " }<small>{ "each alone, at the best use of the money" }</small></h3>
            <Awaited {wait}>
                { table("Freedoms asked for", &rows) }
                if let Some(together) = together {
                    <p>{ "All together: " }<b>{ together }</b>{ "." }</p>
                }
            </Awaited>
        </section>
    }
}
