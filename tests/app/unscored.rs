//! What is said of a rewarded indicator that cannot be scored, and of an agreement in which none can be.

use crate::support::sample;
use crate::{after, borough};
use laa::app::show::chances::outlook;
use laa::app::show::{Piece, cliffs, indicators, position, reward, risk};
use laa::app::{Action, Edit, State};
use laa::chart;
use laa::chart::waterfall::Standing;
use laa::model::{Better, Decimal, Kind, Pot, Pounds, Workbook};
use std::rc::Rc;

fn values(all: [i64; 3]) -> Vec<Option<Decimal>> {
    all.map(|value| Some(value.to_string().parse().unwrap()))
        .to_vec()
}

/// Six indicators of five outcomes that share £1m. Falls, the last, has an outcome and so £200,000 to itself, and what is
/// agreed of it is worse than what is expected without. The others are recorded at their targets, or at nothing gained.
fn falls(gained: bool) -> Workbook {
    let mut workbook = sample("An illustrative borough");
    let agreement = &mut workbook.agreement;
    agreement.rules.pot = Pot::Stated(Pounds(1_000_000));
    let kept = [3, 4, 10, 11, 12, 15];
    agreement
        .indicators
        .retain(|indicator| kept.contains(&indicator.id.0));
    for outcome in &mut agreement.outcomes {
        let mut measures = agreement.indicators.iter();
        outcome.rewarded = measures.any(|measure| measure.outcome == outcome.id);
    }
    for indicator in &mut agreement.indicators {
        let end = if gained {
            indicator.with(2)
        } else {
            indicator.without(2)
        };
        indicator.actual = vec![None, None, end];
    }
    let last = agreement.indicators.last_mut().unwrap();
    (last.name, last.better, last.decimals) = ("Falls".to_owned(), Better::Lower, 0);
    (last.without, last.with) = (values([0; 3]), values([5; 3]));
    workbook
}

fn open(workbook: Workbook) -> State {
    let base = workbook.base;
    State::open(Rc::new(workbook), base, 0)
}

fn read(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

fn drawn(state: &State) -> String {
    chart::waterfall::draw(&reward::waterfall(state, 760.0).unwrap()).summary
}

#[test]
fn what_cannot_be_scored_is_named_in_every_view_with_what_hangs_on_it() {
    let state = open(falls(true));
    let says = "5 of 6 rewarded indicators reach their cliffs; Falls cannot be scored, and £200,000 hangs on it.";
    assert_eq!(position::headline(&state).unwrap().below, says);
    assert_eq!(read(&indicators::headline(&state).unwrap().says), says);
    let earned = reward::headline(&state).unwrap();
    assert!(read(&earned.says).ends_with("earns £800,000 of a possible £1m."));
    assert_eq!(
        earned.below,
        "Falls cannot be scored, and £200,000 hangs on it."
    );
    assert_eq!(
        drawn(&state),
        "£800,000 of a possible £1m is earned; 5 of 6 indicators reach their cliffs. Falls cannot be scored, \
         and £200,000 hangs on it."
    );
    let picture = reward::waterfall(&state, 760.0).unwrap();
    let last = picture.groups.last().unwrap().rows.last().unwrap();
    assert_eq!(
        (last.name.as_str(), last.standing),
        ("Falls", Standing::Unscored)
    );
    let key = format!("{:?}", chart::waterfall::draw(&picture).scene);
    assert!(key.contains("Cannot be scored"));
    let rows = cliffs::groups(&state, 200.0)
        .into_iter()
        .flat_map(|group| group.rows);
    assert_eq!(rows.last().unwrap().margin, "cannot be scored");
}

/// £800,000 is lost under five cliffs, and what hangs on Falls makes up the million.
#[test]
fn after_bad_results_it_is_named_beside_what_is_lost() {
    let state = open(falls(false));
    let earned = reward::headline(&state).unwrap();
    assert!(read(&earned.says).ends_with("£800,000 is lost under 5 cliffs."));
    assert_eq!(
        earned.below,
        "Falls cannot be scored, and £200,000 hangs on it."
    );
    let below = position::headline(&state).unwrap().below;
    assert!(below.starts_with("5 indicators are under their cliffs; crossing would win £480,000."));
    assert!(
        below.ends_with(" Falls cannot be scored, and £200,000 hangs on it."),
        "{below}"
    );
}

#[test]
fn a_new_indicator_with_nothing_typed_is_not_short_of_a_cliff() {
    let mut workbook = falls(true);
    let agreement = &mut workbook.agreement;
    agreement
        .indicators
        .retain(|indicator| indicator.name == "Falls");
    let falls = &mut agreement.indicators[0];
    (falls.without, falls.with, falls.actual) = (Vec::new(), Vec::new(), Vec::new());
    let state = open(workbook);
    let says = "No target is stated for 2008/09 yet, so nothing can be scored.";
    assert_eq!(read(&indicators::headline(&state).unwrap().says), says);
}

/// The targets of the borough are those of its third year.
#[test]
fn where_no_target_is_stated_for_the_last_year_nothing_is_scored_and_no_odds_are_given() {
    let state = after(&borough(), &[Action::Commit(Edit::Years(6))]);
    let says = "No target is stated for 2011/12 yet, so nothing can be scored.";
    assert_eq!(position::headline(&state).unwrap().below, says);
    assert_eq!(read(&indicators::headline(&state).unwrap().says), says);
    assert!(reward::headline(&state).unwrap().below.ends_with(says));
    assert_eq!(
        drawn(&state),
        format!("£0 of a possible £6.46m is earned. {says}")
    );
    assert_eq!(outlook(&state).0, None);
    assert_eq!(risk::headline(&state), (says.to_owned(), String::new()));
}

/// Where one cliff is on the average, what cannot be scored counts as nothing in it.
#[test]
fn of_designated_indicators_it_is_named_after_the_average() {
    let mut workbook = falls(true);
    workbook.agreement.rules.preset = laa::model::Preset::Designated;
    for indicator in &mut workbook.agreement.indicators {
        indicator.kind = Kind::Designated;
    }
    let last = workbook.agreement.indicators.last_mut().unwrap();
    last.baseline = None;
    let state = open(workbook);
    // Equal parts of £1m over six.
    let says = "Falls cannot be scored, and £166,700 hangs on it.";
    assert!(position::headline(&state).unwrap().below.ends_with(says));
    assert!(read(&indicators::headline(&state).unwrap().says).ends_with(says));
}
