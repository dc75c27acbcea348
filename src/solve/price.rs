//! What a fence costs, and what a freedom is worth: the best with a rule relaxed against the best with it.

use crate::engine::{fence_in_force, is_pooled};
use crate::model::{
    Agreement, BasisPoints, Control, Fence, Freedom, Relaxation, Scenario, SetUp, Standing, Stream,
};
use crate::solve::best::best_from;
use crate::solve::clash::Unfit;
use crate::solve::gone::without_gone;
use crate::solve::objective::Objective;
use crate::solve::plan::{Plan, Question, Watch};
use crate::solve::spared::Spared;
use serde::{Deserialize, Serialize};

/// What relaxing some rules together is worth, everything else equal.
#[derive(Clone, Debug)]
pub struct Price {
    /// The rules that were relaxed.
    pub relaxed: Vec<Relaxation>,
    /// The best plan without them. What an owner of a stream to be pooled has spent in years that are over is not pooled: there
    /// it is an aligned stream of its own.
    pub plan: Plan,
    /// What it is worth more than the best plan with them; never less than nothing.
    pub gain: f64,
    /// What the gain cannot exceed, where one of the plans is not proved.
    pub at_most: f64,
    /// Why it is worth nothing, where it is.
    pub nothing: Option<Nothing>,
}

/// Why relaxing a rule is worth nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Nothing {
    /// The rule does not bind: without it money may go nowhere that it may not go now.
    Free,
    /// No money that is not bound otherwise hangs on the rule.
    NoMoney,
    /// The whole objective is reached with the rule in force.
    AllReached,
    /// The money earns as much where it is, as far as whole pounds tell.
    NoBetterPlace,
    /// Without the rule others cannot all be kept: a pin or a floor that it keeps from money that stays.
    Clash,
    /// Without the rule less is earned: money that it keeps from a pin or a floor for money that stays is bound to it.
    Less,
}

/// The price of rules relaxed together: lifted fences, dropped floors, carrying, pooling. `base` is the
/// best plan with them in force.
///
/// # Errors
/// [`Unfit`] where the search was stopped before it found a plan.
pub fn price(
    question: &Question<'_>,
    base: &Plan,
    relaxed: &[Relaxation],
    watch: &mut Watch<'_>,
) -> Result<Price, Unfit> {
    if held(question, relaxed).is_empty() {
        return Ok(worthless(base, relaxed, base.gap(), Nothing::Free));
    }
    let agreement = without_gone(question.agreement, question.scenario, relaxed);
    let freed = with_granted(question.scenario, relaxed);
    let limits = Spared::new(question).limits(&agreement, &freed);
    let freed = Question {
        agreement: &agreement,
        scenario: &freed,
        limits: &limits,
        ..*question
    };
    let plan = match best_from(&freed, &[&base.scenario], watch) {
        Err(unfit) if unfit.clashes.is_empty() => return Err(unfit),
        Err(_) => return Ok(worthless(base, relaxed, 0.0, Nothing::Clash)),
        Ok(plan) => plan,
    };
    let gain = (plan.value - base.value).max(0.0);
    let proved = gain < question.objective.unit() && plan.proved;
    Ok(Price {
        relaxed: relaxed.to_vec(),
        at_most: (plan.bound - base.value).max(gain),
        nothing: proved.then(
            || match plan.bound + question.objective.unit() < base.value {
                true => Nothing::Less,
                false => nothing(question, &agreement, base, relaxed),
            },
        ),
        gain,
        plan,
    })
}

/// The price of what changes nothing.
fn worthless(base: &Plan, relaxed: &[Relaxation], at_most: f64, nothing: Nothing) -> Price {
    Price {
        relaxed: relaxed.to_vec(),
        plan: base.clone(),
        gain: 0.0,
        at_most,
        nothing: Some(nothing),
    }
}

/// The best plan of each set-up on the same money, from the narrowest to the widest. None is worth less
/// than the one before, save where money that stays is paid by less of it there, or not as pins and floors say. Fences
/// typed for single streams hold in all of them.
///
/// # Errors
/// Each has its own: [`Unfit`] where nothing fits behind its fences.
pub fn setups(question: &Question<'_>, watch: &mut Watch<'_>) -> Vec<(SetUp, Result<Plan, Unfit>)> {
    let all = [
        SetUp::SeparateStreams,
        SetUp::RingFencedBlocks,
        SetUp::SinglePot,
        SetUp::AreaBasedGrant,
    ];
    let spared = Spared::new(question);
    let mut plans: Vec<(SetUp, Result<Plan, Unfit>)> = Vec::with_capacity(all.len());
    for setup in all {
        let own = Scenario {
            setup,
            ..question.scenario.clone()
        };
        let limits = spared.limits(question.agreement, &own);
        let own = Question {
            scenario: &own,
            limits: &limits,
            ..*question
        };
        let known: Vec<&Scenario> = plans
            .iter()
            .filter_map(|(_, plan)| plan.as_ref().ok())
            .map(|plan| &plan.scenario)
            .collect();
        let plan = best_from(&own, &known, watch);
        plans.push((setup, plan));
    }
    plans
}

