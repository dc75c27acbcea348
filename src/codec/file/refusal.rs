//! Why a file did not open, in the words of a person who typed or was sent it.

use crate::codec::file::FileError;
use std::fmt::Write;

/// Says why a file did not open and what to do.
pub fn refusal(error: &FileError) -> String {
    match error {
        FileError::TooLarge { bytes, limit } => format!(
            "This file has {} MB and at most {} are read: it is probably another file.",
            bytes.div_ceil(1_000_000),
            limit / 1_000_000
        ),
        FileError::Empty => {
            "There is nothing in this file. Choose another, or ask for it again.".to_owned()
        }
        FileError::Foreign => {
            "This is not a file saved by this page: choose one that was. Its name ends in .json."
                .to_owned()
        }
        FileError::CutShort(line) => format!(
            "This file is cut short: it breaks off in line {line}. Ask for it again, as it has not \
             arrived whole."
        ),
        FileError::NotJson(line) => format!(
            "This file cannot be understood from line {line} on. If it was edited by hand, look \
             there; otherwise it is damaged or was saved by another program: ask for it again."
        ),
        FileError::NoSchema => {
            "This is not a workbook of this page: choose a file that was saved here. One that is \
             typed by hand begins with \"schema\": 1."
                .to_owned()
        }
        FileError::Library => {
            "This file holds a whole library: bring it in under “The whole library” in Open."
                .to_owned()
        }
        FileError::Newer(_) => {
            "This file was saved by a newer version of this page. Reload the page to update it, \
             then open the file again."
                .to_owned()
        }
        FileError::Entry { line, found } => format!("Line {line}: {}.", in_words(found)),
        FileError::Faults(faults) => {
            let mut text = "This file does not hold together: ".to_owned();
            for (at, fault) in faults.iter().take(3).enumerate() {
                // Writing to a string cannot fail.
                let _ = write!(text, "{}{}", if at > 0 { "; " } else { "" }, fault.says);
            }
            let more = faults.len().saturating_sub(3);
            text.push_str(&if more > 0 {
                format!("; and {more} more.")
            } else {
                ".".to_owned()
            });
            text.push_str(" If it was edited by hand, look there; otherwise ask for it again.");
            text
        }
    }
}

/// The JSON reader's message in the words of a person who typed the file.
fn in_words(found: &str) -> String {
    let entry = found.split('`').nth(1).unwrap_or_default();
    if found.starts_with("missing field") {
        format!("the entry \"{entry}\" is missing")
    } else if found.starts_with("unknown field") {
        format!("there is no entry called \"{entry}\", which may be misspelt")
    } else if found.starts_with("unknown variant") {
        format!("\"{entry}\" is none of the words that may stand here")
    } else if found.starts_with("duplicate field") {
        format!("the entry \"{entry}\" appears twice")
    } else if let Some((_, wanted)) = WANTED.iter().find(|(sort, _)| found.contains(sort)) {
        format!("{wanted} belongs here")
    } else if ["invalid", "data did not match"]
        .iter()
        .any(|start| found.starts_with(start))
    {
        "what stands here does not belong here".to_owned()
    } else {
        format!("what stands here does not belong here: {found}")
    }
}

/// What belongs where the JSON reader found something else, by a piece of what it says then.
const WANTED: [(&str, &str); 12] = [
    ("decimal places", "a number with at most six decimal places"),
    (
        "enum Amount",
        "a whole number of pounds, a range such as { \"low\": 5, \"high\": 9 } or null",
    ),
    ("expected u8", "a whole number from 0 to 255"),
    ("expected u16", "a whole number from 0 to 65,535"),
    ("expected u32", "a whole number from 0 to 4,294,967,295"),
    ("expected u64", "a whole number from 0 up"),
    ("expected i64", "a whole number"),
    ("expected a string", "a text in quotation marks"),
    ("expected a boolean", "true or false"),
    ("expected a sequence", "a list in square brackets"),
    ("expected struct", "a group of entries in braces"),
    ("expected a map", "a group of entries in braces"),
];

