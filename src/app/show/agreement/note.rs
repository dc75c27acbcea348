//! Writing notes: what a note can be about, and what the notes become when one is added, changed or removed.

use crate::app::edit::Edit;
use crate::app::lookup::Lookup;
use crate::model::check::{is_plain, too_long_by};
use crate::model::{Entity, Note, NoteKind, Workbook, limits};

/// What a new note says until it is typed over.
pub const NEW: &str = "New note";

/// The note that is open for writing. It is known by its place, so it is open only as long as no note
/// is added or removed; it stays under the heading where it was opened until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// Its place among the notes of the workbook.
    pub place: usize,
    /// Its kind when it was opened.
    pub under: NoteKind,
    /// How many notes there were.
    of: usize,
}

impl Open {
    /// Opens the note at a place.
    #[must_use]
    pub fn at(workbook: &Workbook, place: usize) -> Option<Self> {
        let note = workbook.notes.get(place)?;
        Some(Self {
            place,
            under: note.kind,
            of: workbook.notes.len(),
        })
    }

    /// The note that is open now, unless notes have come or gone since.
    #[must_use]
    pub fn note(self, workbook: &Workbook) -> Option<&Note> {
        let same = workbook.notes.len() == self.of;
        workbook.notes.get(self.place).filter(|_| same)
    }
}

/// Things of one sort that a note can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// What they are called together.
    pub name: &'static str,
    /// Each with its name.
    pub things: Vec<(Entity, String)>,
}

/// Everything in a workbook that a note can be about, beside the workbook as a whole: sorts without
/// anything in them are left out.
#[must_use]
pub fn sorts(workbook: &Workbook) -> Vec<Sort> {
    let agreement = &workbook.agreement;
    let sort = |name, entities: Vec<Entity>| Sort {
        name,
        things: entities
            .into_iter()
            .map(|entity| (entity, name_of(workbook, entity)))
            .collect(),
    };
    let blocks = agreement.blocks.iter();
    let partners = agreement.partners.iter();
    let streams = agreement.streams.iter();
    let outcomes = agreement.outcomes.iter();
    let indicators = agreement.indicators.iter();
    let scenarios = workbook.scenarios.iter();
    let all = [
        sort(
            "Outcomes",
            outcomes.map(|it| Entity::Outcome(it.id)).collect(),
        ),
        sort(
            "Indicators",
            indicators.map(|it| Entity::Indicator(it.id)).collect(),
        ),
        sort("Streams", streams.map(|it| Entity::Stream(it.id)).collect()),
        sort("Blocks", blocks.map(|it| Entity::Block(it.id)).collect()),
        sort(
            "Partners",
            partners.map(|it| Entity::Partner(it.id)).collect(),
        ),
        sort(
            "Scenarios",
            scenarios.map(|it| Entity::Scenario(it.id)).collect(),
        ),
    ];
    all.into_iter()
        .filter(|sort| !sort.things.is_empty())
        .collect()
}

/// The name of anything in a workbook; what has none is called by its sort.
#[must_use]
pub fn name_of(workbook: &Workbook, entity: Entity) -> String {
    let names = Lookup(&workbook.agreement);
    let (name, sort) = match entity {
        Entity::Block(id) => (names.block_name(id), "Block"),
        Entity::Partner(id) => (names.partner_name(id), "Partner"),
        Entity::Stream(id) => (names.stream_name(id), "Stream"),
        Entity::Outcome(id) => (names.outcome_name(id), "Outcome"),
        Entity::Indicator(id) => (names.indicator_name(id), "Indicator"),
        Entity::Scenario(id) => {
            let scenario = workbook.scenario(id);
            (scenario.map_or("", |found| &found.name), "Scenario")
        }
    };
    if name.is_empty() {
        format!("{sort} without a name")
    } else {
        name.to_owned()
    }
}

