//! Freedoms that could be had for the stream at hand and its block: asked for, granted or refused.

use crate::app::Edit;
use crate::app::show::funding::freedom::{Ask, asks};
use crate::app::words::{STANDINGS, standing_name};
use crate::model::{BasisPoints, Relaxation, Standing};
use crate::text::share;
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
    let FreedomProps { index, ask } = props.clone();
    let options = STANDINGS.map(|standing| AttrValue::from(standing_name(standing)));
    let chosen = STANDINGS
        .iter()
        .position(|&standing| standing == ask.standing)
        .unwrap_or(0);
    let choose = {
        let relaxation = ask.relaxation;
        Callback::from(move |index: usize| {
            STANDINGS
                .get(index)
                .map(|&standing| Edit::Free(relaxation, standing))
        })
    };
    let shared = ask.standing.zip(share_of(ask.relaxation));
    html! {
        <>
            <Choice id={format!("freedom-{index}")} label={ask.name.clone()} options={options.to_vec()} {chosen} {choose} />
            if let Some((standing, share)) = shared {
                <Field id={format!("freedom-share-{index}")} label="Up to this share of a year's amount" value={share::typed(share)} after="%"
                    read={share_read(ask.relaxation, standing)} />
            }
        </>
    }
}

fn share_of(relaxation: Relaxation) -> Option<BasisPoints> {
    match relaxation {
        Relaxation::CarryForward { share, .. } | Relaxation::BringForward { share, .. } => {
            Some(share)
        }
        Relaxation::LiftStream(_)
        | Relaxation::LiftBlock(_)
        | Relaxation::DropFloor { .. }
        | Relaxation::Pool(_) => None,
    }
}

/// The same freedom, whatever its share.
fn of_any_share(relaxation: Relaxation) -> Relaxation {
    with_share(relaxation, BasisPoints(0))
}

fn with_share(relaxation: Relaxation, share: BasisPoints) -> Relaxation {
    match relaxation {
        Relaxation::CarryForward { stream, .. } => Relaxation::CarryForward { stream, share },
        Relaxation::BringForward { stream, .. } => Relaxation::BringForward { stream, share },
        Relaxation::LiftStream(_)
        | Relaxation::LiftBlock(_)
        | Relaxation::DropFloor { .. }
        | Relaxation::Pool(_) => relaxation,
    }
}

/// Another share is another freedom: it takes the place of the one before.
fn share_read(
    relaxation: Relaxation,
    standing: Standing,
) -> Callback<String, Result<Edit, String>> {
    Callback::from(move |text: String| {
        let share = share::read(&text, BasisPoints::WHOLE).map_err(|wrong| wrong.says())?;
        let changed = with_share(relaxation, share);
        Ok(Edit::Many(vec![
            Edit::Free(relaxation, None),
            Edit::Free(changed, Some(standing)),
        ]))
    })
}
