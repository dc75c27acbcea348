//! The delivery risks, indicator by indicator: a kind of measure, or the three shares typed.

use crate::app::show::chances::on_average;
use crate::app::show::risk::{Part, RiskRow, choices, chosen, chosen_for_all, read, rows};
use crate::model::IndicatorId;
use crate::text::share;
use crate::ui::context::{ViewProps, use_act};
use crate::ui::inputs::{Choice, Field};
use crate::ui::pages::risk::hill::Hill;
use crate::ui::pages::risk::noise::Noise;
use yew::prelude::*;

#[component]
pub(super) fn Risks(props: &ViewProps) -> Html {
    let state = &props.state;
    let rows = rows(state);
    if rows.is_empty() {
        return html! { <section class="card"><p class="nothing">{ "No indicator can earn reward here, so nothing is at risk." }</p></section> };
    }
    let mut all: Vec<AttrValue> = vec!["choose for all…".into()];
    let offered = choices().len() - 1;
    all.extend(choices().into_iter().take(offered).map(AttrValue::from));
    let choose_all =
        use_act().choosing(|state, index| chosen_for_all(state, index.checked_sub(1)?));
    let own = !on_average(state);
    let chances = if own {
        " “Cliff” and “In full” are the chances to reach the threshold and the whole stretch."
    } else {
        " “In full” is the chance that it meets its target."
    };
    html! {
        <section class="card form">
            <div class="card-head">
                <h3>{ "Delivery risks " }<small>{ "which share of its improvement each may deliver" }</small></h3>
                <Choice id="risk-all" label="Set all to" options={all} chosen={0} choose={choose_all} />
            </div>
            <div class="scroll" tabindex="0">
            <table class="risks">
                <thead><tr>
                    <th scope="col">{ "Indicator" }</th>
                    <th scope="col">{ "It is" }</th>
                    { for Part::ALL.iter().map(|part| html! { <th key={part.name()} scope="col" class="n">{ part.name() }</th> }) }
                    if own {
                        <th scope="col" class="n">{ "Cliff" }</th>
                    }
                    <th scope="col" class="n">{ "In full" }</th>
                </tr></thead>
                <tbody>{ for rows.iter().map(|row| html! { <RiskLine key={row.id.0} row={row.clone()} {own} /> }) }</tbody>
            </table>
            </div>
            <p class="hint">{ "A survey moves with its sample, a rare count by chance; a steady count is in the partners’ hands. These starting values are assumptions; no source of the scheme states any. Drag the points of a hill, or move them by the arrow keys." }{ chances }</p>
            <Noise state={state.clone()} />
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LineProps {
    row: RiskRow,
    /// Whether it has a cliff of its own.
    own: bool,
}

#[component]
fn RiskLine(props: &LineProps) -> Html {
    let row = &props.row;
    let id: IndicatorId = row.id;
    let act = use_act();
    let choose = act.choosing(move |state, choice| chosen(state, id, choice));
    let options: Vec<AttrValue> = choices().into_iter().map(AttrValue::from).collect();
    let part = |part: Part| {
        let Some(risk) = row.risk else {
            return html! { <td key={part.name()} class="n" data-head={part.name()}>{ if part == Part::Likely { "100%" } else { "–" } }</td> };
        };
        let read = act.reading(move |state, text| read(state, id, part, text));
        html! {
            <td key={part.name()} class="n" data-head={part.name()}>
                <Field id={format!("risk-{}-{}", id.0, part.name())} label={format!("{}, {}", row.name, part.name().to_lowercase())}
                    bare=true value={share::typed(part.of(&risk))} after="%" {read} />
            </td>
        }
    };
    let (cliff, full) = row.chances.clone().unwrap_or_default();
    html! {
        <tr class={row.class}>
            <th scope="row"><span class="chip" aria-hidden="true"></span>{ row.name.clone() }</th>
            <td data-head="It is">
                <Choice id={format!("risk-{}", id.0)} label={format!("Delivery of {}", row.name)} bare=true {options} chosen={row.choice} {choose} />
                if let Some(risk) = row.risk {
                    <Hill row={row.clone()} {risk} />
                }
            </td>
            { for Part::ALL.into_iter().map(part) }
            if props.own {
                <td class="n" data-head="Cliff">{ cliff }</td>
            }
            <td class="n" data-head="In full">{ full }</td>
        </tr>
    }
}
