//! Who brings, spends and gets what.

use crate::common::*;
use laa::engine::{Evaluation, Place, Problem, Sharer};
use laa::model::{Interim, Origin, PartnerId, PumpTo, SharingTo, TopSlice};

/// Two outcomes that earn £30,000 and £50,000, delivered by three partners.
fn shares() -> (Book, [PartnerId; 3]) {
    let mut book = Book::new(3);
    let partners = [(); 3].map(|()| book.pa());
    let block = book.bl();
    let [one, two] = [book.oc(block), book.oc(block)];
    book.rec(one, "0", "10", "6");
    book.rec(two, "0", "10", "10");
    book.deliver(one, &[(partners[0], 50), (partners[1], 50)]);
    book.deliver(two, &[(partners[1], 10), (partners[2], 90)]);
    (book, partners)
}

/// Rows of the reward in whole pounds over the three payments.
fn rows(found: &Evaluation) -> Vec<(Sharer, Vec<i64>)> {
    let pounds = |reward: &[laa::model::Pence]| reward.iter().map(|it| to_the_pound(*it)).collect();
    found
        .partners
        .iter()
        .map(|row| (row.sharer, pounds(&row.reward)))
        .collect()
}

#[test]
fn by_delivery_of_the_outcomes_that_earned_it() {
    let (book, [council, police, trust]) = shares();
    assert_eq!(
        rows(&book.ev()),
        [
            (Sharer::Partner(council), vec![0, 7_500, 7_500]),
            (Sharer::Partner(police), vec![0, 10_000, 10_000]),
            (Sharer::Partner(trust), vec![0, 22_500, 22_500]),
            (Sharer::Unassigned, vec![0, 0, 0]),
        ]
    );
}

#[test]
fn top_slices_come_first_then_bids_then_partners() {
    // £41,000 off the first £40,000 and on into the second; a quarter of the rest for bids.
    let (mut book, [council, police, trust]) = shares();
    let sharing = &mut book.ag.rules.sharing;
    sharing.top_slices = [("Support", 1_000), ("Voluntary sector", 40_000)]
        .map(|(name, pounds)| TopSlice {
            name: name.to_owned(),
            pounds: gbp(pounds),
        })
        .to_vec();
    sharing.bids = pc(25);
    sharing.to = SharingTo::Equal;
    assert_eq!(
        rows(&book.ev()),
        [
            (Sharer::Partner(council), vec![0, 0, 9_750]),
            (Sharer::Partner(police), vec![0, 0, 9_750]),
            (Sharer::Partner(trust), vec![0, 0, 9_750]),
            (Sharer::TopSlice(0), vec![0, 1_000, 0]),
            (Sharer::TopSlice(1), vec![0, 39_000, 1_000]),
            (Sharer::Bids, vec![0, 0, 9_750]),
            (Sharer::Unassigned, vec![0, 0, 0]),
        ]
    );
}

#[test]
fn a_top_slice_of_an_advance_that_is_repaid_is_given_back() {
    // A fifth of £100,000 on account, and nothing earned: all £20,000 go back.
    let (mut book, _) = shares();
    book.ag.indicators.clear();
    let outcome = book.ag.outcomes[0].id;
    book.ag.outcomes.truncate(1);
    let failed = book.rec(outcome, "0", "10", "0");
    book.k(failed).actual[1] = Some(v("5"));
    book.k(failed).interim = Some(Interim {
        year: 1,
        level: v("5"),
    });
    book.ag.rules.sharing.to = SharingTo::Equal;
    book.ag.rules.sharing.top_slices.push(TopSlice {
        name: "Support".to_owned(),
        pounds: gbp(5_000),
    });
    let found = rows(&book.ev());
    assert_eq!(found[0].1, [5_000, -5_000, 0]);
    assert_eq!(found[3], (Sharer::TopSlice(0), vec![5_000, -5_000, 0]));
}

#[test]
fn by_typed_shares_with_the_rest_for_nobody() {
    let (mut book, [council, _, trust]) = shares();
    book.ag.rules.sharing.to = SharingTo::Typed(shared(&[(trust, 30), (council, 50)]));
    let found = rows(&book.ev());
    assert_eq!(
        found[0],
        (Sharer::Partner(council), vec![0, 20_000, 20_000])
    );
    assert_eq!(found[1].1, [0, 0, 0]);
    assert_eq!(found[2], (Sharer::Partner(trust), vec![0, 12_000, 12_000]));
    assert_eq!(found[3], (Sharer::Unassigned, vec![0, 8_000, 8_000]));
}

