//! What Reward shows: the headline, and what is missing where nothing can be earned.

mod partners;
mod pictures;
mod rules;
mod table;

pub use partners::{Money, PartnerRow, PartnerTable, Span, partners};
pub use pictures::{payments, waterfall};
pub use rules::{RuleChoice, payment_rule, pot, rules, scheme};
pub use table::{
    IndicatorRow, OutcomeRow, Worth, drop_says, drop_worths, outcomes, parts, stretch_edit, sums,
};

use crate::app::lookup::Lookup;
use crate::app::show::position::{Headline, gaps, no_pot};
use crate::app::show::standing::and_unscored;
use crate::app::show::{Piece, comparable, paid};
use crate::app::state::State;
use crate::app::working::{Figure, pays};
use crate::chart::figure::count;
use crate::engine::Evaluation;
use crate::model::{NoteKind, Pence, Preset, Rules, Scenario};
use crate::text::money;

/// Why nothing can be earned, and what was never published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// What is missing and what to do.
    pub says: String,
    /// The gaps that the workbook names: what was never published, with the source that leaves it out.
    pub gaps: Vec<(String, String)>,
}

/// The rules in force in a scenario of the workbook on show.
pub(super) fn rules_of<'a>(state: &'a State, scenario: &'a Scenario) -> &'a Rules {
    scenario.rules_in(&state.shown().agreement)
}

/// What of the pot is lost under cliffs, and what falls short of the full stretch above them.
#[must_use]
pub fn losses(state: &State) -> Option<(Pence, Pence)> {
    let scenario = state.scenario()?;
    let result = state.result(scenario.id)?;
    let rules = rules_of(state, scenario);
    let of = |so: bool| -> Pence {
        let rewarded = result.indicators.iter().filter(|found| found.rewarded);
        rewarded
            .filter(|found| pays(result, rules.threshold, found) == Some(so))
            .map(|found| found.potential - found.reward)
            .sum()
    };
    Some((of(false), of(true)))
}

/// What is earned, lost and fallen short of, and what crossed or fell against the base.
#[must_use]
pub fn headline(state: &State) -> Option<Headline> {
    let scenario = state.scenario()?;
    let result = state.result(scenario.id)?;
    let rules = rules_of(state, scenario);
    let (lost, short) = losses(state)?;
    let mut says = vec![
        Piece::plain(format!("{} earns ", scenario.name)),
        Piece::figure(money::headline(result.reward), Figure::Reward),
        Piece::plain(" of a possible "),
        Piece::figure(money::headline(result.pot), Figure::Pot),
    ];
    if result.over.0 > 0 {
        says.push(Piece::plain(", but it is "));
        says.push(Piece::figure(
            format!("not affordable: over by {}", money::pounds(result.over)),
            Figure::Over,
        ));
    }
    let under = result
        .indicators
        .iter()
        .filter(|found| found.rewarded && pays(result, rules.threshold, found) == Some(false))
        .count();
    if lost.0 > 0 {
        let where_lost = if result.average.is_some() {
            "because the average is under its cliff".to_owned()
        } else if under == 1 {
            "under one cliff".to_owned()
        } else {
            format!("under {under} cliffs")
        };
        says.push(Piece::plain(". "));
        says.push(Piece::figure(money::headline(lost), Figure::Lost));
        says.push(Piece::plain(format!(" is lost {where_lost}")));
    }
    if money::nearest(short).0 > 0 {
        let start = if lost.0 > 0 { ", and " } else { ". " };
        says.push(Piece::plain(start));
        says.push(Piece::figure(money::headline(short), Figure::Short));
        says.push(Piece::plain(" falls short of the full stretch"));
    }
    says.push(Piece::plain("."));
    let against = against(state, result);
    let unscored = and_unscored(&state.shown().agreement, result);
    let below = [
        paid::halved(state),
        against,
        unscored,
        no_pot(state),
        gaps(state),
    ]
    .map(|text| text.trim().to_owned())
    .into_iter()
    .filter(|text| !text.is_empty())
    .collect::<Vec<_>>()
    .join(" ");
    Some(Headline { says, below })
}

