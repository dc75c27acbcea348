//! Indicators as decisions.

use crate::codec::body::coder::{Chance, Coder};
use crate::codec::body::money::Sum;
use crate::codec::body::number::{Choice, Number, Share, Signed};
use crate::codec::body::path::{Path, at};
use crate::codec::body::place::{Places, Reference};
use crate::codec::varint::Flaw;
use crate::model::{
    Baseline, BasisPoints, Better, Decimal, Indicator, IndicatorId, Interim, Kind, OutcomeId,
    Pounds, Response, ResponsePoint, Shape, limits,
};

/// How a response to money is given.
#[derive(Clone, Copy, PartialEq)]
enum Given {
    None,
    Cost(Shape),
    Points,
}

/// Append-only, as is `KINDS`, and outgrown only by a new schema: see [`Choice::among`].
const RESPONSES: [Given; 5] = [
    Given::None,
    Given::Points,
    Given::Cost(Shape::Straight),
    Given::Cost(Shape::Diminishing),
    Given::Cost(Shape::SlowStart),
];

const KINDS: [Kind; 4] = [
    Kind::Stretch,
    Kind::Designated,
    Kind::Statutory,
    Kind::Local,
];

/// The chances of everything in an indicator.
pub(super) struct Indicators {
    same_outcome: Chance,
    next_outcome: Chance,
    outcome: Reference,
    national: Chance,
    number: Number,
    decimals: Choice,
    finer: Number,
    higher: Chance,
    kind: Choice,
    weight: Number,
    baseline: Chance,
    baseline_year: Signed,
    without: Path,
    with: Path,
    actual: Path,
    response: Choice,
    cost: Sum,
    points: Number,
    pounds: Sum,
    share: Share,
    interim: Chance,
    interim_year: Choice,
    interim_level: Signed,
}

impl Indicators {
    pub(super) fn new(places: &Places) -> Self {
        Self {
            same_outcome: Chance::NEW,
            next_outcome: Chance::NEW,
            outcome: Reference::among(&places.outcomes),
            national: Chance::NEW,
            number: Number::like(&[20, 50, 110, 120, 130, 150, 190]),
            decimals: Choice::of_bits(3),
            finer: Number::like(&[0, 0, 0]),
            higher: Chance::NEW,
            kind: Choice::among(KINDS.len()),
            weight: Number::like(&[1, 1, 1]),
            baseline: Chance::NEW,
            baseline_year: Signed::like(&[1, 1, 2]),
            without: Path::new(),
            with: Path::new(),
            actual: Path::new(),
            response: Choice::among(RESPONSES.len()),
            cost: Sum::new(),
            points: Number::like(&[3, 4]),
            pounds: Sum::new(),
            share: Share::like(&[0, 25, 50, 80, 100]),
            interim: Chance::NEW,
            interim_year: Choice::of_bits(3),
            interim_level: Signed::like(&[0, 5, 20]),
        }
    }

    /// An indicator before anything of it is read.
    pub(super) const fn blank(id: IndicatorId) -> Indicator {
        Indicator {
            id,
            outcome: OutcomeId(0),
            name: String::new(),
            national: None,
            unit: String::new(),
            decimals: 0,
            better: Better::Higher,
            baseline: None,
            without: Vec::new(),
            with: Vec::new(),
            actual: Vec::new(),
            kind: Kind::Stretch,
            weight: 1,
            response: None,
            risk: None,
            interim: None,
        }
    }

    /// Passes all of an indicator but its id, its names and its risk; `before` is the outcome of
    /// the indicator before it.
    pub(super) fn pass(
        &mut self,
        coder: &mut dyn Coder,
        places: &Places,
        first_year: u16,
        before: Option<OutcomeId>,
        indicator: &mut Indicator,
    ) -> Result<(), Flaw> {
        let Indicator {
            outcome,
            national,
            kind,
            weight,
            // With the values.
            decimals: _,
            better: _,
            baseline: _,
            without: _,
            with: _,
            actual: _,
            interim: _,
            // After them.
            response: _,
            // Elsewhere.
            id: _,
            name: _,
            unit: _,
            risk: _,
        } = indicator;
        *outcome = self.outcome(coder, &places.outcomes, before, *outcome)?;
        *national = if coder.decide(&mut self.national, national.is_some())? {
            let number = u64::from(national.unwrap_or_default());
            Some(self.number.up_to(coder, u64::from(u16::MAX), number)? as u16)
        } else {
            None
        };
        *kind = self.kind.one_of(coder, &KINDS, *kind)?;
        let limit = u64::from(limits::WEIGHT);
        *weight = self.weight.up_to(coder, limit, u64::from(*weight))? as u32;
        self.values(coder, places.years, first_year, indicator)?;
        self.response(coder, &mut indicator.response)
    }