#[cfg(test)]
mod tests {
    use super::refusal;
    use crate::codec::file::read;
    use crate::codec::file::tests::SMALL;

    fn sentence(wrong: &str, right: &str) -> String {
        assert!(SMALL.contains(right));
        refusal(&read(&SMALL.replacen(right, wrong, 1)).unwrap_err())
    }

    #[test]
    fn says_what_is_wrong_and_in_which_line() {
        assert_eq!(
            sentence("", ",\n  \"base\": 2"),
            "Line 10: the entry \"base\" is missing."
        );
        assert_eq!(
            sentence("\"titel\"", "\"title\""),
            "Line 3: there is no entry called \"titel\", which may be misspelt."
        );
        assert_eq!(
            sentence("\"base\": 7", "\"base\": 2"),
            "This file does not hold together: the base is not one of the scenarios. If it was \
             edited by hand, look there; otherwise ask for it again."
        );
        assert_eq!(
            sentence(
                "\"home\": 9, \"amounts\": [1]",
                "\"amounts\": [1000, { \"low\": 5, \"high\": 9 }, null]"
            ),
            "This file does not hold together: the stream “Connexions” – it refers to a block that is \
             not there. If it was edited by hand, look there; otherwise ask for it again."
        );
        let long = format!("{}, \"home\": 9", "x".repeat(5_000).as_str());
        let said = sentence(&format!("\"{}\"", long.replace('"', "'")), "\"Connexions\"");
        assert!(said.contains("xx…” – its name is too long by "), "{said}");
        assert!(said.len() < 300, "{said}");
        for (wrong, right, says) in [
            (
                "1.5, 2",
                "1000",
                "a whole number of pounds, a range such as { \"low\": 5, \"high\": 9 } or null belongs here",
            ),
            (
                "\"first_year\": \"2006\"",
                "\"first_year\": 2006",
                "a whole number from 0 to 65,535 belongs here",
            ),
            (
                "\"first_year\": 70000",
                "\"first_year\": 2006",
                "a whole number from 0 to 65,535 belongs here",
            ),
            (
                "\"name\": 7",
                "\"name\": \"Connexions\"",
                "a text in quotation marks belongs here",
            ),
            (
                "\"streams\": {},\"_\": [{",
                "\"streams\": [{",
                "a list in square brackets belongs here",
            ),
            (
                "\"area\": 5",
                "\"area\": { \"name\": \"Bexworth\" }",
                "a group of entries in braces belongs here",
            ),
        ] {
            let said = sentence(wrong, right);
            assert!(
                said.starts_with("Line ") && said.ends_with(&format!(": {says}.")),
                "{said}"
            );
        }
        let long = format!("\"{}\": 1, \"title\"", "x".repeat(5_000));
        assert!(sentence(&long, "\"title\"").len() < 300);
        assert!(sentence("", "  \"first_year\": 2006,\n").starts_with("Line "));
        assert!(sentence("first_year 2006", "\"first_year\": 2006").contains("from line 6 on"));
    }

    #[test]
    fn what_no_person_typed_is_said_without_the_words_of_a_program() {
        let said = |text: &str| refusal(&read(text).unwrap_err());
        assert!(said("").starts_with("There is nothing in this file."));
        assert!(said("\u{fffd}PNG\r\n").starts_with("This is not a file saved by this page"));
        let cut = said(&SMALL[..200]);
        assert!(
            cut.starts_with("This file is cut short: it breaks off in line 7."),
            "{cut}"
        );
        let parted = said("{\"schema\": 1 \"title\"");
        assert!(parted.contains("from line 1 on"), "{parted}");
        for text in [
            "",
            "\u{fffd}PNG",
            &SMALL[..200],
            "{\"schema\": 1 \"title\"",
            "{\"schema\": []}",
        ] {
            let said = said(text);
            let program = ["EOF", "expected", "column", "parsing", "invalid"];
            assert!(!program.iter().any(|word| said.contains(word)), "{said}");
        }
    }
}
