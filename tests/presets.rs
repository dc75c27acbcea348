//! The built-in samples: sound, affordable, and equal to what was published.

mod support;

use laa::app::State;
use laa::app::show::position;
use laa::codec::{file, link};
use laa::engine::evaluate;
use laa::library;
use laa::model::{Amount, Decimal, NoteKind, Pence, Pounds, Workbook, check};
use laa::presets;
use std::rc::Rc;
use support::{pounds, rows, sample};

#[test]
fn every_sample_passes_the_models_own_checks_under_its_title() {
    let titles: Vec<_> = presets::all().iter().map(|sample| sample.title).collect();
    assert_eq!(
        titles,
        [
            "An illustrative borough",
            "Bath & North East Somerset",
            "Telford & Wrekin",
            "Shropshire"
        ]
    );
    for sample in presets::all() {
        let workbook = (sample.workbook)();
        assert_eq!(check(&workbook), Ok(()), "{}", sample.title);
        assert_eq!(workbook.title, sample.title);
    }
}

/// What one begins with is sound, survives its file and its link, and earns and costs nothing yet.
#[test]
fn a_new_agreement_has_four_blocks_and_no_figures() {
    let workbook = presets::blank();
    assert_eq!(check(&workbook), Ok(()));
    assert_eq!(workbook.agreement.blocks.len(), 4);
    assert_eq!(
        file::read(&file::write(&workbook).unwrap()),
        Ok(workbook.clone())
    );
    let link = link::write(&workbook, workbook.base, &link::What::default()).unwrap();
    assert_eq!(link::read(&link.text).unwrap().workbook, workbook);
    let state = State::open(Rc::new(workbook.clone()), workbook.base, 1);
    let below = position::headline(&state).unwrap().below;
    assert!(
        below.contains("Type it, or the most that can be earned, under Agreement."),
        "{below}"
    );
    let result = evaluate(&workbook.agreement, &workbook.scenarios[0]);
    assert_eq!(
        (result.reward, result.pot, result.over),
        (Pence(0), Pence(0), Pounds(0))
    );
}

#[test]
fn every_sample_survives_its_file() {
    for sample in presets::all() {
        let workbook = (sample.workbook)();
        let file = serde_json::to_string(&workbook).unwrap();
        assert_eq!(serde_json::from_str::<Workbook>(&file).unwrap(), workbook);
    }
}

#[test]
fn every_scenario_of_every_sample_is_affordable() {
    for sample in presets::all() {
        let workbook = (sample.workbook)();
        for scenario in &workbook.scenarios {
            let result = evaluate(&workbook.agreement, scenario);
            let money: Vec<_> = result
                .findings
                .iter()
                .filter(|finding| finding.problem.is_money())
                .collect();
            assert!(
                money.is_empty(),
                "{}, {}: {money:?}",
                sample.title,
                scenario.name
            );
            assert_eq!(result.over, Pounds(0));
        }
    }
}

/// Two thirds of a link's characters would be names otherwise.
#[test]
fn every_name_of_the_samples_is_in_the_library() {
    for sample in presets::all() {
        let workbook = (sample.workbook)();
        let agreement = &workbook.agreement;
        let names = [workbook.title.as_str(), agreement.area.name.as_str()]
            .into_iter()
            .chain(agreement.blocks.iter().map(|block| block.name.as_str()))
            .chain(
                agreement
                    .partners
                    .iter()
                    .map(|partner| partner.name.as_str()),
            )
            .chain(agreement.streams.iter().map(|stream| stream.name.as_str()))
            .chain(
                agreement
                    .outcomes
                    .iter()
                    .map(|outcome| outcome.name.as_str()),
            )
            .chain(
                agreement
                    .indicators
                    .iter()
                    .map(|indicator| indicator.name.as_str()),
            )
            .chain(
                agreement
                    .indicators
                    .iter()
                    .map(|indicator| indicator.unit.as_str()),
            )
            .chain(
                workbook
                    .scenarios
                    .iter()
                    .map(|scenario| scenario.name.as_str()),
            )
            .chain(
                agreement
                    .rules
                    .sharing
                    .top_slices
                    .iter()
                    .map(|slice| slice.name.as_str()),
            );
        for name in names {
            assert!(library::number(name).is_some(), "{}: {name}", sample.title);
        }
        for indicator in &agreement.indicators {
            let named = indicator.national.and_then(library::indicators::national);
            assert!(named.is_none_or(|national| national.name() == indicator.name));
            assert!(named.is_none_or(|national| national.better == Some(indicator.better)));
            assert!(named.is_none_or(|national| national.unit == indicator.unit));
        }
    }
}

#[test]
fn every_source_and_gap_note_on_a_published_sample_cites_where_it_comes_from() {
    for title in [
        "Bath & North East Somerset",
        "Telford & Wrekin",
        "Shropshire",
    ] {
        for note in sample(title).notes {
            assert!(
                note.kind != NoteKind::Source || !note.source.is_empty(),
                "{}",
                note.text
            );
        }
    }
}

