//! The library's tables against the published lists that they were taken from.

mod support;

use std::collections::BTreeSet;

use laa::library::indicators::{self, Better};
use laa::library::{blocks, number, streams, text};
use support::rows;

#[test]
fn the_national_set_agrees_with_the_published_list() {
    let rows = rows(include_str!("fixtures/national_indicators.csv"));
    assert_eq!(rows.len(), 199);
    for row in rows {
        let ni = indicators::national(row[0].parse().unwrap()).unwrap();
        let better = match ni.better {
            Some(Better::Higher) => "higher",
            Some(Better::Lower) => "lower",
            None => "check definition",
        };
        assert_eq!(format!("NI {}", ni.number), row[1]);
        assert_eq!(ni.title, row[2]);
        assert_eq!(
            blocks::NAMES[usize::from(ni.block) - 1].replace(" and ", " & "),
            row[4]
        );
        assert_eq!(ni.statutory(), row[5] == "yes", "{}", ni.title);
        assert_eq!(ni.common(), row[6] == "yes", "{}", ni.title);
        assert_eq!(better, row[7], "{}", ni.title);
        assert_eq!(ni.in_force(), row[8] == "yes", "{}", ni.title);
        assert_eq!(ni.found(), row[9].starts_with("found"), "{}", ni.title);
    }
}

/// 198 in force and 16 statutory: the numbers that the national guidance gives.
#[test]
fn the_set_has_198_indicators_in_force_and_16_statutory_ones() {
    assert_eq!(indicators::all().filter(|ni| ni.in_force()).count(), 198);
    let statutory: Vec<u16> = indicators::all()
        .filter(|ni| ni.statutory())
        .map(|ni| ni.number)
        .collect();
    assert_eq!(
        statutory,
        [
            72, 73, 74, 75, 83, 87, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101
        ]
    );
    assert_eq!(indicators::national(0), None);
    assert_eq!(indicators::national(200), None);
}

#[test]
fn the_picker_finds_by_number_and_by_words_in_any_case_and_order() {
    let found = |query| {
        indicators::search(query)
            .map(|ni| ni.number)
            .collect::<Vec<_>>()
    };
    assert_eq!(found("NI 117"), [117]);
    assert_eq!(found("117"), [117]);
    assert_eq!(found("ni117"), [117]);
    assert_eq!(found("BEHAVIOUR anti-social perceptions"), [17]);
    assert_eq!(
        found("sex offenders"),
        [0; 0],
        "NI 31 was dropped before April 2008"
    );
    assert_eq!(found("").len(), 198);
}

/// 48 spellings in the answers for Shropshire's two years and Telford & Wrekin's one.
#[test]
fn every_grant_of_the_published_answers_has_a_number() {
    let mut names = BTreeSet::new();
    for row in rows(include_str!("fixtures/cyp_grants_paid_through_laa.csv")) {
        if !row[2].starts_with("TOTAL") {
            names.insert(row[2].clone());
        }
    }
    assert_eq!(names.len(), 48);
    for name in names {
        let stream = number(&name).and_then(streams::stream);
        assert!(stream.is_some(), "{name} is no stream of the library");
    }
}

/// The catalogue writes three names otherwise than the grants' own papers: it adds a sum to one,
/// is a byte over the link's limit on text with another, and uses small letters.
#[test]
fn the_catalogues_streams_are_listed_under_their_blocks() {
    for row in rows(include_str!("fixtures/laa_funding_stream_catalogue.csv")) {
        let name = row[1]
            .replace(" (25000 a year per CDRP)", "")
            .replace("New Ventures Fund", "New Ventures");
        let stream = streams::ALL
            .iter()
            .find(|stream| stream.name.eq_ignore_ascii_case(&name));
        let block = stream
            .unwrap()
            .home
            .map_or("Cross-cutting".to_owned(), |block| {
                blocks::NAMES[usize::from(block) - 1].replace(" and ", " & ")
            });
        assert_eq!(block, row[0], "{name}");
    }
}

/// Rewards were paid on these five; one title is shortened to fit a link's limit on text.
#[test]
fn the_published_indicators_of_bath_have_numbers() {
    let rows = rows(include_str!("fixtures/stretch_targets_complete.csv"));
    let titles: Vec<String> = rows.into_iter().map(|row| row[3].clone()).collect();
    for (number, title) in (700..704).zip(&titles) {
        assert_eq!(text(number), Some(title.as_str()));
    }
    assert!(
        text(704)
            .unwrap()
            .starts_with("People aged 65+ with 5+ hours home care")
    );
}
