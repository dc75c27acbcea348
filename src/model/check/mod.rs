//! Whether a workbook holds together: ids, references and ranges, before anything is computed.
//!
//! What this refuses cannot be evaluated or stored. What is merely unwise or unaffordable is a
//! finding of the engine and never stands in the way of typing.

mod choices;
mod facts;
mod ledger;

use crate::model::agreement::Agreement;
use crate::model::grid::Grid;
use crate::model::id::ScenarioId;
use crate::model::limits;
use crate::model::money::{BasisPoints, Pounds};
use crate::model::outcome::PartnerShare;
use crate::model::workbook::{Entity, Workbook};
use std::collections::BTreeSet;

/// What keeps a workbook from being used, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What it is about; none: the workbook or the agreement as a whole.
    pub about: Option<Entity>,
    /// What is wrong, in a person's words, without a full stop.
    pub says: String,
}

/// Checks a workbook.
///
/// # Errors
/// Every fault found, in the order of the file.
pub fn check(workbook: &Workbook) -> Result<(), Vec<Fault>> {
    let mut checker = Checker {
        agreement: &workbook.agreement,
        about: None,
        faults: Vec::new(),
    };
    checker.workbook(workbook);
    if checker.faults.is_empty() {
        Ok(())
    } else {
        Err(checker.faults)
    }
}

/// Whether a text can be a name: at most 80 bytes, without control or bidirectional characters.
#[must_use]
pub fn is_name(text: &str) -> bool {
    text.len() <= limits::NAME_BYTES && text.chars().all(is_plain)
}

/// How many characters at the end of a text have no room in so many bytes.
#[must_use]
pub fn too_long_by(text: &str, bytes: usize) -> usize {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.filter(|&end| end > bytes).count()
}

/// Whether a character is neither a control character nor one that turns the direction of writing.
#[must_use]
pub fn is_plain(character: char) -> bool {
    !character.is_control()
        && !matches!(
            character,
            '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

struct Checker<'a> {
    agreement: &'a Agreement,
    about: Option<Entity>,
    faults: Vec<Fault>,
}

impl Checker<'_> {
    fn fault(&mut self, says: impl Into<String>) {
        self.faults.push(Fault {
            about: self.about,
            says: says.into(),
        });
    }

    fn require(&mut self, holds: bool, says: &str) {
        if !holds {
            self.fault(says);
        }
    }

    fn workbook(&mut self, workbook: &Workbook) {
        self.name(&workbook.title, "the title");
        self.agreement();
        self.require(!workbook.scenarios.is_empty(), "there is no scenario");
        self.count(workbook.scenarios.len(), limits::SCENARIOS, "scenarios");
        self.distinct(
            workbook.scenarios.iter().map(|scenario| scenario.id.0),
            "scenario",
        );
        let has_base = workbook.scenario(workbook.base).is_some();
        self.require(has_base, "the base is not one of the scenarios");
        self.share(workbook.correlation, BasisPoints::WHOLE, "the correlation");
        for scenario in &workbook.scenarios {
            self.about = Some(Entity::Scenario(scenario.id));
            self.scenario(scenario);
        }
        self.about = None;
        self.count(workbook.notes.len(), limits::NOTES, "notes");
        for note in &workbook.notes {
            for text in [&note.text, &note.source] {
                let fits = text.len() <= limits::NOTE_BYTES && text.chars().all(is_plain);
                self.require(
                    fits,
                    "a note is too long or has characters that cannot be shown",
                );
            }
            if let Some(about) = note.about {
                let known = match about {
                    Entity::Scenario(id) => workbook.scenario(id).is_some(),
                    other => self.knows(other),
                };
                self.require(known, "a note is about something that is not there");
            }
        }
        self.ledger(workbook);
    }

    fn grid(&mut self, grid: &Grid) {
        for (outcome, year, pounds) in grid.cells() {
            self.refer(Entity::Outcome(outcome));
            self.money(pounds, "spending");
            let within = year < self.agreement.year_count();
            self.require(within, "spending lies outside the years of the agreement");
        }
    }

    fn shares(&mut self, shares: &[PartnerShare]) {
        self.distinct(
            shares.iter().map(|share| share.partner.0),
            "share of partner",
        );
        for share in shares {
            self.refer(Entity::Partner(share.partner));
            self.share(share.share, BasisPoints::WHOLE, "a partner's share");
        }
    }

    fn name(&mut self, text: &str, what: &str) {
        let plain = text.chars().all(is_plain);
        if !plain {
            self.fault(format!("{what} has characters that cannot be shown"));
        }
        match too_long_by(text, limits::NAME_BYTES) {
            0 => {}
            1 => self.fault(format!("{what} is too long by one letter")),
            letters => self.fault(format!("{what} is too long by {letters} letters")),
        }
    }

    fn money(&mut self, pounds: Pounds, what: &str) {
        if !(0..=limits::POUNDS).contains(&pounds.0) {
            self.fault(format!("{what} must lie between £0 and £100,000 million"));
        }
    }

    fn share(&mut self, share: BasisPoints, most: BasisPoints, what: &str) {
        if share > most {
            self.fault(format!("{what} must lie between 0% and {}%", most.0 / 100));
        }
    }

    fn count(&mut self, found: usize, most: usize, what: &str) {
        if found > most {
            self.fault(format!("there are {found} {what}, and {most} is the most"));
        }
    }

    fn by_year(&mut self, found: usize, what: &str) {
        let years = self.agreement.year_count();
        if found > years {
            self.fault(format!("there are {found} {what} for {years} years"));
        }
    }

    fn distinct(&mut self, ids: impl Iterator<Item = u16>, what: &str) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.fault(format!("{what} {id} appears twice"));
            }
        }
    }

    fn refer(&mut self, entity: Entity) {
        let known = self.knows(entity);
        if !known {
            self.fault(format!("it refers to {} that is not there", entity.one()));
        }
    }

    fn knows(&self, entity: Entity) -> bool {
        let agreement = self.agreement;
        match entity {
            Entity::Block(id) => agreement.blocks.iter().any(|block| block.id == id),
            Entity::Partner(id) => agreement.partners.iter().any(|partner| partner.id == id),
            Entity::Stream(id) => agreement.streams.iter().any(|stream| stream.id == id),
            Entity::Outcome(id) => agreement.outcomes.iter().any(|outcome| outcome.id == id),
            Entity::Indicator(id) => agreement
                .indicators
                .iter()
                .any(|indicator| indicator.id == id),
            Entity::Scenario(ScenarioId(_)) => false,
        }
    }
}
