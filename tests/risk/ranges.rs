//! Ranges of payments and shares on Reward, and the chance of one side beating the other on Compare.

use crate::common::{gbp, shared};
use crate::{EASY, OFFER, answered, committed, one, opened, risk, sole};
use laa::app::desks::{Wait, wanted};
use laa::app::show::chances::against;
use laa::app::show::reward::{PartnerTable, Span, partners, payments};
use laa::app::{Action, Edit, State, View, update};
use laa::chart;
use laa::job::{Desk, Question};
use laa::model::{IndicatorId, SharingTo, TopSlice};

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
    // The base with itself.
    assert_eq!(against(&state), (None, None));
    let easy = update(&state, Action::Open(EASY));
    assert_eq!(against(&easy), (None, Some(Wait::Coming(None))));
    assert!(
        wanted(&easy)
            .iter()
            .any(|asked| asked.question == Question::Against(EASY, OFFER))
    );
    let easy = answered(&easy);
    assert_eq!(
        against(&easy),
        (
            text("It is certain that Easy earns more than Offer; on average +£20k."),
            Some(Wait::Over)
        )
    );
    let back = update(&easy, Action::Against(Some(EASY)));
    let back = answered(&update(&back, Action::Open(OFFER)));
    assert_eq!(
        against(&back).0,
        text("There is no chance that Offer earns more than Easy; on average −£20k.")
    );
    let certain = committed(&easy, Edit::Risk(id, None));
    assert_eq!(against(&certain), (None, None));
}
