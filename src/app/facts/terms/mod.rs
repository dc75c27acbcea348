//! The facts of an agreement one by one: what each is called, how it reads, how it is taken over.

mod things;

pub(in crate::app::facts) use things::{INDICATOR, OUTCOME, STREAM};

use crate::app::lookup::Lookup;
use crate::app::words::{
    payment_name, pot_split_name, pump_grant_name, pump_to_name, scheme_name, sharing_name,
};
use crate::chart::figure::list;
use crate::model::{
    Agreement, Area, BasisPoints, BlockId, Decimal, Grid, OutcomeId, PartnerId, PartnerShare, Pot,
    Pounds, PumpGrant, PumpRules, PumpTo, Rules, Sharing, SharingTo, order,
};
use crate::text::{money, number, share};

/// How often a fact is stated.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::app::facts) enum Span {
    /// Once.
    Once,
    /// For every year.
    Years,
}

/// One fact of a thing.
pub(in crate::app::facts) struct Term<T> {
    /// What it is called.
    pub(in crate::app::facts) name: &'static str,
    pub(in crate::app::facts) span: Span,
    /// How it reads in a year; two things agree in it where it reads the same.
    pub(in crate::app::facts) says: fn(Tell<'_>, &T, usize) -> String,
    /// Takes it over from the second in a year.
    pub(in crate::app::facts) take: fn(&mut T, &T, usize),
}

/// How things are referred to: by name, or by id where they are compared.
#[derive(Clone, Copy)]
pub(in crate::app::facts) enum Tell<'a> {
    /// By name.
    Names(Lookup<'a>),
    /// By id.
    Ids,
}

impl Tell<'_> {
    fn block(self, id: BlockId) -> String {
        match self {
            Self::Names(names) => names.block_name(id).to_owned(),
            Self::Ids => id.0.to_string(),
        }
    }

    fn partner(self, id: PartnerId) -> String {
        match self {
            Self::Names(names) => names.partner_name(id).to_owned(),
            Self::Ids => id.0.to_string(),
        }
    }

    fn outcome(self, id: OutcomeId) -> String {
        match self {
            Self::Names(names) => names.outcome_name(id).to_owned(),
            Self::Ids => id.0.to_string(),
        }
    }

    /// A year of the agreement, 0 being the first.
    fn year(self, year: u8) -> String {
        match self {
            Self::Names(Lookup(agreement)) => agreement.year_name(usize::from(year)),
            Self::Ids => year.to_string(),
        }
    }

    /// A row of names in the order of ids, so that their own order does not count.
    fn row<Id: Ord + Copy>(self, ids: &[Id], name: impl Fn(Self, Id) -> String) -> String {
        let mut ids = ids.to_vec();
        order::by_key(&mut ids, |id| *id);
        row(ids.into_iter().map(|id| name(self, id)).collect())
    }

    fn shares(self, shares: &[PartnerShare]) -> String {
        let mut shares = shares.to_vec();
        order::by_key(&mut shares, |held| held.partner);
        let part = |held: PartnerShare| {
            format!(
                "{} {}",
                self.partner(held.partner),
                share::exact(held.share)
            )
        };
        row(shares.into_iter().map(part).collect())
    }

    fn grid(self, grid: &Grid, year: usize) -> String {
        let cells = grid.cells().filter(|cell| cell.1 == year);
        let cell = |(outcome, _, pounds): (OutcomeId, usize, Pounds)| {
            format!("{} for {}", money::pounds(pounds), self.outcome(outcome))
        };
        row(cells.map(cell).collect())
    }
}

fn row(parts: Vec<String>) -> String {
    if parts.is_empty() {
        "none".to_owned()
    } else {
        list(&parts)
    }
}

fn or_not_stated(text: Option<String>) -> String {
    text.unwrap_or_else(|| "not stated".to_owned())
}

fn shares(shares: &[BasisPoints]) -> String {
    row(shares.iter().map(|&held| share::exact(held)).collect())
}

fn value(path: &[Option<Decimal>], year: usize) -> String {
    let value = path.get(year).copied().flatten();
    or_not_stated(value.map(|value| number::value(value, 0)))
}

/// Puts the entry of a year in place; what a list does not reach is as if it said `blank`.
fn set<T: Copy + PartialEq>(list: &mut Vec<T>, from: &[T], year: usize, blank: T) {
    let there = from.get(year).copied().unwrap_or(blank);
    if year >= list.len() && there != blank {
        list.resize(year + 1, blank);
    }
    if let Some(place) = list.get_mut(year) {
        *place = there;
    }
}

fn set_row(grid: &mut Grid, from: &Grid, year: usize) {
    grid.retain(|_, held| held != year);
    for (outcome, _, pounds) in from.cells().filter(|cell| cell.1 == year) {
        grid.set(outcome, year, pounds);
    }
}

fn yes(truth: bool) -> String {
    if truth { "yes" } else { "no" }.to_owned()
}

