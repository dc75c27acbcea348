//! Scenarios as decisions: the open one alone, further ones as differences from it.

use crate::codec::body::coder::{Chance, Coder};
use crate::codec::body::indicators::finest;
use crate::codec::body::money::{Row, Sum, pass_grid};
use crate::codec::body::number::{Choice, Number, Share, Signed};
use crate::codec::body::place::{Places, Reference, References};
use crate::codec::body::rules::RuleChances;
use crate::codec::varint::Flaw;
use crate::model::{
    Agreement, BasisPoints, Decimal, Fence, FenceChoice, Freedom, IndicatorId, OutcomeId, Pin,
    Pounds, PumpPlan, PumpSplit, Relaxation, Rules, Scenario, SetUp, Standing, StreamId, Stretch,
    limits,
};

// These tables are append-only, and outgrown only by a new schema: see `Choice::among`.
const SET_UPS: [SetUp; 4] = [
    SetUp::SeparateStreams,
    SetUp::RingFencedBlocks,
    SetUp::SinglePot,
    SetUp::AreaBasedGrant,
];
const FENCES: [Fence; 4] = [Fence::Stream, Fence::Block, Fence::Agreement, Fence::None];
const STANDINGS: [Standing; 3] = [Standing::Asked, Standing::Granted, Standing::Refused];
const SPLITS: [PumpSplit; 3] = [PumpSplit::Typed, PumpSplit::Equal, PumpSplit::Indicators];

/// What is relaxed, without saying of what.
#[derive(Clone, Copy, PartialEq)]
enum Relaxed {
    LiftStream,
    LiftBlock,
    DropFloor,
    CarryForward,
    BringForward,
    Pool,
}

/// Append-only, and outgrown only by a new schema: see [`Choice::among`].
const RELAXED: [Relaxed; 6] = [
    Relaxed::LiftStream,
    Relaxed::LiftBlock,
    Relaxed::DropFloor,
    Relaxed::CarryForward,
    Relaxed::BringForward,
    Relaxed::Pool,
];

/// The chances of everything in a scenario.
pub(super) struct Scenarios {
    set_up: Choice,
    same: [Chance; 6],
    count: Number,
    stream: Reference,
    block: Reference,
    outcome: Reference,
    indicator: Reference,
    fence: Choice,
    relaxed: Choice,
    standing: Choice,
    share: Share,
    spending: Row,
    spending_beside: Row,
    year: Choice,
    pin: Sum,
    split: Choice,
    pump: Row,
    pump_beside: Row,
    finer: Number,
    level: Signed,
    dropped: References,
    own_rules: Chance,
    rules: Option<Box<RuleChances>>,
}

impl Scenarios {
    pub(super) fn new(places: &Places) -> Self {
        Self {
            set_up: Choice::among(SET_UPS.len()),
            same: [Chance::NEW; 6],
            count: Number::like(&[0, 0, 2]),
            stream: Reference::among(&places.streams),
            block: Reference::among(&places.blocks),
            outcome: Reference::among(&places.outcomes),
            indicator: Reference::among(&places.indicators),
            fence: Choice::among(FENCES.len()),
            relaxed: Choice::among(RELAXED.len()),
            standing: Choice::among(STANDINGS.len()),
            share: Share::like(&[5, 10]),
            spending: Row::new(),
            spending_beside: Row::of_changes(),
            year: Choice::of_bits(3),
            pin: Sum::new(),
            split: Choice::among(SPLITS.len()),
            pump: Row::new(),
            pump_beside: Row::of_changes(),
            finer: Number::like(&[0, 0, 0]),
            level: Signed::like(&[2, 5, 10, 20]),
            dropped: References::among(&places.outcomes),
            own_rules: Chance::NEW,
            rules: None,
        }
    }

