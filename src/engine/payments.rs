//! When the reward arrives, and how much of it is capital.

use crate::engine::case::Case;
use crate::engine::evaluation::PaymentYear;
use crate::model::{Agreement, BasisPoints, PaymentRule, Pence, Scenario};

/// The part of a potential that is paid on account: a fifth (Isle of Wight LPSA, schedule 4).
const ON_ACCOUNT: BasisPoints = BasisPoints(2_000);
/// The year in which the government made its last payment.
const CUT_YEAR: u16 = 2010;
/// The capital part of the payment of March 2011 (Determination 31/1848).
const CUT_CAPITAL: BasisPoints = BasisPoints(3_000);

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
    payments(&Case::new(agreement, scenario), entitlements)
}

/// Payments by year for entitlements and the advances already paid on each of them.
///
/// Advances fall in the last year of the agreement; the balance in two equal parts in the two years
/// after it, the odd penny in the first; an advance beyond its entitlement is repaid in the first, an
/// assumption, as the schedule's sentence on the excess is cut off.
pub(crate) fn payments(case: &Case<'_>, entitlements: &[(Pence, Pence)]) -> Vec<PaymentYear> {
    let advance: Pence = entitlements.iter().map(|&(_, advance)| advance).sum();
    let balances = entitlements
        .iter()
        .map(|&(entitled, advance)| entitled - advance);
    let (due, repaid): (Vec<Pence>, Vec<Pence>) =
        balances.partition(|&balance| balance >= Pence(0));
    let due: Pence = due.into_iter().sum();
    let first = due.larger_half() + repaid.into_iter().sum();
    let second = due - due.larger_half();
    let end = case.agreement.first_year + case.end() as u16;
    let planned = [(end, advance), (end + 1, first), (end + 2, second)];
    match case.rules.payment {
        PaymentRule::TwoInstalments => planned.map(|(year, sum)| halves(year, sum)).to_vec(),
        PaymentRule::March2011 => cut(&planned),
    }
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
