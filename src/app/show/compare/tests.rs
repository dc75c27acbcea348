//! Compare says what differs, keeps its prices while nothing changes, and follows what is taken.

use super::sums::*;
use super::*;
use crate::app::{Action, update};
use crate::model::{Moment, OutcomeId, Pence, Pot, SetUp};
use crate::presets;

fn at() -> Moment {
    "2007-02-14T10:30:00Z".parse().unwrap()
}

/// The borough with a scenario beside its single pot that moves money twice and drops an outcome.
pub(super) fn offer() -> State {
    let workbook = Rc::new((presets::all()[0].workbook)());
    let state = State::open(workbook, ScenarioId(2), 1);
    let state = update(&state, Action::CopyScenario(at()));
    let grid = &state.scenario().unwrap().spending;
    let move_to = |to: u16, pounds: i64| {
        let (from, to) = (OutcomeId(3), OutcomeId(to));
        let less = grid.get(from, 0) - Pounds(pounds);
        [
            Edit::Spend(from, 0, less),
            Edit::Spend(to, 0, grid.get(to, 0) + Pounds(pounds)),
        ]
    };
    let edits = [
        move_to(8, 100_000).to_vec(),
        vec![Edit::Drop(OutcomeId(1), true)],
    ]
    .concat();
    let state = update(&state, Action::Commit(Edit::Many(edits)));
    update(&state, Action::Against(Some(ScenarioId(2))))
}

fn shown(state: &State) -> Compare {
    view(state, &compared(state, None).unwrap())
}

fn standings(compare: &Compare) -> Vec<Standing> {
    let rows = compare.sections.iter().flat_map(|section| &section.rows);
    rows.map(|row| row.standing).collect()
}

#[test]
fn sections_stand_in_their_order_and_shares_add_up_to_the_difference() {
    let compare = shown(&offer());
    let titles: Vec<&str> = compare
        .sections
        .iter()
        .map(|section| section.title)
        .collect();
    assert_eq!(titles, ["Moves of money", "Dropped outcomes"]);
    let rows = compare.sections.iter().flat_map(|section| &section.rows);
    let shares: Pence = rows
        .filter_map(|row| row.share.as_ref())
        .map(|share| share.pence)
        .sum();
    assert_eq!(shares, compare.difference.pence);
    assert_ne!(shares, Pence(0));
    assert_eq!(compare.columns[0].name, "Single pot");
    assert_eq!(compare.columns[1].name, "Scenario 1");
    assert_ne!(compare.columns[0].code, compare.columns[1].code);
    assert!(compare.headline.below.starts_with("2 choices differ."));
}

/// The single pot of the illustration moves money five times, in up to six figures at once.
/// Four hundred short of 1,820 quitters, in a name of 41 letters: the name gives way, the figures stay.
/// A workbook as a link with one scenario opens it.
#[test]
fn what_is_taken_makes_a_counter_offer_and_what_is_left_again_leaves_it() {
    let state = offer();
    let theirs = state.open;
    let before = shown(&state);
    assert_eq!(
        standings(&before),
        [Standing::Undecided, Standing::Undecided]
    );
    let first = before.sections[0].rows[0].lines[0].clone();
    let state = update(&state, Action::Take(vec![first.make.clone()], at()));
    let taken = shown(&state);
    assert_eq!(standings(&taken), [Standing::Taken, Standing::Undecided]);
    let counter = taken.counter.clone().unwrap();
    assert!(
        counter.says.starts_with("Counter-offer earns £"),
        "{}",
        counter.says
    );
    assert_eq!(
        state.workbook.entry(counter.id).unwrap().answers,
        Some(theirs)
    );
    assert_eq!(taken.columns, before.columns, "neither side has changed");
    // All that is left is taken: the counter-offer has their code.
    let all = update(&state, Action::Take(taken.take_all, at()));
    let code = |id| Code::of(&all.workbook.agreement, all.workbook.scenario(id).unwrap());
    assert_eq!(code(counter.id), code(theirs));
    assert_eq!(shown(&all).take_all, []);
    // Leaving the first line again puts its money back.
    let left = update(&all, Action::Leave(vec![first.make.clone()]));
    let back = update(&left, Action::Take(vec![first.undo], at()));
    assert_eq!(standings(&shown(&back)), [Standing::Left, Standing::Taken]);
    assert_eq!(back.workbook.scenarios.len(), 4, "one counter-offer");
    // What is left on purpose stays so until it is taken.
    let undone = (0..3).fold(back, |state, _| update(&state, Action::Undo));
    assert_eq!(
        standings(&shown(&undone)),
        [Standing::Left, Standing::Undecided]
    );
    let again = update(&undone, Action::Take(vec![first.make], at()));
    assert_eq!(
        standings(&shown(&again)),
        [Standing::Taken, Standing::Undecided]
    );
}

