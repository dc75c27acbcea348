//! When the reward is paid, and how much of a payment is capital.

use crate::app::working::{Ground, Working, source};
use crate::engine::PaymentYear;
use crate::model::{PaymentRule, Pence, financial_year};
use crate::text::money;

pub(super) fn payment(ground: &Ground<'_>, index: usize) -> Option<Working> {
    let paid = *ground.result.payments.get(index)?;
    let first = ground.agreement.first_year + ground.end() as u16;
    let cut = ground.rules().payment == PaymentRule::March2011 && paid.year >= 2010;
    let working = if cut {
        last_payment(ground, paid, first)
    } else {
        instalment(ground, paid, first)
    };
    let (capital, revenue) = (money::exact(paid.capital), money::exact(paid.revenue));
    Some(working.step(if cut {
        format!("30% of it is capital, {capital}; the rest is revenue, {revenue}.")
    } else {
        format!("Half of it is capital, {capital}, and half revenue, {revenue}; an odd penny is revenue.")
    }))
}

/// What was advanced, what is due beyond that, and what is to be repaid.
struct Due {
    advance: Pence,
    balance: Pence,
    repaid: Pence,
}

fn due(ground: &Ground<'_>) -> Due {
    let rests = ground
        .result
        .indicators
        .iter()
        .map(|found| found.reward - found.advance);
    let (balance, repaid): (Vec<Pence>, Vec<Pence>) = rests.partition(|&rest| rest >= Pence(0));
    Due {
        advance: ground
            .result
            .indicators
            .iter()
            .map(|found| found.advance)
            .sum(),
        balance: balance.into_iter().sum(),
        repaid: -repaid.into_iter().sum::<Pence>(),
    }
}

fn instalment(ground: &Ground<'_>, paid: PaymentYear, end: u16) -> Working {
    let due = due(ground);
    let title = format!("Paid in {}", financial_year(paid.year));
    let sum = money::exact(paid.total());
    let rule = "What is earned is paid in two equal instalments in the two financial years after the \
                agreement ends, half capital and half revenue. Where an indicator met its interim \
                level, a fifth of its part of the pot is paid in the year before, and its balance in \
                the two instalments.";
    let working = Working::new(title, sum.clone(), rule, source::INSTALMENTS)
        .input("Earned in all", money::exact(ground.result.reward))
        .input("Paid on account", money::exact(due.advance));
    if paid.year == end {
        return working.step(if due.advance == Pence(0) {
            "No indicator has met an interim level, so nothing is paid on account.".to_owned()
        } else {
            format!("The fifths of the indicators that met their interim levels add up to {sum}.")
        });
    }
    let half = if paid.year == end + 1 {
        due.balance.larger_half()
    } else {
        due.balance - due.balance.larger_half()
    };
    let working = working
        .input(
            "Still due, indicator by indicator",
            money::exact(due.balance),
        )
        .step(format!(
            "{} ÷ 2 = {}; an odd penny goes to the first instalment.",
            money::exact(due.balance),
            money::exact(half)
        ));
    if paid.year == end + 1 && due.repaid > Pence(0) {
        return working
            .input("Advanced beyond what was earned", money::exact(due.repaid))
            .step(format!(
                "Less what is repaid: {} − {} = {sum}.",
                money::exact(half),
                money::exact(due.repaid)
            ));
    }
    working
}

fn last_payment(ground: &Ground<'_>, paid: PaymentYear, end: u16) -> Working {
    let due = due(ground);
    let first = due.balance.larger_half() - due.repaid;
    let second = due.balance - due.balance.larger_half();
    let planned = [(end, due.advance), (end + 1, first), (end + 2, second)];
    let late: Vec<(u16, Pence)> = planned
        .into_iter()
        .filter(|(year, _)| *year >= paid.year)
        .collect();
    let all: Pence = late.iter().map(|&(_, sum)| sum).sum();
    Working::new(
        format!("Paid in {}", financial_year(paid.year)),
        money::exact(paid.total()),
        "What was due from 2010/11 on became one payment of half its sum, 30% capital and 70% \
         revenue.",
        source::MARCH_2011,
    )
    .inputs(late.iter().map(|&(year, sum)| {
        (
            format!("Would have been due in {}", financial_year(year)),
            money::exact(sum),
        )
    }))
    .step(format!(
        "{} ÷ 2 = {}.",
        money::exact(all),
        money::exact(paid.total())
    ))
}
