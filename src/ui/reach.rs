//! Where indicators may end, worked out once for as long as the scenario on show is the same.

use crate::app::State;
use crate::app::show::reach::reach;
use crate::model::{IndicatorId, ScenarioId, Workbook};
use std::cell::RefCell;
use std::rc::Rc;

/// Shares of the stretch between which each indicator ends eight times in ten.
pub(crate) type Reach = Rc<Vec<(IndicatorId, (f64, f64))>>;

thread_local! {
    static LAST: RefCell<Option<(Rc<Workbook>, ScenarioId, Reach)>> = const { RefCell::new(None) };
}

/// The shares for the open scenario of the workbook on show.
pub(crate) fn reached(state: &State) -> Reach {
    let (shown, open) = (state.shown(), state.open);
    let last = LAST
        .take()
        .filter(|(workbook, id, _)| Rc::ptr_eq(workbook, shown) && *id == open);
    let found = last.map_or_else(|| Rc::new(reach(state)), |(_, _, found)| found);
    LAST.set(Some((Rc::clone(shown), open, Rc::clone(&found))));
    found
}
