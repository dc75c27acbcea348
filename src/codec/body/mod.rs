//! The body of a link: two versions, then sections in ascending order, each once.
//!
//! Varint schema version, varint rules version, then for each section a varint tag, a varint
//! length and its bytes. An odd tag must be understood, an even one may be skipped. Inside a
//! section values are decisions (see `coder`); each function of this module describes its
//! part once, for writing and for reading alike.
//!
//! | tag | section |
//! | --- | --- |
//! | 1 | the agreement: figures, and names as labels |
//! | 2 | own words: the names that the library does not have |
//! | 3 | the open scenario |
//! | 5 | further scenarios, as differences from the open one |
//! | 6 | delivery risks and their correlation |
//! | 8 | notes |

mod agreements;
mod coder;
mod compose;
mod indicators;
mod labels;
mod money;
mod number;
mod outcomes;
mod path;
mod place;
pub(in crate::codec) mod remarks;
mod rules;
mod scenarios;
mod streams;
mod words;

use std::ops::Range;

use crate::codec::body::coder::{Coder, Decoder, Encoder};
use crate::codec::body::labels::{
    Label, agreement_names, names, pass_labels, scenario_names, spell,
};
use crate::codec::body::number::Number;
use crate::codec::body::place::{Ids, Places, Reference};
use crate::codec::body::scenarios::Scenarios;
use crate::codec::body::words::Words;
use crate::codec::outcome::{Ahead, LinkError};
use crate::codec::varint::{Flaw, Reader, Writer};
use crate::model::{
    Scenario, ScenarioId, USUAL_CORRELATION, Workbook, check, limits, rules::VERSION,
};

/// The schema that this version writes.
pub const SCHEMA: u64 = 1;

const AGREEMENT: u64 = 1;
const OWN_WORDS: u64 = 2;
const OPEN_SCENARIO: u64 = 3;
const FURTHER_SCENARIOS: u64 = 5;
const RISKS: u64 = 6;
const NOTES: u64 = 8;

/// Every section in the order in which it can be understood: names come after what they name.
const SECTIONS: [u64; 6] = [
    AGREEMENT,
    OPEN_SCENARIO,
    FURTHER_SCENARIOS,
    OWN_WORDS,
    RISKS,
    NOTES,
];

/// What a body holds, once read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The schema that it was written in.
    pub schema: u64,
    /// The agreement and the scenarios that came, the open one first.
    pub workbook: Workbook,
    /// Whether the sender's own words came; if not, stand-ins are in their place.
    pub own_words: bool,
    /// How many sections and library names this version does not know.
    pub not_shown: usize,
}

/// A workbook on its way into a body or out of it.
struct Contents {
    workbook: Workbook,
    /// Labels of the agreement with the title, then of each scenario.
    labels: Vec<Vec<Label>>,
}

/// Writes a workbook that passes [`check()`], its first scenario as the open one.
///
/// # Errors
/// A [`Flaw`] if a figure lies outside what a link can carry; none that passes `check` does.
pub fn write(workbook: &Workbook, own_words: bool) -> Result<Vec<u8>, Flaw> {
    let mut contents = Contents::of(workbook);
    for (_, name) in names(&mut contents.workbook) {
        *name = words::fit(name, limits::NAME_BYTES);
    }
    for note in &mut contents.workbook.notes {
        note.text = words::fit(&note.text, limits::NOTE_BYTES);
        note.source = words::fit(&note.source, limits::NOTE_BYTES);
    }
    contents.label();
    let mut writer = Writer::new();
    writer.unsigned(SCHEMA);
    writer.unsigned(u64::from(VERSION));
    let mut tags = SECTIONS;
    tags.sort_unstable();
    for tag in tags {
        if contents.has(tag) && (own_words || tag != OWN_WORDS) {
            let bytes = contents.section(tag)?;
            writer.unsigned(tag);
            writer.count(bytes.len());
            writer.bytes(&bytes);
        }
    }
    Ok(writer.finish())
}

