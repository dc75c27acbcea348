//! What Indicators shows: the headline, and every indicator small, grouped by block and outcome.

mod interim;
mod opened;
mod picker;
mod picture;
mod response;

pub use interim::{interim, usual_interim_year};
pub use opened::{Line, Opened, Retyped, opened};
pub use picker::{Suggestion, only, suggestions};
pub use picture::{baseline_years, trajectory, usual_baseline_year};
pub use response::{Hold, grab};

use crate::app::lookup::Lookup;
use crate::app::show::Piece;
use crate::app::show::position::Headline;
use crate::app::show::standing::{nothing_scored, reach, unscored};
use crate::app::show::{self, NEAR, UNDER, tone};
use crate::app::state::State;
use crate::chart::figure::count;
use crate::chart::figure::list;
use crate::chart::trajectory::{Size, Trajectory};
use crate::engine::{Evaluation, Finding, IndicatorResult, Place, Problem, Score};
use crate::model::{BlockId, Decimal, IndicatorId, Kind, OutcomeId, Pence};
use crate::text::money;

/// A block with its outcomes.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The block.
    pub block: BlockId,
    /// Its name.
    pub name: String,
    /// Its class.
    pub class: &'static str,
    /// Its outcomes.
    pub outcomes: Vec<Measured>,
}

/// An outcome with its indicators.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The outcome.
    pub id: OutcomeId,
    /// Its name.
    pub name: String,
    /// Its indicators.
    pub tiles: Vec<Tile>,
}

/// An indicator, small.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// The indicator.
    pub id: IndicatorId,
    /// Its name.
    pub name: String,
    /// Its paths.
    pub trajectory: Trajectory,
    /// What share of the stretch it reaches, or why none can be said.
    pub reaches: String,
    /// How it stands to its cliff: `safe`, `near`, `under`, or `same` where it has none.
    pub tone: &'static str,
    /// What it earns, or why it earns nothing.
    pub earns: String,
    /// What is not stated.
    pub missing: Option<String>,
}

/// How many indicators reach their cliffs, and what is missing.
#[must_use]
pub fn headline(state: &State) -> Option<Headline> {
    let result = state.result(state.open)?;
    let rewarded: Vec<&IndicatorResult> = result
        .indicators
        .iter()
        .filter(|indicator| indicator.rewarded)
        .collect();
    let say = |says: Vec<Piece>| {
        let below = below(state, result, &rewarded);
        Some(Headline { says, below })
    };
    match (result.indicators.len(), rewarded.len()) {
        (0, _) => return say(vec![Piece::plain("No indicator is stated yet.")]),
        (all, 0) => {
            let of = count(all, "indicator");
            return say(vec![Piece::plain(format!(
                "{of} followed; none of them can earn reward."
            ))]);
        }
        _ => {}
    }
    let unscored = unscored(&state.shown().agreement, result);
    if nothing_scored(result) {
        return say(unscored
            .map(|says| Piece::plain(format!("{says}.")))
            .into_iter()
            .collect());
    }
    let end = Piece::plain(unscored.map_or_else(|| ".".to_owned(), |says| format!("; {says}.")));
    if let Some(average) = result.average {
        return say(vec![
            Piece::plain(format!("{} reach ", count(rewarded.len(), "indicator"))),
            Piece::strong(format!("{} on average", reached(state, average))),
            Piece::plain(" of the way from their baselines"),
            end,
        ]);
    }
    let above = rewarded.iter().filter(|result| is_above(result)).count();
    let near = rewarded
        .iter()
        .filter(|result| tone(result) == NEAR)
        .count();
    let mut says = if rewarded.len() == 1 {
        let stands = if above == 1 { "above" } else { "short of" };
        vec![
            Piece::plain("The one rewarded indicator is "),
            Piece::strong(format!("{stands} its cliff")),
        ]
    } else {
        vec![
            Piece::strong(format!("{above} of {}", rewarded.len())),
            Piece::plain(format!(" rewarded indicators {}", reach(above))),
        ]
    };
    if near > 0 {
        says.push(Piece::plain("; "));
        says.push(Piece::strong(format!(
            "{near} by less than a tenth of the stretch"
        )));
    }
    says.push(end);
    say(says)
}

