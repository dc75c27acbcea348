//! One indicator opened large: its picture, its figures, its values, its response and its facts.

use crate::app::edit::apply;
use crate::app::show::indicators::{Opened, opened, trajectory};
use crate::app::working::Figure;
use crate::app::{Action, Edit, Lookup, State, measure};
use crate::chart;
use crate::chart::trajectory::Size;
use crate::model::{Entity, Indicator, IndicatorId};
use crate::platform::element;
use crate::text::number;
use crate::ui::context::{Shared, use_act};
use crate::ui::figures::FigureView;
use crate::ui::frame::Explain;
use crate::ui::pages::indicators::added;
use crate::ui::pages::indicators::facts::{Facts, Stretch};
use crate::ui::pages::indicators::response::ResponseCard;
use crate::ui::pages::indicators::sheet::Sheet;
use crate::ui::record::Record;
use yew::prelude::*;

/// Width of the large picture in CSS pixels.
const WIDTH: f64 = 680.0;
const TITLE: &str = "indicator-title";

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct OpenedProps {
    pub(crate) state: Shared,
    pub(crate) id: IndicatorId,
    /// Opens another one, or none.
    pub(crate) choose: Callback<Option<IndicatorId>>,
}

#[component]
pub(crate) fn OpenedView(props: &OpenedProps) -> Html {
    let OpenedProps { state, id, .. } = props.clone();
    use_effect_with(id, |_| {
        // On a slow machine this comes after the field of something new was aimed at.
        if !element::has_focus("indicator-name") {
            element::focus(&format!("#{TITLE}"));
        }
    });
    let committed = Lookup(&state.workbook.agreement).indicator(id).cloned();
    let shown = Lookup(&state.shown().agreement).indicator(id);
    let (Some(committed), Some(shown), Some(view)) = (committed, shown, opened(&state, id)) else {
        return html! { <span hidden=true></span> };
    };
    let level = committed_stretch(&state, &committed);
    html! {
        <article class={classes!("opened", view.class)} aria-labelledby={TITLE}>
            <div class="card-head">
                <div>
                    <h3 id={TITLE} tabindex="-1"><span class="chip" aria-hidden="true"></span>{ shown.name.clone() }</h3>
                    <small class="same">{ view.place.clone() }</small>
                </div>
                <Tools state={state.clone()} {id} choose={props.choose.clone()} view={view.clone()} />
            </div>
            <div class="with-side">
                <div class="main">
                    <section class="card">
                        if view.drawn {
                            { for trajectory(&state, id, Size::Large, WIDTH).map(|input| html! { <FigureView figure={chart::trajectory::draw(&input)} titled={false} class="wide" /> }) }
                        } else {
                            <p class="nothing">{ "Nothing is known of it yet. Type its values below and the picture follows." }</p>
                        }
                    </section>
                    <Sheet state={state.clone()} indicator={committed.clone()} view={view.clone()} />
                    <Facts state={state.clone()} indicator={committed.clone()} />
                </div>
                <div class="side">
                    <Figures view={view.clone()} />
                    <Stretch key={state.open.0} indicator={committed.clone()} retyped={view.retyped.clone()} {level} />
                    <ResponseCard {state} indicator={committed} />
                </div>
            </div>
        </article>
    }
}

/// The stretch level of the open scenario as committed; empty where it keeps the agreement's.
fn committed_stretch(state: &Shared, indicator: &Indicator) -> String {
    let scenario = state.workbook.scenario(state.open);
    let mut stretches = scenario
        .into_iter()
        .flat_map(|scenario| &scenario.stretches);
    let own = stretches.find(|stretch| stretch.indicator == indicator.id);
    own.map_or_else(String::new, |stretch| {
        number::typed(stretch.level, indicator.decimals)
    })
}

#[derive(Clone, PartialEq, Properties)]
struct ToolsProps {
    state: Shared,
    id: IndicatorId,
    choose: Callback<Option<IndicatorId>>,
    view: Opened,
}

