//! What may go with a link besides the agreement and the open scenario, each unticked at first.

use crate::app::show::sending::has_risks;
use crate::codec::link::{OwnWords, What};
use crate::ui::context::Shared;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TicksProps {
    pub(super) state: Shared,
    pub(super) what: What,
    /// Hears of what is to go now.
    pub(super) change: Callback<What>,
}

#[component]
pub(super) fn Ticks(props: &TicksProps) -> Html {
    let tick = |id: String, label: String, ticked: bool, toggled: What| {
        let change = props.change.clone();
        let on_change = Callback::from(move |_: Event| change.emit(toggled.clone()));
        html! {
            <li key={id.clone()}>
                <input type="checkbox" id={id.clone()} checked={ticked} onchange={on_change} />
                <label for={id}>{ label }</label>
            </li>
        }
    };
    let (workbook, what) = (&props.state.workbook, &props.what);
    let named = what.words == OwnWords::Along;
    let others = workbook.scenarios.iter();
    let others = others.filter(|scenario| scenario.id != props.state.open);
    let scenarios = others.map(|scenario| {
        let mut toggled = what.clone();
        let ticked = what.further.contains(&scenario.id);
        if ticked {
            toggled.further.retain(|id| *id != scenario.id);
        } else {
            toggled.further.push(scenario.id);
        }
        let label = format!("Also the scenario “{}”", scenario.name);
        tick(format!("also-{}", scenario.id.0), label, ticked, toggled)
    });
    html! {
        <fieldset>
            <legend class="unseen">{ "What goes besides" }</legend>
            <ul class="ticks">
                { for scenarios }
                if !workbook.notes.is_empty() && named {
                    { tick("also-notes".to_owned(), "Also the notes".to_owned(), what.notes, What { notes: !what.notes, ..what.clone() }) }
                }
                if has_risks(&props.state) {
                    { tick("also-risks".to_owned(), "Also the delivery risks".to_owned(), what.risks, What { risks: !what.risks, ..what.clone() }) }
                }
                { tick("numbers-only".to_owned(), "Numbers only: leave out names that you typed yourself, and notes".to_owned(), !named, What {
                    words: if named { OwnWords::Left } else { OwnWords::Along },
                    ..what.clone()
                }) }
            </ul>
        </fieldset>
    }
}
