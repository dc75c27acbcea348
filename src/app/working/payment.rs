//! When the reward is paid, and how much of a payment is capital.

use crate::app::working::{Ground, Working, source};
use crate::engine::{CUT_CAPITAL, CUT_YEAR, Due, ON_ACCOUNT, PaymentYear};
use crate::model::{BasisPoints, PaymentRule, Pence, financial_year};
use crate::text::{money, share};

pub(super) fn payment(ground: &Ground<'_>, index: usize) -> Option<Working> {
    let paid = *ground.result.payments.get(index)?;
    let due = Due::on(ground.agreement, &ground.result.indicators);
    let cut = ground.rules().payment == PaymentRule::March2011 && paid.year >= CUT_YEAR;
    let working = if cut {
        last_payment(paid, &due)
    } else {
        instalment(ground, paid, &due)
    };
    let (capital, revenue) = (money::exact(paid.capital), money::exact(paid.revenue));
    Some(working.step(if cut {
        let part = share::exact(CUT_CAPITAL);
        format!("{part} of it is capital, {capital}; the rest is revenue, {revenue}.")
    } else {
        format!("Half of it is capital, {capital}, and half revenue, {revenue}; an odd penny is revenue.")
    }))
}

fn instalment(ground: &Ground<'_>, paid: PaymentYear, due: &Due) -> Working {
    let sum = money::exact(paid.total());
    let rule = format!(
        "What is earned is paid in two equal instalments in the two financial years after the \
         agreement ends, half capital and half revenue. Where an indicator met its interim level, \
         {} of its part of the pot is paid in the year before, and its balance in the two instalments.",
        share::exact(ON_ACCOUNT)
    );
    let title = format!("Paid in {}", financial_year(paid.year));
    let working = Working::new(title, sum.clone(), rule, source::INSTALMENTS)
        .input("Earned in all", money::exact(ground.result.reward))
        .input("Paid on account", money::exact(due.advance));
    let [on_account, first, _] = due.planned.map(|(year, _)| year);
    if paid.year == on_account {
        return working.step(if due.advance == Pence(0) {
            "No indicator has met an interim level, so nothing is paid on account.".to_owned()
        } else {
            format!(
                "What the indicators that met their interim levels are paid on account adds up to {sum}."
            )
        });
    }
    let half = money::exact(due.halves[usize::from(paid.year != first)]);
    let balance = money::exact(due.balance);
    let working = working
        .input("Still due, indicator by indicator", balance.clone())
        .step(format!(
            "{balance} ÷ 2 = {half}; an odd penny goes to the first instalment."
        ));
    if paid.year != first || due.repaid == Pence(0) {
        return working;
    }
    let repaid = money::exact(due.repaid);
    working
        .input("Advanced beyond what was earned", repaid.clone())
        .step(format!("Less what is repaid: {half} − {repaid} = {sum}."))
        .resting_on(source::REPAID)
}

fn last_payment(paid: PaymentYear, due: &Due) -> Working {
    let late = || due.planned.iter().filter(|(year, _)| *year >= CUT_YEAR);
    let all: Pence = late().map(|&(_, sum)| sum).sum();
    let rule = format!(
        "What was due from {} on became one payment of half its sum, {} capital and {} revenue.",
        financial_year(CUT_YEAR),
        share::exact(CUT_CAPITAL),
        share::exact(BasisPoints(BasisPoints::WHOLE.0 - CUT_CAPITAL.0)),
    );
    let title = format!("Paid in {}", financial_year(paid.year));
    let working = Working::new(title, money::exact(paid.total()), rule, source::MARCH_2011)
        .inputs(late().map(|&(year, sum)| {
            (
                format!("Would have been due in {}", financial_year(year)),
                money::exact(sum),
            )
        }))
        .step(format!(
            "{} ÷ 2 = {}.",
            money::exact(all),
            money::exact(paid.total())
        ));
    let first = due.planned[1].0;
    if first >= CUT_YEAR && due.repaid > Pence(0) {
        working.resting_on(source::REPAID)
    } else {
        working
    }
}
