//! The whole page: the state, its contexts and the frame around the open view.

use crate::app::{Action, State, View};
use crate::presets;
use crate::ui::context::{Act, Shared};
use crate::ui::frame::{Header, Said, Sidebar};
use crate::ui::pages::{Allocation, Funding, Indicators, Position};
use crate::ui::shortcuts::use_shortcuts;
use std::rc::Rc;
use yew::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    let state = use_reducer(|| {
        let workbook = Rc::new((presets::all()[0].workbook)());
        let open = workbook
            .scenarios
            .last()
            .map_or(workbook.base, |scenario| scenario.id);
        Shared::new(State::open(workbook, open, 0))
    });
    let act = {
        let dispatcher = state.dispatcher();
        use_memo((), move |()| {
            Act::new(Callback::from(move |action: Action| {
                dispatcher.dispatch(action)
            }))
        })
    };
    use_shortcuts(&act);
    let shared = (*state).clone();
    let view = match shared.view {
        View::Position => html! { <Position state={shared.clone()} /> },
        View::Funding => html! { <Funding state={shared.clone()} /> },
        View::Allocation => html! { <Allocation state={shared.clone()} /> },
        View::Indicators => html! { <Indicators state={shared.clone()} /> },
        _ => html! { <p>{ "" }</p> },
    };
    html! {
        <ContextProvider<Act> context={(*act).clone()}>
            <a class="skip" href="#view">{ "Skip to the view" }</a>
            <Header state={shared.clone()} />
            <Sidebar state={shared.clone()} />
            <main id="view" tabindex="-1" key={shared.view.name()}>
                <Said notice={shared.notice.clone()} />
                { view }
            </main>
        </ContextProvider<Act>>
    }
}
