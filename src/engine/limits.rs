//! What an agreement may not do: its limits as findings.

use crate::engine::case::Case;
use crate::engine::evaluation::{IndicatorResult, RewardBasis};
use crate::engine::finding::{Finding, Place, Problem};
use crate::engine::spend::Spending;
use crate::model::{Decimal, Indicator, Kind, Pence, Pot, Preset};

/// Designated indicators of one agreement of 2008–11: up to 35 (Isle of Wight, Eco Island, frequently asked questions).
const DESIGNATED: usize = 35;
/// Statutory indicators for education and early years, beside them: 16 (the same).
const STATUTORY: usize = 16;
/// An indicator is said to be just short within this part of its stretch: a tenth, a choice of this program's.
const NEAR: i64 = 10;

/// Findings on the agreement as a whole.
pub(crate) fn of_agreement(case: &Case<'_>) -> Vec<Finding> {
    let count = |kind| {
        case.indicators
            .iter()
            .filter(|indicator| indicator.kind == kind)
            .count()
    };
    let (designated, statutory) = (count(Kind::Designated), count(Kind::Statutory));
    let no_pot = matches!(case.rules.pot, Pot::Rate(_)) && case.agreement.area.net_budget.is_none();
    let problems = [
        no_pot.then_some(Problem::NoNetBudget),
        (designated > DESIGNATED).then_some(Problem::TooManyDesignated { found: designated }),
        (statutory > STATUTORY).then_some(Problem::TooManyStatutory { found: statutory }),
    ];
    let place = Place::Agreement;
    problems
        .into_iter()
        .flatten()
        .map(|problem| Finding { place, problem })
        .collect()
}

/// Findings on an outcome and its spending.
pub(crate) fn of_outcomes(case: &Case<'_>, spending: &Spending) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (outcome, years) in case.outcomes.iter().zip(&spending.years) {
        let given: u32 = outcome.delivery.iter().map(|share| share.share.0).sum();
        if !outcome.delivery.is_empty() && given != 10_000 {
            let place = Place::Outcome(outcome.id, None);
            findings.push(Finding {
                place,
                problem: Problem::DeliveryShares,
            });
        }
        for (year, money) in years.iter().enumerate() {
            let place = Place::Outcome(outcome.id, Some(year));
            let (total, minimum) = (money.total(), outcome.minimum(year));
            if total < minimum {
                let problem = Problem::MinimumUnmet {
                    pounds: minimum - total,
                };
                findings.push(Finding { place, problem });
            }
            if let Some(capacity) = outcome.capacity(year).filter(|&capacity| total > capacity) {
                let problem = Problem::CapacityOver {
                    pounds: total - capacity,
                };
                findings.push(Finding { place, problem });
            }
        }
    }
    findings
}

/// Findings on an indicator, its paths and its cliff.
pub(crate) fn of_indicator(
    case: &Case<'_>,
    indicator: &Indicator,
    result: &IndicatorResult,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut worse_at_end = false;
    let mut find = |year, problem| {
        findings.push(Finding {
            place: Place::Indicator(indicator.id, year),
            problem,
        })
    };
    for year in 0..case.years {
        match (result.with[year], result.without[year]) {
            (None, _) if result.rewarded => find(Some(year), Problem::NoMilestone),
            (Some(with), Some(without)) if !is_better(indicator, with, without) => {
                worse_at_end = year == case.end();
                find(Some(year), Problem::WithNotBetter);
            }
            _ => {}
        }
    }
    // A target on the worse side of without has been said already, in its year.
    let from = basis(case.rules.preset);
    let said = worse_at_end && from == RewardBasis::Without;
    if result.rewarded && result.score.is_none() && !said {
        find(None, Problem::NoTarget { from });
    }
    if let (Some(cliff), Some(score)) = (result.cliff, result.score) {
        let short = -cliff.margin.millionths();
        if cliff.wins > Pence(0) && short <= score.aim / NEAR {
            find(
                None,
                Problem::JustShort {
                    units: Decimal::saturating(i128::from(short)),
                },
            );
        }
    }
    findings
}

fn is_better(indicator: &Indicator, one: Decimal, other: Decimal) -> bool {
    indicator.better.sign() * (one.millionths() - other.millionths()) > 0
}

/// Where the scheme measures a score from.
pub(crate) fn basis(preset: Preset) -> RewardBasis {
    match preset {
        Preset::Lpsa | Preset::Stretch => RewardBasis::Without,
        Preset::Designated => RewardBasis::Baseline,
    }
}
