//! The notes of a workbook by kind, with what they are about and addresses that can be followed.

use crate::app::show::agreement::note::{Open, name_of};
use crate::model::{Entity, Note, NoteKind, Workbook};

/// Notes of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The kind.
    pub kind: NoteKind,
    /// The notes in the order of the workbook.
    pub lines: Vec<Line>,
}

/// A note as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its place among the notes of the workbook.
    pub place: usize,
    /// The name of what it is about, where it is about one thing.
    pub about: Option<String>,
    /// What it says.
    pub says: String,
    /// Where it comes from.
    pub source: Vec<Piece>,
}

/// A piece of a source: text, or an address with what is shown for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Plain text.
    Text(String),
    /// An address, complete with its scheme, and the text of the link.
    Address {
        /// Where the link leads: always `http` or `https`.
        to: String,
        /// What is shown.
        text: String,
    },
}

/// The name of a kind as a heading.
#[must_use]
pub fn heading(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Source => "Sources",
        NoteKind::Assumption => "Assumptions",
        NoteKind::Gap => "Gaps: never published, and not filled in",
        NoteKind::Remark => "Remarks",
    }
}

/// The name of a kind as a choice.
#[must_use]
pub fn choice(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Source => "Source",
        NoteKind::Assumption => "Assumption",
        NoteKind::Gap => "Gap",
        NoteKind::Remark => "Remark",
    }
}

/// The kind as a mark on the thing that a note is about.
#[must_use]
pub fn mark(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Source => "Source",
        NoteKind::Assumption => "Assumed",
        NoteKind::Gap => "Gap",
        NoteKind::Remark => "Note",
    }
}

/// Every kind in its order on screen.
pub const KINDS: [NoteKind; 4] = [
    NoteKind::Remark,
    NoteKind::Source,
    NoteKind::Assumption,
    NoteKind::Gap,
];

/// Notes by kind; kinds without any are left out. One that is open for writing stays where it was
/// opened, whatever kind it is given.
#[must_use]
pub fn groups(workbook: &Workbook, open: Option<Open>) -> Vec<Group> {
    let of_kind = |kind| Group {
        kind,
        lines: lines(workbook, |place, note| match open {
            Some(open) if open.place == place => open.under == kind,
            _ => note.kind == kind,
        }),
    };
    KINDS
        .into_iter()
        .map(of_kind)
        .filter(|group| !group.lines.is_empty())
        .collect()
}

/// The notes about one thing, each with its kind.
#[must_use]
pub fn about(workbook: &Workbook, entity: Entity) -> Vec<(NoteKind, Line)> {
    KINDS
        .into_iter()
        .flat_map(|kind| {
            let on_it = lines(workbook, |_, note| {
                note.kind == kind && note.about == Some(entity)
            });
            on_it.into_iter().map(move |line| (kind, line))
        })
        .collect()
}

fn lines(workbook: &Workbook, keep: impl Fn(usize, &Note) -> bool) -> Vec<Line> {
    let notes = workbook.notes.iter().enumerate();
    notes
        .filter(|(place, note)| keep(*place, note))
        .map(|(place, note)| Line {
            place,
            about: note.about.map(|entity| name_of(workbook, entity)),
            says: note.text.clone(),
            source: pieces(&note.source),
        })
        .collect()
}

/// A source cut into text and addresses. Only web addresses become links, so that a workbook from
/// somebody else cannot make one that does anything but open a page.
#[must_use]
pub fn pieces(source: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    for word in source.split_inclusive(' ') {
        let bare = word.trim_end_matches([' ', ',', ';', '.', ')']);
        match address(bare) {
            Some(to) => {
                if !text.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut text)));
                }
                pieces.push(Piece::Address {
                    to,
                    text: bare.to_owned(),
                });
                text.push_str(&word[bare.len()..]);
            }
            None => text.push_str(word),
        }
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    pieces
}

/// The complete address that a word is, with or without its scheme; a page must be named.
fn address(word: &str) -> Option<String> {
    let (scheme, rest) = match word.split_once("://") {
        Some((scheme @ ("http" | "https"), rest)) => (scheme, rest),
        Some(_) => return None,
        None => ("https", word),
    };
    let (host, path) = rest.split_once('/')?;
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let ending = labels
        .last()
        .is_some_and(|last| last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let plain = path
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>'));
    (labels.len() >= 2 && labels.iter().all(is_label) && ending && plain)
        .then(|| format!("{scheme}://{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;

    #[test]
    fn an_address_in_a_source_becomes_a_link_and_the_rest_stays_text() {
        assert_eq!(
            pieces("Hansard, 27 February 2008, publications.parliament.uk/pa/0028.htm."),
            [
                Piece::Text("Hansard, 27 February 2008, ".to_owned()),
                Piece::Address {
                    to: "https://publications.parliament.uk/pa/0028.htm".to_owned(),
                    text: "publications.parliament.uk/pa/0028.htm".to_owned(),
                },
                Piece::Text(".".to_owned()),
            ]
        );
    }

    #[test]
    fn what_is_no_web_address_never_becomes_a_link() {
        for text in [
            "javascript://x.uk/%0aalert(1)",
            "data:text/html,<b>/x",
            "2006/07",
            "and/or",
            "www.gov.uk",
            "a..b/c",
            "",
        ] {
            let pieces = pieces(text);
            assert!(
                pieces.iter().all(|piece| matches!(piece, Piece::Text(_))),
                "{text}: {pieces:?}"
            );
        }
    }

    #[test]
    fn every_note_of_every_sample_is_shown_once() {
        for sample in presets::all() {
            let workbook = (sample.workbook)();
            let mut places: Vec<usize> = groups(&workbook, None)
                .iter()
                .flat_map(|group| group.lines.iter().map(|line| line.place))
                .collect();
            places.sort_unstable();
            assert_eq!(places, (0..workbook.notes.len()).collect::<Vec<_>>());
        }
    }
    #[test]
    fn a_note_stays_where_it_was_opened_until_it_is_closed() {
        let mut workbook = (presets::all()[0].workbook)();
        workbook.notes[0].kind = NoteKind::Source;
        let open = Open::at(&workbook, 0);
        workbook.notes[0].kind = NoteKind::Gap;
        let under = |open| {
            let groups = groups(&workbook, open);
            let mut holding = groups
                .iter()
                .filter(|group| group.lines.iter().any(|line| line.place == 0));
            let kind = holding.next().map(|group| group.kind);
            assert!(holding.next().is_none(), "it is shown once");
            kind
        };
        assert_eq!(under(open), Some(NoteKind::Source));
        assert_eq!(under(None), Some(NoteKind::Gap));
    }
}
