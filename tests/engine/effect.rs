//! From money to values: lag, capacity, response, recorded years and changed stretch levels.

use crate::common::*;
use laa::model::{
    Baseline, BasisPoints, IndicatorId, Interim, OutcomeId, Response, Shape, Stretch,
};

/// £1,000 a year for one outcome over three years, with an indicator from 0 to 100.
fn one(response: Response) -> (Book, OutcomeId, IndicatorId) {
    let mut book = Book::new(3);
    let block = book.bl();
    book.st(block, &[1_000; 3]);
    let outcome = book.oc(block);
    let indicator = book.ki(outcome, "0", "100");
    book.k(indicator).decimals = 3;
    book.k(indicator).response = Some(response);
    (book, outcome, indicator)
}

fn values(book: &Book, id: IndicatorId) -> [String; 3] {
    let found = book.ev();
    [0, 1, 2].map(|year| value(&found, id, year))
}

#[test]
fn half_works_at_once_four_fifths_a_year_later_all_after_that() {
    let (mut book, outcome, indicator) = one(straight(1_000));
    book.o(outcome).lag = vec![pc(50), pc(80), pc(100)];
    book.spend(outcome, &[400, 200, 100]);
    // 200; 320 + 100; 400 + 160 + 50.
    assert_eq!(values(&book, indicator), ["20", "42", "61"]);
    book.o(outcome).lag = vec![pc(0), pc(50)];
    // 0; 200; 200 + 100: the last share holds on.
    assert_eq!(values(&book, indicator), ["0", "20", "30"]);
}

#[test]
fn money_beyond_a_year_s_capacity_does_nothing_and_is_said() {
    let (mut book, outcome, indicator) = one(straight(1_000));
    book.spend(outcome, &[400, 400, 400]);
    book.o(outcome).capacity = vec![Some(gbp(300)), None, Some(gbp(0))];
    assert_eq!(values(&book, indicator), ["30", "70", "70"]);
    let found = book.ev();
    let over = |year| at(&found, laa::engine::Place::Outcome(outcome, Some(year)));
    assert_eq!(
        over(0),
        [laa::engine::Problem::CapacityOver { pounds: gbp(100) }]
    );
    assert_eq!(over(1), []);
    assert_eq!(
        over(2),
        [laa::engine::Problem::CapacityOver { pounds: gbp(400) }]
    );
}

#[test]
fn spending_sums_every_source() {
    let (mut book, outcome, indicator) = one(straight(1_000));
    let block = book.ag.blocks[0].id;
    let [aligned, local] = [book.st(block, &[50, 0, 0]), book.st(block, &[200, 0, 0])];
    book.align(aligned, outcome, &[50]);
    book.s(local).origin = laa::model::Origin::Local;
    book.ag.rules.pump.grant = laa::model::PumpGrant::Stated(gbp(1_000));
    book.sc.pump.spending.set(outcome, 0, gbp(70));
    // Typed money is paid by the grant and by the local contribution together.
    book.spend(outcome, &[1_100]);
    let found = book.ev();
    assert_eq!(found.over, gbp(0));
    assert_eq!(found.outcomes[0].years[0].total(), gbp(1_220));
    assert_eq!(found.outcomes[0].years[2].effective, 1_220 * 10_000);
    book.spend(outcome, &[180]);
    assert_eq!(values(&book, indicator), ["30", "30", "30"]);
}

#[test]
fn a_response_runs_through_its_points_and_is_flat_beyond_them() {
    let (mut book, outcome, indicator) = one(points(&[(100, 10), (200, 20), (600, 150)]));
    for (typed, expect) in [
        (0, "10"),
        (150, "15"),
        (400, "85"),
        (600, "150"),
        (900, "150"),
    ] {
        book.spend(outcome, &[typed]);
        assert_eq!(values(&book, indicator)[2], expect, "{typed}");
    }
}

