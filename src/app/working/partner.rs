//! What a partner brings, spends, is pump-primed with and gets of the reward.

use crate::app::working::{Brought, Ground, Working, source};
use crate::engine::{PartnerResult, Sharer, brought};
use crate::model::{
    BasisPoints, Origin, Outcome, PartnerId, PartnerShare, Pence, Pounds, PumpTo, SharingTo,
    financial_year,
};
use crate::text::{money, share as percent};
use std::ops::Range;

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

/// The years that are asked for.
fn years(ground: &Ground<'_>, year: Option<usize>) -> Range<usize> {
    year.map_or(0..ground.agreement.year_count(), |year| year..year + 1)
}

/// `in 2006/07`, or `over all years`.
fn when(ground: &Ground<'_>, year: Option<usize>) -> String {
    year.map_or_else(
        || "over all years".to_owned(),
        |year| format!("in {}", ground.year(year)),
    )
}

/// Money of the years that are asked for.
fn sum<T>(years: &[T], asked: Range<usize>, part: impl Fn(&T) -> Pounds) -> Pounds {
    years.get(asked).unwrap_or_default().iter().map(part).sum()
}

/// Sums in pounds added up; said to be the only one, or none, where they are fewer than two.
fn added(parts: &[Pounds], sum: Pounds) -> String {
    let listed: Vec<String> = parts.iter().map(|&part| money::pounds(part)).collect();
    match listed.len() {
        0 => format!("Nothing is added: {}.", money::pounds(sum)),
        1 => format!("It is the only sum: {}.", money::pounds(sum)),
        _ => format!("{} = {}.", listed.join(" + "), money::pounds(sum)),
    }
}

