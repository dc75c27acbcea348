//! Payments, shares and trajectories as ranges.

use crate::common::*;
use crate::integral::near;
use crate::risky::{risky, simple};
use crate::tries::tries;
use laa::engine::Sharer;
use laa::model::{Interim, PaymentRule, Preset, SharingTo, TopSlice};
use laa::odds::{Fineness, Pert, SharerOdds, fans, payments, sharers};
use proptest::prelude::*;
use proptest::sample::Index;

const NINE_TENTHS: f64 = 1.281_551_565_544_600_4;

/// P10, P50 and P90 of a delivery.
fn delivered([worst, likely, best]: [f64; 3]) -> [f64; 3] {
    let pert = Pert::new(worst, likely, best).unwrap();
    [-NINE_TENTHS, 0.0, NINE_TENTHS].map(|z| pert.at(z))
}

#[test]
fn each_instalment_is_half_of_one_reward() {
    let (book, _) = simple(&[[62, 80, 99]]);
    let found = payments(&book.ag, &book.sc, pc(30), Fineness::LIVE);
    let quantiles = delivered([0.62, 0.8, 0.99]);
    assert_eq!(
        found.iter().map(|it| it.year).collect::<Vec<_>>(),
        [2006, 2007, 2008]
    );
    for year in &found[1..] {
        for (found, share) in [year.range.p10, year.range.p50, year.range.p90]
            .into_iter()
            .zip(quantiles)
        {
            near(found, 50_000.0 * share, 20.0);
        }
    }
    assert_eq!((found[0].mean, found[0].range.p90), (0.0, 0.0));
}

#[test]
fn an_interim_level_brings_a_fifth_forward_as_often_as_it_is_met() {
    // One year, so that the interim level is met where the end value is: at 80% of the stretch.
    let (mut book, ids) = simple(&[[30, 70, 110]]);
    let level = v("80");
    book.k(ids[0]).interim = Some(Interim { year: 0, level });
    let odds = book.odds(30);
    let met = Pert::new(0.3, 0.7, 1.1).unwrap().at_least(0.8);
    let found = payments(&book.ag, &book.sc, pc(30), Fineness::LIVE);
    near(found[0].mean, 20_000.0 * met, 1e-2);
    assert_eq!((found[0].range.p50, found[0].range.p90), (0.0, 20_000.0));
    // What was advanced is taken off both instalments alike.
    let balance = odds.mean - 20_000.0 * met;
    near(found[1].mean, 0.5 * balance, 5.0);
    near(found[2].mean, 0.5 * balance, 5.0);
}

#[test]
fn chance_at_the_end_does_not_touch_an_interim_year_before_it() {
    // 40 by the first year and 100 by the second at full delivery; the interim level is 30.
    let (mut book, ids) = simple(&[[30, 70, 110]]);
    book.ag.years = 2;
    let outcome = book.k(ids[0]).outcome;
    book.o(outcome).lag = vec![pc(40), pc(100)];
    book.k(ids[0]).without = vec![Some(v("0")); 2];
    book.k(ids[0]).with = vec![None, Some(v("100"))];
    book.k(ids[0]).response = Some(straight(1_000));
    book.spend(outcome, &[1_000, 0]);
    let level = v("30");
    book.k(ids[0]).interim = Some(Interim { year: 0, level });
    let met = Pert::new(0.3, 0.7, 1.1).unwrap().at_least(0.75);
    for noise in ["0", "8"] {
        book.risk(ids[0], [30, 70, 110], noise);
        let found = payments(&book.ag, &book.sc, pc(30), Fineness::LIVE);
        near(found[0].mean, 20_000.0 * met, 5.0);
        let sum: f64 = found.iter().map(|it| it.mean).sum();
        near(sum, book.odds(30).mean, 5.0);
    }
}

