//! What the page says of pump-priming is checked by doing what it offers.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use crate::app::show::answered::answered;
use crate::app::show::pump::{Pump, pump};
use crate::app::{Action, State, View, update};
use crate::presets;
use crate::text::money;
use std::rc::Rc;

fn worked_out() -> (State, Pump) {
    let workbook = Rc::new(presets::illustration());
    let open = workbook.scenarios.last().unwrap().id;
    let state = State::open(workbook, open, 1);
    let state = answered(&update(&state, Action::Show(View::PumpPriming)));
    let found = pump(&state, (640.0, 340.0)).0.unwrap().unwrap();
    (state, found)
}

#[test]
fn every_way_of_splitting_earns_what_it_says_when_it_is_used() {
    let (state, found) = worked_out();
    let mut best = 0;
    for (name, reward, chosen, edit) in &found.splits {
        let used = update(&state, Action::Commit(edit.clone()));
        let earned = used.result(used.open).unwrap().reward;
        assert_eq!(*reward, money::headline(earned), "{name}");
        best = best.max(earned.0);
        if *chosen {
            assert_eq!(used.workbook, state.workbook, "{name} is in use");
        }
    }
    let (_, last, ..) = found.splits.last().unwrap();
    assert_eq!(
        *last,
        money::headline(crate::model::Pence(best)),
        "none exceeds the best split"
    );
    assert_eq!(found.splits.iter().filter(|split| split.2).count(), 1);
}

#[test]
fn more_of_it_never_earns_less_and_the_curve_marks_the_grant() {
    let (state, found) = worked_out();
    assert_eq!(found.more.len(), 3);
    let curve = found.curve.unwrap();
    assert!(
        curve
            .points
            .is_sorted_by(|one, next| one.0 <= next.0 && one.1 <= next.1)
    );
    let grant = state.result(state.open).unwrap().pump.grant;
    assert!(curve.points.last().unwrap().0 >= grant.0 as f64);
    assert!(found.says.contains('£') && found.below.contains('.'));
}
