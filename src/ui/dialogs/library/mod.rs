//! The library: the workbooks kept in this browser, found by their titles.

mod retitle;
mod row;
mod whole;

use crate::app::library::{self, Deleted};
use crate::app::show::library::{deleted, duplicated, library, renamed, restored};
use crate::app::{Action, Notice};
use crate::platform::clock;
use crate::platform::storage::{Browser, StorageAlone};
use crate::ui::aim::use_aim;
use crate::ui::context::Shared;
use crate::ui::dialogs::library::row::{Job, Row};
use crate::ui::dialogs::library::whole::Whole;
use crate::ui::opening;
use std::cell::RefCell;
use web_sys::HtmlInputElement;
use yew::prelude::*;

thread_local! {
    /// What was deleted since the page was opened, the last one last: it can be brought back after
    /// the dialog was closed too.
    static DELETED: RefCell<Vec<Deleted>> = const { RefCell::new(Vec::new()) };
}

/// The title of the workbook that Undo brings back.
fn last_deleted() -> Option<String> {
    DELETED.with_borrow(|deleted| deleted.last().map(|deleted| deleted.title.clone()))
}

/// A person's choice of a workbook to open.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LibraryProps {
    pub(crate) state: Shared,
    /// Does what opens a workbook and closes the dialog.
    pub(crate) take: Callback<Vec<Action>>,
}

#[component]
pub(crate) fn Library(props: &LibraryProps) -> Html {
    let search = use_state(String::new);
    let renaming = use_state(|| None::<u32>);
    let said = use_state(|| last_deleted().map(|title| Notice::fact(deleted(&title))));
    // In place of a button that is gone.
    let aim = use_aim();
    let on_screen = props.state.document;
    let shelf = library(&Browser, &search, on_screen);
    let on_search = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                search.set(field.value());
            }
        })
    };
    let on_job = {
        let (props, renaming) = (props.clone(), renaming.clone());
        let (said, aim) = (said.clone(), aim.clone());
        Callback::from(move |(number, title, job): (u32, String, Job)| match job {
            Job::Open => props.take.emit(opening::kept(&props.state, number)),
            Job::Compare => props.take.emit(opening::compared(number, &title)),
            Job::Duplicate => {
                let copy = library::duplicate(&StorageAlone, number, on_screen, clock::now());
                said.set(Some(notice(copy.map(|_| duplicated(&title)))));
            }
            Job::Retitle => renaming.set(Some(number)),
            Job::Retitled(next) => {
                said.set(next.map(|next| Notice::fact(renamed(&title, &next))));
                renaming.set(None);
                aim.replace(Some(format!("#rename-{number}")));
            }
            Job::Delete => {
                let done = library::delete(&StorageAlone, number).map(|gone| {
                    DELETED.with_borrow_mut(|deleted| deleted.push(gone));
                    aim.replace(Some("#undelete".to_owned()));
                    deleted(&title)
                });
                said.set(Some(notice(done)));
            }
        })
    };
    let on_undo = {
        let said = said.clone();
        Callback::from(move |()| {
            let Some(gone) = DELETED.with_borrow_mut(Vec::pop) else {
                return;
            };
            let back = library::restore(&Browser, &gone, on_screen);
            aim.replace(last_deleted().is_none().then(|| "#search".to_owned()));
            said.set(Some(notice(back.map(|()| restored(&gone.title)))));
        })
    };
    let on_click = {
        let on_undo = on_undo.clone();
        Callback::from(move |_: MouseEvent| on_undo.emit(()))
    };
    let on_key = Callback::from(move |event: KeyboardEvent| {
        if (event.ctrl_key() || event.meta_key()) && event.key() == "z" {
            // Not a step in the workbook behind the dialog.
            event.prevent_default();
            event.stop_propagation();
            on_undo.emit(());
        }
    });
    let redraw = use_force_update();
    let on_changed = Callback::from(move |()| redraw.force_update());
    let wrong = said.as_ref().is_some_and(|said| said.wrong);
    let says = said.as_ref().map(|said| said.says.clone());
    html! {
        <>
            <section class="library">
                <h3>{ "Kept in this browser" }</h3>
                <div class="field">
                    <label for="search">{ "Search by title" }</label>
                    <input type="text" id="search" data-draft="true" autocomplete="off" spellcheck="false" value={(*search).clone()} oninput={on_search} aria-describedby="room-used" />
                    <p class="hint" id="room-used">{ shelf.used }</p>
                </div>
                <div class="undo" onkeydown={on_key}>
                    <p class={if wrong { "error" } else { "answer" }} role="status">{ says.unwrap_or_default() }</p>
                    <div>
                        { for last_deleted().map(|title| html! {
                            <button key="undelete" type="button" id="undelete" onclick={on_click}>{ format!("↶ Undo deleting “{title}”") }</button>
                        }) }
                    </div>
                </div>
                <div role="status">
                    { for shelf.nothing.map(|nothing| html! { <p key="nothing" class="nothing">{ nothing }</p> }) }
                </div>
                <ul class="shelf">
                    { for shelf.books.iter().map(|book| html! {
                        <Row key={book.number} renaming={*renaming == Some(book.number)} book={book.clone()} on_job={on_job.clone()} />
                    }) }
                </ul>
            </section>
            <Whole {on_screen} {on_changed} />
        </>
    }
}

/// What was done, or what stood in the way.
fn notice(done: Result<String, String>) -> Notice {
    done.map_or_else(Notice::wrong, Notice::fact)
}
