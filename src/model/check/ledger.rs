//! Whether a ledger holds together.

use crate::model::check::{Checker, is_plain};
use crate::model::limits;
use crate::model::workbook::{Entity, Workbook};

/// Characters of a scenario code.
const CODE: usize = 7;

impl Checker<'_> {
    pub(super) fn ledger(&mut self, workbook: &Workbook) {
        self.distinct(
            workbook.ledger.iter().map(|entry| entry.scenario.0),
            "entry of scenario",
        );
        for entry in &workbook.ledger {
            self.about = Some(Entity::Scenario(entry.scenario));
            let known = workbook.scenario(entry.scenario).is_some();
            self.require(known, "the ledger has a scenario that is not there");
            self.name(&entry.author, "who it is from");
            let fits = entry.note.len() <= limits::NOTE_BYTES && entry.note.chars().all(is_plain);
            self.require(
                fits,
                "a note is too long or has characters that cannot be shown",
            );
            let answered = entry
                .answers
                .is_none_or(|id| id != entry.scenario && workbook.scenario(id).is_some());
            self.require(
                answered,
                "what a scenario answers is not there, or is itself",
            );
            let code = &entry.code;
            let coded = code.is_empty()
                || (code.len() == CODE && code.bytes().all(|byte| byte.is_ascii_alphanumeric()));
            self.require(coded, "a scenario code has seven letters and digits");
        }
        self.about = None;
    }
}
