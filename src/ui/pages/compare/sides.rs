//! The two sides beside each other, which scenarios they are, and the counter-offer between them.

use crate::app::counter::mine;
use crate::app::show::compare::{Column, Compare};
use crate::app::show::fares::{Beside as Odds, beside};
use crate::app::state::Beside;
use crate::app::{Action, State};
use crate::model::{Scenario, ScenarioId, Workbook};
use crate::ui::context::{Act, Shared, use_act};
use crate::ui::frame::Awaited;
use crate::ui::inputs::List;
use crate::ui::pages::faring::Faring;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SidesProps {
    pub(super) state: Shared,
    pub(super) compare: Compare,
}

#[component]
pub(super) fn Sides(props: &SidesProps) -> Html {
    let act = use_act();
    let (state, compare) = (&props.state, &props.compare);
    let [mine, theirs] = &compare.columns;
    html! {
        <section class="card">
            <h3>{ "Side by side" }</h3>
            <div class="sides">
                <div key="mine">{ chooser("compare-mine", "Compare", choose_mine(state, &act)) }{ column(mine) }</div>
                <div key="theirs">{ chooser("compare-theirs", "with", choose_theirs(state, &act)) }{ column(theirs) }</div>
            </div>
            { odds(state, compare.nothing.is_none()) }
            if state.beside.is_some() {
                <p class="tools"><button type="button" class="quiet" onclick={act.on(|| Action::Beside(None))}>{ "Put their workbook away" }</button></p>
            }
            if let Some(counter) = &compare.counter {
                <p class="counter">{ counter.says.clone() }</p>
                <p class="tools"><button type="button" onclick={open(&act, counter.id)}>{ "Open the counter-offer" }</button></p>
            }
        </section>
    }
}

/// How the second fares against the first, where there are delivery risks; its place is kept where they differ.
fn odds(state: &State, differ: bool) -> Html {
    let (says, wait) = match beside(state) {
        Odds::Nothing => return Html::default(),
        Odds::Apart(why) => return html! { <p class="pair-odds nothing" key="apart">{ why }</p> },
        Odds::Fares(fares, wait) => (
            fares.map_or_else(Html::default, |fares| html! { <Faring {fares} /> }),
            wait,
        ),
    };
    html! { <div class={classes!("pair-odds", differ.then_some("kept"))} key="odds"><Awaited {wait}>{ says }</Awaited></div> }
}

fn open(act: &Act, id: ScenarioId) -> Callback<MouseEvent> {
    act.on(move || Action::Open(id))
}

fn column(column: &Column) -> Html {
    html! {
        <div class="side-figures">
            <b>{ column.earns.clone() }</b>
            <span class="code">{ column.code.to_string() }</span>
            if let Some(paid) = &column.paid {
                <small>{ paid.clone() }</small>
            }
            if let Some(over) = &column.over {
                <small class="down">{ over.clone() }</small>
            }
        </div>
    }
}

/// Scenarios to choose from, which is chosen, and what choosing another does.
struct Choosing {
    options: Vec<(ScenarioId, String)>,
    chosen: Option<ScenarioId>,
    choose: Callback<ScenarioId>,
}

fn options(workbook: &Workbook) -> Vec<(ScenarioId, String)> {
    let option = |scenario: &Scenario| (scenario.id, scenario.name.clone());
    workbook.scenarios.iter().map(option).collect()
}

fn choose_mine(state: &State, act: &Act) -> Choosing {
    let act = act.clone();
    let options = options(&state.workbook);
    if state.beside.is_some() {
        let choose = Callback::from(move |id| act.send(Action::Open(id)));
        return Choosing {
            options,
            chosen: Some(state.open),
            choose,
        };
    }
    Choosing {
        options,
        chosen: Some(mine(state)),
        choose: Callback::from(move |id| act.send(Action::Against(Some(id)))),
    }
}

fn choose_theirs(state: &State, act: &Act) -> Choosing {
    let act = act.clone();
    match &state.beside {
        Some(beside) => {
            let workbook = Rc::clone(&beside.workbook);
            Choosing {
                options: options(&workbook),
                chosen: Some(beside.open),
                choose: Callback::from(move |open| {
                    let workbook = Rc::clone(&workbook);
                    act.send(Action::Beside(Some(Beside::new(workbook, open))));
                }),
            }
        }
        None => Choosing {
            options: options(&state.workbook),
            chosen: Some(state.open),
            choose: Callback::from(move |id| act.send(Action::Open(id))),
        },
    }
}

fn chooser(id: &'static str, label: &'static str, choosing: Choosing) -> Html {
    let Choosing {
        options,
        chosen,
        choose,
    } = choosing;
    let (ids, names): (Vec<ScenarioId>, Vec<String>) = options.into_iter().unzip();
    let at = ids.iter().position(|&id| chosen == Some(id));
    let names: Vec<AttrValue> = names.into_iter().map(AttrValue::from).collect();
    let choose = Callback::from(move |index: usize| {
        ids.get(index).into_iter().for_each(|&id| choose.emit(id));
    });
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            <List {id} options={names} chosen={at} {choose} />
        </div>
    }
}
