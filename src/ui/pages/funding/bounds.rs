//! What binds the stream at hand: fence, floors, named outcomes, carrying.

use crate::app::show::funding::fence_words;
use crate::app::words::fence_name;
use crate::app::{Action, Edit, Lookup};
use crate::model::{BasisPoints, Fence, Floor, Outcome, Pounds};
use crate::text::{money, share};
use crate::ui::context::use_act;
use crate::ui::inputs::{Choice, Field};
use crate::ui::pages::funding::StreamProps;
use crate::ui::pages::funding::at_hand::use_stream;
use crate::ui::record::toggle_in;
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
    let record = use_stream(props.stream);
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
                    read={record.read(|stream, text| { stream.carry_forward = carried(text)?; Ok(()) })} />
                <Field id="bring-forward" label="May be brought forward a year" value={share::typed(stream.bring_forward)} after="%"
                    read={record.read(|stream, text| { stream.bring_forward = carried(text)?; Ok(()) })} />
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

fn carried(text: &str) -> Result<BasisPoints, String> {
    share::read(text, BasisPoints::WHOLE).map_err(|wrong| wrong.says())
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
    let record = use_stream(props.stream);
    let agreement = &props.state.workbook.agreement;
    let names = Lookup(agreement);
    let Some(stream) = names.stream(props.stream) else {
        return html! { <span hidden=true></span> };
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
        let record = record.clone();
        Callback::from(move |index: usize| {
            let outcome = *ids.get(index.checked_sub(1)?)?;
            let floor = Floor {
                outcome,
                pounds: Pounds(0),
            };
            Some(record.with(|stream| stream.floors.push(floor)))
        })
    };
    let row = |floor: &Floor| {
        let id = floor.outcome;
        let read = record.read(move |stream, text| {
            let pounds = money::read(text).map_err(|wrong| wrong.says())?;
            let mut floors = stream.floors.iter_mut();
            if let Some(floor) = floors.find(|floor| floor.outcome == id) {
                floor.pounds = pounds;
            }
            Ok(())
        });
        let record = record.clone();
        let remove = act.on(move || {
            Action::Commit(record.with(|stream| stream.floors.retain(|floor| floor.outcome != id)))
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
    let record = use_stream(props.stream);
    let agreement = &props.state.workbook.agreement;
    let Some(stream) = Lookup(agreement).stream(props.stream) else {
        return html! { <span hidden=true></span> };
    };
    let entry = |outcome: &Outcome| {
        let id = outcome.id;
        let on = stream.named.contains(&id);
        let record = record.clone();
        let toggle =
            act.on(move || Action::Commit(record.with(|stream| toggle_in(&mut stream.named, id))));
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
