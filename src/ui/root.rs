//! The whole page: the state, its contexts and the frame around the open view.

use crate::platform::element;
use crate::ui::context::{Act, ViewProps};
use crate::ui::desks::use_desks;
use crate::ui::frame::{Header, Shown, Sidebar};
use crate::ui::keeping::use_keeping;
use crate::ui::parts::{Fetched, Part, use_parts};
use crate::ui::shortcuts::use_shortcuts;
use yew::prelude::*;

/// The whole page.
#[component]
pub(crate) fn App(props: &ViewProps) -> Html {
    let start = props.state.clone();
    let state = use_reducer(move || start);
    let act = use_memo((), {
        let state = state.clone();
        move |()| Act::new(Some(state))
    });
    let shared = (*state).clone();
    use_shortcuts(&act, shared.room.meeting);
    let parts = use_parts(&act);
    use_keeping(&shared, &act, parts);
    use_desks(&shared, &act, parts);
    // Followed as it stands, the link would take the place of the agreement's in the address.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        element::focus("#view");
    });
    html! {
        <ContextProvider<Act> context={(*act).clone()}>
            <a class="skip" href="#view" onclick={skip}>{ "Skip to the view" }</a>
            <Header state={shared.clone()} />
            <Sidebar state={shared.clone()} />
            <Shown state={shared.clone()} />
            if shared.room.tour.is_some() {
                <Fetched part={Part::Tour} state={shared.clone()} />
            }
        </ContextProvider<Act>>
    }
}
