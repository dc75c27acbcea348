//! A negotiation from both ends: two workbooks exchange links for three rounds, each with a private
//! scenario, and end on the same code.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use laa::app::received::receive;
use laa::app::show::codes::same_figures;
use laa::app::show::compare::{Compare, Compared, Standing, compared, view};
use laa::app::store::{Store, StoreError};
use laa::app::{Action, Edit, State, ledger, update};
use laa::codec::code::Code;
use laa::codec::link::{self, What};
use laa::model::{Label, Moment, OutcomeId, Pence, Pounds, Scenario, ScenarioId};
use support::sample;

#[derive(Default)]
struct Shelf(RefCell<BTreeMap<String, String>>);

impl Store for Shelf {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.0.borrow().keys().cloned().collect())
    }
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.borrow().get(key).cloned())
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }
}

/// One end of the table: a browser with the borough open, and every link that it has sent.
struct Party {
    shelf: Shelf,
    state: State,
    private: ScenarioId,
    sent: Vec<String>,
}

fn day(day: u32) -> Moment {
    format!("2007-03-{day:02}T09:00:00Z").parse().unwrap()
}

impl Party {
    /// A party with a scenario that nobody else is to see.
    fn new(secret: &str, outcome: u16, pounds: i64) -> Self {
        let workbook = Rc::new(sample("An illustrative borough"));
        let state = State::open(workbook, ScenarioId(2), 1);
        let state = update(&state, Action::CopyScenario(day(1)));
        let private = state.open;
        let mut party = Self {
            shelf: Shelf::default(),
            state,
            private,
            sent: Vec::new(),
        };
        party.commit(Edit::RenameScenario(private, secret.to_owned()));
        party.commit(Edit::Spend(OutcomeId(outcome), 0, Pounds(pounds)));
        party.act(Action::Open(ScenarioId(2)));
        party
    }

    fn act(&mut self, action: Action) {
        self.state = update(&self.state, action);
        assert!(
            !self
                .state
                .notice
                .as_ref()
                .is_some_and(|notice| notice.wrong),
            "{:?}",
            self.state.notice
        );
    }

    fn commit(&mut self, edit: Edit) {
        self.act(Action::Commit(edit));
    }

    fn open(&self) -> &Scenario {
        self.state.scenario().unwrap()
    }

    fn code(&self) -> Code {
        Code::of(&self.state.workbook.agreement, self.open())
    }

    /// Moves pounds of a year of the open scenario.
    fn moves(&mut self, from: u16, to: u16, year: usize, pounds: i64) {
        let grid = &self.open().spending;
        let (from, to, pounds) = (OutcomeId(from), OutcomeId(to), Pounds(pounds));
        let less = Edit::Spend(from, year, grid.get(from, year) - pounds);
        let more = Edit::Spend(to, year, grid.get(to, year) + pounds);
        self.commit(Edit::Many(vec![less, more]));
    }

    /// Copies the link of the open scenario, as the page does without any tick.
    fn sends(&mut self, on: u32) -> String {
        if let Some(noted) = ledger::offered(&self.state.workbook, self.state.open, day(on)) {
            self.commit(noted);
        }
        let link = link::write(&self.state.workbook, self.state.open, &What::default()).unwrap();
        self.sent.push(link.text.clone());
        link.text
    }

    /// Pastes a link, and reads what it changes against what was open.
    fn gets(&mut self, link: &str, on: u32) -> (Rc<Compared>, Compare) {
        let before = self.state.clone();
        let received = link::read(&format!(
            "Dear all, our answer: <https://laa.example/#{link}>"
        ))
        .unwrap();
        for action in receive(&self.shelf, &self.state, &received, day(on)) {
            self.act(action);
        }
        for scenario in &before.workbook.scenarios {
            assert_eq!(
                self.state.workbook.scenario(scenario.id),
                Some(scenario),
                "overwritten"
            );
        }
        assert_eq!(self.state.workbook.label(self.state.open), Label::Received);
        let found = compared(&self.state, None).unwrap();
        let shown = view(&self.state, &found);
        let shares = found
            .comparison
            .groups
            .iter()
            .map(|group| group.worth.share);
        assert_eq!(
            shares.sum::<Pence>(),
            found.comparison.difference,
            "the column adds up"
        );
        (found, shown)
    }

