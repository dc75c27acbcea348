//! The illustrative borough: its sizes, its two scenarios and what they earn.

mod support;

use laa::engine::{Evaluation, Problem, evaluate};
use laa::model::{IndicatorId, Origin, OutcomeId, Pounds, Workbook};
use support::{pounds, rows, sample};

fn borough() -> Workbook {
    sample("An illustrative borough")
}

#[test]
fn it_has_four_blocks_26_streams_and_twelve_outcomes_that_bear_reward() {
    let agreement = borough().agreement;
    let bearing = agreement.outcomes.iter().filter(|outcome| outcome.rewarded);
    assert_eq!(agreement.blocks.len(), 4);
    assert_eq!(agreement.streams.len(), 26);
    assert_eq!(bearing.count(), 12);
    assert_eq!(agreement.partners.len(), 8);
}

#[test]
fn each_of_its_20_indicators_has_a_baseline_and_both_paths_in_every_year() {
    let agreement = borough().agreement;
    assert_eq!(agreement.indicators.len(), 20);
    for indicator in agreement.indicators {
        let paths = indicator.without.iter().chain(&indicator.with);
        assert_eq!(paths.flatten().count(), 6, "{}", indicator.name);
        assert!(indicator.baseline.is_some(), "{}", indicator.name);
    }
}

/// Kensington and Chelsea expected £2m to £4m from its earlier agreement.
#[test]
fn the_earlier_reward_is_expected_between_two_and_four_million() {
    let streams = borough().agreement.streams;
    let earlier = streams
        .iter()
        .find(|stream| stream.name == "Earlier reward grant")
        .unwrap();
    assert_eq!(earlier.origin, Origin::Local);
    let low: Pounds = earlier.amounts.iter().map(|amount| amount.counted()).sum();
    let high: Pounds = earlier.amounts.iter().map(|amount| amount.at_most()).sum();
    assert_eq!((low, high), (Pounds(2_000_000), Pounds(4_000_000)));
}

/// All but small change is spent: no more than £70,000 of about £20m is left in any year.
#[test]
fn it_allocates_nearly_all_of_its_pooled_money() {
    let workbook = borough();
    for scenario in &workbook.scenarios {
        let result = evaluate(&workbook.agreement, scenario);
        for year in 0..3 {
            let pooled = result.streams.iter().filter(|stream| stream.pooled);
            let left: i64 = pooled.map(|stream| stream.years[year].left.0).sum();
            assert!(
                (0..=70_000).contains(&left),
                "{}: £{left} left",
                scenario.name
            );
        }
    }
}

/// Worked from the responses in exact fractions outside the engine, in thousands of pounds: 57.5%
/// of the pot of £6.46m in the base, 73.2% in the single pot.
#[test]
fn the_single_pot_earns_about_a_million_more_on_the_same_money() {
    let workbook = borough();
    let thousands = |scenario| {
        let result = evaluate(&workbook.agreement, scenario);
        assert_eq!(result.pot.0, 646_000_000);
        (pounds(result.reward) + 500) / 1_000
    };
    let earned: Vec<i64> = workbook.scenarios.iter().map(thousands).collect();
    assert_eq!(earned, [3_716, 4_727]);
}

/// No floor, minimum or capacity is missed in either scenario.
#[test]
fn its_only_findings_are_small_change_and_the_near_miss() {
    let workbook = borough();
    for scenario in &workbook.scenarios {
        let result = evaluate(&workbook.agreement, scenario);
        for finding in &result.findings {
            let expected = matches!(
                finding.problem,
                Problem::Left { .. } | Problem::JustShort { .. }
            );
            assert!(expected, "{}: {finding:?}", scenario.name);
        }
    }
}

#[test]
fn no_money_helps_one_indicator() {
    let mut workbook = borough();
    let mut base = workbook.scenarios.remove(0);
    let of_survey = |result: Evaluation| {
        let found = result
            .indicators
            .into_iter()
            .find(|found| found.id == IndicatorId(7))
            .unwrap();
        (found.value[2], found.reward.0)
    };
    let before = of_survey(evaluate(&workbook.agreement, &base));
    for year in 0..3 {
        base.spending.set(OutcomeId(5), year, Pounds(50_000_000));
    }
    assert_eq!(of_survey(evaluate(&workbook.agreement, &base)), before);
    assert_eq!(before.1, 0);
}

/// The published sums that its notes compare it with, to the pound as the fixture has them.
#[test]
fn the_sizes_that_its_notes_cite_are_as_published() {
    let published = rows(include_str!("fixtures/other_stream_amounts.csv"));
    let notes = borough().notes;
    let cited = [
        (
            "Sefton",
            "2003-04",
            "Neighbourhood Renewal Fund",
            "£5,631,300",
        ),
        ("Sefton", "2004-05", "Basic Command Unit Fund", "£196,745"),
        (
            "Islington",
            "2004-05",
            "Basic Command Unit Fund",
            "£366,436",
        ),
    ];
    for (area, year, stream, sum) in cited {
        let row = published
            .iter()
            .find(|row| row[..3] == [area, year, stream])
            .unwrap();
        assert_eq!(row[3], sum.replace(['£', ','], ""), "{area}, {stream}");
        assert!(
            notes.iter().any(|note| note.text.contains(sum)),
            "{area}, {stream}"
        );
    }
}

/// Exclusions are counted and fewer are better; conceptions are a rate to one decimal place.
#[test]
fn position_says_the_next_unit_the_way_that_is_better_and_a_count_without_its_unit() {
    let workbook = std::rc::Rc::new(sample("An illustrative borough"));
    let open = workbook.scenarios[1].id;
    let groups = laa::app::show::cliffs::groups(&laa::app::State::open(workbook, open, 0), 200.0);
    let rows = groups.iter().flat_map(|group| &group.rows);
    let rows: Vec<_> = rows
        .map(|row| (row.name.as_str(), row.path.as_str(), row.unit.as_str()))
        .collect();
    for row in [
        ("Permanent exclusions from school", "58 → 42", "one fewer"),
        (
            "Under 18 conception rate",
            "50.4 → 45.6 per 1,000",
            "0.1 less",
        ),
        (
            "Half days missed in secondary schools",
            "8.65 → 7.90%",
            "0.01 less",
        ),
        ("Perceptions of anti-social behaviour", "26 → 19%", "1 less"),
        (
            "People who stopped smoking at four weeks",
            "1,340 → 1,820 people",
            "one more",
        ),
    ] {
        assert!(rows.contains(&row), "{row:?}: {rows:?}");
    }
}
