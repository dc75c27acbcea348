//! What arrives joins, is set beside or opens on its own, and overwrites nothing.

use super::*;
use crate::app::store::stand_in::Shelf;
use crate::app::update;
use crate::codec::link::{self, OwnWords, What};
use crate::model::{OutcomeId, Pounds};
use crate::presets;

fn borough() -> State {
    let workbook = Rc::new((presets::all()[0].workbook)());
    State::open(workbook, ScenarioId(2), 1)
}

fn sent(state: &State, what: &What) -> Received {
    link::read(&link::write(&state.workbook, state.open, what).unwrap().text).unwrap()
}

fn arrived(state: &State, received: &Received) -> State {
    let actions = receive(&Shelf::default(), state, received, at());
    actions
        .into_iter()
        .fold(state.clone(), |state, action| update(&state, action))
}

fn at() -> Moment {
    "2007-02-21T16:05:09Z".parse().unwrap()
}

fn names(state: &State) -> Vec<&str> {
    let scenarios = state.workbook.scenarios.iter();
    scenarios.map(|scenario| scenario.name.as_str()).collect()
}

#[test]
fn an_offer_on_the_same_agreement_joins_as_received_and_undo_takes_it_away() {
    let ours = borough();
    let moved = Edit::Spend(OutcomeId(1), 0, Pounds(2_400_000));
    let theirs = update(&ours, Action::Commit(moved));
    let after = arrived(&ours, &sent(&theirs, &What::default()));
    assert_eq!(after.document, 1);
    assert_eq!(
        names(&after),
        ["Ring-fenced blocks", "Single pot", "Single pot (received)"]
    );
    let open = after.scenario().unwrap();
    assert_eq!(open.name, "Single pot (received)");
    assert_eq!(
        open.spending.get(OutcomeId(1), 0),
        Pounds(2_400_000),
        "their figure"
    );
    assert_eq!(after.workbook.scenarios[..2], ours.workbook.scenarios[..]);
    let undone = update(&after, Action::Undo);
    assert_eq!(undone.workbook.scenarios, ours.workbook.scenarios);
    let twice = arrived(&after, &sent(&theirs, &What::default()));
    assert_eq!(names(&twice).len(), 3, "the same offer again adds nothing");
}

#[test]
fn figures_that_are_here_are_only_opened() {
    let mut ours = borough();
    ours.open = ScenarioId(1);
    let after = arrived(&borough(), &sent(&ours, &What::default()));
    assert_eq!(after.workbook, ours.workbook);
    assert_eq!(after.open, ScenarioId(1));
    assert!(!after.history.can_undo());
}

#[test]
fn numbers_only_are_known_for_the_same_agreement() {
    let what = What {
        words: OwnWords::Left,
        ..What::default()
    };
    let after = arrived(&borough(), &sent(&borough(), &what));
    assert_eq!(names(&after), ["Ring-fenced blocks", "Single pot"]);
}

#[test]
fn the_ledger_notes_what_came_when_and_what_it_answers() {
    let ours = borough();
    let offer = ledger::offered(&ours.workbook, ScenarioId(2), at()).unwrap();
    let ours = update(&ours, Action::Commit(offer));
    let moved = Edit::Spend(OutcomeId(1), 0, Pounds(2_400_000));
    let theirs = update(&borough(), Action::Commit(moved));
    let after = arrived(&ours, &sent(&theirs, &What::default()));
    let entry = after.workbook.entry(after.open).unwrap();
    assert_eq!((entry.label, entry.at), (Label::Received, Some(at())));
    assert_eq!(entry.answers, Some(ScenarioId(2)));
    let open = after.scenario().unwrap();
    assert_eq!(
        entry.code,
        Code::of(&after.workbook.agreement, open).as_str()
    );
    assert_eq!(after.against, Some(ScenarioId(2)), "against what was open");
}

#[test]
fn the_same_agreement_with_another_fact_is_set_beside_and_kept() {
    let ours = borough();
    let longer = update(&ours, Action::Commit(Edit::Years(4)));
    let shelf = Shelf::default();
    let received = sent(&longer, &What::default());
    let actions = receive(&shelf, &ours, &received, at());
    let after = actions
        .into_iter()
        .fold(ours.clone(), |state, action| update(&state, action));
    assert_eq!(after.workbook, ours.workbook);
    assert_eq!(after.beside.unwrap().workbook.agreement.years, 4);
    let says = after.notice.unwrap().says;
    assert!(
        says.contains("1 fact in it differs, beginning with “Number of years”"),
        "{says}"
    );
    let kept = shelf::all(&shelf);
    let kept_there = shelf::take(&shelf, kept[0].number).unwrap().workbook;
    assert_eq!(kept_there, noted(&received.workbook, at()));
    let again = receive(&shelf, &ours, &received, at());
    assert!(matches!(again.first(), Some(Action::Beside(Some(_)))));
    assert_eq!(shelf::all(&shelf).len(), 1, "the same again is kept once");
}

#[test]
fn another_agreement_opens_on_its_own() {
    let ours = borough();
    let bath = Rc::new((presets::all()[1].workbook)());
    let bath = State::open(Rc::clone(&bath), bath.base, 1);
    let after = arrived(&ours, &sent(&bath, &What::default()));
    assert_eq!(after.document, 2);
    assert_eq!(
        after.workbook.agreement.area.name,
        bath.workbook.agreement.area.name
    );
    let says = after.notice.unwrap().says;
    assert!(says.contains("is untouched"), "{says}");
}