    /// Passes all of a scenario but its id and its names, alone or beside the first.
    pub(super) fn pass(
        &mut self,
        coder: &mut dyn Coder,
        places: &Places,
        agreement: &Agreement,
        first: Option<&Scenario>,
        scenario: &mut Scenario,
    ) -> Result<(), Flaw> {
        let (outcomes, years) = (places.outcomes.as_slice(), places.years);
        let Scenario {
            id: _,
            name: _,
            setup,
            fences,
            freedoms,
            spending,
            pins,
            pump,
            stretches,
            dropped,
            rules,
        } = scenario;
        let PumpPlan {
            split,
            spending: primed,
        } = pump;
        *setup = self.set_up.one_of(coder, &SET_UPS, *setup)?;
        if !self.same(coder, 0, first.map(|first| &first.fences), fences)? {
            self.fences(coder, places, fences)?;
        }
        if !self.same(coder, 1, first.map(|first| &first.freedoms), freedoms)? {
            self.freedoms(coder, places, freedoms)?;
        }
        let beside = first.map(|first| &first.spending);
        let row = if beside.is_some() {
            &mut self.spending_beside
        } else {
            &mut self.spending
        };
        pass_grid(coder, row, outcomes, years, beside, spending)?;
        if !self.same(coder, 2, first.map(|first| &first.pins), pins)? {
            self.pins(coder, places, pins)?;
        }
        *split = self.split.one_of(coder, &SPLITS, *split)?;
        let beside = first.map(|first| &first.pump.spending);
        let row = if beside.is_some() {
            &mut self.pump_beside
        } else {
            &mut self.pump
        };
        pass_grid(coder, row, outcomes, years, beside, primed)?;
        if !self.same(coder, 3, first.map(|first| &first.stretches), stretches)? {
            self.stretches(coder, places, agreement, stretches)?;
        }
        if !self.same(coder, 4, first.map(|first| &first.dropped), dropped)? {
            self.dropped.pass(coder, outcomes, dropped)?;
        }
        if coder.decide(&mut self.own_rules, rules.is_some())? {
            let rules = rules.get_or_insert_with(Rules::default);
            let chances = &mut self.rules;
            chances
                .get_or_insert_with(|| Box::new(RuleChances::new(&places.partners)))
                .pass(coder, &places.partners, rules)?;
        }
        Ok(())
    }

    /// Whether a list is that of the first scenario, which it then becomes.
    fn same<T: Clone + PartialEq>(
        &mut self,
        coder: &mut dyn Coder,
        which: usize,
        first: Option<&Vec<T>>,
        list: &mut Vec<T>,
    ) -> Result<bool, Flaw> {
        let Some(first) = first else { return Ok(false) };
        let same = coder.decide(&mut self.same[which], list == first)?;
        if same {
            list.clone_from(first);
        }
        Ok(same)
    }

    fn fences(
        &mut self,
        coder: &mut dyn Coder,
        places: &Places,
        fences: &mut Vec<FenceChoice>,
    ) -> Result<(), Flaw> {
        let blank = FenceChoice {
            stream: StreamId(0),
            fence: Fence::Stream,
        };
        self.count.list(coder, limits::CHOICES, fences, blank)?;
        for choice in fences {
            choice.stream = self.stream.pass(coder, &places.streams, choice.stream)?;
            choice.fence = self.fence.one_of(coder, &FENCES, choice.fence)?;
        }
        Ok(())
    }

    fn freedoms(
        &mut self,
        coder: &mut dyn Coder,
        places: &Places,
        freedoms: &mut Vec<Freedom>,
    ) -> Result<(), Flaw> {
        let blank = Freedom {
            relaxation: Relaxation::LiftStream(StreamId(0)),
            standing: Standing::Asked,
        };
        self.count.list(coder, limits::CHOICES, freedoms, blank)?;
        for freedom in freedoms {
            freedom.relaxation = self.relaxation(coder, places, freedom.relaxation)?;
            freedom.standing = self.standing.one_of(coder, &STANDINGS, freedom.standing)?;
        }
        Ok(())
    }