    /// Takes the lines that a sentence is found in, and opens the counter-offer.
    fn takes(&mut self, shown: &Compare, what: &[&str], on: u32) {
        let rows = shown.sections.iter().flat_map(|section| &section.rows);
        let lines = rows.flat_map(|row| &row.lines);
        let wanted = lines.filter(|line| what.iter().any(|words| line.says.contains(words)));
        let makes: Vec<Edit> = wanted.map(|line| line.make.clone()).collect();
        assert_eq!(makes.len(), what.len());
        self.act(Action::Take(makes, day(on)));
        let counter = self.state.counter.unwrap();
        self.act(Action::Open(counter));
    }
}

#[test]
fn three_rounds_both_ways_end_on_the_same_code_and_nothing_private_is_sent() {
    let mut council = Party::new("Walk away below this", 5, 1_234_567);
    let mut office = Party::new("Ministers will accept", 6, 7_654_321);
    let names = sample("An illustrative borough").agreement;
    let name = |id: u16| {
        names
            .outcomes
            .iter()
            .find(|it| it.id.0 == id)
            .unwrap()
            .name
            .clone()
    };

    // Round one: the council offers its single pot with one move; the office takes it and moves on.
    council.moves(3, 8, 0, 100_000);
    let (_, shown) = office.gets(&council.sends(2), 3);
    assert_eq!(
        shown.sections[0].rows[0].says,
        format!("2006/07: £100k from {} to {}", name(3), name(8))
    );
    office.takes(&shown, &["2006/07: £100k"], 3);
    assert_eq!(office.code(), council.code(), "all of it was taken");
    office.moves(2, 4, 1, 30_000);
    office.commit(Edit::Drop(OutcomeId(1), true));

    // Its answer: the council leaves the dropped outcome and takes the money.
    let (_, shown) = council.gets(&office.sends(4), 5);
    assert_eq!(shown.sections.len(), 2, "{:?}", shown.sections);
    council.takes(&shown, &["2007/08: £30k"], 5);
    let found = compared(&council.state, None).unwrap();
    assert_eq!(
        found.comparison.changes.len(),
        1,
        "the move is the council's own now"
    );

    // Round two: the council moves once more; the office leaves that and offers a third.
    council.moves(7, 9, 2, 45_000);
    let (_, shown) = office.gets(&council.sends(6), 7);
    let standings = shown
        .sections
        .iter()
        .flat_map(|section| &section.rows)
        .map(|row| row.standing);
    assert!(
        standings
            .into_iter()
            .all(|standing| standing == Standing::Undecided)
    );
    office.takes(&shown, &[&format!("{} back in the reward", name(1))], 7);
    office.moves(9, 10, 2, 15_000);
    let (_, shown) = council.gets(&office.sends(8), 9);
    council.takes(&shown, &["2008/09: £15k"], 9);

    // Round three: the council sends what it can agree to, the office accepts everything.
    let last = council.sends(10);
    let (_, shown) = office.gets(&last, 11);
    office.act(Action::Take(shown.take_all, day(11)));
    let counter = office.state.counter.unwrap();
    office.act(Action::Open(counter));
    assert_eq!(office.code(), council.code());
    let agreed = office.sends(12);
    let received = link::read(&agreed).unwrap();
    for action in receive(&council.shelf, &council.state, &received, day(13)) {
        council.act(action);
    }
    let says = &council.state.notice.clone().unwrap().says;
    assert!(says.contains("Its figures are here already"), "{says}");
    let spoken = office.code().to_string().to_lowercase();
    assert!(
        !same_figures(&council.state.workbook, &spoken)
            .unwrap()
            .wrong
    );

    // What was agreed is locked on both ends.
    for party in [&mut council, &mut office] {
        let agreed = ledger::labelled(
            &party.state.workbook,
            party.state.open,
            Label::Agreed,
            day(14),
        );
        party.commit(agreed);
        let spend = Action::Commit(Edit::Spend(OutcomeId(1), 0, Pounds(1)));
        let refused = update(&party.state, spend).notice.unwrap();
        assert!(
            refused.says.contains("is agreed and locked"),
            "{}",
            refused.says
        );
    }

    // Nothing private ever left either browser, nor did the ledger.
    assert_eq!((council.sent.len(), office.sent.len()), (3, 3));
    for party in [&council, &office] {
        let private = party.state.workbook.scenario(party.private).unwrap();
        let secret = Code::of(&party.state.workbook.agreement, private);
        for sent in &party.sent {
            let there = link::read(sent).unwrap().workbook;
            assert_eq!(there.scenarios.len(), 1);
            assert_ne!(there.scenarios[0].spending, private.spending);
            assert_ne!(Code::of(&there.agreement, &there.scenarios[0]), secret);
            assert!(!format!("{there:?}").contains(&private.name));
            assert_eq!((there.ledger, there.notes), (Vec::new(), Vec::new()));
        }
    }
}
