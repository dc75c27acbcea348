//! A slider beside a typed entry: dragging previews, letting go commits one step.
//!
//! It takes its place at once and is drawn a frame later: browsers make one of several elements.

use crate::app::Action;
use crate::app::slot::Slide;
use crate::ui::context::use_act;
use crate::ui::frame::use_later;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SliderProps {
    pub(crate) label: AttrValue,
    /// Where it stands.
    pub(crate) value: i64,
    pub(crate) most: i64,
    /// What a place means.
    pub(crate) slide: Slide,
    #[prop_or_default]
    pub(crate) disabled: bool,
}

#[component]
pub(crate) fn Slider(props: &SliderProps) -> Html {
    let act = use_act();
    let drawn = use_later();
    // The end of the track stays where it was while the thumb is held.
    let held = use_state(|| None::<i64>);
    let most = (*held).unwrap_or(props.most);
    let read = |event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>()?;
        input
            .value_as_number()
            .is_finite()
            .then(|| input.value_as_number() as i64)
    };
    let on_input = {
        let (act, slide, held, now) = (act.clone(), props.slide.clone(), held.clone(), props.most);
        Callback::from(move |event: InputEvent| {
            if let Some(place) = read(event.into()) {
                if held.is_none() {
                    held.set(Some(now));
                }
                act.send(Action::Preview(slide.edit(place)));
            }
        })
    };
    let on_change = {
        let (act, slide, held) = (act.clone(), props.slide.clone(), held.clone());
        Callback::from(move |event: Event| {
            if let Some(place) = read(event) {
                held.set(None);
                act.send(Action::Commit(slide.edit(place)));
            }
        })
    };
    // Where it was taken in hand: to be let go there is no change, of which browsers say nothing.
    let start = use_mut_ref(|| None::<i64>);
    let on_down = {
        let start = start.clone();
        Callback::from(move |event: PointerEvent| {
            start.replace(read(event.into()));
        })
    };
    let on_up = Callback::from(move |event: PointerEvent| {
        let back = *start.borrow() == read(event.into());
        if held.is_some() && back {
            held.set(None);
            act.send(Action::Cancel);
        }
    });
    if !drawn {
        return html! { <span class="slider"></span> };
    }
    html! {
        <input type="range" class="slider" aria-label={props.label.clone()} min="0" max={most.to_string()} step={props.slide.step().to_string()}
            value={props.value.to_string()} disabled={props.disabled} oninput={on_input} onchange={on_change}
            onpointerdown={on_down} onpointerup={on_up.clone()} onpointercancel={on_up} />
    }
}
