//! What drives the odds, in sentences and rows, and what could be done about it.

use crate::app::desks::Wait;
use crate::app::edit::Edit;
use crate::app::lookup::Lookup;
use crate::app::show::bar::Bar;
use crate::app::show::fares::Fares;
use crate::app::show::risk::stretch::measured;
use crate::app::show::wanted::word;
use crate::app::state::State;
use crate::chart::figure::list;
use crate::job::{Against, Answer, Desk, Drivers, Question, SAFE};
use crate::model::{Agreement, IndicatorId, order};
use crate::odds::{self, Assumption, Gist};
use crate::text::{chance, money, number};

/// A share of the spread.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareRow {
    /// Whose it is.
    pub name: String,
    /// Its length beside the whole.
    pub bar: Bar,
    /// The share in words.
    pub says: String,
}

/// How far an assumption moves the mean reward.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// What is assumed.
    pub name: String,
    /// Where its ends lie between the lowest and the highest of all.
    pub bar: Bar,
    /// The mean reward at its low and its high end.
    pub ends: (String, String),
}

/// What drives the odds of the open scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Driven {
    /// Two or three sentences.
    pub says: Vec<String>,
    /// Against each other scenario, the base first.
    pub against: Vec<Fares>,
    /// Shares of the spread, the largest first.
    pub shares: Vec<ShareRow>,
    /// Assumptions, the widest first.
    pub bars: Vec<BarRow>,
    /// What dropping each outcome does to the mean and to P10.
    pub dropped: Vec<(String, String, String)>,
    /// The safe stretch of each indicator, where it is another than the one in force, with what takes it.
    pub safe: Vec<(String, String, Edit)>,
}

/// Bars that are shown.
const BARS: usize = 12;

/// What drives the odds, and how one waits for it.
#[must_use]
pub fn drivers(state: &State) -> (Driven, Wait) {
    let word = word(state, Desk::Drivers);
    let wait = word.wait();
    let Some(Answer::Drivers(found)) = word.answer() else {
        return (Driven::default(), wait);
    };
    (driven(state, found), wait)
}

fn driven(state: &State, found: &Drivers) -> Driven {
    let workbook = state.shown();
    let agreement = &workbook.agreement;
    // What was found before may be about the scenario that was open then: it is said of that one.
    let asked = state.desks.answered(Desk::Drivers);
    let of = match asked.map(|asked| &asked.question) {
        Some(&Question::Drivers(id)) => id,
        _ => state.open,
    };
    let mut against: Vec<&Against> = found.against.iter().collect();
    order::by_key(&mut against, |pair| pair.other != workbook.base);
    Driven {
        says: found
            .gist
            .as_ref()
            .map_or_else(Vec::new, |gist| sentences(agreement, gist, own(found))),
        against: against
            .into_iter()
            .filter_map(|pair| Fares::of(workbook, of, pair))
            .collect(),
        shares: shares(agreement, found),
        bars: bars(agreement, &found.bars),
        dropped: dropped(state, found),
        safe: safe(state, found),
    }
}

fn short(sum: f64) -> String {
    money::short(money::of_odds(sum))
}

/// How many indicators carry the spread.
fn own(found: &Drivers) -> usize {
    let shares = found.shares.iter().flat_map(|shares| &shares.indicators);
    shares.filter(|(_, share)| *share > 0.0).count()
}

/// What is worth a sentence of a spread that so many indicators carry: of one alone there is nothing to be told apart.
fn sentences(agreement: &Agreement, gist: &Gist, own: usize) -> Vec<String> {
    let names = Lookup(agreement);
    let mut says = Vec::new();
    if own > 1 {
        says.push(format!(
            "{} of the spread is luck that all indicators share.",
            chance::part(gist.common)
        ));
    }
    let few: Vec<String> = gist
        .few
        .iter()
        .map(|&id| names.indicator_name(id).to_owned())
        .collect();
    if own > 1 && (1..=4).contains(&few.len()) {
        says.push(format!("Half of the rest hangs on {}.", list(&few)));
    }
    if let Some(cliff) = gist.cliff {
        says.push(format!(
            "The cliff to watch is that of {}: {}. There it earns {} on average.",
            names.indicator_name(cliff.id),
            match chance::percent(cliff.chance).as_str() {
                "none" => "it has no chance of reaching it".to_owned(),
                "certain" => "it is certain to reach it".to_owned(),
                percent => format!("its chance of reaching it is {percent}"),
            },
            short(cliff.earns)
        ));
    }
    says
}

