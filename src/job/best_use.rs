//! The best use of a scenario's money, with why it is the best.

use crate::job::answer::Answer;
use crate::job::pulse::Pulse;
use crate::model::{IndicatorId, Pence, Pounds, Scenario, ScenarioId, Workbook};
use crate::odds::expected_curve;
use crate::solve::{
    Binding, Curve, CurvePoint, Limits, Lock, Margin, Objective, Question, Unfit, best_from,
    bindings, given_up, margins,
};
use serde::{Deserialize, Serialize};

/// How much work each round may take; a plan is told after each, so that one that is stopped leaves the best so far.
const ROUNDS: [u64; 3] = [300, 3_000, 20_000];

/// How closely a curve of expected reward is followed, in pounds.
const CLOSE: f64 = 0.5;

/// What the plan is to be best at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Aim {
    /// The reward on projected values.
    Reward,
    /// The mean reward under the delivery risks.
    Expected,
    /// The mean score, by weights of indicators.
    Attainment(Vec<(IndicatorId, u32)>),
}

impl Aim {
    /// Less than this is no difference: a pound, or a millionth of attainment.
    #[must_use]
    pub fn unit(&self) -> f64 {
        match self {
            Self::Attainment(_) => Objective::Attainment(Vec::new()).unit(),
            Self::Reward | Self::Expected => Objective::Reward.unit(),
        }
    }
}

/// Which plan is asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wish {
    /// The scenario whose money it is.
    pub scenario: ScenarioId,
    /// What it is to be best at.
    pub aim: Aim,
    /// What stays where it is.
    pub locks: Vec<Lock>,
    /// The most that may be put where it is not today.
    pub most_moved: Option<Pounds>,
}

/// A plan, and why it is as it is. What explains it comes after the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BestUse {
    /// What was asked for.
    pub wish: Wish,
    /// The scenario with the plan's money.
    pub scenario: Scenario,
    /// What today's money is worth by the aim: pounds, or a share of one.
    pub today: f64,
    /// What the plan is worth.
    pub value: f64,
    /// What no plan exceeds.
    pub bound: f64,
    /// Whether no plan is better.
    pub proved: bool,
    /// Rules that hold it back, the dearest first.
    pub bindings: Vec<Binding>,
    /// What £10,000 more or less of each stream is worth.
    pub margins: Vec<Margin>,
    /// Indicators that it leaves below their cliffs.
    pub left_below: Vec<LeftBelow>,
    /// Whether all that explains it has come.
    pub explained: bool,
}

/// An indicator that a plan leaves below its cliff.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeftBelow {
    /// The indicator.
    pub indicator: IndicatorId,
    /// What it would earn at its threshold.
    pub wins: Pence,
    /// What the best plan that brings it over is worth less; none where none was found.
    pub costs: Option<f64>,
    /// Whether no plan brings it over.
    pub never: bool,
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum NoPlan {
    /// Nothing keeps every rule.
    Unfit(Unfit),
    /// One cliff on the average leaves no outcome an expected reward of its own.
    OneCliff,
}

/// Finds the plan that is wished for, and tells it as it becomes better and better explained.
pub(crate) fn best_use(
    workbook: &Workbook,
    scenario: &Scenario,
    wish: &Wish,
    pulse: &mut Pulse<'_>,
) -> Result<BestUse, NoPlan> {
    let agreement = &workbook.agreement;
    let objective = objective(workbook, scenario, &wish.aim)?;
    let mut limits = Limits {
        locks: wish.locks.clone(),
        most_moved: wish.most_moved,
        ..Limits::default()
    };
    let mut plan = Err(Unfit::default());
    for nodes in ROUNDS {
        limits.nodes = nodes;
        let question = Question {
            agreement,
            scenario,
            objective: &objective,
            limits: &limits,
        };
        let known: Vec<&Scenario> = plan
            .iter()
            .map(|plan: &crate::solve::Plan| &plan.scenario)
            .collect();
        let found = match best_from(&question, &known, &mut pulse.watch()) {
            Ok(found) => found,
            // It has ended before any was found, and no rules are known to clash.
            Err(unfit) if unfit.clashes.is_empty() => {
                plan = plan.or(Err(unfit));
                continue;
            }
            Err(unfit) => return Err(NoPlan::Unfit(unfit)),
        };
        let over = found.proved || !found.stopped;
        plan = Ok(found);
        if over {
            break;
        }
        if let Ok(plan) = &plan {
            tell(
                pulse,
                &told(wish, plan, today(workbook, scenario, &objective)),
            );
        }
    }
    let plan = plan.map_err(NoPlan::Unfit)?;
    let question = Question {
        agreement,
        scenario,
        objective: &objective,
        limits: &limits,
    };
    let mut best = told(wish, &plan, today(workbook, scenario, &objective));
    tell(pulse, &best);
    let below = given_up(&question, &plan, &mut pulse.watch());
    best.left_below = below
        .into_iter()
        .map(|below| LeftBelow {
            indicator: below.indicator,
            wins: below.wins,
            never: below
                .brought_over
                .as_ref()
                .is_err_and(|it| !it.clashes.is_empty()),
            costs: below.brought_over.ok().map(|over| over.costs),
        })
        .collect();
    tell(pulse, &best);
    best.bindings = bindings(&question, &plan, &mut pulse.watch());
    tell(pulse, &best);
    best.margins = margins(&question, &plan, &mut pulse.watch());
    best.explained = true;
    Ok(best)
}

fn tell(pulse: &mut Pulse<'_>, best: &BestUse) {
    pulse.found(Answer::Best(Ok(Box::new(best.clone()))));
}

fn told(wish: &Wish, plan: &crate::solve::Plan, today: f64) -> BestUse {
    BestUse {
        wish: wish.clone(),
        scenario: plan.scenario.clone(),
        today,
        value: plan.value,
        bound: plan.bound,
        proved: plan.proved,
        bindings: Vec::new(),
        margins: Vec::new(),
        left_below: Vec::new(),
        explained: false,
    }
}

fn today(workbook: &Workbook, scenario: &Scenario, objective: &Objective) -> f64 {
    objective.value(&crate::engine::evaluate(&workbook.agreement, scenario))
}

fn objective(workbook: &Workbook, scenario: &Scenario, aim: &Aim) -> Result<Objective, NoPlan> {
    match aim {
        Aim::Reward => Ok(Objective::Reward),
        Aim::Attainment(weights) => Ok(Objective::Attainment(weights.clone())),
        Aim::Expected => {
            let agreement = &workbook.agreement;
            let mut slack = 0.0;
            let mut curves = Vec::new();
            for outcome in &agreement.outcomes {
                let Some(curve) = expected_curve(agreement, scenario, outcome.id, CLOSE) else {
                    continue;
                };
                slack += curve.error;
                let points = curve.points.iter().map(|&(pounds, worth)| CurvePoint {
                    effective: (pounds * 10_000.0).round() as i64,
                    worth,
                });
                curves.push(Curve {
                    outcome: outcome.id,
                    points: points.collect(),
                });
            }
            // Without a curve under rules of another sort nothing is rewarded, and nothing is earned.
            if curves.is_empty() && scenario.rules_in(agreement).has_one_cliff() {
                return Err(NoPlan::OneCliff);
            }
            Ok(Objective::Curves { curves, slack })
        }
    }
}
