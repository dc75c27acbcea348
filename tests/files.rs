//! The workbook files that the documentation shows: they open, and give what a person reckons by hand.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use laa::codec::file;
use laa::engine::evaluate;
use laa::model::{Pence, Workbook};

fn small() -> Workbook {
    file::read(include_str!("fixtures/small.json")).unwrap()
}

#[test]
fn the_small_example_by_hand() {
    // The pot is 2.5% of £40m: £1,000,000, half on each target.
    // £300,000 a year works as 300 + 240 + 150 = £690,000 of the £800,000 that bring the full stretch:
    // 86.25%. £200,000 a year works as £460,000 of £500,000: 92%.
    let workbook = small();
    let found = evaluate(&workbook.agreement, &workbook.scenarios[0]);
    assert_eq!(found.pot, Pence(100_000_000));
    let rewards: Vec<Pence> = found.indicators.iter().map(|it| it.reward).collect();
    assert_eq!(rewards, [Pence(43_125_000), Pence(46_000_000)]);
    assert_eq!(found.findings, []);
    // Single pot: 552 of 800 is 69%; 598 of 500 is more than the full stretch and pays it once.
    let found = evaluate(&workbook.agreement, &workbook.scenarios[1]);
    let rewards: Vec<Pence> = found.indicators.iter().map(|it| it.reward).collect();
    assert_eq!(rewards, [Pence(34_500_000), Pence(50_000_000)]);
    assert_eq!(found.findings, []);
}

#[test]
fn the_readme_shows_the_small_example_as_it_is() {
    assert!(include_str!("../README.md").contains(include_str!("fixtures/small.json")));
}

#[test]
fn what_is_left_out_of_a_file_has_its_usual_value() {
    let workbook = small();
    let written = file::write(&workbook).unwrap();
    assert_eq!(file::read(&written).unwrap(), workbook);
    for usual in [
        r#""years": 3"#,
        r#""threshold": 6000"#,
        r#""rate": 250"#,
        r#""correlation": 3000"#,
    ] {
        assert!(written.contains(usual), "{usual}");
    }
}

#[test]
fn a_ledger_comes_back_whole_and_a_file_from_before_has_none() {
    let full = file::read(include_str!("fixtures/full.json")).unwrap();
    assert_eq!(full.ledger.len(), 4);
    let written = file::write(&full).unwrap();
    assert_eq!(file::read(&written).unwrap(), full);
    assert!(written.contains("\"at\": \"2007-02-14T10:30:00Z\""));
    assert_eq!(small().ledger, []);
    assert!(!file::write(&small()).unwrap().contains("ledger"));
}

#[test]
fn a_ledger_that_does_not_hold_together_is_refused() {
    let text = include_str!("fixtures/full.json");
    for (right, wrong) in [
        ("\"2007-02-14T10:30:00Z\"", "\"14 February\""),
        ("\"answers\": 51", "\"answers\": 52"),
        ("\"answers\": 51", "\"answers\": 9\n"),
        ("{ \"scenario\": 54,", "{ \"scenario\": 53,"),
        ("{ \"scenario\": 54,", "{ \"scenario\": 99,"),
        ("\"17QF2KD\"", "\"17QF-2KD\""),
        ("\"agreed\"", "\"signed\""),
    ] {
        assert!(text.contains(right), "{right}");
        assert!(
            file::read(&text.replacen(right, wrong, 1)).is_err(),
            "{wrong}"
        );
    }
}