pub(super) fn brings(
    ground: &Ground<'_>,
    sharer: Sharer,
    kind: Brought,
    year: Option<usize>,
) -> Option<Working> {
    let row = row(ground, sharer)?;
    let partner = match sharer {
        Sharer::Partner(id) => Some(id),
        _ => None,
    };
    let asked = years(ground, year);
    let own = ground.agreement.streams.iter().filter(|stream| {
        let result = ground
            .result
            .streams
            .iter()
            .find(|found| found.id == stream.id);
        let pooled = result.is_some_and(|found| found.pooled);
        let of_kind = match (stream.origin, pooled) {
            (Origin::Local, _) => Brought::Local,
            (Origin::Grant, true) => Brought::Pooled,
            (Origin::Grant, false) => Brought::Aligned,
        };
        stream.partner == partner && of_kind == kind
    });
    let streams: Vec<(String, Pounds)> = own
        .map(|stream| {
            let amount = asked
                .clone()
                .map(|year| stream.amount(year).counted())
                .sum();
            (stream.name.clone(), amount)
        })
        .collect();
    let (says, rule) = match kind {
        Brought::Pooled => ("grants pooled", "The grants that it puts into the pool."),
        Brought::Aligned => ("grants aligned", "The grants that it keeps and aligns."),
        Brought::Local => (
            "local contributions",
            "Its local contributions. No set-up fences them, and a range counts at its low end.",
        ),
    };
    let all = sum(&row.years, asked, |year| match kind {
        Brought::Pooled => year.pooled,
        Brought::Aligned => year.aligned,
        Brought::Local => year.local,
    });
    let parts: Vec<Pounds> = streams.iter().map(|stream| stream.1).collect();
    let working = Working::new(
        format!(
            "{}: {says} {}",
            sharer_name(ground, sharer),
            when(ground, year)
        ),
        money::pounds(all),
        rule,
        source::SHARES,
    )
    .inputs(
        streams
            .into_iter()
            .map(|(name, amount)| (name, money::pounds(amount))),
    )
    .step(added(&parts, all));
    Some(match kind {
        Brought::Pooled | Brought::Aligned => working,
        Brought::Local => working.resting_on(source::LOCAL),
    })
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

pub(super) fn spends(ground: &Ground<'_>, sharer: Sharer, year: Option<usize>) -> Option<Working> {
    let row = row(ground, sharer)?;
    let asked = years(ground, year);
    let inputs = ground.agreement.outcomes.iter().filter_map(|outcome| {
        let share = share_of(&outcome.delivery, sharer);
        let (_, result) = ground.outcome(outcome.id)?;
        let spent = sum(&result.years, asked.clone(), |year| {
            year.pooled + year.aligned
        });
        part_of(&outcome.name, share, spent)
    });
    let spent = sum(&row.years, asked.clone(), |year| year.spent);
    Some(
        Working::new(
            format!(
                "{}: what it spends {}",
                sharer_name(ground, sharer),
                when(ground, year)
            ),
            money::pounds(spent),
            "Its delivery share of what is spent on each outcome, pooled and aligned, pump-priming \
             apart. The money of each outcome and year is shared in whole pounds so that the \
             partners add up: a part may differ by a pound from its share.",
            source::SHARES,
        )
        .inputs(inputs)
        .step(format!("These shares, added up: {}.", money::pounds(spent))),
    )
}

/// A share of what is spent on an outcome; none where there is nothing of it.
fn part_of(name: &str, share: BasisPoints, spent: Pounds) -> Option<(String, String)> {
    let text = || format!("{} of {}", percent::exact(share), money::pounds(spent));
    (share.0 > 0 && spent.0 > 0).then(|| (name.to_owned(), text()))
}

pub(super) fn primed(ground: &Ground<'_>, sharer: Sharer, year: Option<usize>) -> Option<Working> {
    let row = row(ground, sharer)?;
    let asked = years(ground, year);
    let inputs = ground.agreement.outcomes.iter().filter_map(|outcome| {
        let share = match &ground.rules().pump.to {
            PumpTo::Delivery => share_of(&outcome.delivery, sharer),
            PumpTo::Typed(shares) => share_of(shares, sharer),
        };
        let (_, result) = ground.outcome(outcome.id)?;
        let primed = sum(&result.years, asked.clone(), |year| year.pump);
        part_of(&outcome.name, share, primed)
    });
    let pump = sum(&row.years, asked.clone(), |year| year.pump);
    Some(
        Working::new(
            format!(
                "{}: its pump-priming {}",
                sharer_name(ground, sharer),
                when(ground, year)
            ),
            money::pounds(pump),
            "Its share of the pump-priming of each outcome: by delivery, unless other shares are \
             typed. The money of each outcome and year is shared in whole pounds, so that the \
             partners add up.",
            source::SHARES,
        )
        .inputs(inputs)
        .step(format!("These shares, added up: {}.", money::pounds(pump))),
    )
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
            "What is paid up to each payment, less what is taken off first and what is held for bids, is \
             shared by what each outcome has brought of it times the delivery shares in it."
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

/// By what of an outcome payments are shared: what it earns, or what it has brought by each of them where something was
/// paid on account; nothing of an outcome that brings nothing.
fn shared_by(ground: &Ground<'_>, outcome: &Outcome) -> Vec<(String, Pence)> {
    let indicators = &ground.result.indicators;
    let sums = if indicators.iter().any(|it| it.advance.0 > 0) {
        let brought = brought(ground.agreement, ground.scenario, indicators, outcome.id);
        let payments = ground.result.payments.iter().zip(brought);
        let so_far = payments.scan(Pence(0), |so_far, (paid, sum)| {
            *so_far += sum;
            let year = financial_year(paid.year);
            Some((format!("{} has brought by {year}", outcome.name), *so_far))
        });
        so_far.collect()
    } else {
        let earned = ground.outcome(outcome.id).map(|(_, result)| result.reward);
        vec![(
            format!("{} earns", outcome.name),
            earned.unwrap_or_default(),
        )]
    };
    match sums.iter().any(|(_, sum)| sum.0 > 0) {
        true => sums,
        false => Vec::new(),
    }
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
            .map(|outcome| (outcome, share_of(&outcome.delivery, sharer)))
            .filter(|(_, share)| share.0 > 0)
            .flat_map(|(outcome, share)| {
                let sums = shared_by(ground, outcome).into_iter();
                sums.map(move |(what, sum)| {
                    let (sum, share) = (money::exact(sum), percent::exact(share));
                    (what, format!("{sum}, {share} of it"))
                })
            })
            .collect(),
    }
}