fn shares(agreement: &Agreement, found: &Drivers) -> Vec<ShareRow> {
    let Some(shares) = &found.shares else {
        return Vec::new();
    };
    let names = Lookup(agreement);
    let own = shares
        .indicators
        .iter()
        .map(|&(id, share)| (names.indicator_name(id).to_owned(), share));
    let mut rows: Vec<(String, f64)> = own.filter(|row| row.1 >= 0.005).collect();
    order::by(&mut rows, |one, other| other.1.total_cmp(&one.1));
    let small = 1.0 - shares.common - rows.iter().map(|row| row.1).sum::<f64>();
    let all = [("What all have in common".to_owned(), shares.common)]
        .into_iter()
        .chain(rows);
    let rest = ("All too small to name".to_owned(), small.max(0.0));
    all.chain([rest])
        .map(|(name, share)| ShareRow {
            name,
            bar: Bar::of(share),
            says: chance::part(share),
        })
        .collect()
}

fn bars(agreement: &Agreement, bars: &[odds::Bar]) -> Vec<BarRow> {
    let ends = || bars.iter().flat_map(|bar| [bar.low, bar.high]);
    let low = ends().fold(f64::INFINITY, f64::min);
    let high = ends().fold(f64::NEG_INFINITY, f64::max);
    let wide = (high - low).max(1.0);
    let names = Lookup(agreement);
    let row = |bar: &odds::Bar| {
        let what = match bar.assumption {
            Assumption::Response => "what money brings",
            Assumption::Cost => "what it costs",
            Assumption::Without => "where it would go without an agreement",
            Assumption::Delivery => "how much is delivered",
            Assumption::Correlation => "how much they have in common",
        };
        let whose = bar
            .indicator
            .map_or("All indicators", |id| names.indicator_name(id));
        let (from, to) = (bar.low.min(bar.high), bar.low.max(bar.high));
        BarRow {
            name: format!("{whose}: {what}"),
            bar: Bar::between((from - low) / wide, (to - low) / wide),
            ends: (short(bar.low), short(bar.high)),
        }
    };
    let moving = bars.iter().filter(|bar| (bar.high - bar.low).abs() >= 1.0);
    moving.take(BARS).map(row).collect()
}

fn dropped(state: &State, found: &Drivers) -> Vec<(String, String, String)> {
    let names = Lookup(&state.shown().agreement);
    let Some((mean, p10)) = found.now else {
        return Vec::new();
    };
    let row = |dropped: &crate::odds::Dropped| {
        let change = |then: f64, now: f64| money::difference(money::of_odds(then - now));
        (
            names.outcome_name(dropped.outcome).to_owned(),
            change(dropped.mean, mean),
            change(dropped.p10, p10),
        )
    };
    found.dropped.iter().map(row).collect()
}

fn safe(state: &State, found: &Drivers) -> Vec<(String, String, Edit)> {
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let in_force = |id: IndicatorId| {
        let mut results = state.result(state.open)?.indicators.iter();
        let found = results.find(|found| found.id == id)?;
        found.with.last().copied().flatten()
    };
    let row = |&(id, level): &(IndicatorId, Option<crate::model::Decimal>)| {
        let indicator = names.indicator(id)?;
        let level = level.filter(|&level| in_force(id) != Some(level))?;
        let now = number::value(in_force(id)?, indicator.decimals);
        let then = number::value(level, indicator.decimals);
        let says = format!("{} in place of {now}", measured(indicator, level));
        (then != now).then(|| (indicator.name.clone(), says, Edit::Stretch(id, Some(level))))
    };
    found.safe.iter().filter_map(row).collect()
}

/// The chance at which a stretch counts as safe, in words.
#[must_use]
pub fn safe_says() -> String {
    chance::percent(SAFE)
}
