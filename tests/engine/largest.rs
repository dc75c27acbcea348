//! Who pays against an independent reckoning: by the theorem of the largest flow and the smallest cut,
//! found here by trying every cut.

use crate::common::*;
use crate::random::book;
use crate::tries::tries;
use laa::engine::{Evaluation, Problem};
use laa::model::{Control, Fence, Floor, Origin, Relaxation, SetUp, Standing, Stream};
use proptest::prelude::*;

/// What binds a stream, worked out anew from the definitions of the scheme.
struct Source {
    amounts: Vec<i64>,
    reach: Vec<bool>,
    forward: Vec<i64>,
    back: Vec<i64>,
    /// Money bound to an outcome in a year by pins and floors, whichever asks for more.
    bound: Vec<Vec<i64>>,
}

fn granted(book: &Book) -> Vec<Relaxation> {
    let freedoms = book.sc.freedoms.iter();
    freedoms
        .filter(|it| it.standing == Standing::Granted)
        .map(|it| it.relaxation)
        .collect()
}

fn source(book: &Book, stream: &Stream) -> Option<Source> {
    let granted = granted(book);
    if stream.control == Control::Aligned && !granted.contains(&Relaxation::Pool(stream.id)) {
        return None;
    }
    let years = usize::from(book.ag.years);
    let mut fence = match (stream.origin, book.sc.setup) {
        (Origin::Local, _) | (_, SetUp::SinglePot) => Fence::Agreement,
        (_, SetUp::SeparateStreams) => Fence::Stream,
        (_, SetUp::RingFencedBlocks) => Fence::Block,
        (_, SetUp::AreaBasedGrant) => Fence::None,
    };
    for choice in book.sc.fences.iter().filter(|it| it.stream == stream.id) {
        fence = choice.fence;
    }
    let (mut carry, mut bring) = (stream.carry_forward.0, stream.bring_forward.0);
    for relaxation in granted {
        match relaxation {
            Relaxation::LiftStream(id) if id == stream.id && fence != Fence::None => {
                fence = Fence::Agreement
            }
            Relaxation::CarryForward { stream: id, share } if id == stream.id => {
                carry = carry.max(share.0)
            }
            Relaxation::BringForward { stream: id, share } if id == stream.id => {
                bring = bring.max(share.0)
            }
            _ => {}
        }
    }
    let amounts: Vec<i64> = (0..years)
        .map(|year| stream.amount(year).counted().0)
        .collect();
    let reaches = |outcome: &laa::model::Outcome| {
        let named = stream.named.contains(&outcome.id);
        let home = match stream.home {
            None => true,
            Some(home) => outcome.block == home || outcome.serves.contains(&home),
        };
        match fence {
            Fence::None | Fence::Agreement => true,
            Fence::Block => named || home,
            Fence::Stream => {
                if stream.named.is_empty() {
                    home
                } else {
                    named
                }
            }
        }
    };
    let floors: &[Floor] = if fence == Fence::None {
        &[]
    } else {
        &stream.floors
    };
    let bound = |outcome: &laa::model::Outcome, year: usize| {
        let floors = floors
            .iter()
            .filter(|it| it.outcome == outcome.id)
            .map(|it| it.pounds.0);
        let pins = book.sc.pins.iter();
        let pins = pins.filter(|it| {
            (it.stream, it.outcome, usize::from(it.year)) == (stream.id, outcome.id, year)
        });
        floors.chain(pins.map(|it| it.pounds.0)).max().unwrap_or(0)
    };
    Some(Source {
        reach: book.ag.outcomes.iter().map(reaches).collect(),
        forward: (0..years - 1)
            .map(|year| amounts[year] * i64::from(carry) / 10_000)
            .collect(),
        back: (1..years)
            .map(|year| amounts[year] * i64::from(bring) / 10_000)
            .collect(),
        bound: book
            .ag
            .outcomes
            .iter()
            .map(|it| (0..years).map(|year| bound(it, year)).collect())
            .collect(),
        amounts,
    })
}

