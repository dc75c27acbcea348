//! The response to money: a cost with a shape, points that are typed or dragged, or none at all.

use crate::app::measure::{as_cost, point_added, point_removed};
use crate::app::show::allocation::response;
use crate::app::show::indicators::{Hold, grab};
use crate::app::words::{SHAPES, shape_explained};
use crate::app::{Action, Lookup, Slot};
use crate::chart;
use crate::chart::response::Handles;
use crate::model::{Indicator, Pounds, Response, ResponsePoint, Shape};
use crate::platform::element;
use crate::text::{money, share};
use crate::ui::context::{Shared, use_act};
use crate::ui::figures::FigureView;
use crate::ui::inputs::grid::{Cell, Grid, Head, InputCell, Name, Row};
use crate::ui::inputs::{Choice, Field};
use crate::ui::pages::indicators::opened::use_indicator;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// Width and height of the picture in CSS pixels.
const SIZE: (f64, f64) = (320.0, 230.0);
/// The cost that a first response starts with, to be typed over.
const USUAL: Pounds = Pounds(500_000);

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ResponseProps {
    pub(super) state: Shared,
    /// The indicator as committed.
    pub(super) indicator: Indicator,
}

const WAYS: [&str; 3] = [
    "no money helps",
    "the full stretch has a cost",
    "it runs through points",
];

