//! When the reward may arrive: payments by year as ranges.

use crate::engine::{evaluate, instalments};
use crate::model::{Agreement, BasisPoints, Pence, Scenario};
use crate::odds::distribution::Range;
use crate::odds::factor::Factor;
use crate::odds::reward::of_stakes;
use crate::odds::stake::Stakes;
use crate::odds::sum::{Fineness, Sum};
use crate::odds::wager::Wager;
use serde::{Deserialize, Serialize};

/// A sum so large that odd pence do not count beside it.
const PROBE: Pence = Pence(1_000_000_000_000);

/// What may be paid in one financial year, in pounds. Negative where payments on account are repaid.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaymentOdds {
    /// The financial year, by its first calendar year.
    pub year: u16,
    /// The mean.
    pub mean: f64,
    /// P10, P50 and P90.
    pub range: Range,
}

/// What one pound does to the payment of a year, or of all years.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Terms {
    /// Due beyond what was advanced.
    due: f64,
    /// Advanced.
    advanced: f64,
    /// Advanced beyond what is earned.
    repaid: f64,
}

impl Terms {
    /// The terms of every year with a payment.
    fn by_year(agreement: &Agreement, scenario: &Scenario) -> Vec<(u16, Self)> {
        let probe = |entitled: Pence, advance: Pence| {
            let years = instalments(agreement, scenario, &[(entitled, advance)]);
            years
                .into_iter()
                .map(|year| (year.year, year.total().0 as f64 / PROBE.0 as f64))
        };
        let due = probe(PROBE, Pence(0));
        let advanced = probe(PROBE, PROBE);
        let lost = probe(Pence(0), PROBE);
        due.zip(advanced)
            .zip(lost)
            .map(|(((year, due), (_, advanced)), (_, lost))| {
                let repaid = advanced - lost;
                let terms = Self {
                    due,
                    advanced,
                    repaid,
                };
                (year, terms)
            })
            .collect()
    }

    /// What one pound does to the payments of all years together.
    pub(crate) fn over_all_years(agreement: &Agreement, scenario: &Scenario) -> Self {
        let years = Self::by_year(agreement, scenario).into_iter();
        years.fold(Self::default(), |sum, (_, year)| Self {
            due: sum.due + year.due,
            advanced: sum.advanced + year.advanced,
            repaid: sum.repaid + year.repaid,
        })
    }

    /// What is paid in the year for what is earned and what was advanced, in pounds.
    pub(crate) fn pays(&self, earned: f64, advance: f64) -> f64 {
        let balance = earned - advance;
        self.advanced * advance + self.due * balance.max(0.0) + self.repaid * balance.min(0.0)
    }

    /// What a pound that is earned and never advanced brings in the year.
    pub(crate) fn due(&self) -> f64 {
        self.due
    }
}

/// Payments by year as ranges.
#[must_use]
pub fn payments(
    agreement: &Agreement,
    scenario: &Scenario,
    correlation: BasisPoints,
    fineness: Fineness,
) -> Vec<PaymentOdds> {
    let found = evaluate(agreement, scenario);
    let stakes = Stakes::of(agreement, scenario, &found);
    let factor = Factor::new(correlation);
    let terms = Terms::by_year(agreement, scenario);
    if !stakes.any_advance() {
        // Every year brings its part of one reward.
        let odds = of_stakes(&stakes, factor, fineness);
        let range = odds.reward.range();
        return terms
            .iter()
            .map(|&(year, terms)| PaymentOdds {
                year,
                mean: terms.due * odds.mean,
                range: range.map(|pounds| terms.due * pounds),
            })
            .collect();
    }
    terms
        .into_iter()
        .map(|(year, terms)| {
            let wagers: Vec<Wager<'_>> = stakes
                .each
                .iter()
                .map(|stake| {
                    Wager::settled(stake, move |earned, advance| terms.pays(earned, advance))
                })
                .collect();
            let sum = Sum::new(&wagers, factor, fineness).distribution();
            PaymentOdds {
                year,
                mean: sum.mean(),
                range: sum.range(),
            }
        })
        .collect()
}
