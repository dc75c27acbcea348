//! The own figures of streams, outcomes, indicators and rules, in a fixed order.
//!
//! Each names every field of its thing, so that the compiler asks where a new one goes.

use std::ops::Range;

use crate::codec::figures::{Things, numbers};
use crate::codec::varint::Writer;
use crate::model::{
    Amount, BasisPoints, Decimal, Indicator, Origin, Outcome, PartnerId, PartnerShare, Pot,
    PumpGrant, PumpRules, PumpTo, Relaxation, Response, Rules, Sharing, SharingTo, Stream, Stretch,
    limits, order,
};

impl Things<'_> {
    /// Writes where each freedom of one thing stands, whatever their order.
    pub(super) fn freedoms(
        &self,
        writer: &mut Writer,
        of: impl Fn(Relaxation) -> Option<[i64; 2]>,
    ) {
        let mut held: Vec<[i64; 3]> = self
            .scenario
            .freedoms
            .iter()
            .filter_map(|freedom| {
                let standing = numbers::standing(freedom.standing);
                of(freedom.relaxation).map(|[which, share]| [which, share, standing])
            })
            .collect();
        order::by_key(&mut held, |held| *held);
        writer.count(held.len());
        held.iter()
            .flatten()
            .for_each(|&value| writer.signed(value));
    }

    fn years(&self) -> Range<usize> {
        0..self.agreement.year_count()
    }

    /// The fence on a stream, the set-up's where none is typed. That does not bind a local contribution: one typed
    /// on it is another matter, even if it reads the same.
    fn fence(&self, stream: &Stream) -> u8 {
        let mut typed = self.scenario.fences.iter();
        match typed.find(|choice| choice.stream == stream.id) {
            None => numbers::fence(self.scenario.setup.fence()),
            Some(choice) if stream.origin == Origin::Local => {
                numbers::LOCAL + numbers::fence(choice.fence)
            }
            Some(choice) => numbers::fence(choice.fence),
        }
    }

    pub(super) fn stream(&self, writer: &mut Writer, stream: &Stream) {
        let Stream {
            id,
            origin,
            control,
            carry_forward,
            bring_forward,
            // By year.
            amounts: _,
            // Ties.
            home: _,
            partner: _,
            floors: _,
            named: _,
            spending: _,
            // No figure.
            name: _,
        } = *stream;
        writer.byte(numbers::origin(origin));
        writer.byte(numbers::control(control));
        writer.unsigned(u64::from(carry_forward.0));
        writer.unsigned(u64::from(bring_forward.0));
        for year in self.years() {
            let amount = stream.amount(year);
            optional(
                writer,
                (amount != Amount::NotStated).then_some(amount.counted().0),
            );
            writer.signed((amount.at_most() - amount.counted()).0);
        }
        writer.byte(self.fence(stream));
        self.freedoms(writer, |relaxation| {
            let (of, which, share) = match relaxation {
                Relaxation::LiftStream(of) => (of, 0, BasisPoints(0)),
                Relaxation::Pool(of) => (of, 1, BasisPoints(0)),
                Relaxation::CarryForward { stream, share } => (stream, 2, share),
                Relaxation::BringForward { stream, share } => (stream, 3, share),
                // The one is written with its block, the other is a tie.
                Relaxation::LiftBlock(_) | Relaxation::DropFloor { .. } => return None,
            };
            (of == id).then(|| [which, i64::from(share.0)])
        });
    }

    pub(super) fn outcome(&self, writer: &mut Writer, outcome: &Outcome) {
        let Outcome {
            id,
            rewarded,
            weight,
            // By year.
            minimum: _,
            capacity: _,
            lag: _,
            // Ties.
            block: _,
            serves: _,
            delivery: _,
            // No figure.
            name: _,
        } = *outcome;
        for year in self.years() {
            writer.signed(outcome.minimum(year).0);
            optional(writer, outcome.capacity(year).map(|pounds| pounds.0));
            writer.signed(self.scenario.spending.get(id, year).0);
            writer.signed(self.scenario.pump.spending.get(id, year).0);
        }
        for year in 0..limits::YEARS {
            writer.unsigned(u64::from(outcome.lag(year).0));
        }
        writer.byte(u8::from(rewarded));
        writer.unsigned(u64::from(weight));
        writer.byte(u8::from(self.scenario.dropped.contains(&id)));
    }

    pub(super) fn indicator(&self, writer: &mut Writer, indicator: &Indicator) {
        let Indicator {
            id,
            national,
            decimals,
            better,
            baseline,
            kind,
            weight,
            ref response,
            interim,
            // By year.
            without: _,
            with: _,
            actual: _,
            // A tie.
            outcome: _,
            // No figures.
            name: _,
            unit: _,
            // A link leaves it behind unless it is asked for.
            risk: _,
        } = *indicator;
        optional(writer, national.map(i64::from));
        writer.byte(decimals);
        writer.byte(numbers::better(better));
        writer.byte(numbers::kind(kind));
        writer.unsigned(u64::from(weight));
        optional(writer, baseline.map(|baseline| i64::from(baseline.year)));
        value(writer, baseline.map(|baseline| baseline.value));
        for year in self.years() {
            value(writer, indicator.without(year));
            value(writer, indicator.with(year));
            value(writer, indicator.actual(year));
        }
        let last = self.agreement.year_count().saturating_sub(1);
        let typed = |stretch: &&Stretch| stretch.indicator == id;
        let typed = self
            .scenario
            .stretches
            .iter()
            .find(typed)
            .map(|stretch| stretch.level);
        value(writer, typed.or(indicator.with(last)));
        optional(writer, interim.map(|interim| i64::from(interim.year)));
        value(writer, interim.map(|interim| interim.level));
        match response {
            None => writer.byte(numbers::NO_RESPONSE),
            Some(Response::Cost { full, shape }) => {
                writer.byte(numbers::shape(*shape));
                writer.signed(full.0);
            }
            Some(Response::Points(points)) => {
                writer.byte(numbers::POINTS);
                writer.count(points.len());
                for point in points {
                    writer.signed(point.pounds.0);
                    writer.unsigned(u64::from(point.share.0));
                }
            }
        }
    }
}

