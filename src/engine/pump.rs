//! Pump-priming: the grant, when it may be spent, and where it goes.

use crate::engine::case::Case;
use crate::engine::evaluation::PumpResult;
use crate::engine::finding::{Finding, Place, Problem};
use crate::model::{Grid, OutcomeId, Pounds, PumpGrant, PumpSplit, split};

/// The flat part of the grant in pounds: "750k flat rate plus 1 per head of population"
/// (Salford, report of the Leader to Cabinet, 2002).
const FLAT: i64 = 750_000;
/// Pounds for each person.
const PER_HEAD: i64 = 1;

/// The grant with its plan.
pub(crate) struct Pump {
    pub(crate) result: PumpResult,
    pub(crate) spending: Grid,
    pub(crate) findings: Vec<Finding>,
}

impl Pump {
    pub(crate) fn plan(case: &Case<'_>) -> Self {
        let mut findings = Vec::new();
        let grant = match (case.rules.pump.grant, case.agreement.area.population) {
            (PumpGrant::Stated(pounds), _) => pounds,
            (PumpGrant::Formula, Some(people)) => Pounds(FLAT + PER_HEAD * i64::from(people)),
            (PumpGrant::Formula, None) => {
                findings.push(Finding {
                    place: Place::Agreement,
                    problem: Problem::NoPopulation,
                });
                Pounds(0)
            }
        };
        let rules = &case.rules.pump;
        let by_year_end: Vec<Pounds> = (0..case.years)
            .map(|year| rules.share_by(year, case.years).of_pounds(grant))
            .collect();
        let spending = match case.scenario.pump.split {
            PumpSplit::Typed => case.scenario.pump.spending.clone(),
            PumpSplit::Equal => split_by(case, &by_year_end, |_| 1),
            PumpSplit::Indicators => split_by(case, &by_year_end, |outcome| {
                let of_outcome = case
                    .indicators
                    .iter()
                    .filter(|indicator| indicator.outcome == outcome);
                of_outcome
                    .filter(|indicator| case.is_rewarded(indicator))
                    .count() as u64
            }),
        };
        let spent: Vec<Pounds> = (0..case.years)
            .map(|year| {
                case.outcomes
                    .iter()
                    .map(|outcome| spending.get(outcome.id, year))
                    .sum()
            })
            .collect();
        let mut so_far = Pounds(0);
        for year in 0..case.years {
            so_far += spent[year];
            if so_far > by_year_end[year] {
                let problem = Problem::PumpOver {
                    pounds: so_far - by_year_end[year],
                };
                findings.push(Finding {
                    place: Place::Pump(year),
                    problem,
                });
            }
            for outcome in case
                .outcomes
                .iter()
                .filter(|outcome| !case.bears_reward(outcome))
            {
                let pounds = spending.get(outcome.id, year);
                if pounds.0 > 0 {
                    let place = Place::Outcome(outcome.id, Some(year));
                    findings.push(Finding {
                        place,
                        problem: Problem::PumpUnrewarded { pounds },
                    });
                }
            }
        }
        Self {
            result: PumpResult {
                grant,
                by_year_end,
                spent,
            },
            spending,
            findings,
        }
    }
}

/// Splits what may be spent in each year over the outcomes that bear reward.
fn split_by(case: &Case<'_>, by_year_end: &[Pounds], weight: impl Fn(OutcomeId) -> u64) -> Grid {
    let weights: Vec<u64> = case
        .outcomes
        .iter()
        .map(|outcome| {
            if case.bears_reward(outcome) {
                weight(outcome.id)
            } else {
                0
            }
        })
        .collect();
    let mut grid = Grid::default();
    let mut before = Pounds(0);
    for (year, &by_now) in by_year_end.iter().enumerate() {
        for (outcome, pounds) in case
            .outcomes
            .iter()
            .zip(split((by_now - before).0, &weights))
        {
            grid.set(outcome.id, year, Pounds(pounds));
        }
        before = by_now;
    }
    grid
}
