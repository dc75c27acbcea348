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
use crate::model::{Agreement, BasisPoints, Rules, Scenario};
use crate::text::share as percent;

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
