//! Who may get what of the reward: partners' shares as ranges.
//!
//! Where partners share by delivery, what a partner earns is a sum over indicators of its own and has its
//! own distribution. Two things are taken at their mean: the part of the top-slices that a partner
//! bears, and, under one cliff on the average, its share of the whole.

use crate::engine::{Sharer, evaluate};
use crate::model::{Agreement, BasisPoints, PartnerId, PartnerShare, Pounds, Scenario, SharingTo};
use crate::odds::distribution::Range;
use crate::odds::factor::Factor;
use crate::odds::payment::Terms;
use crate::odds::reward::{Odds, of_stakes};
use crate::odds::stake::{Stake, Stakes};
use crate::odds::sum::{Fineness, Sum};
use crate::odds::wager::Wager;
use serde::{Deserialize, Serialize};

/// What one sharer may get over all years, in pounds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SharerOdds {
    /// Who.
    pub sharer: Sharer,
    /// P10, P50 and P90.
    pub range: Range,
}

/// Shares of the reward as ranges: partners, top-slices and bids where there are any, then nobody's. Calls `tell` before
/// each partner.
#[must_use]
pub fn sharers(
    agreement: &Agreement,
    scenario: &Scenario,
    correlation: BasisPoints,
    fineness: Fineness,
    tell: &mut dyn FnMut(),
) -> Vec<SharerOdds> {
    let found = evaluate(agreement, scenario);
    let stakes = Stakes::of(agreement, scenario, &found);
    let factor = Factor::new(correlation);
    let table = Table {
        agreement,
        odds: of_stakes(&stakes, factor, fineness),
        stakes: &stakes,
        factor,
        fineness,
        terms: Terms::over_all_years(agreement, scenario),
        sliced: slices(agreement, scenario),
        bids: f64::from(scenario.rules_in(agreement).sharing.bids.0) / 10_000.0,
        to: &scenario.rules_in(agreement).sharing.to,
    };
    table.rows(tell)
}

/// The ends of the top-slices, one after another, in pounds.
fn slices(agreement: &Agreement, scenario: &Scenario) -> Vec<f64> {
    let mut end = Pounds(0);
    let slices = scenario.rules_in(agreement).sharing.top_slices.iter();
    slices
        .map(|slice| {
            end += slice.pounds.or_nothing();
            end.0 as f64
        })
        .collect()
}

/// Shares of a whole, with what they leave of it to nobody.
struct Weights<'a> {
    shares: &'a [PartnerShare],
    whole: f64,
}

impl<'a> Weights<'a> {
    fn new(shares: &'a [PartnerShare]) -> Self {
        let given: u32 = shares.iter().map(|share| share.share.0).sum();
        Self {
            shares,
            whole: f64::from(given.max(10_000)),
        }
    }

    fn of(&self, partner: Option<PartnerId>, known: impl Fn(PartnerId) -> bool) -> f64 {
        let sum = |test: &dyn Fn(PartnerId) -> bool| {
            let own = self.shares.iter().filter(|share| test(share.partner));
            own.map(|share| f64::from(share.share.0)).sum::<f64>()
        };
        match partner {
            Some(partner) => sum(&|id| id == partner) / self.whole,
            None => 1.0 - sum(&known) / self.whole,
        }
    }
}

struct Table<'a> {
    agreement: &'a Agreement,
    odds: Odds,
    stakes: &'a Stakes,
    factor: Factor,
    fineness: Fineness,
    /// What a pound earned, or paid on account of it, brings over all years.
    terms: Terms,
    sliced: Vec<f64>,
    bids: f64,
    to: &'a SharingTo,
}