#[test]
fn an_advance_that_was_not_earned_is_repaid() {
    // The interim level is met by chance where the reward is not earned: below 60% but above 50%.
    let (mut book, ids) = simple(&[[52, 55, 58]]);
    let level = v("50");
    book.k(ids[0]).interim = Some(Interim { year: 0, level });
    let found = payments(&book.ag, &book.sc, pc(30), Fineness::LIVE);
    let sums: Vec<f64> = found.iter().map(|it| it.range.p50).collect();
    assert_eq!(sums, [20_000.0, -20_000.0, 0.0]);
}

#[test]
fn the_payment_of_march_2011_is_half_of_what_is_late() {
    let (mut book, _) = simple(&[[62, 80, 99]]);
    book.ag.first_year = 2008;
    let odds = book.odds(30);
    book.ag.rules.payment = PaymentRule::March2011;
    // 2008/09 only: the instalments of 2009/10 and 2010/11, the second of them halved.
    let found = payments(&book.ag, &book.sc, pc(30), Fineness::LIVE);
    let means: Vec<(u16, f64)> = found.iter().map(|it| (it.year, it.mean)).collect();
    assert_eq!(means.len(), 3);
    near(means[1].1, 0.5 * odds.mean, 1e-3);
    assert_eq!(means[2].0, 2010);
    near(means[2].1, 0.25 * odds.mean, 1e-3);
}

proptest! {
    #![proptest_config(tries(30))]

    #[test]
    fn payments_add_up_to_the_reward((mut book, correlation) in risky(), year in any::<Index>()) {
        // Interim levels in any year, so that some are met by delivery alone and some by chance too.
        let year = year.index(usize::from(book.ag.years)) as u8;
        for indicator in &mut book.ag.indicators {
            if let Some(interim) = &mut indicator.interim {
                interim.year = year;
            }
        }
        book.ag.rules.preset = Preset::Stretch;
        let fineness = Fineness { points: 192, spacing: 1.0 };
        let found = payments(&book.ag, &book.sc, pc(correlation), fineness);
        let sum: f64 = found.iter().map(|it| it.mean).sum();
        let odds = book.rough(correlation);
        let most: f64 = odds.indicators.iter().map(|it| it.most).sum();
        prop_assert!((sum - odds.mean).abs() < 3e-4 * most + 0.02, "{} {}", sum, odds.mean);
    }
}

fn of(found: &[SharerOdds], sharer: Sharer) -> [f64; 3] {
    let range = found.iter().find(|it| it.sharer == sharer).unwrap().range;
    [range.p10, range.p50, range.p90]
}

#[test]
fn by_delivery_a_partner_stands_on_its_own_outcomes() {
    let (mut book, ids) = simple(&[[62, 80, 99], [0, 10, 20]]);
    let partners = [book.pa(), book.pa()];
    for (id, partner) in ids.into_iter().zip(partners) {
        let outcome = book.k(id).outcome;
        book.deliver(outcome, &[(partner, 90)]);
    }
    let found = sharers(&book.ag, &book.sc, pc(30), Fineness::LIVE, &mut || ());
    let quantiles = delivered([0.62, 0.8, 0.99]);
    let first = of(&found, Sharer::Partner(partners[0]));
    for (found, share) in first.into_iter().zip(quantiles) {
        near(found, 45_000.0 * share, 20.0);
    }
    assert_eq!(of(&found, Sharer::Partner(partners[1])), [0.0; 3]);
    near(
        of(&found, Sharer::Unassigned)[1],
        5_000.0 * quantiles[1],
        5.0,
    );
}

