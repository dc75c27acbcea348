//! A short vocabulary in which a test writes an agreement down as a worked example.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses a part of it, and fails by panicking"
)]

pub(crate) mod dice;

use laa::engine::{Evaluation, Finding, IndicatorResult, Place, Problem, StreamResult, evaluate};
use laa::model::{
    Agreement, Amount, Area, BasisPoints, Better, Block, BlockId, Decimal, FenceChoice, Floor,
    Freedom, Indicator, IndicatorId, Kind, Outcome, OutcomeId, Partner, PartnerId, PartnerShare,
    Pence, Pin, Pot, Pounds, Relaxation, Response, ResponsePoint, Rules, Scenario, ScenarioId,
    SetUp, Standing, Stream, StreamId, Workbook, check,
};

/// An agreement from 2006/07 with one scenario, ring-fenced, a pot of £100,000 and no pump-priming.
#[derive(Clone, Debug)]
pub(crate) struct Book {
    pub(crate) ag: Agreement,
    pub(crate) sc: Scenario,
    last: u16,
}

/// Whole pounds.
pub(crate) fn gbp(pounds: i64) -> Pounds {
    Pounds(pounds)
}

/// Pounds as pence.
pub(crate) fn p(pounds: i64) -> Pence {
    Pence(pounds * 100)
}

/// Per cent.
pub(crate) fn pc(per_cent: u32) -> BasisPoints {
    BasisPoints(per_cent * 100)
}

