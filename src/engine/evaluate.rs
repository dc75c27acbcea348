//! The whole evaluation in its order: money, effect, score, reward, payment, parties.

use crate::engine::case::Case;
use crate::engine::designated::{Together, together};
use crate::engine::evaluation::{
    Evaluation, IndicatorResult, OutcomeResult, RewardBasis, Score, Takings,
};
use crate::engine::finding::{Finding, Problem};
use crate::engine::limits;
use crate::engine::parties::{Sums, parties};
use crate::engine::path::{Paths, follow};
use crate::engine::paying::pay;
use crate::engine::payments::{Due, brought, on_account, paid_in_all, payments};
use crate::engine::potential::Potential;
use crate::engine::pump::Pump;
use crate::engine::reward::cliff;
use crate::engine::spend::Spending;
use crate::model::{Agreement, Decimal, Indicator, Pence, Pounds, Preset, Scenario};

/// Evaluates a scenario of an agreement.
#[must_use]
pub fn evaluate(agreement: &Agreement, scenario: &Scenario) -> Evaluation {
    let case = Case::new(agreement, scenario);
    let Earning {
        pump,
        mut spending,
        potential,
        indicators,
        average,
    } = Earning::of(&case);
    let paying = pay(&case, &mut spending);
    let outcomes = outcomes(&case, &spending, &potential, &indicators);
    let earned: Vec<Pence> = outcomes.iter().map(|outcome| outcome.reward).collect();
    let payments = payments(case.rules.payment, &Due::on(agreement, &indicators));
    let advanced = indicators.iter().any(|it| it.advance.0 > 0);
    let brought: Option<Vec<Vec<Pence>>> = advanced.then(|| {
        let outcomes = case.outcomes.iter();
        let each = outcomes.map(|outcome| brought(agreement, scenario, &indicators, outcome.id));
        each.collect()
    });
    let partners = parties(
        &case,
        &Sums {
            streams: &paying.streams,
            spending: &spending.years,
            pump: &pump.spending,
            earned: &earned,
            brought: brought.as_deref(),
            payments: &payments,
        },
    );
    let mut findings = limits::of_agreement(&case);
    findings.extend(paying.findings);
    findings.extend(pump.findings);
    findings.extend(limits::of_outcomes(&case, &spending));
    for (indicator, result) in case.indicators.iter().zip(&indicators) {
        findings.extend(limits::of_indicator(&case, indicator, result));
    }
    Evaluation {
        scenario: scenario.id,
        streams: paying.streams,
        paid: paying.paid,
        outcomes,
        reward: earned.into_iter().sum(),
        indicators,
        pump: pump.result,
        pot: potential.pot,
        average,
        payments,
        partners,
        over: over(&findings),
        findings,
    }
}

/// What a scenario of an agreement earns, as [`evaluate`] has it, in a fraction of its time: which
/// stream pays, and who gets what, change nothing of it.
#[must_use]
pub fn reward(agreement: &Agreement, scenario: &Scenario) -> Pence {
    let earning = Earning::of(&Case::new(agreement, scenario));
    earning
        .indicators
        .iter()
        .map(|indicator| indicator.reward)
        .sum()
}

/// What a scenario of an agreement earns, and what of it is paid in all, as [`evaluate`] has them.
#[must_use]
pub fn takings(agreement: &Agreement, scenario: &Scenario) -> Takings {
    let case = Case::new(agreement, scenario);
    let indicators = Earning::of(&case).indicators;
    let due = Due::on(agreement, &indicators);
    Takings {
        earned: indicators.iter().map(|indicator| indicator.reward).sum(),
        paid: paid_in_all(&payments(case.rules.payment, &due)),
    }
}

/// What is earned, before anyone asks who pays.
struct Earning {
    pump: Pump,
    spending: Spending,
    potential: Potential,
    indicators: Vec<IndicatorResult>,
    average: Option<Score>,
}

impl Earning {
    fn of(case: &Case<'_>) -> Self {
        let pump = Pump::plan(case);
        let spending = Spending::gather(case, &pump.spending);
        let potential = Potential::of(case);
        let mut indicators: Vec<IndicatorResult> = case
            .indicators
            .iter()
            .zip(&potential.indicators)
            .map(|(indicator, &potential)| measure(case, indicator, &spending, potential))
            .collect();
        let average = match case.rules.preset {
            Preset::Lpsa | Preset::Stretch => {
                reward_each(case, &mut indicators);
                None
            }
            Preset::Designated => Some(reward_together(case, &mut indicators, potential.pot)),
        };
        Self {
            pump,
            spending,
            potential,
            indicators,
            average,
        }
    }
}

