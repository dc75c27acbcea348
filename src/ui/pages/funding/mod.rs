//! Funding: streams by year, what binds the stream at hand, and where the money flows.

mod aligned;
mod at_hand;
mod bounds;
mod freedoms;
mod sheet;

use crate::app::edit::fresh;
use crate::app::show::funding::{flow, headline};
use crate::app::{Action, Edit, Lookup, Notice, problem};
use crate::chart;
use crate::model::{Control, StreamId};
use crate::ui::aim::use_aim_at_new;
use crate::ui::context::{AT_HAND, Shared, ViewProps, use_act, use_chosen, use_going_to};
use crate::ui::figures::{FigureView, InSight};
use crate::ui::frame::Later;
use crate::ui::pages::fences::FreedomPrices;
use crate::ui::pages::findings::Findings;
use crate::ui::pages::funding::aligned::AlignedSpending;
use crate::ui::pages::funding::at_hand::AtHand;
use crate::ui::pages::funding::bounds::Bounds;
use crate::ui::pages::funding::freedoms::Freedoms;
use crate::ui::pages::funding::sheet::Sheet;
use crate::ui::pages::said::say;
use yew::prelude::*;

/// What the parts of Funding are given: the state and the stream at hand.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct StreamProps {
    pub(crate) state: Shared,
    pub(crate) stream: StreamId,
}

#[component]
pub(crate) fn Funding(props: &ViewProps) -> Html {
    let state = &props.state;
    let (chosen, choose) = use_chosen::<StreamId>();
    let go_to = use_going_to(&choose);
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let at_hand = chosen
        .and_then(|id| names.stream(id))
        .or(agreement.streams.first());
    let id = at_hand.map(|stream| stream.id);
    let aligned = at_hand.filter(|stream| stream.control == Control::Aligned);
    html! {
        <div class="view">
            <Say state={state.clone()} />
            // What stays in sight at the side of the sheet does not stay beside what is below it.
            <div class="with-side">
                <div class="main">
                    <section class="card">
                        <div class="card-head">
                            <h3>{ "Streams by year" } <small>{ "pounds; a range as 600,000–1,200,000; empty where never stated" }</small></h3>
                            <Add choose={choose.clone()} />
                        </div>
                        if agreement.streams.is_empty() {
                            <p class="nothing">{ "No stream yet." }</p>
                        } else {
                            <Sheet state={state.clone()} at_hand={id} choose={go_to} />
                        }
                    </section>
                    if let Some(stream) = aligned {
                        <AlignedSpending key={stream.id.0} state={state.clone()} stream={stream.id} />
                    }
                </div>
                <div class="side stays" id={AT_HAND} tabindex="-1">
                    if let Some(stream) = id {
                        <Later key="at-hand">
                            <AtHand key={format!("at-hand-{}", stream.0)} state={state.clone()} {stream} {choose} />
                            <Bounds key={format!("bounds-{}", stream.0)} state={state.clone()} {stream} />
                            <Freedoms key={format!("freedoms-{}", stream.0)} state={state.clone()} {stream} />
                        </Later>
                    }
                    <Later key="below">
                        <FreedomPrices state={state.clone()} />
                        <Findings state={state.clone()} least={problem::Weight::Rule} />
                    </Later>
                </div>
            </div>
            <Later><Flowing state={state.clone()} /></Later>
        </div>
    }
}

#[component]
fn Say(props: &ViewProps) -> Html {
    let headline = headline(&props.state);
    html! {
        <div class="say">
            <h2>{ say(&headline.says) }</h2>
            <p>{ headline.below.clone() }</p>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AddProps {
    choose: Callback<StreamId>,
}

/// Adds a stream and takes it in hand.
#[component]
fn Add(props: &AddProps) -> Html {
    let act = use_act();
    let aim = use_aim_at_new();
    let choose = props.choose.clone();
    let add = Callback::from(move |_: MouseEvent| {
        let fresh = act.now().and_then(|state| fresh::stream(&state.workbook));
        let Some(stream) = fresh else {
            return act.send(Action::Tell(Notice::wrong(
                "This workbook is full: no further stream fits.",
            )));
        };
        let id = stream.id;
        aim.emit("#stream-name".to_owned());
        act.send(Action::Commit(Edit::Stream(stream)));
        choose.emit(id);
    });
    html! { <button type="button" class="add" id="stream-add" onclick={add}>{ "+ Add a stream" }</button> }
}

/// The picture of streams flowing into blocks, outcomes and partners, or why there is none.
#[component]
fn Flowing(props: &ViewProps) -> Html {
    let state = props.state.clone();
    let draw = Callback::from(move |()| match flow::flow(&state, (960.0, 560.0)) {
        Ok(input) => {
            html! { <FigureView figure={chart::flow::draw(&input)} titled={false} class="funding-flow" /> }
        }
        Err(says) => html! { <p class="nothing">{ says }</p> },
    });
    let name = props
        .state
        .scenario()
        .map_or_else(String::new, |scenario| scenario.name.clone());
    html! {
        <section class="card">
            <h3>{ "Where the money flows" } <small>{ format!("{name}, all years, pump-priming apart") }</small></h3>
            <InSight {draw} typing={props.state.preview.is_some()} />
        </section>
    }
}
