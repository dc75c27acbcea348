//! A delivery risk as a small picture: its three points are dragged, or moved by keys.

use crate::app::show::risk::{
    Handle, Held, Key, Part, RiskRow, WIDTH, delivery, dragged, grabbed, handles, stepped,
};
use crate::app::{Action, Edit};
use crate::chart;
use crate::chart::delivery::HEIGHT;
use crate::chart::svg::number;
use crate::model::DeliveryRisk;
use crate::platform::element;
use crate::ui::context::use_act;
use crate::ui::figures::picture;
use web_sys::Element;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct HillProps {
    /// The row as it is on show, with a risk.
    pub(super) row: RiskRow,
    pub(super) risk: DeliveryRisk,
}

/// A drag or a key makes previews; letting go makes them one step.
#[component]
pub(super) fn Hill(props: &HillProps) -> Html {
    let act = use_act();
    let HillProps { row, risk } = props.clone();
    let id = row.id;
    let host = use_node_ref();
    // What is held by the hand, and the risk as it was then.
    let held = use_state(|| None::<(Held, DeliveryRisk)>);
    // What the keys have made of a risk and have not committed; and the newest risk, of which a key that
    // comes before the next drawing must know.
    let keyed = use_mut_ref(|| None::<DeliveryRisk>);
    let newest = use_mut_ref(|| risk);
    *newest.borrow_mut() = risk;
    let edit = move |risk: DeliveryRisk| Edit::Risk(id, Some(risk));
    let place = {
        let host = host.clone();
        move |event: &PointerEvent| element::in_picture(&host.cast::<Element>()?, event, WIDTH)
    };
    let on_down = {
        let (held, place, host) = (held.clone(), place.clone(), host.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(hold) = place(&event).and_then(|place| grabbed(&risk, place)) else {
                return;
            };
            if let Some(element) = host.cast::<Element>() {
                // Without capture the drag goes on as long as the pointer stays over the picture.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            held.set(Some((hold, risk)));
        })
    };
    let on_move = {
        let (act, held, place) = (act.clone(), held.clone(), place.clone());
        Callback::from(move |event: PointerEvent| {
            if let (Some((hold, start)), Some((x, _))) = (*held, place(&event)) {
                act.send(Action::Preview(edit(dragged(&start, hold, x))));
            }
        })
    };
    let on_up = {
        let (act, held) = (act.clone(), held.clone());
        Callback::from(move |event: PointerEvent| {
            if let (Some((hold, start)), Some((x, _))) = (*held, place(&event)) {
                let next = dragged(&start, hold, x);
                // A click moves nothing and is no step.
                act.send(match next == start {
                    true => Action::Cancel,
                    false => Action::Commit(edit(next)),
                });
            }
            held.set(None);
        })
    };
    let on_cancel = {
        let (act, held) = (act.clone(), held.clone());
        Callback::from(move |_: PointerEvent| {
            if held.is_some() {
                held.set(None);
                act.send(Action::Cancel);
            }
        })
    };
    let on_key = {
        let (act, keyed) = (act.clone(), keyed.clone());
        Callback::from(move |(part, event): (Part, KeyboardEvent)| {
            if event.key() == "Escape" && keyed.take().is_some() {
                act.send(Action::Cancel);
            }
            let plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key();
            let Some(key) = Key::named(&event.key()).filter(|_| plain) else {
                return;
            };
            event.prevent_default();
            let now = keyed.borrow().unwrap_or(*newest.borrow());
            let next = stepped(&now, part, key);
            *keyed.borrow_mut() = Some(next);
            *newest.borrow_mut() = next;
            act.send(Action::Preview(edit(next)));
        })
    };
    let done = Callback::from(move |()| {
        if let Some(risk) = keyed.take() {
            act.send(Action::Commit(edit(risk)));
        }
    });
    let Some(input) = delivery(&row) else {
        return html! { <span hidden=true></span> };
    };
    let figure = chart::delivery::draw(&input);
    html! {
        <div class={classes!("hill-of", held.is_some().then_some("held"))} ref={host}
            onpointerdown={on_down} onpointermove={on_move} onpointerup={on_up} onpointercancel={on_cancel}>
            { picture(&figure.scene, &figure.summary) }
            <svg class="chart handles" viewBox={format!("0 0 {} {}", number(WIDTH), number(HEIGHT))} role="group" aria-label={figure.title.clone()}>
                { for handles(&risk).into_iter().map(|handle| point(&row.name, handle, &on_key, &done)) }
            </svg>
        </div>
    }
}

fn point(
    name: &str,
    handle: Handle,
    on_key: &Callback<(Part, KeyboardEvent)>,
    done: &Callback<()>,
) -> Html {
    let part = handle.part;
    let (on_key, up, left) = (on_key.clone(), done.clone(), done.clone());
    html! {
        <circle key={part.name()} class={classes!("handle", (part == Part::Likely).then_some("likely"))}
            cx={number(handle.at.0)} cy={number(handle.at.1)} r="6"
            role="slider" tabindex="0" aria-label={format!("{} share of {name}", part.name())}
            aria-valuemin={handle.least} aria-valuemax={handle.most} aria-valuenow={handle.now.clone()} aria-valuetext={format!("{}%", handle.now)}
            onkeydown={move |event: KeyboardEvent| on_key.emit((part, event))}
            onkeyup={move |_: KeyboardEvent| up.emit(())} onfocusout={move |_: FocusEvent| left.emit(())} />
    }
}
