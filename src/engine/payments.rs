//! When the reward arrives, and how much of it is capital.

use crate::engine::evaluation::{IndicatorResult, PaymentYear};
use crate::model::{Agreement, BasisPoints, OutcomeId, PaymentRule, Pence, Scenario};

/// The part of a potential that is paid on account: a fifth (Isle of Wight LPSA, schedule 4).
pub(crate) const ON_ACCOUNT: BasisPoints = BasisPoints(2_000);
/// The year in which the government made its last payment.
pub(crate) const CUT_YEAR: u16 = 2010;
/// The capital part of the payment of March 2011 (Determination 31/1848).
pub(crate) const CUT_CAPITAL: BasisPoints = BasisPoints(3_000);

/// What is paid on account of a potential: a fifth.
#[must_use]
pub fn on_account(potential: Pence) -> Pence {
    ON_ACCOUNT.of_pence(potential)
}

/// Payments by year under the rules of a scenario, for entitlements and the advances already paid on
/// each of them; linear, up to odd pence, in the advances, in what is due beyond them, and in what is
/// repaid of them.
#[must_use]
pub fn instalments(
    agreement: &Agreement,
    scenario: &Scenario,
    entitlements: &[(Pence, Pence)],
) -> Vec<PaymentYear> {
    let due = Due::of(agreement, entitlements.iter().copied());
    payments(scenario.rules_in(agreement).payment, &due)
}

/// What an outcome brings of each payment of a scenario, up to odd pence.
#[must_use]
pub fn brought(
    agreement: &Agreement,
    scenario: &Scenario,
    indicators: &[IndicatorResult],
    outcome: OutcomeId,
) -> Vec<Pence> {
    let own = indicators.iter().filter(|it| it.outcome == outcome);
    let own: Vec<(Pence, Pence)> = own.map(|it| (it.reward, it.advance)).collect();
    let years = instalments(agreement, scenario, &own);
    years.iter().map(PaymentYear::total).collect()
}

/// What falls due and when, before a payment rule has its say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Paid on account.
    pub advance: Pence,
    /// Earned beyond what was paid on account, added up over those of which more is earned.
    pub balance: Pence,
    /// The balance in two equal parts, the odd penny in the first.
    pub halves: [Pence; 2],
    /// Paid on account beyond what is earned, added up over those of which less is earned.
    pub repaid: Pence,
    /// What falls due in each financial year, by its first calendar year.
    pub planned: [(u16, Pence); 3],
}

impl Due {
    /// Advances fall in the last year of the agreement; the balance in two equal parts in the two years
    /// after it, the odd penny in the first; an advance beyond its entitlement is repaid in the first, an
    /// assumption, as the schedule's sentence on the excess is cut off.
    fn of(agreement: &Agreement, entitlements: impl Iterator<Item = (Pence, Pence)>) -> Self {
        let (mut advance, mut balance, mut repaid) = (Pence(0), Pence(0), Pence(0));
        for (entitled, advanced) in entitlements {
            advance += advanced;
            if entitled >= advanced {
                balance += entitled - advanced;
            } else {
                repaid += advanced - entitled;
            }
        }
        let first = balance.larger_half();
        let halves = [first, balance - first];
        let end = agreement.first_year + agreement.year_count().saturating_sub(1) as u16;
        Self {
            advance,
            balance,
            halves,
            repaid,
            planned: [
                (end, advance),
                (end + 1, halves[0] - repaid),
                (end + 2, halves[1]),
            ],
        }
    }

    /// What falls due on what the indicators of an evaluation earn.
    #[must_use]
    pub fn on(agreement: &Agreement, indicators: &[IndicatorResult]) -> Self {
        let each = indicators.iter();
        Self::of(agreement, each.map(|found| (found.reward, found.advance)))
    }
}

/// Payments by year of what falls due.
pub(crate) fn payments(rule: PaymentRule, due: &Due) -> Vec<PaymentYear> {
    match rule {
        PaymentRule::TwoInstalments => due.planned.map(|(year, sum)| halves(year, sum)).to_vec(),
        PaymentRule::March2011 => cut(&due.planned),
    }
}

/// Payments of every year together.
pub(crate) fn paid_in_all(payments: &[PaymentYear]) -> Pence {
    payments.iter().map(PaymentYear::total).sum()
}

/// Half capital and half revenue, the odd penny to revenue.
fn halves(year: u16, sum: Pence) -> PaymentYear {
    let revenue = sum.larger_half();
    PaymentYear {
        year,
        capital: sum - revenue,
        revenue,
    }
}

/// As paid in March 2011: everything due from 2010/11 on becomes one payment of half its sum.
fn cut(planned: &[(u16, Pence)]) -> Vec<PaymentYear> {
    let before = planned.iter().filter(|(year, _)| *year < CUT_YEAR);
    let mut years: Vec<PaymentYear> = before.map(|&(year, sum)| halves(year, sum)).collect();
    let late: Vec<Pence> = planned
        .iter()
        .filter(|(year, _)| *year >= CUT_YEAR)
        .map(|&(_, sum)| sum)
        .collect();
    if !late.is_empty() {
        let sum = late.into_iter().sum::<Pence>().larger_half();
        let capital = CUT_CAPITAL.of_pence(sum);
        years.push(PaymentYear {
            year: CUT_YEAR,
            capital,
            revenue: sum - capital,
        });
    }
    years
}
