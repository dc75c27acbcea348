//! Small multiples: every indicator as a small picture that opens it large, by block and outcome.

use crate::app::show::indicators::{Group, Measured, Tile, groups};
use crate::chart;
use crate::model::{IndicatorId, OutcomeId};
use crate::ui::context::Shared;
use crate::ui::figures::picture;
use yew::prelude::*;

/// Width of a small picture in CSS pixels.
const WIDTH: f64 = 224.0;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TilesProps {
    pub(crate) state: Shared,
    /// The one that is open large.
    pub(crate) open: Option<IndicatorId>,
    pub(crate) choose: Callback<Option<IndicatorId>>,
    /// Asks for a new indicator of an outcome.
    pub(crate) add: Callback<OutcomeId>,
}

#[component]
pub(crate) fn Tiles(props: &TilesProps) -> Html {
    html! {
        <div class="indicator-blocks">
            { for groups(&props.state, WIDTH).into_iter().map(|Group { block, name, class, outcomes }| html! {
                <section key={block.0} class={class}>
                    <h4 class="block-name"><span class="chip" aria-hidden="true"></span>{ name }</h4>
                    <div class="indicator-outcomes">
                        { for outcomes.into_iter().map(|outcome| measured(props, outcome)) }
                    </div>
                </section>
            }) }
        </div>
    }
}

fn measured(props: &TilesProps, outcome: Measured) -> Html {
    let Measured { id, name, tiles } = outcome;
    let add = {
        let add = props.add.clone();
        Callback::from(move |_: MouseEvent| add.emit(id))
    };
    html! {
        <section key={id.0} class="indicator-outcome">
            <h5>
                { name.clone() }
                <button type="button" class="quiet" onclick={add} aria-label={format!("Add an indicator of {name}")} title="Add an indicator">{ "+" }</button>
            </h5>
            if tiles.is_empty() {
                <p class="nothing">{ "No indicator measures it yet." }</p>
            }
            <ul class="tiles">
                { for tiles.into_iter().map(|tile| html! {
                    <li key={tile.id.0}><TileView on={props.open == Some(tile.id)} {tile} choose={props.choose.clone()} /></li>
                }) }
            </ul>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TileProps {
    tile: Tile,
    on: bool,
    choose: Callback<Option<IndicatorId>>,
}

#[component]
fn TileView(props: &TileProps) -> Html {
    let TileProps { tile, on, choose } = props.clone();
    let figure = chart::trajectory::draw(&tile.trajectory);
    let id = tile.id;
    let open = Callback::from(move |_: MouseEvent| choose.emit((!on).then_some(id)));
    let standing = html! {
        <>
            <span class={tile.tone}>{ tile.reaches.clone() }</span>
            <span class="same">{ tile.earns.clone() }</span>
        </>
    };
    html! {
        <button type="button" class={classes!("tile", on.then_some("on"))} aria-pressed={on.to_string()} onclick={open}>
            <span class="name">{ tile.name.clone() }</span>
            { picture(&figure.scene, &figure.summary) }
            <span class="standing">{ standing }</span>
            if let Some(missing) = tile.missing {
                <span class="near">{ missing }</span>
            }
        </button>
    }
}
