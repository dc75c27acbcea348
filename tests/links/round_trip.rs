//! What is written comes back, byte for byte, and nothing else does.

use crate::tries::tries;
use laa::codec::code::Code;
use laa::codec::link::{self, OwnWords, What};
use laa::codec::{envelope, file, text, tolerant};
use laa::model::{Workbook, check};
use laa::presets;
use proptest::prelude::*;

use crate::workbooks::workbooks;

/// Everything that a link can carry.
fn everything(workbook: &Workbook) -> What {
    What {
        further: workbook
            .scenarios
            .iter()
            .map(|scenario| scenario.id)
            .collect(),
        risks: true,
        notes: true,
        words: OwnWords::Along,
    }
}

#[test]
fn the_ledger_never_goes_and_changes_no_link() {
    let noted = file::read(include_str!("../fixtures/full.json")).unwrap();
    assert!(!noted.ledger.is_empty());
    let bare = Workbook {
        ledger: Vec::new(),
        ..noted.clone()
    };
    for what in [What::default(), everything(&noted)] {
        let link = link::write(&noted, noted.base, &what).unwrap();
        assert_eq!(link::write(&bare, bare.base, &what).unwrap(), link);
        assert_eq!(link::read(&link.text).unwrap().workbook.ledger, []);
    }
}

proptest! {
    #![proptest_config(tries(150))]

    #[test]
    fn a_whole_workbook_comes_back(workbook in workbooks()) {
        prop_assert_eq!(check(&workbook), Ok(()));
        let what = everything(&workbook);
        let link = link::write(&workbook, workbook.scenarios[0].id, &what).unwrap();
        for text in [&link.text, &link.capitals] {
            let received = link::read(&format!("#{text}")).unwrap();
            prop_assert_eq!(&received.workbook, &workbook);
            prop_assert_eq!(received.not_shown, 0);
        }
        let again = link::read(&link.text).unwrap().workbook;
        prop_assert_eq!(link::write(&again, again.scenarios[0].id, &what).unwrap(), link);
    }

    #[test]
    fn a_link_unasked_holds_one_scenario_with_its_code(workbook in workbooks()) {
        let scenario = workbook.scenarios.last().unwrap();
        let link = link::write(&workbook, scenario.id, &What::default()).unwrap();
        let held = link::read(&link.text).unwrap().workbook;
        prop_assert_eq!(&held.scenarios, std::slice::from_ref(scenario));
        prop_assert_eq!(held.base, scenario.id);
        prop_assert!(held.notes.is_empty());
        prop_assert!(held.agreement.indicators.iter().all(|indicator| indicator.risk.is_none()));
        prop_assert_eq!(
            Code::of(&held.agreement, &held.scenarios[0]),
            Code::of(&workbook.agreement, scenario)
        );
    }

    #[test]
    fn numbers_only_leaves_every_own_word_behind(workbook in workbooks()) {
        let what = What { words: OwnWords::Left, ..everything(&workbook) };
        let link = link::write(&workbook, workbook.scenarios[0].id, &what).unwrap();
        let received = link::read(&link.text).unwrap();
        let held = &received.workbook;
        prop_assert!(held.notes.is_empty());
        let text = serde_json::to_string(held).unwrap();
        for own in ["Zoë", "Own ", "日本", "=1+2"] {
            prop_assert!(!text.contains(own), "{text}");
        }
        for (left, right) in held.scenarios.iter().zip(&workbook.scenarios) {
            prop_assert_eq!(
                Code::of(&held.agreement, left),
                Code::of(&workbook.agreement, right)
            );
        }
    }

    #[test]
    fn a_file_comes_back(workbook in workbooks()) {
        let text = file::write(&workbook).unwrap();
        prop_assert_eq!(file::read(&text), Ok(workbook));
    }
}

#[test]
fn every_sample_comes_back() {
    for sample in presets::all() {
        let workbook = (sample.workbook)();
        let open = workbook.scenarios[0].id;
        let link = link::write(&workbook, open, &everything(&workbook)).unwrap();
        assert_eq!(
            link::read(&link.text).unwrap().workbook,
            workbook,
            "{}",
            sample.title
        );
    }
}

#[test]
fn stand_ins_say_what_they_stand_for() {
    let mut workbook = (presets::all()[0].workbook)();
    workbook.agreement.streams[2].name = "The mayor's fund".to_owned();
    let what = What {
        words: OwnWords::Left,
        ..What::default()
    };
    let link = link::write(&workbook, workbook.scenarios[0].id, &what).unwrap();
    let received = link::read(&link.text).unwrap();
    assert_eq!(received.words, OwnWords::Left);
    assert_eq!(received.workbook.agreement.streams[2].name, "Stream 3");
    assert_eq!(
        received.workbook.agreement.streams[1].name,
        workbook.agreement.streams[1].name
    );
}

#[test]
fn a_part_of_a_later_version_is_skipped_or_refused() {
    let workbook = (presets::all()[0].workbook)();
    let link = link::write(&workbook, workbook.scenarios[0].id, &What::default()).unwrap();
    let with = |tag: u8| {
        let mut body = tolerant::find(&link.text).unwrap();
        body.extend([tag, 2, 7, 7]);
        link::read(&text::write(&envelope::seal(&body), text::Spelling::Mixed))
    };
    assert_eq!(with(10).unwrap().not_shown, 1);
    let newer = laa::codec::outcome::Ahead::Section(11);
    assert_eq!(with(11), Err(laa::codec::outcome::LinkError::Newer(newer)));
}