/// Which indicators crossed their cliffs or fell under them against the base, and what that is worth;
/// nothing where one of them cannot be paid.
fn against(state: &State, result: &Evaluation) -> String {
    let Some((base, before)) = comparable(state) else {
        return String::new();
    };
    let (mut crossed, mut won, mut fell, mut lost) = (0, Pence(0), 0, Pence(0));
    for found in &result.indicators {
        let Some(then) = before.indicators.iter().find(|other| other.id == found.id) else {
            continue;
        };
        match (then.reward.0, found.reward.0) {
            (0, 1..) => {
                crossed += 1;
                won += found.reward;
            }
            (1.., 0) => {
                fell += 1;
                lost += then.reward;
            }
            _ => {}
        }
    }
    let beyond = result.takings() - before.takings();
    let sum = money::headline(Pence(beyond.earned.0.abs()));
    let earned = match money::nearest(beyond.earned).0.signum() {
        0 => "the same as".to_owned(),
        1 => format!("{sum} more than"),
        _ => format!("{sum} less than"),
    };
    let paid = paid::beside(beyond);
    let difference = format!("It earns {earned} {}{paid}", base.name);
    let mut moved = Vec::new();
    if crossed > 0 {
        moved.push(format!(
            "{} that earned nothing there earn{} {}",
            count(crossed, "indicator"),
            if crossed == 1 { "s" } else { "" },
            money::headline(won)
        ));
    }
    if fell > 0 {
        moved.push(format!(
            "{} that earned {} there earn{} nothing",
            count(fell, "indicator"),
            money::headline(lost),
            if fell == 1 { "s" } else { "" },
        ));
    }
    // What is paid stands between what is earned and what makes it.
    match (moved.is_empty(), paid.is_empty()) {
        (true, _) => format!("{difference}."),
        (false, true) => format!("{difference}: {}.", moved.join(", and ")),
        (false, false) => format!("{difference}. {}.", moved.join(", and ")),
    }
}

/// Why nothing can be earned in the open scenario; none where something can.
#[must_use]
pub fn missing(state: &State) -> Option<Missing> {
    let scenario = state.scenario()?;
    let result = state.result(scenario.id)?;
    if result.indicators.iter().any(|found| found.rewarded) {
        return None;
    }
    let agreement = &state.shown().agreement;
    let says = if agreement.outcomes.is_empty() {
        "No reward can be worked out: this agreement has no outcomes, and so no indicators that \
         could earn it. Add outcomes under Agreement and stretch indicators under Indicators."
    } else if agreement.indicators.is_empty() {
        "No reward can be worked out: no indicator measures the outcomes yet. Add some under \
         Indicators."
    } else if rules_of(state, scenario).preset == Preset::Designated {
        "Nothing is earned: under the rules of 2008–11 only designated indicators count, and none \
         is designated. Choose other rules below, or designate indicators under Indicators."
    } else {
        "Nothing is earned: no outcome that bears reward has a stretch indicator. Restore an \
         outcome below, or add stretch indicators under Indicators."
    };
    // What was never published explains what is not there, and not that none of it is designated or has a stretch.
    let unpublished = agreement.outcomes.is_empty() || agreement.indicators.is_empty();
    let notes = state.shown().notes.iter();
    let gaps = notes
        .filter(|_| unpublished)
        .filter(|note| note.kind == NoteKind::Gap && note.about.is_none())
        .map(|note| (note.text.clone(), note.source.clone()))
        .collect();
    Some(Missing {
        says: says.to_owned(),
        gaps,
    })
}

/// Outcomes that bear no reward in the agreement, by name.
#[must_use]
pub fn unrewarded(state: &State) -> Vec<String> {
    let names = Lookup(&state.shown().agreement);
    let outcomes = names.0.outcomes.iter();
    outcomes
        .filter(|outcome| !outcome.rewarded)
        .map(|outcome| outcome.name.clone())
        .collect()
}
