//! Names as labels: a number of the library, nothing, or own words that a section of their own carries.
//!
//! Which it was is kept beside the names when a link is read. A later version whose library has
//! more names can so tell that an older link is as it was written.

use crate::codec::body::coder::{Chance, Coder};
use crate::codec::body::number::Choice;
use crate::codec::varint::Flaw;
use crate::library;
use crate::model::{Agreement, Rules, Scenario, Workbook};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Title,
    Area,
    Block,
    Partner,
    Stream,
    Outcome,
    /// With the indicator's number in the national set.
    Indicator(Option<u16>),
    Unit,
    TopSlice,
    Scenario,
}

impl Kind {
    /// The library's numbers for names of this kind: where they begin and how many bits tell
    /// them apart. Frozen with schema 1.
    const fn window(self) -> (u16, u32) {
        match self {
            Self::Block => (library::blocks::START, 6),
            Self::Unit => (library::units::START, 6),
            Self::Partner => (library::partners::START, 8),
            Self::Stream => (library::streams::START, 8),
            Self::Outcome => (library::outcomes::START, 8),
            Self::Indicator(_) => (library::stretch::START, 8),
            Self::Title | Self::Area | Self::TopSlice | Self::Scenario => {
                (library::scenarios::START, 8)
            }
        }
    }

    /// The kind without what tells one of its names from another.
    const fn plain(self) -> Self {
        if let Self::Indicator(_) = self {
            Self::Indicator(None)
        } else {
            self
        }
    }

    /// What stands in for the `place`th name of this kind when its own words did not come.
    fn stand_in(self, place: usize) -> String {
        let kind = match self {
            Self::Title => return "Agreement".to_owned(),
            Self::Area => return "Area".to_owned(),
            Self::Unit => return String::new(),
            Self::Indicator(Some(number)) => match library::text(number) {
                Some(title) if number < library::streams::START => return title.to_owned(),
                _ => "Indicator",
            },
            Self::Indicator(None) => "Indicator",
            Self::Block => "Block",
            Self::Partner => "Partner",
            Self::Stream => "Stream",
            Self::Outcome => "Outcome",
            Self::TopSlice => "Top-slice",
            Self::Scenario => "Scenario",
        };
        format!("{kind} {place}")
    }
}

/// Where a name comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// The number in the national set that the indicator itself states.
    National,
    /// A number of the library, counted from the start of its kind.
    Library(u8),
    /// No name.
    Nothing,
    /// Own words.
    Own,
}

impl Label {
    /// The label of a name as this version's library has it.
    pub(super) fn of(kind: Kind, name: &str) -> Self {
        let (start, width) = kind.window();
        if name.is_empty() {
            return Self::Nothing;
        }
        match (kind, library::number(name)) {
            (Kind::Indicator(national), Some(number)) if national == Some(number) => Self::National,
            (_, Some(number)) if (start..start + (1 << width)).contains(&number) => {
                Self::Library((number - start) as u8)
            }
            _ => Self::Own,
        }
    }

    /// The name, if this version's library has it; own words are not known here.
    fn name(self, kind: Kind) -> Option<&'static str> {
        match (self, kind) {
            (Self::National, Kind::Indicator(Some(number))) => library::text(number),
            (Self::Library(number), _) => library::text(kind.window().0 + u16::from(number)),
            (Self::Nothing, _) => Some(""),
            _ => None,
        }
    }
}

/// Decides the labels of one kind.
pub(super) struct Labels {
    library: Chance,
    nothing: Chance,
    national: Chance,
    number: Choice,
}

impl Labels {
    pub(super) fn of(kind: Kind) -> Self {
        Self {
            library: Chance::NEW,
            nothing: Chance::NEW,
            national: Chance::NEW,
            number: Choice::of_bits(kind.window().1),
        }
    }

