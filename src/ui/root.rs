//! The whole page: the state, its contexts and the frame around the open view.

use crate::app::{Action, View};
use crate::platform::element;
use crate::ui::context::{Act, ViewProps};
use crate::ui::desks::use_desks;
use crate::ui::frame::{Explainer, Header, Said, Sidebar};
use crate::ui::keeping::use_keeping;
use crate::ui::pages::Position;
use crate::ui::parts::{Fetched, Part, use_parts};
use crate::ui::shortcuts::use_shortcuts;
use std::rc::Rc;
use yew::prelude::*;

/// The whole page.
#[component]
pub(crate) fn App(props: &ViewProps) -> Html {
    let start = props.state.clone();
    let state = use_reducer(move || start);
    let act = {
        let dispatcher = state.dispatcher();
        use_memo((), move |()| {
            Act::new(Callback::from(move |action: Action| {
                dispatcher.dispatch(action)
            }))
        })
    };
    let shared = (*state).clone();
    use_shortcuts(&act, shared.room.meeting);
    let parts = use_parts(&act);
    use_keeping(&shared, &act, parts);
    use_desks(&shared, &act, parts);
    let view = match shared.view {
        View::Position => html! { <Position state={shared.clone()} /> },
        _ => html! { <Fetched part={Part::View} state={shared.clone()} /> },
    };
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
            <main id="view" tabindex="-1" key={shared.view.name()}>
                <Said notice={shared.notice.clone()} />
                // What one began to type or unfolded is that of the workbook that was opened.
                <Explainer key={format!("{:p}", Rc::as_ptr(&shared.opened))} state={shared.clone()}>{ view }</Explainer>
            </main>
            if shared.room.tour.is_some() {
                <Fetched part={Part::Tour} state={shared.clone()} />
            }
        </ContextProvider<Act>>
    }
}
