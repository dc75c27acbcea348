//! Laws that hold for every agreement.

use crate::common::*;
use crate::random::book;
use crate::tries::tries;
use laa::engine::{Evaluation, Problem};
use laa::model::{Better, Decimal, Fence, PaymentRule, Pence, Pot, Pounds, Preset, SetUp};
use proptest::prelude::*;
use proptest::sample::Index;

/// Whether every typed pound is paid, and every pin and floor met.
fn valid(found: &Evaluation) -> bool {
    let breaks = |problem| {
        matches!(
            problem,
            Problem::Unplaced { .. } | Problem::PinUnmet { .. } | Problem::FloorUnmet { .. }
        )
    };
    !found.findings.iter().any(|finding| breaks(finding.problem))
}

fn wider(fence: Fence) -> Fence {
    match fence {
        Fence::Stream => Fence::Block,
        Fence::Block => Fence::Agreement,
        Fence::Agreement | Fence::None => Fence::None,
    }
}

/// The sign of better.
fn toward(better: Better) -> i64 {
    if better == Better::Higher { 1 } else { -1 }
}

/// A value moved toward better, in millionths.
fn better(better: Better, value: Decimal, by: i64) -> Decimal {
    Decimal::from_millionths(value.millionths() + toward(better) * by).unwrap()
}

fn sum<T: std::iter::Sum>(parts: impl Iterator<Item = T>) -> T {
    parts.sum()
}

