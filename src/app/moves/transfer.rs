//! Money that left one outcome for another, paired year by year and gathered by where it went.

use crate::app::edit::{Edit, Fund, Transfer};
use crate::app::lookup::Lookup;
use crate::app::moves::{Change, Kind, Line};
use crate::chart::figure::list;
use crate::engine::{fence_in_force, is_pooled, reach};
use crate::model::{Agreement, Fence, Grid, OutcomeId, Pounds, Scenario, Stream};
use crate::text::money::short;

/// Changes of pooled money. What no stream may pay for one outcome instead of another, as a fence stands between them,
/// has not moved from one to the other.
pub(super) fn pooled(agreement: &Agreement, from: &Scenario, to: &Scenario) -> Vec<Change> {
    let grids = [&from.spending, &to.spending];
    let pooled = agreement
        .streams
        .iter()
        .filter(|stream| is_pooled(to, stream));
    let fenced: Vec<_> = pooled
        .map(|stream| (stream, fence_in_force(to, stream)))
        .collect();
    let passes = |one, other| {
        let both = |&(stream, fence): &(&Stream, Fence)| {
            reach(agreement, stream, fence, one) && reach(agreement, stream, fence, other)
        };
        fenced.is_empty() || fenced.iter().any(both)
    };
    let pairs = pairs(agreement, Fund::Pooled, grids, &passes);
    gathered(agreement, Fund::Pooled, pairs)
}

/// Changes of typed pump-priming.
pub(super) fn pump(agreement: &Agreement, from: &Scenario, to: &Scenario) -> Vec<Change> {
    let grids = [&from.pump.spending, &to.pump.spending];
    let pairs = pairs(agreement, Fund::PumpPriming, grids, &|_, _| true);
    gathered(agreement, Fund::PumpPriming, pairs)
}

/// Pairs what outcomes gave with what others gained in the same year, both in the order of the
/// agreement, where money can pass between the two. Taking some of the pairs leaves exactly the others
/// to be found again.
fn pairs(
    agreement: &Agreement,
    fund: Fund,
    [before, after]: [&Grid; 2],
    passes: &dyn Fn(OutcomeId, OutcomeId) -> bool,
) -> Vec<Transfer> {
    let mut pairs = Vec::new();
    for year in 0..agreement.year_count() {
        let ids = || agreement.outcomes.iter().map(|outcome| outcome.id);
        let by = |id: OutcomeId| after.get(id, year) - before.get(id, year);
        let held = ids().map(|id| (id, -by(id))).filter(|held| held.1.0 > 0);
        let mut given: Vec<(OutcomeId, Pounds)> = held.collect();
        let mut move_to = |to: Option<OutcomeId>, from: Option<OutcomeId>, pounds: Pounds| {
            if pounds.0 > 0 {
                pairs.push(Transfer {
                    fund,
                    year,
                    from,
                    to,
                    pounds,
                });
            }
        };
        for (to, mut wanted) in ids().map(|id| (id, by(id))).filter(|held| held.1.0 > 0) {
            for (from, held) in &mut given {
                let moved = (*held).min(wanted);
                if moved.0 > 0 && passes(*from, to) {
                    move_to(Some(to), Some(*from), moved);
                    wanted -= moved;
                    *held -= moved;
                }
            }
            move_to(Some(to), None, wanted);
        }
        for (from, held) in given {
            move_to(None, Some(from), held);
        }
    }
    pairs
}

/// Transfers by the outcome that gained; then, by outcome, what was given up for nothing else.
fn gathered(agreement: &Agreement, fund: Fund, pairs: Vec<Transfer>) -> Vec<Change> {
    let (kind, what) = match fund {
        Fund::Pooled => (Kind::Money, ""),
        Fund::PumpPriming => (Kind::Pump, "Pump-priming, "),
    };
    let ids = || agreement.outcomes.iter().map(|outcome| outcome.id);
    let gained = ids().map(|id| (Some(id), None));
    let given = ids().map(|id| (None, Some(id)));
    let mut changes = Vec::new();
    for (to, from) in gained.chain(given) {
        let belongs = |pair: &&Transfer| pair.to == to && (to.is_some() || pair.from == from);
        let together: Vec<Transfer> = pairs.iter().filter(belongs).copied().collect();
        if together.is_empty() {
            continue;
        }
        let line = |&pair: &Transfer| Line {
            says: format!("{what}{}", says(agreement, &[pair])),
            make: Edit::Transfer(pair),
            undo: Edit::Transfer(pair.back()),
        };
        changes.push(Change {
            kind,
            says: format!("{what}{}", says(agreement, &together)),
            lines: together.iter().map(line).collect(),
        });
    }
    changes
}

/// `2007/08: £220k from Neighbourhood wardens to Intensive home care`.
fn says(agreement: &Agreement, pairs: &[Transfer]) -> String {
    let names = Lookup(agreement);
    let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else {
        return String::new();
    };
    let mut years = agreement.year_name(first.year);
    if first.year != last.year {
        years = format!("{years} to {}", agreement.year_name(last.year));
    }
    let sum = |paired: bool| -> Pounds {
        let both = |pair: &&Transfer| (pair.from.is_some() && pair.to.is_some()) == paired;
        pairs.iter().filter(both).map(|pair| pair.pounds).sum()
    };
    let (moved, loose) = (sum(true), sum(false));
    let Some(to) = first.to else {
        let name = first.from.map_or("", |from| names.outcome_name(from));
        return format!("{years}: {} less for {name}", short(loose.pence()));
    };
    let name = names.outcome_name(to);
    if moved.0 == 0 {
        return format!("{years}: {} more for {name}", short(loose.pence()));
    }
    let mut sources: Vec<String> = Vec::new();
    for from in pairs.iter().filter_map(|pair| pair.from) {
        let source = names.outcome_name(from).to_owned();
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let rest = match loose.0 {
        0 => String::new(),
        _ => format!(", and {} more", short(loose.pence())),
    };
    let moved = short(moved.pence());
    format!("{years}: {moved} from {} to {name}{rest}", list(&sources))
}
