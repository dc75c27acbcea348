//! Measures the best plan on the instances of the speed comparison, and microlp beside it: a line of JSON each.

use crate::linear;
use crate::program::Program;
use crate::timed::{Clock, median};
use crate::{instance::Instance, instances};
use laa::model::SetUp;
use laa::solve::{Limits, Objective, best};
use serde_json::json;
use std::hint::black_box;
use std::ops::ControlFlow;

/// The set-ups that are measured, with their names and whether each is a single pot.
pub(crate) const SETUPS: [(&str, SetUp, bool); 2] = [
    ("ring-fenced", SetUp::RingFencedBlocks, false),
    ("single pot", SetUp::SinglePot, true),
];

fn each(mut tell: impl FnMut(String, &Instance, SetUp, bool)) {
    for (size, instance) in instances::all() {
        for (name, setup, single_pot) in SETUPS {
            tell(format!("{size}, {name}"), &instance, setup, single_pot);
        }
    }
}

/// The search, from the workbook to the evaluated plan in whole pounds.
pub(crate) fn own(clock: Clock, print: fn(&str)) {
    each(|what, instance, setup, _| {
        let mut workbook = instance.workbook();
        workbook.scenarios[0].setup = setup;
        let run = || {
            best(
                &workbook.agreement,
                &workbook.scenarios[0],
                &Objective::Reward,
                &Limits::default(),
                &mut |_| ControlFlow::Continue(()),
            )
        };
        let plan = run().unwrap();
        let ms = median(clock, || {
            black_box(run().is_ok());
        });
        let line = json!({ "what": what, "ms": ms, "pounds": plan.value, "proved": plan.proved });
        print(&line.to_string());
    });
}

/// microlp, from the program to its optimum in parts of a pound.
pub(crate) fn microlp(clock: Clock, print: fn(&str)) {
    each(|what, instance, _, single_pot| {
        let program = Program::new(instance, single_pot);
        let (pounds, proved) = linear::solve(&program);
        let ms = median(clock, || {
            black_box(linear::solve(&program));
        });
        let line = json!({ "what": what, "ms": ms, "pounds": pounds, "proved": proved });
        print(&line.to_string());
    });
}
