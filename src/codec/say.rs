//! One sentence for each outcome of reading a link: what happened, and what to do next.

use crate::codec::outcome::LinkError;

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
        LinkError::Unsound(_) => {
            "This link arrived whole, but its contents do not hold together, so nothing was \
             opened. Ask for the file instead."
                .to_owned()
        }
    }
}
