//! Freedoms that could be had for the stream at hand and its block: asked for, granted or refused.

use crate::app::show::funding::freedom::{Ask, asks, of_any_share, read_share, share_of, stand};
use crate::app::words::{STANDINGS, standing_name};
use crate::text::share;
use crate::ui::context::use_act;
use crate::ui::inputs::{Choice, Field};
use crate::ui::pages::funding::StreamProps;
use yew::prelude::*;

#[component]
pub(crate) fn Freedoms(props: &StreamProps) -> Html {
    let name = props
        .state
        .scenario()
        .map_or_else(String::new, |scenario| scenario.name.clone());
    html! {
        <section class="card form" aria-label="Freedoms">
            <h3>{ "Freedoms" } <small>{ format!("in {name}; only granted ones count") }</small></h3>
            <ul class="entries">
                { for asks(&props.state, props.stream).into_iter().enumerate().map(|(index, ask)| html! {
                    // What is typed belongs to this freedom of this scenario.
                    <li key={format!("{} {:?}", props.state.open.0, of_any_share(ask.relaxation))}><Freedom {index} {ask} /></li>
                }) }
            </ul>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FreedomProps {
    index: usize,
    ask: Ask,
}

#[component]
fn Freedom(props: &FreedomProps) -> Html {
    let act = use_act();
    let FreedomProps { index, ask } = props.clone();
    let options = STANDINGS.map(|standing| AttrValue::from(standing_name(standing)));
    let chosen = STANDINGS
        .iter()
        .position(|&standing| standing == ask.standing)
        .unwrap_or(0);
    let freedom = ask.relaxation;
    let choose = act.choosing(move |state, index| {
        let at = STANDINGS.get(index)?;
        Some(stand(state, freedom, *at))
    });
    let shared = share_of(freedom).filter(|_| ask.standing.is_some());
    html! {
        <>
            <Choice id={format!("freedom-{index}")} label={ask.name.clone()} options={options.to_vec()} {chosen} {choose} />
            if let Some(share) = shared {
                <Field id={format!("freedom-share-{index}")} label="Up to this share of a year's amount" value={share::typed(share)} after="%"
                    read={act.reading(move |state, text| read_share(state, freedom, text))} />
            }
        </>
    }
}