/// The fences in force that could be lifted: of each block, then of each stream.
#[must_use]
pub fn fences(agreement: &Agreement, scenario: &Scenario) -> Vec<Relaxation> {
    let fenced = |stream: &&Stream| {
        is_pooled(scenario, stream) && fence_in_force(scenario, stream) < Fence::Agreement
    };
    let streams = || agreement.streams.iter().filter(fenced);
    let blocks = agreement.blocks.iter().map(|block| block.id);
    blocks
        .filter(|&block| streams().any(|stream| stream.home == Some(block)))
        .map(Relaxation::LiftBlock)
        .chain(streams().map(|stream| Relaxation::LiftStream(stream.id)))
        .collect()
}

/// The freedoms of a scenario that are asked for and not granted yet.
#[must_use]
pub fn asked(scenario: &Scenario) -> Vec<Relaxation> {
    let asked = scenario.freedoms.iter();
    asked
        .filter(|freedom| freedom.standing == Standing::Asked)
        .map(|freedom| freedom.relaxation)
        .collect()
}

/// A scenario with rules relaxed as if government had granted it.
#[must_use]
pub fn with_granted(scenario: &Scenario, relaxed: &[Relaxation]) -> Scenario {
    let mut freed = scenario.clone();
    freed
        .freedoms
        .extend(relaxed.iter().map(|&relaxation| Freedom {
            relaxation,
            standing: Standing::Granted,
        }));
    freed
}

/// The streams that the rules to be relaxed hold now.
fn held<'a>(question: &Question<'a>, relaxed: &[Relaxation]) -> Vec<&'a Stream> {
    let streams = question.agreement.streams.iter();
    let binds = |stream: &&Stream| {
        let mut relaxed = relaxed.iter();
        relaxed.any(|it| does_bind(question.scenario, stream, it))
    };
    streams.filter(binds).collect()
}

/// Why no better was found with rules relaxed, of which an agreement without what is gone is left.
fn nothing(
    question: &Question<'_>,
    left: &Agreement,
    base: &Plan,
    relaxed: &[Relaxation],
) -> Nothing {
    let left = Question {
        agreement: left,
        ..*question
    };
    let bound = held(&left, relaxed);
    let money = |stream: &Stream| stream.amounts.iter().map(|it| it.counted().0).sum::<i64>();
    if bound.iter().all(|stream| money(stream) == 0) {
        return Nothing::NoMoney;
    }
    let reached = match question.objective {
        Objective::Reward => base.evaluation.reward == base.evaluation.pot,
        Objective::Attainment(_) => base.value > 1.0 - 1e-9,
        Objective::Curves { .. } => false,
    };
    if reached {
        Nothing::AllReached
    } else {
        Nothing::NoBetterPlace
    }
}

/// Whether a relaxation is about a stream.
fn touches(relaxation: &Relaxation, stream: &Stream) -> bool {
    match *relaxation {
        Relaxation::LiftBlock(block) => stream.home == Some(block),
        Relaxation::LiftStream(id)
        | Relaxation::Pool(id)
        | Relaxation::DropFloor { stream: id, .. }
        | Relaxation::CarryForward { stream: id, .. }
        | Relaxation::BringForward { stream: id, .. } => stream.id == id,
    }
}

/// Whether the rule that a relaxation takes away holds a stream now.
fn does_bind(scenario: &Scenario, stream: &Stream, relaxation: &Relaxation) -> bool {
    if !touches(relaxation, stream) {
        return false;
    }
    let pooled = is_pooled(scenario, stream);
    let fence = fence_in_force(scenario, stream);
    let granted = |forward: bool| -> BasisPoints {
        let shares = scenario.granted().filter_map(|it| match it {
            Relaxation::CarryForward { stream: id, share } => {
                (id == stream.id && forward).then_some(share)
            }
            Relaxation::BringForward { stream: id, share } => {
                (id == stream.id && !forward).then_some(share)
            }
            Relaxation::LiftStream(_)
            | Relaxation::LiftBlock(_)
            | Relaxation::DropFloor { .. }
            | Relaxation::Pool(_) => None,
        });
        shares.max().unwrap_or_default()
    };
    match *relaxation {
        Relaxation::LiftStream(_) | Relaxation::LiftBlock(_) => pooled && fence < Fence::Agreement,
        Relaxation::DropFloor { outcome, .. } => {
            let floor = stream.floors.iter().find(|it| it.outcome == outcome);
            pooled && fence != Fence::None && floor.is_some_and(|it| it.pounds.0 > 0)
        }
        Relaxation::CarryForward { share, .. } => {
            pooled && share > stream.carry_forward.max(granted(true))
        }
        Relaxation::BringForward { share, .. } => {
            pooled && share > stream.bring_forward.max(granted(false))
        }
        Relaxation::Pool(_) => !pooled && stream.control == Control::Aligned,
    }
}
