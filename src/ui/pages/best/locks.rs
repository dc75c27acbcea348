//! Money that the search leaves where it is: of an outcome, in all years or in one, of a stream, or all pump-priming.

use crate::app::show::best::{outcomes, pooled};
use crate::job::Lock;
use crate::ui::context::Shared;
use crate::ui::unfolding::Folded;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct LocksProps {
    pub(super) state: Shared,
    /// What is locked.
    pub(super) locked: UseStateHandle<Vec<Lock>>,
}

#[component]
pub(super) fn Locks(props: &LocksProps) -> Html {
    let LocksProps { state, locked } = props;
    let agreement = &state.shown().agreement;
    let years = || (0..agreement.year_count()).map(|year| (year, agreement.year_name(year)));
    let cell = |lock: Lock, name: String| {
        html! { <td class="n"><input type="checkbox" checked={locked.contains(&lock)} onchange={toggle(locked, lock)} aria-label={name} /></td> }
    };
    let tick = |lock: Lock, name: String| {
        html! { <label class="tick" key={name.clone()}><input type="checkbox" checked={locked.contains(&lock)} onchange={toggle(locked, lock)} />{ name }</label> }
    };
    html! {
        <Folded summary={html! { "What must stay as it is" }}>
            <div class="scroll" tabindex="0">
            <table class="locks">
                <caption class="unseen">{ "Money of outcomes that stays where it is, in all years or in one" }</caption>
                <thead><tr>
                    <th scope="col">{ "Outcome" }</th>
                    <th scope="col" class="n">{ "All" }</th>
                    { for years().map(|(year, name)| html! { <th key={year} scope="col" class="n">{ name }</th> }) }
                </tr></thead>
                <tbody>
                    { for outcomes(state).into_iter().map(|(id, name)| html! {
                        <tr key={id.0}>
                            <th scope="row">{ name.clone() }</th>
                            { cell(Lock::Outcome(id), name.clone()) }
                            { for years().map(|(year, at)| cell(Lock::Cell(id, year), format!("{name}, {at}"))) }
                        </tr>
                    }) }
                </tbody>
            </table>
            </div>
            <fieldset>
                <legend>{ "What a stream pays today" }</legend>
                { for pooled(state).into_iter().map(|(id, name)| tick(Lock::Stream(id), name)) }
                { tick(Lock::Pump, "All pump-priming".to_owned()) }
            </fieldset>
        </Folded>
    }
}

fn toggle(locked: &UseStateHandle<Vec<Lock>>, lock: Lock) -> Callback<Event> {
    let locked = locked.clone();
    Callback::from(move |_: Event| {
        let mut next = (*locked).clone();
        match next.iter().position(|&other| other == lock) {
            Some(place) => drop(next.remove(place)),
            None => next.push(lock),
        }
        locked.set(next);
    })
}
