//! Names by number: the field's own words, so that a link may carry two bytes in place of a title.
//!
//! One number space serves every kind of name. Links made today refer to these numbers for ever,
//! so that a list may only grow at its end and a name, once released, never changes its number.
//!
//! | numbers | kind |
//! | --- | --- |
//! | 1–199 | the national indicator set, by its own numbers |
//! | 300–499 | funding streams |
//! | 500–699 | outcomes |
//! | 700–899 | stretch and local indicators of the first agreements |
//! | 900–949 | blocks |
//! | 950–999 | units |
//! | 1000–1199 | partners |
//! | 1200–1399 | areas and scenarios |

pub mod blocks;
pub mod indicators;
pub mod outcomes;
pub mod partners;
pub mod risks;
pub mod scenarios;
mod short;
pub mod streams;
pub mod stretch;
pub mod units;

/// The plain lists: where each begins, where the next may begin, and its names.
const LISTS: [(u16, u16, &[&str]); 6] = [
    (outcomes::START, stretch::START, outcomes::NAMES),
    (stretch::START, blocks::START, stretch::NAMES),
    (blocks::START, units::START, blocks::NAMES),
    (units::START, partners::START, units::NAMES),
    (partners::START, scenarios::START, partners::NAMES),
    (scenarios::START, END, scenarios::NAMES),
];

/// The first number that no list may take.
pub const END: u16 = 1400;

const fn fit(lists: &[(u16, u16, &[&str])]) -> bool {
    let mut at = 0;
    while at < lists.len() {
        let (start, end, names) = lists[at];
        if names.len() > (end - start) as usize {
            return false;
        }
        at += 1;
    }
    true
}

const _: () = assert!(fit(&LISTS), "a list runs into the numbers of the next");
const _: () = assert!(
    streams::ALL.len() <= (outcomes::START - streams::START) as usize,
    "the streams run into the numbers of the outcomes"
);

/// The name of that number, if it has one.
#[must_use]
pub fn text(number: u16) -> Option<&'static str> {
    if let Some(indicator) = indicators::national(number) {
        return Some(indicator.name());
    }
    if let Some(stream) = streams::stream(number) {
        return Some(stream.name);
    }
    let (start, _, names) = LISTS.iter().rev().find(|(start, _, _)| *start <= number)?;
    names.get(usize::from(number - start)).copied()
}

/// The number of exactly this name, if the library has it.
#[must_use]
pub fn number(text: &str) -> Option<u16> {
    all()
        .find(|(_, name)| *name == text)
        .map(|(number, _)| number)
}

/// Every number in use with its name, ascending.
pub fn all() -> impl Iterator<Item = (u16, &'static str)> {
    let indicators = indicators::all().map(|indicator| (indicator.number, indicator.name()));
    let streams = (streams::START..).zip(streams::ALL.iter().map(|stream| stream.name));
    let lists = LISTS
        .iter()
        .flat_map(|(start, _, names)| (*start..).zip(names.iter().copied()));
    indicators.chain(streams).chain(lists)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::library::{all, indicators, number, text};
    use crate::model::check::is_name;

    #[test]
    fn every_number_leads_to_its_name_and_back() {
        for (n, name) in all() {
            assert_eq!(text(n), Some(name));
            assert_eq!(number(name), Some(n), "{name} stands at two numbers");
        }
    }

    #[test]
    fn numbers_between_the_lists_have_no_name() {
        for n in [
            0,
            200,
            299,
            499,
            699,
            899,
            949,
            999,
            1199,
            1399,
            1400,
            u16::MAX,
        ] {
            assert_eq!(text(n), None);
        }
        assert_eq!(number(""), None);
        assert_eq!(number("NI 17"), None);
    }

    /// The released ends of the lists: a name moved by an insertion shows here.
    #[test]
    fn numbers_that_links_may_already_carry_keep_their_names() {
        let released = BTreeMap::from([
            (17, "Perceptions of anti-social behaviour"),
            (
                199,
                "Children and young people's satisfaction with parks and play areas",
            ),
            (300, "Neighbourhood Renewal Fund (NRF)"),
            (500, "Improving cost-effectiveness"),
            (700, "Cost-effectiveness index (34 PIs)"),
            (900, "Children and Young People"),
            (903, "Economic Development and Enterprise"),
            (950, "%"),
            (983, "visits"),
            (1000, "Council"),
            (1034, "Local strategic partnership"),
            (1201, "Ring-fenced blocks"),
            (1202, "Single pot"),
        ]);
        for (n, name) in released {
            assert_eq!(text(n).unwrap(), name);
        }
    }

    #[test]
    fn all_names_together_stay_small_enough_for_the_first_load() {
        let names = all().map(|(_, name)| name.len());
        let long = indicators::all().filter(|indicator| indicator.name() != indicator.title);
        let bytes: usize = names
            .chain(long.map(|indicator| indicator.title.len()))
            .sum();
        assert!(bytes <= 25 * 1024, "{bytes} bytes of names");
    }

    #[test]
    fn every_name_is_one_that_the_model_accepts() {
        for (n, name) in all() {
            assert!(is_name(name), "{n} {name}: {} bytes", name.len());
        }
    }

    #[test]
    fn a_national_indicator_has_a_shorter_name_only_where_its_title_is_too_long() {
        for indicator in indicators::all() {
            assert_eq!(
                indicator.name() == indicator.title,
                is_name(indicator.title)
            );
        }
    }
}
