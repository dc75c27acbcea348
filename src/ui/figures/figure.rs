//! A figure: title, sentence, picture, and its numbers as a table that can be opened.

use crate::chart::figure::{Figure, Table};
use crate::ui::figures::scene::Picture;
use crate::ui::unfolding::use_unfolded;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FigureProps {
    pub(crate) figure: Figure,
    /// Whether the title stands above the picture; not where a heading says it already.
    #[prop_or(true)]
    pub(crate) titled: bool,
    #[prop_or_default]
    pub(crate) class: Classes,
}

#[component]
pub(crate) fn FigureView(props: &FigureProps) -> Html {
    let Figure {
        title,
        summary,
        scene,
        table,
    } = &props.figure;
    let (unfolded, on_toggle) = use_unfolded();
    html! {
        <figure class={classes!("figure", props.class.clone())} aria-label={title.clone()}>
            if props.titled {
                <figcaption><strong>{ title.clone() }</strong></figcaption>
            }
            <div class="picture" tabindex="0"><Picture scene={Rc::clone(scene)} label={summary.clone()} /></div>
            <p class="summary">{ summary.clone() }</p>
            <details class="numbers" ontoggle={on_toggle}>
                <summary>{ "The numbers" }</summary>
                if unfolded {
                    { numbers(table) }
                }
            </details>
        </figure>
    }
}

fn numbers(table: &Table) -> Html {
    let class = |column: usize| (column >= table.words).then_some("n");
    html! {
        <div class="scroll" tabindex="0">
            <table class={(table.head.len() > 4).then_some("stacks")}>
                <caption>{ table.caption.clone() }</caption>
                <thead><tr>
                    { for table.head.iter().enumerate().map(|(index, head)| html! {
                        <th key={index} scope="col" class={index.checked_sub(1).and_then(class)}>{ head.clone() }</th>
                    }) }
                </tr></thead>
                <tbody>
                    { for table.rows.iter().enumerate().map(|(index, row)| html! {
                        <tr key={index}>
                            <th scope="row">{ row.header.clone() }</th>
                            { for row.cells.iter().zip(table.head.iter().skip(1)).enumerate().map(|(column, (cell, head))| html! {
                                <td key={column} class={class(column)} data-head={head.clone()}>{ cell.clone() }</td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
