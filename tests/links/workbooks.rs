//! Workbooks made from a row of numbers: every kind of entry, always holding together.

use laa::library;
use laa::model::*;
use proptest::prelude::*;

/// Numbers that decide one thing after another; when they run out, the first of each is taken.
pub(crate) struct Dice<'a> {
    rest: &'a [u32],
    last_id: u16,
}

/// Workbooks that pass `check`, as a link returns them.
pub(crate) fn workbooks() -> impl Strategy<Value = Workbook> {
    proptest::collection::vec(any::<u32>(), 0..900).prop_map(|numbers| workbook(&numbers))
}

/// The workbook that these numbers decide.
pub(crate) fn workbook(numbers: &[u32]) -> Workbook {
    let mut dice = Dice {
        rest: numbers,
        last_id: 0,
    };
    let agreement = dice.agreement();
    let count = 1 + dice.below(3);
    let scenarios: Vec<Scenario> = (0..count).map(|_| dice.scenario(&agreement)).collect();
    let base = scenarios[dice.below(scenarios.len())].id;
    let mut workbook = Workbook {
        title: dice.name(library::scenarios::START),
        agreement,
        scenarios,
        base,
        last_id: dice.last_id,
        correlation: dice.share(100),
        notes: Vec::new(),
        ledger: Vec::new(),
    };
    workbook.notes = dice.some(4, |dice| dice.note(&workbook));
    workbook
}

