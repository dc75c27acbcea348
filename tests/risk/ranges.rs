//! Ranges of payments and shares on Reward, and the chance of one side beating the other on Compare.

use crate::common::{gbp, shared};
use crate::{EASY, OFFER, answered, committed, one, opened, plain, risk, sole};
use laa::app::desks::Wait;
use laa::app::show::compare;
use laa::app::show::fares::{Beside, beside};
use laa::app::show::reward::{PartnerTable, Span, partners, payments};
use laa::app::show::wanted::wanted;
use laa::app::{Action, Edit, State, View, update};
use laa::chart;
use laa::job::{Desk, Question};
use laa::model::{IndicatorId, PaymentRule, SharingTo, TopSlice, Workbook};
use laa::odds::Fineness;
use laa::text::money;
use std::rc::Rc;

/// Three quarters of the reward go to one partner, the rest to another.
fn shared_reward() -> (State, IndicatorId) {
    let (mut book, id) = sole();
    let (first, second) = (book.pa(), book.pa());
    book.ag.rules.sharing.to = SharingTo::Typed(shared(&[(first, 75), (second, 25)]));
    opened(&book, id, View::Reward)
}

/// The last cell of every row, then the cells of the total.
fn ranges(table: &PartnerTable) -> (Vec<Option<String>>, Vec<Option<String>>) {
    let rows = table.rows.iter();
    (
        rows.map(|row| row.cells.last().unwrap().between())
            .collect(),
        table.total.iter().map(|cell| cell.between()).collect(),
    )
}

fn text(says: &str) -> Option<String> {
    Some(says.to_owned())
}

#[test]
fn each_payment_has_the_range_of_its_part_of_the_reward() {
    let (state, _) = shared_reward();
    let labels = |state: &State| -> Vec<Option<String>> {
        let years = payments(state, 310.0).unwrap().years.into_iter();
        years
            .map(|year| year.range.map(|range| range.label))
            .collect()
    };
    assert_eq!(labels(&state), [None, None, None]);
    let found = answered(&state);
    // Half of the reward in each of the two years after the last: half of 69,865 to 90,135.
    assert_eq!(
        labels(&found),
        [None, text("£34.9k to £45.1k"), text("£34.9k to £45.1k")]
    );
    let years = payments(&found, 310.0).unwrap().years;
    let range = years[1].range.as_ref().unwrap();
    assert!((range.low - 34_932.7).abs() < 10.0, "{range:?}");
    assert!((range.high - 45_067.3).abs() < 10.0, "{range:?}");
    let figure = chart::payments::draw(&payments(&found, 310.0).unwrap());
    assert_eq!(
        figure.summary,
        "Paid: £50k in 2007/08 and £50k in 2008/09. Eight times in ten: £34.9k to £45.1k in 2007/08 and £34.9k to £45.1k in 2008/09."
    );
}

#[test]
fn each_share_has_its_part_of_the_range() {
    let (state, _) = shared_reward();
    let (none, _) = ranges(&partners(&state, Span::All).unwrap());
    assert_eq!(none, [None, None]);
    let (rows, total) = ranges(&partners(&answered(&state), Span::All).unwrap());
    assert_eq!(rows, [text("£52.4k to £67.6k"), text("£17.5k to £22.5k")]);
    assert_eq!(
        total[5..],
        [
            None,
            text("£34.9k to £45.1k"),
            text("£34.9k to £45.1k"),
            text("£69.9k to £90.1k")
        ]
    );
    assert!(total[..5].iter().all(Option::is_none));
}