#[test]
fn what_is_on_screen_is_never_replaced_by_what_was_kept_of_it() {
    let shelf = Shelf::default();
    let ours = borough();
    let times = shelf::Times {
        now: 1,
        changed: 1,
        known: None,
    };
    shelf::keep(&shelf, &ours, times).unwrap();
    let renamed = Edit::RenameScenario(ScenarioId(2), "Ours".to_owned());
    let changed = update(&ours, Action::Commit(renamed));
    let opened = |state: &State| {
        let sample = Rc::clone(&ours.workbook);
        match beside(&shelf, state, sample, ScenarioId(2), "Opened.").as_slice() {
            [Action::Adopt { document, .. }] => *document,
            _ => 0,
        }
    };
    assert_eq!(opened(&ours), 1);
    assert_eq!(opened(&changed), 2);
}

#[test]
fn a_received_name_is_its_own_and_fits() {
    let mut workbook = (presets::all()[0].workbook)();
    assert_eq!(received_name(&workbook, "Ours"), "Ours (received)");
    workbook.scenarios[0].name = "Ours (received)".to_owned();
    assert_eq!(received_name(&workbook, "Ours"), "Ours (received 2)");
    // 26 letters of three bytes are 78; 23 of them (69 bytes) leave room for the 11 bytes of the mark.
    let long = received_name(&workbook, &"\u{20ac}".repeat(26));
    assert_eq!(long, format!("{} (received)", "\u{20ac}".repeat(23)));
}

#[test]
fn a_file_of_an_offer_joins_and_a_record_or_a_first_file_opens_on_its_own() {
    let sample = borough();
    let ours = Edit::RenameScenario(ScenarioId(2), "Ours".to_owned());
    let ours = update(&sample, Action::Commit(ours));
    let moved = Edit::Spend(OutcomeId(1), 0, Pounds(2_400_000));
    let theirs = update(&sample, Action::Commit(moved));
    let opened = |state: &State, workbook: &Workbook| {
        let text = file::write(workbook).unwrap();
        let actions = from_file(&Shelf::default(), state, &text, at());
        actions
            .into_iter()
            .fold(state.clone(), |state, action| update(&state, action))
    };
    let joined = opened(&ours, &theirs.workbook);
    assert_eq!(
        names(&joined),
        ["Ring-fenced blocks", "Ours", "Single pot (received)"]
    );
    let alone = opened(&sample, &theirs.workbook);
    assert_eq!(
        (alone.document, alone.workbook),
        (2, Rc::clone(&theirs.workbook))
    );
    let noted = ledger::offered(&theirs.workbook, ScenarioId(2), at()).unwrap();
    let record = update(&theirs, Action::Commit(noted)).workbook;
    let alone = opened(&ours, &record);
    assert_eq!((alone.document, alone.workbook), (2, record));
    let broken = from_file(&Shelf::default(), &ours, "{}", at());
    assert!(matches!(broken.as_slice(), [Action::Tell(notice)] if notice.wrong));
}

#[test]
fn a_kept_workbook_can_be_compared_whatever_it_is_about() {
    let shelf = Shelf::default();
    let bath = (presets::all()[1].workbook)();
    let number = shelf::put(&shelf, &bath, bath.base, 1, 0).unwrap();
    let state = update(&borough(), compare_with(&shelf, number).unwrap());
    let compared = crate::app::show::compare::compared(&state, None).unwrap();
    let there = State::open(Rc::new(bath), ScenarioId(1), 2).results[0].reward;
    assert_eq!(compared.theirs.reward(), there);
    let shares = compared.comparison.groups.iter();
    let shares: crate::model::Pence = shares.map(|group| group.worth.share).sum();
    assert_eq!(shares, compared.comparison.difference);
    assert!(compare_with(&shelf, 77).is_err());
}

#[test]
fn what_arrives_first_is_noted_and_opened_again_where_it_is_kept_with_its_notes() {
    let shelf = Shelf::default();
    let bath = Rc::new((presets::all()[1].workbook)());
    let received = sent(
        &State::open(Rc::clone(&bath), bath.base, 1),
        &What::default(),
    );
    let mut first = opened(&received, at(), 1);
    assert_eq!(
        first.notice.as_ref().unwrap().says,
        "Opened. “As reported” is the sender’s, under the name that they gave it. To answer, choose “+ New \
         scenario”, change that one and send it back with “Copy link”."
    );
    // Its name stays, and with it the link that it came by.
    assert_eq!(first.workbook.scenarios, received.workbook.scenarios);
    let entry = first.workbook.ledger[0].clone();
    assert_eq!((entry.label, entry.at), (Label::Received, Some(at())));
    let author = Edit::Enter(Entry {
        author: "Government Office".to_owned(),
        ..entry
    });
    first = update(&first, Action::Commit(author));
    let times = shelf::Times {
        now: 1,
        changed: 1,
        known: None,
    };
    shelf::keep(&shelf, &first, times).unwrap();
    // Later, with another workbook on screen, the same link is opened again.
    let mut later = borough();
    later.document = 2;
    let actions = receive(&shelf, &later, &received, at());
    let after = actions
        .into_iter()
        .fold(later, |state, action| update(&state, action));
    assert_eq!((after.document, after.workbook), (1, first.workbook));
}
