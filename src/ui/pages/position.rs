//! Position: where we stand, in a sentence, against every cliff, by block, and what moved.

use crate::app::show::chances::{outlook, uncertain};
use crate::app::show::cliffs::{Group, Row, groups, key, listed};
use crate::app::show::position::{blocks, headline};
use crate::app::show::{measured_apart, open_threshold};
use crate::app::{Action, Figure};
use crate::chart;
use crate::model::PartnerId;
use crate::text::money;
use crate::ui::context::{Shared, ViewProps, use_act};
use crate::ui::figures::{FigureView, picture};
use crate::ui::frame::{Awaited, use_later};
use crate::ui::inputs::List;
use crate::ui::pages::said::{figure_cell, gain_cell, said_first};
use crate::ui::parts::{self, Fetched, Part};
use yew::prelude::*;

const STRIP: f64 = 200.0;

#[component]
pub(crate) fn Position(props: &ViewProps) -> Html {
    let state = &props.state;
    let later = use_later();
    html! {
        <div class="view with-side">
            { said_first(headline(state)) }
            <Likely state={state.clone()} />
            <div class="main">
                <Cliffs state={state.clone()} {later} />
            </div>
            <div class="side">
                if later {
                    <section class="card">
                        <h3>{ "Where the money goes" }</h3>
                        { for blocks(state, 300.0).map(|input| html! { <FigureView figure={chart::blocks::draw(&input)} titled={false} /> }) }
                    </section>
                    <Fetched part={Part::Aside} state={state.clone()} />
                }
            </div>
        </div>
    }
}

/// What is likely of the open scenario, or why that is not said.
#[component]
fn Likely(props: &ViewProps) -> Html {
    let (says, wait) = outlook(&props.state);
    html! {
        <div class="likely">
            <Awaited {wait}>
                { for says.map(|says| html! { <p>{ says }</p> }) }
            </Awaited>
        </div>
    }
}

/// Groups that come with the view; the others are drawn a frame later.
const FIRST: usize = 1;

#[derive(Clone, PartialEq, Properties)]
struct CliffsProps {
    state: Shared,
    later: bool,
}

