//! What is left in each pot, and what money does for the outcome at hand.

use crate::app::show::allocation::{hint_in_full, pots, response, weightiest};
use crate::app::{Figure, Lookup};
use crate::chart;
use crate::chart::response::Handles;
use crate::model::OutcomeId;
use crate::text::money;
use crate::ui::context::{Shared, ViewProps};
use crate::ui::figures::FigureView;
use crate::ui::frame::Explain;
use crate::ui::unfolding::use_few;
use yew::prelude::*;

/// Pots shown before the rest is asked for.
const FEW: usize = 14;

/// What is left in each pot, over all years and in each.
#[component]
pub(super) fn Left(props: &ViewProps) -> Html {
    let state = &props.state;
    let agreement = &state.shown().agreement;
    let pots = pots(state);
    let (count, more) = use_few(pots.len(), FEW, ("weightiest", "pots"));
    let shown = weightiest(&pots, count);
    html! {
        <section class="card">
            <h3>{ "What is left " }<small>{ "by pot and year" }</small></h3>
            <div class="scroll">
            <table class="left">
                <thead><tr>
                    <th scope="col">{ "Pot" }</th>
                    { for (0..agreement.year_count()).map(|year| html! { <th key={year} scope="col" class="n">{ agreement.year_name(year) }</th> }) }
                </tr></thead>
                <tbody>
                    { for shown.into_iter().enumerate().map(|(index, pot)| html! {
                        <tr key={index}>
                            <th scope="row">{ pot.name.clone() }<small>{ format!("{}, {}", money::short(pot.amount.pence()), pot.note) }</small></th>
                            { for pot.by_year.iter().enumerate().map(|(year, left)| html! {
                                <td key={year} class={classes!("n", if left.0 < 0 { "down" } else if left.0 == 0 { "same" } else { "" })}>
                                    <Explain figure={Figure::Left(pot.purse, year)} text={if left.0 == 0 { "used".to_owned() } else { money::short(left.pence()) }} />
                                    if let Some(carries) = pot.carries(year) {
                                        <small>{ carries }</small>
                                    }
                                </td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            </div>
            { more }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct AtHandProps {
    pub(super) state: Shared,
    pub(super) outcome: OutcomeId,
}

/// The response to money of the outcome at hand, with the cliff.
#[component]
pub(super) fn AtHand(props: &AtHandProps) -> Html {
    let state = &props.state;
    let names = Lookup(&state.shown().agreement);
    let pictures: Vec<Html> = names
        .indicators_of(props.outcome)
        .map(|indicator| match response(state, indicator.id, (310.0, 190.0), Handles::Hidden) {
            Some(input) => html! { <FigureView key={indicator.id.0} figure={chart::response::draw(&input)} /> },
            None => html! { <p key={indicator.id.0} class="nothing">{ format!("{}: no money is known to help.", indicator.name) }</p> },
        })
        .collect();
    html! {
        <section class="card">
            <h3>{ names.outcome_name(props.outcome).to_owned() }</h3>
            if pictures.is_empty() {
                <p class="nothing">{ "No indicator measures this outcome yet." }</p>
            } else {
                { for pictures }
                <p class="hint">{ hint_in_full(state, props.outcome).unwrap_or_default() }</p>
            }
        </section>
    }
}
