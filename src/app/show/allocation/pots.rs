//! The pots of money of the open scenario, with what is left in each.

use crate::app::lookup::Lookup;
use crate::app::purse::{Purse, members};
use crate::app::state::State;
use crate::engine::{Evaluation, StreamResult, StreamYear};
use crate::model::{Agreement, Amount, Fence, Origin, Pounds, Stream, order};
use crate::text::money;

/// Money of one pot: what there is and what is left, over all years and by year.
#[derive(Clone, Debug, PartialEq)]
pub struct Pot {
    /// Which streams it holds.
    pub purse: Purse,
    /// What it is called.
    pub name: String,
    /// What a person should know of it beyond its name.
    pub note: &'static str,
    /// What there is.
    pub amount: Pounds,
    /// What is left and cannot be used elsewhere.
    pub left: Pounds,
    /// What is left in each year.
    pub by_year: Vec<Pounds>,
    /// What of it is carried into the next year.
    pub carried: Vec<Pounds>,
}

impl Pot {
    /// What of the money that is left in a year is carried over, where any is.
    #[must_use]
    pub fn carries(&self, year: usize) -> Option<String> {
        let carried = *self.carried.get(year)?;
        match carried.0 {
            0 => None,
            _ if self.by_year.get(year) == Some(&carried) => {
                Some("all of it carried over".to_owned())
            }
            _ => Some(format!("{} of it carried over", money::pounds(carried))),
        }
    }
}

/// The pots of the open scenario: the single pot and each fenced block by what is pooled in it, streams
/// that are fenced alone or cut across, local contributions, then aligned money and pump-priming. Streams
/// whose amounts are not stated make no pot: nothing is known to be in it.
#[must_use]
pub fn pots(state: &State) -> Vec<Pot> {
    let Some(result) = state.result(state.open) else {
        return Vec::new();
    };
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let blocks = agreement.blocks.iter();
    let mut purses = vec![(Purse::Single, free(state, result), "may go anywhere")];
    purses.extend(blocks.map(|block| {
        let purse = Purse::Block(block.id);
        (purse, block.name.as_str(), "fenced to its block")
    }));
    purses.push((Purse::Cross, "Cross-cutting", "may go to any block"));
    purses.extend(result.streams.iter().map(|stream| {
        let name = names.stream_name(stream.id);
        (Purse::Alone(stream.id), name, "fenced alone")
    }));
    purses.push((Purse::Aligned, "Aligned streams", "their owners keep them"));
    let mut pots: Vec<Pot> = purses
        .into_iter()
        .filter_map(|(purse, name, note)| pot(agreement, result, purse, (name, note)))
        .collect();
    if result.pump.grant.0 > 0 {
        let spent: Pounds = result.pump.spent.iter().copied().sum();
        let mut so_far = Pounds(0);
        let by_year = result.pump.spent.iter().zip(&result.pump.by_year_end);
        let by_year = by_year
            .map(|(&spent, &most)| {
                so_far += spent;
                most - so_far
            })
            .collect();
        pots.push(Pot {
            purse: Purse::Pump,
            name: "Pump-priming".to_owned(),
            note: "left by each year-end",
            amount: result.pump.grant,
            left: result.pump.grant - spent,
            by_year,
            carried: Vec::new(),
        });
    }
    pots
}

/// What the money is called that may go anywhere.
fn free(state: &State, result: &Evaluation) -> &'static str {
    let agreement = &state.shown().agreement;
    let setup = state.scenario().map(|scenario| scenario.setup);
    if setup.is_some_and(|setup| setup.fence() >= Fence::Agreement) {
        return "Single pot";
    }
    let mut streams = members(agreement, result, Purse::Single);
    let local = |id| {
        let stream = Lookup(agreement).stream(id);
        stream.is_some_and(|stream| stream.origin == Origin::Local)
    };
    if streams.all(|stream| local(stream.id)) {
        "Local contributions"
    } else {
        "Unfenced money"
    }
}

/// The pots that weigh most, in their order: those with most left or most overspent in a year.
#[must_use]
pub fn weightiest(pots: &[Pot], most: usize) -> Vec<Pot> {
    let weight = |pot: &Pot| pot.by_year.iter().map(|left| left.0.abs()).max();
    let mut places: Vec<usize> = (0..pots.len()).collect();
    order::by_key(&mut places, |&place| {
        std::cmp::Reverse(weight(&pots[place]))
    });
    places.truncate(most);
    order::by_key(&mut places, |&place| place);
    places
        .into_iter()
        .map(|place| pots[place].clone())
        .collect()
}

/// What is still to be placed of the pooled money, and of pump-priming.
#[must_use]
pub fn to_place(state: &State) -> [Pounds; 2] {
    let mut sums = [Pounds(0); 2];
    for pot in pots(state) {
        match pot.purse {
            Purse::Aligned => {}
            Purse::Pump => sums[1] += pot.left.or_nothing(),
            _ => sums[0] += pot.left.or_nothing(),
        }
    }
    sums
}

/// Whether an amount of a stream is stated.
pub(super) fn is_stated(stream: &Stream) -> bool {
    let mut amounts = stream.amounts.iter();
    amounts.any(|amount| *amount != Amount::NotStated)
}

fn pot(
    agreement: &Agreement,
    result: &Evaluation,
    purse: Purse,
    (name, note): (&str, &'static str),
) -> Option<Pot> {
    let streams: Vec<&StreamResult> = members(agreement, result, purse).collect();
    let names = Lookup(agreement);
    let mut known = streams.iter().filter_map(|found| names.stream(found.id));
    if !known.any(is_stated) {
        return None;
    }
    let years = || streams.iter().map(|stream| &stream.years);
    let count = years().map(Vec::len).max().unwrap_or(0);
    let sums = |part: fn(&StreamYear) -> Pounds| -> Vec<Pounds> {
        let sum = |year| years().filter_map(|years| years.get(year)).map(part).sum();
        (0..count).map(sum).collect()
    };
    Some(Pot {
        purse,
        name: name.to_owned(),
        note,
        amount: years().flatten().map(|year| year.amount).sum(),
        left: years().flatten().map(|year| year.left).sum(),
        by_year: sums(|year| year.left + year.carried.or_nothing()),
        carried: sums(|year| year.carried.or_nothing()),
    })
}
