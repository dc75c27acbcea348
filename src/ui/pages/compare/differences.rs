//! The differences line by line, each with its worth, to be taken or left.

use crate::app::Action;
use crate::app::show::compare::{Compare, Line, Row, Section, Standing, Sum};
use crate::app::{Edit, State};
use crate::model::{Label, Moment};
use crate::platform::clock;
use crate::ui::context::{Act, Shared, use_act};
use crate::ui::frame::tone;
use crate::ui::unfolding::Folded;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DifferencesProps {
    pub(super) state: Shared,
    pub(super) compare: Compare,
}

/// What a change is worth to the rest, as a heading.
fn left_out(choice: Choice) -> &'static str {
    match choice {
        Choice::TakeOrLeave => "If left",
        Choice::Revert | Choice::Nothing => "If reverted",
    }
}

/// What can be done with a difference.
#[derive(Clone, Copy, PartialEq)]
enum Choice {
    /// The other side's: taken into the counter-offer, or left.
    TakeOrLeave,
    /// One's own: reverted to what it is compared with.
    Revert,
    /// One's own that is agreed, and locked.
    Nothing,
}

fn choice(state: &State) -> Choice {
    match state.workbook.label(state.open) {
        _ if state.beside.is_some() => Choice::TakeOrLeave,
        Label::Received => Choice::TakeOrLeave,
        Label::Agreed => Choice::Nothing,
        Label::Draft | Label::Offered => Choice::Revert,
    }
}

#[component]
pub(super) fn Differences(props: &DifferencesProps) -> Html {
    let act = use_act();
    let compare = &props.compare;
    let choice = choice(&props.state);
    let [mine, theirs] = &compare.columns;
    let left_out = left_out(choice);
    let says = match choice {
        Choice::TakeOrLeave => {
            format!(
                "against {}; take or leave each line: what you take makes your counter-offer",
                mine.name
            )
        }
        _ => format!("{} against {}", theirs.name, mine.name),
    };
    html! {
        <section class="card">
            <h3>{ if choice == Choice::TakeOrLeave { "What they moved " } else { "What differs " } }<small>{ says }</small></h3>
            if let Some(nothing) = compare.nothing {
                <p class="nothing">{ nothing }</p>
            } else {
                <div class="scroll">
                <table class="differences stacks">
                    <thead key="head"><tr>
                        <th scope="col">{ "Change" }</th>
                        <th scope="col" class="n">{ "Worth alone" }</th>
                        <th scope="col" class="n">{ left_out }</th>
                        <th scope="col" class="n share">{ "Share of the difference" }</th>
                        <th scope="col"><span class="unseen">{ "Take or leave" }</span></th>
                    </tr></thead>
                    { for compare.sections.iter().map(|section| part(&act, section, choice)) }
                    <tbody key="all" class="all">
                        if let Some((says, sums)) = &compare.rest {
                            <tr key="rest">
                                <th scope="row">{ says.clone() }</th>
                                { for sums.iter().zip(["Worth alone", left_out, "Share of the difference"]).map(|(sum, head)| cell(head, sum, None)) }
                                <td key="choice"></td>
                            </tr>
                        }
                        <tr key="sum">
                            <th scope="row">{ "All of it" }</th>
                            <td></td>
                            <td></td>
                            <td class={classes!("n", "share", tone(compare.difference.pence))} data-head="Difference"><b>{ compare.difference.text.clone() }</b>{ paid(&compare.difference) }</td>
                            <td class="choice">
                                if choice == Choice::TakeOrLeave {
                                    <button type="button" aria-disabled={compare.take_all.is_empty().to_string()} onclick={take(&act, compare.take_all.is_empty(), compare.take_all.clone())}>{ compare.take_all_says }</button>
                                }
                            </td>
                        </tr>
                    </tbody>
                </table>
                </div>
                <p class="hint">{ format!("Worth alone: what this change brings by itself. {left_out}: what the rest is worth more, or less, without it. The shares count each change at its average over every order in which the changes could be made, so they add up to the difference.") }{ compare.paid.map(|says| format!(" {says}")) }</p>
            }
        </section>
    }
}

fn part(act: &Act, section: &Section, choice: Choice) -> Html {
    html! {
        <tbody key={section.title}>
            <tr key="title" class="block"><th colspan="5" scope="rowgroup">{ section.title }if let Some(note) = section.note { <small>{ format!(" {note}") }</small> }</th></tr>
            { for section.rows.iter().enumerate().map(|(index, row)| {
                // Two changes can read the same.
                let before = section.rows.iter().take(index).filter(|other| other.says == row.says);
                change(act, format!("{} {}", before.count(), row.says), row, choice)
            }) }
        </tbody>
    }
}

