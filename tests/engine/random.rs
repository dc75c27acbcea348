//! Small random agreements that use every feature of who pays, what is achieved and what is earned.

use crate::common::dice::Dice;
use crate::common::*;
use laa::model::{
    BasisPoints, Control, Fence, Interim, Kind, Origin, OutcomeSplit, Preset, PumpGrant, PumpSplit,
    PumpTo, Relaxation, SetUp, SharingTo, TopSlice,
};
use proptest::prelude::*;

/// A random agreement with its scenario.
pub(crate) fn book() -> impl Strategy<Value = Book> {
    Dice::up_to(400).prop_map(|mut dice| roll(&mut dice))
}

fn roll(dice: &mut Dice) -> Book {
    let years = 1 + dice.to(2) as u8;
    let mut book = Book::new(years);
    let blocks = [book.bl(), book.bl()];
    let partners = [book.pa(), book.pa()];
    let outcomes: Vec<_> = (0..=dice.to(3))
        .map(|_| book.oc(blocks[dice.to(1) as usize]))
        .collect();
    for &id in &outcomes {
        let other = *blocks
            .iter()
            .find(|&&block| block != book.o(id).block)
            .unwrap();
        if dice.once_in(4) {
            book.o(id).serves.push(other);
        }
        if dice.once_in(3) {
            book.o(id).minimum = dice.years(years, 15).into_iter().map(gbp).collect();
        }
        if dice.once_in(3) {
            book.o(id).capacity = vec![Some(gbp(dice.to(30)))];
        }
        book.o(id).lag = dice
            .one_of(&[[pc(100); 2], [pc(50), pc(80)], [pc(0), pc(100)]])
            .to_vec();
        book.o(id).rewarded = !dice.once_in(5);
        book.o(id).weight = dice.to(3) as u32;
        let first = dice.to(100) as u32;
        book.deliver(
            id,
            &[
                (partners[0], first),
                (partners[1], dice.to(i64::from(100 - first)) as u32),
            ],
        );
        let typed = dice.years(years, 25);
        book.spend(id, &typed);
        for year in 0..usize::from(years) {
            book.sc.pump.spending.set(id, year, gbp(dice.to(3)));
        }
    }
    for _ in 0..=dice.to(3) {
        let home = dice.one_of(&[Some(blocks[0]), Some(blocks[1]), None]);
        let amounts = dice.years(years, 40);
        let id = book.st(home, &amounts);
        book.s(id).carry_forward = pc(10 * dice.to(6) as u32);
        book.s(id).bring_forward = pc(10 * dice.to(6) as u32);
        book.s(id).partner = dice.one_of(&[None, Some(partners[0]), Some(partners[1])]);
        if dice.once_in(4) {
            book.s(id).origin = Origin::Local;
        }
        if dice.once_in(4) {
            book.s(id).named.push(dice.one_of(&outcomes));
        }
        if dice.once_in(4) {
            book.floor(id, dice.one_of(&outcomes), dice.to(12));
        }
        if dice.once_in(3) {
            for year in 0..years {
                let outcome = dice.one_of(&outcomes);
                book.pin(id, outcome, year, dice.to(8));
            }
        }
        if dice.once_in(5) {
            book.s(id).control = Control::Aligned;
            for &outcome in &outcomes {
                book.s(id).spending.set(outcome, 0, gbp(dice.to(10)));
            }
        }
        if dice.once_in(4) {
            book.fence(
                id,
                dice.one_of(&[Fence::Stream, Fence::Block, Fence::Agreement, Fence::None]),
            );
        }
        if dice.once_in(5) {
            book.grant(dice.one_of(&[
                Relaxation::Pool(id),
                Relaxation::LiftStream(id),
                Relaxation::CarryForward {
                    stream: id,
                    share: pc(35),
                },
                Relaxation::BringForward {
                    stream: id,
                    share: pc(35),
                },
            ]));
        }
    }
    book.sc.setup = dice.one_of(&[
        SetUp::RingFencedBlocks,
        SetUp::SeparateStreams,
        SetUp::SinglePot,
        SetUp::AreaBasedGrant,
    ]);
    for _ in 0..dice.to(5) {
        let outcome = dice.one_of(&outcomes);
        let (without, with) = (dice.to(50), dice.to(50));
        let id = book.ki(outcome, &without.to_string(), &with.to_string());
        book.k(id).response = Some(points(&[
            (0, 0),
            (1 + dice.to(30), dice.to(60) as u32),
            (60, 60 + dice.to(90) as u32),
        ]));
        book.k(id).kind =
            dice.one_of(&[Kind::Stretch, Kind::Stretch, Kind::Designated, Kind::Local]);
        book.k(id).weight = dice.to(3) as u32;
        book.k(id).baseline = Some(laa::model::Baseline {
            year: 2004,
            value: v(&dice.to(50).to_string()),
        });
        if dice.once_in(3) {
            let year = dice.to(i64::from(years) - 1) as usize;
            book.k(id).actual = vec![None; usize::from(years)];
            book.k(id).actual[year] = Some(v(&dice.to(60).to_string()));
        }
        if dice.once_in(3) {
            let level = v(&dice.to(50).to_string());
            book.k(id).interim = Some(Interim {
                year: years - 1,
                level,
            });
        }
    }
    if outcomes.len() > 1 && dice.once_in(4) {
        book.sc.dropped.push(outcomes[0]);
    }
    let rules = &mut book.ag.rules;
    rules.pot = laa::model::Pot::Stated(gbp(1 + dice.to(9_999)));
    rules.preset = dice.one_of(&[Preset::Stretch, Preset::Stretch, Preset::Designated]);
    rules.threshold = BasisPoints(1 + dice.to(9_999) as u32);
    rules.split = dice.one_of(&[OutcomeSplit::Equal, OutcomeSplit::Stated]);
    rules.pump.grant = PumpGrant::Stated(gbp(dice.to(50)));
    book.sc.pump.split = dice.one_of(&[PumpSplit::Typed, PumpSplit::Equal, PumpSplit::Indicators]);
    if dice.once_in(3) {
        rules.pump.to = PumpTo::Typed(shared(&[(partners[1], dice.to(100) as u32)]));
    }
    rules.sharing.bids = pc(dice.to(100) as u32);
    rules.sharing.to = match dice.to(2) {
        0 => SharingTo::Delivery,
        1 => SharingTo::Equal,
        _ => SharingTo::Typed(shared(&[
            (partners[0], dice.to(100) as u32),
            (partners[1], 7),
        ])),
    };
    if dice.once_in(3) {
        let pounds = gbp(dice.to(2_000));
        rules.sharing.top_slices.push(TopSlice {
            name: "Support".to_owned(),
            pounds,
        });
    }
    book
}
