//! Money that left one outcome for another, paired year by year and gathered by where it went.

use crate::app::edit::Edit;
use crate::app::lookup::Lookup;
use crate::chart::figure::list;
use crate::model::{Agreement, Grid, OutcomeId, Pounds};
use crate::text::money::short;
use std::collections::BTreeMap;

/// Money gathered under one outcome: what came to it, or what it gave up with nowhere to go.
#[derive(Default)]
struct Gathered {
    /// What came from each other outcome, in the order in which they gave.
    from: Vec<(OutcomeId, Pounds)>,
    /// What came from money that was not placed, or went back to it.
    loose: Pounds,
    years: Vec<usize>,
    edits: Vec<Edit>,
}

/// The differences between two grids, each as a sentence and the edit that makes it in the first.
pub(crate) fn transfers(
    agreement: &Agreement,
    what: &str,
    (base, scenario): (&Grid, &Grid),
    edit: impl Fn(OutcomeId, usize, Pounds) -> Edit,
) -> Vec<(String, Edit)> {
    let mut gained: BTreeMap<usize, Gathered> = BTreeMap::new();
    let mut given: BTreeMap<usize, Gathered> = BTreeMap::new();
    for year in 0..agreement.year_count() {
        let by = |outcome: OutcomeId| scenario.get(outcome, year) - base.get(outcome, year);
        let mut left: Vec<(usize, OutcomeId, Pounds)> = Vec::new();
        for (index, outcome) in agreement.outcomes.iter().enumerate() {
            if by(outcome.id).0 < 0 {
                left.push((index, outcome.id, -by(outcome.id)));
            }
        }
        for (index, outcome) in agreement.outcomes.iter().enumerate() {
            let mut wanted = by(outcome.id);
            if wanted.0 <= 0 {
                continue;
            }
            let group = gained.entry(index).or_default();
            group.years.push(year);
            for (_, source, held) in left.iter_mut().filter(|(_, _, held)| held.0 > 0) {
                let moved = (*held).min(wanted);
                if moved.0 > 0 {
                    *held -= moved;
                    wanted -= moved;
                    group.take(*source, moved);
                    group
                        .edits
                        .push(edit(*source, year, base.get(*source, year) - moved));
                }
            }
            group.loose += wanted;
            group
                .edits
                .push(edit(outcome.id, year, scenario.get(outcome.id, year)));
        }
        for (index, source, rest) in left.into_iter().filter(|(_, _, rest)| rest.0 > 0) {
            let group = given.entry(index).or_default();
            group.years.push(year);
            group.loose += rest;
            group
                .edits
                .push(edit(source, year, base.get(source, year) - rest));
        }
    }
    let says = |(index, group): (usize, Gathered), more: bool| {
        let text = group.says(agreement, agreement.outcomes[index].id, more);
        (format!("{what}{text}"), Edit::Many(group.edits))
    };
    let gained = gained.into_iter().map(|group| says(group, true));
    gained
        .chain(given.into_iter().map(|group| says(group, false)))
        .collect()
}

impl Gathered {
    fn take(&mut self, source: OutcomeId, moved: Pounds) {
        match self.from.iter_mut().find(|(other, _)| *other == source) {
            Some((_, sum)) => *sum += moved,
            None => self.from.push((source, moved)),
        }
    }

    /// `2007/08: £220k from Neighbourhood wardens to Intensive home care`.
    fn says(&self, agreement: &Agreement, outcome: OutcomeId, more: bool) -> String {
        let names = Lookup(agreement);
        let name = names.outcome_name(outcome);
        let years = match (self.years.first(), self.years.last()) {
            (Some(first), Some(last)) if first != last => {
                format!(
                    "{} to {}",
                    agreement.year_name(*first),
                    agreement.year_name(*last)
                )
            }
            (Some(year), _) => agreement.year_name(*year),
            (None, _) => String::new(),
        };
        let loose = short(self.loose.pence());
        if self.from.is_empty() {
            let word = if more { "more" } else { "less" };
            return format!("{years}: {loose} {word} for {name}");
        }
        let moved: Pounds = self.from.iter().map(|(_, moved)| *moved).sum();
        let sources: Vec<String> = self
            .from
            .iter()
            .map(|(source, _)| names.outcome_name(*source).to_owned())
            .collect();
        let rest = if self.loose.0 > 0 {
            format!(", and {loose} more")
        } else {
            String::new()
        };
        let moved = short(moved.pence());
        format!("{years}: {moved} from {} to {name}{rest}", list(&sources))
    }
}
