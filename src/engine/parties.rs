//! Who brings, spends and gets what: rows that add up to the agreement.

use crate::engine::case::Case;
use crate::engine::evaluation::{
    OutcomeYear, PartnerResult, PartnerYear, PaymentYear, Sharer, StreamResult,
};
use crate::model::{
    Grid, Origin, PartnerId, PartnerShare, Pence, Pounds, PumpTo, SharingTo, order, split,
};

/// What parties are reckoned from.
pub(crate) struct Sums<'a> {
    pub(crate) streams: &'a [StreamResult],
    pub(crate) spending: &'a [Vec<OutcomeYear>],
    pub(crate) pump: &'a Grid,
    /// What each outcome earns, in the order by id.
    pub(crate) earned: &'a [Pence],
    /// What each outcome brings of each payment, in the order by id, up to odd pence; nothing where no payment is on
    /// account, as it is the same share of every payment then.
    pub(crate) brought: Option<&'a [Vec<Pence>]>,
    pub(crate) payments: &'a [PaymentYear],
}

/// A row for each partner, then for top-slices and bids where there are any, then for what is nobody's.
pub(crate) fn parties(case: &Case<'_>, sums: &Sums<'_>) -> Vec<PartnerResult> {
    let mut partners: Vec<PartnerId> = case
        .agreement
        .partners
        .iter()
        .map(|partner| partner.id)
        .collect();
    order::by_key(&mut partners, |partner| *partner);
    let mut table = Table {
        rows: Vec::new(),
        partners,
    };
    for &partner in &table.partners {
        table
            .rows
            .push(empty(case, Sharer::Partner(partner), sums.payments.len()));
    }
    table
        .rows
        .push(empty(case, Sharer::Unassigned, sums.payments.len()));
    table.bring(case, sums);
    table.spend(case, sums);
    table.prime(case, sums);
    table.share(case, sums);
    table.rows
}

fn empty(case: &Case<'_>, sharer: Sharer, payments: usize) -> PartnerResult {
    PartnerResult {
        sharer,
        years: vec![PartnerYear::default(); case.years],
        reward: vec![Pence(0); payments],
    }
}

struct Table {
    rows: Vec<PartnerResult>,
    partners: Vec<PartnerId>,
}

impl Table {
    /// The row of a partner, or the row of what is nobody's.
    fn row(&self, partner: Option<PartnerId>) -> usize {
        let found = partner.and_then(|id| self.partners.binary_search(&id).ok());
        found.unwrap_or(self.partners.len())
    }

    /// Typed or delivery shares as weights of rows; what they leave of the whole is nobody's.
    fn weights(&self, shares: &[PartnerShare]) -> Weights {
        let given: u64 = shares.iter().map(|share| u64::from(share.share.0)).sum();
        let mut weights: Vec<(usize, u64)> = shares
            .iter()
            .map(|share| (self.row(Some(share.partner)), u64::from(share.share.0)))
            .chain([(self.partners.len(), 10_000_u64.saturating_sub(given))])
            .filter(|&(_, weight)| weight > 0)
            .collect();
        order::by_key(&mut weights, |weight| *weight);
        Weights::from_iter(weights)
    }

    fn bring(&mut self, case: &Case<'_>, sums: &Sums<'_>) {
        for (stream, result) in case.streams.iter().zip(sums.streams) {
            let row = self.row(stream.partner);
            for (year, money) in self.rows[row].years.iter_mut().enumerate() {
                let amount = stream.amount(year).counted();
                match (stream.origin, result.pooled) {
                    (Origin::Local, _) => money.local += amount,
                    (Origin::Grant, true) => money.pooled += amount,
                    (Origin::Grant, false) => money.aligned += amount,
                }
            }
        }
    }

    fn spend(&mut self, case: &Case<'_>, sums: &Sums<'_>) {
        for (outcome, years) in case.outcomes.iter().zip(sums.spending) {
            let weights = self.weights(&outcome.delivery);
            for (year, money) in years.iter().enumerate() {
                for (row, part) in weights.parts((money.pooled + money.aligned).0) {
                    self.rows[row].years[year].spent += Pounds(part);
                }
            }
        }
    }

    fn prime(&mut self, case: &Case<'_>, sums: &Sums<'_>) {
        for (outcome, year, pounds) in sums.pump.cells() {
            let Some(index) = case.outcome(outcome).filter(|_| year < case.years) else {
                continue;
            };
            let weights = match &case.rules.pump.to {
                PumpTo::Typed(shares) => self.weights(shares),
                PumpTo::Delivery => self.weights(&case.outcomes[index].delivery),
            };
            for (row, part) in weights.parts(pounds.0) {
                self.rows[row].years[year].pump += Pounds(part);
            }
        }
    }

