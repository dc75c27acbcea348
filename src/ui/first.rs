//! What the page opens on in a browser that keeps no workbook, and what an address asks for.

use crate::app::{Action, Notice, State, View, received, shelf, update};
use crate::codec::link::{self, Received};
use crate::codec::outcome::LinkError;
use crate::codec::say;
use crate::model::Moment;
use crate::platform::storage::Browser;
use crate::platform::{clock, location};

/// What an address asks for.
pub(crate) enum Asked {
    /// Nothing: the start page.
    Nothing,
    /// A view.
    View(View),
    /// What a link brought.
    Link(Box<Received>),
    /// A link that does not open.
    Damaged(LinkError),
}

/// What the address on show asks for.
pub(crate) fn asked() -> Asked {
    let address = location::address();
    // What stands in the path alone has been put behind a `#` before the page began.
    if !address.contains(['?', '#']) {
        return Asked::Nothing;
    }
    let fragment = location::fragment();
    match (link::read(&address), View::at(&fragment)) {
        (Ok(received), _) => Asked::Link(Box::new(received)),
        (Err(_), Some(view)) => Asked::View(view),
        (Err(LinkError::NoLink), None) if fragment.is_empty() => Asked::Nothing,
        (Err(error), None) => Asked::Damaged(error),
    }
}

/// The state that the page starts in: what the address brings, else the first sample.
pub(crate) fn start() -> State {
    match asked() {
        Asked::Link(received) => {
            received::opened(&received, Moment::of_millis(clock::now()), number())
        }
        Asked::Damaged(error) => {
            let says = format!("{} Here is an illustration instead.", say::refusal(&error));
            update(&illustration(), Action::Tell(Notice::wrong(says)))
        }
        Asked::View(view) => update(&illustration(), Action::Show(view)),
        Asked::Nothing => illustration(),
    }
}

fn illustration() -> State {
    State::illustration(number())
}

fn number() -> u32 {
    shelf::fresh(&Browser, 0)
}
