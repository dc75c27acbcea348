//! What a person sees: Yew components, with no arithmetic in them.

mod start;

pub use crate::ui::start::start;

use yew::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    html! { <main><h1>{ "Hello" }</h1></main> }
}