/// Reads a body.
///
/// # Errors
/// [`LinkError::Newer`] for a schema, rules or an odd section that this version does not know,
/// [`LinkError::Unsound`] for anything that [`write()`] would not have written.
pub fn read(body: &[u8]) -> Result<Body, LinkError> {
    let mut reader = Reader::new(body);
    let schema = reader.unsigned()?;
    if schema > SCHEMA {
        return Err(LinkError::Newer(Ahead::Schema(schema)));
    }
    let rules = reader.unsigned()?;
    if rules > u64::from(VERSION) {
        return Err(LinkError::Newer(Ahead::Rules(rules)));
    }
    if schema == 0 || rules == 0 {
        return Err(Flaw::OutOfRange.into());
    }
    let (sections, skipped) = sections(&mut reader)?;
    let mut contents = Contents::blank();
    let mut unknown_names = 0;
    for tag in SECTIONS {
        if tag == OWN_WORDS {
            unknown_names = contents.spell();
        }
        match sections.iter().find(|(found, _)| *found == tag) {
            Some((_, bytes)) => contents.read(tag, bytes).map_err(|flaw| {
                let section = Some(tag);
                LinkError::Unsound { section, flaw }
            })?,
            None if matches!(tag, AGREEMENT | OPEN_SCENARIO) => return Err(Flaw::Ended.into()),
            None => {}
        }
        if tag == OPEN_SCENARIO {
            contents.workbook.base = contents.workbook.scenarios[0].id;
        }
    }
    check(&contents.workbook).map_err(|_| Flaw::Contradiction)?;
    Ok(Body {
        schema,
        own_words: !contents.has(OWN_WORDS) || sections.iter().any(|(tag, _)| *tag == OWN_WORDS),
        workbook: contents.workbook,
        not_shown: skipped + unknown_names,
    })
}

/// A tag and the bytes that it stands before.
type Section<'a> = (u64, &'a [u8]);

/// Tags and bytes of the known sections, and how many unknown ones may be skipped.
fn sections<'a>(reader: &mut Reader<'a>) -> Result<(Vec<Section<'a>>, usize), LinkError> {
    let (mut sections, mut skipped, mut before) = (Vec::new(), 0, 0);
    while reader.left() > 0 {
        let tag = reader.unsigned()?;
        if tag <= before {
            return Err(Flaw::OutOfRange.into());
        }
        before = tag;
        let length = reader.count(reader.left(), 1)?;
        let bytes = reader.bytes(length)?;
        if SECTIONS.contains(&tag) {
            sections.push((tag, bytes));
        } else if tag % 2 == 1 {
            return Err(LinkError::Newer(Ahead::Section(tag)));
        } else {
            skipped += 1;
        }
    }
    Ok((sections, skipped))
}

impl Contents {
    fn blank() -> Self {
        let workbook = Workbook {
            title: String::new(),
            agreement: agreements::blank(),
            scenarios: Vec::new(),
            base: ScenarioId(0),
            last_id: 0,
            correlation: USUAL_CORRELATION,
            notes: Vec::new(),
            ledger: Vec::new(),
        };
        Self {
            workbook,
            labels: vec![Vec::new()],
        }
    }

    fn of(workbook: &Workbook) -> Self {
        Self {
            workbook: workbook.clone(),
            labels: Vec::new(),
        }
    }

    /// Labels every name as this version's library has it.
    fn label(&mut self) {
        let of = |(kind, name): (labels::Kind, &mut String)| Label::of(kind, name);
        let mut all = names(&mut self.workbook)
            .into_iter()
            .map(of)
            .collect::<Vec<_>>();
        self.labels.clear();
        let counts = self
            .workbook
            .scenarios
            .iter_mut()
            .map(|held| scenario_names(held).len());
        let counts: Vec<usize> = counts.collect();
        for count in counts.into_iter().rev() {
            self.labels.push(all.split_off(all.len() - count));
        }
        self.labels.push(all);
        self.labels.reverse();
    }

    /// Puts names where the labels have them; returns how many the library does not know.
    fn spell(&mut self) -> usize {
        let labels: Vec<Label> = self.labels.iter().flatten().copied().collect();
        spell(&mut self.workbook, &labels)
    }

    /// Whether there is anything for a section to say.
    fn has(&self, tag: u64) -> bool {
        match tag {
            AGREEMENT | OPEN_SCENARIO => true,
            FURTHER_SCENARIOS => self.workbook.scenarios.len() > 1,
            OWN_WORDS => self
                .labels
                .iter()
                .flatten()
                .any(|label| *label == Label::Own),
            RISKS => remarks::has_risks(&self.workbook),
            NOTES => !self.workbook.notes.is_empty(),
            _ => false,
        }
    }

    fn section(&mut self, tag: u64) -> Result<Vec<u8>, Flaw> {
        let mut encoder = Encoder::new();
        self.pass(&mut encoder, tag)?;
        Ok(encoder.finish())
    }

