//! Reads an instance of the speed comparison into a workbook.
//!
//! An instance gives pounds by stream, outcome and year; a workbook has pounds by outcome and year and
//! derives who pays, so that evaluation does more work here than the plain recalculation does. Pooled
//! streams keep to their block. Money of year t counts by `weights[t]` at the end, which is a lag
//! profile read backwards. A target's share of the pot becomes the weight of an indicator within the
//! summed weight of its outcome, so that every potential is the same to the penny.
//!
//! For the odds ([`Instance::at_risk`]) an instance gives the fraction of each stretch that is achieved
//! as a PERT distribution, whatever is spent. There any money brings the full stretch, and the fraction
//! is the share of it that is delivered.
#![allow(
    clippy::unwrap_used,
    reason = "an instance that cannot be read fails what measures it"
)]

use laa::model::{
    Agreement, Amount, Area, Baseline, BasisPoints, Better, Block, BlockId, Control, Decimal,
    DeliveryRisk, Grid, Indicator, IndicatorId, Kind, Outcome, OutcomeId, OutcomeSplit, Partner,
    PartnerId, PartnerShare, Pot, Pounds, Response, ResponsePoint, Rules, Scenario, ScenarioId,
    Stream, StreamId, Workbook,
};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Instance {
    years: Vec<String>,
    pub(crate) weights: Vec<f64>,
    blocks: Vec<String>,
    partners: Vec<String>,
    pub(crate) pot: i64,
    pub(crate) threshold: f64,
    pub(crate) streams: Vec<Source>,
    pub(crate) outcomes: Vec<Aim>,
    pub(crate) targets: Vec<Target>,
    montecarlo: Risk,
    /// Pounds by stream, outcome and year.
    pub(crate) alloc: Vec<Vec<Vec<i64>>>,
    /// Stream, outcome, year and its new pounds.
    pub(crate) edits: Vec<(usize, usize, usize, i64)>,
}

#[derive(Deserialize)]
struct Risk {
    rho: f64,
}

#[derive(Deserialize)]
pub(crate) struct Source {
    pub(crate) home: Option<u16>,
    pub(crate) pooled: bool,
    pub(crate) amount: Vec<i64>,
}

#[derive(Deserialize)]
pub(crate) struct Aim {
    pub(crate) block: u16,
    pub(crate) minimum: Vec<i64>,
    pub(crate) capacity: Vec<i64>,
}

#[derive(Deserialize)]
pub(crate) struct Target {
    pub(crate) outcome: u16,
    partner: u16,
    baseline: Decimal,
    without: Decimal,
    with: Decimal,
    pub(crate) share: f64,
    pub(crate) response: Vec<(i64, f64)>,
    pert: [f64; 3],
}

/// A share of one in basis points; the instances have at most four decimal places.
fn share(of_one: f64) -> BasisPoints {
    BasisPoints((of_one * 10_000.0).round() as u32)
}

