//! What the views say of the odds and of prices, on agreements whose figures can be worked out by hand.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod average;
#[path = "../common/mod.rs"]
mod common;
mod delivery;
mod drivers;
mod fan;
mod fences;
mod lumps;
mod noise;
mod ranges;
mod spread;
mod stretch;

use common::{Book, points, v};
use laa::app::desks::{Heard, News};
use laa::app::show::wanted::wanted;
use laa::app::{Action, Edit, State, View, update};
use laa::job::{Reply, serve, task};
use laa::model::{BasisPoints, DeliveryRisk, IndicatorId, ScenarioId, Stretch};
use std::rc::Rc;

const OFFER: ScenarioId = ScenarioId(900);
const EASY: ScenarioId = ScenarioId(901);

/// An agreement of one year and a pot of £100,000. Its one indicator goes from 0 to 100, by at least 60
/// and at most 100, evenly about 80: its share is 0.6 and 0.4 times a beta distribution of shapes 3 and 3,
/// whose chance below `x` is `x³(10 − 15x + 6x²)`. A second scenario asks for 50 in place of 100.
fn one() -> (State, IndicatorId) {
    let (book, id) = sole();
    opened(&book, id, View::Risk)
}

/// Its agreement.
fn sole() -> (Book, IndicatorId) {
    let mut book = Book::new(1);
    let block = book.bl();
    let outcome = book.oc(block);
    let id = book.ki(outcome, "0", "100");
    let indicator = book.k(id);
    indicator.response = Some(points(&[(0, 100), (1, 100)]));
    indicator.risk = Some(risk(60, 80, 100));
    (book, id)
}

/// Its state in a view, with the second scenario.
fn opened(book: &Book, id: IndicatorId, view: View) -> (State, IndicatorId) {
    let mut workbook = book.workbook();
    workbook.correlation = BasisPoints(0);
    let mut easy = workbook.scenarios[0].clone();
    (easy.id, easy.name) = (EASY, "Easy".to_owned());
    easy.stretches = vec![Stretch {
        indicator: id,
        level: v("50"),
    }];
    workbook.scenarios.push(easy);
    let state = State::open(Rc::new(workbook), OFFER, 0);
    (update(&state, Action::Show(view)), id)
}

fn risk(worst: u32, likely: u32, best: u32) -> DeliveryRisk {
    let [worst, likely, best] = [worst, likely, best].map(common::pc);
    DeliveryRisk {
        worst,
        likely,
        best,
        noise: v("0"),
    }
}

/// The state once every desk has answered what is wanted of it.
fn answered(state: &State) -> State {
    let mut next = state.clone();
    for asked in wanted(state) {
        let mut last = None;
        serve(&task(&asked.question, &asked.workbook), &mut |reply| {
            last = Reply::read(&reply.write());
        });
        let Some(Reply::Done(answer)) = last else {
            panic!("no answer: {last:?}");
        };
        let news = News::Done(Rc::new(answer));
        next = update(&next, Action::Heard(Heard { asked, news }));
    }
    next
}

/// A sentence without what keeps its sums on one line.
fn plain(says: &str) -> String {
    says.replace('\u{2060}', "")
}

fn committed(state: &State, edit: Edit) -> State {
    update(state, Action::Commit(edit))
}
