//! The national indicator set as the picker lists it.

use crate::library::{blocks, indicators};
use crate::model::{Agreement, Better};

/// An indicator of the national set that can be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Its number in the set.
    pub number: u16,
    /// Its title in full.
    pub title: &'static str,
    /// Where it belongs, in what it is counted and which way is better.
    pub about: String,
    /// Whether it is one of the sixteen statutory ones.
    pub statutory: bool,
    /// Whether areas commonly picked it, as we judge it.
    pub common: bool,
    /// Whether its number and subject were found in a published list; otherwise its title is from memory.
    pub found: bool,
    /// Whether the agreement has it already.
    pub taken: bool,
}

/// The indicators in force whose number or title has every word of a query.
#[must_use]
pub fn suggestions(agreement: &Agreement, query: &str) -> Vec<Suggestion> {
    let taken = |number| {
        let mut indicators = agreement.indicators.iter();
        indicators.any(|indicator| indicator.national == Some(number))
    };
    indicators::search(query)
        .map(|national| Suggestion {
            number: national.number,
            title: national.title,
            about: format!(
                "{}; {}; {}",
                block(national.block),
                national.unit,
                better(national.better)
            ),
            statutory: national.statutory(),
            common: national.common(),
            found: national.found(),
            taken: taken(national.number),
        })
        .collect()
}

/// The number of the only one that a query finds: it is what was looked for.
#[must_use]
pub fn only(found: &[Suggestion]) -> Option<u16> {
    match found {
        [one] => Some(one.number),
        _ => None,
    }
}

fn block(number: u8) -> &'static str {
    let place = usize::from(number).checked_sub(1);
    let name = place.and_then(|place| blocks::NAMES.get(place));
    name.copied().unwrap_or_default()
}

fn better(better: Option<Better>) -> &'static str {
    match better {
        Some(Better::Higher) => "higher is better",
        Some(Better::Lower) => "lower is better",
        None => "read its definition for which way is better",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;

    #[test]
    fn the_set_is_searched_by_word_and_number_and_says_what_is_taken() {
        let agreement = (presets::all()[0].workbook)().agreement;
        assert_eq!(suggestions(&agreement, "").len(), 198);
        let neet = suggestions(&agreement, "NI 117");
        assert_eq!((neet.len(), neet[0].number, neet[0].taken), (1, 117, true));
        assert!(
            neet[0].about.ends_with("; %; lower is better"),
            "{}",
            neet[0].about
        );
        assert_eq!(only(&suggestions(&agreement, "117")), Some(117));
        assert_eq!(only(&suggestions(&agreement, "crime")), None);
        assert_eq!(only(&suggestions(&agreement, "no such thing")), None);
        let smoking = suggestions(&agreement, "smoking");
        assert!(!smoking[0].taken && smoking[0].common && !smoking[0].statutory);
    }
}
