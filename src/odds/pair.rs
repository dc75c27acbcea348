//! Two scenarios in the same world: how likely one beats the other, and by how much.
//!
//! Each indicator delivers the same share in both, and chance does the same in both. Where each indicator
//! has its own cliff the difference is a sum of wagers and is computed, and so it is where nothing is open any
//! more, where a cliff on the average is sure to be reached or missed, or where one of the two is sure of less than such a
//! cliff pays. Where such a cliff may be reached or missed otherwise, or where much of the difference is smaller than the
//! grid tells from nothing, it is drawn, always the same draws, and its error is said.

use crate::engine::evaluate;
use crate::model::{Agreement, BasisPoints, Scenario};
use crate::odds::delivery::Delivery;
use crate::odds::difference::{Difference, Draws};
use crate::odds::distribution::{Distribution, PENNY};
use crate::odds::factor::Factor;
use crate::odds::reward::of_stakes;
use crate::odds::stake::{Stake, Stakes};
use crate::odds::stream::{Stream, Ziggurat};
use crate::odds::sum::{Fineness, Sum};
use crate::odds::wager::{Wager, marks};
use serde::Serialize;

/// The seed of differences that are drawn.
const SEED: u64 = 2_006;
/// Draws of a difference that is drawn: 64 blocks.
pub const DRAWS: u32 = 65_536;
/// Draws of a block.
const BLOCK: usize = 1_024;

/// One scenario against another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// The chance that the first earns more.
    pub ahead: f64,
    /// The chance that both earn the same.
    pub level: f64,
    /// The chance that the second earns more.
    pub behind: f64,
    /// What the first earns more than the second, in pounds.
    pub difference: Difference,
    /// Its mean.
    pub mean: f64,
    /// The largest standard error of the chances, where they were drawn.
    pub error: Option<f64>,
}

impl Comparison {
    fn of(difference: Difference, mean: f64, error: Option<f64>) -> Self {
        let (ahead, level, behind) = difference.about_nothing();
        Self {
            ahead,
            level,
            behind,
            difference,
            mean,
            error,
        }
    }
}

/// One indicator in both scenarios.
#[derive(Clone, Copy)]
struct Both<'a> {
    first: Option<&'a Stake>,
    second: Option<&'a Stake>,
}

impl<'a> Both<'a> {
    /// Every indicator that has a stake in either, in the order by id.
    fn all(first: &'a Stakes, second: &'a Stakes) -> Vec<Self> {
        let stakes = first.each.iter().chain(&second.each);
        let mut ids: Vec<_> = stakes.map(|stake| stake.id).collect();
        ids.sort_unstable();
        ids.dedup();
        let of = |stakes: &'a Stakes, id| stakes.each.iter().find(|stake| stake.id == id);
        ids.into_iter()
            .map(|id| Self {
                first: of(first, id),
                second: of(second, id),
            })
            .collect()
    }

    fn stakes(self) -> impl Iterator<Item = &'a Stake> {
        self.first.into_iter().chain(self.second)
    }

    /// What each of the two earns.
    fn pays(self, share: f64, chance: f64) -> [f64; 2] {
        [self.first, self.second].map(|stake| stake.map_or(0.0, |stake| stake.pays(share, chance)))
    }

    fn wager(self) -> Wager<'a> {
        Wager {
            pert: self.stakes().find_map(|stake| stake.pert),
            noisy: self.stakes().any(Stake::is_noisy),
            marks: self.stakes().flat_map(marks).collect(),
            pays: Box::new(move |share, chance| {
                let [first, second] = self.pays(share, chance);
                first - second
            }),
        }
    }
}

