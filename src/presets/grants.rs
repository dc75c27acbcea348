//! Workbooks of streams only: an area's children's grants, in or outside its agreement.

use crate::model::{Amount, BlockId, Entity, NoteKind, Pounds, Scenario, ScenarioId, StreamId};
use crate::model::{Note, SetUp, Stream, Workbook};
use crate::presets::build::{agreement, blocks, grant, note, note_on, workbook};
use crate::text::money;

/// Whether a grant was paid through the agreement, as the answer to Parliament prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Through {
    /// Not at all.
    Outside,
    /// In whole or in part, without saying which.
    WholeOrPart,
    /// In part, to this sum in pounds.
    Part(i64),
}

/// A grant with its allocation in pounds.
pub(super) type Grant = (&'static str, i64, Through);

/// An area's answer.
pub(super) struct Answer {
    /// The area's name.
    pub(super) area: &'static str,
    /// The set-up of its agreement.
    pub(super) setup: SetUp,
    /// Its grants in the order of the answer.
    pub(super) grants: &'static [Grant],
    /// Where the answer is printed.
    pub(super) source: &'static str,
    /// What the area shows beside its neighbour.
    pub(super) remark: &'static str,
    /// What could not be read of it, if anything.
    pub(super) unread: Option<&'static str>,
}

/// The workbook of an answer for 2007/08.
pub(super) fn filed(answer: &Answer) -> Workbook {
    let mut facts = agreement(answer.area, 2007, 1);
    facts.blocks = blocks(&["Children and Young People"]);
    let mut notes = whole(answer);
    for (name, allocation, through) in answer.grants {
        let id = facts.streams.len() as u16 + 1;
        if let Some((stream, said)) = inside(id, name, *allocation, *through, answer.source) {
            facts.streams.push(stream);
            notes.push(said);
        }
    }
    notes.extend(outside(answer));
    let mut scenario = Scenario::new(ScenarioId(1), "As published");
    scenario.setup = answer.setup;
    workbook(answer.area, facts, vec![scenario], notes)
}

fn whole(answer: &Answer) -> Vec<Note> {
    let mut notes = vec![
        note(
            NoteKind::Source,
            "Recurrent grants of the Department for Children, Schools and Families to the \
             authority in 2007/08, with a mark on those paid through the agreement.",
            answer.source,
        ),
        note(NoteKind::Remark, answer.remark, answer.source),
        note(
            NoteKind::Gap,
            "Only children's grants were asked for. The streams of the other blocks, the outcomes \
             and indicators of the agreement, its reward and who delivered it are not in the \
             answer; the views on them stay empty here for that reason.",
            answer.source,
        ),
    ];
    notes.extend(
        answer
            .unread
            .map(|unread| note(NoteKind::Gap, unread, answer.source)),
    );
    notes
}

fn inside(
    id: u16,
    name: &str,
    allocation: i64,
    through: Through,
    source: &str,
) -> Option<(Stream, Note)> {
    let about = Entity::Stream(StreamId(id));
    let allocation = money::pounds(Pounds(allocation));
    let (amount, said) = match through {
        Through::Outside => return None,
        Through::WholeOrPart => (
            Amount::NotStated,
            note_on(
                about,
                NoteKind::Gap,
                &format!(
                    "{name}: {allocation} was allocated, and all or part of it paid through \
                     the agreement; how much is not stated."
                ),
                source,
            ),
        ),
        Through::Part(part) => (
            Amount::Stated(Pounds(part)),
            note_on(
                about,
                NoteKind::Source,
                &format!("{name}: the part of {allocation} that was paid through the agreement."),
                source,
            ),
        ),
    };
    Some((grant(id, name, Some(BlockId(1)), None, vec![amount]), said))
}

/// Notes that list the grants paid outside the agreement, each as long as a note may be read.
fn outside(answer: &Answer) -> Vec<Note> {
    const READABLE: usize = 480;
    let mut texts = vec![String::new()];
    for (name, allocation, through) in answer.grants {
        if *through != Through::Outside {
            continue;
        }
        let item = format!("{name} {}", money::pounds(Pounds(*allocation)));
        match texts.last_mut() {
            Some(text) if text.len() + item.len() <= READABLE => {
                text.push_str(if text.is_empty() {
                    "Outside the agreement: "
                } else {
                    "; "
                });
                text.push_str(&item);
            }
            _ => texts.push(format!("Outside the agreement: {item}")),
        }
    }
    let listed = |text: &String| note(NoteKind::Source, &format!("{text}."), answer.source);
    texts.iter().map(listed).collect()
}
