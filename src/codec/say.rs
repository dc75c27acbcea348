//! A sentence for each outcome of reading a link: what happened, and what to do next.

use crate::codec::link::{Band, OwnWords, Received};
use crate::codec::outcome::LinkError;

/// Says what a link brought.
pub fn opening(received: &Received) -> String {
    let scenarios = &received.workbook.scenarios;
    let mut text = match received.updated_from {
        Some(version) => format!("Opened, and updated from version {version} of the link"),
        None => "Opened".to_owned(),
    };
    match scenarios.as_slice() {
        [] | [_] => {}
        [_, further @ ..] => text.push_str(&format!(
            ", with {}",
            counted(further.len(), "further scenario")
        )),
    }
    if received.words == OwnWords::Left {
        text.push_str(
            ", with numbers only: names such as \"Stream 3\" stand in for the sender's own",
        );
    }
    text.push('.');
    if received.not_shown > 0 {
        text.push_str(&format!(
            " {} made with a newer version {} not shown; reload the page to update it.",
            counted(received.not_shown, "optional part"),
            if received.not_shown == 1 { "is" } else { "are" }
        ));
    }
    text
}

/// Says what the length of an address means; `None` where there is nothing to say.
pub const fn length(band: Band) -> Option<&'static str> {
    match band {
        Band::Quiet => None,
        Band::MayBeCut => Some("Some mail programs cut a link of this length."),
        Band::Long => Some(
            "Many mail programs cut a link of this length: send the file, or leave own names out.",
        ),
        Band::FileOnly => Some("This is too much for a link: save the file and send that."),
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Says why a link did not open.
pub fn refusal(error: &LinkError) -> String {
    match error {
        LinkError::NoLink => {
            "There is no link in this text: paste the whole address, or ask for the file."
                .to_owned()
        }
        LinkError::TooLong { characters, limit } => format!(
            "This text has {characters} characters and at most {limit} are read: \
             paste the link alone, or ask for the file."
        ),
        LinkError::CutShort {
            arrived,
            expected: Some(expected),
        } => format!(
            "This link was cut short: {arrived} of {expected} characters arrived. \
             Copy it again from where it was sent, or ask for the file."
        ),
        LinkError::CutShort {
            arrived,
            expected: None,
        } => format!(
            "This link was cut short: only {arrived} characters arrived. \
             Copy it again from where it was sent, or ask for the file."
        ),
        LinkError::Altered { case_lost: false } => {
            "This link was altered on its way, so its figures cannot be trusted and were not \
             opened. Copy it again from where it was sent, or ask for the file."
                .to_owned()
        }
        LinkError::Altered { case_lost: true } => {
            "This link lost the difference between capital and small letters on its way. \
             Ask for the link in capitals that the QR code carries, or for the file."
                .to_owned()
        }
        LinkError::Newer(_) => {
            "This link was made with a newer version of this page. Reload the page to update it, \
             then open the link again: your own work is untouched."
                .to_owned()
        }
        LinkError::Unsound { .. } => {
            "This link arrived whole, but its contents do not hold together, so nothing was \
             opened. Ask for the file instead."
                .to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{length, opening, refusal};
    use crate::codec::file;
    use crate::codec::link::{Band, OwnWords, Received};
    use crate::codec::outcome::{Ahead, LinkError};
    use crate::codec::varint::Flaw;

    const TWO: &str = r#"{"schema":1,"title":"","agreement":{"area":{"name":""},"first_year":2006},
        "scenarios":[{"id":1,"name":"Ours"},{"id":2,"name":"Theirs"}],"base":1}"#;

    #[test]
    fn every_refusal_says_what_happened_and_what_to_do() {
        let cut = LinkError::CutShort {
            arrived: 255,
            expected: Some(440),
        };
        assert_eq!(
            refusal(&cut),
            "This link was cut short: 255 of 440 characters arrived. \
             Copy it again from where it was sent, or ask for the file."
        );
        let all = [
            LinkError::NoLink,
            LinkError::TooLong {
                characters: 9_000,
                limit: 8_192,
            },
            cut,
            LinkError::CutShort {
                arrived: 3,
                expected: None,
            },
            LinkError::Altered { case_lost: false },
            LinkError::Altered { case_lost: true },
            LinkError::Newer(Ahead::Rules(2)),
            LinkError::from(Flaw::Ended),
        ];
        let said: std::collections::BTreeSet<String> = all.iter().map(refusal).collect();
        assert_eq!(said.len(), all.len());
        let helpful = |text: &String| ["file", "Reload"].iter().any(|word| text.contains(word));
        assert!(said.iter().all(helpful));
    }

    #[test]
    fn an_opening_says_what_is_unusual_about_it() {
        let workbook = file::read(TWO).unwrap();
        let mut received = Received {
            workbook,
            updated_from: None,
            not_shown: 0,
            words: OwnWords::Along,
        };
        assert_eq!(opening(&received), "Opened, with 1 further scenario.");
        received.workbook.scenarios.truncate(1);
        assert_eq!(opening(&received), "Opened.");
        received.updated_from = Some(1);
        received.not_shown = 2;
        assert_eq!(
            opening(&received),
            "Opened, and updated from version 1 of the link. 2 optional parts made with a newer \
             version are not shown; reload the page to update it."
        );
    }

    #[test]
    fn a_short_link_needs_no_remark() {
        assert_eq!(length(Band::of(1_000)), None);
        assert_eq!(
            length(Band::of(1_001)),
            Some("Some mail programs cut a link of this length.")
        );
        assert_eq!(Band::of(1_900), Band::MayBeCut);
        assert_eq!(Band::of(8_000), Band::Long);
        assert_eq!(Band::of(8_001), Band::FileOnly);
    }
}