/// Adds a remark on the workbook as a whole, open to be typed over.
///
/// # Errors
/// Why none can be added, in a sentence.
pub fn added(workbook: &Workbook) -> Result<(Edit, Open), String> {
    let of = workbook.notes.len() + 1;
    if of > limits::NOTES {
        return Err(format!(
            "A workbook holds {} notes, and this one is full. Remove a note first.",
            limits::NOTES
        ));
    }
    let note = Note {
        kind: NoteKind::Remark,
        about: None,
        text: NEW.to_owned(),
        source: String::new(),
    };
    let open = Open {
        place: workbook.notes.len(),
        under: note.kind,
        of,
    };
    let notes = workbook.notes.iter().cloned().chain([note]);
    Ok((Edit::Notes(notes.collect()), open))
}

/// Puts a note in place of the one at a place.
#[must_use]
pub fn changed(workbook: &Workbook, place: usize, note: Note) -> Edit {
    let mut notes = workbook.notes.clone();
    if let Some(there) = notes.get_mut(place) {
        *there = note;
    }
    Edit::Notes(notes)
}

/// Takes the note at a place away.
#[must_use]
pub fn removed(workbook: &Workbook, place: usize) -> Edit {
    let notes = workbook.notes.iter().enumerate();
    let others = notes.filter(|(other, _)| *other != place);
    Edit::Notes(others.map(|(_, note)| note.clone()).collect())
}

/// Reads what a note says. Lines are run together: a note is one passage.
///
/// # Errors
/// What is wrong with the text, in a sentence.
pub fn read_text(text: &str) -> Result<String, String> {
    let text = passage(text)?;
    if text.is_empty() {
        Err("A note says something. Type it, or remove the note.".to_owned())
    } else {
        Ok(text)
    }
}

/// Reads a passage that may be left empty: where a note comes from, what is noted of a scenario.
///
/// # Errors
/// What is wrong with the text, in a sentence.
pub fn read_passage(text: &str) -> Result<String, String> {
    passage(text)
}

