//! What binds the stream at hand: fence, floors, named outcomes, carrying.

use crate::app::show::funding::fence_words;
use crate::app::words::fence_name;
use crate::app::{Action, Edit, Lookup};
use crate::model::{BasisPoints, Fence, Floor, Outcome, Pounds, Stream};
use crate::text::{money, share};
use crate::ui::context::use_act;
use crate::ui::inputs::{Choice, Field};
use crate::ui::pages::funding::StreamProps;
use crate::ui::unfolding::Folded;
use yew::prelude::*;

const FENCES: [Option<Fence>; 5] = [
    None,
    Some(Fence::Stream),
    Some(Fence::Block),
    Some(Fence::Agreement),
    Some(Fence::None),
];

#[component]
pub(crate) fn Bounds(props: &StreamProps) -> Html {
    let state = &props.state;
    let names = Lookup(&state.workbook.agreement);
    let Some(stream) = names.stream(props.stream).cloned() else {
        return html! { <span hidden=true></span> };
    };
    html! {
        <section class="card form" aria-label="What binds it">
            <h3>{ "What binds it" }</h3>
            <FenceChoice state={state.clone()} stream={stream.id} />
            <div class="pair narrow">
                <Field id="carry-forward" label="May be carried into the next year" value={share::typed(stream.carry_forward)} after="%"
                    read={carry(&stream, |stream, share| stream.carry_forward = share)} />
                <Field id="bring-forward" label="May be brought forward a year" value={share::typed(stream.bring_forward)} after="%"
                    read={carry(&stream, |stream, share| stream.bring_forward = share)} />
            </div>
            if state.workbook.agreement.outcomes.is_empty() {
                <p class="nothing">{ "Floors and named outcomes wait for outcomes, which are added under Agreement." }</p>
            } else {
                <Floors state={state.clone()} stream={stream.id} />
                <Named state={state.clone()} stream={stream.id} />
            }
        </section>
    }
}

fn carry(
    stream: &Stream,
    set: fn(&mut Stream, BasisPoints),
) -> Callback<String, Result<Edit, String>> {
    let stream = stream.clone();
    Callback::from(move |text: String| {
        let share = share::read(&text, BasisPoints::WHOLE).map_err(|wrong| wrong.says())?;
        let mut changed = stream.clone();
        set(&mut changed, share);
        Ok(Edit::Stream(changed))
    })
}

/// The fence typed for the stream in the open scenario, over that of the set-up.
#[component]
fn FenceChoice(props: &StreamProps) -> Html {
    let state = &props.state;
    let id = props.stream;
    let (Some(scenario), Some(stream)) = (
        state.scenario(),
        Lookup(&state.shown().agreement).stream(id),
    ) else {
        return html! { <span hidden=true></span> };
    };
    let typed = scenario.fences.iter().find(|choice| choice.stream == id);
    let typed = typed.map(|choice| choice.fence);
    let options =
        FENCES.map(|fence| AttrValue::from(fence.map_or("as the set-up has it", fence_name)));
    let choose =
        Callback::from(move |index: usize| FENCES.get(index).map(|&fence| Edit::Fence(id, fence)));
    html! {
        <div>
            <Choice id="stream-fence" label={format!("In {}, it may reach", scenario.name)} options={options.to_vec()}
                chosen={FENCES.iter().position(|&fence| fence == typed).unwrap_or(0)} {choose} />
            <p class="hint">{ format!("In force: it may reach {}.", fence_words(scenario, stream)) }</p>
        </div>
    }
}

/// Outcomes that a stream must reach, with pounds a year.
#[component]
fn Floors(props: &StreamProps) -> Html {
    let act = use_act();
    let agreement = &props.state.workbook.agreement;
    let names = Lookup(agreement);
    let Some(stream) = names.stream(props.stream) else {
        return html! { <span hidden=true></span> };
    };
    let with_floors = |stream: &Stream, floors: Vec<Floor>| {
        Edit::Stream(Stream {
            floors,
            ..stream.clone()
        })
    };
    let free: Vec<&Outcome> = agreement
        .outcomes
        .iter()
        .filter(|outcome| {
            stream
                .floors
                .iter()
                .all(|floor| floor.outcome != outcome.id)
        })
        .collect();
    let mut options = vec![AttrValue::from("Choose an outcome…")];
    options.extend(
        free.iter()
            .map(|outcome| AttrValue::from(outcome.name.clone())),
    );
    let add = {
        let ids: Vec<_> = free.iter().map(|outcome| outcome.id).collect();
        let stream = stream.clone();
        Callback::from(move |index: usize| {
            let outcome = *ids.get(index.checked_sub(1)?)?;
            let mut floors = stream.floors.clone();
            floors.push(Floor {
                outcome,
                pounds: Pounds(0),
            });
            Some(with_floors(&stream, floors))
        })
    };
    let row = |floor: &Floor| {
        let id = floor.outcome;
        let read = {
            let stream = stream.clone();
            Callback::from(move |text: String| {
                let pounds = money::read(&text).map_err(|wrong| wrong.says())?;
                let mut floors = stream.floors.clone();
                for floor in floors.iter_mut().filter(|floor| floor.outcome == id) {
                    floor.pounds = pounds;
                }
                Ok(with_floors(&stream, floors))
            })
        };
        let stream = stream.clone();
        let remove = act.on(move || {
            let others = stream.floors.iter().filter(|floor| floor.outcome != id);
            Action::Commit(with_floors(&stream, others.copied().collect()))
        });
        let name = names.outcome_name(id).to_owned();
        html! {
            <li key={id.0}>
                <Field id={format!("floor-{}", id.0)} label={name.clone()} value={money::typed(floor.pounds)} before="£" after="a year" {read} />
                <button type="button" class="quiet" aria-label={format!("Remove the floor for {name}")} onclick={remove}>{ "Remove" }</button>
            </li>
        }
    };
    html! {
        <fieldset>
            <legend>{ "Floors: what must reach an outcome" }</legend>
            if stream.floors.is_empty() {
                <p class="nothing">{ "None." }</p>
            }
            <ul class="entries">{ for stream.floors.iter().map(row) }</ul>
            if !free.is_empty() {
                <Choice id="floor-add" label="Add a floor for" {options} chosen={0} choose={add} />
            }
        </fieldset>
    }
}

/// Outcomes that the stream may go to when it is fenced alone.
#[component]
fn Named(props: &StreamProps) -> Html {
    let act = use_act();
    let agreement = &props.state.workbook.agreement;
    let Some(stream) = Lookup(agreement).stream(props.stream) else {
        return html! { <span hidden=true></span> };
    };
    let entry = |outcome: &Outcome| {
        let id = outcome.id;
        let on = stream.named.contains(&id);
        let stream = stream.clone();
        let toggle = act.on(move || {
            let mut changed = stream.clone();
            if on {
                changed.named.retain(|&named| named != id);
            } else {
                changed.named.push(id);
            }
            Action::Commit(Edit::Stream(changed))
        });
        html! { <li key={id.0}><label class="check"><input type="checkbox" checked={on} onchange={toggle} />{ outcome.name.clone() }</label></li> }
    };
    let said = match stream.named.as_slice() {
        [] => "none: wherever its block reaches".to_owned(),
        named => crate::chart::figure::count(named.len(), "outcome"),
    };
    html! {
        <Folded summary={html! { <>{ "Named outcomes, for when it is fenced alone" }<small>{ format!(" {said}") }</small></> }}>
            <ul class="checks">{ for agreement.outcomes.iter().map(entry) }</ul>
        </Folded>
    }
}
