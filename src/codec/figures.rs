//! The figures of an agreement and one scenario in a form that knows no names, order or ids.
//!
//! Every thing is first described by its own figures. Things are then told apart by what they
//! are tied to, over and over, until nothing more can be told apart, and are written in the
//! order that results. Two things that even this leaves alike may be exchanged without anyone
//! noticing, on screen or in the sums.

use std::collections::BTreeMap;

use crate::codec::varint::Writer;
use crate::model::{
    Agreement, Amount, BasisPoints, Decimal, Fence, Indicator, Outcome, PartnerId, PartnerShare,
    Pot, Pounds, PumpGrant, PumpTo, Relaxation, Response, Rules, Scenario, SharingTo, Stream,
    Stretch, limits,
};

/// What ties two things; the same tie seen from its far end has 128 added.
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
    writer.unsigned(u64::from(agreement.first_year));
    writer.unsigned(u64::from(agreement.years));
    optional(writer, agreement.area.population.map(i64::from));
    optional(writer, agreement.area.net_budget.map(|pounds| pounds.0));
    rules(writer, &agreement.rules);
    rules(writer, resolved_rules(agreement, scenario));
    writer.unsigned(scenario.pump.split as u64);
    let things = Things::of(agreement, scenario);
    let ranks = things.ranks();
    let mut order: Vec<usize> = (0..ranks.len()).collect();
    order.sort_by_key(|&at| ranks[at]);
    for at in order {
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
    scenario.rules.as_ref().unwrap_or(&agreement.rules)
}

fn ranked(thing: &Thing, ranks: &[usize]) -> Vec<(u8, usize, [i64; 2])> {
    let mut ties: Vec<_> = thing
        .ties
        .iter()
        .map(|&(tie, other, values)| (tie, ranks[other], values))
        .collect();
    ties.sort_unstable();
    ties
}

/// The place of each key among the different keys.
fn dense<K: Ord>(keys: &[K]) -> (Vec<usize>, usize) {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|&a, &b| keys[a].cmp(&keys[b]));
    let mut ranks = vec![0; keys.len()];
    let mut rank = 0;
    for pair in order.windows(2) {
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
                    Relaxation::LiftBlock(id) if id == block.id => Some([0, 0]),
                    _ => None,
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
        for pin in &self.scenario.pins {
            let (from, to) = ((Sort::Stream, pin.stream.0), (Sort::Outcome, pin.outcome.0));
            self.tie(Tie::Pinned, from, to, [i64::from(pin.year), pin.pounds.0]);
        }
        for freedom in &self.scenario.freedoms {
            if let Relaxation::DropFloor { stream, outcome } = freedom.relaxation {
                let (from, to) = ((Sort::Stream, stream.0), (Sort::Outcome, outcome.0));
                self.tie(Tie::FloorDropped, from, to, [freedom.standing as i64, 0]);
            }
        }
    }

    fn tie(&mut self, tie: Tie, from: (Sort, u16), to: (Sort, u16), values: [i64; 2]) {
        if let (Some(&from), Some(&to)) = (self.place.get(&from), self.place.get(&to)) {
            self.all[from].ties.push((tie as u8, to, values));
            self.all[to].ties.push((tie as u8 + 128, from, values));
        }
    }

    /// Writes where each freedom of one thing stands, whatever their order.
    fn freedoms(&self, writer: &mut Writer, of: impl Fn(Relaxation) -> Option<[i64; 2]>) {
        let mut held: Vec<[i64; 3]> = self
            .scenario
            .freedoms
            .iter()
            .filter_map(|freedom| {
                of(freedom.relaxation).map(|[which, share]| [which, share, freedom.standing as i64])
            })
            .collect();
        held.sort_unstable();
        writer.count(held.len());
        held.iter()
            .flatten()
            .for_each(|&value| writer.signed(value));
    }

    fn years(&self) -> std::ops::Range<usize> {
        0..self.agreement.year_count()
    }

    fn stream(&self, writer: &mut Writer, stream: &Stream) {
        writer.byte(stream.origin as u8);
        writer.byte(stream.control as u8);
        writer.unsigned(u64::from(stream.carry_forward.0));
        writer.unsigned(u64::from(stream.bring_forward.0));
        for year in self.years() {
            let amount = stream.amount(year);
            optional(
                writer,
                (amount != Amount::NotStated).then_some(amount.counted().0),
            );
            writer.signed((amount.at_most() - amount.counted()).0);
        }
        let typed = self
            .scenario
            .fences
            .iter()
            .find(|choice| choice.stream == stream.id);
        let fence: Fence = typed.map_or(self.scenario.setup.fence(), |choice| choice.fence);
        writer.byte(fence as u8);
        let share = |share: BasisPoints| i64::from(share.0);
        self.freedoms(writer, |relaxation| match relaxation {
            Relaxation::LiftStream(id) if id == stream.id => Some([0, 0]),
            Relaxation::Pool(id) if id == stream.id => Some([1, 0]),
            Relaxation::CarryForward {
                stream: id,
                share: held,
            } if id == stream.id => Some([2, share(held)]),
            Relaxation::BringForward {
                stream: id,
                share: held,
            } if id == stream.id => Some([3, share(held)]),
            _ => None,
        });
    }

    fn outcome(&self, writer: &mut Writer, outcome: &Outcome) {
        for year in self.years() {
            writer.signed(outcome.minimum(year).0);
            optional(writer, outcome.capacity(year).map(|pounds| pounds.0));
            writer.signed(self.scenario.spending.get(outcome.id, year).0);
            writer.signed(self.scenario.pump.spending.get(outcome.id, year).0);
        }
        for year in 0..limits::YEARS {
            writer.unsigned(u64::from(outcome.lag(year).0));
        }
        writer.byte(u8::from(outcome.rewarded));
        writer.unsigned(u64::from(outcome.weight));
        writer.byte(u8::from(self.scenario.dropped.contains(&outcome.id)));
    }

    fn indicator(&self, writer: &mut Writer, indicator: &Indicator) {
        optional(writer, indicator.national.map(i64::from));
        writer.byte(indicator.decimals);
        writer.byte(indicator.better as u8);
        writer.byte(indicator.kind as u8);
        writer.unsigned(u64::from(indicator.weight));
        optional(
            writer,
            indicator.baseline.map(|baseline| i64::from(baseline.year)),
        );
        value(writer, indicator.baseline.map(|baseline| baseline.value));
        for year in self.years() {
            value(writer, indicator.without(year));
            value(writer, indicator.with(year));
            value(writer, indicator.actual(year));
        }
        let last = self.agreement.year_count().saturating_sub(1);
        let typed = |stretch: &&Stretch| stretch.indicator == indicator.id;
        let typed = self
            .scenario
            .stretches
            .iter()
            .find(typed)
            .map(|stretch| stretch.level);
        value(writer, typed.or(indicator.with(last)));
        optional(
            writer,
            indicator.interim.map(|interim| i64::from(interim.year)),
        );
        value(writer, indicator.interim.map(|interim| interim.level));
        match &indicator.response {
            None => writer.byte(0),
            Some(Response::Cost { full, shape }) => {
                writer.byte(1 + *shape as u8);
                writer.signed(full.0);
            }
            Some(Response::Points(points)) => {
                writer.byte(4);
                writer.count(points.len());
                for point in points {
                    writer.signed(point.pounds.0);
                    writer.unsigned(u64::from(point.share.0));
                }
            }
        }
    }
}

