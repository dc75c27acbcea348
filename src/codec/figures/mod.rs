//! The figures of an agreement and one scenario in a form that knows no names, order or ids.
//!
//! Every thing is first described by its own figures. Things are then told apart by what they
//! are tied to, over and over, until nothing more can be told apart, and are written in the
//! order that results. Two things that even this leaves alike may be exchanged without anyone
//! noticing, on screen or in the sums.

mod numbers;
mod own;

use std::collections::BTreeMap;

use crate::codec::figures::own::{optional, rules, typed_shares};
use crate::codec::varint::Writer;
use crate::model::{Agreement, Area, PumpPlan, Relaxation, Rules, Scenario, order};

/// What ties two things; the same tie seen from its far end has 128 added. Their order is frozen: a new one comes last.
#[derive(Clone, Copy)]
enum Tie {
    Home = 1,
    BroughtBy,
    Floor,
    Named,
    Spends,
    Pinned,
    FloorDropped,
    InBlock,
    Serves,
    DeliveredBy,
    Measures,
}

/// A thing with its own figures and its ties to others.
struct Thing {
    own: Vec<u8>,
    ties: Vec<(u8, usize, [i64; 2])>,
}

/// All things of an agreement: blocks, partners, streams, outcomes, indicators, in this order.
struct Things<'a> {
    agreement: &'a Agreement,
    scenario: &'a Scenario,
    all: Vec<Thing>,
    place: BTreeMap<(Sort, u16), usize>,
}

/// Their order is frozen as well.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Block,
    Partner,
    Stream,
    Outcome,
    Indicator,
}

/// Writes the figures; equal figures give equal bytes.
pub(in crate::codec) fn write(writer: &mut Writer, agreement: &Agreement, scenario: &Scenario) {
    let Agreement {
        area,
        first_year,
        years,
        rules: agreed,
        // Things.
        blocks: _,
        partners: _,
        streams: _,
        outcomes: _,
        indicators: _,
    } = agreement;
    let Area {
        population,
        net_budget,
        name: _,
    } = area;
    let Scenario {
        pump,
        // In the agreement's place.
        rules: _,
        // With the things that they are about, or as ties between them.
        setup: _,
        fences: _,
        freedoms: _,
        spending: _,
        pins: _,
        stretches: _,
        dropped: _,
        // No figures.
        id: _,
        name: _,
    } = scenario;
    let PumpPlan { split, spending: _ } = pump;
    writer.unsigned(u64::from(*first_year));
    writer.unsigned(u64::from(*years));
    optional(writer, population.map(i64::from));
    optional(writer, net_budget.map(|pounds| pounds.0));
    let years = agreement.year_count();
    rules(writer, agreed, years);
    rules(writer, resolved_rules(agreement, scenario), years);
    writer.unsigned(numbers::pump_split(*split));
    let things = Things::of(agreement, scenario);
    let ranks = things.ranks();
    let mut places: Vec<usize> = (0..ranks.len()).collect();
    order::by_key(&mut places, |&at| ranks[at]);
    for at in places {
        let thing = &things.all[at];
        writer.count(thing.own.len());
        writer.bytes(&thing.own);
        let ties = ranked(thing, &ranks);
        writer.count(ties.len());
        for (tie, rank, values) in ties {
            writer.byte(tie);
            writer.count(rank);
            values.iter().for_each(|&value| writer.signed(value));
        }
    }
}

fn resolved_rules<'a>(agreement: &'a Agreement, scenario: &'a Scenario) -> &'a Rules {
    scenario.rules_in(agreement)
}

fn ranked(thing: &Thing, ranks: &[usize]) -> Vec<(u8, usize, [i64; 2])> {
    let mut ties: Vec<_> = thing
        .ties
        .iter()
        .map(|&(tie, other, values)| (tie, ranks[other], values))
        .collect();
    order::by_key(&mut ties, |tie| *tie);
    ties
}

/// The place of each key among the different keys.
fn dense<K: Ord>(keys: &[K]) -> (Vec<usize>, usize) {
    let mut places: Vec<usize> = (0..keys.len()).collect();
    order::by(&mut places, |&a, &b| keys[a].cmp(&keys[b]));
    let mut ranks = vec![0; keys.len()];
    let mut rank = 0;
    for pair in places.windows(2) {
        rank += usize::from(keys[pair[0]] != keys[pair[1]]);
        ranks[pair[1]] = rank;
    }
    (ranks, rank)
}