fn passage(text: &str) -> Result<String, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    if !text.chars().all(is_plain) {
        return Err("This has characters that cannot be shown. Type it again.".to_owned());
    }
    match too_long_by(&text, limits::NOTE_BYTES) {
        0 => Ok(text),
        1 => Err("This is too long by one letter. Shorten it.".to_owned()),
        over => Err(format!("This is too long by {over} letters. Shorten it.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::update::{Action, update};
    use crate::app::{State, edit::apply};
    use crate::model::{BlockId, StreamId};
    use crate::presets;
    use std::rc::Rc;

    fn borough() -> Workbook {
        (presets::all()[0].workbook)()
    }

    fn after(workbook: &Workbook, edit: &Edit) -> Workbook {
        apply(workbook, workbook.base, edit).unwrap()
    }

    #[test]
    fn a_note_can_be_about_any_one_thing() {
        let workbook = borough();
        let sorts = sorts(&workbook);
        let found: Vec<(&str, usize)> = sorts
            .iter()
            .map(|sort| (sort.name, sort.things.len()))
            .collect();
        let agreement = &workbook.agreement;
        assert_eq!(
            found,
            [
                ("Outcomes", agreement.outcomes.len()),
                ("Indicators", agreement.indicators.len()),
                ("Streams", agreement.streams.len()),
                ("Blocks", agreement.blocks.len()),
                ("Partners", agreement.partners.len()),
                ("Scenarios", workbook.scenarios.len()),
            ]
        );
        for (entity, name) in sorts.into_iter().flat_map(|sort| sort.things) {
            let mut note = workbook.notes[0].clone();
            note.about = Some(entity);
            let after = after(&workbook, &changed(&workbook, 0, note));
            assert_eq!(after.notes[0].about, Some(entity), "{name}");
        }
    }

    #[test]
    fn what_has_no_name_is_called_by_its_sort() {
        let mut workbook = borough();
        workbook.agreement.blocks[0].name.clear();
        let block = Entity::Block(workbook.agreement.blocks[0].id);
        assert_eq!(name_of(&workbook, block), "Block without a name");
    }

    #[test]
    fn sorts_with_nothing_in_them_are_left_out() {
        let mut workbook = borough();
        for block in workbook.agreement.blocks.clone() {
            workbook = after(&workbook, &Edit::Remove(Entity::Block(block.id)));
        }
        let sorts = sorts(&workbook);
        let names: Vec<&str> = sorts.iter().map(|sort| sort.name).collect();
        assert_eq!(names, ["Streams", "Partners", "Scenarios"]);
    }

    #[test]
    fn a_new_note_comes_last_and_is_open() {
        let workbook = borough();
        let (edit, open) = added(&workbook).unwrap();
        assert_eq!(open.note(&workbook), None, "it is not there yet");
        let after = after(&workbook, &edit);
        assert_eq!(after.notes.len(), workbook.notes.len() + 1);
        assert_eq!(after.notes.last(), open.note(&after));
        assert_eq!(open.note(&after).unwrap().text, NEW);
    }

    #[test]
    fn a_full_workbook_says_so() {
        let mut workbook = borough();
        let note = workbook.notes[0].clone();
        workbook.notes = vec![note; limits::NOTES - 1];
        let (edit, _) = added(&workbook).unwrap();
        let says = added(&after(&workbook, &edit)).unwrap_err();
        assert_eq!(
            says,
            "A workbook holds 200 notes, and this one is full. Remove a note first."
        );
    }

    #[test]
    fn changing_one_note_leaves_the_others() {
        let workbook = borough();
        let note = Note {
            kind: NoteKind::Gap,
            about: Some(Entity::Stream(StreamId(2))),
            text: "Never published.".to_owned(),
            source: "Ask the county.".to_owned(),
        };
        let after = after(&workbook, &changed(&workbook, 1, note.clone()));
        assert_eq!(after.notes[0], workbook.notes[0]);
        assert_eq!(after.notes[1], note);
        assert_eq!(after.notes[2..], workbook.notes[2..]);
    }

    #[test]
    fn removing_closes_what_was_open_and_undo_brings_both_back() {
        let workbook = Rc::new(borough());
        let state = State::open(Rc::clone(&workbook), workbook.base, 0);
        let open = Open::at(&workbook, 1).unwrap();
        assert_eq!(open.note(&workbook), Some(&workbook.notes[1]));
        let removed = update(&state, Action::Commit(removed(&workbook, 1)));
        assert_eq!(removed.workbook.notes[1..], workbook.notes[2..]);
        assert_eq!(open.note(&removed.workbook), None);
        let undone = update(&removed, Action::Undo);
        assert_eq!(undone.workbook.notes, workbook.notes);
    }

    #[test]
    fn a_note_about_what_is_removed_goes_with_it() {
        let mut workbook = borough();
        let mut note = workbook.notes[0].clone();
        note.about = Some(Entity::Block(BlockId(1)));
        note.text = "On the first block.".to_owned();
        workbook = after(&workbook, &changed(&workbook, 0, note));
        workbook = after(&workbook, &Edit::Remove(Entity::Block(BlockId(1))));
        assert!(
            workbook
                .notes
                .iter()
                .all(|note| note.text != "On the first block.")
        );
    }

    #[test]
    fn a_text_is_one_passage_of_at_most_600_bytes() {
        assert_eq!(
            read_text("  Two\n lines\tand  gaps "),
            Ok("Two lines and gaps".to_owned())
        );
        assert!(read_text(&"a".repeat(600)).is_ok());
        assert_eq!(
            read_text(&"a".repeat(601)).unwrap_err(),
            "This is too long by one letter. Shorten it."
        );
        assert_eq!(
            read_text(&"ŵ".repeat(340)).unwrap_err(),
            "This is too long by 40 letters. Shorten it."
        );
        assert!(read_text("a\u{202e}b").is_err());
        assert_eq!(
            read_text(" \n ").unwrap_err(),
            "A note says something. Type it, or remove the note."
        );
        assert_eq!(read_passage("  "), Ok(String::new()));
        assert!(read_passage(&"a".repeat(601)).is_err());
    }
}