fn optional(writer: &mut Writer, value: Option<i64>) {
    writer.byte(u8::from(value.is_some()));
    writer.signed(value.unwrap_or_default());
}

fn value(writer: &mut Writer, value: Option<Decimal>) {
    optional(writer, value.map(Decimal::millionths));
}

/// Writes the figures of rules, but for the shares of partners, which partners carry.
fn rules(writer: &mut Writer, rules: &Rules) {
    writer.byte(rules.preset as u8);
    let (stated, pot) = match rules.pot {
        Pot::Rate(rate) => (0, i64::from(rate.0)),
        Pot::Stated(pounds) => (1, pounds.0),
    };
    writer.byte(stated);
    writer.signed(pot);
    writer.unsigned(u64::from(rules.threshold.0));
    writer.byte(rules.split as u8);
    writer.byte(rules.payment as u8);
    let mut slices: Vec<Pounds> = rules
        .sharing
        .top_slices
        .iter()
        .map(|slice| slice.pounds)
        .collect();
    slices.sort_unstable();
    writer.count(slices.len());
    slices.iter().for_each(|pounds| writer.signed(pounds.0));
    writer.unsigned(u64::from(rules.sharing.bids.0));
    writer.byte(match rules.sharing.to {
        SharingTo::Delivery => 0,
        SharingTo::Equal => 1,
        SharingTo::Typed(_) => 2,
    });
    let grant = match rules.pump.grant {
        PumpGrant::Formula => None,
        PumpGrant::Stated(pounds) => Some(pounds.0),
    };
    optional(writer, grant);
    for year in 0..limits::YEARS {
        let share = rules
            .pump
            .by_year_end
            .get(year)
            .copied()
            .unwrap_or(BasisPoints::WHOLE);
        writer.unsigned(u64::from(share.0));
    }
    writer.byte(u8::from(matches!(rules.pump.to, PumpTo::Typed(_))));
}

/// Writes the shares that a partner has by rules that type them.
fn typed_shares(writer: &mut Writer, rules: &Rules, partner: PartnerId) {
    let share_in = |parts: &[PartnerShare]| {
        parts
            .iter()
            .find(|part| part.partner == partner)
            .map(|part| i64::from(part.share.0))
    };
    let reward = match &rules.sharing.to {
        SharingTo::Typed(parts) => share_in(parts),
        SharingTo::Delivery | SharingTo::Equal => None,
    };
    let pump = match &rules.pump.to {
        PumpTo::Typed(parts) => share_in(parts),
        PumpTo::Delivery => None,
    };
    optional(writer, reward);
    optional(writer, pump);
}