/// Follows an indicator through the years and scores it; what it earns is decided later.
fn measure(
    case: &Case<'_>,
    indicator: &Indicator,
    spending: &Spending,
    potential: Pence,
) -> IndicatorResult {
    let years = case
        .outcome(indicator.outcome)
        .map_or(&[][..], |outcome| &spending.years[outcome]);
    let Paths {
        without,
        with,
        improvement,
        value,
    } = follow(case, indicator, years);
    let at_end = |path: &[Option<Decimal>]| path.get(case.end()).copied().flatten();
    let basis = limits::basis(case.rules.preset);
    let from = match basis {
        RewardBasis::Baseline | RewardBasis::Average => {
            indicator.baseline.map(|baseline| baseline.value)
        }
        RewardBasis::Without => {
            at_end(&without).filter(|_| indicator.without(case.end()).is_some())
        }
    };
    let score = from
        .zip(at_end(&with))
        .zip(at_end(&value))
        .and_then(|((from, to), value)| {
            Score::between(indicator.better.sign(), from, to, value, basis)
        });
    IndicatorResult {
        id: indicator.id,
        outcome: indicator.outcome,
        rewarded: case.is_rewarded(indicator),
        without,
        with,
        improvement,
        value,
        score,
        potential,
        reward: Pence(0),
        next_unit: Pence(0),
        cliff: None,
        advance: Pence(0),
    }
}

/// Every indicator for itself, each with its own cliff.
fn reward_each(case: &Case<'_>, results: &mut [IndicatorResult]) {
    let threshold = case.rules.threshold;
    for (indicator, result) in case.indicators.iter().zip(results) {
        let (Some(score), true) = (result.score, result.rewarded) else {
            continue;
        };
        result.reward = score.pays(threshold, result.potential);
        let better = one_better(score, indicator);
        result.next_unit = better.pays(threshold, result.potential) - result.reward;
        let from = result
            .without
            .get(case.end())
            .copied()
            .flatten()
            .unwrap_or_default();
        result.cliff = Some(cliff(
            score,
            threshold,
            result.potential,
            from,
            indicator.better.sign(),
        ));
        result.advance = advance(indicator, result);
    }
}

/// All designated indicators together, with one cliff on their average.
fn reward_together(case: &Case<'_>, results: &mut [IndicatorResult], pot: Pence) -> Score {
    let rewarded: Vec<usize> = (0..results.len())
        .filter(|&index| results[index].rewarded)
        .collect();
    let mut scores: Vec<Option<Score>> =
        rewarded.iter().map(|&index| results[index].score).collect();
    let Together {
        average,
        total,
        parts,
    } = together(&scores, case.rules.threshold, pot);
    for (place, &index) in rewarded.iter().enumerate() {
        results[index].reward = parts[place];
        let now = scores[place];
        scores[place] = now.map(|score| one_better(score, case.indicators[index]));
        results[index].next_unit = together(&scores, case.rules.threshold, pot).total - total;
        scores[place] = now;
    }
    average
}

/// The score with the end value better by one in the last decimal place.
fn one_better(score: Score, indicator: &Indicator) -> Score {
    Score {
        gained: score.gained + Decimal::step(indicator.decimals).millionths(),
        ..score
    }
}

/// A fifth of the potential where the interim level was met in its year.
fn advance(indicator: &Indicator, result: &IndicatorResult) -> Pence {
    let met = indicator.interim.is_some_and(|interim| {
        let value = result
            .value
            .get(usize::from(interim.year))
            .copied()
            .flatten();
        value.is_some_and(|value| {
            indicator.better.sign() * (value.millionths() - interim.level.millionths()) >= 0
        })
    });
    if met {
        on_account(result.potential)
    } else {
        Pence(0)
    }
}

fn outcomes(
    case: &Case<'_>,
    spending: &Spending,
    potential: &Potential,
    indicators: &[IndicatorResult],
) -> Vec<OutcomeResult> {
    let parts = case
        .outcomes
        .iter()
        .zip(&spending.years)
        .zip(&potential.outcomes);
    parts
        .map(|((outcome, years), &potential)| OutcomeResult {
            id: outcome.id,
            rewarded: case.bears_reward(outcome),
            potential,
            reward: indicators
                .iter()
                .filter(|indicator| indicator.outcome == outcome.id)
                .map(|indicator| indicator.reward)
                .sum(),
            years: years.clone(),
        })
        .collect()
}

/// By how much a scenario is not affordable: money that no stream pays, aligned money beyond its
/// stream, and the worst that pump-priming runs ahead of its grant.
fn over(findings: &[Finding]) -> Pounds {
    let mut pump = Pounds(0);
    let mut rest = Pounds(0);
    for finding in findings {
        match finding.problem {
            Problem::PumpOver { pounds } => pump = pump.max(pounds),
            Problem::Unplaced { pounds, .. } | Problem::AlignedOver { pounds } => rest += pounds,
            _ => {}
        }
    }
    pump + rest
}
