//! What a partner brings, spends, is pump-primed with and gets of the reward.

use crate::app::working::{Ground, Working, source};
use crate::engine::{PartnerResult, PartnerYear, Sharer};
use crate::model::{
    BasisPoints, Origin, PartnerId, PartnerShare, Pence, Pounds, PumpTo, SharingTo, financial_year,
};
use crate::text::{money, share as percent};

/// The name of a row of the partners' table.
pub(crate) fn sharer_name(ground: &Ground<'_>, sharer: Sharer) -> String {
    let slices = &ground.rules().sharing.top_slices;
    match sharer {
        Sharer::Partner(id) => ground.names().partner_name(id).to_owned(),
        Sharer::TopSlice(index) => slices
            .get(index)
            .map_or_else(|| "Taken off first".to_owned(), |slice| slice.name.clone()),
        Sharer::Bids => "Held for bids".to_owned(),
        Sharer::Unassigned => "No partner named".to_owned(),
    }
}

fn row<'a>(ground: &Ground<'a>, sharer: Sharer) -> Option<&'a PartnerResult> {
    let rows = &ground.result.partners;
    rows.iter().find(|row| row.sharer == sharer)
}

fn sum(row: &PartnerResult, part: impl Fn(&PartnerYear) -> Pounds) -> Pounds {
    row.years.iter().map(part).sum()
}

pub(super) fn brings(ground: &Ground<'_>, sharer: Sharer) -> Option<Working> {
    let row = row(ground, sharer)?;
    let partner = match sharer {
        Sharer::Partner(id) => Some(id),
        _ => None,
    };
    let years = ground.agreement.year_count();
    let own = ground
        .agreement
        .streams
        .iter()
        .filter(|stream| stream.partner == partner);
    let inputs = own.map(|stream| {
        let result = ground
            .result
            .streams
            .iter()
            .find(|found| found.id == stream.id);
        let pooled = result.is_some_and(|found| found.pooled);
        let kind = match (stream.origin, pooled) {
            (Origin::Local, _) => "local",
            (Origin::Grant, true) => "pooled",
            (Origin::Grant, false) => "aligned",
        };
        let amount: Pounds = (0..years).map(|year| stream.amount(year).counted()).sum();
        (format!("{}, {kind}", stream.name), money::pounds(amount))
    });
    let parts = [
        sum(row, |year| year.pooled),
        sum(row, |year| year.aligned),
        sum(row, |year| year.local),
    ];
    let all: Pounds = parts.iter().copied().sum();
    let [pooled, aligned, local] = parts.map(money::pounds);
    Some(
        Working::new(
            format!("{}: what it brings", sharer_name(ground, sharer)),
            money::pounds(all),
            "The streams that it brings, over all years: grants that it puts into the pool, grants \
             that it keeps and aligns, and local contributions. A range counts at its low end.",
            source::SHARES,
        )
        .inputs(inputs)
        .step(format!(
            "{pooled} pooled + {aligned} aligned + {local} local = {}.",
            money::pounds(all)
        )),
    )
}

/// The share of a partner in a list of shares; what the list leaves of the whole is nobody's.
fn share_of(shares: &[PartnerShare], sharer: Sharer) -> BasisPoints {
    let of = |id: PartnerId| -> u32 {
        let own = shares.iter().filter(|share| share.partner == id);
        own.map(|share| share.share.0).sum()
    };
    match sharer {
        Sharer::Partner(id) => BasisPoints(of(id)),
        Sharer::Unassigned => {
            let given: u32 = shares.iter().map(|share| share.share.0).sum();
            BasisPoints(10_000_u32.saturating_sub(given))
        }
        Sharer::TopSlice(_) | Sharer::Bids => BasisPoints(0),
    }
}

pub(super) fn spends(ground: &Ground<'_>, sharer: Sharer) -> Option<Working> {
    let row = row(ground, sharer)?;
    let inputs = ground.agreement.outcomes.iter().filter_map(|outcome| {
        let share = share_of(&outcome.delivery, sharer);
        let (_, result) = ground.outcome(outcome.id)?;
        let spent: Pounds = result
            .years
            .iter()
            .map(|year| year.pooled + year.aligned)
            .sum();
        (share.0 > 0 && spent.0 > 0).then(|| {
            (
                outcome.name.clone(),
                format!("{} of {}", percent::exact(share), money::pounds(spent)),
            )
        })
    });
    let spent = sum(row, |year| year.spent);
    Some(
        Working::new(
            format!("{}: what it spends", sharer_name(ground, sharer)),
            money::pounds(spent),
            "Its delivery share of what is spent on each outcome, pooled and aligned, pump-priming \
             apart. Each year is shared in whole pounds, so that the partners add up.",
            source::SHARES,
        )
        .inputs(inputs)
        .step(format!(
            "{} = {}.",
            by_year(ground, row, |year| year.spent),
            money::pounds(spent)
        )),
    )
}

