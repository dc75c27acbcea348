//! Risks and notes as decisions: the parts of a workbook that go only when asked for.

use crate::codec::body::coder::{Chance, Coder};
use crate::codec::body::number::{Choice, Number, Share};
use crate::codec::body::place::{Places, Reference};
use crate::codec::body::words::Words;
use crate::codec::varint::Flaw;
use crate::model::{
    BasisPoints, Decimal, DeliveryRisk, Entity, Note, NoteKind, ScenarioId, USUAL_CORRELATION,
    Workbook, limits,
};

/// Whether a workbook states anything about risk.
pub(super) fn has_risks(workbook: &Workbook) -> bool {
    workbook.correlation != USUAL_CORRELATION
        || workbook
            .agreement
            .indicators
            .iter()
            .any(|indicator| indicator.risk.is_some())
}

/// Passes the correlation and the delivery risk of every indicator.
pub(super) fn pass_risks(coder: &mut dyn Coder, workbook: &mut Workbook) -> Result<(), Flaw> {
    let mut correlation = Share::like(&[30]);
    let mut stated = Chance::NEW;
    let mut worst = Share::like(&[40, 60]);
    let mut likely = Share::like(&[20, 40]);
    let mut best = Share::like(&[10, 20]);
    let mut places = Choice::of_bits(3);
    let mut noise = Number::like(&[0, 0]);
    workbook.correlation = correlation.pass(coder, workbook.correlation)?;
    for indicator in &mut workbook.agreement.indicators {
        if !coder.decide(&mut stated, indicator.risk.is_some())? {
            indicator.risk = None;
            continue;
        }
        let none = BasisPoints(0);
        let blank = DeliveryRisk {
            worst: none,
            likely: none,
            best: none,
            noise: Decimal::default(),
        };
        let held = indicator.risk.unwrap_or(blank);
        let worst = worst.pass(coder, held.worst)?;
        let to_likely = BasisPoints(held.likely.0.saturating_sub(held.worst.0));
        let likely = BasisPoints(worst.0 + likely.pass(coder, to_likely)?.0);
        let to_best = BasisPoints(held.best.0.saturating_sub(held.likely.0));
        let best = BasisPoints(likely.0 + best.pass(coder, to_best)?.0);
        let fine = places.index(coder, 7, usize::from(held.noise.places()))? as u8;
        let step = Decimal::step(fine).millionths();
        let steps = (held.noise.millionths() / step).unsigned_abs();
        let limit = (limits::VALUE * Decimal::ONE / step) as u64;
        let steps = noise.up_to(coder, limit, steps)? as i64;
        let noise = Decimal::from_millionths(steps * step).map_err(|_| Flaw::OutOfRange)?;
        indicator.risk = Some(DeliveryRisk {
            worst,
            likely,
            best,
            noise,
        });
    }
    Ok(())
}

/// What a note is about, without saying which.
#[derive(Clone, Copy, PartialEq)]
enum About {
    Nothing,
    Block,
    Partner,
    Stream,
    Outcome,
    Indicator,
    Scenario,
}

/// Append-only, as is `KINDS`, and outgrown only by a new schema: see [`Choice::among`].
const ABOUT: [About; 7] = [
    About::Nothing,
    About::Block,
    About::Partner,
    About::Stream,
    About::Outcome,
    About::Indicator,
    About::Scenario,
];
const KINDS: [NoteKind; 4] = [
    NoteKind::Source,
    NoteKind::Assumption,
    NoteKind::Gap,
    NoteKind::Remark,
];

/// Passes the notes.
pub(super) fn pass_notes(
    coder: &mut dyn Coder,
    places: &Places,
    workbook: &mut Workbook,
) -> Result<(), Flaw> {
    let scenarios: Vec<ScenarioId> = workbook
        .scenarios
        .iter()
        .map(|scenario| scenario.id)
        .collect();
    let mut count = Number::like(&[3, 10]);
    let mut kind = Choice::among(KINDS.len());
    let mut about = Choice::among(ABOUT.len());
    let mut block = Reference::among(&places.blocks);
    let mut partner = Reference::among(&places.partners);
    let mut stream = Reference::among(&places.streams);
    let mut outcome = Reference::among(&places.outcomes);
    let mut indicator = Reference::among(&places.indicators);
    let mut scenario = Reference::among(&scenarios);
    let mut words = Words::new();
    let blank = Note {
        kind: NoteKind::Remark,
        about: None,
        text: String::new(),
        source: String::new(),
    };
    count.list(coder, limits::NOTES, &mut workbook.notes, blank)?;
    for note in &mut workbook.notes {
        note.kind = kind.one_of(coder, &KINDS, note.kind)?;
        let held = match note.about {
            None => About::Nothing,
            Some(Entity::Block(_)) => About::Block,
            Some(Entity::Partner(_)) => About::Partner,
            Some(Entity::Stream(_)) => About::Stream,
            Some(Entity::Outcome(_)) => About::Outcome,
            Some(Entity::Indicator(_)) => About::Indicator,
            Some(Entity::Scenario(_)) => About::Scenario,
        };
        // Each kind of thing is referred to by its place in its own list.
        macro_rules! which {
            ($kind:ident, $reference:ident, $list:expr) => {{
                let id = match note.about {
                    Some(Entity::$kind(id)) => id,
                    _ => Default::default(),
                };
                Some(Entity::$kind($reference.pass(coder, $list, id)?))
            }};
        }
        note.about = match about.one_of(coder, &ABOUT, held)? {
            About::Nothing => None,
            About::Block => which!(Block, block, &places.blocks),
            About::Partner => which!(Partner, partner, &places.partners),
            About::Stream => which!(Stream, stream, &places.streams),
            About::Outcome => which!(Outcome, outcome, &places.outcomes),
            About::Indicator => which!(Indicator, indicator, &places.indicators),
            About::Scenario => which!(Scenario, scenario, &scenarios),
        };
        note.text = words.pass(coder, limits::NOTE_BYTES, &note.text)?;
        note.source = words.pass(coder, limits::NOTE_BYTES, &note.source)?;
    }
    Ok(())
}