#[test]
fn the_cost_of_the_full_stretch_has_a_shape() {
    for (shape, at_half) in [
        (Shape::Straight, "50"),
        (Shape::Diminishing, "70"),
        // Two thirds of the way from 40% of the cost to 70% of it, between 15% and 60%.
        (Shape::SlowStart, "30"),
    ] {
        let (mut book, outcome, indicator) = one(Response::Cost {
            full: gbp(1_000),
            shape,
        });
        book.spend(outcome, &[500]);
        assert_eq!(values(&book, indicator)[2], at_half, "{shape:?}");
        book.spend(outcome, &[1_000]);
        assert_eq!(values(&book, indicator)[2], "100", "{shape:?}");
    }
}

/// While the first digit of 300,000 is typed: a quarter of £3 is no pound, and no pound brings nothing.
#[test]
fn no_money_brings_nothing_however_little_the_stretch_costs() {
    for shape in [Shape::Straight, Shape::Diminishing, Shape::SlowStart] {
        for full in 1..12 {
            let (mut book, outcome, indicator) = one(Response::Cost {
                full: gbp(full),
                shape,
            });
            assert_eq!(values(&book, indicator)[2], "0", "{shape:?} for £{full}");
            book.spend(outcome, &[full]);
            assert_eq!(values(&book, indicator)[2], "100", "{shape:?} for £{full}");
        }
    }
}

#[test]
fn lower_is_better_where_it_is_said_to_be() {
    let (mut book, outcome, _) = one(straight(1_000));
    let crime = book.ki(outcome, "50", "40");
    book.k(crime).response = Some(straight(1_000));
    book.k(crime).decimals = 1;
    book.spend(outcome, &[550]);
    assert_eq!(values(&book, crime), ["44.5", "44.5", "44.5"]);
    let found = book.ev();
    assert_eq!(ki(&found, crime).score.unwrap().basis_points(), 5_500);
    // £50,000 pot, one of two indicators: one tenth better is 56%, and still nothing.
    assert_eq!(ki(&found, crime).next_unit, p(0));
    assert_eq!(ki(&found, crime).cliff.unwrap().at, v("44"));
    book.spend(outcome, &[590]);
    let found = book.ev();
    assert_eq!(value(&found, crime, 2), "44.1");
    assert_eq!(ki(&found, crime).next_unit, p(30_000));
}

#[test]
fn after_a_recorded_year_its_value_is_moved_on() {
    let (mut book, outcome, indicator) = one(straight(1_000));
    book.spend(outcome, &[100, 300, 200]);
    book.k(indicator).without = ["4", "6", "7"].map(|text| Some(v(text))).to_vec();
    book.k(indicator).with[2] = Some(v("107"));
    assert_eq!(values(&book, indicator), ["14", "46", "67"]);
    book.k(indicator).actual = vec![Some(v("20"))];
    // 20 + (6 − 4) + (40 − 10); 20 + (7 − 4) + (60 − 10).
    assert_eq!(values(&book, indicator), ["20", "52", "73"]);
    book.k(indicator).actual = vec![Some(v("20")), Some(v("30"))];
    // 30 + (7 − 6) + (60 − 40).
    assert_eq!(values(&book, indicator), ["20", "30", "51"]);
    book.k(indicator).actual = vec![None, Some(v("30")), Some(v("55.5"))];
    assert_eq!(values(&book, indicator), ["14", "30", "55.5"]);
}

