//! One workbook of the library, with what can be done with it.

use crate::app::show::library::Book;
use crate::platform::clock;
use crate::ui::dialogs::library::retitle::Retitle;
use yew::prelude::*;

/// What a person does with a workbook of the list.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Job {
    /// Opens it.
    Open,
    /// Compares it with what is open.
    Compare,
    /// Makes a copy of it.
    Duplicate,
    /// Wants to type another title.
    Retitle,
    /// Typed another title, or left it as it was.
    Retitled(Option<String>),
    /// Deletes it.
    Delete,
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowProps {
    pub(super) book: Book,
    /// Whether its title is being typed.
    pub(super) renaming: bool,
    /// Hears of the workbook's number, its title and the job.
    pub(super) on_job: Callback<(u32, String, Job)>,
}

#[component]
pub(super) fn Row(props: &RowProps) -> Html {
    let book = &props.book;
    let title = &book.title;
    let send = {
        let (number, title, on_job) = (book.number, title.clone(), props.on_job.clone());
        Callback::from(move |job: Job| on_job.emit((number, title.clone(), job)))
    };
    if props.renaming {
        let on_done = Callback::from(move |title| send.emit(Job::Retitled(title)));
        return html! {
            <li><Retitle number={book.number} title={title.clone()} {on_done} /></li>
        };
    }
    let on = |job: Job| {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| send.emit(job.clone()))
    };
    let tool = |words: &'static str, job: Job| {
        html! {
            <button type="button" class="quiet" onclick={on(job)} aria-label={format!("{words} {title}")}>{ words }</button>
        }
    };
    html! {
        <li>
            <p><b>{ title.clone() }</b><small>{ format!("changed {}, {}", clock::say(book.changed), book.size) }</small></p>
            if book.on_screen {
                <span class="tools">
                    <span class="same">{ "on screen" }</span>
                    { tool("Duplicate", Job::Duplicate) }
                </span>
            } else {
                <span class="tools">
                    <button type="button" onclick={on(Job::Open)} aria-label={format!("Open {title}, kept here")}>{ "Open" }</button>
                    <button type="button" class="quiet" onclick={on(Job::Compare)} aria-label={format!("Compare {title} with what is open")}>{ "Compare" }</button>
                    { tool("Duplicate", Job::Duplicate) }
                    <button type="button" class="quiet" id={format!("rename-{}", book.number)} onclick={on(Job::Retitle)} aria-label={format!("Rename {title}")}>{ "Rename" }</button>
                    { tool("Delete", Job::Delete) }
                </span>
            }
        </li>
    }
}
