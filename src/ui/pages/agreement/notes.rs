//! Sources, assumptions, gaps and remarks: of the whole workbook, and on one thing in it.

use crate::app::show::agreement::note::{Open, added};
use crate::app::show::agreement::notes::{Line, Piece, about, groups, heading, mark};
use crate::app::{Action, Notice};
use crate::model::{Entity, NoteKind};
use crate::platform::element;
use crate::ui::context::{Shared, ViewProps, use_act};
use crate::ui::pages::agreement::note::{Left, Writing};
use yew::prelude::*;

#[component]
pub(crate) fn Notes(props: &ViewProps) -> Html {
    let act = use_act();
    let state = &props.state;
    let open = use_state(|| None::<Open>);
    // What gets the focus once the note that was open is closed.
    let next = use_mut_ref(|| None::<String>);
    use_effect_with(*open, {
        let next = next.clone();
        move |_| {
            if let Some(selector) = next.take() {
                element::focus(&selector);
            }
        }
    });
    let workbook = &state.workbook;
    let writing = (*open).and_then(|at| Some((at, at.note(workbook)?.clone())));
    let groups = groups(workbook, writing.as_ref().map(|(at, _)| *at));
    let leave = {
        let (open, next) = (open.clone(), next.clone());
        Callback::from(move |left: Left| {
            *next.borrow_mut() = Some(match left {
                Left::Written(place) => format!("#note-{place}"),
                Left::Removed => "#note-add".to_owned(),
            });
            open.set(None);
        })
    };
    let add = {
        let open = open.clone();
        Callback::from(
            move |_: MouseEvent| match act.now().map(|state| added(&state.workbook)) {
                Some(Ok((edit, at))) => {
                    act.send(Action::Commit(edit));
                    open.set(Some(at));
                }
                Some(Err(says)) => act.send(Action::Tell(Notice::wrong(says))),
                None => {}
            },
        )
    };
    let listed = |line: &Line| match &writing {
        Some((at, note)) if at.place == line.place => html! {
            <li key={line.place}><Writing state={state.clone()} open={*at} note={note.clone()} leave={leave.clone()} /></li>
        },
        _ => {
            let (open, state, place) = (open.clone(), state.clone(), line.place);
            let edit =
                Callback::from(move |_: MouseEvent| open.set(Open::at(&state.workbook, place)));
            html! {
                <li key={place} class="read">
                    <p>{ said(line) }</p>
                    <button type="button" class="quiet" id={format!("note-{place}")} onclick={edit} aria-label={format!("Edit the note: {}", line.says)}>{ "Edit" }</button>
                </li>
            }
        }
    };
    html! {
        <section class="card" aria-label="Notes">
            <div class="card-head">
                <h3>{ "Notes" } <small>{ "sources, assumptions, gaps and remarks" }</small></h3>
                <button type="button" id="note-add" class="add" onclick={add}>{ "+ Add a note" }</button>
            </div>
            if groups.is_empty() {
                <p class="nothing">{ "Nothing is noted in this workbook." }</p>
            }
            <div class="notes">
                { for groups.iter().map(|group| html! {
                    <section key={heading(group.kind)}>
                        <h4>{ heading(group.kind) }</h4>
                        <ul>{ for group.lines.iter().map(listed) }</ul>
                    </section>
                }) }
            </div>
        </section>
    }
}

/// A note: what it is about, what it says, where it comes from.
fn said(line: &Line) -> Html {
    html! {
        <>
            if let Some(about) = &line.about {
                <b>{ about.clone() }{ ". " }</b>
            }
            <span>{ line.says.clone() }</span>
            { source(line) }
        </>
    }
}

/// Where a note comes from. A link asks for nothing until it is followed, and tells the page it leads
/// to nothing about this one.
fn source(line: &Line) -> Html {
    html! {
        <small class="source">
            { for line.source.iter().enumerate().map(|(index, piece)| match piece {
                Piece::Text(text) => html! { <span key={index}>{ text.clone() }</span> },
                Piece::Address { to, text } => html! {
                    <a key={index} href={to.clone()} rel="noreferrer noopener" target="_blank">{ text.clone() }</a>
                },
            }) }
        </small>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AboutProps {
    pub(crate) state: Shared,
    pub(crate) entity: Entity,
}

/// The notes about one thing, marked as assumed or as a gap.
#[component]
pub(crate) fn About(props: &AboutProps) -> Html {
    let notes = about(props.state.shown(), props.entity);
    html! {
        <ul class="about" hidden={notes.is_empty()}>
            { for notes.iter().map(|(kind, line)| html! {
                <li key={line.place}>
                    <b class={tone(*kind)}>{ mark(*kind) }{ ". " }</b>
                    <span>{ line.says.clone() }</span>
                    { source(line) }
                </li>
            }) }
        </ul>
    }
}

fn tone(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Source | NoteKind::Remark => "same",
        NoteKind::Assumption => "near",
        NoteKind::Gap => "down",
    }
}
