//! The keyboard's focus, where what had it is drawn anew.

use crate::platform::element;
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
