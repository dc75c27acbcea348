//! The pot and the part of it that hangs on each outcome and each indicator.

use crate::engine::case::Case;
use crate::model::{OutcomeSplit, Pence, Pot, Preset, split};

/// The pot and its parts, outcomes and indicators in the order by id.
pub(crate) struct Potential {
    pub(crate) pot: Pence,
    pub(crate) outcomes: Vec<Pence>,
    pub(crate) indicators: Vec<Pence>,
}

impl Potential {
    pub(crate) fn of(case: &Case<'_>) -> Self {
        let pot = match case.rules.pot {
            Pot::Stated(pounds) => pounds.pence(),
            Pot::Rate(rate) => {
                rate.of_pence(case.agreement.area.net_budget.unwrap_or_default().pence())
            }
        };
        match case.rules.preset {
            Preset::Lpsa | Preset::Stretch => Self::by_outcome(case, pot),
            Preset::Designated => Self::by_indicator(case, pot),
        }
    }

    /// Over the outcomes that bear reward, equally unless shares are stated (Isle of Wight LPSA,
    /// schedule 4: "unless otherwise specified"), and within each by the weights of its indicators.
    fn by_outcome(case: &Case<'_>, pot: Pence) -> Self {
        let weights: Vec<u64> = case
            .outcomes
            .iter()
            .map(|outcome| match case.rules.split {
                _ if !case.bears_reward(outcome) => 0,
                OutcomeSplit::Equal => 1,
                OutcomeSplit::Stated => u64::from(outcome.weight),
            })
            .collect();
        let outcomes: Vec<Pence> = split(pot.0, &weights).into_iter().map(Pence).collect();
        let mut indicators = vec![Pence(0); case.indicators.len()];
        for (outcome, part) in case.outcomes.iter().zip(&outcomes) {
            let own: Vec<usize> = (0..case.indicators.len())
                .filter(|&place| case.indicators[place].outcome == outcome.id)
                .filter(|&place| case.is_rewarded(case.indicators[place]))
                .collect();
            let weights: Vec<u64> = own
                .iter()
                .map(|&place| u64::from(case.indicators[place].weight))
                .collect();
            for (place, part) in own.into_iter().zip(split(part.0, &weights)) {
                indicators[place] = Pence(part);
            }
        }
        Self {
            pot,
            outcomes,
            indicators,
        }
    }

    /// Equally over the designated indicators.
    fn by_indicator(case: &Case<'_>, pot: Pence) -> Self {
        let weights: Vec<u64> = case
            .indicators
            .iter()
            .map(|indicator| u64::from(case.is_rewarded(indicator)))
            .collect();
        let indicators: Vec<Pence> = split(pot.0, &weights).into_iter().map(Pence).collect();
        let of = |id| {
            let parts = case.indicators.iter().zip(&indicators);
            parts
                .filter(|(indicator, _)| indicator.outcome == id)
                .map(|(_, part)| *part)
                .sum()
        };
        let outcomes = case.outcomes.iter().map(|outcome| of(outcome.id)).collect();
        Self {
            pot,
            outcomes,
            indicators,
        }
    }
}
