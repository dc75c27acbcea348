//! A link as a whole: what goes into it, its text, and what came out of one.

use thiserror::Error;

use crate::codec::body::{self, Body};
use crate::codec::envelope;
use crate::codec::outcome::LinkError;
use crate::codec::text::{self, Spelling};
use crate::codec::tolerant;
use crate::codec::varint::Flaw;
use crate::model::{Entity, Fault, ScenarioId, USUAL_CORRELATION, Workbook, check};

/// What goes with the agreement and the open scenario: nothing, unless it is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct What {
    /// Further scenarios.
    pub further: Vec<ScenarioId>,
    /// Delivery risks and their correlation.
    pub risks: bool,
    /// Notes, but for those on scenarios that stay behind.
    pub notes: bool,
    /// Own words, or numbers only.
    pub words: OwnWords,
}

/// Whether names that the library does not have go along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OwnWords {
    /// They go.
    #[default]
    Along,
    /// Numbers only: neither own names nor notes go, and stand-ins such as "Stream 3" appear.
    Left,
}

/// How the length of an address fares in the mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// At most 1,000 characters: nothing to say.
    Quiet,
    /// At most 1,900: some mail programs cut it.
    MayBeCut,
    /// At most 8,000: a file is offered beside it.
    Long,
    /// More: a file, and no link.
    FileOnly,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The text after the `#`, for mail and the address bar.
    pub text: String,
    /// The same in capitals, for a QR code.
    pub capitals: String,
}

/// Why no link could be written.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum WriteError {
    /// The workbook has no scenario of that id.
    #[error("there is no scenario {0:?}")]
    NoScenario(ScenarioId),
    /// The workbook does not hold together.
    #[error("the workbook does not hold together")]
    Faults(Vec<Fault>),
    /// A figure cannot be carried.
    #[error("a figure cannot be carried: {0}")]
    Figure(#[from] Flaw),
}

/// What a link brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The agreement and the scenarios that came, the open one first.
    pub workbook: Workbook,
    /// The version that the link was updated from; `None` if it is of this one.
    pub updated_from: Option<u64>,
    /// How many optional parts this version cannot show.
    pub not_shown: usize,
    /// Whether the names are the sender's or stand-ins.
    pub words: OwnWords,
}

impl Link {
    /// How an address fares that has so many characters up to and with the `#`.
    pub fn band(&self, before: usize) -> Band {
        Band::of(before + self.text.len())
    }
}

impl Band {
    /// The band of an address with so many characters.
    pub const fn of(characters: usize) -> Self {
        match characters {
            0..=1_000 => Self::Quiet,
            1_001..=1_900 => Self::MayBeCut,
            1_901..=8_000 => Self::Long,
            _ => Self::FileOnly,
        }
    }
}

/// Writes the agreement, the scenario `open` and what else is asked for.
///
/// # Errors
/// [`WriteError`] if a scenario is not there or the workbook fails [`check()`].
pub fn write(workbook: &Workbook, open: ScenarioId, what: &What) -> Result<Link, WriteError> {
    let chosen = part(workbook, open, what)?;
    check(&chosen).map_err(WriteError::Faults)?;
    let envelope = envelope::seal(&body::write(&chosen, what.words == OwnWords::Along)?);
    Ok(Link {
        text: text::write(&envelope, Spelling::Mixed),
        capitals: text::write(&envelope, Spelling::Capitals),
    })
}

/// Finds and reads the link in any text.
///
/// # Errors
/// [`LinkError`] says what came instead.
pub fn read(text: &str) -> Result<Received, LinkError> {
    let Body {
        workbook,
        own_words,
        not_shown,
        schema,
    } = body::read(&tolerant::find(text)?)?;
    Ok(Received {
        workbook,
        updated_from: (schema < body::SCHEMA).then_some(schema),
        not_shown,
        words: if own_words {
            OwnWords::Along
        } else {
            OwnWords::Left
        },
    })
}

/// The part of a workbook that is asked for, with all its words: what is not, is not in it.
///
/// # Errors
/// [`WriteError::NoScenario`] if a scenario is not there.
pub fn part(workbook: &Workbook, open: ScenarioId, what: &What) -> Result<Workbook, WriteError> {
    let held = |id: ScenarioId| workbook.scenario(id).ok_or(WriteError::NoScenario(id));
    let mut scenarios = vec![held(open)?.clone()];
    for &id in &what.further {
        if scenarios.iter().all(|scenario| scenario.id != id) {
            scenarios.push(held(id)?.clone());
        }
    }
    let goes = |id: ScenarioId| scenarios.iter().any(|scenario| scenario.id == id);
    let mut chosen = Workbook {
        title: workbook.title.clone(),
        agreement: workbook.agreement.clone(),
        base: if goes(workbook.base) {
            workbook.base
        } else {
            open
        },
        last_id: workbook.last_id.max(workbook.highest_id()),
        correlation: USUAL_CORRELATION,
        notes: Vec::new(),
        ledger: Vec::new(),
        scenarios: Vec::new(),
    };
    if what.risks {
        chosen.correlation = workbook.correlation;
    } else {
        for indicator in &mut chosen.agreement.indicators {
            indicator.risk = None;
        }
    }
    if what.notes && what.words == OwnWords::Along {
        let stays = |about| matches!(about, Some(Entity::Scenario(id)) if !goes(id));
        chosen.notes = workbook
            .notes
            .iter()
            .filter(|note| !stays(note.about))
            .cloned()
            .collect();
    }
    chosen.scenarios = scenarios;
    Ok(chosen)
}