proptest! {
    #![proptest_config(tries(400))]

    #[test]
    fn widening_a_fence_never_makes_a_valid_allocation_invalid(mut book in book(), which in any::<Index>(), share in 1_i64..=4) {
        // Spending less makes enough of the rolled allocations valid.
        for (outcome, year, pounds) in book.sc.spending.clone().cells() {
            book.sc.spending.set(outcome, year, Pounds(pounds.0 / share));
        }
        let before = book.ev();
        prop_assume!(valid(&before));
        let stream = which.get(&before.streams);
        book.fence(stream.id, wider(stream.fence));
        prop_assert!(valid(&book.ev()));
    }

    #[test]
    fn a_wider_set_up_never_makes_a_valid_allocation_invalid(mut book in book(), share in 1_i64..=4) {
        for (outcome, year, pounds) in book.sc.spending.clone().cells() {
            book.sc.spending.set(outcome, year, Pounds(pounds.0 / share));
        }
        let order = [SetUp::SeparateStreams, SetUp::RingFencedBlocks, SetUp::SinglePot, SetUp::AreaBasedGrant];
        for pair in order.windows(2) {
            book.sc.setup = pair[0];
            let before = valid(&book.ev());
            book.sc.setup = pair[1];
            prop_assert!(!before || valid(&book.ev()), "{:?}", pair);
        }
    }

    #[test]
    fn it_does_not_matter_in_which_order_things_were_added(book in book(), seed in any::<Index>()) {
        let mut other = book.clone();
        fn turn<T>(things: &mut [T], seed: &Index) {
            if !things.is_empty() {
                let by = seed.index(things.len());
                things.rotate_left(by);
                if by % 2 == 1 {
                    things.reverse();
                }
            }
        }
        turn(&mut other.ag.blocks, &seed);
        turn(&mut other.ag.partners, &seed);
        turn(&mut other.ag.streams, &seed);
        turn(&mut other.ag.outcomes, &seed);
        turn(&mut other.ag.indicators, &seed);
        for stream in &mut other.ag.streams {
            turn(&mut stream.floors, &seed);
            turn(&mut stream.named, &seed);
        }
        for outcome in &mut other.ag.outcomes {
            turn(&mut outcome.delivery, &seed);
        }
        turn(&mut other.sc.fences, &seed);
        turn(&mut other.sc.freedoms, &seed);
        turn(&mut other.sc.pins, &seed);
        turn(&mut other.sc.dropped, &seed);
        prop_assert_eq!(book.ev(), other.ev());
    }

    #[test]
    fn parts_sum_to_the_whole(book in book()) {
        let found = book.ev();
        let designated = book.ag.rules.preset == Preset::Designated;
        let potential = |id| sum(found.indicators.iter().filter(|it| it.outcome == id).map(|it| it.potential));
        for outcome in &found.outcomes {
            let counts = found.indicators.iter().any(|it| {
                let given = book.ag.indicators.iter().find(|given| given.id == it.id).unwrap();
                it.rewarded && it.outcome == outcome.id && (designated || given.weight > 0)
            });
            if counts {
                prop_assert_eq!(potential(outcome.id), outcome.potential);
            }
            let earned: Pence = sum(found.indicators.iter().filter(|it| it.outcome == outcome.id).map(|it| it.reward));
            prop_assert_eq!(earned, outcome.reward);
        }
        let whole: Pence = sum(found.outcomes.iter().map(|it| it.potential));
        prop_assert!(whole == found.pot || whole == Pence(0));
        prop_assert_eq!(sum::<Pence>(found.outcomes.iter().map(|it| it.reward)), found.reward);
        prop_assert!(found.reward <= found.pot);
        prop_assert_eq!(sum::<Pence>(found.payments.iter().map(|it| it.total())), found.reward);
        for (year, payment) in found.payments.iter().enumerate() {
            prop_assert!((payment.capital - payment.revenue).0.abs() <= 1);
            prop_assert_eq!(sum::<Pence>(found.partners.iter().map(|it| it.reward[year])), payment.total());
        }
        for year in 0..usize::from(book.ag.years) {
            let rows = || found.partners.iter().map(|it| it.years[year]);
            let spent = found.outcomes.iter().map(|it| it.years[year]);
            prop_assert_eq!(sum::<Pounds>(rows().map(|it| it.spent)), sum(spent.clone().map(|it| it.pooled + it.aligned)));
            prop_assert_eq!(sum::<Pounds>(rows().map(|it| it.pump)), sum(spent.map(|it| it.pump)));
            prop_assert_eq!(sum::<Pounds>(rows().map(|it| it.pump)), found.pump.spent[year]);
            let brought = rows().map(|it| it.pooled + it.aligned + it.local);
            prop_assert_eq!(sum::<Pounds>(brought), sum(found.streams.iter().map(|it| it.years[year].amount)));
        }
    }

    #[test]
    fn the_payment_of_march_2011_halves_what_is_late_and_leaves_the_rest(mut book in book(), first_year in 2000_u16..2012) {
        book.ag.first_year = first_year;
        let planned = book.ev().payments;
        book.ag.rules.payment = PaymentRule::March2011;
        let found = book.ev();
        let early = |of: &[laa::engine::PaymentYear]| of.iter().filter(|it| it.year < 2010).copied().collect::<Vec<_>>();
        prop_assert_eq!(early(&found.payments), early(&planned));
        let late = |of: &[laa::engine::PaymentYear]| sum::<Pence>(of.iter().filter(|it| it.year >= 2010).map(|it| it.total())).0;
        let halved = late(&found.payments) * 2 - late(&planned);
        prop_assert!(halved.abs() <= 1);
        prop_assert!(found.payments.iter().all(|it| it.year <= 2010));
    }

    #[test]
    fn doubling_the_budget_requirement_doubles_the_pot_up_to_rounding(mut book in book(), net in 0_i64..1_000_000_000, rate in 1_u32..=10_000) {
        book.ag.rules.pot = Pot::Rate(laa::model::BasisPoints(rate));
        book.ag.area.net_budget = Some(Pounds(net));
        let once = book.ev();
        book.ag.area.net_budget = Some(Pounds(2 * net));
        let twice = book.ev();
        prop_assert!((twice.pot.0 - 2 * once.pot.0).abs() <= 1);
        let parts = once.indicators.len() as i64 + once.outcomes.len() as i64;
        prop_assert!((twice.reward.0 - 2 * once.reward.0).abs() <= 3 * parts + 2);
    }

    #[test]
    fn improving_what_was_recorded_never_lowers_the_reward(mut book in book(), which in any::<Index>(), by in 0_i64..40_000_000) {
        prop_assume!(!book.ag.indicators.is_empty());
        let at = which.index(book.ag.indicators.len());
        let end = usize::from(book.ag.years) - 1;
        let indicator = &mut book.ag.indicators[at];
        indicator.actual.resize(end + 1, None);
        let recorded = indicator.actual[end].unwrap_or_else(|| v("25"));
        indicator.actual[end] = Some(recorded);
        let before = book.ev();
        let indicator = &mut book.ag.indicators[at];
        indicator.actual[end] = Some(better(indicator.better, recorded, by));
        let after = book.ev();
        prop_assert!(after.reward >= before.reward);
        let whole = |found: &Evaluation| sum::<Pence>(found.payments.iter().map(|it| it.total()));
        prop_assert!(whole(&after) >= whole(&before));
    }

    #[test]
    fn more_money_never_lowers_a_value(mut book in book(), which in any::<Index>(), year in any::<Index>(), more in 0_i64..50) {
        // After a recorded year only what money adds since then counts, so money must come after it.
        book.ag.indicators.iter_mut().for_each(|it| it.actual.clear());
        let before = book.ev();
        let outcome = which.get(&book.ag.outcomes).id;
        let year = year.index(usize::from(book.ag.years));
        let typed = book.sc.spending.get(outcome, year);
        book.sc.spending.set(outcome, year, typed + Pounds(more));
        let after = book.ev();
        for (before, after) in before.indicators.iter().zip(&after.indicators) {
            let given = book.ag.indicators.iter().find(|it| it.id == after.id).unwrap();
            for (before, after) in before.value.iter().zip(&after.value) {
                let gained = after.unwrap().millionths() - before.unwrap().millionths();
                prop_assert!(toward(given.better) * gained >= 0);
            }
        }
    }

    #[test]
    fn money_after_a_recorded_year_never_lowers_what_follows(mut book in book(), which in any::<Index>(), more in 0_i64..50) {
        let end = usize::from(book.ag.years) - 1;
        book.ag.indicators.iter_mut().for_each(|it| {
            if let Some(at_end) = it.actual.get_mut(end) {
                *at_end = None;
            }
        });
        let before = book.ev();
        let outcome = which.get(&book.ag.outcomes).id;
        let typed = book.sc.spending.get(outcome, end);
        book.sc.spending.set(outcome, end, typed + Pounds(more));
        let after = book.ev();
        for (before, after) in before.indicators.iter().zip(&after.indicators) {
            let given = book.ag.indicators.iter().find(|it| it.id == after.id).unwrap();
            let gained = after.value[end].unwrap().millionths() - before.value[end].unwrap().millionths();
            prop_assert!(toward(given.better) * gained >= 0);
        }
    }
}
