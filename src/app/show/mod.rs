//! What the views show: sentences, rows and pictures made from results, ready to be drawn.

pub mod agreement;
pub mod allocation;
#[cfg(test)]
mod answered;
pub mod bar;
pub mod best;
pub mod chances;
pub mod clash;
pub mod cliffs;
pub mod codes;
pub mod compare;
pub mod fares;
pub mod fences;
pub mod funding;
pub mod indicators;
pub mod ledger;
pub mod library;
pub mod moved;
mod paid;
pub mod position;
pub mod pump;
pub mod qr;
pub mod reach;
pub mod removal;
pub mod report;
pub mod reward;
pub mod risk;
pub mod seek;
pub mod sending;
pub mod standing;
pub mod wanted;
pub mod years;

use crate::app::state::State;
use crate::app::working::Figure;
use crate::engine::{Evaluation, IndicatorResult, Score};
use crate::model::{Agreement, BasisPoints, Pounds, Preset, Rules, Scenario};
use crate::text::{money, share as percent};

/// A piece of a sentence: words, or a figure that can be asked how it is worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// Whether it is what matters in the sentence.
    pub strong: bool,
    /// The figure that it is.
    pub figure: Option<Figure>,
}

impl Piece {
    /// Words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            strong: false,
            figure: None,
        }
    }

    /// Words that matter.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            strong: true,
            figure: None,
        }
    }

    /// A figure.
    #[must_use]
    pub fn figure(text: impl Into<String>, figure: Figure) -> Self {
        Self {
            text: text.into(),
            strong: true,
            figure: Some(figure),
        }
    }
}

/// The base and its result, where the open scenario is another and can be compared with it: what is not
/// affordable is never called better, or worse, than anything.
fn comparable(state: &State) -> Option<(&Scenario, &Evaluation)> {
    let base = state.base().filter(|base| base.id != state.open)?;
    let (open, before) = (state.result(state.open)?, state.result(base.id)?);
    (open.over.0 == 0 && before.over.0 == 0).then_some((base, before))
}

/// Where shares of the stretch are measured from, where the rules of the base and of the open scenario differ in
/// that: one end value has two shares then.
#[must_use]
pub fn measured_apart(state: &State) -> Option<String> {
    let from = |scenario: &Scenario| match scenario.rules_in(&state.shown().agreement).preset {
        Preset::Designated => "the baseline",
        Preset::Lpsa | Preset::Stretch => "what is expected without the agreement",
    };
    let (base, open) = (state.base()?, state.scenario()?);
    (from(base) != from(open)).then(|| {
        format!(
            "Shares are measured from {} under {}, from {} under {}.",
            from(open),
            open.name,
            from(base),
            base.name
        )
    })
}

/// That a scenario is not affordable, and by how much; none where it is.
pub(crate) fn over(by: Pounds) -> Option<String> {
    (by.0 > 0).then(|| format!("not affordable: over by {}", money::pounds(by)))
}

/// A score as a share for a picture.
#[must_use]
pub fn share(score: Score) -> f64 {
    score.gained as f64 / score.aim as f64
}

/// A score in whole percent, on its side of the threshold in force in a scenario.
#[must_use]
pub fn reached(score: Score, agreement: &Agreement, scenario: &Scenario) -> String {
    let rules = scenario.rules_in(agreement);
    percent::whole(score.basis_points(), rules.threshold)
}

/// The threshold in force in a scenario, as a share for a picture.
#[must_use]
pub fn threshold(agreement: &Agreement, scenario: &Scenario) -> f64 {
    part(scenario.rules_in(agreement).threshold)
}

/// The threshold on the axis of a strip: that of the open scenario, or the usual one where none is open.
#[must_use]
pub fn open_threshold(state: &State) -> f64 {
    let open = state.scenario();
    open.map_or_else(
        || part(Rules::default().threshold),
        |scenario| threshold(&state.shown().agreement, scenario),
    )
}

fn part(share: BasisPoints) -> f64 {
    f64::from(share.0) / f64::from(BasisPoints::WHOLE.0)
}

/// The class of an indicator that is short of its cliff.
pub const UNDER: &str = "under";
/// The class of one that is above it by less than a tenth of the stretch.
pub const NEAR: &str = "near";

/// How an indicator stands to its cliff, as a class.
#[must_use]
pub fn tone(result: &IndicatorResult) -> &'static str {
    match (result.cliff, result.score) {
        (Some(cliff), Some(score)) => {
            let margin = i128::from(cliff.margin.millionths());
            match margin {
                short if short < 0 => UNDER,
                close if close * 10 < i128::from(score.aim) => NEAR,
                _ => "safe",
            }
        }
        // Nothing hangs on it.
        _ => "same",
    }
}

#[cfg(test)]
mod tests {
    use super::indicators::opened;
    use super::*;
    use crate::app::{Action, update};
    use crate::model::ScenarioId;
    use crate::presets;
    use std::rc::Rc;

    /// The rules of 2008–11 in one scenario and of 2005–08 in the base.
    #[test]
    fn one_value_with_two_shares_says_what_each_is_measured_from() {
        let workbook = Rc::new((presets::all()[0].workbook)());
        let state = State::open(Rc::clone(&workbook), ScenarioId(2), 1);
        let id = workbook.agreement.indicators[0].id;
        assert_eq!(opened(&state, id).unwrap().measured, None);
        let designated = crate::app::show::reward::scheme(&state, 2).unwrap();
        let after = update(&state, Action::Commit(designated));
        let says = "Shares are measured from the baseline under Single pot, from what is expected without the \
                    agreement under Ring-fenced blocks.";
        let view = opened(&after, id).unwrap();
        assert_eq!(view.measured.as_deref(), Some(says));
        let share = view
            .lines
            .iter()
            .find(|line| line.name == "Share of the stretch");
        let cells = &share.unwrap().cells;
        assert_ne!(cells[0].0, cells[1].0);
    }
}