#[component]
pub(super) fn ResponseCard(props: &ResponseProps) -> Html {
    let indicator = &props.indicator;
    let chosen = match &indicator.response {
        None => 0,
        Some(Response::Cost { .. }) => 1,
        Some(Response::Points(_)) => 2,
    };
    let choose = use_indicator(indicator.id).pick(vec![0, 1, 2], |indicator, way| {
        let cost = as_cost(indicator.response.as_ref(), USUAL);
        indicator.response = match way {
            0 => None,
            1 => Some(cost),
            _ => {
                let now = indicator.response.as_ref().unwrap_or(&cost);
                Some(Response::Points(now.points()))
            }
        };
    });
    html! {
        <section class="card">
            <h3>{ "What money does" } <small>{ "effective spend by the last year" }</small></h3>
            <Choice id="indicator-response" label="Its response to money" options={WAYS.map(AttrValue::from).to_vec()} {chosen} {choose} />
            { match &indicator.response {
                None => html! { <p class="nothing">{ "Spending on its outcome does not move it." }</p> },
                Some(Response::Cost { full, shape }) => html! {
                    <>
                        <CostFields key="cost" indicator={indicator.clone()} full={*full} shape={*shape} />
                        <Picture key="picture" ..props.clone() />
                    </>
                },
                Some(Response::Points(points)) => html! {
                    <>
                        <Picture key="picture" ..props.clone() />
                        <Points key="points" indicator={indicator.clone()} points={points.clone()} shown={shown(&props.state, indicator, points)} />
                    </>
                },
            } }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CostProps {
    indicator: Indicator,
    full: Pounds,
    shape: Shape,
}

/// The cost of the full stretch, and how the way there goes.
#[component]
fn CostFields(props: &CostProps) -> Html {
    let CostProps {
        indicator,
        full,
        shape,
    } = props.clone();
    let record = use_indicator(indicator.id);
    let read = record.read(|indicator, text| match money::read(text) {
        Ok(Pounds(0)) => Err(
            "The full stretch costs something. Type pounds, or choose “no money helps”.".to_owned(),
        ),
        Ok(pounds) => {
            if let Some(Response::Cost { full, .. }) = &mut indicator.response {
                *full = pounds;
            }
            Ok(())
        }
        Err(wrong) => Err(wrong.says()),
    });
    let choose = record.pick(SHAPES.to_vec(), |indicator, other| {
        if let Some(Response::Cost { shape, .. }) = &mut indicator.response {
            *shape = other;
        }
    });
    html! {
        <div class="response-inputs">
            <Field id="indicator-cost" label="Cost of the full stretch" before="£" value={money::typed(full)} {read} />
            <Choice id="indicator-shape" label="Shape" options={SHAPES.map(|shape| shape_explained(shape).into()).to_vec()}
                chosen={SHAPES.iter().position(|&other| other == shape).unwrap_or(0)} {choose} />
        </div>
    }
}

/// The line with its cliff; its bends can be dragged, which makes them typed points.
#[component]
fn Picture(props: &ResponseProps) -> Html {
    let act = use_act();
    let ResponseProps { state, indicator } = props;
    let record = use_indicator(indicator.id);
    let held = use_state(|| None::<Hold>);
    let dragged = use_mut_ref(|| false);
    let host = use_node_ref();
    let Some(mut input) = response(state, indicator.id, SIZE, Handles::Shown) else {
        return html! { <span hidden=true></span> };
    };
    input.most = held.map(|hold| hold.most());
    let width = SIZE.0;
    let points = indicator
        .response
        .as_ref()
        .map(Response::points)
        .unwrap_or_default();
    let on_down = {
        let (host, held, dragged) = (host.clone(), held.clone(), dragged.clone());
        let input = input.clone();
        Callback::from(move |event: PointerEvent| {
            let Some(element) = host.cast::<Element>() else {
                return;
            };
            let place = element::in_picture(&element, &event, width);
            let Some(hold) = place.and_then(|place| grab(&input, place)) else {
                return;
            };
            event.prevent_default();
            // Without capture the drag goes on as long as the pointer stays over the picture.
            let _ = element.set_pointer_capture(event.pointer_id());
            dragged.replace(false);
            held.set(Some(hold));
        })
    };
    let moved = {
        let (host, held) = (host.clone(), held.clone());
        move |event: &PointerEvent| {
            let hold = (*held)?;
            let place = element::in_picture(&host.cast::<Element>()?, event, width)?;
            let points = hold.moved(&points, place);
            Some(record.with(|indicator| {
                indicator.response = Some(Response::Points(points.clone()));
            }))
        }
    };
    let on_move = {
        let (act, moved, dragged) = (act.clone(), moved.clone(), dragged.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(edit) = moved(&event) {
                dragged.replace(true);
                act.send(Action::Preview(edit));
            }
        })
    };
    let on_up = {
        let (act, held) = (act.clone(), held.clone());
        Callback::from(move |event: PointerEvent| {
            // A click moves nothing and is no step.
            if let (true, Some(edit)) = (dragged.take(), moved(&event)) {
                act.send(Action::Commit(edit));
            }
            held.set(None);
        })
    };
    let on_cancel = {
        let held = held.clone();
        Callback::from(move |_: PointerEvent| {
            if held.is_some() {
                held.set(None);
                act.send(Action::Cancel);
            }
        })
    };
    html! {
        <div class={classes!("bends", held.is_some().then_some("held"))} ref={host}
            onpointerdown={on_down} onpointermove={on_move} onpointerup={on_up} onpointercancel={on_cancel}>
            <FigureView figure={chart::response::draw(&input)} titled={false} />
            <p class="hint">{ "Drag a bend of the line, or let it run through points and type them." }</p>
        </div>
    }
}

/// The points as they are while one of them is dragged or typed.
fn shown(state: &Shared, indicator: &Indicator, points: &[ResponsePoint]) -> Vec<ResponsePoint> {
    let shown = Lookup(&state.shown().agreement).indicator(indicator.id);
    let response = shown.and_then(|shown| shown.response.as_ref());
    response.map_or_else(|| points.to_vec(), Response::points)
}

#[derive(Clone, PartialEq, Properties)]
struct PointsProps {
    indicator: Indicator,
    /// The points as committed.
    points: Vec<ResponsePoint>,
    /// The points on show.
    shown: Vec<ResponsePoint>,
}

/// The points in a small grid: pounds and per cent of the agreement's stretch.
#[component]
fn Points(props: &PointsProps) -> Html {
    let act = use_act();
    let PointsProps {
        indicator,
        points,
        shown,
    } = props;
    let id = indicator.id;
    let record = use_indicator(id).part(|indicator| match &mut indicator.response {
        Some(Response::Points(points)) => Some(points),
        Some(Response::Cost { .. }) | None => None,
    });
    let cell = |point: usize, label: &str, value: String, slot: Slot| {
        Cell::Input(InputCell {
            label: format!("Point {}, {label}", point + 1).into(),
            value: value.into(),
            slot,
            finding: None,
            mark: None,
        })
    };
    let rows: Vec<Rc<Row>> = shown
        .iter()
        .enumerate()
        .map(|(index, point)| {
            let (pounds, share) = (money::typed(point.pounds), share::typed(point.share));
            let record = record.clone();
            let remove = point_removed(points, index).map(|_| {
                let drawn = points.len();
                Callback::from(move |()| {
                    record.with(|points| {
                        // As drawn: with one fewer the place is another point's.
                        let fewer = point_removed(points, index).filter(|_| points.len() == drawn);
                        if let Some(fewer) = fewer {
                            *points = fewer;
                        }
                    })
                })
            });
            let number = (index + 1).to_string();
            Rc::new(Row {
                key: index.to_string().into(),
                class: AttrValue::default(),
                cells: vec![
                    cell(index, "pounds", pounds, Slot::BendPounds(id, index)),
                    cell(index, "% of the stretch", share, Slot::BendShare(id, index)),
                    Cell::Button("×", format!("Remove point {number}").into(), remove),
                ],
                name: Name::new(number, ""),
            })
        })
        .collect();
    let head = vec![
        Head::new("Point", ""),
        Head::new("Effective £", "n"),
        Head::new("% of stretch", "n"),
        Head::new("", ""),
    ];
    let full = point_added(points).is_none();
    let add = act.on(move || {
        Action::Commit(record.with(|points| {
            if let Some(more) = point_added(points) {
                *points = more;
            }
        }))
    });
    html! {
        <>
            <p class="hint">{ "Two to six points. Each goes up in pounds and never down in effect; 100% is the agreement's stretch." }</p>
            <Grid id="indicator-points" of={points.len().to_string()} label="Points of the response" {head} {rows} class="points" />
            <p class="tools"><button type="button" disabled={full} onclick={add}>{ "Add a point" }</button></p>
        </>
    }
}
