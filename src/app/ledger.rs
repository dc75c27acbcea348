//! What the ledger notes as a negotiation goes on, and that what was agreed stays as it is.

use crate::app::edit::Edit;
use crate::codec::code::Code;
use crate::model::{Entry, Label, Moment, Scenario, ScenarioId, Workbook};

/// Refuses a change of a scenario that was agreed and still is: its name and its entry may change.
///
/// # Errors
/// What is locked and what to do, in a sentence.
pub(crate) fn hold(before: &Workbook, after: &Workbook) -> Result<(), String> {
    let agreed = before
        .ledger
        .iter()
        .filter(|entry| entry.label == Label::Agreed);
    for id in agreed.map(|entry| entry.scenario) {
        let Some(locked) = before.scenario(id) else {
            continue;
        };
        let same = |scenario: &Scenario| {
            Scenario {
                name: locked.name.clone(),
                ..scenario.clone()
            } == *locked
        };
        let kept = after.scenario(id).is_some_and(same);
        let unlocked = after
            .entry(id)
            .is_some_and(|entry| entry.label != Label::Agreed);
        if !kept && !unlocked {
            return Err(format!(
                "“{}” is agreed and locked: unlock it in the ledger, or make a new scenario of it.",
                locked.name
            ));
        }
    }
    Ok(())
}

/// What is noted of a scenario, or a new entry for it.
#[must_use]
pub fn entry_of(workbook: &Workbook, id: ScenarioId) -> Entry {
    let held = workbook.entry(id).cloned();
    held.unwrap_or_else(|| Entry::draft(id))
}

/// Labels a scenario, with its code where it leaves the drafts; a scenario that had no moment gets
/// this one. Agreeing locks it, any other label unlocks it.
#[must_use]
pub fn labelled(workbook: &Workbook, id: ScenarioId, label: Label, at: Moment) -> Edit {
    let held = entry_of(workbook, id);
    let code = match label {
        Label::Draft => String::new(),
        _ => code(workbook, id),
    };
    Edit::Enter(Entry {
        label,
        at: held.at.or(Some(at)),
        code,
        ..held
    })
}

/// Notes that a scenario was sent to the other side; none where that is noted already, or where it
/// came from there or was agreed.
#[must_use]
pub fn offered(workbook: &Workbook, id: ScenarioId, at: Moment) -> Option<Edit> {
    let noted = workbook.entry(id).is_some_and(|entry| match entry.label {
        Label::Draft => false,
        Label::Offered => entry.code == code(workbook, id),
        Label::Received | Label::Agreed => true,
    });
    (!noted).then(|| labelled(workbook, id, Label::Offered, at))
}

/// The scenario offered last: what the other side answers, as far as is known.
#[must_use]
pub fn last_offer(workbook: &Workbook) -> Option<ScenarioId> {
    let entries = workbook.ledger.iter();
    let mut offers = entries.filter(|entry| entry.label == Label::Offered);
    offers.next_back().map(|entry| entry.scenario)
}

fn code(workbook: &Workbook, id: ScenarioId) -> String {
    let scenario = workbook.scenario(id);
    scenario.map_or_else(String::new, |scenario| {
        Code::of(&workbook.agreement, scenario).as_str().to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::edit::apply;
    use crate::model::{BlockId, Entity, OutcomeId, Pounds};
    use crate::presets;

    const OURS: ScenarioId = ScenarioId(2);

    fn at() -> Moment {
        "2007-02-14T10:30:00Z".parse().unwrap()
    }

    fn agreed() -> Workbook {
        let workbook = (presets::all()[0].workbook)();
        apply(
            &workbook,
            OURS,
            &labelled(&workbook, OURS, Label::Agreed, at()),
        )
        .unwrap()
    }

    #[test]
    fn what_is_agreed_is_locked_until_it_is_unlocked_on_purpose() {
        let workbook = agreed();
        let spend = Edit::Spend(OutcomeId(1), 0, Pounds(5));
        let locked = "“Single pot” is agreed and locked: unlock it in the ledger, or make a new \
                      scenario of it.";
        for edit in [
            spend.clone(),
            Edit::Remove(Entity::Scenario(OURS)),
            Edit::Remove(Entity::Block(BlockId(1))),
            Edit::Scenario(Scenario::new(OURS, "Single pot")),
        ] {
            assert_eq!(
                apply(&workbook, OURS, &edit),
                Err(locked.to_owned()),
                "{edit:?}"
            );
        }
        assert!(
            apply(&workbook, ScenarioId(1), &spend).is_ok(),
            "the other is not locked"
        );
        let renamed = Edit::RenameScenario(OURS, "Agreed in March".to_owned());
        assert!(apply(&workbook, OURS, &renamed).is_ok());
        let unlock = labelled(&workbook, OURS, Label::Draft, at());
        let unlocked = apply(&workbook, OURS, &unlock).unwrap();
        assert!(apply(&unlocked, OURS, &spend).is_ok());
    }

    #[test]
    fn an_offer_is_noted_once_with_its_code_and_again_when_its_figures_changed() {
        let workbook = (presets::all()[0].workbook)();
        let noted = apply(&workbook, OURS, &offered(&workbook, OURS, at()).unwrap()).unwrap();
        let entry = noted.entry(OURS).unwrap();
        assert_eq!((entry.label, entry.at), (Label::Offered, Some(at())));
        let scenario = noted.scenario(OURS).unwrap();
        assert_eq!(entry.code, Code::of(&noted.agreement, scenario).as_str());
        assert_eq!(last_offer(&noted), Some(OURS));
        assert_eq!(offered(&noted, OURS, at()), None);
        let changed = apply(&noted, OURS, &Edit::Drop(OutcomeId(3), true)).unwrap();
        assert!(offered(&changed, OURS, at()).is_some());
    }

    #[test]
    fn a_removed_scenario_leaves_no_entry_and_nothing_that_answers_it() {
        let mut workbook = (presets::all()[0].workbook)();
        workbook.ledger = vec![
            Entry::draft(ScenarioId(1)),
            Entry {
                answers: Some(ScenarioId(1)),
                ..Entry::draft(OURS)
            },
        ];
        let removed = apply(
            &workbook,
            OURS,
            &Edit::Remove(Entity::Scenario(ScenarioId(1))),
        );
        assert_eq!(removed.unwrap().ledger, [Entry::draft(OURS)]);
    }
}
