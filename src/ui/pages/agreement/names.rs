//! Blocks and partners: lists of names that grow, change, move and shrink.

use crate::app::edit::fresh;
use crate::app::{Action, Edit, Lookup, Notice};
use crate::model::{Block, Entity, Partner, Workbook};
use crate::text::name;
use crate::ui::aim::{use_aim, use_aim_at_new};
use crate::ui::context::{Shared, use_act};
use crate::ui::inputs::Field;
use crate::ui::pages::agreement::removal::Removal;
use yew::prelude::*;

/// What is listed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Thing {
    Block,
    Partner,
}

impl Thing {
    fn noun(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Partner => "partner",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Block => "Blocks",
            Self::Partner => "Partners",
        }
    }

    fn about(self) -> &'static str {
        match self {
            Self::Block => "they group streams and outcomes",
            Self::Partner => "they bring money, deliver, and share the reward",
        }
    }

    fn listed(self, workbook: &Workbook) -> Vec<(Entity, String)> {
        let agreement = &workbook.agreement;
        match self {
            Self::Block => {
                let blocks = agreement.blocks.iter();
                blocks
                    .map(|block| (Entity::Block(block.id), block.name.clone()))
                    .collect()
            }
            Self::Partner => {
                let partners = agreement.partners.iter();
                partners
                    .map(|partner| (Entity::Partner(partner.id), partner.name.clone()))
                    .collect()
            }
        }
    }

    /// Another one, with the edit that adds it.
    fn fresh(self, workbook: &Workbook) -> Option<(Entity, Edit)> {
        match self {
            Self::Block => {
                let block = fresh::block(workbook)?;
                Some((Entity::Block(block.id), Edit::Block(block)))
            }
            Self::Partner => {
                let partner = fresh::partner(workbook)?;
                Some((Entity::Partner(partner.id), Edit::Partner(partner)))
            }
        }
    }
}

/// The edit that gives a block or a partner a name.
fn named(entity: Entity, name: String) -> Edit {
    match entity {
        Entity::Block(id) => Edit::Block(Block { id, name }),
        Entity::Partner(id) => Edit::Partner(Partner { id, name }),
        _ => Edit::none(),
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NamesProps {
    pub(crate) state: Shared,
    pub(crate) thing: Thing,
}

#[component]
pub(crate) fn Names(props: &NamesProps) -> Html {
    let act = use_act();
    // A row that goes up is put there anew, without the focus.
    let aim = use_aim();
    let at_new = use_aim_at_new();
    let NamesProps { state, thing } = props.clone();
    let names = Lookup(&state.workbook.agreement);
    let listed = thing.listed(&state.workbook);
    let count = listed.len();
    let add = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| {
            let Some(state) = act.now() else {
                return;
            };
            act.send(match thing.fresh(&state.workbook) {
                Some((entity, edit)) => {
                    at_new.emit(format!("#{}", key(entity)));
                    Action::Commit(edit)
                }
                None => Action::Tell(Notice::wrong(
                    "This workbook is full: nothing further fits.",
                )),
            });
        })
    };
    let row = |(index, (entity, name)): (usize, &(Entity, String))| {
        let entity = *entity;
        let read =
            Callback::from(move |text: String| name::read(&text).map(|name| named(entity, name)));
        let shift = |by: isize, sign: &'static str, way: &'static str, end: bool| {
            let id = format!("{}-{way}", key(entity));
            let on_click = {
                let (act, aim, id) = (act.clone(), aim.clone(), id.clone());
                Callback::from(move |_: MouseEvent| {
                    if !end {
                        aim.replace(Some(format!("#{id}")));
                        act.send(Action::Commit(Edit::Move(entity, by)));
                    }
                })
            };
            html! {
                <button type="button" {id} aria-disabled={end.to_string()} aria-label={format!("Move {name} {way}")} title={format!("Move {way}")} onclick={on_click}>{ sign }</button>
            }
        };
        let class = match entity {
            Entity::Block(id) => names.block_class(Some(id)),
            _ => "",
        };
        html! {
            <li key={key(entity)} class={class}>
                <Field id={key(entity)} label={format!("Name of {} {}", thing.noun(), index + 1)} bare=true value={name.clone()} {read} numeric={false} />
                <span class="tools">
                    { shift(-1, "↑", "up", index == 0) }
                    { shift(1, "↓", "down", index + 1 == count) }
                    <Removal state={state.clone()} {entity} name={name.clone()} />
                </span>
            </li>
        }
    };
    html! {
        <section class="card" aria-label={thing.title()}>
            <h3>{ thing.title() } <small>{ thing.about() }</small></h3>
            <ul class="entries names">{ for listed.iter().enumerate().map(row) }</ul>
            <p><button type="button" class="add" id={format!("{}-add", thing.noun())} onclick={add}>{ format!("+ Add a {}", thing.noun()) }</button></p>
        </section>
    }
}

fn key(entity: Entity) -> String {
    match entity {
        Entity::Block(id) => format!("block-{}", id.0),
        Entity::Partner(id) => format!("partner-{}", id.0),
        _ => String::new(),
    }
}