fn change(act: &Act, key: String, row: &Row, choice: Choice) -> Html {
    let several = row.lines.len() > 1;
    let make: Vec<Edit> = row.lines.iter().map(|line| line.make.clone()).collect();
    let undo: Vec<Edit> = row.lines.iter().map(|line| line.undo.clone()).collect();
    // A fact is taken or it is not; it is no line of one's own.
    let choice = match (&row.fact, choice) {
        (Some(_), _) => Choice::TakeOrLeave,
        (None, choice) => choice,
    };
    html! {
        <tr {key} class={standing(row.standing).1}>
            <th scope="row">
                if let Some(fact) = &row.fact {
                    { fact.says.clone() }{ " " }<b class="tag">{ "fact" }</b>
                    <small>{ format!("yours: {}, theirs: {}", fact.mine, fact.theirs) }</small>
                } else {
                    { row.says.clone() }
                }
                if several {
                    <Folded class="lines" summary={html! { format!("{} lines, to be chosen one by one", row.lines.len()) }}>
                        <ul>
                            { for row.lines.iter().enumerate().map(|(index, line)| html! {
                                <li key={index} class={standing(line.standing).1}><span>{ line.says.clone() }</span>{ buttons(act, &line.says, line.standing, choice, one(line)) }</li>
                            }) }
                        </ul>
                    </Folded>
                }
            </th>
            { cell("Worth alone", &row.alone, row.alone_note.as_deref()) }
            { cell(left_out(choice), &row.left_out, row.left_out_note.as_deref()) }
            <td key="share" class="n share" data-head="Share of the difference">
                if let Some(share) = &row.share {
                    { bar(row.bar) }<b class={tone(share.pence)}>{ share.text.clone() }</b>{ paid(share) }
                } else {
                    <small>{ "with the rest" }</small>
                }
            </td>
            <td key="choice" class="choice">{ buttons(act, &row.says, row.standing, choice, (make, undo)) }</td>
        </tr>
    }
}

fn one(line: &Line) -> (Vec<Edit>, Vec<Edit>) {
    (vec![line.make.clone()], vec![line.undo.clone()])
}

fn cell(head: &'static str, sum: &Sum, note: Option<&str>) -> Html {
    html! {
        <td key={head} class={classes!("n", tone(sum.pence))} data-head={head}>
            { sum.text.clone() }
            { paid(sum) }
            if let Some(note) = note {
                <small class="down">{ note.to_owned() }</small>
            }
        </td>
    }
}

/// What of a sum is paid, where that is not the same.
fn paid(sum: &Sum) -> Html {
    let Some((pence, says)) = &sum.paid else {
        return Html::default();
    };
    html! { <small class={tone(*pence)}>{ says.clone() }</small> }
}

/// What can be done with a change or a line, and where it stands.
fn buttons(
    act: &Act,
    says: &str,
    now: Standing,
    choice: Choice,
    (make, undo): (Vec<Edit>, Vec<Edit>),
) -> Html {
    let (word, _) = standing(now);
    let (taken, left) = (now == Standing::Taken, now == Standing::Left);
    match choice {
        Choice::Nothing => html! { <span class="tools"></span> },
        Choice::Revert => {
            let act = act.clone();
            let revert = move |_: MouseEvent| act.send(Action::Commit(Edit::Many(undo.clone())));
            html! {
                <span class="tools"><button type="button" class="quiet" aria-label={format!("Revert: {says}")} onclick={revert}>{ "Revert" }</button></span>
            }
        }
        Choice::TakeOrLeave => html! {
            <span class="tools">
                <button type="button" aria-label={format!("Take: {says}")} aria-disabled={taken.to_string()} onclick={take(act, taken, make.clone())}>{ "Take" }</button>
                <button type="button" aria-label={format!("Leave: {says}")} aria-disabled={left.to_string()} onclick={leave(act, now, make, undo)}>{ "Leave" }</button>
                <small>{ word }</small>
            </span>
        },
    }
}

/// Leaves, unless that is done already; what is not taken needs no taking back.
fn leave(act: &Act, now: Standing, make: Vec<Edit>, undo: Vec<Edit>) -> Callback<MouseEvent> {
    let (done, taken) = (
        now == Standing::Left,
        matches!(now, Standing::Taken | Standing::Partly),
    );
    let back = take(act, !taken, undo);
    let leave = act.unless(done, move || Action::Leave(make.clone()));
    Callback::from(move |event: MouseEvent| {
        back.emit(event.clone());
        leave.emit(event);
    })
}

/// Takes, unless that is done already.
fn take(act: &Act, done: bool, edits: Vec<Edit>) -> Callback<MouseEvent> {
    act.unless(done, move || {
        Action::Take(edits.clone(), Moment::of_millis(clock::now()))
    })
}

/// Where a difference stands, in a word and as a class.
fn standing(standing: Standing) -> (&'static str, &'static str) {
    match standing {
        Standing::Undecided => ("", ""),
        Standing::Taken => ("taken", "taken"),
        Standing::Partly => ("partly taken", "taken"),
        Standing::Left => ("left", ""),
    }
}

/// A share as a bar to either side of nothing.
fn bar(share: f64) -> Html {
    let width = (share.abs() * 30.0).max(0.5);
    let from = if share < 0.0 { 30.0 - width } else { 30.0 };
    let class = if share < 0.0 { "bar loss" } else { "bar gain" };
    html! {
        <svg class="share-bar" viewBox="0 0 60 8" width="60" height="8" aria-hidden="true">
            <rect {class} x={format!("{from:.1}")} y="2.5" width={format!("{width:.1}")} height="3" />
        </svg>
    }
}
