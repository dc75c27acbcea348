//! Sources, assumptions and gaps: for the whole workbook, and for one thing in it.

use crate::app::show::agreement::notes::{Line, Piece, about, groups, heading, mark};
use crate::model::{Entity, NoteKind};
use crate::ui::context::{Shared, ViewProps};
use yew::prelude::*;

#[component]
pub(crate) fn Notes(props: &ViewProps) -> Html {
    let groups = groups(props.state.shown());
    html! {
        <section class="card" aria-label="Sources, assumptions and gaps">
            <h3>{ "Sources, assumptions and gaps" }</h3>
            if groups.is_empty() {
                <p class="nothing">{ "Nothing is noted in this workbook." }</p>
            }
            <div class="notes">
                { for groups.iter().map(|group| html! {
                    <section key={heading(group.kind)}>
                        <h4>{ heading(group.kind) }</h4>
                        <ul>{ for group.lines.iter().map(|line| html! { <li key={line.place}>{ said(line) }</li> }) }</ul>
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
