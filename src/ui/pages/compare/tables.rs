//! Both sides by indicator, by payment, by partner and by block.

use crate::app::State;
use crate::app::show::cliffs::groups;
use crate::app::show::compare::{Compared, pair, payments as payment_rows};
use crate::app::show::measured_apart;
use crate::app::show::position::blocks as block_bars;
use crate::app::show::reward::{Span, partners as partner_table};
use crate::chart;
use crate::text::money;
use crate::ui::context::Shared;
use crate::ui::figures::{FigureView, picture};
use crate::ui::frame::tone;
use crate::ui::identical::Identical;
use yew::prelude::*;

const STRIP: f64 = 260.0;

fn names(compared: &Compared) -> [&str; 2] {
    [&compared.mine, &compared.theirs].map(|side| side.scenario.name.as_str())
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TablesProps {
    pub(super) state: Shared,
    pub(super) found: Identical<Compared>,
}

/// Both sides by indicator, by payment and by partner.
#[component]
pub(super) fn Tables(props: &TablesProps) -> Html {
    let pair = pair(&props.state, &props.found);
    let names = names(&props.found);
    html! {
        <>
            { indicators(&pair) }
            { payments(&props.found, names) }
            { partners(&pair, names) }
        </>
    }
}

/// Where the money goes on both sides.
#[component]
pub(super) fn Money(props: &TablesProps) -> Html {
    blocks(&pair(&props.state, &props.found))
}

/// Every rewarded indicator on one strip: a ring for mine, a dot for theirs.
fn indicators(pair: &State) -> Html {
    let groups = groups(pair, STRIP);
    let rows = groups.iter().flat_map(|group| {
        group.rows.iter().map(move |row| {
            let figure = chart::strip::draw(&row.strip);
            html! {
                <tr key={row.id.0} class={group.class}>
                    <th scope="row">{ row.name.clone() }</th>
                    <td class="strip-cell">{ picture(&figure.scene, &figure.summary) }</td>
                    <td class="n" data-head="Reaches">{ row.reaches.clone() }</td>
                    <td class={classes!("n", tone(row.gain))} data-head="Reward">{ if row.gain.0 == 0 { "same".to_owned() } else { money::difference(row.gain) } }</td>
                </tr>
            }
        })
    });
    html! {
        <section class="card">
            <h3>{ "Indicator by indicator " }<small>{ "a ring for the first side, a dot for the second" }</small></h3>
            if let Some(measured) = measured_apart(pair) {
                <p class="hint">{ measured }</p>
            }
            <div class="scroll" tabindex="0">
            <table class="compared strips stacks">
                <thead><tr>
                    <th scope="col">{ "Indicator" }</th>
                    <th scope="col">{ "Share of the stretch" }</th>
                    <th scope="col" class="n">{ "Reaches" }</th>
                    <th scope="col" class="n">{ "Reward" }</th>
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
            </div>
        </section>
    }
}

/// The head of a table of sums: what a row is, both sides, the difference.
fn head(first: &'static str, names: [&str; 2]) -> Html {
    html! {
        <thead><tr>
            <th scope="col">{ first }</th>
            { for names.iter().enumerate().map(|(index, name)| html! { <th key={index} scope="col" class="n">{ *name }</th> }) }
            <th key="difference" scope="col" class="n">{ "Difference" }</th>
        </tr></thead>
    }
}

/// What is paid in each year on both sides.
fn payments(compared: &Compared, names: [&str; 2]) -> Html {
    let [mine, theirs] = names;
    html! {
        <section class="card">
            <h3>{ "Payments" }</h3>
            <div class="scroll" tabindex="0">
            <table class="compared stacks">
                { head("Year", names) }
                <tbody>
                    { for payment_rows(compared).into_iter().map(|row| html! {
                        <tr key={row.year.clone()}>
                            <th scope="row">{ row.year.clone() }</th>
                            <td class="n" data-head={mine.to_owned()}>{ row.mine }</td>
                            <td class="n" data-head={theirs.to_owned()}>{ row.theirs }</td>
                            <td class={classes!("n", tone(row.difference.pence))} data-head="Difference">{ row.difference.text }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
            </div>
        </section>
    }
}

/// What each partner gets of the reward on both sides.
fn partners(pair: &State, names: [&str; 2]) -> Html {
    let [mine, theirs] = names;
    let rows = partner_table(pair, Span::All)
        .into_iter()
        .flat_map(|table| table.rows);
    let shares = rows.filter_map(|row| {
        let all = row.cells.last().copied()?;
        Some((row.name, all))
    });
    html! {
        <section class="card">
            <h3>{ "Partners " }<small>{ "shares of the reward" }</small></h3>
            <div class="scroll" tabindex="0">
            <table class="compared stacks">
                { head("Partner", names) }
                <tbody>
                    { for shares.map(|(name, all)| html! {
                        <tr key={name.clone()}>
                            <th scope="row">{ name.clone() }</th>
                            <td class="n" data-head={mine.to_owned()}>{ money::whole(all.sum - all.change) }</td>
                            <td class="n" data-head={theirs.to_owned()}>{ all.text() }</td>
                            <td class={classes!("n", tone(all.change))} data-head="Difference">{ money::signed(all.change) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
            </div>
        </section>
    }
}

fn blocks(pair: &State) -> Html {
    html! {
        <section class="card">
            <h3>{ "Where the money goes" }</h3>
            { for block_bars(pair, 300.0).map(|input| html! { <FigureView figure={chart::blocks::draw(&input)} titled={false} /> }) }
        </section>
    }
}
