//! How a thing in a file is called where something is wrong with it.

use crate::model::check::is_plain;
use crate::model::{Entity, Workbook};

/// How a person calls a thing: its sort and its name; where that says nothing, the id that the file gives it.
pub(super) fn called(workbook: &Workbook, entity: Entity) -> String {
    fn name<T>(all: &[T], is: impl Fn(&T) -> bool, name: impl Fn(&T) -> &String) -> &str {
        let found = all.iter().find(|thing| is(thing));
        found.map_or("", |thing| name(thing).as_str())
    }
    let agreement = &workbook.agreement;
    let (id, name) = match entity {
        Entity::Block(id) => (
            id.0,
            name(&agreement.blocks, |it| it.id == id, |it| &it.name),
        ),
        Entity::Partner(id) => (
            id.0,
            name(&agreement.partners, |it| it.id == id, |it| &it.name),
        ),
        Entity::Stream(id) => (
            id.0,
            name(&agreement.streams, |it| it.id == id, |it| &it.name),
        ),
        Entity::Outcome(id) => (
            id.0,
            name(&agreement.outcomes, |it| it.id == id, |it| &it.name),
        ),
        Entity::Indicator(id) => (
            id.0,
            name(&agreement.indicators, |it| it.id == id, |it| &it.name),
        ),
        Entity::Scenario(id) => (
            id.0,
            name(&workbook.scenarios, |it| it.id == id, |it| &it.name),
        ),
    };
    let name = quoted(name).unwrap_or_else(|| format!("with the id {id}"));
    format!("the {} {name}", entity.sort())
}

/// Letters of a name that are told: in a file it may be of any length.
const MOST_OF_A_NAME: usize = 60;

/// The beginning of a name in quotation marks, without what cannot be shown; none where nothing is left.
pub(super) fn quoted(name: &str) -> Option<String> {
    let mut plain = name.trim().chars().filter(|&letter| is_plain(letter));
    let told: String = plain.by_ref().take(MOST_OF_A_NAME).collect();
    let more = if plain.next().is_some() { "…" } else { "" };
    (!told.is_empty()).then(|| format!("“{told}{more}”"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_name_is_told_as_far_as_it_can_be_shown() {
        assert_eq!(quoted(" Home care "), Some("“Home care”".to_owned()));
        assert_eq!(quoted("a\u{202e}b"), Some("“ab”".to_owned()));
        assert_eq!(
            quoted(&"ŵ".repeat(61)),
            Some(format!("“{}…”", "ŵ".repeat(60)))
        );
        assert_eq!(quoted(" \u{202e}"), None);
    }
}