/// The most that can be placed: the least, over every set of stream-years on the near side of a cut, of
/// the amounts outside it, what may be carried out of it, and what the outcomes it reaches want.
fn most(book: &Book) -> i64 {
    let years = usize::from(book.ag.years);
    let sources: Vec<Source> = book
        .ag
        .streams
        .iter()
        .filter_map(|it| source(book, it))
        .collect();
    let near = |set: u32, stream: usize, year: usize| set >> (stream * years + year) & 1 == 1;
    let cut = |set: u32| -> i64 {
        let mut cost = 0;
        for (index, source) in sources.iter().enumerate() {
            for year in 0..years {
                if near(set, index, year) {
                    cost += source.bound.iter().map(|years| years[year]).sum::<i64>();
                } else {
                    cost += source.amounts[year];
                }
                if year + 1 < years {
                    match (near(set, index, year), near(set, index, year + 1)) {
                        (true, false) => cost += source.forward[year],
                        (false, true) => cost += source.back[year],
                        _ => {}
                    }
                }
            }
        }
        for (place, outcome) in book.ag.outcomes.iter().enumerate() {
            for year in 0..years {
                let mut reached = sources.iter().enumerate();
                if reached.any(|(index, source)| source.reach[place] && near(set, index, year)) {
                    let bound: i64 = sources.iter().map(|source| source.bound[place][year]).sum();
                    cost += book.sc.spending.get(outcome.id, year).0 - bound;
                }
            }
        }
        cost
    };
    (0..1_u32 << (sources.len() * years))
        .map(cut)
        .min()
        .unwrap()
}

fn unmet(found: &Evaluation) -> bool {
    let mut problems = found.findings.iter().map(|finding| finding.problem);
    problems.any(|it| matches!(it, Problem::PinUnmet { .. } | Problem::FloorUnmet { .. }))
}

proptest! {
    #![proptest_config(tries(400))]

    #[test]
    fn as_much_is_placed_as_the_largest_flow(mut book in book(), bound in any::<bool>()) {
        if !bound {
            book.sc.pins.clear();
            book.ag.streams.iter_mut().for_each(|it| it.floors.clear());
        }
        let found = book.ev();
        // A pin or floor that cannot be met binds only a part of its money.
        prop_assume!(!unmet(&found));
        let placed: i64 = found
            .streams
            .iter()
            .filter(|stream| stream.pooled)
            .flat_map(|stream| &stream.years)
            .map(|year| year.paid.0)
            .sum();
        prop_assert_eq!(placed, most(&book));
    }

    #[test]
    fn nobody_pays_more_than_it_has_or_where_it_may_not(book in book()) {
        let found = book.ev();
        for stream in found.streams.iter().filter(|stream| stream.pooled) {
            let given = book.ag.streams.iter().find(|it| it.id == stream.id).unwrap();
            let source = source(&book, given).unwrap();
            let mut held = 0;
            for (year, result) in stream.years.iter().enumerate() {
                held += result.amount.0 - result.paid.0;
                let forward = source.forward.get(year).copied().unwrap_or(0);
                let back = source.back.get(year).copied().unwrap_or(0);
                prop_assert!(held >= -back, "overspent in year {}", year);
                prop_assert_eq!(result.left.0, (held - forward).max(0));
                held -= result.left.0;
                prop_assert_eq!(result.carried.0, held);
            }
            for paid in found.paid.iter().filter(|paid| paid.stream == stream.id) {
                let place = book.ag.outcomes.iter().position(|it| it.id == paid.outcome).unwrap();
                prop_assert!(source.reach[place]);
            }
        }
        for outcome in &found.outcomes {
            for (year, money) in outcome.years.iter().enumerate() {
                let paid: i64 = found
                    .paid
                    .iter()
                    .filter(|it| (it.outcome, it.year) == (outcome.id, year))
                    .filter(|it| st(&found, it.stream).pooled)
                    .map(|it| it.pounds.0)
                    .sum();
                prop_assert_eq!(paid + money.unplaced.0, money.pooled.0);
            }
        }
    }
}
