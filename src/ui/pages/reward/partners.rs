//! Partners: what each brings, spends, is pump-primed with and gets, against the base.

use crate::app::show::reward::{Money, PartnerRow, Span, partners};
use crate::app::{Action, View};
use crate::text::money;
use crate::ui::context::{Act, ViewProps, use_act};
use crate::ui::frame::{Explain, tone};
use crate::ui::pages::reward::ranges::RangesSay;
use yew::prelude::*;

#[component]
pub(super) fn Partners(props: &ViewProps) -> Html {
    let act = use_act();
    let state = &props.state;
    let span = use_state(Span::default);
    let years = state.shown().agreement.year_count();
    // A year that is no longer in the agreement shows all of them.
    let chosen = match *span {
        Span::Year(year) if year < years => Span::Year(year),
        _ => Span::All,
    };
    let Some(table) = partners(state, chosen) else {
        return html! { <span hidden=true></span> };
    };
    let switch = |to: Span, name: String| {
        let (span, on) = (span.clone(), chosen == to);
        html! { <button key={name.clone()} type="button" aria-pressed={on.to_string()} class={on.then_some("on")} onclick={move |_| span.set(to)}>{ name }</button> }
    };
    let base = state.base().filter(|base| base.id != state.open);
    html! {
        <section class="card reward-wide whole-row">
            <div class="card-head">
                <h3>{ "Partner by partner" }
                    if let Some(base) = base {
                        <small>{ format!(" a second line says what differs from {}", base.name) }</small>
                    }
                </h3>
                <div class="tabs" role="group" aria-label="Years of what is brought and spent">
                    { switch(Span::All, "All years".to_owned()) }
                    { for (0..years).map(|year| switch(Span::Year(year), state.shown().agreement.year_name(year))) }
                </div>
            </div>
            <div class="scroll">
            <table class="reward-partners stacks wide">
                <thead><tr>
                    <th scope="col">{ "Partner" }</th>
                    { for table.head.iter().map(|head| html! { <th key={head.clone()} scope="col" class="n">{ head.clone() }</th> }) }
                </tr></thead>
                <tbody>
                    { for table.rows.iter().map(|row| partner(&act, row, &table.head)) }
                </tbody>
                <tfoot><tr>
                    <th scope="row">{ "The agreement" }</th>
                    { for table.total.iter().zip(&table.head).map(|(cell, head)| sum(head, cell)) }
                </tr></tfoot>
            </table>
            </div>
            <RangesSay state={state.clone()} />
            <p class="hint">
                if !table.rows.is_empty() {
                    { "Press a partner's name to see its indicators alone under Position. " }
                }
                { "Sums are worked out in pence and shown to the pound." }
            </p>
        </section>
    }
}

fn partner(act: &Act, row: &PartnerRow, head: &[String]) -> Html {
    let name = row.partner.map_or_else(
        || html! { { row.name.clone() } },
        |id| {
            let act = act.clone();
            let show = move |_: MouseEvent| {
                act.send(Action::ForPartner(Some(id)));
                act.send(Action::Show(View::Position));
            };
            html! { <button type="button" class="link" title="Show its indicators alone under Position" onclick={show}>{ row.name.clone() }</button> }
        },
    );
    html! {
        <tr key={row.name.clone()}>
            <th scope="row">{ name }</th>
            { for row.cells.iter().zip(head).map(|(cell, head)| sum(head, cell)) }
        </tr>
    }
}

fn sum(head: &str, cell: &Money) -> Html {
    html! {
        <td key={head.to_owned()} data-head={head.to_owned()} class={classes!("n", (cell.sum.0 == 0).then_some("same"))}>
            if let Some(figure) = cell.figure.filter(|_| cell.sum.0 != 0) {
                <Explain {figure} text={cell.text()} />
            } else {
                { cell.text() }
            }
            if let Some(between) = cell.between() {
                <small class="range">{ between }</small>
            }
            if cell.change.0 != 0 {
                <small class={tone(cell.change)}>{ money::exact_difference(cell.change) }</small>
            }
        </td>
    }
}
