//! What each partner brings, spends, is pump-primed with and gets, in the open scenario against the base.

use crate::app::show::chances::{between, ranges};
use crate::app::show::paid;
use crate::app::state::State;
use crate::app::working::{Brought, Figure, Ground, sharer_name};
use crate::engine::{Evaluation, PartnerResult, PartnerYear, Sharer};
use crate::job::Ranges;
use crate::model::{PartnerId, Pence, Pounds, financial_year};
use crate::odds::Range;
use crate::text::money;

/// Which years of the agreement the money columns show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// All of them together.
    #[default]
    All,
    /// One of them: 0 is the first.
    Year(usize),
}

/// The table of partners.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnerTable {
    /// Names of the columns after the first.
    pub head: Vec<String>,
    /// A row for each partner and for what belongs to none.
    pub rows: Vec<PartnerRow>,
    /// The sums of the columns: the agreement.
    pub total: Vec<Money>,
}

/// A partner, or what belongs to none.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnerRow {
    /// Its name.
    pub name: String,
    /// The partner, where it is one.
    pub partner: Option<PartnerId>,
    /// Its money, in the order of the columns.
    pub cells: Vec<Money>,
}

/// A sum with what it is beyond the base.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Money {
    /// The sum.
    pub sum: Pence,
    /// The sum less that of the base.
    pub change: Pence,
    /// The figure whose working explains it.
    pub figure: Option<Figure>,
    /// Between what it lies under the delivery risks, in pounds, where that is known.
    pub range: Option<Range>,
}

impl Money {
    /// The sum to the pound.
    #[must_use]
    pub fn text(&self) -> String {
        money::whole(self.sum)
    }

    /// Between what it lies eight times in ten, in words; nothing where that is one sum.
    #[must_use]
    pub fn between(&self) -> Option<String> {
        self.range.and_then(between)
    }
}

/// Names of the columns of money by year of the agreement.
const COLUMNS: [&str; 5] = ["Pooled", "Aligned", "Local", "Spends", "Pump-priming"];

fn columns(year: &PartnerYear) -> [Pounds; 5] {
    [year.pooled, year.aligned, year.local, year.spent, year.pump]
}

/// The partners of the open scenario; none where there is neither partner nor money.
#[must_use]
pub fn partners(state: &State, span: Span) -> Option<PartnerTable> {
    let ground = Ground::of(state)?;
    let (open, base) = (
        ground.result,
        ground.base.map_or(ground.result, |base| base.1),
    );
    let mut head: Vec<String> = COLUMNS.map(String::from).to_vec();
    let paid = paid::years(&open.payments, &base.payments);
    let heads = paid.iter().map(|year| financial_year(*year));
    head.extend(heads.map(|year| format!("Reward {year}")));
    head.push("Reward in all".to_owned());

    let (known, _) = ranges(state);
    let sharers = open.partners.iter().chain(&base.partners);
    let mut rows: Vec<PartnerRow> = Vec::new();
    let mut seen: Vec<Sharer> = Vec::new();
    for sharer in sharers.map(|row| row.sharer) {
        if seen.contains(&sharer) {
            continue;
        }
        seen.push(sharer);
        let mut cells = cells(sharer, span, &paid, (open, base));
        let mut shares = known.iter().flat_map(|found| &found.sharers);
        let range = shares.find(|found| found.sharer == sharer);
        if let Some(all) = cells.last_mut() {
            all.range = range.map(|found| found.range);
        }
        let empty = cells
            .iter()
            .all(|cell| cell.sum.0 == 0 && cell.change.0 == 0);
        let partner = match sharer {
            Sharer::Partner(id) => Some(id),
            _ => None,
        };
        if partner.is_some() || !empty {
            rows.push(PartnerRow {
                name: sharer_name(&ground, sharer),
                partner,
                cells,
            });
        }
    }
    let total = (0..head.len())
        .map(|column| {
            let of = |part: fn(&Money) -> Pence| -> Pence {
                rows.iter().map(|row| part(&row.cells[column])).sum()
            };
            let of_reward = column.checked_sub(COLUMNS.len());
            let year = of_reward.and_then(|index| paid.get(index)).copied();
            let range = |found: &Ranges| match year {
                Some(year) => {
                    let mut paid = found.payments.iter();
                    Some(paid.find(|paid| paid.year == year)?.range)
                }
                // It is of what is earned.
                None => of_reward
                    .filter(|_| open.takings().in_full())
                    .map(|_| found.reward),
            };
            let mut payments = open.payments.iter();
            let payment = payments.position(|paid| Some(paid.year) == year);
            Money {
                sum: of(|cell| cell.sum),
                change: of(|cell| cell.change),
                figure: payment.map(Figure::Payment),
                range: known.and_then(range),
            }
        })
        .collect();
    (!rows.is_empty()).then_some(PartnerTable { head, rows, total })
}

fn cells(
    sharer: Sharer,
    span: Span,
    paid: &[u16],
    (open, base): (&Evaluation, &Evaluation),
) -> Vec<Money> {
    let own = find(open, sharer);
    let before = find(base, sharer);
    let (now, then) = (spent(own, span), spent(before, span));
    let year = match span {
        Span::All => None,
        Span::Year(year) => Some(year),
    };
    let figures = [
        Figure::Brings(sharer, Brought::Pooled, year),
        Figure::Brings(sharer, Brought::Aligned, year),
        Figure::Brings(sharer, Brought::Local, year),
        Figure::Spends(sharer, year),
        Figure::Primed(sharer, year),
    ];
    let mut cells: Vec<Money> = now
        .into_iter()
        .zip(then)
        .zip(figures)
        .map(|((now, then), figure)| Money {
            sum: now.pence(),
            change: (now - then).pence(),
            figure: Some(figure),
            range: None,
        })
        .collect();
    let reward = |result: &Evaluation, row: Option<&PartnerResult>, year: u16| -> Pence {
        let index = result.payments.iter().position(|paid| paid.year == year);
        let found = row
            .zip(index)
            .and_then(|(row, index)| row.reward.get(index));
        found.copied().unwrap_or_default()
    };
    let all = |row: Option<&PartnerResult>| -> Pence {
        row.into_iter().flat_map(|row| &row.reward).copied().sum()
    };
    let share = Some(Figure::PartnerShare(sharer));
    cells.extend(paid.iter().map(|&year| {
        let sum = reward(open, own, year);
        Money {
            sum,
            change: sum - reward(base, before, year),
            figure: share,
            range: None,
        }
    }));
    cells.push(Money {
        sum: all(own),
        change: all(own) - all(before),
        figure: share,
        range: None,
    });
    cells
}

fn find(result: &Evaluation, sharer: Sharer) -> Option<&PartnerResult> {
    result.partners.iter().find(|row| row.sharer == sharer)
}

/// Money of a row over the years of a span.
fn spent(row: Option<&PartnerResult>, span: Span) -> [Pounds; 5] {
    let mut sums = [Pounds(0); 5];
    let years = row.into_iter().flat_map(|row| row.years.iter().enumerate());
    for (year, money_of) in years {
        if span == Span::All || span == Span::Year(year) {
            for (sum, part) in sums.iter_mut().zip(columns(money_of)) {
                *sum += part;
            }
        }
    }
    sums
}
