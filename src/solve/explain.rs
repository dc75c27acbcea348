//! Why a plan is what it is: what binds, what the last and the next pounds earn, and what was given up.

use crate::engine::{Bounds, Case, Crossing, crossing, evaluate};
use crate::model::{
    Agreement, Amount, IndicatorId, OutcomeId, Pence, Pounds, PumpGrant, Scenario, StreamId,
};
use crate::solve::best::best_from;
use crate::solve::check::moved;
use crate::solve::clash::{Rule, Unfit};
use crate::solve::plan::{Limits, Lock, Plan, Question, Watch};
use crate::solve::spared::Spared;
use crate::solve::typed::typed;
use serde::{Deserialize, Serialize};

/// The step by which places are compared: £10,000.
pub const STEP: Pounds = Pounds(10_000);

/// What some money more, or less, in one place is worth when everything else is placed anew.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Margin {
    /// The place.
    pub place: Money,
    /// The year: 0 is the first.
    pub year: usize,
    /// What so much more there earns.
    pub more: f64,
    /// What so much less there loses; none where nothing would fit then.
    pub less: Option<f64>,
}

/// Where money comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Money {
    /// A pooled stream.
    Stream(StreamId),
    /// The pump-priming grant, from a year on.
    Pump,
}

/// A rule that holds the plan back.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Binding {
    /// The rule.
    pub rule: Rule,
    /// What the best plan gains when it is eased by [`STEP`].
    pub gain: f64,
}

/// An indicator that a plan leaves below its cliff.
#[derive(Clone, Debug)]
pub struct GivenUp {
    /// The indicator.
    pub indicator: IndicatorId,
    /// What it would earn at its threshold.
    pub wins: Pence,
    /// The least money in one year that takes it there, on top of the plan; none where none does.
    pub crossing: Option<Crossing>,
    /// The best plan that does bring it over, with what that plan is worth less and how many pounds it
    /// moves; or what stands against it.
    pub brought_over: Result<BroughtOver, Unfit>,
}

/// The best plan under which an indicator reaches its threshold.
#[derive(Clone, Debug)]
pub struct BroughtOver {
    /// The plan.
    pub plan: Plan,
    /// What it is worth less than the best one.
    pub costs: f64,
    /// Pounds that it places differently.
    pub moves: Pounds,
}

/// What [`STEP`] more or less of each pooled stream with money, and of pump-priming, is worth, year by
/// year. Streams that reach the same places are alike, and told alike.
pub fn margins(question: &Question<'_>, plan: &Plan, watch: &mut Watch<'_>) -> Vec<Margin> {
    let mut found: Vec<(Vec<OutcomeId>, Margin)> = Vec::new();
    let mut margins = Vec::new();
    let years = question.agreement.year_count();
    let spared = Spared::new(question);
    let streams = plan.evaluation.streams.iter().filter(|it| it.pooled);
    for stream in streams {
        for year in 0..years {
            let alike = found.iter().find(|(reach, margin)| {
                let carries = |id: StreamId| carries(question, id);
                let other = match margin.place {
                    Money::Stream(id) => !carries(id),
                    Money::Pump => false,
                };
                other && !carries(stream.id) && *reach == stream.reach && margin.year == year
            });
            let place = Money::Stream(stream.id);
            let free = is_free(question, stream.id, year);
            let margin = match alike.filter(|_| free) {
                Some((_, margin)) => Margin {
                    place,
                    ..margin.clone()
                },
                None => margin(question, &spared, plan, (place, year), watch),
            };
            // What binds a stream, or that it has little, is told of none that is alike.
            if free {
                found.push((stream.reach.clone(), margin.clone()));
            }
            margins.push(margin);
        }
    }
    if plan.evaluation.pump.grant.0 > 0 {
        margins.push(margin(question, &spared, plan, (Money::Pump, 0), watch));
    }
    margins
}

/// Whether a stream may change its year, by its own terms or by what is granted.
fn carries(question: &Question<'_>, id: StreamId) -> bool {
    let case = Case::new(question.agreement, question.scenario);
    let stream = case.streams.iter().find(|it| it.id == id);
    stream.is_some_and(|stream| {
        let bounds = Bounds::of(&case, stream);
        bounds.carry_forward.0 > 0 || bounds.bring_forward.0 > 0
    })
}

/// Whether [`STEP`] of a stream in a year is bound by nothing: no floor, no pin and no lock.
fn is_free(question: &Question<'_>, id: StreamId, year: usize) -> bool {
    let pinned = question.scenario.pins.iter().any(|pin| pin.stream == id);
    let locked = question.limits.locks.contains(&Lock::Stream(id));
    let stream = question.agreement.streams.iter().find(|it| it.id == id);
    let free = stream.is_some_and(|it| it.floors.is_empty() && it.amount(year).counted() >= STEP);
    free && !pinned && !locked
}

fn margin(
    question: &Question<'_>,
    spared: &Spared<'_>,
    plan: &Plan,
    (place, year): (Money, usize),
    watch: &mut Watch<'_>,
) -> Margin {
    let mut with = |step: i64| {
        let (agreement, scenario) = changed(question, plan, place, year, step);
        let limits = spared.limits(&agreement, &scenario);
        let own = Question {
            agreement: &agreement,
            scenario: &scenario,
            limits: &limits,
            ..*question
        };
        best_from(&own, &[&plan.scenario], watch).ok()
    };
    let more = with(STEP.0).map_or(0.0, |it| (it.value - plan.value).max(0.0));
    let less = with(-STEP.0).map(|it| (plan.value - it.value).max(0.0));
    Margin {
        place,
        year,
        more,
        less,
    }
}