pub(super) fn primed(ground: &Ground<'_>, sharer: Sharer) -> Option<Working> {
    let row = row(ground, sharer)?;
    let inputs = ground.agreement.outcomes.iter().filter_map(|outcome| {
        let share = match &ground.rules().pump.to {
            PumpTo::Delivery => share_of(&outcome.delivery, sharer),
            PumpTo::Typed(shares) => share_of(shares, sharer),
        };
        let (_, result) = ground.outcome(outcome.id)?;
        let primed: Pounds = result.years.iter().map(|year| year.pump).sum();
        (share.0 > 0 && primed.0 > 0).then(|| {
            (
                outcome.name.clone(),
                format!("{} of {}", percent::exact(share), money::pounds(primed)),
            )
        })
    });
    let pump = sum(row, |year| year.pump);
    Some(
        Working::new(
            format!("{}: its pump-priming", sharer_name(ground, sharer)),
            money::pounds(pump),
            "Its share of the pump-priming of each outcome: by delivery, unless other shares are \
             typed.",
            source::SHARES,
        )
        .inputs(inputs)
        .step(format!(
            "{} = {}.",
            by_year(ground, row, |year| year.pump),
            money::pounds(pump)
        )),
    )
}

fn by_year(
    ground: &Ground<'_>,
    row: &PartnerResult,
    part: impl Fn(&PartnerYear) -> Pounds,
) -> String {
    let years = row.years.iter().enumerate();
    let listed: Vec<String> = years
        .map(|(year, money_of)| {
            format!("{} in {}", money::pounds(part(money_of)), ground.year(year))
        })
        .collect();
    listed.join(" + ")
}

pub(super) fn share(ground: &Ground<'_>, sharer: Sharer) -> Option<Working> {
    let own = row(ground, sharer)?;
    let sharing = &ground.rules().sharing;
    let sum: Pence = own.reward.iter().copied().sum();
    let slices = sharing
        .top_slices
        .iter()
        .map(|slice| (slice.name.clone(), money::pounds(slice.pounds)));
    let rule = match (sharer, &sharing.to) {
        (Sharer::TopSlice(_), _) => {
            "A sum that is taken off the reward first, from the first payments."
        }
        (Sharer::Bids, _) => {
            "A part of each payment, after what is taken off first, is held for bids."
        }
        (_, SharingTo::Delivery) => {
            "Each payment, less what is taken off first and what is held for bids, is shared by what \
             the outcomes earn times the delivery shares in them."
        }
        (_, SharingTo::Equal) => {
            "Each payment, less what is taken off first and what is held for bids, is shared equally."
        }
        (_, SharingTo::Typed(_)) => {
            "Each payment, less what is taken off first and what is held for bids, is shared by typed \
             shares."
        }
    };
    let payments = ground.result.payments.iter().enumerate();
    let steps = payments.map(|(index, paid)| {
        let part = own.reward.get(index).copied().unwrap_or_default();
        let off: Pence = taken(ground, index);
        let year = financial_year(paid.year);
        if matches!(sharer, Sharer::Partner(_) | Sharer::Unassigned) {
            format!(
                "{year}: of {} − {} = {} it has {}.",
                money::exact(paid.total()),
                money::exact(off),
                money::exact(paid.total() - off),
                money::exact(part)
            )
        } else {
            format!(
                "{year}: of {} it has {}.",
                money::exact(paid.total()),
                money::exact(part)
            )
        }
    });
    Some(
        Working::new(
            format!("{}: its part of the reward", sharer_name(ground, sharer)),
            money::exact(sum),
            rule,
            source::SHARING,
        )
        .inputs(slices)
        .input("Held for bids", percent::exact(sharing.bids))
        .inputs(weights(ground, sharer))
        .steps(steps)
        .step(format!("In all: {}.", money::exact(sum))),
    )
}

/// What top-slices and bids take of a payment.
fn taken(ground: &Ground<'_>, index: usize) -> Pence {
    let off = ground
        .result
        .partners
        .iter()
        .filter(|row| matches!(row.sharer, Sharer::TopSlice(_) | Sharer::Bids));
    off.filter_map(|row| row.reward.get(index).copied()).sum()
}

/// What a partner's share follows from.
fn weights(ground: &Ground<'_>, sharer: Sharer) -> Vec<(String, String)> {
    match (&ground.rules().sharing.to, sharer) {
        (_, Sharer::TopSlice(_) | Sharer::Bids) => Vec::new(),
        (SharingTo::Equal, _) => vec![(
            "Partners".to_owned(),
            ground.agreement.partners.len().to_string(),
        )],
        (SharingTo::Typed(shares), _) => vec![(
            "Its share".to_owned(),
            percent::exact(share_of(shares, sharer)),
        )],
        (SharingTo::Delivery, _) => ground
            .agreement
            .outcomes
            .iter()
            .filter_map(|outcome| {
                let share = share_of(&outcome.delivery, sharer);
                let (_, result) = ground.outcome(outcome.id)?;
                (share.0 > 0 && result.reward.0 > 0).then(|| {
                    (
                        format!("{} earns", outcome.name),
                        format!(
                            "{}, {} of it",
                            money::exact(result.reward),
                            percent::exact(share)
                        ),
                    )
                })
            })
            .collect(),
    }
}