/// Goes to the next one, copies, moves, removes or closes it.
#[component]
fn Tools(props: &ToolsProps) -> Html {
    let act = use_act();
    let ToolsProps {
        state,
        id,
        choose,
        view,
    } = props.clone();
    let agreement = &state.workbook.agreement;
    let go = |to: Option<IndicatorId>| {
        let choose = choose.clone();
        Callback::from(move |_: MouseEvent| choose.emit(to))
    };
    let copy = {
        let (act, choose) = (act.clone(), choose.reform(Some));
        Callback::from(move |_: MouseEvent| {
            let copy = act
                .now()
                .and_then(|state| measure::copy(&state.workbook, id));
            added(copy, &act, &choose);
        })
    };
    let shift = |by: isize| {
        let step = measure::within_outcome(agreement, id, by);
        let edit = Edit::Move(Entity::Indicator(id), step.unwrap_or(0));
        (step.is_none(), act.on(move || Action::Commit(edit.clone())))
    };
    let remove = {
        let (act, choose) = (act.clone(), choose.clone());
        let name = Lookup(agreement).indicator_name(id).to_owned();
        let (workbook, open) = (state.workbook.clone(), state.open);
        Callback::from(move |_: MouseEvent| {
            let edit = Edit::Remove(Entity::Indicator(id));
            // What is refused stays open, and why is said.
            if apply(&workbook, open, &edit).is_ok() {
                element::focus("#view");
                choose.emit(None);
            }
            let says = format!("“{name}” is removed. Undo brings it back.");
            act.send(Action::CommitSaying(edit, says));
        })
    };
    let ((first, up), (last, down)) = (shift(-1), shift(1));
    html! {
        <div class="tools">
            <button type="button" disabled={view.beside.0.is_none()} onclick={go(view.beside.0)}>{ "← Previous" }</button>
            <button type="button" disabled={view.beside.1.is_none()} onclick={go(view.beside.1)}>{ "Next →" }</button>
            <button type="button" onclick={copy}>{ "Duplicate" }</button>
            <button type="button" disabled={first} onclick={up}>{ "Move up" }</button>
            <button type="button" disabled={last} onclick={down}>{ "Move down" }</button>
            <button type="button" onclick={remove}>{ "Remove" }</button>
            <button type="button" onclick={go(None)}>{ "Close" }</button>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FiguresProps {
    view: Opened,
}

/// Its figures under the base and the open scenario.
#[component]
fn Figures(props: &FiguresProps) -> Html {
    let Opened {
        scenarios,
        lines,
        measured,
        ..
    } = &props.view;
    html! {
        <section class="card">
            <h3>{ "Where it stands" }</h3>
            <div class="scroll">
            <table class="indicator-figures">
                <thead><tr>
                    <th scope="col"><span class="unseen">{ "Figure" }</span></th>
                    { for scenarios.iter().enumerate().map(|(index, name)| html! { <th key={index} scope="col" class="n">{ name.clone() }</th> }) }
                </tr></thead>
                <tbody>
                    { for lines.iter().enumerate().map(|(index, line)| html! {
                        <tr key={index}>
                            <th scope="row">{ line.name.clone() }</th>
                            { for line.cells.iter().enumerate().map(|(index, (text, class))| {
                                let figure = line.figure.filter(|_| index + 1 == line.cells.len());
                                html! { <td key={index} class={classes!("n", *class)}>{ asked(figure, text) }</td> }
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            </div>
            if let Some(measured) = measured {
                <p class="hint">{ measured.clone() }</p>
            }
        </section>
    }
}

/// A figure that can be asked how it is worked out; only its text where there is none to be worked out.
pub(super) fn asked(figure: Option<Figure>, text: &str) -> Html {
    match figure.filter(|_| text != "–") {
        Some(figure) => html! { <Explain {figure} text={text.to_owned()} /> },
        None => html! { { text.to_owned() } },
    }
}

/// An indicator, to be changed.
#[hook]
pub(super) fn use_indicator(id: IndicatorId) -> Record<Indicator> {
    let find = move |state: &State| Lookup(&state.workbook.agreement).indicator(id).cloned();
    Record::new(&use_act(), find, |_, indicator| Edit::Indicator(indicator))
}
