//! The worth of pump-priming over the sums that there could be of it, with the pounds that cross cliffs.

use crate::engine::evaluate;
use crate::model::{Pounds, Scenario};
use crate::solve::clash::Unfit;
use crate::solve::plan::{Question, Watch};
use crate::solve::primed::{Primed, curve_of, granted, outcome_curve, pooled_as_it_is, with_grant};
use crate::solve::problem::Problem;
use serde::{Deserialize, Serialize};

/// How often a step of the curve is parted at a cliff, each part anew: up to seven cliffs in a step.
const PARTED: u32 = 3;

/// The worth of pump-priming from nothing over the first pound to a sum, in so many equal steps, each split as well as
/// can be, with the pounds at which it crosses a cliff when all of it goes to one outcome; a step in which more cliffs are
/// seen to be crossed is followed by the pounds that cross them. Sums of several cliffs may be missed. Where some is spent for
/// good, as in a year whose values are recorded, or keeps a minimum, it begins with the least that covers that; there is no
/// curve where no grant does. It falls nowhere by more than what a plan may lie below its bound.
///
/// # Errors
/// As [`pump_worth`](crate::solve::pump_worth).
pub fn pump_curve(
    question: &Question<'_>,
    most: Pounds,
    steps: u32,
    watch: &mut Watch<'_>,
) -> Result<Vec<Primed>, Unfit> {
    let Some(Pounds(least)) = pump_held(question).covered_by else {
        return Ok(Vec::new());
    };
    let (run, steps) = ((most.0 - least).max(0), i64::from(steps.max(1)));
    let grid = (0..=if run > 0 { steps } else { 0 }).map(|step| least + run * step / steps);
    let mut grid: Vec<i64> = grid.collect();
    // What the first pound earns tells whether any sum is too small to earn itself.
    if least == 0 && run > 0 {
        grid.push(1);
    }
    let last = least + run;
    grid.extend(leaps(question, Pounds(last)).filter(|it| (least..last).contains(it)));
    grid.sort_unstable();
    grid.dedup();
    let mut curve: Vec<Primed> = Vec::new();
    let mut cliffs = Cliffs {
        smooth: smooth(question, most),
        unit: question.objective.unit(),
        sums: Sums::new(question, watch),
    };
    for pounds in grid {
        let point = cliffs.at(pounds)?;
        if let Some(before) = curve.last().copied() {
            cliffs.cross(before, point, PARTED, &mut curve)?;
        }
        // The last pound of a step may have crossed a cliff.
        if curve.last().is_none_or(|last| last.pounds < point.pounds) {
            curve.push(point);
        }
    }
    Ok(curve)
}

/// The pounds that cross a cliff when all of a grant, up to a sum, goes to one outcome, each after a pound less.
fn leaps(question: &Question<'_>, most: Pounds) -> impl Iterator<Item = i64> {
    let granted = granted(question, most);
    let outcomes = question.agreement.outcomes.iter();
    let leaps = outcomes.flat_map(move |outcome| {
        let own = Question {
            scenario: &granted,
            ..*question
        };
        outcome_curve(&own, outcome.id)
    });
    let leaps = leaps.filter(|it| it.worth > it.below);
    leaps.flat_map(|it| [it.pounds.0 - 1, it.pounds.0])
}

/// Pump-priming that stays whatever the grant is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// What is spent for good, as in a year whose values are recorded.
    pub spent: Pounds,
    /// What minimums take of it beyond that.
    pub owed: Pounds,
    /// The least grant that covers both by every year-end; none where some is spent by a year-end at which nothing of any
    /// grant has arrived.
    pub covered_by: Option<Pounds>,
}

/// What of the pump-priming of a scenario is spent for good or owed to minimums.
#[must_use]
pub fn pump_held(question: &Question<'_>) -> Held {
    let (agreement, scenario) = (question.agreement, question.scenario);
    let today = evaluate(agreement, scenario);
    let problem = Problem::new(
        agreement,
        scenario,
        &pooled_as_it_is(question.limits),
        &today,
    );
    let rules = scenario.rules_in(agreement);
    let (mut spent, mut owed) = (0, 0);
    let mut least = Some(0);
    for year in 0..problem.years {
        let cells = (0..problem.outcomes).map(|it| problem.cell(it, year));
        for cell in cells {
            spent += cell.pump;
            owed += cell.least;
        }
        let share = i64::from(rules.pump.share_by(year, problem.years).0);
        if spent + owed > 0 {
            let covers = ((spent + owed) * 10_000 + share - 1).checked_div(share);
            least = least.zip(covers).map(|(least, covers)| least.max(covers));
        }
    }
    Held {
        spent: Pounds(spent),
        owed: Pounds(owed),
        covered_by: least.map(Pounds),
    }
}

