//! What the report rests on: differences from the base, rules broken, and the notes of the workbook.

use crate::app::problem::{Weight, told};
use crate::app::show::agreement::notes::{Piece, groups, heading};
use crate::app::show::moved::moved;
use crate::app::show::reward::rules;
use crate::ui::context::ViewProps;
use crate::ui::pages::aside::moved_row;
use yew::prelude::*;

/// What the scenario changes against the base, each change with its worth alone.
#[component]
pub(super) fn Differences(props: &ViewProps) -> Html {
    let state = &props.state;
    let Some(base) = state.base().filter(|base| base.id != state.open) else {
        return html! { <span hidden=true></span> };
    };
    let moved = moved(state.shown(), state.open);
    html! {
        <section>
            <h3>{ "Differences from the base " }<small>{ format!("each worth alone, added to {}", base.name) }</small></h3>
            if moved.rows.is_empty() {
                <p class="nothing">{ "None: the figures are those of the base." }</p>
            } else {
                <ol class="moves">
                    { for moved.rows.iter().chain(&moved.together).enumerate().map(moved_row) }
                </ol>
            }
        </section>
    }
}

/// Rules in force and broken, assumptions, gaps and sources.
#[component]
pub(super) fn Assumptions(props: &ViewProps) -> Html {
    let state = &props.state;
    let workbook = state.shown();
    let findings = state.result(state.open).map_or_else(Vec::new, |result| {
        told(&workbook.agreement, result, Weight::Note)
    });
    let rules = rules(state);
    html! {
        <section>
            <h3>{ "What these figures rest on" }</h3>
            if let Some(rules) = rules {
                <p>{ rules.says }{ " " }{ rules.assumed.unwrap_or_default() }</p>
            }
            if !findings.is_empty() {
                <h4>{ "Rules broken or near" }</h4>
                <ul class="findings">
                    { for findings.iter().enumerate().map(|(index, finding)| html! {
                        <li key={index}><b>{ finding.label }{ "." }</b>{ " " }{ finding.says.clone() }</li>
                    }) }
                </ul>
            }
            { for groups(workbook, None).iter().map(|group| html! {
                <div key={heading(group.kind)}>
                    <h4>{ heading(group.kind) }</h4>
                    <ul class="findings">
                        { for group.lines.iter().map(|line| html! {
                            <li key={line.place}>
                                if let Some(about) = &line.about {
                                    <b>{ about.clone() }{ ": " }</b>
                                }
                                { line.says.clone() }
                                if !line.source.is_empty() {
                                    <small class="source">{ for line.source.iter().map(source) }</small>
                                }
                            </li>
                        }) }
                    </ul>
                </div>
            }) }
        </section>
    }
}

/// Addresses are written out: paper cannot be pressed.
fn source(piece: &Piece) -> Html {
    match piece {
        Piece::Text(text) => html! { <>{ text.clone() }</> },
        Piece::Address { to, .. } => {
            html! { <a href={to.clone()} rel="noreferrer" target="_blank">{ to.clone() }</a> }
        }
    }
}