#[test]
fn unstated_years_without_lie_on_the_line_from_the_baseline() {
    let (mut book, _, indicator) = one(straight(1_000));
    book.k(indicator).without = vec![None, None, Some(v("13"))];
    book.k(indicator).baseline = Some(Baseline {
        year: 2005,
        value: v("10"),
    });
    assert_eq!(values(&book, indicator), ["11", "12", "13"]);
    book.k(indicator).baseline = Some(Baseline {
        year: 2003,
        value: v("8"),
    });
    assert_eq!(values(&book, indicator), ["11", "12", "13"]);
    book.k(indicator).baseline = None;
    assert_eq!(values(&book, indicator), ["13", "13", "13"]);
    // A baseline of a year of the agreement is on the line too, unless that year's own value is stated.
    book.k(indicator).baseline = Some(Baseline {
        year: 2006,
        value: v("7"),
    });
    assert_eq!(values(&book, indicator), ["7", "10", "13"]);
    book.k(indicator).without[0] = Some(v("9"));
    assert_eq!(values(&book, indicator), ["9", "11", "13"]);
    book.k(indicator).without[0] = None;
    book.k(indicator).baseline = Some(Baseline {
        year: 2009,
        value: v("7"),
    });
    assert_eq!(
        values(&book, indicator),
        ["13", "13", "13"],
        "a later year than any of the agreement says nothing of it"
    );
    // A third and two thirds of one, to the nearest millionth.
    book.k(indicator).without[2] = Some(v("11"));
    book.k(indicator).baseline = Some(Baseline {
        year: 2005,
        value: v("10"),
    });
    assert_eq!(values(&book, indicator), ["10.333333", "10.666667", "11"]);
}

#[test]
fn another_stretch_moves_the_target_and_the_milestones_but_not_what_money_delivers() {
    let (mut book, outcome, indicator) = one(straight(1_000));
    book.k(indicator).without = ["0", "10", "20"].map(|text| Some(v(text))).to_vec();
    book.k(indicator).with = ["10", "40", "120"].map(|text| Some(v(text))).to_vec();
    book.spend(outcome, &[600]);
    let before = book.ev();
    assert_eq!(ki(&before, indicator).reward, p(60_000));
    book.sc.stretches.push(Stretch {
        indicator,
        level: v("70"),
    });
    let after = book.ev();
    let with: Vec<String> = ki(&after, indicator)
        .with
        .iter()
        .map(|it| it.unwrap().to_string())
        .collect();
    // Half the stretch of 100, so half of what each milestone is ahead.
    assert_eq!(with, ["5", "25", "70"]);
    assert_eq!(ki(&after, indicator).value, ki(&before, indicator).value);
    assert_eq!(ki(&after, indicator).reward, p(100_000));
}

#[test]
fn a_milestone_of_a_lower_is_better_indicator_scales_to_the_nearest_millionth() {
    let (mut book, outcome, _) = one(straight(1_000));
    let crime = book.ki(outcome, "30", "0");
    book.k(crime).with = ["20", "10", "0"].map(|text| Some(v(text))).to_vec();
    book.sc.stretches.push(Stretch {
        indicator: crime,
        level: v("29"),
    });
    let with: Vec<String> = ki(&book.ev(), crime)
        .with
        .iter()
        .map(|it| it.unwrap().to_string())
        .collect();
    assert_eq!(with, ["29.666667", "29.333333", "29"]);
}

#[test]
fn an_interim_level_is_met_by_the_value_of_its_year_on_the_better_side() {
    let (mut book, outcome, indicator) = one(straight(1_000));
    book.spend(outcome, &[300]);
    let advance = |book: &Book| ki(&book.ev(), indicator).advance;
    book.k(indicator).interim = Some(Interim {
        year: 0,
        level: v("30"),
    });
    assert_eq!(advance(&book), p(20_000));
    book.k(indicator).interim = Some(Interim {
        year: 0,
        level: v("30.001"),
    });
    assert_eq!(advance(&book), p(0));
    book.k(indicator).actual = vec![Some(v("30.001"))];
    assert_eq!(advance(&book), p(20_000));
}

#[test]
fn effective_spend_is_exact_in_ten_thousandths_of_a_pound() {
    let (mut book, outcome, _) = one(straight(1_000));
    book.o(outcome).lag = vec![BasisPoints(1), BasisPoints(3_333)];
    book.spend(outcome, &[7, 1, 0]);
    let found = book.ev();
    let effective: Vec<i64> = found.outcomes[0]
        .years
        .iter()
        .map(|year| year.effective)
        .collect();
    assert_eq!(effective, [7, 7 * 3_333 + 1, 7 * 3_333 + 3_333]);
}
