//! What the stretch of one indicator is worth on average, the higher it is set.

use crate::app::show::chances::on_average;
use crate::app::show::risk::{rows, stretch, stretch_hint};
use crate::chart;
use crate::model::IndicatorId;
use crate::ui::context::ViewProps;
use crate::ui::figures::FigureView;
use crate::ui::inputs::List;
use yew::prelude::*;

const WIDTH: f64 = 720.0;

#[component]
pub(super) fn Stretched(props: &ViewProps) -> Html {
    let state = &props.state;
    let chosen = use_state(|| None::<IndicatorId>);
    let offered: Vec<(IndicatorId, String)> = rows(state)
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    let still = chosen.filter(|id| offered.iter().any(|(other, _)| other == id));
    let Some(shown) = still.or(offered.first().map(|row| row.0)) else {
        return html! { <span hidden=true></span> };
    };
    let (ids, names): (Vec<IndicatorId>, Vec<String>) = offered.into_iter().unzip();
    let at = ids.iter().position(|&id| id == shown);
    let names: Vec<AttrValue> = names.into_iter().map(AttrValue::from).collect();
    let choose = Callback::from(move |index: usize| chosen.set(ids.get(index).copied()));
    let worth = if on_average(state) {
        "what it adds to the sum, by its final target"
    } else {
        "the expected reward, by its final target"
    };
    html! {
        <section class="card">
            <div class="card-head">
                <h3>{ "What a stretch is worth " }<small>{ worth }</small></h3>
                <div class="field stretch-of">
                    <label for="stretch-of">{ "Of" }</label>
                    <List id="stretch-of" options={names} chosen={at} {choose} />
                </div>
            </div>
            if let Some(input) = stretch(state, shown, WIDTH) {
                <FigureView figure={chart::curve::draw(&input)} titled={false} class="wide" />
            } else {
                <p class="nothing">{ "It has no stretch to be moved." }</p>
            }
            <p class="hint">{ stretch_hint(state) }</p>
        </section>
    }
}