/// Both instalments of an agreement that ends in 2009/10 fall due from 2010/11 on: half of them is paid.
#[test]
fn where_half_is_paid_the_total_has_no_range_of_all_that_is_earned() {
    let (mut book, id) = sole();
    let partner = book.pa();
    book.ag.rules.sharing.to = SharingTo::Typed(shared(&[(partner, 100)]));
    book.ag.first_year = 2009;
    book.ag.rules.payment = PaymentRule::March2011;
    let (state, _) = opened(&book, id, View::Reward);
    let table = partners(&answered(&state), Span::All).unwrap();
    let (rows, total) = ranges(&table);
    assert_eq!(table.total.last().unwrap().text(), "£50,000");
    assert_eq!(rows, [text("£34.9k to £45.1k")]);
    assert_eq!(total.last(), Some(&None));
}

#[test]
fn what_is_taken_off_first_has_no_range_where_it_is_always_there() {
    let (mut book, id) = sole();
    book.ag.rules.sharing.top_slices = vec![TopSlice {
        name: "Reserve".to_owned(),
        pounds: gbp(10_000),
    }];
    let (state, _) = opened(&book, id, View::Reward);
    let (rows, _) = ranges(&partners(&answered(&state), Span::All).unwrap());
    // The slice, then what belongs to no partner: 10,000 less at either end.
    assert_eq!(rows, [None, text("£59.9k to £80.1k")]);
}

#[test]
fn a_range_of_other_figures_is_not_shown_and_without_risks_none_is_asked_for() {
    let (state, id) = shared_reward();
    let found = answered(&state);
    let changed = update(
        &found,
        Action::Preview(Edit::Risk(id, Some(risk(70, 80, 90)))),
    );
    let (rows, _) = ranges(&partners(&changed, Span::All).unwrap());
    assert_eq!(rows, [None, None]);
    let asks = |state: &State| {
        let mut wanted = wanted(state).into_iter();
        wanted.any(|asked| asked.question.desk() == Desk::Ranges)
    };
    assert!(asks(&state) && asks(&changed) && !asks(&found));
    assert!(!asks(&committed(&state, Edit::Risk(id, None))));
}

#[test]
fn compare_says_the_chance_that_one_side_beats_the_other() {
    let (state, id) = one();
    let state = update(&state, Action::Show(View::Compare));
    // The base with itself, which has to be asked for.
    let itself = update(&state, Action::Against(Some(OFFER)));
    assert_eq!(beside(&itself), Beside::Nothing);
    assert_eq!(beside(&state), Beside::Fares(None, Wait::Coming(None)));
    let easy = update(&state, Action::Open(EASY));
    assert_eq!(beside(&easy), Beside::Fares(None, Wait::Coming(None)));
    assert!(
        wanted(&easy)
            .iter()
            .any(|asked| asked.question == Question::Against(EASY, OFFER))
    );
    let easy = answered(&easy);
    assert_eq!(
        says(&easy),
        "It is certain that Easy earns more than Offer. The difference: 8 times in 10 between +£9,870 and +£30.1k, on average +£20k."
    );
    let back = update(&easy, Action::Against(Some(EASY)));
    let back = answered(&update(&back, Action::Open(OFFER)));
    assert_eq!(
        says(&back),
        "There is no chance that Offer earns more than Easy. The difference: 8 times in 10 between −£30.1k and −£9,870, on average −£20k."
    );
    let certain = committed(&easy, Edit::Risk(id, None));
    assert_eq!(beside(&certain), Beside::Nothing);
}

fn says(state: &State) -> String {
    match beside(state) {
        Beside::Fares(Some(fares), Wait::Over) => plain(&fares.says()),
        other => panic!("{other:?}"),
    }
}

/// The same agreement as the other side sends it: without risks, and with Easy alone.
fn theirs(state: &State, change: impl Fn(&mut Workbook)) -> State {
    let mut theirs = (*state.workbook).clone();
    theirs.scenarios.remove(0);
    theirs.base = EASY;
    theirs.agreement.indicators[0].risk = None;
    change(&mut theirs);
    let beside = laa::app::Beside::new(Rc::new(theirs), EASY);
    let state = update(state, Action::Beside(Some(beside)));
    update(&state, Action::Show(View::Compare))
}