    fn relaxation(
        &mut self,
        coder: &mut dyn Coder,
        places: &Places,
        relaxation: Relaxation,
    ) -> Result<Relaxation, Flaw> {
        let none = (StreamId(0), OutcomeId(0), BasisPoints(0));
        let (relaxed, (stream, outcome, share)) = match relaxation {
            Relaxation::LiftStream(stream) => (Relaxed::LiftStream, (stream, none.1, none.2)),
            Relaxation::LiftBlock(_) => (Relaxed::LiftBlock, none),
            Relaxation::DropFloor { stream, outcome } => {
                (Relaxed::DropFloor, (stream, outcome, none.2))
            }
            Relaxation::CarryForward { stream, share } => {
                (Relaxed::CarryForward, (stream, none.1, share))
            }
            Relaxation::BringForward { stream, share } => {
                (Relaxed::BringForward, (stream, none.1, share))
            }
            Relaxation::Pool(stream) => (Relaxed::Pool, (stream, none.1, none.2)),
        };
        let relaxed = self.relaxed.one_of(coder, &RELAXED, relaxed)?;
        if relaxed == Relaxed::LiftBlock {
            let block = if let Relaxation::LiftBlock(block) = relaxation {
                block
            } else {
                Default::default()
            };
            return Ok(Relaxation::LiftBlock(self.block.pass(
                coder,
                &places.blocks,
                block,
            )?));
        }
        let stream = self.stream.pass(coder, &places.streams, stream)?;
        Ok(match relaxed {
            Relaxed::LiftStream | Relaxed::LiftBlock => Relaxation::LiftStream(stream),
            Relaxed::Pool => Relaxation::Pool(stream),
            Relaxed::DropFloor => {
                let outcome = self.outcome.pass(coder, &places.outcomes, outcome)?;
                Relaxation::DropFloor { stream, outcome }
            }
            Relaxed::CarryForward => Relaxation::CarryForward {
                stream,
                share: self.share.pass(coder, share)?,
            },
            Relaxed::BringForward => Relaxation::BringForward {
                stream,
                share: self.share.pass(coder, share)?,
            },
        })
    }

    fn pins(
        &mut self,
        coder: &mut dyn Coder,
        places: &Places,
        pins: &mut Vec<Pin>,
    ) -> Result<(), Flaw> {
        let blank = Pin {
            stream: StreamId(0),
            outcome: OutcomeId(0),
            year: 0,
            pounds: Pounds(0),
        };
        self.count.list(coder, limits::CHOICES, pins, blank)?;
        for pin in pins {
            pin.stream = self.stream.pass(coder, &places.streams, pin.stream)?;
            pin.outcome = self.outcome.pass(coder, &places.outcomes, pin.outcome)?;
            pin.year = self
                .year
                .index(coder, places.years, usize::from(pin.year))? as u8;
            pin.pounds = self.pin.pass(coder, pin.pounds)?;
        }
        Ok(())
    }

    /// Passes stretch levels as steps from the agreement's own, in the indicator's decimals.
    fn stretches(
        &mut self,
        coder: &mut dyn Coder,
        places: &Places,
        agreement: &Agreement,
        stretches: &mut Vec<Stretch>,
    ) -> Result<(), Flaw> {
        let blank = Stretch {
            indicator: IndicatorId(0),
            level: Decimal::default(),
        };
        self.count
            .list(coder, places.indicators.len(), stretches, blank)?;
        for stretch in stretches {
            let ids = &places.indicators;
            stretch.indicator = self.indicator.pass(coder, ids, stretch.indicator)?;
            let held = agreement
                .indicators
                .iter()
                .find(|held| held.id == stretch.indicator);
            let Some(indicator) = held else {
                return Err(Flaw::OutOfRange);
            };
            let agreed = indicator
                .with
                .iter()
                .flatten()
                .last()
                .copied()
                .unwrap_or_default();
            let usual = indicator.decimals.max(finest(indicator));
            let finer = u64::from(stretch.level.places().saturating_sub(usual));
            let finer = self
                .finer
                .up_to(coder, u64::from(Decimal::PLACES - usual), finer)?;
            let step = Decimal::step(usual + finer as u8).millionths();
            let off = (stretch.level.millionths() - agreed.millionths()) / step;
            let off = self.level.pass(coder, off)?.checked_mul(step);
            let level = off.and_then(|off| agreed.millionths().checked_add(off));
            stretch.level = Decimal::from_millionths(level.ok_or(Flaw::OutOfRange)?)
                .map_err(|_| Flaw::OutOfRange)?;
        }
        Ok(())
    }
}
