//! What Risk shows: how the reward is spread, the delivery risks, and every scenario's odds.

mod delivery;
mod drivers;
mod least;
mod noise;
mod stretch;

pub use delivery::{Handle, Held, Key, WIDTH, delivery, dragged, grabbed, handles, stepped};
pub use drivers::{BarRow, Driven, ShareRow, drivers, safe_says};
pub use least::{AtLeast, at_least};
pub use noise::{NoiseRow, noises, read_noise};
pub use stretch::{stretch, stretch_hint};

use crate::app::desks::Wait;
use crate::app::edit::Edit;
use crate::app::lookup::Lookup;
use crate::app::show;
use crate::app::show::chances::{
    average, certainly, chance_of, likely, on_average, open_odds, uncertain,
};
use crate::app::show::standing::{nothing_scored, standing};
use crate::app::show::wanted::word;
use crate::app::state::State;
use crate::chart::spread::{Marked, Spread};
use crate::job::{Answer, Desk, Simulated};
use crate::library::risks::Measure;
use crate::model::{BasisPoints, DeliveryRisk, IndicatorId};
use crate::odds::Distribution;
use crate::text::{self, chance, money, share};

/// The delivery risk of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct RiskRow {
    /// The indicator.
    pub id: IndicatorId,
    /// Its name.
    pub name: String,
    /// The class of its block.
    pub class: &'static str,
    /// The risk; none: delivered as projected.
    pub risk: Option<DeliveryRisk>,
    /// Its place among the choices of [`choices`].
    pub choice: usize,
    /// The chance of its threshold, an empty line where the one cliff is on the average, and of its full stretch; none
    /// before they are worked out, and none of what cannot be scored.
    pub chances: Option<(String, String)>,
}

/// The odds of one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioRow {
    /// Its name.
    pub name: String,
    /// Whether it is open.
    pub open: bool,
    /// Mean, P10, P50 and P90.
    pub sums: [String; 4],
}

/// Which part of a risk a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The worst share.
    Worst,
    /// The likely one.
    Likely,
    /// The best one.
    Best,
}

impl Part {
    /// Every part, the least first.
    pub const ALL: [Self; 3] = [Self::Worst, Self::Likely, Self::Best];

    /// What the field is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Worst => "Worst",
            Self::Likely => "Likely",
            Self::Best => "Best",
        }
    }

    /// The share.
    #[must_use]
    pub fn of(self, risk: &DeliveryRisk) -> BasisPoints {
        match self {
            Self::Worst => risk.worst,
            Self::Likely => risk.likely,
            Self::Best => risk.best,
        }
    }

    /// The risk with another share in this place.
    fn put(self, risk: DeliveryRisk, share: BasisPoints) -> DeliveryRisk {
        match self {
            Self::Worst => DeliveryRisk {
                worst: share,
                ..risk
            },
            Self::Likely => DeliveryRisk {
                likely: share,
                ..risk
            },
            Self::Best => DeliveryRisk {
                best: share,
                ..risk
            },
        }
    }
}

/// The most that an indicator may deliver of what is projected.
const MOST: BasisPoints = BasisPoints(20_000);

/// The sentences at the top: what is likely, or that nothing is uncertain yet.
#[must_use]
pub fn headline(state: &State) -> (String, String) {
    if !uncertain(state) {
        return (
            "No delivery risk is set: every indicator delivers what is projected.".to_owned(),
            "Say how much of each improvement could fail to come, below. Starting values by kind of measure are offered; \
             they are assumptions."
                .to_owned(),
        );
    }
    let result = state.result(state.open);
    if let Some(result) = result.filter(|result| nothing_scored(result)) {
        let says = standing(&state.shown().agreement, result);
        return (says.unwrap_or_default(), String::new());
    }
    match open_odds(state).0 {
        None => (String::new(), String::new()),
        Some(odds) => {
            let over = result.and_then(|result| show::over(result.over));
            (
                likely(state, &odds),
                format!(
                    "On average it earns {}; on projected values {}.{}{}",
                    pounds(odds.mean),
                    result.map_or_else(String::new, |result| money::headline(result.reward)),
                    average(state).map_or_else(String::new, |says| format!(" {says}.")),
                    over.map_or_else(String::new, |over| format!(" But it is {over}."))
                ),
            )
        }
    }
}

fn pounds(sum: f64) -> String {
    money::headline(money::of_odds(sum))
}

/// How the reward of the open scenario is spread; sums from `from` pounds on are marked as reached.
#[must_use]
pub fn spread(state: &State, width: f64, from: i64) -> (Option<Spread>, Wait) {
    let (odds, wait) = open_odds(state);
    let shown = odds.map(|odds| {
        let range = odds.reward.range();
        Spread {
            width,
            title: "How the reward is spread".to_owned(),
            summary: summary(&odds.reward),
            points: odds.reward.points().collect(),
            marks: [("P10", range.p10), ("P50", range.p50), ("P90", range.p90)]
                .map(|(name, sum)| Marked {
                    sum,
                    name: format!("{name} {}", money::short(money::of_odds(sum))),
                    at_least: odds.reward.reaches(sum),
                })
                .to_vec(),
            from: Some(from as f64),
            same: None,
            format: |sum| money::short(money::of_odds(sum)),
        }
    });
    (shown, wait)
}

/// Between what the reward lies, in a sentence: no more than its first part where that is one sum.
fn summary(reward: &Distribution) -> String {
    let range = reward.range();
    let [low, middle, high] = [range.p10, range.p50, range.p90].map(pounds);
    let least = match reward.nothing() {
        nothing if nothing >= 0.1 => text::capital(&chance_of(nothing)) + " nothing",
        _ if certainly(reward) => format!("Certainly {low}"),
        _ => format!("Nine times in ten at least {low}"),
    };
    if low == high {
        return least + ".";
    }
    format!("{least}, nine times in ten at most {high}; the middle is {middle}.")
}