impl Instance {
    pub(crate) fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap()
    }

    /// The workbook with the start allocation.
    pub(crate) fn workbook(&self) -> Workbook {
        let named = |kind: &str, number: usize| format!("{kind} {}", number + 1);
        let mut rules = Rules {
            pot: Pot::Stated(Pounds(self.pot)),
            threshold: share(self.threshold),
            split: OutcomeSplit::Stated,
            ..Rules::default()
        };
        rules.pump.grant = laa::model::PumpGrant::Stated(Pounds(0));
        let mut scenario = Scenario::new(ScenarioId(0), "Start");
        for outcome in 0..self.outcomes.len() {
            for year in 0..self.years.len() {
                let pounds = self.pooled(outcome, year);
                scenario
                    .spending
                    .set(OutcomeId(outcome as u16), year, pounds);
            }
        }
        Workbook {
            title: String::new(),
            agreement: Agreement {
                area: Area::default(),
                first_year: self.years[0][..4].parse().unwrap(),
                years: self.years.len() as u8,
                blocks: (0_u16..)
                    .zip(&self.blocks)
                    .map(|(id, name)| Block {
                        id: BlockId(id),
                        name: name.clone(),
                    })
                    .collect(),
                partners: (0_u16..)
                    .zip(&self.partners)
                    .map(|(id, name)| Partner {
                        id: PartnerId(id),
                        name: name.clone(),
                    })
                    .collect(),
                streams: (0..self.streams.len())
                    .map(|place| self.stream(place, named("Stream", place)))
                    .collect(),
                outcomes: (0..self.outcomes.len())
                    .map(|place| self.outcome(place, named("Outcome", place)))
                    .collect(),
                indicators: (0..self.targets.len())
                    .map(|place| self.indicator(place, named("Target", place)))
                    .collect(),
                rules,
            },
            scenarios: vec![scenario],
            base: ScenarioId(0),
            last_id: 0,
            correlation: BasisPoints(3_000),
            notes: Vec::new(),
            ledger: Vec::new(),
        }
    }

    /// The workbook whose indicators deliver the full stretch times the fraction of the instance.
    #[allow(dead_code, reason = "the evaluation is measured without it")]
    pub(crate) fn at_risk(&self) -> Workbook {
        let mut workbook = self.workbook();
        workbook.correlation = share(self.montecarlo.rho);
        for (indicator, target) in workbook.agreement.indicators.iter_mut().zip(&self.targets) {
            let full = BasisPoints::WHOLE;
            let point = |pounds| ResponsePoint {
                pounds: Pounds(pounds),
                share: full,
            };
            indicator.response = Some(Response::Points(vec![point(0), point(1)]));
            let [worst, likely, best] = target.pert.map(share);
            indicator.risk = Some(DeliveryRisk {
                worst,
                likely,
                best,
                noise: Decimal::default(),
            });
        }
        workbook
    }

    /// Changes one cell of the allocation and types the new sum.
    pub(crate) fn edit(&mut self, edit: (usize, usize, usize, i64), spending: &mut Grid) {
        let (stream, outcome, year, pounds) = edit;
        let cell = &mut self.alloc[stream][outcome][year];
        let outcome = OutcomeId(outcome as u16);
        let sum = spending.get(outcome, year) + Pounds(pounds - *cell);
        *cell = pounds;
        spending.set(outcome, year, sum);
    }

    /// Pounds of all pooled streams for an outcome in a year.
    fn pooled(&self, outcome: usize, year: usize) -> Pounds {
        let streams = self.streams.iter().zip(&self.alloc);
        let pooled = streams.filter(|(stream, _)| stream.pooled);
        pooled.map(|(_, alloc)| Pounds(alloc[outcome][year])).sum()
    }

    fn stream(&self, place: usize, name: String) -> Stream {
        let source = &self.streams[place];
        let mut spending = Grid::default();
        if !source.pooled {
            for (outcome, years) in (0_u16..).zip(&self.alloc[place]) {
                for (year, &pounds) in years.iter().enumerate() {
                    spending.set(OutcomeId(outcome), year, Pounds(pounds));
                }
            }
        }
        Stream {
            id: StreamId(place as u16),
            name,
            origin: laa::model::Origin::Grant,
            home: source.home.map(BlockId),
            control: if source.pooled {
                Control::Pooled
            } else {
                Control::Aligned
            },
            partner: None,
            amounts: source
                .amount
                .iter()
                .map(|&sum| Amount::Stated(Pounds(sum)))
                .collect(),
            floors: Vec::new(),
            named: Vec::new(),
            carry_forward: BasisPoints(0),
            bring_forward: BasisPoints(0),
            spending,
        }
    }

    /// An outcome, delivered in equal parts by the partners of its targets.
    fn outcome(&self, place: usize, name: String) -> Outcome {
        let aim = &self.outcomes[place];
        let targets = || {
            self.targets
                .iter()
                .filter(|target| usize::from(target.outcome) == place)
        };
        let mut partners: Vec<u16> = targets().map(|target| target.partner).collect();
        partners.sort_unstable();
        partners.dedup();
        let parts = laa::model::split(10_000, &vec![1; partners.len()]);
        Outcome {
            id: OutcomeId(place as u16),
            name,
            block: BlockId(aim.block),
            serves: Vec::new(),
            delivery: partners
                .iter()
                .zip(parts)
                .map(|(&partner, part)| PartnerShare {
                    partner: PartnerId(partner),
                    share: BasisPoints(part as u32),
                })
                .collect(),
            minimum: aim.minimum.iter().copied().map(Pounds).collect(),
            capacity: aim.capacity.iter().map(|&sum| Some(Pounds(sum))).collect(),
            lag: self
                .weights
                .iter()
                .rev()
                .map(|&weight| share(weight))
                .collect(),
            rewarded: targets().next().is_some(),
            weight: targets().map(|target| share(target.share).0).sum(),
        }
    }

    fn indicator(&self, place: usize, name: String) -> Indicator {
        let target = &self.targets[place];
        let years = self.years.len();
        let first_year: u16 = self.years[0][..4].parse().unwrap();
        let at_end = |value| {
            let mut path = vec![None; years];
            path[years - 1] = Some(value);
            path
        };
        let point = |&(pounds, of_one): &(i64, f64)| ResponsePoint {
            pounds: Pounds(pounds),
            share: share(of_one),
        };
        Indicator {
            id: IndicatorId(place as u16),
            outcome: OutcomeId(target.outcome),
            name,
            national: None,
            unit: String::new(),
            decimals: 1,
            better: if target.with > target.without {
                Better::Higher
            } else {
                Better::Lower
            },
            baseline: Some(Baseline {
                year: first_year - 1,
                value: target.baseline,
            }),
            without: at_end(target.without),
            with: at_end(target.with),
            actual: Vec::new(),
            kind: Kind::Stretch,
            weight: share(target.share).0,
            response: Some(Response::Points(
                target.response.iter().map(point).collect(),
            )),
            risk: None,
            interim: None,
        }
    }
}
