//! The keyboard's focus, where what had it is drawn anew.

use crate::platform::element;
use crate::platform::soon::Soon;
use std::cell::RefCell;
use std::rc::Rc;
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

/// Moves the focus to what a selector finds once all that is drawn now is on screen: to the field of something new, of
/// which the name is typed next.
#[hook]
pub(crate) fn use_aim_at_new() -> Callback<String> {
    let waits = use_mut_ref(|| [None::<Soon>, None]);
    use_callback((), move |at: String, ()| {
        let later = Rc::clone(&waits);
        let first = Soon::new(move || {
            if !element::focus(&at) {
                // What holds it comes a frame later itself.
                later.borrow_mut()[1] = Some(Soon::new(move || {
                    element::focus(&at);
                }));
            }
        });
        *waits.borrow_mut() = [Some(first), None];
    })
}
