//! Outcomes by block: what each must get a year, and what can be spent well on it.

use crate::app::edit::fresh;
use crate::app::{Action, Edit, Lookup, Notice, Slot};
use crate::model::{Entity, Outcome, OutcomeId};
use crate::text::money;
use crate::ui::aim::use_aim_at_new;
use crate::ui::context::{Shared, use_act, use_going_to};
use crate::ui::inputs::grid::{Bears, Cell, Grid, Head, InputCell, Name, Row};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct OutcomesProps {
    pub(crate) state: Shared,
    pub(crate) at_hand: Option<OutcomeId>,
    pub(crate) choose: Callback<OutcomeId>,
}

/// Which limit is typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Limit {
    Minimum,
    Capacity,
}

#[component]
pub(crate) fn Outcomes(props: &OutcomesProps) -> Html {
    let limit = use_state(|| Limit::Minimum);
    let go_to = use_going_to(&props.choose);
    let choose = use_callback(go_to, |entity, choose| {
        if let Entity::Outcome(id) = entity {
            choose.emit(id);
        }
    });
    let agreement = &props.state.shown().agreement;
    let switch = |to: Limit, text: &'static str| {
        let (limit, on) = (limit.clone(), *limit == to);
        html! { <button type="button" aria-pressed={on.to_string()} class={on.then_some("on")} onclick={move |_| limit.set(to)}>{ text }</button> }
    };
    html! {
        <section class="card">
            <div class="card-head">
                <h3>{ "Outcomes" } <small>{ "pounds a year; empty: no minimum, no limit" }</small></h3>
                <div class="tools">
                    <div class="tabs" role="group" aria-label="Which limit">
                        { switch(Limit::Minimum, "Must get") }
                        { switch(Limit::Capacity, "Can be spent well") }
                    </div>
                    <Add ..props.clone() />
                </div>
            </div>
            if agreement.outcomes.is_empty() {
                <p class="nothing">{ "No outcome yet." }</p>
            } else {
                { sheet(props, *limit, &choose) }
            }
        </section>
    }
}

fn sheet(props: &OutcomesProps, limit: Limit, choose: &Callback<Entity>) -> Html {
    let agreement = &props.state.shown().agreement;
    let names = Lookup(agreement);
    let years = agreement.year_count();
    let mut head = vec![Head::new("Outcome, £", "")];
    head.extend((0..years).map(|year| Head::new(agreement.year_name(year), "n")));
    head.push(Head::new("Reward", "n"));
    let mut rows = Vec::new();
    for block in &agreement.blocks {
        rows.push(Row {
            key: format!("block-{}", block.id.0).into(),
            class: format!("block {}", names.block_class(Some(block.id))).into(),
            name: Name::new(block.name.clone(), "").bearing(Bears::Colour),
            cells: vec![Cell::Figure(AttrValue::default()); years + 1],
        });
        rows.extend(
            names
                .outcomes_in(block.id)
                .map(|outcome| row(props, outcome, limit)),
        );
    }
    let label = match limit {
        Limit::Minimum => "Pounds that each outcome must get, by year",
        Limit::Capacity => "Pounds that can be spent well on each outcome, by year",
    };
    let rows: Vec<_> = rows.into_iter().map(Rc::new).collect();
    html! { <Grid id="limits" of={label} {label} {head} {rows} class="limits" choose={choose.clone()} /> }
}

fn row(props: &OutcomesProps, outcome: &Outcome, limit: Limit) -> Row {
    let agreement = &props.state.workbook.agreement;
    let id = outcome.id;
    let names = Lookup(agreement);
    let committed = names.outcome(id);
    let cell = |year: usize| {
        let value = committed.and_then(|outcome| match limit {
            Limit::Minimum => Some(outcome.minimum(year)).filter(|minimum| minimum.0 > 0),
            Limit::Capacity => outcome.capacity(year),
        });
        Cell::Input(InputCell {
            label: format!("{}, {}", outcome.name, agreement.year_name(year)).into(),
            value: value.map_or_else(String::new, money::typed).into(),
            slot: match limit {
                Limit::Minimum => Slot::Minimum(id, year),
                Limit::Capacity => Slot::Capacity(id, year),
            },
            finding: None,
            mark: None,
        })
    };
    let mut cells: Vec<Cell> = (0..agreement.year_count()).map(cell).collect();
    let bears = if outcome.rewarded { "can earn" } else { "none" };
    cells.push(Cell::Figure(bears.into()));
    let on = props.at_hand == Some(id);
    let by: Vec<&str> = outcome
        .delivery
        .iter()
        .map(|share| names.partner_name(share.partner))
        .collect();
    let by = if by.is_empty() {
        "nobody delivers it yet".to_owned()
    } else {
        by.join(", ")
    };
    Row {
        key: format!("outcome-{}", id.0).into(),
        class: if on { "at-hand" } else { "" }.into(),
        name: Name::new(outcome.name.clone(), by).bearing(Bears::Choice(Entity::Outcome(id), on)),
        cells,
    }
}

/// Adds an outcome to the block of the one at hand, or to the first.
#[component]
fn Add(props: &OutcomesProps) -> Html {
    let act = use_act();
    let OutcomesProps {
        at_hand, choose, ..
    } = props.clone();
    let aim = use_aim_at_new();
    let add = Callback::from(move |_: MouseEvent| {
        let Some(state) = act.now() else {
            return;
        };
        let agreement = &state.workbook.agreement;
        let block = at_hand
            .and_then(|id| Lookup(agreement).outcome(id))
            .map(|outcome| outcome.block)
            .or_else(|| agreement.blocks.first().map(|block| block.id));
        let says = match block.map(|block| fresh::outcome(&state.workbook, block)) {
            Some(Some(outcome)) => {
                let id = outcome.id;
                aim.emit("#outcome-name".to_owned());
                act.send(Action::Commit(Edit::Outcome(outcome)));
                return choose.emit(id);
            }
            Some(None) => "This workbook is full: no further outcome fits.",
            None => "An outcome belongs to a block. Add a block first.",
        };
        act.send(Action::Tell(Notice::wrong(says)));
    });
    html! { <button type="button" class="add" id="outcome-add" onclick={add}>{ "+ Add an outcome" }</button> }
}
