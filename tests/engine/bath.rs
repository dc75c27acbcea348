//! Bath & North East Somerset's agreement of 2003–06, as far as it was published.
//!
//! Source of every figure: Bath & North East Somerset Council, 6 December 2006, Appendix A, in
//! `fixtures/stretch_targets_complete.csv`. The weights within the bus target were inferred from the
//! rewards paid; with them the pounds of those two indicators are a consistency check.

use crate::common::*;
use laa::model::{Decimal, IndicatorId, OutcomeId, Pot};

/// A published indicator.
struct Row {
    area: String,
    without: String,
    with: String,
    actual: String,
    potential: Option<i64>,
    computed_pct: f64,
    reward: i64,
    status: String,
}

fn rows() -> Vec<Row> {
    let csv = include_str!("../fixtures/stretch_targets_complete.csv");
    csv.lines().skip(1).map(row).collect()
}

fn row(line: &str) -> Row {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().unwrap().push(other),
        }
    }
    Row {
        area: fields[2].clone(),
        without: fields[9].clone(),
        with: fields[10].clone(),
        actual: fields[11].clone(),
        potential: fields[13].parse().ok(),
        computed_pct: fields[15].parse().unwrap(),
        reward: fields[16].parse().unwrap(),
        status: fields[18].clone(),
    }
}

/// Twelve target areas, the published indicators in the first three.
fn bath() -> (Book, Vec<OutcomeId>, Vec<IndicatorId>) {
    let mut book = Book::new(3);
    book.ag.first_year = 2003;
    book.ag.rules.pot = Pot::Stated(gbp(3_577_956));
    let block = book.bl();
    let areas: Vec<OutcomeId> = (0..12).map(|_| book.oc(block)).collect();
    let indicators = rows()
        .iter()
        .map(|row| {
            let number: usize = row.area.split(' ').next().unwrap().parse().unwrap();
            let id = book.rec(areas[number - 1], &row.without, &row.with, &row.actual);
            book.k(id).weight = row.potential.unwrap_or(1) as u32;
            id
        })
        .collect();
    // The target is printed as 18.955 million, recorded values to a hundredth.
    (book, areas, indicators)
}

/// Types what was recorded at the end.
fn record(book: &mut Book, id: IndicatorId, actual: &str) {
    let value: Decimal = v(actual);
    book.k(id).actual[2] = Some(value);
}

#[test]
fn every_published_reward_to_the_pound() {
    let (book, _, indicators) = bath();
    let found = book.ev();
    for (row, &id) in rows().iter().zip(&indicators) {
        let result = ki(&found, id);
        assert_eq!(to_the_pound(result.reward), row.reward, "{}", row.area);
        if let Some(potential) = row.potential {
            // Printed as 298,163 for the whole bus target: 268,347 and 29,816.
            let held = if row.reward == 268_347 {
                268_347
            } else {
                potential
            };
            assert_eq!(to_the_pound(result.potential), held, "{}", row.area);
        }
        let score = result.score.unwrap().basis_points();
        assert_eq!(score, (row.computed_pct * 100.0).round() as i64);
        let reaches = score >= 6_000;
        assert_eq!(reaches, row.status != "Red", "{}", row.area);
    }
    assert_eq!(to_the_pound(found.reward), 584_400);
}

#[test]
fn public_transport_information_is_exactly_at_the_cliff() {
    let (mut book, _, indicators) = bath();
    let before = book.ev();
    assert_eq!(to_the_pound(ki(&before, indicators[2]).reward), 17_890);
    record(&mut book, indicators[2], "48");
    let after = book.ev();
    let found = ki(&after, indicators[2]);
    assert_eq!(found.reward, p(0));
    assert_eq!(to_the_pound(before.reward - after.reward), 17_890);
    let cliff = found.cliff.unwrap();
    assert_eq!((cliff.at, cliff.margin), (v("49"), v("-1")));
    assert_eq!(to_the_pound(cliff.wins), 17_890);
    assert_eq!(found.next_unit, cliff.wins);
}

#[test]
fn home_care_is_measured_from_without_and_not_from_its_baseline() {
    let (mut book, _, indicators) = bath();
    book.k(indicators[4]).baseline = Some(laa::model::Baseline {
        year: 2002,
        value: v("444"),
    });
    let found = book.ev();
    let home_care = ki(&found, indicators[4]);
    assert_eq!(home_care.score.unwrap().basis_points(), 5_000);
    assert_eq!(
        (518 - 444) * 100 / (550 - 444),
        69,
        "from the baseline it would have paid"
    );
    assert_eq!(home_care.reward, p(0));
    assert_eq!(home_care.cliff.unwrap().at, v("524.4"));
}

#[test]
fn a_thirteenth_target_dilutes_and_a_dropped_one_enriches_the_others() {
    let (mut book, areas, _) = bath();
    let block = book.ag.blocks[0].id;
    let each = |book: &Book, outcome: OutcomeId| {
        let found = book.ev();
        let result = found.outcomes.iter().find(|it| it.id == outcome).unwrap();
        to_the_pound(result.potential)
    };
    assert_eq!(each(&book, areas[0]), 298_163);
    book.oc(block);
    assert_eq!(each(&book, areas[0]), 275_227);
    book.ag.outcomes.pop();
    book.sc.dropped.push(areas[11]);
    assert_eq!(each(&book, areas[0]), 325_269);
    assert_eq!(each(&book, areas[11]), 0);
}

#[test]
fn dropping_an_outcome_takes_its_indicators_out_of_the_reward() {
    let (mut book, areas, indicators) = bath();
    book.sc.dropped.push(areas[1]);
    let found = book.ev();
    assert!(!ki(&found, indicators[1]).rewarded);
    assert_eq!(ki(&found, indicators[1]).reward, p(0));
    assert_eq!(to_the_pound(found.reward), 325_269);
}