impl Table<'_> {
    fn rows(&self, tell: &mut dyn FnMut()) -> Vec<SharerOdds> {
        let mut partners: Vec<PartnerId> = self.agreement.partners.iter().map(|it| it.id).collect();
        partners.sort_unstable();
        let whole = self.whole();
        let last = self.sliced.last().copied().unwrap_or(0.0);
        let shared = |pounds: f64| (pounds - last).max(0.0);
        let row = |sharer, range| SharerOdds { sharer, range };
        let mut rows: Vec<SharerOdds> = partners
            .iter()
            .map(|&partner| {
                tell();
                row(Sharer::Partner(partner), self.partner(Some(partner)))
            })
            .collect();
        for (index, &end) in self.sliced.iter().enumerate() {
            let start = index
                .checked_sub(1)
                .map_or(0.0, |before| self.sliced[before]);
            let taken = whole.map(|pounds| (pounds.min(end) - start).max(0.0));
            rows.push(row(Sharer::TopSlice(index), taken));
        }
        if self.bids > 0.0 {
            let held = whole.map(|pounds| self.bids * shared(pounds));
            rows.push(row(Sharer::Bids, held));
        }
        rows.push(row(Sharer::Unassigned, self.partner(None)));
        rows
    }

    /// What a partner, or nobody, gets.
    fn partner(&self, partner: Option<PartnerId>) -> Range {
        let last = self.sliced.last().copied().unwrap_or(0.0);
        let left = |pounds: f64, slices: f64| (1.0 - self.bids) * (pounds - slices).max(0.0);
        let fixed = match self.to {
            SharingTo::Typed(shares) => Some(self.weight(shares, partner)),
            SharingTo::Equal => Some(match (partner, self.agreement.partners.len()) {
                (None, 0) => 1.0,
                (None, _) => 0.0,
                (Some(_), count) => 1.0 / count as f64,
            }),
            SharingTo::Delivery if self.stakes.cliff.is_some() => Some(self.expected(partner)),
            SharingTo::Delivery => None,
        };
        if let Some(part) = fixed {
            return self.whole().map(|pounds| part * left(pounds, last));
        }
        let slices = last * self.expected(partner);
        let own = self.paid(|stake| self.part(stake, partner));
        own.map(|pounds| left(pounds, slices))
    }

    /// What is paid over all years to all together.
    fn whole(&self) -> Range {
        if self.stakes.any_advance() {
            return self.paid(|_| 1.0);
        }
        let reward = self.odds.reward.range();
        reward.map(|pounds| self.terms.due() * pounds)
    }

    /// What is paid over all years of a part of what each stake earns.
    fn paid(&self, part: impl Fn(&Stake) -> f64) -> Range {
        let terms = self.terms;
        let wager = |stake| {
            let part = part(stake);
            Wager::settled(stake, move |earned, advance| {
                part * terms.pays(earned, advance)
            })
        };
        if self.stakes.any_advance() {
            let wagers: Vec<Wager<'_>> = self.stakes.each.iter().map(wager).collect();
            return Sum::new(&wagers, self.factor, self.fineness)
                .distribution()
                .range();
        }
        let earned = |stake| Wager::part(stake, part(stake));
        let wagers: Vec<Wager<'_>> = self.stakes.each.iter().map(earned).collect();
        let own = Sum::new(&wagers, self.factor, self.fineness).distribution();
        own.range().map(|pounds| terms.due() * pounds)
    }

    fn weight(&self, shares: &[PartnerShare], partner: Option<PartnerId>) -> f64 {
        let partners = &self.agreement.partners;
        let known = |id| partners.iter().any(|partner| partner.id == id);
        Weights::new(shares).of(partner, known)
    }

    /// A partner's part of what a stake earns.
    fn part(&self, stake: &Stake, partner: Option<PartnerId>) -> f64 {
        let mut outcomes = self.agreement.outcomes.iter();
        let outcome = outcomes.find(|outcome| outcome.id == stake.outcome);
        self.weight(outcome.map_or(&[], |outcome| &outcome.delivery), partner)
    }

    /// A partner's part of what all stakes earn on average.
    fn expected(&self, partner: Option<PartnerId>) -> f64 {
        let means = self.odds.indicators.iter().map(|indicator| indicator.mean);
        let own = means.clone().zip(&self.stakes.each);
        let own: f64 = own
            .map(|(mean, stake)| mean * self.part(stake, partner))
            .sum();
        let whole: f64 = means.sum();
        if whole > 0.0 { own / whole } else { 0.0 }
    }
}