impl<'a> Things<'a> {
    fn of(agreement: &'a Agreement, scenario: &'a Scenario) -> Self {
        let mut things = Self {
            agreement,
            scenario,
            all: Vec::new(),
            place: BTreeMap::new(),
        };
        for block in &agreement.blocks {
            things.add(Sort::Block, block.id.0, |things, writer| {
                things.freedoms(writer, |relaxation| match relaxation {
                    Relaxation::LiftBlock(id) => (id == block.id).then_some([0, 0]),
                    Relaxation::LiftStream(_)
                    | Relaxation::DropFloor { .. }
                    | Relaxation::CarryForward { .. }
                    | Relaxation::BringForward { .. }
                    | Relaxation::Pool(_) => None,
                });
            });
        }
        for partner in &agreement.partners {
            things.add(Sort::Partner, partner.id.0, |things, writer| {
                for rules in [&agreement.rules, resolved_rules(agreement, things.scenario)] {
                    typed_shares(writer, rules, partner.id);
                }
            });
        }
        for stream in &agreement.streams {
            things.add(Sort::Stream, stream.id.0, |things, writer| {
                things.stream(writer, stream)
            });
        }
        for outcome in &agreement.outcomes {
            let id = outcome.id.0;
            things.add(Sort::Outcome, id, |things, writer| {
                things.outcome(writer, outcome)
            });
        }
        for indicator in &agreement.indicators {
            let id = indicator.id.0;
            things.add(Sort::Indicator, id, |things, writer| {
                things.indicator(writer, indicator)
            });
        }
        things.tie_all();
        things
    }

    fn add(&mut self, sort: Sort, id: u16, own: impl Fn(&Self, &mut Writer)) {
        let mut writer = Writer::new();
        writer.byte(sort as u8);
        own(self, &mut writer);
        self.place.insert((sort, id), self.all.len());
        self.all.push(Thing {
            own: writer.finish(),
            ties: Vec::new(),
        });
    }

    /// Ranks things by their figures, then by the ranks of what they are tied to, until no more
    /// can be told apart.
    fn ranks(&self) -> Vec<usize> {
        let own: Vec<&[u8]> = self.all.iter().map(|thing| thing.own.as_slice()).collect();
        let (mut ranks, mut last) = dense(&own);
        loop {
            let keys: Vec<_> = self
                .all
                .iter()
                .enumerate()
                .map(|(at, thing)| (ranks[at], ranked(thing, &ranks)))
                .collect();
            let (finer, finer_last) = dense(&keys);
            if finer_last == last {
                return finer;
            }
            (ranks, last) = (finer, finer_last);
        }
    }

    fn tie_all(&mut self) {
        let agreement = self.agreement;
        for stream in &agreement.streams {
            let from = (Sort::Stream, stream.id.0);
            if let Some(block) = stream.home {
                self.tie(Tie::Home, from, (Sort::Block, block.0), [0, 0]);
            }
            if let Some(partner) = stream.partner {
                self.tie(Tie::BroughtBy, from, (Sort::Partner, partner.0), [0, 0]);
            }
            for floor in &stream.floors {
                self.tie(
                    Tie::Floor,
                    from,
                    (Sort::Outcome, floor.outcome.0),
                    [floor.pounds.0, 0],
                );
            }
            for outcome in &stream.named {
                self.tie(Tie::Named, from, (Sort::Outcome, outcome.0), [0, 0]);
            }
            for (outcome, year, pounds) in stream.spending.cells() {
                let values = [year as i64, pounds.0];
                self.tie(Tie::Spends, from, (Sort::Outcome, outcome.0), values);
            }
        }
        for outcome in &agreement.outcomes {
            let from = (Sort::Outcome, outcome.id.0);
            self.tie(Tie::InBlock, from, (Sort::Block, outcome.block.0), [0, 0]);
            for block in &outcome.serves {
                self.tie(Tie::Serves, from, (Sort::Block, block.0), [0, 0]);
            }
            for part in &outcome.delivery {
                let values = [i64::from(part.share.0), 0];
                self.tie(
                    Tie::DeliveredBy,
                    from,
                    (Sort::Partner, part.partner.0),
                    values,
                );
            }
        }
        for indicator in &agreement.indicators {
            let to = (Sort::Outcome, indicator.outcome.0);
            self.tie(Tie::Measures, (Sort::Indicator, indicator.id.0), to, [0, 0]);
        }
        // A pin of nothing holds nothing.
        for pin in self.scenario.pins.iter().filter(|pin| pin.pounds.0 > 0) {
            let (from, to) = ((Sort::Stream, pin.stream.0), (Sort::Outcome, pin.outcome.0));
            self.tie(Tie::Pinned, from, to, [i64::from(pin.year), pin.pounds.0]);
        }
        for freedom in &self.scenario.freedoms {
            let (stream, outcome) = match freedom.relaxation {
                Relaxation::DropFloor { stream, outcome } => (stream, outcome),
                // These are written with the one thing that they are about.
                Relaxation::LiftStream(_)
                | Relaxation::LiftBlock(_)
                | Relaxation::CarryForward { .. }
                | Relaxation::BringForward { .. }
                | Relaxation::Pool(_) => continue,
            };
            let (from, to) = ((Sort::Stream, stream.0), (Sort::Outcome, outcome.0));
            let values = [numbers::standing(freedom.standing), 0];
            self.tie(Tie::FloorDropped, from, to, values);
        }
    }

    fn tie(&mut self, tie: Tie, from: (Sort, u16), to: (Sort, u16), values: [i64; 2]) {
        if let (Some(&from), Some(&to)) = (self.place.get(&from), self.place.get(&to)) {
            self.all[from].ties.push((tie as u8, to, values));
            self.all[to].ties.push((tie as u8 + 128, from, values));
        }
    }
}