/// The agreement and the scenario with more, or less, money in one place.
fn changed(
    question: &Question<'_>,
    plan: &Plan,
    place: Money,
    year: usize,
    step: i64,
) -> (Agreement, Scenario) {
    let mut agreement = question.agreement.clone();
    let mut scenario = question.scenario.clone();
    match place {
        Money::Stream(id) => {
            for stream in agreement.streams.iter_mut().filter(|it| it.id == id) {
                let amount = stream.amount(year).counted();
                stream
                    .amounts
                    .resize(agreement.years.into(), Amount::NotStated);
                stream.amounts[year] = Amount::Stated(Pounds(amount.0 + step).or_nothing());
            }
        }
        Money::Pump => {
            // No year that is over gets another part of a grant than it had.
            scenario = typed(scenario, &evaluate(&agreement, question.scenario));
            let rules = scenario
                .rules
                .get_or_insert_with(|| agreement.rules.clone());
            let grant = Pounds(plan.evaluation.pump.grant.0 + step).or_nothing();
            rules.pump.grant = PumpGrant::Stated(grant);
        }
    }
    (agreement, scenario)
}

/// Minimums, floors and capacities that the plan just keeps, with what easing each by [`STEP`] gains;
/// those that cost something, the dearest first.
pub fn bindings(question: &Question<'_>, plan: &Plan, watch: &mut Watch<'_>) -> Vec<Binding> {
    let mut found = Vec::new();
    let spared = Spared::new(question);
    for rule in kept_barely(question.agreement, plan) {
        let mut agreement = question.agreement.clone();
        ease(&mut agreement, rule);
        let limits = spared.limits(&agreement, question.scenario);
        let own = Question {
            agreement: &agreement,
            limits: &limits,
            ..*question
        };
        if let Ok(eased) = best_from(&own, &[&plan.scenario], watch) {
            let gain = eased.value - plan.value;
            if gain >= question.objective.unit() {
                found.push(Binding { rule, gain });
            }
        }
    }
    found.sort_by(|one, other| other.gain.total_cmp(&one.gain));
    found
}

/// Rules with an amount that the plan keeps with nothing to spare.
fn kept_barely(agreement: &Agreement, plan: &Plan) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (outcome, found) in agreement.outcomes.iter().filter_map(|outcome| {
        let mut results = plan.evaluation.outcomes.iter();
        Some((outcome, results.find(|it| it.id == outcome.id)?))
    }) {
        for (year, money) in found.years.iter().enumerate() {
            let spent = money.total();
            if outcome.minimum(year).0 > 0 && spent == outcome.minimum(year) {
                rules.push(Rule::Minimum(outcome.id, year));
            }
            if outcome.capacity(year).is_some_and(|most| spent >= most) {
                rules.push(Rule::Capacity(outcome.id, year));
            }
        }
    }
    for stream in &agreement.streams {
        for floor in stream.floors.iter().filter(|it| it.pounds.0 > 0) {
            rules.push(Rule::Floor(stream.id, floor.outcome, 0));
        }
    }
    rules
}

/// Eases a rule by [`STEP`]: a floor in every year, as it is one for all of them.
fn ease(agreement: &mut Agreement, rule: Rule) {
    match rule {
        Rule::Minimum(id, year) => {
            for outcome in agreement.outcomes.iter_mut().filter(|it| it.id == id) {
                let minimum = (outcome.minimum(year) - STEP).or_nothing();
                if let Some(own) = outcome.minimum.get_mut(year) {
                    *own = minimum;
                }
            }
        }
        Rule::Capacity(id, year) => {
            for outcome in agreement.outcomes.iter_mut().filter(|it| it.id == id) {
                if let Some(Some(own)) = outcome.capacity.get_mut(year) {
                    *own += STEP;
                }
            }
        }
        Rule::Floor(id, outcome, _) => {
            for stream in agreement.streams.iter_mut().filter(|it| it.id == id) {
                for floor in stream.floors.iter_mut().filter(|it| it.outcome == outcome) {
                    floor.pounds = (floor.pounds - STEP).or_nothing();
                }
            }
        }
        _ => {}
    }
}

/// The indicators that a plan leaves below their own cliffs, and what bringing each over would take.
pub fn given_up(question: &Question<'_>, plan: &Plan, watch: &mut Watch<'_>) -> Vec<GivenUp> {
    let below = plan.evaluation.indicators.iter().filter_map(|indicator| {
        let cliff = indicator.cliff.filter(|cliff| cliff.wins > Pence(0))?;
        Some((indicator.id, cliff.wins))
    });
    let mut found = Vec::new();
    for (indicator, wins) in below {
        let mut limits: Limits = question.limits.clone();
        limits.must.push(indicator);
        let own = Question {
            limits: &limits,
            ..*question
        };
        let brought_over = best_from(&own, &[], watch).map(|over| BroughtOver {
            costs: (plan.value - over.value).max(0.0),
            moves: Pounds(moved(&over.evaluation, &plan.evaluation).unwrap_or(0)),
            plan: over,
        });
        found.push(GivenUp {
            indicator,
            wins,
            crossing: crossing(
                question.agreement,
                &plan.scenario,
                &plan.evaluation,
                indicator,
            ),
            brought_over,
        });
    }
    found
}