/// Which are short of their cliffs, and what is not stated.
fn below(state: &State, result: &Evaluation, rewarded: &[&IndicatorResult]) -> String {
    let names = Lookup(&state.shown().agreement);
    if result.indicators.is_empty() {
        return "Take one from the national set, or add your own.".to_owned();
    }
    let mut parts = Vec::new();
    let short: Vec<String> = rewarded
        .iter()
        .filter(|result| tone(result) == UNDER)
        .map(|result| names.indicator_name(result.id).to_owned())
        .collect();
    match short.as_slice() {
        [] => {}
        [one] => parts.push(format!("Short of its cliff: {one}.")),
        few if few.len() <= 3 => parts.push(format!("Short of their cliffs: {}.", list(few))),
        many => parts.push(format!("{} are short of theirs.", many.len())),
    }
    let found = |is: fn(&Problem) -> bool| {
        let findings = result.findings.iter();
        findings.filter(|finding| is(&finding.problem)).count()
    };
    let targets = found(|problem| matches!(problem, Problem::NoTarget { .. }));
    let milestones = found(|problem| matches!(problem, Problem::NoMilestone));
    if targets > 0 {
        let verb = if targets == 1 { "has" } else { "have" };
        parts.push(format!(
            "{} {verb} no target that can be scored.",
            count(targets, "indicator")
        ));
    }
    if milestones > 0 {
        let verb = if milestones == 1 { "is" } else { "are" };
        parts.push(format!(
            "{} {verb} missing.",
            count(milestones, "milestone")
        ));
    }
    if parts.is_empty() {
        parts.push("Every milestone is stated.".to_owned());
    }
    parts.join(" ")
}

/// Every indicator small, grouped by block and outcome.
#[must_use]
pub fn groups(state: &State, width: f64) -> Vec<Group> {
    let names = Lookup(&state.shown().agreement);
    let measured = |block| {
        let outcomes = names.outcomes_in(block);
        outcomes.map(|outcome| Measured {
            id: outcome.id,
            name: outcome.name.clone(),
            tiles: names
                .indicators_of(outcome.id)
                .filter_map(|indicator| tile(state, indicator.id, width))
                .collect(),
        })
    };
    let blocks = names.0.blocks.iter().map(|block| Group {
        block: block.id,
        name: block.name.clone(),
        class: names.block_class(Some(block.id)),
        outcomes: measured(block.id).collect(),
    });
    blocks.filter(|group| !group.outcomes.is_empty()).collect()
}

/// A score under the rules of the open scenario.
fn reached(state: &State, score: Score) -> String {
    let open = state.scenario();
    open.map_or_else(String::new, |open| {
        show::reached(score, &state.shown().agreement, open)
    })
}

fn tile(state: &State, id: IndicatorId, width: f64) -> Option<Tile> {
    let names = Lookup(&state.shown().agreement);
    let indicator = names.indicator(id)?;
    let result = result_of(state, state.open, id)?;
    let reaches = result.score.map_or_else(
        || "No score".to_owned(),
        |score| format!("{} of the stretch", reached(state, score)),
    );
    let earns = match (result.rewarded, indicator.kind) {
        (true, _) if result.reward > Pence(0) => format!("earns {}", money::short(result.reward)),
        (true, _) => "earns nothing".to_owned(),
        (false, Kind::Local) => "local, earns no reward".to_owned(),
        (false, Kind::Statutory) => "statutory, earns no reward".to_owned(),
        (false, _) => "out of the reward".to_owned(),
    };
    let gaps = gaps(state, id);
    let missing = match gaps.as_slice() {
        [] => None,
        [only] => Some(said(&only.problem).to_owned()),
        many => Some(format!("{} gaps", many.len())),
    };
    Some(Tile {
        id,
        name: indicator.name.clone(),
        trajectory: trajectory(state, id, Size::Small, width)?,
        reaches,
        tone: tone(result),
        earns,
        missing,
    })
}