    /// Reads a section and refuses it unless it is just what would be written for what it says.
    fn read(&mut self, tag: u64, bytes: &[u8]) -> Result<(), Flaw> {
        self.pass(&mut Decoder::new(bytes), tag)?;
        if self.has(tag) && self.section(tag)? == bytes {
            Ok(())
        } else {
            Err(Flaw::NotMinimal)
        }
    }

    fn pass(&mut self, coder: &mut dyn Coder, tag: u64) -> Result<(), Flaw> {
        match tag {
            AGREEMENT => self.agreement(coder),
            OPEN_SCENARIO => self.open_scenario(coder),
            FURTHER_SCENARIOS => self.further_scenarios(coder),
            OWN_WORDS => self.own_words(coder),
            RISKS => remarks::pass_risks(coder, &mut self.workbook),
            NOTES => {
                let places = Places::of(&self.workbook.agreement);
                remarks::pass_notes(coder, &places, &mut self.workbook)
            }
            _ => Err(Flaw::OutOfRange),
        }
    }

    fn agreement(&mut self, coder: &mut dyn Coder) -> Result<(), Flaw> {
        let agreement = &mut self.workbook.agreement;
        agreements::pass(coder, agreement)?;
        let kinds = agreement_names(agreement).into_iter().map(|(kind, _)| kind);
        let kinds = std::iter::once(labels::Kind::Title).chain(kinds);
        pass_labels(coder, kinds, &mut self.labels[0])?;
        let last = self.workbook.last_id;
        let last = Number::like(&[80, 100]).up_to(coder, u64::from(u16::MAX), u64::from(last))?;
        self.workbook.last_id = last as u16;
        Ok(())
    }

    fn open_scenario(&mut self, coder: &mut dyn Coder) -> Result<(), Flaw> {
        self.make_room(1);
        self.scenarios(coder, 0..1)
    }

    /// Passes how many more scenarios there are, themselves, and which of all is the base.
    fn further_scenarios(&mut self, coder: &mut dyn Coder) -> Result<(), Flaw> {
        let held = self.workbook.scenarios.len() as u64 - 1;
        let limit = limits::SCENARIOS as u64 - 1;
        let further = Number::like(&[1, 1, 2]).up_to(coder, limit, held)? as usize;
        self.make_room(1 + further);
        self.scenarios(coder, 1..1 + further)?;
        let ids: Vec<ScenarioId> = self.workbook.scenarios.iter().map(|held| held.id).collect();
        self.workbook.base = Reference::among(&ids).pass(coder, &ids, self.workbook.base)?;
        Ok(())
    }

    /// Adds blank scenarios until there are so many.
    fn make_room(&mut self, count: usize) {
        while self.workbook.scenarios.len() < count {
            self.workbook
                .scenarios
                .push(Scenario::new(ScenarioId(0), ""));
        }
        self.labels
            .resize(self.labels.len().max(count + 1), Vec::new());
    }

    /// Passes some of the scenarios, each but the first beside the first.
    fn scenarios(&mut self, coder: &mut dyn Coder, which: Range<usize>) -> Result<(), Flaw> {
        let Workbook {
            agreement,
            scenarios,
            ..
        } = &mut self.workbook;
        let places = Places::of(agreement);
        let mut chances = Scenarios::new(&places);
        let mut ids = Ids::after(places.highest_id());
        let (earlier, later) = scenarios.split_at_mut(which.start);
        let labels = &mut self.labels[1 + which.start..];
        for (scenario, labels) in later.iter_mut().zip(labels).take(which.len()) {
            ids.pass(coder, std::iter::once(&mut scenario.id.0))?;
            chances.pass(coder, &places, agreement, earlier.first(), scenario)?;
            let kinds = scenario_names(scenario).into_iter().map(|(kind, _)| kind);
            pass_labels(coder, kinds, labels)?;
        }
        Ok(())
    }

    fn own_words(&mut self, coder: &mut dyn Coder) -> Result<(), Flaw> {
        let mut words = Words::new();
        let labels = self.labels.iter().flatten();
        for ((_, name), label) in names(&mut self.workbook).into_iter().zip(labels) {
            if *label == Label::Own {
                *name = words.pass(coder, limits::NAME_BYTES, name)?;
                if name.is_empty() {
                    return Err(Flaw::Text);
                }
            }
        }
        Ok(())
    }
}
