//! The tables of the report: indicators with what they earn, money by outcome and year, partners.

use crate::app::State;
use crate::app::show::chances::{on_average, uncertain};
use crate::app::show::cliffs::{Group, groups};
use crate::app::show::report::{BlockMoney, all_money, money_by_block};
use crate::app::show::reward::{Span, partners};
use crate::model::{IndicatorId, Pence, Pounds};
use crate::text::money;
use crate::ui::context::ViewProps;
use yew::prelude::*;

/// Rewarded indicators against their cliffs, with what they earn.
#[component]
pub(super) fn Indicators(props: &ViewProps) -> Html {
    let state = &props.state;
    // The report is about the whole agreement, whoever's part Position shows.
    let whole = State {
        partner: None,
        ..State::clone(state)
    };
    let groups = groups(&whole, 0.0);
    let earned = |id: IndicatorId| {
        let results = state
            .result(state.open)
            .into_iter()
            .flat_map(|result| &result.indicators);
        results
            .filter(|found| found.id == id)
            .map(|found| found.reward)
            .sum::<Pence>()
    };
    if groups.is_empty() {
        return html! { <section><h3>{ "Indicators" }</h3><p class="nothing">{ "No indicator can earn reward here." }</p></section> };
    }
    // Where the one cliff is on the average, none reaches one by itself.
    let odds = uncertain(state) && !on_average(state);
    let row = |group: &Group| {
        group.rows.iter().map(|row| html! {
            <tr key={row.id.0}>
                <th scope="row">{ row.name.clone() }<small>{ row.path.clone() }</small></th>
                <td class="n" data-head="At stake">{ row.at_stake.clone() }</td>
                <td class="n" data-head="Reaches">{ row.reaches.clone() }</td>
                <td class="n" data-head="To the cliff">{ row.margin.clone() }</td>
                if odds {
                    <td class="n" data-head="Chance of reaching it">{ row.chance.clone() }</td>
                }
                <td class="n" data-head="Earns">{ money::whole(earned(row.id)) }</td>
            </tr>
        }).collect::<Html>()
    };
    html! {
        <section>
            <h3>{ "Indicators" }</h3>
            <div class="scroll" tabindex="0">
            <table class="stacks">
                <thead><tr>
                    <th scope="col">{ "Indicator" }</th>
                    <th scope="col" class="n">{ "At stake" }</th>
                    <th scope="col" class="n">{ "Reaches" }</th>
                    <th scope="col" class="n">{ "To the cliff" }</th>
                    if odds {
                        <th scope="col" class="n">{ "Chance of reaching it" }</th>
                    }
                    <th scope="col" class="n">{ "Earns" }</th>
                </tr></thead>
                { for groups.iter().map(|group| html! {
                    <tbody key={group.block.0}>
                        <tr class="block"><th colspan={if odds { "6" } else { "5" }} scope="rowgroup">{ group.name.clone() }</th></tr>
                        { row(group) }
                    </tbody>
                }) }
            </table>
            </div>
        </section>
    }
}

/// Money on outcomes by year.
#[component]
pub(super) fn Money(props: &ViewProps) -> Html {
    let state = &props.state;
    let agreement = &state.shown().agreement;
    let blocks = money_by_block(state);
    if blocks.is_empty() {
        return html! { <span hidden=true></span> };
    }
    let mut heads: Vec<String> = (0..agreement.year_count())
        .map(|year| agreement.year_name(year))
        .collect();
    heads.push("In all".to_owned());
    let cells = |sums: &[Pounds]| {
        let cells = sums.iter().zip(&heads).enumerate();
        cells.map(|(index, (sum, head))| html! { <td key={index} class="n" data-head={head.clone()}>{ money::pounds(*sum) }</td> }).collect::<Html>()
    };
    let rows = |block: &BlockMoney| {
        html! {
            <tbody key={block.id.0}>
                <tr class="sum"><th scope="row">{ block.name.clone() }</th>{ cells(&block.sums) }</tr>
                { for block.outcomes.iter().enumerate().map(|(index, (name, sums))| html! {
                    <tr key={index}><th scope="row" class="in">{ name.clone() }</th>{ cells(sums) }</tr>
                }) }
            </tbody>
        }
    };
    html! {
        <section>
            <h3>{ "Money on outcomes " }<small>{ "from every source" }</small></h3>
            <div class="scroll" tabindex="0">
            <table class="stacks">
                <thead><tr>
                    <th scope="col">{ "Block and outcome" }</th>
                    { for heads.iter().map(|head| html! { <th key={head.clone()} scope="col" class="n">{ head.clone() }</th> }) }
                </tr></thead>
                { for blocks.iter().map(rows) }
                <tfoot><tr><th scope="row">{ "The agreement" }</th>{ cells(&all_money(&blocks)) }</tr></tfoot>
            </table>
            </div>
        </section>
    }
}

/// What each partner brings, spends and gets.
#[component]
pub(super) fn Partners(props: &ViewProps) -> Html {
    let Some(table) = partners(&props.state, Span::All) else {
        return html! { <span hidden=true></span> };
    };
    let cells = |cells: &[crate::app::show::reward::Money]| {
        let cells = cells.iter().zip(&table.head).enumerate();
        cells.map(|(index, (cell, head))| html! { <td key={index} class="n" data-head={head.clone()}>{ cell.text() }</td> }).collect::<Html>()
    };
    html! {
        <section>
            <h3>{ "Partners " }<small>{ "what each brings and spends in all years, and its reward" }</small></h3>
            <div class="scroll" tabindex="0">
            <table class="stacks wide">
                <thead><tr>
                    <th scope="col">{ "Partner" }</th>
                    { for table.head.iter().map(|head| html! { <th key={head.clone()} scope="col" class="n">{ head.clone() }</th> }) }
                </tr></thead>
                <tbody>
                    { for table.rows.iter().enumerate().map(|(index, row)| html! {
                        <tr key={index}><th scope="row">{ row.name.clone() }</th>{ cells(&row.cells) }</tr>
                    }) }
                </tbody>
                <tfoot><tr><th scope="row">{ "The agreement" }</th>{ cells(&table.total) }</tr></tfoot>
            </table>
            </div>
        </section>
    }
}