    /// Passes a label.
    pub(super) fn pass(
        &mut self,
        coder: &mut dyn Coder,
        kind: Kind,
        label: Label,
    ) -> Result<Label, Flaw> {
        let from_library = matches!(label, Label::Library(_) | Label::National);
        if !coder.decide(&mut self.library, from_library)? {
            let nothing = coder.decide(&mut self.nothing, label == Label::Nothing)?;
            return Ok(if nothing { Label::Nothing } else { Label::Own });
        }
        if matches!(kind, Kind::Indicator(Some(_)))
            && coder.decide(&mut self.national, label == Label::National)?
        {
            return Ok(Label::National);
        }
        let number = if let Label::Library(number) = label {
            number
        } else {
            0
        };
        let number = self
            .number
            .index(coder, 1 << kind.window().1, usize::from(number))?;
        Ok(Label::Library(number as u8))
    }
}

/// Passes the labels of names of all kinds, in their order.
pub(super) fn pass_labels(
    coder: &mut dyn Coder,
    kinds: impl Iterator<Item = Kind>,
    labels: &mut Vec<Label>,
) -> Result<(), Flaw> {
    let mut chances: Vec<(Kind, Labels)> = Vec::new();
    for (place, kind) in kinds.enumerate() {
        let known = chances.iter().position(|(held, _)| *held == kind.plain());
        let at = known.unwrap_or_else(|| {
            chances.push((kind.plain(), Labels::of(kind)));
            chances.len() - 1
        });
        let label = labels.get(place).copied().unwrap_or(Label::Own);
        let passed = chances[at].1.pass(coder, kind, label)?;
        match labels.get_mut(place) {
            Some(label) => *label = passed,
            None => labels.push(passed),
        }
    }
    Ok(())
}

/// The names of an agreement, in the order in which a link carries them.
pub(super) fn agreement_names(agreement: &mut Agreement) -> Vec<(Kind, &mut String)> {
    let mut names = vec![(Kind::Area, &mut agreement.area.name)];
    names.extend(
        agreement
            .blocks
            .iter_mut()
            .map(|block| (Kind::Block, &mut block.name)),
    );
    names.extend(
        agreement
            .partners
            .iter_mut()
            .map(|partner| (Kind::Partner, &mut partner.name)),
    );
    names.extend(
        agreement
            .streams
            .iter_mut()
            .map(|stream| (Kind::Stream, &mut stream.name)),
    );
    names.extend(
        agreement
            .outcomes
            .iter_mut()
            .map(|outcome| (Kind::Outcome, &mut outcome.name)),
    );
    for indicator in &mut agreement.indicators {
        names.push((Kind::Indicator(indicator.national), &mut indicator.name));
        names.push((Kind::Unit, &mut indicator.unit));
    }
    names.extend(top_slices(&mut agreement.rules));
    names
}

/// The names of a scenario, in the order in which a link carries them.
pub(super) fn scenario_names(scenario: &mut Scenario) -> Vec<(Kind, &mut String)> {
    let mut names = vec![(Kind::Scenario, &mut scenario.name)];
    names.extend(scenario.rules.iter_mut().flat_map(top_slices));
    names
}

/// Every name of a workbook, in the order in which a link carries them.
pub(super) fn names(workbook: &mut Workbook) -> Vec<(Kind, &mut String)> {
    let mut names = vec![(Kind::Title, &mut workbook.title)];
    names.extend(agreement_names(&mut workbook.agreement));
    names.extend(workbook.scenarios.iter_mut().flat_map(scenario_names));
    names
}

fn top_slices(rules: &mut Rules) -> impl Iterator<Item = (Kind, &mut String)> {
    let slices = rules.sharing.top_slices.iter_mut();
    slices.map(|slice| (Kind::TopSlice, &mut slice.name))
}

/// Puts names where labels have them; own words and numbers that this library lacks get a
/// stand-in. Returns how many numbers it lacked.
pub(super) fn spell(workbook: &mut Workbook, labels: &[Label]) -> usize {
    let mut unknown = 0;
    let mut places: Vec<(Kind, usize)> = Vec::new();
    for ((kind, name), label) in names(workbook).into_iter().zip(labels) {
        let plain = kind.plain();
        let place = match places.iter_mut().find(|(held, _)| *held == plain) {
            Some((_, place)) => {
                *place += 1;
                *place
            }
            None => {
                places.push((plain, 1));
                1
            }
        };
        *name = match label.name(kind) {
            Some(held) => held.to_owned(),
            None => kind.stand_in(place),
        };
        unknown += usize::from(*label != Label::Own && label.name(kind).is_none());
    }
    unknown
}
