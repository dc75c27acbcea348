//! What drives the odds, and how the scenario fares against others.

use crate::app::desks::Wait;
use crate::app::show::risk::drivers;
use crate::ui::context::ViewProps;
use crate::ui::figures::bar;
use crate::ui::frame::Awaited;
use crate::ui::pages::faring::Faring;
use crate::ui::unfolding::Folded;
use yew::prelude::*;

#[component]
pub(super) fn DrivenBy(props: &ViewProps) -> Html {
    let (driven, wait) = drivers(&props.state);
    // What one unfolded stays while another scenario's figures are on their way.
    let coming = wait != Wait::Over;
    html! {
        <Awaited {wait}>
            <div class="side">
            if !driven.against.is_empty() {
                <section class="card">
                    <h3>{ "Against the other scenarios" }</h3>
                    { for driven.against.iter().enumerate().map(|(index, fares)| html! { <Faring key={index} fares={fares.clone()} folded={index > 0} /> }) }
                </section>
            }
            <section class="card">
                <h3>{ "What drives it" }</h3>
                { for driven.says.iter().enumerate().map(|(index, says)| html! { <p key={index}>{ says.clone() }</p> }) }
                if !driven.shares.is_empty() {
                    <details open=true>
                        <summary>{ "Shares of the spread" }</summary>
                        <table class="prices stacked">
                            <caption class="unseen">{ "How much of the spread each accounts for" }</caption>
                            <tbody>
                                { for driven.shares.iter().map(|row| html! {
                                    <tr key={row.name.clone()}>
                                        <th scope="row">{ row.name.clone() }</th>
                                        <td class="price-bar">{ bar(&row.bar, "") }</td>
                                        <td class="n">{ row.says.clone() }</td>
                                    </tr>
                                }) }
                            </tbody>
                        </table>
                    </details>
                }
                if coming || !driven.bars.is_empty() {
                    <Folded summary={html! { "How far each assumption moves the average" }}>
                        if driven.bars.is_empty() {
                            <p class="nothing">{ "Working it out…" }</p>
                        }
                        <table class="prices stacked">
                            <caption class="unseen">{ "The average reward with each assumption at its worse and at its better end" }</caption>
                            <tbody>
                                { for driven.bars.iter().map(|row| html! {
                                    <tr key={row.name.clone()}>
                                        <th scope="row">{ row.name.clone() }<small>{ format!("{} to {}", row.ends.0, row.ends.1) }</small></th>
                                        <td class="price-bar">{ bar(&row.bar, "") }</td>
                                    </tr>
                                }) }
                            </tbody>
                        </table>
                        <p class="hint">{ "What money brings, and what it costs, is moved by a fifth either way, and the path without an agreement by a tenth of the stretch. Delivery runs from what it falls short of at most one time in ten to what it exceeds at most one time in ten." }</p>
                    </Folded>
                }
                if coming || !driven.dropped.is_empty() {
                    <Folded summary={html! { "What dropping an outcome does" }}>
                        if driven.dropped.is_empty() {
                            <p class="nothing">{ "Working it out…" }</p>
                        }
                        <table class="odds-table">
                            <thead><tr><th scope="col">{ "Without" }</th><th scope="col" class="n">{ "Average" }</th><th scope="col" class="n">{ "P10" }</th></tr></thead>
                            <tbody>
                                { for driven.dropped.iter().map(|(name, mean, p10)| html! {
                                    <tr key={name.clone()}><th scope="row">{ name.clone() }</th><td class="n">{ mean.clone() }</td><td class="n">{ p10.clone() }</td></tr>
                                }) }
                            </tbody>
                        </table>
                    </Folded>
                }
            </section>
            </div>
        </Awaited>
    }
}