/// Appendix A of the report of 6 December 2006, as collected in the fixture.
#[test]
fn bath_has_the_published_figures_and_pays_the_published_rewards() {
    let workbook = sample("Bath & North East Somerset");
    let agreement = &workbook.agreement;
    let result = evaluate(agreement, &workbook.scenarios[0]);
    let decimal = |text: &str| Some(text.parse::<Decimal>().unwrap());
    let published = rows(include_str!("fixtures/stretch_targets_complete.csv"));
    assert_eq!(published.len(), agreement.indicators.len());
    for ((row, indicator), result) in published
        .iter()
        .zip(&agreement.indicators)
        .zip(&result.indicators)
    {
        assert_eq!(
            indicator.baseline.map(|baseline| baseline.value),
            decimal(&row[7])
        );
        assert_eq!(indicator.without[2], decimal(&row[9]), "{}", row[3]);
        assert_eq!(indicator.with[2], decimal(&row[10]), "{}", row[3]);
        assert_eq!(indicator.actual[2], decimal(&row[11]), "{}", row[3]);
        assert_eq!(pounds(result.reward).to_string(), row[16], "{}", row[3]);
        let target: usize = row[2].split(' ').next().unwrap().parse().unwrap();
        assert_eq!(usize::from(indicator.outcome.0), target);
    }
}

/// 298,163 + 268,347 + 17,890, the three rewards that the report prints.
#[test]
fn bath_earned_584_400_pounds_on_the_published_indicators_of_3_577_956() {
    let workbook = sample("Bath & North East Somerset");
    let result = evaluate(&workbook.agreement, &workbook.scenarios[0]);
    assert_eq!(pounds(result.reward), 584_400);
    assert_eq!(result.pot.0, 357_795_600);
}

/// Appendix B of the same report; its total for 2005/06 is printed as 476,102.
#[test]
fn bath_spent_pump_priming_as_published() {
    let workbook = sample("Bath & North East Somerset");
    let result = evaluate(&workbook.agreement, &workbook.scenarios[0]);
    assert_eq!(
        result.pump.spent,
        [Pounds(0), Pounds(421_373), Pounds(476_102)]
    );
    assert_eq!(result.pump.grant, Pounds(919_163));
    let halves = [
        "Improving our local environment - graffiti",
        "Improving our local environment - HWRC",
    ];
    let areas: Vec<_> = rows(include_str!("fixtures/banes_ppg_by_target.csv"))
        .into_iter()
        .filter(|row| !halves.contains(&row[0].as_str()) && !row[0].starts_with("TOTAL"))
        .collect();
    assert_eq!(areas.len(), 12);
    for (row, outcome) in areas.iter().zip(&workbook.agreement.outcomes) {
        let spending = &workbook.scenarios[0].pump.spending;
        assert_eq!(
            spending.get(outcome.id, 1).0.to_string(),
            row[2],
            "{}",
            row[0]
        );
        assert_eq!(
            spending.get(outcome.id, 2).0.to_string(),
            row[4],
            "{}",
            row[0]
        );
    }
}

/// The streams are the grants that Hansard marks as paid through the agreement, in its order.
#[test]
fn the_neighbours_have_the_grants_that_parliament_was_told_of() {
    let answers = rows(include_str!("fixtures/cyp_grants_paid_through_laa.csv"));
    for (title, paid_through) in [("Telford & Wrekin", 11), ("Shropshire", 9)] {
        let workbook = sample(title);
        let start = title.split(' ').next().unwrap();
        let of_area = answers
            .iter()
            .filter(|row| row[0].starts_with(start) && row[1] == "2007-08")
            .filter(|row| !row[2].starts_with("TOTAL"));
        let (outside, inside): (Vec<_>, Vec<_>) = of_area.partition(|row| row[4] == "no");
        let streams = &workbook.agreement.streams;
        assert_eq!(
            (inside.len(), streams.len()),
            (paid_through, paid_through),
            "{title}"
        );
        for (row, stream) in inside.iter().zip(streams) {
            let stated = row[5]
                .parse()
                .map_or(Amount::NotStated, |p| Amount::Stated(Pounds(p)));
            assert_eq!((&stream.name, stream.amounts[0]), (&row[2], stated));
        }
        let notes: String = workbook
            .notes
            .iter()
            .map(|note| note.text.as_str())
            .collect();
        for row in outside {
            assert!(notes.contains(row[2].as_str()), "{title}: {}", row[2]);
        }
    }
}

/// The four grants that the pilot took in and its neighbour left out, with one name spelt alike.
#[test]
fn telford_takes_in_four_grants_that_shropshire_leaves_out() {
    let names = |title| {
        let streams = sample(title).agreement.streams;
        streams
            .into_iter()
            .map(|stream| stream.name)
            .collect::<Vec<_>>()
    };
    let shropshire = names("Shropshire");
    let more: Vec<_> = names("Telford & Wrekin")
        .into_iter()
        .filter(|name| !shropshire.contains(name))
        .collect();
    assert_eq!(
        more,
        [
            "Extended Schools",
            "School Improvement Partners",
            "Education Health Partnerships",
            "Teenage Pregnancy"
        ]
    );
}
