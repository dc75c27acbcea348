//! The ledger: scenarios in the order made or received, each with what it answered and what can be noted of it.

use crate::app::ledger::{entry_of, labelled};
use crate::app::show::agreement::note::read_passage;
use crate::app::show::ledger::{LABELS, Row, rows};
use crate::app::{Action, Edit};
use crate::model::{Entry, Label, Moment, ScenarioId};
use crate::platform::clock;
use crate::text::name;
use crate::ui::context::{Act, Shared, ViewProps, use_act};
use crate::ui::inputs::{Choice, Field};
use crate::ui::record::Record;
use crate::ui::unfolding::use_unfolded;
use yew::prelude::*;

#[component]
pub(super) fn Ledger(props: &ViewProps) -> Html {
    let act = use_act();
    let rows = rows(&props.state);
    let at = rows.iter().position(|row| row.open);
    html! {
        <section class="card" aria-label="Ledger">
            <div class="card-head">
                <h3>{ "Ledger" }</h3>
                <span class="tools" role="group" aria-label="Step through the negotiation">
                    { step(&act, "‹ Before", at.and_then(|at| rows.get(at.checked_sub(1)?))) }
                    { step(&act, "Next ›", at.and_then(|at| rows.get(at + 1))) }
                </span>
            </div>
            <ol class="ledger">
                { for rows.iter().map(|row| html! { <Step key={row.id.0} state={props.state.clone()} row={row.clone()} /> }) }
            </ol>
        </section>
    }
}

/// Turns to another step of the negotiation: its scenario against the one that it answered.
fn step(act: &Act, text: &'static str, row: Option<&Row>) -> Html {
    let to = row.map(|row| (row.id, row.step.as_ref().map(|step| step.0)));
    let act = act.clone();
    let turn = move |_: MouseEvent| {
        if let Some((id, against)) = to {
            act.send(Action::Against(against));
            act.send(Action::Open(id));
        }
    };
    html! { <button key={text} type="button" class="quiet" disabled={to.is_none()} onclick={turn}>{ text }</button> }
}

#[derive(Clone, PartialEq, Properties)]
struct StepProps {
    state: Shared,
    row: Row,
}

#[component]
fn Step(props: &StepProps) -> Html {
    let act = use_act();
    let (unfolded, on_toggle) = use_unfolded();
    let row = &props.row;
    let id = row.id;
    let against = row.step.as_ref().map(|step| step.0);
    let open = {
        let act = act.clone();
        move |_: MouseEvent| {
            act.send(Action::Against(against));
            act.send(Action::Open(id));
        }
    };
    html! {
        <li class={classes!(row.open.then_some("on"), row.locked.then_some("locked"))}>
            <div class="step">
                <small class="day">{ row.day.clone() }</small>
                <span>
                    <button type="button" class="link" aria-current={row.open.then_some("true")} onclick={open}>{ row.name.clone() }</button>
                    <small>{ row.says.clone() }{ " " }<span class="code">{ row.code.to_string() }</span></small>
                    if let Some((_, step)) = &row.step {
                        <small>{ step.clone() }</small>
                    }
                    if let Some(changed) = &row.changed {
                        <small class="down">{ changed.clone() }</small>
                    }
                    if !row.entry.note.is_empty() {
                        <small>{ row.entry.note.clone() }</small>
                    }
                </span>
                <b>{ row.total.clone() }</b>
            </div>
            <details ontoggle={on_toggle}>
                <summary>{ format!("Note on {}", row.name) }</summary>
                if unfolded {
                    { fields(&act, &props.state, row) }
                }
            </details>
        </li>
    }
}

/// What can be noted of a scenario: where it stands, from whom it came, a remark, what it answered.
fn fields(act: &Act, state: &Shared, row: &Row) -> Html {
    let id = row.id;
    let entry = row.entry.clone();
    let key = |what: &str| format!("ledger-{}-{what}", id.0);
    let chosen = LABELS.iter().position(|(label, _)| *label == entry.label);
    let label = {
        let act = act.clone();
        Callback::from(move |index: usize| {
            let (label, _) = LABELS.get(index)?;
            let at = Moment::of_millis(clock::now());
            Some(labelled(&act.now()?.workbook, id, *label, at))
        })
    };
    let record = Record::new(
        act,
        move |state| Some(entry_of(&state.workbook, id)),
        |_, entry: Entry| Edit::Enter(entry),
    );
    let others: Vec<(ScenarioId, AttrValue)> = state
        .workbook
        .scenarios
        .iter()
        .filter(|other| other.id != id)
        .map(|other| (other.id, other.name.clone().into()))
        .collect();
    let answered = others
        .iter()
        .position(|(other, _)| Some(*other) == entry.answers);
    let ids = others.iter().map(|(other, _)| Some(*other));
    let ids: Vec<Option<ScenarioId>> = [None].into_iter().chain(ids).collect();
    let answers = record.pick(ids, |entry, answers| entry.answers = answers);
    let mut names: Vec<AttrValue> = vec!["nothing".into()];
    names.extend(others.into_iter().map(|(_, name)| name));
    html! {
        <div class="fields">
            <Choice id={key("label")} label={format!("{} is", row.name)} options={LABELS.map(|(_, text)| AttrValue::from(text)).to_vec()} chosen={chosen.unwrap_or(0)} choose={label} />
            <Field id={key("author")} label={if entry.label == Label::Received { "From" } else { "By" }} value={entry.author.clone()} read={record.read(|entry, text| { entry.author = author(text)?; Ok(()) })} numeric={false} />
            <Choice id={key("answers")} label="Answers" options={names} chosen={answered.map_or(0, |at| at + 1)} choose={answers} />
            <Field id={key("note")} label="Note" value={entry.note.clone()} read={record.read(|entry, text| { entry.note = read_passage(text)?; Ok(()) })} numeric={false} />
            if row.locked {
                <p class="hint">{ "It is agreed, and its figures are locked. Choose another label to unlock them." }</p>
            }
        </div>
    }
}

/// Reads a name that may be left empty.
fn author(text: &str) -> Result<String, String> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    name::read(text)
}
