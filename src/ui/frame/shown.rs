//! The view on show. The one before it leaves the screen at once and is taken apart a frame later, as that takes
//! half as long as another view takes to be drawn.

use crate::app::View;
use crate::platform::soon::Soon;
use crate::ui::context::{Shared, ViewProps};
use crate::ui::frame::said::Said;
use crate::ui::frame::working::Explainer;
use crate::ui::pages::Position;
use crate::ui::parts::{Fetched, Part};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// One view from when it is opened to when another is.
#[derive(Default)]
struct Showing {
    /// How many were shown before.
    place: u32,
    node: NodeRef,
}

impl Showing {
    fn draw(&self, state: &Shared) -> Html {
        let view = match state.view {
            View::Position => html! { <Position state={state.clone()} /> },
            _ => html! { <Fetched part={Part::View} state={state.clone()} /> },
        };
        html! {
            <main id="view" tabindex="-1" key={self.place} ref={self.node.clone()}>
                <Said notice={state.notice.clone()} />
                // What one began to type or unfolded is that of the workbook that was opened.
                <Explainer key={format!("{:p}", Rc::as_ptr(&state.opened))} state={state.clone()}>{ view }</Explainer>
            </main>
        }
    }
}

/// A view that has left the screen, and the state that it showed.
struct Left {
    showing: Showing,
    state: Shared,
    _apart: Soon,
}

/// The view on show, below what is said.
pub(crate) struct Shown {
    now: Showing,
    left: Option<Left>,
}

/// What has left can be taken apart.
pub(crate) struct Apart;

impl Component for Shown {
    type Message = Apart;
    type Properties = ViewProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            now: Showing::default(),
            left: None,
        }
    }

    fn changed(&mut self, context: &Context<Self>, before: &ViewProps) -> bool {
        if context.props().state.view != before.state.view {
            let next = Showing {
                place: self.now.place + 1,
                node: NodeRef::default(),
            };
            let showing = std::mem::replace(&mut self.now, next);
            if let Some(main) = showing.node.cast::<Element>() {
                main.remove();
            }
            let link = context.link().clone();
            self.left = Some(Left {
                showing,
                state: before.state.clone(),
                _apart: Soon::new(move || link.send_message(Apart)),
            });
        }
        true
    }

    fn update(&mut self, _: &Context<Self>, Apart: Apart) -> bool {
        self.left = None;
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let left = self.left.iter();
        let left = left.map(|left| left.showing.draw(&left.state));
        // What comes is put in before what follows it in the page: what has left is there no more.
        left.chain([self.now.draw(&context.props().state)])
            .collect()
    }
}