pub(super) fn optional(writer: &mut Writer, value: Option<i64>) {
    writer.byte(u8::from(value.is_some()));
    writer.signed(value.unwrap_or_default());
}

fn value(writer: &mut Writer, value: Option<Decimal>) {
    optional(writer, value.map(Decimal::millionths));
}

/// Writes the figures of rules, but for the shares of partners, which partners carry.
pub(super) fn rules(writer: &mut Writer, rules: &Rules, years: usize) {
    let Rules {
        preset,
        pot,
        threshold,
        split,
        payment,
        ref sharing,
        ref pump,
    } = *rules;
    let Sharing {
        top_slices,
        bids,
        to,
    } = sharing;
    let PumpRules {
        grant,
        to: pump_to,
        // By year.
        by_year_end: _,
    } = pump;
    writer.byte(numbers::preset(preset));
    let (stated, pot) = match pot {
        Pot::Rate(rate) => (0, i64::from(rate.0)),
        Pot::Stated(pounds) => (1, pounds.0),
    };
    writer.byte(stated);
    writer.signed(pot);
    writer.unsigned(u64::from(threshold.0));
    writer.byte(numbers::outcome_split(split));
    writer.byte(numbers::payment(payment));
    // In their order: the first takes its sum first.
    writer.count(top_slices.len());
    top_slices
        .iter()
        .for_each(|slice| writer.signed(slice.pounds.0));
    writer.unsigned(u64::from(bids.0));
    writer.byte(numbers::sharing(to));
    let grant = match grant {
        PumpGrant::Formula => None,
        PumpGrant::Stated(pounds) => Some(pounds.0),
    };
    optional(writer, grant);
    for year in 0..limits::YEARS {
        let share = pump.share_by(year, years);
        writer.unsigned(u64::from(share.0));
    }
    writer.byte(u8::from(matches!(pump_to, PumpTo::Typed(_))));
}

/// Writes the shares that a partner has by rules that type them.
pub(super) fn typed_shares(writer: &mut Writer, rules: &Rules, partner: PartnerId) {
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
