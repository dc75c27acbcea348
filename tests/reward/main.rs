//! Figures explained, and the view of the reward, on the samples with their published figures.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod designated;
mod shares;
#[path = "../support/mod.rs"]
mod support;
mod view;
mod workings;

use laa::app::State;
use laa::app::working::{Figure, Ground, Working, working};
use laa::model::{IndicatorId, Workbook};
use std::rc::Rc;
use support::sample;

fn opened(workbook: Workbook) -> State {
    let last = workbook.scenarios.last().unwrap().id;
    State::open(Rc::new(workbook), last, 0)
}

fn bath() -> State {
    opened(sample("Bath & North East Somerset"))
}

fn borough() -> State {
    opened(sample("An illustrative borough"))
}

fn explained(state: &State, figure: Figure) -> Working {
    working(&Ground::of(state).unwrap(), figure).unwrap()
}

fn input<'a>(working: &'a Working, name: &str) -> &'a str {
    let found = working.inputs.iter().find(|(found, _)| found == name);
    &found.unwrap().1
}

const INFORMATION: IndicatorId = IndicatorId(3);
const HOME_CARE: IndicatorId = IndicatorId(5);