/// A value of an indicator.
pub(crate) fn v(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Pence to the nearest pound, half a pound up, as the documents print them.
pub(crate) fn to_the_pound(pence: Pence) -> i64 {
    (pence.0 + 50).div_euclid(100)
}

/// A straight response: this much brings the full stretch.
pub(crate) fn straight(full: i64) -> Response {
    points(&[(0, 0), (full, 100)])
}

/// A response through points of pounds and per cent of the stretch.
pub(crate) fn points(points: &[(i64, u32)]) -> Response {
    let point = |&(pounds, share)| ResponsePoint {
        pounds: gbp(pounds),
        share: pc(share),
    };
    Response::Points(points.iter().map(point).collect())
}

impl Book {
    pub(crate) fn new(years: u8) -> Self {
        let mut sc = Scenario::new(ScenarioId(900), "Offer");
        sc.setup = SetUp::RingFencedBlocks;
        let mut rules = Rules {
            pot: Pot::Stated(gbp(100_000)),
            ..Rules::default()
        };
        rules.pump.grant = laa::model::PumpGrant::Stated(gbp(0));
        Self {
            ag: Agreement {
                area: Area::default(),
                first_year: 2006,
                years,
                blocks: Vec::new(),
                partners: Vec::new(),
                streams: Vec::new(),
                outcomes: Vec::new(),
                indicators: Vec::new(),
                rules,
            },
            sc,
            last: 0,
        }
    }

    /// Ids run over all kinds, so that none of one kind can pass for one of another.
    fn id(&mut self) -> u16 {
        self.last += 1;
        self.last
    }

    /// A block.
    pub(crate) fn bl(&mut self) -> BlockId {
        let id = BlockId(self.id());
        let name = format!("Block {}", id.0);
        self.ag.blocks.push(Block { id, name });
        id
    }

    /// A partner.
    pub(crate) fn pa(&mut self) -> PartnerId {
        let id = PartnerId(self.id());
        let name = format!("Partner {}", id.0);
        self.ag.partners.push(Partner { id, name });
        id
    }

    /// A pooled grant with pounds by year; no home: cross-cutting.
    pub(crate) fn st(&mut self, home: impl Into<Option<BlockId>>, pounds: &[i64]) -> StreamId {
        let id = StreamId(self.id());
        self.ag.streams.push(Stream {
            id,
            name: format!("Stream {}", id.0),
            origin: Default::default(),
            home: home.into(),
            control: Default::default(),
            partner: None,
            amounts: pounds.iter().map(|&sum| Amount::Stated(gbp(sum))).collect(),
            floors: Vec::new(),
            named: Vec::new(),
            carry_forward: pc(0),
            bring_forward: pc(0),
            spending: Default::default(),
        });
        id
    }

    /// An outcome that bears reward, where all money works at once.
    pub(crate) fn oc(&mut self, block: BlockId) -> OutcomeId {
        let id = OutcomeId(self.id());
        self.ag.outcomes.push(Outcome {
            id,
            name: format!("Outcome {}", id.0),
            block,
            serves: Vec::new(),
            delivery: Vec::new(),
            minimum: Vec::new(),
            capacity: Vec::new(),
            lag: vec![BasisPoints::WHOLE],
            rewarded: true,
            weight: 1,
        });
        id
    }

    /// A stretch indicator with its end values; no money helps it yet.
    pub(crate) fn ki(&mut self, outcome: OutcomeId, without: &str, with: &str) -> IndicatorId {
        let id = IndicatorId(self.id());
        let (without, with) = (v(without), v(with));
        let years = usize::from(self.ag.years);
        let better = match with >= without {
            true => Better::Higher,
            false => Better::Lower,
        };
        let at_end = |value| {
            let mut path = vec![None; years];
            path[years - 1] = Some(value);
            path
        };
        self.ag.indicators.push(Indicator {
            id,
            outcome,
            name: format!("Indicator {}", id.0),
            national: None,
            unit: String::new(),
            decimals: without.places().max(with.places()),
            better,
            baseline: None,
            without: vec![Some(without); years],
            with: at_end(with),
            actual: Vec::new(),
            kind: Kind::Stretch,
            weight: 1,
            response: None,
            risk: None,
            interim: None,
        });
        id
    }

    /// An indicator of which the end value is recorded.
    pub(crate) fn rec(
        &mut self,
        outcome: OutcomeId,
        without: &str,
        with: &str,
        actual: &str,
    ) -> IndicatorId {
        let id = self.ki(outcome, without, with);
        let years = usize::from(self.ag.years);
        let mut path = vec![None; years];
        path[years - 1] = Some(v(actual));
        self.k(id).actual = path;
        id
    }

    pub(crate) fn s(&mut self, id: StreamId) -> &mut Stream {
        self.ag.streams.iter_mut().find(|it| it.id == id).unwrap()
    }

    pub(crate) fn o(&mut self, id: OutcomeId) -> &mut Outcome {
        self.ag.outcomes.iter_mut().find(|it| it.id == id).unwrap()
    }

    pub(crate) fn k(&mut self, id: IndicatorId) -> &mut Indicator {
        self.ag
            .indicators
            .iter_mut()
            .find(|it| it.id == id)
            .unwrap()
    }

    /// Types pooled pounds by year for an outcome.
    pub(crate) fn spend(&mut self, outcome: OutcomeId, pounds: &[i64]) {
        for (year, &sum) in pounds.iter().enumerate() {
            self.sc.spending.set(outcome, year, gbp(sum));
        }
    }

    /// Makes a stream aligned, its owner spending these pounds by year on an outcome.
    pub(crate) fn align(&mut self, stream: StreamId, outcome: OutcomeId, pounds: &[i64]) {
        let stream = self.s(stream);
        stream.control = laa::model::Control::Aligned;
        for (year, &sum) in pounds.iter().enumerate() {
            stream.spending.set(outcome, year, gbp(sum));
        }
    }

    pub(crate) fn floor(&mut self, stream: StreamId, outcome: OutcomeId, pounds: i64) {
        let pounds = gbp(pounds);
        self.s(stream).floors.push(Floor { outcome, pounds });
    }

    pub(crate) fn pin(&mut self, stream: StreamId, outcome: OutcomeId, year: u8, pounds: i64) {
        let pounds = gbp(pounds);
        self.sc.pins.push(Pin {
            stream,
            outcome,
            year,
            pounds,
        });
    }

    pub(crate) fn fence(&mut self, stream: StreamId, fence: laa::model::Fence) {
        self.sc.fences.retain(|choice| choice.stream != stream);
        self.sc.fences.push(FenceChoice { stream, fence });
    }

    pub(crate) fn ask(&mut self, relaxation: Relaxation, standing: Standing) {
        self.sc.freedoms.push(Freedom {
            relaxation,
            standing,
        });
    }

    pub(crate) fn grant(&mut self, relaxation: Relaxation) {
        self.ask(relaxation, Standing::Granted);
    }

    /// Shares of delivery in per cent.
    pub(crate) fn deliver(&mut self, outcome: OutcomeId, shares: &[(PartnerId, u32)]) {
        self.o(outcome).delivery = shared(shares);
    }

    /// The workbook of this agreement and its one scenario.
    pub(crate) fn workbook(&self) -> Workbook {
        Workbook {
            title: String::new(),
            agreement: self.ag.clone(),
            scenarios: vec![self.sc.clone()],
            base: self.sc.id,
            last_id: self.last,
            correlation: pc(30),
            notes: Vec::new(),
            ledger: Vec::new(),
        }
    }

    /// Evaluates it, after making sure that it holds together.
    #[track_caller]
    pub(crate) fn ev(&self) -> Evaluation {
        assert_eq!(check(&self.workbook()), Ok(()));
        evaluate(&self.ag, &self.sc)
    }
}

/// Shares of partners in per cent.
pub(crate) fn shared(shares: &[(PartnerId, u32)]) -> Vec<PartnerShare> {
    let share = |&(partner, share)| PartnerShare {
        partner,
        share: pc(share),
    };
    shares.iter().map(share).collect()
}

/// One stream of a result.
pub(crate) fn st(found: &Evaluation, id: StreamId) -> &StreamResult {
    found.streams.iter().find(|it| it.id == id).unwrap()
}

/// One indicator of a result.
pub(crate) fn ki(found: &Evaluation, id: IndicatorId) -> &IndicatorResult {
    found.indicators.iter().find(|it| it.id == id).unwrap()
}

/// The value of an indicator in a year, as it is written.
pub(crate) fn value(found: &Evaluation, id: IndicatorId, year: usize) -> String {
    ki(found, id).value[year].unwrap().to_string()
}

/// What a stream pays for an outcome, by year.
pub(crate) fn paid(found: &Evaluation, stream: StreamId, outcome: OutcomeId) -> Vec<i64> {
    let years = st(found, stream).years.len();
    let of = |year| {
        let here = found.paid.iter();
        here.filter(|it| (it.stream, it.outcome, it.year) == (stream, outcome, year))
            .map(|it| it.pounds.0)
            .sum()
    };
    (0..years).map(of).collect()
}

/// What a stream holds at each year-end: carried, then left and lost.
pub(crate) fn kept(found: &Evaluation, stream: StreamId) -> Vec<(i64, i64)> {
    let years = st(found, stream).years.iter();
    years.map(|year| (year.carried.0, year.left.0)).collect()
}

/// Typed money that no stream pays, by year.
pub(crate) fn unplaced(found: &Evaluation, outcome: OutcomeId) -> Vec<i64> {
    let outcome = found.outcomes.iter().find(|it| it.id == outcome).unwrap();
    outcome.years.iter().map(|year| year.unplaced.0).collect()
}

/// The problems found at a place.
pub(crate) fn at(found: &Evaluation, place: Place) -> Vec<Problem> {
    let here = found
        .findings
        .iter()
        .filter(|finding| finding.place == place);
    here.map(|finding| finding.problem).collect()
}

/// A finding.
pub(crate) fn finding(place: Place, problem: Problem) -> Finding {
    Finding { place, problem }
}

/// Payments by year in whole pounds.
pub(crate) fn payments(found: &Evaluation) -> Vec<(u16, i64)> {
    let years = found.payments.iter();
    years
        .map(|it| (it.year, to_the_pound(it.total())))
        .collect()
}