#[test]
fn what_is_left_on_purpose_is_told_from_what_nobody_has_decided() {
    let state = offer();
    let line = shown(&state).sections[0].rows[0].lines[0].clone();
    let left = update(&state, Action::Leave(vec![line.make]));
    assert_eq!(
        standings(&shown(&left)),
        [Standing::Left, Standing::Undecided]
    );
    assert_eq!(left.workbook, state.workbook, "no counter-offer for that");
    let other = update(&left, Action::Against(None));
    assert!(!standings(&shown(&other)).contains(&Standing::Left));
}

#[test]
fn prices_are_kept_while_both_sides_are_the_same() {
    let state = offer();
    let first = compared(&state, None).unwrap();
    let line = view(&state, &first).sections[0].rows[0].lines[0].clone();
    let taken = update(&state, Action::Take(vec![line.make], at()));
    assert!(Rc::ptr_eq(&first, &compared(&taken, Some(&first)).unwrap()));
    let changed = update(&state, Action::Commit(Edit::SetUp(SetUp::AreaBasedGrant)));
    assert!(!Rc::ptr_eq(
        &first,
        &compared(&changed, Some(&first)).unwrap()
    ));
}

#[test]
fn a_line_reverted_to_what_it_is_set_against_is_gone() {
    let state = offer();
    let undo = shown(&state).sections[1].rows[0].lines[0].undo.clone();
    let reverted = update(&state, Action::Commit(undo));
    assert_eq!(shown(&reverted).sections.len(), 1);
}

#[test]
fn facts_come_first_and_are_taken_over_in_the_agreement() {
    let state = offer();
    let mut theirs = (*state.workbook).clone();
    theirs.agreement.rules.pot = Pot::Stated(Pounds(5_000_000));
    let beside = crate::app::Beside::new(Rc::new(theirs), state.open);
    let state = update(&state, Action::Open(ScenarioId(2)));
    let state = update(&state, Action::Beside(Some(beside)));
    let compare = shown(&state);
    assert_eq!(compare.sections[0].title, "Facts that are not agreed");
    assert_eq!(compare.columns[1].name, "Scenario 1");
    let below = &compare.headline.below;
    assert!(
        below.starts_with("One fact is not agreed: Pot: "),
        "{below}"
    );
    let row = &compare.sections[0].rows[0];
    let fact = row.fact.clone().unwrap();
    assert_eq!(
        (fact.says.as_str(), fact.theirs.as_str()),
        ("Pot", "£5,000,000")
    );
    let mine = state.result(state.open).unwrap().reward;
    let settled = update(&state, Action::Take(vec![row.lines[0].make.clone()], at()));
    let earned = settled.result(state.open).unwrap().reward;
    assert_eq!(
        row.alone.pence,
        earned - mine,
        "their figure less mine in the open scenario"
    );
    assert_eq!(
        settled.workbook.agreement.rules.pot,
        Pot::Stated(Pounds(5_000_000))
    );
    assert_eq!(
        settled.workbook.scenarios.len(),
        3,
        "no counter-offer for a fact"
    );
    assert_eq!(shown(&settled).sections[0].title, "Moves of money");
    // What it does to scenarios that are not compared is said before, and after.
    let note = compare.sections[0].note.unwrap();
    assert!(note.contains("every scenario of yours"), "{note}");
    assert_eq!(compare.take_all_says, "Take all, facts too");
    assert_eq!(shown(&settled).take_all_says, "Take all");
    let says = &settled.notice.as_ref().unwrap().says;
    let wanted = "A fact of the agreement has changed, Pot: 2.5% of the net budget → £5,000,000. \
                 Ring-fenced blocks now earns £2.876m (£3.716m before), Single pot now earns £3.658m (£4.727m \
                 before) and Scenario 1 now earns £3.448m (£4.455m before). Undo takes it back.";
    assert_eq!(says, wanted);
    assert_eq!(update(&settled, Action::Undo).notice, None);
    // A choice that is taken changes the counter-offer alone, and is said there.
    let choice = shown(&settled).sections[0].rows[0].lines[0].make.clone();
    assert_eq!(
        update(&settled, Action::Take(vec![choice], at())).notice,
        None
    );
}

