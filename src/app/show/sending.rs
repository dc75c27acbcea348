//! What the panel of Copy link shows: what goes, what stays, and how long the link is.

use crate::app::state::State;
use crate::codec::link::{self, Band, Link, OwnWords, What};
use crate::codec::say;
use crate::model::{ScenarioId, Workbook};
use crate::text::number::grouped;

/// A link about to be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// What goes, one line each.
    pub goes: Vec<String>,
    /// What stays, one line each.
    pub stays: Vec<String>,
    /// The whole address; none where it is too long or cannot be written.
    pub address: Option<String>,
    /// The whole address in capitals, for a QR code.
    pub capitals: Option<String>,
    /// How long it is, and what that means.
    pub length: String,
    /// How it fares in the mail.
    pub band: Band,
}

/// The panel for what is ticked; `before` is the address up to and with the `#`.
#[must_use]
pub fn sending(state: &State, what: &What, before: &str) -> Sending {
    let workbook = &state.workbook;
    let agreement = &workbook.agreement;
    let mut goes = vec![format!(
        "The agreement: {}, {}, {} and the reward rules",
        counted(agreement.streams.len(), "stream"),
        counted(agreement.outcomes.len(), "outcome"),
        counted(agreement.indicators.len(), "indicator"),
    )];
    let mut stays = Vec::new();
    for scenario in &workbook.scenarios {
        let line = format!("The scenario “{}”", scenario.name);
        if scenario.id == state.open || what.further.contains(&scenario.id) {
            goes.push(line);
        } else {
            stays.push(line);
        }
    }
    let named = what.words == OwnWords::Along;
    if !workbook.notes.is_empty() {
        let notes = counted(workbook.notes.len(), "note");
        if what.notes && named {
            goes.push(notes);
        } else {
            stays.push(notes);
        }
    }
    if has_risks(state) {
        let risks = "Delivery risks".to_owned();
        if what.risks {
            goes.push(risks);
        } else {
            stays.push(risks);
        }
    }
    if !named {
        stays.push("Names that you typed yourself".to_owned());
    }
    if !workbook.ledger.is_empty() {
        stays.push("The ledger: who offered what, and when".to_owned());
    }
    stays.push("Earlier versions and undone steps".to_owned());
    let (link, band) = match link::write(workbook, state.open, what) {
        Ok(link) => {
            let band = link.band(before.len());
            ((band < Band::FileOnly).then_some(link), band)
        }
        Err(_) => (None, Band::FileOnly),
    };
    Sending {
        goes,
        stays,
        length: length(link.as_ref(), band, before),
        address: link.as_ref().map(|link| format!("{before}{}", link.text)),
        capitals: link.map(|link| format!("{before}{}", link.capitals)),
        band,
    }
}

/// Whether there are delivery risks that could go.
#[must_use]
pub fn has_risks(state: &State) -> bool {
    let mut indicators = state.workbook.agreement.indicators.iter();
    indicators.any(|indicator| indicator.risk.is_some())
}

/// Says what was done with the link or the file, and that the ledger has the scenario as offered where
/// that is noted now.
#[must_use]
pub fn sent(done: &str, workbook: &Workbook, open: ScenarioId, noted: bool) -> String {
    match workbook.scenario(open).filter(|_| noted) {
        Some(scenario) => format!(
            "{done} The ledger has “{}” as offered; Undo takes that out.",
            scenario.name
        ),
        None => done.to_owned(),
    }
}

fn length(link: Option<&Link>, band: Band, before: &str) -> String {
    let counted = link.map(|link| {
        let characters = (before.len() + link.text.len()) as u64;
        format!("{} characters.", grouped(characters))
    });
    let parts: Vec<String> = counted
        .into_iter()
        .chain(say::length(band).map(str::to_owned))
        .collect();
    parts.join(" ")
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;
    use std::rc::Rc;

    fn borough() -> State {
        let workbook = Rc::new((presets::all()[0].workbook)());
        State::open(workbook, ScenarioId(2), 1)
    }

    #[test]
    fn the_other_scenario_and_the_notes_stay_unless_ticked() {
        let shown = sending(&borough(), &What::default(), "https://laa.example/#");
        assert!(
            shown.goes.contains(&"The scenario “Single pot”".to_owned()),
            "{shown:?}"
        );
        let base = "The scenario “Ring-fenced blocks”".to_owned();
        assert!(shown.stays.contains(&base), "{shown:?}");
        assert!(shown.stays.iter().any(|line| line.ends_with(" notes")));
        let ticked = What {
            further: vec![ScenarioId(1)],
            notes: true,
            ..What::default()
        };
        let shown = sending(&borough(), &ticked, "https://laa.example/#");
        assert!(shown.goes.contains(&base), "{shown:?}");
        assert_eq!(
            shown.stays.last().map(String::as_str),
            Some("Earlier versions and undone steps")
        );
        assert!(!shown.stays.iter().any(|line| line.ends_with(" notes")));
        let mut noted = borough();
        let entry = crate::model::Entry::draft(ScenarioId(1));
        Rc::make_mut(&mut noted.workbook).ledger.push(entry);
        let shown = sending(&noted, &ticked, "https://laa.example/#");
        let ledger = |line: &String| line.starts_with("The ledger");
        assert!(shown.stays.iter().any(ledger) && !shown.goes.iter().any(ledger));
    }

    #[test]
    fn what_is_noted_in_the_ledger_is_said() {
        let state = borough();
        let says = |noted| sent("Copied.", &state.workbook, state.open, noted);
        assert_eq!(says(false), "Copied.");
        assert_eq!(
            says(true),
            "Copied. The ledger has “Single pot” as offered; Undo takes that out."
        );
    }

    #[test]
    fn the_length_counts_the_whole_address() {
        let short = sending(&borough(), &What::default(), "#");
        let bare = short.address.map_or(0, |address| address.len());
        let before = format!("https://{}#", "a".repeat(1_001 - bare.min(1_000)));
        let longer = sending(&borough(), &What::default(), &before);
        let length = longer.address.map_or(0, |address| address.len());
        assert_eq!(length, bare - 1 + before.len());
        let says = format!("{} characters.", grouped(length as u64));
        assert!(longer.length.starts_with(&says), "{}", longer.length);
        assert!(
            longer
                .length
                .ends_with("Some mail programs cut a link of this length.")
        );
    }

    #[test]
    fn an_address_that_is_too_long_is_not_offered() {
        let before = format!("https://{}#", "a".repeat(8_000));
        let shown = sending(&borough(), &What::default(), &before);
        assert_eq!((shown.address, shown.capitals), (None, None));
        assert_eq!(
            shown.length,
            "This is too much for a link: save the file and send that."
        );
    }
}