/// Sums of pump-priming that have been tried.
pub(crate) struct Sums<'a, 'w> {
    question: &'a Question<'a>,
    watch: &'a mut Watch<'w>,
    /// Pounds, what they are worth and their split, by pounds.
    tried: Vec<(i64, f64, Scenario)>,
}

impl<'a, 'w> Sums<'a, 'w> {
    pub(crate) fn new(question: &'a Question<'a>, watch: &'a mut Watch<'w>) -> Self {
        Self {
            question,
            watch,
            tried: Vec::new(),
        }
    }

    /// What a sum is worth, never less than a smaller one that was tried.
    pub(crate) fn worth(&mut self, pounds: i64) -> Result<f64, Unfit> {
        let place = self.tried.partition_point(|it| it.0 < pounds);
        if let Some(same) = self.tried.get(place).filter(|it| it.0 == pounds) {
            return Ok(same.1);
        }
        let known = place.checked_sub(1).map(|below| &self.tried[below].2);
        let plan = with_grant(self.question, Some(Pounds(pounds)), known, self.watch)?;
        self.tried
            .insert(place, (pounds, plan.value, plan.scenario));
        Ok(plan.value)
    }
}

/// Looks for the pounds that cross cliffs.
struct Cliffs<'a, 'w> {
    sums: Sums<'a, 'w>,
    /// What pounds may earn without crossing a cliff, the steepest first: their number, and what each earns.
    smooth: Vec<(f64, f64)>,
    unit: f64,
}

impl Cliffs<'_, '_> {
    fn at(&mut self, pounds: i64) -> Result<Primed, Unfit> {
        let worth = self.sums.worth(pounds)?;
        Ok(Primed {
            pounds: Pounds(pounds),
            below: worth,
            worth,
        })
    }

    /// What one sum is worth above a smaller one beyond all that so many pounds can earn without a cliff.
    fn excess(&self, from: Primed, to: Primed) -> f64 {
        let mut left = (to.pounds - from.pounds).0 as f64;
        let smooth = self.smooth.iter().map(|&(pounds, each)| {
            let taken = pounds.min(left);
            left -= taken;
            taken * each
        });
        to.worth - from.worth - smooth.sum::<f64>()
    }

    /// Adds the cliffs between two sums to a curve, parting them so many times.
    fn cross(
        &mut self,
        from: Primed,
        to: Primed,
        times: u32,
        curve: &mut Vec<Primed>,
    ) -> Result<(), Unfit> {
        if times == 0 || from.pounds >= to.pounds || self.excess(from, to) <= self.unit {
            return Ok(());
        }
        let (mut low, mut high) = (from, to);
        while high.pounds.0 - low.pounds.0 > 1 {
            let middle = self.at(low.pounds.0 + (high.pounds.0 - low.pounds.0) / 2)?;
            if self.excess(low, middle) >= self.excess(middle, high) {
                high = middle;
            } else {
                low = middle;
            }
        }
        // Where several cliffs together are more than a step can earn without any, none of them alone need be.
        if self.excess(low, high) <= self.unit {
            return Ok(());
        }
        self.cross(from, low, times - 1, curve)?;
        let cliff = Primed {
            below: low.worth,
            ..high
        };
        curve.push(cliff);
        self.cross(cliff, to, times - 1, curve)
    }
}

/// What pounds of so large a grant may earn without crossing a cliff, pooled money as it is: how many earn how much each,
/// the steepest first.
fn smooth(question: &Question<'_>, most: Pounds) -> Vec<(f64, f64)> {
    let granted = granted(question, most);
    let today = evaluate(question.agreement, &granted);
    let limits = pooled_as_it_is(question.limits);
    let problem = Problem::new(question.agreement, &granted, &limits, &today);
    let mut pieces: Vec<(f64, f64)> = Vec::new();
    for outcome in 0..problem.outcomes {
        let (from, to) = (problem.certain(outcome), problem.at_most(outcome));
        let runs = curve_of(question, &granted, &today, outcome, (from, to));
        let pairs = runs.corners().windows(2);
        pieces.extend(pairs.filter(|it| it[0].run == it[1].run).map(|it| {
            // A pound works whole at best.
            let pounds = (it[1].at - it[0].at) as f64 / 10_000.0;
            (pounds, (it[1].worth - it[0].worth) / pounds)
        }));
    }
    pieces.sort_by(|one, other| other.1.total_cmp(&one.1));
    pieces
}
