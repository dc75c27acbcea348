//! The whole library as one file, out and in.

use crate::app::Notice;
use crate::app::library::{FILE_NAME, export, import};
use crate::app::show::library::exported;
use crate::codec::file;
use crate::platform::storage::{Browser, StorageAlone};
use crate::platform::{clock, files};
use crate::ui::dialogs::open::refusal;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct WholeProps {
    /// The number of the workbook on screen.
    pub(super) on_screen: u32,
    /// Called when the library is another.
    pub(super) on_changed: Callback<()>,
}

#[component]
pub(super) fn Whole(props: &WholeProps) -> Html {
    let said = use_state(|| None::<Notice>);
    let on_save = {
        let said = said.clone();
        Callback::from(move |_: MouseEvent| {
            said.set(Some(match export(&Browser) {
                Ok((text, left_out)) if files::save(FILE_NAME, "application/json", &text) => {
                    Notice::fact(exported(FILE_NAME, left_out))
                }
                Ok(_) => Notice::wrong("The browser does not let this page save a file."),
                Err(says) => Notice::wrong(says),
            }));
        })
    };
    let on_file = {
        let (said, props) = (said.clone(), props.clone());
        Callback::from(move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            let Some(chosen) = input.and_then(|input| files::chosen(&input)) else {
                return;
            };
            let (said, props) = (said.clone(), props.clone());
            spawn_local(async move {
                let brought = match files::read(&chosen, file::LARGEST_LIBRARY).await {
                    Ok(text) => import(&StorageAlone, &text, props.on_screen, clock::now()),
                    Err(error) => Err(refusal(error, file::LARGEST_LIBRARY)),
                };
                said.set(Some(brought.map_or_else(Notice::wrong, Notice::fact)));
                props.on_changed.emit(());
            });
        })
    };
    let wrong = said.as_ref().is_some_and(|said| said.wrong);
    let says = said.as_ref().map(|said| said.says.clone());
    html! {
        <section>
            <h3>{ "The whole library" }</h3>
            <p class="hint" id="whole-hint">{ "Every workbook kept here in one file, for safe keeping or for another browser. Bringing one in adds what is not here yet and changes nothing." }</p>
            <div class="in-out">
                <button type="button" onclick={on_save}>{ "Save the library as a file" }</button>
                <div class="field">
                    <label for="library-file">{ "Bring a library in" }</label>
                    <input type="file" id="library-file" accept=".json,application/json" aria-describedby="whole-hint whole-answer" onchange={on_file} />
                </div>
            </div>
            <p id="whole-answer" class={if wrong { "error" } else { "answer" }} role="status">{ says.unwrap_or_default() }</p>
        </section>
    }
}
