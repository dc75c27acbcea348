//! The scenario codes of a workbook, and whether a code that was read out is among them.

use crate::app::state::Notice;
use crate::codec::code::Code;
use crate::model::{Label, ScenarioId, Workbook};

/// The code of every scenario by its name, in their order on screen.
#[must_use]
pub fn codes(workbook: &Workbook) -> Vec<(ScenarioId, String, Code)> {
    let scenarios = workbook.scenarios.iter();
    scenarios
        .map(|scenario| {
            let code = Code::of(&workbook.agreement, scenario);
            (scenario.id, scenario.name.clone(), code)
        })
        .collect()
}

/// Says whether a code that was typed is that of a scenario here, or was that of one when it was
/// offered, received or agreed; none where the text is no code. Capitals, spaces, dashes and the
/// words `scenario code` make no difference, nor do letters that are easily misread.
#[must_use]
pub fn same_figures(workbook: &Workbook, typed: &str) -> Option<Notice> {
    const SAYS_SO: &str = "scenario code";
    let text = typed.trim();
    let named = text
        .get(..SAYS_SO.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(SAYS_SO));
    let code = if named { &text[SAYS_SO.len()..] } else { text };
    let code = Code::parse(code.trim_start_matches([':', ' ']))?;
    Some(compare(workbook, &code))
}

/// Says whether a code is that of a scenario here, or was in the ledger.
#[must_use]
pub fn compare(workbook: &Workbook, code: &Code) -> Notice {
    let here: Vec<String> = codes(workbook)
        .into_iter()
        .filter(|(_, _, own)| own == code)
        .map(|(_, name, _)| format!("“{name}”"))
        .collect();
    if !here.is_empty() {
        Notice::fact(format!(
            "The same: {code} is the code of {}. Both sides see the same figures.",
            here.join(" and ")
        ))
    } else if let Some(says) = earlier(workbook, code) {
        Notice::wrong(says)
    } else {
        Notice::wrong(format!(
            "{code} is not among the scenarios here: some figure differs. Ask for the \
             link to see both side by side."
        ))
    }
}

/// Which scenario had a code when it was offered, received or agreed.
fn earlier(workbook: &Workbook, code: &Code) -> Option<String> {
    let mut entries = workbook.ledger.iter().rev();
    let entry = entries.find(|entry| entry.code == code.as_str())?;
    let name = &workbook.scenario(entry.scenario)?.name;
    let day = entry
        .at
        .map_or_else(String::new, |at| format!(" of {}", at.day()));
    let when = match entry.label {
        Label::Draft => "was noted",
        Label::Offered => "was offered",
        Label::Received => "was received",
        Label::Agreed => "was agreed",
    };
    Some(format!(
        "{code} is an earlier one: “{name}”{day} had it when it {when}. Its figures have changed \
         here since."
    ))
}

/// The name of the file of a workbook: its title, and the code of a scenario to tell it by.
#[must_use]
pub fn file_name(workbook: &Workbook, open: ScenarioId) -> String {
    let mut name = String::new();
    for letter in workbook.title.to_lowercase().chars() {
        if letter.is_alphanumeric() {
            name.push(letter);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = match name.trim_end_matches('-') {
        "" => "workbook",
        name => name,
    };
    let code = workbook
        .scenario(open)
        .map(|scenario| format!("-{}", Code::of(&workbook.agreement, scenario)));
    format!("{name}{}.json", code.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::edit::{Edit, apply};
    use crate::app::ledger;
    use crate::model::OutcomeId;
    use crate::presets;

    #[test]
    fn a_code_is_found_among_the_scenarios_or_not() {
        let workbook = (presets::all()[0].workbook)();
        let single_pot = &codes(&workbook)[1];
        assert_eq!(single_pot.1, "Single pot");
        let read_out = Code::parse(&single_pot.2.to_string().to_lowercase()).unwrap();
        let says = compare(&workbook, &read_out);
        assert!(
            !says.wrong && says.says.contains("“Single pot”"),
            "{says:?}"
        );
        let bath = (presets::all()[1].workbook)();
        assert!(compare(&bath, &read_out).wrong);
    }

    #[test]
    fn a_code_is_understood_however_it_is_typed() {
        let workbook = (presets::all()[0].workbook)();
        let code = codes(&workbook)[1].2.to_string();
        let misread = code.replace('0', "o").replace('1', "l").to_lowercase();
        for typed in [
            code.clone(),
            misread.clone(),
            format!(" {} ", misread.replace('-', " ")),
            format!("Scenario code: {code}"),
            code.replace('-', "\u{2013}"),
        ] {
            let says = same_figures(&workbook, &typed).unwrap();
            assert!(!says.wrong, "{typed}: {says:?}");
        }
        for typed in ["", "17QF-2K", "see you at the meeting", "scenario code"] {
            assert_eq!(same_figures(&workbook, typed), None, "{typed}");
        }
    }

    #[test]
    fn a_code_that_a_scenario_had_when_it_was_offered_is_found_in_the_ledger() {
        let mut workbook = (presets::all()[0].workbook)();
        let (id, _, code) = codes(&workbook)[1].clone();
        let at = "2007-02-14T10:30:00Z".parse().unwrap();
        let offer = ledger::offered(&workbook, id, at).unwrap();
        workbook = apply(&workbook, id, &offer).unwrap();
        assert!(!compare(&workbook, &code).wrong, "unchanged so far");
        let changed = apply(&workbook, id, &Edit::Drop(OutcomeId(3), true)).unwrap();
        assert_eq!(
            compare(&changed, &code).says,
            format!(
                "{code} is an earlier one: “Single pot” of 14 Feb 2007 had it when it was \
                 offered. Its figures have changed here since."
            )
        );
    }

    #[test]
    fn a_file_is_named_by_title_and_code() {
        let mut workbook = (presets::all()[0].workbook)();
        let (open, _, code) = codes(&workbook)[0].clone();
        workbook.title = " Bath & N.E. Somerset/06 ".to_owned();
        assert_eq!(
            file_name(&workbook, open),
            format!("bath-n-e-somerset-06-{code}.json")
        );
        workbook.title = "…".to_owned();
        assert_eq!(file_name(&workbook, open), format!("workbook-{code}.json"));
    }
}
