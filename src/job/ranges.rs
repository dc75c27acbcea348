//! Between what payments, shares and the whole reward lie, and how one scenario fares against another.

use crate::job::answer::Answer;
use crate::job::drivers::Against;
use crate::job::pulse::Pulse;
use crate::model::{Scenario, Workbook};
use crate::odds::{Fineness, PaymentOdds, Range, SharerOdds, compare, odds, payments, sharers};
use serde::{Deserialize, Serialize};

/// What may be paid, by year and by sharer. Lists fill while they are worked out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ranges {
    /// The whole reward, in pounds.
    pub reward: Range,
    /// Payments by year.
    pub payments: Vec<PaymentOdds>,
    /// Shares over all years.
    pub sharers: Vec<SharerOdds>,
}

/// Works out the ranges of a scenario, and tells them as they come.
pub(crate) fn ranges(workbook: &Workbook, scenario: &Scenario, pulse: &mut Pulse<'_>) -> Ranges {
    let (agreement, correlation) = (&workbook.agreement, workbook.correlation);
    let whole = odds(agreement, scenario, correlation, Fineness::LIVE);
    let mut found = Ranges {
        reward: whole.reward.range(),
        payments: payments(agreement, scenario, correlation, Fineness::LIVE),
        sharers: Vec::new(),
    };
    pulse.found(Answer::Ranges(Box::new(found.clone())));
    found.sharers = sharers(
        agreement,
        scenario,
        correlation,
        Fineness::LIVE,
        &mut || pulse.step(),
    );
    found
}

/// A scenario against another one in the same world.
pub(crate) fn against(workbook: &Workbook, scenario: &Scenario, other: &Scenario) -> Against {
    let pair = compare(
        &workbook.agreement,
        scenario,
        other,
        workbook.correlation,
        Fineness::LIVE,
    );
    Against {
        other: other.id,
        ahead: pair.ahead,
        level: pair.level,
        mean: pair.mean,
        marks: [0.1, 0.5, 0.9].map(|share| {
            let sum = pair.difference.quantile(share);
            (sum, pair.difference.at_least(sum))
        }),
        columns: pair.difference.columns(),
        error: pair.error,
    }
}
