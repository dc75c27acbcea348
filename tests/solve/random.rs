//! Tiny random agreements that use every rule on money, small enough to try every plan.

use crate::common::dice::Dice;
use crate::common::*;
use laa::model::{
    Baseline, BasisPoints, Control, Fence, Interim, Kind, Origin, OutcomeSplit, PaymentRule, Pot,
    Preset, PumpGrant, PumpSplit, Relaxation, SetUp, Stretch,
};
use proptest::prelude::*;

/// How money is rolled.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sort {
    /// Every sum of money is a multiple of this many pounds.
    pub(crate) lump: i64,
    /// Whether money works all or not at all in a year, so that whole lumps reach what parts do.
    pub(crate) plain: bool,
}

/// A random agreement with its scenario.
pub(crate) fn book(sort: Sort) -> impl Strategy<Value = Book> {
    Dice::up_to(200).prop_map(move |mut dice| roll(&mut dice, sort))
}

/// Lumps of money for each year.
fn lumps(dice: &mut Dice, years: u8, most: i64, lump: i64) -> Vec<i64> {
    let lumps = dice.years(years, most).into_iter();
    lumps.map(|number| number * lump).collect()
}

fn roll(dice: &mut Dice, sort: Sort) -> Book {
    let lump = sort.lump;
    let years = 1 + dice.to(1) as u8;
    let mut book = Book::new(years);
    let blocks = [book.bl(), book.bl()];
    let outcomes: Vec<_> = (0..=dice.to(2))
        .map(|_| book.oc(blocks[dice.to(1) as usize]))
        .collect();
    let shared = if sort.plain {
        [pc(100); 2]
    } else {
        [pc(50), pc(80)]
    };
    for &id in &outcomes {
        let block = book.o(id).block;
        let other = *blocks.iter().find(|&&it| it != block).unwrap();
        if dice.once_in(4) {
            book.o(id).serves.push(other);
        }
        if dice.once_in(4) {
            book.o(id).minimum = lumps(dice, years, 1, lump).into_iter().map(gbp).collect();
        }
        if dice.once_in(3) {
            let most = lumps(dice, years, 3, lump);
            book.o(id).capacity = most.into_iter().map(|it| Some(gbp(it))).collect();
        }
        book.o(id).lag = match (sort.plain, dice.once_in(3)) {
            (_, false) => shared,
            (true, true) => [pc(0), pc(100)],
            (false, true) => dice.one_of(&[[pc(100); 2], [pc(0), pc(100)], [pc(30), pc(100)]]),
        }
        .to_vec();
        book.o(id).rewarded = !dice.once_in(6);
        book.o(id).weight = 1 + dice.to(2) as u32;
        let typed = lumps(dice, years, 2, lump);
        book.spend(id, &typed);
        for year in 0..usize::from(years) {
            if dice.once_in(5) {
                book.sc.pump.spending.set(id, year, gbp(lump));
            }
        }
    }
    for _ in 0..=dice.to(2) {
        let home = dice.one_of(&[Some(blocks[0]), Some(blocks[1]), None]);
        let amounts = lumps(dice, years, 3, lump);
        let id = book.st(home, &amounts);
        if dice.once_in(3) {
            book.s(id).carry_forward = dice.one_of(&[pc(50), pc(100)]);
            book.s(id).bring_forward = dice.one_of(&[pc(0), pc(100)]);
        }
        if dice.once_in(5) {
            book.s(id).origin = Origin::Local;
        }
        if dice.once_in(4) {
            book.s(id).named.push(dice.one_of(&outcomes));
        }
        if dice.once_in(4) {
            book.floor(id, dice.one_of(&outcomes), lump);
        }
        if dice.once_in(4) {
            let year = dice.to(i64::from(years) - 1) as u8;
            book.pin(id, dice.one_of(&outcomes), year, lump);
        }
        if dice.once_in(5) {
            book.s(id).control = Control::Aligned;
            let outcome = dice.one_of(&outcomes);
            book.s(id).spending.set(outcome, 0, gbp(amounts[0]));
        }
        if dice.once_in(5) {
            book.fence(
                id,
                dice.one_of(&[Fence::Stream, Fence::Block, Fence::Agreement, Fence::None]),
            );
        }
        if dice.once_in(5) {
            book.grant(dice.one_of(&[
                Relaxation::Pool(id),
                Relaxation::LiftStream(id),
                Relaxation::LiftBlock(blocks[0]),
                Relaxation::CarryForward {
                    stream: id,
                    share: pc(100),
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
    for _ in 0..=dice.to(3) {
        indicator(dice, &mut book, &outcomes, years, lump);
    }
    if outcomes.len() > 1 && dice.once_in(5) {
        book.sc.dropped.push(outcomes[0]);
    }
    let rules = &mut book.ag.rules;
    rules.pot = Pot::Stated(gbp(600));
    rules.preset = dice.one_of(&[
        Preset::Stretch,
        Preset::Lpsa,
        Preset::Stretch,
        Preset::Designated,
    ]);
    rules.payment = dice.one_of(&[PaymentRule::TwoInstalments, PaymentRule::March2011]);
    rules.threshold = dice.one_of(&[BasisPoints(6_000), BasisPoints(6_000), BasisPoints(2_500)]);
    rules.split = dice.one_of(&[OutcomeSplit::Equal, OutcomeSplit::Stated]);
    rules.pump.grant = PumpGrant::Stated(gbp(dice.to(2) * lump));
    rules.pump.by_year_end = vec![dice.one_of(&[pc(50), pc(100), pc(0)]), pc(100)];
    book.sc.pump.split = dice.one_of(&[PumpSplit::Typed, PumpSplit::Equal, PumpSplit::Indicators]);
    book
}

fn indicator(
    dice: &mut Dice,
    book: &mut Book,
    outcomes: &[laa::model::OutcomeId],
    years: u8,
    lump: i64,
) {
    let outcome = dice.one_of(outcomes);
    let better = dice.once_in(2);
    let (without, with) = if better { ("10", "20") } else { ("20", "10") };
    let id = book.ki(outcome, without, with);
    book.k(id).response = Some(match dice.to(3) {
        0 => points(&[(0, 0), (2 * lump, 60), (4 * lump, 100)]),
        1 => points(&[(0, 0), (lump, 20), (3 * lump, 120)]),
        2 => points(&[(lump, 0), (2 * lump, 100)]),
        _ => points(&[(0, 30), (lump, 60), (2 * lump, 70), (3 * lump, 100)]),
    });
    book.k(id).kind = dice.one_of(&[Kind::Stretch, Kind::Stretch, Kind::Designated, Kind::Local]);
    book.k(id).weight = 1 + dice.to(2) as u32;
    book.k(id).baseline = Some(Baseline {
        year: 2004,
        value: v(if better { "8" } else { "22" }),
    });
    if dice.once_in(6) {
        let year = dice.to(i64::from(years) - 1) as usize;
        book.k(id).actual = vec![None; usize::from(years)];
        book.k(id).actual[year] = Some(v(&(12 + dice.to(6)).to_string()));
    }
    if dice.once_in(5) {
        let level = if better { "16" } else { "14" };
        book.sc.stretches.push(Stretch {
            indicator: id,
            level: v(level),
        });
    }
    if dice.once_in(4) {
        book.k(id).interim = Some(Interim {
            year: 0,
            level: v("15"),
        });
    }
}
