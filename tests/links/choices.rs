//! The choices, rules and notes of workbooks made from a row of numbers.

use laa::library;
use laa::model::*;

use crate::workbooks::Dice;

impl Dice<'_> {
    pub(super) fn rules(&mut self, agreement: &Agreement) -> Rules {
        if self.yes() {
            return Rules::default();
        }
        let pump = self.parts(agreement);
        let sharing = self.parts(agreement);
        let mut by_year_end = self.some(6, |dice| dice.share(100));
        by_year_end.sort_unstable();
        Rules {
            preset: self.one_of(&[Preset::Lpsa, Preset::Stretch, Preset::Designated]),
            pot: if self.yes() {
                Pot::Rate(self.share(100))
            } else {
                Pot::Stated(self.pounds())
            },
            threshold: self.share(99).max(BasisPoints(1)),
            split: self.one_of(&[OutcomeSplit::Equal, OutcomeSplit::Stated]),
            payment: self.one_of(&[PaymentRule::TwoInstalments, PaymentRule::March2011]),
            sharing: Sharing {
                top_slices: self.some(3, |dice| TopSlice {
                    name: dice.name(library::scenarios::START),
                    pounds: dice.pounds(),
                }),
                bids: self.share(100),
                to: match self.below(3) {
                    0 => SharingTo::Delivery,
                    1 => SharingTo::Equal,
                    _ => SharingTo::Typed(sharing),
                },
            },
            pump: PumpRules {
                grant: if self.yes() {
                    PumpGrant::Formula
                } else {
                    PumpGrant::Stated(self.pounds())
                },
                by_year_end,
                to: if self.yes() {
                    PumpTo::Delivery
                } else {
                    PumpTo::Typed(pump)
                },
            },
        }
    }

    pub(super) fn scenario(&mut self, agreement: &Agreement) -> Scenario {
        let streams: Vec<_> = agreement.streams.iter().map(|stream| stream.id).collect();
        let outcomes: Vec<_> = agreement
            .outcomes
            .iter()
            .map(|outcome| outcome.id)
            .collect();
        let indicators: Vec<_> = agreement.indicators.iter().map(|held| held.id).collect();
        let years = agreement.year_count();
        let name = self.name(library::scenarios::START);
        let mut scenario = Scenario::new(ScenarioId(self.id()), &name);
        scenario.setup = self.one_of(&[
            SetUp::SeparateStreams,
            SetUp::RingFencedBlocks,
            SetUp::SinglePot,
            SetUp::AreaBasedGrant,
        ]);
        let fences = [Fence::Stream, Fence::Block, Fence::Agreement, Fence::None];
        let fenced = self.pick(&streams).into_iter();
        scenario.fences = fenced
            .map(|stream| FenceChoice {
                stream,
                fence: self.one_of(&fences),
            })
            .collect();
        scenario.spending = self.grid(&outcomes, years);
        scenario.pump.spending = self.grid(&outcomes, years);
        scenario.pump.split =
            self.one_of(&[PumpSplit::Typed, PumpSplit::Equal, PumpSplit::Indicators]);
        if !streams.is_empty() && !outcomes.is_empty() {
            scenario.freedoms = self.some(5, |dice| dice.freedom(agreement, &streams, &outcomes));
            let stream = self.one_of(&streams);
            let pinned = self.pick(&outcomes).into_iter();
            scenario.pins = pinned
                .map(|outcome| Pin {
                    stream,
                    outcome,
                    year: self.below(years) as u8,
                    pounds: self.pounds(),
                })
                .collect();
        }
        scenario.stretches = (self.pick(&indicators).into_iter())
            .map(|indicator| {
                let decimals = self.below(7) as u8;
                Stretch {
                    indicator,
                    level: self.value(decimals),
                }
            })
            .collect();
        scenario.dropped = self.pick(&outcomes);
        scenario.rules = self.maybe(|dice| dice.rules(agreement));
        scenario
    }

    fn freedom(
        &mut self,
        agreement: &Agreement,
        streams: &[StreamId],
        outcomes: &[OutcomeId],
    ) -> Freedom {
        let block = agreement.blocks[0].id;
        let (stream, outcome) = (self.one_of(streams), self.one_of(outcomes));
        let share = self.share(100);
        // Each leads to the next, so that the compiler asks for one that is missing.
        let next = |relaxation: &Relaxation| match relaxation {
            Relaxation::LiftStream(_) => Some(Relaxation::LiftBlock(block)),
            Relaxation::LiftBlock(_) => Some(Relaxation::DropFloor { stream, outcome }),
            Relaxation::DropFloor { .. } => Some(Relaxation::CarryForward { stream, share }),
            Relaxation::CarryForward { .. } => Some(Relaxation::BringForward { stream, share }),
            Relaxation::BringForward { .. } => Some(Relaxation::Pool(stream)),
            Relaxation::Pool(_) => None,
        };
        let all: Vec<_> =
            std::iter::successors(Some(Relaxation::LiftStream(stream)), next).collect();
        let relaxation = self.one_of(&all);
        let standing = self.one_of(&[Standing::Asked, Standing::Granted, Standing::Refused]);
        Freedom {
            relaxation,
            standing,
        }
    }

    pub(super) fn note(&mut self, workbook: &Workbook) -> Note {
        let agreement = &workbook.agreement;
        let about = match self.below(6) {
            0 => agreement.blocks.last().map(|held| Entity::Block(held.id)),
            1 => agreement
                .partners
                .last()
                .map(|held| Entity::Partner(held.id)),
            2 => agreement.streams.last().map(|held| Entity::Stream(held.id)),
            3 => agreement
                .outcomes
                .last()
                .map(|held| Entity::Outcome(held.id)),
            4 => agreement
                .indicators
                .last()
                .map(|held| Entity::Indicator(held.id)),
            _ => workbook
                .scenarios
                .last()
                .map(|held| Entity::Scenario(held.id)),
        };
        Note {
            kind: self.one_of(&[
                NoteKind::Source,
                NoteKind::Assumption,
                NoteKind::Gap,
                NoteKind::Remark,
            ]),
            about: if self.yes() { about } else { None },
            text: self.name(library::outcomes::START),
            source: self.name(library::outcomes::START),
        }
    }
}
