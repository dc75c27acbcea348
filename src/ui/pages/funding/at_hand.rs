//! The stream at hand: its name, where it comes from, and whose it is.

use crate::app::edit::fresh;
use crate::app::show::funding::to_neighbour;
use crate::app::{Action, Edit, Lookup, Notice, State};
use crate::model::{Control, Entity, Origin, Stream, StreamId, Workbook};
use crate::text::name;
use crate::ui::context::{Shared, use_act};
use crate::ui::inputs::{Choice, Field};
use crate::ui::pages::agreement::notes::About;
use crate::ui::pages::agreement::removal::Removal;
use crate::ui::record::Record;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AtHandProps {
    pub(crate) state: Shared,
    pub(crate) stream: StreamId,
    pub(crate) choose: Callback<StreamId>,
}

#[component]
pub(crate) fn AtHand(props: &AtHandProps) -> Html {
    let state = &props.state;
    let agreement = &state.workbook.agreement;
    let Some(stream) = Lookup(agreement).stream(props.stream).cloned() else {
        return html! { <span hidden=true></span> };
    };
    let record = use_stream(props.stream);
    let mut blocks: Vec<_> = agreement
        .blocks
        .iter()
        .map(|block| Some(block.id))
        .collect();
    blocks.push(None);
    let block_names = agreement.blocks.iter().map(|block| block.name.clone());
    let block_names = block_names.chain(["None: cuts across blocks".to_owned()]);
    let mut partners: Vec<_> = agreement
        .partners
        .iter()
        .map(|partner| Some(partner.id))
        .collect();
    partners.push(None);
    let partner_names = agreement
        .partners
        .iter()
        .map(|partner| partner.name.clone());
    let partner_names = partner_names.chain(["Nobody named".to_owned()]);
    html! {
        <section class="card form" aria-label="Stream at hand">
            <h3>{ "Stream at hand" } <small>{ "a fact of the agreement, the same in every scenario" }</small></h3>
            <About state={state.clone()} entity={Entity::Stream(stream.id)} />
            <Field id="stream-name" label="Name" value={stream.name.clone()} numeric={false}
                read={record.read(|stream, text| { stream.name = name::read(text)?; Ok(()) })} />
            <Choice id="stream-origin" label="Where it comes from" options={options(["Government grant", "Local contribution"])}
                chosen={ORIGINS.iter().position(|&origin| origin == stream.origin).unwrap_or(0)}
                choose={record.pick(ORIGINS.to_vec(), |stream, origin| stream.origin = origin)} />
            <Choice id="stream-home" label="Home block" options={block_names.map(AttrValue::from).collect::<Vec<_>>()}
                chosen={blocks.iter().position(|&home| home == stream.home).unwrap_or(0)}
                choose={record.pick(blocks, |stream, home| stream.home = home)} />
            <Choice id="stream-control" label="Who decides on it" options={options(["Pooled: in the common fund", "Aligned: its owner keeps it"])}
                chosen={CONTROLS.iter().position(|&control| control == stream.control).unwrap_or(0)}
                choose={record.pick(CONTROLS.to_vec(), |stream, control| stream.control = control)} />
            <Choice id="stream-partner" label="Who brings it" options={partner_names.map(AttrValue::from).collect::<Vec<_>>()}
                chosen={partners.iter().position(|&partner| partner == stream.partner).unwrap_or(0)}
                choose={record.pick(partners, |stream, partner| stream.partner = partner)} />
            <Tools state={state.clone()} stream={stream.id} choose={props.choose.clone()} />
        </section>
    }
}

const ORIGINS: [Origin; 2] = [Origin::Grant, Origin::Local];
const CONTROLS: [Control; 2] = [Control::Pooled, Control::Aligned];

fn options(names: [&'static str; 2]) -> Vec<AttrValue> {
    names.map(AttrValue::from).to_vec()
}

/// A stream, to be changed.
#[hook]
pub(super) fn use_stream(id: StreamId) -> Record<Stream> {
    let find = move |state: &State| Lookup(&state.workbook.agreement).stream(id).cloned();
    Record::new(&use_act(), find, |_, stream| Edit::Stream(stream))
}

/// The same stream under another name.
fn copy(workbook: &Workbook, id: StreamId) -> Option<Stream> {
    let original = Lookup(&workbook.agreement).stream(id)?;
    Some(Stream {
        id: fresh::stream(workbook)?.id,
        name: name::copy_of(&original.name),
        ..original.clone()
    })
}

/// Duplicates, moves and removes the stream.
#[component]
fn Tools(props: &AtHandProps) -> Html {
    let act = use_act();
    let AtHandProps {
        state,
        stream,
        choose,
    } = props.clone();
    let shift = |by: isize, text: &'static str| {
        let by = to_neighbour(&state, stream, by);
        let act = act.clone();
        let on_click = Callback::from(move |_: MouseEvent| {
            if let Some(by) = by {
                act.send(Action::Commit(Edit::Move(Entity::Stream(stream), by)));
            }
        });
        html! { <button type="button" disabled={by.is_none()} onclick={on_click}>{ text }</button> }
    };
    let duplicate = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| {
            let Some(copy) = act.now().and_then(|state| copy(&state.workbook, stream)) else {
                return act.send(Action::Tell(Notice::wrong(
                    "This workbook is full: no further stream fits.",
                )));
            };
            let id = copy.id;
            act.send(Action::Commit(Edit::Stream(copy)));
            choose.emit(id);
        })
    };
    html! {
        <div class="tools">
            { shift(-1, "Move up") }
            { shift(1, "Move down") }
            <button type="button" onclick={duplicate}>{ "Duplicate" }</button>
            <Removal state={state.clone()} entity={Entity::Stream(stream)} />
        </div>
    }
}
