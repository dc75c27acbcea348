//! What each fence costs a scenario, and what each freedom that it asks for is worth, each at its best use of the
//! same money.

use crate::job::answer::Answer;
use crate::job::pulse::Pulse;
use crate::model::{Pence, Pounds, Relaxation, Scenario, SetUp, Workbook};
use crate::solve::{
    Limits, Nothing, Objective, Plan, Question, Unfit, asked, best_from, fences, price, setups,
};
use serde::{Deserialize, Serialize};

/// The best rewards of a scenario with and without rules on money. Lists grow while they are worked out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prices {
    /// The best with every rule in force.
    pub best: Best,
    /// The best of each set-up on the same money; none where nothing fits behind its fences.
    pub setups: Vec<(SetUp, Option<Best>)>,
    /// All fences lifted together.
    pub together: Option<Gain>,
    /// Each fence lifted alone: of blocks, then of streams.
    pub alone: Vec<Gain>,
    /// How many fences there are to lift.
    pub fences: usize,
    /// All freedoms that are asked for, together.
    pub all_asked: Option<Gain>,
    /// Each freedom that is asked for, alone.
    pub asked: Vec<Gain>,
}

/// The best reward that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Best {
    /// The reward.
    pub reward: Pence,
    /// By how much money that stays is not affordable.
    pub over: Pounds,
    /// Whether nothing is better.
    pub proved: bool,
}

impl Best {
    fn of(plan: &Plan) -> Self {
        Self {
            reward: plan.evaluation.reward,
            over: plan.evaluation.over,
            proved: plan.proved,
        }
    }
}

/// What relaxing some rules is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gain {
    /// The rules.
    pub relaxed: Vec<Relaxation>,
    /// The reward gained.
    pub gain: Pence,
    /// What the gain cannot exceed, where a plan is not proved best.
    pub at_most: Pence,
    /// Why it is worth nothing, where it is.
    pub nothing: Option<Nothing>,
}

/// Works out the prices of a scenario, and tells them as they come.
pub(crate) fn prices(
    workbook: &Workbook,
    scenario: &Scenario,
    pulse: &mut Pulse<'_>,
) -> Result<Prices, Unfit> {
    let limits = Limits::default();
    let question = Question {
        agreement: &workbook.agreement,
        scenario,
        objective: &Objective::Reward,
        limits: &limits,
    };
    let base = best_from(&question, &[], &mut pulse.watch())?;
    let fences = fences(question.agreement, scenario);
    let mut prices = Prices {
        best: Best::of(&base),
        setups: Vec::new(),
        together: None,
        alone: Vec::new(),
        fences: fences.len(),
        all_asked: None,
        asked: Vec::new(),
    };
    prices.setups = setups(&question, &mut pulse.watch())
        .into_iter()
        .map(|(setup, plan)| (setup, plan.ok().as_ref().map(Best::of)))
        .collect();
    tell(pulse, &prices);
    for fence in &fences {
        prices
            .alone
            .extend(gain(&question, &base, pulse, &[*fence]));
        tell(pulse, &prices);
    }
    prices.together = gain(&question, &base, pulse, &fences);
    tell(pulse, &prices);
    let asked = asked(scenario);
    for freedom in &asked {
        prices
            .asked
            .extend(gain(&question, &base, pulse, &[*freedom]));
        tell(pulse, &prices);
    }
    if asked.len() > 1 {
        prices.all_asked = gain(&question, &base, pulse, &asked);
    }
    Ok(prices)
}

fn tell(pulse: &mut Pulse<'_>, prices: &Prices) {
    pulse.found(Answer::Prices(Ok(prices.clone())));
}

fn gain(
    question: &Question<'_>,
    base: &Plan,
    pulse: &mut Pulse<'_>,
    relaxed: &[Relaxation],
) -> Option<Gain> {
    let priced = price(question, base, relaxed, &mut pulse.watch()).ok()?;
    let pence = |pounds: f64| Pence((pounds * 100.0).round() as i64);
    Some(Gain {
        relaxed: priced.relaxed,
        gain: pence(priced.gain),
        at_most: pence(priced.at_most),
        nothing: priced.nothing,
    })
}
