//! The outcome at hand: its blocks, who delivers it, when money works, and its part in the reward.

use crate::app::edit::fresh;
use crate::app::show::agreement::{read_shares, typed_shares};
use crate::app::{Action, Edit, Lookup, Notice, State};
use crate::model::{BlockId, Entity, Outcome, OutcomeId, Workbook, limits};
use crate::text::{name, number};
use crate::ui::context::{Shared, use_act};
use crate::ui::inputs::{Choice, Field};
use crate::ui::pages::agreement::notes::About;
use crate::ui::pages::agreement::removal::Removal;
use crate::ui::pages::agreement::shares::Shares;
use crate::ui::record::{Record, toggle_in};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct OutcomeProps {
    pub(crate) state: Shared,
    pub(crate) outcome: OutcomeId,
    pub(crate) choose: Callback<OutcomeId>,
}

#[component]
pub(crate) fn OutcomeAtHand(props: &OutcomeProps) -> Html {
    let act = use_act();
    let record = use_outcome(props.outcome);
    let state = &props.state;
    let agreement = &state.workbook.agreement;
    let Some(outcome) = Lookup(agreement).outcome(props.outcome).cloned() else {
        return html! { <span hidden=true></span> };
    };
    let blocks: Vec<BlockId> = agreement.blocks.iter().map(|block| block.id).collect();
    let block_names = agreement
        .blocks
        .iter()
        .map(|block| AttrValue::from(block.name.clone()));
    let to_block = record.pick(blocks.clone(), |outcome, block| {
        outcome.block = block;
        outcome.serves.retain(|&served| served != block);
    });
    let bears = {
        let record = record.clone();
        act.on(move || Action::Commit(record.with(|outcome| outcome.rewarded = !outcome.rewarded)))
    };
    html! {
        <section class="card form" aria-label="Outcome at hand">
            <h3>{ "Outcome at hand" } <small>{ "a fact of the agreement, the same in every scenario" }</small></h3>
            <About state={state.clone()} entity={Entity::Outcome(outcome.id)} />
            <Field id="outcome-name" label="Name" value={outcome.name.clone()} numeric={false}
                read={record.read(|outcome, text| { outcome.name = name::read(text)?; Ok(()) })} />
            <Choice id="outcome-block" label="Block" options={block_names.collect::<Vec<_>>()}
                chosen={blocks.iter().position(|&block| block == outcome.block).unwrap_or(0)} choose={to_block} />
            if blocks.len() > 1 {
                <Serves state={state.clone()} outcome={outcome.id} />
            }
            <fieldset>
                <legend>{ "Delivered by" }</legend>
                <Shares id="delivery" state={state.clone()} shares={outcome.delivery.clone()} record={record.part(|outcome| Some(&mut outcome.delivery))} />
            </fieldset>
            <Field id="outcome-lag" label="How much of a year’s money has worked by the end of that year, a year later, and so on" value={typed_shares(&outcome.lag)} after="%"
                read={record.read(|outcome, text| { outcome.lag = read_shares(text)?; Ok(()) })} />
            <label class="check"><input type="checkbox" checked={outcome.rewarded} onchange={bears} />{ "Its indicators can earn reward" }</label>
            <Field id="outcome-weight" label="Weight in the pot, where shares are stated" value={outcome.weight.to_string()}
                read={record.read(|outcome, text| {
                    let weight = number::read_count(text, limits::WEIGHT).map_err(|wrong| wrong.says())?;
                    outcome.weight = weight.ok_or("Type a whole number, such as 1.")?;
                    Ok(())
                })} />
            <Tools ..props.clone() />
        </section>
    }
}

/// An outcome, to be changed.
#[hook]
fn use_outcome(id: OutcomeId) -> Record<Outcome> {
    let find = move |state: &State| Lookup(&state.workbook.agreement).outcome(id).cloned();
    Record::new(&use_act(), find, |_, outcome| Edit::Outcome(outcome))
}

/// Further blocks that the outcome serves.
#[component]
fn Serves(props: &ServesProps) -> Html {
    let act = use_act();
    let record = use_outcome(props.outcome);
    let agreement = &props.state.workbook.agreement;
    let Some(outcome) = Lookup(agreement).outcome(props.outcome) else {
        return html! { <span hidden=true></span> };
    };
    let others = agreement
        .blocks
        .iter()
        .filter(|block| block.id != outcome.block);
    html! {
        <fieldset>
            <legend>{ "Also serves" }</legend>
            <ul class="checks">
                { for others.map(|block| {
                    let (id, on) = (block.id, outcome.serves.contains(&block.id));
                    let record = record.clone();
                    let toggle = act.on(move || {
                        Action::Commit(record.with(|outcome| toggle_in(&mut outcome.serves, id)))
                    });
                    html! { <li key={id.0}><label class="check"><input type="checkbox" checked={on} onchange={toggle} />{ block.name.clone() }</label></li> }
                }) }
            </ul>
        </fieldset>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ServesProps {
    state: Shared,
    outcome: OutcomeId,
}

/// The same outcome under another name, without its indicators.
fn copy(workbook: &Workbook, id: OutcomeId) -> Option<Outcome> {
    let original = Lookup(&workbook.agreement).outcome(id)?;
    Some(Outcome {
        id: fresh::outcome(workbook, original.block)?.id,
        name: name::copy_of(&original.name),
        ..original.clone()
    })
}

/// Moves, duplicates and removes the outcome.
#[component]
fn Tools(props: &OutcomeProps) -> Html {
    let act = use_act();
    let OutcomeProps {
        state,
        outcome,
        choose,
    } = props.clone();
    let shift = |by: isize, text: &'static str| {
        let by = Lookup(&state.workbook.agreement).outcome_to_neighbour(outcome, by);
        let act = act.clone();
        let on_click = Callback::from(move |_: MouseEvent| {
            if let Some(by) = by {
                act.send(Action::Commit(Edit::Move(Entity::Outcome(outcome), by)));
            }
        });
        html! { <button type="button" disabled={by.is_none()} onclick={on_click}>{ text }</button> }
    };
    let duplicate = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| {
            let Some(copy) = act.now().and_then(|state| copy(&state.workbook, outcome)) else {
                return act.send(Action::Tell(Notice::wrong(
                    "This workbook is full: no further outcome fits.",
                )));
            };
            let id = copy.id;
            act.send(Action::Commit(Edit::Outcome(copy)));
            choose.emit(id);
        })
    };
    html! {
        <div class="tools">
            { shift(-1, "Move up") }
            { shift(1, "Move down") }
            <button type="button" onclick={duplicate} title="Without its indicators">{ "Duplicate" }</button>
            <Removal state={state.clone()} entity={Entity::Outcome(outcome)} />
        </div>
    }
}