/// What can be chosen as a risk: nothing, a kind of measure, or what is typed.
#[must_use]
pub fn choices() -> Vec<&'static str> {
    let kinds = Measure::ALL.map(Measure::name);
    ["delivered as projected"]
        .into_iter()
        .chain(kinds)
        .chain(["as typed"])
        .collect()
}

/// The delivery risks of the indicators that can earn in the open scenario.
#[must_use]
pub fn rows(state: &State) -> Vec<RiskRow> {
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let rewarded = |id: IndicatorId| {
        let mut results = state
            .result(state.open)
            .into_iter()
            .flat_map(|result| &result.indicators);
        results.find(|found| found.id == id && found.rewarded)
    };
    let odds = open_odds(state).0;
    let own = !on_average(state);
    let blocks = agreement.blocks.iter();
    let indicators = blocks
        .flat_map(|block| names.outcomes_in(block.id))
        .flat_map(|outcome| names.indicators_of(outcome.id).map(move |it| (outcome, it)));
    indicators
        .filter_map(|(outcome, indicator)| {
            let scored = rewarded(indicator.id)?.score.is_some();
            let found = odds
                .iter()
                .flat_map(|odds| &odds.indicators)
                .find(|found| scored && found.id == indicator.id);
            Some(RiskRow {
                id: indicator.id,
                name: indicator.name.clone(),
                class: names.block_class(Some(outcome.block)),
                risk: indicator.risk,
                choice: choice(indicator.risk),
                chances: found.map(|found| {
                    let cliff = own.then(|| chance::percent(found.threshold));
                    (cliff.unwrap_or_default(), chance::percent(found.full))
                }),
            })
        })
        .collect()
}

fn choice(risk: Option<DeliveryRisk>) -> usize {
    match risk {
        None => 0,
        Some(risk) => {
            let like = |kind: &Measure| DeliveryRisk {
                noise: risk.noise,
                ..kind.risk()
            };
            let kind = Measure::ALL.iter().position(|kind| like(kind) == risk);
            kind.map_or(Measure::ALL.len() + 1, |kind| kind + 1)
        }
    }
}

/// The risk of an indicator as it is committed.
fn risk_of(state: &State, id: IndicatorId) -> Option<DeliveryRisk> {
    Lookup(&state.workbook.agreement).indicator(id)?.risk
}

/// What a choice makes of the risk of an indicator, whose noise stays; nothing for what is typed already.
#[must_use]
pub fn chosen(state: &State, id: IndicatorId, choice: usize) -> Option<Edit> {
    let Some(kind) = choice.checked_sub(1) else {
        return Some(Edit::Risk(id, None));
    };
    let usual = Measure::ALL.get(kind)?.risk();
    let noise = risk_of(state, id).map_or(usual.noise, |risk| risk.noise);
    Some(Edit::Risk(id, Some(DeliveryRisk { noise, ..usual })))
}

/// The same choice for every indicator that can earn.
#[must_use]
pub fn chosen_for_all(state: &State, choice: usize) -> Option<Edit> {
    let edits = rows(state).into_iter();
    let edits: Option<Vec<Edit>> = edits.map(|row| chosen(state, row.id, choice)).collect();
    edits.map(Edit::Many)
}

/// Reads a share of the risk of an indicator as it is typed.
///
/// # Errors
/// What is wrong with it, in a sentence.
pub fn read(state: &State, id: IndicatorId, part: Part, text: &str) -> Result<Edit, String> {
    let typed = share::read(text, MOST).map_err(|wrong| wrong.says())?;
    let Some(risk) = risk_of(state, id) else {
        return Ok(Edit::none());
    };
    let next = part.put(risk, typed);
    if next.worst > next.likely || next.likely > next.best {
        return Err(
            "The worst share is the lowest, the best the highest, and the likely one lies between."
                .to_owned(),
        );
    }
    Ok(Edit::Risk(id, Some(next)))
}

/// The odds of every scenario.
#[must_use]
pub fn scenarios(state: &State) -> Vec<ScenarioRow> {
    let Some(Answer::Odds(found)) = word(state, Desk::Odds).answer() else {
        return Vec::new();
    };
    let row = |scenario: &crate::model::Scenario| {
        let (_, odds) = found.iter().find(|(id, _)| *id == scenario.id)?;
        let range = odds.reward.range();
        Some(ScenarioRow {
            name: scenario.name.clone(),
            open: scenario.id == state.open,
            sums: [odds.mean, range.p10, range.p50, range.p90]
                .map(|sum| money::short(money::of_odds(sum))),
        })
    };
    state.shown().scenarios.iter().filter_map(row).collect()
}

/// What the simulation drew: each figure with its error and what is computed for it, and how one waits.
#[must_use]
pub fn simulated(state: &State) -> (Option<Vec<[String; 4]>>, Option<Simulated>, Wait) {
    let word = word(state, Desk::Simulation);
    let wait = word.wait();
    let (Some(Answer::Simulation(drawn)), Some(odds)) = (word.answer(), open_odds(state).0) else {
        return (None, None, wait);
    };
    let range = odds.reward.range();
    let rows = [
        ("Average", drawn.mean, odds.mean),
        ("P10", drawn.p10, range.p10),
        ("P50", drawn.p50, range.p50),
        ("P90", drawn.p90, range.p90),
    ];
    let whole = |sum: f64| money::whole(money::of_odds(sum));
    let rows = rows.map(|(name, drawn, computed)| {
        [
            name.to_owned(),
            whole(computed),
            whole(drawn.value),
            whole(drawn.error),
        ]
    });
    (Some(rows.to_vec()), Some(*drawn), wait)
}