/// Compares two scenarios of an agreement.
#[must_use]
pub fn compare(
    agreement: &Agreement,
    first: &Scenario,
    second: &Scenario,
    correlation: BasisPoints,
    fineness: Fineness,
) -> Comparison {
    let [first, second] =
        [first, second].map(|it| Stakes::of(agreement, it, &evaluate(agreement, it)));
    let [first, second] = [first, second].map(Stakes::within_reach);
    let factor = Factor::new(correlation);
    match (first.certain(), second.certain()) {
        (Some(one), Some(other)) => return certainly(one - other),
        (None, Some(sure)) if first.cliff.is_some_and(|cliff| sure < cliff) => {
            let (more, mean) = beyond(&first, sure, factor, fineness);
            return Comparison::of(Difference::Counted(more), mean, None);
        }
        (Some(sure), None) if second.cliff.is_some_and(|cliff| sure < cliff) => {
            let (less, mean) = beyond(&second, sure, factor, fineness);
            return Comparison::of(Difference::Less(less), -mean, None);
        }
        _ => {}
    }
    // What is the same in everything that counts needs no draws.
    let together = first.cliff.is_some() || second.cliff.is_some();
    if together && first != second {
        return drawn(&first, &second, factor);
    }
    let wagers: Vec<Wager<'_>> = Both::all(&first, &second)
        .into_iter()
        .map(Both::wager)
        .collect();
    let mean = |stakes: &Stakes| stakes.each.iter().map(Stake::mean).sum::<f64>();
    let mean = mean(&first) - mean(&second);
    match Sum::new(&wagers, factor, fineness).difference() {
        Some(counted) => Comparison::of(Difference::Counted(counted), mean, None),
        None => Comparison {
            mean,
            ..drawn(&first, &second, factor)
        },
    }
}

/// What is certain, as a comparison.
fn certainly(pounds: f64) -> Comparison {
    let pounds = if pounds.abs() < PENNY { 0.0 } else { pounds };
    let counted = Distribution::new(pounds, 1.0, vec![1.0], vec![1.0]);
    Comparison::of(Difference::Counted(counted), pounds, None)
}

/// What a scenario with a cliff on the average earns more than a sum that is sure and less than the cliff pays; with its mean.
fn beyond(stakes: &Stakes, sure: f64, factor: Factor, fineness: Fineness) -> (Distribution, f64) {
    let odds = of_stakes(stakes, factor, fineness);
    (odds.reward.beyond(sure), odds.mean - sure)
}

/// Compares two scenarios by drawing them: the check beside [`compare`], and what it falls back on.
#[must_use]
pub fn compare_drawn(
    agreement: &Agreement,
    first: &Scenario,
    second: &Scenario,
    correlation: BasisPoints,
) -> Comparison {
    let [first, second] =
        [first, second].map(|it| Stakes::of(agreement, it, &evaluate(agreement, it)));
    drawn(&first, &second, Factor::new(correlation))
}

fn drawn(first: &Stakes, second: &Stakes, factor: Factor) -> Comparison {
    let all = Both::all(first, second);
    let tables: Vec<Delivery> = all
        .iter()
        .map(|both| Delivery::new(both.stakes().find_map(|stake| stake.pert)))
        .collect();
    let ziggurat = Ziggurat::new();
    let mut differences = Vec::with_capacity(DRAWS as usize);
    let [mut common, mut own, mut chance] = [(); 3].map(|()| vec![0.0; BLOCK]);
    for block in 0..DRAWS / BLOCK as u32 {
        let mut stream = Stream::new(SEED, block, &ziggurat);
        let mut totals = vec![[0.0; 2]; BLOCK];
        stream.fill(&mut common);
        for (both, table) in all.iter().zip(&tables) {
            stream.fill(&mut own);
            stream.fill(&mut chance);
            for at in 0..BLOCK {
                let place = factor.common * common[at] + factor.own * own[at];
                let pays = both.pays(table.at(place), chance[at]);
                totals[at][0] += pays[0];
                totals[at][1] += pays[1];
            }
        }
        let paid = |[one, other]: [f64; 2]| first.paid(one) - second.paid(other);
        differences.extend(totals.into_iter().map(paid));
    }
    let draws = Draws::new(differences);
    let (mean, error) = (draws.mean(), draws.error());
    Comparison::of(Difference::Drawn(draws), mean, Some(error))
}