#[test]
fn a_workbook_beside_is_set_against_mine_under_my_risks() {
    let (state, _) = one();
    let itself = update(&state, Action::Against(Some(OFFER)));
    let within = answered(&update(&itself, Action::Show(View::Compare)));
    assert_eq!(beside(&within), Beside::Nothing);
    let both = theirs(&state, |theirs| {
        theirs.scenarios[0].name = "Their offer".to_owned()
    });
    assert_eq!(beside(&both), Beside::Fares(None, Wait::Coming(None)));
    assert_eq!(
        says(&answered(&both)),
        "It is certain that Their offer earns more than Offer. The difference: 8 times in 10 between +£9,870 and +£30.1k, on average +£20k."
    );
    // Things of theirs that have other ids are found by their names.
    let renumbered = theirs(&state, |theirs| {
        let id = &mut theirs.agreement.indicators[0].id;
        (id.0, theirs.last_id) = (777, 777);
        theirs.scenarios[0].stretches[0].indicator = *id;
    });
    assert!(says(&answered(&renumbered)).starts_with("It is certain that Easy earns more"));
}

#[test]
fn sides_whose_facts_differ_have_no_odds_until_they_are_settled() {
    let (state, _) = one();
    let pot = gbp(300_000);
    let apart = theirs(&state, |theirs| {
        theirs.agreement.rules.pot = laa::model::Pot::Stated(pot);
    });
    let why = "No odds of one against the other while their facts differ: settle the facts first.";
    assert_eq!(beside(&apart), Beside::Apart(why));
    assert!(wanted(&apart).is_empty());
    let compare = compare::view(&apart, &compare::compared(&apart, None).unwrap());
    let fact = compare.sections[0].rows[0].lines[0].make.clone();
    let at = "2007-02-14T10:30:00Z".parse().unwrap();
    let settled = answered(&update(&apart, Action::Take(vec![fact], at)));
    // The pot is three times as large.
    assert_eq!(
        says(&settled),
        "It is certain that Easy earns more than Offer. The difference: 8 times in 10 between +£29.6k and +£90.4k, on average +£60k."
    );
}

#[test]
fn what_is_said_of_the_difference_is_where_its_distribution_lies() {
    let workbook = (laa::presets::all()[0].workbook)();
    let [first, other] = [&workbook.scenarios[1], &workbook.scenarios[0]];
    let whole = laa::odds::compare(
        &workbook.agreement,
        first,
        other,
        workbook.correlation,
        Fineness::LIVE,
    );
    let state = State::open(Rc::new(workbook.clone()), first.id, 0);
    let state = update(&state, Action::Against(Some(other.id)));
    let state = answered(&update(&state, Action::Show(View::Compare)));
    let signed = |share: f64| money::signed(money::of_odds(whole.difference.quantile(share)));
    let range = format!("8 times in 10 between {} and {},", signed(0.1), signed(0.9));
    assert!(says(&state).contains(&range), "{} {range}", says(&state));
    let Beside::Fares(Some(fares), _) = beside(&state) else {
        panic!("no odds");
    };
    // No line ends between a sign and its sum.
    let broken = |text: &str| text.contains("+£") || text.contains("−£");
    let shown = fares.picture(300.0).unwrap();
    assert!(!broken(&fares.says()) && !broken(&shown.summary));
    for (mark, share) in shown.marks.iter().zip([0.1, 0.5, 0.9]) {
        assert_eq!(mark.name, signed(share));
        assert!((mark.at_least - (1.0 - share)).abs() < 1e-3, "{mark:?}");
    }
    let above: f64 = shown
        .points
        .iter()
        .filter(|it| it.0 > 0.0)
        .map(|it| it.1)
        .sum();
    assert!(
        (above - whole.ahead).abs() < 1e-9,
        "{above} {}",
        whole.ahead
    );
    assert!((shown.same.unwrap() - whole.level).abs() < 1e-12);
}
