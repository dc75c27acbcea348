//! What is paid of what is earned, in words, wherever both are not the same.

use crate::app::show::reward::rules_of;
use crate::app::state::State;
use crate::engine::{PaymentYear, Takings};
use crate::model::{PaymentRule, Pence, order};
use crate::text::money;
use std::cmp::Ordering;

/// How much of it is paid, after what is earned: `, of which £3.105m is paid`; nothing where all of it is.
pub(super) fn of_which(takings: Takings) -> String {
    let paid = money::headline(takings.paid);
    match takings.paid.cmp(&takings.earned) {
        Ordering::Equal => String::new(),
        Ordering::Less => format!(", of which {paid} is paid"),
        // Where half of what was to be paid back is kept.
        Ordering::Greater => format!(", while {paid} is paid"),
    }
}

/// The same beneath what is earned: `£3.105m of it is paid`.
pub(super) fn beneath(takings: Takings) -> Option<String> {
    let paid = money::headline(takings.paid);
    match takings.paid.cmp(&takings.earned) {
        Ordering::Equal => None,
        Ordering::Less => Some(format!("{paid} of it is paid")),
        Ordering::Greater => Some(format!("{paid} is paid")),
    }
}

/// Whether a difference is seen once it is written to the pound.
pub(super) fn is_seen(difference: Takings) -> bool {
    [difference.earned, difference.paid]
        .into_iter()
        .any(|sum| money::nearest(sum).0 != 0)
}

/// The financial years in which either of two scenarios is paid something, by their first calendar years.
pub(super) fn years(one: &[PaymentYear], other: &[PaymentYear]) -> Vec<u16> {
    let mut years: Vec<u16> = one.iter().chain(other).map(|paid| paid.year).collect();
    order::by_key(&mut years, |year| *year);
    years.dedup();
    years
}

/// What is paid more or less, after what is earned more or less: `, but £253,165 less is paid`; nothing
/// where that is the same.
pub(super) fn beside(difference: Takings) -> String {
    let Takings { earned, paid } = difference;
    if money::nearest(earned) == money::nearest(paid) {
        return String::new();
    }
    let joined = match earned.0.signum() == paid.0.signum() {
        true => "and",
        false => "but",
    };
    let sum = money::headline(Pence(paid.0.abs()));
    match money::nearest(paid).0.signum() {
        0 => ", but what is paid is the same".to_owned(),
        1 => format!(", {joined} {sum} more is paid"),
        _ => format!(", {joined} {sum} less is paid"),
    }
}

/// What of a difference is paid, for a table, with its text: `paid −£1.03m`; none where it reads the same.
pub(super) fn note(difference: Takings) -> Option<(Pence, String)> {
    let [earned, paid] = [difference.earned, difference.paid].map(money::signed);
    (earned != paid).then(|| (difference.paid, format!("paid {paid}")))
}

/// The same after other words: `, paid −£1.03m`; nothing where it reads the same.
pub(super) fn noted(difference: Takings) -> String {
    note(difference).map_or_else(String::new, |(_, says)| format!(", {says}"))
}

/// What is paid of what the open scenario earns, where its payment rule pays another sum, as a sentence.
pub(super) fn halved(state: &State) -> String {
    let found = state.scenario().zip(state.result(state.open));
    let halved =
        found.filter(|(scenario, _)| rules_of(state, scenario).payment == PaymentRule::March2011);
    let Some(takings) = halved.map(|(_, result)| result.takings()) else {
        return String::new();
    };
    let [earned, paid] = [takings.earned, takings.paid].map(money::headline);
    match takings.paid.cmp(&takings.earned) {
        Ordering::Equal => String::new(),
        Ordering::Less => format!(
            "Of the {earned} earned, {paid} is paid: what was due from 2010/11 on was halved. "
        ),
        Ordering::Greater => format!(
            "{earned} is earned and {paid} paid: what was to be paid back from 2010/11 on was halved. "
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Earned and paid, in pounds.
    fn pounds(earned: i64, paid: i64) -> Takings {
        Takings {
            earned: Pence(100 * earned),
            paid: Pence(100 * paid),
        }
    }

    #[test]
    fn what_is_paid_is_said_where_it_is_not_what_is_earned() {
        assert_eq!(of_which(pounds(5_000, 5_000)), "");
        let halved = of_which(pounds(5_000, 2_500));
        assert_eq!(halved, ", of which £2,500 is paid");
        assert_eq!(of_which(pounds(0, 5_000)), ", while £5,000 is paid");
        let beneath = beneath(pounds(0, 5_000));
        assert_eq!(beneath.as_deref(), Some("£5,000 is paid"));
    }

    #[test]
    fn a_difference_in_payment_is_said_on_its_side_of_the_one_in_reward() {
        assert_eq!(beside(pounds(700, 700)), "");
        assert_eq!(beside(pounds(700, -300)), ", but £300 less is paid");
        assert_eq!(beside(pounds(-700, 300)), ", but £300 more is paid");
        assert_eq!(beside(pounds(700, 350)), ", and £350 more is paid");
        assert_eq!(beside(pounds(0, -300)), ", but £300 less is paid");
        assert_eq!(beside(pounds(700, 0)), ", but what is paid is the same");
    }

    #[test]
    fn a_note_in_a_table_is_left_out_where_it_would_say_the_same_sum() {
        assert_eq!(note(pounds(344_100, 344_120)), None);
        let (paid, says) = note(pounds(0, -1_030_000)).unwrap();
        assert_eq!((paid, says.as_str()), (Pence(-103_000_000), "paid −£1.03m"));
    }
}