/// The single pot, three quarters of whose reward are paid: the rule that takes the rest earns as much
/// as any other, and is not to be given away for nothing.
#[test]
fn both_sides_can_be_shown_by_every_picture_of_a_base_and_an_open_scenario() {
    let state = offer();
    let compared = compared(&state, None).unwrap();
    let pair = pair(&state, &compared);
    let strips = crate::app::show::cliffs::groups(&pair, 300.0);
    assert_eq!(strips[0].rows[0].strip.dots[0].name, "Single pot");
    assert_eq!(strips[0].rows[0].strip.dots[1].name, "Scenario 1");
    let gains: Pence = strips
        .iter()
        .flat_map(|group| &group.rows)
        .map(|row| row.gain)
        .sum();
    assert_eq!(gains, compared.comparison.difference);
    let rows = payments(&compared);
    let (last, years) = rows.split_last().unwrap();
    assert_eq!(last.year, "In all");
    let sum: Pence = years.iter().map(|row| row.difference.pence).sum();
    assert_eq!(sum, last.difference.pence);
    assert_eq!(sum, compared.comparison.difference);
}

/// £900,000 crosses a fence: alone it cannot be paid, nor can the offer without its set-up.
#[test]
fn a_change_that_cannot_be_paid_without_another_says_so() {
    let workbook = Rc::new((presets::all()[0].workbook)());
    let state = State::open(workbook, ScenarioId(2), 1);
    let compare = shown(&state);
    let rows: Vec<&Row> = compare
        .sections
        .iter()
        .flat_map(|section| &section.rows)
        .collect();
    assert_eq!(rows[0].says, "Single pot in place of ring-fenced blocks");
    assert_eq!(rows[0].alone_note, None);
    let note = rows[0].left_out_note.as_deref().unwrap();
    assert!(
        note.starts_with("without it, Single pot is not affordable: over by £"),
        "{note}"
    );
    let crossing = rows.iter().filter(|row| row.alone_note.is_some()).count();
    assert!(
        crossing > 0 && crossing < rows.len(),
        "{crossing} of {}",
        rows.len()
    );
}

#[test]
fn leaving_a_change_that_costs_gains_what_it_costs() {
    // The sign is that of the text, and with it the colour: a gain is never shown as a loss.
    let says = |lost| left_out(both(Pence(lost), Pence(lost)));
    let told = |sum: Sum| (sum.pence.0.signum(), sum.text);
    assert_eq!(told(says(34_400_000)), (-1, "−£344k".to_owned()));
    assert_eq!(told(says(-1_010_000)), (1, "+£10.1k".to_owned()));
    assert_eq!(told(says(0)), (0, "£0".to_owned()));
}