    fn outcome(
        &mut self,
        coder: &mut dyn Coder,
        outcomes: &[OutcomeId],
        before: Option<OutcomeId>,
        outcome: OutcomeId,
    ) -> Result<OutcomeId, Flaw> {
        let place = |id: Option<OutcomeId>| outcomes.iter().position(|held| Some(*held) == id);
        let place_before = place(before);
        if let Some(held) = before
            && coder.decide(&mut self.same_outcome, outcome == held)?
        {
            return Ok(held);
        }
        let next = place_before.map_or(0, |place| place + 1);
        if let Some(&held) = outcomes.get(next)
            && coder.decide(&mut self.next_outcome, outcome == held)?
        {
            return Ok(held);
        }
        self.outcome.pass(coder, outcomes, outcome)
    }

    /// Passes every value of an indicator in its own unit and decimals.
    fn values(
        &mut self,
        coder: &mut dyn Coder,
        years: usize,
        first_year: u16,
        indicator: &mut Indicator,
    ) -> Result<(), Flaw> {
        let places = finest(indicator);
        indicator.decimals = self
            .decimals
            .index(coder, 7, usize::from(indicator.decimals))? as u8;
        let finer = places.saturating_sub(indicator.decimals);
        let finer = self
            .finer
            .up_to(coder, u64::from(Decimal::PLACES), u64::from(finer))? as u8;
        let places = indicator.decimals + finer;
        if places > Decimal::PLACES {
            return Err(Flaw::OutOfRange);
        }
        let step = Decimal::step(places).millionths();
        let higher = coder.decide(&mut self.higher, indicator.better == Better::Higher)?;
        indicator.better = if higher {
            Better::Higher
        } else {
            Better::Lower
        };
        // Toward better counts as up, so that paths of either kind have the same signs.
        let unit = if higher { step } else { -step };
        indicator.baseline = if coder.decide(&mut self.baseline, indicator.baseline.is_some())? {
            let held = indicator.baseline.unwrap_or(Baseline {
                year: 0,
                value: Decimal::default(),
            });
            let ago = i64::from(first_year) - i64::from(held.year);
            let year = i64::from(first_year) - self.baseline_year.pass(coder, ago)?;
            let year = u16::try_from(year).map_err(|_| Flaw::OutOfRange)?;
            Some(Baseline {
                year,
                value: self.without.level(coder, unit, held.value)?,
            })
        } else {
            None
        };
        let start = indicator.baseline.map(|baseline| baseline.value);
        self.without
            .pass(coder, unit, years, start, &mut indicator.without)?;
        self.with
            .pass(coder, unit, years, start, &mut indicator.with)?;
        self.actual
            .pass(coder, unit, years, start, &mut indicator.actual)?;
        let expected = indicator
            .with
            .iter()
            .flatten()
            .last()
            .copied()
            .unwrap_or_default();
        indicator.interim = if coder.decide(&mut self.interim, indicator.interim.is_some())? {
            let held = indicator.interim.unwrap_or(Interim {
                year: 0,
                level: Decimal::default(),
            });
            let year = self
                .interim_year
                .index(coder, limits::YEARS, usize::from(held.year))?;
            let off = (held.level.millionths() - expected.millionths()) / unit;
            let off = self.interim_level.pass(coder, off)?;
            Some(Interim {
                year: year as u8,
                level: at(expected.millionths(), off, unit)?,
            })
        } else {
            None
        };
        Ok(())
    }

    fn response(
        &mut self,
        coder: &mut dyn Coder,
        response: &mut Option<Response>,
    ) -> Result<(), Flaw> {
        let given = match response {
            None => Given::None,
            Some(Response::Points(_)) => Given::Points,
            Some(Response::Cost { shape, .. }) => Given::Cost(*shape),
        };
        *response = match (
            self.response.one_of(coder, &RESPONSES, given)?,
            response.take(),
        ) {
            (Given::None, _) => None,
            (Given::Cost(shape), held) => {
                let full = match held {
                    Some(Response::Cost { full, .. }) => full,
                    _ => Pounds(0),
                };
                Some(Response::Cost {
                    full: self.cost.pass(coder, full)?,
                    shape,
                })
            }
            (Given::Points, held) => {
                let mut points = match held {
                    Some(Response::Points(points)) => points,
                    _ => Vec::new(),
                };
                let blank = ResponsePoint {
                    pounds: Pounds(0),
                    share: BasisPoints(0),
                };
                self.points
                    .list(coder, *limits::RESPONSE_POINTS.end(), &mut points, blank)?;
                for point in &mut points {
                    point.pounds = self.pounds.pass(coder, point.pounds)?;
                    point.share = self.share.pass(coder, point.share)?;
                }
                Some(Response::Points(points))
            }
        };
        Ok(())
    }
}

/// The most decimal places that any value of an indicator has.
pub(super) fn finest(indicator: &Indicator) -> u8 {
    let paths = [&indicator.without, &indicator.with, &indicator.actual];
    let values = paths.into_iter().flatten().flatten().copied();
    values
        .chain(indicator.baseline.map(|baseline| baseline.value))
        .chain(indicator.interim.map(|interim| interim.level))
        .map(Decimal::places)
        .max()
        .unwrap_or(0)
}
