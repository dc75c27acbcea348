//! The keyboard's focus, where what had it is drawn anew.

use crate::platform::element;
use crate::platform::soon::Soon;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// A selector that is put in here finds what gets the focus once the component has been drawn anew.
#[hook]
pub(crate) fn use_aim() -> Rc<RefCell<Option<String>>> {
    let aim = use_mut_ref(|| None::<String>);
    use_effect({
        let aim = aim.clone();
        move || {
            let at = aim.take();
            at.into_iter().for_each(|at| {
                element::focus(&at);
            });
        }
    });
    aim
}

/// How often something new is looked for: two frames each time.
const LOOKS: u8 = 100;

/// Moves the focus to what a selector finds once all that is drawn now is on screen: to the field of something new, of
/// which the name is typed next.
#[hook]
pub(crate) fn use_aim_at_new() -> Callback<String> {
    let waits = use_mut_ref(|| None::<Soon>);
    use_callback((), move |at: String, ()| {
        look(&waits, at, element::find(FOCUS), LOOKS);
    })
}

/// What a person has in hand. A heading gets the focus where a view is opened, and is no such thing.
const FOCUS: &str = ":is(a, button, input, select, textarea, summary):focus";

/// What holds it may come later itself, so it is looked for again. Where a person goes elsewhere meanwhile, the focus
/// stays with them.
fn look(waits: &Rc<RefCell<Option<Soon>>>, at: String, from: Option<Element>, looks: u8) {
    let again = Rc::downgrade(waits);
    let soon = Soon::new(move || {
        let now = element::find(FOCUS);
        let elsewhere = now.is_some() && now != from;
        if elsewhere || element::focus(&at) {
            return;
        }
        if let (Some(looks), Some(waits)) = (looks.checked_sub(1), again.upgrade()) {
            look(&waits, at, from, looks);
        }
    });
    waits.replace(Some(soon));
}
