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