    /// Shares each payment: top-slices from the first money, then the part held for bids, then partners. What is repaid
    /// comes from them the other way round: top-slices are given back last.
    fn share(&mut self, case: &Case<'_>, sums: &Sums<'_>) {
        let sharing = &case.rules.sharing;
        let by = self.by(case, sums);
        let mut slices: Vec<PartnerResult> = (0..sharing.top_slices.len())
            .map(|index| empty(case, Sharer::TopSlice(index), sums.payments.len()))
            .collect();
        let mut bids = empty(case, Sharer::Bids, sums.payments.len());
        let (mut arrived, mut shared) = (Pence(0), Pence(0));
        for (year, payment) in sums.payments.iter().enumerate() {
            let mut rest = payment.total();
            arrived += rest;
            let mut unsliced = arrived;
            for (slice, typed) in slices.iter_mut().zip(&sharing.top_slices) {
                let had: Pence = slice.reward[..year].iter().copied().sum();
                let has = typed.pounds.pence().min(unsliced).max(Pence(0));
                slice.reward[year] = has - had;
                rest -= has - had;
                unsliced -= has;
            }
            bids.reward[year] = sharing.bids.of_pence(rest);
            rest -= bids.reward[year];
            shared += rest;
            match &by {
                By::Fixed(weights) => {
                    for (row, part) in weights.parts(rest.0) {
                        self.rows[row].reward[year] += Pence(part);
                    }
                }
                By::Brought(brought) => {
                    let so_far = |payments: &Vec<Pence>| payments[..=year].iter().copied().sum();
                    let brought: Vec<Pence> = brought.iter().map(so_far).collect();
                    for (row, part) in self.delivered(case, &brought).parts(shared.0) {
                        let own = &mut self.rows[row].reward;
                        let had: Pence = own[..year].iter().copied().sum();
                        own[year] = Pence(part) - had;
                    }
                }
            }
        }
        let nobody = self.partners.len();
        let bids = (sharing.bids.0 > 0).then_some(bids);
        self.rows
            .splice(nobody..nobody, slices.into_iter().chain(bids));
    }

    /// By what each payment is shared.
    fn by<'a>(&self, case: &Case<'_>, sums: &Sums<'a>) -> By<'a> {
        match (&case.rules.sharing.to, sums.brought) {
            (SharingTo::Typed(shares), _) => By::Fixed(self.weights(shares)),
            (SharingTo::Equal, _) if self.partners.is_empty() => By::Fixed(self.weights(&[])),
            (SharingTo::Equal, _) => {
                By::Fixed((0..self.partners.len()).map(|row| (row, 1)).collect())
            }
            (SharingTo::Delivery, Some(brought)) => By::Brought(brought),
            (SharingTo::Delivery, None) => By::Fixed(self.delivered(case, sums.earned)),
        }
    }

    /// Every row by its delivery of what each outcome has brought: an advance goes to those who deliver its outcome, who
    /// give back what is repaid of it. Where nothing is left, it is nobody's.
    fn delivered(&self, case: &Case<'_>, brought: &[Pence]) -> Weights {
        let mut due = vec![0_u64; self.partners.len() + 1];
        for (outcome, brought) in case.outcomes.iter().zip(brought) {
            for (row, part) in self.weights(&outcome.delivery).parts(brought.0.max(0)) {
                due[row] += part as u64;
            }
        }
        if due.iter().all(|&weight| weight == 0) {
            due[self.partners.len()] = 1;
        }
        due.into_iter().enumerate().collect()
    }
}

/// By what partners share a payment.
enum By<'a> {
    /// By what is the same for every payment.
    Fixed(Weights),
    /// By their delivery of what each outcome has brought of the payments so far, in the order by id.
    Brought(&'a [Vec<Pence>]),
}

/// Rows with their weights, in the order of the rows.
struct Weights {
    rows: Vec<usize>,
    weights: Vec<u64>,
}

impl FromIterator<(usize, u64)> for Weights {
    fn from_iter<I: IntoIterator<Item = (usize, u64)>>(weights: I) -> Self {
        let (rows, weights) = weights.into_iter().unzip();
        Self { rows, weights }
    }
}

impl Weights {
    /// A sum split by the weights, with the row of each part.
    fn parts(&self, whole: i64) -> impl Iterator<Item = (usize, i64)> {
        self.rows.iter().copied().zip(split(whole, &self.weights))
    }
}