#[component]
fn Cliffs(props: &CliffsProps) -> Html {
    let state = &props.state;
    let mut groups = groups(state, STRIP);
    // Not with what comes first: it takes a moment.
    let reach = (props.later && uncertain(state))
        .then(|| parts::reach(state))
        .flatten();
    if let Some(reach) = reach {
        for row in groups.iter_mut().flat_map(|group| &mut group.rows) {
            let found = reach.iter().find(|(id, _)| *id == row.id);
            row.strip.range = found.map(|&(_, range)| range);
        }
    }
    let names = [state.base(), state.scenario()]
        .map(|scenario| scenario.map_or_else(String::new, |scenario| scenario.name.clone()));
    let compared = state.workbook.base != state.open;
    let rule = open_threshold(state);
    let (line, chances) = key(state);
    html! {
        <section class="card">
            <div class="card-head">
                <h3>{ "Indicators against the cliff " }<small>{ "each strip runs from no stretch to 120%" }</small></h3>
                <ForPartner state={state.clone()} />
            </div>
            if let Some(listed) = listed(state) {
                <p class="hint">{ listed }</p>
            }
            <p class="key">
                if compared {
                    <span><i class="ring" aria-hidden="true"></i>{ names[0].clone() }</span>
                }
                <span><i class="dot" aria-hidden="true"></i>{ names[1].clone() }</span>
                <span><i class="cliff" aria-hidden="true"></i>{ line }</span>
                if let Some(measured) = measured_apart(state) {
                    <span>{ measured }</span>
                }
                if uncertain(state) {
                    <span><i class="range" aria-hidden="true"></i>{ "where it ends 8 times in 10" }</span>
                    if let Some(chances) = chances {
                        <span>{ chances }</span>
                    }
                }
            </p>
            if groups.is_empty() {
                <p class="nothing">
                    { if state.partner.is_some() {
                        "This partner delivers no indicator that can earn reward. Choose another, or the whole agreement."
                    } else {
                        "No indicator can earn reward here. Reward says why, and what to do."
                    } }
                </p>
            } else {
                <div class="scroll">
                <table class="cliffs stacks">
                    <thead key="head">
                        <tr>
                            <th scope="col">{ "Indicator" }</th>
                            <th scope="col" class="strip-head"><span class="unseen">{ "Share of the stretch" }</span>{ picture(&chart::strip::axis(STRIP, rule), "Share of the stretch") }</th>
                            <th scope="col" class="n">{ "At stake" }</th>
                            <th scope="col" class="n">{ "Reaches" }</th>
                            <th scope="col" class="n">{ "To the cliff" }</th>
                            <th scope="col" class="n">{ "Next unit" }</th>
                            if compared {
                                <th scope="col" class="n">{ "Gain" }</th>
                            }
                        </tr>
                    </thead>
                    { for groups.iter().take(if props.later { groups.len() } else { FIRST }).map(|group| html! { <CliffGroup key={group.block.0} group={group.clone()} {compared} /> }) }
                </table>
                </div>
            }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GroupProps {
    group: Group,
    compared: bool,
}

#[component]
fn CliffGroup(props: &GroupProps) -> Html {
    let Group {
        name, class, rows, ..
    } = &props.group;
    let columns = if props.compared { "7" } else { "6" };
    html! {
        <tbody class={*class}>
            <tr class="block"><th colspan={columns} scope="rowgroup"><span class="chip" aria-hidden="true"></span>{ name.clone() }</th></tr>
            { for rows.iter().map(|row| cliff_row(row, props.compared)) }
        </tbody>
    }
}

fn cliff_row(row: &Row, compared: bool) -> Html {
    let figure = chart::strip::draw(&row.strip);
    html! {
        <tr key={row.id.0}>
            <th scope="row">{ row.name.clone() }<small>{ row.path.clone() }</small></th>
            <td class="strip-cell">{ picture(&figure.scene, &figure.summary) }</td>
            { figure_cell("At stake", (Figure::Potential(row.id), &row.at_stake), &row.in_full, "") }
            { figure_cell("Reaches", (Figure::Score(row.id), &row.reaches), &row.likely, row.tone) }
            if row.hangs.is_empty() {
                <td class="n" data-head="To the cliff">{ row.margin.clone() }</td>
            } else {
                { figure_cell("To the cliff", (Figure::Cliff(row.id), &row.margin), &row.hangs, "") }
            }
            { figure_cell("Next unit", (Figure::NextUnit(row.id), &row.next_unit), &row.unit, "") }
            if compared {
                { gain_cell("Gain", Figure::IndicatorGain(row.id), row.gain, &money::difference(row.gain)) }
            }
        </tr>
    }
}

/// Shows Position for one partner.
#[component]
fn ForPartner(props: &ViewProps) -> Html {
    let act = use_act();
    let state = &props.state;
    let partners = state.shown().agreement.partners.clone();
    if partners.is_empty() {
        return html! { <span hidden=true></span> };
    }
    let chosen = state.partner;
    let ids: Vec<PartnerId> = partners.iter().map(|partner| partner.id).collect();
    let at = chosen.and_then(|id| ids.iter().position(|&other| other == id));
    let all = std::iter::once("the whole agreement".to_owned());
    let names = partners.iter().map(|partner| partner.name.clone());
    let options: Vec<AttrValue> = all.chain(names).map(AttrValue::from).collect();
    let choose = Callback::from(move |index: usize| {
        let partner = index.checked_sub(1).and_then(|index| ids.get(index));
        act.send(Action::ForPartner(partner.copied()));
    });
    html! {
        <label class="inline">{ "For " }
            <List id="for-partner" {options} chosen={Some(at.map_or(0, |at| at + 1))} {choose} />
        </label>
    }
}