#[test]
fn what_is_paid_on_account_before_march_2011_is_not_halved() {
    let (mut book, ids) = simple(&[[62, 80, 99]]);
    book.ag.first_year = 2009;
    book.ag.rules.payment = PaymentRule::March2011;
    let level = v("50");
    book.k(ids[0]).interim = Some(Interim { year: 0, level });
    let (partner, outcome) = (book.pa(), book.k(ids[0]).outcome);
    book.deliver(outcome, &[(partner, 100)]);
    for to in [SharingTo::Delivery, SharingTo::Equal] {
        book.ag.rules.sharing.to = to;
        let found = sharers(&book.ag, &book.sc, pc(30), Fineness::LIVE, &mut || ());
        let own = of(&found, Sharer::Partner(partner));
        for (found, share) in own.into_iter().zip(delivered([0.62, 0.8, 0.99])) {
            // £20,000 on account, and half of what is due beyond them.
            near(found, 20_000.0 + (100_000.0 * share - 20_000.0) / 2.0, 20.0);
        }
    }
}

#[test]
fn top_slices_come_first_then_bids_then_partners() {
    let (mut book, _) = simple(&[[62, 80, 99]]);
    let partner = book.pa();
    book.pa();
    book.ag.rules.sharing.to = SharingTo::Equal;
    book.ag.rules.sharing.bids = pc(10);
    for pounds in [70_000, 20_000] {
        book.ag.rules.sharing.top_slices.push(TopSlice {
            name: "Support".to_owned(),
            pounds: gbp(pounds),
        });
    }
    let found = sharers(&book.ag, &book.sc, pc(30), Fineness::LIVE, &mut || ());
    let whole = delivered([0.62, 0.8, 0.99]).map(|share| 100_000.0 * share);
    let wanted = |f: &dyn Fn(f64) -> f64| whole.map(f);
    for (sharer, wanted) in [
        (Sharer::TopSlice(0), wanted(&|it| it.min(70_000.0))),
        (
            Sharer::TopSlice(1),
            wanted(&|it| (it - 70_000.0).clamp(0.0, 20_000.0)),
        ),
        (Sharer::Bids, wanted(&|it| 0.1 * (it - 90_000.0).max(0.0))),
        (
            Sharer::Partner(partner),
            wanted(&|it| 0.45 * (it - 90_000.0).max(0.0)),
        ),
    ] {
        for (found, wanted) in of(&found, sharer).into_iter().zip(wanted) {
            near(found, wanted, 40.0);
        }
    }
}

#[test]
fn a_fan_opens_from_the_last_recorded_year() {
    // 20 by the first year and 50 by the second at full delivery; 30 was recorded in the first.
    let (mut book, ids) = simple(&[[40, 80, 120]]);
    book.ag.years = 3;
    let outcome = book.k(ids[0]).outcome;
    book.o(outcome).lag = vec![pc(20), pc(50), pc(100)];
    book.k(ids[0]).without = vec![Some(v("0")); 3];
    book.k(ids[0]).with = vec![None, None, Some(v("100"))];
    book.k(ids[0]).response = Some(straight(1_000));
    book.spend(outcome, &[1_000, 0, 0]);
    book.k(ids[0]).actual = vec![Some(v("30"))];
    let years = fans(&book.ag, &book.sc).remove(0).years;
    let quantiles = delivered([0.4, 0.8, 1.2]);
    for (year, still) in [(0, 0.0), (1, 30.0), (2, 80.0)] {
        let found = years[year].unwrap();
        for (found, share) in [found.worse, found.middle, found.better]
            .into_iter()
            .zip(quantiles)
        {
            near(found, 30.0 + still * share, 1e-9);
        }
    }
}

#[test]
fn a_fan_of_an_indicator_that_should_fall_has_its_worse_side_above() {
    let mut book = Book::new(1);
    let block = book.bl();
    let outcome = book.oc(block);
    let id = book.ki(outcome, "50", "30");
    book.k(id).response = Some(points(&[(0, 100), (1, 100)]));
    book.risk(id, [50, 80, 110], "2");
    let year = fans(&book.ag, &book.sc).remove(0).years[0].unwrap();
    assert!(year.worse > year.middle && year.middle > year.better);
    // Worse than without noise, better than without noise.
    let quiet = delivered([0.5, 0.8, 1.1]).map(|share| 50.0 - 20.0 * share);
    assert!(year.worse > quiet[0] && year.better < quiet[2]);
}