/// A gap in few words.
fn said(problem: &Problem) -> &'static str {
    match problem {
        Problem::NoMilestone => "a milestone is missing",
        Problem::NoTarget { .. } => "no target that can be scored",
        _ => "the target is no better than without",
    }
}

/// The findings that say what is not stated of an indicator, or cannot be.
fn gaps(state: &State, id: IndicatorId) -> Vec<&Finding> {
    let findings = state.result(state.open).map(|result| &result.findings);
    let of = findings
        .into_iter()
        .flatten()
        .filter(|finding| matches!(finding.place, Place::Indicator(other, _) if other == id));
    of.filter(|finding| {
        matches!(
            finding.problem,
            Problem::NoMilestone | Problem::NoTarget { .. } | Problem::WithNotBetter
        )
    })
    .collect()
}

/// The result of an indicator in a scenario.
fn result_of(
    state: &State,
    scenario: crate::model::ScenarioId,
    id: IndicatorId,
) -> Option<&IndicatorResult> {
    let indicators = &state.result(scenario)?.indicators;
    indicators.iter().find(|result| result.id == id)
}

fn is_above(result: &IndicatorResult) -> bool {
    let zero = Decimal::default();
    result.cliff.is_some_and(|cliff| cliff.margin >= zero)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::edit::Edit;
    use crate::app::{Action, update};
    use crate::model::Entity;
    use crate::presets;
    use std::rc::Rc;

    /// Bath & North East Somerset's agreement of 2003–06 as it was reported.
    pub(super) fn bath() -> State {
        let sample = presets::all()
            .iter()
            .find(|sample| sample.title.starts_with("Bath"));
        let workbook = Rc::new((sample.unwrap().workbook)());
        let base = workbook.base;
        State::open(workbook, base, 0)
    }

    /// Of the five published indicators two met their stretch, one met exactly 60% of it and the two
    /// of home care earned nothing; only the last year's values were published.
    #[test]
    fn the_headline_counts_those_above_their_cliff() {
        let headline = headline(&bath()).unwrap();
        assert_eq!(
            headline.sentence(),
            "3 of 5 rewarded indicators reach their cliffs; 1 by less than a tenth of the stretch."
        );
        assert_eq!(
            headline.below,
            "Short of their cliffs: Households receiving intensive home care per 1,000 aged 65+; and People aged \
             65+ with 5+ hours home care, 6+ visits a week, 4+ continuous weeks. 10 milestones are missing."
        );
    }

    #[test]
    fn without_indicators_it_says_what_to_do() {
        let mut state = bath();
        for id in 1..=5 {
            let gone = Edit::Remove(Entity::Indicator(IndicatorId(id)));
            state = update(&state, Action::Commit(gone));
        }
        let headline = headline(&state).unwrap();
        assert_eq!(headline.sentence(), "No indicator is stated yet.");
        assert_eq!(
            headline.below,
            "Take one from the national set, or add your own."
        );
        assert!(
            groups(&state, 220.0)[0]
                .outcomes
                .iter()
                .all(|outcome| outcome.tiles.is_empty())
        );
    }

    #[test]
    fn tiles_stand_under_their_outcomes_with_what_they_earn() {
        let groups = groups(&bath(), 220.0);
        assert_eq!(groups.len(), 1);
        let bus = &groups[0].outcomes[1];
        assert_eq!(bus.name, "Increasing bus usage");
        let tile = &bus.tiles[1];
        assert_eq!(tile.id, IndicatorId(3));
        assert_eq!(
            (tile.reaches.as_str(), tile.tone),
            ("60% of the stretch", NEAR)
        );
        assert_eq!(tile.earns, "earns £17.9k");
        assert_eq!(tile.missing.as_deref(), Some("2 gaps"));
        let care = &groups[0].outcomes[2].tiles[1];
        assert_eq!((care.earns.as_str(), care.tone), ("earns nothing", UNDER));
    }
}