#[test]
fn what_partners_bring_spend_and_are_primed_with() {
    let (mut book, [council, police, trust]) = shares();
    let block = book.ag.blocks[0].id;
    let [one, two] = [book.ag.outcomes[0].id, book.ag.outcomes[1].id];
    let [pooled, aligned, local, nobody] = [(); 4].map(|()| book.st(block, &[1_000, 100, 10]));
    book.s(pooled).partner = Some(council);
    book.s(aligned).partner = Some(police);
    book.align(aligned, two, &[100, 100, 0]);
    book.s(local).partner = Some(trust);
    book.s(local).origin = Origin::Local;
    book.s(nobody).amounts.truncate(1);
    book.spend(one, &[201]);
    book.ag.rules.pump.grant = laa::model::PumpGrant::Stated(gbp(10_000));
    book.sc.pump.spending.set(two, 0, gbp(900));
    let found = book.ev();
    let first = |row: usize| found.partners[row].years[0];
    assert_eq!(first(0).pooled, gbp(1_000));
    assert_eq!(first(1).aligned, gbp(1_000));
    assert_eq!(first(2).local, gbp(1_000));
    assert_eq!(
        first(3).pooled,
        gbp(1_000),
        "brought by nobody who is named"
    );
    assert_eq!(found.partners[0].years[2].pooled, gbp(10));
    // Half of £201 each, the odd pound to the first; a tenth and nine tenths of the aligned £100.
    assert_eq!(
        [first(0).spent, first(1).spent, first(2).spent],
        [101, 110, 90].map(gbp)
    );
    assert_eq!(
        [first(0).pump, first(1).pump, first(2).pump],
        [0, 90, 810].map(gbp)
    );

    book.ag.rules.pump.to = PumpTo::Typed(shared(&[(council, 20), (police, 30)]));
    let found = book.ev();
    let pump: Vec<i64> = found
        .partners
        .iter()
        .map(|row| row.years[0].pump.0)
        .collect();
    assert_eq!(pump, [180, 270, 0, 450]);
}

#[test]
fn delivery_shares_that_are_not_the_whole_are_said() {
    let (mut book, [council, police, _]) = shares();
    let outcome = book.ag.outcomes[0].id;
    book.deliver(outcome, &[(council, 50), (police, 30)]);
    let found = book.ev();
    assert_eq!(
        at(&found, Place::Outcome(outcome, None)),
        [Problem::DeliveryShares]
    );
    // A fifth of the £30,000 is nobody's.
    assert_eq!(rows(&found)[3], (Sharer::Unassigned, vec![0, 3_000, 3_000]));
}

#[test]
fn a_repayment_is_shared_as_the_reward_is() {
    let (mut book, [council, ..]) = shares();
    let id = book.ag.indicators[0].id;
    book.k(id).actual = vec![None, Some(v("9")), Some(v("0"))];
    book.k(id).interim = Some(laa::model::Interim {
        year: 1,
        level: v("9"),
    });
    book.ag.rules.sharing.to = SharingTo::Typed(shared(&[(council, 100)]));
    // Advance a fifth of £50,000; the other indicator pays £25,000 in each of the two years.
    assert_eq!(rows(&book.ev())[0].1, [10_000, 15_000, 25_000]);
}

/// The council alone delivers what earns £30,000, the police alone an outcome of £50,000 with a fifth on account.
fn advanced(actual: &str) -> (Vec<(Sharer, Vec<i64>)>, [Sharer; 2]) {
    let (mut book, [council, police, _]) = shares();
    let [one, two] = [book.ag.outcomes[0].id, book.ag.outcomes[1].id];
    book.deliver(one, &[(council, 100)]);
    book.deliver(two, &[(police, 100)]);
    let id = book.ag.indicators[1].id;
    book.k(id).actual = vec![None, Some(v("9")), Some(v(actual))];
    book.k(id).interim = Some(Interim {
        year: 1,
        level: v("9"),
    });
    (rows(&book.ev()), [council, police].map(Sharer::Partner))
}

#[test]
fn an_advance_goes_to_those_who_deliver_what_earned_it() {
    // £10,000 on account, then the other £40,000; the council's £30,000 in two parts as ever.
    let (found, [council, police]) = advanced("10");
    assert_eq!(found[0], (council, vec![0, 15_000, 15_000]));
    assert_eq!(found[1], (police, vec![10_000, 20_000, 20_000]));
    assert_eq!(found[3], (Sharer::Unassigned, vec![0, 0, 0]));
}

#[test]
fn those_who_had_an_advance_give_back_what_is_repaid_of_it() {
    let (found, [council, police]) = advanced("0");
    assert_eq!(found[0], (council, vec![0, 15_000, 15_000]));
    assert_eq!(found[1], (police, vec![10_000, -10_000, 0]));
    assert_eq!(found[3], (Sharer::Unassigned, vec![0, 0, 0]));
}
