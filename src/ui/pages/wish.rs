//! The form of a question that a person puts: its fields one below the other, its button last.

use crate::ui::inputs::List;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The form; `find` is what its button says, `other` whether something else was asked last than the fields say.
pub(super) fn wish(
    title: &str,
    (find, other): (&str, bool),
    on_find: impl Fn() + 'static,
    fields: Html,
) -> Html {
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        on_find();
    };
    html! {
        <section class="card form">
            <h3>{ title.to_owned() }</h3>
            <form {onsubmit}>
                { fields }
                if other {
                    <p class="hint" role="status">{ format!("Something else was asked last. Press “{find}” to ask this.") }</p>
                }
                <p class="tools"><button type="submit" class="go">{ find.to_owned() }</button></p>
            </form>
        </section>
    }
}

/// A field with a list, of which the one at a place is chosen.
pub(super) fn choice<'a>(
    id: &'static str,
    label: &str,
    names: impl Iterator<Item = &'a str>,
    chosen: usize,
    heard: impl Fn(usize) + 'static,
) -> Html {
    let options: Vec<AttrValue> = names.map(|name| AttrValue::from(name.to_owned())).collect();
    html! {
        <div class="field">
            <label for={id}>{ label.to_owned() }</label>
            <List {id} {options} chosen={Some(chosen)} choose={Callback::from(heard)} />
        </div>
    }
}

/// A field with a number, its hint, and what is wrong with it.
pub(super) fn typed(
    id: &'static str,
    (label, hint): (String, String),
    value: &str,
    wrong: Option<&str>,
    heard: impl Fn(String) + 'static,
) -> Html {
    let oninput = move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            heard(input.value());
        }
    };
    let about = format!("{id}-{}", if wrong.is_some() { "error" } else { "hint" });
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            <p class="hint" id={format!("{id}-hint")}>{ hint }</p>
            <input {id} type="text" inputmode="decimal" autocomplete="off" value={value.to_owned()} {oninput}
                aria-invalid={wrong.is_some().then_some("true")} aria-describedby={about} />
            if let Some(says) = wrong {
                <p class="error" id={format!("{id}-error")}>{ says.to_owned() }</p>
            }
        </div>
    }
}
