//! What a plan can be best at: the reward under each scheme, attainment, and curves made elsewhere.

use crate::common::*;
use laa::model::{Baseline, IndicatorId, Kind, OutcomeId, Preset};
use laa::solve::{Curve, CurvePoint, Limits, Objective, Plan, best};
use std::ops::ControlFlow;

/// Two outcomes share £100,000; £100,000 bring the full stretch of the first, £60,000 that of the second.
fn two() -> (Book, [OutcomeId; 2], [IndicatorId; 2]) {
    let mut book = Book::new(1);
    let block = book.bl();
    book.st(block, &[100_000]);
    let outcomes = [book.oc(block), book.oc(block)];
    let full = [100_000, 60_000];
    let indicators = [0, 1].map(|place| {
        let id = book.ki(outcomes[place], "0", "100");
        book.k(id).response = Some(straight(full[place]));
        id
    });
    (book, outcomes, indicators)
}

fn plan(book: &Book, objective: &Objective) -> Plan {
    let limits = Limits::default();
    best(&book.ag, &book.sc, objective, &limits, &mut |_| {
        ControlFlow::Continue(())
    })
    .unwrap()
}

fn spent(plan: &Plan, outcomes: [OutcomeId; 2]) -> [i64; 2] {
    outcomes.map(|id| plan.scenario.spending.get(id, 0).0)
}

#[test]
fn attainment_has_no_cliff_and_follows_its_weights() {
    let (book, outcomes, [one, other]) = two();
    // £60,000 give all of the second, £40,000 are 40% of the first: (1 + 0.4) / 2.
    let equal = plan(&book, &Objective::Attainment(vec![(one, 1), (other, 1)]));
    assert_eq!(spent(&equal, outcomes), [40_000, 60_000]);
    assert!((equal.value - 0.7).abs() < 1e-9 && equal.proved);
    // With three times the weight the first is worth 0.75 for £100,000.
    let first = plan(&book, &Objective::Attainment(vec![(one, 3), (other, 1)]));
    assert_eq!(spent(&first, outcomes)[0], 100_000);
    assert!((first.value - 0.75).abs() < 1e-9);
}

#[test]
fn curves_made_elsewhere_are_read_with_their_jumps_and_their_slack() {
    let (book, outcomes, _) = two();
    let curve = |outcome, points: &[(i64, f64)]| Curve {
        outcome,
        points: points
            .iter()
            .map(|&(pounds, worth)| CurvePoint {
                effective: pounds * 10_000,
                worth,
            })
            .collect(),
    };
    // A jump by £20,000 at £30,000, and a slow start that turns steep after £50,000.
    let curves = vec![
        curve(
            outcomes[0],
            &[
                (0, 0.0),
                (30_000, 1_000.0),
                (30_000, 21_000.0),
                (100_000, 25_000.0),
            ],
        ),
        curve(
            outcomes[1],
            &[(0, 0.0), (50_000, 1_000.0), (70_000, 31_000.0)],
        ),
    ];
    let objective = Objective::Curves { curves, slack: 2.0 };
    let found = plan(&book, &objective);
    assert_eq!(spent(&found, outcomes), [30_000, 70_000]);
    assert_eq!(found.value, 52_000.0);
    assert!((found.bound - 52_002.0).abs() < 0.01);
    assert_eq!(objective.value(&found.evaluation), found.value);
}

/// Money of the last year works for one outcome and only half of it for the other, which takes a program to solve: what
/// curves may lie too low is added to its bound all the same.
#[test]
fn the_slack_of_curves_is_added_to_the_bound_of_a_program() {
    let mut book = Book::new(2);
    let block = book.bl();
    book.st(block, &[30_000, 30_000]);
    let lags = [[pc(100), pc(100)], [pc(50), pc(100)]];
    let curves = lags.map(|lag| {
        let outcome = book.oc(block);
        book.o(outcome).lag = lag.to_vec();
        let point = |(pounds, worth): (i64, f64)| CurvePoint {
            effective: pounds * 10_000,
            worth,
        };
        let points = [(0, 0.0), (40_000, 20_000.0)].map(point).to_vec();
        Curve { outcome, points }
    });
    let objective = Objective::Curves {
        curves: curves.to_vec(),
        slack: 5.0,
    };
    // £40,000 for the first, and £20,000 of the first year for the second: all of £60,000 works, at 50p a pound.
    let found = plan(&book, &objective);
    assert_eq!(found.value, 30_000.0);
    assert!((found.bound - 30_005.0).abs() < 0.01, "{}", found.bound);
    assert!(!found.proved, "£5 are more than whole pounds cost");
}

#[test]
fn under_one_cliff_the_average_counts() {
    let (mut book, outcomes, indicators) = two();
    book.ag.rules.preset = Preset::Designated;
    for id in indicators {
        book.k(id).kind = Kind::Designated;
        book.k(id).baseline = Some(Baseline {
            year: 2005,
            value: v("0"),
        });
    }
    // 40% and 100% make 70% of the pot of £100,000.
    let found = plan(&book, &Objective::Reward);
    assert_eq!(spent(&found, outcomes), [40_000, 60_000]);
    assert_eq!(found.value, 70_000.0);
    assert!(found.proved);
    // With £79,998 the average stays short of 60% whatever is done, and the bound knows it.
    book.ag.streams[0].amounts = vec![laa::model::Amount::Stated(gbp(79_998))];
    let found = plan(&book, &Objective::Reward);
    assert_eq!((found.value, found.bound, found.proved), (0.0, 0.0, true));
}

#[test]
fn a_curve_of_very_many_steps_is_never_taken_too_low() {
    let (book, outcomes, _) = two();
    // £1 for each full £250, and nothing for parts of it.
    let steps = (0..=400_i64).flat_map(|step| {
        let point = |worth: i64| CurvePoint {
            effective: step * 2_500_000,
            worth: worth as f64,
        };
        [point((step - 1).max(0)), point(step)]
    });
    let curve = Curve {
        outcome: outcomes[0],
        points: steps.collect(),
    };
    let found = plan(
        &book,
        &Objective::Curves {
            curves: vec![curve],
            slack: 0.0,
        },
    );
    assert_eq!((found.value, found.bound), (400.0, 400.0));
}

/// £2,000,000,000 bring all of Schools; the other £5,000,000,000 all of Health, a sixtieth of what counts. Of Work's two
/// sixtieths they would bring less than half: its second £3,750,000,000 bring four times as much as its first.
#[test]
fn what_turns_steeper_over_thousands_of_millions_is_no_straight_line() {
    let mut book = Book::new(1);
    let block = book.bl();
    book.st(block, &[7_000_000_000]);
    let [schools, work, health, rest] = [(); 4].map(|()| {
        let outcome = book.oc(block);
        book.ki(outcome, "0", "100")
    });
    let slow = [(0, 0), (3_750_000_000, 20), (7_500_000_000, 100)];
    book.k(schools).response = Some(straight(2_000_000_000));
    book.k(work).response = Some(points(&slow));
    book.k(health).response = Some(straight(5_000_000_000));
    let weights = vec![(schools, 2), (work, 2), (health, 1), (rest, 55)];
    let found = plan(&book, &Objective::Attainment(weights));
    assert!((found.value - 3.0 / 60.0).abs() < 1e-6, "{}", found.value);
    assert!(found.proved);
}