/// A fact that is stated once.
macro_rules! once {
    ($name:literal, $says:expr, $($field:ident).+) => {
        Term {
            name: $name,
            span: Span::Once,
            says: $says,
            take: |mine, theirs, _| mine.$($field).+.clone_from(&theirs.$($field).+),
        }
    };
}

/// A fact that is stated for every year in a list.
macro_rules! yearly {
    ($name:literal, $says:expr, $field:ident, $blank:expr) => {
        Term {
            name: $name,
            span: Span::Years,
            says: $says,
            take: |mine, theirs, year| set(&mut mine.$field, &theirs.$field, year, $blank),
        }
    };
}

/// Has the compiler ask what becomes of a new field: a fact of the list, which has to have one more then, or one of those
/// after the semicolon, which are told elsewhere or are no facts.
macro_rules! complete {
    ($list:ident: $($thing:ident { $($fact:ident),*; $($other:ident),* })+) => {
        $(const _: fn($thing) -> $thing = |held| $thing {
            $($fact: held.$fact,)*
            $($other: held.$other,)*
        };)+
        const _: () = assert!($list.len() == [$($(stringify!($fact),)*)+].len());
    };
}

use {complete, once, yearly};

/// The facts of the agreement as a whole, but for the number of years and the rules.
pub(super) const AGREEMENT: &[Term<Agreement>] = &[
    once!(
        "population",
        |_, held, _| {
            let people = held.area.population;
            or_not_stated(people.map(|people| number::grouped(u64::from(people))))
        },
        area.population
    ),
    once!(
        "net budget requirement",
        |_, held, _| { or_not_stated(held.area.net_budget.map(money::pounds)) },
        area.net_budget
    ),
    once!("first year", |_, held, _| held.year_name(0), first_year),
];

complete! {
    AGREEMENT:
    Agreement { first_year; area, years, blocks, partners, streams, outcomes, indicators, rules }
    Area { population, net_budget; name }
}

/// The facts of reward rules.
pub(super) const RULES: &[Term<Rules>] = &[
    once!(
        "scheme",
        |_, rules, _| { scheme_name(rules.preset).to_owned() },
        preset
    ),
    once!(
        "pot",
        |_, rules, _| {
            match rules.pot {
                Pot::Rate(rate) => format!("{} of the net budget", share::exact(rate)),
                Pot::Stated(pounds) => money::pounds(pounds),
            }
        },
        pot
    ),
    once!(
        "threshold",
        |_, rules, _| share::exact(rules.threshold),
        threshold
    ),
    once!(
        "split over outcomes",
        |_, rules, _| { pot_split_name(rules.split).to_owned() },
        split
    ),
    once!(
        "payment",
        |_, rules, _| { payment_name(rules.payment).to_owned() },
        payment
    ),
    once!(
        "top-slices",
        |_, rules, _| {
            let slices = rules.sharing.top_slices.iter();
            row(slices.map(|slice| money::pounds(slice.pounds)).collect())
        },
        sharing.top_slices
    ),
    once!(
        "part held for bids",
        |_, rules, _| share::exact(rules.sharing.bids),
        sharing.bids
    ),
    once!(
        "sharing of the reward",
        |tell, rules, _| match &rules.sharing.to {
            SharingTo::Typed(shares) => tell.shares(shares),
            to => sharing_name(to).to_owned(),
        },
        sharing.to
    ),
    once!(
        "pump-priming grant",
        |_, rules, _| match rules.pump.grant {
            PumpGrant::Stated(pounds) => money::pounds(pounds),
            grant => pump_grant_name(grant).to_owned(),
        },
        pump.grant
    ),
    once!(
        "pump-priming by year-end",
        |_, rules, _| shares(&rules.pump.by_year_end),
        pump.by_year_end
    ),
    once!(
        "sharing of pump-priming",
        |tell, rules, _| match &rules.pump.to {
            PumpTo::Typed(shares) => tell.shares(shares),
            to => pump_to_name(to).to_owned(),
        },
        pump.to
    ),
];

complete! {
    RULES:
    Rules { preset, pot, threshold, split, payment; sharing, pump }
    Sharing { top_slices, bids, to; }
    PumpRules { grant, by_year_end, to; }
}

/// Where two sets of rules differ, as `threshold 60% → 50%`.
pub(crate) fn rules_between(agreement: &Agreement, before: &Rules, after: &Rules) -> Vec<String> {
    let tell = Tell::Names(Lookup(agreement));
    let differ =
        |term: &&Term<Rules>| (term.says)(Tell::Ids, before, 0) != (term.says)(Tell::Ids, after, 0);
    let say = |term: &Term<Rules>| {
        let (before, after) = ((term.says)(tell, before, 0), (term.says)(tell, after, 0));
        format!("{} {before} → {after}", term.name)
    };
    RULES.iter().filter(differ).map(say).collect()
}