impl Dice<'_> {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        let Some((first, rest)) = self.rest.split_first() else {
            return 0;
        };
        self.rest = rest;
        *first as usize % limit.max(1)
    }

    pub(super) fn yes(&mut self) -> bool {
        self.below(2) == 1
    }

    pub(super) fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.yes().then(|| make(self))
    }

    pub(super) fn some<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }

    pub(super) fn one_of<T: Copy>(&mut self, table: &[T]) -> T {
        table[self.below(table.len())]
    }

    /// Some of a list, each at most once, in any order.
    pub(super) fn pick<T: Copy>(&mut self, list: &[T]) -> Vec<T> {
        let mut left = list.to_vec();
        (0..self.below(list.len() + 1))
            .map(|_| left.swap_remove(self.below(left.len())))
            .collect()
    }

    pub(super) fn id(&mut self) -> u16 {
        self.last_id += 1 + self.below(40) as u16 / 39 * 900;
        self.last_id
    }

    pub(super) fn name(&mut self, start: u16) -> String {
        match self.below(8) {
            0 => String::new(),
            1 => "Zoë’s café — £5".to_owned(),
            2 => format!("Own {}", self.below(99)),
            3 => "日本".repeat(1 + self.below(13)),
            4 => "=1+2".to_owned(),
            _ => library::text(start + self.below(4) as u16)
                .unwrap()
                .to_owned(),
        }
    }

    pub(super) fn pounds(&mut self) -> Pounds {
        let size = self.below(5);
        let number = self.below(1_000_000) as i64;
        Pounds(
            [
                number / 1_000 * 1_000,
                number,
                number / 100 * 100,
                0,
                number * 10_000,
            ][size],
        )
    }

    pub(super) fn share(&mut self, per_cent: u32) -> BasisPoints {
        let share = self.below(per_cent as usize * 100 + 1) as u32;
        BasisPoints(if self.yes() { share } else { share / 100 * 100 })
    }

    pub(super) fn value(&mut self, decimals: u8) -> Decimal {
        let step = Decimal::step((decimals + self.below(8) as u8 / 7).min(6)).millionths();
        Decimal::from_millionths((self.below(4_000) as i64 - 1_000) * step).unwrap()
    }

    pub(super) fn values(&mut self, years: usize, decimals: u8) -> Vec<Option<Decimal>> {
        let mut values: Vec<_> = (0..years)
            .map(|_| self.maybe(|dice| dice.value(decimals)))
            .collect();
        trim(&mut values, &None);
        values
    }

    pub(super) fn grid(&mut self, outcomes: &[OutcomeId], years: usize) -> Grid {
        let mut grid = Grid::default();
        for &outcome in outcomes {
            if self.yes() {
                (0..years).for_each(|year| grid.set(outcome, year, self.pounds()));
            }
        }
        grid
    }

    pub(super) fn agreement(&mut self) -> Agreement {
        let years = 1 + self.below(6) as u8;
        let area = Area {
            name: self.name(library::scenarios::START),
            population: self.maybe(|dice| dice.below(400_000) as u32),
            net_budget: self.maybe(Self::pounds),
        };
        let blocks: Vec<Block> = (0..1 + self.below(3))
            .map(|_| Block {
                id: BlockId(self.id()),
                name: self.name(library::blocks::START),
            })
            .collect();
        let partners = self.some(4, |dice| Partner {
            id: PartnerId(dice.id()),
            name: dice.name(library::partners::START),
        });
        let mut agreement = Agreement {
            area,
            first_year: 1990 + self.below(101) as u16,
            years,
            blocks,
            partners,
            streams: Vec::new(),
            outcomes: Vec::new(),
            indicators: Vec::new(),
            rules: Rules::default(),
        };
        agreement.outcomes = self.some(4, |dice| dice.outcome(&agreement));
        agreement.streams = self.some(4, |dice| dice.stream(&agreement));
        if !agreement.outcomes.is_empty() {
            agreement.indicators = self.some(4, |dice| dice.indicator(&agreement));
        }
        agreement.rules = self.rules(&agreement);
        agreement
    }

    pub(super) fn parts(&mut self, agreement: &Agreement) -> Vec<PartnerShare> {
        let ids: Vec<_> = agreement
            .partners
            .iter()
            .map(|partner| partner.id)
            .collect();
        let picked = self.pick(&ids);
        let equal = BasisPoints(10_000 / picked.len().max(1) as u32);
        let typed = self.yes();
        let share = |dice: &mut Self| if typed { dice.share(100) } else { equal };
        picked
            .into_iter()
            .map(|partner| PartnerShare {
                partner,
                share: share(self),
            })
            .collect()
    }

    pub(super) fn outcome(&mut self, agreement: &Agreement) -> Outcome {
        let ids: Vec<_> = agreement.blocks.iter().map(|block| block.id).collect();
        let block = self.one_of(&ids);
        let mut serves = self.pick(&ids);
        serves.retain(|id| *id != block);
        let years = agreement.year_count();
        let mut minimum: Vec<_> = (0..years).map(|_| self.pounds()).collect();
        let mut capacity: Vec<_> = (0..years).map(|_| self.maybe(Self::pounds)).collect();
        trim(&mut minimum, &Pounds(0));
        trim(&mut capacity, &None);
        let mut lag = outcome::usual_lag();
        if self.yes() {
            lag = (0..1 + self.below(6)).map(|_| self.share(100)).collect();
            lag.sort_unstable();
        }
        Outcome {
            id: OutcomeId(self.id()),
            name: self.name(library::outcomes::START),
            block,
            serves,
            delivery: self.parts(agreement),
            minimum: if self.yes() { minimum } else { Vec::new() },
            capacity,
            lag,
            rewarded: self.yes(),
            weight: self.below(3) as u32,
        }
    }

    pub(super) fn stream(&mut self, agreement: &Agreement) -> Stream {
        let blocks: Vec<_> = agreement.blocks.iter().map(|block| block.id).collect();
        let partners: Vec<_> = agreement
            .partners
            .iter()
            .map(|partner| partner.id)
            .collect();
        let outcomes: Vec<_> = agreement
            .outcomes
            .iter()
            .map(|outcome| outcome.id)
            .collect();
        let years = agreement.year_count();
        let amounts = (0..years).map(|_| match self.below(5) {
            0 => Amount::NotStated,
            1 => {
                let low = self.pounds();
                Amount::Range {
                    low,
                    high: low + self.pounds() + Pounds(1),
                }
            }
            _ => Amount::Stated(self.pounds()),
        });
        let amounts = amounts.collect();
        Stream {
            id: StreamId(self.id()),
            name: self.name(library::streams::START),
            origin: self.one_of(&[Origin::Grant, Origin::Local]),
            home: self.maybe(|dice| dice.one_of(&blocks)),
            control: self.one_of(&[Control::Pooled, Control::Aligned]),
            partner: (!partners.is_empty() && self.yes()).then(|| self.one_of(&partners)),
            amounts,
            floors: (self.pick(&outcomes).into_iter())
                .map(|outcome| Floor {
                    outcome,
                    pounds: self.pounds(),
                })
                .collect(),
            named: self.pick(&outcomes),
            carry_forward: self.share(100),
            bring_forward: self.share(100),
            spending: self.grid(&outcomes, years),
        }
    }

    pub(super) fn indicator(&mut self, agreement: &Agreement) -> Indicator {
        let outcomes: Vec<_> = agreement
            .outcomes
            .iter()
            .map(|outcome| outcome.id)
            .collect();
        let years = agreement.year_count();
        let decimals = self.below(7) as u8;
        let national = self.maybe(|dice| 1 + dice.below(198) as u16);
        let title = national
            .and_then(library::text)
            .unwrap_or_default()
            .to_owned();
        let own = self.name(library::stretch::START);
        let response = match self.below(3) {
            0 => None,
            1 => Some(Response::Cost {
                full: self.pounds() + Pounds(1),
                shape: self.one_of(&[Shape::Straight, Shape::Diminishing, Shape::SlowStart]),
            }),
            _ => Some(Response::Points(self.points())),
        };
        let mut shares = [self.share(200), self.share(200), self.share(200)];
        shares.sort_unstable();
        let [worst, likely, best] = shares;
        let noise = self.value(decimals);
        let noise = Decimal::from_millionths(noise.millionths().abs()).unwrap();
        Indicator {
            id: IndicatorId(self.id()),
            outcome: self.one_of(&outcomes),
            name: if self.yes() { title } else { own },
            national,
            unit: self.name(library::units::START),
            decimals,
            better: self.one_of(&[Better::Higher, Better::Lower]),
            baseline: self.maybe(|dice| Baseline {
                year: 1900 + dice.below(200) as u16,
                value: dice.value(decimals),
            }),
            without: self.values(years, decimals),
            with: self.values(years, decimals),
            actual: self.values(years, decimals),
            kind: self.one_of(&[
                Kind::Stretch,
                Kind::Designated,
                Kind::Statutory,
                Kind::Local,
            ]),
            weight: self.below(3) as u32,
            response,
            risk: self.maybe(|_| DeliveryRisk {
                worst,
                likely,
                best,
                noise,
            }),
            interim: self.maybe(|dice| Interim {
                year: dice.below(years) as u8,
                level: dice.value(decimals),
            }),
        }
    }

    pub(super) fn points(&mut self) -> Vec<ResponsePoint> {
        let mut point = ResponsePoint {
            pounds: self.pounds(),
            share: self.share(20),
        };
        (0..2 + self.below(5))
            .map(|_| {
                let held = point;
                point.pounds = point.pounds + self.pounds() + Pounds(1);
                point.share = BasisPoints(point.share.0 + self.share(20).0);
                held
            })
            .collect()
    }
}

fn trim<T: PartialEq>(list: &mut Vec<T>, nothing: &T) {
    while list.last() == Some(nothing) {
        list.pop();
    }
}
